"""Influences put by nouns: "the impact of X on Y", "X is a driver of Y", "Y is the result of X", "X and the resulting Y"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sayso.lexicon.table import table
from sayso.read.grammar.influences import thing as things
from sayso.read.grammar.influences.link import Link
from sayso.read.grammar.influences.signals import SIGNS, entries, lemma, vocabulary
from sayso.read.grammar.influences.thing import Thing
from sayso.read.grammar.phrase import child, children
from sayso.read.parse import Sentence, Word

_COPULAS = frozenset(
    {
        "be",
        "become",
        "remain",
        "constitute",
        "represent",
        "form",
        "pose",
        "provide",
        "offer",
        "create",
        "present",
        "prove",
        "give",
        "mean",
        "serve",
        "act",
        "see",
        "regard",
        "consider",
        "view",
    }
)


@cache
def _nouns(key: str) -> dict[str, int]:
    return {noun: SIGNS[sign] for noun, sign in table("causal")["noun"][key].items()}


def by_nouns(sentence: Sentence) -> Iterator[Link]:
    """The influences this sentence's nouns put, in order."""
    for word in sentence.words:
        if word.lower in ("resulting", "ensuing", "consequent") and word.dep == "amod":
            yield from _resulting(word)
        if word.pos != "NOUN":
            continue
        name = word.lemma.lower()
        if name in _nouns("of_on"):
            yield from _of_on(word, _nouns("of_on")[name])
        if name in _nouns("of_cause"):
            yield from _equated(word, _nouns("of_cause")[name], reverse=False)
        if name in _nouns("of_effect"):
            yield from _equated(word, _nouns("of_effect")[name], reverse=True)


def adjective_sign(noun: Word, default: int) -> int:
    """The sign an adjective gives the noun ("a negative effect"), else the noun's own."""
    known = vocabulary().adjectives
    for below in children(noun, "amod"):
        if below.lower in known:
            return known[below.lower]
    if noun.dep == "nsubj" and lemma(noun.head) == "be":
        for below in children(noun.head, "acomp"):
            if below.lower in known:
                return known[below.lower]
    return default


def _preposed(noun: Word, *which: str) -> Word | None:
    """The object of the noun's first preposition out of ``which``, also where the preposition hangs one step lower."""
    for prep in children(noun, "prep"):
        if prep.lower in which:
            return child(prep, "pobj", "pcomp")
        for inner in children(prep, "pobj"):
            for lower in children(inner, "prep"):
                if lower.lower in which and lower.lower != "of":
                    return child(lower, "pobj", "pcomp")
    return None


def _of_on(noun: Word, sign: int) -> Iterator[Link]:
    """ "The effect of X on Y", "X's effect on Y", "pressure on Y from X"."""
    effect = _preposed(noun, "on", "upon")
    cause = _preposed(noun, "from", "of") or child(noun, "poss")
    if effect is None and cause is not None and noun.lemma.lower() in ("consequence", "implication"):
        effect = _preposed(noun, "for")
    if effect is None or cause is None or cause is effect:
        return
    on = next((below for below in noun.subtree() if below.lower in ("on", "upon", "for") and below.i > noun.i), noun)
    causes = [thing for thing in things.of(cause) if not any(word is on for word in thing.words)] or _cut(cause, on)
    yield Link(causes, things.of(effect), adjective_sign(noun, sign), [noun, on], noun)


def _cut(cause: Word, at: Word) -> list[Thing]:
    """The cause's words before the preposition that begins the effect."""
    words = [word for word in things.noun_words(cause) if word.i < at.i]
    return [Thing(tuple(words), things.named(words))] if words else []


def _equated(noun: Word, sign: int, *, reverse: bool) -> Iterator[Link]:
    """ "X is the cause of Y" and, with the noun as the subject, "the cause of Y is X"."""
    other = (
        _preposed(noun, "of", "for", "behind", "to", "in", "from")
        if not reverse
        else _preposed(noun, "of", "to", "from")
    )
    equal = _equal(noun)
    if other is None or equal is None or equal is other:
        return
    if noun.lemma.lower() in entries("noun", "looming") and any(
        prep.lower == "of" and child(prep, "pobj", "pcomp") is other for prep in children(noun, "prep")
    ):
        sign = 1  # "a risk of floods" rises with the floods, "a risk to crops" does not
    sign = adjective_sign(noun, sign)
    causes, effects = (things.of(other), things.of(equal)) if reverse else (things.of(equal), things.of(other))
    yield Link(causes, effects, sign, [noun], noun)


def _equal(noun: Word) -> Word | None:
    """What the sentence equates with the noun."""
    verb = noun.head
    if noun.dep == "appos":
        return verb if verb.pos in ("NOUN", "PROPN") else None
    if noun.dep == "pobj" and noun.head.lower == "as":
        verb = noun.head.head
        if lemma(verb) in entries("noun", "using"):
            return child(verb, "dobj", "nsubjpass")
    elif noun.dep not in ("attr", "dobj", "nsubj", "oprd", "conj"):
        return None
    if lemma(verb) not in _COPULAS and verb.lemma not in _COPULAS:
        return None
    if noun.dep == "dobj" and verb.lemma in vocabulary().frames and verb.lemma not in ("pose", "mean"):
        return None
    if noun.dep == "nsubj":
        return child(verb, "attr", "ccomp") if verb.lemma == "be" else None
    subject = things.subject_of(verb)
    if subject is None or subject is noun or subject.dep == "expl":
        return None
    return subject


def _resulting(word: Word) -> Iterator[Link]:
    """ "Sanctions and the resulting crisis"."""
    noun = word.head
    if noun.dep == "conj" and noun.head.pos in ("NOUN", "PROPN"):
        cause = noun.head
        while cause.dep == "pobj" and cause.head.head.pos == "NOUN":
            cause = cause.head.head
        words = [w for w in things.noun_words(noun) if w is not word]
        yield Link(things.of_noun(cause)[:1], [Thing(tuple(words), things.named(words))], 1, [word], word)
