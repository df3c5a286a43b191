"""Findings and contradictions as sentences: who said what, and no more surely than they did."""

from dataclasses import replace

import pytest

from sayso.core.claim import Kind
from sayso.core.finding import Contradiction, Finding, Side, Value, Verdict
from sayso.tell.reporting import opened, opposed, reported

STORMS = Finding("f", "influence", "storms raise displacement", Verdict.SINGLE, "", ("Rovia",), ("a.txt",), ("c",))


def finding(kind: Kind, words: str, low: float | None = None, high: float | None = None, unit: str = "") -> Finding:
    return replace(STORMS, kind=kind, proposition=words, value=Value(low, high, unit) if unit else None)


KINDS = [
    (finding("tie", "Rovian firms supply Uvania"), "Rovia said that Rovian firms supply Uvania."),
    (finding("tie", "not: Rovia owns the mine"), "Rovia said it is not so that Rovia owns the mine."),
    (finding("flow", "grain from Rovia to Uvania"), "Rovia told of grain from Rovia to Uvania."),
    (finding("flow", "not: grain from Rovia to Uvania"), "Rovia told of no grain from Rovia to Uvania."),
    (finding("statement", "nobody was hurt"), "Rovia said: nobody was hurt."),
    (finding("figure", "grain exports", 8e8, 8e8, "EUR"), "Rovia put grain exports at 800 million EUR."),
    (finding("figure", "grain exports", 5.0, None, "percent"), "Rovia put grain exports at 5 percent or more."),
    (finding("figure", "grain exports", None, 5.0, "percent"), "Rovia put grain exports at up to 5 percent."),
    (finding("figure", "people killed by a flood", 15.0, 15.0, "person"), "Rovia put people killed by a flood at 15."),
    (finding("figure", "grain exports"), "Rovia spoke of grain exports."),
]


@pytest.mark.parametrize(("one", "said"), KINDS)
def test_a_finding_is_a_sentence_of_its_kind(one: Finding, said: str) -> None:
    assert reported(one) == said


TWO = ("Rovia", "Uvania")
VERDICTS = [
    (Verdict.CORROBORATED, TWO, ("a",), None, "Two independent origins said that storms raise displacement: Rovia and Uvania."),
    (Verdict.ECHOED, ("Rovia",), TWO, None, "Two documents say that storms raise displacement, all on the word of Rovia."),
    (
        Verdict.ECHOED, TWO, tuple("abc"), None,
        "Three documents say that storms raise displacement, on the word of Rovia and Uvania, which are not shown to be "
        "independent.",
    ),
    (Verdict.SINGLE, ("two buyers",), ("a",), None, "Two buyers said that storms raise displacement."),
    (Verdict.SINGLE, ("a.txt", "Rovia"), ("a",), None, "Rovia and a.txt said that storms raise displacement."),
    (Verdict.SINGLE, (), ("a",), None, "A source that is not named said that storms raise displacement."),
    (
        Verdict.SINGLE, tuple("ABCDE"), ("a",), "likely (55–80 %)",
        "A, B, C and 2 more said that storms raise displacement. Put as likely (55–80 %).",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("verdict", "origins", "documents", "likelihood", "said"), VERDICTS)
def test_a_sentence_says_how_many_say_so_independently(
    verdict: Verdict, origins: tuple[str, ...], documents: tuple[str, ...], likelihood: str | None, said: str
) -> None:
    one = replace(STORMS, verdict=verdict, origins=origins, documents=documents, likelihood=likelihood)
    assert reported(one) == said


TOLL = finding("figure", "people killed", 15.0, 15.0, "person")
CLASHES = [
    ("denial", STORMS, None, "Rovia said that storms raise displacement; Uvania denied it."),
    ("figure", TOLL, replace(TOLL, value=Value(16.0, 16.0, "person")), "Rovia put people killed at 15; Uvania put it at 16."),
    ("sign", STORMS, replace(STORMS, proposition="storms lower displacement"),
     "Rovia said that storms raise displacement; Uvania said that storms lower displacement."),
    ("date", STORMS, STORMS, "Rovia said that storms raise displacement (2024-05); Uvania said so, too (no date)."),
    ("degree", STORMS, STORMS, "Rovia and Uvania do not agree on degree or status: storms."),
    ("count", None, None, "Rovia said: One of them; Uvania said: The other."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "mine", "theirs", "said"), CLASHES)
def test_both_sides_of_a_contradiction_are_one_sentence(
    kind: str, mine: Finding | None, theirs: Finding | None, said: str
) -> None:
    sides = Side("One of\nthem.", ("c",), ("Rovia",), ()), Side("The other.", ("d",), ("Uvania",), ())
    assert opposed(Contradiction("k", kind, "storms", *sides, None, ()), (mine, theirs), ("2024-05", "")) == said


@pytest.mark.parametrize(
    ("words", "said"), [("two men", "Two men"), ("notes.txt", "notes.txt"), ("iOS", "iOS"), ("", "")]
)
def test_a_sentence_opens_with_a_capital_but_for_names_of_files(words: str, said: str) -> None:
    assert opened(words) == said
