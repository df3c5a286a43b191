"""One and many."""

import pytest

from sayso.lexicon.nouns import singular


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("harvests", "harvest"), ("subsidies", "subsidy"), ("ties", "tie"), ("witnesses", "witness"), ("churches", "church"),
        ("boxes", "box"), ("prices", "price"), ("virus", "virus"), ("crisis", "crisis"), ("press", "press"), ("gas", "gas"),
    ],
)  # fmt: skip
def test_a_regular_plural_has_its_singular_and_a_singular_is_left(many: str, one: str) -> None:
    assert singular(many) == one
    assert singular(one) == one
