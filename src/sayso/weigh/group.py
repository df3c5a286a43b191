"""A group of claims that state one proposition, with whose word they are; what is asked of it time and again is worked out once."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from sayso.core.finding import Side
from sayso.weigh.against import Gist, gist
from sayso.weigh.blame import accuses
from sayso.weigh.card import Card
from sayso.weigh.traced import Traced

Place = tuple[str, int]  # a document, and where in it a passage begins


@dataclass
class Group:
    """Claims that state one proposition, sorted, and their origins."""

    cards: list[Card]
    traced: Traced

    @cached_property
    def head(self) -> Card:
        """The claim whose words stand for the group: of a kind finer than a statement if there is one, but that one accuses another
        only if there is none; the one that says most, the first in the alphabet among equals."""
        return min(self.cards, key=lambda card: (_kind_last(card), -min(len(card.words), 160), card.words, card.id))

    @cached_property
    def documents(self) -> tuple[str, ...]:
        return tuple(sorted({card.document for card in self.cards}))

    @cached_property
    def places(self) -> frozenset[Place]:
        """The passages."""
        return frozenset((card.document, card.start) for card in self.cards)

    @cached_property
    def gist(self) -> Gist:
        return gist(self.cards)

    @cached_property
    def side(self) -> Side:
        """The group as one side of a contradiction."""
        return Side(
            words=min((card.passage for card in self.cards), key=lambda words: (len(words), words)),
            claims=tuple(sorted(card.id for card in self.cards)),
            origins=self.traced.origins,
            documents=self.documents,
        )


def _kind_last(card: Card) -> int:
    return 2 if accuses(card) else int(card.kind == "statement")


def identity(*parts: str) -> str:
    """The id of what is told by some words and ids."""
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
