"""Numbers: what two counts or sums are of, and whether it is one thing.

A count of people is of those something befell: the dead are not the injured. Two counts of one lot, of one place and one
day or one kind of mishap, are of one event, however the sentences around them run.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache

from sayso.lexicon.table import table
from sayso.weigh.likeness import UNLIKE, Comparison, Likeness, times_apart, values_meet
from sayso.weigh.prepared import Bag, Card, bag
from sayso.weigh.shapes_names import States, known_states
from sayso.weigh.terms import term, terms

_MAIN = 0.1  # share of a document's passages that have a name it is about
_PART, _WHOLE = "part", "whole"
_BEHIND = 60  # and as many more where the word stands before the number
_NEAR = 150  # characters from a number to the word for what befell those it counts
_COMPARED = re.compile(
    r"\b(?:more|less|higher|lower|fewer|larger|smaller|rather) than (?:the )?[^.;]{0,60}?"
    r"\b(?:stated|given|claimed|estimated|reported|put|announced|cited|official|admitted)\b"
)
_ALIKE = 0.5  # likeness of what two shares, or counts of one noun, are said to be of
_TELLING = 10.0  # a figure up to this may be that of many things
_EVENT = 2  # terms that tell of what event people are counted, where no name does
_NAMELESS = 0.6  # likeness of subjects and passages together where neither names anybody
_PRONOUN = re.compile(r"\b(?:it|its|he|his|she|her|they|their|we|our)\b")
_FEW = 3.0  # a count up to this is told of many things


class Figures:
    """Compares figures; ``None`` where their words must decide."""

    def __init__(self, compare: Comparison, states: States, cards: Sequence[Card]) -> None:
        self._compare = compare
        self._states = states
        self._scopes = compare.scope - {term("exports")}  # which goes by a word for any sending
        self._about_whom = _main_names(cards, states)
        self._crowded = Counter((card.document, card.start, card.unit) for card in cards if card.kind == "figure")
        rules = table("shapes")
        self._within: float = table("weighing")["same"]["value"]
        self._sure: float = rules["shared"]["sure"]
        self._subject: float = rules["shared"]["subject"]
        self._about: float = rules["shared"]["about"]

    def __call__(self, one: Card, other: Card) -> Likeness | None:
        if one.document == other.document and one.sentence == other.sentence:
            return UNLIKE
        people = counted(one), counted(other)
        if people[0] and people[1]:
            return self._people(one, other, people[0], people[1])
        if one.unit == other.unit and (any(people) or _other_noun(one.measure, other.measure)):
            return UNLIKE
        if one.unit != other.unit:
            return self._sums(one, other)
        return self._measures(one, other)

    def _measures(self, one: Card, other: Card) -> Likeness:
        """Two figures in one unit that do not count people."""
        found = self._compare(one, other)
        if not found.same and self._one_sum(one, other):
            return Likeness(self._sure, True)
        if found.same:
            return self._sameness(one, other, found)
        if found.against:
            return found if self._of_one(one, other) else UNLIKE
        if values_meet(one, other, self._within):
            return found
        if self._set_against(one, other):
            return Likeness(self._sure, False, "figure")
        otherwise = self._one_thing(one, other) or self._told_otherwise(one, other, found.score)
        return Likeness(self._sure, False, "figure") if otherwise else found

    def _set_against(self, one: Card, other: Card) -> bool:
        """Whether one passage itself sets its figure against the other's ("more than the 11 tonnes stated by the office")."""
        said = any(_COMPARED.search(card.passage) for card in (one, other)) and _told_both(one, other)
        mine, theirs = (self._states.plain(card.first) - _idle() for card in (one, other))
        return said and one.document != other.document and self._compare.weights.alike(mine, theirs) >= _ALIKE

    def _one_sum(self, one: Card, other: Card) -> bool:
        """Whether two passages on one named body or place give, within days, the very same large figure for it."""
        if (one.low, one.high) != (other.low, other.high) or one.low != one.high or (one.low or 0) <= _TELLING:
            return False
        if one.negative != other.negative or not near_days(one, other) or self._compare.elsewhere(one, other):
            return False
        shared = (self._states.plain(one.first) & self._states.plain(other.first)) - _idle()
        return bool(shared and self._states.places(one) & self._states.places(other))

    def _told_otherwise(self, one: Card, other: Card, score: float) -> bool:
        """Whether two documents credit one source with two values of one figure."""
        credited = [frozenset(self._compare.names.name(chain[-1][0]) for chain in card.chains) for card in (one, other)]
        if not credited[0] & credited[1] or one.document == other.document or times_apart(one, other):
            return False
        mine, theirs = (self._states.plain(card.first) - _idle() for card in (one, other))
        rules = table("shapes")["shared"]
        if one.negative or other.negative or _told_both(one, other) or (one.first ^ other.first) & self._scopes:
            return False
        return score >= rules["told_otherwise"] and self._compare.weights.within(mine, theirs) >= 0.5

    def keys(self, card: Card) -> Iterator[tuple[str, ...]]:
        """What a figure is looked up by to find those that may be of one thing: a name, and what it counts."""
        about = counted(card)
        if about and about[1]:
            what: tuple[str, ...] = ("people", about[1])
        elif card.measure in table("shapes")["currencies"]["alike"]:
            what = ("sum",)
        else:
            what = ("figure", card.unit)
        for chain in card.chains:
            yield (*what, "by", self._compare.names.name(chain[-1][0]))
        names = self._states.places(card) or (self._about_whom[card.document] if what[0] == "people" else frozenset())
        for name in self._compare.weights.rarest(names, 3):
            yield (*what, name)

    def _people(self, one: Card, other: Card, mine: tuple[str, str], theirs: tuple[str, str]) -> Likeness | None:
        if mine[0] != theirs[0] or (mine[0] == _PART and one.unit != other.unit and one.measure != other.measure):
            return UNLIKE
        if mine[1] and theirs[1] and mine[1] != theirs[1]:
            return UNLIKE
        if mine[1] in _brought() and mine[1] == theirs[1] and self._one_event(one, other, mine[1]):
            if one.negative != other.negative:
                return Likeness(self._sure, False, "denial") if values_meet(one, other, self._within) else UNLIKE
            if values_meet(one, other, self._within):
                return Likeness(self._sure, True) if self._near(one, other) else UNLIKE
            return Likeness(self._sure, False, "" if _told_both(one, other) else "figure")
        if one.unit != other.unit:
            return UNLIKE
        found = self._compare(one, other)
        told = (one.first & other.first) - _idle() - fate_terms(mine[1])
        if found.against and (mine[1] != theirs[1] or not told):
            return UNLIKE
        if found.against and len(told) < _EVENT and not self._of_one(one, other):
            return UNLIKE
        if found.same and bool(mine[1]) != bool(theirs[1]) and (one.low, one.high) != (other.low, other.high):
            return UNLIKE
        return self._sameness(one, other, found) if found.same else found

    def _sameness(self, one: Card, other: Card, found: Likeness) -> Likeness:
        """That one value lies within the open bound of another tells little, nor does so small a count as two."""
        bounds = (one.low, one.high, other.low, other.high)
        if not self._near(one, other) or not _wide_meet(one, other):
            return UNLIKE
        if one.unit == "percent" and found.score < 1.0:
            mine, theirs = (self._states.plain(card.first) - _idle() for card in (one, other))
            if self._compare.weights.within(mine, theirs) < self._about:
                return UNLIKE
        telling = None not in bounds and not all(bound is not None and bound <= _FEW for bound in bounds)
        if telling:
            return found
        alike = self._compare.weights.alike
        return found if alike(one.first, other.first) + alike(one.around, other.around) >= 1.0 else UNLIKE

    def _near(self, one: Card, other: Card) -> bool:
        """Whether two figures that meet, meet for more than the open bound of one of them."""
        bounds = sorted(bound for card in (one, other) for bound in (card.low, card.high) if bound)
        closed = None not in (one.low, one.high, other.low, other.high)
        return closed or not bounds or bounds[-1] <= bounds[0] * float(table("shapes")["shared"]["bound"])

    def _one_event(self, one: Card, other: Card, fate: str) -> bool:
        """Whether two counts of what befell people are of one event."""
        if times_apart(one, other):
            return False
        mine, theirs = self._states.places(one), self._states.places(other)
        shared = mine & theirs
        borrowed = (mine or self._about_whom[one.document]) & (theirs or self._about_whom[other.document])
        days = {day for day in one.days & other.days if "-" in day}
        mishap = bool((one.around | other.around) & _mishaps())
        if shared and days:
            return True
        if not shared and borrowed and one.document != other.document and (days or mishap):
            return not days_apart(one, other)
        if not shared or self._compare.elsewhere(one, other):
            return False
        if days_apart(one, other):
            return False
        said = self._states.plain(one.around & other.around) - fate_terms(fate) - _idle()
        return bool(said) or mishap

    def _sums(self, one: Card, other: Card) -> Likeness | None:
        """Sums in two currencies worth about the same, so far apart that they cannot be one sum."""
        rules = table("shapes")["currencies"]
        if one.measure not in rules["alike"] or other.measure not in rules["alike"]:
            return UNLIKE
        if None in (one.low, one.high, other.low, other.high):
            return UNLIKE
        low, high = sorted(((one.low or 0.0, one.high or 0.0), (other.low or 0.0, other.high or 0.0)))
        if low[1] * rules["apart"] >= high[0] or not self._one_thing(one, other):
            return UNLIKE
        return Likeness(self._sure, False, "figure")

    def _one_thing(self, one: Card, other: Card) -> bool:
        """Whether two figures measure one thing of one named body or place: each passage has what the other's subject says,
        and the shorter says little that the longer does not."""
        if one.negative or other.negative or times_apart(one, other) or self._compare.elsewhere(one, other):
            return False
        if (
            not self._states.places(one) & self._states.places(other)
            or _told_both(one, other)
            or not self._of_one(one, other)
        ):
            return False
        if (one.first ^ other.first) & self._scopes:
            return False
        mine, theirs = (self._states.plain(card.first) - _idle() for card in (one, other))
        if mine | theirs and max(self._share(mine, other.around), self._share(theirs, one.around)) < self._subject:
            return False
        idle = _idle() | one.second | other.second
        said = [card.around - idle for card in (one, other)]
        within = self._compare.weights.within
        plain = within(self._states.plain(said[0]), self._states.plain(said[1]))
        return max(plain, within(said[0], said[1])) >= self._about

    def _of_one(self, one: Card, other: Card) -> bool:
        """Whether what two figures measure is told, is the same, and is of the same bodies and places. Where a passage gives
        several numbers of one unit, which is whose must be told in so many words."""
        if not self._measured_alike(one, other):
            return False
        owners = [self._owners(card) for card in (one, other)]
        for card, whose in zip((one, other), owners[::-1], strict=True):
            if self._crowded[card.document, card.start, card.unit] > 1 and not card.first & whose:
                return False
        states = known_states()
        apart = [owners[0] - owners[1], owners[1] - owners[0]]
        if (apart[0] & states and apart[1] & states) or (apart[0] - states and apart[1] - states):
            return False
        if owners[0] & owners[1]:
            return True
        alike = self._compare.weights.alike
        measured = not all(owners) and _is_measure(one.measure)
        return measured and alike(one.first, other.first) + alike(one.around, other.around) >= _NAMELESS

    def _measured_alike(self, one: Card, other: Card) -> bool:
        """Whether two shares, or two counts of one noun, are told to be of the same: the noun alone tells too little."""
        if _is_measure(one.measure) and one.unit != "percent":
            return True
        unit = one.second | other.second
        mine, theirs = (self._states.plain(card.first) - _idle() - unit for card in (one, other))
        if one.unit == "percent":
            return self._compare.weights.alike(mine, theirs) >= _ALIKE
        return bool(mine & theirs) if mine | theirs else self._compare.weights.alike(one.around, other.around) >= _ALIKE

    def _owners(self, card: Card) -> Bag:
        """The names near a figure, with whoever speaks of himself."""
        names = self._states.places(card) | (card.around & known_states())
        if card.chains and _PRONOUN.search(card.passage):
            said = frozenset[str]().union(*(bag(name) for name, _ in card.chains[0]))
            names |= said & (self._compare.proper | known_states())
        return names

    def _share(self, terms_: Bag, of: Bag) -> float:
        weights = self._compare.weights
        return weights.of(terms_ & of) / weights.of(terms_) if terms_ else 0.0


