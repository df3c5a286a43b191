"""Answers against closed forms, published models and what must hold of any map."""

import json
from itertools import permutations
from math import exp, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.core.claim import Sign
from sayso.core.errors import CaseFault, UsageFault
from sayso.core.outcome import (
    Answer,
    Criterion,
    Observation,
    Outcome,
    Press,
    Scenario,
    outcome_record,
)
from sayso.core.shape import value_of
from sayso.core.system import Support, System, SystemInfluence, Variable
from sayso.lexicon.credibility import weight
from sayso.run import press, read_qpress
from sayso.run.digraph import Digraph, Link


def ask(subject, presses: dict[str, float], **options) -> dict[str, Answer]:
    return {answer.name: answer for answer in outcome(subject, presses, **options).variables}


def outcome(subject, presses: dict[str, float], *, hinges: bool = False, **options) -> Outcome:
    scenario = Scenario("test", tuple(Press(name, size) for name, size in presses.items()), **options)
    return press(read_qpress(subject) if isinstance(subject, str) else subject, scenario, hinges=hinges)


def shares(answer: Answer) -> tuple[float, float, float]:
    return (answer.rises, answer.falls, answer.still)


@pytest.mark.parametrize(
    ("text", "presses", "expected"),
    [
        ("A -> B\nB -* C\nC -* D", {"A": 1}, {"A": "+", "B": "+", "C": "-", "D": "+"}),
        ("A -> B\nB -* C\nC -* D", {"A": -1}, {"A": "-", "B": "-", "C": "+", "D": "-"}),
        ("A -> B\nB -* C", {"B": 1}, {"A": "0", "B": "+", "C": "-"}),
        ("A -> B\nB -* A", {"A": 1}, {"A": "+", "B": "+"}),
        ("A -> B\nB -* A", {"B": 1}, {"A": "-", "B": "+"}),
        ("A -> B\nB -> A", {"A": 1}, {"A": "+", "B": "+"}),
        ("A -* B\nB -* A", {"A": 1}, {"A": "+", "B": "-"}),
        ("A -> B\nB -> C\nC -* A", {"B": 1}, {"A": "-", "B": "+", "C": "+"}),
        ("A -> C\nB -* C", {"A": 1, "B": -1}, {"A": "+", "B": "-", "C": "+"}),
    ],
)
def test_chains_and_single_loops_have_the_sign_of_their_links(text, presses, expected):
    for name, answer in ask(text, presses, draws=2000).items():
        moving = {"+": answer.rises, "-": answer.falls, "0": 0.0}[expected[name]]
        assert moving + answer.still == 1.0
        assert answer.reached == (expected[name] != "0")
        assert answer.still < 0.01 or not answer.reached


@pytest.mark.parametrize(("size", "expected"), [(1, 1 / 2), (2, 1 - exp(-log(2)) * (2 + log(2)) / 4)])
def test_two_presses_against_each_other_by_size(size, expected):
    """A and B both act on C: C rises if size·a/d > b/e, four uniform numbers; the logarithms are a difference of two
    Laplace variables, whose distribution is known."""
    answer = ask("A -> C\nB -* C", {"A": size, "B": 1}, draws=20_000)["C"]
    assert answer.rises == pytest.approx(expected, abs=0.012)


def test_half_of_the_positive_pairs_are_stable():
    """A and B raise each other: stable if a·b < c·d, which is so for half of all uniform numbers."""
    assert outcome("A -> B\nB -> A", {"A": 1}).draws == pytest.approx(20_000, rel=0.03)


HARE = {
    "A": "V-*V\nP-*P\nV*->H\nH*->P",
    "B": "V-*V\nP-*P\nV*->H\nH*->P\nV->P",
    "C": "V-*V\nH-*H\nP-*P\nV*->H\nH*->P\nV->P",
    "D": "V-*V\nP-*P\nV*->H\nH*->P\nV*->P",
    "E": "V-*V\nH-*H\nP-*P\nV*->H\nH*->P\nV*->P",
}


def adjoint_signs(digraph: Digraph) -> dict[tuple[str, str], set[int]]:
    """The signs of all terms of every element of the adjoint of −W, by permutations, (response, press) first."""
    size = len(digraph.names)
    sign = np.zeros((size, size), int)
    for link in digraph.links:
        sign[link.effect, link.cause] = -1 if link.sign == "+" else 1
    found: dict[tuple[str, str], set[int]] = {}
    for response in range(size):
        for pushed in range(size):
            rows = [row for row in range(size) if row != pushed]
            columns = [column for column in range(size) if column != response]
            terms = set()
            for order in permutations(range(size - 1)):
                parity = (-1) ** sum(a > b for at, a in enumerate(order) for b in order[at + 1 :])
                term = parity * int(np.prod([sign[rows[at], columns[to]] for at, to in enumerate(order)]))
                terms |= {term * (-1) ** (response + pushed)} - {0}
            found[digraph.names[response], digraph.names[pushed]] = terms
    return found


