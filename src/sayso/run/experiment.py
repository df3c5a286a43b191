"""A scenario made ready to run: names become places, knowledge becomes criteria that a draw must meet.

Invariant: the draws kept are the first ``count`` of the stream that are stable and meet every criterion, whatever batches
they were drawn in; so a run with fewer draws is the beginning of one with more.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from sayso.core.errors import CaseFault, UsageFault
from sayso.core.outcome import Observation, Press, Scenario, Shares
from sayso.run.digraph import Digraph, reached
from sayso.run.draws import Draws, Memory, draw
from sayso.run.rejection import Law
from sayso.run.response import respond
from sayso.run.stability import Flags, Reals

EPSILON = 1e-5  # a response of at most this share of the largest press is none, as in QPress
_FIRST_TRY = 1000
_MOST = 100  # times as many stable draws as are wanted may be looked at for those that meet the criteria


@dataclass(frozen=True, slots=True)
class Known:
    """A criterion: what the watched places must do under a push: 1, −1 or 0 for rise, fall and stillness."""

    push: tuple[tuple[int, float], ...]
    moves: tuple[tuple[int, int], ...]

    def met(self, draws: Draws, epsilon: float) -> Flags:
        response = respond(draws, dict(self.push))
        fits = np.ones(draws.count, bool)
        for place, move in self.moves:
            fits &= signs(response[place], epsilon) == move
        return fits


@dataclass(frozen=True)
class Kept:
    """Draws that are stable and meet the criteria, the response in each, and how many stable ones were looked at."""

    draws: Draws
    response: Reals
    looked_at: int


@dataclass(frozen=True)
class Experiment:
    """What to push, what to watch, and what every draw must meet. Held variables are already taken out of ``digraph``."""

    digraph: Digraph
    push: tuple[tuple[int, float], ...]
    watch: tuple[int, ...]
    known: tuple[Known, ...]
    law: Law
    epsilon: float

    @classmethod
    def of(cls, digraph: Digraph, scenario: Scenario) -> "Experiment":
        """Raises ``UsageFault`` for a name that is no variable, a press on what is held, and numbers out of range."""
        if not scenario.presses:
            raise UsageFault("nothing is pressed: name a variable and a size, such as “gas deliveries=-1”")
        if not 1 <= scenario.draws <= 1_000_000:
            raise UsageFault(f"{scenario.draws} draws; ask for 1 to 1000000")
        held = {digraph.place(name) for name in scenario.held}
        push = _push(digraph, scenario.presses, held)
        sizes = [abs(size) for _, size in push]
        epsilon = EPSILON * (1.0 if scenario.qpress else max(sizes))
        known = [Known(_push(digraph, one.presses, held), _moves(digraph, one.expected)) for one in scenario.criteria]
        if scenario.observed:
            known.append(Known(push, _moves(digraph, scenario.observed)))
        watch = tuple(digraph.place(name) for name in scenario.watch) or tuple(range(len(digraph.names)))
        law = Law(scenario.draws, scenario.seed)
        digraph = digraph.held(held)
        ways = [(push, watch), *((one.push, [place for place, _ in one.moves]) for one in known)]
        idle = _idle(digraph, [([place for place, _ in pushed], felt) for pushed, felt in ways])
        return cls(digraph.held(idle | held), push, watch, tuple(known), law, epsilon)

    def on(self, digraph: Digraph, count: int | None = None) -> "Experiment":
        """The same experiment on a digraph of the same variables, with another number of draws if given, and no chain."""
        return replace(self, digraph=digraph, law=replace(self.law, count=count or self.law.count, chain=False))

    def run(self, memory: Memory | None = None) -> Kept:
        """Raises ``CaseFault`` where hardly any system is stable or meets what is known."""
        if not self.known:
            draws = draw(self.digraph, self.law, memory)
            return Kept(draws, respond(draws, dict(self.push)), draws.count)
        want = self.law.count
        size = max(min(want, _FIRST_TRY), 1)
        while True:
            draws = draw(self.digraph, replace(self.law, count=size), memory)
            fits = np.ones(draws.count, bool)
            for known in self.known:
                fits &= known.met(draws, self.epsilon)
            places = np.flatnonzero(fits)
            if len(places) >= want:
                places = places[:want]
                kept = draws.only(places)
                return Kept(kept, respond(kept, dict(self.push)), int(places[-1]) + 1)
            if size >= _MOST * want:
                raise CaseFault(
                    f"of {size} stable systems only {len(places)} agree with what is said to be known: "
                    "what is observed hardly fits the claims; leave an observation out or ask for fewer draws"
                )
            size = min(int(size * min(max(1.2 * want / max(len(places), 1), 1.5), 10)), _MOST * want)

    def shares(self, response: Reals) -> Shares:
        """The shares of draws in which a response, shape (draws,), rises, falls or is still."""
        moves = signs(response, self.epsilon)
        count = len(moves)
        rises, falls = int((moves > 0).sum()), int((moves < 0).sum())
        return Shares(rises / count, falls / count, (count - rises - falls) / count)

    def reached(self) -> frozenset[int]:
        """The places a path leads to from a press."""
        return reached(len(self.digraph.names), self.digraph.links, (place for place, size in self.push if size))


def _idle(digraph: Digraph, ways: Sequence[tuple[Sequence[int], Sequence[int]]]) -> set[int]:
    """Variables on no way from a push to what is watched under it: they change no answer, so they need not be drawn.

    Not so where uncertain edges share a chance: then what is stable elsewhere says something about it.
    """
    size = len(digraph.names)
    if any(link.presence is None for link in digraph.links):
        return set()
    busy: set[int] = set()
    for pushed, felt in ways:
        busy |= reached(size, digraph.links, pushed) & reached(size, digraph.links, felt, backwards=True)
    return set(range(size)) - busy


def signs(response: Reals, epsilon: float) -> Reals:
    """1 above ``epsilon``, −1 below its negative, 0 between."""
    return np.asarray((response > epsilon).astype(float) - (response < -epsilon))


def _push(digraph: Digraph, presses: Sequence[Press], held: set[int]) -> tuple[tuple[int, float], ...]:
    push: dict[int, float] = {}
    for press in presses:
        place = digraph.place(press.variable)
        if place in held:
            raise UsageFault(f"“{press.variable}” is held fixed, so it cannot be pressed: leave out one of the two")
        if not 0 < abs(press.size) < 1e9:
            raise UsageFault(f"a press of {press.size} on “{press.variable}”; give a size such as 1 or -1")
        push[place] = push.get(place, 0.0) + press.size
    return tuple(push.items())


_MOVES = {"rises": 1, "falls": -1, "still": 0}


def _moves(digraph: Digraph, expected: Sequence[Observation]) -> tuple[tuple[int, int], ...]:
    return tuple((digraph.place(one.variable), _MOVES[one.move]) for one in expected)
