"""What a wording of a variable says, wording apart: the things it names, whose they are, where they go, less of them or more.

Invariant: wordings with the same :class:`Sense` are the same variable; a wording without a sense names none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sayso.compile.things import deeds, levels, movements, opposites, thing_of, ways
from sayso.lexicon.clauses import is_clause
from sayso.lexicon.names import canonical, fold, gazetteer, openers
from sayso.lexicon.nouns import singular
from sayso.lexicon.table import table, words

_TOKEN = re.compile(r"[^\W\d_](?:[\w&'-]*\w)?(?:\.[^\W\d_]\b)*\.?|\d[\d.,]*")

_ASIDE = re.compile(r"\s\([^()]*\)$")  # which document a name is from, where it would be another's too


@dataclass(frozen=True, slots=True)
class Naming:
    """The analyst's word on variables: ``merges`` gives a name its wordings, ``splits`` wordings that stay by themselves."""

    merges: Mapping[str, Sequence[str]] = field(default_factory=dict)
    splits: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Sense:
    """What a wording names: all its ``things``, the ``head`` among them that the rest says more about, the actors whose they
    are and those they go to, both sorted; ``owner`` is the actor named first. ``way`` is -1 where the wording says that
    there is less of it ("a shortage of"); it turns the sign and is no part of what is named."""

    head: str = field(compare=False)
    things: frozenset[str]
    actors: tuple[str, ...] = ()
    towards: tuple[str, ...] = ()
    owner: str | None = field(default=None, compare=False)
    way: int = field(default=1, compare=False)
    _hash: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash((self.things, self.actors, self.towards)))

    def __hash__(self) -> int:
        return self._hash  # it is looked up far more often than made

    def is_part_of(self, other: Sense) -> bool:
        """Whether the other says the same and more of whose it is or where it goes."""
        return (
            (self.actors != other.actors or self.towards != other.towards)
            and set(self.actors).issubset(other.actors)
            and set(self.towards).issubset(other.towards)
            and self.things == other.things
        )


@lru_cache(maxsize=1 << 16)
def sense(wording: str) -> Sense | None:
    """What a wording says, or ``None`` if it is too general to be a variable."""
    plain = _ASIDE.sub("", wording) or wording
    return None if is_clause(plain) else _Reading().of(_TOKEN.findall(fold(plain)))


class _Reading:
    """One wording, read from left to right.

    The head is the last thing before the first preposition, passed on by nouns that only measure, move or miss ("risk of",
    "shortage of", "water shortages"). What follows a word of circumstance ("after", "amid") says when and where, not what;
    so does a phrase of place that names no place ("in rural areas").
    """

    def __init__(self) -> None:
        self._things: list[str] = []
        self._actors: dict[str, None] = {}
        self._towards: dict[str, None] = {}
        self._head = ""
        self._way = 1
        self._counts: set[str] = set()  # the nouns that only count the thing they stand with
        self._after = ""  # the preposition the words read stand after
        self._since = 0  # how many things stood before it

    def of(self, tokens: list[str]) -> Sense | None:
        at = 0
        while at < len(tokens):
            lower = tokens[at].lower()
            if at and lower in words("variables", "circumstance"):
                break
            name, size = _name_at(tokens, at)
            at += size
            if name:
                going = self._after in words("variables", "towards")
                (self._towards if going else self._actors)[name] = None
            elif lower in words("variables", "prepositions"):
                self._close(lower)
            elif not self._turns(lower, tokens[at : at + 1]) and not self._possessed(lower, tokens[at - 2]):
                self._take(lower, governs=at < len(tokens) and tokens[at][0].isupper())
        self._close("")
        return self._sense()

    def _turns(self, lower: str, following: list[str]) -> bool:
        """Whether the word only says that there is more or less of what follows; a poor family is no lesser family."""
        way = ways().get(lower)
        if way is None or not following or (way < 0 and self._head):
            return False
        if lower in levels() and singular(following[0].lower()) in words("variables", "not_less"):
            return False
        self._way *= way
        return True

    def _possessed(self, lower: str, before: str) -> bool:
        """Whether the word is a measure that the thing before it has: "the kwacha's value" is the kwacha."""
        return bool(self._things) and before.endswith(("'s", "s'")) and lower in words("variables", "possessed")

    def _take(self, lower: str, *, governs: bool) -> None:
        """Takes a word that names a thing. ``governs`` is whether a name follows: before one an -ing form is a verb."""
        thing = self._deed(lower, governs=governs) or thing_of(lower)
        if of := opposites().get(thing):
            thing, self._way = of, self._way if self._head else -self._way
        if thing:
            self._things.append(thing)

    def _deed(self, lower: str, *, governs: bool) -> str:
        """The noun for what is done with the thing that follows ("closing schools") or stands before ("the water withdrawn")."""
        deed = deeds().get(lower, "")
        if lower.endswith("ing") and not self._things:
            self._head = deed or (thing_of(lower) if governs else "")
            return self._head
        return deed if len(self._things) > self._since and not lower.endswith("ing") else ""

    def _close(self, preposition: str) -> None:
        """Ends the words before a preposition or the end."""
        said = self._things[self._since :]
        if said and self._after in words("variables", "places_after") and said[-1] in words("variables", "places"):
            del self._things[self._since :]
        if not self._head:
            self._lose_movements(preposition)
            self._head = self._things[-1] if self._things else ""
        if preposition in ("of", "for") and self._head in words("variables", "measures"):
            self._things.remove(self._head)
            self._counts.add(self._head)
            self._head = ""
        self._after, self._since = preposition, len(self._things)

    def _lose_movements(self, preposition: str) -> None:
        """Takes nouns that only move, count or miss a thing off the end, where the thing stands before or after them."""
        while self._things and self._things[-1] in movements():
            before, last = self._things[:-1], self._things[-1]
            if not before and preposition != "of" and (preposition != "in" or last in words("variables", "standing")):
                return
            self._things.pop()
            self._counts.add(last)
            self._way *= movements()[last]

    def _sense(self) -> Sense | None:
        things, actors, towards, head = set(self._things), self._actors, self._towards, self._head
        if things & words("variables", "counted_apart") and (counted := self._counts & words("variables", "counts")):
            head = min(counted)
            things |= counted
        if not things and not actors and not towards:
            return None
        if not actors and not towards and words("variables", "general").issuperset(things):
            return None
        for rule in table("variables")["together"]:
            if things.issuperset(rule["all"]):
                things = things.difference(rule["all"]).union(rule["are"])
                head = rule["are"][-1] if head in rule["all"] else head
                if "of" in rule:
                    actors = {**actors, rule["of"]: None}
        owner = next(iter(actors), None)
        if head in words("variables", "alone") and owner is not None:
            things, actors, towards = {head}, {owner: None}, {}
        head = head or (self._things[-1] if self._things else "")
        return Sense(head, frozenset(things), tuple(sorted(actors)), tuple(sorted(towards)), owner, self._way)


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
    if _event(plain):
        return "", size  # a storm's name only tells which storm
    if size == 1 and at == 0 and not tokens[at].endswith(("'s", "s'")) and not plain[1:2].isupper():
        return "", 1  # a capital that opens the wording says nothing
    return canonical(" ".join(tokens[at : at + size]).removesuffix("'s").removesuffix("'")), size


def _event(plain: str) -> bool:
    return thing_of(plain.lower()) in words("variables", "events")


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
