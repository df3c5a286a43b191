"""The database page says what the schema says, and the queries on it run."""

import re
import sqlite3
from pathlib import Path

import pytest

from sayso.case.build import build
from sayso.case.settings import Case
from sayso.case.tables import describe

PAGE = Path(__file__).parents[2] / "docs" / "database.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == describe(), "run: python -m sayso.case.tables > docs/database.md"


def test_every_table_and_column_is_described(case: Case) -> None:
    build(case)
    page = PAGE.read_text("utf-8")
    with sqlite3.connect(case.database) as db:
        tables = db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '*_search_*' AND name NOT GLOB 'sqlite_*'"
        ).fetchall()
        for (table,) in tables:
            _, _, rest = page.partition(f"\n## {table}\n")
            section = rest.partition("\n## ")[0]
            assert section, table
            if table.endswith("_search"):
                continue
            columns = {name for _, name, *_ in db.execute(f"PRAGMA table_info({table})")}
            assert columns == set(re.findall(r"^\| `(\w+)` \|", section, re.M))
    db.close()


QUERIES = re.findall(r"```sql\n(.*?)```", PAGE.read_text("utf-8"), re.S)


@pytest.mark.parametrize("query", QUERIES)
def test_the_queries_on_the_page_run(case: Case, query: str) -> None:
    build(case)
    db = sqlite3.connect(case.database)
    db.execute(query).fetchall()
    db.close()


def test_passages_stand_where_the_page_says(case: Case) -> None:
    build(case)
    db = sqlite3.connect(case.database)
    wrong = db.execute(
        "SELECT count(*), sum(substr(documents.text, start + 1, end_exclusive - start) <> claims.text) "
        "FROM claims JOIN documents ON documents.path = claims.document"
    ).fetchone()
    db.close()
    assert wrong[0] > 0
    assert wrong[1] == 0
