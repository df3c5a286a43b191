"""Whose word a stretch of text is: the attributions whose content covers it, as chains of voices.

A chain runs from the carrier nearest the document to the origin. Sources credited side by side with the same words give
a chain each.
"""

from bisect import bisect_left
from collections.abc import Sequence

from sayso.core.claim import Attribution, Voice


class Voices:
    """The attributions of one document, indexed by where their content stands."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._rows = sorted(
            ((one.content.start, one.content.end, at, one) for at, one in enumerate(attributions) if one.content),
            key=lambda row: row[:3],
        )
        self._starts = [row[0] for row in self._rows]
        self._reach: list[int] = []  # the furthest end so far: where looking back can stop
        for _, end, _, _ in self._rows:
            self._reach.append(max(end, self._reach[-1] if self._reach else 0))

    def over(self, anchor: tuple[int, int]) -> list[Attribution]:
        """The attributions whose content covers at least half of the anchor, the widest first."""
        start, end = anchor
        found = []
        at = bisect_left(self._starts, end)
        while at > 0 and self._reach[at - 1] > start:
            at -= 1
            first, last, order, attribution = self._rows[at]
            if attribution.source is not None and attribution.source.covers(start, end):
                continue  # what is told of a speaker is not said by him
            if 2 * (min(last, end) - max(first, start)) >= end - start:
                found.append((first - last, order, attribution))
        return [attribution for _, _, attribution in sorted(found, key=lambda row: row[:2])]

    def chains(self, over: Sequence[Attribution]) -> list[tuple[Voice, ...]]:
        """One chain for every source the narrowest content is credited to; unnamed sources give none."""
        if not over:
            return []
        narrowest = over[-1].content
        inner = [one for one in over if one.content == narrowest]
        outer = [one for one in over if one.content != narrowest and one.name]
        voice_of = {one.name: _voice(one) for one in over if one.name}
        chains = []
        for one in inner:
            if not one.name:
                continue
            carriers = one.via or tuple(
                dict.fromkeys(other.name for other in outer if other.name and other.name != one.name)
            )
            chains.append((*(voice_of.get(name, Voice(name)) for name in carriers), _voice(one)))
        return list(dict.fromkeys(chains))


def _voice(attribution: Attribution) -> Voice:
    return Voice(attribution.name or "", attribution.cue.text if attribution.cue else None, attribution.date)
