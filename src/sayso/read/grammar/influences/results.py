"""Influences put by connectives before the effect: "X, so Y", "X. As a result, Y", "hence Y", "that is why Y"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.read.grammar.influences import thing as things
from sayso.read.grammar.influences.connectives import opened
from sayso.read.grammar.influences.link import Link
from sayso.read.grammar.influences.signals import entries, lemma
from sayso.read.grammar.phrase import child, children
from sayso.read.parse import Sentence, Word


def by_results(sentence: Sentence) -> Iterator[Link]:
    """The influences this sentence puts as results of what was said before, in order."""
    for word in sentence.words:
        if word.lower == "why":
            yield from _why(word)
        elif word.dep == "advmod" and _concludes(sentence, word):
            yield from _result(word, [word])
        elif word.dep == "prep" and (signal := _phrase(sentence, word)):
            yield from _result(word, signal)


def _phrase(sentence: Sentence, word: Word) -> list[Word]:
    """The words of "as a result" and the like, where no "of" or "to" follows."""
    signal = opened(sentence, word, "before_effect", "phrases") or []
    return signal if signal and child(signal[-1], "prep") is None else []


def _concludes(sentence: Sentence, adverb: Word) -> bool:
    """Whether the adverb draws a consequence: "hence", "therefore"; "so" only behind a clause; not "thus far"."""
    if adverb.lower == "so":
        before = sentence.words[adverb.i - 1] if adverb.i else adverb
        subject = child(adverb.head, *things.SUBJECT)
        return before.lower in (",", ";", "and", "-") and subject is not None and subject.i > adverb.i
    after = sentence.words[adverb.i + 1 : adverb.i + 2]
    return adverb.lower in entries("before_effect", "adverbs") and not any(word.lower == "far" for word in after)


def _why(word: Word) -> Iterator[Link]:
    """ "That is why Y"."""
    clause = word.head
    main = clause.head
    subject = child(main, *things.SUBJECT)
    if main is not clause and main.lemma == "be" and subject is not None and subject.lower in ("this", "that", "which"):
        yield Link([], things.of_clause(clause, without=[word]), 1, [word], clause, before="cause")


def _result(word: Word, signal: list[Word]) -> Iterator[Link]:
    """ "Hence Y", "and thus Y": what was said before, in this sentence or the last, is the cause."""
    verb = word.head
    while verb.dep in ("advmod", "preconj", "acomp") and verb.head is not verb:
        verb = verb.head
    if verb.pos not in ("VERB", "AUX") or _judged(verb):
        return
    effects = things.of_clause(verb, without=[word])
    earlier = verb.head if verb.dep == "conj" else _before(verb, word)
    if earlier is not None and earlier.pos in ("VERB", "AUX"):
        yield Link(things.of_clause(earlier), effects, 1, signal, verb)
    elif verb.dep == "ROOT":
        for other in children(verb, "conj"):
            if other.pos in ("VERB", "AUX"):
                effects += things.of_clause(other)
        yield Link([], effects, 1, signal, verb, before="cause")


def _before(verb: Word, connective: Word) -> Word | None:
    """The clause before ", so" or "; hence", which the parser hangs below the one behind."""
    clauses = (below for below in children(verb, "ccomp") if below.i < connective.i and child(below, "mark") is None)
    return next((below for below in clauses if child(below, *things.SUBJECT) is not None), None)


def _judged(verb: Word) -> bool:
    """Whether the sentence concludes or demands rather than tells ("it is therefore important", "should therefore")."""
    subject = child(verb, *things.SUBJECT)
    opinion = verb.pos == "AUX" and subject is not None and subject.lower in ("it", "this", "that")
    asked = any(below.lower in ("should", "must", "ought", "shall") for below in children(verb, "aux"))
    return opinion or asked or lemma(verb) in entries("reporting", "verbs")
