from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.case.build import build
from sayso.case.decisions import FILE, decide, read_decisions, record, take
from sayso.case.settings import Case
from sayso.core.decision import Action, standing
from sayso.core.errors import UsageFault


def test_what_is_recorded_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    made = [
        decide(Action.ACCEPT, "claims", ["a1"], who="Ada"),
        decide(
            Action.EDIT, "claims", ["b2"], who="Ada", note="a slip", fields={"low": 3.5, "negated": True, "unit": None}
        ),
        decide(Action.MERGE, "names", ["Ministry of Ärger", "Ärger"], who="Bo"),
    ]
    for decision in made:
        record(path, decision)
    assert read_decisions(path).decisions == tuple(made)
    assert read_decisions(path).faults == ()


def test_a_file_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "none.jsonl").decisions == ()


@pytest.mark.parametrize("cut", [1, 2, 20, 80])
def test_a_torn_last_line_is_reported_and_loses_nothing_else(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "decisions.jsonl"
    first = decide(Action.REJECT, "claims", ["a1"], who="Ada")
    record(path, first)
    whole = path.read_bytes()
    record(path, decide(Action.REJECT, "claims", ["b2"], who="Ada"))
    path.write_bytes(path.read_bytes()[:-cut] if cut > 1 else whole + b'{"id"')
    found = read_decisions(path)
    assert found.decisions == (first,)
    assert len(found.faults) == 1
    assert "torn" in found.faults[0]
    after = decide(Action.ACCEPT, "claims", ["c3"], who="Ada")
    record(path, after)
    assert read_decisions(path).decisions == (first, after)
    assert len(read_decisions(path).faults) == 1


@given(st.integers(min_value=0, max_value=600))
def test_cut_anywhere_the_decisions_before_the_cut_stand(tmp_path_factory: pytest.TempPathFactory, cut: int) -> None:
    path = tmp_path_factory.mktemp("case") / "decisions.jsonl"
    made = [decide(Action.ACCEPT, "claims", [f"claim {at}"], who="Ada") for at in range(3)]
    ends = []
    for decision in made:
        record(path, decision)
        ends.append(path.stat().st_size)
    path.write_bytes(path.read_bytes()[:cut])
    whole = sum(end - 1 <= cut for end in ends)  # a line that lacks only its end is still whole
    assert read_decisions(path).decisions == tuple(made[:whole])


def test_a_revoked_decision_no_longer_stands_but_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    first = decide(Action.REJECT, "claims", ["a1"], who="Ada")
    record(path, first)
    back = decide(Action.REVOKE, "decision", [first.id], who="Bo")
    again = decide(Action.REVOKE, "decision", [back.id], who="Ada")
    record(path, back)
    record(path, again)
    everything = read_decisions(path).decisions
    assert everything == (first, back, again)
    assert standing(everything) == (first,)
    assert standing(everything[:2]) == ()


@pytest.mark.parametrize(
    ("action", "about", "fault"),
    [(Action.REVOKE, "decision", "no decision x; .* holds none"), (Action.REJECT, "claims", "no claim x; .*--ids")],
)
def test_a_decision_about_what_is_not_there_is_refused(case: Case, action: Action, about: str, fault: str) -> None:
    build(case)
    with pytest.raises(UsageFault, match=fault):
        take(case, decide(action, about, ["x"], who="Ada"))
    assert read_decisions(case.folder / FILE).decisions == ()


@pytest.mark.parametrize(
    ("action", "targets", "fields"),
    [
        (Action.MERGE, ["one"], {}),
        (Action.EDIT, ["a1"], {}),
        (Action.ACCEPT, [], {}),
        (Action.EDIT, ["a1"], {"low": [1]}),
        (Action.EDIT, ["a1"], {"unit": "\ud800"}),
        (Action.ACCEPT, ["\ud800"], {}),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(
    action: Action, targets: list[str], fields: dict[str, object]
) -> None:
    with pytest.raises(UsageFault):
        decide(action, "claims", targets, who="Ada", fields=fields)


@pytest.mark.parametrize(
    "line",
    [
        "[]",
        "{}",
        "nonsense",
        '{"id":"x","action":"bless","about":"claims","targets":["a"],"who":"A","when":"now"}',
        '"\\ud800"',
        "[" * 5_000,
    ],
)
def test_a_damaged_line_is_reported_by_number(tmp_path: Path, line: str) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text(line + "\n")
    kept = decide(Action.ACCEPT, "claims", ["a1"], who="Ada")
    record(path, kept)
    found = read_decisions(path)
    assert found.decisions == (kept,)
    assert "line 1" in found.faults[0]
