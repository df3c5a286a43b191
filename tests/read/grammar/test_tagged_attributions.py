"""What a trained tagger sees of an attribution the grammar names, dates and joins with what it saw itself."""

import pytest

from sayso.core.document import Block, BlockKind, Document
from sayso.read.grammar.witness import Grammar
from sayso.read.parse import parse

NEWS = "Jon Bale said that the office had “closed its doors to the public” and would not open them again before the spring."

ESSAY = "The old lake is fed by two small rivers that rise in the hills north of the town and dry out in summer. " * 5


def attributions(taggers, *paragraphs):
    """What is read in the paragraphs; one before them makes the text reportage."""
    return [one for one in _attributions(taggers, NEWS, *paragraphs) if one.content.start > len(NEWS)]


def in_a_report(taggers, sentence):
    return [one for one in _attributions(taggers, ESSAY.strip(), sentence) if one.content.start > len(ESSAY)]


def _attributions(taggers, *paragraphs):
    text = "\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(paragraph)))
        at += len(paragraph) + 1
    parsed = next(parse([Document("d.txt", text, tuple(blocks))]))
    return Grammar(taggers).read(parsed).attributions


def shown(one):
    source, cue, content = (span.text if span else None for span in (one.source, one.cue, one.content))
    return one.name, source, cue, content


def test_what_the_tagger_alone_sees_is_named_by_the_grammar(planted):
    text = "This old plan has a blessing from Ana Ruiz ."
    taggers = planted(text, attribution={"source": "Ana Ruiz", "cue": "blessing", "content": "this old plan"})
    found = attributions(taggers, "This old plan has a blessing from Ana Ruiz.")
    assert [shown(one) for one in found] == [("Ana Ruiz", "Ana Ruiz", "blessing", "This old plan")]


def test_a_pronoun_the_tagger_marks_is_the_source_before_it(planted):
    text = "In Ana Ruiz's words, rain will come. The old plan has her blessing ."
    taggers = planted(text, attribution={"source": "her", "cue": "blessing", "content": "the old plan"})
    found = attributions(taggers, "According to Ana Ruiz, rain will come.", "The old plan has her blessing.")
    assert shown(found[-1]) == ("Ana Ruiz", "her", "blessing", "The old plan")


def test_a_mark_is_nobody(planted):
    text = "A woman in Ostrand , told him she worries about the dam ."
    taggers = planted(text, attribution={"source": ",", "cue": "told", "content": "she worries about the dam"})
    found = attributions(taggers, "A woman in Ostrand, told him she worries about the dam.")
    assert all(one.source is None or one.source.text for one in found)
    assert "," not in [one.name for one in found]


def test_one_attribution_seen_by_both_is_one_with_the_tagger_s_edges(planted):
    text = "The ministry said in May that rain will come ."
    taggers = planted(text, attribution={"source": "the ministry", "cue": "said", "content": "rain will come"})
    (alone,) = attributions(None, "The ministry said in May that rain will come.")
    (both,) = attributions(taggers, "The ministry said in May that rain will come.")
    assert both.content.text == "rain will come"
    assert (both.name, both.date, both.via) == (alone.name, alone.date, alone.via)


def test_what_is_told_of_a_named_speaker_does_not_speak_for_him(planted):
    text = "Ana Ruiz, the engineer whose dam flooded a village, denied that rain broke it."
    taggers = planted(text, attribution={"source": "village", "cue": "denied", "content": "that rain broke"})
    (found,) = attributions(taggers, text)
    assert (found.name, found.source.text, found.content.text) == ("Ana Ruiz", "Ana Ruiz", "that rain broke")


def test_two_sources_of_the_grammar_both_get_the_tagger_s_content(planted):
    text = "Ana Ruiz and Jon Bale warned that rain will come ."
    taggers = planted(text, attribution={"cue": "warned", "content": "that rain will come"})
    found = attributions(taggers, "Ana Ruiz and Jon Bale warned that rain will come.")
    assert [(one.name, one.content.text) for one in found] == [
        ("Ana Ruiz", "that rain will come"),
        ("Jon Bale", "that rain will come"),
    ]


def test_no_part_comes_from_another_paragraph(planted):
    text = "Weather Desk 2 May rain will come , according to Ana Ruiz ."
    marks = {"source": "Ana Ruiz Weather Desk", "cue": "according to", "content": "2 May rain will come"}
    found = attributions(
        planted(text, attribution=marks), "Weather Desk, 2 May", "Rain will come, according to Ana Ruiz."
    )
    assert [shown(one) for one in found] == [("Ana Ruiz", "Ana Ruiz", "according to", "Rain will come")]


def test_a_heading_speaks_for_nobody(planted):
    marks = {"source": "our findings", "cue": "was a blessing", "content": "the old plan"}
    taggers = planted("Our findings . The old plan was a blessing .", attribution=marks)
    assert [one.source for one in attributions(taggers, "Our findings", "The old plan was a blessing.")] == [None]


