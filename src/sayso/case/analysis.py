"""From what was read to what follows: weighs the claims, compiles the system and runs the analyst's questions.

Derived from the documents, ``case.toml`` and ``decisions.jsonl`` alone. A question that cannot be answered is reported with
the place it stands in, and the others are answered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from sayso.case.decisions import FILE as DECISIONS
from sayso.case.decisions import read_decisions
from sayso.case.recalled import Recalled
from sayso.case.settings import Case
from sayso.compile import Naming, compile_system, find_way, merges
from sayso.core.claim import Claim
from sayso.core.decision import Action, Decision, standing
from sayso.core.document import Document
from sayso.core.errors import SaysoError
from sayso.core.finding import Weighed
from sayso.core.outcome import Scenario
from sayso.core.system import System
from sayso.core.trace import Trace
from sayso.run.balance import mismatches
from sayso.run.figures import derive
from sayso.run.flows import trace
from sayso.run.press import press
from sayso.run.scenarios import Closure, named, read_scenario
from sayso.run.unasked import unasked
from sayso.tell.analysis import AnalysisView, ScenarioView
from sayso.weigh import WeighRules, weigh

_MOST_TRACES = 5  # routes shown without being asked for
_MOST_VIEWS = 8  # documents laid side by side as perspectives where the analyst names none

Perspectives = Sequence[tuple[str, System]]


@dataclass(frozen=True, slots=True)
class Basis:
    """What every question about a case starts from: what was read, what it weighs, the system it describes."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    weighed: Weighed
    naming: Naming
    system: System
    faults: tuple[str, ...] = ()

    @property
    def by_id(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.claims}

    def seen_by(self, ids: frozenset[str]) -> System:
        """The system as these claims alone describe it."""
        return compile_system(self.weighed, self.claims, self.naming, only=ids)


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that follows from a case, as the pages show it; ``faults`` are words about what could not be taken as it stands."""

    view: AnalysisView
    faults: tuple[str, ...] = ()


def basis(case: Case, kept: Recalled, *, workers: int = 1) -> Basis:
    """Weighs the claims under the analyst's decisions and compiles the system."""
    record = read_decisions(case.folder / DECISIONS)
    rules = WeighRules(case.reliability, case.names, record.decisions)
    documents, claims = kept.all_documents(), kept.all_claims()
    weighed = weigh(claims, documents, rules=rules, prepared=kept.prepared, memory=kept.memory, workers=workers)
    naming = _naming(case, record.decisions)
    system = compile_system(weighed, claims, naming)
    return Basis(tuple(documents), tuple(claims), weighed, naming, system, (*record.faults, *weighed.faults))


def analyse(case: Case, kept: Recalled, *, workers: int = 1) -> Analysis:
    """Weighs, compiles and runs all that ``case.toml`` asks."""
    found = basis(case, kept, workers=workers)
    seen = perspectives(case, found) if case.scenarios else ()
    scenarios = tuple(_asked(name, table, found.system, seen) for name, table in case.scenarios.items())
    view = AnalysisView(
        title=case.title,
        question=case.question,
        documents=found.documents,
        claims=found.by_id,
        weighed=found.weighed,
        system=found.system,
        scenarios=scenarios,
        unasked=()
        if scenarios
        else tuple(ScenarioView(name, name, outcome=came) for name, came in unasked(found.system)),
        derived=tuple(derive(found.system, name, table) for name, table in case.figures.items()),
        traces=tuple(_traces(found.system)),
        mismatches=tuple(one.mismatch for one in mismatches(found.system)),
        merges=merges(found.system.variables),
    )
    told = [f"case.toml: [scenarios.{one.name}] {one.fault}" for one in scenarios if one.fault]
    told += [f"case.toml: [figures.{one.name}] {one.fault}" for one in view.derived if one.fault]
    return Analysis(view, (*found.faults, *told))


def _traces(system: System) -> Iterator[Trace]:
    """The routes between the ends that most described flows through somebody have, whatever the goods."""
    ends = Counter((flow.origin, flow.destination) for flow in system.flows if flow.via)
    for (origin, destination), _ in sorted(ends.items(), key=lambda one: (-one[1], str(one[0])))[:_MOST_TRACES]:
        if origin and destination and origin != destination:
            yield trace(system, origin, destination)


def perspectives(case: Case, found: Basis) -> Perspectives:
    """The system as each group of sources in ``case.toml`` describes it, or, if there is none, as each document does."""
    return [(name, found.seen_by(ids)) for name, ids in _views(case, found)]


def _naming(case: Case, decisions: tuple[Decision, ...]) -> Naming:
    """What ``case.toml`` and the decisions say of variables; a later decision wins."""
    merges: dict[str, list[str]] = {name: list(wordings) for name, wordings in case.variables.items()}
    splits: list[str] = []
    for decision in standing(decisions):
        if decision.about == "variables" and decision.action is Action.MERGE:
            name, *wordings = decision.targets
            merges.setdefault(name, []).extend(wordings)
        elif decision.about == "variables" and decision.action is Action.SPLIT:
            splits.extend(decision.targets)
    return Naming(merges, splits)


def _views(case: Case, found: Basis) -> Iterator[tuple[str, frozenset[str]]]:
    if case.perspectives:
        names = {wording: one.name for one in found.weighed.names for wording, _ in one.wordings}
        for name, sources in case.perspectives.items():
            said = {names.get(source, source) for source in sources} | set(sources)
            yield name, frozenset(id_ for id_, origin in found.weighed.origins if origin in said)
        return
    paths = sorted({claim.document for claim in found.claims if claim.kind == "influence"})
    if 1 < len(paths) <= _MOST_VIEWS:
        for path in paths:
            yield path, frozenset(claim.id for claim in found.claims if claim.document == path)


def scenario_of(name: str, table: Mapping[str, Any], system: System) -> Scenario | Closure:
    """A scenario as written, under the system's names. Raises ``CaseFault`` or ``UsageFault`` for one that does not fit."""
    found = read_scenario(name, table)
    return found if isinstance(found, Closure) else named(found, partial(find_way, system))


def _asked(name: str, table: Mapping[str, Any], system: System, seen: Perspectives) -> ScenarioView:
    """One scenario of ``case.toml``, run."""
    asked = ScenarioView(name, str(table.get("title") or name))
    try:
        wanted = scenario_of(name, table, system)
        return _closed(asked, wanted, system) if isinstance(wanted, Closure) else _pressed(asked, wanted, system, seen)
    except SaysoError as fault:
        return replace(asked, fault=str(fault).replace(f"[scenarios.{name}] ", ""))


def _closed(asked: ScenarioView, wanted: Closure, system: System) -> ScenarioView:
    before = trace(system, wanted.origin, wanted.destination, goods=wanted.goods)
    after = trace(system, wanted.origin, wanted.destination, goods=wanted.goods, without=wanted.closed)
    return replace(asked, trace=after, before=before)


def _pressed(asked: ScenarioView, wanted: Scenario, system: System, seen: Perspectives) -> ScenarioView:
    return replace(
        asked,
        outcome=press(system, wanted),
        perspectives=tuple(press(view, wanted, hinges=False, perspective=name) for name, view in seen),
    )
