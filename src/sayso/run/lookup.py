"""Finds what somebody means by a name: exactly as it is called, in other letters, or by its words."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

from sayso.core.errors import UsageFault
from sayso.lexicon.names import canonical
from sayso.lexicon.nouns import singular
from sayso.lexicon.table import table

_WORD = re.compile(r"[^\W_]+")
_LISTED = 12  # names told to whoever asked for none of them
_EMPTY = frozenset(table("running")["lookup"]["empty"])


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
    """Words that help whoever misspelt a name."""
    near = list(holding[:3]) or get_close_matches(name, names, n=3, cutoff=0.5)
    if near:
        return "did you mean " + " or ".join(f"“{other}”" for other in near) + "?"
    if not names:
        return "there is none"
    nearest = ", ".join(f"“{other}”" for other in _nearest(name, names)[:_LISTED])
    most = "those spelt most like it " if len(names) > _LISTED else ""
    return f"there {'are' if len(names) > 1 else 'is'} {len(names)}: {most}{nearest}"


def _nearest(name: str, names: Sequence[str]) -> list[str]:
    """The names, those spelt most like it first."""
    like = SequenceMatcher(b=name.casefold(), autojunk=False)

    def place(other: str) -> tuple[float, str]:
        like.set_seq1(other.casefold())
        return -like.ratio(), other

    return sorted(names, key=place)


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
