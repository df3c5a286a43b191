"""Much work of one kind, shared between processes.

Invariant: what comes out hangs on the work alone, not on how many do it. A process that does a part is a copy of this one
as it stands, so that nothing is handed over but what it found; where no copy can be made, or one dies, this one does the part.
"""

import os
import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
_WORTH_S = 0.1  # of work: less is done sooner than handed out


@dataclass(frozen=True, slots=True)
class Hands:
    """``most`` is how many processes may work at a time."""

    most: int = 1

    def over(self, work: Callable[[Sequence[int]], list[T]], places: Sequence[int], *, each_s: float) -> list[T]:
        """What ``work`` gives for each of some places, in their order; ``each_s`` is about how long one takes."""
        if self.most < 2 or len(places) * each_s < _WORTH_S or not _copied_safely():
            return work(places)
        parts = [places[at :: self.most] for at in range(self.most)]
        others = [_handed_out(work, part) for part in parts[1:]]
        found: list[Any] = [None] * len(places)
        found[:: self.most] = work(parts[0])
        for at, given in enumerate(others, 1):
            found[at :: self.most] = given()
        return found


def _copied_safely() -> bool:
    """Whether a process may go on as a copy of this one: on Linux, if no other thread may hold a lock."""
    threads = Path("/proc/self/task")
    return threads.is_dir() and len(list(threads.iterdir())) == 1


def _handed_out(work: Callable[[Sequence[int]], list[T]], part: Sequence[int]) -> Callable[[], list[T]]:
    """Has another process do a part of the work; what is returned waits for it."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            with os.fdopen(writing, "wb") as pipe:
                pickle.dump(work(part), pipe)
        finally:
            os._exit(0)
    os.close(writing)

    def given() -> list[T]:
        with os.fdopen(reading, "rb") as pipe:
            content = pipe.read()
        os.waitpid(child, 0)
        try:
            found: list[T] = pickle.loads(content)
        except (pickle.UnpicklingError, EOFError):
            return work(part)
        return found

    return given
