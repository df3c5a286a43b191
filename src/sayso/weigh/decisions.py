"""The analyst's decisions, applied to the claims before they are weighed. A decision whose claim is gone is a fault, in words."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, get_type_hints

from sayso.core.claim import Claim, Modality, When
from sayso.core.decision import Action, Decision, standing
from sayso.core.errors import CaseFault
from sayso.core.shape import value_of
from sayso.weigh.rules import WeighRules

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


@dataclass(slots=True)
class Ruled:
    """What the decisions come to: ``edited`` holds the paths of documents whose claims were changed, ``named`` the names that
    decisions are about."""

    claims: list[Claim] = field(default_factory=list)
    rejected: tuple[str, ...] = ()
    edited: frozenset[str] = frozenset()
    together: list[tuple[str, ...]] = field(default_factory=list)
    never: list[tuple[str, ...]] = field(default_factory=list)
    merges: dict[str, tuple[str, ...]] = field(default_factory=dict)
    splits: list[tuple[str, ...]] = field(default_factory=list)
    accepted: frozenset[str] = frozenset()
    named: list[tuple[Decision, str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def ruled(claims: Sequence[Claim], rules: WeighRules) -> Ruled:
    """The claims as the analyst left them. Later decisions win over earlier ones."""
    result = Ruled(merges={name: tuple(others) for name, others in rules.names.items()})
    by_id = {claim.id: claim for claim in claims}
    accepted: dict[str, bool] = {}
    edited: set[str] = set()
    for decision in standing(rules.decisions):
        if decision.about == "names":
            _about_names(decision, result)
            continue
        targets = _present(decision, by_id, result.faults)
        match decision.action:
            case Action.REJECT | Action.ACCEPT:
                accepted.update(dict.fromkeys(targets, decision.action is Action.ACCEPT))
            case Action.EDIT:
                edited.update(_edit(decision, targets, by_id, result.faults))
            case Action.MERGE if decision.about == "claims":
                result.together.append(targets)
            case Action.SPLIT if decision.about == "claims":
                result.never.append(targets)
    result.rejected = tuple(sorted(id_ for id_, yes in accepted.items() if not yes))
    result.accepted = frozenset(id_ for id_, yes in accepted.items() if yes)
    result.claims = [by_id[claim.id] for claim in claims if accepted.get(claim.id, True)]
    result.edited = frozenset(edited)
    return result


def _about_names(decision: Decision, result: Ruled) -> None:
    name, *others = decision.targets
    if decision.action is Action.MERGE:
        result.merges[name] = (*result.merges.get(name, ()), *others)
        result.named += [(decision, other) for other in others]  # the first may be a name that the analyst gives
    elif decision.action is Action.SPLIT:
        result.splits.append(decision.targets)
        result.named += [(decision, other) for other in decision.targets]


def unborne(result: Ruled, borne: Callable[[str], bool]) -> list[str]:
    """A fault for every name that a decision is about and nobody in the case bears."""
    return [
        f"decision {decision.id} ({decision.action.value} by {decision.who}, {decision.when}) is about the name '{name}', "
        "which nobody in the documents bears; revoke it or make it again"
        for decision, name in result.named
        if not borne(name)
    ]


def _edit(decision: Decision, targets: tuple[str, ...], by_id: dict[str, Claim], faults: list[str]) -> Iterator[str]:
    """Corrects the claims in ``by_id``; gives the paths of their documents."""
    for target in targets:
        try:
            by_id[target] = amended(by_id[target], dict(decision.fields))
        except (CaseFault, ValueError) as fault:
            faults.append(f"decision {decision.id} (edit by {decision.who}) cannot be applied: {fault}")
        else:
            yield by_id[target].document


def _present(decision: Decision, by_id: dict[str, Claim], faults: list[str]) -> tuple[str, ...]:
    if decision.about != "claims":
        return decision.targets
    faults.extend(
        f"decision {decision.id} ({decision.action.value} by {decision.who}, {decision.when}) is about claim {target}, "
        "which is no longer read from any document; revoke it or make it again"
        for target in decision.targets
        if target not in by_id
    )
    return tuple(target for target in decision.targets if target in by_id)


def amended(claim: Claim, changes: dict[str, Any]) -> Claim:
    """The claim with corrected fields: its own (``modality``, ``negated``, ``when_start``, ``when_end``) or its body's
    (``sign``, ``low``, ``a``, …). Raises ``ValueError`` for a field it does not have or bounds the wrong way round, and
    ``ValueError`` or ``CaseFault`` for a value that the field cannot hold: everything after this takes claims at their word."""
    own: dict[str, Any] = {}
    body: dict[str, Any] = {}
    known = get_type_hints(type(claim.body))
    for name, value in changes.items():
        if name == "modality":
            own[name] = value_of(Modality, value, name)
        elif name == "negated":
            own[name] = value_of(bool, value, name)
        elif name in {"when_start", "when_end"}:
            day = None if value is None else _day(name, value)
            own["when"] = replace(own.get("when", claim.when), **{name.removeprefix("when_"): day})
        elif name in {"cause", "effect"} and name in known:
            body[name] = replace(getattr(claim.body, name), variable=value_of(str, value, name))
        elif name in known and name not in {"span", "content", "via"}:
            body[name] = value_of(known[name], value, name)
        else:
            raise ValueError(f"a {claim.kind} claim has no field '{name}' to correct")
    corrected = replace(claim, body=replace(claim.body, **body), **own)
    if changes.keys() & {"low", "high", "when_start", "when_end"}:
        _in_order(corrected)
    return corrected


def _day(name: str, value: Any) -> str:
    """An ISO date as it is kept: a month or year written alone begins on its first day and ends on its last."""
    found = _DATE.fullmatch(value_of(str, value, name))
    if found:
        year, month, day = (int(part) if part else 0 for part in found.groups())
        month = month or (1 if name == "when_start" else 12)
        try:
            return date(year, month, day or (1 if name == "when_start" else monthrange(year, month)[1])).isoformat()
        except ValueError:
            pass
    raise ValueError(f"{name} is {value!r}; it must be a date: 2024-05-31, 2024-05 or 2024")


def _in_order(claim: Claim) -> None:
    bounds = (getattr(claim.body, "low", None), getattr(claim.body, "high", None))
    when: When = claim.when
    for low, high, what in ((*bounds, "low"), (when.start, when.end, "when_start")):
        if low is not None and high is not None and low > high:
            raise ValueError(f"{what} {low} lies beyond the other end, {high}; correct both")
