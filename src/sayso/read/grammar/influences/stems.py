"""Lists: what a stem that ends in a colon begins, its items complete.

"By engineering coups, Moscow ensures:" makes effects of its items; "survival depends on:" makes causes of them; an item
that begins with its verb ("Makes leaders hesitant") has the subject of the item or stem before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.core.claim import Modality
from sayso.core.document import BlockKind
from sayso.lexicon.table import table
from sayso.read.grammar.influences import thing as things
from sayso.read.grammar.influences.cause import cause_of
from sayso.read.grammar.influences.link import Link
from sayso.read.grammar.influences.signals import EVENT, SIGNS, Frame, lemma, vocabulary
from sayso.read.grammar.influences.thing import Thing
from sayso.read.grammar.phrase import child, children, conjuncts
from sayso.read.parse import Parse, Sentence, Word

_LEVELS = 2  # headings above an item among which one of consequences is sought
_OUTCOMES = frozenset(
    {"consequence", "effect", "result", "outcome", "repercussion", "implication", "impact", "aftermath", "fallout"}
)  # headings
_MARKS = frozenset({"when", "if", "because"})
_REACH = 6  # words before the colon among which the stem's verb must stand


def stem_of(parse: Parse, sentence: Sentence) -> Sentence | None:
    """The last sentence of the stem of a list item's first sentence, if it ends in a colon."""
    block = parse.document.blocks[sentence.block]
    if block.kind is not BlockKind.ITEM or block.parent is None or parse.by_block[sentence.block][0] is not sentence:
        return None
    above = parse.by_block.get(block.parent)
    return above[-1] if above and above[-1].words[-1].text == ":" else None


def by_section(parse: Parse, sentence: Sentence) -> Iterator[Link]:
    """What a heading such as "Consequences of the strike" makes of the items below it that name something."""
    block = parse.document.blocks[sentence.block]
    if block.kind is not BlockKind.ITEM or parse.by_block[sentence.block][0] is not sentence:
        return
    outcomes = _outcomes(parse, sentence)
    if not outcomes:
        return
    for heading in _headings(parse, block.parent):
        of = child(heading.root, "prep")
        cause = child(of, "pobj") if of is not None and of.lower == "of" else None
        if heading.root.lemma.lower() in _OUTCOMES and cause is not None:
            yield Link(things.of_noun(cause), outcomes, 1, [heading.root], heading.root)
            return


def _outcomes(parse: Parse, sentence: Sentence) -> list[Thing]:
    """What an item says comes about: the thing it names, or what "they are likely to:" it does."""
    root, stem = sentence.root, stem_of(parse, sentence)
    if stem is not None and stem.words[-2].lower == "to" and root.tag == "VB" and child(root, *things.SUBJECT) is None:
        return things.of_clause(root)
    named: Word | None = root
    if root.pos == "VERB":  # "A rise in rents may slow building": the rise
        named = child(root, "nsubj") if vocabulary().frames.get(lemma(root)) else None
    if named is None or named.pos != "NOUN" or things.is_agent(named) or sentence.words[-1].text == ":":
        return []
    return things.of_noun(named)


def _headings(parse: Parse, above: int | None) -> Iterator[Sentence]:
    """The nearest headings a block stands under, at most two, also over the stem of its list."""
    if above is not None and parse.by_block.get(above) and parse.by_block[above][-1].words[-1].text == ":":
        above = parse.document.blocks[above].parent
    for _ in range(_LEVELS):
        if above is None or parse.document.blocks[above].kind is not BlockKind.HEADING:
            return
        if parse.by_block.get(above):
            yield parse.by_block[above][-1]
        above = parse.document.blocks[above].parent


def by_stem(parse: Parse, sentence: Sentence) -> Iterator[Link]:
    """The influences between a stem and this item of it."""
    stem = stem_of(parse, sentence)
    if stem is None:
        return
    yield from _by_verb(stem, sentence)
    yield from _by_noun(stem, sentence)
    yield from _by_condition(stem, sentence)
    yield from _overlooked(stem, sentence)


def _overlooked(stem: Sentence, sentence: Sentence) -> Iterator[Link]:
    """ "Influence campaigns:" and the item "fuel protests", whose verb was read as part of a compound."""
    first, root, known = sentence.words[0], sentence.root, vocabulary()
    if stem.root.pos not in ("NOUN", "PROPN") or root.pos != "NOUN" or first.dep != "compound":
        return
    frames = known.frames.get(known.forms.get(first.lower, ""), ())
    frame = next((one for one in frames if not one.tail and not one.reverse and one.rank < EVENT), None)
    words = [word for word in things.noun_words(root) if word.i > 0]
    if frame is not None and words and child(stem.root, "acl", "relcl") is None:
        yield Link(things.of_noun(stem.root), [Thing(tuple(words), things.named(words))], frame.sign, [first], first)


def _item(sentence: Sentence) -> list[Thing]:
    root = sentence.root
    if root.pos in ("VERB", "AUX", "ADJ"):
        return things.of_clause(root)
    return things.of_noun(root) if root.pos in ("NOUN", "PROPN", "PRON") else []


