"""What a share is of: who makes it up, what is done to it, whose it is.

Invariant: the words are the document's own but for those that join them ("share of", "as share of", "by").
"""

from __future__ import annotations

from sayso.lexicon.table import words as vocabulary
from sayso.read.grammar.inflection import participle
from sayso.read.grammar.measured import Measure
from sayso.read.grammar.place import Place
from sayso.read.grammar.verbs import is_share, is_total, object_of, subject_of
from sayso.read.parse import Word


def share(measure: Measure, base: str, place: Place, *, person: bool) -> str:
    """A share of ``base``: who in it, or what makes it up."""
    top, head = place.top, place.top.head
    while top.dep == "conj" and head in measure.taken:  # "94 % of the tin and 83 % of the lead"
        top, head = head, head.head
    if top.dep in {"nsubj", "nsubjpass"} and head.pos in {"VERB", "AUX"}:
        words = measure.predicate(head, passive=top.dep == "nsubjpass")
        link = "" if top.dep == "nsubjpass" else "who " if person else "that "
        return f"share of {base} {link}{words}"
    if top.dep == "pobj" and head.pos == "ADP":
        if head.head.pos in {"NOUN", "PROPN"}:
            return f"{measure.noun(head.head)} as share of {base}"
        head = head.head
    if head.pos in {"VERB", "AUX"}:
        actor = _leant_on(measure, head) or measure.actor(head)
        if head.dep not in {"acl"} and top.dep == "dobj" and not (is_share(head) or is_total(head)):
            done = f"share of {base} {participle(head)}"
            return f"{done} by {actor}" if actor and actor not in base else done
        return f"{actor} as share of {base}" if actor else f"share of {base}"
    if head is not top and head.pos in {"NOUN", "PROPN"}:
        return f"{measure.noun(head)} as share of {base}"
    return f"share of {base}"


def part(measure: Measure, place: Place) -> str | None:
    """ "51 % owned by the state": the share of which something is done."""
    done = next((word for word in place.words[place.last.i + 1 :] if word.pos != "ADV"), None)
    if done is None or done.tag != "VBN":
        return None
    if done.dep == "pcomp" and done.head.lower == "with":  # "exports rose, with half smuggled"
        whole = object_of(done.head.head) or subject_of(done.head.head)
        return f"share of {measure.noun(whole)} {measure.predicate(done, passive=True)}" if whole is not None else None
    head = place.top.head if place.top.head is not done else done.head
    if head.lower == "with":
        head = head.head
    owner = head if head.pos in {"NOUN", "PROPN"} else object_of(head) if place.top.dep == "pobj" else None
    if owner is None or owner is place.top:
        owner = subject_of(head)
    if owner is None or owner.pos not in {"NOUN", "PROPN"}:
        return None
    return f"share of {measure.noun(owner)} {measure.predicate(done, passive=True)}"


def _leant_on(measure: Measure, verb: Word) -> str | None:
    """ "Depends on copper for 70 % of its exports": copper has that share."""
    if verb.lemma.lower() not in vocabulary("measuring", "leaning"):
        return None
    on = next((child for child in verb.children if child.lower in {"on", "upon"}), None)
    thing = next((child for child in on.children if child.dep == "pobj"), None) if on is not None else None
    return measure.noun(thing) if thing is not None else None
