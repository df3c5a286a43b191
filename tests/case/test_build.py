"""Building: same bytes however it is done, only what changed is read, what cannot be read is reported."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from sayso.case import reading
from sayso.case.build import Progress, build
from sayso.case.settings import Case, open_case
from sayso.case.store import Store
from sayso.core.errors import CaseFault, LocateFault
from sayso.core.record import ATTRIBUTION_FIELDS, CLAIM_FIELDS, DOCUMENT_FIELDS


def snapshot(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def records(case: Case, name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (case.out / "data" / f"{name}.jsonl").read_text("utf-8").splitlines()]


def test_a_build_writes_records_and_pages(case: Case) -> None:
    seen: list[Progress] = []
    built = build(case, progress=seen.append)
    documents, claims = records(case, "documents"), records(case, "claims")
    assert [one["path"] for one in documents] == ["broken.pdf", "report.txt", "wires/wire.md"]
    assert all(tuple(one) == DOCUMENT_FIELDS for one in documents)
    assert claims
    assert all(set(one) == CLAIM_FIELDS[str(one["kind"])] for one in claims)
    assert all(set(one) == ATTRIBUTION_FIELDS for one in records(case, "attributions"))
    order = [(one["document"], one["start"], one["end"]) for one in claims]
    assert order == sorted(order)  # type: ignore[type-var]
    assert (built.documents, built.claims, built.read) == (3, len(claims), 3)
    assert built.index.is_file()
    assert len(list((case.out / "documents").iterdir())) == 3
    assert (seen[-1].documents, seen[-1].of, seen[-1].words) == (3, 3, built.words)


def test_every_passage_stands_in_the_stored_text(case: Case) -> None:
    build(case)
    with Store(case.database) as store:
        for claim in records(case, "claims"):
            text = store.document(str(claim["document"])).text
            assert text[claim["start"] : claim["end"]] == claim["text"]  # type: ignore[misc]


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_built(case: Case) -> None:
    built = build(case)
    assert built.unreadable == ("broken.pdf",)
    assert any(fault.startswith("broken.pdf") for fault in built.faults)
    (broken, *rest) = records(case, "documents")
    assert broken["faults"]
    assert broken["characters"] == 0
    assert {claim["document"] for claim in records(case, "claims")} == {one["path"] for one in rest}
    assert "broken.pdf" in (case.out / "index.html").read_text("utf-8")


def test_workers_change_nothing(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        text = f"Port {number} shipped {number + 2},000 crates. The Board said that storms delay ships.\n"
        (case.documents / f"extra-{number}.txt").write_text(text, "utf-8")
    build(case, workers=1)
    alone = snapshot(case.out)
    case.database.unlink()
    monkeypatch.setattr(reading, "WORTH_A_WORKER", 1)
    monkeypatch.setattr(reading, "_LEAST_CHUNK", 1)
    build(case, workers=3)
    assert snapshot(case.out) == alone


def test_nothing_changed_reads_nothing_and_touches_no_file(case: Case) -> None:
    build(case)
    before = {path: path.stat().st_mtime_ns for path in case.out.rglob("*")}
    assert build(case).read == 0
    assert {path: path.stat().st_mtime_ns for path in case.out.rglob("*")} == before


CHANGES = {
    "a document": lambda case: (case.documents / "report.txt").write_text("Tolls fell by 3 percent in 2024.", "utf-8"),
    "a sidecar": lambda case: (case.documents / "report.txt.meta.toml").write_text('author = "A. Person"', "utf-8"),
    "a sidecar gone": lambda case: (case.documents / "wires/wire.md.meta.toml").unlink(),
    "a document more": lambda case: (case.documents / "new.txt").write_text("Rain raises the river.", "utf-8"),
    "a document gone": lambda case: (case.documents / "wires/wire.md").unlink(),
    "a document moved": lambda case: (case.documents / "wires/wire.md").rename(case.documents / "wire.md"),
    "a document mended": lambda case: (case.documents / "broken.pdf").rename(case.documents / "broken.pdf.tmp.gz"),
    "the title": lambda case: (case.folder / "case.toml").write_text('title = "Another"', "utf-8"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_rebuild_equals_a_fresh_build(case: Case, what: str) -> None:
    build(case)
    CHANGES[what](case)
    changed = open_case(case.folder)
    assert build(changed).read <= 1
    rebuilt = snapshot(case.out)
    case.database.unlink()
    for path in sorted(case.out.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    build(changed)
    assert snapshot(case.out) == rebuilt


def test_what_a_build_did_not_write_leaves_its_folders_only(case: Case) -> None:
    build(case)
    names = ("documents/old.html", "data/.claims.jsonl.sayso-tmp", "old.html", ".index.html.sayso-tmp", "mine.csv")
    stray = [case.out / name for name in names]
    for path in stray:
        path.write_text("left over", "utf-8")
    build(case)
    assert [path.exists() for path in stray] == [False, False, False, False, True]


def test_a_file_of_out_that_was_changed_is_written_again(case: Case) -> None:
    build(case)
    before = snapshot(case.out)
    for name in ("claims.jsonl", "system.json"):
        (case.out / "data" / name).write_text("not what it was", "utf-8")
    build(case)
    assert snapshot(case.out) == before


@pytest.mark.parametrize("content", [b"", bytes(200)])
def test_an_empty_database_is_made_again(case: Case, content: bytes) -> None:
    build(case)
    before = snapshot(case.out)
    case.database.write_bytes(content)
    assert build(case).read == 3
    assert snapshot(case.out) == before


def test_a_file_that_sayso_did_not_make_is_left_alone(case: Case) -> None:
    case.database.write_text("Notes on the case, kept here by mistake.")
    with pytest.raises(CaseFault, match="was not made by sayso"):
        build(case)
    case.database.unlink()
    with closing(sqlite3.connect(case.database)) as db:
        db.execute("CREATE TABLE birds (name TEXT)")
    with pytest.raises(CaseFault, match="was not made by sayso"):
        build(case)
    with closing(sqlite3.connect(case.database)) as db:
        assert db.execute("SELECT * FROM birds").fetchall() == []


def test_a_database_of_another_version_is_made_again(case: Case) -> None:
    build(case)
    before = snapshot(case.out)
    for version in ("PRAGMA user_version = 5", "PRAGMA user_version = 5; PRAGMA application_id = 0"):
        with closing(sqlite3.connect(case.database)) as db:
            db.executescript(version)
        assert build(case).read == 3
        assert snapshot(case.out) == before


def test_a_database_damaged_within_is_made_again(case: Case) -> None:
    build(case)
    before = snapshot(case.out)
    damaged = bytearray(case.database.read_bytes())
    damaged[4096:] = b"\xff" * (len(damaged) - 4096)
    case.database.write_bytes(damaged)
    build(case)
    assert snapshot(case.out) == before


def test_a_claim_whose_words_moved_stops_the_build(case: Case) -> None:
    build(case)
    with Store(case.database) as store, store.changing():
        store._db.execute("UPDATE claims SET start = start + 1, end_exclusive = end_exclusive + 1")
    with pytest.raises(LocateFault, match=r"does not stand in the document"):
        build(case)


def test_a_fault_of_many_documents_is_told_once(case: Case) -> None:
    for number in range(7):
        (case.documents / f"left-{number}.txt").write_text(f"\u202eHall {number}\u202c was shut in May.", "utf-8")
    (told,) = (fault for fault in build(case).faults if "overrides" in fault)
    assert told.startswith("left-0.txt and 6 more: ")


def test_a_document_that_goes_while_the_build_starts_is_reported(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(path: Path, reader: str) -> str:
        if path.name == "report.txt":
            path.unlink()
        return reader

    monkeypatch.setattr("sayso.case.build.document_key", gone)
    assert "report.txt" in build(case).unreadable


def test_a_case_without_documents_folder_says_what_to_do(case: Case, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "case.toml").write_text('title = "Bare"', "utf-8")
    with pytest.raises(CaseFault, match="sayso add"):
        build(open_case(tmp_path / "bare"))


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGINT, 130)])
def test_a_build_killed_at_work_loses_nothing_that_was_there(case: Case, sent: signal.Signals, code: int) -> None:
    build(case)
    for number in range(60):
        text = "\n\n".join(f"Quay {number} took {place},500 tonnes, the Board said." for place in range(2, 60))
        (case.documents / f"quay-{number:02}.txt").write_text(text, "utf-8")
    command = [sys.executable, "-m", "sayso", "build", str(case.folder), "--workers", "2"]
    process = subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    time.sleep(2.5)  # whatever it is doing by then, the outcome must hold
    os.killpg(process.pid, sent)
    assert process.wait(20) in (code, -sent, 0, 1)
    for path in case.out.rglob("*.jsonl"):
        assert all(json.loads(line) for line in path.read_text("utf-8").splitlines())
    with Store(case.database) as store:
        assert "report.txt" in store.paths()


_BREAKS_OFF = """
from sayso.case.reading import _pool
if __name__ == "__main__":
    with _pool(1) as pool:
        pool.submit(bytes, 200_000_000)
        pool._result_queue._reader.poll(None)
        raise KeyboardInterrupt
