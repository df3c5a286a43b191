"""Text reuse without credit: whether a passage of one document is a reworded passage of another.

Reused text is mostly paraphrase, so shingles of exact words would miss it. What gives a copy away is that it says the same
things in the same order, and that what stands beside it in one document stands beside it in the other too. In doubt the
later is taken to rest on the earlier: an echo taken for confirmation does more harm than the reverse.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from sayso.lexicon.table import table
from sayso.weigh.card import Card
from sayso.weigh.prepared import Prepared
from sayso.weigh.rarity import Weights
from sayso.weigh.terms import Bag
from sayso.weigh.witness import in_office, speaks_of_itself

_FEW = 8  # passages that are all looked at
_LIKELIEST = 4  # of more, as many
_WORTH = 2  # times as much may the likeliest passage share as another that is looked at
_REACH = 3  # sentences on either side


@dataclass(frozen=True, slots=True)
class Reuse:
    """``score`` against ``bar``; ``beside`` is how many sentences beside the two passages are alike too."""

    score: float
    bar: float
    beside: int

    @property
    def copied(self) -> bool:
        return self.score >= self.bar


def in_order(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """The share of neighbouring terms, with at most one between them, that two passages have in the same order.

    Synonyms count as one term here, so that replacing words changes little; two accounts written independently share most
    of their terms, but seldom their order.
    """
    mine, theirs = _neighbours(one), _neighbours(other)
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else float(one == other)


def _neighbours(terms: tuple[str, ...]) -> set[tuple[str, str]]:
    return {*pairwise(terms), *zip(terms, terms[2:], strict=False)}


class Reader:
    """Compares passages of the documents of a case."""

    def __init__(self, prepared: dict[str, Prepared], weights: Weights) -> None:
        self._prepared = prepared
        self._weights = weights
        self._beside_of: dict[tuple[str, int], list[Bag]] = {}
        self._rules: dict[str, float] = table("witnesses")["reuse"]
        self._vouched: dict[str, bool] = {}
        self._reused: dict[tuple[str, str, bool, bool], Reuse] = {}
        self._names: dict[Bag, Bag] = {}
        self._proper = frozenset().union(*(one.proper for one in prepared.values()))

    def reuse(self, later: Card, earlier: Card, *, credited: bool, unlikely: bool) -> Reuse:
        """Whether ``later``, which speaks for itself, rests on ``earlier``. ``credited``: the earlier credits a source;
        ``unlikely``: the order of dates, or of credit, speaks against it."""
        asked = later.id, earlier.id, credited, unlikely
        if asked not in self._reused:
            self._reused[asked] = self._reuse(later, earlier, credited=credited, unlikely=unlikely)
        return self._reused[asked]

    def _reuse(self, later: Card, earlier: Card, *, credited: bool, unlikely: bool) -> Reuse:
        rules = self._rules
        score = in_order(later.order, earlier.order)
        alike = self._weights.alike(later.around, earlier.around)
        if self.saw(later):
            return Reuse(score if alike >= rules["alike"] else 0.0, rules["first_hand"], 0)
        beside = self._beside(later, earlier)
        if unlikely and (beside < 2 or alike < rules["alike"]):
            beside = 0
        if beside > 1 or (beside and alike >= rules["alike"]):
            return Reuse(score + self._near(later, earlier), 0.0, beside)
        if beside and alike >= rules["beside_passage"] and score >= rules["beside"]:
            return Reuse(score + self._near(later, earlier), 0.0, beside)
        if alike < rules["alike"]:
            return Reuse(0.0, rules["own_voice"], 0)
        if unlikely:
            return Reuse(score, rules["unlikely"], 0)
        if not self.vouched(later) and self._adds_nothing(later, earlier):
            return Reuse(max(score, 0.01), 0.0, 0)
        if not self._around(later):
            return Reuse(max(score, 0.01), rules["bare"], 0)
        if in_office(self._prepared[later.document].house):
            return Reuse(score, rules["in_office"], 0)
        return Reuse(score, rules["uncredited"] if credited else rules["own_voice"], 0)

    def retold(self, one: Card, other: Card) -> bool:
        """Whether two passages that give the same numbers stand in the same company: then one has them from the other, or both
        from a third, whomever they credit."""
        return not (self.saw(one) or self.saw(other)) and self._beside(one, other) > 0

    def saw(self, card: Card) -> bool:
        """Whether the document says, in the passage or next to it, that it saw for itself."""
        near = self._prepared[card.document].first_hand
        return any(card.sentence - _REACH <= at <= card.sentence + _REACH for at in near)

    def vouched(self, card: Card) -> bool:
        """Whether a document that credits nobody has grounds of its own for what it tells: it saw for itself, speaks of
        itself, or is a body with an office."""
        found = self._vouched.get(card.id)
        if found is None:
            house = self._prepared[card.document].house
            found = self.saw(card) or in_office(house) or speaks_of_itself(house, card.passage)
            self._vouched[card.id] = found
        return found

    def _beside(self, one: Card, other: Card) -> int:
        """How much of what stands beside one passage stands beside the other, or in it: 0 nothing, 1 a sentence or some of
        its words, 2 more than that. What the passages themselves say does not count, nor do names."""
        mine, theirs = self._around(one), self._around(other)
        if not mine or not theirs:
            return 0
        rules = self._rules
        same = 0
        for sentence in mine:
            same += any(self._one_sentence(sentence, beside) for beside in theirs)
            if same > 1:
                return 2
        told = one.around | other.around
        here, there = (frozenset().union(*side) - told - self._proper for side in (mine, theirs))
        common = (a & b for a in mine for b in theirs if not self._names_another(a, b))
        shared = frozenset().union(*common) - told - self._proper
        least = min(self._weights.of(here), self._weights.of(there))
        share = self._weights.of(shared) / least if shared else 0.0
        if len(shared) >= rules["company_terms"] and share >= rules["company"]:
            return 2
        return int(same > 0 or (len(shared) >= rules["company_terms"] - 1 and share >= rules["company_some"]))

    def _one_sentence(self, one: Bag, other: Bag) -> bool:
        """Whether two sentences say the same of the same."""
        return not self._names_another(one, other) and self._weights.alike(one, other) >= self._rules["beside_alike"]

    def _names_another(self, one: Bag, other: Bag) -> bool:
        """Whether two sentences name others: then they are not of the same, however alike."""
        mine, theirs = self._named_in(one), self._named_in(other)
        return bool(mine and theirs and mine.isdisjoint(theirs))

    def _named_in(self, sentence: Bag) -> Bag:
        found = self._names.get(sentence)
        if found is None:
            found = self._names[sentence] = sentence & self._proper
        return found

    def _adds_nothing(self, later: Card, earlier: Card) -> bool:
        """Whether a passage is a shorter one that says hardly anything which the other does not."""
        said = self._weights.of(later.around)
        shared = self._weights.of(later.around & earlier.around)
        return shared >= self._rules["adds_nothing"] * said and said < self._rules["shorter"] * self._weights.of(
            earlier.around
        )

    def _near(self, one: Card, other: Card) -> float:
        """How alike the two passages are together with all that stands beside them."""
        return self._weights.alike(one.around.union(*self._around(one)), other.around.union(*self._around(other)))

    def _around(self, card: Card) -> list[Bag]:
        found = self._beside_of.get((card.document, card.sentence))
        if found is None:
            sentences = self._prepared[card.document].sentences
            places = range(max(0, card.sentence - _REACH), min(len(sentences), card.sentence + _REACH + 1))
            found = [sentences[at] for at in places if at != card.sentence and len(sentences[at]) >= 3]
            self._beside_of[card.document, card.sentence] = found
        return found

    def features(self, card: Card) -> set[object]:
        """What passages that rest on one another are likely to share: neighbouring terms, and terms of what stands beside."""
        found: set[object] = set(_neighbours(card.order))
        for sentence in self._around(card):
            found.update(self._weights.rarest(sentence, 3))
        return found


class Shelf:
    """Passages put by, to find those that another most likely rests on without looking at them all."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._index: dict[object, list[int]] = defaultdict(list)
        self._cards: list[Card] = []

    def put(self, card: Card) -> None:
        for feature in self._reader.features(card):
            self._index[feature].append(len(self._cards))
        self._cards.append(card)

    def likeliest(self, card: Card) -> list[Card]:
        """The passages that share most with this one; of those that share as much, the ones put by first. Of a few, all."""
        if len(self._cards) <= _FEW:
            return list(self._cards)
        shared: Counter[int] = Counter()
        for feature in self._reader.features(card):
            places = self._index.get(feature, ())
            shared.update(places if len(places) <= 2 * _FEW else (*places[:_FEW], *places[-_FEW:]))
        ranked = sorted(shared.items(), key=lambda row: (-row[1], row[0]))[:_LIKELIEST]
        return [self._cards[at] for at, number in ranked if _WORTH * number >= ranked[0][1]]
