"""Statements: what a document says in its own voice, or has others say, without any finer claim."""

import pytest

from sayso.core.claim import Statement
from sayso.core.document import Block, BlockKind, Document
from sayso.read.reader import read


def statements(*parts: tuple[BlockKind, str]) -> list[str]:
    text, blocks = "", []
    for kind, words in parts:
        blocks.append(Block(kind, len(text), len(text) + len(words)))
        text += words + "\n"
    return [
        claim.body.content.text
        for claim in read(Document("a.txt", text, tuple(blocks))).claims
        if isinstance(claim.body, Statement)
    ]


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        ("The old council hall was locked at noon.", True),
        ("Will the old council hall ever be locked at noon?", False),
        ("The mayor knows this too.", False),
        ("The old council hall was locked for these reasons:", False),
        ("The mayor did not say when the old council hall would open.", False),
        ("A council spokesman declined to comment on the old hall.", False),
        ("“Who locked the old council hall?” the mayor asked.", False),
    ],
)
def test_what_states_something(sentence: str, states: bool) -> None:
    assert bool(statements((BlockKind.PARAGRAPH, sentence))) is states


def test_a_heading_says_nothing_of_its_own() -> None:
    body = "The mayor said that the old council hall was unsafe."
    found = statements((BlockKind.HEADING, "Mayor calls the old council hall unsafe"), (BlockKind.PARAGRAPH, body))
    assert found == ["that the old council hall was unsafe"]
