"""Weighed claims to system: the one door of this stage. A pure function; the order of findings and claims changes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.compile import network
from sayso.compile.arrows import arrows, loops
from sayso.compile.naming import Naming
from sayso.compile.variables import join
from sayso.core.claim import Claim
from sayso.core.finding import Weighed
from sayso.core.system import System


def compile_system(weighed: Weighed, claims: Sequence[Claim], naming: Naming | None = None) -> System:
    """The system the findings describe. ``claims`` are those that were weighed; rejected ones are left out."""
    gone = set(weighed.rejected)
    by_id = {claim.id: claim for claim in sorted(claims, key=lambda one: one.id) if claim.id not in gone}
    findings = sorted(weighed.findings, key=lambda one: one.id)
    names = {wording: one.name for one in weighed.names for wording, _ in one.wordings}
    variables = join(by_id.values(), naming)
    influences = arrows(findings, by_id, variables, dict(weighed.origins))
    ties = network.ties(findings, by_id, names)
    acts = network.acts(findings, by_id, names)
    flows = network.flows(findings, by_id, names)
    used = {name for one in influences for name in (one.cause, one.effect)}
    return System(
        actors=network.actors(ties, acts, flows),
        ties=ties,
        acts=acts,
        flows=flows,
        variables=tuple(one for one in variables.variables if one.name in used),
        influences=influences,
        loops=loops(influences),
        figures=network.figures(weighed.figures, {one.id: one for one in findings}),
    )
