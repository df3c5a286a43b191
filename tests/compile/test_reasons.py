"""Why a wording is taken for a variable."""

import pytest

from sayso.compile.reasons import why


@pytest.mark.parametrize(
    ("wording", "name", "reason"),
    [
        ("deaths", "deaths", ""),
        ("demand for charcoal", "charcoal demand", "it says the same"),
        ("gas supplies", "gas deliveries", "“supplies” means “deliveries” here"),
        ("fuel shortages", "fuel", "it says that there is less of it"),
        ("teachers", "teacher shortages", "the name says that there is less of it"),
        ("revenue", "Kenya's revenue", "it does not say whose: Kenya"),
        ("harvests", "grain harvests", "it says less, without: grain"),
        ("grain harvests", "harvests", "the name says less, without: grain"),
        ("mortality", "cholera deaths", "“mortality” means “deaths” here; it says less, without: cholera"),
    ],
)
def test_the_reason_names_what_differs(wording: str, name: str, reason: str) -> None:
    assert why(wording, name) == reason
