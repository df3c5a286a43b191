"""The strongest chains, against closed forms."""

import numpy as np
import pytest

from sayso.run.digraph import Digraph, Link
from sayso.run.draws import Draws
from sayso.run.paths import chains


@pytest.mark.parametrize("size", [3, 400])
def test_paths_have_their_part_however_large_the_ring_they_are_of(size: int) -> None:
    """In a ring all but open, a path's push is its gain over the limits of its variables: w/d² straight and w²/d³ by way of one
    more. With hundreds of variables the determinants themselves are too small for a number."""
    limit, weight = 0.1, 0.05
    ring = [Link(at, (at + 1) % size, "+") for at in range(size)]
    around = [Link(0, size, "+"), Link(size, 1, "+")]
    limits = [Link(at, at, "-") for at in range(size + 1)]
    digraph = Digraph(tuple(f"v{at:03}" for at in range(size + 1)), (*ring, *around, *limits))
    drawn = [weight] * (size - 1) + [1e-12] + [weight] * 2 + [-limit] * (size + 1)
    straight, longer = chains(Draws(digraph, np.array(drawn)[:, None], (1,)), [(0, 1.0)], 1, most=5, longest=3)
    assert [len(straight.links), len(longer.links)] == [1, 2]
    assert straight.share == pytest.approx(2 / 3)
    assert longer.share == pytest.approx(1 / 3)
