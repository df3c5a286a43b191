"""What wordings of a variable say."""

import pytest

from sayso.compile.naming import sense

SAME = [
    ("Serbia's energy costs", "energy prices in Serbia"),
    ("gas deliveries", "gas supplies"),
    ("Sudanese gold exports", "gold exports of Sudan"),
    ("mass protests", "protests"),
    ("the risk of bank runs", "bank runs"),
    ("Kenya's reliance on grain imports", "dependence of Kenya on grain imports"),
    ("protests after the election", "protests"),
]
APART = [
    ("exports to Ukraine", "exports of Ukraine"),
    ("gas deliveries", "oil deliveries"),
    ("Chad's gold exports", "Sudan's gold exports"),
    ("energy costs", "labour costs"),
]
GENERAL = ["a third", "millions", "the situation", "this", "impact", "it", "", "…", "the other", "2019"]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_wordings_of_one_variable_say_the_same(one: str, other: str) -> None:
    assert sense(one) == sense(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_variables_say_something_else(one: str, other: str) -> None:
    assert sense(one) != sense(other)


@pytest.mark.parametrize("wording", GENERAL)
def test_what_is_too_general_names_no_variable(wording: str) -> None:
    assert sense(wording) is None


def test_the_head_is_the_noun_the_rest_says_more_about() -> None:
    found = sense("Serbia's arms exports to Ukraine")
    assert found is not None
    assert (found.head, found.actors, found.towards) == ("export", ("Serbia",), ("Ukraine",))


@pytest.mark.parametrize(
    "wording", ["he needs calm", "where grain flows", "it is dry", "they may leave", "Norway’s bank wrote"]
)
def test_a_clause_names_no_variable(wording: str) -> None:
    assert sense(wording) is None


def test_pressure_is_one_whatever_it_is_about() -> None:
    assert sense("Norway's demands for fishing limits") == sense("Norway's criticism of trawlers")
    assert sense("Norway's criticism of trawlers") != sense("Kenya's criticism of trawlers")


def test_names_of_several_words_are_one_actor() -> None:
    found = sense("Port Lemba station collapse")
    assert found is not None
    assert found.actors == ("Port Lemba",)
