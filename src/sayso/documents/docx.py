"""Word documents: headings, paragraphs, list items and tables in body order, straight from the package's XML.

The package is untrusted: parts are unpacked up to a limit whatever their headers say, and entities are not resolved.
"""

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from sayso.core.errors import DocumentFault
from sayso.documents.characters import squeeze, stored
from sayso.documents.draft import Composer, Draft, Meta
from sayso.documents.published import iso
from sayso.lexicon.table import table

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo)\s*([1-9])", re.IGNORECASE)
_LIST = re.compile(r"list (?:paragraph|bullet|number)\s*([1-9])?", re.IGNORECASE)
_SKIPPED = (f"{_W}del", f"{_W}moveFrom", f"{_MC}Fallback", f"{_W}instrText", f"{_W}sdtPr", f"{_W}pPr", f"{_W}rPr")
_WHITE = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "-"}
_TEMPLATE = "2013-12-23"  # the date of the template that python-docx writes into what it makes
_PROGRAMS = ("python-docx", "Microsoft Office User", "Windows User", "User", "Admin", "Unknown Author")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def read_docx(data: bytes, name: str) -> Draft:
    """The draft of a Word document. Raises ``DocumentFault`` if it is none, damaged, encrypted or too large unpacked."""
    if data.startswith(_OLD_OFFICE):
        raise DocumentFault(f"{name}: it is encrypted, or in the old Word format; save it without password as .docx")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            body = _part(package, "word/document.xml", name)
            styles = _part(package, "word/styles.xml", name)
            notes = [_part(package, f"word/{kind}.xml", name) for kind in ("footnotes", "endnotes")]
            core = _part(package, "docProps/core.xml", name)
    except (
        zipfile.BadZipFile,
        etree.XMLSyntaxError,
        OSError,
        NotImplementedError,
        RuntimeError,
        EOFError,
        ValueError,
    ) as fault:
        raise DocumentFault(
            f"{name}: it is damaged, or no Word document ({squeeze(str(fault))[:80]}); save it anew"
        ) from fault
    if body is None:
        raise DocumentFault(f"{name}: it is no Word document (no text part in it); save it as .docx")
    composer = Composer()
    walk = _Walk(composer, _ranks(styles))
    walk.run(body)
    for part in notes:
        for note in part.iterchildren() if part is not None else ():
            composer.paragraph(_words(note) if note.get(f"{_W}type") is None else "")
    return composer.draft(_meta(core), walk.faults)


def _part(package: zipfile.ZipFile, part: str, name: str) -> etree._Element | None:
    """A part's root element, or ``None`` if it is not there."""
    limit = int(table("limits")["docx"]["max_part_bytes"])
    try:
        info = package.getinfo(part)
    except KeyError:
        return None
    if info.flag_bits & 1:
        raise DocumentFault(f"{name}: it is encrypted; save it without password")
    with package.open(info) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise DocumentFault(f"{name}: its {part} unpacks to more than {limit // 1_000_000} MB; split it")
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:65536]:
        raise DocumentFault(f"{name}: its {part} declares entities, which no Word document does; save it anew")
    data = data.replace(_STRICT.encode(), _W[1:-1].encode())
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    return etree.fromstring(data, parser)


def _meta(core: etree._Element | None) -> Meta:
    if core is None:
        return Meta()
    title, author = core.findtext(f"{_DC}title"), core.findtext(f"{_DC}creator")
    publisher = core.findtext(f"{_DC}publisher")
    saved = [
        day
        for day in (iso(core.findtext(_TERMS + kind)) for kind in ("created", "modified"))
        if day not in (None, _TEMPLATE)
    ]
    author = _clean(author)
    return Meta(_clean(title), _clean(publisher), None if author in _PROGRAMS else author, max(saved, default=None))


def _clean(value: str | None) -> str | None:
    return squeeze(stored(value)[0])[:500] or None if value else None


