"""The analyst's decisions win, and none is lost in silence."""

from typing import Any

import pytest

from sayso.core.claim import Claim, Figure, When
from sayso.core.decision import Action, Decision
from sayso.core.finding import Verdict
from sayso.core.passage import Span
from sayso.weigh.decisions import amended


def decision(action: Action, about: Any, *targets: str, **more: Any) -> Decision:
    return Decision(
        f"{action.value}-{'-'.join(targets)}", action, about, targets, "Ada", "2025-01-01T00:00:00+00:00", **more
    )


def two(shelf) -> tuple[str, str]:
    subject = "bales burnt in the fire at the mill of Caro"
    first = shelf.doc("one").count("The fire at the mill of Caro burnt 40 bales.", subject, 40, "bale", by="Mayor")
    second = shelf.doc("two").count("The fire at the mill of Caro burnt 90 bales.", subject, 90, "bale", by="Police")
    return first, second


def test_a_rejected_claim_is_not_weighed(shelf) -> None:
    first, second = two(shelf)
    weighed = shelf.weighed(decisions=(decision(Action.REJECT, "claims", second),))
    assert [finding.claims for finding in weighed.findings] == [(first,)]
    assert not weighed.contradictions
    assert weighed.rejected == (second,)


def test_a_revoked_rejection_counts_no_more(shelf) -> None:
    _, second = two(shelf)
    rejection = decision(Action.REJECT, "claims", second)
    weighed = shelf.weighed(decisions=(rejection, decision(Action.REVOKE, "decision", rejection.id)))
    assert len(weighed.contradictions) == 1


def test_an_edited_claim_is_weighed_as_corrected(shelf) -> None:
    _, second = two(shelf)
    weighed = shelf.weighed(
        decisions=(decision(Action.EDIT, "claims", second, fields=(("high", 40.0), ("low", 40.0))),)
    )
    (finding,) = weighed.findings
    assert finding.verdict is Verdict.CORROBORATED


def test_an_edit_of_a_field_that_is_not_there_is_reported(shelf) -> None:
    _, second = two(shelf)
    weighed = shelf.weighed(decisions=(decision(Action.EDIT, "claims", second, fields=(("sign", "+"),)),))
    assert "no field 'sign'" in weighed.faults[0]


@pytest.mark.parametrize(
    "fields",
    [
        {"low": "forty"},
        {"low": True},
        {"low": 91.0},
        {"subject": None},
        {"unit": 3},
        {"negated": "no"},
        {"modality": "certain"},
        {"when_start": "tomorrow"},
        {"when_start": "2024-13"},
        {"when_end": 2024},
        {"when_start": "2024-05", "when_end": "2023"},
    ],
)
def test_an_edit_to_what_a_field_cannot_hold_is_reported_and_left_out(shelf, fields: dict[str, Any]) -> None:
    _, second = two(shelf)
    before = shelf.weighed()
    edit = decision(Action.EDIT, "claims", second, fields=tuple(fields.items()))
    weighed = shelf.weighed(decisions=(edit,))
    assert weighed.findings == before.findings
    (fault,) = weighed.faults
    assert any(name in fault for name in fields)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2024-05-03", "2024-05-03", "2024-05-03"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        (None, None, None),
    ],
)
def test_a_month_or_year_may_stand_for_a_date(written: str | None, start: str | None, end: str | None) -> None:
    claim = Claim("a", "one.txt", Span(0, 3, "Ten"), Figure(Span(0, 3, "Ten"), "mills", 10.0, 10.0, "mill"))
    assert amended(claim, {"when_start": written, "when_end": written}).when == When(start, end)


def test_a_decision_whose_claim_is_gone_is_reported(shelf) -> None:
    two(shelf)
    weighed = shelf.weighed(decisions=(decision(Action.ACCEPT, "claims", "gone"),))
    assert len(weighed.faults) == 1
    assert "claim gone" in weighed.faults[0]


def test_names_are_merged_and_split(shelf) -> None:
    shelf.doc("one").say("Rebels seized the port of Lum.", by="The Bureau")
    shelf.doc("two").say("The port of Lum was seized by rebels.", by="Office of Harbours")
    assert shelf.weighed().findings[0].verdict is Verdict.CORROBORATED
    merged = shelf.weighed(decisions=(decision(Action.MERGE, "names", "Office of Harbours", "The Bureau"),))
    assert merged.findings[0].origins == ("Office of Harbours",)
    assert shelf.weighed(names={"Office of Harbours": ("The Bureau",)}).findings == merged.findings


def test_a_split_keeps_a_surname_apart(shelf) -> None:
    shelf.doc("one").say("Rebels seized the port of Lum.", by="Rosa Lind")
    shelf.doc("two").say("The port of Lum was seized by rebels.", by="Lind")
    assert shelf.weighed().findings[0].verdict is Verdict.ECHOED
    split = shelf.weighed(decisions=(decision(Action.SPLIT, "names", "Rosa Lind", "Lind"),))
    assert split.findings[0].verdict is Verdict.CORROBORATED


def test_claims_are_brought_together_and_kept_apart(shelf) -> None:
    one = shelf.doc("one").say("Rebels seized the port of Lum.", by="Mayor")
    other = shelf.doc("two").say("Insurgents now hold the harbour.", by="Police")
    assert len(shelf.weighed().findings) == 2
    assert len(shelf.weighed(decisions=(decision(Action.MERGE, "claims", one, other),)).findings) == 1
    twin = shelf.doc("three").say("The port of Lum was seized by rebels.", by="Police")
    assert len(shelf.weighed().findings) == 2
    assert len(shelf.weighed(decisions=(decision(Action.SPLIT, "claims", one, twin),)).findings) == 3


@pytest.mark.parametrize(
    ("action", "targets", "unborne"),
    [
        (Action.MERGE, ("Town of Caro", "Mayor", "Polize"), ["Polize"]),  # the first name may be new
        (Action.MERGE, ("Mayor", "Police"), []),
        (Action.SPLIT, ("Mayor", "Town of Caro"), ["Town of Caro"]),
    ],
)
def test_a_decision_about_a_name_that_nobody_bears_is_reported(
    shelf, action: Action, targets: tuple[str, ...], unborne: list[str]
) -> None:
    two(shelf)
    faults = shelf.weighed(decisions=(decision(action, "names", *targets),)).faults
    assert [fault.split("'")[1] for fault in faults] == unborne
