"""Wordings of claims joined to variables."""

import random

from hypothesis import given
from hypothesis import strategies as st

from sayso.compile import Naming
from sayso.compile.variables import Variables, join
from sayso.core.claim import Claim, Influence, Term
from sayso.core.passage import Span


def influence(cause: str, effect: str, document: str = "a.txt", id_: str = "") -> Claim:
    text = f"{cause} raises {effect}."
    first, second = Term(0, len(cause), cause, cause), Term(len(cause) + 8, len(text) - 1, effect, effect)
    return Claim(
        id_ or f"{document}/{text}", document, Span(0, len(text), text), Influence(first, second, "+", "raises")
    )


def wordings(found: Variables) -> set[frozenset[str]]:
    return {frozenset(wording.text for wording in variable.wordings) for variable in found.variables}


def test_wordings_of_one_variable_are_joined_across_documents() -> None:
    found = join(
        [
            influence("gas deliveries", "Serbia's energy costs"),
            influence("gas supplies", "energy prices in Serbia", "b.txt"),
        ]
    )
    assert wordings(found) == {
        frozenset({"gas deliveries", "gas supplies"}),
        frozenset({"Serbia's energy costs", "energy prices in Serbia"}),
    }
    assert {variable.actor for variable in found.variables} == {None, "Serbia"}


def test_a_wording_without_owner_joins_the_only_owner() -> None:
    found = join([influence("drought", "Kenya's grain imports"), influence("grain imports", "hunger")])
    assert frozenset({"Kenya's grain imports", "grain imports"}) in wordings(found)


def test_a_wording_without_owner_stays_alone_between_two_owners() -> None:
    claims = [
        influence("drought", "Kenya's grain imports"),
        influence("war", "Chad's grain imports"),
        influence("grain imports", "debt"),
    ]
    assert frozenset({"grain imports"}) in wordings(join(claims))


def test_the_nearer_owner_wins() -> None:
    claims = [
        influence("drought", "Kenya's grain imports", "a.txt"),
        influence("war", "Chad's grain imports", "b.txt"),
        influence("grain imports", "debt", "b.txt"),
    ]
    assert frozenset({"Chad's grain imports", "grain imports"}) in wordings(join(claims))


def test_a_wording_that_says_less_joins_the_only_fuller_one() -> None:
    joined = join([influence("drought", "grain harvests"), influence("harvests", "prices")])
    assert frozenset({"grain harvests", "harvests"}) in wordings(joined)
    apart = join(
        [influence("drought", "grain harvests"), influence("frost", "cotton harvests"), influence("harvests", "prices")]
    )
    assert frozenset({"harvests"}) in wordings(apart)


def test_the_analysts_merges_and_splits_win() -> None:
    claims = [
        influence("drought", "grain harvests"),
        influence("harvests", "bread prices"),
        influence("frost", "grain harvests"),
    ]
    merged = join(claims, Naming(merges={"food": ["grain harvests", "bread prices"]}))
    assert next(variable for variable in merged.variables if variable.name == "food").wordings[0].text == "bread prices"
    split = join(claims, Naming(splits=["harvests"]))
    assert frozenset({"harvests"}) in wordings(split)


def test_general_wordings_are_no_variables() -> None:
    found = join([influence("the situation", "hunger")])
    assert found.name("a.txt", "the situation") is None
    assert wordings(found) == {frozenset({"hunger"})}


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20)), max_size=12), st.randoms(use_true_random=False))
def test_any_wordings_in_any_order_give_the_same_variables(pairs: list[tuple[str, str]], chance: random.Random) -> None:
    claims = [influence(cause, effect, id_=str(at)) for at, (cause, effect) in enumerate(pairs)]
    shuffled = list(claims)
    chance.shuffle(shuffled)
    assert join(claims) == join(shuffled)


def test_owners_that_add_to_one_another_are_one() -> None:
    claims = [
        influence("US sanctions", "oil output"),
        influence("US sanctions on Venezuela", "debt"),
        influence("sanctions", "prices"),
    ]
    assert frozenset({"US sanctions", "US sanctions on Venezuela", "sanctions"}) in wordings(join(claims))


def test_a_wording_that_says_less_joins_what_its_document_says_most() -> None:
    claims = [
        influence("drought", "Kenya's grain exports"),
        influence("Kenya's grain exports", "debt"),
        influence("frost", "Kenya's tea exports"),
        influence("exports", "wages"),
    ]
    assert frozenset({"Kenya's grain exports", "exports"}) in wordings(join(claims))


def test_vague_heads_are_not_completed() -> None:
    found = wordings(join([influence("drought", "food support"), influence("support", "trust")]))
    assert frozenset({"support"}) in found
