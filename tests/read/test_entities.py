"""Entities marked at all words at once are those that spaCy's recogniser marks move by move."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from thinc.api import use_ops

from sayso.read.entities import Entities
from sayso.read.pipeline import DEFAULT_PIPELINE

with use_ops("numpy", use_blis=False):
    PLAIN = spacy.load(DEFAULT_PIPELINE, exclude=["attribute_ruler", "lemmatizer"])
RECOGNISER = PLAIN.get_pipe("ner")
QUICK = Entities(RECOGNISER)
TEXTS = (
    "Ines Koval of the Harbour Board told Reuters on 3 May 2024 that the Bank of Tolland had lost $4.2 billion.",
    "The First World War ended. The Second World War began in Europe in September 1939",
    "Norland   \n Water Company, Kessin",
    "nothing has a name here",
    "Paris",
)


def marked(docs: list[Doc]) -> list[list[tuple[str, str]]]:
    return [[(word.ent_iob_, word.ent_type_) for word in doc] for doc in docs]


def both(texts: list[str]) -> tuple[list[Doc], list[Doc]]:
    """Texts as the component marks them, and as they are marked here, in one batch."""
    by_component, here = (list(PLAIN.pipe(texts, disable=["ner"])) for _ in range(2))
    QUICK.mark(here)
    return list(RECOGNISER.pipe(by_component)), here


def test_entities_of_several_texts_are_the_components() -> None:
    by_component, here = both(["", *TEXTS, "", TEXTS[0]])
    assert [doc.ents for doc in here if doc.ents], "there is something to find"
    assert marked(here) == marked(by_component)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.sampled_from([word for text in TEXTS for word in (*text.split(" "), "\n")]), max_size=30).map(" ".join)
)
def test_words_in_any_order_have_the_same_too(text: str) -> None:
    by_component, here = both([text])
    assert marked(here) == marked(by_component)


@pytest.mark.parametrize(("name", "known"), [("ner", True), ("parser", False)])
def test_only_a_recogniser_is_known(name: str, known: bool) -> None:
    assert Entities.suffice(PLAIN.get_pipe(name)) is known


def test_a_recogniser_that_weighs_whole_readings_is_run_as_it_is() -> None:
    beam = spacy.blank("en").add_pipe("beam_ner")
    assert not Entities.suffice(beam)
