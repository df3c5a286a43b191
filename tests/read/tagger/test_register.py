"""Which documents the trained taggers are asked about."""

import pytest

from sayso.core.document import Block, BlockKind, Document
from sayso.read.parse import parse
from sayso.read.tagger.register import asked, asked_of_causes, brief, reportage, told

NEWS = "Ana Ruiz said that the dam holds. The mayor told reporters that it leaks. "
REPORT = "The dam weakens the river and the fields around it dry out every summer. "


def parsed(text, kinds=(BlockKind.PARAGRAPH,)):
    """A text of paragraphs, or other blocks, one a line."""
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n")):
        blocks.append(Block(kinds[number % len(kinds)], at, at + len(line)))
        at += len(line) + 1
    return next(parse([Document("d.txt", text, tuple(blocks))]))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [(NEWS * 20, True), (REPORT * 20, False), (REPORT, True), (NEWS + REPORT * 100, False), ("", True)],
)
def test_taggers_are_asked_about_news_and_short_texts(text, wanted):
    assert asked(parsed(text)) is wanted


def test_telling_is_counted_in_a_hundred_words():
    assert told(parsed(NEWS)) == pytest.approx(100 * 2 / 16)


@pytest.mark.parametrize(
    ("text", "kinds", "wanted"),
    [
        (f"{REPORT}\n{REPORT}", (BlockKind.PARAGRAPH,), True),
        (REPORT * 4, (BlockKind.PARAGRAPH,), False),
        (f"{REPORT}\n{REPORT}", (BlockKind.PARAGRAPH, BlockKind.ITEM), False),
        (REPORT, (BlockKind.HEADING,), False),
        ("", (BlockKind.PARAGRAPH,), False),
    ],
    ids=["short paragraphs", "a long one", "a list", "nothing but a heading", "nothing"],
)
def test_the_short_paragraphs_of_news(text, kinds, wanted):
    assert brief(parsed(text, kinds)) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [(REPORT, False), (NEWS * 10, False), (NEWS * 10 + "She called it “safe enough”.", True)],
    ids=["neither", "telling without quoting", "telling and quoting"],
)
def test_reportage_tells_and_quotes(text, wanted):
    assert reportage(parsed(text)) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We think that you should see it, since I did. " * 20, True),
        (REPORT * 20, False),
        (NEWS * 20, True),
        ("\n".join([REPORT] * 20), True),
    ],
)
def test_the_cause_network_is_also_asked_about_talk_of_persons(text, wanted):
    assert asked_of_causes(parsed(text)) is wanted
