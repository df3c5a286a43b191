"""Values with their units in words: ``800 million EUR``, ``at least 3 days``, ``10 to 20 percent``, ``rank 2``."""

import re
from functools import cache, lru_cache

from sayso.core.finding import Value
from sayso.lexicon.table import table

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def ranged(low: float | None, high: float | None, unit: str) -> str:
    """A range with its unit, in words; either end may be open."""
    if unit == "rank":
        return _ranked(low, high)
    unit = unit if low == high == 1 else many(unit)
    if low is None and high is None:
        return f"? {unit}"
    if high is None:
        return f"at least {_number(low)} {unit}"
    if low is None:
        return f"up to {_number(high)} {unit}"
    return f"{_number(low)} {unit}" if low == high else f"{_number(low)} to {_number(high)} {unit}"


def valued(value: Value) -> str:
    return ranged(value.low, value.high, value.unit)


def _ranked(low: float | None, high: float | None) -> str:
    if high is None or low is None:
        return (
            f"rank {_number(low)} or lower" if low is not None else f"rank {_number(high)} or better" if high else "?"
        )
    return f"rank {_number(low)}" if low == high else f"rank {_number(low)} to {_number(high)}"


@lru_cache(maxsize=4096)
def many(unit: str) -> str:
    """The unit as it stands behind other numbers than one: a counted noun in the plural, a symbol as it is."""
    noun, per, rest = unit.partition("/")
    head, of, what = noun.partition(" of ")
    last = head.split(" ")[-1]
    if not (last.isalpha() and last.islower()) or noun in _symbols() or (last != head and last.endswith("ed")):
        return unit  # also "clinics supplied", as a table heads them
    return head[: len(head) - len(last)] + _plural(last) + of + what + per + rest


def _plural(noun: str) -> str:
    irregular = {one: more for more, one in reversed(table("measuring")["singular"].items())}
    if noun in irregular:
        return str(irregular[noun])
    if re.search(r"(?:[sxz]|[cs]h)$", noun):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if re.search(r"[^aeiou]y$", noun) else f"{noun}s"


@cache
def _symbols() -> frozenset[str]:
    """What stands for a unit and takes no plural."""
    units = table("units")
    values = (*units["symbols"].values(), *units["percent"].values())
    return frozenset(value if isinstance(value, str) else value[0] for value in values) - {
        "percentage point",
        "basis point",
    }


def _number(value: float | None) -> str:
    assert value is not None
    if 1 <= abs(value) < _SCALES[-1][0]:
        value = round(value, 3)
    for scale, name in _SCALES:
        if abs(value) >= scale:
            return f"{value / scale:,.10g} {name}"
    return f"{value:,.10g}"
