"""How claims are put forward: a table of sentences, each with its predicate and the stance a careful reader gives it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.core.claim import Modality
from sayso.core.document import Block, BlockKind, Document
from sayso.read.grammar.modality import Stance, stance, under
from sayso.read.parse import Sentence, parse

# sentence, predicate, modality, negated, certainty (None: any)
CASES = [
    ("The mill closed in May.", "closed", "asserted", False, (1.0, 1.0)),
    ("The mill may close.", "close", "possible", False, None),
    ("The drought could halve the harvest.", "halve", "possible", False, None),
    ("The drought might not halve the harvest.", "halve", "possible", True, None),
    ("The harbour will reopen in June.", "reopen", "forecast", False, None),
    ("The harbour won't reopen in June.", "reopen", "forecast", True, None),
    ("The harbour is going to reopen.", "reopen", "forecast", False, None),
    ("The dam is expected to fail.", "fail", "forecast", False, (0.55, 0.95)),
    ("Output is projected to fall by a tenth.", "fall", "forecast", False, None),
    ("The union plans to strike.", "strike", "forecast", False, None),
    ("The clinic did not treat them.", "treat", "asserted", True, (1.0, 1.0)),
    ("The clinic never treated them.", "treated", "asserted", True, None),
    ("No trucks crossed the border.", "crossed", "asserted", True, None),
    ("Nobody crossed the border.", "crossed", "asserted", True, None),
    ("The bank failed to repay its lenders.", "repay", "asserted", True, None),
    ("The bank refused to repay its lenders.", "repay", "asserted", True, None),
    ("The bank reportedly repaid its lenders.", "repaid", "alleged", False, (0.0, 1.0)),
    ("The guards allegedly looted the store.", "looted", "alleged", False, (0.0, 1.0)),
    ("The guards are said to have looted the store.", "looted", "alleged", False, None),
    ("The guards are accused of looting the store.", "looting", "alleged", False, None),
    ("The river is likely to flood the valley.", "flood", "possible", False, (0.55, 0.8)),
    ("The river will likely flood the valley.", "flood", "possible", False, (0.55, 0.8)),
    ("The river is very likely to flood the valley.", "flood", "possible", False, (0.8, 0.95)),
    ("The river is unlikely to flood the valley.", "flood", "possible", False, (0.2, 0.45)),
    ("The river is highly unlikely to flood the valley.", "flood", "possible", False, (0.05, 0.2)),
    ("The river will almost certainly flood the valley.", "flood", "forecast", False, (0.95, 0.99)),
    ("The river will probably flood the valley.", "flood", "possible", False, (0.55, 0.8)),
    ("There is almost no chance that the river floods.", "floods", "possible", False, (0.01, 0.05)),
    ("There is a roughly even chance that the river floods.", "floods", "possible", False, (0.45, 0.55)),
    ("The pump apparently stopped.", "stopped", "possible", False, None),
    ("The pump seems to work.", "work", "possible", False, None),
    ("If the pump stops, the cellar floods.", "floods", "conditional", False, None),
    ("If the pump stops, the cellar floods.", "stops", "conditional", False, None),
    ("The cellar floods unless the pump runs.", "floods", "conditional", False, None),
    ("Should the pump stop, the cellar would flood.", "flood", "conditional", False, None),
    ("The cellar would flood.", "flood", "conditional", False, None),
    ("Were the pump to stop, the cellar would flood.", "flood", "conditional", False, None),
    ("The firm sold its fleet without paying the crews.", "paying", "asserted", True, None),
    ("The firm sold its fleet without paying the crews.", "sold", "asserted", False, None),
    ("The ministry denied selling the fleet.", "selling", "denied", False, None),
    ("The ministry refused to say whether the pump had stopped.", "stopped", "possible", False, (0.0, 1.0)),
    ("The ministry did not confirm that the pump had stopped.", "stopped", "possible", False, (0.0, 1.0)),
    ("The ministry did not deny that the pump had stopped.", "stopped", "possible", False, (0.0, 1.0)),
    ("The union does not think that longer shifts will cut costs.", "cut", "forecast", True, None),
    ("Nobody believes that the dam was safe.", "was", "asserted", True, None),
    ("The union has no doubt that the mill closed.", "closed", "asserted", False, None),
    ("There is no question that the mill closed.", "closed", "asserted", False, None),
    ("It is no secret that the mill closed.", "closed", "asserted", False, None),
    ("I am unconvinced that the mill closed.", "closed", "possible", False, (0.2, 0.45)),
    ("The firm closed mills instead of raising wages.", "raising", "asserted", True, None),
    ("There is no proof that the mill closed.", "closed", "asserted", True, None),
    ("The union does not think that the mill failed to pay.", "pay", "asserted", False, None),
    ("The union thinks that longer shifts will cut costs.", "cut", "forecast", False, None),
    ("The union does not know that the mill closed.", "closed", "asserted", False, None),
    ("The ministry said that the pump had stopped.", "stopped", "asserted", False, (1.0, 1.0)),
    ("It is unclear whether the pump had stopped.", "stopped", "possible", False, (0.0, 1.0)),
    ("The firm cut wages to save money.", "save", "possible", False, None),
    ("The firm cut wages to save money.", "cut", "asserted", False, None),
    ("The regulator tried to stop the sale.", "stop", "possible", False, None),
    ("The levee broke, flooding the town.", "flooding", "asserted", False, None),
    ("The levee could break, flooding the town.", "flooding", "possible", False, None),
    ("The strike did not cause the shortage.", "cause", "asserted", True, None),
    ("Neither port handled grain.", "handled", "asserted", True, None),
    ("Prices can rise quickly.", "rise", "possible", False, None),
    ("The plant was unable to meet demand.", "meet", "asserted", True, None),
    ("Exports rose, although imports did not grow.", "rose", "asserted", False, None),
    ("Experts doubt that the bridge will hold.", "hold", "forecast", False, None),
    ("The company does not expect prices to fall.", "fall", "forecast", True, None),
    ("The mayor threatened to close the market.", "close", "forecast", False, None),
    ("The cartel is believed to control the port.", "control", "possible", False, None),
    ("The cartel is considered to control the port.", "control", "asserted", False, (1.0, 1.0)),
    ("Smuggling potentially funds the militia.", "funds", "possible", False, None),
    ("Perhaps the tunnel collapsed.", "collapsed", "possible", False, None),
    ("The road remains closed.", "remains", "asserted", False, (1.0, 1.0)),
    ("It is possible that the tunnel collapsed.", "collapsed", "possible", False, None),
    ("The convoy has yet to arrive.", "arrive", "asserted", True, None),
    ("The talks are set to resume.", "resume", "forecast", False, None),
    ("The talks will resume if both sides agree.", "resume", "conditional", False, None),
    ("In case the talks resume, shelling will stop.", "stop", "conditional", False, None),
    ("The army stopped shelling the town.", "shelling", "asserted", True, None),
    ("The river is not likely to flood the valley.", "flood", "possible", False, (0.2, 0.45)),
    ("The river will not flood the valley.", "flood", "forecast", True, None),
    ("The report says the firm was not able to pay.", "pay", "possible", True, None),
    ("It is unlikely that the levee holds.", "holds", "possible", False, (0.2, 0.45)),
]


def _sentence(text: str) -> Sentence:
    document = Document("a.txt", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    return next(parse([document])).sentences[0]


@pytest.mark.parametrize(("text", "predicate", "modality", "negated", "certainty"), CASES)
def test_stance(text: str, predicate: str, modality: str, negated: bool, certainty: tuple[float, float] | None) -> None:
    sentence = _sentence(text)
    word = next(word for word in sentence.words if word.text == predicate)
    found = stance(sentence, word, (sentence.start, sentence.end))
    assert (found.modality, found.negated) == (Modality(modality), negated)
    if certainty is not None:
        assert found.certainty == certainty


def test_without_a_predicate_the_anchor_is_read() -> None:
    text = "The mill closed, and the bakery may follow."
    sentence = _sentence(text)
    assert stance(sentence, None, (0, 15)).modality is Modality.ASSERTED
    assert stance(sentence, None, (text.index("the bakery"), len(text) - 1)).modality is Modality.POSSIBLE


def test_an_anchor_without_words_is_read_as_the_sentence() -> None:
    assert stance(_sentence("The mill will close."), None, (3, 3)).modality is Modality.FORECAST


COLOURS = [
    ("said", "asserted", "asserted"),
    ("noted", "asserted", "asserted"),
    ("according to", "asserted", "asserted"),
    ("alleged", "asserted", "alleged"),
    ("claims", "asserted", "alleged"),
    ("accused", "asserted", "alleged"),
    ("has denied", "asserted", "denied"),
    ("denies", "alleged", "denied"),
    ("deny", "denied", "asserted"),
    ("did not deny", "asserted", "asserted"),
    ("warned", "asserted", "forecast"),
    ("projects", "asserted", "forecast"),
    ("expects", "asserted", "forecast"),
    ("warned", "possible", "possible"),
    ("claimed", "possible", "alleged"),
    ("claimed", "conditional", "conditional"),
    ("suggested", "asserted", "possible"),
    ("will propose", "asserted", "possible"),
    ("is unconvinced", "asserted", "denied"),
    ("doubts", "asserted", "denied"),
    ("is not sceptical", "asserted", "asserted"),
    ("are worried", "asserted", "possible"),
]


@pytest.mark.parametrize(("cue", "before", "after"), COLOURS)
def test_a_cue_colours_what_stands_under_it(cue: str, before: str, after: str) -> None:
    assert under(Stance(Modality(before)), cue).modality is Modality(after)


def test_an_allegation_leaves_open_how_likely_it_is() -> None:
    assert under(Stance(), "alleges").certainty == (0.0, 1.0)
    assert under(Stance(Modality.POSSIBLE, (0.2, 0.6)), "alleges").certainty == (0.2, 0.6)


WORDS = [
    "the",
    "port",
    "may",
    "not",
    "will",
    "likely",
    "if",
    "unless",
    "never",
    "no",
    "without",
    "fail",
    "to",
    "close",
    ",",
    "be",
    "said",
    "expected",
    "very",
    "only",
    "sell",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14), st.integers(0, 60), st.integers(0, 60))
def test_every_certainty_is_an_interval_of_shares(words: list[str], start: int, length: int) -> None:
    sentence = _sentence(" ".join(words))
    for word in [None, *sentence.words]:
        low, high = stance(sentence, word, (start, start + length)).certainty
        assert 0 <= low <= high <= 1
