"""Variables that may be one are proposed, others are not."""

import pytest

from sayso.compile.proposing import merges
from sayso.core.system import Variable


def proposed(*names: str) -> tuple[tuple[str, ...], ...]:
    return merges([Variable(name, None, ()) for name in names])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tamori raids", "Tamoris raids"),
        ("Tamori raids", "raids by the hill-backed Tamori militia"),
        ("Tamori raids", "raids by Chad's Tamoris"),
        ("Tamori raids", "Tamori raids in Chad"),
        ("Kenya's grain exports", "grain exports by Kenya"),
    ],
)
def test_of_one_doer_and_one_head_noun(one: str, other: str) -> None:
    assert [set(group) for group in proposed(one, other)] == [{one, other}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kenya's grain exports", "Kenya's tea exports"),
        ("Kenya's exports to Chad", "Kenya's exports to Norway"),
        ("Kenya's exports", "Chad's exports"),
        ("Kenya's support of farmers", "Kenya's support of miners"),
        ("raids", "Tamori raids"),
        ("floods in Chad", "harvests in Chad"),
    ],
)
def test_of_others_kinds_and_places_apart(one: str, other: str) -> None:
    assert proposed(one, other) == ()
