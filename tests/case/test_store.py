"""The store gives back what it was given, and finds claims and documents by their words."""

import sqlite3

import pytest

from sayso.case.build import build
from sayso.case.settings import Case
from sayso.case.store import Store
from sayso.core.errors import CaseFault
from sayso.documents import open_document


def test_a_stored_document_is_the_document(case: Case) -> None:
    build(case)
    with Store(case.database) as store:
        for path in ("report.txt", "wires/wire.md"):
            assert store.document(path) == open_document(case.documents / path, case.documents)


def test_claims_come_back_as_claims(case: Case) -> None:
    build(case)
    with Store(case.database) as store:
        claims = store.claims("report.txt")
        text = store.document("report.txt").text
        assert claims
        assert all(text[one.passage.start : one.passage.end] == one.passage.text for one in claims)


SEARCHES = {
    "freight rates": True,
    "FREIGHT": True,
    "rate freights": True,
    "freight zeppelins": False,
    "zeppelins": False,
    "": False,
    '"': False,
    "a* OR (": False,
}


@pytest.mark.parametrize(("words", "found"), SEARCHES.items())
def test_claims_are_found_by_their_words(case: Case, words: str, found: bool) -> None:
    build(case)
    with Store(case.database) as store:
        hits = store.search(words)
        assert bool(hits) is found
        assert all("freight" in passage.lower() for _, _, passage in hits)


def test_what_is_dropped_is_found_no_more(case: Case) -> None:
    build(case)
    (case.documents / "report.txt").unlink()
    build(case)
    with Store(case.database) as store:
        assert {path for path, _, _ in store.search("freight rates")} <= {"wires/wire.md"}
        assert store._db.execute(
            "SELECT count(*) FROM document_search WHERE document_search MATCH 'idle'"
        ).fetchone() == (0,)
        store._db.execute("INSERT INTO claim_search (claim_search) VALUES ('integrity-check')")
        store._db.execute("INSERT INTO document_search (document_search) VALUES ('integrity-check')")


def _fail_after_dropping(store: Store) -> None:
    with store.changing():
        store.drop("report.txt")
        _ = 1 / 0


def test_a_change_that_fails_leaves_everything_as_it_was(case: Case) -> None:
    build(case)
    with Store(case.database) as store:
        with pytest.raises(ZeroDivisionError):
            _fail_after_dropping(store)
        assert "report.txt" in store.paths()


def test_a_document_that_is_not_there_is_named(case: Case) -> None:
    build(case)
    with Store(case.database) as store, pytest.raises(CaseFault, match=r"'nothing\.txt'"):
        store.document("nothing.txt")


def test_a_database_held_by_another_program_is_said_to_be(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    build(case)
    (case.documents / "report.txt").write_text("Tolls fell by 3 percent.", "utf-8")
    monkeypatch.setattr("sayso.case.store._WAIT_S", 0.05)
    other = sqlite3.connect(case.database, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(CaseFault, match="close the program that holds it"):
        build(case)
    other.execute("ROLLBACK")
    other.close()
    build(case)
