"""Amounts that cannot be reconciled: two accounts of one hop that do not meet, and more leaving an actor than it gets or makes.

Only amounts in the same unit and about times that may be the same are compared; an open bound is never held against anybody.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from sayso.core.claim import When
from sayso.core.finding import Value
from sayso.core.system import System, SystemFigure, SystemFlow
from sayso.core.trace import Mismatch
from sayso.lexicon.table import table
from sayso.lexicon.values import ranged, valued
from sayso.run.lookup import key_words, same_goods


@dataclass(frozen=True, slots=True)
class Found:
    """A mismatch and the actors it concerns."""

    mismatch: Mismatch
    stations: frozenset[str]


def mismatches(system: System, flows: Sequence[SystemFlow] | None = None) -> tuple[Found, ...]:
    """Everything that does not add up among the flows given, or all of them."""
    flows = system.flows if flows is None else flows
    weighed = [flow for flow in flows if flow.amount is not None]
    return (*_two_accounts(weighed), *_too_much_leaves(system, flows))


def _two_accounts(flows: Sequence[SystemFlow]) -> Iterator[Found]:
    same_way: dict[tuple[str, str | None], list[SystemFlow]] = defaultdict(list)
    for flow in flows:
        if flow.origin:
            same_way[flow.origin, flow.destination].append(flow)
    for one, other in chain.from_iterable(combinations(rows, 2) for rows in same_way.values()):
        if not same_goods(one.goods, other.goods) or not _may_be_same_time(one.when, other.when):
            continue
        if one.when == When() or other.when == When():
            continue  # an amount of no stated time may be of another time
        if one.amount and other.amount and one.amount.unit == other.amount.unit and _apart(one.amount, other.amount):
            words = (
                f"{valued(one.amount)} and {valued(other.amount)} of {one.goods} are both said to go from {one.origin} "
                f"to {one.destination}"
            )
            yield Found(Mismatch(words, one.findings, other.findings), frozenset(one.stations))


def _too_much_leaves(system: System, flows: Sequence[SystemFlow]) -> Iterator[Found]:
    """For every actor, goods and unit: what surely leaves against all that can have come in or been made.

    Goods that come in by an unstated amount can make up any difference.
    """
    coming: dict[str | None, list[SystemFlow]] = defaultdict(list)
    for flow in flows:
        coming[flow.destination].append(flow)
    made_of = frozenset(table("running")["balance"]["made"])
    making = [figure for figure in system.figures if key_words(figure.subject) & made_of]
    for (actor, _, unit, when), out in _leaving(flows).items():
        surely = _surely(out)
        made = [
            figure
            for figure in making
            if figure.value.unit == unit
            and _made_by(figure, actor, out[0].goods)
            and _may_be_same_time(figure.when, when)
        ]
        if not made or surely is None:
            continue
        most = max((figure.value.high for figure in made if figure.value.high is not None), default=None)
        if most is None or any(figure.value.high is None for figure in made):
            continue
        come = [flow for flow in coming[actor] if same_goods(flow.goods, out[0].goods)]
        if any(flow.amount is None or flow.amount.high is None for flow in come):
            continue
        most += sum(flow.amount.high or 0.0 for flow in come if flow.amount and flow.amount.unit == unit)
        if surely > most:
            words = (
                f"{ranged(surely, None, unit)} of {out[0].goods} are said to leave {actor}, "
                f"but at most {ranged(most, most, unit)} to be made there or to come in"
            )
            findings = tuple(dict.fromkeys(id_ for flow in out for id_ in flow.findings))
            against = tuple(dict.fromkeys(id_ for figure in made for id_ in figure.findings))
            yield Found(Mismatch(words, findings, against), frozenset((actor,)))


def _leaving(flows: Sequence[SystemFlow]) -> dict[tuple[str, frozenset[str], str, When], list[SystemFlow]]:
    """The flows of stated amount by who sends them, their goods, unit and time."""
    found: dict[tuple[str, frozenset[str], str, When], list[SystemFlow]] = defaultdict(list)
    for flow in flows:
        if flow.origin and flow.amount:
            found[flow.origin, key_words(flow.goods), flow.amount.unit, flow.when].append(flow)
    return found


def _surely(flows: Sequence[SystemFlow]) -> float | None:
    """What leaves at the least: one account for each destination, the smallest."""
    least: dict[str | None, float] = {}
    for flow in flows:
        if flow.amount and flow.amount.low is not None:
            least[flow.destination] = min(least.get(flow.destination, flow.amount.low), flow.amount.low)
    return sum(least.values()) if least else None


def _made_by(figure: SystemFigure, actor: str, goods: str) -> bool:
    words = key_words(figure.subject)
    return key_words(actor) <= words and bool(words & key_words(goods))


def _may_be_same_time(one: When, other: When) -> bool:
    starts = [when.start for when in (one, other) if when.start]
    ends = [when.end for when in (one, other) if when.end]
    return not starts or not ends or max(starts) <= min(ends)


def _apart(one: Value, other: Value) -> bool:
    def below(a: Value, b: Value) -> bool:
        return a.high is not None and b.low is not None and a.high < b.low

    return below(one, other) or below(other, one)
