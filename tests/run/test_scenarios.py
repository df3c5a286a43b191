"""Scenarios as written, read or refused in words; perspectives side by side."""

import pytest

from sayso.core.errors import CaseFault, UsageFault
from sayso.core.outcome import Criterion, Observation, Press, Scenario, Taken
from sayso.run import compare_outcomes, named, press, read_observation, read_press, read_qpress, read_scenario
from sayso.run.scenarios import Closure


def test_a_table_becomes_a_scenario():
    table = {
        "title": "A drought",
        "press": {"rain": -1, "pumping": 0.5},
        "hold": ["prices"],
        "watch": "lake level",
        "observed": {"harvest": "falls"},
        "known": [{"press": {"rain": 1}, "then": {"lake level": "+"}}],
        "draws": 500,
        "seed": 3,
        "qpress": True,
    }
    assert read_scenario("drought", table) == Scenario(
        "drought",
        (Press("rain", -1.0), Press("pumping", 0.5)),
        ("prices",),
        ("lake level",),
        (Observation("harvest", "falls"),),
        (Criterion((Press("rain", 1.0),), (Observation("lake level", "rises"),)),),
        500,
        3,
        True,
        "A drought",
    )


def test_a_closing_is_a_scenario_of_flows():
    table = {"close": ["Port"], "from": "Mine", "to": "Smelter", "goods": "copper"}
    assert read_scenario("port", table) == Closure("port", "port", "Mine", "Smelter", "copper", ("Port",))


@pytest.mark.parametrize(
    ("table", "named_"),
    [
        ({}, "nothing is pressed"),
        ({"press": ["rain"]}, "must give each variable a size"),
        ({"press": {"rain": "much"}}, "must give each variable a size"),
        ({"press": {"rain": 1}, "wacht": ["lake"]}, "wacht is not a field; fields are title, press"),
        ({"press": {"rain": 1}, "watch": 5}, "watch = 5 must be a list of names"),
        ({"press": {"rain": 1}, "observed": {"lake": "up"}}, "it can be rises, falls, still"),
        ({"press": {"rain": 1}, "known": {"rain": 1}}, "known must be a list"),
        ({"press": {"rain": 1}, "draws": "many"}, "whole number"),
        ({"press": {"rain": 1}, "qpress": 1}, "true or false"),
        ({"close": ["Port"]}, "needs its route"),
    ],
)
def test_faults_name_field_and_remedy(table, named_):
    with pytest.raises(CaseFault, match=rf"\[scenarios.x\] .*{named_}"):
        read_scenario("x", table)


def test_faults_are_told_together():
    with pytest.raises(CaseFault) as fault:
        read_scenario("x", {"press": 1, "draws": 1.5, "colour": "red"})
    assert len(str(fault.value).splitlines()) == 3


@pytest.mark.parametrize(
    ("text", "expected"), [("a b=-1", Press("a b", -1)), ("a = 2.5", Press("a", 2.5)), ("a", Press("a", 1))]
)
def test_presses_on_the_command_line(text, expected):
    assert read_press(text) == expected


@pytest.mark.parametrize(
    ("text", "move"), [("a=rises", "rises"), ("a = -", "falls"), ("a=0", "still"), ("a=+", "rises")]
)
def test_observations_on_the_command_line(text, move):
    assert read_observation(text) == Observation("a", move)


def test_what_is_neither_is_refused():
    with pytest.raises(UsageFault, match="gas deliveries=-1"):
        read_press("a=much")
    with pytest.raises(UsageFault, match="energy costs=rises"):
        read_observation("a")


def test_every_variable_goes_by_its_name_in_the_system():
    wanted = Scenario("x", (Press("a", 1.0),), held=("b",), watch=("c", "C"), observed=(Observation("d", "rises"),))
    scenario = named(wanted, lambda words: (words.upper(), 1))
    assert scenario == Scenario(
        "x", (Press("A", 1.0),), held=("B",), watch=("C",), observed=(Observation("D", "rises"),)
    )


def test_what_words_were_taken_for_is_kept_where_they_are_no_name():
    wanted = Scenario("x", (Press("Fuel", 1.0), Press("lack of fuel", 1.0)), watch=("petrol",))
    found = {"Fuel": ("fuel", 1), "lack of fuel": ("fuel", -1), "petrol": ("fuel", 1)}
    taken = (Taken("lack of fuel", "fuel", less=True), Taken("petrol", "fuel", less=False))
    assert named(wanted, found.__getitem__).taken == taken


def test_a_want_pushed_up_is_the_thing_pushed_down():
    wanted = Scenario("x", (Press("fuel shortages", 2.0),), observed=(Observation("lack of fuel", "rises"),))
    scenario = named(wanted, lambda _: ("fuel", -1))
    assert (scenario.presses, scenario.observed) == ((Press("fuel", -2.0),), (Observation("fuel", "falls"),))


def test_perspectives_side_by_side():
    scenario = Scenario("x", (Press("sanctions", 1.0),), draws=300)
    maps = {"North": "sanctions -* exports\nexports -> income", "South": "sanctions -> loyalty\nloyalty -> income"}
    outcomes = [press(read_qpress(text), scenario, perspective=name, hinges=False) for name, text in maps.items()]
    found = {one.variable: one for one in compare_outcomes(outcomes)}
    assert found["sanctions"].agrees
    assert not found["income"].agrees
    assert found["income"].words == "North: it falls; South: it rises"
    assert found["income"].why[0].startswith("North goes over exports ─(+)→ income")
    assert found["exports"].answers[1] is None
    assert "South: does not speak of it" in found["exports"].words
    assert [one.agrees for one in compare_outcomes(outcomes)] == sorted(one.agrees for one in found.values())
