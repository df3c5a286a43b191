"""Reads the documents of a case, in this process or in several, each into an entry for ``case.db``.

Invariant: an entry depends on its document alone, so neither the number of workers nor the order of work shows in it. A
document that cannot be opened, or that its reader fails on, becomes an entry that says so; the rest is read.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.case.entry import Entry, Kept, entry_of
from sayso.case.fingerprint import page_version, weighing_version
from sayso.core.claim import Attribution, Claim
from sayso.core.document import Document
from sayso.core.errors import DocumentFault, UsageFault
from sayso.core.garbage import uncollected
from sayso.tell.page import lay_out
from sayso.weigh import prepare, written

if TYPE_CHECKING:
    from sayso.read.reader import Read

_CHUNKS_A_WORKER = 8  # of what is left: the parts get smaller, so that the workers end together
_LEAST_CHUNK = 10_000  # bytes; below this handing out work shows
_MOST_CHUNK = 400_000  # bytes; above this progress is shown too rarely
_COLLECT_EVERY = 50_000  # new objects; a parse makes a cycle of every word, and all are needed at once
WORTH_A_WORKER = 150_000  # bytes; a worker takes over a second to start, in which one process reads about this much


@dataclass(frozen=True, slots=True)
class Task:
    """A document to read: its path below the documents' folder, its size in bytes, and the key to keep it under."""

    path: str
    size: int
    key: str


def read_tasks(
    tasks: list[Task], folder: Path, pipeline: str, *, workers: int, meanwhile: Callable[[], None] | None = None
) -> Generator[Entry, None, None]:
    """The entries of the tasks, in no order. Raises ``UsageFault`` if the pipeline is not installed. ``meanwhile`` is what
    this process has to do while others read, be it one; without it, one worker is this process itself."""
    if not tasks:
        return
    worth = 1 + sum(task.size for task in tasks) // WORTH_A_WORKER
    if meanwhile is None and (workers <= 1 or worth <= 1):
        yield from read_here(tasks, folder, pipeline)
        return
    workers = min(workers, worth)
    unfinished = {task.path: task for task in tasks}
    try:
        for entries in _in_pool(_chunks(tasks, workers), folder, pipeline, workers, meanwhile):
            for entry in entries:
                del unfinished[entry.path]
                yield entry
    except BrokenProcessPool:
        yield from _one_by_one(list(unfinished.values()), folder, pipeline)


def read_here(tasks: Iterable[Task], folder: Path, pipeline: str) -> Iterator[Entry]:
    """Reads in this process."""
    read = _reader(pipeline)
    return (_read_one(task, folder, partial(read, pipeline=pipeline)) for task in tasks)


def _reader(pipeline: str) -> Callable[..., Read]:
    """The reader, loaded: over a second's work. What is loaded stays, so the collector need not look at it, now or later."""
    with uncollected():
        from sayso.read.pipeline import pipeline as load
        from sayso.read.reader import read

        load(pipeline)
    gc.set_threshold(_COLLECT_EVERY)
    return read


def _read_one(task: Task, folder: Path, read: Callable[[Document], Read]) -> Entry:
    document = _opened(folder, task)
    if isinstance(document, Entry):
        return document
    try:
        found = read(document)
        return _entry(found.document, found.claims, found.attributions, task.key, found.suggestions)
    except UsageFault:
        raise
    except Exception as fault:
        reason = (
            f"{task.path}: the reader failed on it ({type(fault).__name__}: {str(fault)[:120]}); please report this"
        )
        return _entry(replace(document, faults=(*document.faults, reason)), (), (), task.key)


def _opened(folder: Path, task: Task) -> Document | Entry:
    from sayso.documents import open_document

    try:
        return open_document(folder / task.path, folder)
    except DocumentFault as fault:
        return unreadable(folder, task, str(fault))
    except Exception as fault:
        return unreadable(folder, task, f"{task.path}: it cannot be read ({type(fault).__name__}: {str(fault)[:120]})")


