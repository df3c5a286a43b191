"""What one weighing leaves for the next, so that only what a change can have changed is worked out again.

Invariant: everything stands under a mark, a hash of all that it was worked out from: each claim as it was prepared, and what the
case has to do with its document (:mod:`sayso.weigh.marks`). What is found under a mark is therefore what would be worked
out anew, whatever the memory holds, so a memory that is old, or lost, changes how long a weighing takes and nothing else. It
keeps what this weighing used; the rest is forgotten.
"""

from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from typing import TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

T = TypeVar("T")
U = TypeVar("U")
_encode = msgspec.msgpack.Encoder().encode
Marks = NDArray[np.uint64]


class Outcomes(msgspec.Struct, frozen=True):
    """What comparing pairs of claims came to, as arrays of one length: the marks of the pairs, sorted; the kind of the outcome,
    a number; and how alike they are."""

    marks: bytes = b""
    kinds: bytes = b""
    scores: bytes = b""

    def look_up(self, wanted: Marks) -> tuple[NDArray[np.bool_], NDArray[np.uint8], NDArray[np.float64]]:
        """Which of the marks are known, and the kinds and scores of all, 0 where they are not."""
        marks, kinds = np.frombuffer(self.marks, np.uint64), np.frombuffer(self.kinds, np.uint8)
        scores = np.zeros(len(marks))
        if not len(marks):
            return np.zeros(len(wanted), bool), np.zeros(len(wanted), np.uint8), np.zeros(len(wanted))
        scores[kinds > 0] = np.frombuffer(self.scores)
        places = np.minimum(np.searchsorted(marks, wanted), len(marks) - 1)
        known = marks[places] == wanted
        return known, np.where(known, kinds[places], 0).astype(np.uint8), np.where(known, scores[places], 0.0)


class Memory:
    """What the last weighing left, by mark, and what this one leaves."""

    def __init__(self, known: Mapping[bytes, bytes] | None = None) -> None:
        self._known = known or {}
        self._used: dict[bytes, bytes] = {}

    def left(self) -> dict[bytes, bytes]:
        """All that the next weighing may need."""
        return dict(self._used)

    def changes(self) -> tuple[list[bytes], list[tuple[bytes, bytes]]]:
        """The marks to forget, and what is new."""
        known, used = self._known, self._used
        return [mark for mark in known if mark not in used], [
            row for row in used.items() if known.get(row[0]) is not row[1]
        ]

    def outcomes(
        self, what: str, marks: Marks, work_out: Callable[[Sequence[int]], Sequence[tuple[int, float]]]
    ) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
        """The kind and the score of each pair; ``work_out`` gives those of the pairs at some places."""
        name = what.encode()
        known, kinds, scores = self._recalled(name, Outcomes, Outcomes()).look_up(marks)
        missing = np.flatnonzero(~known)
        for at, (kind, score) in zip(missing.tolist(), work_out(missing.tolist()), strict=True):
            kinds[at], scores[at] = kind, score
        order = np.argsort(marks)
        marks, kept, told = marks[order], kinds[order], scores[order]
        self._used[name] = _encode(Outcomes(marks.tobytes(), kept.tobytes(), told[kept > 0].tobytes()))
        return kinds, scores

    def value(self, mark: bytes, kind: type[T], work_out: Callable[[], T]) -> T:
        """What is kept under a mark, of the type ``kind``, or else what ``work_out`` gives."""
        found = self._recalled(mark, kind, None)
        if found is None:
            found = work_out()
            self._used[mark] = _encode(found)
        return found

    def values(self, marks: Sequence[bytes], kind: type[T], work_out: Callable[[Sequence[int]], list[T]]) -> list[T]:
        """What is kept under each mark, of the type ``kind``; ``work_out`` gives what is missing, by its places."""
        known = {at: found for at, mark in enumerate(marks) if (found := self._recalled(mark, kind, None)) is not None}
        missing = [at for at in range(len(marks)) if at not in known]
        for at, one in zip(missing, work_out(missing), strict=True):
            known[at] = one
            self._used[marks[at]] = _encode(one)
        return [known[at] for at in range(len(marks))]

    def _recalled(self, mark: bytes, kind: type[T], otherwise: U) -> T | U:
        text = self._known.get(mark)
        if text is None:
            return otherwise
        try:
            found = msgspec.msgpack.decode(text, type=kind)
        except (msgspec.DecodeError, msgspec.ValidationError):
            return otherwise
        self._used[mark] = text
        return found


class NoMemory(Memory):
    """Knows nothing and keeps nothing: for a case that is weighed once."""

    def outcomes(self, what, marks, work_out):  # type: ignore[no-untyped-def]
        rows = work_out(range(len(marks)))
        return np.array([kind for kind, _ in rows], np.uint8), np.array([score for _, score in rows])

    def value(self, mark: bytes, kind: type[T], work_out: Callable[[], T]) -> T:
        return work_out()

    def values(self, marks: Sequence[bytes], kind: type[T], work_out: Callable[[Sequence[int]], list[T]]) -> list[T]:
        return work_out(range(len(marks)))


def digest(*parts: bytes) -> bytes:
    return blake2b(b"".join(parts), digest_size=16).digest()
