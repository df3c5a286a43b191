"""What the first lines of a plain text say about it: ``By Ann Lee``, ``3 June 2025 | The Gazette``, ``Source: The Gazette``.

Only lines that are nothing else count, and only before the first paragraph of any length: a wrong author is worse than none.
"""

import re
from collections.abc import Set
from dataclasses import replace

from sayso.core.document import BlockKind
from sayso.documents.draft import Draft, Meta
from sayso.documents.headline import is_section
from sayso.documents.imprint import OPENED, is_name, is_series, names_house, of_dateline, of_imprint, titled
from sayso.documents.lines import Kind, Line, ending
from sayso.documents.published import iso
from sayso.lexicon.houses import media
from sayso.lexicon.names import state_of
from sayso.lexicon.table import either, table

_LOOKED_AT = 12
_LONGEST = 90
_FEWEST_SPACES = 4  # in a sentence
_LONGEST_TITLE = 200
_NAME = r"(?:(?:Dr|Prof)\.? )?[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,3}"
_OUR = r"(?:our (?:own |staff )?(?:\w+ )?(?:reporter|correspondent|writer|editor),? )?"
_FROM = re.compile(r" in [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)?")
_BY = re.compile(rf"(?:By|BY|Author:|Written by|By:) +{_OUR}({_NAME}(?:(?:,| and|, and| &) {_NAME})*)")
_LABEL = re.compile(
    r"(?P<label>published|posted|released|date|(?:last )?(?:updated|modified)|source|publisher|title|url)"
    r"(?: (?:on|of (?:the )?\w+))?: *(?P<value>\S.*)",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"(?<=\S)(?<!last)[ |•·,;–—-]+(?:last )?(?:updated|modified)\b.*", re.IGNORECASE)
_STAFF = re.compile(
    r"(?:By )?(?P<house>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,2}) (?:STAFF|[Ss]taff)"
    r"(?: (?:[Ww]riters?|[Rr]eporters?|[Rr]eport|(?:&|and) [Aa]gencies))?"
)
_WRITER = re.compile(
    rf"(?:.+? [—–-] )?(?P<house>[A-Z][\w&. -]*?)(?: (?:{either(table('layout')['desks'])}))? (?:[Ww]riter|[Cc]orrespondent)"
)
_SITE = re.compile(r"(?P<title>\S.{12,}\S) \| (?P<house>[^|]+)")
_APART = re.compile(r" *[|•·—–] *")
_APART_OF = re.compile(r" - |, | – ")
_KIND = re.compile(r"(?:(?:Opinion|Analysis|Story|Words|Text|Report|Comment|Interview) )?[Bb]y (?=[A-Z])")
_DAY_BY = re.compile(r"(?P<day>.{6,60}?)[ |·•,–-]+(?P<by>[Bb]y [A-Z].+)")
_NO_WORDS = (Kind.BLANK, Kind.CHROME)
_MOST_OF_NAME = 4  # words of a masthead that no word tells for one
_DAYS = ("published", "updated")
_URL = re.compile(r"https?://\S+")
_FIELD = {
    "published": "published",
    "posted": "published",
    "released": "published",
    "date": "published",
    "updated": "updated",
    "last updated": "updated",
    "modified": "updated",
    "last modified": "updated",
    "source": "publisher",
    "publisher": "publisher",
    "title": "title",
    "url": "url",
}


_MOST_WORDS = {"publisher": 12, "title": 30}


def byline(text: str, lines: list[Line]) -> tuple[Meta, frozenset[int]]:
    """The metadata in the first lines of ``text`` and the indices of those lines."""
    head, prose = _head(text, lines)
    told = [_told(text, lines, at) for at in head]
    series = [at for at, found in zip(head, told, strict=True) if not found and is_series(_words(text, lines[at]))]
    plain = {at for at, found in zip(head, told, strict=True) if found}
    known = of_dateline(prose)
    dated, signed = False, any(found.get("author") for found in told)
    for at, found in reversed([*zip(head, told, strict=True)]):
        words = _words(text, lines[at])
        if at in series and dated:
            plain.add(at)
        elif (
            (dated or _alone(text, lines, at))
            and _masthead(text, lines, at, found, signed=signed and dated)
            and (series or _title(text, lines, plain | {at}))
        ):
            found = {"publisher": words}
            plain.add(at)
        dated = not found.keys().isdisjoint(_DAYS) or (dated and at in plain)
        known = {**known, **found}
    if changed := known.pop("updated", None):
        known.setdefault("published", changed)
    named = _title(text, lines, plain) if plain else None
    if not named:
        named = next((_words(text, lines[at]) for at in series if at in plain), None)
    return Meta(**{"title": named, **known}), frozenset(plain)


def _masthead(text: str, lines: list[Line], at: int, found: dict[str, str], *, signed: bool) -> bool:
    """Whether a line is a medium's or a body's name; above the date of a text that somebody has ``signed``, any name is."""
    name = _words(text, lines[at])
    if found or lines[at].kind is not Kind.WORDS or is_section(name):
        return False
    return _is_medium(name) or (signed and is_name(name) and len(name.split()) <= _MOST_OF_NAME and not state_of(name))


