"""What a witness proposes, and the shape every witness has.

A witness is anything that reads a parsed document and proposes claims and attributions: the grammar, a trained tagger, a
language model. It only proposes: :mod:`sayso.read.reader` joins what several witnesses saw and adds attribution, modality and
time. Every span must stand in the document, character for character; a build checks it before anything is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from sayso.core.claim import Attribution, Body, Modality
from sayso.core.passage import Span
from sayso.read.parse import Parse, Sentence, Word


@dataclass(slots=True)
class Proposal:
    """A claim a witness sees.

    ``anchor`` is the (start, end) stretch of the document that states it: the attribution whose content covers the
    anchor is the claim's. ``predicate`` is the word that states it, from which modality, negation and time are read.
    ``negated``, ``modality`` and ``certainty`` win over what the reader would work out, where the witness knows better.
    ``amount`` measures a flow: the reader turns it into that figure claim's id. ``sure`` holds the probabilities a tagger
    gave, and ``stated`` how probable all witnesses together make it that the text says so;
    ``partial`` says that an end's name leaves out what the text says of it; ``suggested`` says that the grounds are too weak
    for a claim.
    """

    body: Body
    sentence: Sentence
    anchor: tuple[int, int]
    predicate: Word | None = None
    modality: Modality | None = None
    certainty: tuple[float, float] | None = None
    negated: bool | None = None
    resolved: tuple[tuple[str, str], ...] = ()
    amount: Span | None = None
    witness: str = "grammar"
    stated: float = 1.0
    sure: Mapping[str, float] = field(default_factory=dict)
    partial: bool = False
    suggested: bool = False


@dataclass(slots=True)
class Reading:
    """What one witness proposes for one document; ``faults`` says what it could not do."""

    proposals: list[Proposal] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    faults: tuple[str, ...] = ()


class Witness(Protocol):
    """``name`` stands in every claim it saw."""

    @property
    def name(self) -> str: ...

    def read(self, parse: Parse) -> Reading: ...
