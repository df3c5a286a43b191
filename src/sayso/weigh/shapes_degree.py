"""How much of something somebody is said to have: "its limited influence" against "the influence of … is considerable".

Only what is somebody's counts: the owner, the thing and the degree must all be told in so many words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.lexicon.names import canonical
from sayso.lexicon.table import table
from sayso.weigh.card import Card
from sayso.weigh.likeness import Likeness, by_build
from sayso.weigh.terms import bag, term
from sayso.weigh.times import times_apart


@dataclass(frozen=True, slots=True)
class Degree:
    """``owner`` is said to have ``thing`` to a high or a low degree."""

    owner: str
    thing: str
    high: bool


def set_apart(one: Card, other: Card) -> Likeness | None:
    """Opposite degrees of one owner's one thing; ``None`` if the two passages tell of none."""
    mine = _of(one)
    theirs = _of(other) if mine else mine
    if not theirs or times_apart(one, other):
        return None
    for degree in sorted(mine, key=lambda found: (found.owner, found.thing)):
        if Degree(degree.owner, degree.thing, not degree.high) in theirs and degree not in theirs:
            return by_build("degree")
    return None


def degree_keys(card: Card) -> Iterator[tuple[str, str, str]]:
    """What a claim that tells such a degree is looked up by."""
    for degree in sorted(_of(card), key=lambda told: (told.owner, told.thing)):
        yield "degree", degree.owner, degree.thing


def _of(card: Card) -> frozenset[Degree]:
    """The degrees a claim tells, not just its passage."""
    told = degrees_told(card.passage)
    return frozenset(degree for degree in told if degree.thing in bag(card.words)) if told else told


@lru_cache(maxsize=1 << 14)
def degrees_told(passage: str) -> frozenset[Degree]:
    """Every degree of something somebody has that a passage tells."""
    before, after = _patterns()
    found = set()
    for pattern in (before, after):
        for match in pattern.finditer(passage):
            thing = term(match["thing"])
            if thing:
                owner = match["owner"].removeprefix("The ").removeprefix("the ")
                found.add(Degree(canonical(owner) or owner, thing, match["degree"].lower() in _high()))
    return frozenset(found)


@cache
def _high() -> frozenset[str]:
    return frozenset(table("shapes")["degrees"]["high"])


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = table("shapes")["degrees"]
    degree = rf"(?P<degree>{'|'.join((*lists['high'], *lists['low']))})"
    owner = r"\b(?P<owner>(?:[A-ZÀ-Þ][\w.-]*)(?: [A-ZÀ-Þ][\w.-]*){0,3})(?:['’]s|['’])"
    thing = rf"(?P<thing>{'|'.join(lists['things'])})"
    kind = r"(?:[a-z-]+ ){0,2}"
    return (
        re.compile(rf"{owner} (?:own )?(?:[a-z]+ly )?{degree} {kind}{thing}\b"),
        re.compile(
            rf"{owner} {kind}{thing}\b(?: (?:over|in|on|of|among|across|within|for|to) [^,;:.]{{2,60}}?)?"
            rf" (?:is|are|was|were|remains?|remained|has been|have been|seems|appears) (?:[a-z]+ly )?{degree}\b"
        ),
    )
