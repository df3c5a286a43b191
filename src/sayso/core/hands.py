"""Much work of one kind, shared between processes.

Invariant: what comes out hangs on the work alone, not on how many do it. A process that does a part is a copy of this one
as it stands, so that nothing is handed over but what it found; where no copy can be made, or one dies, this one does the part.
No copy outlives the work.
"""

import os
import pickle
import signal
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
        most = min(self.most, len(places))
        if most < 2 or len(places) * each_s < _WORTH_S or not _copied_safely():
            return work(places)
        parts = [places[at::most] for at in range(most)]
        copies: list[_Copy] = []
        found: list[Any] = [None] * len(places)
        try:
            copies.extend(_Copy(work, part) for part in parts[1:])
            found[::most] = work(parts[0])
            for at, part in enumerate(parts[1:], 1):
                given = copies[at - 1].given()
                found[at::most] = work(part) if given is None else given
        finally:
            for copy in copies:
                copy.end()
        return found


def _copied_safely() -> bool:
    """Whether a process may go on as a copy of this one: on Linux, if no other thread may hold a lock."""
    threads = Path("/proc/self/task")
    return threads.is_dir() and len(list(threads.iterdir())) == 1


class _Copy:
    """A copy of this process that does a part of the work and then ends, or none where the system has no room for one."""

    def __init__(self, work: Callable[[Sequence[int]], list[T]], part: Sequence[int]) -> None:
        self._child = 0
        try:
            reading, writing = os.pipe()
        except OSError:
            return
        self._reading = reading
        try:
            self._child = os.fork()
        except OSError:
            os.close(reading)
        else:
            if not self._child:
                _do(work, part, reading, writing)
        os.close(writing)

    def given(self) -> list[Any] | None:
        """What it found, once it has; none if there is no copy, or it died."""
        if not self._child:
            return None
        with os.fdopen(self._reading, "rb", closefd=False) as pipe:
            content = pipe.read()
        return pickle.loads(content) if self._ended() else None

    def end(self) -> None:
        """Breaks it off if it still works."""
        if self._child:
            os.kill(self._child, signal.SIGKILL)
            self._ended()

    def _ended(self) -> bool:
        """Waits for its end; whether it had done its part."""
        try:
            _, status = os.waitpid(self._child, 0)
        except ChildProcessError:  # whoever started this process has it deaf to the end of others
            status = 1
        self._child = 0
        os.close(self._reading)
        return status == 0


def _do(work: Callable[[Sequence[int]], list[T]], part: Sequence[int], reading: int, writing: int) -> None:
    """Does a part of the work in the copy, which goes no further, whatever happens."""
    status = 1
    try:
        os.close(reading)  # else a copy whose parent was killed would wait for itself to read what it found
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(work(part), pipe)
        status = 0
    finally:
        os._exit(status)
