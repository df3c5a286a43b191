"""Tables that the reader sorts, filters and opens: written as JSON, drawn in the browser, a file's worth of rows at a time.

A row is an id, cells, what it can be filtered by, and the sentences behind it in labelled groups. A sentence stands once in
a page, however many rows quote it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from markupsafe import Markup

from sayso.tell.evidence import Evidence
from sayso.tell.paging import files, parts, placed
from sayso.tell.site import embedded

Cell = str | int | float | Mapping[str, Any]
"""Words, a number, or an object: ``text`` with ``small`` beneath it, ``class``, ``href``, ``list`` of (words, address or
empty) pairs, ``sort`` to sort by, ``bar`` of (low, high) pairs."""


Way = Callable[[str], str]
"""Gives the address of a row by its id, seen from the page of its table."""


class Row(NamedTuple):
    """``facets`` are what each filter of the table looks at; ``said`` holds the groups of sentences (their places in
    ``Evidence.sentences``), each with its label. Written as it is, as a list."""

    id: str
    cells: Sequence[Cell]
    facets: Sequence[str | Sequence[str]] = ()
    said: Sequence[tuple[str, Sequence[int]]] = ()
    links: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """``page`` is the file its rows begin in; ``noun`` is one and many of what a row is; ``columns`` pairs headings with
    ``words`` or ``number``; ``filters`` pairs labels with ``choose`` (one of few) or ``find`` (part of a name)."""

    id: str
    page: str
    noun: tuple[str, str]
    columns: Sequence[tuple[str, str]]
    rows: Sequence[Row]
    filters: Sequence[tuple[str, str]] = field(default_factory=tuple)

    def way(self) -> Way:
        stands = placed(self.page, self.id, [row.id for row in self.rows])
        return lambda id_: f"#{id_}" if stands.get(id_, self.page) == self.page else f"{stands[id_]}#{id_}"


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of a table that stand in one file: the one at ``number`` in ``files``. ``of`` counts the rows of all;
    ``away`` pairs each other file with the ids of its rows, so that an address of the first file finds them."""

    table: Table
    rows: Sequence[Row]
    files: Sequence[str]
    number: int
    of: int
    away: Sequence[tuple[str, Sequence[str]]] = ()


def parted(table: Table) -> list[Part]:
    """A table file by file."""
    cut = parts(table.rows)
    names = files(table.page, table.id, len(cut))
    away = [(name, [row.id for row in rows]) for name, rows in zip(names[1:], cut[1:], strict=True)]
    return [
        Part(table, rows, names, number, len(table.rows), () if number else away) for number, rows in enumerate(cut)
    ]


def tables_data(evidence: Evidence, shown: Iterable[Part]) -> Markup:
    """The tables of a file as JSON that is safe inside a script element."""
    shown = list(shown)
    quoted = {at for part in shown for row in part.rows for _, group in row.said for at in group}
    sentences = {at: evidence.sentences[at] for at in sorted(quoted)}
    documents = {at: evidence.documents[at] for at in sorted({one.document for one in sentences.values()})}
    data = {
        "documents": {at: (one.title, one.page) for at, one in documents.items()},
        "sentences": sentences,
        "tables": [
            {
                "id": part.table.id,
                "noun": part.table.noun,
                "columns": part.table.columns,
                "filters": part.table.filters,
                "rows": part.rows,
                "of": part.of,
                "away": part.away,
            }
            for part in shown
        ],
    }
    return Markup(embedded(data))
