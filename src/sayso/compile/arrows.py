"""Influence findings become signed arrows between variables, and the arrows' feedback loops are found.

An arrow's weight is the weight of the evidence that it exists. Invariant: every arrow has at least one claim that asserts it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from sayso.compile.rings import rings
from sayso.compile.variables import Variables
from sayso.core.claim import Claim, Influence, Modality, Sign
from sayso.core.finding import Finding
from sayso.core.system import FeedbackLoop, Loop, Support, SystemInfluence
from sayso.lexicon.credibility import weight
from sayso.lexicon.table import table


def arrows(
    findings: Sequence[Finding], claims: Mapping[str, Claim], variables: Variables, origins: Mapping[str, str]
) -> tuple[SystemInfluence, ...]:
    """One arrow for each cause, effect and sign that some finding asserts, sorted. ``origins`` gives each claim's origin."""
    rests: dict[tuple[str, str, Sign], list[tuple[Finding, str]]] = defaultdict(list)
    for finding in findings:
        if finding.kind != "influence":
            continue
        for id_ in finding.claims:
            arrow = _arrow(claims.get(id_), variables)
            if arrow:
                rests[arrow].append((finding, id_))
    return tuple(
        SystemInfluence(
            cause, effect, sign,
            weight=weight(_support(rest, claims, origins)),
            findings=tuple(sorted({finding.id for finding, _ in rest})),
            origins=tuple(sorted({origins.get(id_, claims[id_].document) for _, id_ in rest})),
            support=_support(rest, claims, origins),
        )
        for (cause, effect, sign), rest in sorted(rests.items())
    )  # fmt: skip


def _support(
    rest: Sequence[tuple[Finding, str]], claims: Mapping[str, Claim], origins: Mapping[str, str]
) -> tuple[Support, ...]:
    found: dict[str, tuple[int, set[str]]] = {}
    for finding, id_ in rest:
        found.setdefault(finding.id, (finding.credibility, set()))[1].add(origins.get(id_, claims[id_].document))
    return tuple(Support(id_, credibility, tuple(sorted(names))) for id_, (credibility, names) in sorted(found.items()))


def _arrow(claim: Claim | None, variables: Variables) -> tuple[str, str, Sign] | None:
    if claim is None or not isinstance(claim.body, Influence) or claim.negated or claim.modality is Modality.DENIED:
        return None
    cause = variables.name(claim.document, claim.body.cause.variable)
    effect = variables.name(claim.document, claim.body.effect.variable)
    if not cause or not effect or cause == effect:
        return None
    way = variables.way(claim.document, claim.body.cause.variable)
    way *= variables.way(claim.document, claim.body.effect.variable)
    return cause, effect, claim.body.sign if way > 0 else _TURNED[claim.body.sign]


_TURNED: Mapping[Sign, Sign] = {"+": "-", "-": "+", "?": "?"}


def loops(influences: Sequence[SystemInfluence]) -> tuple[FeedbackLoop, ...]:
    """The feedback loops, shortest first, within the length and number that ``credibility.toml`` sets.

    Where two variables are joined by arrows of more than one sign, the loop is given once for each.
    """
    limits = table("credibility")["loops"]
    by_ends: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, influence in enumerate(influences):
        by_ends[influence.cause, influence.effect].append(at)
    found: list[FeedbackLoop] = []
    for ring in islice(rings(by_ends, limits["longest"]), limits["most"]):
        found += (_loop(ring, links, influences) for links in _choices(ring, by_ends))
        if len(found) >= limits["most"]:
            break
    return tuple(found[: limits["most"]])


def _choices(ring: tuple[str, ...], by_ends: Mapping[tuple[str, str], list[int]]) -> Iterator[tuple[int, ...]]:
    chosen: list[tuple[int, ...]] = [()]
    for at, cause in enumerate(ring):
        choices = by_ends[cause, ring[(at + 1) % len(ring)]]
        chosen = [(*links, link) for links in chosen for link in choices]
    yield from chosen


def _loop(ring: tuple[str, ...], links: tuple[int, ...], influences: Sequence[SystemInfluence]) -> FeedbackLoop:
    signs = [influences[link].sign for link in links]
    if "?" in signs:
        return FeedbackLoop(Loop.UNSIGNED, ring, links)
    return FeedbackLoop(Loop.BALANCING if signs.count("-") % 2 else Loop.REINFORCING, ring, links)
