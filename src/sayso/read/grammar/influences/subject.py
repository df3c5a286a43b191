"""Who or what a clause is about, and whether that is somebody who acts or something that happens."""

from __future__ import annotations

from sayso.lexicon.table import words
from sayso.read.grammar.influences.signals import entries, vocabulary
from sayso.read.grammar.phrase import child
from sayso.read.parse import Word

SUBJECT = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_AGENT_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PERSON_ENDINGS = ("ist", "ician", "ologist", "crat", "eer", "men", "man", "ite", "ester", "estor")


def is_agent(word: Word) -> bool:
    """Whether the word names a person, a country or a body rather than an event, a state or a quantity."""
    if word.ent in _AGENT_ENTITIES:
        return True
    agents, name = vocabulary().agents, word.lemma.lower()
    if name in agents or word.lower in agents or name.endswith(_PERSON_ENDINGS):
        return True
    return word.pos == "PROPN" and not word.ent and word.i > 0


def subject_above(pronoun: Word) -> Word | None:
    """For the subject of an adverbial clause ("because it needs the taxes"), the subject of the clause above."""
    verb = pronoun.head
    if pronoun.dep not in SUBJECT or verb.dep != "advcl" or verb.head is verb:
        return None
    return child(verb.head, *SUBJECT)


def is_event(word: Word) -> bool:
    """Whether the noun names an event or a state rather than a thing: by name, or by an ending that makes nouns of verbs."""
    known, name = vocabulary(), word.lemma.lower()
    return name in known.events or name in known.nouns or name.endswith(known.event_endings)


def is_harm(word: Word) -> bool:
    """Whether the noun names what one would rather not have: a want, an ill, an incident, a restriction."""
    name = word.lemma.lower()
    listed = name in words("direction", "bad") or name in entries("sequence", "incidents")
    return listed or name in entries("pressure", "restraints")


def subject_of(verb: Word) -> Word | None:
    """The clause's subject, also where it stands with the verb this one is coordinated with or controlled by."""
    seen = 0
    while seen < 8:
        own = child(verb, *SUBJECT)
        if own is not None:
            return own
        if verb.dep in ("conj", "xcomp", "advcl", "pcomp") and verb.head is not verb:
            verb, seen = verb.head, seen + 1
        elif verb.dep in ("acl", "relcl"):
            return verb.head
        else:
            break
    before = [
        below
        for below in verb.children
        if below.i < verb.i and below.dep in ("compound", "nmod", "npadvmod") and below.pos in ("NOUN", "PROPN")
    ]
    return before[-1] if before and verb.pos == "VERB" else None
