"""Whatever the way a case came to be, its ``out/`` is the one a build from nothing makes."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.case import folder, reading
from sayso.case.build import build
from sayso.case.decisions import FILE as DECISIONS
from sayso.case.decisions import decide, read_decisions, record
from sayso.case.settings import Case, open_case
from sayso.case.store import Store
from sayso.core.decision import Action

TEXTS = (
    "Velmar shipped 40,000 tonnes of grain to Tolland in 2023, the Harbour Board said. Higher tolls reduce grain exports.",
    "According to the Harbour Board, Velmar shipped 52,000 tonnes of grain to Tolland in 2023. Tolls fell by 3 percent.",
    "Velmar denied that it had shipped grain to Tolland. Lower exports raise tolls, said Ines Koval, a spokeswoman for the "
    "Harbour Board.",
    "Koval said that Velmar had shipped grain to Tolland via Norland. The Board of Harbour Districts (BHD) owns the lock.",
    "The BHD accused Velmar of closing the lock on 3 May 2024. Grain exports lower freight rates, which raise tolls.",
    "Nothing of note happened at the quay.",
    "",
)
TOML = (
    'title = "Locks"',
    'title = "Locks"\n[names]\n"Harbour Board" = ["the BHD", "Velmar"]\n[sources]\n"Harbour Board" = "B"',
    'title = "Locks"\n[scenarios.dear]\npress = { "tolls" = 1 }\ndraws = 50\n[variables]\n"tolls" = ["exports"]',
)
NAMES = ("a.txt", "b.txt", "c.md", "in/d.txt")
CHANGES = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(NAMES), st.integers(0, len(TEXTS) - 1)),
    st.tuples(st.just("remove"), st.sampled_from(NAMES), st.just(0)),
    st.tuples(st.just("move"), st.sampled_from(NAMES), st.integers(0, len(NAMES) - 1)),
    st.tuples(st.just("sidecar"), st.sampled_from(NAMES), st.integers(0, 2)),
    st.tuples(st.just("settings"), st.just(""), st.integers(0, len(TOML) - 1)),
    st.tuples(st.sampled_from(["reject", "accept", "negate", "revoke"]), st.just(""), st.integers(0, 9)),
    st.tuples(st.sampled_from(["merge", "split"]), st.just(""), st.integers(0, 9)),
)


def change(case: Case, what: str, name: str, number: int) -> None:
    path, decisions = case.documents / name, case.folder / DECISIONS
    match what:
        case "write":
            path.parent.mkdir(exist_ok=True)
            path.write_text(TEXTS[number], "utf-8")
        case "remove":
            path.unlink(missing_ok=True)
        case "move" if path.is_file():
            (case.documents / NAMES[number]).parent.mkdir(exist_ok=True)
            path.replace(case.documents / NAMES[number])
        case "sidecar" if path.is_file():
            about = ('author = "Ines Koval"', 'publisher = "Harbour Board"\npublished = 2024-01-02', "")[number]
            path.with_name(f"{path.name}.meta.toml").write_text(about, "utf-8")
        case "settings":
            (case.folder / "case.toml").write_text(TOML[number], "utf-8")
        case "revoke":
            for made in read_decisions(decisions).decisions[-1:]:
                record(decisions, decide(Action.REVOKE, "decision", [made.id], who="Ada"))
        case "reject" | "accept" | "negate" | "merge" | "split":
            judge(case, what, number)


def judge(case: Case, what: str, number: int) -> None:
    """A decision about some of the claims as they were last read."""
    with Store(case.database) as store:
        ids = [claim.id for path in store.paths() for claim in store.claims(path)]
    wanted = 2 if what in ("merge", "split") else 1
    chosen = ids[number : number + wanted]
    if len(chosen) < wanted:
        return
    action, fields = (Action.EDIT, {"negated": True}) if what == "negate" else (Action(what), {})
    record(case.folder / DECISIONS, decide(action, "claims", chosen, who="Ada", fields=fields))


def snapshot(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.integers(0, len(TEXTS) - 1), min_size=1, max_size=4),
    st.lists(st.lists(CHANGES, min_size=1, max_size=3), max_size=4),
)
def test_any_road_leads_to_the_same_dossier(
    tmp_path_factory: pytest.TempPathFactory, first: list[int], rounds: list[list[tuple[str, str, int]]]
) -> None:
    place = tmp_path_factory.mktemp("road") / "case"
    folder.init(place, title="Locks")
    for name, number in zip(NAMES, first, strict=False):
        change(open_case(place), "write", name, number)
    built = build(open_case(place))
    for changes in rounds:
        for one in changes:
            change(open_case(place), *one)
        built = build(open_case(place))
    anew = place.with_name("anew")
    shutil.copytree(place, anew, ignore=shutil.ignore_patterns("out", "case.db*"))
    fresh = build(open_case(anew))
    assert snapshot(place / "out") == snapshot(anew / "out")
    assert (built.faults, built.unreadable) == (fresh.faults, fresh.unreadable)


@pytest.mark.parametrize("worth", [1, 1_000_000])
def test_so_do_many_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, worth: int) -> None:
    """Whether they share the reading, or one reads while what did not change is recalled; they share the comparing too."""
    monkeypatch.setattr("sayso.core.hands._WORTH_S", 0.0)
    monkeypatch.setattr(reading, "WORTH_A_WORKER", worth)
    monkeypatch.setattr("sayso.case.build._WORTH_RECALLING", 1)
    monkeypatch.setattr(reading, "_LEAST_CHUNK", 1)
    made = []
    for name, workers in (("one", 1), ("many", 3)):
        folder.init(tmp_path / name, title="Locks")
        case = open_case(tmp_path / name)
        for at, text in enumerate(TEXTS[:4]):
            (case.documents / f"{at}.txt").write_text(text, "utf-8")
        build(case, workers=workers)
        change(case, "write", "a.txt", 4)
        change(case, "write", "b.txt", 2)
        build(case, workers=workers)
        made.append(snapshot(case.out))
    assert made[0] == made[1]
