"""How fast presses are: the engine against plain NumPy on the same draws, and a large map with all its hinges.

    python benchmarks/press.py

Plain NumPy takes eigenvalues of the whole matrix of every draw and solves the stable ones, a thousand draws at a time. Both
get the same random weights, drawn beforehand and timed for neither; the draws they keep must be the same ones.
"""

import sys
from pathlib import Path
from time import perf_counter

import numpy as np

from sayso.core.outcome import Press, Scenario
from sayso.run import press, read_qpress
from sayso.run.blocks import Block
from sayso.run.digraph import Digraph, Link, reached
from sayso.run.draws import Draws
from sayso.run.response import respond

REPEATS = 3
REFERENCE = Path(__file__).parents[1] / "tests" / "run" / "data" / "g15_s1.txt"


def random_map(size: int, links: int, seed: int, *, backwards: float = 1.0) -> Digraph:
    """Random signed links; of those from a later variable to an earlier one only the share ``backwards``."""
    rng = np.random.default_rng(seed)
    found: dict[tuple[int, int], Link] = {}
    while len(found) < links:
        cause, effect = (int(at) for at in rng.integers(0, size, 2))
        if cause == effect or (cause > effect and rng.random() >= backwards):
            continue
        presence = 1.0 if backwards == 1 else float(rng.choice([0.5, 0.675, 0.97]))
        found[cause, effect] = Link(cause, effect, "+" if rng.random() < 0.5 else "-", presence)
    return Digraph(tuple(f"V{at:03}" for at in range(size)), tuple(found.values())).limited()


def weights_of(digraph: Digraph, count: int, seed: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    signs = np.array([-1.0 if link.sign == "-" else 1.0 for link in digraph.links])
    return rng.random((len(digraph.links), count)) * signs[:, None]


def plain(digraph: Digraph, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Which draws are stable, and the response of every variable to a press on the first in those."""
    size = len(digraph.names)
    rows, columns = [link.effect for link in digraph.links], [link.cause for link in digraph.links]
    push = -np.eye(size)[0][:, None]
    keeps, responses = [], []
    for start in range(0, weights.shape[1], 1000):
        part = weights[:, start : start + 1000]
        matrices = np.zeros((part.shape[1], size, size))
        matrices[:, rows, columns] = part.T
        keep = np.linalg.eigvals(matrices).real.max(axis=-1) < 0
        keeps.append(keep)
        responses.append(np.linalg.solve(matrices[keep], np.broadcast_to(push, (int(keep.sum()), size, 1)))[:, :, 0].T)
    return np.concatenate(keeps), np.concatenate(responses, axis=1)


def engine(digraph: Digraph, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The same, as the engine does it."""
    structure = digraph.structure
    keep = np.ones(weights.shape[1], bool)
    for members, links in zip(structure.components, structure.inner, strict=True):
        if len(members) > 1:
            block = Block.of(digraph, members, links)
            keep[keep] = block.stable(weights[np.ix_(links, np.flatnonzero(keep))])
    draws = Draws(digraph, weights[:, keep], (0,) * len(structure.components))
    return keep, respond(draws, {0: 1.0})


def against_plain(name: str, digraph: Digraph, count: int) -> float:
    weights = weights_of(digraph, count, 1)
    took: dict[str, float] = {}
    for way, run in (("plain", plain), ("engine", engine)):
        times = []
        for _ in range(REPEATS):
            start = perf_counter()
            keep, response = run(digraph, weights)
            times.append(perf_counter() - start)
        took[way] = min(times)
        if way == "plain":
            expected = keep, response
    same = bool((keep == expected[0]).all()) and np.allclose(response, expected[1], rtol=1e-6, atol=1e-9)
    ratio = took["plain"] / took["engine"]
    largest = max(map(len, digraph.structure.components))
    print(
        f"{name}: {count} draws, {keep.mean():.1%} stable, largest component {largest}; plain {took['plain']:.2f} s, "
        f"engine {took['engine']:.2f} s, {ratio:.1f} × faster; same draws kept and same responses: {same}"
    )
    return ratio


def large_map() -> float:
    digraph = random_map(200, 400, 5, backwards=0.02)
    loops = [len(members) for members in digraph.structure.components if len(members) > 1]
    widest = max(range(200), key=lambda at: len(reached(200, digraph.links, [at])))
    start = perf_counter()
    outcome = press(digraph, Scenario("large", (Press(digraph.names[widest], 1.0),), draws=10_000))
    took = perf_counter() - start
    hinges = sum(len(answer.hinges) for answer in outcome.variables)
    moving = sum(answer.reached for answer in outcome.variables)
    print(
        f"200 variables, {len(digraph.links) - 200} influences, components with loops {loops}: {outcome.kept} draws, "
        f"{moving} variables reached, all watched, {hinges} hinges shown, {took:.1f} s; {'; '.join(outcome.notes)}"
    )
    return took


def main() -> int:
    met = [
        against_plain("15 nodes", random_map(15, 38, 1), 20_000) >= 5,
        against_plain("15 nodes, another", random_map(15, 38, 2), 20_000) >= 5,
        against_plain("15 nodes, of QPress's results", read_qpress(REFERENCE.read_text("utf-8")), 20_000) >= 5,
        against_plain("60 sparse nodes", random_map(60, 75, 1), 5_000) >= 10,
        against_plain("60 sparse nodes, another", random_map(60, 90, 2), 5_000) >= 10,
        large_map() < 10,
    ]
    print(f"{sum(met)} of {len(met)} targets met")
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
