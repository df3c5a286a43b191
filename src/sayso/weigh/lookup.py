"""By what a claim is looked up: any two that state or contradict one proposition should share one of these marks.

A claim is looked up by the rarest terms of what it says, two at a time, and by its build. Flows and acts with nobody in common in
the same role, and ties not of the same two, are never one thing: these are looked up by whom they name besides.
Invariant: the marks of a document's claims hang on the claims, the weights of their terms and the names in them alone.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations, product

import msgspec
import numpy as np
from numpy.typing import NDArray

from sayso.weigh.candidates import Index, Places
from sayso.weigh.card import Card
from sayso.weigh.marks import ODD, mixed
from sayso.weigh.rarity import Weights
from sayso.weigh.shapes import Shapes

_TELLING = 7  # the rarest terms of a claim that it is looked up by: long sentences share but a few of them
_ONES, _OTHERS = np.triu_indices(_TELLING, 1)
_ORDERED_BY = 32  # bytes


class Lookups(msgspec.Struct, frozen=True):
    """The marks of the claims of one document, as arrays. One a claim: ``senses``, alike for claims that are the same in every
    comparison, and ``orders``, by which those under one mark are put in order. One a mark: ``said`` with ``said_by`` for marks of
    what is said, ``built`` with ``built_by`` for those of claims of one build."""

    senses: bytes
    orders: bytes
    said: bytes
    said_by: bytes
    built: bytes
    built_by: bytes


def lookups(cards: Sequence[Card], shapes: Shapes) -> Lookups:
    """The marks of the claims of one document."""
    said = _said(cards, shapes.weights)
    built = _index_of([(_mark(*key), at) for at, card in enumerate(cards) for key in _built(card, shapes)])
    named = _index_of([(_mark(*key), at) for at, card in enumerate(cards) for key in _named(card, shapes)])
    said_of_named = _each_with_all(named, said)
    return Lookups(
        np.array([_sense(card, shapes) for card in cards], np.uint64).tobytes(),
        np.array(
            [" ".join(sorted(card.says)).encode("utf-8", "surrogatepass") for card in cards], f"S{_ORDERED_BY}"
        ).tobytes(),
        *_kept(said),
        *_kept(Index(np.r_[built.marks, said_of_named.marks], np.r_[built.places, said_of_named.places])),
    )


def _index_of(rows: Sequence[tuple[int, int]]) -> Index:
    marks, places = zip(*rows, strict=True) if rows else ((), ())
    return Index(np.array(marks, np.uint64), np.array(places, np.int64))


def _kept(index: Index) -> tuple[bytes, bytes]:
    return index.marks.tobytes(), index.places.astype(np.uint32).tobytes()


class Looked:
    """The marks of all claims of a case, those of a document after those of the one before."""

    def __init__(self, parts: Sequence[Lookups]) -> None:
        self.senses = _joined([one.senses for one in parts], np.dtype(np.uint64))
        starts = np.cumsum([0, *(len(one.senses) // 8 for one in parts)])
        words = _joined([one.orders for one in parts], np.dtype(f"S{_ORDERED_BY}"))
        self.order = np.empty(len(words), np.int64)
        self.order[np.argsort(words, kind="stable")] = np.arange(len(words))
        self.said = _index([(one.said, one.said_by) for one in parts], starts)
        self.built = _index([(one.built, one.built_by) for one in parts], starts)

    def firsts(self) -> NDArray[np.bool_]:
        """Which claims are the first of their sense."""
        chosen = np.zeros(len(self.senses), bool)
        chosen[np.unique(self.senses, return_index=True)[1]] = True
        return chosen


def _joined(parts: Sequence[bytes], kind: np.dtype) -> NDArray:  # type: ignore[type-arg]
    return np.frombuffer(b"".join(parts), kind)


def _index(parts: Sequence[tuple[bytes, bytes]], starts: Places) -> Index:
    sizes = [len(places) // 4 for _, places in parts]
    places = _joined([places for _, places in parts], np.dtype(np.uint32)) + np.repeat(starts[:-1], sizes)
    return Index(_joined([marks for marks, _ in parts], np.dtype(np.uint64)), places)


def _sense(card: Card, shapes: Shapes) -> int:
    return _digest("\0".join(map(_told, (*card.sense(), shapes.own(card)))))


def _digest(words: str) -> int:
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


_of_word = lru_cache(maxsize=1 << 16)(_digest)


def _mark(*parts: str) -> int:
    """A mark for some words in their order."""
    mark = 0
    for part in parts:
        mark = (mark * int(ODD) + _of_word(part)) & 0xFFFFFFFFFFFFFFFF
    return mark


@lru_cache(maxsize=1 << 16)
def _told(part: object) -> str:
    """A part of what a claim says, in words that do not hang on the order of a set."""
    return repr(sorted(part)) if isinstance(part, frozenset) else repr(part)


def _said(cards: Sequence[Card], weights: Weights) -> Index:
    """A mark for any two of the rarest terms of what each claim says."""
    terms = np.zeros((len(cards), _TELLING), np.uint64)
    for row, card in zip(terms, cards, strict=True):
        rarest = weights.rarest(card.says, _TELLING)
        row[: len(rarest)] = [_of_word(term) for term in rarest]
    terms.sort()
    ones, others = terms[:, _ONES], terms[:, _OTHERS]
    both = ones != 0
    return Index(mixed(ones * ODD + others)[both], np.nonzero(both)[0])


def _each_with_all(some: Index, others: Index) -> Index:
    """For each mark of a claim among ``some`` one with every mark of the same claim among ``others``, which are sorted."""
    left, right = (np.searchsorted(others.places, some.places, side) for side in ("left", "right"))
    times = right - left
    inside = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
    marks = np.repeat(some.marks, times) + others.marks[np.repeat(left, times) + inside]
    return Index(mixed(marks), np.repeat(some.places, times))


def _named(card: Card, shapes: Shapes) -> Iterator[tuple[str, ...]]:
    """Whom a claim names, in which role: with this any two of its terms are looked up to find claims of its build."""
    match card.kind:
        case "act" | "flow":
            for role, name in enumerate(shapes.slots(card)):
                if name:
                    yield card.kind, str(role), name
        case "tie":
            yield card.kind, *sorted(shapes.slots(card))
        case "statement":
            yield (card.kind,)


def _built(card: Card, shapes: Shapes) -> Iterator[tuple[str, ...]]:
    rarest = shapes.weights.rarest
    match card.kind:
        case "figure":
            yield from _figure(card, shapes.weights)
        case "influence":
            for cause, effect in product(rarest(card.first, 3), rarest(card.second, 3)):
                yield "influence", cause, effect
    yield from shapes.keys(card)


def _figure(card: Card, weights: Weights) -> Iterator[tuple[str, ...]]:
    subject = weights.rarest(card.first, 4)
    around = weights.rarest(card.around, 6)
    for pair in combinations(sorted(subject), 2):
        yield card.unit, *pair
    if len(subject) < 3:
        for word in subject:
            yield card.unit, word
    for pair in combinations(sorted(around[:4]), 2):
        yield card.unit, "", *pair
    bound = card.low if card.low is not None else card.high
    for word in around:
        yield card.unit, "near", "" if bound is None else f"{bound:.2g}", word
