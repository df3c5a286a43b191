"""What a number measures where the words right beside it tell: so many times something, so far from somewhere, some of them.

Invariant: ``None`` where they tell nothing, so that the clause is asked.
"""

from __future__ import annotations

import re

from sayso.lexicon.names import state_of
from sayso.lexicon.table import words as vocabulary
from sayso.read.grammar.measured import Measure
from sayso.read.grammar.place import Place, nearest_noun
from sayso.read.grammar.units import TIMES
from sayso.read.grammar.verbs import governor, is_change, object_of, subject_of

_DIRECTIONS = vocabulary("measuring", "directions")
_LENGTHS = frozenset({"km", "m", "mi", "ft", "yd", "nmi"})
_BRIEF = 4  # words that need to be told whose or where
_WHERE = 7  # words that say where a distance leads to


def told_beside(measure: Measure, place: Place) -> str | None:
    """The words for what the number measures."""
    return _compared(measure, place) or _distance(measure, place) or _among(measure, place)


def _compared(measure: Measure, place: Place) -> str | None:
    """What is so many times something: "levels were 12 times the limit", "fell to four times the limit"."""
    noun, after = place.noun, place.words[place.last.i + 1 : place.last.i + 2]
    if noun is None or not after or after[0].lower != "times" or noun.dep not in {"attr", "pobj", "npadvmod"}:
        return None
    verb = governor(noun)
    if verb is None or not (verb.lemma == "be" or is_change(verb)):
        return None
    thing = object_of(verb)
    return measure.noun(thing) if thing is not None and thing is not noun else measure.actor(verb)


def _distance(measure: Measure, place: Place) -> str | None:
    """ "The mine lies 12 km away", "the village, 12 km west of the mine": how far what is named is from there."""
    at = place.last.i + 1
    if place.unit not in _LENGTHS or at >= len(place.words) or place.words[at].lower not in _DIRECTIONS:
        return None
    before = [word for word in place.words[: place.first.i] if word not in measure.taken]
    verb = governor(place.top)
    noun = subject_of(verb) if verb is not None else None
    if noun is None or (
        before and (before[-1].text in {",", "("} or (before[-1].pos in {"NOUN", "PROPN"} and before[-1].ent != "DATE"))
    ):
        noun = next((word for word in reversed(before) if word.pos in {"NOUN", "PROPN"}), None)
    if noun is None or noun in measure.taken:
        return None
    where = [word for word in place.words[at].subtree() if word.i >= at and word not in measure.taken]
    end = next((word.i for word in where if word.pos == "PUNCT"), at + _WHERE)
    words = re.sub(r" (?=['’]s?\b)", "", " ".join(word.text for word in where if word.i < end))
    named = measure.noun(noun)
    return f"distance of {named}" if named.endswith(words) else f"distance of {named} {words}"


def _among(measure: Measure, place: Place) -> str | None:
    """ "Three million of them children"; "Dunmore (pop. 15,000)"."""
    after = place.words[place.last.i + 1 : place.last.i + 4]
    if [word.lower for word in after[:2]] in (["of", "them"], ["of", "whom"]) and after[2:] and after[2].tag == "NNS":
        return measure.noun(after[2])
    at = next((word.i for word in place.words[max(0, place.first.i - 2) : place.first.i] if word.lower == "pop"), 0)
    return f"population of {measure.noun(place.words[at - 2])}" if at > 1 and place.words[at - 1].text == "(" else None


def change_beside(measure: Measure, place: Place) -> str | None:
    """The change of the noun before "up 12 %"; what the noun before is "worth"."""
    at = place.first.i - 1
    while at >= 0 and place.words[at] in measure.taken:
        at -= 1
    before = place.words[at] if at >= 0 else None
    if before is None or before.lower not in {"up", "down", "worth"} or before.dep == "prt":
        return None
    noun = nearest_noun(place, measure.taken)
    if before.lower != "worth" and before.head.lemma == "be":  # "traffic across the bridge was down"
        noun = subject_of(before.head) or noun
    if noun is None:
        return None
    return measure.noun(noun) if before.lower == "worth" else measure.change(before, measure.noun(noun))


def located(measure: Measure, place: Place, words: str) -> str:
    """The words with the country told right behind the number or in its clause, where they name nobody: "price in Mali"."""
    named = "’s" in words or "'s" in words or any(word[0].isupper() for word in words.split()[1:])
    if not words or named or len(words.split()) > _BRIEF or (place.unit or "").partition("/")[0] in TIMES:
        return words
    verb = governor(place.top)
    behind = place.words[place.last.i + 1 : place.last.i + 2]
    for preposition in (*behind, *(verb.children if verb is not None else ())):
        where = next((child for child in preposition.children if child.dep == "pobj"), None)
        if preposition.lower == "in" and where is not None and (where.ent == "GPE" or state_of(where.text)):
            return f"{words} in {measure.noun(where)}"
    return words
