"""Which files of a folder are documents."""

import os
from pathlib import Path

from sayso.documents.sidecar import SUFFIX


def find(folder: Path) -> list[Path]:
    """Every document below ``folder``, sorted by its path in it: all files but sidecars, hidden ones, and links that
    lead out of the folder. A file of a kind that is not read is listed too, so that it can be reported."""
    root = Path(os.path.realpath(folder))
    found: list[Path] = []
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(here) / name
            if name.startswith((".", "~$")) or name.lower().endswith(SUFFIX):
                continue
            if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root):
                continue
            if path.is_file():
                found.append(path)
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())
