"""Where boxes and arrows stand in a drawing that runs from left to right (after Sugiyama, Tagawa and Toda 1981).

Arrows that close a circle are turned round first (Eades, Lin and Smyth 1993), every box then stands right of all that lead to
it, neighbours are ordered to cross little and pulled level. Invariant: the same boxes and arrows stand in the same places.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

WIDTH, HEIGHT = 158, 40
_GAP_Y, _SLIM = 16, 6  # between boxes, and the height an arrow takes in passing
_SWEEPS = 12
_MARGIN = 8
PAGE, _NEAR, _FAR = 1196, 46, 300  # the width of a page; the gap between columns is what fits it, within these limits

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Layout:
    """The centre of each box and the way of each arrow, from its start to its end, in pixels."""

    width: int
    height: int
    centres: tuple[Point, ...]
    ways: tuple[tuple[Point, ...], ...]


def layered(
    count: int, edges: Sequence[tuple[int, int]], columns: Sequence[int] | None = None, *, gap: float | None = None
) -> Layout:
    """Lays out boxes 0 to ``count - 1``; ``columns`` gives each its column where that is known, ``gap`` the space between
    columns where they need not fill a page."""
    rank = list(range(count)) if columns is not None else _ranked(count, edges)
    forward = [(a, b) if rank[a] <= rank[b] else (b, a) for a, b in edges]
    if columns is not None:
        forward = [(a, b) if columns[a] <= columns[b] else (b, a) for a, b in edges]
    layer = list(columns) if columns is not None else _layers(count, forward, rank)
    chains = _chains(layer, forward)  # adds the places where long arrows pass a column
    heights = [HEIGHT] * count + [_SLIM] * (len(layer) - count)
    order = _ordered(layer, chains)
    middle = _levelled(order, chains, heights)
    lowest = min((middle[at] - heights[at] / 2 for at in range(len(layer))), default=0.0)
    middle = [y - lowest + _MARGIN for y in middle]
    step = WIDTH + gap if gap is not None else _step(max(layer, default=0) + 1)
    centres = [(_MARGIN + WIDTH / 2 + layer[at] * step, middle[at]) for at in range(len(layer))]
    ways = _ways(count, edges, forward, chains, centres)
    return Layout(
        width=round(max((x for x, _ in centres), default=0) + WIDTH / 2 + _MARGIN),
        height=round(max((y + heights[at] / 2 for at, (_, y) in enumerate(centres)), default=0) + _MARGIN),
        centres=tuple(centres[:count]),
        ways=ways,
    )


def _step(columns: int) -> float:
    """From one column to the next."""
    free = (PAGE - 2 * _MARGIN - columns * WIDTH) / max(columns - 1, 1)
    return WIDTH + min(max(free, _NEAR), _FAR)


def _ranked(count: int, edges: Sequence[tuple[int, int]]) -> list[int]:
    """A place for each box in a row in which few arrows point backwards."""
    out: list[set[int]] = [set() for _ in range(count)]
    into: list[set[int]] = [set() for _ in range(count)]
    for a, b in edges:
        if a != b:
            out[a].add(b)
            into[b].add(a)
    left: list[int] = []
    right: list[int] = []
    waiting = list(range(count))
    while waiting:
        sink = next((at for at in waiting if not out[at]), None)
        source = next((at for at in waiting if not into[at]), None)
        if sink is not None and into[sink]:
            chosen = sink
            right.append(chosen)
        else:
            chosen = source if source is not None else max(waiting, key=lambda at: (len(out[at]) - len(into[at]), -at))
            left.append(chosen)
        waiting.remove(chosen)
        for other in out[chosen]:
            into[other].discard(chosen)
        for other in into[chosen]:
            out[other].discard(chosen)
        out[chosen], into[chosen] = set(), set()
    rank = [0] * count
    for place, at in enumerate([*left, *reversed(right)]):
        rank[at] = place
    return rank


def _layers(count: int, forward: Sequence[tuple[int, int]], rank: Sequence[int]) -> list[int]:
    """The column of each box: right of everything before it, and no further left of what follows than it must."""
    layer = [0] * count
    for a, b in sorted(forward, key=lambda edge: rank[edge[0]]):
        layer[b] = max(layer[b], layer[a] + 1) if a != b else layer[b]
    after: list[list[int]] = [[] for _ in range(count)]
    for a, b in forward:
        if a != b:
            after[a].append(b)
    for at in sorted(range(count), key=lambda at: -rank[at]):
        if after[at]:
            layer[at] = min(layer[other] for other in after[at]) - 1
    return layer


def _chains(layer: list[int], forward: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The stations of each arrow, one a column; ``layer`` grows by the places passed."""
    chains = []
    for a, b in forward:
        chain = [a]
        for column in range(layer[a] + 1, layer[b]):
            layer.append(column)
            chain.append(len(layer) - 1)
        chains.append([*chain, b])
    return chains


