"""What stands before a news text: the place and day it was filed from, and who wrote it. Neither is part of what it says.

"LUSAKA, March 3 (Reuters) — The dam burst" says that the dam burst; Lusaka does nothing.
"""

from __future__ import annotations

from itertools import pairwise

from sayso.lexicon.datelines import dateline_at
from sayso.lexicon.table import words as vocabulary

_LONGEST_BYLINE = 120  # characters
_BETWEEN = vocabulary("actors", "particles") | {"and", "in", "for", "of", "at", "from", "&", "|"}


def dateline(text: str, start: int, end: int) -> int:
    """Where the text begins behind the dateline it opens with, or ``start`` if it opens with none."""
    found = dateline_at(text, start, end)
    return found.end if found else start


def is_byline(line: str) -> bool:
    """Whether a line only names who wrote the text: "By Ana Ruiz in Lusaka"."""
    if not line.startswith(("By ", "BY ")) or len(line) > _LONGEST_BYLINE or line.rstrip().endswith((".", ":", "?")):
        return False
    words = line.replace(",", " ").split()[1:]
    named = all(word[0].isupper() or word.lower() in _BETWEEN for word in words)
    return named and any(a[0].isupper() and b[0].isupper() for a, b in pairwise(words))
