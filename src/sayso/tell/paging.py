"""Long lists go over several files, so that a page stays light however large the case: which entry stands in which file.

Invariant: a list of up to ``holds`` entries stands whole on its page; of a longer one every entry stands in exactly one file.
"""

from collections.abc import Sequence
from typing import TypeVar

HOLDS = 1_000  # rows of a table in one file: more than a person reads, few enough to load, sort and print at once

T = TypeVar("T")


def parts(entries: Sequence[T], holds: int = HOLDS) -> list[Sequence[T]]:
    """What stands in each file; an empty list has one part, too."""
    return [entries[at : at + holds] for at in range(0, max(len(entries), 1), holds)]


def files(page: str, name: str, number: int) -> list[str]:
    """The files of a list that takes ``number`` of them: its page, then files under a name of its own."""
    return [page, *(f"{name}-{at}.html" for at in range(2, number + 1))]


def placed(page: str, name: str, ids: Sequence[str], holds: int = HOLDS) -> dict[str, str]:
    """The file each entry stands in, by its id."""
    cut = parts(ids, holds)
    return {id_: file for file, inside in zip(files(page, name, len(cut)), cut, strict=True) for id_ in inside}
