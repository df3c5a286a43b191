"""Findings: the claims that state the same proposition, or contradict it, with the verdict on them, and all that the
weighing says besides: contradictions, sources, reconciled figures, notes and names."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.core.claim import Kind, When


class Verdict(StrEnum):
    CORROBORATED = "corroborated"
    ECHOED = "echoed"
    SINGLE = "single"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True)
class Value:
    """The range the claims on one figure leave, in base units of ``unit``; ``None`` is unbounded."""

    low: float | None
    high: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Finding:
    """``origins`` are the independent origins for it, ``claims`` and ``against`` ids of claims, ``credibility`` the
    Admiralty code's information credibility, 1 (confirmed) to 6 (cannot be judged). ``names`` are the canonical names of
    the actors it is about, ``likelihood`` the ICD 203 word where its claims speak of probability."""

    id: str
    kind: Kind
    proposition: str
    verdict: Verdict
    reason: str
    origins: tuple[str, ...]
    documents: tuple[str, ...]
    claims: tuple[str, ...]
    against: tuple[str, ...] = ()
    credibility: int = 6
    value: Value | None = None
    origins_against: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    likelihood: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction: its words, the ids of its claims, whose word it is."""

    words: str
    claims: tuple[str, ...]
    origins: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sides that cannot both be so. ``kind`` is ``denial``, ``figure``, ``date``, ``count``, ``sign`` or ``degree``;
    ``reconcile`` says in words what would let both stand, if something would; ``findings`` are ids."""

    id: str
    kind: str
    proposition: str
    one: Side
    other: Side
    reconcile: str | None
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A source and what rests on it. ``reliability`` is the Admiralty letter; ``documents`` are those that rest on its
    word, ``carriers`` the names that pass it on, ``findings`` the ids of findings it is an origin of, for or against."""

    name: str
    reliability: str
    documents: tuple[str, ...]
    carriers: tuple[str, ...]
    findings: tuple[str, ...]
    claims: tuple[str, ...]
    alone: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """Something the analyst should know about how a claim came to be. ``kind`` is ``dated-before``, ``widened``,
    ``dropped-alleged``, ``source-differs``, ``period-differs`` or ``copied``."""

    kind: str
    words: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says which value of a reconciled figure."""

    origins: tuple[str, ...]
    low: float | None
    high: float | None
    claims: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """All that is said of one figure for one time: the range that holds every value, its ``spread`` (the width of the range as a
    share of its middle; ``None`` if unbounded) and who says which. ``apart`` says why values differ, where that is known."""

    subject: str
    unit: str
    when: When
    low: float | None
    high: float | None
    spread: float | None
    sayings: tuple[Saying, ...]
    findings: tuple[str, ...]
    apart: str | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    """A name and the wordings taken for it, each with the ground (``acronym``, ``surname``, ``spelling``, ``analyst``, …).
    ``ambiguous`` holds the names a wording could stand for, where it was left as it is."""

    name: str
    wordings: tuple[tuple[str, str], ...]
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the weighing says of a case. Everything is sorted; the order of documents changes nothing. ``origins`` pairs the
    id of every claim with the name of the origin it was counted under; ``faults`` are words for the analyst."""

    findings: tuple[Finding, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    sources: tuple[Source, ...] = ()
    figures: tuple[Reconciled, ...] = ()
    notes: tuple[Note, ...] = ()
    names: tuple[Naming, ...] = ()
    origins: tuple[tuple[str, str], ...] = ()
    rejected: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
