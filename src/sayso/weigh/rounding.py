"""Whether two values may be one, by the precision they are written with: "15,000" may stand for 15,400, which is not 15,700.

Invariant: symmetric; a value is always one with itself.
"""

import re
from functools import lru_cache

from sayso.lexicon.table import table
from sayso.weigh.card import Card

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def digits(written: str) -> int:
    """How many digits of its numbers are told, as they are written: 2 of "15,000" and of "3.0", none of "twelve"."""
    found = (number.replace(",", "") for number in _NUMBER.findall(written))
    told = (number.replace(".", "") if "." in number else number.rstrip("0") for number in found)
    return max((len(number.lstrip("0")) for number in told), default=0)


def values_meet(one: Card, other: Card) -> bool:
    """Whether the intervals of two figures meet, give or take what was rounded off, or what a vague word may reach."""
    (low, high), (least, most) = _reach(one), _reach(other)
    return _at_most(one, low, other, most) and _at_most(other, least, one, high)


def _reach(card: Card) -> tuple[float | None, float | None]:
    """The bounds of a figure; those of a word such as "dozens" are where it would plainly be wrong: nobody counts by it."""
    if not card.approximate or card.digits or card.low == card.high:
        return card.low, card.high
    wide = float(table("weighing")["rounding"]["vague"])
    return card.low and card.low / wide, card.high and card.high * wide


def _at_most(one: Card, low: float | None, other: Card, high: float | None) -> bool:
    return low is None or high is None or low <= high or one_value(one, low, other, high)


def one_value(one: Card, mine: float, other: Card, theirs: float) -> bool:
    """Whether the rougher of two values, a bound of one figure and a bound of another, may stand for the finer."""
    slack = max(_rounded_off(mine, one.digits), _rounded_off(theirs, other.digits))
    if one.approximate or other.approximate:
        slack = max(slack, float(table("weighing")["rounding"]["rough"]) * max(abs(mine), abs(theirs)))
    return abs(mine - theirs) <= slack * (1 + 1e-9)


@lru_cache(maxsize=1 << 14)
def _rounded_off(value: float, told: int) -> float:
    """How far a value may be from what it stands for: half a unit of its last digit that is told, if that is not much. What is
    below a hundred is not rounded to tens without saying so."""
    rules = table("weighing")["rounding"]
    mantissa, exponent = f"{abs(value):.10e}".split("e")
    unit = 10.0 ** (int(exponent) + 1 - max(len(mantissa.rstrip("0").replace(".", "")), told))
    if abs(value) < float(rules["exact"]):
        unit = min(unit, 1.0)
    return min(unit / 2, float(rules["most"]) * abs(value)) if unit > 1 else unit / 2
