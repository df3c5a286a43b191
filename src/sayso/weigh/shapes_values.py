"""What two numbers have to do with one another: units, bounds, days, and the names their documents are about."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache

from sayso.lexicon.table import either, table
from sayso.weigh.card import AHEAD, Card
from sayso.weigh.rounding import one_value
from sayso.weigh.shapes_names import States
from sayso.weigh.terms import Bag, term

_SLIP = 1e3  # from one scale word to the next
# Share of a document's passages that have a name it is about: if three or more have it, or two.
_MAIN, _FEW_MAIN = 0.1, 0.2


def vouches(one: Card, other: Card) -> bool:
    """Whether each of two figures that meet tells the value of the other. A bound ("at least 41", "dozens") tells which values
    may be right, not that this one is: it vouches for the same bound, or for the value it gives, and for no other."""
    if not (_is_bound(one) or _is_bound(other)):
        return True
    ends = ((one.low, other.low), (one.high, other.high))
    same = [bool(a and b and one_value(one, a, other, b)) for a, b in ends]
    wide = any(card.low and card.high and _is_bound(card) for card in (one, other))
    return all(same) if wide else any(same)


def _is_bound(card: Card) -> bool:
    """Whether a figure is open on one side, or as wide as "hundreds of thousands"."""
    return not card.low or card.high is None or card.high >= 2 * card.low


def near_days(one: Card, other: Card) -> bool:
    """Whether two claims are about times no more than a month apart, as far as they tell."""
    days = [date.fromisoformat(day) for card in (one, other) for day in (card.when[0] or card.when[1],) if day]
    return len(days) < 2 or abs((days[0] - days[1]).days) <= int(table("shapes")["shared"]["days"])


def other_state(one: Card, other: Card) -> bool:
    """Whether two figures are of other states of a thing, for all that is told: one of how much there once was, or will be, or
    has come to be since, where their times are not both told."""
    if _former(one.passage) != _former(other.passage):
        return True
    if any(one.when) and any(other.when):
        return False
    turned = any(is_measure(card.measure) and _told_of("changed").search(card.passage) for card in (one, other))
    return (one.modality in AHEAD) != (other.modality in AHEAD) or (turned and one.when != other.when)


def worlds_apart(one: Card, other: Card) -> bool:
    """Whether two values are so far from one another that they measure other things: a bank's deposits, and what is insured of
    one. A slip from millions to billions is none."""
    mine, theirs = (max(abs(card.low or 0.0), abs(card.high or 0.0)) for card in (one, other))
    return bool(mine and theirs) and max(mine, theirs) > 1.01 * _SLIP * min(mine, theirs)


@lru_cache(maxsize=1 << 14)
def _former(passage: str) -> bool:
    """Whether a passage tells how much there once was of something."""
    return bool(_told_of("former").search(passage))


@lru_cache(maxsize=1 << 14)
def compares(passage: str) -> bool:
    """Whether a passage sets what it tells against what others told."""
    return bool(_compared().search(passage))


@cache
def _told_of(state: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('shapes')['states'][state])})\b")


@cache
def _compared() -> re.Pattern[str]:
    lists = table("shapes")["comparing"]
    return re.compile(
        rf"(?:\b(?:{either(lists['than'])}) than|, not) (?:the )?(?:[^.;]|\.\d){{0,60}}?\b(?:{either(lists['told'])})\b"
    )


@lru_cache(maxsize=1 << 16)
def kinds(subject: str) -> frozenset[str]:
    """What a sum or an amount is of, as far as its subject tells: cost, debt, output and the like."""
    return frozenset(kind for kind, pattern in _kinds().items() if pattern.search(subject))


@cache
def _kinds() -> dict[str, re.Pattern[str]]:
    return {
        kind: re.compile(rf"\b(?:{either(told)})\b", re.IGNORECASE)
        for kind, told in table("quantities")["kinds"].items()
    }


@cache
def had_once() -> frozenset[str]:
    """The kinds of which a body or place has only one at a time."""
    return frozenset(table("quantities")["bodies"]["once"])


@cache
def kind_terms(kind: str) -> Bag:
    return frozenset(filter(None, map(term, table("quantities")["kinds"][kind])))


@lru_cache(maxsize=1 << 14)
def other_noun(one: str, other: str) -> bool:
    """Whether two counted nouns that pass for one in a comparison of words count different things."""
    for parts in table("shapes")["nouns"].values():
        places = [next((at for at, part in enumerate(parts) if noun in part), None) for noun in (one, other)]
        if None not in places and places[0] != places[1]:
            return True
    return False


def is_measure(unit: str) -> bool:
    """Whether a unit is a currency or a measure, not a counted noun."""
    return (len(unit) == 3 and unit.isupper()) or unit == "percent" or len(unit) < 4 or not unit.isalpha()


def main_names(cards: Sequence[Card], states: States) -> dict[str, Bag]:
    """The names a document is about: those that a good part of its passages have. A sentence on what befell people often
    leaves them out."""
    passages: dict[str, dict[int, Bag]] = defaultdict(dict)
    for card in cards:
        passages[card.document][card.start] = passages[card.document].get(card.start, frozenset()) | states.places(card)
    found = {}
    for path, names in passages.items():
        count = Counter(name for said in names.values() for name in said)
        found[path] = frozenset(
            name
            for name, times in count.items()
            if times > 1 and times >= len(names) * (_MAIN if times > 2 else _FEW_MAIN)
        )
    return found


def days_apart(one: Card, other: Card) -> bool:
    """Whether two passages name days and have none in common."""
    mine, theirs = ({day for day in card.days if len(day) == 5} for card in (one, other))
    return bool(mine and theirs and not mine & theirs)


def told_both(one: Card, other: Card) -> bool:
    """Whether a passage gives both values: of two things, then."""
    values = [{f"{bound:.6g}" for bound in (card.low, card.high) if bound is not None} for card in (one, other)]
    return bool(values[0] & other.numbers or values[1] & one.numbers)
