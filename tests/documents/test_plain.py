"""Plain text as people type, copy and paste it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.core.document import Document
from sayso.core.errors import DocumentFault
from sayso.documents import find, open_document

Open = Callable[[str, bytes | str], Document]
Outline = Callable[[Document], list[tuple[str, str]]]

WRAPPED = (
    "The valley had been dry for three years when the ministry of water\n"
    "closed the upper sluice, and the farms below it lost their harvest.\n"
    "\n"
    "  - The upper farms, which had wells of their own, kept on growing\n"
    "    cotton as before.\n"
    "  - The lower farms did not.\n"
    "\n"
    "A second year like that would have emptied the villages, people in\n"
    "them said.\n"
)
CASES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "lines broken by hand": (
        WRAPPED,
        [
            (
                "paragraph",
                "The valley had been dry for three years when the ministry of water\n"
                "closed the upper sluice, and the farms below it lost their harvest.",
            ),
            ("item", "The upper farms, which had wells of their own, kept on growing\n    cotton as before."),
            ("item", "The lower farms did not."),
            ("paragraph", "A second year like that would have emptied the villages, people in\nthem said."),
        ],
    ),
    "one paragraph a line, titles between": (
        "The valley and its water\nThe ministry closed the sluice in the third dry year, and did not say why it had.\n"
        "The farms\nThe lower farms lost their harvest, and half of the people in the villages left them.\n"
        "Read more\nThe upper farms did not.\n",
        [
            ("heading", "The valley and its water"),
            ("paragraph", "The ministry closed the sluice in the third dry year, and did not say why it had."),
            ("heading", "The farms"),
            ("paragraph", "The lower farms lost their harvest, and half of the people in the villages left them."),
            ("paragraph", "The upper farms did not."),
        ],
    ),
    "sentences without stops are no headings": (
        "More blims lead to more gorps\nMore gorps lead to fewer zags\nFewer zags lead to more blims",
        [
            ("paragraph", "More blims lead to more gorps"),
            ("paragraph", "More gorps lead to fewer zags"),
            ("paragraph", "Fewer zags lead to more blims"),
        ],
    ),
    "who says what follows is no title, nor is a question": (
        "Lee continued:\nThe lake fell by two metres, and nobody had been told.\nWho knew?\nNobody but the ministry knew of it.\n",
        [
            ("paragraph", "Lee continued:"), ("paragraph", "The lake fell by two metres, and nobody had been told."),
            ("paragraph", "Who knew?"), ("paragraph", "Nobody but the ministry knew of it."),
        ],
    ),
    "a title over a byline, a numbered point broken by hand": (
        "THE LAKE\n\nBy Ann Lee\n\n1. Farms took more water from both of the rivers that feed the\n   lake, year after year.\n"
        "2. The rain that used to fill the upper valley in the spring did\n   not come.\n",
        [
            ("heading", "THE LAKE"), ("paragraph", "By Ann Lee"),
            ("item", "Farms took more water from both of the rivers that feed the\n   lake, year after year."),
            ("item", "The rain that used to fill the upper valley in the spring did\n   not come."),
        ],
    ),
    "short broken lines": ("Note\n\nThe lake fell\nby two metres.\n", [
        ("heading", "Note"), ("paragraph", "The lake fell\nby two metres."),
    ]),
    "underlined titles": ("Water\n=====\n\nIt fell.\n\nFarms\n-----\n\nThey grew.\n", [
        ("heading", "Water"), ("paragraph", "It fell."), ("heading", "Farms"), ("paragraph", "They grew."),
    ]),
    "bullets of all kinds": (
        "• one\n– two\n* three\n(a) four\nb) five\n(ii) six\n",
        [("item", word) for word in ("one", "two", "three", "four", "five", "six")],
    ),
    "numbered headings": (
        "1. Water\nThe level of the lake fell.\n1.1 Wells\nThe wells ran dry.\n2. Farms\nThey lost their harvest.\n",
        [
            ("heading", "Water"), ("paragraph", "The level of the lake fell."), ("heading", "Wells"),
            ("paragraph", "The wells ran dry."), ("heading", "Farms"), ("paragraph", "They lost their harvest."),
        ],
    ),
    "initials are no numbers": (
        "A. Lee of the ministry said that the lake fell.\nV. Ek denied it.\n",
        [("paragraph", "A. Lee of the ministry said that the lake fell."), ("paragraph", "V. Ek denied it.")],
    ),
    "a line with one bar is no table": ("The ministry | the farms\n\nThey met and agreed on nothing at all.\n", [
        ("paragraph", "The ministry | the farms"), ("paragraph", "They met and agreed on nothing at all."),
    ]),
    "empty outer cells": ("|   | Year |\n| Salt |   |\n", [("row", " ¦ Year"), ("row", "Salt ¦ ")]),
    "tabs between cells": ("Year\tLevel\tSource\n2022\t8 m\tSurvey\n", [
        ("row", "Year ¦ Level ¦ Source"), ("row", "2022 ¦ 8 m ¦ Survey"),
    ]),
    "numbers and dashes that are no marks": (
        "3.5 metres were lost.\n-4 degrees were measured.\n2023 was dry.\n", [
            ("paragraph", "3.5 metres were lost."), ("paragraph", "-4 degrees were measured."), ("paragraph", "2023 was dry."),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_blocks(case: str, opened: Open, outline: Outline) -> None:
    text, expected = CASES[case]
    assert outline(opened("a.txt", text)) == expected


BYLINES = {
    "May 6, 2024 | Valley Post\n\nThe lake falls\n\nIt fell by far more than it ever had.\n": (
        "Valley Post",
        None,
        "2024-05-06",
    ),
    "The lake falls\nBy Ann Lee\n6 May 2024\n\nIt fell by far more than it ever had.\n": (
        None,
        "Ann Lee",
        "2024-05-06",
    ),
    "Source: Valley Post\nAuthor: Ann Lee\nDate: May 2024\n\nIt fell.\n": ("Valley Post", "Ann Lee", "2024-05"),
    "By closing the sluice, the ministry emptied the lake.\n": (None, None, None),
    "The lake falls\n\nIt fell in May 2024, and then it fell again.\n": (None, None, None),
    "5/6/2024\n\nIt fell by far more than it ever had.\n": (None, None, None),
}


@pytest.mark.parametrize("text", BYLINES)
def test_bylines(text: str, opened: Open) -> None:
    document = opened("a.txt", text)
    assert (document.publisher, document.author, document.published) == BYLINES[text]


WORDS = "Vučić said “no” – the café closed, and the lake – all of it – fell by two metres in the year before.\n"
WESTERN = "The “café” closed, and the lake – all of it – fell by two metres in the year before. " * 3
ENCODINGS = {
    "utf-8": (WORDS.encode(), WORDS),
    "utf-8 with mark": (b"\xef\xbb\xbf" + WORDS.encode(), WORDS),
    "utf-16": (WORDS.encode("utf-16"), WORDS),
    "utf-16 without mark": (WORDS.encode("utf-16-le"), WORDS),
    "utf-32": (WORDS.encode("utf-32"), WORDS),
    "windows-1252": (WESTERN.encode("cp1252"), WESTERN),
    "line ends of Windows": (WORDS.replace("\n", "\r\n").encode(), WORDS),
    "decomposed letters": ("Vuc\u030cic\u0301 came.".encode(), "Vučić came."),
    "control characters": (b"The lake\x00 fell\x07 again.\n", "The lake fell again.\n"),
    "direction overrides": ("The lake \u202efell\u202c.\n".encode(), "The lake fell.\n"),
    "a broken byte": ("The “lake” – all of it – fell".encode() + b"\xff.\n", "The “lake” – all of it – fell\ufffd.\n"),
}


@pytest.mark.parametrize("case", ENCODINGS)
def test_encodings(case: str, opened: Open) -> None:
    data, text = ENCODINGS[case]
    assert opened("a.txt", data).text == text


REFUSED = {
    "empty": (b"", "empty"),
    "blank": (b" \n\t\n", "empty"),
    "only controls": (b"\x00\x01\x02\x03\x04\x05\x06\x07" * 100, "binary"),
    "random bytes": (bytes((at * 7919 + at // 3) % 256 for at in range(4000)), "binary"),
    "a PDF": (b"%PDF-1.7 and so on", "PDF"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "picture"),
    "too large": (b"a" * 16_000_001, "16 MB"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_with_name_reason_and_remedy(case: str, opened: Open) -> None:
    data, reason = REFUSED[case]
    with pytest.raises(DocumentFault, match=rf"^sub/a\.txt: .*{reason}.*"):
        opened("sub/a.txt", data)


def test_a_kind_that_is_not_read_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.xyz").write_text("words")
    (tmp_path / "b.txt").mkdir()
    for name, reason in (("a.xyz", "are not read"), ("b.txt", "no file"), ("c.txt", "not there")):
        with pytest.raises(DocumentFault, match=rf"^{name}: .*{reason}"):
            open_document(tmp_path / name, tmp_path)


def test_a_line_of_megabytes_is_read_and_divided(opened: Open) -> None:
    document = opened("a.txt", "The lake fell again. " * 100_000)
    assert len(document.blocks) > 40
    assert max(block.end - block.start for block in document.blocks) <= 50_000
    assert all(document.text[block.start : block.end].endswith(".") for block in document.blocks)


def test_find_lists_documents_in_order_and_nothing_from_outside(tmp_path: Path) -> None:
    folder, outside = tmp_path / "documents", tmp_path / "secret.txt"
    outside.write_text("secret")
    (folder / "sub" / ".hidden").mkdir(parents=True)
    for name in ("b.txt", "a.md", "a.md.meta.toml", ".c.txt", "sub/d.pdf", "sub/.hidden/e.txt", "odd.xyz", "~$f.docx"):
        (folder / name).write_text("words")
    (folder / "out.txt").symlink_to(outside)
    (folder / "in.txt").symlink_to(folder / "b.txt")
    (folder / "nowhere.txt").symlink_to(folder / "missing.txt")
    (folder / "round.txt").symlink_to("round.txt")
    (folder / "sub" / "up").symlink_to("..")
    assert [path.relative_to(folder).as_posix() for path in find(folder)] == [
        "a.md",
        "b.txt",
        "in.txt",
        "odd.xyz",
        "sub/d.pdf",
    ]
