"""All that a case keeps of one document, ready for ``case.db``: made where the document is read, stored where the build runs.

Invariant: every passage and span in an entry stands in its document, character for character; :func:`entry_of` checks it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sayso.core.claim import Attribution, Claim, Figure, Influence, Statement, Term
from sayso.core.document import Document
from sayso.core.errors import LocateFault
from sayso.core.passage import Span
from sayso.core.record import attribution_record, claim_record, document_record, line
from sayso.tell.page import Page

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """What the weighing needs of a document, as text, and the ``key`` of what prepared it."""

    cards: str
    key: str


@dataclass(frozen=True, slots=True)
class Entry:
    """The rows of one document by table (columns in the order of ``schema.sql``), with how many words it has."""

    path: str
    words: int
    faults: tuple[str, ...]
    readable: bool
    documents: list[Row]
    blocks: list[Row]
    attributions: list[Row]
    claims: list[Row]
    suggestions: list[Row]
    pages: list[Row]
    prepared: list[Row]

    def rows(self) -> Iterator[tuple[str, list[Row]]]:
        for table in ("documents", "blocks", "attributions", "claims", "suggestions", "pages", "prepared"):
            yield table, getattr(self, table)


def entry_of(
    document: Document, claims: tuple[Claim, ...], attributions: tuple[Attribution, ...], page: Page, prepared: Kept,
    key: str, *, suggestions: tuple[Claim, ...] = (), readable: bool = True,
) -> Entry:  # fmt: skip
    """Raises ``LocateFault`` if anything does not stand where it is said to stand."""
    verify(document, (*claims, *suggestions), attributions)
    path = document.path
    ordered = sorted(claims, key=_position)
    return Entry(
        path=path,
        words=len(document.text.split()),
        faults=document.faults,
        readable=readable,
        documents=[_document_row(document, key, readable)],
        blocks=[
            (path, at, block.kind.value, block.start, block.end, block.level, block.parent, json.dumps(block.cells))
            for at, block in enumerate(document.blocks)
        ],
        attributions=[_attribution_row(path, at, one) for at, one in enumerate(attributions)],
        claims=[_claim_row(path, at, claim) for at, claim in enumerate(ordered)],
        suggestions=[
            (path, at, one.id, line(claim_record(one))) for at, one in enumerate(sorted(suggestions, key=_position))
        ],
        pages=[(path, page.name, page.html, page.rows, page.summary, page.key)],
        prepared=[(path, prepared.cards, prepared.key)],
    )


def verify(document: Document, claims: tuple[Claim, ...], attributions: tuple[Attribution, ...]) -> None:
    """The verbatim promise. Raises ``LocateFault`` naming the first words that break it."""
    text = document.text
    for span in _spans(claims, attributions):
        if text[span.start : span.end] != span.text or not 0 <= span.start < span.end:
            raise LocateFault(
                f"{document.path}: '{span.text[:60]}' does not stand at characters {span.start} to {span.end}, where "
                f"'{text[span.start : span.end][:60]}' does; this is a fault of the reader, please report it"
            )


def _spans(claims: tuple[Claim, ...], attributions: tuple[Attribution, ...]) -> Iterator[Span | Term]:
    for claim in claims:
        yield claim.passage
        match claim.body:
            case Figure(span=span) | Statement(content=span):
                yield span
            case Influence(cause, effect):
                yield cause
                yield effect
    for one in attributions:
        yield from (span for span in (one.source, one.cue, one.content) if span)


def _position(claim: Claim) -> tuple[int, int, str, int, str]:
    inner = claim.body.span.start if isinstance(claim.body, Figure) else 0
    return claim.passage.start, claim.passage.end, claim.kind, inner, claim.id


def _document_row(document: Document, key: str, readable: bool) -> Row:
    record = document_record(document)
    faults = line(record["faults"]) if document.faults else "[]"
    return (
        document.path, record["id"], document.title, document.publisher, document.author, document.published,
        document.url, document.language, document.sha256, faults, int(readable), document.text, key, line(record),
    )  # fmt: skip


def _attribution_row(path: str, at: int, one: Attribution) -> Row:
    source, cue, content = (span.text if span else None for span in (one.source, one.cue, one.content))
    return path, at, one.name, one.date, source, cue, content, int(one.stance), line(attribution_record(one))


def _claim_row(path: str, at: int, claim: Claim) -> Row:
    passage, (low, high) = claim.passage, claim.certainty
    origin = claim.attribution[-1].name if claim.attribution else None
    return (
        path, at, claim.id, claim.kind, passage.start, passage.end, passage.text, origin, claim.modality.value, low,
        high, int(claim.negated), line(claim_record(claim)),
    )  # fmt: skip
