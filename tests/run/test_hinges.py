"""A hinge says exactly what running again without the link, or with its opposite, says."""

import numpy as np
import pytest

from sayso.core.outcome import Observation, Press, Scenario
from sayso.run.digraph import Digraph, Link
from sayso.run.draws import Memory
from sayso.run.experiment import Experiment
from sayso.run.hinges import turns

MAPS = 200


def random_map(seed: int, *, shared: bool = False) -> Digraph:
    rng = np.random.default_rng(seed)
    size = int(rng.integers(4, 8))
    links: dict[tuple[int, int], Link] = {}
    while len(links) < size * 1.6:
        cause, effect = (int(at) for at in rng.integers(0, size, 2))
        if cause != effect:
            presence = None if shared and rng.random() < 0.4 else float(rng.choice([1.0, 1.0, 0.5, 0.8]))
            sign = ("+", "-", "?")[rng.choice(3, p=[0.5, 0.4, 0.1])]
            links[cause, effect] = Link(cause, effect, sign, presence)
    return Digraph(tuple(f"V{at}" for at in range(size)), tuple(links.values())).limited()


def agree(experiment: Experiment) -> int:
    """Compares every hinge with a new run; returns how many were compared."""
    memory = Memory()
    kept = experiment.run(memory)
    again = {}
    compared = 0
    for turn in turns(experiment, kept, memory):
        key = (turn.link, turn.change)
        if key not in again:
            digraph = experiment.digraph
            changed = digraph.without([turn.link]) if turn.change == "absent" else digraph.opposite(turn.link)
            again[key] = experiment.on(changed).run().response
        assert turn.shares == experiment.shares(again[key][turn.watched])
        compared += 1
    return compared


def test_hinges_are_what_running_again_gives_on_random_maps():
    compared = 0
    for seed in range(MAPS):
        scenario = Scenario("test", (Press("V0", 1.0), Press("V1", -0.5)), draws=40, seed=seed)
        compared += agree(Experiment.of(random_map(seed), scenario))
    assert compared > 20 * MAPS


@pytest.mark.parametrize("seed", range(6))
def test_hinges_under_what_is_known(seed):
    observed = (Observation("V0", "rises"),)
    scenario = Scenario("test", (Press("V0", 1.0),), observed=observed, draws=30, seed=seed)
    assert agree(Experiment.of(random_map(seed), scenario))


@pytest.mark.parametrize("seed", range(6))
def test_hinges_where_uncertain_links_share_a_chance(seed):
    scenario = Scenario("test", (Press("V0", 1.0),), draws=30, seed=seed, qpress=True)
    assert agree(Experiment.of(random_map(seed, shared=True), scenario))
