"""Questions about a case that was built: what stands behind a thing, who rests on whom, what follows, which way goods go.

Answers come from ``case.db``, so from what the last build read, under the decisions and ``case.toml`` as they are now.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.case.analysis import Basis, basis, perspectives, scenario_of
from sayso.case.recalled import Recalled
from sayso.case.settings import Case
from sayso.case.store import Store
from sayso.compile import Side, compare, find_variable, near_influences
from sayso.core.comparison import Comparison
from sayso.core.errors import CaseFault, UsageFault
from sayso.core.finding import Finding, Source
from sayso.core.outcome import Outcome
from sayso.core.system import SystemInfluence, Variable, system_of
from sayso.core.trace import Trace
from sayso.lexicon.names import key
from sayso.run.flows import trace
from sayso.run.lookup import key_words, suggestion
from sayso.run.press import press
from sayso.run.qpress import read_qpress
from sayso.run.scenarios import Closure, read_scenario
from sayso.weigh.look import Answer, answer, find, find_source

_ARROW = "->"
_TOLD = 8  # findings that are told at once
_NEAR = 3  # influences offered in place of one that nobody states


@dataclass(frozen=True, slots=True)
class Driven:
    """A variable with the influences on it and from it, each with the answers about its findings."""

    variable: Variable
    influences: tuple[tuple[SystemInfluence, tuple[Answer, ...]], ...]


@dataclass(frozen=True, slots=True)
class Reasons:
    """What words were found to mean: findings, a source with what rests on it, or a variable with its influences. ``more``
    counts the findings left out; ``near`` says that no sentence has all the words."""

    answers: tuple[Answer, ...] = ()
    source: Source | None = None
    driven: Driven | None = None
    more: int = 0
    near: bool = False


def open_basis(case: Case) -> Basis:
    """What the last build read, weighed and compiled. Raises ``CaseFault`` if the case was never built, or by another version."""
    if not case.database.is_file():
        raise CaseFault(f"{case.folder} was not built yet; build it with: sayso build {case.folder}")
    with Store(case.database) as store:
        try:
            kept = Recalled().recall(store)
        except CaseFault as fault:
            raise CaseFault(f"{case.folder} was built by another version of sayso; build it again ({fault})") from fault
        if not kept.documents:
            raise CaseFault(
                f"{case.folder} holds nothing this version of sayso read; build it with: sayso build {case.folder}"
            )
        return basis(case, kept)


def why(case: Case, found: Basis, words: str) -> Reasons:
    """What stands behind a source, a variable, an influence (``A -> B``), or the findings that the words name or whose
    sentences hold them.

    Raises ``UsageFault`` if nothing in the case fits them.
    """
    claims = found.by_id
    if _ARROW in words:
        return Reasons(driven=_influence(found, words))
    source = find_source(found.weighed, words)
    if source is not None:
        by_id = {one.id: one for one in found.weighed.findings}
        return Reasons(
            tuple(answer(found.weighed, by_id[id_], claims) for id_ in source.findings if id_ in by_id), source
        )
    try:
        driven = _variable(found, find_variable(found.system, words))
    except UsageFault:
        driven = None
    if driven and driven.influences:  # a flow has none: its findings tell of it
        return Reasons(driven=driven)
    findings, near = _speaking(case, found, words)
    if not findings:
        raise UsageFault(f"nothing in this case speaks of '{words}'; try other words, or a source's name")
    answers = tuple(answer(found.weighed, one, claims) for one in findings[:_TOLD])
    return Reasons(answers, more=len(findings) - len(answers), near=near)


def _speaking(case: Case, found: Basis, words: str) -> tuple[list[Finding], bool]:
    """The findings that words name, then those whose sentences hold them all; where there is neither, those whose sentences
    come nearest, and that they only do."""
    named = find(found.weighed, words)
    with Store(case.database) as store:
        held = store.search(words)
        near = [] if named or held else store.search(words, every=False)
    behind: dict[str, list[Finding]] = {}
    for one in found.weighed.findings:
        for id_ in (*one.claims, *one.against):
            behind.setdefault(id_, []).append(one)
    heard = [one for _, id_, _ in held or near for one in behind.get(id_, ())]
    return list({one.id: one for one in (*named, *heard)}.values()), bool(near)


def _influence(found: Basis, words: str) -> Driven:
    cause, effect = (find_variable(found.system, end.strip()) for end in words.split(_ARROW, 1))
    chosen = [one for one in found.system.influences if (one.cause, one.effect) == (cause, effect)]
    if not chosen:
        near = [f"'{one.cause} -> {one.effect}'" for one in near_influences(found.system, cause, effect)[:_NEAR]]
        said = f"; the nearest said: {' or '.join(near)}" if near else ""
        raise UsageFault(f"no source says that '{cause}' acts on '{effect}' directly{said}")
    return Driven(_called(found, effect), _with_answers(found, chosen))


def _variable(found: Basis, name: str) -> Driven:
    chosen = [one for one in found.system.influences if name in (one.cause, one.effect)]
    return Driven(_called(found, name), _with_answers(found, chosen))


def _called(found: Basis, name: str) -> Variable:
    return next(one for one in found.system.variables if one.name == name)


def _with_answers(
    found: Basis, influences: Sequence[SystemInfluence]
) -> tuple[tuple[SystemInfluence, tuple[Answer, ...]], ...]:
    claims = found.by_id
    by_id: dict[str, Finding] = {one.id: one for one in found.weighed.findings}
    return tuple((one, tuple(answer(found.weighed, by_id[id_], claims) for id_ in one.findings)) for one in influences)


def run_scenario(case: Case, found: Basis, name: str) -> tuple[Outcome, ...] | Trace:
    """What follows from a scenario of ``case.toml``: the outcome, then each perspective's; or the routes it leaves."""
    if name not in case.scenarios:
        known = ", ".join(case.scenarios) or "none"
        raise UsageFault(f"case.toml has no scenario '{name}'; it has {known}; or press something with --press")
    return run_table(case, found, name, case.scenarios[name])


