"""Plain text as people type, copy and paste it: the stored text is the text itself, the blocks are found in it.

Linear in the length of the text: every line is looked at a fixed number of times.
"""

from sayso.core.document import Block, BlockKind
from sayso.documents.byline import byline
from sayso.documents.characters import cut, decoded
from sayso.documents.draft import Draft, Meta, row_of
from sayso.documents.lines import Kind, Line, ending, line_of
from sayso.documents.wrap import Wrap
from sayso.lexicon.table import table

_LEVELS = {"roman": 2, "capital": 3, "digits": 3}
_MARKS = "“”\"'‘’()[]:,"
_LISTED = (Kind.ITEM, Kind.NUMBERED)
_FEWEST_LETTERS = 3
_TITLE_BY = 300  # characters from the start of the text


def read_plain(data: bytes, name: str) -> Draft:
    """The draft of a text file. Raises ``DocumentFault`` if it is no text."""
    text, faults = decoded(data, name)
    limits = table("limits")["text"]
    text, cuts = cut(text, int(limits["max_characters"]), int(limits["max_lines"]))
    blocks, opening = blocks_of(text)
    return Draft(text, blocks, opening, (*faults, *cuts))


def blocks_of(text: str) -> tuple[tuple[Block, ...], Meta]:
    """The blocks of ``text`` and what its first lines say about it."""
    lines, at = [], 0
    for raw in text.split("\n"):
        lines.append(line_of(text, at, at + len(raw)))
        at += len(raw) + 1
    scan = _Scan(text, lines)
    meta, plain = byline(text, lines)
    scan.run(plain)
    return tuple(scan.blocks), meta


class _Scan:
    """Goes over the lines once and keeps the blocks found."""

    def __init__(self, text: str, lines: list[Line]) -> None:
        self.text, self.lines = text, lines
        self.wrap = Wrap(text, lines)
        self.blocks: list[Block] = []
        self.plain: frozenset[int] = frozenset()
        self.indents: list[int] = []
        self.following = _following(lines)
        limits = table("layout")["heading"]
        self.max_words, self.max_characters = int(limits["max_words"]), int(limits["max_characters"])
        self.growth = float(limits["growth"])

    def run(self, plain: frozenset[int]) -> None:
        """``plain`` holds the lines (a byline, a date) that are paragraphs however they look."""
        self.plain = plain
        at = 0
        while at < len(self.lines):
            line = self.lines[at]
            if line.kind is Kind.ROW:
                at = self._table(at)
            elif line.kind is Kind.ITEM or (line.kind is Kind.NUMBERED and self._listed(at)):
                at = self._item(at)
            elif line.kind in (Kind.WORDS, Kind.NUMBERED, Kind.HASHED):
                at = self._words(at, plain)
            else:
                at += 1

    def _add(self, kind: BlockKind, first: Line, last: Line, level: int = 0) -> None:
        if kind is not BlockKind.ITEM:
            self.indents = []
        self.blocks.append(Block(kind, first.start, last.end, level))

    def _item(self, at: int) -> int:
        line = self.lines[at]
        while self.indents and self.indents[-1] > line.indent:
            self.indents.pop()
        if not self.indents or self.indents[-1] < line.indent:
            self.indents.append(line.indent)
        last = at
        while self.wrap.continues(last, hanging=line.indent):
            last += 1
        self._add(BlockKind.ITEM, line, self.lines[last], len(self.indents))
        return last + 1

    def _words(self, at: int, plain: frozenset[int]) -> int:
        line = self.lines[at]
        level = 0 if at in plain else self._heading(at)
        if level:
            self._add(BlockKind.HEADING, line, line, level)
            return at + 1
        last = at
        while at not in plain and self.wrap.continues(last) and last + 1 not in plain:
            last += 1
        if line.mark >= 0:
            line.start = line.mark
        self._add(BlockKind.PARAGRAPH, line, self.lines[last])
        return last + 1

    def _table(self, at: int) -> int:
        """A run of lines with bars (or tabs); a single one without a closing bar is words after all."""
        style, stop = self.lines[at].style, at
        while stop < len(self.lines) and (
            (self.lines[stop].kind is Kind.ROW and self.lines[stop].style == style)
            or self.lines[stop].kind is Kind.RULER
        ):
            stop += 1
        rows = [line for line in self.lines[at:stop] if line.kind is Kind.ROW]
        bar = style or "|"
        if len(rows) == 1 and not (bar == "|" and self.text[rows[0].end - 1] == "|"):
            self.lines[at].kind = Kind.WORDS
            return self._words(at, frozenset((at,)))
        for index, row in enumerate(rows):
            cells = _cells(self.text, row, bar)
            self.indents = []
            if cells:
                self.blocks.append(row_of(cells, first=not index))
        return stop

    def _listed(self, at: int) -> bool:
        """Whether a numbered line is a list item and no heading: it reads like a sentence, or has an equal next to it."""
        line = self.lines[at]
        if line.style == "dotted":
            return False
        before, after = self._neighbour(at, -1), self._neighbour(at, 1)
        if any(
            near is not None and near.kind is Kind.NUMBERED and near.style == line.style for near in (before, after)
        ):
            return True
        goes_on = self.wrap.continues(at, hanging=line.indent)
        return line.style == "digits" and (goes_on or not self._short(line) or ending(self.text, line.end) == ":")

    def _neighbour(self, at: int, step: int) -> Line | None:
        at += step
        while 0 <= at < len(self.lines) and self.lines[at].kind in (Kind.BLANK, Kind.CHROME):
            at += step
        return self.lines[at] if 0 <= at < len(self.lines) else None

    def _heading(self, at: int) -> int:
        """The rank of the heading this line is, or 0."""
        line = self.lines[at]
        if line.kind is Kind.HASHED:
            return line.depth
        if not self._short(line):
            return 0
        if line.kind is Kind.NUMBERED and self.wrap.continues(at):
            return 0
        if line.kind is Kind.NUMBERED:
            return 1 + line.depth if line.style == "dotted" else _LEVELS[line.style]
        underline = self.lines[at + 1] if at + 1 < len(self.lines) else None
        if underline is not None and underline.kind is Kind.RULER and underline.style in "=-":
            return 1 if underline.style == "=" else 2
        return (1 if self._first() else 2) if self._titled(at) else 0

    def _first(self) -> bool:
        """Whether nothing but a date or a byline stands above."""
        return all(block.kind is BlockKind.PARAGRAPH and block.end <= _TITLE_BY for block in self.blocks)

    def _short(self, line: Line) -> bool:
        size = line.end - line.start
        if size > 2 * self.max_characters or ending(self.text, line.end) not in ("", "?", ":"):
            return False
        if size <= self.max_characters and self.text.count(" ", line.start, line.end) < self.max_words:
            return True
        return _in_capitals(self.text[line.start : line.end])

    def _titled(self, at: int) -> bool:
        """A short line that opens with a capital, ends without a stop, and stands over something longer or marked."""
        line = self.lines[at]
        if self.wrap.joined(at) or not _opens(self.text[line.start : line.end], ending(self.text, line.end)):
            return False
        below = self.lines[self.following[at]] if self.following[at] < len(self.lines) else None
        if self.following[at] in self.plain:
            return True
        if below is None or (below.kind in _LISTED and ending(self.text, line.end) == ":"):
            return False
        if below.kind is not Kind.WORDS:
            return True
        if below.end - below.start >= self.growth * (line.end - line.start):
            return True
        return ending(self.text, below.end) in (".", "!", ":") or (
            self.following[at] > at + 1 and self._titled_below(at)
        )

    def _titled_below(self, at: int) -> bool:
        """A title over a subtitle: both short and set apart by a blank line, the second over a longer text."""
        below = self.following[at]
        after = self.following[below]
        if after >= len(self.lines) or not self._short(self.lines[below]):
            return False
        first, last = self.lines[below], self.lines[after]
        return last.end - last.start >= self.growth * (first.end - first.start)


