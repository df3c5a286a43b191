"""What a number without a unit of its own counts: the noun it goes with, or what its clause says it is a number of.

Invariant: a unit is only given where the words beside the number, or the clause it stands in, name it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.lexicon.table import words as vocabulary
from sayso.read.grammar.amounts import Amount
from sayso.read.grammar.inflection import singular
from sayso.read.grammar.place import Place, complement, modified
from sayso.read.grammar.units import TIMES, rate_after
from sayso.read.grammar.verbs import is_change, is_total
from sayso.read.parse import Word

_HYPHENATED = vocabulary("designations", "hyphenated")
_HARM = vocabulary("designations", "harm")
_MOVING = vocabulary("designations", "moving")
_FLEEING = vocabulary("designations", "fleeing")
_PERSONAL = frozenset({"PERSON", "NORP"})
_BETWEEN_POS = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "NUM", "PART", "X", "SYM"})
_FACTORS = frozenset({"the", "as", "its", "their", "that", "what", "his", "her", "more", "over"})
_FAR = 7  # words between a number and the noun it counts


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun, if one stands there, its unit (``None`` where the number counts nothing), and where in the sentence's text
    the number with it ends."""

    noun: Word | None
    unit: str | None
    end: int


class Counting:
    """Reads what the numbers of one sentence count, in order; ``dated`` are the words of its dates."""

    def __init__(self, text: str, dated: set[Word]) -> None:
        self._text = text
        self._dated = dated
        self.previous: str | None = None

    def of(self, amount: Amount, place: Place) -> Counted:
        """The noun that a number counts or modifies, its unit, and where the span ends."""
        if amount.unit is not None:
            return Counted(modified(place), amount.unit, amount.end)
        hyphen = re.compile(r"-([A-Za-z]+)").match(self._text, amount.end)
        if hyphen:
            if hyphen[1].lower() not in _HYPHENATED:
                return Counted(None, None, amount.end)
            unit = "person" if hyphen[1].lower() == "strong" else hyphen[1].lower()
            return Counted(_outermost(modified(place) or place.top.head), unit, hyphen.end())
        noun = self._noun(amount, place)
        if noun is not None and noun.lower == "times":
            return self._times(amount, place, noun)
        if noun is not None:
            end = max(amount.end, noun.end - place.words[0].start)
            rate = rate_after(self._text, end)
            return (
                Counted(noun, f"{singular(noun)}/{rate[0]}", rate[1])
                if rate and rate[0] in TIMES
                else Counted(noun, singular(noun), end)
            )
        return Counted(None, self._bare(amount, place), amount.end)

    def _times(self, amount: Amount, place: Place, noun: Word) -> Counted:
        """A factor ("five times the price", "3 times higher"), or how often, if in digits."""
        after = place.words[noun.i + 1] if noun.i + 1 < len(place.words) else None
        factor = after is not None and (after.lower in _FACTORS or after.tag in {"JJR", "RBR"})
        if not factor and amount.form != "digits":
            return Counted(None, None, amount.end)
        end = noun.end - place.words[0].start
        behind = place.words[noun.i + 2 : noun.i + 5] if after is not None and after.pos in {"DET", "PRON"} else []
        return Counted(next((word for word in behind if word.pos == "NOUN"), None), "times", end)

    def _noun(self, amount: Amount, place: Place) -> Word | None:
        behind = complement(place)
        if behind is None and place.top.dep == "quantmod" and place.top.head.dep == "nummod":
            behind = place.top.head.head
        if behind is not None and (amount.form == "vague" or amount.scale > 1 or amount.low is not None):
            if behind.tag not in {"NNS", "NNPS"}:
                behind = next(
                    (child for child in behind.children if child.dep == "conj" and child.tag == "NNS"), behind
                )
            return behind if behind.pos in {"NOUN", "PROPN"} and behind.i - place.last.i <= _FAR + 4 else None
        if (noun := modified(place)) is not None and noun not in self._dated:
            return noun
        found: Word | None = None
        for word in place.words[place.last.i + 1 : place.last.i + 1 + _FAR]:
            if (
                (word.pos not in _BETWEEN_POS and word.dep != "amod" and word.tag not in {"HYPH", "RP"})
                or word in self._dated
                or word.text in {"’s", "'s"}
            ):
                break
            if word.pos in {"NOUN", "PROPN"}:
                found = word
        return found

    def _bare(self, amount: Amount, place: Place) -> str | None:
        """The unit of a number that stands alone, where its clause says what it counts."""
        words = place.words
        after = words[place.last.i + 1] if place.last.i + 1 < len(words) else None
        before = words[place.first.i - 1] if place.first.i else None
        if self.previous and self._refers(place, before, after):
            return self.previous
        if (amount.form == "vague" and _act(place.top)) or (self._large(amount) and _moved(place.top)):
            return "person"
        if amount.form == "spelled" and amount.scale == 1 and not amount.hedged:
            return None
        if _harmed(place.top, after):
            return "person"
        if before is not None and before.pos == "NOUN" and "." in self._text[slice(*amount.core)]:
            return before.lemma.lower()
        if before is not None and before.lower == "pop":
            return "person"
        return _stated(place.top) or ("number" if self._large(amount) else None)

    def _large(self, amount: Amount) -> bool:
        return amount.scale > 1 or "," in self._text[slice(*amount.core)]

    def _refers(self, place: Place, before: Word | None, after: Word | None) -> bool:
        """Whether a bare number counts what the number before it counts: "three of them", "up from 18"."""
        if after is not None and after.lower == "of" and after.i + 1 < len(place.words):
            return place.words[after.i + 1].lower in {"them", "these", "those", "which", "whom"}
        above = place.words[place.first.i - 2].lower if place.first.i > 1 else ""
        to = place.top.head  # "from 70 lorries to 30"
        if to.lower == "to" and any(kid.lower == "from" and kid.i < to.i for kid in to.head.children):
            return True
        return before is not None and before.lower == "from" and above in {"up", "down"}


