"""What a few documents come to: verdicts, origins, contradictions and notes, each case written out."""

from dataclasses import replace

import pytest

from sayso.core.claim import Flow, Modality, Tie, Voice, When
from sayso.core.document import BlockKind
from sayso.core.finding import Finding, Verdict, Weighed
from sayso.weigh import weigh


def only(weighed: Weighed, kind: str = "statement") -> Finding:
    found = [finding for finding in weighed.findings if finding.kind == kind]
    assert len(found) == 1, [finding.proposition for finding in found]
    return found[0]


def test_two_named_sources_corroborate(shelf) -> None:
    shelf.doc("herald").say("The dam at Orlo leaked cyanide into the river.", by="Water Board")
    shelf.doc("mercury").say("Cyanide seeped into the river from the Orlo dam.", by="Greenwatch")
    finding = only(shelf.weighed())
    assert finding.verdict is Verdict.CORROBORATED
    assert finding.origins == ("Greenwatch", "Water Board")
    assert "Greenwatch and Water Board" in finding.reason


def test_five_documents_on_one_statement_are_one_witness(shelf) -> None:
    for path, by in [
        ("a", "Water Board"),
        ("b", "the Water Board"),
        ("c", "Reuters > Water Board"),
        ("d", "Reuters"),
        ("e", "Water Board"),
    ]:
        shelf.doc(path).say("The dam at Orlo leaked cyanide into the river.", by=by)
    finding = only(shelf.weighed())
    assert finding.verdict is Verdict.ECHOED
    assert finding.origins == ("Water Board",)
    assert len(finding.documents) == 5


def test_a_source_that_is_a_document_of_the_case_is_followed_into_it(shelf) -> None:
    shelf.doc("gazette", publisher="Evening Gazette").say("Rebels seized the port of Lum.", by="Harbour Master")
    shelf.doc("letter", publisher="Letter").say("The port of Lum was seized by rebels.", by="Evening Gazette")
    finding = only(shelf.weighed())
    assert (finding.verdict, finding.origins) == (Verdict.ECHOED, ("Harbour Master",))


def test_documents_of_one_house_are_one_voice(shelf) -> None:
    shelf.doc("one", publisher="The Standard", author="Ann Bell").say("Rebels seized the port of Lum.")
    shelf.doc("two", publisher="The Standard", author="Carl Dean").say(
        "In Lum the insurgents hold the harbour; rebels seized the port."
    )
    assert only(shelf.weighed()).verdict is Verdict.ECHOED


def test_a_reworded_passage_without_credit_is_an_echo(shelf) -> None:
    shelf.doc("first", "2024-03-01").text("Guards fled before dawn.").say(
        "The convoy carried 40 crates of rifles to Sarn.", by="Border Police"
    )
    shelf.text("Two drivers were questioned.")
    shelf.doc("second", "2024-03-05").text("The guards fled before the dawn.").say(
        "Forty crates of rifles were carried to Sarn by the convoy."
    )
    shelf.text("Two of the drivers have been questioned.")
    weighed = shelf.weighed()
    assert (only(weighed).verdict, only(weighed).origins) == (Verdict.ECHOED, ("Border Police",))
    assert [note.documents for note in weighed.notes if note.kind == "copied"] == [("second", "first")]


def test_a_document_that_saw_for_itself_is_an_origin(shelf) -> None:
    shelf.doc("first", "2024-03-01").say("The convoy carried crates of rifles to Sarn.", by="Border Police")
    shelf.doc("second", "2024-03-05").say("Crates of rifles reached Sarn with the convoy.")
    shelf.text("Our correspondent saw the crates being unloaded.")
    assert only(shelf.weighed()).origins == ("Border Police", "Second")


def test_a_document_that_does_not_tell_where_it_has_it_from_corroborates_nothing(shelf) -> None:
    shelf.doc("first", "2024-03-01", publisher="Border Police").say("The convoy carried rifles to Sarn before dawn.")
    shelf.doc("second", "2024-03-05", publisher="Sarn Gazette").text("Bread has become dear this winter in town.")
    shelf.say("Rifles reached Sarn with a convoy which came by night, before dawn.")
    shelf.text("The football club has a new trainer from abroad.")
    finding = only(shelf.weighed())
    assert (finding.verdict, finding.origins) == (Verdict.ECHOED, ("Border Police", "Sarn Gazette"))
    assert "Sarn Gazette does not tell where it has it from" in finding.reason