"""


def test_a_build_broken_off_while_a_worker_sends_its_result_ends(tmp_path: Path) -> None:
    script = tmp_path / "breaks_off.py"
    script.write_text(_BREAKS_OFF, "utf-8")
    process = subprocess.Popen([sys.executable, str(script)], stderr=subprocess.PIPE, start_new_session=True)
    try:
        assert b"KeyboardInterrupt" in process.communicate(timeout=120)[1]
    finally:
        os.killpg(process.pid, signal.SIGKILL) if process.poll() is None else None


def test_what_follows_is_worked_out_again_only_when_something_it_hangs_on_changed(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(case)
    before = snapshot(case.out)
    with monkeypatch.context() as stopped:
        stopped.delattr("sayso.case.analysis.analyse")
        build(case)
        assert snapshot(case.out) == before
        for change in ("the title", "a document gone"):
            CHANGES[change](case)
            with pytest.raises(ImportError):
                build(open_case(case.folder))


@pytest.mark.parametrize("name", ["data/findings.jsonl", "findings.html", "index.html", "data/claims.jsonl"])
def test_a_file_of_out_that_is_gone_is_written_again(case: Case, name: str) -> None:
    build(case)
    before = snapshot(case.out)
    (case.out / name).unlink()
    assert build(case).read == 0
    assert snapshot(case.out) == before
