"""The ways in which English writes dates, each with its reading into days.

Invariant: a reading gives ``None`` where neither the words nor the reference date tell the year; earlier forms win.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from sayso.lexicon.table import either, table
from sayso.read.grammar.days import Days, day_of, month_end, month_of, months_of, split_year

_LEXICON = table("dates")
MONTHS = {name[:3]: at for at, name in enumerate(_LEXICON["months"], 1)}
WEEKDAYS = {name: at for at, name in enumerate(_LEXICON["weekdays"])}
_PARTS: dict[str, list[int]] = _LEXICON["parts"]
_SEASONS: dict[str, list[int]] = _LEXICON["seasons"]
_QUARTERS: dict[str, int] = _LEXICON["quarters"]
_STEPS: dict[str, int] = _LEXICON["steps"]

_FULL = [name.capitalize() for name in _LEXICON["months"]]
_MONTH = (
    rf"(?:{either(_FULL + [name.upper() for name in _FULL])}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_STEP = rf"(?P<step>{either(_STEPS)})"
_TO = r"(?:\s?[-–—/]\s?|\s(?:to|and|until|through|till|or)\s)"
_OF_YEAR = rf"(?:,?\s(?:of\s|in\s)?(?:the\s)?(?:(?P<year>{_YEAR})|{_STEP}\syear))"
Clue = Literal["year", "month", "near"]
_SPLIT = rf"(?P<year>{_YEAR})"
_SPLIT_OF = rf"(?:[\s-]\w+){{0,2}}[\s-](?:{either(_LEXICON['split'])})s?\b"  # "2023-24 marketing year"
_OPEN = r"(?<![\w.,/$€£-])"
_SHUT = r"(?![\w%]|[.,/]\d)"
_GOVERNS = "(?i:in|since|until|by|from|of|for|during|after|before|through|late|early|mid|to|and)"
Reading = Callable[[re.Match[str], date | None], Days | None]
FORMS: list[tuple[frozenset[Clue], re.Pattern[str], Reading]] = []


def _form(
    clues: tuple[Clue, ...], *patterns: str
) -> Callable[[Callable[..., Days | None]], Callable[..., Days | None]]:
    """Registers a reading of patterns, tried only where the sentence has one of the clues. Earlier forms win."""

    def add(reading: Callable[..., Days | None]) -> Callable[..., Days | None]:
        FORMS.extend((frozenset(clues), re.compile(pattern), reading) for pattern in patterns)
        return reading

    return add


@_form(
    ("year",),
    rf"(?<![\w.,/$€£-])(?:FY\s?)?{_SPLIT}\s?/\s?(?P<year2>{_YEAR}|\d\d){_SHUT}",
    rf"(?<![\w.,/$€£-])FY\s?{_SPLIT}[-–—](?P<year2>{_YEAR}|\d\d){_SHUT}",
    rf"{_OPEN}{_SPLIT}[-–—](?P<year2>{_YEAR}|\d\d)(?={_SPLIT_OF})",
    rf"(?<=season\s){_SPLIT}[-–—](?P<year2>{_YEAR}|\d\d){_SHUT}",
)
def _split_year(match: re.Match[str], _: date | None) -> Days | None:
    """A year that begins in one and ends in the next: a season, a crop, marketing or fiscal year."""
    first, other = int(match["year"]), match["year2"]
    return split_year(first, match.string, match.start()) if str(first + 1).endswith(other) else None


@_form(
    ("year",),
    rf"{_OPEN}(?P<year>{_YEAR})[-/.](?P<mon>0[1-9]|1[0-2])(?:[-/.](?P<day>0[1-9]|[12]\d|3[01]))?{_SHUT}(?!-\d)",
    rf"{_OPEN}(?P<day>{_DAY})[./](?P<mon>0?[1-9]|1[0-2])[./](?P<year>{_YEAR}){_SHUT}",
)
def _numeric(match: re.Match[str], _: date | None) -> Days | None:
    year, month = int(match["year"]), int(match["mon"])
    return day_of(year, month, match["day"], None) if match["day"] else month_of(year, month, month)


@_form(
    ("month",),
    rf"{_OPEN}(?P<day>{_DAY})(?:{_TO}(?P<day2>{_DAY}))?(?:\sof)?\s(?P<month>{_MONTH})(?:{_OF_YEAR}{_SHUT})?(?!\w)",
    rf"(?<!\w)(?P<month>{_MONTH})\s(?:the\s)?(?P<day>{_DAY})(?:{_TO}(?P<day2>{_DAY}))?{_SHUT}(?:{_OF_YEAR}{_SHUT})?",
)
def _day_of_month(match: re.Match[str], reference: date | None) -> Days | None:
    month = _month_number(match["month"])
    year = _year_of(match, reference, month)
    return day_of(year, month, match["day"], match["day2"]) if year else None


@_form(
    ("month",),
    rf"(?<!\w)(?P<month>{_MONTH})(?:{_TO}(?P<month2>{_MONTH}))?{_OF_YEAR}{_SHUT}",
    rf"(?<!\w)(?P<month>{_MONTH})(?:\s?[-–—]\s?|\s(?:to|until|through|till)\s)(?P<month2>{_MONTH})(?![\w'’]|\s[A-Z\d])",
    rf"(?<=[Bb]etween\s)(?P<month>{_MONTH})\sand\s(?P<month2>{_MONTH})(?![\w'’]|\s[A-Z\d])",
    rf"(?<!\w){_GOVERNS}[\s-](?P<shown>(?P<month>{_MONTH}))(?![\w'’]|\s[A-Z])",
    rf"(?<!\w)(?:{_STEP}\s)(?P<month>{_MONTH})(?![\w'’]|\s[A-Z])",
)
def _month_of_year(match: re.Match[str], reference: date | None) -> Days | None:
    groups = match.groupdict()
    first = _month_number(match["month"])
    last = _month_number(groups["month2"]) if groups.get("month2") else first
    year = _year_of(match, reference, last)
    return months_of(year, first, last) if year else None


@_form(
    ("year", "near"),
    rf"(?<!\w)(?P<half>H)?(?(half)|Q)(?P<nth>[1-4])(?:{_OF_YEAR}|[-/](?P<year2>{_YEAR})){_SHUT}",
    rf"(?<!\w)(?P<nth>{either(_QUARTERS)})[\s-](?:quarter|(?P<half>half)){_OF_YEAR}{_SHUT}",
)
def _quarter(match: re.Match[str], reference: date | None) -> Days | None:
    groups = match.groupdict()
    nth = int(match["nth"]) if match["nth"].isdigit() else _QUARTERS[match["nth"]]
    length = 6 if match["half"] else 3
    first = (min(nth, 12 // length) - 1) * length + 1
    year = int(groups["year2"]) if groups.get("year2") else _year_of(match, reference, None)
    return month_of(year, first, first + length - 1, str(year)) if year else None


@_form(("year", "near"), rf"(?<!\w)(?i:(?P<season>{either(_SEASONS)})){_OF_YEAR}{_SHUT}")
def _season(match: re.Match[str], reference: date | None) -> Days | None:
    first, length = _SEASONS[match["season"].lower()]
    year = _year_of(match, reference, None)
    if not year:
        return None
    over, last = divmod(first + length - 2, 12)
    return Days(date(year, first, 1), month_end(year + over, last + 1), str(year))


@_form(("year",), r"(?<![\w.,/$€£])(?P<decade>1[5-9]\d0|20\d0)s(?!\w)")
def _decade(match: re.Match[str], _: date | None) -> Days | None:
    year = int(match["decade"])
    return Days(date(year, 1, 1), date(year + 9, 12, 31), match[0])


@_form(
    ("year", "near"),
    rf"(?i:(?<!\w)(?P<part>{either(_PARTS)})(?:\s(?:part\s)?(?:of\s)?|-)(?:the\s)?(?:(?P<year>{_YEAR})|{_STEP}\syear){_SHUT})",
)
def _part_of_year(match: re.Match[str], reference: date | None) -> Days | None:
    year = _year_of(match, reference, None)
    first, after = _PARTS[match["part"].lower()]
    return month_of(year, first + 1, after, str(year)) if year else None


@_form(
    ("year",),
    rf"{_OPEN}(?P<year>{_YEAR})(?:\s?[-–—/]\s?(?P<year2>{_YEAR}|\d\d)|\s(?:to|through|until|and)\s(?P<year3>{_YEAR}))?{_SHUT}(?!-\w)",
)
def _year(match: re.Match[str], _: date | None) -> Days | None:
    first, other = int(match["year"]), match["year2"] or match["year3"]
    last = int(match["year"][: 4 - len(other)] + other) if other else first
    return Days(date(first, 1, 1), date(max(first, last), 12, 31), match["year"])


@_form(("near",), rf"(?<!\w)(?i:{_STEP}\s(?P<unit>year|month|week)|(?P<unit2>year|month|week)\sbefore\slast)(?!\w)")
def _stepped(match: re.Match[str], reference: date | None) -> Days | None:
    if reference is None:
        return None
    unit, step = match["unit"] or match["unit2"], _STEPS[match["step"].lower()] if match["step"] else -2
    if unit.lower() == "year":
        return month_of(reference.year + step, 1, 12, str(reference.year + step))
    if unit.lower() == "month":
        year, month = divmod(reference.year * 12 + reference.month - 1 + step, 12)
        return month_of(year, month + 1, month + 1)
    monday = reference - timedelta(days=reference.weekday()) + timedelta(weeks=step)
    return Days(monday, monday + timedelta(days=6), monday.isoformat()[:7])


@_form(
    ("near",),
    r"(?<!\w)(?P<day>[Yy]esterday|[Tt]oday|[Tt]omorrow)(?![\w'’])",
    rf"(?<!\w)(?:(?P<next>next)\s|last\s)?(?P<day>{either([name.capitalize() for name in WEEKDAYS])})(?!\w)",
)
def _near_day(match: re.Match[str], reference: date | None) -> Days | None:
    if reference is None:
        return None
    name = match["day"].lower()
    if name in WEEKDAYS:
        back = (reference.weekday() - WEEKDAYS[name]) % 7
        offset = 7 - back if match.groupdict().get("next") else -back
    else:
        offset = {"yesterday": -1, "today": 0, "tomorrow": 1}[name]
    day = reference + timedelta(days=offset)
    return Days(day, day, day.isoformat())


def _month_number(name: str) -> int:
    return MONTHS[name[:3].lower()]


def _year_of(match: re.Match[str], reference: date | None, month: int | None) -> int | None:
    """The year the match gives; else the one its words count from the reference; else the month's latest before it."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if reference is None:
        return None
    step = groups.get("step")
    if step and (month is None or match[0].lower().endswith("year")):
        return reference.year + _STEPS[step.lower()]
    if month is None:
        return None
    ahead = _STEPS[step.lower()] > 0 if step else False
    return (
        reference.year
        + (1 if ahead and month <= reference.month else 0)
        - (0 if ahead or month <= reference.month else 1)
    )
