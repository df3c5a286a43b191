"""Names of one body among the sources of a finding."""

import pytest

from sayso.weigh.bodies import one_body, only_described

ONE = [
    ("Ministry of Transport", "Ministry of Transport of Valdoria"),
    ("transport ministry", "Ministry of Transport"),
    ("Interior Minister Omar Said", "interior ministry"),
    ("Statistical Bureau", "Statistical Bureau of Umbra"),
    ("police", "Lindau police"),
    ("Corruption Bureau", "Anti-Corruption Bureau"),
    ("Kenya", "Ministry of Mines"),
    ("Kenya", "Kenyan government"),
    ("US military", "U.S. Central Command"),
    ("Kenyan army", "Kenya Defence Forces"),
    ("Kenya", "Ugandan and Kenyan tea regulators"),
    ("Office of the Auditor General", "Auditor General"),
    ("Ruiz", "Ruiz campaign"),
    ("Ruiz", "Ruiz's closest aides"),
]
TWO = [
    ("Ministry of Health", "Ministry of Mines"),
    ("Kenya", "Bank of Kenya"),
    ("US military", "Kenya Defence Forces"),
    ("US military", "US Senate"),
    ("Kenya Navy", "Kenya Coast Guard"),
    ("Kenya", "Ugandan government"),
    ("Kenya", "Ugandan and Rwandan officials"),
    ("Lindau police", "Lindau fire brigade"),
    ("Human Rights Watch", "Border Watch"),
    ("Harbour Gazette", "Harbour Commission"),
    ("Ruiz", "Ruiz Foundation"),
    ("Kenya", "Kenya residents"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_wordings_of_one_body_rest_on_one_another(one: str, other: str) -> None:
    found = one_body([one, other], {})
    assert found in ({one: {other}}, {other: {one}})
    assert found == one_body([other, one], {})


@pytest.mark.parametrize(("one", "other"), TWO)
def test_other_bodies_stay_apart(one: str, other: str) -> None:
    assert not one_body([one, other], {})


def test_a_name_that_could_be_several_bodies_rests_on_all_of_them() -> None:
    found = one_body(["ministry", "Ministry of Health", "Ministry of Mines"], {})
    assert found == {"ministry": {"Ministry of Health", "Ministry of Mines"}}


def test_who_speaks_for_a_body_rests_on_it_under_any_of_its_names() -> None:
    assert one_body(["Ana Ruiz", "Lindau police"], {"Ana Ruiz": "police"}) == {"Ana Ruiz": {"Lindau police"}}
    assert not one_body(["Ana Ruiz", "Port Authority"], {"Ana Ruiz": "police"})


def test_two_who_speak_for_one_body_are_one_voice() -> None:
    both = ["Ana Ruiz", "Tom Weld"]
    assert one_body(both, dict.fromkeys(both, "Port Authority")) == {both[0]: {both[1]}, both[1]: {both[0]}}
    assert not one_body(both, dict.fromkeys(both, "Interior Minister"))
    assert not one_body(both, {both[0]: "Port Authority", both[1]: "Harbour Board"})


@pytest.mark.parametrize(
    ("name", "described"),
    [
        ("international investigation", True),
        ("chief aide", True),
        ("Kenyan farmers", True),
        ("Kenyan police", False),
        ("US military", False),
        ("transport ministry", False),
        ("prime minister", False),
        ("Ruiz campaign", False),
        ("police", False),
    ],
)
def test_who_somebody_is_may_not_be_told(name: str, *, described: bool) -> None:
    assert only_described(name) is described
