"""The trained witnesses: what the networks that are there see in a document.

Either file may be missing or damaged; then nothing is seen of its kind and the grammar reads alone. What is damaged is told
with every document that is read without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from sayso.core.errors import UsageFault
from sayso.read.parse import Parse, Sentence
from sayso.read.tagger.decoding import Floats, relations
from sayso.read.tagger.network import Network, network
from sayso.read.tagger.presence import WEIGHTS, present
from sayso.read.tagger.register import asked, asked_of_causes, brief
from sayso.read.tagger.tokens import Input, vocabulary
from sayso.read.tagger.windows import Paragraphs

_FEWEST = 4  # words of a sentence that can name a cause and an effect
_ROLES = {"attribution": {"source", "content"}, "cause": {"effect", "signal"}}  # what a network of each kind links to
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Seen:
    """One relation a network sees, in characters of the document, the end exclusive. ``parts`` are the stretches of each
    role, none where it is missing; ``sure`` is the probability of the anchor and of each part, and of the sentence."""

    anchor: Stretch
    parts: Mapping[str, tuple[Stretch, ...]]
    sure: Mapping[str, float]


class Causes:
    """The cause network before one document. It is asked a sentence at a time, since most need not be shown to it: who asks
    knows which. ``stated`` is how probable it is that a sentence it was shown states any cause, by the sentence's index."""

    def __init__(self, model: Network | None = None, paragraphs: Paragraphs | None = None) -> None:
        self._model = model
        self._paragraphs = paragraphs
        self.stated: dict[int, float] = {}

    def of(self, sentence: Sentence) -> list[Seen]:
        """The causes of a sentence with their effects (the anchor is the cause)."""
        if self._model is None or self._paragraphs is None or not may_state(sentence):
            return []
        given = self._paragraphs.sentence(sentence)
        if given is None:
            return []
        outputs = self._model.answer(given.ids)
        stated = round(float(self._model.layout.probability(outputs["sentence"], "sentence")), 3)
        self.stated[sentence.index] = stated
        return [replace(one, sure={**one.sure, "sentence": stated}) for one in _seen(self._model, given, outputs)]


@dataclass(frozen=True, slots=True)
class Sight:
    """All that is seen in one document: attributions in order of their cues (the anchor is the cue), and who sees causes.
    ``faults`` says which networks could not be asked."""

    attributions: list[Seen] = field(default_factory=list)
    causes: Causes = field(default_factory=Causes)
    faults: tuple[str, ...] = ()


class Taggers:
    """The networks of a folder of weights. They are loaded when they are first needed."""

    name = "tagger"

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self._folder = folder

    @cached_property
    def present(self) -> tuple[str, ...]:
        """Which networks can be used."""
        return present(self._folder)

    def read(self, parse: Parse) -> Sight:
        """What the networks see in a document of the kind they learned from; of another kind they see nothing. Speaking of persons
        alone makes it one for causes."""
        if not self.present or not parse.sentences or not asked_of_causes(parse):
            return Sight()
        networks, faults = self._loaded
        if not networks:
            return Sight(faults=faults)
        paragraphs = Paragraphs(parse, vocabulary(self._folder))
        attributions = self._attributions(paragraphs) if asked(parse) or brief(parse) else []
        return Sight(attributions, Causes(networks.get("cause"), paragraphs), faults)

    @cached_property
    def _loaded(self) -> tuple[dict[str, Network], tuple[str, ...]]:
        """The networks by kind, and what is damaged."""
        networks: dict[str, Network] = {}
        faults: list[str] = []
        try:
            vocabulary(self._folder)
        except UsageFault as fault:
            return {}, (f"read without the taggers: {fault}",)
        for kind in self.present:
            try:
                found = network(self._file(kind))
            except UsageFault as fault:
                faults.append(f"read without one tagger: {fault}")
                continue
            if set(found.layout.roles) == _ROLES[kind]:
                networks[kind] = found
            else:
                faults.append(
                    f"read without one tagger: {self._file(kind)} is no tagger of this kind; install sayso again"
                )
        return networks, tuple(faults)

    def _attributions(self, paragraphs: Paragraphs) -> list[Seen]:
        model = self._loaded[0].get("attribution")
        if model is None:
            return []
        inputs = paragraphs.windows(paragraphs.places())
        return sorted(
            (seen for one in inputs for seen in _seen(model, one, model.answer(one.ids))), key=lambda seen: seen.anchor
        )

    def _file(self, kind: str) -> Path:
        return self._folder / f"{kind}.onnx"


def may_state(sentence: Sentence) -> bool:
    """Whether a sentence is long enough to state a cause, and no question."""
    return len(sentence.words) >= _FEWEST and sentence.words[-1].text != "?"


def _seen(model: Network, given: Input, outputs: Mapping[str, Floats]) -> Iterator[Seen]:
    for one in relations(outputs["tags"], outputs["links"], given.words, model.layout):
        parts = {name: tuple(given.stretch(run) for run in part.runs) for name, part in one.parts.items()}
        sure = {name: part.probability for name, part in one.parts.items()}
        yield Seen(given.stretch(one.anchor.runs[0]), parts, {**sure, "anchor": one.anchor.probability})
