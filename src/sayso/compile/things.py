"""What a single word of a variable's name stands for: the thing it names, or less or more of the thing beside it.

Invariant: words of one group are one thing, whatever their number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from sayso.lexicon.names import unowned
from sayso.lexicon.nouns import singular
from sayso.lexicon.table import table, words

_YEAR = re.compile(r"(1[5-9]|20|21)\d\d")


@lru_cache(maxsize=1 << 16)
def thing_of(lower: str) -> str:
    """The thing a lower-case word names: the group's, or the word in the singular; empty for a word that names none."""
    word = unowned(lower).removesuffix(".")
    if word in words("variables", "function") or word in words("variables", "degree") or _YEAR.fullmatch(word):
        return ""
    return _groups().get(word) or _groups().get(singular(word)) or singular(word)


@cache
def _groups() -> dict[str, str]:
    return {member: group for group, members in table("variables")["groups"].items() for member in members}


@cache
def ways() -> Mapping[str, int]:
    """Which way a word before a noun says its thing goes: 1 for more of it, -1 for less."""
    return {**{word: way for key, way in _WAYS for word in table("direction")["modifier"][key]}, **levels()}


@cache
def levels() -> Mapping[str, int]:
    """Of those, the adjectives that can also tell which ones: poor families, high schools."""
    said = {word: way for key, way in _WAYS for word in table("direction")["level"][key]}
    return said | dict.fromkeys(words("variables", "weakly"), -1)


@cache
def movements() -> Mapping[str, int]:
    """Nouns that name only a movement, a measure or a want of the thing they stand with: 1, or -1 for less of the thing."""
    direction = table("direction")
    said = {word: way for key, way in _WAYS for word in direction["noun_last"][key]}
    return said | dict.fromkeys(words("variables", "wanting"), -1) | dict.fromkeys(words("variables", "counts"), 1)


@cache
def opposites() -> Mapping[str, str]:
    """Nouns that name the want of another: the thing there is less of."""
    return {word: thing_of(of) for word, of in table("variables")["opposites"].items()}


@cache
def deeds() -> Mapping[str, str]:
    """Forms of verbs that say what is done with a thing, each with the thing its noun names."""
    return {form: thing_of(noun) for noun, forms in table("variables")["deeds"].items() for form in forms}


_WAYS = (("up", 1), ("down", -1))
