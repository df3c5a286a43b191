"""The unit of a numeral: a currency before or behind it, percent, a unit of measure, and what it is per.

Invariant: a unit's symbol is one of the vocabulary; its factor brings the numeral to that symbol.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.lexicon.table import either, table

_LEXICON = table("units")
_CURRENCIES = table("currencies")
_CODES = frozenset(_CURRENCIES["codes"].split())
_SYMBOLS: dict[str, str] = _CURRENCIES["symbols"]
_MONEY_NAMES: dict[str, str] = _CURRENCIES["names"]
_CENTS: dict[str, str] = _CURRENCIES["cents"]
_PERCENT: dict[str, str] = _LEXICON["percent"]
_PER: dict[str, str] = _LEXICON["per"]
_SHORT: dict[str, float] = table("numerals")["money_short"]


@dataclass(frozen=True, slots=True)
class Unit:
    """``end`` is where its words end in the text."""

    symbol: str
    end: int
    factor: float = 1.0
    money: bool = False


def _plural(name: str) -> str:
    """A name and its plural: of its last word, or of the word before "per"."""
    head, per, rest = name.partition(" per ")
    plural = {"foot": "feet", "inch": "inches", "century": "centuries"}.get(head.rpartition(" ")[2])
    stem = head[: len(head) - len(head.rpartition(" ")[2])]
    if head.endswith((" celsius", " centigrade", " fahrenheit")):
        return head.replace("degree", "degrees") + per + rest
    return (stem + plural if plural else head + "s") + per + rest


def _units() -> tuple[dict[str, tuple[str, float]], dict[str, tuple[str, float]]]:
    def entry(value: str | list[object]) -> tuple[str, float]:
        return (value, 1.0) if isinstance(value, str) else (str(value[0]), float(str(value[1])))

    symbols = {name: entry(value) for name, value in _LEXICON["symbols"].items()}
    names = {}
    for name, value in _LEXICON["names"].items():
        names[name] = names[_plural(name)] = entry(value)
    return symbols, names


_UNIT_SYMBOLS, _UNIT_NAMES = _units()
TIMES = frozenset({"s", "min", "h", "day", "week", "fortnight", "month", "year", "decade", "century", "night"})
_LETTERS = "".join(_CURRENCIES["letters"])
_WORDS_BEFORE = re.compile(
    rf"(?:(?P<symbol>{either(_SYMBOLS)}) ?|(?<![\w$])(?P<code>[A-Z]{{3}}) ?|(?<![\w.&'’-])(?P<letter>[{_LETTERS}]))$"
)
_AFTER_SHORT = re.compile(rf"(?P<short>{either(_SHORT)})(?!\w)")
_AFTER_CODE = re.compile(r"[ -]?(?P<code>[A-Z]{3})(?!\w)")
_AFTER_SYMBOL = re.compile(rf" ?(?P<symbol>{either(_SYMBOLS)})(?!\w)")
_AFTER_NAME = re.compile(rf"(?: |-| of )(?P<name>{either(_MONEY_NAMES)})(?![\w])", re.IGNORECASE)
_AFTER_CENTS = re.compile(rf" (?P<name>{either(_CENTS)})(?![\w])", re.IGNORECASE)
_AFTER_PERCENT = re.compile(rf"(?:-| ?)(?P<name>{either(_PERCENT)})(?!\w)", re.IGNORECASE)
_AFTER_UNIT = re.compile(rf"(?:-| ?)(?P<name>{either(_UNIT_SYMBOLS)})(?![\w’'])")
_AFTER_UNIT_NAME = re.compile(rf"(?:[ -]|[ -]of )(?P<name>{either(_UNIT_NAMES)})(?!\w)", re.IGNORECASE)
_AGO = r" (?:ago|earlier|later|before|after)\b"
_SIZED = r"(?:(?P<size>\d+(?:\.\d+)?)[ -]?(?P<of>kg|kilogram|kilo|lb|pound|litre|liter|l)s?[ -])?"  # "per 50-kg bag"
_RATE = re.compile(
    rf"(?: ?/ ?| per | an? | each | every ){_SIZED}(?P<per>{either(_PER)})(?!\w)(?!{_AGO})"
    rf"|-(?:per|a)-(?P<per2>{either(_PER)})(?!\w)"
    rf"|(?: |-)(?P<adverb>{either(_LEXICON['adverbs'])})(?!\w)",
    re.IGNORECASE,
)
_PER_LOWER = {name.lower(): symbol for name, symbol in _PER.items()}


def currency_before(text: str, start: int) -> tuple[str, int] | None:
    """The currency whose symbol or code stands right before ``start``, and where it begins."""
    found = _WORDS_BEFORE.search(text, max(0, start - 6), start)
    if not found:
        return None
    if found["symbol"]:
        at = found.start()
        if found["symbol"][0].isalpha() and at and (text[at - 1].isalnum() or text[at - 1] == "_"):
            return None
        return _SYMBOLS[found["symbol"]], at
    if found["letter"]:
        return found["letter"], found.start()
    return (found["code"], found.start()) if found["code"] in _CODES else None


def unit_after(text: str, end: int, money: str | None) -> Unit | None:
    """The unit that stands right behind ``end``; ``money`` is the currency before the numeral, if there is one."""
    if money:
        short = _AFTER_SHORT.match(text, end)
        return Unit(money, short.end() if short else end, _SHORT[short["short"]] if short else 1.0, True)
    if found := _AFTER_PERCENT.match(text, end):
        return Unit(_PERCENT[found["name"].lower()], found.end())
    if (found := _AFTER_UNIT_NAME.match(text, end)) and found["name"].lower() in _UNIT_NAMES:
        symbol, factor = _UNIT_NAMES[found["name"].lower()]
        return Unit(symbol, found.end(), factor)
    if (found := _AFTER_CODE.match(text, end)) and found["code"] in _CODES:
        return Unit(found["code"], found.end(), 1.0, True)
    if found := _AFTER_UNIT.match(text, end):
        symbol, factor = _UNIT_SYMBOLS[found["name"]]
        return Unit(symbol, found.end(), factor)
    return _money_after(text, end)


def _money_after(text: str, end: int) -> Unit | None:
    short = _AFTER_SHORT.match(text, end)
    at = short.end() if short else end
    factor = _SHORT[short["short"]] if short else 1.0
    if found := _AFTER_NAME.match(text, at):
        return Unit(_MONEY_NAMES[found["name"].lower()], found.end(), factor, True)
    if (found := _AFTER_SYMBOL.match(text, at)) and found["symbol"][-1] != ".":
        return Unit(_SYMBOLS[found["symbol"]], found.end(), factor, True)
    if found := _AFTER_CENTS.match(text, end):
        return Unit(_CENTS[found["name"].lower()], found.end(), 0.01, True)
    return None


def of_one_kind(first: str, second: str) -> bool:
    """Whether two units tell the same in other words: both of weight, of length …; money is told apart elsewhere."""
    names = [unit.partition("/")[0] for unit in (first, second)]
    return any(all(name in kind for name in names) for kind in _LEXICON["kinds"].values())


def rate_after(text: str, end: int) -> tuple[str, int] | None:
    """What the amount is per ("per hour", "a year", "annually") right behind ``end``, and where those words end."""
    found = _RATE.match(text, end)
    if not found:
        return None
    if found["adverb"]:
        return _LEXICON["adverbs"][found["adverb"].lower()], found.end()
    per = _PER_LOWER[(found["per"] or found["per2"]).lower()]
    return (f"{found['size']} {_PER_LOWER[found['of'].lower()]} {per}" if found["size"] else per), found.end()
