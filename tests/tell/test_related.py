"""Influences as sentences."""

import pytest

from sayso.core.claim import Sign
from sayso.tell.related import related


@pytest.mark.parametrize(
    ("cause", "sign", "effect", "said"),
    [
        ("storms", "+", "displacement", "storms raise displacement"),
        ("water treatment", "-", "cases", "water treatment lowers cases"),
        ("power cuts in Garissa", "-", "trade", "power cuts in Garissa lower trade"),
        ("loss of trust", "?", "lending", "loss of trust affects lending"),
        ("water and sanitation", "+", "health", "water and sanitation raise health"),
        ("politics", "+", "fear", "politics raises fear"),
        ("state of the roads", "-", "trade", "state of the roads lowers trade"),
    ],
)
def test_an_influence_is_a_sentence_whose_verb_agrees(cause: str, sign: Sign, effect: str, said: str) -> None:
    assert related(cause, sign, effect) == said