@pytest.mark.parametrize("model", HARE)
def test_the_snowshoe_hare_models_have_the_signs_of_their_adjoint(model):
    """Dambacher and Ramos-Jiliberto (2007), models A to E: hare, its food and its predator."""
    digraph = read_qpress(HARE[model], limited=False)
    terms = adjoint_signs(digraph)
    for pushed in digraph.names:
        for name, answer in ask(digraph, {pushed: 1}, draws=3000).items():
            if terms[name, pushed] == {1}:
                assert answer.falls == 0
                assert answer.rises > 0.99
            elif terms[name, pushed] == {-1}:
                assert answer.rises == 0
                assert answer.falls > 0.99
            else:
                assert terms[name, pushed] == {1, -1}
                assert min(answer.rises, answer.falls) > 0.01


def test_the_hare_models_disagree_on_what_more_food_does():
    """In model A more vegetation always raises the hare; in model B it falls in almost 40 % of systems, as QPress has it."""
    assert ask(read_qpress(HARE["A"], limited=False), {"V": 1})["H"].falls == 0
    assert ask(read_qpress(HARE["B"], limited=False), {"V": 1})["H"].falls == pytest.approx(0.37, abs=0.03)


def system(*influences: tuple[str, str, Sign, tuple[Support, ...]]) -> System:
    names = sorted({name for cause, effect, *_ in influences for name in (cause, effect)})
    return System(
        variables=tuple(Variable(name, None, ()) for name in names),
        influences=tuple(
            SystemInfluence(
                cause,
                effect,
                sign,
                weight(support),
                tuple(one.finding for one in support),
                tuple(dict.fromkeys(name for one in support for name in one.origins)),
                support,
            )
            for cause, effect, sign, support in influences
        ),
    )


def said(finding: str, credibility: int, *origins: str) -> tuple[Support, ...]:
    return (Support(finding, credibility, origins),)


def test_weak_evidence_weakens_an_answer():
    strong = ask(system(("a", "b", "+", said("f1", 1, "X", "Y", "Z"))), {"a": 1})["b"]
    weak = ask(system(("a", "b", "+", said("f1", 5, "X"))), {"a": 1})["b"]
    assert strong.rises == pytest.approx(0.97, abs=0.01)
    assert weak.rises == pytest.approx(0.125, abs=0.01)
    assert strong.falls == weak.falls == 0


def test_contradicting_claims_pull_both_ways():
    answer = ask(system(("a", "b", "+", said("f1", 3, "X")), ("a", "b", "-", said("f2", 3, "Y"))), {"a": 1})["b"]
    assert answer.rises == pytest.approx(0.25 + 0.125, abs=0.02)
    assert answer.falls == pytest.approx(0.25 + 0.125, abs=0.02)
    assert "either way" in answer.words


def test_qpress_law_on_a_system_leaves_the_chance_to_the_draw():
    subject = system(("a", "b", "+", said("f1", 5, "X")))
    assert ask(subject, {"a": 1}, qpress=True)["b"].rises == pytest.approx(0.5, abs=0.02)


def test_an_answer_on_one_origin_says_so_and_falls_without_it():
    subject = system(
        ("gas", "costs", "-", said("f1", 2, "Agency", "Bank")),
        ("costs", "protest", "+", said("f2", 3, "Agency")),
    )
    result = outcome(subject, {"gas": -1}, hinges=True)
    protest = next(answer for answer in result.variables if answer.name == "protest")
    left = {one.origin: one for one in protest.origins}
    assert left["Agency"].rises == 0
    assert left["Agency"].lost == 1
    assert not left["Agency"].stands
    assert left["Bank"].stands
    assert any("without Agency these would not stand: " in note for note in result.notes)
    assert result.findings == 2
    assert result.origins == 2
    assert "not forecasts" in result.words
    assert [link.findings for link in protest.paths[0].links] == [("f1",), ("f2",)]
    assert protest.hinges[0].flips


def test_a_path_has_the_part_of_the_push_that_it_has_in_a_draw():
    """Two chains alike, one in half the draws and the other in nearly all: where both push, each has one half on average."""
    subject = system(("a", "end", "+", said("f1", 3, "X")), ("b", "end", "+", said("f2", 1, "X")))
    paths = {path.links[0].cause: path for path in ask(subject, {"a": 1, "b": 1})["end"].paths}
    seldom, often, any_ = 0.5, 0.97, 1 - 0.5 * 0.03
    assert paths["a"].present == pytest.approx(seldom, abs=0.02)
    assert paths["a"].share == pytest.approx(seldom * (often / 2 + 1 - often) / any_, abs=0.03)
    assert paths["b"].share == pytest.approx(1 - paths["a"].share)


