"""Flows and bans as variables, and what they bear on."""

import pytest

from sayso.compile.passing import Told, passing
from sayso.core.claim import Modality, When
from sayso.core.finding import Verdict
from sayso.core.system import Implied, SystemAct, SystemFlow, Tone, Variable, Wording

SINGLE, PLAIN = Verdict.SINGLE, Modality.ASSERTED


def flow(goods: str, origin: str | None, destination: str | None, modality: Modality = PLAIN) -> SystemFlow:
    return SystemFlow(goods, origin, (), destination, None, When(), modality, SINGLE, ())


def ban(actor: str, target: str) -> SystemAct:
    return SystemAct(actor, "sanction", target, Tone.CONFLICTUAL, When(), PLAIN, SINGLE, ())


def named(*names: str) -> list[Variable]:
    return [Variable(name, None, (Wording(name, ("c",)),)) for name in names]


def links(
    names: list[str], flows: list[SystemFlow], acts: list[SystemAct] | None = None
) -> tuple[list[str], dict[tuple[str, str], Implied]]:
    made, found = passing(named(*names), Told(flows, acts or [], {}, {}, {"NRC": "Northern Rail Company (NRC)"}))
    return [one.name for one in made], {(one.part, one.whole): one for one in found}


GRAIN = "deliveries of grain from Kenya to Chad"


@pytest.mark.parametrize(
    ("whole", "acts"),
    [
        ("grain deliveries", False),
        ("Kenya's grain exports", False),
        ("Chad's grain imports", False),
        ("grain imports from Kenya", False),
        ("grain exports to Chad", False),
        ("grain", True),
        ("Chad's grain", True),
    ],
)
def test_a_flow_is_a_part_of_what_goes_so_and_brings_what_goes(whole: str, acts: bool) -> None:
    made, found = links([whole], [flow("grain", "Kenya", "Chad")])
    assert made == [GRAIN]
    assert (found[GRAIN, whole].sign, found[GRAIN, whole].acts) == ("+", acts)


@pytest.mark.parametrize("other", ["Mali's grain exports", "grain exports to Mali", "grain prices", "maize", "exports"])
def test_other_goods_other_ends_and_no_goods_are_no_part_of_it(other: str) -> None:
    assert links([other], [flow("grain", "Kenya", "Chad")]) == ([], {})


def test_a_shortage_of_what_is_brought_falls() -> None:
    _, found = links(["grain shortages"], [flow("grain", "Kenya", "Chad")])
    assert found[GRAIN, "grain shortages"].sign == "-"


def test_who_passes_goods_on_must_first_get_them() -> None:
    flows = [flow("grain", "Kenya", "Chad"), flow("grain", "Chad", "Mali"), flow("steel", "Mali", "Niger")]
    made, found = links(["Mali's grain"], flows)
    onward = "deliveries of grain from Chad to Mali"
    assert made == [onward, GRAIN]
    assert set(found) == {(GRAIN, onward), (onward, "Mali's grain")}


def test_a_ban_bears_on_what_goes_between_the_two() -> None:
    made, found = links(["grain"], [flow("grain", "Kenya", "Chad")], [ban("Chad", "Kenya"), ban("Norway", "Kenya")])
    assert "Norway's sanctions on Kenya" not in made
    assert found["Chad's sanctions on Kenya", GRAIN].sign == "-"


def test_a_ban_on_somebody_who_is_no_state_bears_on_all_he_gives() -> None:
    _, found = links(["grain"], [flow("grain", "NRC", "Chad")], [ban("Norway", "Northern Rail Company (NRC)")])
    assert found["Norway's sanctions on NRC", "deliveries of grain from NRC to Chad"].sign == "-"


def test_a_ban_that_an_influence_speaks_of_is_not_made_again() -> None:
    stated = "Norway's sanctions on NRC"
    made, found = links(["grain", stated], [flow("grain", "NRC", "Chad")], [ban("Norway", "NRC")])
    assert made == ["deliveries of grain from NRC to Chad"]
    assert (stated, made[0]) in found


def test_flows_that_bear_on_nothing_denied_ones_and_money_are_no_variables() -> None:
    flows = [
        flow("steel", "Kenya", "Chad"),
        flow("grain", "Kenya", "Chad", Modality.DENIED),
        flow("loans", "Kenya", None),
    ]
    assert links(["grain", "loans"], flows) == ([], {})


def test_initials_in_brackets_stand_for_a_name_and_other_brackets_for_nothing() -> None:
    flows = [flow("grain", "Northern Rail Company (NRC)", "Halden (once Krona)")]
    assert links(["grain"], flows)[0] == ["deliveries of grain from NRC to Halden (once Krona)"]


def test_a_flow_that_an_influence_names_is_that_variable() -> None:
    made, found = links([GRAIN, "grain"], [flow("grain", "Kenya", "Chad")])
    assert (made, set(found)) == ([], {(GRAIN, "grain")})
