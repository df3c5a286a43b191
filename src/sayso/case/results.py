"""The files of an analysis: the records of ``out/data`` after the claims, and the pages that show them.

Invariant: the same analysis gives the same files. Names of scenarios are the analyst's words, so they are made safe before
they name a file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from hashlib import sha256
from typing import Any

import msgspec

from sayso.case.analysis import Analysis
from sayso.core.outcome import outcome_record
from sayso.core.record import line
from sayso.core.shape import record_of
from sayso.core.system import system_record
from sayso.tell.view import AnalysisView

Part = Callable[[], Iterator[tuple[str, str]]]  # makes some files: path below out/ and text
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")


def data_parts(analysis: Analysis) -> Iterator[Part]:
    """What makes the records, a part at a time."""
    view = analysis.view
    for name in ("findings", "contradictions", "sources", "figures", "notes"):
        yield partial(_listed, name, getattr(view.weighed, name))
    yield lambda: iter([("data/system.json", _document(system_record(view.system)))])
    yield lambda: _answers(view)


def _listed(name: str, values: Iterable[Any]) -> Iterator[tuple[str, str]]:
    yield f"data/{name}.jsonl", "".join(f"{line(value)}\n" for value in values)


def _answers(view: AnalysisView) -> Iterator[tuple[str, str]]:
    """What the analyst asked for."""
    for one in view.scenarios:
        if one.outcome is not None:
            record = outcome_record(one.outcome)
            record["perspectives"] = [outcome_record(outcome) for outcome in one.perspectives]
            yield f"data/scenarios/{file_name(one.name)}.json", _document(record)
        elif one.trace is not None:
            record = record_of(one.trace)
            record["before"] = record_of(one.before) if one.before else None
            yield f"data/scenarios/{file_name(one.name)}.json", _document(record)
    if view.derived:
        yield from _listed("derived", view.derived)


def file_name(words: str) -> str:
    """Words as the name of a file: as they are if that is safe, else changed and told apart by a hash."""
    plain = _UNSAFE.sub("-", words).strip("-")[:60]
    return plain if plain == words else f"{plain or 'scenario'}-{sha256(words.encode()).hexdigest()[:6]}"


def _document(record: Any) -> str:
    return msgspec.json.format(line(record), indent=1) + "\n"
