"""What the networks see is given in characters of the document, wherever in it the words stand; what is missing sees nothing."""

import pytest

from sayso.core.document import Block, BlockKind, Document
from sayso.read.parse import parse
from sayso.read.tagger import windows
from sayso.read.tagger.taggers import Taggers
from sayso.read.tagger.tokens import vocabulary

SAID = "Ana Ruiz said that rain will come ."
MARKS = {"source": "Ana Ruiz", "cue": "said", "content": "that rain will come"}
CAUSED = "Prices rose because rain failed ."
ENDS = {"cause": "rain failed", "effect": "prices rose", "signal": "because"}


def parsed(*paragraphs, joint="\n"):
    text = joint.join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(paragraph)))
        at += len(paragraph) + len(joint)
    return next(parse([Document("d.txt", text, tuple(blocks))]))


def causes(taggers, document):
    """The causes seen in each sentence, and how probable it is that it states any."""
    seen = taggers.read(document).causes
    return [seen.of(sentence) for sentence in document.sentences], seen.stated


def shown(document, one):
    text = document.document.text
    parts = {role: [text[a:b] for a, b in stretches] for role, stretches in one.parts.items()}
    return text[slice(*one.anchor)], parts


def test_an_attribution_is_found_in_any_paragraph(planted):
    document = parsed("It was a quiet week.", "Ana Ruiz said that rain will come.", "Nothing followed.")
    (seen,) = planted(SAID, attribution=MARKS).read(document).attributions
    assert shown(document, seen) == ("said", {"source": ["Ana Ruiz"], "content": ["that rain will come"]})
    assert seen.sure["content"] == pytest.approx(0.998)


def test_a_source_in_the_paragraph_before_is_linked(planted):
    document = parsed("This is Ana Ruiz.", "“That rain will come,” she said.")
    (seen,) = planted(SAID, attribution=MARKS).read(document).attributions
    assert shown(document, seen)[1]["source"] == ["Ana Ruiz"]


def test_a_cause_is_found_by_its_sentence(planted):
    document = parsed("It was a quiet week. Prices rose because rain failed. Nothing followed.")
    found, stated = causes(planted(CAUSED, cause=ENDS), document)
    assert [len(one) for one in found] == [0, 1, 0]
    assert shown(document, found[1][0]) == ("rain failed", {"effect": ["Prices rose"], "signal": ["because"]})
    assert stated[1] == found[1][0].sure["sentence"] == pytest.approx(0.998)


def test_only_sentences_asked_about_are_shown(planted):
    document = parsed("Prices rose because rain failed. Why? Nothing followed from it.")
    seen = planted(CAUSED, cause=ENDS).read(document).causes
    assert seen.stated == {}
    assert seen.of(document.sentences[1]) == []  # a question of one word
    seen.of(document.sentences[2])
    assert list(seen.stated) == [2]


def test_temperature_and_threshold_of_the_file_are_used(planted):
    document = parsed("Prices rose because rain failed.")
    taggers = planted(CAUSED, cause=ENDS, record={"temperature": {"sentence": 6.0}, "threshold": {"links": 0.999}})
    found, stated = causes(taggers, document)
    assert stated[0] == pytest.approx(0.731)
    assert found[0][0].parts == {"effect": (), "signal": ()}


@pytest.mark.parametrize("kinds", [{"attribution": MARKS}, {"cause": ENDS}, {"attribution": MARKS, "cause": ENDS}])
def test_either_file_may_be_missing(planted, kinds):
    taggers = planted(f"{SAID} {CAUSED}", **kinds)
    document = parsed("Ana Ruiz said that rain will come.", "Prices rose because rain failed.")
    assert taggers.present == tuple(kinds)
    assert bool(taggers.read(document).attributions) == ("attribution" in kinds)
    assert any(causes(taggers, document)[0]) == ("cause" in kinds)


