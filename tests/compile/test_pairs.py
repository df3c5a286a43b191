"""Pairs of names as documents give them, in two documents of one case: those that are one variable, and those that are not.

The names are written for this table, on other subjects than the rules were tried on: reinsurance, forest fires, schools, ports.
"""

import pytest

from sayso.compile.variables import Variables, join
from sayso.core.claim import Claim, Influence, Term
from sayso.core.passage import Span

ONE = [
    ("reinsurance costs", "the cost of reinsurance"),
    ("reinsurance prices", "the price of reinsurance"),
    ("tree trimming", "trimming of trees"),
    ("house prices", "prices of homes"),
    ("borrowing costs of the utility", "the utility's borrowing costs"),
    ("burned area", "area burned"),
    ("response times", "time of response"),
    ("the risk of forest fires", "danger of forest fires"),
    ("hospital admissions", "admissions to hospital"),
    ("Norland's wildfires", "wildfires in Norland"),
    ("water shortages", "scarcity of water"),
    ("higher insurance premiums", "insurance premiums"),
    ("volunteer numbers", "number of volunteers"),
    ("river level", "water level of the river"),
    ("teacher salaries", "wages of teachers"),
    ("school closures", "closure of schools"),
    ("load shedding", "power cuts"),
    ("inflow to the reservoir", "reservoir inflows"),
    ("berth occupancy rates", "berth occupancy"),
    ("dropouts in rural districts", "dropouts"),
    ("Peruvian anchovy exports", "exports of anchovy from Peru"),
    ("Hurricane Orla's actions", "hurricanes"),
    ("freight company profits", "profits of freight firms"),
    ("insurance companies", "insurers"),
    ("the harbour's dredging", "dredging of the harbour"),
    ("the peso's value", "value of the peso"),
    ("closing schools", "school closures"),
    ("the water withdrawn", "water withdrawals"),
    ("withdrawing water", "water withdrawals"),
    ("gold smuggled to Chad", "gold smuggling to Chad"),
    ("repairing bridges", "repair of bridges"),
    ("attempted coup", "coup attempt"),
]

OPPOSITE = [
    ("firefighter shortages", "firefighters"),
    ("lack of hydrants", "hydrants"),
    ("low soil moisture", "soil moisture"),
    ("food insecurity", "food security"),
    ("mistrust of inspectors", "trust of inspectors"),
    ("poor drainage", "drainage"),
    ("fewer apprentices", "apprentices"),
    ("falling timber exports", "timber exports"),
    ("the decline in timber exports", "timber exports"),
    ("blocked grain convoys", "grain convoys"),
    ("lost working days", "working days"),
]

APART = [
    ("reinsurance prices", "insurance prices"),
    ("house prices", "house sales"),
    ("borrowing costs", "living costs"),
    ("prescribed burns", "burned area"),
    ("exports to Canada", "exports from Canada"),
    ("fire stations", "fires"),
    ("interest rates", "interest"),
    ("interest rates", "birth rates"),
    ("credit risk", "credit"),
    ("poor households", "households"),
    ("high schools", "schools"),
    ("power cuts", "power"),
    ("school closures", "schools"),
    ("cost of dredging", "dredging"),
    ("access to credit", "credit"),
    ("pilot demand", "pilot supply"),
    ("timber demand", "timber prices"),
    ("fish deaths", "deaths"),
    ("lake level", "lake"),
    ("Oslo's port fees", "Bergen's port fees"),
    ("use of pesticides", "pesticides"),
    ("tax cuts", "taxes"),
    ("opposition to the dam", "the dam"),
    ("costs", "harvests"),
    ("late repairs", "repairs"),
    ("delayed salaries", "salaries"),
    ("early planting", "planting"),
    ("fake vaccines", "vaccines"),
    ("substandard cement", "cement"),
    ("unsafe bridges", "bridges"),
    ("informal mining camps", "mining camps"),
    ("bad roads", "roads"),
    ("false alarms", "alarms"),
    ("good governance", "governance"),
    ("unofficial exchange rates", "official exchange rates"),
    ("shortages in village shops", "village shops"),
    ("closing schools", "schools"),
    ("closed schools", "school closures"),
    ("postponing repairs", "repairs"),
    ("tempering Oslo's reaction", "Oslo's reaction"),
    ("oak trees", "trees"),
    ("older looms", "looms"),
    ("dead trees", "trees"),
    ("small fires", "fires"),
    ("domestic coal prices", "coal prices"),
]

# Bare nouns that say nothing without what they are of: two documents need not mean the same.
BARE = ["prices", "production", "demand", "revenue", "losses", "costs"]


def influence(cause: str, document: str) -> Claim:
    text = f"{cause} raises unrest."
    first, second = Term(0, len(cause), cause, cause), Term(len(text) - 7, len(text) - 1, "unrest", "unrest")
    return Claim(document, document, Span(0, len(text), text), Influence(first, second, "+", "raises"))


def joined(one: str, other: str) -> Variables:
    return join([influence(one, "a.txt"), influence(other, "b.txt")])


@pytest.mark.parametrize(("one", "other"), ONE)
def test_wordings_of_one_thing_are_one_variable(one: str, other: str) -> None:
    found = joined(one, other)
    assert found.name("a.txt", one) == found.name("b.txt", other)
    assert found.way("a.txt", one) == found.way("b.txt", other)


@pytest.mark.parametrize(("one", "other"), OPPOSITE)
def test_the_want_of_a_thing_is_less_of_it(one: str, other: str) -> None:
    found = joined(one, other)
    assert found.name("a.txt", one) == found.name("b.txt", other) == other
    assert (found.way("a.txt", one), found.way("b.txt", other)) == (-1, 1)


@pytest.mark.parametrize(("one", "other"), APART)
def test_wordings_of_different_things_stay_apart(one: str, other: str) -> None:
    found = joined(one, other)
    assert found.name("a.txt", one) != found.name("b.txt", other)


@pytest.mark.parametrize("bare", BARE)
def test_a_bare_noun_means_what_its_own_document_speaks_of(bare: str) -> None:
    found = joined(bare, bare)
    assert found.name("a.txt", bare) == f"{bare} (a)"
    assert found.name("b.txt", bare) == f"{bare} (b)"
