"""Findings: the claims that state the same proposition, or contradict it, with the verdict on them."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.core.claim import Kind


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
    Admiralty code's information credibility, 1 (confirmed) to 6 (cannot be judged)."""

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
