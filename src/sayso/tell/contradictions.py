"""The contradictions: what cannot both be so, side by side, with what would let both stand."""

from dataclasses import dataclass

from sayso.core.finding import Contradiction, Side
from sayso.tell.evidence import Evidence
from sayso.tell.findings import finding_link
from sayso.tell.frame import framed
from sayso.tell.view import AnalysisView

KINDS = {
    "denial": "One says it, the other denies it",
    "figure": "Figures that do not meet",
    "date": "Different dates",
    "count": "Different counts",
    "sign": "Opposite effects",
    "degree": "Different degrees or status",
    "direction": "Opposite directions",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A contradiction as the page shows it; ``links`` pairs propositions with where their findings stand."""

    id: str
    proposition: str
    sides: list[tuple[Side, list[int]]]
    reconcile: str | None
    links: list[tuple[str, str]]


def contradictions_page(view: AnalysisView, evidence: Evidence) -> str:
    """``contradictions.html``, by kind."""
    kinds = [
        (kind, words, [_shown(one, evidence) for one in view.weighed.contradictions if one.kind == kind])
        for kind, words in _kinds(view)
    ]
    return framed(
        "contradictions.html",
        "contradictions.html",
        view.title,
        evidence,
        kinds=kinds,
        number=len(view.weighed.contradictions),
    )


def _kinds(view: AnalysisView) -> list[tuple[str, str]]:
    present = {one.kind for one in view.weighed.contradictions}
    known = [(kind, words) for kind, words in KINDS.items() if kind in present]
    return known + [(kind, kind) for kind in sorted(present - KINDS.keys())]


def _shown(one: Contradiction, evidence: Evidence) -> Shown:
    known = [evidence.findings[id_] for id_ in one.findings if id_ in evidence.findings]
    return Shown(
        f"c-{one.id}",
        one.proposition,
        [(side, evidence.of_claims(side.claims)) for side in (one.one, one.other)],
        one.reconcile,
        [(found.proposition, finding_link(found.id)) for found in known],
    )
