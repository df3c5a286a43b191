"""What a stored result depends on, as a hash: when none of it changed, nothing is read again.

A reader's version is its code and vocabularies, and the releases of the libraries under it; a document's key adds the
bytes of the file and its sidecar. Nothing heavy is imported to know them.
"""

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from sayso.core.errors import DocumentFault
from sayso.documents.sidecar import sidecar_of

_READS = ("core", "documents", "lexicon", "read")  # the packages that decide what is read
_LAYS_OUT = ("core", "tell")  # and those that decide how a document's page looks
_PREPARES = ("core", "lexicon", "weigh")  # those that decide what the weighing needs of a document
_CONCLUDES = (
    "case",
    "compile",
    "core",
    "lexicon",
    "run",
    "tell",
    "weigh",
)  # and those that decide what follows from it
_PIECE = 1 << 20


@cache
def reader_version(pipeline: str) -> str:
    """Changes whenever a document might be read differently."""
    return _version(_READS, f"{pipeline} {_pipeline_release(pipeline)} {_libraries()}")


@cache
def weighing_version() -> str:
    """Changes whenever a document might be prepared differently for the weighing."""
    return _version(_PREPARES)


@cache
def page_version() -> str:
    """Changes whenever a document's page might be laid out differently."""
    return _version(_LAYS_OUT)


def case_key(keys: Mapping[str, str], written: Iterable[Path]) -> str:
    """Changes whenever something else might follow from the case: with the key of any document, by path, with the files the
    analyst wrote, and with the version of what concludes."""
    digest = sha256(_version(_CONCLUDES, _libraries()).encode())
    for path, key in sorted(keys.items()):
        digest.update(f"{path}\0{key}\0".encode("utf-8", "surrogatepass"))
    for file in written:
        digest.update(b"\0file\0")
        if file.is_file():
            _bytes(file, digest.update)
    return digest.hexdigest()


def document_key(path: Path, reader: str) -> str:
    """Changes whenever the file at ``path``, its sidecar or the reader does. Raises ``DocumentFault`` if it cannot be opened."""
    digest = sha256(reader.encode())
    _bytes(path, digest.update)
    side = sidecar_of(path)
    if side.is_file():
        digest.update(b"\0sidecar\0")
        _bytes(side, digest.update)
    return digest.hexdigest()


def _version(packages: Iterable[str], more: str = "") -> str:
    digest = sha256(f"{sys.version_info[:2]} {more}".encode())
    for package in packages:
        _code(files("sayso") / package, package, digest.update)
    return digest.hexdigest()[:16]


@cache
def _libraries() -> str:
    """The libraries sayso needs, with their releases."""
    names = sorted({re.split(r"[^\w.-]", need, maxsplit=1)[0] for need in requires("sayso") or ()})
    return " ".join(f"{name} {_release(name)}" for name in names)


def _bytes(path: Path, update: Callable[[bytes], object]) -> None:
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                update(piece)
    except OSError as fault:
        raise DocumentFault(f"{path.name}: it cannot be opened ({fault.strerror}); check its permissions") from fault


def _code(folder: Traversable, name: str, update: Callable[[bytes], object]) -> None:
    """Feeds every file of a package but compiled ones, in order of their names."""
    for part in sorted(folder.iterdir(), key=lambda part: part.name):
        inner = f"{name}/{part.name}"
        if part.is_dir():
            if part.name != "__pycache__":
                _code(part, inner, update)
        elif not part.name.endswith(".pyc"):
            update(inner.encode())
            update(part.read_bytes())


def _release(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


def _pipeline_release(pipeline: str) -> str:
    """A pipeline is an installed package or a folder, which its ``meta.json`` and ``config.cfg`` stand for."""
    folder = Path(pipeline)
    if folder.is_dir():
        parts = [part.read_bytes() for part in (folder / "meta.json", folder / "config.cfg") if part.is_file()]
        return sha256(b"\0".join(parts)).hexdigest()
    return _release(pipeline)
