"""What a reader of one file format hands back: text, blocks in order without parents, metadata, and what was lost.

Invariant: blocks lie within the text, in order, without overlap, and begin and end with a visible character; the cells
of a row lie within it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sayso.core.document import Block, BlockKind
from sayso.documents.characters import squeeze
from sayso.lexicon.table import table


@dataclass(frozen=True, slots=True)
class Meta:
    """A document's metadata, each in plain words or unknown; ``published`` is an ISO date, whole or partial."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None

    def over(self, other: "Meta") -> "Meta":
        """This metadata, with what it does not know taken from ``other``."""
        return Meta(
            self.title or other.title,
            self.publisher or other.publisher,
            self.author or other.author,
            self.published or other.published,
            self.url or other.url,
        )


@dataclass(frozen=True, slots=True)
class Draft:
    text: str
    blocks: tuple[Block, ...]
    meta: Meta = Meta()
    faults: tuple[str, ...] = ()


@dataclass(slots=True)
class Composer:
    """Sets blocks into plain text, one after the other: items behind a dash, cells between bars, the rest apart.

    It stops at the limit of characters and remembers that it did (``cut``).
    """

    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0
    cut: bool = False
    limit: int = field(default_factory=lambda: int(table("limits")["text"]["max_characters"]))
    _last: BlockKind | None = None

    def heading(self, text: str, level: int) -> None:
        self._block(BlockKind.HEADING, text, level)

    def paragraph(self, text: str) -> None:
        self._block(BlockKind.PARAGRAPH, text, 0)

    def item(self, text: str, level: int) -> None:
        self._block(BlockKind.ITEM, text, max(level, 1))

    def row(self, cells: Sequence[str], *, first: bool) -> None:
        """One table row; ``first`` begins a new table, whose header row it is."""
        texts = [squeeze(cell) for cell in cells]
        if not any(texts) or not self._room(sum(map(len, texts)) + 3 * len(texts)):
            return
        self._gap("\n\n" if first or self._last is not BlockKind.ROW else "\n")
        places = []
        for at, text in enumerate(texts):
            if at:
                self._put(" | ")
            places.append((self.length, self.length + len(text)))
            self._put(text)
        self.blocks.append(row_of(places, first=first))
        self._last = BlockKind.ROW

    def aside(self, text: str) -> None:
        """Text that is kept for display but is no block (code, for one)."""
        if text.strip() and self._room(len(text)):
            self._gap("\n\n")
            self._put(text.strip("\n"))
            self._last = None

    def draft(self, meta: Meta = Meta(), faults: Sequence[str] = ()) -> Draft:
        told = list(faults)
        if self.cut:
            told.append(f"cut after {self.length:,} characters; the rest is not read")
        return Draft("".join(self.parts), tuple(self.blocks), meta, tuple(told))

    def _block(self, kind: BlockKind, text: str, level: int) -> None:
        text = squeeze(text)
        if not text or not self._room(len(text)):
            return
        near = kind is BlockKind.ITEM and self._last in (BlockKind.ITEM, BlockKind.PARAGRAPH)
        self._gap("\n" if near else "\n\n")
        if kind is BlockKind.ITEM:
            self._put("  " * min(level - 1, 8) + "- ")
        self.blocks.append(Block(kind, self.length, self.length + len(text), level))
        self._put(text)
        self._last = kind

    def _room(self, size: int) -> bool:
        self.cut = self.cut or self.length + size > self.limit
        return not self.cut

    def _gap(self, white: str) -> None:
        if self.length:
            self._put(white)

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


def row_of(places: Sequence[tuple[int, int]], *, first: bool) -> Block:
    """The row whose cells stand at ``places``, one of them at least not empty; ``first`` marks a header by level 1.

    It reaches from the first to the last cell with words; empty ones beyond are moved to its ends.
    """
    seen = [place for place in places if place[0] < place[1]]
    start, end = seen[0][0], seen[-1][1]
    cells = tuple((min(max(a, start), end), min(max(b, start), end)) for a, b in places)
    return Block(BlockKind.ROW, start, end, int(first), None, cells)


def divided(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with any that is longer than the limit divided at a sentence end, else at a space."""
    limit = int(table("limits")["text"]["max_block_characters"])
    if all(block.end - block.start <= limit for block in blocks):
        return tuple(blocks)
    result: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.ROW or block.end - block.start <= limit:
            result.append(block)
            continue
        result.extend(replace(block, start=start, end=end) for start, end in _pieces(text, block, limit))
    return tuple(result)


def _pieces(text: str, block: Block, limit: int) -> list[tuple[int, int]]:
    pieces, start = [], block.start
    while block.end - start > limit:
        stop = start + limit
        at = text.rfind(". ", start + limit // 2, stop)
        at = at + 1 if at >= 0 else text.rfind(" ", start + limit // 2, stop)
        at = at if at >= 0 else stop
        pieces.append((start, at))
        start = at
        while start < block.end and text[start].isspace():
            start += 1
    if start < block.end:
        pieces.append((start, block.end))
    return [(a, a + len(text[a:b].rstrip())) for a, b in pieces if text[a:b].strip()]
