"""The words that tell a name for that of a medium or a body.

Invariant: what a name tells depends on its words alone, in any case.
"""

from functools import cache

from sayso.lexicon.table import table
from sayso.lexicon.table import words as vocabulary


def is_house(name: str) -> bool:
    """Whether a name has a word that tells it for a medium or a body."""
    corporate = frozenset(table("witnesses")["stand_in"]["corporate"])
    return not words_of(name).isdisjoint(bodies() | media() | corporate)


def words_of(name: str) -> frozenset[str]:
    return frozenset(name.lower().replace("-", " ").split())


@cache
def bodies() -> frozenset[str]:
    return vocabulary("actors", "organisation_words") | frozenset(table("witnesses")["in_office"])


@cache
def media() -> frozenset[str]:
    return frozenset(table("witnesses")["media"])
