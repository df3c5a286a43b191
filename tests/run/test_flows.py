"""Routes, chokepoints and amounts, against brute force and by hand."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.core.claim import Modality, When
from sayso.core.errors import UsageFault
from sayso.core.finding import Value, Verdict
from sayso.core.system import System, SystemFigure, SystemFlow
from sayso.run import trace
from sayso.run.lookup import near_names

YEAR = When("2024-01-01", "2024-12-31")


def flow(*stations: str, goods: str = "copper", amount: Value | None = None, **options) -> SystemFlow:
    start, *via, end = stations
    settings_ = {"when": YEAR, "verdict": Verdict.SINGLE, "findings": ("-".join(stations),), **options}
    return SystemFlow(goods, start or None, tuple(via), end or None, amount, modality=Modality.ASSERTED, **settings_)


def sent(end: str, low: float, high: float | None, unit: str = "t", **options) -> SystemFlow:
    return flow("A", end, amount=Value(low, high, unit), **options)


def made(subject: str, low: float, high: float) -> SystemFigure:
    return SystemFigure(subject, Value(low, high, "t"), YEAR, Verdict.SINGLE, ("production",))


NETWORK = System(
    flows=(
        flow("Mine", "Port", "Trader", "Smelter"),
        flow("Mine", "Railway", "Trader", verdict=Verdict.CORROBORATED),
        flow("Trader", "Smelter", verdict=Verdict.CORROBORATED),
        flow("Mine", "Railway", goods="zinc"),
        flow("", "Trader", "Broker"),
    )
)


def test_routes_hop_by_hop_with_verdicts():
    found = trace(NETWORK, "mine", "Smelter", goods="copper")
    assert [route.stations for route in found.routes] == [
        ("Mine", "Port", "Trader", "Smelter"),
        ("Mine", "Railway", "Trader", "Smelter"),
    ]
    assert [route.verdict for route in found.routes] == ["single", "corroborated"]
    assert found.routes[0].hops[0].carriages[0].findings == ("Mine-Port-Trader-Smelter",)
    assert found.cut == found.chokepoints == ("Trader",)
    assert "Closing Trader would cut them all" in found.words


def test_an_actor_goes_by_other_names_too():
    system = System(flows=(flow("United Arab Emirates", "Chad"),))
    assert trace(system, "UAE", "N'Djamena").routes[0].stations == ("United Arab Emirates", "Chad")


def test_closing_an_intermediary():
    left = trace(NETWORK, "Mine", "Smelter", without=["Port"])
    assert [route.stations for route in left.routes] == [("Mine", "Railway", "Trader", "Smelter")]
    none = trace(NETWORK, "Mine", "Smelter", without=["Trader"])
    assert none.routes == none.cut == none.chokepoints == ()
    assert none.words == "No route from Mine to Smelter without Trader is described."


def test_intermediaries_side_by_side_are_a_route_each():
    both = System(flows=(flow("Mine", "Port", "Railway", "Smelter", parallel=True),))
    found = trace(both, "Mine", "Smelter")
    assert [route.stations for route in found.routes] == [("Mine", "Port", "Smelter"), ("Mine", "Railway", "Smelter")]
    assert found.chokepoints == ()
    assert found.cut == ("Port", "Railway")
    left = trace(both, "Mine", "Smelter", without=["Port"])
    assert [route.stations for route in left.routes] == [("Mine", "Railway", "Smelter")]


def test_goods_that_also_go_straight_have_no_chokepoint():
    found = trace(System(flows=(flow("A", "B", "C"), flow("A", "C"))), "A", "C")
    assert len(found.routes) == 2
    assert found.cut == found.chokepoints == ()
    assert "straight" in found.words


@pytest.mark.parametrize(
    ("arguments", "options", "named"),
    [
        (("Mina", "Smelter"), {}, "did you mean “Mine”"),
        (("Mine", "Smelter"), {"goods": "tin"}, "no flow is of “tin”; goods are copper, zinc"),
        (("Mine", "Smelter"), {"without": ["Mine"]}, "an end of the route"),
    ],
)
def test_faults(arguments, options, named):
    with pytest.raises(UsageFault, match=named):
        trace(NETWORK, *arguments, **options)


def test_nothing_to_trace():
    with pytest.raises(UsageFault, match="no flow"):
        trace(System(), "A", "B")


@pytest.mark.parametrize(
    ("flows", "output", "said"),
    [
        ([sent("B", 5, 5), sent("C", 6, 6)], (9, 10), "11 t"),
        ([sent("B", 5, 5), sent("C", 6, 6)], (9, 11), None),
        ([sent("B", 5, 5), sent("B", 4, 6)], (5, 5), None),
        ([sent("B", 8, 8), flow("Z", "A", amount=Value(4, 4, "t"))], (5, 5), None),
        ([sent("B", 8, 8), flow("Z", "A")], (5, 5), None),
        ([sent("B", 5, 5), sent("B", 9, None)], None, "are both said"),
        ([sent("B", 5, 5), sent("B", 9, 9, "EUR")], None, None),
        ([sent("B", 5, 5), sent("B", 9, 9, when=When())], None, None),
    ],
)
def test_amounts_that_cannot_be_reconciled(flows, output, said):
    system = System(flows=tuple(flows), figures=(made("copper production of A", *output),) if output else ())
    found = trace(system, "A", "B").mismatches
    assert bool(found) == bool(said)
    assert said is None or said in found[0].words


@st.composite
def networks(draw) -> System:
    hop = st.tuples(st.sampled_from("SABCDT"), st.sampled_from("SABCDT")).filter(lambda ends: ends[0] != ends[1])
    hops = draw(st.lists(hop, min_size=1, max_size=12))
    return System(flows=(*(flow(*ends) for ends in hops), flow("S", "X"), flow("Y", "T")))


@given(networks())
@settings(max_examples=150, deadline=None)
def test_the_cut_is_a_smallest_one(system):
    found = trace(system, "S", "T")

    def cuts(names: tuple[str, ...]) -> bool:
        return not trace(system, "S", "T", without=names).routes

    names = sorted({name for one in system.flows for name in one.stations} - {"S", "T"})
    straight = any(one.stations == ("S", "T") for one in system.flows)
    if straight or not found.routes:
        assert found.cut == ()
        return
    assert cuts(found.cut)
    assert not any(cuts(fewer) for size in range(len(found.cut)) for fewer in combinations(names, size))
    assert found.chokepoints == tuple(name for name in names if cuts((name,)))
    for route in found.routes:
        assert len(set(route.stations)) == len(route.stations)
        assert [(hop.start, hop.end) for hop in route.hops] == list(
            zip(route.stations, route.stations[1:], strict=False)
        )


def test_where_nothing_is_near_the_name_nothing_is_offered():
    with pytest.raises(UsageFault, match=r"no actor in a flow is called “Zqx”; none of the \d+ there are comes near$"):
        trace(NETWORK, "Zqx", "Zqx")


NAMES = ("World Food Programme", "Harbour Board", "Sea Board", "Norway", "ICC")
NEAR = [
    ("wfp", ["World Food Programme"]),
    ("International Cocoa Council", ["ICC"]),
    ("the Board of Norway", ["Norway", "Sea Board", "Harbour Board"]),
    ("Norwey", ["Norway"]),
    ("Switzerland", []),
    ("", []),
]


@pytest.mark.parametrize(("name", "near"), NEAR)
def test_names_are_near_by_words_initials_or_a_slip(name, near):
    assert near_names(name, NAMES) == near