def test_of_further_sentences_only_a_quotation_is_said(planted):
    marks = {
        "source": "Ana Ruiz",
        "cue": "insisted",
        "content": "tea was served rain will soon come storms follow each other",
    }
    taggers = planted(
        "Tea was served . Rain will soon come , Ana Ruiz insisted . “ Storms follow each other . ”", attribution=marks
    )
    pause = "Then all fell silent in the hall."
    line = f"Tea was served. {pause} Rain will soon come, Ana Ruiz insisted. {pause} “Storms follow each other.”"
    found = attributions(taggers, line)
    assert [one.content.text for one in found] == ["Rain will soon come", "Storms follow each other"]


@pytest.mark.parametrize("pronoun", ["I", "We"])
def test_the_document_itself_is_no_source(planted, pronoun):
    taggers = planted(
        "I we hope that rain comes .", attribution={"source": pronoun, "cue": "hope", "content": "that rain comes"}
    )
    assert attributions(taggers, f"{pronoun} hope that rain comes.") == []


def test_i_in_a_quotation_is_who_is_quoted(planted):
    taggers = planted(
        "According to Ana Ruiz , “ I hope that rain comes . ”",
        attribution={"source": "I", "cue": "hope", "content": "that rain comes"},
    )
    found = attributions(taggers, "According to Ana Ruiz, “I hope that rain comes.”")
    assert {one.name for one in found} == {"Ana Ruiz"}
    assert len(found) == 2
    assert all(one.via == () for one in found)


def test_a_table_s_sources_stay(planted):
    taggers = planted(
        "Rain will come , said Ana Ruiz .",
        attribution={"source": "Ana Ruiz", "cue": "said", "content": "rain will come"},
    )
    header, row = "Aspect | Details | Sources", "Rain | It fell in May. | Weather Office, 2024"
    body = f"{header}\n{row}"
    cells = [((0, 6), (9, 16), (19, 26)), ((27, 31), (34, 49), (52, 72))]
    blocks = (
        Block(BlockKind.ROW, 0, len(header), cells=cells[0]),
        Block(BlockKind.ROW, len(header) + 1, len(body), parent=0, cells=cells[1]),
    )
    parsed = next(parse([Document("t.md", body, blocks)]))
    assert [one.name for one in Grammar(taggers).read(parsed).attributions] == ["Weather Office"]


def test_a_verb_in_which_the_tagger_sees_nothing_said_is_no_cue_in_reportage(planted):
    text = "Ana Ruiz warned that rain will come ."
    taggers = planted(text, attribution={"source": "Ana Ruiz", "cue": "warned", "content": "that rain will come"})
    found = attributions(taggers, "Ana Ruiz warned that rain will come.", "The board rejects the plan.")
    assert [one.cue.text for one in found] == ["warned"]


def test_in_a_report_the_tagger_s_word_needs_a_word_of_saying(planted):
    marks = {"source": "Ana Ruiz", "cue": "blessing", "content": "this old plan"}
    taggers = planted("This old plan has a blessing from Ana Ruiz .", attribution=marks)
    assert in_a_report(taggers, "This old plan has a blessing from Ana Ruiz.") == []
    assert len(attributions(taggers, "This old plan has a blessing from Ana Ruiz.")) == 1


def test_in_a_report_the_grammar_s_relation_stands_as_it_is(planted):
    text = "The ministry warned in May that rain will come and that the dam may not hold ."
    taggers = planted(text, attribution={"source": "May", "cue": "warned", "content": "rain will come"})
    sentence = "The ministry warned in May that rain will come and that the dam may not hold."
    (alone,), (both,) = in_a_report(None, sentence), in_a_report(taggers, sentence)
    assert both == alone


def test_a_name_that_says_something_needs_no_second_witness(planted):
    marks = {"source": "Ana Ruiz", "cue": "blessing", "content": "this old plan"}
    taggers = planted("This old plan has a blessing from Ana Ruiz .", attribution=marks)
    found = attributions(taggers, "This old plan has a blessing from Ana Ruiz.", "Tom Hay said that rain will come.")
    assert [(one.name, one.content.text) for one in found] == [
        ("Ana Ruiz", "This old plan"),
        ("Tom Hay", "that rain will come"),
    ]


def test_what_a_clause_tells_of_a_claim_is_not_claimed(planted):
    text = "The lake shrank , Ana Ruiz warned , a claim that Jon Bale disputed ."
    taggers = planted(text, attribution={"cue": "claim", "content": "that Jon Bale disputed"})
    found = attributions(taggers, "It was a claim that Jon Bale disputed.")
    assert found == []


def test_each_of_two_sources_keeps_its_name(planted):
    text = "Ana Ruiz and Tom Hay agreed that rain will come ."
    marks = {"source": "Ana Ruiz and Tom Hay", "cue": "agreed", "content": "that rain will come"}
    found = attributions(planted(text, attribution=marks), "Ana Ruiz and Tom Hay agreed that rain will come.")
    assert [one.name for one in found] == ["Ana Ruiz", "Tom Hay"]


