"""Reading files without a case: the same documents, claims and attributions, kept nowhere."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.case.entry import verify
from sayso.case.settings import DEFAULT_PIPELINE
from sayso.core.errors import DocumentFault, UsageFault
from sayso.core.record import attribution_record, claim_record, line
from sayso.documents.folder import find


@dataclass(frozen=True, slots=True)
class Loose:
    """What one file holds: the lines of its attributions, its claims and its suggestions, each told by ``record``."""

    records: tuple[str, ...]
    faults: tuple[str, ...]
    readable: bool


def read_files(files: Iterable[Path], *, pipeline: str | None = None) -> Iterator[Loose]:
    """Reads files, and those of folders, in the order given. Raises ``UsageFault`` if one is not there."""
    places: list[tuple[Path, Path]] = []
    for given in files:
        if not given.exists():
            raise UsageFault(f"{given}: there is no such file; check the name")
        places += [(file, given) for file in find(given)] if given.is_dir() else [(given, given.parent)]
    return (_read(file, root, pipeline or DEFAULT_PIPELINE) for file, root in places)


def _read(file: Path, root: Path, pipeline: str) -> Loose:
    from sayso.documents import open_document
    from sayso.read.reader import read

    try:
        document = open_document(file, root)
    except DocumentFault as fault:
        return Loose((), (str(fault),), readable=False)
    found = read(document, pipeline)
    verify(document, (*found.claims, *found.suggestions), found.attributions)
    records = [line({"record": "attribution", **attribution_record(one)}) for one in found.attributions]
    records += [line({"record": "claim", **claim_record(claim)}) for claim in found.claims]
    records += [line({"record": "suggestion", **claim_record(claim)}) for claim in found.suggestions]
    return Loose(tuple(records), tuple(f"{document.path}: {fault}" for fault in document.faults), readable=True)
