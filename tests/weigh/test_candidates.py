"""Which claims are compared, against a plain count of all pairs."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.weigh.candidates import Index, across, beside, once

SIZE = 30
ROWS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, SIZE - 1)), max_size=60)


def index(rows):
    return Index(np.array([mark for mark, _ in rows], np.uint64), np.array([at for _, at in rows], np.int64))


def pairs(codes):
    return [divmod(int(code), SIZE) for code in codes]


@given(ROWS, st.permutations(range(SIZE)))
def test_neighbours_under_a_mark(rows, order) -> None:
    wanted = set()
    for mark in {mark for mark, _ in rows}:
        under = sorted((at for one, at in rows if one == mark), key=lambda at: order[at])
        wanted |= {
            tuple(sorted((a, b))) for here, a in enumerate(under) for b in under[max(0, here - 8) : here] if a != b
        }
    assert pairs(beside(index(rows), np.array(order), SIZE)) == sorted(wanted)


@given(ROWS, ROWS, st.sampled_from([None, 2]))
def test_some_with_others_under_a_mark(some, others, most) -> None:
    wanted = set()
    for mark in {mark for mark, _ in some}:
        mine, theirs = (sorted(at for one, at in rows if one == mark) for rows in (some, others))
        wanted |= {tuple(sorted((a, b))) for a in mine[:8] for b in theirs[:most] if a != b}
    assert pairs(across(index(some), index(others), SIZE, most)) == sorted(wanted)


def test_no_claims_make_no_pairs() -> None:
    assert not len(once([beside(index([]), np.arange(0), 0), across(index([]), index([]), 0)]))
