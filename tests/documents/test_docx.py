"""Word documents: what a word processor writes, and what an attacker would."""

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime

import docx
import pytest

from sayso.core.document import Document
from sayso.core.errors import DocumentFault

Open = Callable[[str, bytes | str], Document]
Try = Callable[[str, bytes | str], Document | DocumentFault]
Outline = Callable[[Document], list[tuple[str, str]]]
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def report() -> bytes:
    made = docx.Document()
    made.core_properties.title, made.core_properties.author = "On the lake", "Ann Lee"
    made.core_properties.created = made.core_properties.modified = datetime(2024, 5, 6, tzinfo=UTC)
    made.add_heading("On the lake", 0)
    made.add_heading("Why it fell", 1)
    made.add_paragraph("The reasons are:")
    made.add_paragraph("farms", style="List Bullet")
    made.add_paragraph("cotton", style="List Bullet 2")
    made.add_paragraph("drought", style="List Number")
    table = made.add_table(3, 3)
    for row, cells in enumerate((("Year", "Level", "Source"), ("2022", "8 m", "Survey"), ("2023", "", "Ministry"))):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    made.add_paragraph("So much for that.")
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def package(body: str, head: str = "") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", f'{head}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>')
    return stream.getvalue()


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def test_headings_lists_tables_in_the_order_of_the_body(opened: Open, outline: Outline) -> None:
    document = opened("a.docx", report())
    assert outline(document) == [
        ("heading", "On the lake"),
        ("heading", "Why it fell"),
        ("paragraph", "The reasons are:"),
        ("item", "farms"),
        ("item", "cotton"),
        ("item", "drought"),
        ("row", "Year ¦ Level ¦ Source"),
        ("row", "2022 ¦ 8 m ¦ Survey"),
        ("row", "2023 ¦  ¦ Ministry"),
        ("paragraph", "So much for that."),
    ]
    assert [block.parent for block in document.blocks] == [None, 0, 1, 2, 3, 2, None, 6, 6, 1]
    assert (document.title, document.author, document.published) == ("On the lake", "Ann Lee", "2024-05-06")


def test_deleted_words_are_gone_and_inserted_ones_stand(opened: Open) -> None:
    body = (
        "<w:p><w:r><w:t>It fell by </w:t></w:r><w:del><w:r><w:delText>two</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>three</w:t></w:r></w:ins><w:r><w:tab/><w:t>metres.</w:t></w:r></w:p>"
    )
    assert opened("a.docx", package(body)).text == "It fell by three metres."


def _bomb() -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file,
        file.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(80):
            part.write(b" " * 1_000_000)
    return stream.getvalue()


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a zip bomb": (_bomb, "unpacks to more than"),
    "entities": (
        lambda: package(paragraph("&a;"), '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'),
        "entities",
    ),
    "cut short": (lambda: report()[:3000], "damaged"),
    "another package": (lambda: package("").replace(b"word/document", b"cell/document"), "damaged|no Word document"),
    "no words": (lambda: package(""), "no text"),
    "broken XML": (lambda: package("<w:p>"), "damaged"),
    "password": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 2000, "encrypted"),
    "text": (lambda: b"just words", "damaged"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_refused_by_name(case: str, opened: Open) -> None:
    make, reason = REFUSED[case]
    with pytest.raises(DocumentFault, match=rf"(?s)^a\.docx: .*({reason})"):
        opened("a.docx", make())


def test_deep_nesting_does_not_exhaust_the_stack(tried: Try) -> None:
    deep = 5_000
    body = "<w:sdt><w:sdtContent>" * deep + paragraph("The lake fell.") + "</w:sdtContent></w:sdt>" * deep
    result = tried("a.docx", package(body))
    assert "damaged" in str(result) if isinstance(result, DocumentFault) else result.text == "The lake fell."
