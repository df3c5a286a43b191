"""From a number's place in the sentence to the words for what it measures, and the word that states it.

Invariant: never empty; where the grammar tells nothing, the nearest noun or the unit stands in.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.lexicon.table import words as vocabulary
from sayso.read.grammar.measured import (
    Measure,
    governor,
    is_change,
    is_share,
    is_total,
    object_of,
    participle,
    subject_of,
)
from sayso.read.parse import Word

_HARM = vocabulary("designations", "harm")
_PERSONS = vocabulary("designations", "persons")
_HOLDING = frozenset(
    {
        "have",
        "include",
        "see",
        "be",
        "contain",
        "comprise",
        "remain",
        "need",
        "get",
        "there",
        "involve",
        "employ",
        "own",
    }
)
_PASSING = frozenset(
    {
        "of",
        "to",
        "at",
        "by",
        "from",
        "with",
        "over",
        "in",
        "for",
        "about",
        "around",
        "between",
        "than",
        "under",
        "above",
        "below",
        "on",
    }
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands: its first and last word, the one the sentence hangs it by, and the noun it counts."""

    words: list[Word]
    first: Word
    last: Word
    top: Word
    noun: Word | None
    unit: str | None


def subject(measure: Measure, place: Place) -> str:
    """The words for what the number measures."""
    words = _counted(measure, place) if place.unit is None and place.noun is not None else _measured(measure, place)
    if not words:
        near = _nearest_noun(place)
        words = measure.noun(near) if near is not None else ""
    return words or place.unit or "number"


def predicate(place: Place) -> Word | None:
    """The verb that states the number, else the head of its sentence."""
    return governor(place.top) or (place.noun and governor(place.noun)) or None


def modified(place: Place) -> Word | None:
    """The noun to the right that the number with its unit modifies: "a €5 million upgrade"."""
    head = place.top.head
    if head.i > place.last.i and head.pos in {"NOUN", "PROPN"} and head.i - place.last.i <= 8:
        between = place.words[place.last.i + 1 : head.i]
        if place.top.dep in {"nummod", "compound", "amod", "nmod", "quantmod", "npadvmod", "nsubj", "poss"} and all(
            word.pos in {"ADJ", "NOUN", "PROPN", "ADV", "NUM", "PART", "PUNCT", "VERB", "SYM", "CCONJ", "X"}
            and word.text not in {",", ";", "(", ")"}
            for word in between
        ):
            return head
    return None


def complement(place: Place) -> Word | None:
    """The noun behind "of" (or "worth of") right behind the number."""
    at = place.last.i + 1
    words = place.words
    if at < len(words) and words[at].lower == "worth":
        at += 1
    if at >= len(words) or words[at].lower != "of":
        return None
    return next((child for child in words[at].children if child.dep in {"pobj", "pcomp"}), None)


def _counted(measure: Measure, place: Place) -> str:
    noun = place.noun
    assert noun is not None
    role = (
        place.top
        if noun.i > place.last.i and place.top.dep not in {"nummod", "compound", "quantmod", "amod", "nmod"}
        else noun
    )
    return _in_role(measure, measure.noun(noun), role, person=noun.ent == "NORP" or noun.lemma.lower() in _PERSONS)


def _in_role(measure: Measure, base: str, role: Word, *, person: bool) -> str:
    """The base with what the clause says of it."""
    for _ in range(6):
        if role.dep != "conj" or role.head is role:
            break
        role = role.head
    verb = role.head
    if role.dep in {"nsubjpass", "nsubj"} and verb.pos == "VERB" and not base.endswith(verb.text):
        if is_share(verb) or is_total(verb):
            return base
        words = measure.predicate(verb, passive=role.dep == "nsubjpass")
        return f"{base} {words}" if role.dep == "nsubjpass" else f"{base} {'who' if person else 'that'} {words}"
    if role.dep == "dobj" and verb.pos == "VERB":
        return _done(measure, base, verb)
    if role.dep == "pobj" and verb.dep == "prep":
        return _under(measure, base, verb)
    if role.dep == "appos" and verb.pos in {"NOUN", "PROPN"}:
        return f"{base}, {measure.noun(verb)}"
    return base


def _done(measure: Measure, base: str, verb: Word) -> str:
    actor = measure.actor(verb)
    if is_total(verb) or is_change(verb):
        return base
    if verb.lemma.lower() in _HOLDING:
        return f"{base} of {actor}" if actor else base
    done = f"{base} {participle(verb)}"
    return f"{done} by {actor}" if actor and actor not in base else done


def _under(measure: Measure, base: str, preposition: Word) -> str:
    """A number's noun behind a preposition: the noun above says what it is, or the verb above what is done with it."""
    head = preposition.head
    if head.pos in {"NOUN", "PROPN"}:
        words = measure.noun(head)
        return words if base in words else f"{words}, {base}"
    if head.pos == "VERB" and (actor := measure.actor(head)) and (is_change(head) or is_total(head)):
        return f"{actor}, {base}"
    return base


