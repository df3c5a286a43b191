"""Files to open, made on the spot: a minimal PDF writer, and a way to open text without much ado."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from sayso.core.document import Document
from sayso.core.errors import DocumentFault
from sayso.documents import open_document

Run = tuple[float, float, str, float, str]
"""x, y (points, from the lower left), words, size, font: F1 plain or F2 bold."""


def pdf_bytes(pages: Sequence[Sequence[Run]], info: str = "") -> bytes:
    """A PDF with the runs of words on its pages; ``info`` is the inside of its information dictionary."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(pages), b" ".join(b"%d 0 R" % (6 + 2 * at) for at in range(len(pages)))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        b"<< " + info.encode("latin-1") + b" >>",
    ]
    for at, runs in enumerate(pages):
        shown = b"\n".join(
            b"BT /%s %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (font.encode(), size, x, y, _escaped(words))
            for x, y, words, size, font in runs
        )
        fonts = b"<< /Font << /F1 3 0 R /F2 4 0 R >> >>"
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources %s /Contents %d 0 R >>" % (
            fonts,
            7 + 2 * at,
        )
        objects.extend((page, b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown)))
    return _file(objects)


def _escaped(words: str) -> bytes:
    raw = words.encode("cp1252")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects: Sequence[bytes]) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"<< /Size %d /Root 1 0 R /Info 5 0 R >>" % (len(objects) + 1)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return data + head + table + b"trailer\n" + trailer + b"\nstartxref\n%d\n%%%%EOF\n" % len(data)


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    return pdf_bytes


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[str, bytes | str], Document]:
    """Writes a file of that name with that content, and opens it."""

    def write_and_open(name: str, content: bytes | str) -> Document:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return open_document(path, tmp_path)

    return write_and_open


@pytest.fixture
def tried(opened: Callable[[str, bytes | str], Document]) -> Callable[[str, bytes | str], Document | DocumentFault]:
    """The document, or the fault that came instead."""

    def open_or_fault(name: str, content: bytes | str) -> Document | DocumentFault:
        try:
            return opened(name, content)
        except DocumentFault as fault:
            return fault

    return open_or_fault


@pytest.fixture
def outline() -> Callable[[Document], list[tuple[str, str]]]:
    """(kind, words) of each block; the cells of a row stand between ``¦``."""

    def told(document: Document) -> list[tuple[str, str]]:
        text = document.text
        return [
            (
                block.kind.value,
                " ¦ ".join(text[a:b] for a, b in block.cells) if block.cells else text[block.start : block.end],
            )
            for block in document.blocks
        ]

    return told
