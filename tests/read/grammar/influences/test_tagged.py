"""What a trained tagger sees of an influence the grammar names and signs; a claim says who saw it, and weak grounds suggest."""

import pytest

from sayso.core.claim import Influence, Modality
from sayso.core.document import Block, BlockKind, Document
from sayso.lexicon.table import table
from sayso.read.grammar.witness import Grammar
from sayso.read.parse import parse
from sayso.read.reader import read_all


def influences(taggers, text):
    document = Document("d.txt", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    found = Grammar(taggers).read(next(parse([document]))).proposals
    return [one for one in found if isinstance(one.body, Influence)]


def shown(one):
    body = one.body
    return body.cause.text, body.cause.variable, body.sign, body.effect.text, body.effect.variable


def test_what_both_see_is_one_claim_with_the_wider_words_and_the_grammar_s_variables(planted):
    text = "Prices of bread rose because rain failed ."
    taggers = planted(text, cause={"cause": "rain failed", "effect": "prices of bread rose", "signal": "because"})
    (alone,) = influences(None, "Prices of bread rose because rain failed.")
    (both,) = influences(taggers, "Prices of bread rose because rain failed.")
    assert (both.witness, alone.witness) == ("grammar+tagger", "grammar")
    assert (both.body.cause.variable, both.body.sign) == (alone.body.cause.variable, alone.body.sign)
    assert both.stated > alone.stated
    assert not both.suggested


@pytest.mark.parametrize(
    ("text", "cause", "effect", "signal", "sign"),
    [
        ("Hotels are empty given fewer flights.", "fewer flights", "hotels are empty", "given", "-"),
        (
            "Hotels stand empty, the reason being new flights.",
            "new flights",
            "hotels stand empty",
            "the reason being",
            "+",
        ),
    ],
)
def test_what_the_tagger_alone_sees_is_signed_by_the_grammar(planted, text, cause, effect, signal, sign):
    taggers = planted(text, cause={"cause": cause, "effect": effect, "signal": signal})
    (found,) = [one for one in influences(taggers, text) if one.witness == "tagger"]
    assert found.body.sign == sign
    assert "flights" in found.body.cause.variable
    assert not found.suggested


def test_the_tagger_s_word_alone_without_a_signal_is_a_claim_only_if_it_is_sure(planted):
    marks = {"cause": "the strike", "effect": "shops stood empty"}
    text = "Shops stood empty in the strike."
    assert [one.suggested for one in influences(planted(text, cause=marks), text)] == [False]
    assert [one.suggested for one in influences(planted(text, cause=marks, stated=-0.2), text)] == [True]


def test_an_aim_is_what_the_deed_may_bring_about(planted):
    text = "They met to share notes."
    taggers = planted(text, cause={"cause": "to share notes", "effect": "they met", "signal": "to"})
    found = [one for one in influences(taggers, text) if "tagger" in one.witness]
    assert [(one.body.effect.text, one.modality) for one in found if "share" in one.body.effect.text] == [
        ("to share notes", Modality.POSSIBLE)
    ]


def test_a_concession_is_no_influence(planted):
    text = "Shops opened despite the strike."
    taggers = planted(text, cause={"cause": "the strike", "effect": "shops opened", "signal": "despite"})
    assert influences(taggers, text) == []


@pytest.mark.parametrize(
    ("text", "suggested"),
    [("New mines lower the water level.", False), ("The new mine lowered the water level.", True)],
)
def test_in_a_longer_text_the_grammar_s_word_alone_is_believed_of_plain_rules(planted, text, suggested):
    longer = f"{text} The market is old. Nobody came. The bridge is long. It has three arches."
    (found,) = influences(planted("Nothing", cause={}, stated=-5.0), longer)
    assert found.suggested == suggested


@pytest.mark.parametrize(("behind", "effect"), [
    ("", "prices"),
    (" The market is old. Nobody came. The bridge is long. It has three arches.", "prices of bread"),
])  # fmt: skip
def test_the_tagger_s_words_are_fewer_only_in_a_text_as_short_as_what_it_learned_from(planted, behind, effect):
    text = "New taxes raised prices of bread."
    taggers = planted(text, cause={"cause": "new taxes", "effect": "prices", "signal": "raised"})
    (found,) = [one for one in influences(taggers, text + behind) if one.witness == "grammar+tagger"]
    assert shown(found) == ("New taxes", "new taxes", "+", effect, "prices of bread")


@pytest.mark.parametrize(("text", "witnesses"), [
    ("Shops stood empty in the strike.", []),
    ("Shops stood empty over the strike.", ["tagger"]),
])  # fmt: skip
def test_of_a_longer_text_the_tagger_is_shown_sentences_with_a_word_that_may_signal_a_cause(planted, text, witnesses):
    longer = f"{text} The market is old. Nobody came. The bridge is long. It has three arches."
    taggers = planted(
        "Shops stood empty in over the strike.", cause={"cause": "the strike", "effect": "shops stood empty"}
    )
    assert [one.witness for one in influences(taggers, longer)] == witnesses


def test_a_suggestion_is_no_claim_and_says_who_made_it(planted):
    text = "Shops stood empty in the strike."
    taggers = planted(text, cause={"cause": "the strike", "effect": "shops stood empty"}, stated=-0.2)
    document = Document("d.txt", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    (found,) = read_all([document], witnesses=(Grammar(taggers),))
    assert not [one for one in found.claims if one.kind == "influence"]
    (suggestion,) = found.suggestions
    assert suggestion.witnesses == ("tagger",)
    assert suggestion.certainty == (suggestion.stated, suggestion.stated)
    assert suggestion.spoken == (1.0, 1.0)


def test_who_saw_it_stands_once_in_a_claim(planted):
    text = "Prices of bread rose because rain failed."
    taggers = planted(text, cause={"cause": "rain failed", "effect": "prices of bread rose", "signal": "because"})
    document = Document("d.txt", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    (found,) = read_all([document], witnesses=(Grammar(taggers),))
    assert [one.witnesses for one in found.claims if one.kind == "influence"] == [("grammar", "tagger")]


def test_the_figures_are_shares_that_fall_with_the_tagger_s_doubt():
    figures = table("taggers")["influences"]
    for witness in ("both", "tagger", "grammar"):
        steps = figures[witness]
        assert steps[-1]["from"] == 0.0
        assert [step["from"] for step in steps] == sorted((step["from"] for step in steps), reverse=True)
        assert all(0 < step["right"] <= 1 for step in steps)


TALK = "We hold that you know it. I saw what he did. She told us so. You may ask her. "


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("The heavy rains caused a long delay.", False),
        ("They were late because the lake was long.", True),  # "lake" leaves out what is said of it
        ("Trade slowed because of the events.", True),  # events could be any
        ("The council held a march to honour the dead.", True),  # what somebody did it for
        ("If the rains fail, the mayor will close the dam.", True),  # what somebody would do
        ("If the rains fail, food prices will rise.", False),
    ],
)
def test_where_persons_are_told_of_choices_and_vague_ends_are_only_suggested(text, suggested):
    assert {one.suggested for one in influences(None, TALK + text)} == {suggested}
