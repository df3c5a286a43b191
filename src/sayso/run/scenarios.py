"""Scenarios as an analyst writes them, in ``case.toml`` or on the command line, made into what the engine runs.

A table presses variables (``press``), holds some (``hold``), watches some (``watch``), and says what is known (``observed``,
``known``); or it closes intermediaries on a route (``close``, ``from``, ``to``, ``goods``). Faults are collected and told together.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast, get_args

from sayso.core.errors import CaseFault, UsageFault
from sayso.core.outcome import Criterion, Move, Observation, Press, Scenario, Taken

PRESS_FIELDS = ("title", "press", "hold", "watch", "observed", "known", "draws", "seed", "qpress", "implied")
_CLOSE_FIELDS = ("title", "close", "from", "to", "goods")
_MOVES = get_args(Move)
_SIGNS: Mapping[str, Move] = {"+": "rises", "-": "falls", "0": "still"}


@dataclass(frozen=True, slots=True)
class Closure:
    """A scenario of flows: the routes from one actor to another with some closed. Run it with :func:`sayso.run.trace`."""

    name: str
    title: str
    origin: str
    destination: str
    goods: str | None
    closed: tuple[str, ...]


def read_scenario(name: str, table: Mapping[str, Any]) -> Scenario | Closure:
    """The scenario a table of ``[scenarios]`` describes. Raises ``CaseFault``, one line a fault."""
    faults: list[str] = []
    found = _closure(name, table, faults) if "close" in table else _scenario(name, table, faults)
    if faults:
        raise CaseFault("\n".join(f"[scenarios.{name}] {fault}" for fault in faults))
    return found


def read_press(text: str) -> Press:
    """``gas deliveries=-1`` as a press; without a size, 1. Raises ``UsageFault``."""
    variable, found, size = text.rpartition("=")
    if not found:
        return Press(text.strip(), 1.0)
    try:
        return Press(variable.strip(), float(size))
    except ValueError:
        raise UsageFault(f"“{text}” is no press: write a variable and a size, such as “gas deliveries=-1”") from None


def read_observation(text: str) -> Observation:
    """``energy costs=rises`` (or ``+``, ``-``, ``0``) as an observation. Raises ``UsageFault``."""
    variable, _, move = text.rpartition("=")
    move = _SIGNS.get(move.strip(), move.strip())
    if not variable.strip() or move not in _MOVES:
        raise UsageFault(f"“{text}” is no observation: write a variable and what it does, such as “energy costs=rises”")
    return Observation(variable.strip(), cast(Move, move))


def named(scenario: Scenario, way_of: Callable[[str], tuple[str, int]]) -> Scenario:
    """The scenario with every variable by its name in a system. ``way_of`` gives it for the analyst's words, with -1 where these
    say that there is less of it: to push a shortage up is to push down what is short."""
    taken: dict[str, Taken] = {}

    def meant(words: str) -> tuple[str, int]:
        name, way = way_of(words)
        if way < 0 or name.lower() != words.lower():
            taken[words] = Taken(words, name, way < 0)
        return name, way

    def press(one: Press) -> Press:
        name, way = meant(one.variable)
        return Press(name, one.size * way)

    def seen(ones: Sequence[Observation]) -> tuple[Observation, ...]:
        found = [(*meant(one.variable), one.move) for one in ones]
        return tuple(Observation(name, move if way > 0 else _OTHER[move]) for name, way, move in found)

    known = replace(
        scenario,
        presses=tuple(press(one) for one in scenario.presses),
        held=tuple(meant(name)[0] for name in scenario.held),
        watch=tuple(dict.fromkeys(meant(name)[0] for name in scenario.watch)),
        observed=seen(scenario.observed),
        criteria=tuple(Criterion(tuple(map(press, one.presses)), seen(one.expected)) for one in scenario.criteria),
    )
    return replace(known, taken=tuple(taken.values()))


_OTHER: Mapping[Move, Move] = {"rises": "falls", "falls": "rises", "still": "still"}


def _scenario(name: str, table: Mapping[str, Any], faults: list[str]) -> Scenario:
    _refuse_unknown(table, PRESS_FIELDS, faults)
    pushed = _presses(table.get("press"), "press", faults)
    if not pushed and not faults:
        faults.append('nothing is pressed: write press = { "gas deliveries" = -1 }')
    return Scenario(
        name,
        pushed,
        held=_names(table, "hold", faults),
        watch=_names(table, "watch", faults),
        observed=_observations(table.get("observed", {}), "observed", faults),
        criteria=_criteria(table.get("known", []), faults),
        draws=_whole(table, "draws", 10_000, faults),
        seed=_whole(table, "seed", 0, faults),
        qpress=_flag(table, "qpress", faults),
        implied=_flag(table, "implied", faults),
        title=_text(table, "title", faults) or name,
    )


def _closure(name: str, table: Mapping[str, Any], faults: list[str]) -> Closure:
    _refuse_unknown(table, _CLOSE_FIELDS, faults)
    start, end = _text(table, "from", faults), _text(table, "to", faults)
    if not start or not end:
        faults.append('a closing needs its route: write from = "…" and to = "…"')
    title = _text(table, "title", faults) or name
    return Closure(name, title, start, end, _text(table, "goods", faults) or None, _names(table, "close", faults))


def _refuse_unknown(table: Mapping[str, Any], allowed: Sequence[str], faults: list[str]) -> None:
    faults += [f"{field} is not a field; fields are {', '.join(allowed)}" for field in table if field not in allowed]


def _presses(value: Any, field: str, faults: list[str]) -> tuple[Press, ...]:
    if value is None:
        return ()
    if not isinstance(value, Mapping) or not all(_is_number(size) for size in value.values()):
        faults.append(f'{field} = {value!r} must give each variable a size: {field} = {{ "gas deliveries" = -1 }}')
        return ()
    return tuple(Press(variable, float(size)) for variable, size in value.items())


def _observations(value: Any, field: str, faults: list[str]) -> tuple[Observation, ...]:
    if not isinstance(value, Mapping):
        faults.append(f'{field} = {value!r} must say what each variable does: {field} = {{ "energy costs" = "rises" }}')
        return ()
    found = []
    for variable, move in value.items():
        move = _SIGNS.get(move, move) if isinstance(move, str) else move
        if move in _MOVES:
            found.append(Observation(variable, cast(Move, move)))
        else:
            faults.append(f"{field}: “{variable}” = {move!r}; it can be {', '.join(_MOVES)}")
    return tuple(found)


def _criteria(value: Any, faults: list[str]) -> tuple[Criterion, ...]:
    if not isinstance(value, list) or not all(
        isinstance(one, Mapping) and set(one) == {"press", "then"} for one in value
    ):
        faults.append('known must be a list of { press = { "A" = 1 }, then = { "B" = "falls" } }')
        return ()
    return tuple(
        Criterion(_presses(one["press"], "known.press", faults), _observations(one["then"], "known.then", faults))
        for one in value
    )


def _names(table: Mapping[str, Any], field: str, faults: list[str]) -> tuple[str, ...]:
    value = table.get(field, [])
    value = [value] if isinstance(value, str) else value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    faults.append(f'{field} = {value!r} must be a list of names: {field} = ["…"]')
    return ()


def _text(table: Mapping[str, Any], field: str, faults: list[str]) -> str:
    value = table.get(field, "")
    if isinstance(value, str):
        return value
    faults.append(f"{field} = {value!r} must be words in quotation marks")
    return ""


def _whole(table: Mapping[str, Any], field: str, default: int, faults: list[str]) -> int:
    value = table.get(field, default)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    faults.append(f"{field} = {value!r} must be a whole number")
    return default


def _flag(table: Mapping[str, Any], field: str, faults: list[str]) -> bool:
    value = table.get(field, False)
    if isinstance(value, bool):
        return value
    faults.append(f"{field} = {value!r} must be true or false")
    return False


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
