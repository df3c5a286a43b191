"""Which words of a sentence a noun phrase or a clause takes up: a run without gaps, without what is only attached to it."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.read.grammar import phrase
from sayso.read.grammar.influences.naming import EDGE
from sayso.read.parse import Word

_LOOSE = frozenset({"conj", "cc", "relcl", "appos", "parataxis", "advcl", "mark", "preconj", "discourse", "ccomp"})
_DEEP_LOOSE = frozenset({"relcl", "appos", "parataxis", "advcl"})
_OUTER_CLAUSE = frozenset({"conj", "cc", "advcl", "mark", "parataxis", "discourse", "relcl", "ccomp"})
_BARE = ("VB", "JJ", "JJR", "NN", "NNS")


def trimmed(words: list[Word]) -> list[Word]:
    """Without punctuation at either edge; at least one word stays."""
    return phrase.trimmed(words, EDGE)


def _around(words: list[Word], head: Word) -> list[Word]:
    """The run of words around the head that no missing word interrupts (missing punctuation does not)."""
    return trimmed(phrase.run_with(sorted(words, key=lambda word: word.i), head))


def noun_words(head: Word) -> list[Word]:
    """The noun with its modifiers and complements, without its coordinated fellows, appositions and relative clauses."""
    found = [head]
    stack = [b for b in head.children if b.dep not in _LOOSE and not _added(b, head)]
    while stack:
        word = stack.pop()
        found.append(word)
        stack.extend(below for below in word.children if below.dep not in _DEEP_LOOSE)
    return _around([word for word in found if not _governed(word, head)], head)


def _governed(below: Word, head: Word) -> bool:
    """ "Without dialysis kidney failure kills": what a preposition without an object of its own stands right before."""
    preps = (word for word in head.head.children if word.dep == "prep" and word.i == below.i - 1)
    return below.dep == "compound" and any(phrase.child(prep, "pobj", "pcomp") is None for prep in preps)


def _added(below: Word, head: Word) -> bool:
    """Whether these words after the noun are set off by a comma ("the sanctions, announced in May")."""
    if below.i < head.i or below.dep not in ("acl", "prep"):
        return False
    return any(mark.text == "," and head.i < mark.i < below.i for mark in head.children)


def clause_words(verb: Word, without: Iterable[Word] = ()) -> list[Word]:
    """The clause's own words: no subordinate or coordinated clause, and nothing of ``without`` or what hangs on it."""
    left_out = set(map(id, without))
    found, stack = (
        [verb],
        [
            below
            for below in verb.children
            if (below.dep not in _OUTER_CLAUSE or _small(below)) and id(below) not in left_out
        ],
    )
    while stack:
        word = stack.pop()
        found.append(word)
        stack.extend(below for below in word.children if below.dep not in _DEEP_LOOSE and id(below) not in left_out)
    return _around(found, verb)


def _small(clause: Word) -> bool:
    """Whether a clause without a finite verb completes the one above: "lets convoys cross", "made the bank vulnerable"."""
    finite = any(below.dep in ("aux", "mark") and below.lower != "to" for below in clause.children)
    return clause.dep == "ccomp" and clause.i > clause.head.i and clause.tag in _BARE and not finite
