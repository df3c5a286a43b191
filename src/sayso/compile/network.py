"""Who is in the system and what passes between them: actors, ties, acts in time, flows with their amounts, figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from sayso.core.claim import Act, Claim, Figure, Flow, Kind, Tie
from sayso.core.finding import Finding, Reconciled, Value, Verdict
from sayso.core.system import Actor, SystemAct, SystemFigure, SystemFlow, SystemTie, Tone
from sayso.lexicon.table import table

Names = Mapping[str, str]


def _lead(finding: Finding, claims: Mapping[str, Claim]) -> Claim | None:
    """The claim that speaks for the finding: the first of its kind of those for it that the case still holds."""
    return next((claims[id_] for id_ in finding.claims if id_ in claims and claims[id_].kind == finding.kind), None)


def _led(findings: Iterable[Finding], claims: Mapping[str, Claim], kind: Kind) -> Iterator[tuple[Finding, Claim]]:
    for finding in findings:
        claim = _lead(finding, claims) if finding.kind == kind else None
        if claim is not None and not claim.negated:
            yield finding, claim


def ties(findings: Iterable[Finding], claims: Mapping[str, Claim], names: Names) -> tuple[SystemTie, ...]:
    found = [
        SystemTie(names.get(body.a, body.a), body.relation, names.get(body.b, body.b), finding.verdict, (finding.id,))
        for finding, claim in _led(findings, claims, "tie")
        if isinstance(body := claim.body, Tie)
    ]
    return tuple(sorted(found, key=lambda one: (one.a, one.relation, one.b, one.findings)))


def acts(findings: Iterable[Finding], claims: Mapping[str, Claim], names: Names) -> tuple[SystemAct, ...]:
    """The acts in order of time, undated ones last."""
    tones = {action: Tone(tone) for tone, actions in table("tone").items() for action in actions}
    found = []
    for finding, claim in _led(findings, claims, "act"):
        if isinstance(body := claim.body, Act):
            target = names.get(body.target, body.target) if body.target else None
            tone = tones.get(body.action, Tone.NEUTRAL)
            actor = names.get(body.actor, body.actor)
            act = SystemAct(
                actor, body.action, target, tone, claim.when, claim.modality, finding.verdict, (finding.id,)
            )
            found.append(act)
    return tuple(
        sorted(found, key=lambda one: (one.when.start or one.when.end or "9", one.actor, one.action, one.findings))
    )


def flows(findings: Iterable[Finding], claims: Mapping[str, Claim], names: Names) -> tuple[SystemFlow, ...]:
    """One flow for each way the claims of a finding describe; a claim that names no intermediary leaves the way open."""
    found = []
    of_flows = {id_ for id_, claim in claims.items() if isinstance(claim.body, Flow)}
    for finding in findings:
        if of_flows.isdisjoint(finding.claims):
            continue
        told = [claims[id_] for id_ in finding.claims if id_ in claims and not claims[id_].negated]
        ways: dict[tuple[object, ...], tuple[Flow, Claim]] = {}
        for claim in told:
            if isinstance(body := claim.body, Flow):
                ways.setdefault((body.via, body.parallel), (body, claim))
        if len(ways) > 1:
            ways.pop(((), False), None)
        found += [_flow(finding, body, claim, claims, names) for body, claim in ways.values()]
    return tuple(
        sorted(found, key=lambda one: (one.goods, one.origin or "", one.via, one.destination or "", one.findings))
    )


def _flow(finding: Finding, body: Flow, claim: Claim, claims: Mapping[str, Claim], names: Names) -> SystemFlow:
    amount = claims.get(body.amount) if body.amount else None
    measured = amount.body if amount is not None and isinstance(amount.body, Figure) else None
    return SystemFlow(
        body.goods,
        names.get(body.origin, body.origin) if body.origin else None,
        tuple(names.get(one, one) for one in body.via),
        names.get(body.destination, body.destination) if body.destination else None,
        Value(measured.low, measured.high, measured.unit) if measured else None,
        claim.when,
        claim.modality,
        finding.verdict,
        (finding.id,),
        body.parallel,
    )


def figures(
    findings: Iterable[Finding], claims: Mapping[str, Claim], reconciled: Iterable[Reconciled]
) -> tuple[SystemFigure, ...]:
    """One figure for each thing and time: where several values are claimed, with the range over all of them."""
    by_id = {finding.id: finding for finding in findings if finding.kind == "figure"}
    found = []
    for one in reconciled:
        parts = [by_id.pop(id_) for id_ in one.findings if id_ in by_id]
        if parts:
            verdicts = [part.verdict for part in parts]
            verdict = Verdict.CONTESTED if Verdict.CONTESTED in verdicts else verdicts[0]
            found.append(SystemFigure(one.subject, Value(one.low, one.high, one.unit), one.when, verdict, one.findings))
    for finding, claim in _led(by_id.values(), claims, "figure"):
        if finding.value is not None:
            found.append(SystemFigure(finding.proposition, finding.value, claim.when, finding.verdict, (finding.id,)))
    return tuple(sorted(found, key=lambda one: (one.subject, one.value.unit, one.when.start or "", one.findings)))


def actors(ties: Iterable[SystemTie], acts: Iterable[SystemAct], flows: Iterable[SystemFlow]) -> tuple[Actor, ...]:
    """Everybody who stands in a tie, an act or a flow, with the findings that say so."""
    seen: dict[str, set[str]] = defaultdict(set)
    pairs = chain(
        (((tie.a, tie.b), tie.findings) for tie in ties),
        (((act.actor, act.target), act.findings) for act in acts),
        (((flow.origin, *flow.via, flow.destination), flow.findings) for flow in flows),
    )
    for who, ids in pairs:
        for name in who:
            if name:
                seen[name].update(ids)
    return tuple(Actor(name, tuple(sorted(seen[name]))) for name in sorted(seen))