def test_a_relative_clause_alone_is_not_what_is_said(planted):
    text = "The mine feeds the town , which has no other income , Ana Ruiz said ."
    marks = {"source": "Ana Ruiz", "cue": "said", "content": "which has no other income"}
    found = attributions(
        planted(text, attribution=marks), "The mine feeds the town, which has no other income, Ana Ruiz said."
    )
    assert [one.content.text for one in found] == ["The mine feeds the town, which has no other income"]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("The mayor backed the old plan .", {"source": "The mayor", "cue": "backed", "content": "the old plan"}),
        ("Ana Ruiz declined to comment .", {"source": "Ana Ruiz", "cue": "declined", "content": "to comment"}),
        ("Tom Hay prefers tea .", {"source": "Tom Hay", "cue": "prefers", "content": "tea"}),
    ],
    ids=["a favour", "a silence", "a taste"],
)
def test_what_is_held_and_not_said_is_a_stance(planted, text, marks):
    (found,) = attributions(planted(text, attribution=marks), text.replace(" .", "."))
    assert (found.source.text, found.content.text, found.stance) == (marks["source"], marks["content"], True)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Ana Ruiz moaned that rain will come .", {"cue": "moaned", "content": "that rain will come"}),
        ("Ana Ruiz moaned about “ all this dreary rain ” .", {"cue": "moaned", "content": "“ all this dreary rain ”"}),
        ("Ana Ruiz gave a warning of rain .", {"cue": "warning", "content": "of rain"}),
    ],
    ids=["a whole clause", "a quotation", "a noun of saying"],
)
def test_what_is_said_in_other_words_is_no_stance(planted, text, marks):
    taggers = planted(text, attribution={"source": "Ana Ruiz", **marks})
    found = attributions(taggers, text.replace(" .", ".").replace("“ ", "“").replace(" ”", "”"))
    assert [(one.name, one.stance) for one in found] == [("Ana Ruiz", False)]


def test_a_stance_carries_nobody_s_words(planted):
    text = "The mayor backed a plan that Ana Ruiz said was old ."
    marks = {"source": "The mayor", "cue": "backed", "content": "a plan that Ana Ruiz said was old"}
    found = attributions(planted(text, attribution=marks), "The mayor backed a plan that Ana Ruiz said was old.")
    assert all(one.via == () for one in found)


def test_the_tagger_alone_is_not_believed_everything(planted):
    marks = {"source": "the", "cue": "blessing", "content": "plan was a blessing from Ana"}
    taggers = planted("The good old plan was a blessing from Ana Ruiz .", attribution=marks)
    assert attributions(taggers, "The good old plan was a blessing from Ana Ruiz.") == []


def test_who_is_meant_by_a_relative_is_named_and_the_relative_stays_the_source(planted):
    text = "Ana Ruiz , who warned that rain will come , left ."
    marks = {"source": "who", "cue": "warned", "content": "that rain will come"}
    (found,) = attributions(planted(text, attribution=marks), "Ana Ruiz, who warned that rain will come, left.")
    assert shown(found) == ("Ana Ruiz", "who", "warned", "that rain will come")


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("one villages will be moved", "forty-one villages will be moved"),
        ("villages will be moved to the", "villages will be moved to the hills"),
        ("villages will be moved", "villages will be moved"),
    ],
    ids=["inside a word", "before the noun", "whole"],
)
def test_what_is_cut_off_is_carried_on(planted, content, wanted):
    text = "Ana Ruiz warned that forty one villages will be moved to the hills ."
    taggers = planted(text, attribution={"source": "Ana Ruiz", "cue": "warned", "content": content})
    (found,) = attributions(taggers, "Ana Ruiz warned that forty-one villages will be moved to the hills.")
    assert found.content.text == wanted


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Rebels targeted the old grain store.", "Rebels", "targeted", "the old grain store"),
        ("Since May Kenya has launched raids on the camps.", "Kenya", "launched", "raids on the camps"),
        ("Asked about the leaking dam, Ana Ruiz left.", "", "Asked", "about the leaking dam"),
    ],
    ids=["an attack", "a light verb of deeds", "a participle nobody utters"],
)
def test_a_deed_is_no_saying_whatever_the_tagger_sees(planted, text, source, cue, content):
    marks = {"source": source, "cue": cue, "content": content}
    taggers = planted(text.replace(".", " .").replace(",", " ,"), attribution={k: v for k, v in marks.items() if v})
    assert attributions(taggers, text) == []


def test_a_quotation_belongs_to_the_cue_beside_it(planted):
    marks = {"source": "Ana Ruiz", "cue": "replied", "content": "Rain will soon come storms follow each other"}
    taggers = planted("Ana Ruiz replied rain will soon come storms follow each other", attribution=marks)
    found = attributions(
        taggers, "Ana Ruiz replied, “Rain will soon come.” Then she replied, “Storms follow each other.”"
    )
    assert [one.content.text for one in found] == ["Rain will soon come", "Storms follow each other"]
