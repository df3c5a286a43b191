"""Influences put by making something so: "X makes Y higher", "X leaves Y exposed", "X makes it harder to do Y"."""

from __future__ import annotations

from sayso.read.grammar.influences import thing as things
from sayso.read.grammar.influences.cause import Cause, cause_of
from sayso.read.grammar.influences.clausal import adjective_noun
from sayso.read.grammar.influences.link import Link
from sayso.read.grammar.influences.nominal import noun_name
from sayso.read.grammar.influences.signals import THING, entries, lemma, vocabulary
from sayso.read.grammar.influences.subject import is_harm
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
    less = -1 if any(below.lower == "less" for below in small.children) else 1
    inner = child(small, "xcomp", "advcl", "ccomp")
    if holder.lower == "it" and inner is not None:
        off = vocabulary().states.get(small.lower, 1) < 0 or small.lower in entries("deterring", "adjectives")
        return Link(cause.things, things.of_clause(inner), -less if off else less, [verb, small], verb, cause.modality)
    if toward := _toward(holder, small):
        return Link(cause.things, things.of_noun(holder), toward * less, [verb, small], verb, cause.modality)
    if small.pos == "VERB":
        return Link(cause.things, things.of_clause(small), 1, [verb], verb, cause.modality)
    return Link(cause.things, [_so(verb, holder, small)], less, [verb], verb, cause.modality)


def _toward(holder: Word, small: Word) -> int:
    """1 or -1 where what is said of the thing only tells that there comes to be more or less of it, else 0: "higher", "worse" of
    a threat, "wiped out"."""
    if small.lower in ("worse", "better"):
        return 1 if (small.lower == "worse") == is_harm(holder) else -1
    if small.tag == "VBN" and small.pos == "VERB":
        return next((frame.sign for frame in vocabulary().frames.get(lemma(small), ()) if not frame.reverse), 0)
    known = vocabulary()
    return known.modifiers.get(small.lower, 0) or known.states.get(small.lower, 0) * (small.tag == "JJR")


def _so(verb: Word, holder: Word, small: Word) -> Thing:
    """What is made so, with how: "the bank more vulnerable"."""
    words = [word for word in sorted({*holder.subtree(), *small.subtree()}, key=lambda word: word.i) if word.i > verb.i]
    words = things.trimmed([word for at, word in enumerate(words) if word.i == words[0].i + at])
    if small.pos == "ADJ" and not adjective_noun(small.lower) and small.lower.islower():
        return Thing(tuple(words), noun_name(holder) or things.named(words), partial=True)
    if small.pos != "NOUN":
        return Thing(tuple(words), things.named(words))
    said = {id(word) for word in small.subtree()} - {id(word) for word in holder.subtree()}
    return Thing(tuple(words), f"{noun_name(holder)} being {noun_name(small, said)}")


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
