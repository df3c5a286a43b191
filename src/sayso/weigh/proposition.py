"""Same proposition: claims of each kind are brought together by what they say. Candidates come from an index
(:mod:`sayso.weigh.lookup`), never from all pairs.

Invariant: no group holds two claims that were found against each other.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.core.hands import Hands
from sayso.weigh.candidates import Pairs, across, beside, once
from sayso.weigh.card import Card
from sayso.weigh.likeness import KINDS
from sayso.weigh.lookup import Looked
from sayso.weigh.marks import of_pairs
from sayso.weigh.memory import Memory
from sayso.weigh.rarity import Weights
from sayso.weigh.shapes import Shapes
from sayso.weigh.terms import bag

_CORE = 0.6  # share by weight
_COMPARING_S = 1e-5  # two claims
_WORDED = 8  # claims of a finer kind, under one mark, that a statement is compared with
_FINER = ("flow", "influence", "act")  # in the order in which a statement is taken for one


@dataclass(slots=True)
class Grouping:
    """``groups`` are lists of places in the list of cards, sorted; ``opposed`` maps a pair of places, the smaller first,
    to (what sets them against each other, how alike they are)."""

    groups: list[list[int]]
    opposed: dict[tuple[int, int], tuple[str, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stock:
    """All claims of a case, sorted, as they are compared: their cards, by what each is looked up, and the mark of each."""

    cards: Sequence[Card]
    looked: Looked
    marks: NDArray[np.uint64]


def group(
    stock: Stock,
    compare: Shapes,
    memory: Memory,
    hands: Hands,
    together: Sequence[Sequence[int]] = (),
    never: frozenset[tuple[int, int]] = frozenset(),
) -> Grouping:
    """Groups the claims. ``together`` and ``never`` are the analyst's merges and splits."""
    found = _Found(stock, compare, memory, hands, never)
    result = Grouping([], found.opposed)
    sets = _Sets(len(stock.cards), result.opposed.keys() | never)
    for places in together:
        for one, other in pairwise(places):
            sets.force(one, other)
    for one, other in found.same:
        sets.join(one, other)
    for one, other in found.worded(sets):
        sets.join(one, other)
    result.groups = sets.groups()
    return result


class _Found:
    """What comparing the candidates among the claims comes to. Of claims of one sense only the first is compared."""

    def __init__(
        self, stock: Stock, compare: Shapes, memory: Memory, hands: Hands, never: frozenset[tuple[int, int]]
    ) -> None:
        self._stock, self._compare, self._memory, self._hands, self._never = stock, compare, memory, hands, never
        self._size = len(stock.cards)
        self._firsts = stock.looked.firsts()
        self._negative = np.fromiter((card.negative for card in stock.cards), bool, self._size)
        self.same = self._of_one_sense()
        self.opposed: dict[tuple[int, int], tuple[str, float]] = {}
        alike = []
        for one, other, kind, score in self._outcomes("compared", self._candidates(), self._compared):
            if KINDS[kind] == "same":
                alike.append((-score, one, other))
            else:
                self.opposed[one, other] = KINDS[kind], score
        self.same += [(one, other) for _, one, other in sorted(alike)]

    def _of_one_sense(self) -> list[tuple[int, int]]:
        senses = self._stock.looked.senses
        by = np.argsort(senses, kind="stable")
        first = by[np.searchsorted(senses[by], senses)]
        later = np.flatnonzero(first != np.arange(self._size))
        return list(zip(first[later].tolist(), later.tolist(), strict=True))

    def _candidates(self) -> Pairs:
        looked = self._stock.looked
        denials, others = self._firsts & self._negative, self._firsts & ~self._negative
        return once(
            [
                beside(looked.built.among(self._firsts), looked.order, self._size),
                across(looked.said.among(denials), looked.said.among(others), self._size),
            ]
        )

    def _compared(self, one: int, other: int) -> tuple[int, float]:
        found = self._compare(self._stock.cards[one], self._stock.cards[other])
        return KINDS.index("same" if found.same else found.against), found.score

    def _outcomes(
        self, what: str, pairs: Pairs, compare: Callable[[int, int], tuple[int, float]]
    ) -> list[tuple[int, int, int, float]]:
        """(one, other, kind, score) of every pair that is anything to each other, and may be."""
        ones, others = np.divmod(pairs, max(self._size, 1))
        rows = list(zip(ones.tolist(), others.tolist(), strict=True))
        marks = of_pairs(self._stock.marks[ones], self._stock.marks[others])
        work = partial(self._hands.over, lambda places: [compare(*rows[at]) for at in places], each_s=_COMPARING_S)
        kinds, scores = self._memory.outcomes(what, marks, work)
        told = np.flatnonzero(kinds).tolist()
        return [(*rows[at], int(kinds[at]), float(scores[at])) for at in told if rows[at] not in self._never]

    def worded(self, sets: "_Sets") -> list[tuple[int, int]]:
        """What the reader could take for no more than a statement in one wording it may have read as a flow, an act or an
        influence in another: each set of statements joins the one set of such claims most like it, never two."""
        cards, said = self._stock.cards, self._stock.looked.said
        stated, finer = (
            self._firsts & np.fromiter((card.kind in kinds for card in cards), bool, self._size)
            for kinds in (("statement",), _FINER)
        )
        best: dict[int, tuple[float, int, int, int]] = {}
        pairs = across(said.among(stated), said.among(finer), self._size, _WORDED)
        for one, other, _, score in self._outcomes("worded", pairs, self._worded):
            at, of = (one, other) if cards[one].kind == "statement" else (other, one)
            row = (-score, _FINER.index(cards[of].kind), at, of)
            best[sets.find(at)] = min(best.get(sets.find(at), row), row)
        return [(at, other) for _, _, at, other in sorted(best.values())]

    def _worded(self, one: int, other: int) -> tuple[int, float]:
        pair = self._stock.cards[one], self._stock.cards[other]
        stated, finer = pair if pair[0].kind == "statement" else pair[::-1]
        score = self._compare.worded(stated, finer) if _says_core(stated, finer, self._compare.weights) else 0.0
        return int(score > 0), score


def _says_core(stated: Card, finer: Card, weights: Weights) -> bool:
    """Whether a statement has the greater part of what a claim of a finer kind comes to, not just of its passage."""
    core = finer.first | finer.second if finer.kind == "influence" else bag(finer.words)
    return not core or weights.of(core & stated.says) >= _CORE * weights.of(core)


class _Sets:
    """Disjoint sets that refuse to join where two members are against each other."""

    def __init__(self, size: int, against: set[tuple[int, int]] | frozenset[tuple[int, int]]) -> None:
        self._parent = list(range(size))
        self._enemies: dict[int, set[int]] = defaultdict(set)
        for one, other in against:
            self._enemies[one].add(other)
            self._enemies[other].add(one)

    def find(self, at: int) -> int:
        while self._parent[at] != at:
            self._parent[at] = at = self._parent[self._parent[at]]
        return at

    def join(self, one: int, other: int) -> None:
        one, other = sorted((self.find(one), self.find(other)))
        if one == other:
            return
        mine, theirs = self._enemies.get(one), self._enemies.get(other)
        if mine and any(self.find(enemy) == other for enemy in mine):
            return
        self._parent[other] = one
        if theirs:
            self._enemies[one] |= theirs

    def force(self, one: int, other: int) -> None:
        one, other = sorted((self.find(one), self.find(other)))
        if one != other:
            self._parent[other] = one
            self._enemies[one] |= self._enemies.get(other, set())

    def groups(self) -> list[list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for at in range(len(self._parent)):
            found[self.find(at)].append(at)
        return list(found.values())
