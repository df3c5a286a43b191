"""Figures reconciled: all that is said of one figure for one time, as one range with its spread, and who says which."""

from collections.abc import Sequence

from sayso.core.claim import When
from sayso.core.finding import Finding, Reconciled, Saying, Value
from sayso.weigh.prepared import Card


def value_of(cards: Sequence[Card], unit: str) -> Value:
    """The range the claims of one group leave: what all allow; if rounding left nothing, all they span."""
    lows = [card.low for card in cards if card.low is not None]
    highs = [card.high for card in cards if card.high is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    if low is not None and high is not None and low > high:
        low, high = min(lows), max(highs)
    return Value(low, high, unit)


def reconcile(parts: Sequence[tuple[Finding, Sequence[Card]]], apart: str | None) -> Reconciled:
    """One figure out of the findings on it, which give different values of it."""
    cards = [card for _, side in parts for card in side]
    lows, highs = [card.low for card in cards], [card.high for card in cards]
    low = None if None in lows else min(value for value in lows if value is not None)
    high = None if None in highs else max(value for value in highs if value is not None)
    spread = None
    if low is not None and high is not None:
        middle = abs(low + high) / 2
        spread = (high - low) / middle if middle else 0.0
    starts = sorted(card.when[0] for card in cards if card.when[0])
    ends = sorted(card.when[1] for card in cards if card.when[1])
    sayings = tuple(
        Saying(found.origins, found.value.low, found.value.high, found.claims, found.documents)
        for found, _ in parts
        if found.value
    )
    unit = parts[0][0].value.unit if parts[0][0].value else ""
    return Reconciled(
        subject=min((found.proposition for found, _ in parts), key=lambda words: (-len(words), words)),
        unit=unit,
        when=When(starts[0] if starts else None, ends[-1] if ends else None),
        low=low,
        high=high,
        spread=spread,
        sayings=tuple(sorted(sayings, key=lambda said: (said.low or 0, said.high or 0, said.claims))),
        findings=tuple(found.id for found, _ in parts),
        apart=apart,
    )
