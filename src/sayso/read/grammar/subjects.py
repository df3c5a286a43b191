"""From a number's place in the sentence to the words for what it measures, and the word that states it.

Invariant: never empty; where the grammar tells nothing, the nearest noun or the unit stands in.
"""

from __future__ import annotations

import re

from sayso.lexicon.table import table
from sayso.lexicon.table import words as vocabulary
from sayso.read.grammar.beside import change_beside, located, told_beside
from sayso.read.grammar.inflection import participle
from sayso.read.grammar.measured import Measure
from sayso.read.grammar.place import Place, complement, counted_in, modified, nearest_noun
from sayso.read.grammar.shares import part, share
from sayso.read.grammar.units import TIMES
from sayso.read.grammar.verbal import by_verb, duration
from sayso.read.grammar.verbs import (
    governor,
    is_a_change,
    is_change,
    is_share,
    is_taking,
    is_total,
    object_of,
)
from sayso.read.parse import Word

_OWNED = re.compile(r"['’]s? ")
_FIGURES = vocabulary("measuring", "figures")
_PARTS = vocabulary("measuring", "parts")
_CARRYING = vocabulary("measuring", "carrying")
_QUANTITIES = table("measuring")["quantities"]
_PERSONS = vocabulary("designations", "persons")
_HOLDING = vocabulary("measuring", "holding")


def subject(measure: Measure, place: Place) -> str:
    """The words for what the number measures."""
    if (said := told_beside(measure, place)) is not None:
        words = said
    elif place.noun is not None and place.unit is None:
        words = _counted(measure, place)
    elif place.unit == "person":
        words = _in_role(measure, "people", place.top, person=True)
    else:
        words = _measured(measure, place)
    if not words:
        near = nearest_noun(place, measure.taken)
        words = measure.noun(near) if near is not None else ""
    words = located(measure, place, words)
    quantity = _QUANTITIES.get(place.unit or "", "")
    if quantity and words.startswith("thermometer"):
        return words.replace("thermometer", quantity, 1)
    if quantity and words[:1].isupper() and quantity not in words:
        return f"{quantity} of {words}"  # of a lake that is only named it is the volume that is 5 km³
    return words or place.unit or "number"


def predicate(place: Place) -> Word | None:
    """The verb that states the number, else the head of its sentence."""
    return governor(place.top) or (place.noun and governor(place.noun)) or None


def _counted(measure: Measure, place: Place) -> str:
    noun = place.noun
    assert noun is not None
    if (size := _sized(measure, place)) is not None:
        return size
    role = (
        place.top
        if noun.i > place.last.i and place.top.dep not in {"nummod", "compound", "quantmod", "amod", "nmod"}
        else noun
    )
    return _in_role(measure, measure.noun(noun), role, person=noun.ent == "NORP" or noun.lemma.lower() in _PERSONS)


def _sized(measure: Measure, place: Place) -> str | None:
    """What makes up a body whose size is told before it: "the 15-member council", "a 1,000-strong force"."""
    behind = place.words[place.last.i + 1 : place.last.i + 3]
    if len(behind) < 2 or behind[0].text != "-" or place.last.spaced or place.noun is None or behind[1] is place.noun:
        return None
    measure.taken.update(behind)
    member = behind[1]
    return f"{'people' if member.lower == 'strong' else member.lower + 's'} of {measure.noun(place.noun)}"


def _in_role(measure: Measure, base: str, role: Word, *, person: bool) -> str:
    """The base with what the clause says of it."""
    for _ in range(6):
        if role.dep != "conj" or role.head is role:
            break
        role = role.head
    verb = role.head
    adjectival = verb.pos == "AUX" and any(child.dep == "acomp" for child in verb.children)
    if role.dep in {"nsubjpass", "nsubj"} and (verb.pos == "VERB" or adjectival) and not base.endswith(verb.text):
        if role.dep == "nsubj" and (is_share(verb) or is_total(verb)) and not adjectival:
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
    if verb.lemma.lower() in _HOLDING:
        own = (
            actor and actor not in base and verb.tag != "VB"
        )  # "widened the ban to include 20 ships": whose they are is not told
        return f"{base} of {actor}" if own else base
    if is_total(verb) or (is_change(verb) and not is_taking(verb)):
        return base
    particle = next((f" {child.lower}" for child in verb.children if child.dep == "prt"), "")
    carried = verb.lemma.lower() in _CARRYING and not particle
    done = f"{base} {'carried' if carried else participle(verb)}{particle}"
    if verb.lemma == "leave" and (state := _left(verb)) is not None:
        done, actor = f"{done} {state.lower}", None if verb.dep == "relcl" else actor  # "an attack in A, which left …"
    return f"{done} by {actor}" if actor and actor not in base else done


def _left(verb: Word) -> Word | None:
    """What people are left as: "left 50 people dead"."""
    thing = object_of(verb)
    near = [*verb.children, *(thing.children if thing is not None else ())]
    return next(
        (one for one in near if thing is not None and thing.i < one.i <= thing.i + 2 and one.tag in {"JJ", "VBN"}), None
    )


