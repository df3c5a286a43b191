"""Pressure by words: what is asked for follows from the asking, what is objected to brings the objection on.

"The union demands stricter fishing limits" reads: the union's demands work towards fishing limits, and limits on fishing hold
fishing back. Only the words of actors count, and of the papers they publish.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sayso.core.claim import Modality
from sayso.lexicon.table import table, words
from sayso.read.grammar.influences import thing as things
from sayso.read.grammar.influences.link import Link
from sayso.read.grammar.influences.naming import noun_name
from sayso.read.grammar.influences.owner import owner_of
from sayso.read.grammar.influences.thing import Thing
from sayso.read.grammar.phrase import child, children
from sayso.read.parse import Sentence, Word


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(table("causal")["pressure"][key])


def by_pressure(sentence: Sentence) -> Iterator[Link]:
    """The influences of demands and objections, in order."""
    for word in sentence.words:
        lemma = word.lemma
        if word.pos != "VERB" or not (lemma in _set("for") or lemma in _set("against")):
            continue
        subject, target = things.subject_of(word), child(word, "dobj")
        if subject is None or target is None or target.pos != "NOUN" or things.is_agent(target) or not _speaks(subject):
            continue
        if _once(word, subject):
            continue
        pressing = things.of_clause(word)
        if lemma in _set("against"):
            yield Link(things.of_noun(target), pressing, 1, [word], word)
        else:
            yield Link(pressing, things.of_noun(target), 1, [word], word, Modality.POSSIBLE)
            yield from _held_back(target)


def _speaks(subject: Word) -> bool:
    return things.is_agent(subject) or (_paper(subject) and owner_of(subject) is not None)


def _once(verb: Word, subject: Word) -> bool:
    """Whether somebody asks rather than a body presses: "they demand", "residents demanded answers" tell of an act."""
    if subject.pos in ("PRON", "DET") or subject.ent == "PERSON":
        return True
    return subject.tag == "NNS" and not subject.ent and not _paper(subject)


def _paper(subject: Word) -> bool:
    return subject.lemma.lower() in words("naming", "papers")


def _held_back(rule: Word) -> Iterator[Link]:
    """What a rule holds back, by the noun before it or after "on"."""
    if rule.lemma.lower() not in _set("restraints"):
        return
    held = next((child(prep, "pobj") for prep in children(rule, "prep") if prep.lower in ("on", "of")), None)
    held = held or next(
        (below for below in reversed(rule.children) if below.dep == "compound" and below.i < rule.i), None
    )
    if held is None or held.pos != "NOUN":
        return
    inside = {id(word) for word in held.subtree()} | {id(below) for below in rule.children if below.dep == "compound"}
    run = tuple(word for word in sorted({*held.subtree()}, key=lambda word: word.i))
    name = _plural(noun_name(held, inside), held)
    first = next((below for below in children(rule, "compound") if below.i == held.i - 1), None)
    if first is not None:
        run, name = (first, *run), f"{first.text} {name}"
    yield Link(things.of_noun(rule), [Thing(run, name)], -1, [rule], rule)


def _plural(name: str, held: Word) -> str:
    """Goods and deeds before another noun stand in the singular: "export controls" hold back exports."""
    return name if held.tag != "NN" or held.dep != "compound" or name.endswith(("s", "ing")) else name + "s"
