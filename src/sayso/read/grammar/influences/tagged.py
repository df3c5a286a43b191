"""What a trained tagger saw in a sentence, in the grammar's words: which way its causes and effects move and what they are called.

The stretches are the tagger's; variables, directions, sign and modality are the grammar's. An aim ("marched to stop the sale") is
for the tagger's corpus a cause of the deed; here the deed works towards its aim, possibly.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from sayso.core.claim import Modality
from sayso.lexicon.table import table
from sayso.read.grammar.influences import thing as things
from sayso.read.grammar.influences.cause import no_purpose
from sayso.read.grammar.influences.link import Link
from sayso.read.grammar.influences.signals import SIGNS, lemma, vocabulary
from sayso.read.grammar.influences.thing import Thing
from sayso.read.parse import Sentence, Word
from sayso.read.tagger.taggers import Seen

_AIMS = frozenset({"to", "aim", "bid", "attempt", "effort", "hope", "goal", "view"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "VERB", "AUX", "ADJ", "ADV", "NUM", "X"})
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "VERB", "AUX", "ADJ")


@cache
def _signals(key: str) -> frozenset[str]:
    return frozenset(table("taggers")["signals"][key])


@cache
def _nouns() -> dict[str, int]:
    return {
        noun: SIGNS[sign]
        for key in ("of_on", "of_cause", "of_effect")
        for noun, sign in table("causal")["noun"][key].items()
    }


def links(sentence: Sentence, seen: Sequence[Seen]) -> Iterator[tuple[Link, Mapping[str, float]]]:
    """A link for every relation that has both ends and is no concession ("despite X"), with the tagger's probabilities and,
    as ``grammar``, whether the grammar has something to say for it."""
    for one in seen:
        signal = [word for run in one.parts["signal"] for word in _words(sentence, run)]
        cause = _stated(_words(sentence, one.anchor))
        effects = [words for run in one.parts["effect"] if (words := _stated(_words(sentence, run)))]
        if not cause or not effects or any(word.lower in _signals("concessions") for word in (*signal, cause[0])):
            continue
        if [word.lower for word in signal] == ["for", "all"]:
            continue  # "for all his charm"
        causes, outcome = _things(cause), [thing for words in effects for thing in _things(words)]
        if not causes or not outcome:
            continue
        predicate = _predicate(signal, effects[0])
        link = Link(causes, outcome, _sign(signal), signal, predicate)
        aim = _is_aim(sentence, cause, signal)
        if aim and no_purpose(_top(effects[0])):
            continue  # "asks them to leave" wants them to
        if aim:
            link = replace(link, causes=outcome, effects=causes, predicate=_top(cause), modality=Modality.POSSIBLE)
        said = not aim and _whole(cause) and all(map(_whole, effects)) and any(map(_speaks_for, signal))
        yield link, {**one.sure, "grammar": float(said)}


def may_signal(sentence: Sentence) -> bool:
    """Whether a word stands in a sentence that may signal a cause by itself. Where none does and the grammar finds nothing, the
    tagger finds next to nothing that would be believed."""
    return any(word.lower in _signals("causes") for word in sentence.words)


def _words(sentence: Sentence, stretch: tuple[int, int]) -> list[Word]:
    return [word for word in sentence.words if word.start < stretch[1] and stretch[0] < word.end]


def _stated(words: list[Word]) -> list[Word]:
    """A stretch without who says it ("he added that"); nothing of a scrap that names nothing."""
    if all(word.pos not in _NAMING for word in words):
        return []
    said = frozenset(table("causal")["reporting"]["verbs"])
    first = 0
    for at, word in enumerate(words):
        clause = next((kid for kid in word.children if kid.dep == "ccomp" and kid in words and kid.i > word.i), None)
        if lemma(word) in said and clause is not None:
            first = next(place for place, other in enumerate(words) if other in clause.subtree())
        elif word.lower == "that" and at and lemma(words[at - 1]) in said:
            first = at + 1
    return things.trimmed(words[first:]) if words[first:] else []


def _top(words: Sequence[Word]) -> Word:
    """The word the others hang from, rather a verb or a noun than what stands beside it."""
    inside = {id(word) for word in words}
    tops = [word for word in words if id(word.head) not in inside or word.head is word]
    return next((word for word in tops if word.pos in _NOMINAL), tops[0] if tops else words[0])


def _whole(words: Sequence[Word]) -> bool:
    """Whether a stretch is a phrase or a clause, and not the end of one with the beginning of another."""
    inside = {id(word) for word in words}
    tops = [word for word in words if (id(word.head) not in inside or word.head is word) and word.pos in _NOMINAL]
    return len(tops) <= 2 and words[-1].pos not in ("DET", "ADP", "CCONJ", "SCONJ", "PART")


def _speaks_for(word: Word) -> bool:
    """Whether a signal's word is one of causes by the vocabulary."""
    if word.pos in ("VERB", "AUX"):
        motives = table("causal")["motive"]
        return (
            lemma(word) in vocabulary().frames
            or lemma(word) in motives["participles"]
            or word.lower in motives["feelings"]
        )
    return word.lower in _signals("causes") or word.lemma.lower() in _nouns()


def _things(words: list[Word]) -> list[Thing]:
    """What a stretch names: what the grammar names in it, each with the whole stretch as its words unless it stands apart."""
    inside = {id(word) for word in words}
    top = _top(words)
    outside = [kid for word in words for kid in word.children if id(kid) not in inside]
    found = [
        thing
        for thing in things.of(top, without=outside)
        if sum(id(w) in inside for w in thing.words) * 2 > len(thing.words)
    ]
    if len(found) > 1:
        return [replace(thing, words=tuple(word for word in thing.words if id(word) in inside)) for thing in found]
    name = found[0].variable if found else things.named(words)
    if name.lower() in _signals("pronouns"):
        return []
    partial = not found or found[0].partial
    return [Thing(tuple(words), name, found[0].direction if found else 1, partial=partial)] if name else []


def _predicate(signal: Sequence[Word], effect: Sequence[Word]) -> Word:
    verb = next((word for word in signal if word.pos == "VERB"), None)
    return verb or _top(effect)


def _sign(signal: Sequence[Word]) -> int:
    """The sign of the signal's words by the vocabulary; without one, more of the cause brings more of the effect."""
    for word in signal:
        frames = vocabulary().frames.get(lemma(word)) if word.pos in ("VERB", "AUX", "NOUN", "ADJ") else None
        if frames:
            rest = {other.lower for other in signal}
            return next((frame.sign for frame in frames if set(frame.tail) <= rest), frames[-1].sign)
        if word.pos == "NOUN" and word.lemma.lower() in _nouns():
            return _nouns()[word.lemma.lower()]
        if word.lower in _signals("hindering"):
            return -1
    return 1


def _is_aim(sentence: Sentence, cause: Sequence[Word], signal: Sequence[Word]) -> bool:
    """Whether the cause is what the effect was done for: an infinitive behind "to", a clause behind "so that"."""
    top = _top(cause)
    if {"so", "that"} <= {word.lower for word in (*signal, *cause[:2])}:
        return True
    to = any(kid.lower == "to" and kid.tag == "TO" for kid in top.children) and top.tag in ("VB", "VBP")
    first = cause[0].lower == "to" or (cause[0].i > 0 and sentence.words[cause[0].i - 1].lower == "to")
    return to and (first or any(word.lemma.lower() in _AIMS for word in signal))
