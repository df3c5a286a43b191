"""How alike two claims are, and whether they can both be so.

Every measure is a share of what two claims say, by weight: a term counts for more the fewer sentences of the case have it.
Invariant: symmetric in its two claims.
"""

import re
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.names import gazetteer
from sayso.lexicon.table import table
from sayso.weigh.card import Card
from sayso.weigh.names import Names
from sayso.weigh.opposites import opposite_terms
from sayso.weigh.rarity import Weights
from sayso.weigh.rounding import values_meet
from sayso.weigh.terms import Bag, bag, term
from sayso.weigh.times import dates_differ, sharp, times_apart


@dataclass(frozen=True, slots=True)
class Likeness:
    """``same`` if two claims state one proposition; else ``against`` names what sets them against each other, if anything."""

    score: float
    same: bool
    against: str = ""


UNLIKE = Likeness(0.0, False)
# What sets two claims against each other; what tells most of a disagreement first.
AGAINST = ("figure", "denial", "sign", "date", "count", "degree", "direction", "blame")
KINDS = ("", "same", *AGAINST)


@cache
def by_build(against: str = "") -> Likeness:
    """What a comparison by build comes to: one proposition, or set apart by what ``against`` names."""
    return Likeness(float(table("shapes")["shared"]["sure"]), not against, against)


