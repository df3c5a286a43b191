"""Random systems with the signs of a digraph, unstable ones thrown away.

A draw gives every link a weight. Stability depends on each strongly connected component alone, so each component draws
until it has what it needs and the costs add instead of multiplying: draw ``k`` joins the ``k``-th stable draw of every
component with the ``k``-th weights of the links between them. That is the same distribution as throwing away whole
unstable matrices, since components are independent; where an uncertain edge's chance is shared by the whole draw, the
components that hold uncertain edges are drawn together.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sayso.core.errors import CaseFault
from sayso.run.digraph import Digraph
from sayso.run.stability import Flags, Reals, stable
from sayso.run.streams import Streams

CAP = 1_000_000  # matrices of up to 16 variables that one component may draw; larger ones fewer, by the work they are
_TRIAL = 20_000  # draws after which a component whose cap will not suffice is given up
_CHUNK = 4096


@dataclass(frozen=True, slots=True)
class Law:
    """How to draw: how many, from which seed, and how many matrices a component may draw before it is called starved."""

    count: int = 10_000
    seed: int = 0
    cap: int = CAP


@dataclass
class Draws:
    """Accepted draws: ``weights[l, k]`` of link ``l`` in draw ``k``, 0 where absent; ``drawn[c]`` matrices of component
    ``c`` were drawn for them. ``effective`` is the number of independent draws they are worth; fewer than ``count`` only
    where a component starved and a chain took over, which ``starved`` names."""

    digraph: Digraph
    weights: Reals
    drawn: tuple[int, ...]
    effective: float
    starved: tuple[int, ...] = ()
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
        """How many independent draws these are worth for what is found in each, shape (count,)."""
        return float(self.count)

    def only(self, keep: NDArray[np.intp]) -> "Draws":
        """The draws at these places."""
        weights = self.weights[:, keep]
        return Draws(
            self.digraph, weights, self.drawn, self.effective * weights.shape[1] / max(self.count, 1), self.starved
        )


@dataclass(frozen=True, slots=True)
class Block:
    """The variables and inner links of one component; ``cells[l]`` is link ``l``'s cell in the flattened matrix."""

    links: tuple[int, ...]
    cells: tuple[int, ...]
    size: int

    @classmethod
    def of(cls, digraph: Digraph, members: Sequence[int], links: Sequence[int]) -> "Block":
        place = {variable: at for at, variable in enumerate(members)}
        size = len(members)
        cells = tuple(place[digraph.links[at].effect] * size + place[digraph.links[at].cause] for at in links)
        return cls(tuple(links), cells, size)

    def matrices(self, weights: Reals) -> Reals:
        """Matrices from weights of shape (links, draws); twins add."""
        flat = np.zeros((weights.shape[1], self.size * self.size))
        if len(set(self.cells)) == len(self.cells):
            flat[:, list(self.cells)] = weights.T
        else:
            for cell, row in zip(self.cells, weights, strict=True):
                flat[:, cell] += row
        return flat.reshape(-1, self.size, self.size)


class Memory(dict[object, tuple[Reals, Reals | None, int]]):
    """What components gave before, so that systems that differ in one link draw only what differs."""


def draw(digraph: Digraph, law: Law, memory: Memory | None = None) -> Draws:
    """``law.count`` stable draws. Raises ``CaseFault`` where a variable can never be stable or a component starves."""
    structure = digraph.structure
    _refuse_unstoppable(digraph)
    streams = Streams(law.seed, digraph)
    weights = np.zeros((len(digraph.links), law.count))
    drawn = [law.count] * len(structure.components)
    groups = _groups(digraph)
    chance: Reals | None = None
    for group in groups:
        source = Rejection(digraph, streams, group)
        known = None if memory is None else memory.get((law, source.key))
        values, shared, tried = known or source.take(law)
        if memory is not None:
            memory[law, source.key] = (values, shared, tried)
        weights[list(source.links)] = values
        chance = chance if shared is None else shared
        for component in group:
            drawn[component] = tried
    between = [at for links in structure.entering for at in links]
    if chance is None and any(digraph.links[at].presence is None for at in between):
        chance = streams.next("chance", law.count)
    for at in between:
        weights[at] = presented(digraph, streams, at, law.count, chance)
    return Draws(digraph, weights, tuple(drawn), float(law.count))


class Rejection:
    """Draws the components of one group together until enough are stable."""

    def __init__(self, digraph: Digraph, streams: Streams, group: Sequence[int]) -> None:
        structure = digraph.structure
        self._digraph, self._streams = digraph, streams
        self._group = tuple(group)
        self._blocks = [Block.of(digraph, structure.components[c], structure.inner[c]) for c in group]
        self.links = tuple(at for block in self._blocks for at in block.links)
        self._shares_chance = any(digraph.links[at].presence is None for at in self.links)

    @property
    def key(self) -> object:
        """All that decides what is drawn."""
        names = self._digraph.names
        links = (self._digraph.links[at] for at in self.links)
        return tuple((names[x.cause], names[x.effect], x.sign, x.presence, x.pair, x.twin, x.flipped) for x in links)

    def take(self, law: Law) -> tuple[Reals, Reals | None, int]:
        """Weights, shape (links, count), of the first ``law.count`` stable draws, the chance of uncertain edges in each
        where it is shared, and how many were drawn for them."""
        kept: list[Reals] = []
        chances: list[Reals] = []
        have = tried = 0
        largest = max(block.size for block in self._blocks)
        cap = int(law.cap * min(1.0, (16 / largest) ** 2))
        while have < law.count:
            if tried >= cap or (tried >= _TRIAL and tried * law.count > 2 * cap * max(have, 1)):
                raise CaseFault(self._starved(have, tried))
            rate = max(have, 1) / max(tried, 1)
            values, chance, stands = self._some(min(_CHUNK, 16 + int(1.1 * (law.count - have) / min(rate, 1.0))))
            places = np.flatnonzero(stands)[: law.count - have]
            have += len(places)
            tried += int(places[-1]) + 1 if have == law.count else len(stands)
            kept.append(values[:, places])
            if chance is not None:
                chances.append(chance[places])
        return np.concatenate(kept, axis=1), np.concatenate(chances) if chances else None, tried

    def _some(self, count: int) -> tuple[Reals, Reals | None, Flags]:
        chance = self._streams.next("chance", count) if self._shares_chance else None
        values = np.stack([presented(self._digraph, self._streams, at, count, chance) for at in self.links])
        stands = np.ones(count, bool)
        row = 0
        for block in self._blocks:
            part = values[row : row + len(block.links)]
            row += len(block.links)
            if not stands.all():
                part = part[:, stands]
            stands[stands] = stable(block.matrices(part))
        return values, chance, stands

    def _starved(self, have: int, tried: int) -> str:
        names = [self._digraph.names[v] for c in self._group for v in self._digraph.structure.components[c]]
        shown = ", ".join(f"“{name}”" for name in names[:4]) + (" and others" if len(names) > 4 else "")
        return (
            f"of {tried} systems drawn for the loops through {shown} only {have} were stable: "
            "ask for fewer draws, raise the cap, or let a chain take over"
        )


def presented(digraph: Digraph, streams: Streams, at: int, count: int, chance: Reals | None) -> Reals:
    """The next ``count`` weights of the link at a place, 0 where the draw leaves it out."""
    link = digraph.links[at]
    weights = streams.weights(link, count)
    if link.is_uncertain:
        limit = np.asarray(chance if link.presence is None else link.presence)
        weights[streams.chances(link, count) >= limit] = 0.0
    return weights


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
