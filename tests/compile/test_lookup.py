"""The variable an analyst means."""

from dataclasses import replace

import pytest

from sayso.compile import find_variable, find_way, near_influences
from sayso.core.claim import Modality, When
from sayso.core.errors import UsageFault
from sayso.core.finding import Verdict
from sayso.core.system import System, SystemFlow, SystemInfluence, Variable, Wording

SYSTEM = System(
    variables=tuple(
        Variable(name, actor, tuple(Wording(text, ("x",)) for text in (name, *others)))
        for name, actor, others in [
            ("Serbia's energy costs", "Serbia", ["energy prices in Serbia"]),
            ("gas deliveries", None, ["gas supplies"]),
            ("grain imports", None, []),
            ("Kenya's bread prices", "Kenya", []),
            ("Chad's bread prices", "Chad", []),
            ("fuel", None, []),
            ("teacher shortages", None, []),
            ("peso's value", None, []),
            ("late repairs", None, []),
            ("vaccines", None, []),
            ("Halden Transit's tram fares", "Halden Transit", []),
        ]
    )
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("gas deliveries", "gas deliveries"),
        ("Gas Deliveries", "gas deliveries"),
        ("energy prices in serbia", "Serbia's energy costs"),
        ("the costs of energy in Serbia", "Serbia's energy costs"),
        ("energy costs", "Serbia's energy costs"),
        ("imports of grain", "grain imports"),
        ("value of the peso", "peso's value"),
        ("tram fares of Halden Transit Ltd", "Halden Transit's tram fares"),
    ],
)
def test_a_variable_is_found_by_name_wording_and_meaning(words: str, name: str) -> None:
    assert find_variable(SYSTEM, words) == name


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("fuel shortages", ("fuel", -1)),
        ("lack of fuel", ("fuel", -1)),
        ("teachers", ("teacher shortages", -1)),
        ("shortage of teachers", ("teacher shortages", 1)),
    ],
)
def test_words_may_say_that_there_is_less_of_a_variable(words: str, found: tuple[str, int]) -> None:
    assert find_way(SYSTEM, words) == found


def test_words_that_fit_several_are_not_guessed() -> None:
    with pytest.raises(UsageFault, match=r"'bread prices' could be 'Kenya's bread prices', 'Chad's bread prices'"):
        find_variable(SYSTEM, "bread prices")


@pytest.mark.parametrize("words", ["repairs", "fake vaccines"])
def test_a_thing_is_not_found_by_a_good_or_bad_kind_of_it(words: str) -> None:
    with pytest.raises(UsageFault, match="no variable of this system"):
        find_variable(SYSTEM, words)


def test_the_nearest_are_named() -> None:
    with pytest.raises(UsageFault, match="the nearest are 'gas deliveries'"):
        find_variable(SYSTEM, "gas delivring")
    with pytest.raises(UsageFault, match="lists them all"):
        find_variable(SYSTEM, "zzz")


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("bakeries' grain", "grain imports"),
        ("vaccination", "vaccines"),
        ("energetic Serbia", "Serbia's energy costs"),
    ],
)
def test_what_shares_a_word_or_its_stem_is_near(words: str, near: str) -> None:
    with pytest.raises(UsageFault, match=f"nearest are '{near}'"):
        find_variable(SYSTEM, words)


def test_words_that_say_where_to_do_not_mean_a_variable_that_goes_nowhere() -> None:
    with pytest.raises(UsageFault, match="nearest are 'grain imports'"):
        find_variable(SYSTEM, "grain imports to Mali")


def test_where_nothing_is_near_what_most_is_claimed_of_is_named() -> None:
    arrows = (SystemInfluence("fuel", "vaccines", "+", 0.5, ("f",), ("x",)),)
    with pytest.raises(UsageFault, match="most is claimed of 'fuel', 'vaccines'"):
        find_variable(replace(SYSTEM, influences=arrows), "zzz")


def test_what_only_goes_somewhere_is_told_with_where_it_goes() -> None:
    flows = (SystemFlow("copper", "Chad", (), "Mali", None, When(), Modality.ASSERTED, Verdict.SINGLE, ()),)
    with pytest.raises(UsageFault, match=r"where it goes \(see trace\): 'copper: Chad → Mali'"):
        find_variable(replace(SYSTEM, flows=flows), "copper exports")


INFLUENCES = [("gas deliveries", "fuel"), ("gas prices", "fuel"), ("fuel", "gas prices"), ("rain", "grain imports")]
NEAR = [
    (("gas deliveries", "grain imports"), [("gas deliveries", "fuel"), ("rain", "grain imports")]),
    (("gas supplies", "fuel"), [("gas deliveries", "fuel"), ("gas prices", "fuel")]),
    (("fuel", "gas deliveries"), [("gas deliveries", "fuel"), ("fuel", "gas prices")]),
    (("vaccines", "teacher shortages"), []),
]


@pytest.mark.parametrize(("asked", "near"), NEAR)
def test_in_place_of_an_influence_nobody_states_stand_the_nearest(
    asked: tuple[str, str], near: list[tuple[str, str]]
) -> None:
    prices = Variable("gas prices", None, (Wording("gas prices", ("x",)),))
    influences = tuple(SystemInfluence(*ends, "+", 0.5, (), ()) for ends in INFLUENCES)
    system = replace(SYSTEM, variables=(*SYSTEM.variables, prices), influences=influences)
    assert [(one.cause, one.effect) for one in near_influences(system, *asked)] == near
