"""Documents: text with character offsets, blocks and metadata. A document's id is a hash of its stored text."""

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document, ``start`` inclusive, ``end`` exclusive, without its list or table markup.

    ``level`` is the heading's rank (1 is highest) or the list item's depth (1 is outermost), else 0.
    ``parent`` is the index of the block that governs this one: an item's stem (the paragraph or item that ends in a
    colon, or the item it is nested in), a row's header row (the header row itself has none), any other block's heading.
    ``cells`` holds the (start, end) of each cell of a row, in order; an empty cell has start == end.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    parent: int | None = None
    cells: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a case. ``path`` is relative to the case's ``documents/``; ``published`` is an ISO date, whole or
    partial (``2025``, ``2025-05``, ``2025-05-29``); ``language`` an ISO 639-1 code; ``faults`` are words for people."""

    path: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    sha256: str = ""
    faults: tuple[str, ...] = ()

    @property
    def speaker(self) -> str:
        """Whose word the document is where it names no other source: its author, else its publisher, else its path."""
        return self.author or self.publisher or self.path
