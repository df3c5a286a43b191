"""One page a document: its text with every claim marked, and what each mark means on hover, on focus and in print.

Invariant: a page depends on its document, claims and attributions alone, so an unchanged document's page is kept as it is.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from sayso.core.claim import Attribution, Claim
from sayso.core.document import BlockKind, Document
from sayso.tell.marking import Group, Mark, Run, Stretch, all_marks, groups, overlapping, runs, stretches
from sayso.tell.site import embedded, template
from sayso.tell.wording import GLYPHS, gist, origin, stance, whose

_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Page:
    """A laid-out document: ``name`` is its file in ``out/documents``; ``rows`` and ``summary`` are JSON, its share of the
    table of all claims and of the index; ``key`` is what the page was made by."""

    name: str
    html: str
    rows: str
    summary: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of one claim where it stands; ``who`` is the whole chain that ``origin`` is the end of."""

    kind: str
    glyph: str
    gist: str
    origin: str
    who: str
    stance: str
    modality: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Text with its marks, and the notes on it; ``anchor`` is empty where there are none."""

    anchor: str
    runs: list[Run]
    notes: list[Note]


@dataclass(frozen=True, slots=True)
class Line:
    """A heading, paragraph, item or row. ``level`` is a heading's rank on the page or an item's depth."""

    level: int
    header: bool
    cells: list[list[Piece]]


@dataclass(frozen=True, slots=True)
class Section:
    """Neighbouring lines of one kind: the items of a list, the rows of a table, one heading or paragraph."""

    kind: str
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """All that ``document.html`` shows."""

    title: str
    document: Document
    facts: list[tuple[str, str]]
    link: str | None
    counts: list[tuple[str, str, int]]
    suggestions: int
    sections: list[Section]


def page_name(path: str) -> str:
    """The file name of a document's page: readable, safe in any file system and address, one a path."""
    plain = re.sub(r"[^a-z0-9]+", "-", path.lower()).strip("-")[:60] or "document"
    return f"{plain}-{sha256(path.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}.html"


def lay_out(
    document: Document, claims: Sequence[Claim], attributions: Sequence[Attribution], suggestions: int = 0
) -> Page:
    """The page of a document, and how many suggestions were kept apart from its claims."""
    attributions = [one for one in attributions if not one.stance]
    laid = stretches(document)
    grouped = groups(laid, claims)
    marked = overlapping(laid, all_marks(claims, attributions))
    noted = [[[_note(claim, document.speaker) for claim in group.claims] for group in inside] for inside in grouped]
    pieces = [
        list(_pieces(document, stretch, list(zip(inside, notes, strict=True)), marks))
        for stretch, inside, notes, marks in zip(laid, grouped, noted, marked, strict=True)
    ]
    kinds = Counter(str(claim.kind) for claim in claims)
    view = DocumentView(
        title=document.title or document.path,
        document=document,
        facts=_facts(document),
        link=document.url if document.url and re.match(r"https?://", document.url) else None,
        counts=[(kind, glyph, kinds[kind]) for kind, glyph in GLYPHS.items() if kinds[kind]],
        suggestions=suggestions,
        sections=_sections(document, laid, pieces),
    )
    return Page(
        name=page_name(document.path),
        html=template("document.html").render(view=view),
        rows=embedded(_rows(document, grouped, noted)),
        summary=embedded({**_summary(document, claims, attributions), "suggestions": suggestions}),
    )


def _facts(document: Document) -> list[tuple[str, str]]:
    facts = (
        ("file", document.path), ("publisher", document.publisher), ("author", document.author),
        ("published", document.published), ("language", document.language),
    )  # fmt: skip
    return [(name, value) for name, value in facts if value]


def _pieces(
    document: Document, stretch: Stretch, inside: list[tuple[Group, list[Note]]], marks: list[Mark]
) -> Iterator[Piece]:
    at = stretch.start
    for group, notes in inside:
        if group.start > at:
            yield Piece("", runs(document.text, at, group.start, marks), [])
        yield Piece(group.anchor, runs(document.text, group.start, group.end, marks), notes)
        at = max(at, group.end)
    if at < stretch.end:
        yield Piece("", runs(document.text, at, stretch.end, marks), [])


def _note(claim: Claim, speaker: str) -> Note:
    whole, end = whose(claim, speaker), origin(claim, speaker)
    return Note(claim.kind, GLYPHS[claim.kind], gist(claim), end, whole, stance(claim), claim.modality.value)


def _sections(document: Document, laid: list[Stretch], pieces: list[list[Piece]]) -> list[Section]:
    cells: dict[int, list[list[Piece]]] = {}
    for stretch, inside in zip(laid, pieces, strict=True):
        cells.setdefault(stretch.block, []).append(inside)
    headers = {block.parent for block in document.blocks if block.kind is BlockKind.ROW}
    found: list[Section] = []
    lines = [
        (block.kind, Line(_level(block.kind, block.level), at in headers, cells.get(at, [])), at)
        for at, block in enumerate(document.blocks)
    ]
    for kind, neighbours in groupby(lines, key=lambda line: line[0]):
        for _, line, at in neighbours:
            fresh = kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) or (line.header and kind is BlockKind.ROW)
            if fresh or not found or found[-1].kind != kind.value or not _follows(document, at):
                found.append(Section(kind.value, []))
            found[-1].lines.append(line)
    return found


def _follows(document: Document, at: int) -> bool:
    return at > 0 and document.blocks[at - 1].kind is document.blocks[at].kind


def _level(kind: BlockKind, level: int) -> int:
    """Headings of the document stand below the page's own."""
    return min(level + 1, _DEEPEST) if kind is BlockKind.HEADING else min(level, _DEEPEST)


def _rows(document: Document, grouped: list[list[Group]], noted: list[list[list[Note]]]) -> list[object]:
    """Path, title, page, then a row a passage: anchor, text, and for each claim kind, gist, who, stance and modality."""
    rows = [
        [
            group.anchor,
            document.text[group.start : group.end],
            [[note.kind, note.gist, note.origin, note.stance, note.modality] for note in notes],
        ]
        for inside, about in zip(grouped, noted, strict=True)
        for group, notes in zip(inside, about, strict=True)
    ]
    return [document.path, document.title or document.path, page_name(document.path), rows]


def _summary(document: Document, claims: Sequence[Claim], attributions: Sequence[Attribution]) -> dict[str, object]:
    kinds = Counter(str(claim.kind) for claim in claims)
    return {
        "path": document.path,
        "title": document.title or document.path,
        "page": page_name(document.path),
        "speaker": document.speaker,
        "published": document.published or "",
        "words": len(document.text.split()),
        "claims": {kind: kinds[kind] for kind in GLYPHS if kinds[kind]},
        "quoted": dict(sorted(Counter(one.name for one in attributions if one.name).items())),
        "faults": list(document.faults),
    }
