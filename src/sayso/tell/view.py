"""What the analysis pages are given: everything that was weighed, compiled and run, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.core.claim import Claim
from sayso.core.document import Document
from sayso.core.finding import Weighed
from sayso.core.outcome import Outcome
from sayso.core.system import System
from sayso.core.trace import Derived, Mismatch, Trace


@dataclass(frozen=True, slots=True)
class Differing:
    """What perspectives say of one variable, in words, and for each why it says so, where they differ."""

    variable: str
    words: str
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScenarioView:
    """A scenario and what came of it. ``name`` is its key in ``case.toml``; ``title`` and ``question`` are words for people.

    A press has an ``outcome`` and one more for each perspective, with where these differ; the closing of a route has its
    ``trace`` and, in ``before``, the one with nothing closed. ``fault`` says why a scenario could not be run.
    """

    name: str
    title: str
    question: str = ""
    outcome: Outcome | None = None
    perspectives: tuple[Outcome, ...] = ()
    differences: tuple[Differing, ...] = ()
    trace: Trace | None = None
    before: Trace | None = None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class AnalysisView:
    """All that the analysis pages show. ``claims`` holds every claim of the documents by id, rejected ones too, so that the
    places they link to are those of the documents' pages; ``traces`` are routes worth showing whether or not a scenario
    asks for them; ``mismatches`` are amounts that cannot be reconciled; ``unasked`` are presses that might be asked for, named
    by their variable, where there are no scenarios; ``merges`` are groups of variables that may be one."""

    title: str
    question: str
    documents: tuple[Document, ...]
    claims: Mapping[str, Claim]
    weighed: Weighed
    system: System
    scenarios: tuple[ScenarioView, ...] = ()
    unasked: tuple[ScenarioView, ...] = ()
    derived: tuple[Derived, ...] = ()
    traces: tuple[Trace, ...] = ()
    mismatches: tuple[Mismatch, ...] = ()
    merges: tuple[tuple[str, ...], ...] = ()
