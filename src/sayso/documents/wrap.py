"""Lines broken by hand or by a mail program: which line goes on in the next.

A text is wrapped if most of its lines are full: the first word of the next would have made them wider than the widest.
"""

from sayso.documents.lines import Kind, Line, ending
from sayso.lexicon.table import table

_OPEN = (Kind.WORDS, Kind.ITEM, Kind.NUMBERED)


class Wrap:
    def __init__(self, text: str, lines: list[Line]) -> None:
        self.text, self.lines = text, lines
        limits = table("layout")["wrap"]
        self.min_continued = int(limits["min_continued"])
        self.width = self._width(int(limits["max_width"]), float(limits["full"]))

    def continues(self, at: int, hanging: int | None = None) -> bool:
        """Whether line ``at`` goes on in the next one. ``hanging`` is the indent of the list item it belongs to."""
        if at + 1 >= len(self.lines):
            return False
        line, below = self.lines[at], self.lines[at + 1]
        if below.kind is not Kind.WORDS:
            return False
        if hanging is not None and below.indent > hanging:
            return True
        if self.width:
            return self._full(line, below) and (hanging is not None or below.indent <= line.indent)
        if line.end - line.start < self.min_continued or ending(self.text, line.end) in (".", "!", "?", ":"):
            return False
        return self.text[below.start].islower()

    def joined(self, at: int) -> bool:
        """Whether line ``at`` goes on in the next or is gone on from the one before."""
        if at and self.lines[at - 1].kind in _OPEN and self.continues(at - 1):
            return True
        return self.continues(at)

    def _full(self, line: Line, below: Line) -> bool:
        word = self.text.find(" ", below.start, below.end)
        size = (word if word >= 0 else below.end) - below.start
        return line.indent + line.end - line.start + 1 + size > self.width

    def _width(self, widest: int, share: float) -> int:
        """The width the text was wrapped to, or 0 if it was not."""
        pairs = [
            (line, below)
            for line, below in zip(self.lines, self.lines[1:], strict=False)
            if line.kind in _OPEN and below.kind is Kind.WORDS
        ]
        if not pairs:
            return 0
        sizes = sorted(line.indent + line.end - line.start for line, _ in pairs)
        width = sizes[-1 - len(sizes) // 100]
        if width > widest or width < int(table("layout")["wrap"]["min_width"]):
            return 0
        self.width = width
        full = sum(self._full(line, below) for line, below in pairs)
        lower = sum(self.text[below.start].islower() for _, below in pairs)
        return width if full >= share * len(pairs) and lower * 4 >= len(pairs) else 0
