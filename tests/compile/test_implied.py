"""Links that the names of variables imply."""

import pytest

from sayso.compile.implied import implied
from sayso.core.system import Implied, Variable


def links(*names: str) -> tuple[Implied, ...]:
    return implied([Variable(name, None, ()) for name in names])


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("Kenya's grain harvests", "grain harvests"),
        ("deaths in Garissa", "deaths"),
        ("Chad's export controls", "controls on exports"),
        ("reservoir water losses", "water losses"),
        ("US tariffs", "tariffs"),
    ],
)
def test_what_says_more_of_the_same_is_a_part(part: str, whole: str) -> None:
    assert [(one.part, one.whole, one.sign, one.alike) for one in links(part, whole)] == [(part, whole, "+", False)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("grain harvests", "grain prices"),
        ("fish deaths", "deaths"),
        ("ban on fishing", "ban"),
        ("wheat prices", "prices"),
        ("ability to pay", "ability"),
        ("exports to Chad", "exports to Kenya"),
        ("poor families", "families"),
    ],
)
def test_other_things_and_vague_wholes_are_not_linked(one: str, other: str) -> None:
    assert links(one, other) == ()


def test_a_link_goes_to_the_nearest_whole_only() -> None:
    found = links("deaths", "cholera deaths", "cholera deaths in Garissa")
    assert [(one.part, one.whole) for one in found] == [
        ("cholera deaths", "deaths"),
        ("cholera deaths in Garissa", "cholera deaths"),
    ]


def test_a_whole_named_by_its_want_moves_the_other_way() -> None:
    (found,) = links("Kenya's fuel", "fuel shortages")
    assert (found.part, found.sign) == ("Kenya's fuel", "-")


def test_bare_nouns_of_two_documents_may_be_the_same() -> None:
    (found,) = links("losses (a)", "losses (b)")
    assert found.alike
    assert found.why == "“losses (a)” and “losses (b)” may be the same: neither document says of what"


def test_where_many_documents_use_a_bare_noun_nothing_is_implied() -> None:
    assert links(*(f"losses ({letter})" for letter in "abcdefg")) == ()
