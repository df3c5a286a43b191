"""``docs/database.md``, made from ``schema.sql``: ``python -m sayso.case.tables > docs/database.md``. A test compares them."""

import re
import sys

from sayso.case.store import SCHEMA

_HEAD = """\
# case.db

`case.db` is an SQLite database that every build brings up to date. It opens in any SQLite tool. It is derived from the
documents: reading it is welcome, writing to it is pointless, and deleting it costs one full build. It belongs to the version
of sayso that made it; another version makes it anew. This page is made from `src/sayso/case/schema.sql`.

A document is read again when its **key** changes: a hash of the file's bytes, its sidecar's bytes, the version of the
reader (its code and vocabularies), the releases of the libraries under it, and the pipeline chosen in `case.toml`. A
document's page is laid out again when the code or templates of the pages change.

All offsets count characters of `documents.text`: Unicode code points, `start` inclusive, `end_exclusive` exclusive. In
SQLite, `substr(documents.text, claims.start + 1, claims.end_exclusive - claims.start) = claims.text` holds for every claim.

Every claim on tolls or locks, with where it stands, best match first:

```sql
SELECT claims.document, claims.start, claims.kind, claims.text
FROM claim_search JOIN claims ON claims.number = claim_search.rowid
WHERE claim_search MATCH 'tolls OR locks' ORDER BY rank;
```

Every document that speaks of both:

```sql
SELECT documents.path, snippet(document_search, 1, '[', ']', '…', 12)
FROM document_search JOIN documents ON documents.number = document_search.rowid
WHERE document_search MATCH 'tolls locks' ORDER BY rank;
```

Who is quoted how often:

```sql
SELECT name, count(*) AS times, count(DISTINCT document) AS documents
FROM attributions WHERE name IS NOT NULL AND NOT stance GROUP BY name ORDER BY times DESC, name;
```
"""


def describe() -> str:
    """Every table with its columns and what they hold."""
    parts = [_HEAD]
    for name, purpose, body in re.findall(r"^-- (\w+): (.*?)\nCREATE (.*?);$", SCHEMA, re.M | re.S):
        parts.append(f"\n## {name}\n\n{purpose}\n")
        if body.startswith("TABLE"):
            parts.append("\n| column | type | holds |\n|---|---|---|\n")
            parts += [_row(line) for line in body.splitlines()[1:] if re.match(r"  [a-z]", line)]
    return "".join(parts)


def _row(line: str) -> str:
    declared, _, holds = line.strip().partition("--")
    name, kind, *_ = declared.replace(",", " ").split()
    return f"| `{name}` | {kind} | {holds.strip() or name} |\n"


if __name__ == "__main__":
    sys.stdout.write(describe())
