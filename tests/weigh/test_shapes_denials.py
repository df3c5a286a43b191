"""Whether what one claim denies is what another says."""

import pytest

from sayso.core.claim import Modality, Statement
from sayso.core.passage import Span


def named(passage: str, content: str, *, clause: bool) -> Statement:
    """The statement of part of a document's first passage."""
    start = passage.index(content)
    return Statement(Span(start, start + len(content), content), clause)


RAISED = "Orlov denied that the dam at Oro had been raised"


@pytest.mark.parametrize(
    ("denial", "claim", "against"),
    [
        (f"{RAISED}.", "The dam at Oro had been raised twice by Orlov.", True),
        (f"{RAISED}.", "The report was false and the dam at Oro had not been raised by Orlov.", False),
        (f"{RAISED} without a permit.", "The dam at Oro had been raised twice by Orlov.", False),
        (f"{RAISED} without a permit.", "Orlov had raised the dam at Oro, and had no permit.", True),
        (f"{RAISED} illegally.", "The dam at Oro had been raised twice by Orlov.", False),
        (f"{RAISED} illegally.", "The dam at Oro had been raised illegally by Orlov.", True),
    ],
)
def test_who_denies_how_a_thing_was_done_does_not_deny_it(shelf, denial: str, claim: str, against: bool) -> None:
    shelf.doc("a").say(denial, by="Orlov", modality=Modality.DENIED, negated=True)
    shelf.doc("b").say(claim, by="Ann Bode")
    assert shelf.against() == ["denial"] * against


@pytest.mark.parametrize(
    ("denier", "denial", "claim", "against"),
    [
        ("Dorvel", "Dorvel denied that its paint contained lead dust.", "A laboratory found lead dust in paint of Dorvel.", True),
        ("Dorvel", "“Our paint contained no lead dust,” Dorvel said.", "Inspectors found lead dust in paint sold by Dorvel.", True),
        ("Dorvel", "Dorvel denied that its paint contained lead dust.", "Lead dust was found in the paint of Halvo.", False),
        ("Rovia", "Rovia denied that its soldiers were in eastern Bero.", "Uvania has sent soldiers to eastern Bero.", False),
        ("Orlov", "Orlov denied that the licences for tin were a reprisal.", "Licences for tin were announced by Orlov.", False),
    ],
)  # fmt: skip
def test_a_finding_of_fact_meets_a_denial(shelf, denier: str, denial: str, claim: str, against: bool) -> None:
    shelf.doc("a").say(denial, by=denier, modality=Modality.DENIED, negated=True)
    shelf.doc("b").say(claim, by="Ann Bode")
    shelf.doc("c").text("The reports of Dorvel, Halvo, Uvania and Rovia differ.")
    assert shelf.against() == ["denial"] * against


@pytest.mark.parametrize("joint", ["and said", "but said"])
def test_what_is_said_beside_a_denial_is_not_denied(shelf, joint: str) -> None:
    shelf.doc("a").say(f"Orlov rejected the report {joint} that the dam at Oro had been raised.", by="Orlov")
    shelf.doc("b").say("The dam at Oro had been raised twice by Orlov.", by="Ann Bode")
    assert shelf.against() == []


@pytest.mark.parametrize(
    ("claim", "against"),
    [
        ("The results of the vote at Oro give the mill owner a narrow victory.", True),
        ("The results of the vote at Oro were erroneously added up and give the mill owner a narrow victory.", False),
    ],
)
def test_who_disputes_a_thing_does_not_contradict_its_denial(shelf, claim: str, against: bool) -> None:
    denial = "Rosa Lind rejected the results of the vote at Oro, which give the mill owner a narrow victory."
    shelf.doc("a").say(denial, by="Rosa Lind", modality=Modality.DENIED)
    shelf.doc("b").say(claim, by="Ann Bode")
    assert shelf.against() == ["denial"] * against


@pytest.mark.parametrize(
    ("said", "clause", "against"),
    [
        ("that the tin mine at Oro had been closed by Orlov", True, ["denial"]),
        ("a closed tin mine at Oro that had been run by Orlov", False, []),
    ],
)
def test_only_what_says_that_something_is_so_can_be_denied(
    shelf, said: str, *, clause: bool, against: list[str]
) -> None:
    shelf.doc("a").say("The tin mine at Oro was never closed, Orlov said.", by="Orlov", negated=True)
    passage = f"Ann Bode spoke of {said}."
    shelf.doc("b").say(passage, named(passage, said, clause=clause), by="Ann Bode")
    assert shelf.against() == against


@pytest.mark.parametrize(
    ("denial", "content", "against"),
    [
        ("Orlov denied any involvement in selling the tin mine.", "any involvement in selling the tin mine", ["denial"]),
        ("Orlov rejected the buyers of the tin mine.", "the buyers of the tin mine", []),
    ],
)  # fmt: skip
def test_who_turns_somebody_down_denies_nothing(shelf, denial: str, content: str, against: list[str]) -> None:
    shelf.doc("a").say(denial, named(denial, content, clause=False), by="Orlov", modality=Modality.DENIED)
    shelf.doc("b").say("Orlov was involved in selling the tin mine to buyers.", by="Ann Bode")
    assert shelf.against() == against


def test_what_is_common_in_a_large_case_sets_nothing_against_each_other(shelf) -> None:
    shelf.doc("a").say("The tin mine was never closed, Orlov said.", by="Orlov", negated=True)
    shelf.doc("b").say("The tin mine of Orlov was closed.", by="Ann Bode")
    assert shelf.against() == ["denial"]
    for number in range(40):
        shelf.doc(f"more{number}").text("A mine closed. Tin fell. " * 100)
    assert shelf.against() == []
