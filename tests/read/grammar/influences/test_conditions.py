"""Conditions, judgements of what depends on what, and subjects the parser hung elsewhere."""

import pytest

from sayso.core.claim import Influence, Modality
from sayso.core.document import Block, BlockKind, Document
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.influences import influences
from sayso.read.parse import parse
from sayso.read.proposal import Proposal


def read(text: str) -> list[Proposal]:
    whole = next(parse([Document("plain.txt", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))]))
    return influences(whole, Actors(whole))


def signed(text: str) -> set[tuple[str, str, str]]:
    bodies = [one.body for one in read(text) if isinstance(one.body, Influence)]
    return {(body.cause.variable, body.sign, body.effect.variable) for body in bodies}


@pytest.mark.parametrize(
    ("text", "cause", "sign"),
    [
        ("Without fresh loans, the mills could not pay wages.", "fresh loans", "+"),
        ("Should imports shrink, prices would rise.", "imports", "-"),
        ("The snow is vital for the reservoirs.", "snow", "+"),
        ("Frost is harmful to vines.", "frost", "-"),
        ("Orchards are vulnerable to frost.", "frost", "-"),
        ("Engineers blame the floods on logging.", "logging", "+"),
        ("If no rain comes, yields will fall.", "rain", "+"),
    ],
)
def test_a_condition_or_a_judgement_is_signed(text: str, cause: str, sign: str) -> None:
    assert {(one, mark) for one, mark, _ in signed(text)} == {(cause, sign)}


@pytest.mark.parametrize(
    "text",
    [
        "The ministers are critical to our plans.",
        "They walked home without a lamp.",
        "The water saved is not used to expand the fields.",
        "The plant yields nine tonnes.",
    ],
)
def test_offices_manners_and_amounts_are_no_influence(text: str) -> None:
    assert signed(text) == set()


def test_a_condition_is_conditional() -> None:
    assert {one.modality for one in read("Should the harvest fail, prices would rise.")} == {Modality.CONDITIONAL}


def test_that_means_the_clause_before_in_the_same_sentence() -> None:
    assert ("lending", "+", "building") in signed("Banks are cutting lending, and that will slow building.")


def test_an_opening_is_given_by_the_subject() -> None:
    found = signed("The drought provides an opportunity to raise tariffs.")
    assert ("drought", "+", "tariffs") in found


def test_the_decline_is_what_fell_last_and_the_claim_says_so() -> None:
    *_, last = read("Fish catches fell by half. The decline has worsened poverty.")
    assert isinstance(last.body, Influence)
    assert (last.body.cause.variable, last.body.sign, last.body.effect.variable) == ("fish catches", "-", "poverty")
    assert last.resolved == (("The decline", "Fish catches"),)


def test_items_under_a_heading_of_consequences_are_effects() -> None:
    lines = ["Consequences of the strike", "Higher rents near the harbour", "Empty shelves in many shops"]
    starts = [0, len(lines[0]) + 1, len(lines[0]) + len(lines[1]) + 2]
    heading = Block(BlockKind.HEADING, 0, len(lines[0]), 1)
    items = [Block(BlockKind.ITEM, at, at + len(line), 1, 0) for at, line in zip(starts[1:], lines[1:], strict=True)]
    whole = next(parse([Document("plain.txt", "\n".join(lines), (heading, *items))]))
    bodies = [one.body for one in influences(whole, Actors(whole)) if isinstance(one.body, Influence)]
    assert {(body.cause.variable, body.effect.variable.split(" ")[0]) for body in bodies} == {
        ("strike", "rents"),
        ("strike", "empty"),
    }
