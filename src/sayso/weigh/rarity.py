"""How much each term tells: the more the fewer sentences of the case have it.

Invariant: what a term weighs hangs on its class of rarity and that of the case alone.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import fsum, log, sqrt

from sayso.weigh.terms import Bag

_MOST_RAREST = 8  # terms anybody asks for
_GROUND = 2000  # sentences of no case in particular: in a small case no term is rare or common on thin evidence
_SMOOTH = 10  # sentences of no case in particular that have any one term
_STEP = 0.35  # from one class of rarity to the next, as a power of e
_LEAST = 0.05  # no term weighs nothing


class _Rank(dict[str, int]):
    """The class of rarity of each term that was asked for: looked up a million times a case, so by the dictionary itself."""

    def __init__(self, count: Mapping[str, int]) -> None:
        self._count = count

    def __missing__(self, term: str) -> int:
        found = self[term] = int(log((self._count.get(term, 0) + _SMOOTH) / _SMOOTH) / _STEP)
        return found


class _Weight(dict[str, float]):
    """The weight of each term that was asked for."""

    def __init__(self, rank: _Rank, size: float) -> None:
        self._rank = rank
        self._size = size

    def __missing__(self, term: str) -> float:
        found = self[term] = max(self._size - log(_SMOOTH) - (self._rank[term] + 0.5) * _STEP, _LEAST)
        return found


class Weights:
    """The weight of each term: how much two claims share when they share it.

    Terms that stand in about as many sentences are of one class, and weigh the same: so a few sentences more or less in a case
    leave nearly every weight as it was, and what was found by it still holds.
    """

    def __init__(self, counts: Iterable[Mapping[str, int]], sentences: int) -> None:
        total: Counter[str] = Counter()
        for count in counts:
            total.update(count)
        self.size = round(log(sentences + _GROUND) / _STEP)  # the class of the case
        self._rank = _Rank(total)
        self._weight = _Weight(self._rank, self.size * _STEP)
        self._total: dict[Bag, float] = {}
        self._rarest: dict[Bag, list[str]] = {}

    @property
    def growth(self) -> float:
        """By how much the terms of this case may weigh more than those of a small one."""
        return (self.size - round(log(_GROUND) / _STEP)) * _STEP

    def __getitem__(self, term: str) -> float:
        return self._weight[term]

    def rank(self, term: str) -> int:
        """The class of a term: 0 for the rarest, which stand in up to four sentences."""
        return self._rank[term]

    def of(self, terms: Bag) -> float:
        found = self._total.get(terms)
        if found is None:
            found = self._total[terms] = fsum(map(self._weight.__getitem__, terms))
        return found

    def alike(self, one: Bag, other: Bag) -> float:
        """The weight of what both say against the geometric mean of what each says; 0 if either says nothing."""
        shared = one & other
        if not shared:
            return 0.0
        return fsum(map(self._weight.__getitem__, shared)) / sqrt(self.of(one) * self.of(other))

    def within(self, one: Bag, other: Bag) -> float:
        """The weight of what both say against what the one that says less says."""
        shared = one & other
        if not shared:
            return 0.0
        return fsum(map(self._weight.__getitem__, shared)) / min(self.of(one), self.of(other))

    def _rarity(self, term: str) -> tuple[int, str]:
        return self._rank[term], term

    def rarest(self, terms: Bag, most: int) -> list[str]:
        found = self._rarest.get(terms)
        if found is None:
            found = self._rarest[terms] = sorted(terms, key=self._rarity)[:_MOST_RAREST]
        return found[:most]
