"""Finds what somebody means by a name: exactly as it is called, in other letters, or by its words."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache

from sayso.core.errors import UsageFault
from sayso.lexicon.names import canonical
from sayso.lexicon.nouns import singular

_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset(("the", "a", "an", "of", "in", "on", "to", "for", "by", "from", "with", "and", "at", "s"))


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
    return f"there are {len(names)}, the first “{names[0]}”" if names else "there is none"


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