def test_a_shorter_passage_that_adds_nothing_is_an_echo(shelf) -> None:
    shelf.doc("first", "2024-03-01", publisher="Border Police").say(
        "On Tuesday night the convoy carried stolen army rifles from Odo to the harbour of Sarn."
    )
    shelf.doc("second", "2024-03-05", publisher="Sarn Gazette").text("Bread has become dear this winter in town.")
    shelf.say("Stolen army rifles were carried to the harbour of Sarn by convoy.")
    shelf.text("The football club has a new trainer from abroad.")
    assert only(shelf.weighed()).origins == ("Border Police",)


def test_sentences_that_name_others_are_no_common_company(shelf) -> None:
    shelf.doc("one", "2024-03-01").text("The harvest in Lum was poor again this year.")
    shelf.say("Rifles reached Sarn with a convoy.", by="Border Police")
    shelf.doc("two", "2024-03-05", publisher="Farmers Union").text("The harvest in Tarvia was poor again this year.")
    shelf.say("The convoy took rifles to Sarn by night.")
    assert only(shelf.weighed()).origins == ("Border Police", "Farmers Union")


def test_a_document_drawn_from_two_rests_on_both(shelf) -> None:
    shelf.doc("first", "2024-03-01", publisher="Customs Office").text("The driver had papers for fertiliser.")
    shelf.say("Officers seized 61 kilos of mercury at the Drava crossing.")
    shelf.text("Questions are being put to the driver in the barracks.")
    shelf.doc("second", "2024-03-02", publisher="Border Watch").text("Our monitors stood at the gate all day.")
    shelf.say("We watched 61 kilos of mercury being unloaded at the Drava crossing.")
    shelf.text("Two passengers escaped barefoot over the frozen meadow.")
    shelf.doc("third", "2024-03-09", publisher="Metals Weekly").text("The driver had shown papers for fertiliser.")
    copy = shelf.say("At the Drava crossing 61 kilos of mercury were unloaded and seized.")
    shelf.text("Two passengers escaped barefoot across a frozen meadow.")
    weighed = shelf.weighed()
    assert dict(weighed.origins)[copy] == "Border Watch and Customs Office"
    assert only(weighed).origins == ("Border Watch", "Customs Office")


def test_unnamed_sources_do_not_corroborate(shelf) -> None:
    shelf.doc("one").say("The minister took bribes from builders.", by="officials")
    shelf.doc("two").say("Builders paid bribes to the minister.", by="some analysts")
    finding = only(shelf.weighed())
    assert finding.verdict is Verdict.ECHOED
    assert finding.credibility == 6


def test_one_passage_that_credits_two_sources_corroborates_nothing(shelf) -> None:
    shelf.doc("one").say("Rebels seized the port of Lum.", by="Harbour Master", also=((Voice("Coast Guard"),),))
    finding = only(shelf.weighed())
    assert (finding.verdict, finding.origins) == (Verdict.SINGLE, ("Coast Guard", "Harbour Master"))


def test_passages_that_credit_two_sources_together_corroborate_nothing(shelf) -> None:
    shelf.doc("one").say("Rebels seized the port of Lum.", by="Harbour Master", also=((Voice("Coast Guard"),),))
    shelf.say("The port of Lum was seized by rebels.", by="Harbour Master")
    finding = only(shelf.weighed())
    assert (finding.verdict, finding.origins) == (Verdict.SINGLE, ("Coast Guard", "Harbour Master"))


def test_the_sources_of_a_table_row_are_one_origin(shelf) -> None:
    also = ((Voice("Yearbook"),), (Voice("Registry"),))
    shelf.doc("table").say("The mill of Caro burnt down in the night.", by="Fire Brigade", also=also)
    shelf.doc("text").say("In the night the mill of Caro burnt down.", by="Yearbook")
    assert len(only(shelf.weighed()).origins) == 3
    as_row = [replace(one, blocks=(replace(one.blocks[0], kind=BlockKind.ROW),)) for one in shelf.documents]
    assert only(weigh(shelf.claims, [as_row[0], shelf.documents[1]])).origins == ("Yearbook",)


def test_a_denial_stands_beside_what_it_denies(shelf) -> None:
    told = shelf.doc("one").say("Tarvia sent weapons to the rebels of Lum.", by="Secret Service")
    denied = shelf.doc("two").say(
        "Tarvia sent weapons to the Lum rebels.", by="Foreign Ministry", modality=Modality.DENIED
    )
    weighed = shelf.weighed()
    finding = only(weighed)
    assert finding.verdict is Verdict.CONTESTED
    assert (finding.claims, finding.against) == ((told,), (denied,))
    assert [one.kind for one in weighed.contradictions] == ["denial"]
    assert weighed.contradictions[0].other.origins == ("Foreign Ministry",)


