"""Sentences the parser left without a verb: "aspirations … necessitate alignment" read as one long noun phrase.

Only where no word was taken for a finite verb, and some word is a form of a causal verb that fits its frame word by word,
is the sentence split there: what stands before is the cause, what stands after the effect.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.read.grammar.influences import thing as things
from sayso.read.grammar.influences.link import Link
from sayso.read.grammar.influences.signals import EVENT, Frame, vocabulary
from sayso.read.grammar.influences.thing import Thing
from sayso.read.parse import Sentence, Word

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_FORMS = frozenset({"NNS", "JJ", "VBZ", "VBP"})
_BREAKS = frozenset({",", ";", ":", "(", ")", "which", "that", "and", "but", "while"})


def by_salvage(sentence: Sentence) -> Iterator[Link]:
    """The influence of the one causal verb the parser overlooked, if there is exactly one."""
    words = sentence.words
    if len(words) < 4 or words[-1].text not in ".!" or any(w.tag in _FINITE and not _subordinate(w) for w in words):
        return
    known = vocabulary()
    found = []
    for word in words[1:-1]:
        if word.tag in _FORMS and word.i > 0 and words[word.i - 1].pos in ("NOUN", "PROPN", "PUNCT"):
            for frame in known.frames.get(known.forms.get(word.lower, ""), ()):
                after = _after(words, word.i + 1, frame)
                if after is not None and frame.rank < EVENT:
                    found.append((word, frame, after))
                    break
    if len(found) == 1:
        yield from _split(sentence, *found[0])


def _subordinate(word: Word) -> bool:
    return any(above.dep in ("relcl", "advcl", "ccomp") for above in (word, *word.ancestors()))


def _after(words: list[Word], at: int, frame: Frame) -> int | None:
    for part in frame.tail:
        if at >= len(words) or words[at].lower != part:
            return None
        at += 1
    return (
        at
        if at < len(words) and words[at].pos in ("NOUN", "PROPN", "ADJ", "DET", "PRON") and words[at].lower != "of"
        else None
    )


def _split(sentence: Sentence, verb: Word, frame: Frame, after: int) -> Iterator[Link]:
    words = sentence.words
    aside = 2 if [word.lower for word in words[max(0, verb.i - 2) : verb.i]] == ["in", "turn"] else 0
    before = _until(words[: verb.i - aside], {",", ";", "("})
    behind = _until([word for word in words[after:] if word.text not in ".!"], _BREAKS)
    if not before or not behind:
        return
    cause, effect = _moving(before), _moving(behind)
    if not cause.variable or not effect.variable:
        return
    causes, effects = ([effect], [cause]) if frame.reverse else ([cause], [effect])
    yield Link(causes, effects, frame.sign, words[verb.i : after], verb)


def _moving(words: list[Word]) -> Thing:
    """The words as a thing: what a first word says of more or less leaves the name."""
    sign = vocabulary().modifiers.get(words[0].lower, 0) if len(words) > 1 else 0
    return Thing(tuple(words), things.named(words[bool(sign) :]), sign or 1)


def _until(words: list[Word], breaks: frozenset[str] | set[str]) -> list[Word]:
    """The words from the beginning to the first break."""
    end = next((at for at, word in enumerate(words) if word.lower in breaks and at > 0), len(words))
    while words and words[0].pos in ("ADV", "PUNCT", "CCONJ"):
        words, end = words[1:], end - 1
    end = next((at for at, word in enumerate(words) if word.lower in breaks and at > 0), len(words))
    return words[:end]
