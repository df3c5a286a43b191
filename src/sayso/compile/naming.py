"""What a wording of a variable says, wording apart: the things it names, whose they are, where they go.

Invariant: wordings with the same :class:`Sense` are the same variable; a wording without a sense names none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from sayso.lexicon.names import canonical, fold, gazetteer, openers
from sayso.lexicon.table import table, words

_TOKEN = re.compile(r"[^\W\d_](?:[\w&'-]*\w)?(?:\.[^\W\d_]\b)*\.?|\d[\d.,]*")
_YEAR = re.compile(r"(1[5-9]|20|21)\d\d")


@dataclass(frozen=True, slots=True)
class Naming:
    """The analyst's word on variables: ``merges`` gives a name its wordings, ``splits`` wordings that stay by themselves."""

    merges: Mapping[str, Sequence[str]] = field(default_factory=dict)
    splits: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Sense:
    """What a wording names: its ``head`` (the noun the rest says more about), all its ``things`` with the head among them,
    the actors whose they are and those they go to, both sorted; ``owner`` is the actor named first."""

    head: str
    things: frozenset[str]
    actors: tuple[str, ...] = ()
    towards: tuple[str, ...] = ()
    owner: str | None = field(default=None, compare=False)
    _hash: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash((self.head, self.things, self.actors, self.towards)))

    def __hash__(self) -> int:
        return self._hash  # it is looked up far more often than made

    def is_part_of(self, other: Sense) -> bool:
        """Whether the other says the same and more of whose it is or where it goes."""
        return (
            (self.actors != other.actors or self.towards != other.towards or self.head != other.head)
            and set(self.actors).issubset(other.actors)
            and set(self.towards).issubset(other.towards)
            and self.things == other.things
        )


@lru_cache(maxsize=1 << 16)
def sense(wording: str) -> Sense | None:
    """What a wording says, or ``None`` if it is too general to be a variable.

    The head is the last thing before the first preposition, passed on by nouns that only measure ("risk of", "process of");
    what follows a word of circumstance ("after", "amid") says when and where, not what.
    """
    things: list[str] = []
    head = ""
    if is_clause(wording):
        return None
    actors: dict[str, None] = {}
    towards: dict[str, None] = {}
    heading = False
    tokens = _TOKEN.findall(fold(wording))
    at = 0
    while at < len(tokens):
        lower = tokens[at].lower()
        if at and lower in words("variables", "circumstance"):
            break
        name, size = _name_at(tokens, at)
        at += size
        if name:
            (towards if heading else actors)[name] = None
            continue
        if lower in words("variables", "prepositions"):
            heading = lower in words("variables", "towards")
            head = head or (things[-1] if things else "")
            if lower in ("of", "for") and head in words("variables", "measures"):
                things.remove(head)
                head = ""
        elif thing := thing_of(lower):
            things.append(thing)
    return _sensible(head or (things[-1] if things else ""), things, actors, towards)


def is_clause(wording: str) -> bool:
    """Whether the wording is a clause that found no name, rather than a name."""
    said = wording.replace("n't", " not").split()
    return any(word.lower() in words("variables", "clause") for word in said if word != "US")


def _sensible(head: str, things: list[str], actors: dict[str, None], towards: dict[str, None]) -> Sense | None:
    if not things and not actors and not towards:
        return None
    if not actors and not towards and words("variables", "general").issuperset(things):
        return None
    said = set(things)
    for rule in table("variables")["together"]:
        if said.issuperset(rule["all"]):
            said = said.difference(rule["all"]).union(rule["are"])
            head = rule["are"][-1] if head in rule["all"] else head
            if "of" in rule:
                actors = {**actors, rule["of"]: None}
    owner = next(iter(actors), None)
    if head in words("variables", "alone") and owner is not None:
        said, actors, towards = {head}, {owner: None}, {}
    return Sense(head, frozenset(said), tuple(sorted(actors)), tuple(sorted(towards)), owner)


@lru_cache(maxsize=1 << 16)
def thing_of(lower: str) -> str:
    """The thing a lower-case word names: the group's, or the word in the singular; empty for a word that names none."""
    word = lower.removesuffix("'s").removesuffix("'").removesuffix(".")
    if word in words("variables", "function") or word in words("variables", "degree") or _YEAR.fullmatch(word):
        return ""
    return _groups().get(word) or _groups().get(singular(word)) or singular(word)


@cache
def _groups() -> dict[str, str]:
    return {member: group for group, members in table("variables")["groups"].items() for member in members}


def singular(word: str) -> str:
    """The singular of a regular English noun."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _name_at(tokens: list[str], at: int) -> tuple[str, int]:
    """The actor named from here on, and how many tokens name it; no name and one token if there is none."""
    if not tokens[at][0].isupper():
        return "", 1
    if tokens[at].removesuffix("'s") in openers():
        for size in (5, 4, 3, 2):
            known = gazetteer().get(" ".join(tokens[at : at + size]).removesuffix("'s").removesuffix("'"))
            if known and at + size <= len(tokens):
                return known.name, size
    plain = tokens[at].removesuffix("'s").removesuffix("'")
    known = gazetteer().get(plain) or gazetteer().get(tokens[at])
    if known:
        return known.name, 1
    if plain.lower() in words("variables", "terms"):
        return "", 1
    size = _run(tokens, at)
    if size == 1 and at == 0 and not tokens[at].endswith(("'s", "s'")) and not plain[1:2].isupper():
        return "", 1  # a capital that opens the wording says nothing
    return canonical(" ".join(tokens[at : at + size]).removesuffix("'s").removesuffix("'")), size


def _run(tokens: list[str], at: int) -> int:
    """How many capitalised words stand together from here on, up to a possessive or a known name."""
    size = 1
    while at + size < len(tokens) and not tokens[at + size - 1].endswith(("'s", "s'")):
        following = tokens[at + size]
        plain = following.removesuffix("'s").removesuffix("'")
        if not following[0].isupper() or plain in gazetteer() or plain.lower() in words("variables", "terms"):
            break
        size += 1
    return size