def test_a_denial_reaches_a_claim_of_another_kind(shelf) -> None:
    shelf.doc("one").say("Tarvia sent rifles to Lum.", Flow("rifles", "Tarvia", (), "Lum"), by="Secret Service")
    shelf.doc("two").say("Tarvia did not send rifles to Lum.", by="Foreign Ministry", negated=True)
    assert only(shelf.weighed(), "flow").verdict is Verdict.CONTESTED


def test_a_denial_of_something_else_does_not_contest(shelf) -> None:
    shelf.doc("one").say("Tarvia sent rifles to Lum.", by="Secret Service")
    shelf.doc("two").say("Tarvia closed its embassy in Lum.", by="Foreign Ministry", negated=True)
    assert not shelf.weighed().contradictions


FIGURES = [  # value, unit, when, subject; whether it contradicts 16 people killed in 2024 when the roof of Arlo station collapsed
    (23, "people", When("2024-01-01", "2024-12-31"), "people killed when the roof of Arlo station collapsed", True),
    (23, "people", When(), "people killed by the collapse of the Arlo station roof", True),
    (16, "people", When(), "people killed by the collapse of the Arlo station roof", False),
    (23, "people", When("2019-01-01", "2019-12-31"), "people killed when the roof of Arlo station collapsed", False),
    (23, "people", When(), "people injured when the roof of Arlo station collapsed", False),
    (23, "EUR", When(), "people killed when the roof of Arlo station collapsed", False),
    (23, "people", When(), "people killed when the roof of Bemmel market collapsed", False),
]


@pytest.mark.parametrize(("value", "unit", "when", "subject", "against"), FIGURES)
def test_figures_that_do_not_meet(shelf, value: float, unit: str, when: When, subject: str, against: bool) -> None:
    known = "people killed when the roof of Arlo station collapsed"
    year = When("2024-01-01", "2024-12-31")
    shelf.doc("one").count(
        "In 2024, 16 people were killed when the roof of Arlo station collapsed.", known, 16, by="Police", when=year
    )
    place = "Bemmel market" if "Bemmel" in subject else "Arlo station"
    shelf.doc("two").count(
        f"As the roof of {place} collapsed, {value} were counted.", subject, value, unit, by="Hospital", when=when
    )
    kinds = shelf.against()
    assert kinds == (["figure"] if against else [])


def test_a_figure_is_reconciled_into_one_range(shelf) -> None:
    for path, value, by in [("one", 100, "Union"), ("two", 140, "Police"), ("three", 101, "Mayor")]:
        shelf.doc(path).count(f"{value} tonnes of grain were burnt at Odo.", "grain burnt at Odo", value, "t", by=by)
    (figure,) = shelf.weighed().figures
    assert (figure.low, figure.high) == (100, 140)
    assert figure.spread == pytest.approx(40 / 120)
    assert [(said.origins, said.low, said.high) for said in figure.sayings] == [
        (("Mayor", "Union"), 100, 101),
        (("Police",), 140, 140),
    ]


def test_opposite_signs_contradict(shelf) -> None:
    shelf.doc("one").drive("Dearer fuel raises food prices.", "fuel prices", "+", "food prices", by="Bank")
    shelf.doc("two").drive(
        "A rise in fuel prices lowers what food costs.", "fuel prices", "-", "food prices", by="Institute"
    )
    weighed = shelf.weighed()
    assert [one.kind for one in weighed.contradictions] == ["sign"]
    assert {finding.verdict for finding in weighed.findings} == {Verdict.CONTESTED}


def test_a_great_influence_is_not_a_small_one(shelf) -> None:
    shelf.doc("one").drive(
        "The tariff cost Oro a substantial number of jobs.", "tariff", "-", "jobs in Oro", by="Union"
    )
    shelf.doc("two").drive("The tariff cost Oro a limited number of jobs.", "tariff", "-", "jobs in Oro", by="Chamber")
    assert shelf.against() == ["degree"]


def test_which_source_of_a_row_says_it_is_not_told_so_it_corroborates_nothing(shelf) -> None:
    shelf.doc("table").say("The mill of Caro burnt down in the night.", by="Fire Brigade", also=((Voice("Registry"),),))
    shelf.doc("text").say("The mill of Caro burnt down in the night.", by="Yearbook")
    as_row = [replace(one, blocks=(replace(one.blocks[0], kind=BlockKind.ROW),)) for one in shelf.documents]
    found = only(weigh(shelf.claims, [as_row[0], shelf.documents[1]]))
    assert (found.verdict, found.origins) == (Verdict.ECHOED, ("Fire Brigade or Registry", "Yearbook"))


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("The bridge at Lum was closed on 4 May.", "The bridge at Lum was closed on 9 June.", "date"),
        (
            "The flood did limited damage to the Orlo dam.",
            "The flood did substantial damage to the Orlo dam.",
            "degree",
        ),
        (
            "The pact between Lum and Tarvia has 12 articles.",
            "The pact between Lum and Tarvia has 30 articles.",
            "count",
        ),
    ],
)
def test_accounts_that_differ_in_one_point(shelf, first: str, second: str, kind: str) -> None:
    shelf.doc("one").say(first, by="Mayor")
    shelf.doc("two").say(second, by="Police")
    assert shelf.against() == [kind]