class Comparison:
    """Compares the claims of a case, two at a time."""

    def __init__(self, weights: Weights, names: Names, proper: Bag) -> None:
        rules = table("weighing")
        self._bars: dict[str, float] = rules["same"]
        self.scope = frozenset(map(term, rules["scope"]["words"]))
        self.weights = weights
        self.names = names
        self._named: dict[Bag, Bag] = {}
        self._actors: dict[tuple[str | None, ...], tuple[str, ...]] = {}
        self.proper = proper  # every term that some document writes with a capital inside a sentence

    def __call__(self, one: Card, other: Card) -> Likeness:
        if one.document == other.document and one.start == other.start and one.negative != other.negative:
            return UNLIKE
        if one.negative != other.negative:
            return self._denial(one, other)
        if one.kind != other.kind:
            return UNLIKE
        match one.kind:
            case "figure":
                return self._figures(one, other)
            case "influence":
                return self._influences(one, other)
            case _:
                return self._events(one, other)

    def _denial(self, one: Card, other: Card) -> Likeness:
        """Whether one claim denies the other, whatever their kinds."""
        if _polled(one) or _polled(other):
            return UNLIKE
        score = self.weights.alike(one.says, other.says)
        mine, theirs = ((card.says if card.kind == "statement" else card.around) & self.proper for card in (one, other))
        if _apart(mine - other.around, theirs - one.around) or times_apart(one, other):
            return UNLIKE
        if one.numbers and other.numbers and not one.numbers & other.numbers:
            return UNLIKE
        mine, theirs = self._unnamed(one), self._unnamed(other)
        if score >= self._bars["denial"] and self.weights.alike(mine, theirs) >= self._bars["denial_said"]:
            return Likeness(score, False, "denial")
        denied = one.says if one.negative else other.says
        shared = one.says & other.says
        whole = self.weights.of(shared) >= self._bars["denied"] * self.weights.of(denied)
        told = whole and len(shared) > 2 and len(mine & theirs) > 1
        return Likeness(max(score, self._bars["denial"]), False, "denial") if told else UNLIKE

    def _unnamed(self, card: Card) -> Bag:
        """What a claim says, apart from whom it names: two claims about the same actors may have nothing else in common."""
        return card.says - self.proper - known_states()

    def worded(self, stated: Card, finer: Card) -> float:
        """How surely a statement says what a claim of a finer kind says; 0 if it is not taken to."""
        if stated.negative != finer.negative or (stated.document == finer.document and stated.start == finer.start):
            return 0.0
        if len(stated.says & finer.says) < _FEWEST_SHARED:
            return 0.0
        score = self.weights.alike(stated.says, finer.says)
        if score < self._bars["worded"] or self.elsewhere(stated, finer) or times_apart(stated, finer):
            return 0.0
        if self._opposite(stated, finer) or (stated.numbers and not stated.numbers & finer.numbers and finer.numbers):
            return 0.0
        return score

    # whose

    def of_himself(self, card: Card) -> Bag:
        """The names of whoever speaks of himself: "its products" are those of the company that is credited, if no other name
        stands before."""
        own = _OWN.search(card.content) if card.chains else None
        if not own:
            return frozenset()
        said = frozenset[str]().union(*(bag(name) for name, _ in card.chains[0]))
        named = self.proper | known_states()
        return frozenset() if (bag(card.content[: own.start()]) & named) - said else said & named

    # figures

    def _figures(self, one: Card, other: Card) -> Likeness:
        if one.unit != other.unit or (one.document == other.document and one.sentence == other.sentence):
            return UNLIKE
        if times_apart(one, other) or self.elsewhere(one, other):
            return UNLIKE
        subject = self.weights.alike(one.first, other.first)
        about = self.weights.alike(one.around, other.around)
        meet = values_meet(one, other)
        score = 0.5 * subject + 0.5 * about
        if meet:
            telling = 0.15 if one.low is not None and (one.low > 10 or one.low != int(one.low)) else 0.0
            named = 0.12 if telling and one.around & other.around & self.proper - known_states() else 0.0
            score = max(score, about) + telling + named
            return Likeness(score, score >= self._bars["figure"])
        if one.negative or not one.first or not other.first or self._other_thing(one, other, subject, about):
            return Likeness(score, False)
        score = max(score, about)
        return Likeness(score, False, "figure" if score >= self._bars["figure_against"] else "")

    def _other_thing(self, one: Card, other: Card, subject: float, about: float) -> bool:
        """Whether two figures are not of one thing: other scope words, other names, or a passage that gives both values."""
        if subject < 0.4 and about < self._bars["figure_about"]:
            return True
        mine, theirs = one.first & self.proper, other.first & self.proper
        scopes = [(a.first - b.first) & self.scope for a, b in ((one, other), (other, one))]
        if (
            all(scopes)
            or (any(scopes) and about < self._bars["figure_scope"])
            or (mine and theirs and not mine & theirs)
        ):
            return True
        return bool(_values(one) & other.numbers or _values(other) & one.numbers)

    def elsewhere(self, one: Card, other: Card) -> bool:
        """Whether each names somebody or some place that the other does not: states beside states, others beside others."""
        return _apart(self._names_of(one) - other.around, self._names_of(other) - one.around)

    def _names_of(self, card: Card) -> Bag:
        found = self._named.get(card.around)
        if found is None:
            found = self._named[card.around] = card.around & self.proper
        return found

    # influences

    def _influences(self, one: Card, other: Card) -> Likeness:
        cause = self.weights.alike(one.first, other.first)
        effect = self.weights.alike(one.second, other.second)
        score = min(cause, effect)
        if score < self._bars["influence"] or self.elsewhere(one, other):
            return Likeness(score, False)
        if one.sign == other.sign or "?" in (one.sign, other.sign):
            if self._opposite(one, other):
                return Likeness(score, False, "degree")
            return Likeness(score, one.sign == other.sign)
        if (
            one.around & other.around & _neutral()
        ):  # both led to it: what sets them apart is a word that the reader mistook
            return Likeness(score, False)
        turned = any((pair, 1 - side) in other.degree for pair, side in one.degree)
        return Likeness(
            score,
            False,
            "sign" if turned or self.weights.alike(one.around, other.around) < self._bars["sign_apart"] else "",
        )

    # what happened, what holds, what was said

    def _events(self, one: Card, other: Card) -> Likeness:
        score = self._event_score(one, other)
        bar = (
            self._bars["denial"]
            if one.negative != other.negative
            else self._bars[one.kind if one.kind == other.kind else "statement"]
        )
        if score < bar:
            return Likeness(score, False)
        if one.negative != other.negative:
            return Likeness(score, False, "denial")
        if self._opposite(one, other):
            return Likeness(score, False, "degree")
        if one.kind == "tie":
            return Likeness(score, True)  # what lasts is the same at another time
        if times_apart(one, other) or (one.dates and other.dates and dates_differ(one.dates, other.dates)):
            told = one.kind != "flow" and (
                (sharp(one) and sharp(other) and one.days and other.days) or bool(one.dates and other.dates)
            )
            return Likeness(score, False, "date" if told and score >= self._bars["date_against"] else "")
        if one.kind == "statement" and one.numbers and other.numbers and not one.numbers & other.numbers:
            return Likeness(score, False, "count" if score >= self._bars["date_against"] else "")
        return Likeness(score, True)

    def _event_score(self, one: Card, other: Card) -> float:
        about = self.weights.alike(one.says, other.says)
        if one.kind == "statement":
            return about * 0.6 if self.elsewhere(one, other) else about + self._same_day(one, other)
        mine, theirs = self.slots(one), self.slots(other)
        if one.kind == "tie":
            same = mine == theirs or (one.first == other.first and set(mine) == set(theirs) and one.first in _mutual())
            return self.weights.alike(one.first, other.first) if same else 0.0
        filled = [(a, b) for a, b in zip(mine, theirs, strict=True) if a and b]
        if not filled or any(a != b for a, b in filled):
            return 0.0
        if one.kind == "flow":
            goods = self.weights.within(one.first, other.first)
            if len(filled) == 2:
                return goods
            other_size = one.numbers and other.numbers and not one.numbers & other.numbers
            return 0.0 if other_size else min(goods, about)  # an end that is not told may be any
        return about if one.first == other.first or about >= 0.7 else 0.0

    def _same_day(self, one: Card, other: Card) -> float:
        """What it adds that two claims name somebody or some place in common, and one day for what happened."""
        day = one.when == other.when and one.when[0] is not None and one.when[0] == one.when[1]
        if not (day or any("-" in named for named in one.days & other.days)):
            return 0.0
        return self._bars["same_day"] if (one.around & other.around & self.proper) - known_states() else 0.0

    def slots(self, card: Card) -> tuple[str, ...]:
        """The one name of each actor a claim names, in order; "" for one that is not told."""
        found = self._actors.get(card.slots)
        if found is None:
            found = self._actors[card.slots] = tuple(self.names.name(slot) if slot else "" for slot in card.slots)
        return found

    def _opposite(self, one: Card, other: Card) -> bool:
        """Whether one says the opposite, in degree or status, of what the other says of the same thing."""
        for pair, side in sorted(one.degree):
            if (pair, 1 - side) in other.degree and (pair, side) not in other.degree:
                sides = opposite_terms()[pair, 0] | opposite_terms()[pair, 1]
                if self.weights.alike(one.says - sides, other.says - sides) >= self._bars["date_against"]:
                    return True
        return False


