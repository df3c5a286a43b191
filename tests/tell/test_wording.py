"""Claims in words."""

import pytest

from sayso.core.claim import Claim, Figure, Statement, Voice, When
from sayso.core.passage import Span
from sayso.core.trace import Carriage, Hop, Route, Trace
from sayso.tell.terminal import trace_lines
from sayso.tell.wording import amount, chain, gist, percent, period

SPAN = Span(0, 4, "some")

AMOUNTS = [
    (Figure(SPAN, "", 14.0, 14.0, "jet"), "14 jets"),
    (Figure(SPAN, "", 8e8, 8e8, "EUR", approximate=True), "about 800 million EUR"),
    (Figure(SPAN, "", 10.0, 20.0, "percent"), "10 to 20 percent"),
    (Figure(SPAN, "", 1.34e9, None, "EUR"), "at least 1.34 billion EUR"),
    (Figure(SPAN, "", None, 0.5, "percent"), "up to 0.5 percent"),
    (Figure(SPAN, "", -2500.0, -2500.0, "person"), "-2,500 people"),
    (Figure(SPAN, "", 1.0, 1.0, "person"), "1 person"),
    (Figure(SPAN, "", 3.0, 3.0, "km2"), "3 km2"),
    (Figure(SPAN, "", 3.0, 3.0, "t"), "3 t"),
    (Figure(SPAN, "", 3.0, 4.0, "aircraft"), "3 to 4 aircraft"),
    (Figure(SPAN, "", None, 9.0, "police officer"), "up to 9 police officers"),
    (Figure(SPAN, "", 3.0, 3.0, "delivery/year"), "3 deliveries/year"),
    (Figure(SPAN, "", 3.0, 3.0, "percentage point"), "3 percentage points"),
    (Figure(SPAN, "", 3e12, 3e12, "USD"), "3 trillion USD"),
    (Figure(SPAN, "", 84.0, 84.0, "clinics supplied"), "84 clinics supplied"),
    (Figure(SPAN, "", 2.0, 2.0, "bed"), "2 beds"),
    (Figure(SPAN, "", None, 20.0, "rank"), "rank 20 or better"),
    (Figure(SPAN, "", 1800.0, 1800.0, "XOF/kg"), "1,800 XOF/kg"),
    (Figure(SPAN, "", 1800.0, 1800.0, "cfa franc/kg"), "1,800 cfa francs/kg"),
    (Figure(SPAN, "", None, None, "shell"), "some"),
    (Figure(SPAN, "", 2.0, 2.0, "rank"), "rank 2"),
    (Figure(SPAN, "", 100 / 3, None, "percent"), "at least 33.333 percent"),
    (Figure(SPAN, "", 12345678.0, 12345678.0, "t"), "12.345678 million t"),
    (Figure(SPAN, "", 1.56e6, 1.56e6, "child"), "1.56 million children"),
]


@pytest.mark.parametrize(("figure", "words"), AMOUNTS)
def test_amounts(figure: Figure, words: str) -> None:
    assert amount(figure) == words


def test_a_statement_stands_by_itself() -> None:
    said = "that tolls, once raised, stay,"
    claim = Claim("c", "x.txt", Span(0, 40, f"He said {said} he thinks."), Statement(Span(8, 8 + len(said), said)))
    assert gist(claim) == "tolls, once raised, stay"


CHAINS = [
    ((), "The Gazette"),
    ((Voice("Board"),), "Board, in The Gazette"),
    ((Voice("Wire", None, "2024-05"), Voice("Board")), "Board, cited by Wire (2024-05), in The Gazette"),
]


@pytest.mark.parametrize(("voices", "words"), CHAINS)
def test_chains_run_from_the_origin_to_the_document(voices: tuple[Voice, ...], words: str) -> None:
    assert chain(voices, "The Gazette") == words


@pytest.mark.parametrize(
    ("share", "words"), [(0, "0 %"), (0.001, "under 1 %"), (0.32, "32 %"), (0.999, "over 99 %"), (1, "100 %")]
)
def test_only_nothing_is_none_and_only_everything_all(share: float, words: str) -> None:
    assert percent(share).replace("\u00a0", " ") == words


PERIODS = [
    (("2024-05-03", "2024-05-03"), "2024-05-03"),
    (("2024-02-01", "2024-02-29"), "2024-02"),
    (("2023-02-01", "2023-03-31"), "2023-02 to 2023-03"),
    (("2023-01-01", "2024-12-31"), "2023 to 2024"),
    (("2023-01-01", "2024-11-02"), "2023-01-01 to 2024-11-02"),
    (("2024-05-01", None), "from 2024-05-01"),
    ((None, "2024-05-31"), "until 2024-05-31"),
    (("2024-²-01", "2024-²-31"), "2024-²-01 to 2024-²-31"),
    ((None, None), ""),
]


@pytest.mark.parametrize(("ends", "words"), PERIODS)
def test_whole_months_and_years_are_told_as_such(ends: tuple[str | None, str | None], words: str) -> None:
    assert period(When(*ends)) == words


def test_a_hop_names_few_of_its_findings() -> None:
    carriage = Carriage("tin", None, When(), "single", tuple(f"id{at}" for at in range(1500)))
    route = Route(("Mali", "Chad"), (Hop("Mali", "Chad", (carriage,), "single"),), "single")
    found = Trace("Mali", "Chad", None, (), (route,), (), (), (), "One route is described.")
    assert [*trace_lines(found)][-1].strip() == "Mali -> Chad: tin (single; id0, id1, id2, id3 and 1,496 more)"
