"""One component's part of the matrices: which links fill which cells."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.run.digraph import Digraph
from sayso.run.stability import Reals


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
