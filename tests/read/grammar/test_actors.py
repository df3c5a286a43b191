from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.core.document import Block, BlockKind, Document
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.phrase import phrase
from sayso.read.parse import Parse, Word, parse


def read(text: str) -> tuple[Parse, Actors]:
    found = next(iter(parse([Document("t", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))])))
    return found, Actors(found)


def last(found: Parse, text: str) -> Word:
    """The last word of the document that reads so."""
    return [word for sentence in found.sentences for word in sentence.words if word.text == text][-1]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Prime Minister Ada Mwangi spoke. Later Mwangi left.", "Mwangi", "Ada Mwangi"),
        ("The Coastal Survey Office (KSO) reported it. The KSO was sure.", "KSO", "Coastal Survey Office (KSO)"),
        ("The Kenyan authorities objected.", "authorities", "Kenya"),
        ("Nairobi objected to the plan.", "Nairobi", "Kenya"),
        ("The government of Mali objected.", "government", "Mali"),
        ("Kenya's president, Ada Mwangi, spoke.", "Mwangi", "Ada Mwangi"),
        ("Sudanese traders sold it.", "traders", "Sudanese traders"),
        ("Student protesters filled the square.", "protesters", "Student protesters"),
        ("Meridian Bank lost money. The bank closed.", "bank", "Meridian Bank"),
        ("Kenya sells tea. It also sells flowers.", "It", "Kenya"),
        ("Ada Mwangi won. She thanked the voters.", "She", "Ada Mwangi"),
        ("The weather was fine. It rained later.", "It", None),
        ("The Lake Chad Basin Commission met.", "Commission", "Lake Chad Basin Commission"),
        ("The Centre for River and Lake Studies met.", "Centre", "Centre for River and Lake Studies"),
        ("Tarn Trading sold the drums. Tarn denies it.", "Tarn", "Tarn Trading"),
        ("A storm hit Tarn. Tarn Fisheries Union met there. In Tarn the lights failed.", "Tarn", "Tarn"),
        ("The ferry came from Dar es Salaam.", "Salaam", "Dar es Salaam"),
        ("Brisk Lines sank. The union is led by a retired cook, Omar Diallo.", "cook", "Omar Diallo"),
        (
            "Brisk Lines sank. The company that insures most of its ships, Tarnco, said it would not pay.",
            "company",
            "Tarnco",
        ),
        ("Brisk Lines sank. The company that owns the pier grieved.", "company", None),
        ("Brisk Lines sank. The authority grieved.", "authority", None),
        ("The Teachers' Union of Mali met.", "Union", "Teachers' Union of Mali"),
        ("The Harbour Authority fined Brisk Lines. The company will appeal.", "company", "Brisk Lines"),
        ("The Harbour Authority met. The company will appeal.", "company", None),
        ("Radio Lumen asked the minister. The central bank said nothing.", "bank", None),
        (
            "Zambia fell silent. Kenya sent tea, and Kenya was thanked. The ban hurts Mali, which makes the country poor.",
            "country",
            "Mali",
        ),
    ],
)
def test_words_become_the_name_of_who_is_meant(text: str, word: str, name: str | None) -> None:
    found, actors = read(text)
    assert actors.name(phrase(last(found, word))) == name


def test_a_seat_of_government_is_a_city_where_a_place_is_meant() -> None:
    found, actors = read("Crowds gathered in Nairobi.")
    words = phrase(last(found, "Nairobi"))
    assert (actors.name(words), actors.name(words, place=True)) == ("Kenya", "Nairobi")


def test_mentions_are_in_order_and_leave_adjectives_of_states_out() -> None:
    found, actors = read("Kenya and the World Bank discussed Sudanese gold with Ada Mwangi.")
    assert [mention.name for mention in actors.mentions(found.sentences[0])] == ["Kenya", "World Bank", "Ada Mwangi"]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Brisk Lines denied it. “We sail to Kenya and Mali,” its owner said.", "its", "Brisk Lines"),
        ("Ada Mwangi left. A trader said he bought it.", "he", None),
        ("Brisk Lines lost a ship. The company grieved. Its owner wept.", "Its", "Brisk Lines"),
        ("Tarn Resources mines copper in Zambia. Its report says so.", "Its", "Tarn Resources"),
        ("Egypt was first. Kenya sued Mali at the Hague Tribunal, accusing it of fraud.", "it", None),
    ],
)
def test_a_pronoun_is_somebody_only_where_the_words_say_who(text: str, word: str, name: str | None) -> None:
    found, actors = read(text)
    assert actors.name([last(found, word)]) == name


def test_who_only_publishes_the_text_is_not_who_it_speaks_of() -> None:
    text = "Brisk Lines denied it. A sailor told the Gulf Press Service that he had warned them. The company is old."
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    found = next(iter(parse([Document("t", text, blocks, publisher="Gulf Press Service")])))
    assert Actors(found).name(phrase(last(found, "company"))) == "Brisk Lines"


def test_two_states_named_before_are_both_countries() -> None:
    found, actors = read("Kenya met Mali. Both countries agreed.")
    assert actors.pair(last(found, "countries")) == ["Kenya", "Mali"]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from("Kenya is the (KSO) of it. 's-:,“” \n"), max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    found, actors = read(text)
    names: list[Callable[[], object]] = [lambda s=sentence: actors.mentions(s) for sentence in found.sentences]
    assert all(isinstance(name(), list) for name in names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Palmer's Shipping Weekly praised Oxfam.", ["Palmer's Shipping Weekly", "Oxfam"]),
        (
            "Kenya's Revenue Authority (KRA) spoke. The Kenyan service met Oxfam.",
            ["Kenya", "Revenue Authority (KRA)", "Kenyan service", "Oxfam"],
        ),
        (
            "Kenya's Wildlife Service (KWS) spoke. The Kenyan service met Oxfam.",
            ["Kenya", "Wildlife Service (KWS)", "Wildlife Service (KWS)", "Oxfam"],
        ),
    ],
)
def test_an_organisation_goes_by_one_name(text: str, names: list[str]) -> None:
    found, actors = read(text)
    assert [mention.name for sentence in found.sentences for mention in actors.mentions(sentence)] == names


def test_the_bank_is_the_one_so_named() -> None:
    found, actors = read("The Coastal Bank met Mali. The Federal Court fined Acme. The bank sued Mali.")
    assert actors.name(phrase(last(found, "bank"))) == "Coastal Bank"
