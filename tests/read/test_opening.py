"""Datelines and bylines stand before a news text and are no part of it."""

import pytest

from sayso.core.document import Block, BlockKind, Document
from sayso.read.opening import dateline, is_byline
from sayso.read.parse import parse


@pytest.mark.parametrize(
    "line",
    [
        "ARVENA, Norland - ",
        "ARVENA, 3 March — ",
        "ARVENA (Reuters) — ",
        "Arvena, March 3 (Reuters) – ",
        "PORT ARVENA, N.L., Aug. 24 (AP) -- ",
        "NEW ARVENA: ",
        "ARVENA. ",
        "Arvena, 12 May 2025 – ",
    ],
)
def test_a_dateline_is_the_place_a_text_was_filed_from(line: str) -> None:
    text = f"{line}A dam burst."
    assert text[dateline(text, 0, len(text)) :] == "A dam burst."


@pytest.mark.parametrize(
    "text",
    [
        "Brenko - the owner - said so.",
        "The company (ABC) - which burst - said so.",
        "EU-funded works stopped.",
        "UN: no comment",
        "WHO. A dam burst.",
        "Arvena. A dam burst.",
        "PRICES ROSE. A DAM BURST.",
        "A dam burst.",
    ],
)
def test_what_is_no_dateline_stays(text: str) -> None:
    assert dateline(text, 0, len(text)) == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("By A. Writer in Arvena", True),
        ("By Ana Ruiz and Tom de Vries", True),
        ("BY ANA RUIZ, STAFF WRITER", True),
        ("By contrast, most mills stayed open", False),
        ("By the Numbers", False),
        ("By Friday", False),
        ("By Ana Ruiz and Tom de Vries it was written.", False),
    ],
)
def test_a_byline_only_names_who_wrote(line: str, said: bool) -> None:
    assert is_byline(line) is said


def test_the_parser_sees_neither_and_places_stay_true() -> None:
    text = "By Ana Ruiz in Arvena\n\nARVENA, Norland - A dam burst on Sunday."
    blocks = (Block(BlockKind.PARAGRAPH, 0, 21), Block(BlockKind.PARAGRAPH, 23, len(text)))
    (sentence,) = next(parse([Document("plain.txt", text, blocks)])).sentences
    assert text[sentence.start : sentence.end] == "A dam burst on Sunday."
