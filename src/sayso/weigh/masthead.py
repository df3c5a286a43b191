"""Who publishes a document whose metadata do not tell: the name in its masthead, above or beside its date.

Invariant: a name given stands in one of the first lines of the text, and a date stands with it.
"""

import re

from sayso.lexicon.houses import is_house
from sayso.weigh.terms import MONTHS

_LINES = 4
_LONGEST = 8  # words
_DATE = re.compile(
    rf"(?:\w+day,? )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:{MONTHS})|(?:{MONTHS}) \d{{1,2}}),? \d{{4}}$|\d{{4}}-\d\d-\d\d$"
)
_RELEASE = re.compile(
    r"(?:(?:press|media|news) (?:release|statement)|statement|communiqué|for immediate release)\b", re.IGNORECASE
)
_NAME = re.compile(r"(?:The )?[A-ZÀ-Þ][\w’'&.-]*(?: (?:of|for|the|and|de|del|la|von|[A-ZÀ-Þ&][\w’'&.-]*))*$")


def masthead(text: str) -> str | None:
    """The name of a medium or body on a line of its own at the head of a text, with a date behind it or on the next line,
    where "Press release" and a place may stand before it."""
    lines = [line.strip(" \t*_#|") for line in text[:1000].splitlines()]
    lines = [line for line in lines if line][:_LINES]
    for line, after in zip(lines, [*lines[1:], ""], strict=False):
        date = _DATE.search(line)
        name = (line[: date.start()] if date else line).rstrip(" ,|·–—-")
        dated = date or _DATE.match(after) or (_RELEASE.match(after) and _DATE.search(after))
        if dated and _NAME.match(name) and len(name.split()) <= _LONGEST and is_house(name):
            return name.removeprefix("The ")
    return None
