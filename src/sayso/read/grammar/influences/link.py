"""One influence as the grammar finds it: things on either side, the sign between them, and what signals it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.core.claim import Modality
from sayso.read.grammar.influences.signals import vocabulary
from sayso.read.grammar.influences.thing import Thing
from sayso.read.parse import Word

_AGENT_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


@dataclass(slots=True)
class Link:
    """Every cause acts on every effect. ``sign`` is the signal's own; the things' directions come on top."""

    causes: list[Thing]
    effects: list[Thing]
    sign: int
    signal: list[Word]
    predicate: Word
    modality: Modality | None = None
    negated: bool | None = None
    resolved: tuple[tuple[str, str], ...] = field(default=())


def is_agent(word: Word) -> bool:
    """Whether the word names a person, a country or a body rather than an event, a state or a quantity."""
    if word.ent in _AGENT_ENTITIES:
        return True
    return (
        word.lemma.lower() in vocabulary().agents
        or word.lower in vocabulary().agents
        or (word.pos == "PROPN" and not word.ent)
    )