def run_table(case: Case, found: Basis, name: str, table: Mapping[str, Any]) -> tuple[Outcome, ...] | Trace:
    """What follows from a scenario written as a table, in the whole system and then in each perspective."""
    wanted = scenario_of(name, table, found.system)
    if isinstance(wanted, Closure):
        return trace(found.system, wanted.origin, wanted.destination, goods=wanted.goods, without=wanted.closed)
    seen = perspectives(case, found)
    others = (press(view, wanted, hinges=False, perspective=title) for title, view in seen)
    return (press(found.system, wanted), *others)


def run_file(path: Path, table: Mapping[str, Any]) -> Outcome:
    """What follows in a system as ``system.json`` holds it, or in a digraph in QPress's text format. Raises ``UsageFault`` if it
    cannot be read."""
    try:
        text = path.read_text("utf-8")
        system = system_of(json.loads(text)) if text.lstrip().startswith("{") else None
    except (OSError, ValueError, RecursionError, CaseFault) as fault:
        raise UsageFault(f"{path} cannot be read as a system or a digraph: {fault}") from fault
    wanted = scenario_of(path.stem, table, system) if system else read_scenario(path.stem, table)
    if isinstance(wanted, Closure):
        raise UsageFault("a file is asked what follows from a press, not for routes")
    return press(system or read_qpress(text), wanted)


def trace_goods(found: Basis, origin: str, destination: str, *, goods: str | None, without: Sequence[str]) -> Trace:
    """The routes from one actor to another; each may go by any wording of its name. Raises ``UsageFault`` for one that no flow
    names."""
    known = {key(wording): name for wording, name in _wordings(found)}
    start, end, *closed = (known.get(key(name), name) for name in (origin, destination, *without))
    return trace(found.system, start, end, goods=goods, without=closed)


def compare_actors(found: Basis, one: str, other: str) -> Comparison:
    """Two actors or sources of one case side by side. Raises ``UsageFault`` for one that the case does not name."""
    return compare(_side(found, one), _side(found, other))


def _side(found: Basis, words: str) -> Side:
    names = sorted({*_names(found), *_wordings(found)})
    same = {name for wording, name in names if key(wording) == key(words)}
    held = same or {name for wording, name in names if key_words(words) and key_words(words) <= key_words(wording)}
    if len({key(name) for name in held}) != 1:
        nearest = suggestion(words, [wording for wording, _ in names], sorted(held))
        raise UsageFault(f"nobody in this case is called '{words}'; {nearest}")
    name = min(held)
    return Side(name, found.system, found.weighed.findings, found.documents, name)


def _names(found: Basis) -> Iterator[tuple[str, str]]:
    """Whoever acts, says something or is spoken of, each with itself."""
    yield from ((one.name, one.name) for one in found.system.actors)
    yield from ((one.name, one.name) for one in found.weighed.sources)
    yield from ((name, name) for one in found.weighed.findings for name in one.names)


def _wordings(found: Basis) -> Iterator[tuple[str, str]]:
    """Every wording of a name, with the name."""
    yield from ((wording, one.name) for one in found.weighed.names for wording, _ in one.wordings)


def compare_cases(one: tuple[Case, Basis], other: tuple[Case, Basis]) -> Comparison:
    """Two cases side by side."""
    sides = [Side(case.title, found.system, found.weighed.findings, found.documents) for case, found in (one, other)]
    return compare(sides[0], sides[1])
