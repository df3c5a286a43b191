"""Links that the names of variables imply."""

import pytest

from sayso.compile.implied import implied, unstated
from sayso.core.system import Implied, SystemInfluence, Variable


def links(*names: str) -> tuple[Implied, ...]:
    return tuple(sorted(implied([Variable(name, None, ()) for name in names]), key=lambda one: one.part))


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


@pytest.mark.parametrize(
    ("deed", "thing", "sign"),
    [
        ("closure of schools", "schools", "-"),
        ("closing schools", "schools", "-"),
        ("school closures", "schools", "-"),
        ("ban on fishing", "fishing", "-"),
        ("money for fire prevention", "fire prevention", "+"),
        ("funding for inspectors", "food inspectors", "+"),
        ("budget for food testing", "testing", "+"),
    ],
)
def test_what_is_done_to_a_thing_or_there_for_it_moves_it(deed: str, thing: str, sign: str) -> None:
    (found,) = links(deed, thing)
    assert (found.part, found.whole, found.sign, found.acts) == (deed, thing, sign, True)


def test_a_thing_in_a_sorry_state_may_be_less_of_it() -> None:
    (found,) = links("late repairs", "repairs")
    assert (found.part, found.whole, found.sign, found.alike) == ("late repairs", "repairs", "-", True)


def test_where_nobody_speaks_of_the_thing_its_kinds_stand_for_it() -> None:
    (found,) = links("contaminated wells", "shallow wells in Garissa")
    assert (found.whole, found.sign, found.alike) == ("shallow wells in Garissa", "-", True)
    wells = links("contaminated wells", "wells", "shallow wells")
    assert [(one.part, one.whole) for one in wells] == [("contaminated wells", "wells"), ("shallow wells", "wells")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("closure of Oslo's schools", "Bergen's schools"),
        ("ally's closure", "allies"),
        ("funding for inspectors", "inspection of boats"),
        ("fake repairs", "repairs"),
        ("closure of schools", "school closures"),
    ],
)
def test_other_owners_other_things_and_the_same_are_not_linked(one: str, other: str) -> None:
    assert links(one, other) == ()


def test_a_kind_moves_its_whole_and_lends_it_nothing() -> None:
    (kind,) = links("oak trees", "trees")
    (share,) = links("Kenya's trees", "trees")
    assert (kind.acts, share.acts) == (True, False)


def test_what_a_source_states_is_not_implied() -> None:
    found = links("money for prevention", "prevention")
    stated = SystemInfluence("money for prevention", "prevention", "-", 0.5, ("f",), ("x",))
    assert unstated(found, [stated]) == ()
    assert unstated(found, []) == found
