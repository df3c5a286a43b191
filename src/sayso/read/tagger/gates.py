"""Where the networks look: what shows no sign of a source or of a cause is passed over, which saves most of their time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.read.parse import Parse, Sentence
from sayso.read.tagger.windows import Place


def crediting(parse: Parse, places: Iterable[Place]) -> Iterator[Place]:
    """The paragraphs in which somebody may be credited with something."""
    yield from places


def explaining(parse: Parse) -> Iterator[Sentence]:
    """The sentences that may say that one thing brings about another."""
    yield from parse.sentences
