"""What must not be taken for a second witness: a company's own people, a headline's state, a local paper, a plan."""

from dataclasses import replace

import pytest

from sayso.core.claim import Modality, Statement, Tie, Voice
from sayso.core.finding import Verdict
from sayso.core.passage import Span

DONE = "All boilers on the ferries were inspected by engineers"
NOT_DONE = [
    "All boilers on the ferries must be inspected by engineers.",
    "All boilers on the ferries should be inspected by engineers.",
    "All boilers on the ferries will be inspected by engineers.",
    "All boilers on the ferries are to be inspected by engineers.",
    "A bill is proposed under which all boilers on the ferries are inspected by engineers.",
]


@pytest.mark.parametrize("sentence", NOT_DONE)
def test_what_must_be_or_shall_be_does_not_vouch_for_what_was_done(shelf, sentence: str) -> None:
    shelf.doc("a").say(f"{DONE}.", by="Orlov Ferries")
    shelf.doc("b").say(sentence, by="Harbour Commission")
    assert {found.verdict for found in shelf.weighed().findings} == {Verdict.SINGLE}


def test_what_was_done_is_vouched_for_by_who_says_it_was(shelf) -> None:
    shelf.doc("a").say(f"{DONE}.", by="Orlov Ferries")
    shelf.doc("b").say("On the ferries all boilers have been inspected by engineers.", by="Harbour Commission")
    assert {found.verdict for found in shelf.weighed().findings} == {Verdict.CORROBORATED}


def test_two_who_say_what_must_be_done_say_the_same(shelf) -> None:
    shelf.doc("a").say(NOT_DONE[0], by="Orlov Ferries")
    shelf.doc("b").say(NOT_DONE[1], by="Harbour Commission")
    assert {found.verdict for found in shelf.weighed().findings} == {Verdict.CORROBORATED}


def test_a_company_and_its_chief_executive_are_one_origin(shelf) -> None:
    shelf.doc("a").say(f"{DONE}, Orlov Ferries said.", by="Orlov Ferries")
    shelf.doc("b").text("Orlov Ferries, a shipping company, met its critics.")
    shelf.say(f"{DONE}, chief executive Rosa Lind said.", by="Rosa Lind")
    (found,) = shelf.weighed().findings
    assert (found.verdict, found.origins) == (Verdict.ECHOED, ("Orlov Ferries",))


def test_a_state_in_a_headline_and_a_paper_with_a_byline_are_no_witnesses_beside_the_ministry(shelf) -> None:
    dead = "The flood drowned 47 miners at Karam"
    shelf.doc("a").count(f"Kenya says: {dead}.", "miners drowned", 47, by="Kenya")
    shelf.count(f"{dead}, the Ministry of Mines said.", "miners drowned", 47, by="Ministry of Mines")
    shelf.doc("b").text("By our reporter Ida Voss.")
    shelf.count("Forty-seven miners have drowned in the flood at Karam.", "miners drowned", 47)
    shelf.text("The bells rang and shops stayed shut.")
    (found,) = shelf.weighed().findings
    assert found.verdict is Verdict.ECHOED
    assert "Kenya" not in found.origins


def test_two_officers_of_one_body_and_the_body_are_one_origin(shelf) -> None:
    shelf.doc("a").say(f"{DONE}, the Reed Growers Association said.", by="Reed Growers Association")
    shelf.doc("b").text("Rosa Lind, honorary president of the Reed Growers Association, met us.")
    shelf.say(f"{DONE}, Rosa Lind said.", by="Rosa Lind")
    shelf.doc("c").text("We met Reed Growers Association chair Tom Weld.")
    shelf.say(f"{DONE}, Tom said.", by="Tom")
    (found,) = shelf.weighed().findings
    assert (found.verdict, found.origins) == (Verdict.ECHOED, ("Reed Growers Association",))


def test_a_heading_is_on_the_word_of_whom_the_text_credits(shelf) -> None:
    shelf.doc("a").head(f"Umbra expects it: {DONE}", by="Umbra")
    shelf.say(f"{DONE}, the Harbour Commission said.", by="Harbour Commission")
    (found,) = shelf.weighed().findings
    assert found.origins == ("Harbour Commission",)


def test_who_denies_something_in_a_sentence_says_nothing_else_in_it(shelf) -> None:
    said = "Though Rovia rejects reports of smuggling, tin from Oria went to Belda by way of Lake Halvo."
    shelf.doc("a").say(said, Statement(Span(0, len(said), said)), by="Rovia", modality=Modality.DENIED)
    start = said.index("tin")
    told = Statement(Span(start, len(said), said[start:]))
    shelf.claims.append(replace(shelf.claims[0], id="told", body=told, attribution=(), modality=Modality.ASSERTED))
    assert dict(shelf.weighed().origins)["told"] == "A"


