"""Decisions: the analyst's judgements, which win over whatever was computed. Never deleted, only revoked."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Subject = Literal["claims", "names", "variables", "decision"]


class Action(StrEnum):
    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    MERGE = "merge"
    SPLIT = "split"
    REVOKE = "revoke"


@dataclass(frozen=True, slots=True)
class Decision:
    """One judgement by ``who`` at ``when`` (ISO, UTC).

    ``about`` says what ``targets`` are: ids of claims, names, variables, or (for ``revoke``) the id of a decision. In a merge
    of names or variables the first target is the name that stays. ``fields`` holds the corrected fields of an edited claim.
    """

    id: str
    action: Action
    about: Subject
    targets: tuple[str, ...]
    who: str
    when: str
    note: str = ""
    fields: tuple[tuple[str, str | float | bool | None], ...] = ()


def standing(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The decisions in force: revocations and what they revoke left out, in the order they were made."""
    revoked: set[str] = set()
    kept = []
    for decision in reversed(decisions):
        if decision.id in revoked:
            continue
        if decision.action is Action.REVOKE:
            revoked.update(decision.targets)
        else:
            kept.append(decision)
    return tuple(reversed(kept))
