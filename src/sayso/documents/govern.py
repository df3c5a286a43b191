"""Which block governs which: an item its stem, a row its header row, anything else its heading.

A stem is the paragraph or item that ends in a colon right before a list. Where bullets stand at one depth, a bullet
that ends in a colon governs those after it until the list, or its sentence, ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.core.document import Block, BlockKind

_CLOSERS = "\"'”’»)]}* "


def governed(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with their parents. A row whose level is 1 begins a table; the level of rows is 0 in the result."""
    state = _State(text)
    return tuple(state.placed(index, block) for index, block in enumerate(blocks))


@dataclass(slots=True)
class _Stem:
    """An item in force: its index and depth, and whether its colon governs its equals (it does not
    where deeper items follow it). The list of those has run out
    (``done``) with one that ends in a full stop, where the first did not."""

    index: int
    level: int
    colon: bool
    first: str | None = None
    done: bool = False

    def takes(self, end: str) -> None:
        """Notes how an equal item that it governs ends."""
        if self.first is None:
            self.first = end
        elif end == "." and self.first != ".":
            self.done = True


class _State:
    def __init__(self, text: str) -> None:
        self.text = text
        self.headings: list[tuple[int, int]] = []
        self.stems: list[_Stem] = []
        self.opener: int | None = None
        self.header: int | None = None

    def placed(self, index: int, block: Block) -> Block:
        if block.kind is BlockKind.ROW:
            self.stems, self.opener = [], None
            if block.level or self.header is None:
                self.header = index
                return replace(block, level=0, parent=None)
            return replace(block, level=0, parent=self.header)
        self.header = None
        if block.kind is BlockKind.ITEM:
            return self._item(index, block)
        self.stems = []
        if block.kind is BlockKind.HEADING:
            while self.headings and self.headings[-1][0] >= block.level:
                self.headings.pop()
        parent = self._heading()
        if block.kind is BlockKind.HEADING:
            self.headings.append((block.level, index))
        self.opener = index if self._end(block) == ":" else None
        return replace(block, parent=parent)

    def _item(self, index: int, block: Block) -> Block:
        end = self._end(block)
        while self.stems and self._over(self.stems[-1], block.level, end):
            self.stems.pop()
        stem = self.stems[-1] if self.stems else None
        if stem and stem.level == block.level:
            stem.takes(end)
        elif stem and stem.first is None:
            stem.colon = False
        parent = stem.index if stem else self.opener if self.opener is not None else self._heading()
        self.stems.append(_Stem(index, block.level, end == ":"))
        return replace(block, parent=parent)

    @staticmethod
    def _over(stem: _Stem, level: int, end: str) -> bool:
        """Whether a stem governs no more: at a shallower item, at an equal one unless its colon still runs."""
        if stem.level != level:
            return stem.level > level
        return not stem.colon or end == ":" or stem.done

    def _heading(self) -> int | None:
        return self.headings[-1][1] if self.headings else None

    def _end(self, block: Block) -> str:
        tail = self.text[max(block.start, block.end - 8) : block.end].rstrip(_CLOSERS)
        return tail[-1:] if tail else ""
