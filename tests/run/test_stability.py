"""Stability decided without eigenvalues is stability decided by eigenvalues."""

import numpy as np
import pytest

from sayso.run.blocks import Block
from sayso.run.stability import stable


def by_eigenvalues(matrices):
    return np.linalg.eigvals(matrices).real.max(axis=-1) < 0


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5, 8, 15, 30])
@pytest.mark.parametrize("density", [0.15, 0.4, 1.0])
def test_random_matrices(size, density):
    rng = np.random.default_rng(size)
    matrices = rng.uniform(-1, 1, (1500, size, size)) * (rng.random((1500, size, size)) < density)
    diagonal = np.arange(size)
    matrices[:, diagonal, diagonal] = -rng.random((1500, size)) * rng.choice([1, 3], 1500)[:, None]
    assert (stable(matrices) == by_eigenvalues(matrices)).all()


@pytest.mark.parametrize("size", [2, 3, 4, 6, 12])
@pytest.mark.parametrize("gap", [1e-3, 1e-6, 1e-9])
def test_matrices_on_the_edge_of_stability(size, gap):
    rng = np.random.default_rng(size)
    matrices = rng.normal(size=(200, size, size))
    worst = np.linalg.eigvals(matrices).real.max(axis=-1)
    shift = np.eye(size) * (worst + gap * np.where(np.arange(200) % 2, 1, -1))[:, None, None]
    assert (stable(matrices - shift) == (np.arange(200) % 2 == 1)).all()


@pytest.mark.parametrize("size", [4, 10])
def test_matrices_far_from_normal(size):
    rng = np.random.default_rng(size)
    matrices = np.triu(rng.normal(size=(400, size, size)) * 30, 1)
    diagonal = np.arange(size)
    matrices[:, diagonal, diagonal] = -rng.uniform(0.05, 1, (400, size))
    matrices[::2, 0, 0] *= -1
    assert (stable(matrices) == (np.arange(400) % 2 == 1)).all()


def test_no_matrices_and_singular_ones():
    assert stable(np.zeros((0, 5, 5))).shape == (0,)
    assert not stable(np.zeros((3, 5, 5))).any()
    assert not stable(np.stack([np.eye(4)])).any()


@pytest.mark.parametrize(("size", "density"), [(4, 0.5), (8, 0.3), (15, 0.18), (30, 0.06)])
def test_a_component_drawn_by_its_links_is_as_stable_as_its_matrix(size, density):
    """The determinant's sign, worked out along the filled cells, throws out nothing that is stable."""
    rng = np.random.default_rng(size)
    filled = np.eye(size, dtype=bool) | (rng.random((size, size)) < density)
    cells = tuple(int(cell) for cell in np.flatnonzero(filled))
    weights = rng.uniform(-1, 1, (len(cells), 6000)) * (rng.random((len(cells), 6000)) < 0.9)
    diagonal = [at for at, cell in enumerate(cells) if cell % (size + 1) == 0]
    weights[diagonal] = -np.abs(weights[diagonal])
    block = Block(tuple(range(len(cells))), cells, size)
    kept = block.stable(weights)
    assert (kept == by_eigenvalues(block.matrices(weights))).all()
    assert kept.any()
