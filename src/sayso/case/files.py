"""Writing files so that a kill at any moment leaves the old file or the new one, never half of one."""

import os
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

_MARK = ".sayso-tmp"  # the end of a name of a file still being written


def write(path: Path, content: bytes) -> bool:
    """Makes ``path`` hold ``content``; says whether it had to be written. A file that already holds it is left alone."""
    try:
        if path.stat().st_size == len(content) and path.read_bytes() == content:
            return False
    except OSError:
        path.parent.mkdir(parents=True, exist_ok=True)
    rough = path.with_name(f".{path.name}{_MARK}")
    rough.write_bytes(content)
    rough.replace(path)
    return True


def digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def holds(path: Path, wanted: str) -> bool:
    """Whether a file is there with the content of this digest."""
    try:
        return digest(path.read_bytes()) == wanted
    except OSError:
        return False


def clear(out: Path, keep: Iterable[Path], own: Iterable[str]) -> None:
    """Removes what no build would write now: from the folders that are the build's ``own`` everything that is not to be
    kept, and from ``out`` itself pages, and files a kill left half written."""
    kept = set(keep)
    for name in own:
        _clear(out / name, kept)
    for pattern in ("*.html", f".*{_MARK}"):
        for path in sorted(out.glob(pattern)):
            if path not in kept:
                path.unlink()


def _clear(folder: Path, kept: set[Path]) -> None:
    for here, _, names in os.walk(folder, topdown=False):
        for name in names:
            path = Path(here, name)
            if path not in kept:
                path.unlink()
        if not os.listdir(here):  # noqa: PTH208
            Path(here).rmdir()
