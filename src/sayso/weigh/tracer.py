"""Follows the claims of every proposition of a case to their origins.

Invariant: the result does not depend on the order of the propositions, nor on how many processes follow them.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from sayso.core.hands import Hands
from sayso.weigh.card import Card
from sayso.weigh.memory import Memory, digest
from sayso.weigh.origins import Borrowed, Trail
from sayso.weigh.traced import Traced
from sayso.weigh.voices import Voices

_TRACING_S = 1e-4  # to follow the claims of one proposition


class Tracer:
    """Follows claims to their origins."""

    def __init__(self, voices: Voices, memory: Memory, hands: Hands) -> None:
        self._voices = voices
        self._memory = memory
        self._hands = hands

    def trace_all(self, groups: Sequence[Sequence[Card]], marks: Sequence[bytes]) -> list[Traced]:
        """Follows every group, given with its mark. A passage found to be a copy in one group is one in all: where the reader
        saw other claims in the copy than in the original, the two meet in some groups only."""
        traced = self._traced([(cards, mark, {}) for cards, mark in zip(groups, marks, strict=True)])
        borrowed: dict[tuple[str, int], frozenset[str]] = {}
        found_in: dict[tuple[str, int], set[int]] = defaultdict(set)
        for at, one in enumerate(traced):
            for later, _ in one.copies:
                place = later.document, later.start
                borrowed[place] = borrowed.get(place, frozenset()) | frozenset(one.origin[later.id])
                found_in[place].add(at)
        again: dict[int, Borrowed] = {}
        for at, cards in enumerate(groups):
            if len(traced[at].origins) > 1:
                places = sorted({(card.document, card.start) for card in cards} & borrowed.keys())
                if any(found_in[place] != {at} for place in places):
                    again[at] = {place: borrowed[place] for place in places}
        anew = self._traced([(groups[at], marks[at], known) for at, known in again.items()])
        for at, one in zip(again, anew, strict=True):
            traced[at] = one
        return traced

    def _traced(self, groups: Sequence[tuple[Sequence[Card], bytes, Borrowed]]) -> list[Traced]:
        """Follows the claims for each proposition, sorted, given with their mark and the origins of passages known to be copies."""
        marks = []
        for _, mark, borrowed in groups:
            told = repr([(place, sorted(names)) for place, names in borrowed.items()])
            marks.append(digest(b"traced", mark, told.encode("utf-8", "surrogatepass")))

        def work(places: Sequence[int]) -> list[Traced]:
            return [Trail(self._voices, groups[at][0], groups[at][2], marks[at]).traced() for at in places]

        return self._memory.values(marks, Traced, partial(self._hands.over, work, each_s=_TRACING_S))
