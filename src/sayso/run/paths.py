"""The strongest chains of influence from the presses to an answer.

Chains are found best first, by how sure their links are and how few they are; how much each pushes is then measured in the
draws: by Mason's rule (1953) a path contributes its gain times what the rest of the system lets through, the determinant
of −W without the path's variables over that of −W. What a path is worth is its part of the push in each draw, averaged over the
draws: pushes themselves have no mean to speak of, since a draw close to a standstill answers with any number.
"""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf, log

import numpy as np

from sayso.core.claim import Sign
from sayso.run.digraph import Digraph, Link
from sayso.run.draws import Draws
from sayso.run.stability import Reals

_MEASURED = 1000  # draws a path is measured in
_STEPS = 20_000  # partial chains looked at for one answer
_EVEN = 0.5  # the presence assumed, for the order of the search only, where the draw decides it


@dataclass(frozen=True, slots=True)
class Chain:
    """Links in order, the direction the chain pushes its end, the share of draws that hold it all, and its part of the push."""

    links: tuple[int, ...]
    sign: Sign
    present: float
    share: float


def chains(
    draws: Draws, push: Sequence[tuple[int, float]], watched: int, *, most: int, longest: int
) -> tuple[Chain, ...]:
    """Up to ``most`` chains, each with its part of what the chains found push either way in a draw, the largest first."""
    found = [
        (links, size) for start, size in push for links in _best_first(draws.digraph, start, watched, most, longest)
    ]
    shares = _shares(np.array([_pushes(draws, links, size) for links, size in found]))
    measured = (
        Chain(links, _sign(draws.digraph, links, size), _present(draws, links), share)
        for (links, size), share in zip(found, shares, strict=True)
    )
    return tuple(sorted(measured, key=lambda chain: (-chain.share, len(chain.links), chain.links))[:most])


def _shares(pushes: Reals) -> list[float]:
    """The part each chain, a row, has of the pushes in a draw, a column, on average over the draws in which any pushes."""
    if not pushes.size:
        return [0.0] * len(pushes)
    whole = pushes.sum(axis=0)
    moved = whole > 0
    parts = np.divide(pushes, whole, out=np.zeros_like(pushes), where=moved)
    return [float(part) for part in parts.sum(axis=1) / max(1, np.count_nonzero(moved))]


def _best_first(digraph: Digraph, start: int, end: int, most: int, longest: int) -> Iterator[tuple[int, ...]]:
    """Chains without repeated variables, surest and shortest first (A* with exact distances to the end)."""
    if start == end:
        return
    after: list[list[tuple[int, float]]] = [[] for _ in digraph.names]
    for at, link in enumerate(digraph.links):
        if link.cause != link.effect:
            after[link.cause].append((at, _cost(link)))
    ahead = _distances(digraph, end)
    waiting: list[tuple[float, tuple[int, ...], int, float]] = [(ahead[start], (), start, 0.0)]
    for _ in range(_STEPS):
        if not waiting or most == 0:
            return
        _, links, node, cost = heapq.heappop(waiting)
        if node == end:
            most -= 1
            yield links
            continue
        if len(links) == longest:
            continue
        passed = {start, *(digraph.links[at].effect for at in links)}
        for at, step in after[node]:
            other = digraph.links[at].effect
            if other not in passed and ahead[other] < inf:
                heapq.heappush(waiting, (cost + step + ahead[other], (*links, at), other, cost + step))


def _distances(digraph: Digraph, end: int) -> list[float]:
    """The cost of the best chain from every variable to the end (Dijkstra 1959)."""
    before: list[list[tuple[int, float]]] = [[] for _ in digraph.names]
    for link in digraph.links:
        before[link.effect].append((link.cause, _cost(link)))
    far = [inf] * len(digraph.names)
    far[end] = 0.0
    waiting = [(0.0, end)]
    while waiting:
        cost, node = heapq.heappop(waiting)
        if cost > far[node]:
            continue
        for other, step in before[node]:
            if cost + step < far[other]:
                far[other] = cost + step
                heapq.heappush(waiting, (cost + step, other))
    return far


def _cost(link: Link) -> float:
    """Halving for the step, since a drawn weight is one half on average, and the chance that the link is there."""
    return log(2) - log(max(_EVEN if link.presence is None else link.presence, 1e-6))


def _pushes(draws: Draws, links: tuple[int, ...], size: float) -> Reals:
    """How much a chain pushes its end in each of the first draws, whichever way."""
    digraph = draws.digraph
    few = slice(0, _MEASURED)
    gain = np.prod([draws.weights[at][few] for at in links], axis=0) * size
    passed = {digraph.links[links[0]].cause, *(digraph.links[at].effect for at in links)}
    through = np.ones_like(gain)
    for component in sorted({digraph.structure.home[variable] for variable in passed}):
        through = through * _let_through(draws, component, passed, few)
    return np.asarray(np.abs(gain * through))


def _present(draws: Draws, links: tuple[int, ...]) -> float:
    return float(np.mean(np.all([draws.weights[at] != 0 for at in links], axis=0)))


def _let_through(draws: Draws, component: int, passed: set[int], few: slice) -> Reals:
    """|det(−W without the path's variables) / det(−W)| of one component, by logarithms: of hundreds of variables either
    determinant is too small or too large for a number."""
    members = draws.digraph.structure.components[component]
    block = -draws.matrices(component)[few]
    rest = [row for row, variable in enumerate(members) if variable not in passed]
    left = np.linalg.slogdet(block[:, rest][:, :, rest]).logabsdet
    return np.asarray(np.exp(left - np.linalg.slogdet(block).logabsdet))


def _sign(digraph: Digraph, links: tuple[int, ...], size: float) -> Sign:
    turned = size < 0
    for at in links:
        if digraph.links[at].sign == "?":
            return "?"
        turned ^= (digraph.links[at].sign == "-") != digraph.links[at].flipped
    return "-" if turned else "+"
