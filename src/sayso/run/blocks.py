"""One component's part of the matrices: which links fill which cells, and whether it is stable."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from sayso.run.digraph import Digraph
from sayso.run.stability import Flags, Reals, stable

_TOGETHER = 4096  # draws eliminated together, as many as keep the rows of a sparse matrix in the processor's cache
_FEW = 256  # draws below which going through the cells costs more than it saves
_SMALL, _LARGE = 1e-3, 1e3  # pivots and entries beyond these leave the determinant's sign to the exact test


@dataclass(frozen=True, slots=True)
class Block:
    """The variables and inner links of one component; ``cells[l]`` is link ``l``'s cell in the flattened matrix."""

    links: tuple[int, ...]
    cells: tuple[int, ...]
    size: int

    @classmethod
    def of(cls, digraph: Digraph, members: Sequence[int], links: Sequence[int]) -> "Block":
        place = {variable: at for at, variable in enumerate(members)}
        size = len(members)
        cells = tuple(place[digraph.links[at].effect] * size + place[digraph.links[at].cause] for at in links)
        return cls(tuple(links), cells, size)

    def matrices(self, weights: Reals) -> Reals:
        """Matrices from weights of shape (links, draws); twins add."""
        flat = np.zeros((weights.shape[1], self.size * self.size))
        if len(set(self.cells)) == len(self.cells):
            flat[:, list(self.cells)] = weights.T
        else:
            for cell, row in zip(self.cells, weights, strict=True):
                flat[:, cell] += row
        return flat.reshape(-1, self.size, self.size)

    def stable(self, weights: Reals) -> Flags:
        """Which draws of weights, shape (links, draws), are stable. Those with det(−W) < 0 are thrown out first."""
        worth_it = self.size > 3 and weights.shape[1] >= _FEW
        steps = _elimination(self.size, self.cells) if worth_it else ()
        if not 0 < len(steps) < self.size**3 / 6:
            return stable(self.matrices(weights))
        out = np.zeros(weights.shape[1], bool)
        for start in range(0, weights.shape[1], _TOGETHER):
            part = weights[:, start : start + _TOGETHER]
            left = np.flatnonzero(~self._turns_over(part, steps))
            out[start + left] = stable(self.matrices(part[:, left]))
        return out

    def _turns_over(self, weights: Reals, steps: "Steps") -> Flags:
        """Where det(−W) is surely below 0: by elimination along the cells that are filled, all draws at once."""
        count = weights.shape[1]
        entries: dict[int, Reals] = {}
        for cell, row in zip(self.cells, weights, strict=True):
            entries[cell] = entries[cell] - row if cell in entries else -row
        sign = np.ones(count)
        sure = np.ones(count, bool)
        with np.errstate(all="ignore"):
            for pivot, factor, target, other in steps:
                if factor < 0:  # the pivot's column is done with
                    sign *= np.sign(entries[pivot])
                    sure &= np.abs(entries[pivot]) > _SMALL
                    continue
                taken = entries[factor] / entries[pivot] * entries[other]
                entries[target] = entries[target] - taken if target in entries else -taken
                sure &= np.abs(taken) < _LARGE
        return np.asarray(sure & (sign < 0))


Steps = tuple[tuple[int, int, int, int], ...]


@cache
def _elimination(size: int, cells: tuple[int, ...]) -> Steps:
    """The steps of Gaussian elimination on filled cells only, least filling pivots first (Markowitz 1957).

    A step (pivot, factor, target, other) takes factor / pivot · other from target; (pivot, −1, −1, −1) finishes a pivot.
    No steps if a pivot stays empty: then the determinant's sign is left to the exact test.
    """
    filled = set(cells)
    left = set(range(size))
    steps: list[tuple[int, int, int, int]] = []
    while left:
        rows = {p: [i for i in sorted(left) if i != p and i * size + p in filled] for p in left}
        columns = {p: [j for j in sorted(left) if j != p and p * size + j in filled] for p in left}
        ready = [p for p in left if p * size + p in filled]
        if not ready:
            return ()
        p = min(ready, key=lambda at: (len(rows[at]) * len(columns[at]), at))
        for i in rows[p]:
            for j in columns[p]:
                steps.append((p * size + p, i * size + p, i * size + j, p * size + j))
                filled.add(i * size + j)
        steps.append((p * size + p, -1, -1, -1))
        left.remove(p)
    return tuple(steps)