def _alone(text: str, lines: list[Line], at: int) -> bool:
    """Whether a line right under the headline names a medium by its last word: "Quito Evening Journal"."""
    above = [line for line in lines[:at] if line.kind is not Kind.BLANK]
    if len(above) != 1 or _is_medium(_words(text, above[0])):
        return False  # "World Water Council / River News": a series of that body
    last = _words(text, lines[at]).lower().split()[-1]
    return at + 1 < len(lines) and lines[at + 1].kind is Kind.BLANK and last in media()


def _is_medium(name: str) -> bool:
    return names_house(name) or titled(name)


def head_of(draft: Draft) -> Meta:
    """The metadata in the first blocks, each apart from the next, of a text whose headings are known: none is a masthead."""
    kinds = {BlockKind.PARAGRAPH: Kind.WORDS, BlockKind.HEADING: Kind.HASHED}
    lines = [
        line
        for block in draft.blocks[:_LOOKED_AT]
        for line in (
            Line(kinds.get(block.kind, Kind.ITEM), block.start, block.end),
            Line(Kind.BLANK, block.end, block.end),
        )
    ]
    return replace(byline(draft.text, lines)[0], title=None)


def _words(text: str, line: Line) -> str:
    return text[line.start : line.end]


def _head(text: str, lines: list[Line]) -> tuple[list[int], str]:
    """The indices of the short lines at the top, and the first line of prose that they stand over."""
    head: list[int] = []
    for at, line in enumerate(lines[:40]):
        if line.kind in _NO_WORDS:
            continue
        words = _words(text, line)
        titled = not head and len(words) <= _LONGEST_TITLE and not ending(text, line.end)
        if (len(words) > _LONGEST and not titled) or (words.endswith(".") and words.count(" ") >= _FEWEST_SPACES):
            return head, words
        if len(head) == _LOOKED_AT:
            break
        head.append(at)
    return head, ""


def _told(text: str, lines: list[Line], at: int) -> dict[str, str]:
    """What a line tells by itself; one that goes on in lower case below is part of a sentence."""
    words = _words(text, lines[at])
    below = _words(text, lines[at + 1]) if at + 1 < len(lines) else ""
    if lines[at].kind is Kind.HASHED:
        return {}
    site = None if at else _SITE.fullmatch(words)
    if site and _is_medium(site["house"]):
        return {"title": site["title"], "publisher": site["house"]}
    staff = _STAFF.fullmatch(words) if at else None  # a headline may end so
    if staff:
        return {"publisher": staff["house"]}
    writer = _WRITER.fullmatch(words) if at else None
    if writer and _is_medium(writer["house"]):
        return {"publisher": writer["house"]}
    return _said(words) or ({} if below[:1].islower() else of_imprint(words))


def _title(text: str, lines: list[Line], plain: Set[int]) -> str | None:
    """The headline among lines that tell the rest: the first other one, if it stands alone and is no sentence."""
    for at, line in enumerate(lines[:40]):
        if line.kind in _NO_WORDS or at in plain or is_section(_words(text, line)):
            continue
        words = _words(text, line)
        apart = at + 1 == len(lines) or lines[at + 1].kind in _NO_WORDS or at + 1 in plain
        alone = line.kind in (Kind.WORDS, Kind.HASHED) and apart and len(words) <= _LONGEST_TITLE and " " in words
        return words if alone and ending(text, line.end) in ("", "?") and not words[0].islower() else None
    return None


def _said(line: str) -> dict[str, str]:
    line = _KIND.sub("By ", line, count=1)
    signed = _DAY_BY.fullmatch(line)
    if signed and (when := iso(signed["day"])):
        return {"published": when, **_said("B" + signed["by"][1:])}
    agency = next((part for part in _APART_OF.split(line[3:]) if part in table("layout")["agencies"]), None)
    if agency and line.startswith("By "):
        return {"author": agency}
    author = _BY.fullmatch(line)
    if line.startswith("By ") and len(line.split()) <= 8 and (not author or line[-1:] == "."):
        return {"author": ""}
    if author and all(word[0].isupper() for word in author.group(1).split() if len(word) > 3):
        return {"author": _FROM.sub("", author.group(1))}
    label = _LABEL.fullmatch(_AGAIN.sub("", line))
    if label:
        return _labelled(label["label"].lower(), label["value"])
    when = iso(OPENED.sub("", line, count=1))
    if when and len(line) > 4:
        return {"published": when}
    parts = [part for part in _APART.split(line) if part]
    return _dated(parts) if len(parts) == 2 else {}


def _labelled(label: str, value: str) -> dict[str, str]:
    field = _FIELD.get(label)
    if field in _DAYS:
        when = iso(value)
        return {field: when} if when else {}
    if field == "url":
        return {field: value} if _URL.fullmatch(value) else {}
    return {field: value} if field and value[0].isupper() and len(value.split()) <= _MOST_WORDS[field] else {}


def _dated(parts: list[str]) -> dict[str, str]:
    """A date and a publisher or author in either order."""
    for when, who in (parts, parts[::-1]):
        day = iso(when)
        if day and len(when) > 4 and iso(who) is None and who[0].isupper() and len(who.split()) <= 6:
            author = _BY.fullmatch(who)
            return {"published": day, "author": author.group(1)} if author else {"published": day, "publisher": who}
    return {}