def _measured(measure: Measure, place: Place) -> str:
    what = complement(place)
    percent = (place.unit or "").startswith("percent")
    if (noun := modified(place)) is not None:
        return _done(measure, measure.noun(noun), noun.head) if noun.dep == "dobj" else measure.noun(noun)
    if what is not None:
        base = measure.noun(what)
        return _share(measure, base, place) if percent else _in_role(measure, base, place.top, person=False)
    top, head = place.top, place.top.head
    if top.dep == "conj" and head.dep in {"pobj", "dobj", "attr", "npadvmod"}:
        top, head = head, head.head
    if top.dep == "pobj" and head.pos == "ADP":
        return _behind(measure, head)
    if head.pos in {"VERB", "AUX"}:
        return _verb(measure, head, "", place)
    if head is not top and head.pos in {"NOUN", "PROPN"}:
        return measure.noun(head)
    if head is not top and head.pos in {"ADJ", "ADV", "ADP"} and (verb := governor(head)) is not None:
        return _verb(measure, verb, head.lower, place)
    return ""


def _share(measure: Measure, base: str, place: Place) -> str:
    """A share of ``base``: who in it, or what makes it up."""
    top, head = place.top, place.top.head
    if top.dep in {"nsubj", "nsubjpass"} and head.pos in {"VERB", "AUX"}:
        words = measure.predicate(head, passive=top.dep == "nsubjpass")
        link = "" if top.dep == "nsubjpass" else "who " if head.pos == "VERB" else "that "
        return f"share of {base} {link}{words}"
    if top.dep == "pobj" and head.pos == "ADP":
        if head.head.pos in {"NOUN", "PROPN"}:
            return f"{measure.noun(head.head)} as share of {base}"
        head = head.head
    if head.pos in {"VERB", "AUX"}:
        actor = measure.actor(head)
        if head.dep not in {"acl"} and top.dep == "dobj" and not (is_share(head) or is_total(head) or is_change(head)):
            return f"share of {base} {participle(head)} by {actor}" if actor else f"share of {base} {participle(head)}"
        return f"{actor} as share of {base}" if actor else f"share of {base}"
    if head is not top and head.pos in {"NOUN", "PROPN"}:
        return f"{measure.noun(head)} as share of {base}"
    return f"share of {base}"


def _behind(measure: Measure, preposition: Word) -> str:
    """A number behind a preposition."""
    head = preposition.head
    if head.pos in {"NOUN", "PROPN"}:
        words = measure.noun(head)
        verb = governor(head)
        if preposition.lower == "by" and verb is not None and is_change(verb):
            return measure.change(verb, words)
        if head.dep == "dobj" and len(words.split()) <= 4:
            return _done(measure, words, head.head) if not is_total(head.head) else words
        return words
    if head.pos in {"VERB", "AUX"}:
        return _verb(measure, head, preposition.lower, None)
    return ""


def _verb(measure: Measure, verb: Word, preposition: str, place: Place | None) -> str:
    """A number that a verb governs, behind ``preposition`` if any."""
    thing = object_of(verb)
    if thing is not None and place is not None and thing is place.top:
        thing = None
    whose = measure.noun(thing) if thing is not None and thing.pos in {"NOUN", "PROPN"} else measure.actor(verb)
    if is_change(verb) and preposition not in {"to", "at", "from", "below", "above", "under"}:
        return measure.change(verb, whose) if whose else ""
    if is_change(verb) or is_total(verb) or preposition in {"to", "at", "from"} or thing is not None:
        return whose or ""
    subject = subject_of(verb)
    if verb.tag == "VBN" and place is not None and place.top.dep in {"npadvmod", "nsubj", "nsubjpass", "advmod", "dep"}:
        about = measure.actor(verb)
        words = measure.predicate(verb, passive=True)
        return f"share of {about} {words}" if about and words not in about else about or ""
    if verb.lemma.lower() in _HARM:
        return f"people {measure.predicate(verb, passive=True)}"
    actor = measure.actor(verb)
    rest = measure.predicate(verb, passive=True).partition(" ")[2]
    if subject is None and not rest:
        return ""
    return " ".join(part for part in ("amount", participle(verb), actor and f"by {actor}", rest) if part)


def _nearest_noun(place: Place) -> Word | None:
    """The noun nearest to the left, else to the right."""
    left = (word for word in reversed(place.words[: place.first.i]) if word.pos in {"NOUN", "PROPN"})
    right = (word for word in place.words[place.last.i + 1 :] if word.pos in {"NOUN", "PROPN"})
    return next(left, None) or next(right, None)
