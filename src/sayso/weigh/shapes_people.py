"""Counts of people: whom a figure counts, what befell them, and whether they are all or a part."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.lexicon.table import either, table
from sayso.weigh.card import Card
from sayso.weigh.terms import Bag, term

_BEHIND = 60  # and as many more where the word stands before the number
_NEAR = 150  # characters from a number to the word for what befell those it counts


@dataclass(frozen=True, slots=True)
class Count:
    """``who`` is the part of all people that is counted, empty for all; ``fate`` what befell them, as far as told. A count
    that is ``open`` goes by what befell people ("the toll", "94 deaths"): the text may have told elsewhere which people."""

    who: str
    fate: str
    open: bool = False


def counted(card: Card) -> Count | None:
    """What a figure counts if it counts people."""
    return _counted(card.measure, card.unit, card.words, card.passage, card.low if card.low is not None else card.high)


@lru_cache(maxsize=1 << 16)
def _counted(measure: str, unit: str, subject: str, passage: str, value: float | None) -> Count | None:
    noun = measure.lower()
    if len(measure) == 3 and measure.isupper():
        return None
    fate = _fate(subject) or _fate(noun)
    if noun in _nouns("part"):
        return Count(term(noun), fate or _nearest(passage, value))
    if noun in _illnesses() or (noun in _nouns("numbers") and _CASES.search(subject)):
        return Count(_part(subject, passage), "ill", open=True) if _diseases().search(passage) else None
    if noun in _nouns("open"):
        return Count(_part(subject, passage), fate or _nearest(passage, value), open=True)
    if noun in _nouns("numbers") and (fate or _PEOPLE.search(subject)):
        return Count(_part(subject, passage), fate or _nearest(passage, value))
    if noun in _nouns("whole") or unit == "people":
        return Count("", fate or _nearest(passage, value))
    return None


_CASES = re.compile(r"\bcases\b", re.IGNORECASE)
_PEOPLE = re.compile(r"\b(?:people|persons)\b", re.IGNORECASE)


def _part(subject: str, passage: str) -> str:
    """The part of people of whom a toll is: "deaths of children", "the toll among soldiers", "child deaths"."""
    found = _parts().search(subject) or _parts().search(passage)
    return term(next(filter(None, found.groups())).lower()) if found else ""


@cache
def _parts() -> re.Pattern[str]:
    parts, counts = either(_nouns("part")), either((*_nouns("open"), *_illnesses()))
    return re.compile(
        rf"\b(?:{counts}) (?:among|of|for|in) (?:the |its |their |all )?(?:[\w-]+ )?({parts})\b|\b({parts}) (?:{counts})\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1 << 14)
def _nearest(passage: str, value: float | None) -> str:
    """The fate told nearest to a number in its passage: behind it rather than before."""
    written = re.search(rf"\b(?:{value:,.0f}|{value:.0f})\b", passage) if value is not None else None
    if not written:
        return ""
    for patterns in (_patterns("fates"), _patterns("standing")):
        found = min(
            (
                (place.start() - written.end() if after else written.start() - place.end() + _BEHIND, fate)
                for fate, pattern in patterns.items()
                for place in pattern.finditer(passage)
                if (after := place.start() >= written.end()) or place.end() <= written.start()
            ),
            default=(_NEAR + 1, ""),
        )
        if found[0] <= _NEAR:
            return found[1]
    return ""


@lru_cache(maxsize=1 << 14)
def _fate(text: str) -> str:
    """What the words first tell to have befallen people."""
    for patterns in (_patterns("fates"), _patterns("standing")):
        found = [(place.start(), fate) for fate, pattern in patterns.items() if (place := pattern.search(text))]
        if found:
            return min(found)[1]
    return ""


@cache
def fate_terms(fate: str) -> Bag:
    """The terms of the words for a fate."""
    return frozenset(filter(None, map(term, table("quantities")["fates"].get(fate, ())))) - {term("people")}


@cache
def _patterns(where: str) -> dict[str, re.Pattern[str]]:
    return {
        fate: re.compile(rf"\b(?:{either(told)})\b", re.IGNORECASE) for fate, told in table("quantities")[where].items()
    }


@cache
def _diseases() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(table('quantities')['outbreaks']['diseases'])})\b", re.IGNORECASE)


@cache
def _nouns(kind: str) -> frozenset[str]:
    return frozenset(table("quantities")["people"][kind])


@cache
def _illnesses() -> frozenset[str]:
    return frozenset(table("quantities")["outbreaks"]["nouns"])


@cache
def of_events(name: str) -> frozenset[str]:
    """The fates that an event brings about (``brought``), or that may go on rising after they were counted (``rising``)."""
    return frozenset(table("quantities")["events"][name])


@cache
def nouns_of_events(name: str) -> Bag:
    """The terms of nouns for any mishap (``mishap``), or for what people gather or are hurt at (``occasion``)."""
    return frozenset(map(term, table("quantities")["events"][name]))


@cache
def idle() -> Bag:
    """Terms that say nothing of what is measured."""
    lists = table("shapes")["time"]
    return frozenset(map(term, (*lists["words"], *lists["counting"], *_nouns("whole"), *_nouns("open"))))


@cache
def _more() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(table('quantities')['events']['more'])})\b", re.IGNORECASE)


def adds(figure: str) -> bool:
    """Whether the words of a count tell that it comes on top of others counted before ("eight more bodies")."""
    return bool(_more().search(figure)) and " than" not in figure


def still_growing(card: Card) -> bool:
    """Whether a count is told as one that was not yet over, or as a least one."""
    passage = card.passage.lower()
    return any(words in passage for words in table("quantities")["events"]["growing"])
