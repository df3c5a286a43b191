"""Of which state a figure is: what is lost in one country is neither confirmed nor contradicted by what another lost.

Invariant: symmetric in its two claims; a figure of which no state is told is of the states its document is about.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from sayso.weigh.card import Card
from sayso.weigh.likeness import known_states
from sayso.weigh.terms import Bag, bag

_END = re.compile(r"\b(?:from|(?:in)?to|towards?|via|through) (?:the )?[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*")
_EMPTY: Bag = frozenset()
_MAIN = 0.6  # of the passages that have the state most often named: share from which a document is about another, too
_TWICE = 2  # passages: of a state named in one a document need not be


class Scopes:
    """Tells of which states the figures of a case are."""

    def __init__(self, cards: Sequence[Card]) -> None:
        passages: dict[str, dict[int, Bag]] = defaultdict(dict)
        for card in cards:
            named = (card.around | card.first) & known_states()
            passages[card.document][card.start] = passages[card.document].get(card.start, _EMPTY) | named
        self._main = {path: _main(list(said.values())) for path, said in passages.items()}

    def apart(self, one: Card, other: Card) -> bool:
        """Whether the subject of either of two figures names a state, and the other is of others for all that is told."""
        if known_states().isdisjoint(one.first | other.first):
            return False
        mine, theirs = self._states(one), self._states(other)
        return bool(mine and theirs) and mine.isdisjoint(theirs)

    def _states(self, card: Card) -> Bag:
        """The states a figure may be of: a state in its subject leaves only those named beside it, unless something goes there
        or comes from there."""
        named = (card.around | card.first) & known_states()
        return named if _owned(card.words) else named | self._main.get(card.document, _EMPTY)


@lru_cache(maxsize=1 << 15)
def _owned(subject: str) -> bool:
    """Whether a subject tells of which state it is."""
    return not bag(_END.sub("", subject)).isdisjoint(known_states())


def _main(passages: Sequence[Bag]) -> Bag:
    """The states that the passages of a document are about."""
    count = Counter(state for states in passages for state in states)
    most = max(count.values(), default=0)
    return frozenset(state for state, times in count.items() if times >= max(_MAIN * most, _TWICE))
