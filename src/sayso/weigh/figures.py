"""Figures reconciled: all that is said of one figure for one time, as one range with its spread, and who says which."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.core.claim import When
from sayso.core.finding import Finding, Reconciled, Saying, Value
from sayso.weigh.against import Opposition, reconciling
from sayso.weigh.card import Card
from sayso.weigh.group import Group


def value_of(cards: Sequence[Card], unit: str) -> Value:
    """The range the claims of one group leave: what all allow; if rounding left nothing, all they span."""
    lows = [card.low for card in cards if card.low is not None]
    highs = [card.high for card in cards if card.high is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    if low is not None and high is not None and low > high:
        low, high = min(lows), max(highs)
    return Value(low, high, unit)


def _reconciled(parts: Sequence[tuple[Finding, Sequence[Card]]], apart: str | None) -> Reconciled:
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


def figures(
    groups: Sequence[Group], findings: Mapping[int, Finding], against: Sequence[Opposition]
) -> tuple[Reconciled, ...]:
    """Every figure that more than one claim speaks of: the values that do not meet in one entry."""
    joined: dict[int, int] = {}

    def root(number: int) -> int:
        while joined.get(number, number) != number:
            number = joined[number]
        return number

    why: dict[int, str] = {}
    for row in against:
        if row.kind == "figure":
            one, other = sorted((root(row.one), root(row.other)))
            joined[other] = one
            if row.one not in why and (reason := reconciling("figure", groups[row.one].gist, groups[row.other].gist)):
                why[row.one] = reason
    parts: dict[int, list[int]] = defaultdict(list)
    for number, found in findings.items():
        if found.kind == "figure":
            parts[root(number)].append(number)
    rows = [
        _reconciled(
            [(findings[n], groups[n].cards) for n in numbers], next((why[n] for n in numbers if n in why), None)
        )
        for numbers in parts.values()
        if len(numbers) > 1 or len(groups[numbers[0]].cards) > 1
    ]
    return tuple(sorted(rows, key=lambda row: (row.subject, row.unit, row.findings)))
