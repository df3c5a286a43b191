"""Goods on their way: two claims are of one flow if the goods are of one family and the ends of one state each.

A denial that "weapons" were sent stands against whoever says that shells were.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from sayso.core.claim import Modality
from sayso.lexicon.table import table
from sayso.weigh.card import Card
from sayso.weigh.likeness import UNLIKE, Comparison, Likeness, by_build
from sayso.weigh.shapes_names import state_behind
from sayso.weigh.terms import term
from sayso.weigh.times import times_apart

_ANY = re.compile(r"\b(?:any|no|either|every|all|whichever)\b")
_SENT = term("exports")
_SAID = frozenset({Modality.ASSERTED, Modality.ALLEGED})


class Flows:
    """Compares flows both of whose ends are named."""

    def __init__(self, compare: Comparison) -> None:
        self._compare = compare

    def __call__(self, one: Card, other: Card) -> Likeness | None:
        if times_apart(one, other):
            return None
        if one.negative != other.negative:
            return self._denial(one, other) if one.negative else self._denial(other, one)
        if not all(one.slots) or not all(other.slots):
            return None
        alike = bool((one.first & other.first) - {_SENT})
        ends = self.ends(one), self.ends(other)
        if (
            ends[0] == ends[1][::-1]
            and one.first == other.first
            and one.numbers & other.numbers
            and one.when == other.when
        ):
            return by_build("direction")
        told = alike and ends[0] == ends[1] and one.modality in _SAID and other.modality in _SAID
        return by_build() if told else None

    def _denial(self, denial: Card, claim: Card) -> Likeness | None:
        """Whether it is denied that the goods went this way. Who sends nothing to "any party" sends nothing to this one."""
        ends = self.ends(denial), self.ends(claim)
        nobody_left_out = (denial.slots[1] or "").lower() in table("shapes")["anybody"]["words"] and _ANY.search(
            denial.passage
        )
        if not all(ends[0]) or not all(ends[1]):
            return None
        if ends[0][0] != ends[1][0] or (ends[0] != ends[1] and not nobody_left_out):
            return UNLIKE
        if not (denial.first & claim.first) - {_SENT} and not goods_meet(denial, claim):
            return None
        return by_build("denial") if claim.modality in _SAID else None

    def keys(self, card: Card) -> Iterator[tuple[str, ...]]:
        """What a flow is looked up by: the family of its goods, or else what they are called, and its ends."""
        if all(card.slots):
            families = sorted({family for family, _ in goods_family(card.words)}) or [min(card.first, default="")]
            for family in families:
                yield "flow", family, *sorted(self.ends(card))
                yield "flow", family, self.ends(card)[0]

    def ends(self, card: Card) -> tuple[str, ...]:
        """Where the goods come from and go to, by state as far as that is known."""
        return tuple(state_behind(self._compare.names.name(slot)) if slot else "" for slot in card.slots)


def goods_meet(one: Card, other: Card) -> bool:
    """Whether one lot of goods goes by the general word for the family the other is of."""
    mine, theirs = goods_family(one.words), goods_family(other.words)
    return bool({family for family, _ in mine} & {family for family, _ in theirs}) and any(
        general for _, general in mine | theirs
    )


@lru_cache(maxsize=1 << 14)
def goods_family(words: str) -> frozenset[tuple[str, bool]]:
    """The families the goods belong to, each with whether it goes by its general word."""
    goods = re.split(r" (?:from|via|to) (?=[A-ZÀ-Þ])", words, maxsplit=1)[0].lower()
    return frozenset((family, general) for family, general, pattern in _families() if pattern.search(goods))


@cache
def _families() -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    return tuple(
        (family, kind == "general", re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b"))
        for family, lists in table("shapes")["goods"].items()
        for kind, words in lists.items()
    )
