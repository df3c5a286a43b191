"""What following the claims of one side of a finding to their origins comes to, and what it comes to for several sides at once.

Invariant: it names claims, passages and sources only, so it can be kept for the next weighing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from sayso.weigh.card import Card


class Passage(NamedTuple):
    """Where a claim stands."""

    document: str
    start: int
    id: str


def passage_of(card: Card) -> Passage:
    return Passage(card.document, card.start, card.id)


@dataclass(slots=True)
class Traced:
    """The claims of one side of a finding, followed. ``origin`` maps a claim's id to its origins' names; ``origins`` are the
    independent ones, sorted, and ``doubtful`` those of them that may have it from another for all their documents tell, among
    them the ``nameless``, of whom it is not told who they are; ``copies`` are (copying passage, passage it rests on). ``mark``
    is another for anything else."""

    origin: dict[str, tuple[str, ...]] = field(default_factory=dict)
    origins: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    nameless: tuple[str, ...] = ()
    copies: list[tuple[Passage, Passage]] = field(default_factory=list)
    carriers: dict[str, set[str]] = field(default_factory=dict)
    named: bool = True
    mark: bytes = b""

    @property
    def sure(self) -> int:
        """How many origins are independent beyond doubt; one if all are in doubt, since one must have been first."""
        return max(len(self.origins) - len(self.doubtful), 1)


def joined(parts: Iterable[Traced]) -> Traced:
    """What several groups of claims, each followed by itself, come to together."""
    result = Traced()
    for part in parts:
        result.origin |= part.origin
        result.origins = tuple(sorted({*result.origins, *part.origins}))
    return result