def _wide_meet(one: Card, other: Card) -> bool:
    """Whether two figures meet if one is as wide as "hundreds of thousands": then without any tolerance."""
    wide = any(card.low and card.high and card.high >= 2 * card.low for card in (one, other))
    return not wide or values_meet(one, other, 0.0)


def near_days(one: Card, other: Card) -> bool:
    """Whether two claims are about times no more than a month apart, as far as they tell."""
    days = [date.fromisoformat(day) for card in (one, other) for day in (card.when[0] or card.when[1],) if day]
    return len(days) < 2 or abs((days[0] - days[1]).days) <= int(table("shapes")["shared"]["days"])


def _other_noun(one: str, other: str) -> bool:
    """Whether two counted nouns that pass for one in a comparison of words count different things."""
    for parts in table("shapes")["nouns"].values():
        places = [next((at for at, part in enumerate(parts) if noun in part), None) for noun in (one, other)]
        if None not in places and places[0] != places[1]:
            return True
    return False


def _is_measure(unit: str) -> bool:
    """Whether a unit is a currency or a measure, not a counted noun."""
    return (len(unit) == 3 and unit.isupper()) or unit == "percent" or len(unit) < 4 or not unit.isalpha()


def _main_names(cards: Sequence[Card], states: States) -> dict[str, Bag]:
    """The names a document is about: those that a good part of its passages have. A sentence on what befell people often
    leaves them out."""
    passages: dict[str, dict[int, Bag]] = defaultdict(dict)
    for card in cards:
        passages[card.document][card.start] = passages[card.document].get(card.start, frozenset()) | states.places(card)
    found = {}
    for path, names in passages.items():
        count = Counter(name for said in names.values() for name in said)
        found[path] = frozenset(name for name, times in count.items() if times > 2 and times >= len(names) * _MAIN)
    return found