def _by_verb(stem: Sentence, sentence: Sentence) -> Iterator[Link]:
    last = stem.words[-1].i
    for verb in stem.words[max(0, last - _REACH) : last]:
        for frame in (
            vocabulary().frames.get(lemma(verb), ()) if verb.pos in ("VERB", "AUX") or verb.i == last - 1 else ()
        ):
            if not _open(stem, verb, frame):
                continue
            if frame.reverse:
                subject = things.subject_of(verb)
                if subject is not None:
                    yield Link(_item(sentence), things.of_noun(subject), frame.sign, [verb], verb)
                return
            causes = _means(verb)
            found = cause_of(verb)
            if not causes and found is not None and found.rank >= min(frame.rank, EVENT):
                causes = found.things
            if causes:
                yield Link(causes, _item(sentence), frame.sign, [verb], verb)
            return


def _open(stem: Sentence, verb: Word, frame: Frame) -> bool:
    """Whether the stem ends where the frame's object would stand."""
    behind = [word.lower for word in stem.words[verb.i + 1 : -1]]
    if frame.reverse and frame.tail:
        return frame.tail[-1] in behind
    return behind == list(frame.tail)


def _means(verb: Word) -> list[Thing]:
    """ "By doing this and that": each deed."""
    by = next((prep for prep in children(verb, "prep", "agent", "advcl") if prep.lower in ("by", "through")), None)
    inner = child(by, "pcomp", "pobj") if by is not None else None
    if inner is None or by is None:
        return []
    deeds = conjuncts(inner)
    for more in children(verb, "advcl"):
        if more.tag == "VBG" and by.i < more.i < verb.i:
            deeds.extend(conjuncts(more))
    return [thing for deed in deeds for thing in things.of(deed)]


def _by_noun(stem: Sentence, sentence: Sentence) -> Iterator[Link]:
    """ "Consequences of X:", "the reasons for Y are:"."""
    nouns = table("causal")["noun"]
    for word in stem.words:
        name = word.lemma.lower()
        governed = next(
            (child(prep, "pobj") for prep in children(word, "prep") if prep.lower in ("of", "for", "behind")), None
        )
        if name in ("pressure", "incentive") and stem.words[-2].lower == "to":
            yield Link(things.of_noun(word), _item(sentence), 1, [word], word)
        if governed is None or word.dep not in ("ROOT", "nsubj", "attr"):
            continue
        if name in ("consequence", "effect", "result", "outcome", "repercussion", "implication") and name in {
            **nouns["of_effect"],
            **nouns["of_on"],
        }:
            yield Link(things.of_noun(governed), _item(sentence), 1, [word], word)
        elif name in ("cause", "reason", "driver", "trigger", "motive", "source", "root") and name in nouns["of_cause"]:
            yield Link(_item(sentence), things.of_noun(governed), SIGNS[nouns["of_cause"][name]], [word], word)


def _by_condition(stem: Sentence, sentence: Sentence) -> Iterator[Link]:
    """ "Traders gain when their rivals are:" and the item "cut off from credit"."""
    clause = next((below for below in children(stem.root, "advcl") if below.i >= stem.words[-1].i - _REACH), None)
    marks = [below for below in clause.children if below.lower in _MARKS] if clause is not None else []
    causes = _item(sentence)
    if clause is None or not marks or not causes:
        return
    modality = Modality.CONDITIONAL if marks[0].lower == "if" else None
    yield Link(causes, things.of_clause(stem.root, without=[clause]), 1, marks[:1], stem.root, modality)


def subject_before(parse: Parse, sentence: Sentence, topic: list[Thing]) -> list[Thing]:
    """For an item that begins with its verb: what the item before it is about, else the subject of its stem."""
    block = parse.document.blocks[sentence.block]
    if block.kind is not BlockKind.ITEM or sentence.root.pos not in ("VERB", "AUX"):
        return []
    bare = sentence.root.tag == "VB" and sentence.root.i == 0
    if child(sentence.root, *things.SUBJECT) is not None or (
        sentence.root.tag not in ("VBZ", "VBD", "VBP") and not bare
    ):
        return []
    at = sentence.block - 1
    while at >= 0 and at != block.parent and parse.document.blocks[at].parent == block.parent:
        if topic and topic[0].words[0].start >= parse.document.blocks[at].start:
            return topic
        subject = _subject(parse, at)
        if subject is not None:
            return things.of_noun(subject)
        at -= 1
    subject = _subject(parse, block.parent) if block.parent is not None else None
    stem = parse.by_block.get(block.parent) if block.parent is not None else None
    if stem and stem[-1].root.pos in ("NOUN", "PROPN") and stem[-1].words[-1].text == ":":
        subject = stem[-1].root  # "Influence campaigns:" and what they do
    elif bare:
        return []  # an item that asks for a deed
    return things.of_noun(subject) if subject is not None else []


def _subject(parse: Parse, block: int) -> Word | None:
    sentences = parse.by_block.get(block)
    return child(sentences[-1].root, *things.SUBJECT) if sentences else None
