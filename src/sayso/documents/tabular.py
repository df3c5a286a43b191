"""Tables on PDF pages: rows of runs that stand in columns. What is not surely a table stays text."""

import itertools
from collections.abc import Sequence

from sayso.documents.lines import Kind, line_of
from sayso.documents.pages import Row, Segment

_FEWEST_ROWS = 2
_FARTHEST = 3.0  # times the letters' height: rows further apart belong to no one table
_TIGHT = 1.2  # times the least distance: rows closer than this may be lines of one cell

Cells = tuple[tuple[str, ...], ...]


def table_at(rows: Sequence[Row], at: int) -> tuple[Cells, int] | None:
    """The table that begins with row ``at``, as (cells row by row, the index after it), or ``None``."""
    if not _parted(rows[at]):
        return None
    stop = at + 1
    while stop < len(rows) and _belongs(rows[stop - 1], rows[stop], rows[at]):
        stop += 1
    while stop > at and not _parted(rows[stop - 1]):
        stop -= 1
    run = rows[at:stop]
    wide = [row for row in run if _parted(row)]
    if len(wide) < _FEWEST_ROWS:
        return None
    columns = _columns(run)
    if len(columns) < 2 or any(len(row.segments) > len(columns) for row in run):
        return None
    return _cells(run, columns), stop


def _parted(row: Row) -> bool:
    """Whether a row has runs apart from one another, the first of which is no bullet."""
    if len(row.segments) < 2:
        return False
    first = row.segments[0].text
    return line_of(f"{first} x", 0, len(first) + 2).kind not in (Kind.ITEM, Kind.NUMBERED)


def _belongs(above: Row, row: Row, first: Row) -> bool:
    """Whether a row goes on with the table: parted too, or a line of a later cell."""
    if above.low - row.low > _FARTHEST * above.size or above.low < row.low:
        return False
    return _parted(row) or (len(row.segments) == 1 and row.x0 > first.segments[0].x1)


def _columns(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Where the columns stand: the stretches of the width that the runs of any row cover."""
    columns: list[tuple[float, float]] = []
    for segment in sorted((segment for row in rows for segment in row.segments), key=lambda each: each.x0):
        if columns and segment.x0 < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], segment.x1))
        else:
            columns.append((segment.x0, segment.x1))
    return columns


def _cells(rows: Sequence[Row], columns: Sequence[tuple[float, float]]) -> Cells:
    result: list[list[str]] = []
    gaps = [above.low - below.low for above, below in itertools.pairwise(rows)]
    least, widest = min(gaps), max(gaps)
    for at, row in enumerate(rows):
        cells = [""] * len(columns)
        for segment in row.segments:
            column = _column(segment, columns)
            cells[column] = f"{cells[column]} {segment.text}".strip()
        tight = at > 0 and widest > 1.3 * least and gaps[at - 1] <= _TIGHT * least
        if at and (not cells[0] or tight):
            result[-1] = [f"{above} {below}".strip() for above, below in zip(result[-1], cells, strict=True)]
        else:
            result.append(cells)
    return tuple(map(tuple, result))


def _column(segment: Segment, columns: Sequence[tuple[float, float]]) -> int:
    return max(at for at, (x0, _) in enumerate(columns) if x0 <= segment.x0)
