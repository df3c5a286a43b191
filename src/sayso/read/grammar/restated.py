"""An amount told again in brackets ("1,800 rupees ($6) a bag", "300 kilograms (660 pounds)") is the same thing in another unit.

Invariant: amounts keep their order and their places in the text; what the pair is per holds for both of them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from sayso.read.grammar.amounts import Amount
from sayso.read.grammar.units import TIMES, of_one_kind, rate_after

_OPENED = re.compile(r"\s?\((?:(?:or|equal to|equivalent to|i\.e\.|that is),?\s)?")


def restated(text: str, amounts: list[Amount]) -> tuple[list[Amount], frozenset[int]]:
    """The amounts with what pairs share, and the starts of those that only tell the one before again."""
    found, again = list(amounts), set[int]()
    for at, (first, second) in enumerate(pairwise(amounts)):
        if text[second.end : second.end + 1] == ")" and _OPENED.fullmatch(text, first.end, second.start):
            first, second = _weighed(found[at], second), _weighed(second, found[at])
            if (first.money and second.money) or of_one_kind(first.unit or "", second.unit or ""):
                found[at], found[at + 1] = _sharing(first, second, rate_after(text, second.end + 1))
                again.add(second.start)
    return found, frozenset(again)


def _weighed(amount: Amount, other: Amount) -> Amount:
    """Pounds beside a weight are weight."""
    if amount.unit == "pound" and of_one_kind(other.unit or "", "lb"):
        return replace(amount, unit="lb", money=False)
    return amount


def _sharing(first: Amount, second: Amount, behind: tuple[str, int] | None) -> tuple[Amount, Amount]:
    """Both amounts per what one of them, or the words behind the brackets, say."""
    told = next((unit.partition("/")[2] for unit in (first.unit or "", second.unit or "") if "/" in unit), None)
    per = told or (behind[0] if behind and (first.money or behind[0] in TIMES) else None)
    if per is None:
        return first, second
    one, other = (
        amount if "/" in (amount.unit or "") else replace(amount, unit=f"{amount.unit}/{per}")
        for amount in (first, second)
    )
    return one, other
