import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lexicon.names import canonical, gazetteer, key, lookup, state_of


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Serbian government", "Serbia"),
        ("the Kenyan authorities", "Kenya"),
        ("the government of Mali", "Mali"),
        ("Khartoum", "Sudan"),
        ("the Kremlin", "Russia"),
        ("Brussels", "European Union"),
        ("Washington", "United States"),
        ("the U.S.", "United States"),
        ("US", "United States"),
        ("us", "us"),
        ("Poles", "Poland"),
        ("Türkiye’s", "Turkey"),
        ("President Ada Mwangi", "Ada Mwangi"),
        ("Kenyan Foreign Minister Ada Mwangi", "Ada Mwangi"),
        ("former Prime Minister Ada Mwangi", "Ada Mwangi"),
        ("Mr. Mwangi's", "Mwangi"),
        ("General Motors", "General Motors"),
        ("King Charles", "King Charles"),
        ("National Bank of Ukraine", "National Bank of Ukraine"),
        ("the Sudanese traders", "Sudanese traders"),
        ("IMF", "International Monetary Fund"),
        ("Czech Republic", "Czechia"),
        ("", ""),
        ("the", "the"),
    ],
)
def test_a_mention_becomes_its_canonical_name(mention: str, name: str) -> None:
    assert canonical(mention) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Krušik", "Krusik"),
        ("Meridian Steel Ltd.", "Meridian Steel"),
        ("the EU", "European Union"),
        ("Владимир Путин", "Vladimir Putin"),
        ("Smith & Sons", "Smith and Sons"),
        ("Łódź Works", "Lodz Works"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_a_state_is_known_by_name_demonym_and_seat_but_a_body_is_no_state() -> None:
    assert [state_of(word) for word in ("Chad", "Chadian", "N'Djamena", "NATO", "Acme")] == ["Chad"] * 3 + [None, None]


def test_every_known_wording_leads_to_a_name_that_stands_for_itself() -> None:
    strays = [entry.name for entry in gazetteer().values() if canonical(entry.name) != entry.name]
    assert strays == []


@given(st.text(max_size=60))
def test_canonical_and_key_settle_at_once_on_any_text(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)
    assert key(canonical(text)) == key(text)
    assert lookup("\x00" + text) is None
