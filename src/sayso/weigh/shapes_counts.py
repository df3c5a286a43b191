"""Whether two counts of people are of one event: the same people, befallen by the same, in one place, on one day or by one mishap.

Invariant: a part of the people is never taken for all of them, nor for another part.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sayso.weigh.card import Card
from sayso.weigh.likeness import UNLIKE, Comparison, Likeness, by_build
from sayso.weigh.rounding import values_meet
from sayso.weigh.shapes_names import States
from sayso.weigh.shapes_people import Count, counted, fate_terms, idle, nouns_of_events, of_events
from sayso.weigh.shapes_values import days_apart, main_names, told_both
from sayso.weigh.terms import Bag
from sayso.weigh.times import times_apart

_TELLING = 10.0  # a count up to this may be that of many events


class Counts:
    """Compares counts of people by whom and what they count."""

    def __init__(self, compare: Comparison, states: States, cards: Sequence[Card]) -> None:
        self._compare = compare
        self._states = states
        self._about_whom = main_names(cards, states)
        self._parts: dict[tuple[str, str], set[str]] = defaultdict(set)  # of people, that a document counts by a fate
        for card in cards:
            count = counted(card) if card.kind == "figure" else None
            if count and (count.who or not count.open):
                self._parts[card.document, count.fate].add(count.who)

    def of(self, card: Card) -> Count | None:
        """What a figure counts if it counts people. "The toll" is of those whom its document counts otherwise, if of one kind."""
        count = counted(card)
        if count and count.open and not count.who:
            parts = self._parts.get((card.document, count.fate), set())
            return replace(count, who=min(parts)) if len(parts) == 1 else count
        return count

    def scene(self, card: Card) -> Bag:
        """The names a count is told with, or else those its document is about: a sentence on what befell people often leaves
        them out."""
        return self._states.places(card) or self._about_whom[card.document]

    def __call__(self, one: Card, other: Card, mine: Count, theirs: Count) -> Likeness | None:
        """What the two counts come to by their build; ``None`` where their words must decide."""
        if mine.who != theirs.who or (mine.fate and theirs.fate and mine.fate != theirs.fate) or one.more != other.more:
            return UNLIKE
        if (
            mine.fate not in of_events("brought")
            or mine.fate != theirs.fate
            or not self._one_event(one, other, mine.fate)
        ):
            return None
        if one.negative != other.negative:
            return by_build("denial") if values_meet(one, other) else UNLIKE
        if values_meet(one, other):
            return by_build()
        return UNLIKE if told_both(one, other) or self._by_two_nouns(one, other) else by_build("figure")

    def _by_two_nouns(self, one: Card, other: Card) -> bool:
        """Whether one source counts people by one noun and by another ("people", "civilians"): of two sorts, then."""
        named = [{self._compare.names.name(chain[-1][0]) for chain in card.chains} for card in (one, other)]
        return one.measure != other.measure and bool(named[0] & named[1])

    def _one_event(self, one: Card, other: Card, fate: str) -> bool:
        """Whether two counts of what befell people are of one event."""
        if times_apart(one, other):
            return False
        shared = self._states.places(one) & self._states.places(other)
        days = one.when == other.when and one.when[0] is not None and one.when[0] == one.when[1]
        days = days or any("-" in day for day in one.days & other.days)
        figure = one.low == other.low and one.high == other.high and (one.low or 0.0) > _TELLING
        mishap = bool((one.around | other.around) & nouns_of_events("mishap"))
        if shared and days:
            return True
        if days_apart(one, other):
            return False
        if not shared and one.document != other.document and (days or mishap or figure):
            return bool(self.scene(one) & self.scene(other))
        if not shared or self._compare.elsewhere(one, other):
            return False
        said = self._states.plain(one.around & other.around) - (fate_terms(fate) - nouns_of_events("occasion")) - idle()
        return bool(said) or mishap
