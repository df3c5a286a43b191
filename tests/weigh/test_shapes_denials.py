"""Whether what one claim denies is what another says."""

import pytest

from sayso.core.claim import Modality

RAISED = "Orlov denied that the dam at Oro had been raised"


@pytest.mark.parametrize(
    ("denial", "claim", "against"),
    [
        (f"{RAISED}.", "The dam at Oro had been raised twice by Orlov.", True),
        (f"{RAISED}.", "The report was false and the dam at Oro had not been raised by Orlov.", False),
        (f"{RAISED} without a permit.", "The dam at Oro had been raised twice by Orlov.", False),
        (f"{RAISED} without a permit.", "Orlov had raised the dam at Oro, and had no permit.", True),
        (f"{RAISED} illegally.", "The dam at Oro had been raised twice by Orlov.", False),
        (f"{RAISED} illegally.", "The dam at Oro had been raised illegally by Orlov.", True),
    ],
)
def test_who_denies_how_a_thing_was_done_does_not_deny_it(shelf, denial: str, claim: str, against: bool) -> None:
    shelf.doc("a").say(denial, by="Orlov", modality=Modality.DENIED, negated=True)
    shelf.doc("b").say(claim, by="Ann Bode")
    assert shelf.against() == ["denial"] * against