def unreadable(folder: Path, task: Task, reason: str) -> Entry:
    """The entry of a file that is no document, with the reason in words."""
    try:
        digest = sha256((folder / task.path).read_bytes()).hexdigest()
    except OSError:
        digest = sha256(b"").hexdigest()
    document = Document(task.path, "", (), sha256=digest, faults=(reason,))
    return _entry(document, (), (), task.key, readable=False)


def _entry(
    document: Document,
    claims: tuple[Claim, ...],
    attributions: tuple[Attribution, ...],
    key: str,
    suggestions: tuple[Claim, ...] = (),
    *,
    readable: bool = True,
) -> Entry:
    page = lay_out(document, claims, attributions, len(suggestions))
    prepared = Kept(written(prepare(claims, document)), weighing_version())
    page = replace(page, key=page_version())
    return entry_of(document, claims, attributions, page, prepared, key, suggestions=suggestions, readable=readable)


def _chunks(tasks: list[Task], workers: int) -> list[list[Task]]:
    """The tasks in smaller and smaller parts, the largest documents first."""
    left = sum(task.size for task in tasks)
    chunks: list[list[Task]] = []
    room = 0
    for task in sorted(tasks, key=lambda task: (-task.size, task.path)):
        if not chunks or task.size > room:
            chunks.append([])
            room = min(max(left // (workers * _CHUNKS_A_WORKER), _LEAST_CHUNK), _MOST_CHUNK)
        chunks[-1].append(task)
        room -= task.size
        left -= task.size
    return chunks


def _in_pool(
    chunks: list[list[Task]], folder: Path, pipeline: str, workers: int, meanwhile: Callable[[], None] | None
) -> Iterator[list[Entry]]:
    with _pool(workers) as pool:
        waiting: set[Future[list[Entry]]] = {pool.submit(_read_chunk, chunk, folder, pipeline) for chunk in chunks}
        if meanwhile:
            meanwhile()
        while waiting:
            finished, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            broken: BrokenProcessPool | None = None
            for future in finished:
                try:
                    yield future.result()
                except BrokenProcessPool as fault:
                    broken = fault
            if broken:
                raise broken


def _one_by_one(tasks: list[Task], folder: Path, pipeline: str) -> Iterator[Entry]:
    """After a worker died: every document in turn, so that the one it died on is known and the rest is read."""
    while tasks:
        with _pool(1) as pool:
            while tasks:
                task = tasks.pop(0)
                try:
                    yield from pool.submit(_read_chunk, [task], folder, pipeline).result()
                except BrokenProcessPool:
                    reason = f"{task.path}: the process that read it died, perhaps for want of memory; split it, or remove it"
                    yield unreadable(folder, task, reason)
                    break


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Worker processes that start with the reader loaded and die with the work, also when it is broken off."""
    kind = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(kind)
    if kind == "forkserver":
        context.set_forkserver_preload(["sayso.read.reader", "sayso.documents", "sayso.tell.page", "sayso.weigh"])
    if kind == "forkserver":
        _start_server()
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_follow_parent)
    try:
        yield pool
    except BaseException:
        processes = list((pool._processes or {}).values())
        results = pool._result_queue
        pool.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.terminate()
        results._writer.close()  # type: ignore[attr-defined]  # else the rest of a result a worker died on is waited for
        raise
    pool.shutdown()


def _start_server() -> None:
    """Starts what forks the workers deaf to Ctrl-C, which else breaks it off in words of its own while it loads."""
    from multiprocessing import forkserver, resource_tracker

    resource_tracker.ensure_running()  # it would lift the mask
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _follow_parent() -> None:
    """Ctrl-C reaches every process of the terminal; the parent alone answers it. When the parent is killed, so is a worker:
    it would wait for work for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if parent := multiprocessing.parent_process():
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _read_chunk(tasks: list[Task], folder: Path, pipeline: str) -> list[Entry]:
    return list(read_here(tasks, folder, pipeline))
