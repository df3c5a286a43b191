"""Arrows that names imply, gone over only where a scenario asks for it."""

from dataclasses import replace

import pytest

from sayso.core.outcome import Press, Scenario
from sayso.core.system import Implied, Support, System, SystemInfluence, Variable
from sayso.run import press

NAMES = ("rain", "goat thefts", "thefts", "fear", "prices (a)", "prices (b)", "hunger")


def arrow(cause: str, effect: str, sign: str) -> SystemInfluence:
    return SystemInfluence(cause, effect, sign, 0.8, ("f",), ("Kenya",), (Support("f", 2, ("Kenya",)),))


SYSTEM = System(
    variables=tuple(Variable(name, None, ()) for name in NAMES),
    influences=(
        arrow("rain", "goat thefts", "-"),
        arrow("thefts", "fear", "+"),
        arrow("rain", "prices (a)", "-"),
        arrow("prices (b)", "hunger", "+"),
    ),
    implied=(
        Implied("goat thefts", "thefts", "+", "a part by its name"),
        Implied("prices (a)", "prices (b)", "+", "may be the same", alike=True),
    ),
)
PLAIN = Scenario("rain", (Press("rain", 1.0),), draws=400)
ASKED = replace(PLAIN, implied=True)


def reached(scenario: Scenario) -> set[str]:
    return {answer.name for answer in press(SYSTEM, scenario).variables if answer.reached}


def test_no_answer_goes_over_them_unasked() -> None:
    assert reached(PLAIN) == {"rain", "goat thefts", "prices (a)"}


def test_where_asked_a_part_moves_its_whole_and_alike_nouns_stand_for_one_another() -> None:
    assert reached(ASKED) == set(NAMES)


@pytest.mark.parametrize("name", ["thefts", "fear", "prices (b)", "hunger"])
def test_the_signs_carry_through(name: str) -> None:
    answer = next(one for one in press(SYSTEM, ASKED).variables if one.name == name)
    assert answer.falls > 0
    assert answer.rises == 0


def test_the_whole_does_what_a_part_does() -> None:
    system = replace(SYSTEM, influences=(arrow("goat thefts", "fear", "+"),))
    outcome = press(system, Scenario("x", (Press("thefts", 1.0),), watch=("fear",), draws=400, implied=True))
    assert outcome.variables[0].rises > 0


def test_every_implied_link_of_an_answer_says_why() -> None:
    answer = next(one for one in press(SYSTEM, ASKED).variables if one.name == "fear")
    links = [(link.cause, link.effect, link.implied) for path in answer.paths for link in path.links]
    assert ("goat thefts", "thefts", "a part by its name") in links
    assert ("rain", "goat thefts", "") in links


def test_they_are_less_sure_than_what_they_are_implied_of() -> None:
    shares = {one.name: one.falls for one in press(SYSTEM, ASKED).variables}
    assert shares["thefts"] < shares["goat thefts"]
    assert shares["hunger"] < shares["prices (a)"]
