"""Finds what somebody means by a name: exactly as it is called, in other letters, or by its words."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache

from sayso.core.errors import UsageFault
from sayso.lexicon.names import canonical
from sayso.lexicon.nouns import singular
from sayso.lexicon.table import table

_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset(table("running")["lookup"]["empty"])
_OFFERED = 4  # names told to whoever asked for none of them
_SPELT = 0.75  # how much of two names must be the same for one to be a slip for the other


def likest(name: str, names: Sequence[str], what: str) -> str:
    """The one of ``names`` that is meant: the same but for letters, or the only one that has all its words.

    Raises ``UsageFault`` naming ``what`` was looked for, and the nearest names.
    """
    if name in names:
        return name
    if canonical(name) in names:  # a country's capital, its initials
        return canonical(name)
    same = [other for other in names if other.casefold() == name.strip().casefold()]
    if len(same) == 1:
        return same[0]
    wanted = key_words(name)
    holding = [other for other in names if wanted and wanted == key_words(other)]
    holding = holding or [other for other in names if wanted and wanted <= key_words(other)]
    if len(holding) == 1:
        return holding[0]
    raise UsageFault(f"no {what} is called “{name}”; {suggestion(name, names, holding)}")


def suggestion(name: str, names: Sequence[str], holding: Sequence[str] = ()) -> str:
    """Words that help whoever asked for a name that is none of ``names``; ``holding`` are those that have all its words."""
    if near := list(holding[:_OFFERED]) or near_names(name, names):
        return "did you mean " + " or ".join(f"“{other}”" for other in near) + "?"
    if not names:
        return "there is none"
    return (
        "the only one there is does not come near"
        if len(names) == 1
        else f"none of the {len(names):,} there are comes near"
    )


def near_names(name: str, names: Sequence[str]) -> list[str]:
    """The names that share a word with one, stand for its initials or it for theirs, or are a slip of the pen away."""
    wanted, initials = key_words(name), _initials(name)
    shared = {other: len(wanted & key_words(other)) for other in names}
    sharing = sorted((other for other in names if shared[other]), key=lambda one: (-shared[one], len(one), one))
    short = [other for other in names if {name.upper(), initials} & {other.upper(), _initials(other)} - {""}]
    return list(dict.fromkeys([*short, *sharing, *get_close_matches(name, names, _OFFERED, _SPELT)]))[:_OFFERED]


def _initials(name: str) -> str:
    """``WFP`` of World Food Programme; empty where there are fewer than two."""
    letters = [word[0].upper() for word in _words(name) if word not in _EMPTY]
    return "".join(letters) if len(letters) > 1 else ""


def same_goods(asked: str, goods: str) -> bool:
    """Whether the goods of a flow are those asked for: one's words are among the other's."""
    one, other = key_words(asked), key_words(goods)
    return bool(one and other) and (one <= other or other <= one)


@lru_cache(maxsize=1 << 15)
def key_words(name: str) -> frozenset[str]:
    """The words that carry a name, without number: “the export licences” and “export licence” have the same."""
    return frozenset(singular(word) for word in _words(name) if word not in _EMPTY)


def _words(name: str) -> Iterable[str]:
    return _WORD.findall(name.casefold())
