"""Numerals in a text: digits, number words, scale words, vague plurals, fractions and ratios, with their values.

Invariant: numerals come in order, never overlap, and ``text[start:end]`` is exactly what was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sayso.lexicon.table import either, table

Form = Literal["digits", "spelled", "vague", "share"]

_LEXICON = table("numerals")
_ONES: dict[str, int] = _LEXICON["ones"]
_TENS: dict[str, int] = _LEXICON["tens"]
_SCALES: dict[str, float] = _LEXICON["scales"]
_SHORT: dict[str, float] = _LEXICON["short"]
_VAGUE: dict[str, list[float]] = _LEXICON["vague"]
_FEW: dict[str, list[float]] = _LEXICON["few"]
_FRACTIONS: dict[str, int] = _LEXICON["fractions"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """``low`` and ``high`` with scale words worked in (``None`` is open); a share is in percent. ``scale`` is the
    product of its scale words."""

    start: int
    end: int
    low: float | None
    high: float | None
    form: Form
    scale: float = 1.0


_DIGITS = (
    r"(?:[1-9]\d{0,2}(?:\.\d{3}){2,}"
    r"|(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d?(?:,\d{2})+,\d{3}|[1-9]\d{0,2}(?:[ ]\d{3})+(?![ ]?\d)|\d+)(?:\.\d+)?)"
)
_SCALE = either(_SCALES)
_CARD = rf"(?:(?:{either(_TENS)})(?:[\s-](?:{either(list(_ONES)[1:10])}))?|(?:{either(_ONES)}))"
_GROUP = rf"{_CARD}(?:[\s-](?:{_SCALE}))+"
_MONEY = table("currencies")
_SIGNS = {*_MONEY["codes"].split(), *(sign for sign in _MONEY["symbols"] if sign.isalpha()), *_MONEY["letters"]}
_GLUED = "|".join(rf"(?<=\b{re.escape(sign)})" for sign in sorted(_SIGNS.difference(_MONEY["words"])))
_HALF = r"(?P<half>(?:\s|-)and(?:\s|-)a(?:\s|-)half)"
_END = r"(?![\w])(?!-(?:\w*fold|years?-old))"
_SMALL = either(list(_ONES)[1:10])
_PLURAL = either(_VAGUE)
_NUMERAL = re.compile(
    rf"""
    (?<![\w$€£¥.,])(?P<ratio>(?P<part>{_CARD}|\d+)\s
        (?:(?:in|out\sof)\s(?:every\s)?(?P<whole>{_CARD}|{_DIGITS})|per\s(?:every\s)?(?P<round>10{{2,}}|10{{0,2}}(?:,000)+)))
        (?![\w%,.:/-]\w)(?!\s?(?:%|percent|per\scent|{_SCALE}))
  | (?P<digits>(?:(?<![^\W\d_])|{_GLUED})(?<![\d_])(?<![A-Za-z\d_][.,:/#'’_])(?<![#@'’_/\\])(?<![A-Za-z_][-–−])(?<![A-Za-z\d]\+)
        (?P<sign>(?<![\w%)])[-−–](?=\d))?
        (?P<number>{_DIGITS})(?P<vulgar>[½¼¾⅓⅔])?
        (?:(?:[ ](?!k\b))?(?P<short>{either(_SHORT)})(?![\w])|(?P<scales>[\s-]?(?:{_SCALE})(?:[\s-](?:{_SCALE}))*)(?![\w]))?)
  | (?<![\w-])(?P<vague>(?:(?P<few>{either(_FEW)}|half\san?|an?)\s)?
        (?:(?P<one>(?:{_SCALE})(?:\s(?:{_SCALE}))*)
          |(?P<plural>(?:{_PLURAL})(?:\s(?:and|upon)\s(?:thousands|hundreds))?(?:\sof\s(?:{_PLURAL}))*)))(?![\w-])
  | (?<![\w-])(?P<share>(?:(?P<top>a|{_SMALL})[\s-])?(?P<bottom>{either(_FRACTIONS)}))(?![\w-])
  | (?<![\w-])(?P<spelled>(?:{_GROUP}(?:(?:,|,?\sand)?\s{_GROUP})*(?:(?:\sand)?\s{_CARD})?|{_CARD})
        (?:{_HALF}(?:[\s-](?P<more>{_SCALE}))?)?){_END}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_VULGAR = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3}


