"""The text format of QPress, line by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.errors import CaseFault
from sayso.run.qpress import read_qpress


def links(text: str, **options: bool) -> set[tuple[str, str, str, bool]]:
    digraph = read_qpress(text, **options)
    return {(digraph.names[x.cause], digraph.names[x.effect], x.sign, x.presence is None) for x in digraph.links}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("A -> B", {("A", "B", "+", False)}),
        ("A -* B", {("A", "B", "-", False)}),
        ("A -<> B", {("A", "B", "?", False)}),
        ("A <- B", {("B", "A", "+", False)}),
        ("A *- B", {("B", "A", "-", False)}),
        ("A <>- B", {("B", "A", "?", False)}),
        ("A <-* B", {("B", "A", "+", False), ("A", "B", "-", False)}),
        ("A *-> B", {("B", "A", "-", False), ("A", "B", "+", False)}),
        ("A --> B", {("A", "B", "+", True)}),
        ("A *--* B", {("B", "A", "-", True), ("A", "B", "-", True)}),
        ("A <--- B", {("B", "A", "+", True)}),
        ("V-*V", {("V", "V", "-", False)}),
        ("V*->H", {("H", "V", "-", False), ("V", "H", "+", False)}),
        ("gas deliveries -* energy costs", {("gas deliveries", "energy costs", "-", False)}),
        ("A - B", set()),
    ],
)
def test_every_arrow(line, expected):
    assert links(line, limited=False) == expected


def test_every_variable_is_limited_unless_told_otherwise():
    assert links("A -> B\nB -* B") == {("A", "B", "+", False), ("A", "A", "-", False), ("B", "B", "-", False)}


def test_both_directions_of_an_uncertain_line_are_one_pair():
    first, second = read_qpress("A *--> B", limited=False).links
    assert first.pair == second.pair is not None


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing but a remark", "A B", "A ->", "-> B", "A => B", "A -> B -> C"])
def test_what_is_no_edge_is_a_fault_that_shows_how_to_write_one(text):
    with pytest.raises(CaseFault, match="A -> B"):
        read_qpress(text)


def test_faults_are_reported_together():
    with pytest.raises(CaseFault, match=r"line 2 is no edge.*lines 1 and 3 both say"):
        read_qpress("A -> B\nnonsense\nA -* B")


@given(st.text(alphabet="AB-<>*? \n#", max_size=40))
def test_any_text_is_read_or_refused(text):
    try:
        digraph = read_qpress(text)
    except CaseFault:
        return
    assert digraph.names == tuple(sorted(digraph.names))
    assert all(name.strip() == name and name for name in digraph.names)