def _under(measure: Measure, base: str, preposition: Word) -> str:
    """A number's noun behind a preposition: the noun above says what it is, or the verb above what is done with it."""
    head = preposition.head
    if preposition.lower == "of" and head.lemma.lower() in _FIGURES:
        return _in_role(measure, base, head, person=False)  # "a total of 40 mills were sold"
    if preposition.lower == "of" and (head in measure.taken or head.lemma.lower() in _PARTS):
        return base  # "a third of the 30 tonnes"
    owner = measure.noun(head) if head.pos in {"NOUN", "PROPN"} else measure.actor(head)
    if preposition.lower == "with" and owner:
        return f"{base} of {owner}"
    if head.pos in {"NOUN", "PROPN"}:
        words = measure.noun(head)
        if preposition.lower == "for" and _OWNED.search(base):  # "a lifeline for Mali's 20 million people"
            return base
        return words if base in words else f"{words}, {base}"
    if head.pos == "VERB" and (actor := measure.actor(head)) and (is_change(head) or is_total(head)):
        return f"{actor}, {base}"
    return base


def _measured(measure: Measure, place: Place) -> str:
    if place.unit == "times":
        verb = governor(place.top)
        return (measure.actor(verb) or "") if verb is not None else ""
    what = complement(place)
    percent = (place.unit or "").startswith("percent")
    if (side := change_beside(measure, place)) is not None:
        return side
    rate = place.top.dep == "pobj" and place.top.head.lower == "of"  # "a rate of 3 in every 1,000 births"
    if not rate and (many := counted_in(place)) is not None:
        return _in_role(measure, f"share of {measure.noun(many)}", many, person=False)
    if percent and what is None and (done := part(measure, place)):
        return done
    if (noun := modified(place)) is not None and noun not in measure.taken:
        return _done(measure, measure.noun(noun), noun.head) if noun.dep == "dobj" else measure.noun(noun)
    if what is not None:
        base = measure.noun(what)
        if percent:
            return share(measure, base, place, person=what.tag == "NNS" or what.ent == "NORP")
        first = place.top.head if place.top.dep == "conj" else place.top
        owner = next((child for child in first.children if child.dep == "poss"), None)
        if owner is not None:
            return f"{measure.noun(owner)} {base}"
        made = next((child for child in what.children if child.dep == "acl" and child.tag == "VBN"), None)
        if made is not None and place.top.dep not in {"nsubjpass", "nsubj"}:  # "50 tonnes of sand dredged in Mali"
            return f"{base} {measure.predicate(made, passive=True)}"
        return _in_role(measure, base, place.top, person=False)
    return _hanging(measure, place)


def _hanging(measure: Measure, place: Place) -> str:
    """A number with its unit that stands for itself: what it hangs from says what it measures."""
    top, head = place.top, place.top.head
    if top.dep == "conj" and head.dep in {"pobj", "dobj", "attr", "npadvmod", "nsubj", "nsubjpass"}:
        top, head = head, head.head
    while head in measure.taken and head.pos not in {"VERB", "ADP"} and head.head is not head:
        top, head = head, head.head
    done = next((child for child in top.children if child.dep == "acl" and child.tag == "VBN"), None)
    if done is not None and done.i > place.last.i:
        return f"amount {measure.predicate(done, passive=True)}"  # "the $40 a bag offered by the board"
    verb = governor(top)
    if (place.unit or "") in TIMES and verb is not None and top.dep in {"pobj", "npadvmod"} and not is_total(verb):
        return duration(measure, verb)
    if top.dep == "pobj" and head.pos == "ADP":
        return _behind(measure, head)
    if head.pos in {"VERB", "AUX"}:
        return by_verb(measure, head, "", place)
    if head is not top and head.pos in {"NOUN", "PROPN"}:
        return measure.noun(head)
    if head is not top and head.pos in {"ADJ", "ADV", "ADP"} and verb is not None:
        return by_verb(measure, verb, head.lower, place)
    return ""


def _behind(measure: Measure, preposition: Word) -> str:
    """A number behind a preposition."""
    head = preposition.head
    while head in measure.taken and head.pos != "VERB" and head.head is not head:
        head = head.head if head.head.pos != "ADP" else head.head.head
    if head.pos in {"NOUN", "PROPN"}:
        words = measure.noun(head)
        verb = governor(head)
        if preposition.lower == "by" and verb is not None and is_change(verb):
            return measure.change(verb, words)
        if head.dep == "dobj" and len(words.split()) <= 4:
            return _done(measure, words, head.head) if not is_total(head.head) else words
        return words
    if head.pos in {"VERB", "AUX"}:
        led = _led_to(head) if preposition.lower == "from" else None
        return measure.noun(led) if led is not None else by_verb(measure, head, preposition.lower, None)
    return ""


def _led_to(verb: Word) -> Word | None:
    """What rises or falls, where a verb only leads to it: "led to a rise in the number of cases, from 20 to 30"."""
    things = [below for kid in verb.children if kid.dep == "prep" for below in kid.children]
    change = next((thing for thing in things if is_a_change(thing.lemma.lower())), None)
    in_ = next((kid for kid in change.children if kid.lower == "in"), None) if change is not None else None
    return next((kid for kid in in_.children if kid.dep == "pobj"), None) if in_ is not None else None
