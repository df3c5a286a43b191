"""Which documents the trained taggers are asked about."""

import pytest

from sayso.core.document import Block, BlockKind, Document
from sayso.read.parse import parse
from sayso.read.tagger.register import asked, told

NEWS = "Ana Ruiz said that the dam holds. The mayor told reporters that it leaks. "
REPORT = "The dam weakens the river and the fields around it dry out every summer. "


def parsed(text):
    return next(parse([Document("d.txt", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))]))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [(NEWS * 20, True), (REPORT * 20, False), (REPORT, True), (NEWS + REPORT * 100, False), ("", True)],
)
def test_taggers_are_asked_about_news_and_short_texts(text, wanted):
    assert asked(parsed(text)) is wanted


def test_telling_is_counted_in_a_hundred_words():
    assert told(parsed(NEWS)) == pytest.approx(100 * 2 / 16)
