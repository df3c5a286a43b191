"""What variables are called: short nominal names out of phrases and clauses."""

import pytest

from sayso.core.claim import Influence
from sayso.core.document import Block, BlockKind, Document
from sayso.read.grammar.influences import influences
from sayso.read.grammar.influences.owner import possessive
from sayso.read.parse import parse


def arrows(text: str) -> set[tuple[str, str, str]]:
    document = Document("plain.txt", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    whole = next(parse([document]))
    found = [one.body for one in influences(whole) if isinstance(one.body, Influence)]
    return {(one.cause.variable, one.sign, one.effect.variable) for one in found}


def names(text: str) -> set[str]:
    return {name for cause, _, effect in arrows(text) for name in (cause, effect)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Last May, according to the harbour master, the storm killed fifteen people in the old town.", "deaths"),
        ("Drought weakened Kenya.", "Kenya's strength"),
        ("The tariffs alienated Norway.", "relations with Norway"),
    ],
)
def test_names_are_short_and_nominal(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "arrow"),
    [
        ("Early planting lowers yields.", ("early planting", "-", "yields")),
        ("Timely repairs prevent floods.", ("timely repairs", "-", "floods")),
        ("If bridges are bad, deliveries fall.", ("bad bridges", "-", "deliveries")),
        ("If vaccines are fake, infections rise.", ("fake vaccines", "+", "infections")),
        ("Rising tariffs lead to shortages in village shops.", ("tariffs", "+", "shortages in village shops")),
        ("The drought caused seed shortages in hill farms.", ("drought", "+", "seed shortages in hill farms")),
        (
            "When the price of diesel rises, solar pumping becomes profitable.",
            ("price of diesel", "+", "solar pumping"),
        ),
    ],
)
def test_what_kind_of_thing_it_is_and_where_stay_in_the_name(text: str, arrow: tuple[str, str, str]) -> None:
    assert arrow in arrows(text)


def test_a_bare_actor_is_what_it_does() -> None:
    assert ("Norway's actions", "-", "regional trade") in arrows("Norway undermines regional trade.")


def test_demands_and_objections_are_pressure() -> None:
    assert arrows("Norway demanded stricter fishing limits.") >= {
        ("Norway's demands for stricter fishing limits", "+", "stricter fishing limits"),
        ("stricter fishing limits", "-", "fishing"),
    }
    assert ("grain exports", "+", "Kenya's criticism of grain exports") in arrows("Kenya criticised grain exports.")


@pytest.mark.parametrize(
    ("owner", "ending"),
    [("Kenya", "Kenya's"), ("Residents", "Residents'"), ("Orlov Mines", "Orlov Mines'"), ("", ""), (None, "")],
)
def test_an_owner_in_s_takes_no_further_s(owner: str | None, ending: str) -> None:
    assert possessive(owner) == ending


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thanks to the cold spring in New Haven, the harbour was closed in May.", "cold spring in New Haven"),
        ("On Friday Brandt's withdrawal hurt the coalition.", "Brandt's withdrawal"),
        ("They lowered costs by forcing hospitals to close.", "closure of hospitals"),
        ("The subsidy made the port a hub of trade.", "port being hub of trade"),
        ("Brandt criticised Lowe for his support of the strike.", "Lowe's support of the strike"),
        ("Sales fell because traders quit the market.", "traders' quitting of market"),
    ],
)
def test_names_keep_what_tells_which_and_whose(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "arrow"),
    [
        ("Mills struggled to pay growers due to lower fees.", ("fees", "+", "payments to growers")),
        ("Mills are unable to pay growers because of frost.", ("frost", "-", "payments to growers")),
        ("Mills are able to pay growers because of frost.", ("frost", "+", "payments to growers")),
        ("Because of the strike, ports failed to ship grain.", ("strike", "-", "shipments of grain")),
    ],
)
def test_what_is_not_done_is_named_with_less_of_it(text: str, arrow: tuple[str, str, str]) -> None:
    assert arrow in arrows(text)
