"""PDF: characters and where they stand, from PDFium; put in reading order by :mod:`pages`, joined by :mod:`paragraphs`."""

import ctypes
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from sayso.core.errors import DocumentFault
from sayso.documents.characters import squeeze, stored
from sayso.documents.draft import Composer, Draft, Meta
from sayso.documents.pages import Flow, Segment, flows, running_lines
from sayso.documents.paragraphs import compose
from sayso.documents.published import iso_of_pdf
from sayso.lexicon.table import table

_WIDE_GAP = 1.3  # a gap of so many times the letter height is no word space
_UNTITLED = ("untitled", "microsoft word", "microsoft powerpoint", "document", "slide", "print")
_FILES = (".doc", ".docx", ".pdf", ".indd", ".qxd", ".tmp", ".rtf", ".odt", ".tex", ".dvi")
_HYPHENS = (0x02, 0xAD, 0xFFFE)  # how PDFium marks a hyphen at a line's end
_LINE_ENDS = (10, 13)
_TOLD_PAGES = 20


def read_pdf(data: bytes, name: str) -> Draft:
    """The draft of a PDF. Raises ``DocumentFault`` if it is damaged, needs a password or has no text at all."""
    if b"%PDF" not in data[:1024]:
        raise DocumentFault(f"{name}: it is no PDF, or damaged at its start; save it anew")
    try:
        book = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        if "password" in str(fault).lower():
            raise DocumentFault(f"{name}: it is encrypted; save it without password") from fault
        raise DocumentFault(f"{name}: it is damaged ({squeeze(str(fault))[:80]}); save it anew") from fault
    try:
        return _draft(book, name)
    finally:
        book.close()


def _draft(book: pdfium.PdfDocument, name: str) -> Draft:
    limits, faults = table("limits")["pdf"], []
    total, most = len(book), int(limits["max_pages"])
    if total > most:
        faults.append(f"{total - most:,} pages after page {most:,} are not read")
    pages, silent, budget = [], [], int(table("limits")["text"]["max_characters"])
    for number in range(min(total, most)):
        segments, height, cut = _segments(book, number, min(int(limits["max_page_characters"]), budget))
        budget -= sum(len(segment.text) for segment in segments)
        if cut:
            faults.append(f"page {number + 1}: more text than is read; cut")
        if not segments:
            silent.append(number + 1)
        pages.append((segments, height))
        if budget <= 0:
            break
    if len(silent) == len(pages):
        raise DocumentFault(f"{name}: no page has text; run text recognition on it")
    if silent:
        told = ", ".join(map(str, silent[:_TOLD_PAGES])) + (" and more" if len(silent) > _TOLD_PAGES else "")
        faults.append(f"no text on pages {told}" if len(silent) > 1 else f"no text on page {told}")
    running = running_lines(pages)
    laid: list[list[Flow]] = [flows(segments, height, running) for segments, height in pages]
    composer = Composer()
    compose(laid, composer)
    return composer.draft(_meta(book), faults)


def _segments(book: pdfium.PdfDocument, number: int, most: int) -> tuple[list[Segment], float, bool]:
    """The runs of characters of a page, in the file's order, its height, and whether there were too many."""
    try:
        page = book[number]
    except pdfium.PdfiumError:
        return [], 0.0, False
    try:
        text = page.get_textpage()
        size = text.count_chars()
        return list(_runs(text.raw, min(size, most))), float(page.get_height()), size > most
    except pdfium.PdfiumError:
        return [], 0.0, False
    finally:
        page.close()


def _runs(text: object, size: int) -> Iterator[Segment]:
    """A run ends with the line, and where the next character stands too far off to be the same word or the next."""
    box = raw.FS_RECTF()
    place = ctypes.byref(box)
    run = _Run()
    for at in range(size):
        code = raw.FPDFText_GetUnicode(text, at)
        if code in _LINE_ENDS:
            yield from run.segment(text)
            run = _Run()
            continue
        char = "-" if code in _HYPHENS else chr(code) if 32 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
        if char.isspace():
            run.letters.append(" ")
            continue
        raw.FPDFText_GetLooseCharBox(text, at, place)
        if run.seen and run.parted(box):
            yield from run.segment(text)
            run = _Run()
        run.add(at, char, box)
    yield from run.segment(text)


class _Run:
    """The characters of a run; its height is the mean of theirs, as brackets and capitals stand out."""

    __slots__ = ("bottoms", "first", "last", "letters", "seen", "tops", "x0", "x1")

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.first = self.last = self.seen = 0
        self.x0 = self.x1 = self.bottoms = self.tops = 0.0

    def add(self, at: int, char: str, box: raw.FS_RECTF) -> None:
        if not self.seen:
            self.first, self.x0, self.x1 = at, box.left, box.right
        self.letters.append(char)
        self.last = at
        self.x1 = max(self.x1, box.right)
        self.bottoms += box.bottom
        self.tops += box.top
        self.seen += 1

    def parted(self, box: raw.FS_RECTF) -> bool:
        low, high = self.bottoms / self.seen, self.tops / self.seen
        tall = max(high - low, 1.0)
        if box.left - self.x1 > _WIDE_GAP * tall or box.left < self.x0 - 0.5 * tall:
            return True
        return bool(abs(box.top + box.bottom - high - low) > 1.2 * max(tall, box.top - box.bottom))

    def segment(self, text: object) -> Iterator[Segment]:
        """The run as a segment, unless it is blank or stands upright on the page's side."""
        words = squeeze(stored("".join(self.letters))[0])
        if not words or 0.3 < raw.FPDFText_GetCharAngle(text, self.first) < 5.98:
            return
        low, high = self.bottoms / self.seen, self.tops / self.seen
        bold = all(_bold(text, at) for at in (self.first, (self.first + self.last) // 2, self.last))
        yield Segment(self.x0, self.x1, low, max(high, low + 1.0), words, bold)


def _bold(text: object, at: int) -> bool:
    if raw.FPDFText_GetFontWeight(text, at) >= 600:
        return True
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(128)
    size = raw.FPDFText_GetFontInfo(text, at, buffer, 128, ctypes.byref(flags))
    return b"bold" in buffer.raw[: max(0, min(size, 128))].lower()


def _meta(book: pdfium.PdfDocument) -> Meta:
    try:
        said = book.get_metadata_dict(skip_empty=True)
    except (pdfium.PdfiumError, UnicodeError):
        return Meta()
    title, author = (squeeze(stored(said.get(key, ""))[0])[:500] for key in ("Title", "Author"))
    if title.lower().startswith(_UNTITLED) or title.lower().endswith(_FILES):
        title = ""
    return Meta(title=title or None, author=author or None, published=iso_of_pdf(said.get("CreationDate", "")))