def test_too_little_to_say_anything_is_said():
    result = outcome(system(("a", "b", "+", said("f", 1, "X"))), {"b": 1})
    assert result.words.startswith("The evidence is too thin to say anything")
    assert next(answer for answer in result.variables if answer.name == "a").words.startswith("does not move")


def test_a_variable_held_fixed_stays_still_and_cuts_what_goes_through_it():
    text = "A -> B\nB -> C\nA -* C"
    assert 0.01 < ask(text, {"A": 1})["C"].rises < 0.99
    held = ask(text, {"A": 1}, held=("B",))
    assert shares(held["B"]) == (0, 0, 1)
    assert held["C"].falls > 0.99


def test_conditioning_keeps_the_draws_that_agree_and_no_others():
    """The kept draws are the first that agree: so shares are those of the agreeing part of one long run."""
    text = "A -> B\nA -* C\nB -> C\nB -> D\nC -> D"
    seen = outcome(text, {"A": 1}, observed=(Observation("C", "rises"),), draws=400)
    answers = {answer.name: answer for answer in seen.variables}
    assert answers["C"].rises == 1
    assert answers["D"].rises > 0.99
    assert ask(text, {"A": 1}, draws=4000)["D"].rises < 0.9
    criterion = Criterion((Press("A", 1.0),), (Observation("C", "rises"),))
    again = outcome(text, {"A": 1}, criteria=(criterion,), draws=400)
    assert [shares(answer) for answer in again.variables] == [shares(answer) for answer in seen.variables]
    assert again.draws > again.kept == 400


def test_what_cannot_be_is_a_fault_and_not_a_hang():
    with pytest.raises(CaseFault, match="hardly fits"):
        outcome("A -> B", {"A": 1}, observed=(Observation("B", "falls"),), draws=20)


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ({"presses": {}}, "nothing is pressed"),
        ({"presses": {"energy cost": 1}}, "did you mean “energy costs”"),
        ({"presses": {"gas": 0}}, "a press of 0"),
        ({"presses": {"gas": float("nan")}}, "a press of nan"),
        ({"presses": {"gas": 1}, "held": ("gas",)}, "held fixed"),
        ({"presses": {"gas": 1}, "draws": 0}, "0 draws"),
        ({"presses": {"gas": 1}, "watch": ("oil",)}, "no variable is called “oil”"),
    ],
)
def test_faults_name_the_value_and_what_to_do(options, named):
    with pytest.raises(UsageFault, match=named):
        outcome("gas -* energy costs", **options)


@st.composite
def digraphs(draw) -> Digraph:
    size = draw(st.integers(2, 6))
    cells = st.tuples(st.integers(0, size - 1), st.integers(0, size - 1))
    chosen = draw(st.lists(cells, unique=True, max_size=9))
    links = tuple(
        Link(cause, effect, draw(st.sampled_from(("+", "-", "?"))), draw(st.sampled_from((1.0, 0.5))))
        for cause, effect in chosen
        if cause != effect
    )
    return Digraph(tuple(f"V{at}" for at in range(size)), links).limited()


@given(digraphs(), st.integers(0, 5), st.floats(0.01, 50))
@settings(max_examples=40, deadline=None)
def test_invariants(digraph, seed, scale):
    one = outcome(digraph, {"V0": 1.0}, draws=60, seed=seed)
    assert value_of(Outcome, json.loads(json.dumps(outcome_record(one))), "outcome") == one
    assert one == outcome(digraph, {"V0": 1.0}, draws=60, seed=seed)
    scaled = outcome(digraph, {"V0": scale}, draws=60, seed=seed)
    turned = outcome(digraph, {"V0": -1.0}, draws=60, seed=seed)
    shuffled = outcome(Digraph(digraph.names, digraph.links[::-1]), {"V0": 1.0}, draws=60, seed=seed)
    for a, b, c, d in zip(one.variables, scaled.variables, turned.variables, shuffled.variables, strict=True):
        assert sum(shares(a)) == pytest.approx(1)
        assert shares(a) == pytest.approx(shares(b), abs=0.02)
        assert shares(c) == (a.falls, a.rises, a.still)
        assert shares(d) == shares(a)
        assert a.reached or shares(a) == (0, 0, 1)
        for share, (low, high) in zip(shares(a), (a.interval.rises, a.interval.falls, a.interval.still), strict=True):
            assert 0 <= low <= share <= high <= 1
