"""Accusations and what is said against them: denials of no more than "the accusation", and blame that is passed on."""

import pytest

from sayso.core.claim import Flow, Modality, Statement
from sayso.core.passage import Span

ACCUSED = "Rovia accused forces of Uvania of blowing up the dam at Bero"


def state(shelf, sentence: str, said: str, by: str, **how) -> str:
    """Puts a sentence on the shelf, of which ``said`` is what is stated by somebody."""
    start = sum(len(one.text) for one in shelf.documents if one.path == shelf.documents[-1].path) + sentence.index(said)
    return shelf.say(sentence, Statement(Span(start, start + len(said), said)), by=by, **how)


def accuse(shelf, sentence: str = ACCUSED) -> None:
    state(shelf, f"{sentence}.", sentence.partition(" accused ")[2], "Rovia", modality=Modality.ALLEGED)


def deny(shelf, what: str, by: str = "Uvania") -> None:
    state(shelf, f"Officials of {by} denied {what}.", what, by, modality=Modality.DENIED, negated=True)


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


@pytest.mark.parametrize(
    ("said", "what", "against"),
    [
        ("forces of Uvania were behind the attack on the ferry Oro", "any involvement in {}", True),
        ("Uvania is responsible for the attack on the ferry Oro", "being involved in {}", True),
        ("Uvania is responsible for the attack on the ferry Oro", "that it was behind {}", True),
        ("Oria is responsible for the attack on the ferry Oro", "any involvement in {}", False),
        ("Uvania is responsible for the attack on the mine at Bero", "any involvement in {}", False),
        ("Uvania is responsible for the attack", "any involvement in the attack", False),  # of any attack
        ("Uvania could not have been behind the attack on the ferry Oro", "any involvement in {}", False),
    ],
)
def test_an_answer_meets_a_charge_that_another_document_tells(shelf, said: str, what: str, against: bool) -> None:
    state(shelf.doc("a"), f"Rovia said that {said}.", said, "Rovia")
    deny(shelf.doc("b"), what.format("the attack on the ferry Oro"))
    shelf.doc("c").text("The news from Bero, Oro, Rovia, Oria and from Uvania is bad.")
    assert shelf.against() == ["denial"] * against


@pytest.mark.parametrize(
    ("goods", "by", "what", "against"),
    [
        ("gold", "Uvania", "allegations of gold smuggling as baseless", True),
        ("gold", "Uvania", "“any unfounded allegation regarding the smuggling of gold”", True),
        ("gold", "Uvania", "allegations of tea smuggling", False),
        ("gold", "Oria", "allegations of gold smuggling", False),  # which has no part in it
        ("gold", "Uvania", "reports of gold in the hills", False),  # no charge
    ],
)
def test_who_rejects_allegations_denies_the_flow_they_tell_of(
    shelf, goods: str, by: str, what: str, against: bool
) -> None:
    shelf.doc("a").say(
        f"Smuggled {goods} of Rovia finds its way to Uvania.", Flow(goods, "Rovia", (), "Uvania"), by="Ann Bode"
    )
    deny(shelf.doc("b"), what, by=by)
    assert shelf.against() == ["denial"] * against


@pytest.mark.parametrize("what", ["the report", "the findings of the Rovian panel", "this", "reports of rain"])
def test_who_rejects_a_report_denies_what_it_just_said_of_him(shelf, what: str) -> None:
    said = "the rocket that hit the ferry Oro was brought in from Uvania"
    state(shelf.doc("a"), f"The Rovian panel said that {said}.", said, "Rovian panel")
    deny(shelf, what)
    shelf.doc("b").say("A rocket brought in from Uvania hit the ferry Oro.", by="Ann Bode")
    assert shelf.against() == ["denial"] * (what != "reports of rain")


def test_what_an_answer_tells_in_passing_is_not_denied(shelf) -> None:
    how = {"modality": Modality.DENIED, "by": "Uvania"}
    sentence = "Uvania denied that it was responsible for a blast at the dam of Bero that killed 50 people."
    shelf.doc("a").count(sentence, "people killed by the blast", 50, **how)
    shelf.doc("b").count(
        "The blast at the dam of Bero killed 50 people.", "people killed by the blast", 50, by="Ann Bode"
    )
    assert shelf.against() == []


def test_denials_and_blame_of_one_thing_are_one_dispute(shelf) -> None:
    accuse(shelf.doc("a"))
    deny(shelf, "the accusation")
    said = "shells of Rovia damaged the Bero dam"
    state(shelf.doc("b"), f"Uvania said that {said}.", said, "Uvania")
    said = "the forces of Uvania blew up the dam at Bero"
    state(shelf.doc("c"), f"Ann Bode said that {said}.", said, "Ann Bode")
    shelf.doc("d").text("The news from Bero, Rovia and from Uvania is bad.")
    (dispute,) = shelf.weighed().contradictions
    assert (dispute.one.origins, dispute.other.origins) == (("Ann Bode", "Rovia"), ("Uvania",))
    assert dispute.proposition == "forces of Uvania accused of blowing up the dam at Bero"
