"""What one line of plain text is by itself: blank, ruler, table row, list item, numbered line, or words."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from sayso.lexicon.table import table, words

_BULLETS = re.escape(str(table("layout")["bullets"]["characters"]))
_BULLET = re.compile(rf"(?:[{_BULLETS}](?=[ \t\u00a0])|[•‣◦▪●■►➢➤✓✔])[ \t\u00a0]*")
_LETTERED = re.compile(r"(?:\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|(?:[a-z]|[ivx]{1,5}|\d{1,2})\))[ \t\u00a0]+")
_NUMBERED = re.compile(
    r"(?:(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,4})\.?|(?P<digits>\d{1,3})\.|(?P<roman>[IVX]{1,6})\.|(?P<capital>[A-Z])\.)[ \t\u00a0]+"
)
_RULER = re.compile(r"[-=_*~#+|:.\s]{3,}")
_LEADERS = re.compile(r"(?:\. ?){5,}\s*(?:\d{1,4}|[ivxl]{1,6})?$")  # the dots of a table of contents
_HASHES = re.compile(r"(#{1,6})[ \t]+")
_CAPTION = re.compile(
    r"(?i:file (?:photo|picture|pic|image|footage)\b)(?! of)"
    r"|(?:Image|Photo|Picture|Photograph)s?(?: credits?| courtesy(?: of)?| by)?(?:: ?|(?<=by) |(?<=of) )\S"
    r"|(?:REUTERS|AFP|AP|EPA|Getty Images|Xinhua)/[A-Z]|\(?(?:Additional )?[Rr]eporting by [A-Z]"
)
_FILED = re.compile(
    r"(?i:[.(\[] ?file (?:photo|picture|image))[.)\]]{0,2}|\((?:Photo|Image|Picture)s?(?: by|:)[^()]*\)\.?"
)
_LONGEST_CAPTION = 400
_ENDS = frozenset(".!?:;,…")
_CLOSERS = "\"'”’»)]}*_ "
_SHORTEST_RULER = 3
_LONGEST_MARK = 24


class Kind(Enum):
    BLANK = auto()
    RULER = auto()
    ROW = auto()
    ITEM = auto()
    NUMBERED = auto()
    HASHED = auto()
    CHROME = auto()
    WORDS = auto()


@dataclass(slots=True)
class Line:
    """``start`` and ``end`` are its characters in the text without indent, mark and trailing space; ``indent`` counts
    columns before the mark; ``style`` tells numberings apart; ``depth`` is a numbering's or hash heading's rank;
    ``mark`` is where the mark begins, which may turn out to be an initial or a number and part of the words."""

    kind: Kind
    start: int
    end: int
    indent: int = 0
    style: str = ""
    depth: int = 0
    mark: int = -1


def line_of(text: str, start: int, end: int) -> Line:
    """The line ``text[start:end]``, which holds no line break."""
    raw = text[start:end]
    body = raw.strip()
    if not body:
        return Line(Kind.BLANK, start, start)
    indent = len(raw) - len(raw.lstrip())
    begin = start + indent
    stop = begin + len(body)
    first = body[0]
    if not first.isalnum() and len(body) >= _SHORTEST_RULER and _ruled(body):
        return Line(Kind.RULER, begin, stop, indent, first)
    if "|" in body and ("|" in body[1:-1] or first == "|"):
        return Line(Kind.ROW, begin, stop, indent)
    if body.count("\t") > 1:
        return Line(Kind.ROW, begin, stop, indent, "\t")
    return _marked(body, begin, stop, indent)


def _ruled(body: str) -> bool:
    return _RULER.fullmatch(body[:200]) is not None and len(set(body)) <= 5 and len(body) <= 200


def _marked(body: str, begin: int, stop: int, indent: int) -> Line:
    if is_aside(body) or _LEADERS.search(body[-60:]):
        return Line(Kind.CHROME, begin, stop, indent)
    head = body[:_LONGEST_MARK]
    for pattern, kind in ((_BULLET, Kind.ITEM), (_LETTERED, Kind.ITEM), (_HASHES, Kind.HASHED)):
        found = pattern.match(head)
        if found and found.end() < len(body):
            return Line(kind, begin + found.end(), stop, indent, kind.name, found.group().count("#"))
    found = _NUMBERED.match(head)
    if found and found.end() < len(body):
        style = found.lastgroup or ""
        depth = found.group().strip(" \t\u00a0.").count(".") + 1
        if style != "dotted" or body[found.end()].isupper():
            return Line(Kind.NUMBERED, begin + found.end(), stop, indent, style, depth, begin)
    return Line(Kind.WORDS, begin, stop, indent)


def is_aside(words: str) -> bool:
    """Whether a line is no part of its text: what a page puts around it, a photograph's caption or credit, who else reported."""
    if len(words) < 40 and words.rstrip(" .…>»:→").lower() in words_of_chrome():
        return True
    if len(words) > _LONGEST_CAPTION:
        return False
    filed = next((found for found in _FILED.finditer(words) if found.end() == len(words)), None)
    return _CAPTION.match(words) is not None or filed is not None


def words_of_chrome() -> frozenset[str]:
    return words("chrome", "lines")


def ending(text: str, end: int) -> str:
    """The last character before ``end``, behind closing quotes and brackets; empty if it is no punctuation."""
    tail = text[max(0, end - 6) : end].rstrip(_CLOSERS)
    return tail[-1] if tail and tail[-1] in _ENDS else ""
