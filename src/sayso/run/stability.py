"""Which of many matrices are stable: every eigenvalue's real part below zero. Exact, and nearly always without eigenvalues.

Up to three variables the Routh–Hurwitz conditions decide. Above, the Cayley transform turns "to the left of the imaginary
axis" into "within the unit circle", which repeated squaring decides; eigenvalues are asked only for what is still open then.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
from numpy.typing import NDArray

Reals = NDArray[np.float64]
Flags = NDArray[np.bool_]

_SQUARINGS = 40
_WORKERS = min(os.cpu_count() or 1, 4)
_CHUNK = 1024  # matrices worked on together: few enough to stay in the processor's cache


def stable(matrices: Reals) -> Flags:
    """For each of ``matrices``, shape (draws, m, m), whether all its eigenvalues have negative real part."""
    if matrices.shape[-1] <= 3:
        return _routh_hurwitz(matrices)
    parts = [matrices[start : start + _CHUNK] for start in range(0, len(matrices), _CHUNK)]
    if len(parts) < 2:
        return _cayley(matrices)
    with ThreadPoolExecutor(_WORKERS) as pool:  # NumPy works outside Python's lock
        return np.concatenate(list(pool.map(_cayley, parts)))


def _routh_hurwitz(w: Reals) -> Flags:
    """The closed conditions for one, two and three variables."""
    size = w.shape[-1]
    trace = _trace(w)
    if size == 1:
        return np.asarray(trace < 0)
    if size == 2:
        return np.asarray((trace < 0) & (w[:, 0, 0] * w[:, 1, 1] > w[:, 0, 1] * w[:, 1, 0]))
    minors = sum(w[:, i, i] * w[:, j, j] - w[:, i, j] * w[:, j, i] for i, j in ((0, 1), (0, 2), (1, 2)))
    determinant = (
        w[:, 0, 0] * (w[:, 1, 1] * w[:, 2, 2] - w[:, 1, 2] * w[:, 2, 1])
        - w[:, 0, 1] * (w[:, 1, 0] * w[:, 2, 2] - w[:, 1, 2] * w[:, 2, 0])
        + w[:, 0, 2] * (w[:, 1, 0] * w[:, 2, 1] - w[:, 1, 1] * w[:, 2, 0])
    )
    return np.asarray((trace < 0) & (determinant < 0) & (-trace * minors > -determinant))


def _cayley(matrices: Reals) -> Flags:
    """Stable or not, through M = (I − W)⁻¹(I + W) = 2(I − W)⁻¹ − I, whose spectral radius is below 1 just where W is stable.

    A norm below 1 proves the radius below 1; a trace of a power larger than the size proves it above.
    """
    count, size, _ = matrices.shape
    out = np.zeros(count, bool)
    if not count:
        return out
    try:
        power = np.linalg.inv(np.eye(size) - matrices)
    except np.linalg.LinAlgError:  # an eigenvalue of exactly 1 somewhere
        return _by_eigenvalues(matrices)
    power *= 2
    power.reshape(count, -1)[:, :: size + 1] -= 1
    live = np.arange(count)
    for _ in range(_SQUARINGS):
        square = np.einsum("kij,kji->k", power, power)  # the trace of the next power, before it is worked out
        open_ = (np.abs(_trace(power)) <= size) & (np.abs(square) <= size)
        contracts = np.einsum("kij,kij->k", power, power) < 1
        out[live[contracts]] = True
        open_ &= ~contracts
        live, power = live[open_], power[open_]
        if not len(live):
            return out
        power = power @ power
    out[live] = _by_eigenvalues(matrices[live])
    return out


def _by_eigenvalues(matrices: Reals) -> Flags:
    return np.asarray(np.linalg.eigvals(matrices).real.max(axis=-1) < 0)


def _trace(matrices: NDArray[Any]) -> NDArray[Any]:
    return np.asarray(np.einsum("kii->k", matrices))
