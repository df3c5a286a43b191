"""Datelines: where and when a news text was filed, and by which agency ("QUITO, 3 May 2024 (Andes Wire) — The dam burst").

Invariant: only what a text opens with is a dateline, and it ends before the first word of what the text says.
"""

import re
from dataclasses import dataclass

_WORD = r"[^\W\d_][\w.'’/-]{0,20}"
_MONTH = r"[A-Z][a-z]{2,8}\.?"
_TH = r"(?:st|nd|rd|th)?"
_DAY = (
    r"(?:[A-Z][a-z]{2,5}day,? )?"
    rf"(?:(?:\d{{1,2}}{_TH} {_MONTH}|{_MONTH} \d{{1,2}}{_TH})(?:,? \d{{4}})?|\d{{4}}-\d\d-\d\d)"
)
_DATELINE = re.compile(
    rf"(?P<place>{_WORD}(?: {_WORD}){{0,3}})(?:, (?!{_DAY}){_WORD}(?: {_WORD}){{0,3}})?(?:,? (?P<day>{_DAY}))?"
    r"(?: ?\((?P<agency>[A-Z][\w ./&’'-]{1,30})\))? ?(?P<mark>[-–—]{1,2}|[:.])\s+(?=\S)"
)
_SHORTEST = 5  # letters of a place that no more than a full stop sets off
_AFTER = 20  # characters that show how the text goes on
_LONGEST = 120  # characters


@dataclass(frozen=True, slots=True)
class Dateline:
    """``day`` and ``agency`` as they are written, where told; ``capitals`` if the place is in capitals; ``end`` is where the
    text goes on."""

    day: str | None
    agency: str | None
    capitals: bool
    end: int


def dateline_at(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that a text opens with. A place in capitals is one by itself; another needs its day or its agency beside it."""
    found = _DATELINE.match(text, start, min(end, start + _LONGEST))
    if found is None:
        return None
    place, told = found["place"], found["day"] or found["agency"]
    capitals = place.isupper() and len(place) > 2
    if found["mark"] == "." and (told or len(place) < _SHORTEST or not capitals):
        return None  # "WHO. It says"
    if found["mark"] == "." and text[found.end() : min(end, found.end() + _AFTER)].isupper():
        return None  # all is in capitals
    if not capitals and (not told or found["mark"] == ":" or not all(word[0].isupper() for word in place.split())):
        return None
    return Dateline(found["day"], found["agency"], capitals, found.end())
