"""``case.db``: what the documents say, kept so that only what changed is read again. Derived; safe to delete at any time.

Invariant: everything about one document changes in one transaction, so a kill leaves it whole or absent. The tables are
those of ``schema.sql``, described in ``docs/database.md``; a database of another schema, or a damaged one, is thrown away, but
none that sayso did not make.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from sayso.case.entry import Entry, Kept
from sayso.core.claim import Attribution, Claim
from sayso.core.document import Block, BlockKind, Document
from sayso.core.errors import CaseFault
from sayso.core.recalled import attributions_of, claims_of
from sayso.tell.page import Page
from sayso.weigh import Memory

SCHEMA = files("sayso.case").joinpath("schema.sql").read_text("utf-8")
_SCHEMA_ID = int.from_bytes(sha256(SCHEMA.encode()).digest()[:4], "big") >> 1
_APPLICATION = int.from_bytes(b"says", "big")  # in the head of every database sayso makes
_WAIT_S = 15.0  # how long to wait for another program that holds the database
_TOLD_ONCE = 5  # documents that have the same fault; of more only the first is named
_TABLES = ("documents", "blocks", "attributions", "claims", "suggestions", "pages", "prepared")


@dataclass(frozen=True, slots=True)
class Results:
    """Digests of the files that say what follows, by path below ``out/``; the key judgements as HTML; and words about what
    could not be taken as it stands."""

    files: dict[str, str]
    judgements: str
    faults: tuple[str, ...]


class Store:
    """An open ``case.db``."""

    def __init__(self, path: Path) -> None:
        """Opens or makes the database. Raises ``CaseFault`` if it cannot be opened, or is not sayso's."""
        self._path = path
        if _foreign(path):
            raise CaseFault(
                f"{path} was not made by sayso, which would replace it; move it away, or delete it if nobody needs it"
            )
        try:
            self._db = self._opened()
        except sqlite3.OperationalError as fault:
            raise CaseFault(
                f"{path} cannot be opened: {fault}; close the program that holds it, or free the folder"
            ) from fault

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def _opened(self) -> sqlite3.Connection:
        try:
            db = _connected(self._path)
            (known,) = db.execute("PRAGMA user_version").fetchone()
            if known == _SCHEMA_ID:
                return db
            db.close()
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            pass  # no database, or a damaged one
        return self._made()

    def _made(self) -> sqlite3.Connection:
        for end in ("", "-journal", "-wal", "-shm"):
            self._path.with_name(f"{self._path.name}{end}").unlink(missing_ok=True)
        db = _connected(self._path)
        ids = f"PRAGMA application_id = {_APPLICATION};\nPRAGMA user_version = {_SCHEMA_ID};"
        db.executescript(f"BEGIN;\n{SCHEMA}\n{ids}\nCOMMIT;")
        return db

    @contextmanager
    def changing(self) -> Iterator[None]:
        """All that is put and dropped inside is kept together, or, after an error, not at all."""
        try:
            with self._db:
                self._db.execute("BEGIN IMMEDIATE")
                yield
        except sqlite3.OperationalError as fault:
            raise CaseFault(
                f"{self._path} cannot be written: {fault}; close the program that holds it, or make room"
            ) from fault

    def keys(self) -> dict[str, str]:
        """The key under which each document was read, by path."""
        return dict(self._db.execute("SELECT path, key FROM documents"))

    def page_keys(self) -> dict[str, str]:
        return dict(self._db.execute("SELECT document, key FROM pages"))

    def put(self, entry: Entry) -> None:
        """Keeps ``entry`` in place of what was known of its document."""
        self.drop(entry.path)
        for table, rows in entry.rows():
            if rows:
                marks = ",".join("?" * len(rows[0]))
                names = ",".join(_COLUMNS[table])
                self._db.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)

    def drop(self, path: str) -> None:
        """Forgets a document."""
        self._db.execute("DELETE FROM documents WHERE path = ?", (path,))
        for table in _TABLES[1:]:
            self._db.execute(f"DELETE FROM {table} WHERE document = ?", (path,))

    def document(self, path: str) -> Document:
        """A document as it was read. Raises ``CaseFault`` if there is none of that path."""
        columns = "title, publisher, author, published, url, language, sha256, faults, text"
        row = self._db.execute(f"SELECT {columns} FROM documents WHERE path = ?", (path,)).fetchone()
        if row is None:
            raise CaseFault(
                f"there is no document '{path}' in {self._path.parent}; build the case, or look in documents/"
            )
        title, publisher, author, published, url, language, digest, faults, text = row
        return Document(
            path, text, self._blocks(path), title, publisher, author, published, url, language, digest, tuple(json.loads(faults))
        )  # fmt: skip

    def _blocks(self, path: str) -> tuple[Block, ...]:
        columns = "kind, start, end_exclusive, level, parent, cells"
        rows = self._db.execute(f"SELECT {columns} FROM blocks WHERE document = ? ORDER BY number", (path,))
        return tuple(
            Block(BlockKind(kind), start, end, level, parent, tuple((a, b) for a, b in json.loads(cells)))
            for kind, start, end, level, parent, cells in rows
        )

    def paths(self) -> list[str]:
        return [path for (path,) in self._db.execute("SELECT path FROM documents ORDER BY path")]

    def records(self, table: str) -> Iterator[str]:
        """The lines of ``documents``, ``attributions``, ``claims`` or ``suggestions``, by document and position."""
        order = {"documents": "path", "attributions": "document, number"}.get(table, "document, place")
        return (record for (record,) in self._db.execute(f"SELECT record FROM {table} ORDER BY {order}"))

    def claims(self, path: str) -> list[Claim]:
        """The claims of one document, by position."""
        query = "SELECT record FROM claims WHERE document = ? ORDER BY place"
        return claims_of(record for (record,) in self._db.execute(query, (path,)))

    def has_claim(self, id_: str) -> bool:
        return bool(self._db.execute("SELECT 1 FROM claims WHERE id = ?", (id_,)).fetchone())

    def suggestions(self, path: str) -> list[Claim]:
        """What was seen in one document on weak grounds, by position."""
        query = "SELECT record FROM suggestions WHERE document = ? ORDER BY place"
        return claims_of(record for (record,) in self._db.execute(query, (path,)))

    def attributions(self, path: str) -> list[Attribution]:
        query = "SELECT record FROM attributions WHERE document = ? ORDER BY number"
        return attributions_of(record for (record,) in self._db.execute(query, (path,)))

    def faults(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Everything to report of the documents, and the paths of the files that could not be read, by path. What is to be said
        of many documents is said once, with the first."""
        found = self._db.execute(
            "SELECT path, faults, readable FROM documents WHERE faults <> '[]' ORDER BY path"
        ).fetchall()
        alike: dict[str, list[str]] = {}
        for path, faults, _ in found:
            for fault in json.loads(faults):
                alike.setdefault(fault, []).append(path)
        told: list[str] = []
        for fault, paths in alike.items():
            if len(paths) > _TOLD_ONCE:
                told.append(f"{paths[0]} and {len(paths) - 1:,} more: {fault}")
            else:
                told += [fault if fault.startswith(path) else f"{path}: {fault}" for path in paths]
        return tuple(told), tuple(path for path, _, readable in found if not readable)

    def misplaced(self) -> Iterator[tuple[str, str]]:
        """(document, claim id) of every claim whose passage does not stand in its document: there must be none."""
        passages = "SELECT id, start, end_exclusive, text FROM claims WHERE document = ?"
        for path, text in self._db.execute("SELECT path, text FROM documents WHERE readable ORDER BY path"):
            for identity, start, end, passage in self._db.execute(passages, (path,)):
                if text[start:end] != passage:
                    yield path, identity

    def pages(self) -> Iterator[tuple[str, str, str, str]]:
        """(file name, HTML, rows of the claims table, summary) of every document, by path."""
        return self._db.execute("SELECT name, html, rows, summary FROM pages ORDER BY document")

    def results(self, key: str) -> Results | None:
        """What followed from the case, if it was worked out under this key."""
        kept = dict(self._db.execute("SELECT path, digest FROM results ORDER BY path"))
        head = json.loads(kept.pop("", "{}"))
        return Results(kept, head["judgements"], tuple(head["faults"])) if head.get("key") == key else None

    def put_results(self, key: str, results: Results) -> None:
        """Keeps what follows from the case in place of what did before."""
        head = {"key": key, "judgements": results.judgements, "faults": results.faults}
        self._db.execute("DELETE FROM results")
        self._db.executemany(
            "INSERT INTO results VALUES (?,?)", [("", json.dumps(head, ensure_ascii=False)), *results.files.items()]
        )

    def put_page(self, path: str, page: Page, key: str) -> None:
        """Keeps a page in place of the document's former one."""
        self._db.execute("DELETE FROM pages WHERE document = ?", (path,))
        row = (path, page.name, page.html, page.rows, page.summary, key)
        self._db.execute("INSERT INTO pages VALUES (?,?,?,?,?,?)", row)

    def prepared(self, path: str, key: str) -> str | None:
        """What the weighing needs of a document, as text, if it was prepared under this key."""
        row = self._db.execute("SELECT cards FROM prepared WHERE document = ? AND key = ?", (path, key)).fetchone()
        return row[0] if row else None

    def prepared_keys(self) -> dict[str, str]:
        """The key under which each document was prepared, by path."""
        return dict(self._db.execute("SELECT document, key FROM prepared"))

    def put_prepared(self, path: str, kept: Kept) -> None:
        """Keeps what the weighing needs of a document in place of what it needed before."""
        self._db.execute("INSERT OR REPLACE INTO prepared VALUES (?,?,?)", (path, kept.cards, kept.key))

    def memory(self, key: str) -> dict[bytes, bytes]:
        """What weighing the case left, by mark, if it was weighed under this key; else nothing."""
        kept = dict(self._db.execute("SELECT mark, content FROM memory"))
        return kept if kept.pop(b"", None) == key.encode() else {}

    def put_memory(self, key: str, memory: Memory) -> None:
        """Keeps what weighing the case leaves in place of what it left before."""
        gone, new = memory.changes()
        if not self._db.execute("SELECT 1 FROM memory WHERE mark = x'' AND content = ?", (key.encode(),)).fetchone():
            self._db.execute("DELETE FROM memory")
            gone, new = [], [(b"", key.encode()), *memory.left().items()]
        self._db.executemany("DELETE FROM memory WHERE mark = ?", ((mark,) for mark in gone))
        self._db.executemany("INSERT OR REPLACE INTO memory (mark, content) VALUES (?,?)", new)

    def search(self, words: str, *, every: bool = True, limit: int = 200) -> list[tuple[str, str, str]]:
        """(document, claim id, passage) of the claims whose passages hold all the words, whatever their endings, or not
        ``every`` one but some, best match first."""
        query = (" " if every else " OR ").join('"{}"'.format(word.replace('"', '""')) for word in words.split())
        if not query:
            return []
        return self._db.execute(
            "SELECT claims.document, claims.id, claims.text FROM claim_search JOIN claims ON claims.number = claim_search.rowid "
            "WHERE claim_search MATCH ? ORDER BY rank, claims.document, claims.place LIMIT ?",
            (query, limit),
        ).fetchall()


def _foreign(path: Path) -> bool:
    """Whether a file is there that sayso did not make: neither empty, nor with its id in the head of an SQLite file."""
    try:
        with path.open("rb") as file:
            head = file.read(72)
    except OSError:
        return False
    ours = head.startswith(b"SQLite format 3\0") and head[68:] == _APPLICATION.to_bytes(4, "big")
    return bool(head.strip(b"\0")) and not ours and not _made_before_ids(path)


def _made_before_ids(path: Path) -> bool:
    try:
        with closing(_connected(path)) as db:
            return bool(db.execute("SELECT 1 FROM sqlite_master WHERE name = 'claim_search'").fetchone())
    except sqlite3.OperationalError:
        return True  # held by another program: opening it says so
    except sqlite3.DatabaseError:
        return False


def _connected(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=_WAIT_S, isolation_level=None)
    db.execute("PRAGMA synchronous = OFF")  # a power cut may damage what is derived; it is then thrown away
    return db


def _columns() -> dict[str, tuple[str, ...]]:
    db = sqlite3.connect(":memory:")
    db.executescript(SCHEMA)
    found: dict[str, tuple[str, ...]] = {}
    for table in _TABLES:
        rows: list[tuple[Any, ...]] = db.execute(f"PRAGMA table_info({table})").fetchall()
        found[table] = tuple(name for _, name, kind, _, _, key in rows if not (key == 1 and kind == "INTEGER"))
    db.close()
    return found


_COLUMNS = _columns()
