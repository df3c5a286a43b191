"""Short cuts through the pipeline: they give every word what the pipeline as it comes gives it."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from thinc.api import use_ops

from sayso.read.pipeline import DEFAULT_PIPELINE, Pipeline, pipeline

with use_ops("numpy", use_blis=False):  # else a tag on the brink may fall on the other side
    PLAIN = spacy.load(DEFAULT_PIPELINE)
TEXTS = (
    "There's more where that came from, and there are those who got what they had wanted.",
    "All that the mayors' offices said was that this, too, is better; some agreed  \n (others' firms did not).",
    "It is the third of May. Who is to say what's next? Let's not. He'd gone; she's been paid £5m.",
    "The ferries are being repaired so that fewer people have to wait as long as they did last year.",
    "",
    " \t ",
)


def asked_plainly(text: str) -> list[tuple[str, ...]]:
    return [(word.text, word.lower_, word.lemma_, word.pos_, word.tag_) for word in PLAIN(text)]


def seen(given: Pipeline, text: str) -> list[tuple[str, ...]]:
    ((_, forms),) = given.read([text])
    return [tuple(form) for form in forms]


@pytest.mark.parametrize("text", TEXTS)
def test_words_have_the_forms_the_pipeline_gives_them(text: str) -> None:
    assert seen(pipeline(), text) == asked_plainly(text)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from([word for text in TEXTS for word in text.split(" ")]), max_size=30).map(" ".join))
def test_words_in_any_order_have_them_too(text: str) -> None:
    assert seen(pipeline(), text) == asked_plainly(text)


def test_a_pipeline_with_a_component_that_may_look_at_forms_is_run_as_it_is() -> None:
    language = spacy.load(DEFAULT_PIPELINE)
    language.add_pipe("entity_ruler").add_patterns([{"label": "SAID", "pattern": [{"LEMMA": "say"}]}])
    ((doc, _),) = Pipeline(language).read(["Marr said so."])
    assert [entity.label_ for entity in doc.ents if entity.text == "said"] == ["SAID"]
    assert seen(Pipeline(language), TEXTS[0]) == asked_plainly(TEXTS[0])
