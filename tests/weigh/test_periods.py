"""Figures of other periods: what is summed up over a half year is not what is over a year."""

import pytest

from sayso.core.claim import When

YEAR = When("2023-01-01", "2023-12-31")


@pytest.mark.parametrize(
    ("when", "against"),
    [
        (When("2023-01-01", "2023-06-30"), False),
        (When("2023-06-01", "2023-06-30"), False),
        (YEAR, True),
        (When("2023-02-01", "2023-12-31"), True),
        (When("2023-05-05", "2023-05-05"), True),
        (When("2023-01-01", None), True),
        (When("2021-01-01", "2022-12-31"), False),
    ],
)
@pytest.mark.parametrize("paths", ["ab", "ba"])
def test_a_part_of_a_period_contradicts_no_whole(shelf, when: When, against: bool, paths: str) -> None:
    copper = "copper exported by Tarvo"
    shelf.doc(paths[0]).count("Tarvo exported 40,000 tonnes of copper.", copper, 40_000, "t", when=YEAR, by="Ann Bode")
    shelf.doc(paths[1]).count("Tarvo exported 19,000 tonnes of copper.", copper, 19_000, "t", when=when, by="Red Cross")
    assert shelf.against() == ["figure"] * against