def days_apart(one: Card, other: Card) -> bool:
    """Whether two passages name days and have none in common."""
    mine, theirs = ({day for day in card.days if len(day) == 5} for card in (one, other))
    return bool(mine and theirs and not mine & theirs)


def _told_both(one: Card, other: Card) -> bool:
    """Whether a passage gives both values: of two things, then."""
    values = [{f"{bound:.6g}" for bound in (card.low, card.high) if bound is not None} for card in (one, other)]
    return bool(values[0] & other.numbers or values[1] & one.numbers)


def counted(card: Card) -> tuple[str, str] | None:
    """What a figure counts if it counts people: a whole number of them or a part, and what befell them, as far as told."""
    return _counted(card.measure, card.unit, card.words, card.passage, card.low if card.low is not None else card.high)


@lru_cache(maxsize=1 << 16)
def _counted(measure: str, unit: str, words: str, passage: str, value: float | None) -> tuple[str, str] | None:
    lower = measure.lower()
    if len(measure) == 3 and measure.isupper():
        return None
    if lower in _nouns(_PART):
        kind = _PART
    elif lower in _nouns(_WHOLE) or unit == "people":
        kind = _WHOLE
    else:
        return None
    fate = _fate(terms(words).words) or _fate(terms(lower).words)
    return kind, fate or _nearest(passage, value)