def _neighbours(size: int, chains: Sequence[Sequence[int]]) -> tuple[list[list[int]], list[list[int]]]:
    before: list[list[int]] = [[] for _ in range(size)]
    after: list[list[int]] = [[] for _ in range(size)]
    for chain in chains:
        for a, b in pairwise(chain):
            before[b].append(a)
            after[a].append(b)
    return before, after


def _ordered(layer: Sequence[int], chains: Sequence[Sequence[int]]) -> list[list[int]]:
    """The columns, each in an order in which arrows cross little (barycentres, swept to and fro)."""
    columns: list[list[int]] = [[] for _ in range(max(layer, default=-1) + 1)]
    for at, number in enumerate(layer):
        columns[number].append(at)
    before, after = _neighbours(len(layer), chains)
    place = {at: float(row) for column in columns for row, at in enumerate(column)}
    for sweep in range(_SWEEPS):
        near, swept = (after, columns[::-1]) if sweep % 2 else (before, columns)
        for column in swept:
            weight = {at: _mean([place[one] for one in near[at]], place[at]) for at in column}
            column.sort(key=lambda at: (weight[at], place[at], at))
            place.update({at: float(row) for row, at in enumerate(column)})
    return columns


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _levelled(columns: Sequence[Sequence[int]], chains: Sequence[Sequence[int]], heights: Sequence[int]) -> list[float]:
    """The middle of each place: as level with its neighbours as the others of its column let it be."""
    before, after = _neighbours(len(heights), chains)
    middle = [0.0] * len(heights)
    offsets: list[list[float]] = []
    for column in columns:
        offset, down = [], 0.0
        for above, at in zip([None, *column], column, strict=False):
            down += 0.0 if above is None else (heights[above] + heights[at]) / 2 + _GAP_Y
            offset.append(down)
        offsets.append(offset)
        for at, y in zip(column, offset, strict=True):
            middle[at] = y - down / 2
    for sweep in range(_SWEEPS):
        near = after if sweep % 2 else before
        pairs = list(zip(columns, offsets, strict=True))
        for column, offset in reversed(pairs) if sweep % 2 else pairs:
            both = [near[at] or (before[at] + after[at]) for at in column]
            wanted = [
                _mean([middle[one] for one in ones], middle[at]) - down
                for at, ones, down in zip(column, both, offset, strict=True)
            ]
            for at, y, down in zip(column, _rising(wanted), offset, strict=True):
                middle[at] = y + down
    return middle


def _rising(wanted: Sequence[float]) -> list[float]:
    """The values nearest to those wanted that never fall (pool adjacent violators)."""
    pools: list[tuple[float, int]] = []
    for value in wanted:
        pools.append((value, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, n), (b, m) = pools[-2:]
            pools[-2:] = [((a * n + b * m) / (n + m), n + m)]
    return [value for value, number in pools for _ in range(number)]


def _ways(
    count: int,
    edges: Sequence[tuple[int, int]],
    forward: Sequence[tuple[int, int]],
    chains: Sequence[Sequence[int]],
    centres: Sequence[Point],
) -> tuple[tuple[Point, ...], ...]:
    """The arrows' ways, their ends spread over the sides of the boxes in the order of where they go."""
    leaving: list[list[tuple[float, int]]] = [[] for _ in range(count)]
    coming: list[list[tuple[float, int]]] = [[] for _ in range(count)]
    for at, chain in enumerate(chains):
        leaving[chain[0]].append((centres[chain[1]][1], at))
        coming[chain[-1]].append((centres[chain[-2]][1], at))
    start, end = _ports(leaving), _ports(coming)
    found = []
    for at, chain in enumerate(chains):
        (x, y), (right, low) = centres[chain[0]], centres[chain[-1]]
        passed = [(centres[one][0] + side * WIDTH / 2, centres[one][1]) for one in chain[1:-1] for side in (-1, 1)]
        points = [(x + WIDTH / 2, y + start[at]), *passed, (right - WIDTH / 2, low + end[at])]
        found.append(tuple(points if edges[at] == forward[at] else reversed(points)))
    return tuple(found)


def _ports(sides: Sequence[Sequence[tuple[float, int]]]) -> dict[int, float]:
    found = {}
    for side in sides:
        step = min(9.0, (HEIGHT - 10) / max(len(side) - 1, 1))
        for place, (_, at) in enumerate(sorted(side)):
            found[at] = (place - (len(side) - 1) / 2) * step
    return found
