"""What the analyst asks of the system, as ``case.toml`` or the command line has it, made into what the runner runs.

What the user writes and what the engine runs are two types: words for variables become variables of the system here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sayso.compile import find_variable
from sayso.core.errors import UsageFault
from sayso.core.outcome import Observation, Press, Scenario
from sayso.core.system import System

_MOVES = ("rises", "falls", "still")
_PRESSING = ("title", "question", "press", "hold", "watch", "observe", "draws", "seed")
_TRACING = ("title", "question", "from", "to", "goods", "close")
_PLAIN = Scenario("", ())  # holds the defaults


@dataclass(frozen=True, slots=True)
class Tracing:
    """A question about routes: which lead from one actor to another, with some actors closed."""

    origin: str
    destination: str
    goods: str | None = None
    closed: tuple[str, ...] = ()


def scenario(name: str, written: Mapping[str, Any], system: System) -> Scenario:
    """A scenario as the runner takes it. Raises ``UsageFault`` for what is written wrong or names no variable."""
    _known(written, _PRESSING)
    presses = _numbers(written, "press")
    if not presses:
        raise UsageFault('presses nothing; write what is pushed and which way: press = { "gas deliveries" = -1 }')
    observed = _table(written, "observe")
    for words, move in observed.items():
        if move not in _MOVES:
            raise UsageFault(f"observe: '{words}' = {move!r} must be one of {', '.join(_MOVES)}")
    return Scenario(
        name=name,
        presses=tuple(Press(find_variable(system, words), size) for words, size in presses.items()),
        held=tuple(find_variable(system, words) for words in _list(written, "hold")),
        watch=tuple(dict.fromkeys(find_variable(system, words) for words in _list(written, "watch"))),
        observed=tuple(Observation(find_variable(system, words), move) for words, move in observed.items()),
        draws=_whole(written, "draws", _PLAIN.draws, least=1),
        seed=_whole(written, "seed", _PLAIN.seed, least=0),
    )


def asks_for_routes(written: Mapping[str, Any]) -> bool:
    """Whether a scenario's table asks for routes rather than for what follows from a press."""
    return "from" in written or "to" in written


def tracing(written: Mapping[str, Any]) -> Tracing:
    """A question about routes. Raises ``UsageFault`` for what is written wrong."""
    _known(written, _TRACING)
    ends = {end: _words(written, end) for end in ("from", "to")}
    for end, words in ends.items():
        if not words:
            raise UsageFault(f'a route needs both ends; write {end} = "…"')
    return Tracing(ends["from"], ends["to"], _words(written, "goods") or None, _list(written, "close"))


def _known(written: Mapping[str, Any], allowed: tuple[str, ...]) -> None:
    if unknown := [name for name in written if name not in allowed]:
        raise UsageFault(f"{unknown[0]} is not a field here; fields are {', '.join(allowed)}")


def _words(written: Mapping[str, Any], name: str) -> str:
    value = written.get(name, "")
    if not isinstance(value, str):
        raise UsageFault(f'{name} = {value!r} must be words in quotation marks: {name} = "…"')
    return value


def _list(written: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = written.get(name, [])
    if not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
        raise UsageFault(f'{name} = {value!r} must be a list of words: {name} = ["…"]')
    return tuple(value)


def _table(written: Mapping[str, Any], name: str) -> dict[str, Any]:
    value = written.get(name, {})
    if not isinstance(value, dict):
        raise UsageFault(f'{name} = {value!r} must be a table: {name} = {{ "…" = … }}')
    return value


def _numbers(written: Mapping[str, Any], name: str) -> dict[str, float]:
    found = _table(written, name)
    for words, size in found.items():
        if isinstance(size, bool) or not isinstance(size, int | float) or not size or size != size:
            raise UsageFault(
                f"{name}: '{words}' = {size!r} must be a number other than 0, above for up, below for down"
            )
    return {words: float(size) for words, size in found.items()}


def _whole(written: Mapping[str, Any], name: str, default: int, *, least: int) -> int:
    value = written.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise UsageFault(f"{name} = {value!r} must be a whole number from {least} up")
    return value
