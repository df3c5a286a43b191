"""Text reuse without credit: whether a passage of one document is a reworded passage of another.

Reused text is mostly paraphrase, so shingles of exact words would miss it. What gives a copy away is that it says the same
in much the same words, and that what stands beside it in one document stands beside it in the other too. In doubt the
later is taken to rest on the earlier: an echo taken for confirmation does more harm than the reverse.
"""

from dataclasses import dataclass

from sayso.lexicon.table import table
from sayso.weigh.likeness import Weights
from sayso.weigh.prepared import Card, Prepared

_REACH = 2  # sentences on either side


@dataclass(frozen=True, slots=True)
class Reuse:
    """``score`` against ``bar``; ``beside`` is how many sentences beside the two passages are alike too."""

    score: float
    bar: float
    beside: int

    @property
    def copied(self) -> bool:
        return self.score >= self.bar


class Reader:
    """Compares passages of the documents of a case."""

    def __init__(self, prepared: dict[str, Prepared], weights: Weights) -> None:
        self._prepared = prepared
        self._weights = weights
        self._rules: dict[str, float] = table("weighing")["reuse"]

    def reuse(self, later: Card, earlier: Card, *, credited: bool) -> Reuse:
        """Whether ``later``, which speaks for itself, rests on ``earlier``; ``credited``: the earlier credits a source."""
        rules = self._rules
        score = 0.5 * self._weights.alike(later.around, earlier.around) + 0.5 * self._weights.alike(
            later.wording, earlier.wording
        )
        bar = rules["uncredited"] if credited else rules["own"]
        if later.first_hand:
            return Reuse(score, rules["first_hand"], 0)
        if score < rules["floor"]:
            return Reuse(score, bar, 0)
        beside = self._beside(later, earlier)
        return Reuse(score, max(bar - rules["beside"] * beside, rules["floor"]), beside)

    def _beside(self, one: Card, other: Card) -> int:
        """How many sentences around ``one`` have a like sentence around ``other``."""
        mine, theirs = self._around(one), self._around(other)
        bar = self._rules["beside_alike"]
        return sum(any(self._weights.alike(a, b) >= bar for b in theirs) for a in mine)

    def _around(self, card: Card) -> list[frozenset[str]]:
        sentences = self._prepared[card.document].sentences
        places = range(max(0, card.sentence - _REACH), min(len(sentences), card.sentence + _REACH + 1))
        return [frozenset(sentences[at]) for at in places if at != card.sentence and len(sentences[at]) >= 3]
