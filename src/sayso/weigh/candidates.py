"""Which claims are worth comparing: those that share a mark and stand near one another under it, never all pairs.

Invariant: the pairs hang on the marks and the order of the claims alone, and each comes once, as ``one * size + other`` with the
smaller place first.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]
Pairs = NDArray[np.int64]
_WINDOW = 8


@dataclass(frozen=True, slots=True)
class Index:
    """Which claim, by its place, stands under which mark: two arrays of one length."""

    marks: NDArray[np.uint64]
    places: Places

    def among(self, chosen: NDArray[np.bool_]) -> "Index":
        """The part of the index that tells of the claims that are chosen, by their places."""
        kept = chosen[self.places]
        return Index(self.marks[kept], self.places[kept])

    def first(self, most: int) -> "Index":
        """Sorted, with no more than the first few claims under any mark."""
        by = np.lexsort((self.places, self.marks))
        marks, places = self.marks[by], self.places[by]
        starts = np.flatnonzero(np.r_[True, marks[1:] != marks[:-1]][: len(marks)])
        rank = np.arange(len(marks)) - np.repeat(starts, np.diff(np.r_[starts, len(marks)]))
        return Index(marks[rank < most], places[rank < most])


def beside(index: Index, order: Places, size: int) -> Pairs:
    """Claims that stand under one mark within a window of each other, when those under it are put in ``order``."""
    by = np.lexsort((order[index.places], index.marks))
    marks, places = index.marks[by], index.places[by]
    found = []
    for step in range(1, _WINDOW + 1):
        same = np.flatnonzero(marks[step:] == marks[:-step])
        found.append(_coded(places[same], places[same + step], size))
    return once(found)


def across(some: Index, others: Index, size: int, most: int | None = None) -> Pairs:
    """Claims that stand under one mark, the first few of ``some`` with the first ``most`` of ``others``, or with all."""
    mine, theirs = some.first(_WINDOW), others.first(most or size + 1)
    left, right = (np.searchsorted(theirs.marks, mine.marks, side) for side in ("left", "right"))
    times = right - left
    ones = np.repeat(mine.places, times)
    inside = np.arange(len(ones)) - np.repeat(np.cumsum(times) - times, times)
    return once([_coded(ones, theirs.places[np.repeat(left, times) + inside], size)])


def _coded(ones: Places, others: Places, size: int) -> Pairs:
    apart = ones != others
    ones, others = ones[apart], others[apart]
    pairs: Pairs = np.minimum(ones, others) * size + np.maximum(ones, others)
    return pairs


def once(found: list[Pairs]) -> Pairs:
    """All pairs, sorted, each once."""
    pairs: Pairs = np.sort(np.concatenate(found))
    again = np.zeros(len(pairs), bool)
    again[1:] = pairs[1:] == pairs[:-1]
    return pairs[~again]
