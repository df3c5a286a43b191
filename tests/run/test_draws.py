"""Draws against the results of QPress, and against a second, plain implementation on the same random numbers."""

import csv
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from sayso.core.errors import CaseFault
from sayso.run.digraph import Digraph
from sayso.run.draws import Draws, draw
from sayso.run.qpress import read_qpress
from sayso.run.rejection import Law
from sayso.run.response import respond
from sayso.run.streams import Streams

DATA = Path(__file__).parent / "data"
NAMES = sorted(path.stem for path in DATA.glob("*.txt"))


@cache
def reference(name: str) -> tuple[Digraph, Draws, list[dict[str, str]]]:
    digraph = read_qpress((DATA / f"{name}.txt").read_text("utf-8"))
    rows = list(csv.DictReader((DATA / f"{name}.csv").read_text("utf-8").splitlines()))
    return digraph, draw(digraph, Law(10_000, seed=7)), rows


@pytest.mark.parametrize("name", NAMES)
def test_shares_are_those_of_qpress_within_monte_carlo_error(name):
    digraph, draws, rows = reference(name)
    pushed = {press: respond(draws, {digraph.place(press): 1.0}) for press in digraph.names}
    squares = []
    for row in rows:
        x = pushed[row["press"]][digraph.place(row["response"])]
        ours = [np.mean(x > 1e-5), np.mean(np.abs(x) <= 1e-5), np.mean(x < -1e-5)]
        theirs = [float(row["pos"]), float(row["zero"]), float(row["neg"])]
        for mine, its in zip(ours, theirs, strict=True):
            middle = (mine + its) / 2
            if its in (0, 1):
                assert abs(mine - its) <= 8e-4
            if 0 < middle < 1:
                squares.append((mine - its) ** 2 / (middle * (1 - middle) * 2 / 10_000))
    assert np.sqrt(np.mean(squares)) <= 1.3


@pytest.mark.parametrize("name", NAMES)
def test_variables_no_path_leads_to_are_exactly_still(name):
    digraph, draws, rows = reference(name)
    for row in rows:
        if float(row["zero"]) == 1:
            assert not respond(draws, {digraph.place(row["press"]): 1.0})[digraph.place(row["response"])].any()


@pytest.mark.parametrize("name", ["g5_s1", "g5_s2", "g15_s1"])
def test_as_many_matrices_are_drawn_as_qpress_draws(name):
    _, draws, rows = reference(name)
    theirs = int(rows[0]["total_draws"])
    assert abs(max(draws.drawn) - theirs) < 5 * theirs / 100


@pytest.mark.parametrize("name", ["g5_s1", "g15_s1"])
def test_draws_of_one_component_are_the_plain_ones(name):
    """One component: the kept draws are, weight for weight, those that eigenvalues of the whole matrix keep."""
    digraph, _, _ = reference(name)
    draws = draw(digraph, Law(1000, seed=7))
    raw = raw_matrices(digraph, max(draws.drawn), seed=7)
    kept = raw[np.linalg.eigvals(raw).real.max(axis=-1) < 0]
    assert (kept == whole(draws)).all()
    x = np.linalg.solve(kept, -np.eye(len(digraph.names))[0][:, None])[:, :, 0].T
    assert np.allclose(respond(draws, {0: 1.0}), x)


def raw_matrices(digraph: Digraph, count: int, seed: int) -> np.ndarray:
    streams = Streams(seed, digraph)
    matrices = np.zeros((count, len(digraph.names), len(digraph.names)))
    for link in digraph.links:
        matrices[:, link.effect, link.cause] = streams.weights(link, count)
    return matrices


def whole(draws: Draws) -> np.ndarray:
    size = len(draws.digraph.names)
    matrices = np.zeros((draws.count, size, size))
    for at, link in enumerate(draws.digraph.links):
        matrices[:, link.effect, link.cause] += draws.weights[at]
    return matrices


def test_the_same_seed_gives_the_same_draws_and_another_others():
    digraph, draws, _ = reference("g5_s1")
    assert (draw(digraph, Law(10_000, seed=7)).weights == draws.weights).all()
    assert not (draw(digraph, Law(10_000, seed=8)).weights == draws.weights).all()
    assert (draw(digraph, Law(100, seed=7)).weights == draws.weights[:, :100]).all()


def test_a_dropped_link_leaves_all_other_weights_as_they_were():
    digraph = read_qpress("A -> B\nB -> C\nC -* A\nC -> D\nE -> D")
    before = draw(digraph, Law(500))
    gone = next(
        at for at, link in enumerate(digraph.links) if digraph.names[link.cause] == "E" and link.effect != link.cause
    )
    after = draw(digraph.without([gone]), Law(500))
    assert (np.delete(before.weights, gone, axis=0) == after.weights).all()


def test_uncertain_lines_are_kept_with_one_chance_a_draw():
    """Given p each line is there with chance p, and p is uniform: half of the time, and together more often than apart."""
    digraph = read_qpress("A --> B\nC --> D\nE *--> F")
    draws = draw(digraph, Law(20_000))
    there = {
        (digraph.names[link.cause], digraph.names[link.effect]): draws.weights[at] != 0
        for at, link in enumerate(digraph.links)
    }
    assert np.mean(there["A", "B"]) == pytest.approx(1 / 2, abs=0.02)
    assert np.mean(there["A", "B"] & there["C", "D"]) == pytest.approx(1 / 3, abs=0.02)
    assert (there["E", "F"] == there["F", "E"]).all()


def test_what_nothing_limits_is_refused_by_name():
    with pytest.raises(CaseFault, match="nothing limits “A”"):
        draw(read_qpress("A -> B\nB -* B", limited=False), Law(10))


def test_starvation_ends_in_a_fault_that_names_the_loop():
    ring = "\n".join(f"V{i:02} -> V{(i + d) % 40:02}" for i in range(40) for d in (1, 2, 3))
    with pytest.raises(CaseFault, match="V00"):
        draw(read_qpress(ring), Law(1000, cap=2000, chain=False))
