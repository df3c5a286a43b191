"""When two claims are about: whether their times, or the dates they name, have nothing in common.

Invariant: symmetric in its two claims.
"""

from datetime import date

from sayso.weigh.card import Card
from sayso.weigh.terms import Bag

_SHORTEST = 28  # days of a stretch over which something is summed up
_MUCH = 1.5  # times as long as another is another stretch, not the same one told roughly
_DAY, _YEAR, _MONTH = 5, 4, 2  # characters of a date as a term
MONTHS_FIRST = (_DAY, _MONTH, _YEAR)


def times_apart(one: Card, other: Card) -> bool:
    """Whether two claims are about times that do not meet. A day reckoned from the date of a document ("on Tuesday", "next
    week") is too weak a ground: who copies the words later has another day for them; so is one of several days that two
    passages name, if they have another in common."""
    if one.when == other.when or not apart(one.when, other.when):
        return False
    if any(sharp(card) and not card.days for card in (one, other)):
        return False
    common = {day for day in one.days & other.days if "-" in day}
    return not common


def apart(one: tuple[str | None, str | None], other: tuple[str | None, str | None]) -> bool:
    """Whether two stretches of time, each open or not at either end, have no day in common."""
    return bool((one[1] and other[0] and one[1] < other[0]) or (other[1] and one[0] and other[1] < one[0]))


def other_period(one: Card, other: Card) -> bool:
    """Whether two claims are about stretches of which one is a part of the other and less than it: a half year, a quarter or a
    month of a year. A day, or a time left open, tells of none."""
    spans = [_days(card.when) for card in (one, other)]
    if not all(spans) or one.when == other.when or apart(one.when, other.when):
        return False
    shorter, longer = sorted(spans)
    return shorter >= _SHORTEST and longer >= _MUCH * shorter


def _days(when: tuple[str | None, str | None]) -> int:
    start, end = when
    return (date.fromisoformat(end) - date.fromisoformat(start)).days + 1 if start and end else 0


def sharp(card: Card) -> bool:
    """Whether a claim is about a stretch of no more than a month."""
    start, end = card.when
    return bool(start and end and start[:7] == end[:7])


def dates_differ(one: Bag, other: Bag, sizes: tuple[int, ...] = (_DAY, _YEAR, _MONTH)) -> bool:
    """Whether two lists of dates, each a day, a month or a year, name none in common at the first grain that both have."""
    for size in sizes:
        mine, theirs = ({date for date in dates if len(date) == size} for dates in (one, other))
        if mine and theirs:
            return not mine & theirs
    return False


def days_differ(one: Card, other: Card) -> bool:
    """Whether two passages date a thing by days, months or years none of which is the other's."""
    for size in (_DAY, _YEAR):
        mine, theirs = ({day for day in card.days if len(day) == size} for card in (one, other))
        if mine and theirs and not mine & theirs:
            return True
    return False