def test_ties_meet_under_other_names(shelf) -> None:
    shelf.doc("one").say("Gazneft owns Oil Works Ltd.", Tie("Gazneft", "owns", "Oil Works Ltd"), by="Registry")
    shelf.doc("two").say("Oil Works belongs to Gazneft.", Tie("Gazneft", "owns", "Oil Works"), by="Auditor")
    assert only(shelf.weighed(), "tie").verdict is Verdict.CORROBORATED


def test_a_house_has_from_nobody_what_its_own_governor_says(shelf) -> None:
    shelf.doc("gazette").text("Oro's central bank cut its rate, said its governor Rosa Lind.")
    shelf.say("The reserves of Oro stood at 317 crowns on Monday, Rosa Lind said.", by="Rosa Lind")
    shelf.doc("bank", publisher="Central Bank of Oro").say("The reserves of Oro stood at 317 crowns on Monday.")
    weighed = shelf.weighed()
    assert only(weighed).origins == ("Central Bank of Oro",)
    assert not weighed.notes


def test_what_lasts_is_the_same_at_another_time(shelf) -> None:
    tie = Tie("Orlov Shipping", "owns", "the Alma yard")
    shelf.doc("one").say(
        "Orlov Shipping owned the Alma yard in 2008.", tie, by="Ann Bode", when=When("2008-01-01", "2008-12-31")
    )
    shelf.doc("two").say(
        "In 2021 the Alma yard was Orlov Shipping's.", tie, by="Carl Dorn", when=When("2021-01-01", "2021-12-31")
    )
    assert only(shelf.weighed(), "tie").verdict is Verdict.CORROBORATED


def test_a_spokeswoman_is_her_ministry(shelf) -> None:
    shelf.doc("one").text("Rosa Lind, a spokeswoman for the Ministry of Mines, met the press.")
    shelf.say("The pit at Caro was flooded by saboteurs.", by="Rosa Lind")
    shelf.doc("two").say("Saboteurs flooded the Caro pit.", by="Ministry of Mines")
    assert only(shelf.weighed()).origins == ("Ministry of Mines",)


NOTES = [
    (
        "dated-before",
        {"attribution": (Voice("Yearbook", None, "2021-03"),), "when": When("2023-05-02", "2023-05-02")},
        {},
    ),
    ("dropped-alleged", {"by": "Police", "modality": Modality.ALLEGED}, {}),
]


@pytest.mark.parametrize(("kind", "first", "second"), NOTES)
def test_notes(shelf, kind: str, first: dict, second: dict) -> None:
    shelf.doc("one", "2024-01-01").text("Crowds had gathered at noon.").say(
        "The mayor of Caro hired the arsonists who burnt the mill.", **first
    )
    shelf.doc("two", "2024-02-01").text("Crowds had gathered at noon.").say(
        "The mayor of Caro hired the arsonists who burnt the mill.", **second
    )
    assert kind in shelf.notes()


def test_a_restatement_that_widens(shelf) -> None:
    shelf.doc("one", "2024-01-01").say("Some judges of Caro took bribes from the mill.", by="Police")
    shelf.doc("two", "2024-02-01").say("All judges of Caro took bribes from the mill.", by="Police")
    assert [note.documents for note in shelf.weighed().notes if note.kind == "widened"] == [("two", "one")]


def test_one_figure_credited_to_two_sources(shelf) -> None:
    shelf.doc("one").count("The levy brought in 317 crowns.", "income from the levy", 317, "crown", by="Treasury")
    shelf.doc("two").count("The levy brought in 317 crowns.", "income from the levy", 317, "crown", by="Union")
    assert shelf.notes() == ["source-differs"]


def test_reliability_comes_from_the_case(shelf) -> None:
    shelf.doc("one").say("Rebels seized the port of Lum.", by="Harbour Master")
    weighed = shelf.weighed(reliability={"Harbour Master": "B"})
    assert {source.name: source.reliability for source in weighed.sources} == {"Harbour Master": "B"}
    assert "Harbour Master [B]" in only(weighed).reason


def test_nothing_at_all_is_weighed_in_peace(shelf) -> None:
    assert shelf.weighed() == Weighed()
    shelf.doc("odd").say("???")
    shelf.doc("odder").say("…", by="  ")
    assert len(shelf.weighed().findings) == 2
