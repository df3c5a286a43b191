"""Stretches of days: months, parts of months, and the day from which relative dates count.

Invariant: start is not after end, both inclusive.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from sayso.lexicon.table import either, table

_BEGINS: dict[str, int] = table("dates")["begins"]
_YEAR_OF = re.compile(rf"\b({either(_BEGINS)})s?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Days:
    start: date
    end: date
    iso: str


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def month_of(year: int, first: int, last: int, iso: str | None = None) -> Days:
    return Days(date(year, first, 1), month_end(year, last), iso or f"{year}-{first:02}")


def months_of(year: int, first: int, last: int) -> Days:
    """From one month to another of ``year``, over the turn of the year where the last is the earlier in it."""
    since = year - (first > last)
    return Days(date(since, first, 1), month_end(year, last), f"{since}-{first:02}")


def split_year(first: int, text: str, at: int) -> Days:
    """The twelve months of "2023/24" at ``at`` of ``text``: they begin in the month that is usual for what is named
    nearest to it (cocoa in October), else in July."""
    named = min(_YEAR_OF.finditer(text), key=lambda found: abs(found.start() - at), default=None)
    month = _BEGINS[named[1].lower()] if named else _BEGINS["crop"]
    return Days(date(first, month, 1), month_end(first + 1, month - 1 or 12), str(first))


def moved(days: Days, years: int) -> Days:
    """The same days so many years later; the 29th of February becomes the 28th."""
    start, end = (
        one.replace(year=one.year + years, day=min(one.day, monthrange(one.year + years, one.month)[1]))
        for one in (days.start, days.end)
    )
    return Days(start, end, f"{start.year}{days.iso[4:]}")


def day_of(year: int, month: int, day: str, day2: str | None) -> Days | None:
    first = int(re.sub(r"\D", "", day))
    last = max(first, int(re.sub(r"\D", "", day2))) if day2 else first
    if last > monthrange(year, month)[1]:
        return None
    return Days(date(year, month, first), date(year, month, last), date(year, month, first).isoformat())


def reference_date(published: str | None) -> date | None:
    """A whole or partial ISO date as the last day it allows; ``None`` for anything else."""
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", published or "")
    if not found or not 1 <= int(found[2] or 12) <= 12 or not 1000 <= int(found[1]) < 3000:
        return None
    last = month_end(int(found[1]), int(found[2] or 12))
    return last.replace(day=min(max(1, int(found[3])), last.day)) if found[3] else last
