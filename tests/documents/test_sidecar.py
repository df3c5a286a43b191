"""What stands beside a document wins over what it says itself; what is wrong there is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.core.document import Document

Open = Callable[[str, bytes | str], Document]
TEXT = "May 6, 2024 | Valley Post\n\nThe lake falls\n\nIt fell by far more than it ever had in all those years.\n"


def test_the_sidecar_wins_field_by_field(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "a.txt.meta.toml").write_text(
        'title = "On the lake"\npublished = 2024-06-01\nurl = "https://x.example/"\n'
    )
    document = opened("a.txt", TEXT)
    assert (document.title, document.publisher, document.published) == ("On the lake", "Valley Post", "2024-06-01")
    assert (document.url, document.faults) == ("https://x.example/", ())


DATES = {
    "2024-05-06": "2024-05-06", "2024-05-06T10:00:00Z": "2024-05-06", "2024": "2024", '"2024"': "2024", '"2024-05"': "2024-05",
    '"6 May 2024"': "2024-05-06", '"May 6th, 2024"': "2024-05-06", '"Sept. 2024"': "2024-09", '"Monday, 6 May 2024"': "2024-05-06",
}  # fmt: skip


@pytest.mark.parametrize("written", DATES)
def test_dates(written: str, opened: Open, tmp_path: Path) -> None:
    (tmp_path / "a.txt.meta.toml").write_text(f"published = {written}\n")
    assert opened("a.txt", "The lake fell.").published == DATES[written]


FAULTS = {
    "colour = 'red'": "unknown field 'colour'",
    "title = 3": "title must be text in quotes",
    "published = '5/6/24'": "is no date",
    "published = '2024-13'": "is no date",
    "title = 'a": "not valid TOML",
    "a = " + "[" * 3000: "not valid TOML",
    "title = 'a'\n#" + "x" * 70_000: "larger than",
}


@pytest.mark.parametrize("content", FAULTS)
def test_faults_are_told_and_the_document_is_read(content: str, opened: Open, tmp_path: Path) -> None:
    (tmp_path / "a.txt.meta.toml").write_text(content)
    document = opened("a.txt", TEXT)
    assert len(document.faults) == 1
    assert document.faults[0].startswith("a.txt.meta.toml: ")
    assert FAULTS[content] in document.faults[0]
    assert document.publisher == "Valley Post"
