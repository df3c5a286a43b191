"""Opposites: which words of a text stand on which side of a pair that cannot both be so of one thing."""

import re
from functools import cache

from sayso.lexicon.table import table
from sayso.weigh.terms import Bag, term


@cache
def _antonyms() -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for at, pair in enumerate(table("weighing")["antonyms"]["pairs"]):
        for side, members in enumerate(pair):
            for member in members:
                found.setdefault(member, []).append((at, side))
    return {word: tuple(places) for word, places in found.items()}


_WORD = re.compile(r"(?<![^\W\d_])[a-z]+")  # no capitals: a name says nothing of degree


def degrees(text: str) -> frozenset[tuple[int, int]]:
    """The (pair, side) of every word of the table of opposites in a text; a pair with both sides in it says nothing."""
    known = _antonyms()
    found = {place for word in _WORD.findall(text) if word in known for place in known[word]}
    return frozenset((pair, side) for pair, side in found if (pair, 1 - side) not in found)


@cache
def opposite_terms() -> dict[tuple[int, int], Bag]:
    """The terms of each side of each pair of opposites."""
    pairs = table("weighing")["antonyms"]["pairs"]
    return {
        (at, side): frozenset(filter(None, map(term, members)))
        for at, pair in enumerate(pairs)
        for side, members in enumerate(pair)
    }
