"""Weighed claims to system: the one door of this stage. A pure function; the order of findings and claims changes nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sayso.compile import network
from sayso.compile.arrows import arrows, loops
from sayso.compile.implied import heard, implied, unstated
from sayso.compile.naming import Naming
from sayso.compile.passing import Told, passing
from sayso.compile.variables import join
from sayso.core.claim import Claim
from sayso.core.finding import Weighed
from sayso.core.system import System


def compile_system(
    weighed: Weighed, claims: Sequence[Claim], naming: Naming | None = None, *, only: Collection[str] | None = None
) -> System:
    """The system the findings describe. ``claims`` are those that were weighed; rejected ones are left out.

    ``only`` holds the ids of the claims of one perspective: the system is then what they alone describe, under the variables
    of the whole, so that perspectives can be laid side by side.
    """
    gone = set(weighed.rejected)
    by_id = {claim.id: claim for claim in sorted(claims, key=lambda one: one.id) if claim.id not in gone}
    findings = sorted(weighed.findings, key=lambda one: one.id)
    names = {wording: one.name for one in weighed.names for wording, _ in one.wordings}
    variables = join(by_id.values(), naming, names)
    origins = dict(weighed.origins)
    influences = arrows(findings, by_id, variables, origins)
    used = {name for one in influences for name in (one.cause, one.effect)}
    known = tuple(one for one in variables.variables if one.name in used)
    made, bearing = passing(known, Told.of(findings, by_id, names))
    links = unstated((*implied(known), *bearing), influences)
    if only is not None:
        by_id = {id_: by_id[id_] for id_ in sorted(only) if id_ in by_id}
        influences = arrows(findings, by_id, variables, origins)
        links = heard(links, made, by_id)
    ties = network.ties(findings, by_id, names)
    acts = network.acts(findings, by_id, names)
    flows = network.flows(findings, by_id, names)
    return System(
        actors=network.actors(ties, acts, flows),
        ties=ties,
        acts=acts,
        flows=flows,
        variables=tuple(sorted((*known, *made), key=lambda one: one.name)),
        influences=influences,
        loops=loops(influences),
        figures=network.figures(findings, by_id, weighed.figures),
        implied=links,
    )
