"""One file becomes one document: bounded, whatever its bytes are. Only :class:`DocumentFault` leaves this module."""

import hashlib
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path

from sayso.core.document import Document
from sayso.core.errors import DocumentFault
from sayso.documents.byline import head_of
from sayso.documents.draft import Draft, Meta, divided
from sayso.documents.footer import of_footer
from sayso.documents.govern import governed
from sayso.documents.headline import headline, without_tail
from sayso.documents.language import language_of, name_of
from sayso.documents.sidecar import read_sidecar
from sayso.lexicon.table import table

Reader = Callable[[bytes, str], Draft]
# What reads each kind of file: a module of this package and its function. Each brings a library of its own, so it is loaded with
# the first file of its kind.
_READERS = {
    ".txt": ("plain", "read_plain"),
    ".md": ("markdown", "read_markdown"),
    ".html": ("html", "read_html"),
    ".htm": ("html", "read_html"),
    ".pdf": ("pdf", "read_pdf"),
    ".docx": ("docx", "read_docx"),
}
_TOLD_BY_LINES = frozenset({".txt"})  # where the reader itself has looked for what the first lines tell


def open_document(path: Path, root: Path) -> Document:
    """The document in the file ``path``, named by its place below ``root``.

    Raises ``DocumentFault``, whose text names the file, the reason and what to do, for a file that is missing, empty,
    too large, encrypted, damaged, binary, without text, or of a kind that is not read. What is lost from a file that
    can be read is told in ``Document.faults``.
    """
    name = _name(path, root)
    draft = _drafted(_bytes(path, name), path.suffix.lower(), name)
    if not draft.text.strip():
        raise DocumentFault(f"{name}: it holds no text; remove it, or run text recognition on it if it is a scan")
    beside, faults = read_sidecar(path)
    blocks = governed(draft.text, divided(draft.text, without_tail(draft.text, draft.blocks)))
    said = draft.meta if path.suffix.lower() in _TOLD_BY_LINES else draft.meta.over(head_of(draft))
    meta = beside.over(said).over(Meta(title=headline(draft.text, blocks)))
    meta = meta.over(Meta(publisher=of_footer(draft.text)))
    language = language_of(draft.text)
    told = [*draft.faults, *faults]
    if language not in (None, "en"):
        told.append(f"language: {name_of(language)} ({language}); kept, not read")
    digest = hashlib.sha256(draft.text.encode("utf-8")).hexdigest()
    return Document(
        name, draft.text, blocks, meta.title, meta.publisher, meta.author, meta.published, meta.url, language, digest, tuple(told)
    )  # fmt: skip


def _name(path: Path, root: Path) -> str:
    try:
        relative = path.relative_to(root)
    except ValueError:
        raise DocumentFault(f"{path}: it is not below {root}; give a file of that folder") from None
    return relative.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _bytes(path: Path, name: str) -> bytes:
    suffix = path.suffix.lower()
    limits = table("limits")["max_bytes"]
    if suffix not in _READERS:
        allowed = " ".join(sorted(_READERS))
        raise DocumentFault(
            f"{name}: files of kind '{suffix or 'without suffix'}' are not read; save it as one of {allowed}"
        )
    try:
        if not path.is_file():
            raise DocumentFault(f"{name}: it is not there, or no file; check the name")
        with path.open("rb") as file:
            data = file.read(int(limits[suffix]) + 1)
    except OSError as fault:
        raise DocumentFault(
            f"{name}: it cannot be opened ({fault.strerror}); check the file and its permissions"
        ) from fault
    if len(data) > limits[suffix]:
        raise DocumentFault(
            f"{name}: it is larger than {limits[suffix] // 1_000_000} MB, the limit for {suffix}; split it"
        )
    if not data.strip():
        raise DocumentFault(f"{name}: it is empty; remove it or fill it")
    return data


def _drafted(data: bytes, suffix: str, name: str) -> Draft:
    """The last line of defence: what a reader of foreign bytes did not foresee is a fault of that document, not of the build."""
    try:
        return _reader(suffix)(data, name)
    except DocumentFault:
        raise
    except (Exception, RecursionError, MemoryError) as fault:
        raise DocumentFault(f"{name}: it is damaged ({type(fault).__name__}); save it anew, or as .txt") from fault


@cache
def _reader(suffix: str) -> Reader:
    module, function = _READERS[suffix]
    found: Reader = getattr(import_module(f"sayso.documents.{module}"), function)
    return found
