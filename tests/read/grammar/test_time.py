"""Dates of a sentence and the time of a claim, through the parser."""

import pytest

from sayso.core.claim import When
from sayso.core.document import Block, BlockKind, Document
from sayso.read.grammar.figures import figures
from sayso.read.grammar.time import dates, when
from sayso.read.parse import Parse, parse


def parsed(text: str, published: str | None = None) -> Parse:
    document = Document("a.txt", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),), published=published)
    return next(parse([document]))


def found(text: str, published: str | None = "2025-10-02") -> list[tuple[str, str, str, str]]:
    read = parsed(text)
    return [
        (read.text_of(sentence.words[date.first : date.last + 1]), date.iso, date.start, date.end)
        for sentence in read.sentences
        for date in dates(sentence, published)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam broke on 1 November 2024.", ("1 November 2024", "2024-11-01", "2024-11-01", "2024-11-01")),
        ("The dam broke on March 3rd, 2011.", ("March 3rd, 2011", "2011-03-03", "2011-03-03", "2011-03-03")),
        ("Sales fell in the first half of 2025.", ("first half of 2025", "2025", "2025-01-01", "2025-06-30")),
        ("Sales fell in Q3 2024.", ("Q3 2024", "2024", "2024-07-01", "2024-09-30")),
        ("Sales fell in February 2023.", ("February 2023", "2023-02", "2023-02-01", "2023-02-28")),
        ("Sales fell between 2013 and 2014.", ("2013 and 2014", "2013", "2013-01-01", "2014-12-31")),
        ("Sales fell from 2013–14.", ("2013–14", "2013", "2013-01-01", "2014-12-31")),
        ("Sales fell last year.", ("last year", "2024", "2024-01-01", "2024-12-31")),
        ("Sales fell in March.", ("March", "2025-03", "2025-03-01", "2025-03-31")),
        ("Sales fell in December.", ("December", "2024-12", "2024-12-01", "2024-12-31")),
        ("Sales fell on Tuesday.", ("Tuesday", "2025-09-30", "2025-09-30", "2025-09-30")),
        ("Sales fell in the 1990s.", ("1990s", "1990s", "1990-01-01", "1999-12-31")),
        ("Sales fell in early 2024.", ("early 2024", "2024", "2024-01-01", "2024-04-30")),
        ("Sales fell in the winter of 2021.", ("winter of 2021", "2021", "2021-12-01", "2022-02-28")),
        ("Yields fell in 2021/22.", ("2021/22", "2021", "2021-07-01", "2022-06-30")),
        ("Coffee yields fell in the 2021/22 season.", ("2021/22", "2021", "2021-10-01", "2022-09-30")),
        ("Soybean yields fell in 2021/22.", ("2021/22", "2021", "2021-09-01", "2022-08-31")),
        ("Corner shops lost money in 2021/22.", ("2021/22", "2021", "2021-07-01", "2022-06-30")),
        ("Yields fell in the 2021-22 marketing year.", ("2021-22", "2021", "2021-07-01", "2022-06-30")),
        ("Profit fell in financial year 2021/2022.", ("2021/2022", "2021", "2021-04-01", "2022-03-31")),
        ("Sales fell between May and July.", ("May and July", "2025-05", "2025-05-01", "2025-07-31")),
        ("Sales fell from November to March.", ("November to March", "2024-11", "2024-11-01", "2025-03-31")),
        (
            "Sales fell from June 2021 to May 2023.",
            ("June 2021 to May 2023", "2021-06", "2021-06-01", "2023-05-31"),
        ),
        ("Sales fell on October 20.", ("October 20", "2024-10-20", "2024-10-20", "2024-10-20")),
        ("The mill will open on October 20.", ("October 20", "2025-10-20", "2025-10-20", "2025-10-20")),
        ("The mill is due to open in March.", ("March", "2026-03", "2026-03-01", "2026-03-31")),
        ("The log entry is dated 2025-05-29.", ("2025-05-29", "2025-05-29", "2025-05-29", "2025-05-29")),
    ],
)
def test_a_date_is_found_with_its_days(text: str, expected: tuple[str, str, str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The ship carries 2,024 men and costs $2024.",
        "May resigned after Will May spoke.",
        "More than 2000 villagers fled.",
        "Version 1.2.2024.5 is out.",
        "They march on; it may rain.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert found(text) == []


def test_without_a_day_of_writing_relative_dates_are_left_out() -> None:
    assert found("Last year prices rose, on Monday they fell, and in May they stood.", None) == []


def time_of(text: str, published: str | None = "2025-10-02") -> When:
    """The time of the document's first figure."""
    read = parsed(text, published)
    first = figures(read)[0]
    return when(read, first.sentence, first.anchor, first.predicate)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales fell in 2024, sinking to $3 million from $9 million in 2021.", When("2024-01-01", "2024-12-31")),
        ("The mill sold 40 tonnes in 2023.", When("2023-01-01", "2023-12-31")),
        ("Since February 2022 the mill has sold 40 tonnes.", When("2022-02-01", None)),
        ("The mill will sell 40 tonnes by 2030.", When(None, "2030-12-31")),
        ("The mill sold 40 tonnes, per a May 2024 report.", When()),
        (
            "The mill sold 40 tonnes in 2023, according to a study published in May 2024.",
            When("2023-01-01", "2023-12-31"),
        ),
        ("A 2024 report by the union says that the mill sold 40 tonnes in 2022.", When("2022-01-01", "2022-12-31")),
        ("The mill sold 40 tonnes last year.", When("2024-01-01", "2024-12-31")),
        (
            "An estimated 40 tonnes in flour sales to Chad via third parties in 2023–2024.",
            When("2023-01-01", "2024-12-31"),
        ),
        ("They mourn the mill’s reported loss of 40 tonnes in May 2024.", When("2024-05-01", "2024-05-31")),
        ("The mill burnt down on 1 March 2021, a fire in which 16 people died.", When("2021-03-01", "2021-03-01")),
        ("The owner said on 5 May 2024 that the mill sold 40 tonnes.", When()),
        ("The mill sold 40 tonnes.", When()),
    ],
)
def test_a_claim_is_about_the_time_of_its_own_clause(text: str, expected: When) -> None:
    assert time_of(text) == expected


def test_each_of_two_figures_has_the_date_behind_it() -> None:
    read = parsed("Sales fell from 90 tonnes in 2021 to 40 tonnes in 2024.")
    found = [when(read, one.sentence, one.anchor, one.predicate) for one in figures(read)]
    assert found == [When("2021-01-01", "2021-12-31"), When("2024-01-01", "2024-12-31")]


def test_a_month_without_a_year_falls_in_the_year_the_text_gave_last() -> None:
    read = parsed("In 2019 the mill opened. In May it sold 40 tonnes.")
    first = figures(read)[0]
    assert when(read, first.sentence, first.anchor, first.predicate) == When("2019-05-01", "2019-05-31")


def test_what_always_holds_is_not_of_the_time_of_what_happened() -> None:
    read = parsed("Sales fell by 3% in May 2024 in the valley where 70% of the tea is grown.")
    found = [when(read, one.sentence, one.anchor, one.predicate) for one in figures(read)]
    assert found == [When("2024-05-01", "2024-05-31"), When()]


def test_a_season_gives_no_year_to_a_month_in_another_sentence() -> None:
    read = parsed("The mill opened for the 2021/22 season. Earlier in May it sold 40 tonnes.")
    first = figures(read)[0]
    assert when(read, first.sentence, first.anchor, first.predicate) == When()
