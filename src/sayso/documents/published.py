"""Dates of publication: from the ways they are written to ISO, whole or partial; an ambiguous one is no date."""

import re
from datetime import date, datetime

from sayso.lexicon.table import table

_MONTHS = table("dates")["months"]
_MONTH = {form: at for at, name in enumerate(_MONTHS, 1) for form in (name, name[:3])} | {"sept": 9}
_NAMED = r"(?P<month>" + "|".join(sorted(_MONTH, key=lambda name: (-len(name), name))) + r")\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})"
_TIME = r"(?:[T ,|•·–-]+(?:at )?\d{1,2}[:.]\d{2}(?!\d).{0,24})?"
_LED = (
    r"(?:/ ?)?(?:(?:at )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?[ ,|•·–-]+)?"  # "4:50 PM, August 28, 2018"
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |(?:mon|tue|wed|thu|fri|sat|sun),? )?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}(?:[-/.](?P<month>[01]?\d)(?:[-/.](?P<day>[0-3]?\d))?)?{_TIME}",
        rf"{_LED}{_WEEKDAY}{_DAY}[ -]{_NAMED},?[ -]{_YEAR}{_TIME}",
        rf"{_LED}{_WEEKDAY}{_NAMED} {_DAY},? {_YEAR}{_TIME}",
        rf"{_NAMED},? {_YEAR}",
    )
)
_PDF = re.compile(r"D:(?P<year>[12]\d{3})(?P<month>[01]\d)?(?P<day>[0-3]\d)?")
_LONGEST = 64


def iso(value: object) -> str | None:
    """``value`` (a date, a year, or words such as ``3 June 2025``) as an ISO date, or ``None`` if it is not surely one."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    text = " ".join(value.split())
    for form in _FORMS:
        found = form.fullmatch(text)
        if found:
            return _checked(found.groupdict())
    return None


def iso_of_pdf(value: str) -> str | None:
    """A PDF date (``D:20250603…``) as an ISO date."""
    found = _PDF.match(value)
    return _checked(found.groupdict()) if found else iso(value)


def _checked(parts: dict[str, str | None]) -> str | None:
    year, month, day = parts["year"], parts.get("month"), parts.get("day")
    number = 0
    if month:
        number = int(month) if month.isdigit() else _MONTH[month.lower()]
    try:
        whole = date(int(year or 0), number or 1, int(day) if day else 1)
    except ValueError:
        return None
    if not month:
        return f"{whole.year:04d}"
    return whole.isoformat() if day else f"{whole.year:04d}-{whole.month:02d}"
