"""Where a number stands in its sentence, and the nouns right behind it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from sayso.read.parse import Word

_MODIFIES = frozenset({"nummod", "compound", "amod", "nmod", "quantmod", "npadvmod", "nsubj", "poss"})
_WITHIN = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "NUM", "PART", "PUNCT", "VERB", "SYM", "CCONJ", "X"})
_STOPS = frozenset({",", ";", "(", ")", ":", "—", "–"})
_QUOTES = frozenset({'"', "'", "”", "’", "''"})
_FAR = 8  # words from a number to the noun it modifies


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands: its first and last word, the one the sentence hangs it by, and the noun it counts."""

    words: list[Word]
    first: Word
    last: Word
    top: Word
    noun: Word | None
    unit: str | None


def modified(place: Place) -> Word | None:
    """The noun to the right that the number with its unit modifies: "a €5 million upgrade"."""
    head = place.top.head
    if head.pos not in {"NOUN", "PROPN"} or not place.last.i < head.i <= place.last.i + _FAR or head.lower == "worth":
        return None
    if place.top.dep not in _MODIFIES:
        return None
    between = place.words[place.last.i : head.i]
    for before, word in pairwise(between):
        if word.text in _STOPS or word.pos not in _WITHIN or (word.pos == "CCONJ" and before.pos != "ADJ"):
            return None
    return head


def complement(place: Place) -> Word | None:
    """The noun behind "of" (or "worth of") right behind the number; of money also behind "in"."""
    at = place.last.i + 1
    words = place.words
    if at < len(words) and words[at].text in _QUOTES:
        at += 1
    if at < len(words) and words[at].lower == "worth":
        at += 1
    if at >= len(words) or words[at].lower not in {"of", "in"}:
        return None
    noun = next((child for child in words[at].children if child.dep in {"pobj", "pcomp"}), None)
    if words[at].lower == "in" and (noun is None or not _amounts_to(noun, words[at], place)):
        return None
    return noun


def _amounts_to(noun: Word, preposition: Word, place: Place) -> bool:
    """Whether a sum of money is "in" something as it is in "$5 million in losses", not where or when it is paid."""
    money = place.unit is not None and place.unit[:3].isupper()
    bare = noun.pos == "NOUN" and not noun.ent and not any(child.dep in {"det", "poss"} for child in noun.children)
    return money and bare and all(child.i > preposition.i for child in noun.children)


def counted_in(place: Place) -> Word | None:
    """The noun of a ratio: "one in four wells"."""
    if not any(word.lower in {"in", "out", "per"} for word in place.words[place.first.i : place.last.i]):
        return None
    found = None
    for word in place.words[place.last.i + 1 : place.last.i + 6]:
        if word.pos not in {"NOUN", "PROPN", "ADJ"}:
            break
        found = word if word.pos != "ADJ" else found
    return found


def nearest_noun(place: Place, taken: set[Word]) -> Word | None:
    """The noun nearest to the left, else to the right."""
    left = (
        word
        for word in reversed(place.words[: place.first.i])
        if word.pos in {"NOUN", "PROPN"} and word.ent not in {"DATE", "QUANTITY", "MONEY"} and word not in taken
    )
    right = (word for word in place.words[place.last.i + 1 :] if word.pos in {"NOUN", "PROPN"} and word not in taken)
    return next(left, None) or next(right, None)
