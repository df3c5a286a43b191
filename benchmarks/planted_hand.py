"""Cases written by hand, read from ``by_hand``: documents of many styles, each fact marked where it is told.

The file says at its head how it is written. They were written before anybody saw what the weighing makes of them.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from planted_cases import Case, Event, Told
from sayso.core.document import Block, BlockKind, Document

_FOLDER = Path(__file__).parent / "by_hand"
_MARK = re.compile(r"\{(\d+)([-~]?): ([^}]*)\}")
_SIDE = {"": 0, "-": 1, "~": 2}


def cases(name: str = "cases") -> Iterator[Case]:
    """Every case of the file, in its order; a case's ``seed`` is its number, from 1."""
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    parts = re.split(r"^# .*\n", text, flags=re.MULTILINE)
    for number, part in enumerate(parts[1:], 1):
        yield _case(number, part)


def _case(number: int, part: str) -> Case:
    head, *documents = re.split(r"^## ", part, flags=re.MULTILINE)
    case = Case(number)
    facts = [line.removeprefix("= ").split() for line in head.splitlines() if line.startswith("= ")]
    events = {name.rstrip("-"): Event() for name, *_ in facts}
    for name, origins, *against in facts:
        event = events[name.rstrip("-")]
        event.origins["-" in name] = {str(one) for one in range(int(origins))}
        event.against = against[0] if against else event.against
    case.events = list(events.values())
    for at, written in enumerate(documents):
        _document(case, f"{at:02}", written, events)
    return case


def _document(case: Case, path: str, written: str, events: dict[str, Event]) -> None:
    title, _, body = written.partition("\n")
    publisher, _, published = (one.strip() for one in title.partition("|"))
    text, last = "", 0
    body = body.strip()
    for mark in _MARK.finditer(body):
        text += body[last : mark.start()]
        events[mark[1]].told.append(Told(path, len(text), len(text) + len(mark[3]), _SIDE[mark[2]]))
        text += mark[3]
        last = mark.end()
    text += body[last:]
    case.documents.append(
        Document(
            path, text, (Block(BlockKind.PARAGRAPH, 0, len(text)),), publisher=publisher, published=published, sha256=path
        )
    )  # fmt: skip
