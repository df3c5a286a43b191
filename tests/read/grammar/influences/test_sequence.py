"""Influences told by order in time, and by motives: harm, answers and purposes count, mere sequence does not."""

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


def pairs(text: str) -> set[tuple[str, str]]:
    """The words of each cause and effect."""
    bodies = [one.body for one in read(text) if isinstance(one.body, Influence)]
    return {(body.cause.text, body.effect.text) for body in bodies}


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("The harbour was closed after dockers occupied the cranes.", "dockers occupied the cranes", "harbour was closed"),
        ("Three sailors were hurt when a boiler exploded.", "a boiler exploded", "sailors were hurt"),
        ("The mayor resigned after the flood.", "the flood", "mayor resigned"),
        ("Angered by the verdict, villagers blocked the bridge.", "the verdict", "villagers blocked the bridge"),
        ("Fearing an ambush, the drivers turned back.", "Fearing an ambush", "drivers turned back"),
        ("The traders used false papers to hide the origin of the timber.", "used false papers", "origin of the timber"),
        ("Nurses gathered to mourn a colleague.", "Nurses gathered", "mourn a colleague"),
    ],
)  # fmt: skip
def test_harm_answers_feelings_and_purposes(text: str, cause: str, effect: str) -> None:
    assert any(cause in one and effect in other for one, other in pairs(text))


@pytest.mark.parametrize(
    "text",
    [
        "Imports fell after exports rose.",
        "The bank was founded after the war ended.",
        "He spoke when the guests arrived.",
        "They demanded an answer.",
        "Residents demanded cheaper water.",
        "The council promised to build a school.",
    ],
)
def test_mere_order_and_single_demands_state_no_influence(text: str) -> None:
    assert pairs(text) == set()


def test_a_purpose_is_possible() -> None:
    found = read("The traders used false papers to hide the origin of the timber.")
    assert {proposal.modality for proposal in found} == {Modality.POSSIBLE}


def test_the_demands_of_a_body_press() -> None:
    assert pairs("The union demanded stricter fishing limits.") != set()
