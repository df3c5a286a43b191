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
    return words("variables", "general") | vocabulary().general | DETERMINERS


def vague(variable: str) -> bool:
    """Whether the name is a clause's words or nothing but general ones."""
    if is_clause(variable) or nameless(variable):
        return True
    return all(word.lower() in _general() or singular(word.lower()) in _general() for word in variable.split())
