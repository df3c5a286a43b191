"""The line at the head of a text that tells who published it and when, and the dateline of an agency.

Invariant: a line tells something only if it is nothing but names, a series and one date; a sentence tells nothing.
"""

import re

from sayso.documents.published import iso
from sayso.lexicon.datelines import dateline_at
from sayso.lexicon.houses import is_house
from sayso.lexicon.names import canonical, state_of
from sayso.lexicon.table import table, words

_LONGEST_NAME = 8  # words
_NAME = re.compile(
    r"(?:The )?[A-ZÀ-Þ][\w’'&.-]*"
    r"(?: (?:of|for|the|and|de|del|du|des|la|von|without|against|[A-ZÀ-Þ&][\w’'&.-]*)){0,12}"
)
_ORGANISED = re.compile(r"\S (?:for|without|against) \S", re.IGNORECASE)  # no place is named so
_BEHIND = re.compile(r" (?:of|for|on|in|de|du) ", re.IGNORECASE)
_SITE = re.compile(r"(?:[a-z0-9-]+\.){1,3}[a-z]{2,8}")
_TITLED = re.compile(rf"The [A-Z]\S*(?: [A-Z]\S*){{0,3}}|[A-Z]{{2,5}}|{_SITE.pattern}")
_YEAR = r"(?:19|20)\d\d"
_FULL = (
    rf"(?:[A-Z][a-z]{{2,5}}day,? )?(?:\d{{1,2}}(?:st|nd|rd|th)? [A-Z][a-z]{{2,8}}\.?,? {_YEAR}"
    rf"|[A-Z][a-z]{{2,8}}\.? \d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}|{_YEAR}-\d\d-\d\d)"
)
_DATE = re.compile(rf"(?<![\w/-])(?:(?P<full>{_FULL})|[A-Z][a-z]{{2,8}}\.? {_YEAR})(?![\w/-])")
_APART = re.compile(r" *[,|•·;] *| +[—–-]{1,2} +|\. (?=By )")
_BARE = re.compile(r"\(([A-Z][\w.&’'-]+(?: [A-Z][\w.&’'-]+){0,2})\) [-–—]{1,2} (?=\S)")  # "(Andes Wire) - "
OPENED = re.compile(r"(?:Published|Released|Issued|Posted)(?: on)? ")


def of_dateline(prose: str) -> dict[str, str]:
    """The day and the agency before the first sentence: ``QUITO, 3 May 2024 (Andes Wire) —``."""
    agency = _BARE.match(prose)
    if agency:
        return {"publisher": agency[1]}
    found = dateline_at(prose, 0, len(prose))
    if not found or not (found.day or (found.agency and found.capitals)):
        return {}
    known = {"published": iso(found.day), "publisher": found.agency}
    return {field: value for field, value in known.items() if value}


def of_imprint(line: str) -> dict[str, str]:
    """What a dated line tells: ``Hill Institute, Paper No. 4, May 2024``; nothing if any part of it is something else."""
    line = OPENED.sub("", line, count=1)
    dates = [found for found in _DATE.finditer(line) if iso(found.group())]
    if len(dates) != 1:
        return {}
    date = dates[0]
    before, after = line[: date.start()], line[date.end() :]
    if (before and not _ends_apart(before)) or (after and not _APART.match(after)):
        return {}
    parts = [part for part in (*_APART.split(before), *_APART.split(after)) if part]
    author = next((part[3:] for part in parts if part.startswith("By ") and is_name(part[3:])), None)
    names = [part for part in parts if not part.startswith("By ") and not is_series(part)]
    if not all(is_name(name) or _SITE.fullmatch(name) for name in names) or any(
        part.startswith("By ") and part[3:] != author for part in parts
    ):
        return {}
    house = next((name for name in names if names_house(name)), None)
    if not house and date["full"] and len(names) == 1 and titled(names[0]):
        house = names[0]
    if not (date["full"] or house or len(names) < len(parts)) and parts:
        return {}  # "Bank Failures, March 2023" is a title
    known = {"published": iso(date.group()), "publisher": house, "author": author}
    return {field: value for field, value in known.items() if value}


def titled(name: str) -> bool:
    """Whether a name by itself beside a day is that of a medium, not of a place: "The Federal", "AOL", "valleypost.example"."""
    if name in table("layout")["agencies"]:
        return True
    plain = name.removeprefix("The ")
    return _TITLED.fullmatch(name) is not None and canonical(plain) == plain and state_of(name) is None


def _ends_apart(before: str) -> bool:
    return any(found.end() == len(before) for found in _APART.finditer(before))


def is_name(part: str) -> bool:
    return len(part.split()) <= _LONGEST_NAME and _NAME.fullmatch(part) is not None


def names_house(name: str) -> bool:
    """Whether a name is that of a medium or a body: by its head noun ("Bank of Spain", no title such as "Bank Failures"),
    or by what such names alone go on with ("Nurses Against Hunger")."""
    if not is_name(name):
        return False
    head = _BEHIND.split(name, maxsplit=1)[0].split()[-1]
    return is_house(head) or _ORGANISED.search(name) is not None


def is_series(part: str) -> bool:
    """Whether words only tell what kind of text follows: ``Working paper``, ``Brief No. 12``."""
    said = part.lower().split()
    return (
        len(said) <= _LONGEST_NAME - 2
        and part[:1].isupper()
        and said[-1][-1:] not in ".?!"
        and any(word in words("layout", "series") for word in said)
    )
