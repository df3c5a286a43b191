"""Figures of other states are other figures."""

import pytest

from sayso.core.finding import Verdict

LOST = "tea lost to smuggling in the season"


def tell(shelf, about: str, amount: float, subject: str) -> None:
    """Two documents of which each tells of a loss; the first names its state beside it only."""
    shelf.doc("a").say("Kenya is short of tea.", by="Tea Board")
    shelf.say("Guards were sent to the border of Kenya.", by="Tea Board")
    shelf.count("We lost 160,000 tonnes of tea to smuggling in the season.", LOST, 160_000, "t", by="Tea Board")
    shelf.doc("b").say(f"{about} closed a road.", by="Traders Guild")
    shelf.say(f"The market of {about} is empty.", by="Traders Guild")
    shelf.count(f"Smuggling cost {amount:,.0f} tonnes of {subject}.", subject, amount, "t", by="Traders Guild")


@pytest.mark.parametrize(("about", "subject", "kinds"), [
    ("Uganda", "Ugandan tea lost to smuggling in the season", []),
    ("Kenya", "Kenyan tea lost to smuggling in the season", ["figure"]),
    ("Kenya", "tea lost to smuggling to Uganda in the season", ["figure"]),
])  # fmt: skip
def test_what_another_state_lost_stands_against_nothing(shelf, about: str, subject: str, kinds: list[str]) -> None:
    tell(shelf, about, 50_000, subject)
    assert shelf.against() == kinds


@pytest.mark.parametrize(("about", "subject", "verdict"), [
    ("Uganda", "Ugandan tea lost to smuggling in the season", Verdict.SINGLE),
    ("Kenya", "Kenyan tea lost to smuggling in the season", Verdict.CORROBORATED),
])  # fmt: skip
def test_nor_does_it_confirm_anything(shelf, about: str, subject: str, verdict: Verdict) -> None:
    tell(shelf, about, 160_000, subject)
    assert {found.verdict for found in shelf.weighed().findings if found.kind == "figure"} == {verdict}


@pytest.mark.parametrize(("insured", "kinds"), [(250_000, []), (175_000_000, ["figure"])])
def test_values_worlds_apart_measure_other_things(shelf, insured: float, kinds: list[str]) -> None:
    shelf.doc("a").count(
        "Hill Bank held deposits of 175 billion.", "deposits of Hill Bank", 175e9, "USD", by="Tom Weld"
    )
    shelf.doc("b").count(
        f"Hill Bank held deposits of {insured}.", "deposits of Hill Bank", insured, "USD", by="Rosa Lind"
    )
    assert shelf.against() == kinds
