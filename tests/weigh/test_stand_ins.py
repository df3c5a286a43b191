"""Common nouns that stand for a body a text has named."""

import pytest

from sayso.core.finding import Verdict
from sayso.weigh.stand_ins import StandIns, short_forms

NAMED = [
    ("The mine is owned by Orlov Minerals.", "company", "Orlov Minerals"),
    ("The mine is owned by Orlov, a company registered in Lund.", "company", "Orlov"),
    ("The freight company Orlov owns the mine.", "company", "Orlov"),
    ("Orlov’s drains were seen by the Flood Relief Unit.", "unit", "Flood Relief Unit"),
    ("First came the Ministry of Mines, then the Ministry of Health.", "ministry", "Ministry of Health"),
    ("Kenya’s Ministry of Mines closed it.", "ministry", "Ministry of Mines"),
    ("It rained in Lund.", "company", "company in a.txt"),
    ("Ann Bode, a company clerk, left.", "company", "company in a.txt"),
    ("The mine is owned by Orlov Minerals.", "spokesman", "spokesman in a.txt"),
    ("The mine is owned by Orlov Minerals.", "harbour master", "harbour master"),
    ("The mine is owned by Orlov Minerals.", "police", "police"),
]


@pytest.mark.parametrize(("text", "source", "name"), NAMED)
def test_a_noun_stands_for_the_body_named_before_it(text: str, source: str, name: str) -> None:
    chain = StandIns("a.txt", text, ()).chain([(source, None)], len(text))
    assert chain == ((name, None),)


def test_a_house_that_speaks_of_the_company_is_the_company() -> None:
    assert StandIns("a.txt", "The company regrets it.", ["Orlov Minerals"]).chain([("company", None)], 0) == (
        ("Orlov Minerals", None),
    )


@pytest.mark.parametrize(
    ("credited", "name"),
    [
        (["Ana Ruiz", "Jon Bale"], "Ana Ruiz"),
        (["Ana Ruiz", "Eva Ruiz"], "Ruiz"),
        (["Bank of Ruiz"], "Ruiz"),
        (["Jon Bale"], "Ruiz"),
    ],
)
def test_a_last_name_means_the_only_person_the_document_credits_by_it(credited: list[str], name: str) -> None:
    assert StandIns("a.txt", "", (), credited).chain([("Ruiz", None)], 0) == ((name, None),)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Orlov Minerals owns it. On Monday Orlov denied the report.", [("Orlov", "Orlov Minerals")]),
        ("Orlov Minerals owns it, and Orlov Street leads there.", []),
        ("Kenya Airways flew. Kenya won.", []),
        ("The Ministry of Mines closed it. The Ministry said so.", []),
    ],
)
def test_a_company_goes_by_the_first_word_of_its_name(text: str, forms: list[tuple[str, str]]) -> None:
    assert short_forms(text) == forms


def test_the_company_of_two_texts_is_not_one_source_nor_two(shelf) -> None:
    told = "The dam at Oro was sound, the company said."
    for path in ("a", "b"):
        shelf.doc(path).say(told, by="company")
    (found,) = shelf.weighed().findings
    assert found.origins == ("company in a", "company in b")
    assert found.verdict is Verdict.ECHOED


def test_a_company_is_one_source_under_its_short_name(shelf) -> None:
    shelf.doc("a").text("Orlov Minerals owns the dam.").say("The dam at Oro was sound, Orlov said.", by="Orlov")
    shelf.doc("b").say("The dam at Oro was sound, Orlov Minerals said.", by="Orlov Minerals")
    (found,) = shelf.weighed().findings
    assert found.origins == ("Orlov Minerals",)
