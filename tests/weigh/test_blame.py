"""Accusations and what is said against them: denials of no more than "the accusation", and blame that is passed on."""

import pytest

from sayso.core.claim import Modality, Statement
from sayso.core.passage import Span

ACCUSED = "Rovia accused forces of Uvania of blowing up the dam at Bero"
DENIED = "Officials of Uvania denied "


def state(shelf, sentence: str, said: str, by: str, **how) -> str:
    """Puts a sentence on the shelf, of which ``said`` is what is stated by somebody."""
    start = sum(len(one.text) for one in shelf.documents if one.path == shelf.documents[-1].path) + sentence.index(said)
    return shelf.say(sentence, Statement(Span(start, start + len(said), said)), by=by, **how)


def accuse(shelf, sentence: str = ACCUSED) -> None:
    state(shelf, f"{sentence}.", sentence.partition(" accused ")[2], "Rovia", modality=Modality.ALLEGED)


def deny(shelf, what: str, by: str = "Uvania") -> None:
    state(shelf, f"{DENIED}{what}.", what, by, modality=Modality.DENIED, negated=True)


@pytest.mark.parametrize(
    ("what", "against"),
    [
        ("the accusation", True),
        ("any involvement of Uvania", True),
        ("responsibility for the blast at the dam", True),
        ("any role in the bribery of judges", False),
        ("the licences for tin", False),
    ],
)
def test_who_denies_an_accusation_denies_what_he_was_accused_of(shelf, what: str, against: bool) -> None:
    accuse(shelf.doc("a"))
    deny(shelf, what)
    assert shelf.against() == ["denial"] * against


def test_a_denial_is_of_what_its_own_document_says_before(shelf) -> None:
    accuse(shelf.doc("a"))
    deny(shelf.doc("b"), "the accusation")
    assert shelf.against() == []


def test_nobody_denies_what_another_is_accused_of(shelf) -> None:
    accuse(shelf.doc("a"))
    deny(shelf, "the accusation", by="Halvo Mining")
    assert shelf.against() == []


def test_a_spokesman_denies_for_whom_he_speaks_for(shelf) -> None:
    accuse(shelf.doc("a"), "Rovia accused Halvo Mining of poisoning the river at Bero")
    said = "any involvement"
    state(
        shelf,
        f"A spokesman for Halvo Mining, Jon A. Reyk, denied {said}.",
        said,
        "Jon A. Reyk",
        modality=Modality.DENIED,
    )
    assert shelf.against() == ["denial"]


@pytest.mark.parametrize(
    ("answer", "by", "against"),
    [
        ("shells of Rovia damaged the Bero dam", "Uvania", True),
        ("the dam at Bero was blown up by forces of Rovia", "Uvania", True),
        ("shells of Rovia damaged the Bero dam", "Ann Bode", True),  # Rovia, which is blamed here, blames another
        ("shells of Oria damaged the Bero dam", "Ann Bode", False),  # nobody who is blamed
        ("shells of Rovia damaged the dam at Oro", "Uvania", False),  # another dam
        ("shells of Rovia damaged a dam", "Uvania", False),  # any dam
        ("forces of Rovia left the dam at Bero", "Uvania", False),  # no harm
        ("heavy rain destroyed the dam at Bero", "Uvania", False),  # nobody's doing
    ],
)
def test_the_accused_blames_another(shelf, answer: str, by: str, against: bool) -> None:
    accuse(shelf.doc("a"))
    state(shelf.doc("b"), f"It was reported that {answer}.", answer, by)
    shelf.doc("c").text("The news from Bero, Oro, Rovia and from Uvania is bad.")
    assert shelf.against() == ["blame"] * against


def test_one_charge_in_other_words_is_one_finding(shelf) -> None:
    accuse(shelf.doc("a"), "Ukraine accused Russian forces of blowing up a dam and a power station near Bero")
    said = "Moscow’s army had blown up the dam of Bero at dawn"
    state(shelf.doc("b"), f"Ann Bode said that {said}.", said, "Ann Bode")
    shelf.doc("c").text("The town of Bero is near Oro.")
    assert [len(finding.documents) for finding in shelf.weighed().findings] == [2]


def test_a_caption_does_not_vouch_for_an_accusation(shelf) -> None:
    said = "shells of Rovia damaged the dam at Bero in the region of Oro"
    state(shelf.doc("a"), f"Uvania said that {said}.", said, "Uvania")
    said = "the dam at Bero in the region of Oro in Rovia"
    state(shelf.doc("b"), f"An image of Orbit Labs shows {said}.", said, "Orbit Labs")
    assert [len(finding.documents) for finding in shelf.weighed().findings] == [1, 1]
