"""Where a chain takes over it reaches the distribution that rejection has, and says how many draws it is worth."""

import csv
from pathlib import Path

import numpy as np
import pytest

from sayso.core.errors import CaseFault
from sayso.core.outcome import Press, Scenario
from sayso.run import press, read_qpress
from sayso.run.draws import draw
from sayso.run.rejection import Law
from sayso.run.response import respond
from sayso.run.stability import stable

DATA = Path(__file__).parent / "data"


@pytest.mark.parametrize("name", ["g5_s1", "g5_s2"])
def test_a_chain_reaches_the_shares_of_qpress(name):
    digraph = read_qpress((DATA / f"{name}.txt").read_text("utf-8"))
    draws = draw(digraph, Law(10_000, seed=3, cap=1))
    assert draws.starved
    assert stable(draws.matrices(0)).all()
    squares = []
    for row in csv.DictReader((DATA / f"{name}.csv").read_text("utf-8").splitlines()):
        x = respond(draws, {digraph.place(row["press"]): 1.0})[digraph.place(row["response"])]
        theirs, mine, worth = float(row["pos"]), float(np.mean(x > 1e-5)), draws.worth(np.sign(x))
        middle = (theirs + mine) / 2
        if 0.01 < middle < 0.99:
            assert 300 < worth <= 10_000
            squares.append((theirs - mine) ** 2 / (middle * (1 - middle) * (1 / worth + 1 / 10_000)))
    assert np.sqrt(np.mean(squares)) <= 1.5


def test_a_chain_keeps_uncertain_lines_as_rejection_does():
    text = "A --> B\nB *--> C\nC -> A\nB -> A\nD <--* C"
    ways = [draw(read_qpress(text), Law(8000, cap=cap)) for cap in (1, 10**6)]
    assert [bool(way.starved) for way in ways] == [True, False]
    there = [np.mean(way.weights != 0, axis=1) for way in ways]
    assert there[0] == pytest.approx(there[1], abs=0.04)


def test_without_a_chain_every_draw_counts():
    draws = draw(read_qpress("A -> B\nB -* A"), Law(500))
    assert draws.chain is None
    assert draws.worth(np.ones(500)) == 500


def test_a_map_too_full_of_loops_to_draw_is_answered_all_the_same():
    ring = "\n".join(f"V{i:02} -> V{(i + d) % 30:02}" for i in range(30) for d in (1, 2, 7))
    outcome = press(read_qpress(ring), Scenario("dense", (Press("V00", 1.0),), watch=("V01",), draws=300))
    assert outcome.kept == 300
    assert outcome.effective < 300
    assert outcome.variables[0].rises > 0.5
    assert "Markov" in outcome.notes[0]


def test_what_never_settles_is_a_fault():
    with pytest.raises(CaseFault, match="no stable system"):
        draw(read_qpress("A -> B\nB -> A", limited=False), Law(10, cap=1))
