"""Reading: one document's trouble is its own, and chunks hold every document once."""

import os
import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.case.build import build
from sayso.case.reading import Task, _chunks
from sayso.case.settings import Case, open_case
from sayso.case.store import Store
from sayso.core.errors import LocateFault, UsageFault
from sayso.read.grammar.witness import Grammar
from sayso.read.parse import Parse
from sayso.read.proposal import Reading


@pytest.mark.parametrize("fault", [RecursionError("too deep"), LocateFault("does not stand there")])
def test_a_document_its_reader_fails_on_is_kept_and_named(
    fault: Exception, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(case)
    with Store(case.database) as store:
        whole = store.claims("wires/wire.md")
        text = store.document("report.txt").text
    case.database.unlink()
    reads = Grammar.read

    def failing(grammar: Grammar, parse: Parse) -> Reading:
        if parse.document.path == "report.txt":
            raise fault
        return reads(grammar, parse)

    monkeypatch.setattr(Grammar, "read", failing)
    built = build(case)
    reason = type(fault).__name__
    assert [fault for fault in built.faults if "report.txt" in fault and reason in fault]
    with Store(case.database) as store:
        assert store.claims("report.txt") == []
        assert store.document("report.txt").text == text
        assert store.claims("wires/wire.md") == whole


def test_a_pipeline_that_is_not_installed_stops_the_build(case: Case) -> None:
    (case.folder / "case.toml").write_text('[reader]\npipeline = "absent_pipeline"', "utf-8")
    with pytest.raises(UsageFault, match="absent_pipeline"):
        build(open_case(case.folder))


def test_a_name_that_is_not_utf8_is_reported(case: Case) -> None:
    try:
        with open(os.fsencode(case.documents) + b"/\xff.txt", "wb") as file:  # noqa: PTH123
            file.write(b"Tolls fell by 3 percent.")
    except OSError:
        pytest.skip("this file system takes only names in UTF-8")
    built = build(case)
    assert "\ufffd.txt" in built.unreadable
    assert build(case).documents == 4


@given(st.lists(st.integers(0, 500_000), max_size=40), st.integers(1, 8))
def test_chunks_hold_every_document_once(sizes: list[int], workers: int) -> None:
    tasks = [Task(f"{at}.txt", size, "") for at, size in enumerate(sizes)]
    chunks = _chunks(tasks, workers)
    assert Counter(task.path for chunk in chunks for task in chunk) == Counter(task.path for task in tasks)
    assert all(len(chunk) == 1 or sum(task.size for task in chunk) <= 400_000 for chunk in chunks if chunk)


def test_reading_plain_text_loads_no_libraries_for_anything_else() -> None:
    """Every build waits for what is loaded before the first document is read."""
    others = ("typer", "requests", "markdown_it", "pypdfium2", "docx", "lxml", "charset_normalizer")
    script = (
        f"import sys, sayso.case.build, sayso.read.reader; print(*(name for name in {others} if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not done.stdout.split()
