"""Rows of PDF pages become paragraphs, headings, items and table rows; hyphens at line ends are mended.

A paragraph that a column or page breaks goes on in the next; footnotes in between do not part it.
"""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.core.document import BlockKind
from sayso.documents.draft import Composer
from sayso.documents.lines import Kind, ending, line_of
from sayso.documents.pages import Flow, Row
from sayso.documents.tabular import table_at
from sayso.lexicon.table import table

_LARGER = 1.12  # times the body's size: a heading
_ALIKE = 0.08  # sizes that differ by less than this share are one size
_APART = 1.35  # times the usual distance of lines: a new paragraph
_SHORT = 0.8  # share of the width below which a line that ends a sentence ends its paragraph
_INDENT = 0.8  # times the letters' height
_LONGEST_HEADING = 200
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)-$")
_OPENING = re.compile(r"^[^\W\d_]+")


@dataclass(slots=True)
class _Piece:
    """Rows that belong together. ``x0`` and ``width`` are those of the flow; ``last`` is the newest row."""

    kind: BlockKind
    rows: list[Row]
    x0: float
    width: float
    size: float
    bold: bool
    skip: int = 0
    cells: tuple[tuple[str, ...], ...] = ()
    whole: bool = False

    @property
    def last(self) -> Row:
        return self.rows[-1]


class _Sizes:
    """What is usual in a file: the size of its body, the distance of its lines, whether all of it is bold."""

    def __init__(self, laid: Sequence[Sequence[Flow]]) -> None:
        sizes: Counter[float] = Counter()
        gaps: Counter[float] = Counter()
        bold = total = 0
        for flow in (flow for page in laid for flow in page):
            for row in flow:
                sizes[round(row.size * 2) / 2] += len(row.text)
                bold += len(row.text) * row.bold
                total += len(row.text)
            for above, below in itertools.pairwise(flow):
                if abs(above.size - below.size) < _ALIKE * above.size:
                    gaps[round((above.low - below.low) / above.size, 1)] += 1
        self.body = max(sizes.items(), key=lambda each: (each[1], -each[0]))[0] if sizes else 1.0
        usual = max(gaps.items(), key=lambda each: (each[1], -each[0]))[0] if gaps else 1.2
        self.gap = min(max(usual, 0.8), 2.5)
        self.bold = bold * 2 > total


def compose(laid: Sequence[Sequence[Flow]], composer: Composer) -> None:
    """Hands the blocks of the pages' flows to the composer."""
    sizes = _Sizes(laid)
    pieces: list[_Piece] = []
    for page in laid:
        for flow in page:
            _gather(flow, pieces, sizes)
    known = Counter(
        token.lower() for page in laid for flow in page for row in flow for token in _TOKEN.findall(row.text)
    )
    ranks = _ranks(pieces)
    for at, piece in enumerate(pieces):
        if piece.cells:
            for index, cells in enumerate(piece.cells):
                composer.row(cells, first=not index)
            continue
        text = _joined(piece, known)
        if piece.kind is BlockKind.ITEM:
            composer.item(text, 1)
        elif piece.kind is BlockKind.HEADING or _alone(piece, pieces[at + 1 : at + 2], text):
            composer.heading(text, ranks.get(_rank_key(piece), len(ranks) + 1))
        else:
            composer.paragraph(text)


def _gather(flow: Flow, pieces: list[_Piece], sizes: _Sizes) -> None:
    """Adds a flow's rows to the pieces; its first may go on with a paragraph of the flow before."""
    x0 = min(row.x0 for row in flow)
    width = max(max(row.x1 for row in flow) - x0, 1.0)
    at, fresh = 0, True
    while at < len(flow):
        found = table_at(flow, at)
        if found is not None:
            cells, at = found
            pieces.append(_Piece(BlockKind.ROW, flow[:1], x0, width, sizes.body, False, 0, cells, True))
            fresh = False
            continue
        row = flow[at]
        if line_of(row.text, 0, len(row.text)).kind is Kind.CHROME:
            at += 1
            continue
        piece = _new(row, x0, width, sizes)
        before = _unfinished(pieces, row) if fresh else (pieces[-1] if pieces else None)
        if before is not None and (_flows_on(before, piece) if fresh else _goes_on(before, piece, sizes)):
            before.rows.append(row)
            before.x0, before.width = x0, width
        else:
            pieces.append(piece)
        at, fresh = at + 1, False


def _new(row: Row, x0: float, width: float, sizes: _Sizes) -> _Piece:
    text = row.text
    line = line_of(text, 0, len(text))
    heads = row.size >= _LARGER * sizes.body or (row.bold and not sizes.bold)
    if heads and len(text) <= _LONGEST_HEADING and ending(text, len(text)) not in (".", ";", ","):
        skip = line.start if line.kind is Kind.NUMBERED else 0
        return _Piece(BlockKind.HEADING, [row], x0, width, row.size, row.bold, skip)
    if line.kind is Kind.ITEM or (line.kind is Kind.NUMBERED and line.style == "digits"):
        return _Piece(BlockKind.ITEM, [row], x0, width, row.size, row.bold, line.start)
    return _Piece(BlockKind.PARAGRAPH, [row], x0, width, row.size, row.bold)


