"""Counts of people worded in other ways, and of others than those another counts."""

import pytest

from sayso.core.claim import Modality

FLOOD = "The flood at Tarvo killed 112 people."


@pytest.mark.parametrize(
    ("sentence", "count", "subject", "unit"),
    [
        ("The death toll of the flood at Tarvo reached 87.", 87, "death toll", "toll"),
        ("Fatalities of the flood at Tarvo came to 87.", 87, "fatalities", "fatality"),
        ("The number of dead in the flood at Tarvo is 87.", 87, "number of dead", "number"),
        ("The flood claimed 87 lives at Tarvo.", 87, "lives claimed by flood", "life"),
        ("In the flood at Tarvo 87 villagers perished.", 87, "villagers", "villager"),
    ],
)
def test_a_toll_is_a_toll_however_it_is_worded(shelf, sentence: str, count: int, subject: str, unit: str) -> None:
    shelf.doc("a").count(FLOOD, "people killed by flood", 112, "person", by="Red Cross")
    shelf.doc("b").count(sentence, subject, count, unit, by="Ann Bode")
    assert shelf.against() == ["figure"]


@pytest.mark.parametrize(
    ("sentence", "count", "subject", "unit"),
    [
        ("In the flood at Tarvo 31 children died.", 31, "children who died", "child"),
        ("The flood at Tarvo brought 31 deaths of children.", 31, "deaths of children", "death"),
        ("The toll among soldiers in the flood at Tarvo is 31.", 31, "toll", "toll"),
        ("The flood at Tarvo injured 31 people.", 31, "people injured", "person"),
        ("After the flood at Tarvo the police detained 31 people.", 31, "people detained by police", "person"),
        ("After the flood at Tarvo 31 cases of cholera were found.", 31, "cases of cholera", "case"),
        ("The flood at Halvo killed 31 people.", 31, "people killed by flood", "person"),
    ],
)
def test_a_part_or_another_fate_contradicts_no_toll(shelf, sentence: str, count: int, subject: str, unit: str) -> None:
    shelf.doc("a").count(FLOOD, "people killed by flood", 112, "person", by="Red Cross")
    shelf.doc("b").count(sentence, subject, count, unit, by="Ann Bode")
    assert shelf.against() == []


def test_the_toll_is_of_those_whom_its_document_counts(shelf) -> None:
    shelf.doc("a").count(
        "The syrup Orlin has killed 63 children.", "children killed by syrup", 63, "child", by="Ministry"
    )
    shelf.doc("b").count("Bode Watch puts the toll of the syrup Orlin at 94.", "toll", 94, "toll", by="Bode Watch")
    assert shelf.against() == []
    shelf.count(
        "The ministry said that 63 children had died of Orlin.", "children who died", 63, "child", by="Ministry"
    )
    assert shelf.against() == ["figure"]


@pytest.mark.parametrize(
    ("later", "source", "count", "against"),
    [("2025-05-09", "Red Cross", 140, False), ("2025-05-09", "Ann Bode", 140, True), ("2025-05-09", "Red Cross", 90, True)],
)  # fmt: skip
def test_a_source_brings_its_own_count_up_to_date(shelf, later: str, source: str, count: int, against: bool) -> None:
    shelf.doc("a", "2025-05-01").count(FLOOD, "people killed by flood", 112, "person", by="Red Cross")
    shelf.doc("b", later).count(
        f"The flood at Tarvo killed {count} people.", "people killed by flood", count, "person", by=source
    )
    assert shelf.against() == ["figure"] * against
    if count > 112 and against:
        assert "a later report: 2025-05-01 on one side, 2025-05-09 on the other" in str(
            shelf.weighed().contradictions[0].reconcile
        )


def test_one_source_counts_people_and_civilians_among_them(shelf) -> None:
    for path, noun, count in (("a", "people", 40_000), ("b", "civilians", 9_000)):
        shelf.doc(path).count(
            f"The war in Orland's Tarvo killed {count:,} {noun}.", f"{noun} killed by war", count, noun, by="Ann Bode"
        )
    assert shelf.against() == []


def test_two_kinds_of_sums_are_two_sums(shelf) -> None:
    shelf.doc("a").count("Savers withdrew 3 billion dollars from Orlin Bank.", "amount withdrawn", 3e9, "USD")
    shelf.doc("b").count("Some 900 million euros flowed out of Orlin Bank.", "amount that flowed out", 9e8, "EUR")
    shelf.doc("c").count("Orlin Bank has debts of 20 billion dollars.", "debts of Orlin Bank", 2e10, "USD")
    found = shelf.weighed().contradictions
    assert [sorted(one.one.documents + one.other.documents) for one in found] == [["a", "b"]]


def test_a_denial_of_any_dead_is_against_a_count(shelf) -> None:
    shelf.doc("a").count(
        "The flood at Tarvo killed 112 people.", "people killed by flood", 112, "person", by="Red Cross"
    )
    shelf.doc("b").say(
        "The governor denied that the flood at Tarvo had killed people.",
        by="governor",
        modality=Modality.DENIED,
        negated=True,
    )
    assert shelf.against() == ["denial"]
