"""Influences put by making something so: "X makes Y higher", "X leaves Y exposed", "X makes it harder to do Y"."""

from __future__ import annotations

from sayso.read.grammar.influences import thing as things
from sayso.read.grammar.influences.cause import Cause, cause_of
from sayso.read.grammar.influences.link import Link
from sayso.read.grammar.influences.signals import THING, entries, lemma, vocabulary
from sayso.read.grammar.influences.thing import Thing
from sayso.read.grammar.phrase import child, children
from sayso.read.parse import Word

MAKING = frozenset({"make", "leave", "render", "keep"})


def made(verb: Word, cause: Cause | None = None) -> Link | None:
    """ "X makes Y higher", "X leaves Y exposed", "X makes it harder to do Y"."""
    if verb.lemma == "leave" and (lacking := _left_without(verb)) is not None:
        cause = cause or cause_of(verb)
        if cause is None or cause.rank < THING:
            return None
        return Link(cause.things, things.of_noun(lacking), -1, [verb, lacking.head], verb, cause.modality)
    small = child(verb, "ccomp", "oprd", "xcomp")
    holder = child(small, "nsubj", "nsubjpass") if small is not None else None
    if small is None or small.i < verb.i or child(small, "mark") is not None:
        return None  # "made a plea for the party to unite"
    if holder is None:
        holder = child(verb, "dobj")
    if holder is None or holder.i > small.i:
        return None
    cause = cause or cause_of(verb)
    if cause is None or cause.rank < THING:
        return None
    causes, modality = cause.things, cause.modality
    toward = vocabulary().modifiers.get(small.lower, 0) or vocabulary().states.get(small.lower, 0) * (
        small.tag == "JJR"
    )
    less = -1 if any(below.lower == "less" for below in small.children) else 1
    inner = child(small, "xcomp", "advcl", "ccomp")
    if holder.lower == "it" and inner is not None:
        off = vocabulary().states.get(small.lower, 1) < 0 or small.lower in entries("deterring", "adjectives")
        sign = -less if off else less
        return Link(causes, things.of_clause(inner), sign, [verb, small], verb, modality)
    if toward:
        return Link(causes, things.of_noun(holder), toward * less, [verb, small], verb, modality)
    if small.pos == "VERB":
        return Link(causes, things.of_clause(small), 1, [verb], verb, modality)
    return Link(causes, [_so(verb, holder, small)], less, [verb], verb, modality)


def _so(verb: Word, holder: Word, small: Word) -> Thing:
    """What is made so, with how: "the bank more vulnerable"."""
    words = [word for word in sorted({*holder.subtree(), *small.subtree()}, key=lambda word: word.i) if word.i > verb.i]
    words = things.trimmed([word for at, word in enumerate(words) if word.i == words[0].i + at])
    return Thing(tuple(words), things.named(words))


def goes_out(verb: Word) -> bool:
    """ "The syrup leaves the plant safe": a thing goes out of a place as it is."""
    if lemma(verb) != "leave":
        return False
    subject, small = things.subject_of(verb), child(verb, "ccomp", "oprd", "xcomp")
    place = child(verb, "dobj") or (child(small, *things.SUBJECT) if small is not None else None)
    if subject is None or place is None or things.is_event(subject) or subject.pos != "NOUN":
        return False
    return place.lemma.lower() in entries("leaving", "places")


def _left_without(verb: Word) -> Word | None:
    """What somebody is left without."""
    hosts = (verb, *children(verb, "dobj"))
    without = next((prep for host in hosts for prep in children(host, "prep") if prep.lower == "without"), None)
    return child(without, "pobj") if without is not None else None
