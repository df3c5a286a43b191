"""The mark of each document, claim, pair and group: a hash of all that comparing and following its claims can hang on.

Of the case as a whole that is, for each document: the class of rarity of each of its terms, which of them are names anywhere,
and for each name in it the one name of its bearer, whom that speaks for and what state it leads. Invariant: what weighing works
out of some claims by themselves hangs on nothing that the marks of their documents leave out.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import numpy as np

from sayso.weigh.memory import Marks, digest
from sayso.weigh.names import Names
from sayso.weigh.prepared import Prepared
from sayso.weigh.rarity import Weights
from sayso.weigh.terms import Bag


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What of a case as a whole its documents' claims are compared and followed by."""

    weights: Weights
    proper: Bag
    names: Names
    body_of: Callable[[str], str | None]
    led: Mapping[str, str]

    def mark(self, one: Prepared, gone: Collection[str]) -> bytes:
        """The mark of a document, of whose claims those that are ``gone`` are not weighed."""
        terms = one.vocabulary
        named = [self.names.name(wording) for wording in one.wordings]
        told = [f"{name}\1{self.body_of(name)}\1{self.led.get(name)}" for name in named]
        left_out = [card.id for card in one.cards if card.id in gone] if gone else []
        return digest(
            one.mark,
            repr((self.weights.size, left_out)).encode(),
            np.fromiter(map(self.weights.rank, terms), np.uint8, len(terms)).tobytes(),
            bytes(map(self.proper.__contains__, terms)),
            "\0".join(told).encode("utf-8", "surrogatepass"),
        )


def of_claims(documents: Collection[tuple[bytes, int]]) -> Marks:
    """The mark of each claim, from the mark of each document and how many claims it has."""
    heads = [np.frombuffer(mark[:8], np.uint64)[0] for mark, _ in documents]
    sizes = [size for _, size in documents]
    inside = np.array([at for size in sizes for at in range(size)], np.uint64)
    return mixed(np.repeat(np.array(heads, np.uint64), sizes) + inside * ODD)


def of_pairs(ones: Marks, others: Marks) -> Marks:
    return mixed(mixed(ones) + others)


def of_groups(claims: Marks, groups: Collection[list[int]]) -> list[bytes]:
    """The mark of each group of claims, whatever their order."""
    if not groups:
        return []
    places = np.concatenate([np.array(group) for group in groups])
    starts = np.cumsum([0, *(len(group) for group in groups)])[:-1]
    halves = [np.add.reduceat(mixed(claims[places] + salt), starts) for salt in (ODD, _OTHER)]
    return [one.tobytes() + other.tobytes() for one, other in zip(*halves, strict=True)]


ODD, _OTHER = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)


def mixed(marks: Marks) -> Marks:
    """Each mark made another, as if by chance: the finaliser of splitmix64."""
    marks = (marks ^ (marks >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    marks = (marks ^ (marks >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return marks ^ (marks >> np.uint64(31))