def test_without_any_file_nothing_is_seen(tmp_path):
    taggers, document = Taggers(tmp_path), parsed("Ana Ruiz said that.")
    assert taggers.present == ()
    assert (taggers.read(document).attributions, causes(taggers, document)) == ([], ([[]], {}))


@pytest.mark.parametrize("content", [b"", b"no network", "half", "the other kind"])
def test_a_damaged_network_is_named_and_the_other_is_asked(planted, tmp_path, content):
    taggers = planted(f"{SAID} {CAUSED}", attribution=MARKS, cause=ENDS)
    path = tmp_path / "0" / "cause.onnx"
    if content == "half":
        content = path.read_bytes()[: path.stat().st_size // 2]
    elif content == "the other kind":
        content = path.with_name("attribution.onnx").read_bytes()
    path.write_bytes(content)
    document = parsed("Ana Ruiz said that rain will come.", "Prices rose because rain failed.")
    sight = taggers.read(document)
    assert (len(sight.attributions), causes(taggers, document)) == (1, ([[], []], {}))
    (fault,) = sight.faults
    assert str(path) in fault
    assert "install sayso again" in fault


@pytest.mark.parametrize("content", ["", "{}", '{"version": "1.0", "trunc'])
def test_a_damaged_tokenizer_is_named_and_nothing_seen(planted, tmp_path, content):
    taggers = planted(SAID, attribution=MARKS)
    path = tmp_path / "0" / "tokenizer.json"
    path.write_text(content, "utf-8")
    document = parsed("Ana Ruiz said that rain will come.")
    sight = taggers.read(document)
    assert (sight.attributions, causes(taggers, document)) == ([], ([[]], {}))
    assert str(path) in sight.faults[0]


@pytest.mark.parametrize("text", ["", " \n ", "…", "-" * 900, "😀 " * 40, "rain " * 900, "\u200b\ufeff", "a\x00b"])
def test_odd_text_is_read(planted, text):
    taggers = planted(f"{SAID} {CAUSED}", attribution=MARKS, cause=ENDS)
    document = parsed(text)
    found, _ = causes(taggers, document)
    for one in (*taggers.read(document).attributions, *(one for each in found for one in each)):
        assert 0 <= one.anchor[0] < one.anchor[1] <= len(text)


def test_an_edit_elsewhere_changes_nothing_of_a_sentence(planted):
    taggers = planted(CAUSED, cause=ENDS)
    first, other = (
        causes(taggers, parsed(f"Prices rose because rain failed. {behind}"))[0][0]
        for behind in ("It was a quiet week.", "Something else entirely, at some length.")
    )
    assert first
    assert first == other


def test_windows_hold_whole_paragraphs_up_to_the_limit_and_cut_longer_ones_at_a_sentence(
    planted, monkeypatch, tmp_path
):
    monkeypatch.setattr(windows, "WINDOW", 20)
    document = parsed(*["Rain will come soon to us."] * 4, " ".join(["Rain will come to us all."] * 5))
    planted(SAID, attribution=MARKS)
    paragraphs = windows.Paragraphs(document, vocabulary(tmp_path / "0"))
    found = paragraphs.windows(paragraphs.places())
    assert [len(one.ids) - 2 for one in found] == [14, 14, 14, 14, 7]
    text = document.document.text
    assert [text[one.starts[0] : one.ends[-1]][-1] for one in found] == ["."] * 5
    assert sum(len(one.starts) for one in found) == 4 * 7 + 5 * 7


def test_table_cells_are_paragraphs(planted):
    text = "Rain will come | Ana Ruiz said"
    cells = ((0, 14), (17, 30))
    document = next(parse([Document("t.md", text, (Block(BlockKind.ROW, 0, 30, cells=cells),))]))
    (seen,) = planted(SAID, attribution=MARKS).read(document).attributions
    assert shown(document, seen) == ("said", {"source": ["Ana Ruiz"], "content": ["Rain will come"]})
