"""Records round-trip strictly, through JSON text, for claims of every kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.claim import (
    KINDS,
    Act,
    Attribution,
    Claim,
    Figure,
    Flow,
    Influence,
    Modality,
    Statement,
    Term,
    Tie,
    Voice,
    When,
)
from sayso.core.errors import CaseFault
from sayso.core.passage import Span
from sayso.core.recalled import attributions_of, claims_of
from sayso.core.record import CLAIM_FIELDS, attribution_record, claim_record, line

words = st.text(max_size=12)
maybe = st.none() | words
offsets = st.integers(0, 10**6)
spans = st.builds(Span, offsets, offsets, words)
terms = st.builds(Term, offsets, offsets, words, words)
numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False)
bodies = st.one_of(
    st.builds(Figure, spans, words, numbers, numbers, words, st.booleans()),
    st.builds(Influence, terms, terms, st.sampled_from("+-?"), words),
    st.builds(Flow, words, maybe, st.lists(words, max_size=3).map(tuple), maybe, maybe, st.booleans()),
    st.builds(Tie, words, words, words),
    st.builds(Act, words, words, maybe),
    st.builds(Statement, spans),
)
chains = st.lists(st.builds(Voice, words, maybe, maybe), max_size=3).map(tuple)
claims = st.builds(
    Claim,
    words,
    words,
    spans,
    bodies,
    chains,
    st.sampled_from(Modality),
    st.tuples(st.floats(0, 1), st.floats(0, 1)),
    st.booleans(),
    st.builds(When, maybe, maybe),
    st.lists(words, max_size=2).map(tuple),
    st.lists(st.tuples(words, words), max_size=2).map(tuple),
    st.lists(chains, max_size=2).map(tuple),
)
attributions = st.builds(
    Attribution,
    words,
    st.none() | spans,
    st.none() | spans,
    st.none() | spans,
    maybe,
    maybe,
    st.lists(words, max_size=3).map(tuple),
)


@given(claims)
def test_a_claim_comes_back_from_its_line(claim: Claim) -> None:
    written = line(claim_record(claim))
    assert "\n" not in written
    assert claims_of([written]) == [claim]


@given(attributions)
def test_an_attribution_comes_back_from_its_line(attribution: Attribution) -> None:
    assert attributions_of([line(attribution_record(attribution))]) == [attribution]


def test_every_kind_has_its_fields() -> None:
    assert set(CLAIM_FIELDS) == set(KINDS.values())


def test_whole_numbers_carry_no_fraction_and_no_bound_is_null() -> None:
    body = Figure(Span(0, 2, "14"), "jets", 14.0, float("inf"), "jet")
    record = claim_record(Claim("c", "d.txt", Span(0, 2, "14"), body))
    assert '"low":14,"high":null' in line(record)


@pytest.mark.parametrize("change", [{"colour": "red"}, {"kind": "rumour"}, {"a": None}])
def test_a_record_with_other_fields_is_refused(change: dict[str, object]) -> None:
    record = claim_record(Claim("c", "d.txt", Span(0, 1, "x"), Statement(Span(0, 1, "x"))))
    with pytest.raises(CaseFault):
        claims_of([line(record | change)])
