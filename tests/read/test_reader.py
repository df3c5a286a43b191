"""Statements: what a document says in its own voice, or has others say, without any finer claim."""

import pytest

from sayso.core.claim import Claim, Statement
from sayso.core.document import Block, BlockKind, Document
from sayso.read.grammar.witness import Grammar
from sayso.read.reader import read, read_all


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


def claims(text: str) -> list[Claim]:
    return list(read(Document("a.txt", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))).claims)


@pytest.mark.parametrize("said", ["that the lake was safe to swim in", "that 40 people had died"])
def test_what_one_says_and_another_disputes_is_claimed_by_the_one_and_denied_by_the_other(said: str) -> None:
    found = claims(f"Ana Ruiz said {said}, a claim that Jon Bale disputed.")
    assert [(one.attribution[0].name, one.modality.value) for one in found] == [
        ("Ana Ruiz", "asserted"),
        ("Jon Bale", "denied"),
    ]


def test_an_auxiliary_is_not_what_is_stated() -> None:
    (found,) = claims("Ana Ruiz said insurers had refused to cover the dam.")
    assert not found.negated


def test_a_quotation_of_several_sentences_is_one_statement() -> None:
    text = '"We lost the whole harvest. The old dam fed the lower fields," Ana Ruiz said.'
    assert statements((BlockKind.PARAGRAPH, text)) == [text[: text.index(" Ana")]]


def test_a_heading_says_nothing_of_its_own() -> None:
    body = "The mayor said that the old council hall was unsafe."
    found = statements((BlockKind.HEADING, "Mayor calls the old council hall unsafe"), (BlockKind.PARAGRAPH, body))
    assert found == ["that the old council hall was unsafe"]


def test_no_claim_rests_on_a_stance(planted) -> None:
    text = "Ana Ruiz backed a plan to move 300 families."
    marks = {"source": "Ana Ruiz", "cue": "backed", "content": "a plan to move 300 families"}
    taggers = planted(text.replace(".", " ."), attribution=marks)
    document = Document("d.txt", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    (found,) = read_all([document], witnesses=(Grammar(taggers),))
    assert [(one.name, one.stance) for one in found.attributions] == [("Ana Ruiz", True)]
    assert found.claims
    assert all(claim.attribution == () for claim in found.claims)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Ana Ruiz said that the dam had burst.", True),
        ("Ana Ruiz said the guards had stayed away from the dam.", True),
        ("The guards claimed to have seen the wolves near the dam.", True),
        ("Jon Bale denied burning the old barns.", True),
        ("Ana Ruiz described the slow repair of the old dam.", False),
        ("Ana Ruiz asked whether the dam was safe.", False),
    ],
)
def test_a_statement_is_a_clause_or_only_names_what_is_spoken_of(text: str, *, clause: bool) -> None:
    assert [one.body.clause for one in claims(text) if isinstance(one.body, Statement)] == [clause]
