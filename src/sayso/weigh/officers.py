"""Who holds an office in which body, as a text introduces them: "Ann Bode, chair of the Harbour Board", "Harbour Board chair
Ann Bode". What an officer says of a matter, the body says: the two are one origin.

Invariant: everything given stands in the text.
"""

import re
from collections.abc import Sequence
from functools import cache

from sayso.lexicon.names import unowned
from sayso.lexicon.table import either, table
from sayso.lexicon.table import words as vocabulary
from sayso.weigh.stand_ins import Place, bodies_named, is_stand_in, standing_for

_WORD = r"[A-ZÀ-Þ][\w’'-]*"
_BODY = rf"{_WORD}(?: (?:(?:of|for|on|and|&) (?:the )?)?{_WORD}){{0,7}}"
_PERSON = rf"(?P<person>{_WORD}(?: [A-Z]\.)?(?: {_WORD}){{1,2}})"
_OPENING = re.compile(
    r"^(?:(?:On|In|At|But|And|Then|When|As|If|The|A|An|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Yesterday|Today)\b ?)+"
)
_FORMER = re.compile(r"^(?:Former|Ex|Then)\b", re.IGNORECASE)
_REACH = 120  # characters on either side of an office in which its holder and the body are told


def officers(text: str, house: Sequence[str] = ()) -> list[tuple[str, str]]:
    """(person, body) of everyone whom the text gives an office in a named body; "the association's chairman" is that of the
    body named last that the noun stands for."""
    found: dict[str, str] = {}
    introduced: dict[str, list[Place]] | None = None
    for start, end in _stretches(text):
        for pattern in _patterns():
            for match in pattern.finditer(text, start, end):
                person, body = _person(match["person"]), _body(match["body"])
                if is_stand_in(body):
                    introduced = bodies_named(text, house) if introduced is None else introduced
                    body = standing_for(body, introduced, match.start()) or ""
                if body and person:
                    found.setdefault(person, body)
    return sorted(found.items())


def _stretches(text: str) -> list[tuple[int, int]]:
    """Where a text tells of offices, those that meet as one."""
    found: list[tuple[int, int]] = []
    for match in _office().finditer(text):
        start, end = max(match.start() - _REACH, 0), match.end() + _REACH
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return found


def _person(words: str) -> str:
    """The name without what people are addressed by; empty for what is no name of a person."""
    name = " ".join(word for word in unowned(words).split() if word not in _addressed())
    return name if " " in name and not _office().search(name) else ""


def _body(words: str) -> str:
    """The body without what opens its sentence, its officers' rank or another's office ("Oro's President Lind and Halden");
    empty for what somebody once led."""
    if _FORMER.match(words):
        return ""
    if _office().search(words):
        words = words.rpartition(" and ")[2]
    parts = unowned(_OPENING.sub("", words)).split()
    while parts and parts[-1].lower() in table("witnesses")["of_rank"]:
        parts.pop()
    body = " ".join(parts)
    return "" if _office().search(body) else body


@cache
def _addressed() -> frozenset[str]:
    return frozenset(table("witnesses")["addressed"])


@cache
def _office() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(table('witnesses')['officers'])})\b", re.IGNORECASE)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    lists = table("witnesses")
    nouns = either((*lists["stand_in"]["company"], *lists["stand_in"]["bodies"]))
    one = rf"(?:(?:{either(lists['of_rank'])}) )*(?:{either(lists['officers'])})"
    office = rf"(?i:{one}(?: and {one})?)"
    body = rf"(?P<body>{_BODY})"
    meant = rf"(?:the )?(?P<body>{_BODY}|(?:{nouns})\b)"
    told = either(sorted(word.capitalize() for word in vocabulary("actors", "organisation_words")))
    person = rf"(?:(?:{either(lists['addressed'])})\.? )*{_PERSON}"
    return (
        re.compile(
            rf"{_PERSON}, (?:the )?{office} (?:of|for) [\w’' -]{{3,50}}, (?P<body>(?:{_WORD} )*(?:{told})|{_WORD})(?=[,.;])"
        ),
        re.compile(
            rf"{_PERSON},? (?:who is )?(?:an? |the |its )?{office}(?: of (?:[a-z-]+ ){{1,3}}| )(?:of|at|for) {meant}"
        ),
        re.compile(rf"{_PERSON}, {meant}['’]s? {office}\b"),
        re.compile(rf"\b{body}(?:['’]s? {office},?| {office}) {person}"),
        re.compile(rf"\b{office} (?:of|at|for) {meant}(?: \([\w-]{{2,12}}\),?|,) {person}"),
    )