def _alike(a: float, b: float) -> bool:
    return abs(a - b) <= _ALIKE * max(a, b)


def _goes_on(before: _Piece, piece: _Piece, sizes: _Sizes) -> bool:
    """Whether a row goes on with the piece right above it in its flow."""
    row, last = piece.rows[0], before.last
    gap = (last.low - row.low) / max(last.size, 1.0)
    if before.whole or not _alike(before.size, piece.size) or gap > _APART * sizes.gap or gap < 0:
        return False
    if before.kind is BlockKind.HEADING or piece.kind is BlockKind.HEADING:
        return before.kind is piece.kind and before.bold == piece.bold and not piece.skip
    if piece.kind is BlockKind.ITEM:
        return False
    indent = _INDENT * row.size
    if before.kind is BlockKind.ITEM:
        return row.x0 > before.rows[0].x0 + 0.3 * row.size or not _stops(last, before)
    if row.x0 > last.x0 + indent and row.x0 > before.x0 + indent:
        return False
    return not _stops(last, before)


def _stops(row: Row, piece: _Piece) -> bool:
    """Whether a row ends a sentence well before the right edge."""
    return ending(row.text, len(row.text)) in (".", "!", "?", ":") and row.x1 < piece.x0 + _SHORT * piece.width


def _unfinished(pieces: list[_Piece], row: Row) -> _Piece | None:
    """The piece that a flow's first row may go on with: the newest of its size, past footnotes."""
    for piece in pieces[-1:-7:-1]:
        if _alike(piece.size, row.size):
            return piece
        if piece.size > row.size or piece.kind is BlockKind.HEADING:
            return None
    return None


def _flows_on(before: _Piece, piece: _Piece) -> bool:
    """Whether a paragraph goes on over the end of its column or page."""
    if before.whole or before.kind is BlockKind.HEADING or piece.kind is not BlockKind.PARAGRAPH:
        return False
    text, row = before.last.text, piece.rows[0]
    if ending(text, len(text)) in (".", "!", "?", ":"):
        return False
    full = before.last.x1 >= before.x0 + _SHORT * before.width
    return text.endswith("-") or row.text[:1].islower() or (full and row.x0 < piece.x0 + _INDENT * row.size)


def _joined(piece: _Piece, known: Counter[str]) -> str:
    """The words of a piece's rows, without its mark; a word broken at a line's end is whole again."""
    parts = [piece.rows[0].text[piece.skip :]]
    for row in piece.rows[1:]:
        broken, opening = _BROKEN.search(parts[-1]), _OPENING.match(row.text)
        if broken and opening and opening.group()[0].islower():
            first, second = broken.group(1).lower(), opening.group().lower()
            if not _hyphenated(first, second, known):
                parts[-1] = parts[-1][:-1]
            parts.append(row.text)
        elif parts[-1].endswith("-") and opening:
            parts.append(row.text)
        else:
            parts.append(" " + row.text)
    return "".join(parts)


def _hyphenated(first: str, second: str, known: Counter[str]) -> bool:
    """Whether the hyphen is the word's own: the file has it so elsewhere, or has both halves as words and never the whole."""
    if known[first + second]:
        return False
    return bool(known[f"{first}-{second}"]) or (known[first] > 1 and known[second] > 1)


def _rank_key(piece: _Piece) -> tuple[float, bool]:
    return round(piece.size), piece.bold


def _ranks(pieces: Sequence[_Piece]) -> dict[tuple[float, bool], int]:
    """Headings ranked by size, bold before plain."""
    keys = sorted({_rank_key(piece) for piece in pieces if piece.kind is BlockKind.HEADING}, reverse=True)
    return {key: rank for rank, key in enumerate(keys, 1)}


def _alone(piece: _Piece, below: Sequence[_Piece], text: str) -> bool:
    """Whether a short line without a stop stands over longer text: a heading in the letters of the body."""
    limits = table("layout")["heading"]
    if piece.kind is not BlockKind.PARAGRAPH or len(piece.rows) > 1 or not below or below[0].kind is BlockKind.HEADING:
        return False
    if not text[:1].isupper() or ending(text, len(text)) or len(text) > 0.7 * limits["max_characters"]:
        return False
    if piece.last.x1 > piece.x0 + _SHORT * piece.width or text.count(" ") >= limits["max_words"]:
        return False
    return (
        below[0].kind is not BlockKind.PARAGRAPH
        or len(below[0].rows) > 1
        or len(below[0].rows[0].text) > 1.3 * len(text)
    )