def numerals(text: str) -> Iterator[Numeral]:
    """Every numeral of the text, dates and designations among them: what they are is for the grammar to say."""
    for match in _NUMERAL.finditer(text):
        kind = match.lastgroup
        read = _READINGS[next(name for name in _READINGS if match[name] is not None)] if kind else None
        if read and (found := read(match)):
            yield found


def _value(words: str) -> float:
    """The value of spelled number words: the scales multiply what stands before them and sums are taken."""
    total, group = 0.0, 0.0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word in _ONES:
            group += _ONES[word]
        elif word in _TENS:
            group += _TENS[word]
        elif word in _SCALES:
            scale = _SCALES[word]
            if scale < 1000:
                group = (group or 1) * scale
            else:
                total += (group or (0 if total else 1)) * scale
                if not group:
                    total *= scale
                group = 0.0
    return total + group


def _plain(number: str) -> float:
    if number.count(".") > 1:
        number = number.replace(".", "")
    return float(re.sub(r"[, ]", "", number)[:300])


def _count(words: str) -> float:
    return _plain(words) if words[0].isdigit() else _value(words)


def _digits(match: re.Match[str]) -> Numeral:
    value = _plain(match["number"]) + _VULGAR.get(match["vulgar"] or "", 0)
    scale = _SHORT[match["short"].lower()] if match["short"] else 1.0
    for word in re.findall(r"[a-z]+", (match["scales"] or "").lower()):
        scale *= _SCALES[word]
    value = _tidy(-value * scale if match["sign"] else value * scale)
    return Numeral(*match.span("digits"), value, value, "digits", scale)


def _spelled(match: re.Match[str]) -> Numeral:
    text = match["spelled"]
    if match["half"]:
        before = text[: match.start("half") - match.start("spelled")]
        inner = max((_SCALES[word] for word in re.findall(r"[a-z]+", before.lower()) if word in _SCALES), default=1.0)
        value = (_value(before) + 0.5 * inner) * (_SCALES[match["more"].lower()] if match["more"] else 1)
    else:
        value = _value(text)
    last = _SCALES.get(re.findall(r"[a-z]+", text.lower())[-1], 1.0)
    return Numeral(*match.span("spelled"), _tidy(value), _tidy(value), "spelled", last)


def _vague(match: re.Match[str]) -> Numeral | None:
    few = re.sub(r"\s+", " ", (match["few"] or "").lower())
    if match["one"]:
        scale = 1.0
        for word in match["one"].lower().split():
            scale *= _SCALES[word]
        if few.startswith("half"):
            return Numeral(*match.span("vague"), scale / 2, scale / 2, "spelled", scale)
        if few in {"a", "an"}:
            return Numeral(*match.span("vague"), scale, scale, "spelled", scale)
        if few not in _FEW:
            return None
        low, high = _FEW[few]
        return Numeral(
            *match.span("vague"), low * scale, high * scale + (scale - 1 if high > low else 0), "vague", scale
        )
    low, high = 1.0, 1.0
    for at, word in enumerate(re.findall(r"[a-z]+", match["plural"].lower().replace(" of ", " "))):
        if word in {"and", "upon"}:
            break
        least, most = _VAGUE[word]
        if at and word in _SCALES_OF:
            low, high = low * _SCALES_OF[word], high * _SCALES_OF[word] + _SCALES_OF[word] - 1
        else:
            low, high = low * least, high * most
    return Numeral(*match.span("vague"), low, high or None, "vague")


_SCALES_OF = {
    "hundreds": 1e2,
    "thousands": 1e3,
    "lakhs": 1e5,
    "millions": 1e6,
    "crores": 1e7,
    "billions": 1e9,
    "trillions": 1e12,
}


def _share(match: re.Match[str]) -> Numeral:
    top = (match["top"] or "").lower()
    value = _tidy(100 * (_ONES.get(top, 1)) / _FRACTIONS[match["bottom"].lower()])
    return Numeral(*match.span("share"), value, value, "share")


def _ratio(match: re.Match[str]) -> Numeral | None:
    part, whole = _count(match["part"]), _count(match["whole"] or match["round"])
    if not 0 < part < whole or whole > 1e6:
        return None
    value = _tidy(100 * part / whole)
    return Numeral(*match.span("ratio"), value, value, "share")


def _tidy(value: float) -> float:
    """Without the dust of decimal fractions: 1.094 billion is 1,094,000,000."""
    return float(f"{value:.12g}")


_READINGS = {"ratio": _ratio, "digits": _digits, "vague": _vague, "share": _share, "spelled": _spelled}
