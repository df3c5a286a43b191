"""The weight of evidence: from the credibility of findings to the chance that an influence is there.

An influence is absent only if every finding behind it fails, so its chance is one minus the product of their failing. One
table decides (``credibility.toml``); a case may give its own.
"""

from collections.abc import Iterable, Mapping
from math import prod

from sayso.core.system import Support
from sayso.lexicon.table import table


def chances() -> dict[int, float]:
    """The chance of being in a draw for each credibility, 1 to 6."""
    return {int(credibility): float(chance) for credibility, chance in table("credibility")["chance"].items()}


def implied_chance() -> float:
    """How much less likely an arrow is that is implied than what it is implied of."""
    return float(table("credibility")["implied"]["chance"])


def weight(support: Iterable[Support], *, without: str | None = None, by: Mapping[int, float] | None = None) -> float:
    """The weight of the evidence of some findings, 0 where there is none.

    ``without`` leaves one origin's word out: a finding that rests on it alone is gone; one that still has one other
    origin counts no more than a lone origin can. ``by`` takes the place of the table.
    """
    by = chances() if by is None else by
    left = (_left(finding, without) for finding in support)
    return round(1 - prod(1 - by[credibility] for credibility in left if credibility is not None), 9)


def _left(finding: Support, without: str | None) -> int | None:
    """The credibility of a finding without an origin, or ``None`` if nothing is left of it."""
    if without is None or without not in finding.origins:
        return finding.credibility
    left = len(finding.origins) - 1
    if left == 0:
        return None
    alone = int(table("credibility")["alone"]["best"])
    return max(finding.credibility, alone) if left == 1 and finding.credibility < 6 else finding.credibility
