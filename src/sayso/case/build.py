"""The build: what changed is read, the promises are checked, and ``out/`` is written from ``case.db``.

Invariant: ``out/`` depends on the documents, ``case.toml`` and the decisions alone: not on the number of workers, nor on
what was built before. A build broken off at any moment keeps the documents it finished, and the next one goes on from there.
"""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.case.decisions import FILE as DECISIONS
from sayso.case.entry import Entry
from sayso.case.files import clear, digest, holds, write
from sayso.case.fingerprint import case_key, document_key, page_version, reader_version, weighing_version
from sayso.case.recalled import Recalled
from sayso.case.settings import FILE as SETTINGS
from sayso.case.settings import Case
from sayso.case.store import Results, Store
from sayso.core.errors import CaseFault, DocumentFault, LocateFault
from sayso.core.garbage import uncollected
from sayso.core.hands import Hands
from sayso.documents.folder import find

if TYPE_CHECKING:
    from sayso.case.reading import Task

_WORTH_RECALLING = 100  # unchanged documents; with fewer there is too little to do while another process reads
_TELLING_S = 1e-4  # to write what follows from one claim
_KEEP_EVERY_S = 2.0  # how much work a kill may cost
_OWN = ("data", "documents")  # the folders of out/ that hold nothing but what a build writes


@dataclass(frozen=True, slots=True)
class Progress:
    """How far reading is. ``size`` and ``sizes`` are bytes read and to be read."""

    documents: int
    of: int
    size: int
    sizes: int
    words: int
    elapsed_s: float


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did. ``read`` counts the documents read anew, ``words`` their words; ``faults`` is everything to report,
    ``unreadable`` the paths of the files that are no documents, ``unnamed`` those of documents that name no publisher."""

    index: Path
    documents: int
    claims: int
    attributions: int
    suggestions: int
    read: int
    words: int
    faults: tuple[str, ...]
    unreadable: tuple[str, ...]
    unnamed: tuple[str, ...]


def build(case: Case, *, workers: int = 1, progress: Callable[[Progress], None] | None = None) -> Built:
    """Builds the case. Raises ``CaseFault`` if the folder cannot be used and ``LocateFault`` if a claim's words do not stand
    in its document. A damaged ``case.db`` is thrown away and made again."""
    if not case.documents.is_dir():
        raise CaseFault(
            f"{case.documents} is not a folder; make it, or add documents with 'sayso add {case.folder} FILE…'"
        )
    try:
        return _build(case, workers, progress)
    except sqlite3.DatabaseError as fault:
        if isinstance(fault, sqlite3.OperationalError):
            raise CaseFault(f"{case.database}: {fault}; close the program that holds it, or make room") from fault
        case.database.unlink(missing_ok=True)
        return _build(case, workers, progress)


def _build(case: Case, workers: int, progress: Callable[[Progress], None] | None) -> Built:
    with Store(case.database) as store:
        kept = Recalled()
        read, words = _read_changed(case, store, workers, progress, kept)
        _check(store)
        _lay_out_stale(store)
        with uncollected():
            results = _results(case, store, kept, workers)
            counts, unnamed = _tell(case, store, results)
        faults, unreadable = store.faults()
    return Built(case.out / "index.html", *counts, read, words, (*faults, *results.faults), unreadable, unnamed)


def _results(case: Case, store: Store, kept: Recalled, workers: int) -> Results:
    """What follows from all that was read, in the files of ``out/``: as it was written before, if nothing it depends on has
    changed and the files are as they were."""
    key = case_key(store.keys(), (case.folder / SETTINGS, case.folder / DECISIONS))
    found = store.results(key)
    if found and all(holds(case.out / name, wanted) for name, wanted in found.files.items()):
        return found
    from sayso.case.analysis import analyse
    from sayso.case.preparing import prepare_stale
    from sayso.case.results import data_parts
    from sayso.tell.analysis import tell

    prepare_stale(store)
    kept.recall(store)
    analysis = analyse(case, kept, workers=workers)
    told = tell(analysis.view)
    parts = [*data_parts(analysis), *told.parts]

    def work(places: Sequence[int]) -> list[dict[str, str]]:
        return [_digests(case, parts[at]()) for at in places]

    each_s = _TELLING_S * len(analysis.view.claims) / len(parts)
    digests = dict(chain.from_iterable(map(dict.items, Hands(workers).over(work, range(len(parts)), each_s=each_s))))
    results = Results(digests, told.judgements, tuple(analysis.faults))
    with store.changing():
        store.put_results(key, results)
        store.put_memory(weighing_version(), kept.memory)
    return results


def _digests(case: Case, files: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Writes files below ``out/``; the digest of each by its path."""
    found = {}
    for name, text in files:
        content = text.encode()
        write(case.out / name, content)
        found[name] = digest(content)
    return found


