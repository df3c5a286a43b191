"""The command that records a judgement of the analyst's: it is on the disk before the command returns."""

import json
import sys
from argparse import Namespace
from getpass import getuser
from typing import Any

from sayso.core.decision import Action, Subject
from sayso.core.errors import UsageFault

DONE, FAULTY = 0, 1
ACTIONS = tuple(action.value for action in Action)
_ABOUT: dict[Action, Subject] = {
    Action.ACCEPT: "claims",
    Action.REJECT: "claims",
    Action.EDIT: "claims",
    Action.MERGE: "names",
    Action.SPLIT: "names",
    Action.REVOKE: "decision",
}


def decide(chosen: Namespace) -> int:
    from sayso.case.decisions import decide as decided
    from sayso.case.decisions import take
    from sayso.case.settings import open_case

    action = Action(chosen.action)
    about = "variables" if chosen.variables and _ABOUT[action] == "names" else _ABOUT[action]
    fields = dict(_field(written) for written in chosen.set)
    who = chosen.who or _login()
    decision = decided(action, about, chosen.targets, who=who, note=chosen.note, fields=fields)
    unborne = take(open_case(chosen.case), decision)
    print(f"decision {decision.id} is recorded; it counts from the next build: sayso build {chosen.case}")
    for name in unborne:
        print(
            f"nobody in the case seems to be called '{name}'; if it is a slip: sayso decide {chosen.case} revoke {decision.id}",
            file=sys.stderr,
        )
    return FAULTY if unborne else DONE


def _field(written: str) -> tuple[str, Any]:
    """``low=3``, ``negated=true`` and ``when_end=null`` as JSON has them, everything else as words."""
    name, given, value = written.partition("=")
    if not (name and given):
        raise UsageFault(f"--set {written}: write FIELD=VALUE")
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value


def _login() -> str:
    try:
        return getuser()
    except (KeyError, OSError) as fault:
        raise UsageFault("say who decides with --who NAME") from fault
