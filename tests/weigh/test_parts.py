"""The parts of the weighing by themselves: terms, names, verdict words, looking up."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.claim import Modality
from sayso.lexicon.table import table
from sayso.weigh.look import answer, find, find_source
from sayso.weigh.names import Names, named
from sayso.weigh.terms import sentences, terms
from sayso.weigh.verdict import likelihood_word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The firm delivered shells to Kyiv", "Shells were supplied to Ukraine by companies"),
        ("twelve people died on 4 May 2024", "On May 4, 2024, 12 persons were killed"),
        ("Ukrainian exports", "export of Ukraine"),
        ("€1.34 billion", "1,340,000,000"),
        ("inspected factories", "the inspection of a plant"),
        ("U.S. sanctions", "sanctions of the United States"),
    ],
)
def test_wordings_of_one_thing_meet(one: str, other: str) -> None:
    a, b = terms(one), terms(other)
    assert (set(a.words), a.numbers, a.dates) == (set(b.words), b.numbers, b.dates)


@given(st.text(max_size=300))
def test_any_text_has_terms_and_sentences(text: str) -> None:
    assert terms(text) == terms(text)
    places = sentences(text)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(a[1] <= b[0] for a, b in pairwise(places))


def test_names_meet_across_documents() -> None:
    persons = ["Rosa Lind", "Lind", "President Rosa Lind", "Vučić", "Vucic"]
    bodies = [
        "FMA",
        "Financial Markets Authority",
        "Novak Ltd",
        "Novak",
        "Serbia's Foreign Intelligence Service (SVR)",
        "SVR",
    ]
    names = Names(persons + bodies)
    assert {names.name(one) for one in ("Rosa Lind", "Lind", "President Rosa Lind")} == {"Rosa Lind"}
    assert names.name("FMA") == "Financial Markets Authority"
    assert names.name("Vucic") == names.name("Vučić") == "Vučić"
    assert names.name("Novak Ltd") == names.name("Novak")
    assert names.name("SVR") == "Foreign Intelligence Service"


def test_a_group_is_its_adjective_and_its_members_where_the_case_names_them_so() -> None:
    names = Names(["Tuareg", "Tuaregs", "Tuareg rebels", "Touaregs", "Abbot", "Abbots", "Acme workers"])
    joined = ("Tuareg", "Tuaregs", "Tuareg rebels", "Touaregs")
    assert {names.name(one) for one in joined} == {"Tuaregs"}
    assert (names.name("Abbot"), names.name("Acme workers")) == ("Abbot", "Acme workers")


def test_an_acronym_has_one_name_however_its_wordings_are_cut() -> None:
    introduced = [("KDF", "Kenya Defence Forces"), ("KDF", "Kenyan Defense Force")]
    names = Names(["KDF", "Defence Forces (KDF)", "Kenyan Defense Force"], introduced)
    wordings = ("KDF", "Defence Forces", "Kenyan Defense Force", "Kenya Defence Forces")
    assert {names.name(one) for one in wordings} == {"Kenya Defence Forces"}


def test_the_office_and_the_day_before_and_after_a_name_are_no_part_of_it() -> None:
    names = Names(["Green Coalition Leader Rosa Lind", "Rosa Lind", "Ministry of Mines on Tuesday"])
    assert names.name("Green Coalition Leader Rosa Lind") == "Rosa Lind"
    assert names.name("Ministry of Mines on Tuesday") == "Ministry of Mines"


def test_an_office_in_the_name_of_a_body_is_part_of_it() -> None:
    names = Names(["National Head Start Association", "Start Association"])
    assert names.name("National Head Start Association") == "National Head Start Association"


def test_a_name_that_could_be_two_is_left_and_shown() -> None:
    names = Names(["Rosa Lind", "Otto Lind", "Lind"])
    assert names.name("Lind") == "Lind"
    assert [row.ambiguous for row in names.table() if row.name == "Lind" and row.ambiguous] == [
        ("Otto Lind", "Rosa Lind")
    ]


def test_a_name_with_its_short_form_is_a_wording_of_it() -> None:
    names = Names(["Oro Mill Board (OMB)", "Oro Mill Board"])
    assert {"Oro Mill Board", "Oro Mill Board (OMB)"} <= {
        wording for one in names.table() for wording, _ in one.wordings
    }


@pytest.mark.parametrize("vague", ["officials", "some analysts", "a source", "local media", "the report"])
def test_vague_sources_name_nobody(vague: str) -> None:
    assert not named(vague)
    assert named("Financial Times")


@pytest.mark.parametrize(
    ("certainty", "word"), [((0.55, 0.8), "likely (55–80 %)"), ((0.8, 0.99), None), ((0.2, 0.6), None)]
)
def test_only_words_of_probability_have_a_likelihood(shelf, certainty: tuple[float, float], word: str | None) -> None:
    shelf.doc("a").say("The old dam at Oro will hold.", modality=Modality.FORECAST, certainty=certainty)
    assert [one.likelihood for one in shelf.weighed().findings] == [word]


def test_a_statement_words_its_own_not(shelf) -> None:
    shelf.doc("a").say("The old dam at Oro was not safe.", negated=True)
    shelf.doc("b").say("Orlov denied that the mill at Lum leaked.", modality=Modality.DENIED, negated=True)
    said = {one.proposition.partition(" ")[0] for one in shelf.weighed().findings}
    assert said == {"The", "not:"}


def test_every_probability_has_its_word_of_the_directive() -> None:
    rows = table("icd203")["word"]
    assert [row["low"] for row in rows[1:]] == [row["high"] for row in rows[:-1]]
    for row in rows:
        assert likelihood_word((row["low"] + row["high"]) / 2).startswith(row["likelihood"])
    assert likelihood_word(1.0).startswith("almost certain")
    assert likelihood_word(0.0).startswith("almost no chance")


def test_words_find_their_finding_with_its_sentences(shelf) -> None:
    shelf.doc("one").say("The dam at Orlo leaked cyanide into the river.", by="Water Board")
    shelf.doc("two").count(
        "The toll at Caro bridge rose to 5 crowns.", "toll at Caro bridge", 5, "crown", by="Treasury"
    )
    weighed = shelf.weighed()
    claims = {claim.id: claim for claim in shelf.claims}
    (found,) = find(weighed, "Orlo: cyanide, the river")
    assert [sentence.origin for sentence in answer(weighed, found, claims).sentences] == ["Water Board"]
    assert find(weighed, found.id) == [found]
    assert find(weighed, "toll Caro")[0].kind == "figure"
    assert find(weighed, "zeppelins") == find(weighed, "the") == find(weighed, "") == []
    source = find_source(weighed, "the Water Board")
    assert source is not None
    assert source.documents == ("one",)
    assert find_source(weighed, "nobody") is None


def test_a_company_goes_by_the_first_word_of_its_name_unless_that_is_a_place_or_several() -> None:
    names = Names(["Orlov Shipping", "Orlov", "Kenya Airways", "Kenya", "Lund Steel", "Lund Cement", "Lund"])
    assert names.name("Orlov") == "Orlov Shipping"
    assert names.name("Kenya") == "Kenya"
    assert Names(["Kenya", "Radio Kenya"]).name("Kenya") == "Kenya"
    assert names.name("Lund") == "Lund"
