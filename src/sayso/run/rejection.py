"""Draws components and throws unstable draws away, as QPress does, but each component by itself."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.core.errors import CaseFault
from sayso.run.blocks import Block
from sayso.run.digraph import Digraph
from sayso.run.stability import Flags, Reals
from sayso.run.streams import Streams

CAP = 1_000_000  # matrices of up to 16 variables that one component may draw; larger ones fewer, by the work they are
_TRIAL = 20_000  # draws after which a component whose cap will not suffice is given up
_CHUNK = 4096


@dataclass(frozen=True, slots=True)
class Law:
    """How to draw: how many, from which seed, how many matrices a component may draw before it is called starved, and whether
    a chain may then take over."""

    count: int = 10_000
    seed: int = 0
    cap: int = CAP
    chain: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """What some components gave: weights of their links, shape (links, draws), the chance of uncertain edges in each draw
    where they share one, how many matrices were drawn, and whether a chain had to take over."""

    weights: Reals
    chance: Reals | None
    tried: int
    starved: bool = False


class Starved(CaseFault):
    """So few systems are stable that drawing and rejecting does not find enough of them."""

    def __init__(self, words: str, tried: int) -> None:
        super().__init__(words)
        self.tried = tried


class Rejection:
    """Draws the components of one group together until enough are stable."""

    def __init__(self, digraph: Digraph, streams: Streams, group: Sequence[int]) -> None:
        structure = digraph.structure
        self._digraph, self._streams = digraph, streams
        self._group = tuple(group)
        self.blocks = [Block.of(digraph, structure.components[c], structure.inner[c]) for c in group]
        self.links = tuple(at for block in self.blocks for at in block.links)
        self._shares_chance = any(digraph.links[at].presence is None for at in self.links)

    @property
    def key(self) -> object:
        """All that decides what is drawn."""
        names = self._digraph.names
        links = (self._digraph.links[at] for at in self.links)
        return tuple((names[x.cause], names[x.effect], x.sign, x.presence, x.pair, x.twin, x.flipped) for x in links)

    def take(self, law: Law) -> Part:
        """The first ``law.count`` stable draws. Raises ``Starved`` where the cap will not yield them."""
        kept: list[Reals] = []
        chances: list[Reals] = []
        have = tried = 0
        cap = int(law.cap * min(1.0, (16 / max(block.size for block in self.blocks)) ** 2))
        while have < law.count:
            if tried >= cap or (tried >= min(_TRIAL, cap) and tried * law.count > 2 * cap * max(have, 1)):
                raise Starved(self._starved(have, tried), tried)
            rate = max(have, 1) / max(tried, 1)
            values, chance, stands = self._some(min(_CHUNK, 16 + int(1.1 * (law.count - have) / min(rate, 1.0))))
            places = np.flatnonzero(stands)[: law.count - have]
            have += len(places)
            tried += int(places[-1]) + 1 if have == law.count else len(stands)
            kept.append(values[:, places])
            if chance is not None:
                chances.append(chance[places])
        return Part(np.concatenate(kept, axis=1), np.concatenate(chances) if chances else None, tried)

    def _some(self, count: int) -> tuple[Reals, Reals | None, Flags]:
        chance = self._streams.next("chance", count) if self._shares_chance else None
        values = np.stack([presented(self._digraph, self._streams, at, count, chance) for at in self.links])
        stands = np.ones(count, bool)
        row = 0
        for block in self.blocks:
            part = values[row : row + len(block.links)]
            row += len(block.links)
            if not stands.all():
                part = part[:, stands]
            stands[stands] = block.stable(part)
        return values, chance, stands

    def _starved(self, have: int, tried: int) -> str:
        names = [self._digraph.names[v] for c in self._group for v in self._digraph.structure.components[c]]
        shown = ", ".join(f"“{name}”" for name in names[:4]) + (" and others" if len(names) > 4 else "")
        return (
            f"of {tried} systems drawn for the loops through {shown} only {have} were stable: "
            "ask for fewer draws, or let a chain take over"
        )


def presented(digraph: Digraph, streams: Streams, at: int, count: int, chance: Reals | None) -> Reals:
    """The next ``count`` weights of the link at a place, 0 where the draw leaves it out."""
    link = digraph.links[at]
    weights = streams.weights(link, count)
    if link.is_uncertain:
        limit = np.asarray(chance if link.presence is None else link.presence)
        weights[streams.chances(link, count) >= limit] = 0.0
    return weights
