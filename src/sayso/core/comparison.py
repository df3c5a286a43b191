"""Two cases, or two actors of one case, laid side by side."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.core.claim import Sign


@dataclass(frozen=True, slots=True)
class Entry:
    """Something said of one side, and the findings it rests on (none where a document's own table says it)."""

    words: str
    findings: tuple[str, ...] = ()
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension with what fills it on either side, most said first."""

    name: str
    one: tuple[Entry, ...]
    other: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """An influence both sides have, owners apart: ``cause`` and ``effect`` are the words of the first side."""

    cause: str
    effect: str
    sign: Sign
    one: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """``one`` and ``other`` name the sides; dimensions that neither side fills are left out."""

    one: str
    other: str
    dimensions: tuple[Dimension, ...]
    patterns: tuple[Pattern, ...]
