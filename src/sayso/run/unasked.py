"""Questions nobody asked yet: the variables that most others hang on, each pushed up by itself.

Which these are is a matter of the claimed links and their evidence alone, and hangs on no draw. Invariant: none of those
chosen is led to from another, so that each tells something of its own.
"""

from collections import defaultdict
from collections.abc import Mapping
from heapq import heappop, heappush

from sayso.core.errors import SaysoError
from sayso.core.outcome import Outcome, Press, Scenario
from sayso.core.system import System
from sayso.lexicon.table import table
from sayso.run.model import Model
from sayso.run.press import press

_MOST = 3
_FEW = 2  # a variable that leads to fewer others is not worth asking about
_DRAWS = 1_000
_LARGEST = 500  # influences of a system that is run without being asked: a larger one may take minutes,
_KNOT = 12  # and so may one in which loops join more variables than this to one another


def unasked(system: System) -> tuple[tuple[str, Outcome | None], ...]:
    """The few variables that most others hang on, those of most first, and what follows from pushing each up. A system that
    is large or tied up in loops is not run, nor one that settles in no way that fits the claims."""
    quick = _is_quick(system)
    return tuple((name, _outcome(system, name) if quick else None) for name in _openings(system))


def _is_quick(system: System) -> bool:
    knots = Model.of(system, qpress=False).digraph.structure.components
    return len(system.influences) <= _LARGEST and all(len(knot) <= _KNOT for knot in knots)


def _outcome(system: System, name: str) -> Outcome | None:
    try:
        return press(system, Scenario(name, (Press(name, 1.0),), draws=_DRAWS), hinges=False)
    except SaysoError:
        return None


def _openings(system: System) -> list[str]:
    """Their names: the chances with which links lead from each to others, by the surest chain, are added up."""
    links: dict[str, dict[str, float]] = defaultdict(dict)
    for one in system.influences:
        links[one.cause][one.effect] = max(one.weight, links[one.cause].get(one.effect, 0.0))
    reached = {name: _reached(name, links) for name in links}
    ranked = sorted(
        (-round(sum(chances.values()), 6), name) for name, chances in reached.items() if len(chances) >= _FEW
    )
    chosen: list[str] = []
    for _, name in ranked:
        if len(chosen) < _MOST and not any(name in reached[other] for other in chosen):
            chosen.append(name)
    return chosen


def _reached(start: str, links: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """The others that links lead to, each with the chance of the surest chain, as far as that is worth telling."""
    thin = table("running")["answer"]["thin"]
    best: dict[str, float] = {}
    waiting = [(-1.0, start)]
    while waiting:
        chance, name = heappop(waiting)
        if name in best:
            continue
        best[name] = -chance
        for other, weight in links.get(name, {}).items():
            if other not in best and -chance * weight >= thin:
                heappush(waiting, (chance * weight, other))
    del best[start]
    return best
