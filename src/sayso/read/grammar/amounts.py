"""Amounts in a text: numerals with their units, hedges, rates and ranges, before any grammar is asked.

Invariant: amounts come in order and never overlap; ``low <= high`` where both are known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sayso.lexicon.table import either, table
from sayso.read.grammar.numerals import Form, Numeral, numerals
from sayso.read.grammar.units import TIMES, currency_before, rate_after, unit_after

_LEXICON = table("numerals")


@dataclass(frozen=True, slots=True)
class Amount:
    """``start`` to ``end`` covers hedges, number, unit and rate; ``core`` is where number and unit begin and end.

    ``unit`` is ``None`` where no unit stands beside the number: what it counts is for the grammar to say. ``from_to``
    marks a range put as "from … to …", whose ``parts`` may be two states rather than two bounds."""

    start: int
    end: int
    core: tuple[int, int]
    low: float | None
    high: float | None
    unit: str | None
    money: bool
    form: Form
    scale: float = 1.0
    approximate: bool = False
    hedged: bool = False
    parts: tuple[Amount, ...] = ()
    from_to: bool = False


_BEFORE = [
    (effect, re.compile(rf"(?<![\w-])(?:{either(names)})\s*$", re.IGNORECASE))
    for effect, names in _LEXICON["before"].items()
]
_AFTER = [
    (effect, re.compile(rf"\s?(?:{either(names)})(?!\w)", re.IGNORECASE)) for effect, names in _LEXICON["after"].items()
]
_JOIN = re.compile(
    r"\s?(?P<dash>-|–|—|−)\s?|(?:\s|-)(?P<word>to|and|or|through)(?:\s|-)(?:(?:about|around|some|nearly|almost|over)\s)?",
    re.IGNORECASE,
)
_LENGTHS = "|".join(_LEXICON["metres"]["before"])
_BETWEEN = re.compile(
    r"(?<!\w)(?P<word>(?:(?:ranging|range[sd]?|anywhere|anything) )?from|(?:anywhere )?between)"
    r"\s+(?:(?:about|around|an estimated)\s+)?$",
    re.IGNORECASE,
)
_MILLION = re.compile(rf"M(?= [a-z])|m(?= (?!(?:{_LENGTHS})\b)[a-z])")
_PLUS = re.compile(r"(?:-plus|\+)(?=[ ])")
_WINDOW = 34  # characters before a number in which its hedge begins


def amounts(text: str, hidden: list[tuple[int, int]]) -> list[Amount]:
    """The amounts of a sentence; numerals that touch a ``hidden`` stretch (dates, times, references) are passed over."""
    covered = bytearray(len(text))
    for start, end in hidden:
        covered[start:end] = b"\1" * len(covered[start:end])
    found = [_with_unit(text, numeral) for numeral in numerals(text) if not _touched(covered, numeral, text)]
    joined: list[Amount] = []
    for amount in found:
        if joined and amount.core[0] < joined[-1].core[1]:
            continue
        pair = _range(text, joined[-1], amount) if joined else None
        if pair:
            joined[-1:] = pair
        else:
            joined.append(amount)
    return [_hedged(text, amount) for amount in joined]


def _touched(covered: bytearray, numeral: Numeral, text: str) -> bool:
    """Whether a numeral stands in what is hidden; a rate does not though what it is per, "per 1,000", is hidden elsewhere."""
    rate = numeral.form == "share" and " per " in text[numeral.start : numeral.end]
    return not rate and any(covered[numeral.start : numeral.end])


def _with_unit(text: str, numeral: Numeral) -> Amount:
    before = currency_before(text, numeral.start) if numeral.form != "share" else None
    start = before[1] if before else numeral.start
    plus = _PLUS.match(text, numeral.end)
    behind = plus.end() if plus else numeral.end
    unit = unit_after(text, behind, before[0] if before else None) if numeral.form != "share" else None
    if not before and (million := _MILLION.match(text, numeral.end)):
        short = [bound and float(f"{bound * 1e6:.12g}") for bound in (numeral.low, numeral.high)]
        numeral = replace(numeral, low=short[0], high=short[1], end=million.end(), scale=numeral.scale * 1e6)
        unit = unit_after(text, numeral.end, None)
    if plus and unit and not before:
        numeral = replace(numeral, high=None)
    if numeral.form == "share":
        return Amount(start, numeral.end, (start, numeral.end), numeral.low, numeral.high, "percent", False, "share")
    if unit is None:
        return Amount(
            start,
            numeral.end,
            (start, numeral.end),
            numeral.low,
            numeral.high,
            None,
            False,
            numeral.form,
            numeral.scale,
        )
    rate = rate_after(text, unit.end)
    if rate and unit.symbol in TIMES:
        rate = None
    symbol, end = (f"{unit.symbol}/{rate[0]}", rate[1]) if rate else (unit.symbol, unit.end)
    low, high = (
        None if bound is None else float(f"{bound * unit.factor:.12g}") for bound in (numeral.low, numeral.high)
    )
    scale = numeral.scale * unit.factor
    return Amount(start, end, (start, end), low, high, symbol, unit.money, numeral.form, scale)


def _range(text: str, first: Amount, second: Amount) -> list[Amount] | None:
    """The range two amounts make, or both of them with the unit they share, or ``None`` if they are not joined."""
    join = _JOIN.fullmatch(text, first.end, second.start)
    if join is None or None in (first.low, second.high) or first.parts or "share" in (first.form, second.form):
        return None
    lead = _BETWEEN.search(text[max(0, first.start - _WINDOW) : first.start])
    leading = lead["word"].lower() if lead else ""
    word = (join["word"] or "to").lower()
    if word == "and" and not leading.endswith("between"):
        return None
    if word == "to" and leading.endswith("from") and second.unit is None and first.unit:
        second = replace(second, unit=first.unit, money=first.money)
    shared = _sharing(first, second)
    if shared is None:
        return None
    low, high = shared.low, second.high
    if low is None or high is None or low >= high or (word == "or" and high - low > max(2 * shared.scale, high / 3)):
        return [shared, second] if word == "to" and low != high else None
    start = first.start - (len(lead[0]) if lead else 0)
    return [
        replace(
            second, start=start, core=(first.core[0], second.core[1]), low=low, high=high, form=first.form,
            unit=shared.unit, money=shared.money,
            parts=(shared, second), from_to=leading == "from" and join["word"] is not None,
        )
    ]  # fmt: skip


def _sharing(first: Amount, second: Amount) -> Amount | None:
    """The first with what the second says for both (its scale word and its unit); ``None`` if their units differ."""
    if first.unit and second.unit and first.unit.partition("/")[0] != second.unit.partition("/")[0]:
        return None
    if first.unit and not second.unit and not first.money:
        return None
    if first.low is None or second.low is None:
        return None
    low = first.low
    raw = low / first.scale
    if first.scale == 1 and second.scale > 1 and raw < 1000:
        low = float(f"{raw * second.scale:.12g}")
    return replace(first, low=low, high=low, unit=second.unit or first.unit, money=second.money or first.money)


def _hedged(text: str, amount: Amount) -> Amount:
    """The amount with the hedges beside it taken in."""
    start, end, low, high = amount.start, amount.end, amount.low, amount.high
    effects: list[str] = []
    for _ in range(3):
        window = text[max(0, start - _WINDOW) : start]
        hit = next(((effect, found) for effect, pattern in _BEFORE if (found := pattern.search(window))), None)
        if hit is None:
            break
        effects.append(hit[0])
        start -= len(window) - hit[1].start()
    for effect, pattern in _AFTER:
        if found := pattern.match(text, end):
            effects.append(effect)
            end = found.end()
            break
    if "low" in effects and amount.form != "vague":
        high = None
    elif "high" in effects:
        low = None
    approximate = "about" in effects or amount.form == "vague"
    return replace(
        amount,
        start=start,
        end=end,
        low=low,
        high=high,
        approximate=approximate,
        hedged=any(effect != "plain" for effect in effects),
    )
