"""Which of many matrices are stable: every eigenvalue's real part below zero. Exact, and mostly without eigenvalues.

Up to three variables the Routh–Hurwitz conditions decide. Above, a cheap test throws out most of the unstable ones and the
Cayley transform decides the rest; eigenvalues are asked only for what is still open after that.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Reals = NDArray[np.float64]
Floats = NDArray[Any]  # single or double precision
Flags = NDArray[np.bool_]

# The polynomial 1 + z + z²/2 + z³/6 + z⁴/24 stays within 1 in modulus on the half disc Re z <= 0, |z| <= 2.6 (the stability
# region of the classical Runge–Kutta method), so that a power of it that grows proves an eigenvalue with Re > 0.
_HALF_DISC = 2.6
_SCREEN_SQUARINGS = 7
_CAYLEY_SQUARINGS = 40
_CHUNK = 512  # matrices worked on together: small enough to stay in the processor's cache


def stable(matrices: Reals) -> Flags:
    """For each of ``matrices``, shape (draws, m, m), whether all its eigenvalues have negative real part."""
    size = matrices.shape[-1]
    if size <= 3:
        return _routh_hurwitz(matrices)
    out = np.zeros(len(matrices), bool)
    for start in range(0, len(matrices), _CHUNK):
        part = matrices[start : start + _CHUNK]
        left = np.flatnonzero(_may_be_stable(part))
        if len(left):
            out[start + left] = _cayley(part[left])
    return out


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


def _may_be_stable(matrices: Reals) -> Flags:
    """False only for unstable matrices.

    A polynomial that maps the spectrum of a stable matrix into the unit disc is squared again and again; the trace of a
    power of a matrix with spectral radius <= 1 cannot exceed its size, so a trace that does proves the matrix unstable.
    Single precision for speed: ``slack`` is what rounding can do to the trace, to first order, where no power seen was
    larger than ``bound``; where that is not small, nothing is concluded.
    """
    count, size, _ = matrices.shape
    power = _half_disc_power(matrices.astype(np.float32))
    maybe = np.ones(count, bool)
    live = np.arange(count)
    bound = np.ones(count, np.float32)
    for step in range(1, _SCREEN_SQUARINGS + 1):
        power = power @ power
        norm = np.sqrt(_dot(power, power))
        bound = np.maximum(bound, norm)
        slack = np.float32(2 ** (step + 1) * size * 2.0**-24) * bound**4
        proved = np.abs(_trace(power)) > size + slack
        proved |= np.abs(_dot(power, power.transpose(0, 2, 1))) > size + slack
        maybe[live[proved]] = False
        open_ = ~proved & (norm > 0.5) & (slack < size)
        if not open_.any():
            break
        live, power, bound = live[open_], power[open_], bound[open_]
    return maybe


def _half_disc_power(w: Floats) -> Floats:
    """1 + z + z²/2 + z³/6 + z⁴/24 of each matrix scaled so that its spectral radius is at most 2.6; overwrites ``w``."""
    square = w @ w
    radius = np.sqrt(np.sqrt(_dot(square, square)))  # ||W²||^½ bounds the spectral radius
    scale = (_HALF_DISC / np.maximum(radius, 1e-12)).astype(w.dtype)[:, None, None]
    w *= scale
    square *= scale * scale
    power = square * w.dtype.type(1 / 24)
    power += w * w.dtype.type(1 / 6)
    _add_to_diagonal(power, 0.5)
    power = square @ power
    power += w
    _add_to_diagonal(power, 1)
    return np.asarray(power)


def _cayley(matrices: Reals) -> Flags:
    """Stable or not, through M = (I − W)⁻¹(I + W) = 2(I − W)⁻¹ − I, whose spectral radius is below 1 just where W is stable."""
    size = matrices.shape[-1]
    out = np.zeros(len(matrices), bool)
    try:
        power = 2 * np.linalg.inv(np.eye(size) - matrices)
    except np.linalg.LinAlgError:  # an eigenvalue of exactly 1 somewhere
        return _by_eigenvalues(matrices)
    _add_to_diagonal(power, -1)
    live = np.arange(len(matrices))
    for _ in range(_CAYLEY_SQUARINGS):
        contracts = _dot(power, power) < 1
        grows = np.abs(_trace(power)) > size
        grows |= np.abs(_dot(power, power.transpose(0, 2, 1))) > size
        out[live[contracts]] = True
        open_ = ~(contracts | grows)
        live, power = live[open_], power[open_]
        if not len(live):
            return out
        power = power @ power
    out[live] = _by_eigenvalues(matrices[live])
    return out


def _by_eigenvalues(matrices: Reals) -> Flags:
    return np.asarray(np.linalg.eigvals(matrices).real.max(axis=-1) < 0)


def _trace(matrices: Floats) -> Floats:
    return np.asarray(np.einsum("kii->k", matrices))


def _dot(a: Floats, b: Floats) -> Floats:
    return np.asarray(np.einsum("kij,kij->k", a, b))


def _add_to_diagonal(matrices: Floats, amount: float) -> None:
    size = matrices.shape[-1]
    matrices.reshape(len(matrices), -1)[:, :: size + 1] += matrices.dtype.type(amount)