def _read_changed(
    case: Case, store: Store, workers: int, progress: Callable[[Progress], None] | None, kept: Recalled
) -> tuple[int, int]:
    """Brings the store up to date with the documents; how many were read, and their words. While other processes read, this
    one recalls what has not changed and what they have read."""
    from sayso.case.reading import read_tasks

    tasks = _changed(case, store)
    changed = {task.path for task in tasks}
    worth = sum(path not in changed for path in store.paths()) >= _WORTH_RECALLING
    meanwhile = partial(_recall, store, kept, changed) if worth else None
    sizes = {task.path: task.size for task in tasks}
    started, size, words, done = time.monotonic(), 0, 0, 0
    with closing(read_tasks(tasks, case.documents, case.pipeline, workers=workers, meanwhile=meanwhile)) as entries:
        for batch in _batches(entries):
            with store.changing():
                for entry in batch:
                    store.put(entry)
            if workers > 1:
                kept.take(store, [entry.path for entry in batch])
            done += len(batch)
            size += sum(sizes[entry.path] for entry in batch)
            words += sum(entry.words for entry in batch)
            if progress:
                elapsed = time.monotonic() - started
                progress(Progress(done, len(tasks), size, sum(sizes.values()), words, elapsed))
    return len(tasks), words


def _recall(store: Store, kept: Recalled, changed: set[str]) -> None:
    import sayso.case.analysis
    import sayso.tell.analysis  # noqa: F401  what comes next, loaded while there is time

    kept.take(store, (path for path in store.paths() if path not in changed))


def _changed(case: Case, store: Store) -> "list[Task]":
    """The documents to read. The store forgets those that are gone, and learns of files that cannot even be opened."""
    from sayso.case.reading import Task, unreadable

    known = store.keys()
    reader = reader_version(case.pipeline)
    tasks: list[Task] = []
    present: set[str] = set()
    for file in find(case.documents):
        path = file.relative_to(case.documents).as_posix()
        present.add(_shown(path))
        try:
            key = _key(file, path, reader)
            size = file.stat().st_size if file.exists() else 0  # one that has gone meanwhile is reported by the reader
        except DocumentFault as fault:
            with store.changing():
                store.put(unreadable(case.documents, Task(_shown(path), 0, ""), str(fault)))
            continue
        if known.get(path) != key:
            tasks.append(Task(path, size, key))
    if gone := known.keys() - present:
        with store.changing():
            for path in sorted(gone):
                store.drop(path)
    return tasks


def _key(file: Path, path: str, reader: str) -> str:
    if _shown(path) != path:
        raise DocumentFault(f"{_shown(path)}: its name is not UTF-8; rename it")
    return document_key(file, reader)


def _shown(path: str) -> str:
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """The entries as they come, a transaction's worth at a time."""
    batch: list[Entry] = []
    since = time.monotonic()
    for entry in entries:
        batch.append(entry)
        if time.monotonic() - since > _KEEP_EVERY_S:
            yield batch
            batch, since = [], time.monotonic()
    if batch:
        yield batch


def _check(store: Store) -> None:
    """The verbatim promise, for every claim of the case, read now or before."""
    for path, identity in store.misplaced():
        raise LocateFault(
            f"{path}: the passage of claim {identity} does not stand in the document; delete case.db and build again, "
            "and report it if it comes back"
        )


def _lay_out_stale(store: Store) -> None:
    """Pages made by another version of the templates are made again, from what was read."""
    current = page_version()
    stale = [path for path, key in store.page_keys().items() if key != current]
    if not stale:
        return
    from sayso.tell.page import lay_out

    with store.changing():
        for path in sorted(stale):
            suggested = len(store.suggestions(path))
            page = lay_out(store.document(path), store.claims(path), store.attributions(path), suggested)
            store.put_page(path, page, current)


def _tell(case: Case, store: Store, results: Results) -> tuple[tuple[int, int, int, int], tuple[str, ...]]:
    """Writes ``out/`` and removes from its folders what this build did not write; how many records of each table, and which
    documents name no publisher."""
    from sayso.tell.dossier import unnamed

    data, pages = case.out / "data", case.out / "documents"
    kept: list[Path] = []
    counts = []
    for table in ("documents", "claims", "attributions", "suggestions"):
        records = list(store.records(table))
        counts.append(len(records))
        kept.append(_written(data / f"{table}.jsonl", "".join(f"{record}\n" for record in records)))
    summaries: list[str] = []
    rows: list[str] = []
    for name, html, row, summary in store.pages():
        kept.append(_written(pages / name, html))
        rows.append(row)
        summaries.append(summary)
    kept += [case.out / name for name in results.files]
    kept += _tell_case(case, summaries, rows, results.judgements)
    clear(case.out, kept, _OWN)
    documents, claims, attributions, suggestions = counts
    return (documents, claims, attributions, suggestions), unnamed(summaries)


def _tell_case(case: Case, summaries: list[str], rows: list[str], judgements: str) -> list[Path]:
    from sayso.tell.dossier import claims_pages, index_page

    index = index_page(case.title, case.question, summaries, judgements=judgements)
    return [_written(case.out / name, html) for name, html in (("index.html", index), *claims_pages(case.title, rows))]


def _written(path: Path, text: str) -> Path:
    write(path, text.encode("utf-8"))
    return path
