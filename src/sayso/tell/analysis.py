"""The door of the analysis pages. Invariant: the pages depend on the view alone; the same view gives them byte for byte."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain

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

__all__ = ["AnalysisView", "Differing", "ScenarioView", "Told", "tell"]

_PAGES = (
    findings_page, contradictions_page, sources_page, figures_page, actors_page, flows_page, map_page, scenario_pages,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """Each of ``parts`` makes some of the pages, whichever others were made: file name in ``out/`` and whole document.
    ``judgements`` is a section of ``index.html``."""

    parts: tuple[Callable[[], Iterator[tuple[str, str]]], ...]
    judgements: str

    @property
    def pages(self) -> Iterator[tuple[str, str]]:
        """All pages, made one by one as they are asked for."""
        return chain.from_iterable(part() for part in self.parts)


def tell(view: AnalysisView) -> Told:
    """What the pages say of a case."""
    evidence = Evidence(view)
    return Told(tuple(partial(page, view, evidence) for page in _PAGES), judgements_section(view, evidence))
