"""HTML: the stored text is the words of the page's article; headings, lists and tables keep their shape.

The tree is walked without recursion, so nesting cannot exhaust the stack.
"""

import re
from collections.abc import Iterator

import lxml.html
from lxml.etree import ParserError, XMLSyntaxError, _Element

from sayso.core.errors import DocumentFault
from sayso.documents.article import reduced
from sayso.documents.characters import decoded, squeeze
from sayso.documents.draft import Composer, Draft
from sayso.documents.lines import is_aside
from sayso.documents.pagemeta import page_meta
from sayso.lexicon.table import table, words

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,30})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w-]{2,30})")
_HEADINGS = {f"h{rank}": rank for rank in range(1, 7)}
_BREAKS = frozenset(
    (
        "p", "div", "section", "article", "main", "header", "footer", "aside", "blockquote", "figure", "figcaption", "ul", "ol",
        "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "hr", "address", "details",
        "summary", "center", "fieldset", "body", "html", "h1", "h2", "h3", "h4", "h5", "h6", "pre",
    )
)  # fmt: skip
_LISTS = frozenset(("ul", "ol"))
_NOTICE = 300  # a cookie or newsletter notice is shorter than this
_BR = "\x1e"  # stands for <br> while a block is gathered; cannot occur in stored text


def read_html(data: bytes, name: str) -> Draft:
    """The draft of an HTML page. Raises ``DocumentFault`` if there is no page in it, or too large a one."""
    declared = _CHARSET.search(data[:4096]) or _XML_CHARSET.match(data[:200].lstrip())
    text, faults = decoded(data, name, declared.group(1).decode("ascii") if declared else None)
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
        page = lxml.html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (ParserError, XMLSyntaxError, ValueError) as fault:
        raise DocumentFault(f"{name}: there is no page in it; check the file") from fault
    limit = int(table("limits")["html"]["max_elements"])
    if sum(1 for _ in page.iter()) > limit:
        raise DocumentFault(f"{name}: it has more than {limit:,} elements; save its article alone")
    meta = page_meta(page)
    composer = Composer()
    _Walk(composer).run(reduced(page))
    if not composer.blocks:
        faults.append("no article found on the page; all its words are kept")
        _Walk(composer).run(lxml.html.document_fromstring(text.encode("utf-8"), parser=parser))
    return composer.draft(meta, faults)


class _Walk:
    """Gathers text until a block begins or ends, then hands it to the composer as what it stands in."""

    def __init__(self, composer: Composer) -> None:
        self.composer = composer
        self.buffer: list[str] = []
        self.lists = 0
        self.open: list[str] = []
        self.pending: list[tuple[str, int]] = []

    def run(self, root: _Element) -> None:
        stack: list[tuple[_Element, bool]] = [(root, False)]
        while stack:
            element, leaving = stack.pop()
            if leaving:
                self._leave(element)
                if element is not root:
                    self._text(element.tail)
                continue
            if element.tag == "table" and _is_data(element):
                self._flush()
                self._table(element)
                self._text(element.tail)
                continue
            self._enter(element)
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
        self._flush()

    def _enter(self, element: _Element) -> None:
        tag = element.tag
        if tag == "br":
            self.buffer.append(_BR)
        elif tag in _BREAKS:
            self._flush()
            self.lists += tag in _LISTS
            if tag in _HEADINGS or tag in ("li", "pre"):
                self.open.append(tag)
        self._text(element.text)

    def _leave(self, element: _Element) -> None:
        if element.tag not in _BREAKS:
            return
        self._flush()
        self.lists -= element.tag in _LISTS
        if self.open and self.open[-1] == element.tag and (element.tag in _HEADINGS or element.tag in ("li", "pre")):
            self.open.pop()

    def _text(self, text: str | None) -> None:
        if text:
            self.buffer.append(text)

    def _flush(self) -> None:
        text, self.buffer = "".join(self.buffer), []
        if not text.strip():
            return
        within = self.open[-1] if self.open else ""
        if within == "pre":
            self.composer.aside(text.replace(_BR, "\n"))
            return
        if within in _HEADINGS:
            self._heading(squeeze(text.replace(_BR, " ").replace("¶", " ")), _HEADINGS[within])
            return
        for piece in re.split(rf"{_BR}\s*{_BR}", text):
            words_ = squeeze(piece.replace(_BR, " "))
            if words_ and not _is_notice(words_):
                self._put(words_, within)

    def _put(self, text: str, within: str) -> None:
        self._settle()
        if within == "li":
            self.composer.item(text, self.lists)
        else:
            self.composer.paragraph(text)

    def _heading(self, text: str, level: int) -> None:
        """A heading waits for something to stand over; at the end of the article nothing does."""
        if _is_notice(text):
            return
        self.pending = [(above, rank) for above, rank in self.pending if rank < level]
        self.pending.append((text, level))

    def _settle(self) -> None:
        for text, level in self.pending:
            self.composer.heading(text, level)
        self.pending = []

    def _table(self, element: _Element) -> None:
        self._settle()
        caption = element.find("caption")
        if caption is not None:
            self.composer.paragraph("".join(caption.itertext()))
        for index, row in enumerate(_rows(element)):
            self.composer.row(row, first=not index)


def _is_notice(text: str) -> bool:
    lower = text.lower() if len(text) < _NOTICE else ""
    return is_aside(text) or any(phrase in lower for phrase in sorted(words("chrome", "phrases")))


def _is_data(element: _Element) -> bool:
    """Whether a table holds rows of data and not the page's layout."""
    if element.find(".//table") is not None:
        return False
    rows = list(_rows(element))
    wide = sum(len(row) > 1 for row in rows)
    return len(rows) > 1 and wide * 2 > len(rows)


def _rows(element: _Element) -> Iterator[list[str]]:
    """The cells of each row; a cell that spans further columns or rows leaves those empty."""
    below: dict[int, int] = {}
    for tr in element.iter("tr"):
        cells: list[str] = []
        for cell in tr.iterchildren("td", "th"):
            while below.get(len(cells), 0):
                below[len(cells)] -= 1
                cells.append("")
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            for column in range(across):
                if down > 1:
                    below[len(cells)] = down - 1
                cells.append("" if column else squeeze(" ".join(cell.itertext())))
        if any(cells):
            yield cells


def _span(cell: _Element, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(max(int(value), 1), 50) if value.isdecimal() and len(value) < 4 else 1
