"""Units of figures, by Pint: what may be added to what, and what comes out of multiplying.

Every currency and every counted noun is a dimension of its own: no exchange rate is assumed, and shells are not people. A
difference is explained in the words of whoever reads the formula.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from sayso.core.errors import UsageFault
from sayso.lexicon.table import table
from sayso.run.formula import Algebra, Formula

if TYPE_CHECKING:
    import pint

# Our names of units that Pint calls otherwise, or would take for something else.
_PINT = {
    "%": "percent",
    "percentage point": "percent",
    "basis point": "0.01 percent",
    "per mille": "0.1 percent",
    "ppb": "1e-9",
    "t": "metric_ton",
    "quarter": "3 month",
    "long ton": "long_ton",
    "short ton": "short_ton",
    "nm": "nautical_mile",
    "barrel": "oil_bbl",
}
_COUNTED = frozenset(
    ("point", "share", "unit", "student", "person", "household", "night", "TEU", "°C", "°F", "dB")
)  # the last three have no scale to multiply
_POWER = re.compile(r"(?P<unit>[a-z]+)(?P<power>[23])")
_FACTOR = re.compile(r"(?P<factor>[0-9]+) (?P<unit>.+)")


@cache
def _registry() -> "pint.UnitRegistry[Any]":
    import pint  # slow to load, and few cases derive a figure

    return pint.UnitRegistry(cache_folder=None)


@cache
def _measures() -> frozenset[str]:
    """The unit names that stand for a measure, as the vocabulary of units has them; all others are counted."""
    found = {"percent", "percentage point", "basis point", "per mille"}
    for section in ("symbols", "names", "per"):
        for value in table("units")[section].values():
            found.update(re.split(r"[*/]", value if isinstance(value, str) else str(value[0])))
    return frozenset(found - _COUNTED)


def quantity_of(unit: str) -> Any:
    """One of a figure's unit, as a Pint quantity; parts are joined by ``*`` and ``/``. What Pint does not know is counted."""
    out: Any = 1.0 * _registry().dimensionless
    turned = False
    for part in re.split(r"([*/])", unit):
        if part in ("*", "/"):
            turned = part == "/"
            continue
        one = _single(part.strip())
        out = out / one if turned else out * one
    return out


def _single(name: str) -> Any:
    from pint import PintError

    registry = _registry()
    if name in ("", "1"):
        return 1.0 * registry.dimensionless
    if factor := _FACTOR.fullmatch(name):
        return float(factor["factor"]) * _single(factor["unit"])
    if name in _measures():
        power = _POWER.fullmatch(name)
        asked = _PINT.get(name) or (f"{power['unit']}**{power['power']}" if power else name)
        try:
            return 1.0 * registry.Quantity(asked)
        except (PintError, ValueError, TypeError, AttributeError):
            pass  # a unit of the vocabulary that Pint lacks is counted like a noun
    counted = "counted_" + "".join(one if one.isalnum() and one.isascii() else f"_{ord(one)}_" for one in name[:80])
    if counted not in _READS:
        registry.define(f"{counted} = [{counted}]")
        _READS[counted] = name
    return 1.0 * registry.Unit(counted)


_READS: dict[str, str] = {}  # how counted units read in words; a name enters it when Pint is told of it


def unit_of_value(formula: Formula, units: Mapping[str, str]) -> tuple[str, float]:
    """The unit a formula's value has where its names have these units, and how many root units one of it is.

    Raises ``UsageFault`` that says which units do not go together.
    """
    from pint import DimensionalityError

    values = {name: (1.37 + 0.113 * at) * quantity_of(unit) for at, (name, unit) in enumerate(sorted(units.items()))}
    algebra = Algebra(lambda number: number * _registry().dimensionless, _alike, _alike)
    try:
        value = formula.work_out(values, algebra)
    except DimensionalityError as fault:
        one, other = _readable(fault.units1), _readable(fault.units2)
        raise UsageFault(
            f"the formula puts together {one} and {other}, which cannot be added or compared: "
            "multiply one by a figure that leads from it to the other"
        ) from None
    except ZeroDivisionError:
        raise UsageFault("the formula divides by something that is always 0") from None
    if dict(value.units._units) != {"percent": 1}:  # a share of something is an amount of it, a share alone stays one
        value = value.to_reduced_units()
        value = value / _registry().percent ** dict(value.units._units).get("percent", 0)
    found = _registry().Quantity(1.0, value.units)
    return _readable(found.units), root_factor(found)


def root_factor(quantity: Any) -> float:
    """How many root units (metre, gram, second, plain number, one of what is counted) a quantity is."""
    return float(quantity.to_root_units().magnitude)


def _alike(one: Any, other: Any) -> Any:
    return one + other.to(one.units)


def _readable(unit: Any) -> str:
    """The unit as the vocabulary writes it, as far as it can be said so."""
    above: list[str] = []
    below: list[str] = []
    for name, power in sorted(dict(_registry().Unit(unit)._units).items()):
        word = _READS.get(name) or _SHORT.get(name) or f"{_registry().Unit(name):~}"
        (above if str(power)[0] != "-" else below).append(word if abs(power) == 1 else f"{word}{abs(power):g}")
    if not above and not below:
        return "plain number"
    return "/".join(["*".join(above) or "1", *below])


_SHORT = {
    "percent": "percent",
    "metric_ton": "t",
    "oil_bbl": "barrel",
    "oil_barrel": "barrel",
    "year": "year",
    "month": "month",
    "day": "day",
}
