"""Counts of people: what befell those that are counted, and whether they are all or a part."""

import re
from functools import cache, lru_cache

from sayso.lexicon.table import table
from sayso.weigh.card import Card
from sayso.weigh.terms import Bag, term, terms

PART, WHOLE = "part", "whole"
_BEHIND = 60  # and as many more where the word stands before the number
_NEAR = 150  # characters from a number to the word for what befell those it counts


def counted(card: Card) -> tuple[str, str] | None:
    """What a figure counts if it counts people: a whole number of them or a part, and what befell them, as far as told."""
    return _counted(card.measure, card.unit, card.words, card.passage, card.low if card.low is not None else card.high)


@lru_cache(maxsize=1 << 16)
def _counted(measure: str, unit: str, words: str, passage: str, value: float | None) -> tuple[str, str] | None:
    lower = measure.lower()
    if len(measure) == 3 and measure.isupper():
        return None
    if lower in _nouns(PART):
        kind = PART
    elif lower in _nouns(WHOLE) or unit == "people":
        kind = WHOLE
    else:
        return None
    fate = _fate(terms(words).words) or _fate(terms(lower).words)
    return kind, fate or _nearest(passage, value)


@lru_cache(maxsize=1 << 14)
def _nearest(passage: str, value: float | None) -> str:
    """The fate told nearest to a number in its passage: behind it rather than before."""
    written = re.search(rf"\b(?:{value:,.0f}|{value:.0f})\b", passage) if value is not None else None
    found = (
        sorted(
            (
                place.start() - written.end()
                if place.start() >= written.end()
                else written.start() - place.end() + _BEHIND,
                name,
            )
            for name, pattern in _patterns().items()
            for place in pattern.finditer(passage)
            if place.end() <= written.start() or place.start() >= written.end()
        )
        if written
        else []
    )
    return found[0][1] if found and found[0][0] <= _NEAR else ""


def _fate(words: tuple[str, ...]) -> str:
    said = frozenset(words)
    return next((name for name, members in _fates().items() if members & said), "")


def fate_terms(fate: str) -> Bag:
    return _fates().get(fate, frozenset())


@cache
def _fates() -> dict[str, Bag]:
    people = term("people")
    return {
        name: frozenset(filter(None, map(term, words))) - {people} for name, words in table("shapes")["fates"].items()
    }


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
        for name, words in table("shapes")["fates"].items()
    }


@cache
def _nouns(kind: str) -> frozenset[str]:
    return frozenset(table("shapes")["people"][kind])


@cache
def brought() -> frozenset[str]:
    return frozenset(table("shapes")["events"]["brought"])


@cache
def mishaps() -> Bag:
    return frozenset(map(term, table("shapes")["events"]["mishap"]))


@cache
def idle() -> Bag:
    """Terms that say nothing of what is measured."""
    lists = table("shapes")
    return frozenset(
        map(
            term,
            (
                *lists["time"]["words"],
                *lists["people"]["whole"],
                "number",
                "amount",
                "figure",
                "reporter",
                "share",
                "percent",
            ),
        )
    )


def adds(card: Card) -> bool:
    """Whether a count is of those that come on top of others counted before ("eight more bodies")."""
    return bool(_MORE.search(card.words))


_MORE = re.compile(r"^(?:the )?(?:more|another|further|additional|other)\b")


def still_growing(card: Card) -> bool:
    """Whether a count is told as one that was not yet over, or as a least one."""
    passage = card.passage.lower()
    return any(words in passage for words in table("shapes")["events"]["growing"])
