"""``decisions.jsonl``: the analyst's judgements, one JSON object a line, appended and never changed.

Invariants: a decision that :func:`record` has returned from is on the disk, whatever happens next; a line that a kill left
torn is reported and passed over, and never swallows the decision after it.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

from sayso.case.settings import Case
from sayso.case.store import Store
from sayso.core.decision import Action, Decision, Subject
from sayso.core.errors import UsageFault
from sayso.lexicon.names import key

FILE = "decisions.jsonl"
_FIELDS = ("id", "action", "about", "targets", "who", "when", "note", "fields")
_SUBJECTS: tuple[str, ...] = get_args(Subject)
_ACTIONS = tuple(action.value for action in Action)
_LEAST = {Action.MERGE: 2, Action.SPLIT: 2}


@dataclass(frozen=True, slots=True)
class Record:
    """What the file holds: its decisions in the order they were made, and a fault in words for every line that is none."""

    decisions: tuple[Decision, ...] = ()
    faults: tuple[str, ...] = ()


def read_decisions(path: Path) -> Record:
    """All decisions of a file; a file that does not exist holds none."""
    try:
        stored = path.read_bytes()
    except FileNotFoundError:
        return Record()
    decisions: list[Decision] = []
    faults: list[str] = []
    lines = stored.split(b"\n")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            decisions.append(_decision(json.loads(line.decode("utf-8"))))
        except (ValueError, TypeError, KeyError, RecursionError) as fault:
            torn = number == len(lines)
            why = "was torn off while it was written" if torn else f"is no decision ({fault})"
            faults.append(f"{path}, line {number} {why} and is ignored; nothing else is lost")
    return Record(tuple(decisions), tuple(faults))


def decide(
    action: Action,
    about: Subject,
    targets: Sequence[str],
    *,
    who: str,
    note: str = "",
    fields: dict[str, Any] | None = None,
) -> Decision:
    """A new decision, made now. Raises ``UsageFault`` for one that makes no sense."""
    when = datetime.now(UTC).isoformat(timespec="microseconds")
    content = json.dumps(
        [action.value, about, list(targets), who, when, note, fields or {}], ensure_ascii=False, sort_keys=True
    )
    decision = Decision(
        id=sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        action=action,
        about=about,
        targets=tuple(targets),
        who=who,
        when=when,
        note=note,
        fields=tuple(sorted((fields or {}).items())),
    )
    try:
        _decision(_record(decision))
    except (ValueError, TypeError) as fault:
        raise UsageFault(f"this is no decision: {fault}") from fault
    return decision


def record(path: Path, decision: Decision) -> None:
    """Appends a decision and waits until it is on the disk."""
    text = json.dumps(_record(decision), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    line = f"{text}\n".encode()
    new = not path.exists()
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
    try:
        size = os.fstat(handle).st_size
        if size and os.pread(handle, 1, size - 1) != b"\n":
            line = b"\n" + line  # what a kill left torn stays a line of its own
        written = 0
        while written < len(line):
            written += os.write(handle, line[written:])
        os.fsync(handle)
    finally:
        os.close(handle)
    if new:
        _sync_folder(path.parent)


def take(case: Case, decision: Decision) -> tuple[str, ...]:
    """Records a decision about a case. Raises ``UsageFault`` if there is nothing in it that the decision could be about; gives
    the names it is about that nobody in the case seems to bear, which only the next build tells for sure."""
    path = case.folder / FILE
    unknown: list[str] = []
    if decision.about == "decision":
        known = {one.id for one in read_decisions(path).decisions}
        unknown = [target for target in decision.targets if target not in known]
        advice = f"{path} holds {', '.join(sorted(known)) or 'none'}"
    elif decision.about == "claims":
        with Store(case.database) as store:
            unknown = [target for target in decision.targets if not store.has_claim(target)]
        advice = "'sayso why CASE WORDS --ids' tells the ids of claims"
    if unknown:
        raise UsageFault(f"there is no {decision.about.removesuffix('s')} {', '.join(unknown)}; {advice}")
    record(path, decision)
    if decision.about != "names":
        return ()
    named = decision.targets[decision.action is Action.MERGE :]  # a merge may give a new name, which comes first
    with Store(case.database) as store:
        houses = {key(name) for line in store.records("documents") for name in _house(json.loads(line)) if name}
        return tuple(name for name in named if key(name) not in houses and not store.search(name, limit=1))


def _house(document: dict[str, Any]) -> tuple[str | None, ...]:
    return document["publisher"], document["author"]


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _record(decision: Decision) -> dict[str, Any]:
    return {
        "id": decision.id,
        "action": decision.action.value,
        "about": decision.about,
        "targets": list(decision.targets),
        "who": decision.who,
        "when": decision.when,
        "note": decision.note,
        "fields": dict(decision.fields),
    }


def _decision(stored: object) -> Decision:
    """The decision a record holds. Raises ``ValueError`` with what is wrong with it."""
    if not isinstance(stored, dict):
        raise ValueError("not a JSON object")
    json.dumps(stored, ensure_ascii=False).encode()  # half a character can be written in JSON, but stored nowhere
    unknown = sorted(set(stored) - set(_FIELDS))
    missing = sorted(set(_FIELDS[:6]) - set(stored))
    if unknown or missing:
        raise ValueError(f"unknown fields {unknown}, missing fields {missing}")
    if stored["action"] not in _ACTIONS:
        raise ValueError(f"action {stored['action']!r} is none of {', '.join(_ACTIONS)}")
    if stored["about"] not in _SUBJECTS:
        raise ValueError(f"about {stored['about']!r} is none of {', '.join(_SUBJECTS)}")
    targets, action, changes = stored["targets"], Action(stored["action"]), stored.get("fields", {})
    if not isinstance(targets, list) or not all(isinstance(target, str) and target for target in targets):
        raise ValueError("targets must be a list of ids or names")
    if len(targets) < _LEAST.get(action, 1):
        raise ValueError(f"{action.value} needs at least {_LEAST.get(action, 1)} targets, not {len(targets)}")
    if not all(isinstance(stored[name], str) for name in ("id", "who", "when")) or not isinstance(
        stored.get("note", ""), str
    ):
        raise ValueError("id, who, when and note must be words")
    if not isinstance(changes, dict) or not all(
        isinstance(value, str | int | float | bool | None) for value in changes.values()
    ):
        raise ValueError("fields must be a table of words and numbers")
    if action is Action.EDIT and not changes:
        raise ValueError("an edit needs the fields it corrects")
    return Decision(
        stored["id"], action, stored["about"], tuple(targets), stored["who"], stored["when"], stored.get("note", ""),
        tuple(sorted(changes.items())),
    )  # fmt: skip
