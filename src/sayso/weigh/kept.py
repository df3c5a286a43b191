"""A document's preparation as text and back, so that only what changed is prepared again. JSON, not pickle: it is kept in a
file that may come from somebody else.

Invariant: ``read_prepared(written(p), p.path) == p``. Terms, sets and sequences of terms are written once each, and cards
refer to them by number, since the claims of one passage share most of what they say.
"""

import json
from collections import Counter
from dataclasses import fields
from math import isinf
from operator import attrgetter, itemgetter
from types import GenericAlias
from typing import Any, get_type_hints

import msgspec

from sayso.weigh.card import Card
from sayso.weigh.memory import digest
from sayso.weigh.prepared import Prepared
from sayso.weigh.terms import Bag, bag

_BAGS = [field.name for field in fields(Card) if field.type == Bag]
_APART = ("document", "order", "modality", "degree", "low", "high")
_PLAIN = [field.name for field in fields(Card) if field.name not in (*_APART, *_BAGS)]
_bags_of, _plain_of = attrgetter(*_BAGS), attrgetter(*_PLAIN)
_WRITTEN = [*_PLAIN, *_BAGS, *_APART]
_in_order = itemgetter(*(_WRITTEN.index(field.name) for field in fields(Card)))
_TYPES = get_type_hints(Card)
# A card as it is written: what is plain, the numbers of its sets of terms, that of its sequence of terms, and the rest.
_Plain = GenericAlias(tuple, tuple(_TYPES[name] for name in _PLAIN))
_Row: Any = GenericAlias(tuple, (_Plain, list[int], int, *(_TYPES[name] for name in _APART[2:])))
_OWN = ("speaker", "house", "published", "first_hand", "acronyms", "speaks_for")


class _Record(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """A preparation as it is written: terms, sets and sequences of terms by their numbers."""

    speaker: str
    house: tuple[str, ...]
    published: str | None
    first_hand: list[int]
    acronyms: list[tuple[str, str]]
    speaks_for: list[tuple[str, str]]
    cards: list[_Row]
    sentences: list[int]
    proper: int
    counts: list[tuple[int, int]]
    orders: list[list[int]]
    bags: list[list[int]]
    wordings: list[str]
    terms: list[str]


_decode = msgspec.json.Decoder(_Record).decode


class _Numbers:
    """Gives each value a number, in order of their coming."""

    def __init__(self) -> None:
        self.of: dict[Any, int] = {}

    def __call__(self, value: Any) -> int:
        return self.of.setdefault(value, len(self.of))


def written(one: Prepared) -> str:
    """The preparation as one line of JSON."""
    word, bag, order = _Numbers(), _Numbers(), _Numbers()
    cards = [
        [
            _plain_of(card),
            [bag(terms) for terms in _bags_of(card)],
            order(card.order),
            card.modality.value,
            sorted(card.degree),
            _bound(card.low),
            _bound(card.high),
        ]
        for card in one.cards
    ]
    record = {
        **{name: getattr(one, name) for name in _OWN},
        "cards": cards,
        "sentences": [bag(terms) for terms in one.sentences],
        "proper": bag(one.proper),
        "counts": [[word(term), count] for term, count in sorted(one.counts.items())],
        "orders": [[word(term) for term in terms] for terms in order.of],
        "bags": [[word(term) for term in sorted(terms)] for terms in bag.of],
        "wordings": sorted(_wordings(one)),
        "terms": list(_told(one, word).of),
    }
    return json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _wordings(one: Prepared) -> set[str]:
    """Every wording in a document that stands for a name."""
    found = {one.speaker, *one.house, *(name for pair in one.speaks_for for name in pair)}
    for card in one.cards:
        found.update(filter(None, card.slots), card.hints, (name for chain in card.chains for name, _ in chain))
    return found


def _told(one: Prepared, word: _Numbers) -> _Numbers:
    """Numbers the terms of what stands for a claim and of the names it goes by too, so that all terms are told."""
    for wording in sorted({card.words for card in one.cards} | _wordings(one)):
        for term in sorted(bag(wording)):
            word(term)
    return word


def _bound(value: float | None) -> float | None:
    """JSON knows no infinity; an infinite bound is no bound."""
    return None if value is None or isinf(value) else value


def read_prepared(text: str, path: str) -> Prepared:
    """The preparation of the document at ``path``. Raises ``msgspec.DecodeError`` or ``IndexError`` for what :func:`written` did
    not write."""
    record = _decode(text)
    term = record.terms.__getitem__
    bags = [frozenset(map(term, places)) for places in record.bags]
    orders = [tuple(map(term, places)) for places in record.orders]
    return Prepared(
        path=path,
        **{name: getattr(record, name) for name in _OWN},
        cards=[_card(row, path, bags, orders) for row in record.cards],
        sentences=[bags[at] for at in record.sentences],
        counts=Counter({term(at): count for at, count in record.counts}),
        proper=bags[record.proper],
        mark=digest(path.encode("utf-8", "surrogatepass"), text.encode("utf-8", "surrogatepass")),
        vocabulary=record.terms,
        wordings=record.wordings,
    )


def _card(row: tuple[Any, ...], path: str, bags: list[Bag], orders: list[tuple[str, ...]]) -> Card:
    plain, places, order, *rest = row
    return Card(*_in_order((*plain, *map(bags.__getitem__, places), path, orders[order], *rest)))
