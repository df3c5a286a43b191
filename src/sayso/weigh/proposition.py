"""Same proposition: claims of each kind are brought together by what they say. Candidates come from an index by rare
terms, never from all pairs; what a list of the index holds beyond a window is compared with its neighbours only.

Invariant: no group holds two claims that were found against each other.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise, product

from sayso.weigh.likeness import Comparison, Weights
from sayso.weigh.prepared import Card, bag
from sayso.weigh.shapes import Shapes

_WINDOW = 8
_TELLING = (
    7  # the rarest terms of a claim by which it is looked up, two at a time: long sentences share but a few of them
)
_CORE = 0.6  # share by weight
_FINER = ("flow", "influence", "act")  # in the order in which a statement is taken for one


@dataclass(slots=True)
class Grouping:
    """``groups`` are lists of places in the list of cards, sorted; ``opposed`` maps a pair of places, the smaller first,
    to (what sets them against each other, how alike they are)."""

    groups: list[list[int]]
    opposed: dict[tuple[int, int], tuple[str, float]] = field(default_factory=dict)


def group(
    cards: Sequence[Card],
    compare: Comparison,
    together: Sequence[Sequence[int]] = (),
    never: frozenset[tuple[int, int]] = frozenset(),
) -> Grouping:
    """Groups the cards, which must come sorted. ``together`` and ``never`` are the analyst's merges and splits."""
    shapes = Shapes(compare, cards)
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, card in enumerate(cards):
        alike[(*card.sense(), shapes.own(card))].append(at)
    firsts = [places[0] for places in alike.values()]
    result = Grouping([])
    same = _compared(cards, firsts, shapes, never, result.opposed)
    sets = _Sets(len(cards), result.opposed.keys() | never)
    for places in together:
        for one, other in pairwise(places):
            sets.force(one, other)
    for places in alike.values():
        for other in places[1:]:
            sets.join(places[0], other)
    for _, one, other in sorted(same):
        sets.join(one, other)
    for one, other in _worded(cards, sets, compare, never):
        sets.join(one, other)
    result.groups = sets.groups()
    return result


def _worded(
    cards: Sequence[Card], sets: "_Sets", compare: Comparison, never: frozenset[tuple[int, int]]
) -> list[tuple[int, int]]:
    """What the reader could take for no more than a statement in one wording it may have read as a flow, an act or an
    influence in another: each set of statements joins the one set of such claims most like it, never two."""
    index: dict[tuple[str, str], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for at, card in enumerate(cards):
        if card.kind in _FINER or card.kind == "statement":
            for pair in combinations(sorted(compare.weights.rarest(card.says, _TELLING)), 2):
                index[pair][card.kind == "statement"].append(at)
    best: dict[int, tuple[float, int, int, int]] = {}
    seen: set[tuple[int, int]] = set()
    for finer, stated in index.values():
        for at, other in product(stated[:_WINDOW], finer[:_WINDOW]):
            if (at, other) in seen or (min(at, other), max(at, other)) in never:
                continue
            seen.add((at, other))
            score = (
                compare.worded(cards[at], cards[other]) if _says_core(cards[at], cards[other], compare.weights) else 0.0
            )
            if score:
                row = (-score, _FINER.index(cards[other].kind), at, other)
                best[sets.find(at)] = min(best.get(sets.find(at), row), row)
    return [(at, other) for _, _, at, other in sorted(best.values())]


def _says_core(stated: Card, finer: Card, weights: Weights) -> bool:
    """Whether a statement has the greater part of what a claim of a finer kind comes to, not just of its passage."""
    core = bag(finer.words)
    return not core or weights.of(core & stated.says) >= _CORE * weights.of(core)


def _compared(
    cards: Sequence[Card],
    places: Sequence[int],
    compare: Shapes,
    never: frozenset[tuple[int, int]],
    opposed: dict[tuple[int, int], tuple[str, float]],
) -> list[tuple[float, int, int]]:
    """Compares the candidates among the claims at ``places``: gives those that state one proposition, the most alike to be
    sorted first, and adds those against each other to ``opposed``."""
    same = []
    seen: set[int] = set()
    for a, b in _candidates([cards[at] for at in places], compare):
        one, other = places[a], places[b]
        at = one * len(cards) + other
        if at in seen or (one, other) in never:
            continue
        seen.add(at)
        likeness = compare(cards[one], cards[other])
        if likeness.same:
            same.append((-likeness.score, one, other))
        elif likeness.against:
            opposed[one, other] = (likeness.against, likeness.score)
    return same


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


def _candidates(cards: Sequence[Card], compare: Shapes) -> Iterator[tuple[int, int]]:
    """Pairs of places worth comparing, the smaller first. A pair may come more than once."""
    index: dict[object, list[int]] = defaultdict(list)
    for at, card in enumerate(cards):
        for key in _keys(card, compare.weights):
            index[key].append(at)
        for key in compare.keys(card):
            index[key].append(at)
    yield from _denials(cards, compare.weights)
    for places in index.values():
        if len(places) <= _WINDOW:
            yield from combinations(places, 2)
            continue
        places.sort(key=lambda at: (sorted(cards[at].says), at))
        for here, at in enumerate(places):
            for other in places[max(0, here - _WINDOW) : here]:
                yield (other, at) if other < at else (at, other)


def _keys(card: Card, weights: Weights) -> Iterator[object]:
    """What a claim is looked up by: any two that state or contradict one proposition should share one of these."""
    match card.kind:
        case "figure":
            yield from _figure_keys(card, weights)
        case "influence":
            for pair in product(weights.rarest(card.first, 3), weights.rarest(card.second, 3)):
                yield "influence", pair
        case _:
            for pair in combinations(sorted(weights.rarest(card.says, _TELLING)), 2):
                yield card.kind, pair


def _denials(cards: Sequence[Card], weights: Weights) -> Iterator[tuple[int, int]]:
    """Pairs of a claim that denies and a claim, of whatever kind, that it may deny."""
    index: dict[tuple[str, str], list[int]] = {}
    for at, card in enumerate(cards):
        if card.negative:
            for pair in combinations(sorted(weights.rarest(card.says, 7)), 2):
                index.setdefault(pair, []).append(at)
    if not index:
        return
    for at, card in enumerate(cards):
        if not card.negative:
            found = {
                other
                for pair in combinations(sorted(weights.rarest(card.says, 7)), 2)
                for other in index.get(pair, ())[:_WINDOW]
            }
            for other in sorted(found):
                yield (at, other) if at < other else (other, at)


def _figure_keys(card: Card, weights: Weights) -> Iterator[object]:
    subject = weights.rarest(card.first, 4)
    around = weights.rarest(card.around, 6)
    for pair in combinations(sorted(subject), 2):
        yield card.unit, pair
    if len(subject) < 3:
        for word in subject:
            yield card.unit, word
    for pair in combinations(sorted(around[:4]), 2):
        yield card.unit, "", pair
    bound = card.low if card.low is not None else card.high
    for word in around:
        yield card.unit, "" if bound is None else f"{bound:.2g}", word
