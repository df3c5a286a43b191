"""What an analyst should know of how a claim came to be, where that is not what it seems."""

from dataclasses import replace

import pytest

from sayso.core.claim import Modality, Voice, When
from sayso.core.document import Block, BlockKind
from sayso.weigh import weigh


def test_a_source_may_be_older_than_what_it_says_is_to_come(shelf) -> None:
    told = {"attribution": (Voice("Yearbook", None, "2021-03"),), "when": When("2023-05-02", "2023-05-02")}
    shelf.doc("one").say("The lease of the Caro mill is set to expire on 2 May 2023.", **told)
    assert shelf.weighed().notes == ()


def test_a_bound_that_became_the_figure(shelf) -> None:
    shelf.doc("one", "2024-01-01").count(
        "Up to 317 hectares of Caro may be flooded.", "hectares of Caro flooded", 0, "hectare", high=317, by="Police"
    )
    shelf.doc("two", "2024-02-01").count(
        "In Caro 317 hectares are flooded.", "hectares of Caro flooded", 317, "hectare", by="Police"
    )
    assert shelf.notes() == ["widened"]


@pytest.mark.parametrize(
    ("subject", "when", "date", "early"),
    [
        ("deficit of Caro", When("2021-01-01", "2021-12-31"), "2021-10", True),
        ("deficit of Caro", When("2021-01-01", "2021-12-31"), "2022-01", False),
        ("deficit of Caro", When("2021-01-01", "2021-12-31"), "2021", False),
        ("price of the Caro mill", When("2021-01-01", "2021-12-31"), "2021-10", False),
        ("price of the Caro mill", When("2021-10-01", "2022-09-30"), "2022-03", False),
        ("deficit of Caro", When("2021-10-01", "2022-09-30"), "2022-03", True),
        ("boats lost by Caro", When("2021-09-01", "2021-10-31"), "2021-09-30", True),
        ("boats lost by Caro", When("2021-09-01", "2021-09-30"), "2021-09-29", False),
    ],
)
def test_nobody_knows_the_whole_of_a_time_that_is_not_over(
    shelf, subject: str, when: When, date: str, early: bool
) -> None:
    shelf.doc("one").count("It came to 317.", subject, 317, attribution=(Voice("Yearbook", None, date),), when=when)
    assert shelf.notes() == ["dated-before"] * early


def test_what_may_come_is_not_of_a_time_that_is_over(shelf) -> None:
    told = {"by": "Registry", "modality": Modality.POSSIBLE}
    over = When("2023-01-01", "2023-12-31")
    shelf.doc("one", "2024-01-01").count(
        "Caro may lose up to 31% of its catch.", "loss of the catch of Caro", 0, "percent", high=31, when=over, **told
    )
    shelf.doc("two", "2024-02-01").count(
        "Caro may lose 31% of its catch.", "loss of the catch of Caro", 31, "percent", when=When("2024-06-01"), **told
    )
    assert shelf.notes() == ["widened"]


@pytest.mark.parametrize(("start", "kinds"), [("2019-03-01", ["period-differs"]), ("2021-05-01", [])])
def test_one_figure_for_two_times(shelf, start: str, kinds: list[str]) -> None:
    told = ("In Caro 317 hectares burnt down.", "hectares of Caro burnt down", 317, "hectare")
    shelf.doc("one").count(*told, by="Police", when=When("2021-01-01", "2022-12-31"))
    shelf.doc("two").count(*told, by="Police", when=When(start))
    assert shelf.notes() == kinds


@pytest.mark.parametrize(("text", "notes"), [("Ledger", ["dated-before"]), ("Mint", [])])
def test_a_rows_source_counts_where_the_text_credits_it(shelf, text: str, notes: list[str]) -> None:
    figure = ("Caro lost 65 boats in the storms.", "boats lost by Caro", 65, "boat")
    when = When("2024-09-01", "2024-10-31")
    shelf.doc("row").count(
        *figure, attribution=(Voice("Mint"),), also=((Voice("Ledger", None, "2024-09-30"),),), when=when
    )
    row = shelf.documents[0].text
    shelf.count(*figure, by=text, when=when)
    document = replace(
        shelf.documents[0],
        blocks=(Block(BlockKind.ROW, 0, len(row)), Block(BlockKind.PARAGRAPH, len(row), 2 * len(row))),
    )
    assert [note.kind for note in weigh(shelf.claims, [document]).notes] == notes


@pytest.mark.parametrize(("published", "words"), [
    ("2024-03-01", "second repeats first in other words"),
    (None, "first and second say the same in other words"),
])  # fmt: skip
def test_which_of_two_repeats_the_other_is_told_if_both_are_dated(shelf, published: str | None, words: str) -> None:
    shelf.doc("first", published).text("Guards fled before dawn.")
    shelf.say("The convoy carried 40 crates of rifles to Sarn.", by="Border Police")
    shelf.text("Two drivers were questioned.")
    shelf.doc("second", "2024-03-05").text("The guards fled before the dawn.")
    shelf.say("Forty crates of rifles were carried to Sarn by the convoy.")
    shelf.text("Two of the drivers have been questioned.")
    (note,) = shelf.weighed().notes
    assert note.words.startswith(words)
