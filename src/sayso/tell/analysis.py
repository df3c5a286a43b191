"""The door of the analysis pages. Invariant: the pages depend on the view alone; the same view gives them byte for byte."""

from sayso.tell.acts import actors_page
from sayso.tell.contradictions import contradictions_page
from sayso.tell.evidence import Evidence
from sayso.tell.figures import figures_page
from sayso.tell.findings import findings_page
from sayso.tell.flows import flows_page
from sayso.tell.influence_map import map_page
from sayso.tell.judgements import judgements_section
from sayso.tell.scenarios import scenario_pages
from sayso.tell.sources import sources_page
from sayso.tell.view import AnalysisView, Differing, ScenarioView

__all__ = ["AnalysisView", "Differing", "ScenarioView", "judgements", "pages"]


def pages(view: AnalysisView) -> dict[str, str]:
    """The pages by file name in ``out/``, each a whole document."""
    evidence = Evidence(view)
    return {
        "findings.html": findings_page(view, evidence),
        "contradictions.html": contradictions_page(view, evidence),
        "sources.html": sources_page(view, evidence),
        "figures.html": figures_page(view, evidence),
        "actors.html": actors_page(view, evidence),
        "flows.html": flows_page(view, evidence),
        "map.html": map_page(view, evidence),
        **dict(scenario_pages(view, evidence)),
    }


def judgements(view: AnalysisView) -> str:
    """The key judgements as a section of ``index.html``."""
    return judgements_section(view)
