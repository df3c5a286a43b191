"""The parser's view of a text: what is no word is seen as one token, in no time, and no character of the document moves."""

import pytest

from sayso.core.document import Block, BlockKind, Document
from sayso.read.parse import parse


@pytest.mark.parametrize(
    "run", ["[" * 50_000, "'" * 50_000, "\"'(" * 20_000, "['." * 20_000, "'.'a" * 20_000, "&" * 50_000, "a" * 50_000]
)
def test_a_run_without_words_splits_nothing_and_moves_nothing(run: str) -> None:
    text = f"Tariffs rose. {run} Exports fell."
    (found,) = parse([Document("t", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))])
    words = [word for sentence in found.sentences for word in sentence.words]
    assert len(words) < 40  # not 20,000
    assert {text[word.start : word.end] for word in words} > {"Tariffs", "Exports", "fell"}


def test_marks_among_words_stay_words() -> None:
    text = 'He said: "Tariffs (on steel) rose"... 1,000 in all.'
    (found,) = parse([Document("t", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))])
    assert all(text[word.start : word.end] == word.text for sentence in found.sentences for word in sentence.words)