def _opens(words: str, end: str) -> bool:
    """Whether words may be a title: they open with a capital or a number. A question, or words in quotes, must be set in
    capitals; before a colon stands one word alone, as more of them tell who says what follows."""
    bare = words.lstrip(_MARKS)
    if not (bare[:1].isupper() or bare[:1].isdigit()) or sum(map(str.isalpha, words[:40])) < _FEWEST_LETTERS:
        return False
    if end == ":":
        return " " not in words
    return _in_capitals(words) if end == "?" or len(bare) < len(words) else True


def _in_capitals(title: str) -> bool:
    """Whether nearly all longer words begin with a capital, as in the titles of English papers."""
    long = [word for word in title.split() if len(word.strip(_MARKS)) > 4]
    return len(long) > 3 and sum(word.strip(_MARKS)[:1].isupper() for word in long) >= 0.8 * len(long)


def _following(lines: list[Line]) -> list[int]:
    """For each line the index of the next that is not blank or left over from a page."""
    result, seen = [0] * len(lines), len(lines)
    for at in range(len(lines) - 1, -1, -1):
        result[at] = seen
        if lines[at].kind not in (Kind.BLANK, Kind.CHROME, Kind.RULER):
            seen = at
    return result


def _cells(text: str, row: Line, bar: str) -> tuple[tuple[int, int], ...]:
    """The (start, end) of each cell, trimmed; outer bars make no cells. Empty if the row has no words."""
    cells, start = [], row.start + (text[row.start] == bar)
    stop = row.end - (row.end > start and text[row.end - 1] == bar)
    while start <= stop:
        at = text.find(bar, start, stop)
        at = stop if at < 0 else at
        raw = text[start:at]
        left = start + len(raw) - len(raw.lstrip()) if raw.strip() else start
        cells.append((left, left + len(raw.strip())))
        start = at + 1
    return tuple(cells) if any(a < b for a, b in cells) else ()