@lru_cache(maxsize=1 << 14)
def _nearest(passage: str, value: float | None) -> str:
    """The fate told nearest to a number in its passage: behind it rather than before."""
    written = re.search(rf"\b(?:{value:,.0f}|{value:.0f})\b", passage) if value is not None else None
    found = (
        sorted(
            (
                place.start() - written.end()
                if place.start() >= written.end()
                else written.start() - place.end() + _BEHIND,
                name,
            )
            for name, pattern in _patterns().items()
            for place in pattern.finditer(passage)
            if place.end() <= written.start() or place.start() >= written.end()
        )
        if written
        else []
    )
    return found[0][1] if found and found[0][0] <= _NEAR else ""


def _fate(words: tuple[str, ...]) -> str:
    said = frozenset(words)
    return next((name for name, members in _fates().items() if members & said), "")


def fate_terms(fate: str) -> Bag:
    return _fates().get(fate, frozenset())


@cache
def _fates() -> dict[str, Bag]:
    people = term("people")
    return {
        name: frozenset(filter(None, map(term, words))) - {people} for name, words in table("shapes")["fates"].items()
    }


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
        for name, words in table("shapes")["fates"].items()
    }


@cache
def _nouns(kind: str) -> frozenset[str]:
    return frozenset(table("shapes")["people"][kind])


@cache
def _brought() -> frozenset[str]:
    return frozenset(table("shapes")["events"]["brought"])


@cache
def _mishaps() -> Bag:
    return frozenset(map(term, table("shapes")["events"]["mishap"]))


@cache
def _idle() -> Bag:
    """Terms that say nothing of what is measured."""
    lists = table("shapes")
    return frozenset(
        map(
            term,
            (
                *lists["time"]["words"],
                *lists["people"]["whole"],
                "number",
                "amount",
                "figure",
                "reporter",
                "share",
                "percent",
            ),
        )
    )


def still_growing(card: Card) -> bool:
    """Whether a count is told as one that was not yet over, or as a least one."""
    passage = card.passage.lower()
    return any(words in passage for words in table("shapes")["events"]["growing"])
