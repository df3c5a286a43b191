"""A claim as the weighing compares it: what it says in terms, whose word it is, and when.

Invariant: it hangs on its claim and its document alone, never on the case.
"""

from dataclasses import dataclass

from sayso.core.claim import Kind, Modality, Sign
from sayso.weigh.terms import Bag

AHEAD = frozenset({Modality.CONDITIONAL, Modality.POSSIBLE, Modality.FORECAST})  # what is not told as so, or as yet


@dataclass(slots=True)
class Card:
    """A claim as the weighing compares it.

    ``says`` is what it says in terms, ``first`` and ``second`` its parts by kind (figure: subject and unit;
    influence: cause and effect; flow: goods; the others: the relation or action), ``slots`` the actors it names, in
    order, as written, ``order`` the terms of its passage without those of its voices, in order, ``around`` the same
    as a set, ``days`` the dates its passage names, ``breadth`` the words that widen or narrow it, ``hints`` the
    names its passage credits in so many words, whether or not the reader saw it; ``listed`` if its sources are
    those of a table row, so that nobody can tell which of several says it, ``headed`` if it stands in a heading,
    ``clause`` if it says that something is so; ``digits`` how many a figure is written with, ``more`` if a count comes on
    top of others, ``told`` the day on which its source, or else its document, said it.
    """

    id: str
    document: str
    start: int
    kind: Kind
    says: Bag
    first: Bag
    second: Bag
    slots: tuple[str | None, ...]
    around: Bag
    order: tuple[str, ...]
    breadth: Bag
    names: Bag
    numbers: Bag
    dates: Bag
    days: Bag
    negative: bool
    modality: Modality
    when: tuple[str | None, str | None]
    words: str
    passage: str
    sentence: int
    chains: tuple[tuple[tuple[str, str | None], ...], ...]
    certainty: tuple[float, float]
    sign: Sign = "?"
    unit: str = ""
    measure: str = ""
    low: float | None = None
    high: float | None = None
    approximate: bool = False
    digits: int = 0
    more: bool = False
    told: str | None = None
    degree: frozenset[tuple[int, int]] = frozenset()
    hearsay: bool = False
    span: tuple[int, int] = (0, 0)
    hints: tuple[str, ...] = ()
    listed: bool = False
    headed: bool = False
    clause: bool = True

    @property
    def content(self) -> str:
        """What a statement states, or the passage of a claim of another kind."""
        if self.kind != "statement":
            return self.passage
        return self.passage[max(self.span[0] - self.start, 0) : self.span[1] - self.start]

    def sense(self) -> tuple[object, ...]:
        """What makes two claims the same for every comparison of what they say."""
        if not self.says and not self.first:
            return (self.id,)  # words without any meaning here are like no others
        return (
            self.kind, self.says, self.first, self.second, self.slots, self.around, self.numbers, self.dates, self.negative,
            self.when, self.sign, self.unit, self.low, self.high, self.approximate, self.digits, self.more, self.degree,
        )  # fmt: skip
