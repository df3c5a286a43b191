"""Drawings of several parts that nothing joins: each laid out by itself, then set side by side in rows as wide as a page.

Invariant: the same parts stand in the same places, and no two of them overlap.
"""

from collections.abc import Sequence

from sayso.tell.layered import PAGE, Layout, Point, layered

_BETWEEN = 28  # pixels between two parts
_GAP = 62  # between the columns of a part


def packed(parts: Sequence[Sequence[int]], edges: Sequence[tuple[int, int]]) -> Layout:
    """Lays out boxes 0 to n - 1, each in one of the ``parts``; every edge stays within a part. Parts go in the order given."""
    count = sum(map(len, parts))
    if len(parts) < 2:
        return layered(count, edges)
    centres: list[Point] = [(0.0, 0.0)] * count
    ways: list[tuple[Point, ...]] = [()] * len(edges)
    right = top = bottom = width = 0.0
    for part in parts:
        number = {box: at for at, box in enumerate(part)}
        inner = [at for at, (start, _) in enumerate(edges) if start in number]
        layout = layered(len(part), [(number[edges[at][0]], number[edges[at][1]]) for at in inner], gap=_GAP)
        if right and right + layout.width > PAGE:
            right, top = 0.0, bottom + _BETWEEN
        for box, (x, y) in zip(part, layout.centres, strict=True):
            centres[box] = (x + right, y + top)
        for at, way in zip(inner, layout.ways, strict=True):
            ways[at] = tuple((x + right, y + top) for x, y in way)
        right += layout.width + _BETWEEN
        width, bottom = max(width, right - _BETWEEN), max(bottom, top + layout.height)
    return Layout(round(width), round(bottom), tuple(centres), tuple(ways))
