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


def test_a_sentence_without_end_is_cut_and_no_word_is_lost() -> None:
    text = "5% of it and " * 900
    (found,) = parse([Document("t", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))])
    assert max(len(sentence.words) for sentence in found.sentences) <= 1_000
    assert [word.text for sentence in found.sentences for word in sentence.words] == ["5", "%", "of", "it", "and"] * 900
    for sentence in found.sentences:
        assert all(sentence.words[word.i] is word and word.head in sentence.words for word in sentence.words)


def test_marks_among_words_stay_words() -> None:
    text = 'He said: "Tariffs (on steel) rose"... 1,000 in all.'
    (found,) = parse([Document("t", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))])
    assert all(text[word.start : word.end] == word.text for sentence in found.sentences for word in sentence.words)


@pytest.mark.parametrize(
    "text",
    [
        "Tariffs rose.[4][5] Exports fell.",
        "Tariffs [2, 5–7] rose.[citation needed] Exports fell.",
        "Tariffs on steel,1 rose.2 Exports fell.3",
        "Tariffs (on steel)12 rose.[10–12]\nExports fell.",
    ],
)
def test_the_mark_of_a_note_is_no_word_and_ends_no_sentence_later(text: str) -> None:
    (found,) = parse([Document("t", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))])
    assert [sentence.words[0].text for sentence in found.sentences] == ["Tariffs", "Exports"]
    assert not any(char.isdigit() for sentence in found.sentences for word in sentence.words for char in word.text)


@pytest.mark.parametrize("number", ["in Act 3", "of 1.5 percent", "by (2) points", "on 3 May", "to 18"])
def test_a_number_of_the_text_stays(number: str) -> None:
    text = f"Tariffs rose {number} in all."
    (found,) = parse([Document("t", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))])
    assert any(char.isdigit() for sentence in found.sentences for word in sentence.words for char in word.text)
