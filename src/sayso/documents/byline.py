"""What the first lines of a plain text say about it: ``By Ann Lee``, ``3 June 2025 | The Gazette``, ``Source: The Gazette``.

Only lines that are nothing else count, and only before the first paragraph of any length: a wrong author is worse than none.
"""

import re

from sayso.documents.draft import Meta
from sayso.documents.lines import Kind, Line
from sayso.documents.published import iso

_LOOKED_AT = 12
_LONGEST = 90
_NAME = r"(?:(?:Dr|Prof)\.? )?[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,3}"
_BY = re.compile(rf"(?:By|BY|Author:|Written by|By:) +({_NAME}(?:(?:,| and|, and| &) {_NAME})*)")
_LABEL = re.compile(
    r"(?P<label>published|date|updated|source|publisher|title|url)(?: on)?: *(?P<value>\S.*)", re.IGNORECASE
)
_APART = re.compile(r" *[|•·—–] *")
_URL = re.compile(r"https?://\S+")
_FIELD = {
    "published": "published",
    "date": "published",
    "source": "publisher",
    "publisher": "publisher",
    "title": "title",
    "url": "url",
}


def byline(text: str, lines: list[Line]) -> tuple[Meta, frozenset[int]]:
    """The metadata in the first lines of ``text`` and the indices of those lines."""
    known: dict[str, str] = {}
    used = []
    looked = 0
    for at, line in enumerate(lines[:40]):
        if line.kind is Kind.BLANK:
            continue
        looked += 1
        if looked > _LOOKED_AT or line.end - line.start > _LONGEST:
            break
        found = _said(text[line.start : line.end])
        if found:
            used.append(at)
            known = {**found, **known}
    return Meta(**known), frozenset(used)


def _said(line: str) -> dict[str, str]:
    author = _BY.fullmatch(line)
    if line.startswith("By ") and len(line.split()) <= 8 and (not author or line[-1:] == "."):
        return {"author": ""}
    if author and all(word[0].isupper() for word in author.group(1).split() if len(word) > 3):
        return {"author": author.group(1)}
    label = _LABEL.fullmatch(line)
    if label:
        return _labelled(label["label"].lower(), label["value"])
    when = iso(line)
    if when and len(line) > 4:
        return {"published": when}
    parts = [part for part in _APART.split(line) if part]
    return _dated(parts) if len(parts) == 2 else {}


def _labelled(label: str, value: str) -> dict[str, str]:
    field = _FIELD.get(label)
    if field == "published":
        when = iso(value)
        return {field: when} if when else {}
    if field == "url":
        return {field: value} if _URL.fullmatch(value) else {}
    return {field: value} if field and value[0].isupper() and len(value.split()) <= 12 else {}


def _dated(parts: list[str]) -> dict[str, str]:
    """A date and a publisher in either order."""
    for when, who in (parts, parts[::-1]):
        day = iso(when)
        if day and len(when) > 4 and iso(who) is None and who[0].isupper() and len(who.split()) <= 6:
            return {"published": day, "publisher": who}
    return {}
