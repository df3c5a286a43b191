"""A system with the arrows that names, flows and acts imply beside those its sources state.

Invariant: stated arrows stay as they are; every arrow added says why it is there and is less sure than what it is implied of.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.core.claim import Sign
from sayso.core.system import Implied, System, SystemInfluence
from sayso.lexicon.credibility import implied_chance

_TIMES: Mapping[tuple[Sign, Sign], Sign] = {("+", "+"): "+", ("-", "-"): "+", ("+", "-"): "-", ("-", "+"): "-"}


def with_implied(system: System) -> System:
    """The system in which a part moves its whole, the whole does what the part does, what is alike may be one, and what acts on
    a thing by its name raises or lowers it."""
    by_cause: dict[str, list[SystemInfluence]] = defaultdict(list)
    by_effect: dict[str, list[SystemInfluence]] = defaultdict(list)
    for one in system.influences:
        by_cause[one.cause].append(one)
        by_effect[one.effect].append(one)
    added: dict[tuple[str, str, Sign], SystemInfluence] = {}
    stated = {(one.cause, one.effect, one.sign) for one in system.influences}
    for link in system.implied:
        for arrow in _of(link, by_cause, by_effect):
            ends = (arrow.cause, arrow.effect, arrow.sign)
            if arrow.cause != arrow.effect and ends not in stated:
                added.setdefault(ends, arrow)
    return replace(system, influences=(*system.influences, *(added[ends] for ends in sorted(added))))


Arrows = Mapping[str, Sequence[SystemInfluence]]


def _of(link: Implied, by_cause: Arrows, by_effect: Arrows) -> Iterator[SystemInfluence]:
    if not link.acts:
        yield from _lifted(by_cause.get(link.part, ()), link, link.whole, cause=True)
    if link.alike:
        yield from _lifted(by_effect.get(link.part, ()), link, link.whole, cause=False)
        yield from _lifted(by_cause.get(link.whole, ()), link, link.part, cause=True)
        yield from _lifted(by_effect.get(link.whole, ()), link, link.part, cause=False)
    else:
        yield SystemInfluence(link.part, link.whole, link.sign, implied_chance(), (), (), implied=link.why)


def _lifted(arrows: Sequence[SystemInfluence], link: Implied, end: str, *, cause: bool) -> Iterator[SystemInfluence]:
    """The arrows with one end put in the place of the cause or the effect they have."""
    for one in arrows:
        yield replace(
            one,
            cause=end if cause else one.cause,
            effect=one.effect if cause else end,
            sign=_TIMES.get((one.sign, link.sign), "?"),
            weight=one.weight * implied_chance(),
            implied=link.why,
        )
