"""Influences put by sequence: what happens after, when or in something, where the second is of a kind that the first brings about.

Order in time alone is no cause. It is told as one where the second event is harm ("killed when it burst"), an answer of those
who rule or are ruled ("closed after the riots", "arrested when they marched"), or what somebody undergoes or does after a
deed. What only moves after something else moved ("prices fell after wages rose") is not taken for its effect.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sayso.lexicon.table import table
from sayso.read.grammar.influences import thing as things
from sayso.read.grammar.influences.connectives import even
from sayso.read.grammar.influences.link import Link
from sayso.read.grammar.influences.signals import lemma
from sayso.read.grammar.phrase import child, children
from sayso.read.parse import Sentence, Word

_NO_CAUSE = frozenset(
    {"DATE", "TIME", "GPE", "LOC", "FAC", "PERSON", "ORG", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"}
)


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(table("causal")["sequence"][key])


def by_sequence(sentence: Sentence) -> Iterator[Link]:
    """The influences this sentence puts by the order of events, in order."""
    for word in sentence.words:
        if word.lower in ("after", "when", "as") and word.dep in ("mark", "advmod"):
            yield from _clause(word)
        elif word.dep == "prep" and word.lower == "after":
            yield from _phrase(word)


def _clause(mark: Word) -> Iterator[Link]:
    """ "The plant was closed after rioters broke in", "three were hurt when the roof fell"."""
    clause, main = mark.head, mark.head.head
    if clause is main or clause.pos not in ("VERB", "AUX") or clause.dep != "advcl" or main.pos not in ("VERB", "AUX"):
        return
    if child(clause, *things.SUBJECT) is None or lemma(main) in _set("settings") or even(mark):
        return
    behind = clause.i > main.i
    told = harms(main) or (behind and _undergone(main, clause))
    if mark.lower != "as":
        told = told or _answers(main)
    if mark.lower == "after":
        told = told or (behind and main.pos == "VERB" and not things.movement(main))
    if told:
        yield Link(things.of_clause(clause, without=[mark]), things.of_clause(main, without=[clause]), 1, [mark], main)


def _undergone(main: Word, clause: Word) -> bool:
    """Whether something was done to somebody at the time something else happened."""
    passive = main.tag == "VBN" and child(main, "auxpass") is not None and child(main, "neg") is None
    return passive and clause.pos == "VERB" and clause.tag in ("VBD", "VBN", "VBP", "VBZ")


def _phrase(prep: Word) -> Iterator[Link]:
    """ "Killed in the clashes", "closed after the riots", "arrested after marching"."""
    main, target = prep.head, child(prep, "pobj", "pcomp")
    if target is None or main.pos != "VERB":
        return
    if target.dep == "pcomp":
        fits = target.tag == "VBG" and (harms(main) or _answers(main))
    else:
        fits = _incident(target) and (harms(main) or _answers(main))
    if fits:
        yield Link(things.of(target), things.of_clause(main, without=[prep]), 1, [prep], main)


def _incident(noun: Word) -> bool:
    """Whether the noun names something that happens, and neither when nor where."""
    if noun.pos != "NOUN" or noun.ent in _NO_CAUSE or noun.lemma.lower() in _set("times") or things.is_agent(noun):
        return False
    return noun.lemma.lower() in _set("incidents") or things.is_event(noun)


def harms(verb: Word) -> bool:
    """Whether somebody or something comes to harm, without a word of who does it."""
    name = lemma(verb)
    if child(verb, "agent") is not None:
        return False
    if name in _set("harmed"):
        return child(verb, "nsubjpass") is not None or verb.tag == "VBN"
    direct = child(verb, "dobj")
    injured = direct is not None and direct.lemma.lower() in _set("injuries") and name in _set("suffering")
    return injured or name in _set("perishing")


def _answers(verb: Word) -> bool:
    """Whether the verb says how somebody answers an event."""
    return lemma(verb) in _set("answers") or any(
        (lemma(verb), below.lower) in _particled() for below in children(verb, "prt")
    )


@cache
def _particled() -> frozenset[tuple[str, str]]:
    return frozenset((entry.split()[0], entry.split()[1]) for entry in _set("answers") if " " in entry)
