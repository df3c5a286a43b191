"""A Markov chain inside the stable region, for components so full of loops that drawing and rejecting finds nothing.

What a draw is made of (weights, presence, the chance of uncertain edges) is uniform on a box of which only a part is
stable. Many chains walk that part side by side: each step draws anew all that concerns the links into one variable and
goes there if the system stays stable, which leaves the uniform distribution on the stable part as it is (Metropolis and
others 1953). They start from systems with weak links, walk ``_BURN`` sweeps that are forgotten, and then give one draw each
every few steps. Neighbouring draws are alike: :meth:`Draws.worth` says how many independent ones they are worth.
"""

from collections.abc import Sequence

import numpy as np

from sayso.core.errors import CaseFault
from sayso.run.blocks import Block
from sayso.run.digraph import Digraph
from sayso.run.stability import Flags, Reals
from sayso.run.streams import Streams

CHAINS = 100
_BURN = 30  # sweeps before the first draw that counts; a sweep draws every variable's links once
_WORK = 1e9  # of chains · steps · size³, some ten seconds: what a run may cost; thinning gives way first
_STARTS = 40  # halvings of the links between variables until a system is stable


def walk(digraph: Digraph, streams: Streams, blocks: Sequence[Block], count: int) -> tuple[Reals, Reals]:
    """Weights of the blocks' links, shape (links, count), and the chance of uncertain edges in each draw; draw ``k`` comes
    from chain ``k % CHAINS``. Raises ``CaseFault`` if no stable system is found to start from."""
    chains = _Chains(digraph, streams, blocks)
    work = sum(block.size**3 for block in blocks)
    sweep = sum(block.size for block in blocks) + 1
    rounds = -(-count // CHAINS)
    affordable = int(_WORK / (CHAINS * work))
    burn = min(_BURN * sweep, max(affordable // 2, sweep))
    apart = max(1, min(sweep, (affordable - burn) // rounds))
    chains.step(burn)
    found, chances = [], []
    for _ in range(rounds):
        chains.step(apart)
        found.append(chains.weights())
        chances.append(chains.chance.copy())
    return np.concatenate(found, axis=1)[:, :count], np.concatenate(chances)[:count]


class _Chains:
    """Where every chain stands: ``strength[l, c]`` and ``lot[l, c]`` of link ``l`` in chain ``c``, which is there if its lot
    is below its presence, or below ``chance[c]`` if it has none. Always stable."""

    def __init__(self, digraph: Digraph, streams: Streams, blocks: Sequence[Block]) -> None:
        self._streams, self._blocks = streams, blocks
        self._links = [digraph.links[at] for block in blocks for at in block.links]
        self._name = digraph.names[self._links[0].effect]
        effects = sorted({link.effect for link in self._links})
        self._rows = [[at for at, link in enumerate(self._links) if link.effect == effect] for effect in effects]
        if any(link.presence is None for link in self._links):
            self._rows.append([])
        self._turn = 0
        self._pairs: dict[str, list[int]] = {}
        for at, link in enumerate(self._links):
            if link.pair is not None:
                self._pairs.setdefault(link.pair, []).append(at)
        self.strength = np.empty((len(self._links), CHAINS))
        self.lot = np.zeros((len(self._links), CHAINS))
        self.chance = np.zeros(CHAINS)
        for row in self._rows:
            self._redraw(row)
        self._settle()

    def weights(self) -> Reals:
        there = np.ones_like(self.lot, dtype=bool)
        for at, link in enumerate(self._links):
            if link.is_uncertain:
                there[at] = self.lot[at] < (self.chance if link.presence is None else link.presence)
        return np.asarray(self.strength * there)

    def step(self, times: int) -> None:
        """Draws the links into one variable after another anew, ``times`` in all, keeping what stays stable."""
        for _ in range(times):
            row = self._rows[self._turn % len(self._rows)]
            self._turn += 1
            before = self.strength.copy(), self.lot.copy(), self.chance.copy()
            self._redraw(row)
            lost = ~self._stable()
            for now, then in zip((self.strength, self.lot, self.chance), before, strict=True):
                now[..., lost] = then[..., lost]

    def _redraw(self, row: Sequence[int]) -> None:
        """New numbers for some links; for none, a new chance of uncertain edges."""
        if not row:
            self.chance = self._streams.next("chance", CHAINS)
        for at in row:
            link = self._links[at]
            self.strength[at] = self._streams.weights(link, CHAINS)
            if link.is_uncertain:
                self.lot[self._pairs.get(link.pair or "", [at])] = self._streams.chances(link, CHAINS)

    def _stable(self) -> Flags:
        weights = self.weights()
        stays = np.ones(CHAINS, bool)
        start = 0
        for block in self._blocks:
            stays &= block.stable(weights[start : start + len(block.links)])
            start += len(block.links)
        return stays

    def _settle(self) -> None:
        """Weakens links between variables, and strengthens limits, until every chain stands on a stable system."""
        between = [at for at, link in enumerate(self._links) if link.cause != link.effect]
        limits = [at for at, link in enumerate(self._links) if link.cause == link.effect]
        for _ in range(_STARTS):
            bad = np.flatnonzero(~self._stable())
            if not len(bad):
                return
            for at in between:
                self.strength[at, bad] *= 0.5
            for at in limits:
                self.strength[at, bad] = np.sign(self.strength[at, bad]) * 0.75
        good = np.flatnonzero(self._stable())
        if not len(good):
            raise CaseFault(
                f"no stable system was found for the loops through “{self._name}” and others: "
                "a variable in them may lack a limit on itself"
            )
        places = good[np.arange(CHAINS) % len(good)]
        self.strength, self.lot, self.chance = self.strength[:, places], self.lot[:, places], self.chance[places]
