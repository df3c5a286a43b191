"""Which block governs which, in plain text as people write it."""

from pathlib import Path

import pytest

from sayso.core.document import BlockKind, Document
from sayso.documents import open_document


def opened(folder: Path, text: str, name: str = "a.txt") -> Document:
    (folder / name).write_text(text, encoding="utf-8")
    return open_document(folder / name, folder)


def outline(document: Document) -> list[tuple[str, str, str | None]]:
    """(kind, words, words of the parent) of each block."""
    words = [document.text[block.start : block.end] for block in document.blocks]
    return [
        (block.kind.value, words[at], None if block.parent is None else words[block.parent])
        for at, block in enumerate(document.blocks)
    ]


CASES = {
    "items under a paragraph that ends in a colon": (
        "The lake lost water because:\n- farms took more,\n- rain fell less.\nThat is all there is to say.\n",
        [
            ("paragraph", "The lake lost water because:", None),
            ("item", "farms took more,", "The lake lost water because:"),
            ("item", "rain fell less.", "The lake lost water because:"),
            ("paragraph", "That is all there is to say.", None),
        ],
    ),
    "a stem among its equals, until the sentence ends": (
        "- The bank faces:\n- old debts,\n- new rules.\n- Its clients leave.\n",
        [
            ("item", "The bank faces:", None),
            ("item", "old debts,", "The bank faces:"),
            ("item", "new rules.", "The bank faces:"),
            ("item", "Its clients leave.", None),
        ],
    ),
    "one stem after another at the same depth": (
        "- It wants:\n- water\n- It fears:\n- drought\n",
        [
            ("item", "It wants:", None),
            ("item", "water", "It wants:"),
            ("item", "It fears:", None),
            ("item", "drought", "It fears:"),
        ],
    ),
    "items nested by indent": (
        "* Cotton grew.\n  * Canals were dug.\n  * Pumps ran.\n* Fish died.\n",
        [
            ("item", "Cotton grew.", None),
            ("item", "Canals were dug.", "Cotton grew."),
            ("item", "Pumps ran.", "Cotton grew."),
            ("item", "Fish died.", None),
        ],
    ),
    "numbered headings over a list": (
        "I. Causes\n1. Water use\n- Farms took more.\n2. Weather\n- Rain fell less.\n",
        [
            ("heading", "Causes", None),
            ("heading", "Water use", "Causes"),
            ("item", "Farms took more.", "Water use"),
            ("heading", "Weather", "Causes"),
            ("item", "Rain fell less.", "Weather"),
        ],
    ),
    "a numbered list": (
        "The order was:\n1. Farms took more water\n2. The lake sank\n",
        [
            ("paragraph", "The order was:", None),
            ("item", "Farms took more water", "The order was:"),
            ("item", "The lake sank", "The order was:"),
        ],
    ),
    "rows under their header": (
        "Aspect | Details | Sources\n---|---|---\nSalt | It doubled. | The survey\n",
        [
            ("row", "Aspect | Details | Sources", None),
            ("row", "Salt | It doubled. | The survey", "Aspect | Details | Sources"),
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_parents(case: str, tmp_path: Path) -> None:
    text, expected = CASES[case]
    assert outline(opened(tmp_path, text)) == expected


def test_cells_stand_at_their_offsets_and_an_empty_cell_is_empty(tmp_path: Path) -> None:
    document = opened(tmp_path, "| Item | Figure | Source |\n|---|---|---|\n| Salt | | Survey |\n")
    rows = [block for block in document.blocks if block.kind is BlockKind.ROW]
    assert [[document.text[a:b] for a, b in row.cells] for row in rows] == [
        ["Item", "Figure", "Source"],
        ["Salt", "", "Survey"],
    ]
