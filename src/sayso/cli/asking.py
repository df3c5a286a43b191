"""The commands that ask about a built case: why, sources, run, trace and compare. Each asks one question and prints the answer."""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from sayso.core.errors import UsageFault

DONE = 0


def why(chosen: Namespace) -> int:
    from sayso.case.asking import open_basis
    from sayso.case.asking import why as reasons
    from sayso.case.settings import open_case
    from sayso.tell import terminal

    case = open_case(chosen.case)
    found = reasons(case, open_basis(case), " ".join(chosen.words))
    if found.source is not None:
        _print(terminal.source_lines(found.source))
    if found.near:
        print("no sentence has all these words; the nearest are:")
    _explain(found.answers, ids=chosen.ids)
    if found.more:
        print(f"and {found.more:,} more; give more words, or look them up in {case.out / 'findings.html'}")
    if found.driven is not None:
        print(terminal.variable_line(found.driven.variable))
        for influence, answers in found.driven.influences:
            print(terminal.influence_line(influence))
            _explain(answers, ids=chosen.ids)
    return DONE


def _explain(answers: Any, *, ids: bool) -> None:
    from sayso.tell import terminal

    for answer in answers:
        _print(terminal.finding_lines(answer.finding, ids=ids))
        told = (
            terminal.sentence_line(
                one.document, one.passage, one.origin, against=one.against, claim=one.claim if ids else ""
            )
            for one in answer.sentences
        )
        _print(dict.fromkeys(told))  # a sentence may hold several of the claims
        _print(
            f"    contradiction: {one.reconcile or 'nothing found reconciles them'}" for one in answer.contradictions
        )
        _print(f"    note: {note.words}" for note in answer.notes)


def sources(chosen: Namespace) -> int:
    from sayso.case.asking import open_basis
    from sayso.case.settings import open_case
    from sayso.tell import terminal

    _print(terminal.sources_lines(open_basis(open_case(chosen.case)).weighed))
    return DONE


def run(chosen: Namespace) -> int:
    from sayso.case import asking
    from sayso.case.settings import open_case
    from sayso.core.outcome import Outcome, outcome_record
    from sayso.core.shape import record_of
    from sayso.tell import terminal

    table = _table(chosen)
    if chosen.case.is_file():
        found: Any = (asking.run_file(chosen.case, table),)
    else:
        case = open_case(chosen.case)
        basis = asking.open_basis(case)
        if chosen.scenario:
            found = asking.run_scenario(case, basis, chosen.scenario)
        elif table["press"]:
            found = asking.run_table(case, basis, "pressed", table)
        else:
            raise UsageFault(
                f'name a scenario ({", ".join(case.scenarios) or "case.toml has none"}) or give --press "NAME=1"'
            )
    if isinstance(found, tuple):
        outcomes: tuple[Outcome, ...] = found
        record = {**outcome_record(outcomes[0]), "perspectives": [outcome_record(one) for one in outcomes[1:]]}
        _show(record if chosen.json else None, terminal.outcome_lines(outcomes))
    else:
        _show(record_of(found) if chosen.json else None, terminal.trace_lines(found))
    return DONE


def trace(chosen: Namespace) -> int:
    from sayso.case.asking import open_basis, trace_goods
    from sayso.case.settings import open_case
    from sayso.core.shape import record_of
    from sayso.tell import terminal

    basis = open_basis(open_case(chosen.case))
    found = trace_goods(basis, chosen.origin, chosen.destination, goods=chosen.goods, without=chosen.without)
    _show(record_of(found) if chosen.json else None, terminal.trace_lines(found))
    return DONE


def compare(chosen: Namespace) -> int:
    from sayso.case import asking
    from sayso.case.settings import open_case
    from sayso.core.shape import record_of
    from sayso.tell import terminal

    if chosen.case is None:
        cases = [open_case(Path(folder)) for folder in (chosen.one, chosen.other)]
        one, other = ((case, asking.open_basis(case)) for case in cases)
        found = asking.compare_cases(one, other)
    else:
        found = asking.compare_actors(asking.open_basis(open_case(chosen.case)), chosen.one, chosen.other)
    _show(record_of(found) if chosen.json else None, terminal.comparison_lines(found))
    return DONE


def _table(chosen: Namespace) -> dict[str, Any]:
    """The options as the table of a scenario."""
    from sayso.run.scenarios import read_observation, read_press

    table: dict[str, Any] = {"press": {one.variable: one.size for one in map(read_press, chosen.press)}}
    table["observed"] = {one.variable: one.move for one in map(read_observation, chosen.observed)}
    table |= {name: getattr(chosen, name) for name in ("watch", "hold", "qpress", "implied")}
    return table | {name: getattr(chosen, name) for name in ("draws", "seed") if getattr(chosen, name) is not None}


def _show(record: Any, lines: Any) -> None:
    if record is None:
        _print(lines)
    else:
        print(json.dumps(record, ensure_ascii=False))


def _print(lines: Any) -> None:
    for text in lines:
        print(text)
