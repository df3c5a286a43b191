"""The system the documents describe: one immutable value that the runner interprets and that is written as one JSON file.

Everything in it points to findings by id. Invariant: ``system_of(system_record(system)) == system``, also through JSON.
"""

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Any

import msgspec

from sayso.core.claim import Modality, Sign, When
from sayso.core.finding import Value, Verdict
from sayso.core.shape import record_of, schema_of, value_of


class Loop(StrEnum):
    """What a feedback loop does to a change: carries it on or works against it. ``unsigned`` holds a link of unknown sign."""

    REINFORCING = "reinforcing"
    BALANCING = "balancing"
    UNSIGNED = "unsigned"


class Tone(StrEnum):
    """Which way an act leans, after PLOVER's quad classes."""

    COOPERATIVE = "cooperative"
    CONFLICTUAL = "conflictual"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Wording:
    """Words the documents use for a variable, and the ids of the claims that use them. ``opposite`` words say that there is
    less of it ("a shortage of"); ``why`` is why they are taken for the variable, in words, empty for its own name."""

    text: str
    claims: tuple[str, ...]
    opposite: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Variable:
    """Something that can rise and fall; ``actor`` is whose it is, where the wordings say so."""

    name: str
    actor: str | None
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """One finding behind an influence: its credibility (1 to 6) and the independent origins it rests on."""

    finding: str
    credibility: int
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Implied:
    """A link that no source states and names, flows or acts imply. Either ``part`` is one kind of what ``whole`` names, so that
    more of it is more of the whole; or, ``alike``, both may be one thing; or, ``acts``, what the first is raises or lowers the
    second. ``sign`` says which way they move together. Left out of every answer unless asked for."""

    part: str
    whole: str
    sign: Sign
    why: str
    alike: bool = False
    acts: bool = False


@dataclass(frozen=True, slots=True)
class SystemInfluence:
    """A signed arrow between two variables (by name). ``weight`` is the weight of the evidence for it, in 0..1: its chance of
    being in a draw, never a strength. ``origins`` are the sources it rests on; ``support`` says which finding rests on
    which of them, so that one origin's word can be left out. ``implied`` is why, where no source states it: the arrows of
    ``System.influences`` are all stated."""

    cause: str
    effect: str
    sign: Sign
    weight: float
    findings: tuple[str, ...]
    origins: tuple[str, ...]
    support: tuple[Support, ...] = ()
    implied: str = ""


@dataclass(frozen=True, slots=True)
class FeedbackLoop:
    """A closed chain of influences: its variables in order, and the places of its links in ``System.influences``."""

    kind: Loop
    variables: tuple[str, ...]
    influences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who does something, or to whom something is done, in at least one finding."""

    name: str
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SystemTie:
    a: str
    relation: str
    b: str
    verdict: Verdict
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SystemAct:
    """``action`` is a PLOVER event type."""

    actor: str
    action: str
    target: str | None
    tone: Tone
    when: When
    modality: Modality
    verdict: Verdict
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SystemFlow:
    """Goods from one actor to another through intermediaries, one after the other or, where ``parallel``, each a way of
    its own. ``amount`` is in base units."""

    goods: str
    origin: str | None
    via: tuple[str, ...]
    destination: str | None
    amount: Value | None
    when: When
    modality: Modality
    verdict: Verdict
    findings: tuple[str, ...]
    parallel: bool = False

    @property
    def stations(self) -> tuple[str, ...]:
        """Everyone the goods pass, in order, as far as they are named."""
        return tuple(station for station in (self.origin, *self.via, self.destination) if station)

    @property
    def ways(self) -> tuple[tuple[str, ...], ...]:
        """The stations of each way the goods go: one, or one for each of the intermediaries that stand side by side."""
        if not (self.parallel and self.via):
            return (self.stations,)
        ends = ((self.origin, one, self.destination) for one in self.via)
        return tuple(tuple(station for station in way if station) for way in ends)

    @property
    def hops(self) -> tuple[tuple[str, str], ...]:
        """From whom straight to whom."""
        return tuple(hop for way in self.ways for hop in pairwise(way) if hop[0] != hop[1])


@dataclass(frozen=True, slots=True)
class SystemFigure:
    """What is measured, its range over all that is said of it, and when."""

    subject: str
    value: Value
    when: When
    verdict: Verdict
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class System:
    actors: tuple[Actor, ...] = ()
    ties: tuple[SystemTie, ...] = ()
    acts: tuple[SystemAct, ...] = ()
    flows: tuple[SystemFlow, ...] = ()
    variables: tuple[Variable, ...] = ()
    influences: tuple[SystemInfluence, ...] = ()
    loops: tuple[FeedbackLoop, ...] = ()
    figures: tuple[SystemFigure, ...] = ()
    implied: tuple[Implied, ...] = ()


def system_record(system: System) -> dict[str, Any]:
    """The system as the JSON object of ``system.json``."""
    record = msgspec.to_builtins(system)  # many times quicker than record_of, but it knows no other names of fields
    return record | {"flows": [record_of(flow) for flow in system.flows]}  # type: ignore[no-any-return]


def system_of(record: Any) -> System:
    """The system a JSON object holds. Raises ``CaseFault`` naming the first field that is missing, unknown or of the wrong type."""
    return value_of(System, record, "system")


def system_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of ``system.json``, as published in ``docs/system.schema.json``."""
    return schema_of(System, "The system the documents describe")
