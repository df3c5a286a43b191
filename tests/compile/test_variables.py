"""Wordings of claims joined to variables."""

import random

import pytest
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


WORDED = st.sampled_from(["regulation", "regulations", "safety regulation", "Kenya's regulations", "tree", "fir trees"])


@given(st.lists(st.tuples(WORDED, WORDED, st.sampled_from(["a.txt", "b.txt", "c.txt"])), max_size=8))
def test_every_wording_has_its_variable_however_documents_complete_it(rows: list[tuple[str, str, str]]) -> None:
    found = join([influence(*row, id_=str(at)) for at, row in enumerate(rows)])
    assert found.names.keys() == {(document, end) for *ends, document in rows for end in ends}


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


def told(cause: str, effect: str, document: str, start: int, text: str = "") -> Claim:
    """A claim whose sentence starts at a place of its document and is long enough for its wordings."""
    size = len(cause) + len(effect) + 9
    ends = (
        Term(start, start + len(cause), cause, cause),
        Term(start + size - len(effect) - 1, start + size - 1, effect, effect),
    )
    sentence = text or f"{cause} raises {effect}."
    return Claim(f"{document}{start}", document, Span(start, start + size, sentence), Influence(*ends, "+", "raises"))


def test_a_bare_noun_takes_up_what_the_sentence_before_says_by_it() -> None:
    first = told("drought", "the price of maize", "a.txt", 0)
    near = told("prices", "hunger", "a.txt", first.passage.end + 1)
    assert frozenset({"the price of maize", "prices"}) in wordings(join([first, near]))
    far = told("prices", "hunger", "a.txt", first.passage.end + 200)
    assert frozenset({"prices"}) in wordings(join([first, far]))
    other = told("costs", "hunger", "a.txt", first.passage.end + 1)
    assert frozenset({"costs"}) in wordings(join([first, other]))


def test_what_is_taken_up_names_the_variable() -> None:
    first = told("drought", "price of maize", "a.txt", 0)
    found = join([first, *(told("prices", end, "a.txt", first.passage.end + 1) for end in ("hunger", "debt"))])
    assert found.name("a.txt", "prices") == "price of maize"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kenyan buyers feel it when grain imports slow.", "Kenya's grain imports"),
        ("Chad, Mali and Niger trade; Chad, Mali and Niger, not Kenya, import grain.", "grain imports"),
        ("Grain imports slow.", "grain imports"),
    ],
)
def test_an_owner_of_other_documents_is_one_this_document_speaks_of(text: str, name: str) -> None:
    elsewhere = [
        told("drought", "Kenya's grain imports", "a.txt", 0),
        told("Kenya's grain imports", "debt", "a.txt", 90),
    ]
    more = [told("dust", "coughs", "b.txt", 300, "Chad fears it."), told("sand", "storms", "b.txt", 600, "Chad hopes.")]
    here = told("grain imports", "wages", "b.txt", 0, text)
    assert join([*elsewhere, *more[: 2 * ("Mali" in text)], here]).name("b.txt", "grain imports") == name


def test_owners_go_by_the_names_of_the_case() -> None:
    claims = [influence("floods", "NRC's revenues"), influence("Northern Rail Company's revenues", "wages", "b.txt")]
    one = frozenset({"NRC's revenues", "Northern Rail Company's revenues"})
    assert one not in wordings(join(claims))
    assert one in wordings(join(claims, None, {"NRC": "Northern Rail Company"}))


def test_whom_a_thing_is_for_is_not_whose_it_is_elsewhere() -> None:
    claims = [influence("storms", "cost of dredging for Oslo"), influence("silt", "dredging costs")]
    assert frozenset({"dredging costs"}) in wordings(join(claims))


def test_capitals_of_a_heading_make_no_name_of_what_is_said_in_small_letters() -> None:
    claims = [influence("Coup Attempt", "protests", "a.txt"), influence("arrests", "coup attempt", "b.txt")]
    found = join(claims)
    assert found.name("a.txt", "Coup Attempt") == found.name("b.txt", "coup attempt") == "coup attempt"
