"""What a number measures by the verb above it: how large its subject is, by how much it changed, what somebody paid.

Invariant: the words are the document's own but for the few that join them ("amount", "for"); empty where the verb tells nothing.
"""

from __future__ import annotations

from sayso.lexicon.table import words as vocabulary
from sayso.read.grammar.inflection import participle
from sayso.read.grammar.measured import Measure
from sayso.read.grammar.place import Place
from sayso.read.grammar.verbs import (
    is_change,
    is_passive,
    is_taking,
    is_total,
    object_of,
)
from sayso.read.parse import Word

_HARM = vocabulary("designations", "harm")


def _sizes(verb: Word) -> bool:
    """Whether a verb tells how large something is or becomes."""
    return is_change(verb) or is_total(verb)


def by_verb(measure: Measure, verb: Word, preposition: str, place: Place | None) -> str:
    """A number that a verb governs, behind ``preposition`` if any."""
    thing = object_of(verb)
    if thing is not None and thing in measure.taken:
        thing = None
    if place is not None and place.top.dep == "nsubj" and thing is not None and not _sizes(verb):
        return f"amount that {measure.predicate(verb, passive=False)}"
    whose = measure.noun(thing) if thing is not None and thing.pos in {"NOUN", "PROPN"} else measure.actor(verb)
    if place is not None and _is_taken(verb, place):
        return _amount(measure, verb)
    if is_change(verb) and preposition not in {"to", "at", "from", "below", "above", "under"}:
        return measure.change(verb, whose) if whose else ""
    if _sizes(verb) or preposition in {"to", "at", "from"} or thing is not None:
        return _told_of(measure, verb, preposition, place) or whose or ""
    if verb.tag == "VBN" and place is not None and place.top.dep in {"npadvmod", "nsubj", "nsubjpass", "advmod", "dep"}:
        return _participial(measure, verb, place)
    if verb.lemma.lower() in _HARM:
        return f"people {measure.predicate(verb, passive=True)}"
    if place is not None and place.top.dep == "dobj":
        return _amount(measure, verb)
    actor = measure.actor(verb)
    words = measure.predicate(verb, passive=is_passive(verb))
    if place is not None and place.top.dep == "nsubj":
        return f"share that {words}" if (place.unit or "").startswith("percent") else f"amount that {words}"
    return f"{actor} {words}" if actor else words


def _told_of(measure: Measure, verb: Word, preposition: str, place: Place | None) -> str | None:
    """What a number is beyond what its verb is said of: "insured to $5,000", "fined Acme $2 million", "we expect 300 kg"."""
    thing, actor = object_of(verb), measure.actor(verb)
    alone = thing is None or thing in measure.taken
    if not _sizes(verb) and alone:
        return f"amount {participle(verb)} for {actor}" if actor and is_passive(verb) else None
    if place is None or place.top.dep != "dobj":
        return None
    named = thing is not None and not alone and thing.pos in {"NOUN", "PROPN"}
    if thing is not None and named and not _sizes(verb) and not preposition and _is_sum(place):
        return f"amount {participle(verb)} {measure.noun(thing)}"
    return f"amount {participle(verb)}" if alone and actor is None else None


def _is_sum(place: Place) -> bool:
    return (place.unit or "")[:3].isupper()


def _is_taken(verb: Word, place: Place) -> bool:
    unit = place.unit or ""
    return place.top.dep == "dobj" and bool(unit) and not unit.startswith("percent") and is_taking(verb)


def _participial(measure: Measure, verb: Word, place: Place) -> str:
    """ "70 % mined in the north"; "an estimated 40 barrels spilled", which the parser takes for it too."""
    about, words = measure.actor(verb), measure.predicate(verb, passive=True)
    if about is None and not (place.unit or "").startswith("percent"):
        return f"amount {words}"
    return f"share of {about} {words}" if about and words not in about else about or ""


def duration(measure: Measure, verb: Word) -> str:
    """ "time for which the study followed 210 women"."""
    actor = measure.actor(verb)
    return " ".join(part for part in ("time for which", actor, measure.predicate(verb, passive=False)) if part)


def _amount(measure: Measure, verb: Word) -> str:
    """ "amount paid by the ministry for repairs"."""
    actor = measure.actor(verb)
    rest = measure.predicate(verb, passive=True).partition(" ")[2]
    link = "to" if is_passive(verb) else "by"  # "Mali was allotted 18 tonnes"
    return " ".join(part for part in ("amount", participle(verb), actor and f"{link} {actor}", rest) if part)
