"""Marks: the runs are the text, each under exactly the marks that cover it; every claim is explained once."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.core.claim import Act, Claim, Figure, Flow, Influence, Statement, Term, Tie
from sayso.core.passage import Span
from sayso.tell.marking import ORDER, Mark, Stretch, groups, marks_of, overlapping, runs

TEXT = "Serbian mills sold flour to Serbia, and Serbia paid."
places = st.integers(0, 40)
marks = st.lists(st.builds(Mark, places, places, st.sampled_from(ORDER)), max_size=8)


@given(st.text(max_size=40), marks, places, places)
def test_runs_are_the_text_and_carry_the_marks_over_them(
    text: str, given_marks: list[Mark], one: int, two: int
) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    cut = runs(text, start, end, given_marks)
    assert "".join(run.text for run in cut) == text[start:end]
    at = start
    for run in cut:
        for place in range(at, at + len(run.text)):
            over = {mark.style for mark in given_marks if mark.start <= place < mark.end}
            assert set(run.styles) == over
            assert list(run.styles) == [style for style in ORDER if style in over]
        at += len(run.text)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 6)), max_size=6), marks)
def test_every_stretch_gets_the_marks_that_reach_into_it(sizes: list[tuple[int, int]], given_marks: list[Mark]) -> None:
    laid, at = [], 0
    for gap, size in sizes:
        laid.append(Stretch(0, at + gap, at + gap + size))
        at += gap + size
    ordered = sorted(given_marks, key=lambda mark: (mark.start, mark.end, mark.style))
    for stretch, over in zip(laid, overlapping(laid, ordered), strict=True):
        wanted = [one for one in ordered if one.start < stretch.end and one.end > stretch.start and one.start < one.end]
        assert [one for one in over if one.start < one.end and one.start < stretch.end] == wanted


@given(st.lists(st.tuples(places, st.integers(1, 20)), max_size=8))
def test_every_claim_is_in_one_group_and_groups_do_not_overlap(passages: list[tuple[int, int]]) -> None:
    laid = [Stretch(0, 0, 10), Stretch(1, 12, 30), Stretch(2, 30, 45)]
    claims = [
        Claim(str(at), "d", Span(start, start + size, ""), Statement(Span(start, start + size, "")))
        for at, (start, size) in enumerate(passages)
    ]
    found = groups(laid, claims)
    assert sorted(claim.id for inside in found for group in inside for claim in group.claims) == sorted(
        one.id for one in claims
    )
    for stretch, inside in zip(laid, found, strict=True):
        at = stretch.start
        for group in inside:
            assert at <= group.start <= group.end <= stretch.end
            at = group.end
    anchors = [group.anchor for inside in found for group in inside]
    assert len(anchors) == len(set(anchors))


def words_marked(body: Figure | Influence | Statement | Flow | Tie | Act) -> list[str]:
    return [TEXT[mark.start : mark.end] for mark in marks_of(Claim("c", "d", Span(0, len(TEXT), TEXT), body))]


def test_what_is_marked_of_each_kind() -> None:
    flour = Term(19, 24, "flour", "flour")
    assert words_marked(Figure(Span(19, 24, "flour"), "", 1, 1, "t")) == ["flour"]
    assert words_marked(Influence(flour, Term(0, 7, "Serbian", "x"), "+", "")) == ["flour", "Serbian"]
    assert words_marked(Statement(Span(40, 51, "Serbia paid"))) == ["Serbia paid"]
    assert words_marked(Flow("flour", "mills", (), "Serbia")) == ["flour", "mills", "Serbia"]
    assert words_marked(Tie("Atlantis", "owns", "mills")) == ["mills"]
    assert words_marked(Act("Serb", "aid", None)) == []


def test_a_name_is_not_marked_inside_a_longer_word() -> None:
    (mark,) = marks_of(Claim("c", "d", Span(0, len(TEXT), TEXT), Act("Serbia", "aid", None)))
    assert (mark.start, TEXT[mark.start : mark.end]) == (28, "Serbia")
