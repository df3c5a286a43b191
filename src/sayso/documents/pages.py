"""The reading order of a PDF page: rows from top to bottom, columns from left to right, running lines left out.

A column of a page is a *flow*: rows that are read one after the other before anything beside them is read.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_EDGE = 0.15  # share of a page's height, at either end, in which running heads and page numbers stand
_SHARE = 0.3  # share of the pages on which a line recurs if it is a running line
_FEWEST = 3  # rows on either side that make a column
_PROSE = 18  # characters of the middle row of a column of prose
_FILLED = 0.55  # share of a column's width that its middle row fills
_DEEPEST = 4
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.)?\s*[-–—|]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—|]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters that stand together in a line; points, ``y`` upwards."""

    x0: float
    x1: float
    low: float
    high: float
    text: str
    bold: bool = False

    @property
    def size(self) -> float:
        return self.high - self.low

    @property
    def middle(self) -> float:
        return (self.high + self.low) / 2


@dataclass(slots=True)
class Row:
    """The segments at one height, from left to right."""

    segments: list[Segment]

    @property
    def x0(self) -> float:
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        return max(segment.x1 for segment in self.segments)

    @property
    def low(self) -> float:
        return self.main.low

    @property
    def size(self) -> float:
        return self.main.size

    @property
    def main(self) -> Segment:
        """The segment with the most characters: it gives the row its size."""
        return max(self.segments, key=lambda segment: len(segment.text))

    @property
    def bold(self) -> bool:
        return all(segment.bold for segment in self.segments)

    @property
    def text(self) -> str:
        return " ".join(segment.text for segment in self.segments)


Flow = list[Row]
Page = tuple[list[Segment], float]


def rows_of(segments: Sequence[Segment]) -> list[Row]:
    """The segments in rows: those that share more than half their height stand in one."""
    rows: list[Row] = []
    for segment in sorted(segments, key=lambda each: (-each.middle, each.x0)):
        last = rows[-1].segments[0] if rows else None
        if last is not None:
            shared = min(last.high, segment.high) - max(last.low, segment.low)
            if shared > 0.5 * min(last.size, segment.size):
                rows[-1].segments.append(segment)
                continue
        rows.append(Row([segment]))
    for row in rows:
        row.segments.sort(key=lambda each: each.x0)
    return rows


def _signature(row: Row) -> tuple[str, int]:
    """What two pages' running lines have in common: a title is larger than the running head that repeats it."""
    return _DIGITS.sub("#", row.text.lower()), round(row.size)


def _edges(rows: Sequence[Row], height: float) -> list[Row]:
    """The first and last rows of a page that stand near its edge."""
    near = [row for row in (*rows[:3], *rows[3:][-3:]) if row.low < _EDGE * height or row.low > (1 - _EDGE) * height]
    return near if height else []


def running_lines(pages: Sequence[Page]) -> frozenset[tuple[str, int]]:
    """The lines (digits made ``#``) that recur at the edge of pages: heads, feet, page numbers."""
    seen: Counter[tuple[str, int]] = Counter()
    for segments, height in pages:
        seen.update(sorted({_signature(row) for row in _edges(rows_of(segments), height)}))
    least = max(2, _SHARE * len(pages))
    return frozenset(line for line, times in seen.items() if times >= least)


def flows(segments: Sequence[Segment], height: float, running: frozenset[tuple[str, int]]) -> list[Flow]:
    """The flows of a page in reading order."""
    rows = rows_of(segments)
    dropped = {
        id(row)
        for row in _edges(rows, height)
        if _signature(row) in running or ((row is rows[0] or row is rows[-1]) and _PAGE_NUMBER.fullmatch(row.text))
    }
    kept = [segment for row in rows if id(row) not in dropped for segment in row.segments]
    return _cut(kept, 0)


def _cut(segments: list[Segment], depth: int) -> list[Flow]:
    """Columns first left, then right; whatever runs across them divides them."""
    rows = rows_of(segments)
    if depth < _DEEPEST and len(rows) >= _FEWEST:
        best: tuple[int, list[list[Segment]]] = (0, [])
        for x in _gutters(segments, rows):
            found = _bands(segments, x)
            if found[0] > best[0]:
                best = found
        if best[0]:
            return [flow for part in best[1] for flow in _cut(part, depth + 1)]
    return [rows] if rows else []


def _gutters(segments: Sequence[Segment], rows: Sequence[Row]) -> list[float]:
    """Where a gutter may be: between neighbours of a row, or between where segments end and others begin."""
    between: Counter[int] = Counter()
    for row in rows:
        for left, right in zip(row.segments, row.segments[1:], strict=False):
            if right.x0 - left.x1 > 0.5 * left.size:
                between[round((left.x1 + right.x0) / 8)] += 1
    starts = Counter(round(segment.x0) for segment in segments)
    for x, times in sorted(starts.items()):
        if times >= _FEWEST and x > min(starts) + 20:
            between[round((x - 4) / 4)] += times
    return [4.0 * at for at, _ in sorted(between.items(), key=lambda each: (-each[1], each[0]))[:12]]


def _bands(segments: Sequence[Segment], x: float) -> tuple[int, list[list[Segment]]]:
    """The page cut at ``x``: (segments that stand in columns, the parts in reading order)."""
    parts: list[list[Segment]] = []
    whole: list[Segment] = []
    left: list[Segment] = []
    right: list[Segment] = []
    score = 0

    def close() -> None:
        nonlocal score, whole
        if _is_column(left) and _is_column(right):
            if whole:
                parts.append(whole)
            parts.extend((left[:], right[:]))
            score += len(left) + len(right)
            whole = []
        else:
            whole.extend((*left, *right))
        left.clear()
        right.clear()

    for segment in sorted(segments, key=lambda each: (-each.middle, each.x0)):
        if segment.x1 <= x + 1:
            left.append(segment)
        elif segment.x0 >= x - 1:
            right.append(segment)
        else:
            close()
            whole.append(segment)
    close()
    if whole:
        parts.append(whole)
    return score, parts


def _is_column(side: Sequence[Segment]) -> bool:
    """Enough rows, most of them one run of words that nearly fills the width: prose, not the cells of a table."""
    if len(side) < _FEWEST:
        return False
    width = max(segment.x1 for segment in side) - min(segment.x0 for segment in side)
    lengths = sorted(len(segment.text) for segment in side)
    widths = sorted(segment.x1 - segment.x0 for segment in side)
    return lengths[len(lengths) // 2] >= _PROSE and widths[len(widths) // 2] >= _FILLED * width
