"""One influence as the grammar finds it: things on either side, the sign between them, and what signals it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.core.claim import Modality
from sayso.read.grammar.influences.thing import Thing
from sayso.read.parse import Parse, Word


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
    event: bool = False  # whether only an event or a state may be the cause
    before: str = ""  # "cause" or "effect" where that is what was said before this sentence
    plain: bool = False  # whether it was read from the surface, without the parser's word classes
    resolved: tuple[tuple[str, str], ...] = field(default=())

    def words_of_signal(self, parse: Parse) -> str:
        """What signals it; of several words each, since others may stand between them."""
        if len(self.signal) == 1:
            return parse.text_of(self.signal)
        return " ".join(word.text for word in self.signal)
