"""What texts say about names as they introduce them."""

import pytest

from sayso.weigh.introduced import acronyms, first_names, speaks_for
from sayso.weigh.names import Names

SPOKEN = [
    ("The RDF spokesman, Rear Adm. Jan Reyk, denied it.", ("Jan Reyk", "RDF")),
    ("RDF spokeswoman Lt. Col. Rosa Lind denied it.", ("Rosa Lind", "RDF")),
    ("Rosa Lind, a spokeswoman for the Ministry of Mines, met the press.", ("Rosa Lind", "Ministry of Mines")),
    ("Ministry of Mines spokeswoman Rosa Lind met the press.", ("Rosa Lind", "Ministry of Mines")),
    ("It was theft, police spokeswoman Rosa Lind said.", ("Rosa Lind", "police")),
    ("On Monday Interior Minister Omar Said closed the road.", ("Omar Said", "Interior Minister")),
    ("It was theft, police chief Marek Dolan said.", ("Marek Dolan", "police chief")),
    ("Omar Said, the interior minister, closed the road.", ("Omar Said", "interior minister")),
    (
        "Orlov Shipping denied it. The Bank of Oro cut its rate, its governor, Rosa Lind, said.",
        ("Rosa Lind", "Bank of Oro"),
    ),
    ("Oro's central bank cut its rate, said its governor Rosa Lind.", ("Rosa Lind", "Oro's central bank")),
    (
        "SAN TELMO - Oro's central bank cut its rate, its governor, Rosa Lind, said.",
        ("Rosa Lind", "Oro's central bank"),
    ),
]


@pytest.mark.parametrize(("text", "pair"), SPOKEN)
def test_who_speaks_for_whom(text: str, pair: tuple[str, str]) -> None:
    assert pair in speaks_for(text)


@pytest.mark.parametrize("text", ["", "Rosa Lind walked home.", "The minister met Rosa Lind.", "((((", "spokes press "])
def test_nobody_speaks_for_anybody(text: str) -> None:
    assert speaks_for(text) == []


def test_acronyms_stand_after_the_name_they_stand_for() -> None:
    assert acronyms("The Committee for Drought Response (CDR) met.") == [("CDR", "Committee for Drought Response")]
    assert acronyms("The Committee for Drought Response (XY) met.") == []
    assert acronyms("The Northern Telecommunications Board (NTB) met.") == [
        ("NTB", "Northern Telecommunications Board")
    ]
    assert acronyms("The Foreign Trade Service (VBX) met.") == []
    assert acronyms("The Foreign Trade Service (VDE) met.") == [("VDE", "Foreign Trade Service")]
    assert acronyms("The Committee of the Broad River (ICBR) met.") == []


@pytest.mark.parametrize("place", ["University of Saltmarsh (USA)", "Institute of Soil Studies (Kenya)"])
def test_a_country_in_brackets_is_where_a_body_is(place: str) -> None:
    assert acronyms(f"A study by the {place}, counted two.") == []
    names = Names([place, "USA", "U.S.", "Kenya"])
    assert [names.name(name) for name in ("U.S.", "USA", "Kenya")] == ["United States", "United States", "Kenya"]


def test_a_country_goes_by_its_abbreviation() -> None:
    assert acronyms("The United States of America (USA), too, counted two.") == [("USA", "United States of America")]


OF_COMPANIES = [
    ("Orlov Shipping is broke. Its rivals gloat, chief executive Rosa Lind said.", "Orlov Shipping"),
    ("Halden, a dairy company, is broke. “So are others,” said Rosa Lind, the chief executive.", "Halden"),
    ("Orlov Shipping is broke, Rosa Lind, its chief financial officer, said.", "Orlov Shipping"),
    ("Rosa Lind, chief executive of Halden Dairy, resigned.", "Halden Dairy"),
]


@pytest.mark.parametrize(("text", "body"), OF_COMPANIES)
def test_who_leads_a_company_speaks_for_the_one_named(text: str, body: str) -> None:
    assert speaks_for(text) == [("Rosa Lind", body)]


def test_who_leads_a_company_speaks_for_the_one_that_publishes_if_none_is_named() -> None:
    text = "“We are sorry,” said Rosa Lind, chief executive."
    assert speaks_for(text, ["Halden Dairy Ltd"]) == [("Rosa Lind", "Halden Dairy Ltd")]
    assert speaks_for(text, ["Harbour Gazette"]) == []


def test_who_speaks_for_the_company_speaks_for_the_one_named() -> None:
    text = "The ferry is run by Orlov Shipping. A spokeswoman for the company, Rosa Lind, met the press."
    assert speaks_for(text) == [("Rosa Lind", "Orlov Shipping")]
    assert speaks_for("A spokeswoman for the company, Rosa Lind, met the press.") == []


def test_who_goes_by_his_first_name_alone() -> None:
    persons = [("Rosa Lind", "Halden Dairy"), ("Tom Rosa", "Orlov Shipping"), ("Marek Dolan", "Orlov Shipping")]
    assert first_names(persons, ["Rosa", "Marek", "Lind"]) == [("Marek", "Marek Dolan")]
