"""Influences put by motives: purpose ("did X to achieve Y"), grounds ("arrested for X"), feelings ("angered by X")."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.core.claim import Modality
from sayso.read.grammar.influences import thing as things
from sayso.read.grammar.influences.cause import after_comma, no_purpose
from sayso.read.grammar.influences.connectives import host_of
from sayso.read.grammar.influences.link import Link
from sayso.read.grammar.influences.signals import EVENT, Frame, entries, lemma, vocabulary
from sayso.read.grammar.influences.thing import Thing
from sayso.read.grammar.phrase import child, children
from sayso.read.parse import Sentence, Word

_ABOUT = frozenset({"by", "with", "at", "over", "about"})


def by_motives(sentence: Sentence) -> Iterator[Link]:
    """The influences of this sentence's purposes, grounds and feelings, in order."""
    for word in sentence.words:
        if word.tag == "VBG":
            yield from _motive(word)
        elif word.tag == "VB" and word.dep in ("advcl", "xcomp", "acl", "relcl", "conj"):
            yield from _purpose(word)
        if word.dep == "prep":
            yield from _ground(word)
        if word.dep in ("advcl", "acl", "amod", "ROOT", "dep") and word.lower in entries("motive", "feelings"):
            yield from _feeling(word)


def _motive(verb: Word) -> Iterator[Link]:
    """ "They marched, demanding X", "Fearing X, they marched": the demand moves them."""
    if verb.dep not in ("advcl", "acl", "xcomp") or verb.head is verb:
        return
    if not _demands(verb) or child(verb, *things.SUBJECT, "mark") is not None:
        return
    host = verb.head
    if verb.dep == "acl" and things.is_agent(host) and not after_comma(verb):
        return  # "those seeking help" are told from others
    if host.i > verb.i and (lemma(host) in entries("reporting", "verbs") or not _comma_behind(verb, host)):
        return
    yield Link(things.of_clause(verb), host_of(host, without=[verb]), 1, [verb], verb)


def _demands(verb: Word) -> bool:
    known, name = entries("motive", "participles"), lemma(verb)
    return name in known or any(f"{name} {prep.lower}" in known for prep in children(verb, "prep"))


def _comma_behind(word: Word, host: Word) -> bool:
    """Whether a comma ends what hangs on the word before its host begins."""
    last = max(below.i for below in word.subtree())
    return any(mark.text == "," and mark.i == last + 1 for mark in host.children)


def _feeling(word: Word) -> Iterator[Link]:
    """ "Angered by X, they marched": what is felt about."""
    prep = next((p for p in children(word, "prep", "agent") if p.lower in _ABOUT), None)
    target = child(prep, "pobj", "pcomp") if prep is not None else None
    host = word.head
    if target is None or prep is None or host is word or things.is_agent(target):
        return
    if host.pos in ("NOUN", "PROPN"):
        acts = host.head
        if host.dep not in things.SUBJECT or not _comma_behind(word, host):
            return
        host = acts
    if host.pos == "VERB" and lemma(host) not in entries("reporting", "verbs"):
        yield Link(things.of(target), things.of_clause(host, without=[word]), 1, [word, prep], host)


def _purpose(verb: Word) -> Iterator[Link]:
    """An infinitive of purpose after a complete clause or an undertaking: "did X to achieve Y", "a march to honour X"."""
    first = verb.head if verb.dep == "conj" and verb.head.tag == "VB" and child(verb, "aux") is None else verb
    to = next((below for below in children(first, "aux") if below.lower == "to"), None)
    main = first.head
    if to is None or main is first or main.i > verb.i or child(verb, "neg", *things.SUBJECT) is not None:
        return
    if child(verb, "dobj", "prep", "ccomp", "xcomp", "prt", "dative") is None or lemma(verb) in entries(
        "purpose", "idle"
    ):
        return
    if any(frame.rank < EVENT for frame in _frames(verb)):
        return
    if main.pos == "NOUN" and first.dep in ("acl", "relcl"):
        causes = _undertaking(main)
    elif main.pos == "VERB" and child(main, "neg") is None and not no_purpose(main):
        designed = child(main, "nsubjpass") if lemma(main) in entries("purpose", "participles") else None
        whole = not _asked(main) and (first.dep == "advcl" or _complete(main, first))
        causes = things.of_clause(main, without=[first]) if whole else []
        causes = things.of_noun(designed) if designed is not None and whole else causes
    else:
        causes = []
    if causes:
        yield Link(causes, things.of_clause(verb), 1, [to], verb, Modality.POSSIBLE)


def _undertaking(noun: Word) -> list[Thing]:
    """What is done for a purpose: the undertaking the infinitive hangs on, or the clause of "in order to", "in a bid to"."""
    name, above = noun.lemma.lower(), noun.head
    if (
        name in entries("purpose", "pretexts")
        and noun.dep == "pobj"
        and above.lower == "in"
        and above.head is not above
    ):
        host = above.head
        return things.of_clause(host, without=[above]) if host.pos == "VERB" else []
    return things.of_noun(noun) if name in entries("purpose", "undertakings") else []


def _frames(verb: Word) -> tuple[Frame, ...]:
    return vocabulary().frames.get(lemma(verb), ())


def _asked(main: Word) -> bool:
    """Whether the infinitive is the object's: "heard calls to resign", "won a right to vote"."""
    return any(below.lemma.lower() in entries("purpose", "asked") for below in children(main, "dobj"))


def _complete(main: Word, verb: Word) -> bool:
    """Whether the clause is whole without the infinitive: it has its object, or its verb needs none."""
    name = lemma(main)
    if name in entries("purpose", "comings"):
        return name != "go" or (
            main.tag != "VBG" and child(main, "prt") is None
        )  # "is going to stay", "went on to say"
    if child(main, "nsubjpass") is not None:
        return name in entries("purpose", "deeds")
    whole = any(below.i < verb.i and not things.is_agent(below) for below in children(main, "dobj"))
    return (
        whole
        and name not in entries("purpose", "lending")
        and (not _frames(main) or name in entries("purpose", "deeds"))
    )


def _ground(prep: Word) -> Iterator[Link]:
    """ "Arrested for X", "protests over X": the ground of an act."""
    if prep.lower not in ("for", "over", "against", "at", "about") or prep.head is prep:
        return
    host = prep.head
    names = {lemma(host), host.lemma}
    aimed = prep.lower == "for" and not names.isdisjoint(entries("ground", "aims"))
    if not aimed and names.isdisjoint(entries("ground", prep.lower)):
        return
    if host.pos == "NOUN" and host.dep != "ROOT":
        return  # inside a sentence "the protest against X" only says which protest
    target = child(prep, "pobj", "pcomp")
    if (
        target is None
        or target.ent in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "GPE", "PERSON")
        or (target.dep == "pobj" and things.is_agent(target))
    ):
        return
    effects = things.of_clause(host, without=[prep]) if host.pos == "VERB" else things.of_noun(host)
    if aimed:
        yield Link(effects, things.of(target), 1, [prep], host, Modality.POSSIBLE)
    else:
        yield Link(things.of(target), effects, 1, [prep], host)
