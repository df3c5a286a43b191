"""Derived figures: the analyst's formulas over the figures of the system, carried as ranges with units.

The interval surely holds the value if the figures do; the likely range is where nine in ten values lie when every figure is
anywhere in its range. Whatever stands in the way (an unknown figure, units that do not go together, an open bound) is the
derived figure's fault in words, never an exception: one wrong formula must not keep a case from being built.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from sayso.core.claim import When
from sayso.core.errors import UsageFault
from sayso.core.system import System, SystemFigure
from sayso.core.trace import Derived, Ingredient
from sayso.run.formula import RANGES, SAMPLES, Formula, Range, parse_formula, sampled
from sayso.run.lookup import key_words
from sayso.run.units import quantity_of, root_factor, unit_of_value

_SAMPLES = 10_000
_LIKELY = (5, 95)  # percentiles
_NUMBER = re.compile(
    r"\s*(?P<low>[-+]?[\d.,]*\d)(?:\s*(?:to|–|—|-)\s*(?P<high>[-+]?[\d.,]*\d))?"
    r"\s*(?P<scale>thousand|million|billion|trillion)?\s*(?P<unit>.{0,60}?)\s*"
)
_SCALES = {None: 1.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_ENOUGH = 0.6  # of the words asked for must be in a figure's subject


def derive(system: System, name: str, table: Mapping[str, Any], *, seed: int = 0) -> Derived:
    """The figure a table of ``[figures]`` describes: ``formula``, ``title``, and what each name in the formula stands for,
    either a number with its unit (``"30 %"``, ``"350 to 400 USD/1000 m3"``) or the words of a figure, with its year if
    there are several."""
    title, formula = str(table.get("title", name)), table.get("formula")
    found: list[Ingredient] = []
    try:
        if not isinstance(formula, str):
            raise UsageFault("it has no formula: write formula = “0.3 * gas”")
        parsed = parse_formula(formula)
        missing = [one for one in parsed.names if one not in table]
        if missing:
            raise UsageFault(f'the formula uses {", ".join(missing)}: say what figure that is, {missing[0]} = "…"')
        found = [_ingredient(system, one, table[one]) for one in parsed.names]
        return _worked_out(name, title, parsed, found, seed)
    except UsageFault as fault:
        ids = tuple(dict.fromkeys(id_ for one in found for id_ in one.findings))
        return Derived(name, title, str(formula or ""), None, None, None, "", tuple(found), ids, str(fault))


def _worked_out(name: str, title: str, formula: Formula, found: Sequence[Ingredient], seed: int) -> Derived:
    unit, root = unit_of_value(formula, {one.name: one.unit for one in found})
    ranges = {}
    for one in found:
        factor = root_factor(quantity_of(one.unit))
        ranges[one.name] = Range(one.low * factor, one.high * factor)
    try:
        surely = formula.work_out(ranges, RANGES)
        with np.errstate(all="ignore"):
            drawn = np.atleast_1d(formula.work_out(sampled(ranges, _SAMPLES, seed), SAMPLES)) / root
    except (OverflowError, ZeroDivisionError):
        raise UsageFault("the formula's value is beyond all bounds") from None
    low, high = surely.low / root, surely.high / root
    if not (np.isfinite(low) and np.isfinite(high) and np.isfinite(drawn).all()):
        raise UsageFault("the formula's value is beyond all bounds")
    likely = tuple(float(_rounded(at)) for at in np.percentile(drawn, _LIKELY))
    ids = tuple(dict.fromkeys(id_ for one in found for id_ in one.findings))
    return Derived(
        name, title, formula.text, _rounded(low), _rounded(high), (likely[0], likely[1]), unit, tuple(found), ids
    )


def _ingredient(system: System, name: str, value: Any) -> Ingredient:
    """What a name in a formula stands for. Raises ``UsageFault``."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Ingredient(name, "given", float(value), float(value), "", ())
    if not isinstance(value, str):
        raise UsageFault(f"{name} = {value!r}; give words of a figure, or a number with its unit in quotation marks")
    number = _NUMBER.fullmatch(value)
    if number:
        scale = _SCALES[number["scale"]]
        low = _float(number["low"], value) * scale
        high = low if number["high"] is None else _float(number["high"], value) * scale
        return Ingredient(name, "given", min(low, high), max(low, high), number["unit"].replace("%", "percent"), ())
    figure = _figure(system, value)
    if figure.value.low is None or figure.value.high is None:
        side = "lower" if figure.value.low is None else "upper"
        raise UsageFault(f"“{figure.subject}” has no {side} bound, so nothing can be worked out from it")
    return Ingredient(name, figure.subject, figure.value.low, figure.value.high, figure.value.unit, figure.findings)


def _figure(system: System, words: str) -> SystemFigure:
    """The figure whose subject has most of the words, in the year named if one is."""
    years = _YEAR.findall(words)
    wanted = key_words(_YEAR.sub(" ", words))
    rated: list[tuple[float, float, int]] = []
    for at, figure in enumerate(system.figures):
        subject = key_words(figure.subject)
        share = len(wanted & subject) / max(len(wanted), 1)
        if share >= _ENOUGH and all(_in_year(figure.when, year) or year in figure.subject for year in years):
            rated.append((-share, len(subject - wanted), at))
    if not rated:
        raise UsageFault(f"no figure is about “{words}”; say it in the words of a figure's subject")
    best = min(rated)[:2]
    same = [system.figures[at] for *rank, at in rated if tuple(rank) == best]
    if len({(figure.value, figure.when) for figure in same}) > 1:
        times = "; ".join(f"“{figure.subject}” {figure.when.start or ''}".strip() for figure in same[:4])
        raise UsageFault(f"several figures are about “{words}”: {times}; name the year, or more of the words")
    return same[0]


def _in_year(when: When, year: str) -> bool:
    start, end = when.start or when.end, when.end or when.start
    return bool(start and end) and str(start)[:4] <= year <= str(end)[:4]


def _float(text: str, whole: str) -> float:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        raise UsageFault(f"“{whole}” is no number") from None


def _rounded(number: float) -> float:
    """Twelve significant digits: beyond them is rounding."""
    return float(f"{number:.12g}")