def _act(vague: Word) -> bool:
    """Whether "hundreds" or "thousands" alone are people, as they are wherever they act or something is done to them."""
    if vague.lower in {"billions", "trillions"}:
        return False
    return vague.dep in {"nsubj", "nsubjpass"} or _moved(vague)


def _moved(number: Word) -> bool:
    """Whether a bare number is that of people made to do something, or of those who flee: "the mill employed 40,000"."""
    verb = number.head.lemma.lower()
    return (number.dep == "dobj" and verb in _HARM | _MOVING) or (number.dep == "nsubj" and verb in _FLEEING)


def _harmed(top: Word, after: Word | None) -> bool:
    """Whether a bare number is that of people harmed: "killed 15", "15 wounded"."""
    if after is not None and after.tag in {"VBN", "VBD"} and after.lemma.lower() in _HARM:
        return True
    if top.dep == "pobj" and top.head.lower in {"over", "under", "about", "around"}:
        top = top.head
    return top.head.lemma.lower() in _HARM and top.dep in {"dobj", "nsubj", "nsubjpass", "prep", "npadvmod"}


def _stated(top: Word) -> str | None:
    """The noun whose value a bare number is: "a toll of 45", "the index rose to 109"."""
    head = top.head
    if head.dep == "prep" and head.head.pos == "NOUN" and head.lower in {"of", "at"} and top.dep == "pobj":
        return singular(head.head)
    verb = head.head if head.dep == "prep" else head
    if verb.lemma.lower() == "vote":
        return "vote"
    if verb.pos not in {"VERB", "AUX"} or not (is_change(verb) or is_total(verb)) or top.dep in {"nsubj", "appos"}:
        return None
    said_of = [child for child in verb.children if child.dep in {"dobj", "nsubj", "nsubjpass"} and child is not top]
    owner = next((child for child in reversed(said_of)), None)
    return singular(owner) if owner is not None and owner.pos == "NOUN" and owner.ent not in _PERSONAL else None


def _outermost(noun: Word) -> Word:
    """The noun that a noun is part of the name of: from "seat" of "120-seat assembly" to "assembly"."""
    while noun.dep in {"compound", "amod", "nmod", "nummod"} and noun.head.i > noun.i:
        noun = noun.head
    return noun
