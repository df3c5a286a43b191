"""The rings of a graph: its closed chains of nodes that pass no node twice, the shortest first.

Every ring begins with its first node in sorted order, and rings of one length come sorted, so that a limit on their number
cuts the same ones off wherever it is set.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

_STEPS = 2_000_000  # nodes visited; only a graph that is dense and yet nearly without rings takes so many

Links = Mapping[str, Sequence[str]]


def rings(edges: Collection[tuple[str, str]], longest: int) -> Iterator[tuple[str, ...]]:
    """The rings of two nodes up to ``longest``; whoever has enough stops asking."""
    onward, back = _trimmed(edges)
    steps = _STEPS
    for length in range(2, longest + 1):
        for first in onward:
            far = _distances(back, first, length - 1)
            waiting: list[tuple[str, ...]] = [(first,)]
            while waiting and steps:
                path = waiting.pop()
                steps -= 1
                left = length - len(path)
                if not left:
                    yield path
                    continue
                waiting += [
                    (*path, other)
                    for other in reversed(onward[path[-1]])
                    if far.get(other, length) <= left and other not in path
                ]


def _trimmed(edges: Collection[tuple[str, str]]) -> tuple[Links, Links]:
    """Where each node leads and where it is reached from, sorted, without nodes that have nothing on one of the two sides."""
    kept = sorted(edge for edge in edges if edge[0] != edge[1])
    while True:
        ends = {one for one, _ in kept} & {other for _, other in kept}
        fewer = [(one, other) for one, other in kept if one in ends and other in ends]
        if len(fewer) == len(kept):
            break
        kept = fewer
    onward: dict[str, list[str]] = {}
    back: dict[str, list[str]] = {}
    for one, other in kept:
        onward.setdefault(one, []).append(other)
        back.setdefault(other, []).append(one)
    return onward, back


def _distances(back: Links, first: str, most: int) -> dict[str, int]:
    """How many links lead from a node to the first, for nodes after it in order and at most so far from it."""
    far: dict[str, int] = {}
    edge = [first]
    for links in range(1, most + 1):
        edge = list(dict.fromkeys(one for node in edge for one in back[node] if one > first and one not in far))
        if not edge:
            break
        far.update(dict.fromkeys(edge, links))
    return far
