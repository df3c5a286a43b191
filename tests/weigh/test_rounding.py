"""Whether two values may be one, by how they are written."""

import pytest

from sayso.core.claim import Figure
from sayso.core.passage import Span


def _counted(shelf, path: str, number: str, *, rough: bool) -> None:
    written = f"{number} tonnes"
    sentence = f"The Oro mine gave {written} of copper."
    value = float(number.replace(",", ""))
    span = Span(18, 18 + len(written), written)
    shelf.doc(path).say(sentence, Figure(span, "copper of the Oro mine", value, value, "t", rough), by=f"{path} office")


@pytest.mark.parametrize(
    ("one", "other", "rough", "meet"),
    [
        ("15,400", "15,700", False, False),
        ("15,400", "15,000", False, True),
        ("15,700", "15,000", False, False),
        ("15,700", "15,000", True, True),
        ("40", "41", False, False),
        ("112", "113", False, False),
        ("3.0", "3.2", False, False),
        ("3", "3.2", False, True),
        ("9,000", "11,000", True, False),
    ],
)
@pytest.mark.parametrize("paths", ["ab", "ba"])
def test_the_rougher_value_may_stand_for_the_finer(
    shelf, one: str, other: str, rough: bool, meet: bool, paths: str
) -> None:
    _counted(shelf, paths[0], one, rough=False)
    _counted(shelf, paths[1], other, rough=rough)
    assert shelf.against() == ([] if meet else ["figure"])
    assert any(len(finding.documents) == 2 for finding in shelf.weighed().findings) == meet


@pytest.mark.parametrize(
    ("words", "bounds", "exact", "meet"),
    [
        ("dozens", (24, 99), 16, True),
        ("dozens", (24, 99), 130, True),
        ("dozens", (24, 99), 3, False),
        ("dozens", (24, 99), 900, False),
        ("hundreds", (200, 999), 150, True),
        ("hundreds", (200, 999), 40, False),
        ("thousands", (2000, None), 1400, True),
        ("thousands", (2000, None), 300, False),
    ],
)
def test_a_vague_count_contradicts_what_it_could_never_mean(
    shelf, words: str, bounds: tuple[float, float | None], exact: int, meet: bool
) -> None:
    vague = Figure(Span(0, len(words), words), "people killed by flood", *bounds, "person", True)
    shelf.doc("a").say(f"The flood at Tarvo killed {words} of people.", vague, by="Ann Bode")
    shelf.doc("b").count(
        f"The flood at Tarvo killed {exact} people.", "people killed by flood", exact, "person", by="Red Cross"
    )
    assert shelf.against() == ([] if meet else ["figure"])
