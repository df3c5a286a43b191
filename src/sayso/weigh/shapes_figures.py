"""Numbers: what two counts or sums are of, and whether it is one thing.

A count of people is of those something befell: the dead are not the injured. Two counts of one lot, of one place and one
day or one kind of mishap, are of one event, however the sentences around them run.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.lexicon.table import table
from sayso.weigh.card import Card
from sayso.weigh.likeness import UNLIKE, Comparison, Likeness, by_build, known_states
from sayso.weigh.rounding import values_meet
from sayso.weigh.shapes_counts import Counts
from sayso.weigh.shapes_names import States
from sayso.weigh.shapes_people import Count, fate_terms, idle
from sayso.weigh.shapes_scopes import Scopes
from sayso.weigh.shapes_values import (
    compares,
    had_once,
    is_measure,
    kind_terms,
    kinds,
    near_days,
    other_noun,
    other_state,
    told_both,
    vouches,
    worlds_apart,
)
from sayso.weigh.terms import Bag, term
from sayso.weigh.times import other_period, times_apart

_ALIKE = 0.5  # likeness of what two shares, or counts of one noun, are said to be of
_TELLING = 10.0  # a figure up to this may be that of many things
_EVENT = 2  # terms that tell of what event people are counted, where no name does
_NAMELESS = 0.6  # likeness of subjects and passages together where neither names anybody
_FEW = 3.0  # a count up to this is told of many things


class Figures:
    """Compares figures; ``None`` where their words must decide."""

    def __init__(self, compare: Comparison, states: States, cards: Sequence[Card]) -> None:
        self._compare = compare
        self._states = states
        self._scopes = compare.scope - {term("exports")}  # which goes by a word for any sending
        self._counts = Counts(compare, states, cards)
        self._states_of = Scopes(cards)
        self._crowded = Counter((card.document, card.start, card.unit) for card in cards if card.kind == "figure")
        rules = table("shapes")
        self._subject: float = rules["shared"]["subject"]
        self._about: float = rules["shared"]["about"]

    def __call__(self, one: Card, other: Card) -> Likeness:
        """A bound neither vouches for a value it allows nor is against it; how much there once was is another figure, and
        so is that of another state."""
        found = self._likeness(one, other)
        if (found.same or found.against) and self._states_of.apart(one, other):
            return UNLIKE
        if found.same:
            return found if vouches(one, other) else UNLIKE
        return UNLIKE if found.against and (other_state(one, other) or worlds_apart(one, other)) else found

    def _likeness(self, one: Card, other: Card) -> Likeness:
        if one.document == other.document and one.sentence == other.sentence:
            return UNLIKE
        people = self._counts.of(one), self._counts.of(other)
        if people[0] and people[1]:
            return self._people(one, other, people[0], people[1])
        if one.unit == other.unit and (any(people) or other_noun(one.measure, other.measure)):
            return UNLIKE
        if other_period(one, other) and (one.low, one.high) != (other.low, other.high):
            return UNLIKE  # what is summed up over a half year is not what is over a year
        told = kinds(one.words), kinds(other.words)
        if all(told) and not told[0] & told[1]:
            return UNLIKE
        if one.unit != other.unit:
            return self._sums(one, other)
        return self._measures(one, other)

    def _measures(self, one: Card, other: Card) -> Likeness:
        """Two figures in one unit that do not count people."""
        found = self._compare(one, other)
        if not found.same and self._one_sum(one, other):
            return by_build()
        if found.same:
            return self._sameness(one, other, found)
        if found.against:
            return found if self._of_one(one, other) and not self._otherwise_called(one, other) else UNLIKE
        if values_meet(one, other):
            return found
        if self._set_against(one, other):
            return by_build("figure")
        otherwise = self._one_thing(one, other) or self._told_otherwise(one, other, found.score)
        return by_build("figure") if otherwise else found

    def _otherwise_called(self, one: Card, other: Card) -> bool:
        """Whether the subject of either of two changes has a word for what it is of that the other passage lacks: fuel prices
        are not consumer prices, nor just prices."""
        if one.unit != "percent":
            return False
        dropped = idle() | one.second | other.second
        mine, theirs = (self._states.plain(a.first) - b.around - dropped for a, b in ((one, other), (other, one)))
        shared = self._states.plain(one.first & other.first) - dropped - kind_terms("rise") - kind_terms("fall")
        return (
            bool(mine and theirs)
            or _narrows(one, mine - other.first, shared)
            or _narrows(other, theirs - one.first, shared)
        )

    def _set_against(self, one: Card, other: Card) -> bool:
        """Whether one passage itself sets its figure against the other's ("more than the 11 tonnes stated by the office")."""
        if one.document == other.document or not (compares(one.passage) or compares(other.passage)):
            return False
        mine, theirs = (self._states.plain(card.first) - idle() for card in (one, other))
        return told_both(one, other) and self._compare.weights.alike(mine, theirs) >= _ALIKE

    def _one_sum(self, one: Card, other: Card) -> bool:
        """Whether two passages on one named body or place give, within days, the very same large figure for it."""
        if (one.low, one.high) != (other.low, other.high) or one.low != one.high or (one.low or 0) <= _TELLING:
            return False
        if one.negative != other.negative or not near_days(one, other) or self._compare.elsewhere(one, other):
            return False
        shared = (self._states.plain(one.first) & self._states.plain(other.first)) - idle()
        return bool(shared and self._states.places(one) & self._states.places(other))

    def _told_otherwise(self, one: Card, other: Card, score: float) -> bool:
        """Whether two documents credit one source with two values of one figure."""
        credited = [frozenset(self._compare.names.name(chain[-1][0]) for chain in card.chains) for card in (one, other)]
        if not credited[0] & credited[1] or one.document == other.document or times_apart(one, other):
            return False
        mine, theirs = (self._states.plain(card.first) - idle() for card in (one, other))
        rules = table("shapes")["shared"]
        if one.negative or other.negative or told_both(one, other) or (one.first ^ other.first) & self._scopes:
            return False
        return score >= rules["told_otherwise"] and self._compare.weights.within(mine, theirs) >= 0.5

    def keys(self, card: Card) -> Iterator[tuple[str, ...]]:
        """What a figure is looked up by to find those that may be of one thing: a name, and what it counts."""
        about = self._counts.of(card)
        if about and about.fate:
            what: tuple[str, ...] = ("people", about.fate)
        elif card.measure in table("shapes")["currencies"]["alike"]:
            what = ("sum",)
        else:
            what = ("figure", card.unit)
        for chain in card.chains:
            for word in self._compare.weights.rarest(card.first, 2):
                yield (*what, "by", self._compare.names.name(chain[-1][0]), word)
        names = self._counts.scene(card) if what[0] == "people" else self._states.places(card)
        for name in self._compare.weights.rarest(names, 2):
            yield (*what, name)

    def _people(self, one: Card, other: Card, mine: Count, theirs: Count) -> Likeness:
        built = self._counts(one, other, mine, theirs)
        if built is not None:
            return built
        if one.unit != other.unit:
            return UNLIKE
        found = self._compare(one, other)
        told = (one.first & other.first) - idle() - fate_terms(mine.fate)
        if found.against and (mine.fate != theirs.fate or not told):
            return UNLIKE
        if found.against and len(told) < _EVENT and not self._of_one(one, other):
            return UNLIKE
        if found.same and bool(mine.fate) != bool(theirs.fate) and (one.low, one.high) != (other.low, other.high):
            return UNLIKE
        return self._sameness(one, other, found) if found.same else found

    def _sameness(self, one: Card, other: Card, found: Likeness) -> Likeness:
        """That two figures leave one bound open tells little, nor does so small a count as two."""
        bounds = (one.low, one.high, other.low, other.high)
        if one.unit == "percent" and found.score < 1.0:
            mine, theirs = (self._states.plain(card.first) - idle() for card in (one, other))
            if self._compare.weights.within(mine, theirs) < self._about:
                return UNLIKE
        telling = None not in bounds and not all(bound is not None and bound <= _FEW for bound in bounds)
        if telling:
            return found
        alike = self._compare.weights.alike
        return found if alike(one.first, other.first) + alike(one.around, other.around) >= 1.0 else UNLIKE

    def _sums(self, one: Card, other: Card) -> Likeness:
        """Sums in two currencies worth about the same, so far apart that they cannot be one sum."""
        rules = table("shapes")["currencies"]
        if one.measure not in rules["alike"] or other.measure not in rules["alike"]:
            return UNLIKE
        if None in (one.low, one.high, other.low, other.high):
            return UNLIKE
        low, high = sorted(((one.low or 0.0, one.high or 0.0), (other.low or 0.0, other.high or 0.0)))
        if low[1] * rules["apart"] >= high[0] or not self._one_thing(one, other):
            return UNLIKE
        return by_build("figure")

    def _one_thing(self, one: Card, other: Card) -> bool:
        """Whether two figures measure one thing of one named body or place: each passage has what the other's subject says,
        and the shorter says little that the longer does not."""
        if one.negative or other.negative or times_apart(one, other) or self._compare.elsewhere(one, other):
            return False
        if (
            not self._states.places(one) & self._states.places(other)
            or told_both(one, other)
            or not self._of_one(one, other)
        ):
            return False
        scopes = [(a.first - b.first) & self._scopes for a, b in ((one, other), (other, one))]
        if self._of_one_kind(one, other) and not all(scopes):
            return True
        if any(scopes):
            return False
        mine, theirs = (self._states.plain(card.first) - idle() for card in (one, other))
        if mine | theirs and max(self._share(mine, other.around), self._share(theirs, one.around)) < self._subject:
            return False
        dropped = idle() | one.second | other.second
        said = [card.around - dropped for card in (one, other)]
        within = self._compare.weights.within
        plain = within(self._states.plain(said[0]), self._states.plain(said[1]))
        return max(plain, within(said[0], said[1])) >= self._about

    def _of_one_kind(self, one: Card, other: Card) -> bool:
        """Whether two figures are told to be of one kind (cost, output, withdrawals), and of nothing that tells them apart."""
        kind = kinds(one.words)
        if not kind or kind != kinds(other.words):
            return False
        dropped = idle() | one.second | other.second | frozenset().union(*map(kind_terms, kind))
        mine, theirs = (self._states.plain(card.first) - dropped for card in (one, other))
        return not mine or not theirs or bool(mine & theirs) or kind <= had_once()

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
        measured = not all(owners) and is_measure(one.measure)
        return measured and alike(one.first, other.first) + alike(one.around, other.around) >= _NAMELESS

    def _measured_alike(self, one: Card, other: Card) -> bool:
        """Whether two shares, or two counts of one noun, are told to be of the same: the noun alone tells too little."""
        if is_measure(one.measure) and one.unit != "percent":
            return True
        unit = one.second | other.second
        mine, theirs = (self._states.plain(card.first) - idle() - unit for card in (one, other))
        if one.unit == "percent":
            return self._compare.weights.alike(mine, theirs) >= _ALIKE
        return bool(mine & theirs) if mine | theirs else self._compare.weights.alike(one.around, other.around) >= _ALIKE

    def _owners(self, card: Card) -> Bag:
        """The names near a figure, with whoever speaks of himself."""
        return self._states.places(card) | (card.around & known_states()) | self._compare.of_himself(card)

    def _share(self, terms_: Bag, of: Bag) -> float:
        weights = self._compare.weights
        return weights.of(terms_ & of) / weights.of(terms_) if terms_ else 0.0


def _narrows(card: Card, more: Bag, shared: Bag) -> bool:
    """Whether a figure's subject puts one of the terms that it has ``more`` right before one that is ``shared``: "fuel prices"."""
    return any(term(a) in more and term(b) in shared for a, b in pairwise(card.words.split())) if more else False
