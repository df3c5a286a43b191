"""Influences in plain prose: cause, effect and sign."""

import pytest

from sayso.core.document import Block, BlockKind, Document
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.influences import influences
from sayso.read.parse import parse
from sayso.read.proposal import Proposal


def read(*lines: str) -> list[Proposal]:
    """The influences in a document of these paragraphs."""
    text, blocks = "\n".join(lines), []
    at = 0
    for line in lines:
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(line)))
        at += len(line) + 1
    whole = next(parse([Document("plain.txt", text, tuple(blocks))]))
    return influences(whole, Actors(whole))


def signed(*lines: str) -> set[tuple[str, str, str]]:
    return {(p.body.cause.variable, p.body.sign, p.body.effect.variable) for p in read(*lines)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reducing gas deliveries would raise energy costs.", {("gas deliveries", "-", "energy costs")}),
        ("Lack of rain reduces harvests.", {("rain", "+", "harvests")}),
        ("The protests were triggered by the collapse of the bridge.", {("collapse of the bridge", "+", "protests")}),
    ],
)
def test_plain_statements(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert signed(text) == expected
