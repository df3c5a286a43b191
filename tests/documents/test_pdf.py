"""PDF pages in reading order, mended."""

from collections.abc import Callable

import pytest

from sayso.core.document import Document
from sayso.core.errors import DocumentFault

Open = Callable[[str, bytes | str], Document]
Outline = Callable[[Document], list[tuple[str, str]]]
Make = Callable[..., bytes]


def lines(
    *words: str, x: float = 72, top: float = 700, size: float = 11, font: str = "F1"
) -> list[tuple[float, float, str, float, str]]:
    """One run of words a line, 1.3 times the size apart."""
    return [(x, top - 1.3 * size * at, line, size, font) for at, line in enumerate(words)]


def test_heads_feet_and_page_numbers_go_and_a_paragraph_runs_over_the_page(
    make_pdf: Make, opened: Open, outline: Outline
) -> None:
    def page(number: int, *body: str) -> list[tuple[float, float, str, float, str]]:
        head, foot = (72.0, 800.0, "Institute of Lakes", 9.0, "F1"), (290.0, 40.0, f"Page {number} of 3", 9.0, "F1")
        return [head, *lines(*body), foot]

    data = make_pdf(
        [
            page(
                1,
                "The first year was dry in the whole valley and the farms",
                "took more water from the river, so that in the second",
            ),
            page(2, "year the lake fell by two metres and its water grew salty."),
            page(3, "The third year brought rain."),
        ]
    )
    assert outline(opened("a.pdf", data)) == [
        (
            "paragraph",
            "The first year was dry in the whole valley and the farms took more water from the river, so that in the second "
            "year the lake fell by two metres and its water grew salty.",
        ),
        ("paragraph", "The third year brought rain."),
    ]


def test_words_broken_at_line_ends_are_whole_and_compounds_keep_their_hyphen(make_pdf: Make, opened: Open) -> None:
    data = make_pdf(
        [
            lines(
                "A state-owned company ran the pumps for all of the irri-",
                "gation schemes in the north, and another one, also state-",
                "owned, sold the cotton that the schemes had brought in.",
            )
        ]
    )
    text = opened("a.pdf", data).text
    assert "the irrigation schemes" in text
    assert "also state-owned, sold" in text


def test_two_columns_are_read_one_after_the_other_though_written_row_by_row(
    make_pdf: Make, opened: Open, outline: Outline
) -> None:
    left = [
        "The bank lent long and borrowed",
        "short for many years, and no one",
        "asked how it would pay its savers",
        "if all of them came at once.",
    ]
    right = [
        "When the rates rose, its bonds",
        "lost a fifth of their value, and",
        "the savers read about it and ran",
        "to fetch their money.",
    ]
    runs = [(72.0, 780.0, "How a bank fails: a short account of the spring", 18.0, "F2")]
    for at, (a, b) in enumerate(zip(left, right, strict=True)):
        runs += [(72.0, 700.0 - 14 * at, a, 11.0, "F1"), (320.0, 700.0 - 14 * at, b, 11.0, "F1")]
    assert outline(opened("a.pdf", make_pdf([runs]))) == [
        ("heading", "How a bank fails: a short account of the spring"),
        ("paragraph", " ".join(left)),
        ("paragraph", " ".join(right)),
    ]


def test_headings_items_and_tables(make_pdf: Make, opened: Open, outline: Outline) -> None:
    runs = [
        *lines("Salt in the lake", top=780, size=20, font="F2"),
        *lines("The reasons are these:", top=740),
        *lines("• farms took more water from both of the rivers than", "they had ever taken before,", top=720),
        *lines("• less rain fell.", top=690),
        *lines("Measures", top=660, font="F2"),
    ]
    for at, row in enumerate(
        (("Year", "Salt", "Source"), ("1990", "30 g/l", "Survey"), ("2000", "60 g/l", "Ministry"))
    ):
        runs += [(x, 630.0 - 16 * at, cell, 11.0, "F1") for x, cell in zip((72.0, 200.0, 330.0), row, strict=True)]
    assert outline(opened("a.pdf", make_pdf([runs]))) == [
        ("heading", "Salt in the lake"),
        ("paragraph", "The reasons are these:"),
        ("item", "farms took more water from both of the rivers than they had ever taken before,"),
        ("item", "less rain fell."),
        ("heading", "Measures"),
        ("row", "Year ¦ Salt ¦ Source"),
        ("row", "1990 ¦ 30 g/l ¦ Survey"),
        ("row", "2000 ¦ 60 g/l ¦ Ministry"),
    ]


def test_metadata_and_pages_without_text(make_pdf: Make, opened: Open) -> None:
    data = make_pdf(
        [lines("Rain came late."), []],
        info="/Title (The late rain) /Author (Ann Lee) /CreationDate (D:20240506120000Z)",
    )
    document = opened("a.pdf", data)
    assert (document.title, document.author, document.published) == ("The late rain", "Ann Lee", "2024-05-06")
    assert document.faults == ("no text on page 2",)


def test_a_file_name_is_no_title(make_pdf: Make, opened: Open) -> None:
    data = make_pdf([lines("Rain came late.")], info="/Title (Microsoft Word - final2.docx)")
    assert opened("a.pdf", data).title is None


HOSTILE: dict[str, Callable[[bytes], bytes]] = {
    "cut short": lambda data: data[: len(data) // 3],
    "no PDF": lambda _: b"This is only a text, in truth.",
    "only a header": lambda _: b"%PDF-1.7\n",
    "no words on any page": lambda data: data.replace(b"Tj", b"Tx"),
    "zero bytes": lambda _: b"\x00" * 5000,
    "encrypted": lambda data: data.replace(
        b"/Info 5 0 R",
        b"/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 "
        b"/O <" + b"ab" * 32 + b"> /U <" + b"cd" * 32 + b"> /P -4 >>",
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_files_are_faults_that_name_the_file(case: str, make_pdf: Make, opened: Open) -> None:
    with pytest.raises(DocumentFault, match=r"^bad\.pdf: .*; .*") as fault:
        opened("bad.pdf", HOSTILE[case](make_pdf([lines("Rain came late.")])))
    assert "\n" not in str(fault.value)
    assert case != "encrypted" or "encrypted" in str(fault.value)