def test_a_document_without_a_date_is_not_taken_for_a_later_one(shelf) -> None:
    told = "Nearly half of the tin of Oria was carried over the border to Belda at night."
    shelf.doc("agency").say(told, by="Ann Bode")
    shelf.doc("copy", "2024-05-03").text("The weather has been mild.")
    shelf.say("Nearly half of Oria’s tin, it is said, was carried over the border to Belda in secret.")
    assert {origin for _, origin in shelf.weighed().origins} == {"Ann Bode"}


GAVE = "{} the mines of Oria gave {} tonnes of tin in 2024, after {} in 2022"


@pytest.mark.parametrize(
    ("amounts", "company", "verdict"),
    [
        (("64", "41.8"), "Lorries queue at the border post of Belda for days, drivers complain.", Verdict.ECHOED),
        (("64", "41.8"), "The harvest of barley has been good, and so has that of rye.", Verdict.CORROBORATED),
        (("64", "40.9"), "Lorries queue at the border post of Belda for days, drivers complain.", Verdict.CORROBORATED),
    ],
)
def test_who_gives_the_same_numbers_amid_the_same_company_is_no_second_witness(
    shelf, amounts, company, verdict
) -> None:
    shelf.doc("a").text("Drivers complain that lorries queue for days at the border post of Belda.")
    shelf.count(
        GAVE.format("The Mining Company said", "64", "41.8") + ".", "tin of Oria", 64, "tonne", by="Mining Company"
    )
    shelf.doc("b", "2025-03-28").text(company)
    told = GAVE.format("The Geological Survey put it that", *amounts)
    shelf.count(f"{told}.", "tin of Oria", 64, "tonne", by="Geological Survey")
    assert [finding.verdict for finding in shelf.weighed().findings] == [verdict]


REFUSED = "“We reject the count of the votes in every harbour town along the northern coast,” she said."


@pytest.mark.parametrize(
    ("one", "other"),
    [("Rosa Lind", "61-year-old opposition politician"), ("Rosa Lind", "spokeswoman for the Harbour League")],
)
def test_who_is_quoted_in_the_same_words_is_one_mouth(shelf, one: str, other: str) -> None:
    shelf.doc("a").say(REFUSED, by=one)
    shelf.doc("b").say(REFUSED.replace("she", "the politician"), by=other)
    (found,) = shelf.weighed().findings
    assert (found.verdict, len(found.origins)) == (Verdict.ECHOED, 1)


def test_an_analysis_of_somebodys_data_is_his_word(shelf) -> None:
    shelf.doc("a").say(f"{DONE}, Orlov Ferries said.", by="Orlov Ferries")
    shelf.doc("b").say(f"{DONE}, an analysis of Orlov Ferries records found.", by="analysis of Orlov Ferries records")
    (found,) = shelf.weighed().findings
    assert found.verdict is Verdict.ECHOED


def test_an_inquiry_of_nobody_knows_whom_is_no_second_witness(shelf) -> None:
    shelf.doc("a").say(f"{DONE}, the Harbour Commission said.", by="Harbour Commission")
    shelf.doc("b").say(f"{DONE}, an independent investigation has found.", by="independent investigation")
    (found,) = shelf.weighed().findings
    assert found.verdict is Verdict.ECHOED


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        (
            "Oro and Bero, both members of the Wool League, sent shells through three ports to the rebels in May",
            "echoed",
        ),
        ("Oro is a member of the Wool League", "corroborated"),
    ],
)
def test_a_tie_told_in_passing_is_the_writers_word(shelf, told: str, verdict: str) -> None:
    for path, source in (("a", "Harbour Commission"), ("b", "Institute of Trade")):
        shelf.doc(path).say(f"{told}, the {source} said.", Tie("Oro", "member of", "Wool League"), by=source)
        shelf.text(f"It is {path} good day.")
    (found,) = shelf.weighed().findings
    assert found.verdict == verdict


@pytest.mark.parametrize(("carrier", "verdict"), [("", "corroborated"), ("Trade Council > ", "single")])
def test_one_carrier_in_one_document_does_not_confirm_himself(shelf, carrier: str, verdict: str) -> None:
    shelf.doc("a").say("Frost raised tea prices in the hills, the growers said.", by=f"{carrier}Growers Union")
    shelf.text("Much else was said that day.")
    shelf.say("Tea prices in the hills were raised by frost, the bank said.", by=f"{carrier}Bank of Oro")
    (found,) = shelf.weighed().findings
    assert found.verdict == verdict


def test_accusations_called_baseless_are_denied_by_who_calls_them_so(shelf) -> None:
    shelf.doc("a").say("Rovia accused Orlov Ferries of dumping oil at Oro.", by="Rovia", modality=Modality.ALLEGED)
    shelf.doc("b").say(
        "Accusations by Rovia that Orlov Ferries was dumping oil at Oro are baseless, Rosa Lind said.",
        attribution=(Voice("Rosa Lind", "said"), Voice("Rovia", "Accusations")),
    )
    (dispute,) = shelf.weighed().contradictions
    assert (dispute.kind, dispute.one.origins, dispute.other.origins) == ("denial", ("Rovia",), ("Rosa Lind",))
