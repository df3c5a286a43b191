"""The weighing on planted cases, where the answer is known: the targets of the product, on claims read without fault."""

import random

import pytest

from planted_cases import cases
from sayso.weigh import prepare, weigh
from weigh import by_hand, planted


@pytest.fixture(scope="module")
def tally():
    return planted(220, seed=11, read=False)


def test_the_number_of_independent_origins_is_right(tally) -> None:
    assert tally.right / tally.sides >= 0.93


def test_contradictions_are_found_and_are_real(tally) -> None:
    assert tally.contradictions > 100
    assert tally.hits / tally.contradictions >= 0.95
    assert tally.hits / (tally.hits + tally.false) >= 0.95


def test_no_echo_is_called_corroborated(tally) -> None:
    assert tally.falsely_corroborated == 0


def test_no_echo_written_by_hand_is_called_corroborated() -> None:
    tally = by_hand("cases")
    assert tally.falsely_corroborated == 0
    assert tally.sides == 39
    assert tally.right >= 32


def test_the_order_of_documents_and_claims_changes_nothing() -> None:
    for case in cases(12, seed=3):
        straight = weigh(case.claims, case.documents)
        shuffled = random.Random(case.seed)
        claims, documents = list(case.claims), list(case.documents)
        shuffled.shuffle(claims)
        shuffled.shuffle(documents)
        assert weigh(claims, documents) == straight


def test_what_was_prepared_before_gives_the_same() -> None:
    for case in cases(6, seed=4):
        kept = {
            document.path: prepare([claim for claim in case.claims if claim.document == document.path], document)
            for document in case.documents
        }
        assert weigh(case.claims, case.documents, prepared=kept) == weigh(case.claims, case.documents)


def test_every_claim_is_in_a_finding_or_against_one() -> None:
    for case in cases(40, seed=5):
        weighed = weigh(case.claims, case.documents)
        placed = [id_ for finding in weighed.findings for id_ in finding.claims]
        assert len(placed) == len(set(placed))
        against = {id_ for finding in weighed.findings for id_ in finding.against}
        assert {claim.id for claim in case.claims} == set(placed) | against