def _ranks(styles: etree._Element | None) -> dict[str, tuple[str, int]]:
    """What each paragraph style makes of a paragraph: ``("heading", rank)`` or ``("item", depth)``; inherited styles too."""
    ranks: dict[str, tuple[str, int]] = {}
    based: dict[str, str] = {}
    for style in styles.iterchildren(f"{_W}style") if styles is not None else ():
        key = style.get(f"{_W}styleId") or ""
        label = _value(style.find(f"{_W}name")) or ""
        outline = _value(style.find(f"{_W}pPr/{_W}outlineLvl"))
        heading, listed = _HEADING.match(label), _LIST.match(label)
        based[key] = _value(style.find(f"{_W}basedOn")) or ""
        if label.lower() == "title":
            ranks[key] = ("title", 1)
        elif heading or (outline or "").isdecimal():
            ranks[key] = ("heading", int(heading.group(1)) if heading else min(int(outline or 0), 8) + 1)
        elif style.find(f"{_W}pPr/{_W}numPr") is not None or (listed and label.lower() != "list paragraph"):
            ranks[key] = ("item", int(listed.group(1) or 1) if listed else 1)
    for key in based:
        above, steps = based[key], 0
        while key not in ranks and above and steps < 20:
            if above in ranks:
                ranks[key] = ranks[above]
            above, steps = based.get(above, ""), steps + 1
    return ranks


def _value(element: etree._Element | None) -> str | None:
    return None if element is None else element.get(f"{_W}val")


class _Walk:
    def __init__(self, composer: Composer, ranks: dict[str, tuple[str, int]]) -> None:
        self.composer, self.ranks = composer, ranks
        self.faults: list[str] = []
        self.below_title = 0

    def run(self, root: etree._Element) -> None:
        """Paragraphs and tables in order, through whatever wraps them, without recursion."""
        stack = [root]
        while stack:
            element = stack.pop()
            if element.tag in _SKIPPED:
                continue
            if element.tag == f"{_W}p":
                self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                self._table(element)
            else:
                stack.extend(reversed(element))

    def _paragraph(self, element: etree._Element) -> None:
        text = _words(element)
        if not text:
            return
        properties = element.find(f"{_W}pPr")
        kind, rank = self._kind(properties)
        if kind == "title":
            self.below_title = 1
            self.composer.heading(text, 1)
        elif kind == "heading":
            self.composer.heading(text, rank + self.below_title)
        elif kind == "item":
            self.composer.item(text, rank)
        else:
            self.composer.paragraph(text)

    def _kind(self, properties: etree._Element | None) -> tuple[str, int]:
        if properties is None:
            return "paragraph", 0
        kind, rank = self.ranks.get(_value(properties.find(f"{_W}pStyle")) or "", ("paragraph", 0))
        outline = _value(properties.find(f"{_W}outlineLvl")) or ""
        if outline.isdecimal() and int(outline) < 9:
            return "heading", int(outline) + 1
        numbering = properties.find(f"{_W}numPr")
        if kind in ("paragraph", "item") and numbering is not None and _value(numbering.find(f"{_W}numId")) != "0":
            depth = _value(numbering.find(f"{_W}ilvl")) or "0"
            return "item", max(rank, min(int(depth), 8) + 1 if depth.isdecimal() else 1)
        return kind, rank

    def _table(self, element: etree._Element) -> None:
        rows = [row for row in map(_cells, element.iterchildren(f"{_W}tr")) if any(row)]
        if sum(len(row) > 1 for row in rows) * 2 <= len(rows):
            for cell in (cell for row in rows for cell in row if cell):
                self.composer.paragraph(cell)
            return
        for index, row in enumerate(rows):
            self.composer.row(row, first=not index)


def _cells(row: etree._Element) -> list[str]:
    """The words of each cell; a cell that spans columns, or goes on from the row above, leaves empty ones."""
    cells: list[str] = []
    for cell in row.iter(f"{_W}tc"):
        if next(cell.iterancestors(f"{_W}tr")) is not row:
            continue
        cells.append(" ".join(_words(paragraph) for paragraph in cell.iter(f"{_W}p")).strip())
        span = _value(cell.find(f"{_W}tcPr/{_W}gridSpan")) or "1"
        cells.extend([""] * (min(int(span), 50) - 1 if span.isdecimal() and len(span) < 4 else 0))
    return cells


def _words(element: etree._Element) -> str:
    return squeeze(stored("".join(_runs(element)))[0])


def _runs(element: etree._Element) -> Iterator[str]:
    stack = [element]
    while stack:
        node = stack.pop()
        if node.tag == f"{_W}t":
            yield node.text or ""
        elif node.tag in _WHITE:
            yield _WHITE[node.tag]
        elif node.tag not in _SKIPPED:
            stack.extend(reversed(node))
