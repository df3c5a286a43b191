"""Ends that say too little to be a variable: a clause that found no name, a name without what is said of it, somebody of whom
nothing is said, words that would fit anything."""

from __future__ import annotations

from functools import cache

from sayso.lexicon.clauses import is_clause
from sayso.lexicon.nouns import singular
from sayso.lexicon.table import words
from sayso.read.grammar.influences.acting import nameless
from sayso.read.grammar.influences.nominal import DETERMINERS
from sayso.read.grammar.influences.signals import vocabulary


@cache
def _general() -> frozenset[str]:
    return words("variables", "general") | vocabulary().general


def vague(variable: str) -> bool:
    """Whether the name is a clause's words or no more than a general one."""
    if is_clause(variable) or nameless(variable):
        return True
    named = [word.lower() for word in variable.split() if word.lower() not in DETERMINERS and word.lower() != "other"]
    return len(named) <= 1 and all(word in _general() or singular(word) in _general() for word in named)
