"""What stands before a news text: the place and day it was filed from, and who wrote it. Neither is part of what it says.

"LUSAKA, March 3 (Reuters) — The dam burst" says that the dam burst; Lusaka does nothing.
"""

from __future__ import annotations

import re
from itertools import pairwise

from sayso.lexicon.table import words as vocabulary

_WORD = r"[^\W\d_][\w.'’/-]{0,20}"
_DAY = r"(?:\d{1,2} [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?"
_DATELINE = re.compile(
    rf"(?P<place>{_WORD}(?: {_WORD}){{0,3}})(?:, {_WORD}(?: {_WORD}){{0,2}})?"
    rf"(?P<filed>,? {_DAY})?(?P<wire> ?\([A-Z][\w ./]{{1,20}}\))? ?(?P<mark>[-–—]{{1,2}}|[:.])\s+(?=\S)"
)
_SHORTEST = 5  # letters of a place that no more than a full stop sets off
_AFTER = 20  # characters that show how the text goes on
_LONGEST_DATELINE = 90  # characters
_LONGEST_BYLINE = 120  # characters
_BETWEEN = vocabulary("actors", "particles") | {"and", "in", "for", "of", "at", "from", "&", "|"}


def dateline(text: str, start: int, end: int) -> int:
    """Where the text begins behind the dateline it opens with, or ``start`` if it opens with none.

    A place in capitals is one by itself; another needs its day or its agency beside it.
    """
    found = _DATELINE.match(text, start, min(end, start + _LONGEST_DATELINE))
    if found is None:
        return start
    place, filed = found["place"], found["filed"] or found["wire"]
    capitals = place.isupper() and len(place) > 2
    if found["mark"] == "." and (filed or len(place) < _SHORTEST or not capitals):
        return start  # "WHO. It says"
    if found["mark"] == "." and text[found.end() : min(end, found.end() + _AFTER)].isupper():
        return start  # all is in capitals
    if not capitals and (not filed or found["mark"] == ":" or not all(w[0].isupper() for w in place.split())):
        return start
    return found.end()


def is_byline(line: str) -> bool:
    """Whether a line only names who wrote the text: "By Ana Ruiz in Lusaka"."""
    if not line.startswith(("By ", "BY ")) or len(line) > _LONGEST_BYLINE or line.rstrip().endswith((".", ":", "?")):
        return False
    words = line.replace(",", " ").split()[1:]
    named = all(word[0].isupper() or word.lower() in _BETWEEN for word in words)
    return named and any(a[0].isupper() and b[0].isupper() for a, b in pairwise(words))
