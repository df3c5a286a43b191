"""Random numbers that belong to a link, not to a run.

Every link has its own stream, keyed by the seed and the link's names, and draw ``k`` takes its ``k``-th number. So a link
that is dropped or flipped leaves the weights of all others as they were, in every draw, and two runs differ by nothing else.
"""

from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from sayso.run.digraph import Digraph, Link

Reals = NDArray[np.float64]


class Streams:
    """Open streams of one seed over one digraph. Reading moves a stream on: make a new value to start again."""

    def __init__(self, seed: int, digraph: Digraph) -> None:
        self._seed = seed
        self._digraph = digraph
        self._open: dict[tuple[str, str], np.random.Generator] = {}

    def weights(self, link: Link, count: int) -> Reals:
        """The next ``count`` weights: uniform on (0, 1), (−1, 0) or (−1, 1) for ``+``, ``-`` and ``?``."""
        drawn = self.next(f"weight {self._name(link)}", count)
        if link.sign == "-":
            np.negative(drawn, out=drawn)
        elif link.sign == "?":
            drawn *= 2
            drawn -= 1
        return np.negative(drawn, out=drawn) if link.flipped else drawn

    def chances(self, link: Link, count: int) -> Reals:
        """The next ``count`` numbers on (0, 1) that decide presence: the same for links of a pair."""
        name = self._name(link)
        return self.next(f"presence {link.pair or name}", count, reader=name)

    def next(self, key: str, count: int, *, reader: str = "") -> Reals:
        """The next ``count`` numbers of the stream ``key``; every reader reads it from its start."""
        if (key, reader) not in self._open:
            digest = blake2b(f"{self._seed}\n{key}".encode(), digest_size=16).digest()
            self._open[key, reader] = np.random.Generator(np.random.SFC64(int.from_bytes(digest, "big")))
        return self._open[key, reader].random(count)

    def _name(self, link: Link) -> str:
        names = self._digraph.names
        return f"{names[link.cause]}\n{names[link.effect]}\n{link.twin}"
