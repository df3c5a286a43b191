"""Random systems with the signs of a digraph, unstable ones thrown away.

A draw gives every link a weight. Stability depends on each strongly connected component alone, so each component draws
until it has what it needs and the costs add instead of multiplying: draw ``k`` joins the ``k``-th stable draw of every
component with the ``k``-th weights of the links between them. That is the same distribution as throwing away whole
unstable matrices, since components are independent; where an uncertain edge's chance is shared by the whole draw, the
components that hold uncertain edges are drawn together.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sayso.core.errors import CaseFault
from sayso.run.blocks import Block
from sayso.run.chain import CHAINS, walk
from sayso.run.digraph import Digraph
from sayso.run.rejection import Law, Part, Rejection, Starved, presented
from sayso.run.stability import Reals
from sayso.run.streams import Streams


@dataclass
class Draws:
    """Accepted draws: ``weights[l, k]`` of link ``l`` in draw ``k``, 0 where absent; ``drawn[c]`` matrices of component
    ``c`` were drawn for them. In the ``starved`` components a chain took over: draw ``k`` then comes from chain
    ``chain[k]``, and draws of one chain are alike."""

    digraph: Digraph
    weights: Reals
    drawn: tuple[int, ...]
    starved: tuple[int, ...] = ()
    chain: NDArray[np.intp] | None = None
    _inverses: dict[int, Reals] = field(default_factory=dict, repr=False)

    @property
    def count(self) -> int:
        return int(self.weights.shape[1])

    def matrices(self, component: int) -> Reals:
        """The component's part of every draw's matrix, shape (count, m, m); row is effect, column is cause."""
        structure = self.digraph.structure
        block = Block.of(self.digraph, structure.components[component], structure.inner[component])
        return block.matrices(self.weights[list(block.links)])

    def gains(self, component: int) -> Reals:
        """(−W)⁻¹ of the component in every draw, shape (count, m, m): its response to pushes on its own variables."""
        if component not in self._inverses:
            self._inverses[component] = np.asarray(np.linalg.inv(-self.matrices(component)))
        return self._inverses[component]

    def worth(self, moves: Reals) -> float:
        """How many independent draws these are worth for an answer found in each, shape (count,).

        Without a chain, all of them. With one, chains are independent of one another, so how far their means lie apart
        says how little is known; an answer that never changes is worth one draw a chain.
        """
        if self.chain is None:
            return float(self.count)
        sizes = np.bincount(self.chain)
        least = float(self.count)
        for found in (moves > 0, moves < 0):
            means = (np.bincount(self.chain, found) / np.maximum(sizes, 1))[sizes > 0]
            if means.min() == means.max():
                least = min(least, float(len(means)))
                continue
            share = float(found.mean())
            least = min(least, share * (1 - share) * len(means) / float(means.var(ddof=1)))
        return max(least, 1.0)

    def only(self, keep: NDArray[np.intp]) -> "Draws":
        """The draws at these places."""
        chain = None if self.chain is None else self.chain[keep]
        return Draws(self.digraph, self.weights[:, keep], self.drawn, self.starved, chain)


class Memory(dict[object, Part]):
    """What components gave before, so that systems that differ in one link draw only what differs."""


def draw(digraph: Digraph, law: Law, memory: Memory | None = None) -> Draws:
    """``law.count`` stable draws. Raises ``CaseFault`` where a variable can never be stable or a component starves."""
    structure = digraph.structure
    _refuse_unstoppable(digraph)
    streams = Streams(law.seed, digraph)
    weights = np.zeros((len(digraph.links), law.count))
    drawn = [law.count] * len(structure.components)
    chance: Reals | None = None
    starved: list[int] = []
    for group in _groups(digraph):
        source = Rejection(digraph, streams, group)
        key = (law, source.key)
        part = memory[key] if memory is not None and key in memory else _part(source, digraph, law)
        if memory is not None:
            memory[key] = part
        weights[list(source.links)] = part.weights
        chance = chance if part.chance is None else part.chance
        starved += group if part.starved else ()
        for component in group:
            drawn[component] = part.tried
    between = [at for links in structure.entering for at in links]
    if chance is None and any(digraph.links[at].presence is None for at in between):
        chance = streams.next("chance", law.count)
    for at in between:
        weights[at] = presented(digraph, streams, at, law.count, chance)
    chain = np.arange(law.count) % CHAINS if starved else None
    return Draws(digraph, weights, tuple(drawn), tuple(starved), chain)


def _part(source: Rejection, digraph: Digraph, law: Law) -> Part:
    """By rejection, or by a chain where that starves and a chain is allowed."""
    try:
        return source.take(law)
    except Starved as fault:
        if not law.chain:
            raise
        weights, chance = walk(digraph, Streams(law.seed, digraph), source.blocks, law.count)
        return Part(weights, chance, fault.tried, starved=True)


def _groups(digraph: Digraph) -> list[tuple[int, ...]]:
    """The components to draw together: each by itself, except those that share the chance of uncertain edges."""
    structure = digraph.structure
    sharing = [c for c, links in enumerate(structure.inner) if any(digraph.links[at].presence is None for at in links)]
    alone = [(c,) for c in range(len(structure.components)) if c not in set(sharing)]
    return alone + ([tuple(sharing)] if sharing else [])


def _refuse_unstoppable(digraph: Digraph) -> None:
    """A variable in no loop with others is stable only if something limits it."""
    structure = digraph.structure
    for members, links in zip(structure.components, structure.inner, strict=True):
        if len(members) == 1 and not any(_may_limit(digraph, at) for at in links):
            raise CaseFault(
                f"nothing limits “{digraph.names[members[0]]}”, so no system with it settles: "
                "give it a negative link to itself"
            )


def _may_limit(digraph: Digraph, at: int) -> bool:
    link = digraph.links[at]
    return link.sign == "?" or (link.sign == "-") != link.flipped
