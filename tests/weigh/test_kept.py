"""A document's preparation comes back from its text as it was, and weighs the same."""

import json

import pytest

from planted_cases import cases
from sayso.core.claim import Figure
from sayso.core.passage import Span
from sayso.weigh import prepare, read_prepared, weigh, written


def _prepared(case):
    return {
        document.path: prepare([claim for claim in case.claims if claim.document == document.path], document)
        for document in case.documents
    }


def test_what_was_written_is_read_back_and_weighs_the_same() -> None:
    for case in cases(8, seed=9):
        made = _prepared(case)
        kept = {path: read_prepared(written(one), path) for path, one in made.items()}
        assert kept == made
        assert weigh(case.claims, case.documents, prepared=kept) == weigh(case.claims, case.documents)


def test_an_infinite_bound_is_no_bound(shelf) -> None:
    text = "More than 40 barges sank."
    shelf.doc("a").say(text, Figure(Span(10, 12, "40"), "barges", 40.0, float("inf"), "barge", False))
    documents = list(shelf.documents)
    card = read_prepared(written(prepare(shelf.claims, documents[0])), "a").cards[0]
    assert (card.low, card.high) == (40.0, None)


@pytest.mark.parametrize(
    "spoil", [lambda row: row.pop(), lambda row: row.append(1), lambda row: row.__setitem__(2, 99)]
)
def test_a_card_of_another_make_is_refused(spoil) -> None:
    case = next(iter(cases(1, seed=9)))
    one = next(one for one in _prepared(case).values() if one.cards)
    record = json.loads(written(one))
    spoil(record["cards"][0])
    with pytest.raises((ValueError, KeyError, IndexError, TypeError)):
        read_prepared(json.dumps(record), one.path)
