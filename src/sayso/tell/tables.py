"""Tables that the reader sorts, filters and opens: written as JSON, drawn in the browser, whatever their length.

A row is an id, cells, what it can be filtered by, and the sentences behind it in labelled groups. A sentence stands once in
a page, however many rows quote it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from sayso.tell.evidence import Evidence
from sayso.tell.site import embedded

Cell = str | int | float | Mapping[str, Any]
"""Words, a number, or an object: ``text`` with ``small`` beneath it, ``class``, ``href``, ``list`` of (words, address or
empty) pairs, ``sort`` to sort by, ``bar`` of (low, high) pairs."""


@dataclass(frozen=True, slots=True)
class Row:
    """``facets`` are what each filter of the table looks at; ``said`` holds the groups of sentences (their places in
    ``Evidence.sentences``), each with its label."""

    id: str
    cells: Sequence[Cell]
    facets: Sequence[str | Sequence[str]] = ()
    said: Sequence[tuple[str, Sequence[int]]] = ()
    links: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """``noun`` is one and many of what a row is; ``columns`` pairs headings with ``words`` or ``number``; ``filters`` pairs
    labels with ``choose`` (one of few) or ``find`` (part of a name)."""

    id: str
    noun: tuple[str, str]
    columns: Sequence[tuple[str, str]]
    rows: Sequence[Row]
    filters: Sequence[tuple[str, str]] = field(default_factory=tuple)


def tables_data(evidence: Evidence, tables: Iterable[Table]) -> Markup:
    """The tables of a page as JSON that is safe inside a script element."""
    sentences: dict[int, int] = {}
    documents: dict[int, int] = {}

    def number(at: int) -> int:
        documents.setdefault(evidence.sentences[at].document, len(documents))
        return sentences.setdefault(at, len(sentences))

    written = [
        {
            "id": table.id,
            "noun": table.noun,
            "columns": table.columns,
            "filters": table.filters,
            "rows": [
                [
                    row.id,
                    row.cells,
                    row.facets,
                    [[label, [number(one) for one in group]] for label, group in row.said if group],
                    row.links,
                ]
                for row in table.rows
            ],
        }
        for table in tables
    ]
    data = {
        "documents": [[evidence.documents[at].title, evidence.documents[at].page] for at in documents],
        "sentences": [
            [documents[one.document], one.anchor, one.text, one.who, one.stance]
            for one in (evidence.sentences[at] for at in sentences)
        ],
        "tables": written,
    }
    return Markup(embedded(data))