@cache
def known_states() -> Bag:
    """The names of states, as terms."""
    return frozenset(entry.name.lower() for entry in gazetteer().values())


def _apart(mine: Bag, theirs: Bag) -> bool:
    """Whether both have names left: states beside states, others beside others."""
    if not mine or not theirs:
        return False
    states = known_states()
    return bool(mine & states and theirs & states) or bool(mine - states and theirs - states)


_OWN = re.compile(r"\b(?:it|[Ii]ts|[Hh]e|[Hh]is|[Ss]he|[Hh]er|[Tt]hey|[Tt]heir|[Ww]e|[Oo]ur)\b")
_ASKED = re.compile(r"(?:per ?cent|%) of (?:respondents|those (?:polled|surveyed|asked))\b")
_FEWEST_SHARED = 4  # terms of a statement and a claim of a finer kind: two or three may be any two neighbours


@cache
def _neutral() -> Bag:
    return frozenset(map(term, table("weighing")["influences"]["neutral"]))


@cache
def _mutual() -> frozenset[Bag]:
    return frozenset(map(bag, table("ties")["kinds"]["mutual"]))


def _values(card: Card) -> set[str]:
    """A figure's bounds, written as the numbers of a passage are."""
    return {f"{bound:.6g}" for bound in (card.low, card.high) if bound is not None}


def _polled(card: Card) -> bool:
    """Whether a claim is what a share of people asked favour or oppose: that is not so or not so."""
    return any(chain[-1][0][:1].isdigit() for chain in card.chains) or bool(_ASKED.search(card.passage))
