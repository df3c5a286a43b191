"""Quotation marks of all kinds, paired. Invariant: quotations do not overlap and come in the order of the text.

A quotation left open at the end of a paragraph goes on if the next paragraph opens with a mark; otherwise it ends there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.core.document import BlockKind, Document

_MARK = re.compile(r"''|``|[“”„‟«»\"]|(?<!\w)[‘’‚'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_ONLY_OPENS = frozenset({"“", "„", "``", "‘", "‚"})
_ONLY_CLOSES = frozenset({"”", "‟"})
_SINGLE = frozenset("‘’‚'")
_LEADING = frozenset("([{—–-/‘'“„\"")
_SENTENCE_END = re.compile(r"[.!?…,]['\"”’»]*$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """``start`` and ``end`` (exclusive) include the marks. ``opens`` says that it begins its block, ``closed`` that its
    closing mark was found, ``whole`` that it is a saying and not a word held at arm's length."""

    start: int
    end: int
    block: int
    opens: bool
    closed: bool
    whole: bool


def quotations(document: Document) -> list[Quotation]:
    """Every quotation of the document."""
    return [
        quotation
        for index, block in enumerate(document.blocks)
        for start, end in (block.cells if block.kind is BlockKind.ROW else ((block.start, block.end),))
        for quotation in _of(document.text, start, end, index)
    ]


def _of(text: str, start: int, end: int, block: int) -> Iterator[Quotation]:
    """The quotations of one stretch: double marks first, single marks only outside them."""
    marks = [(match.start(), match.group()) for match in _MARK.finditer(text, start, end)]
    if not marks:
        return
    doubles = _paired(text, [mark for mark in marks if mark[1] not in _SINGLE], start, end)
    outside = [mark for mark in marks if mark[1] in _SINGLE and not any(a <= mark[0] < b for a, b, _ in doubles)]
    singles = [pair for pair in _paired(text, outside, start, end) if pair[2]]
    taken = [pair for pair in singles if not any(pair[0] < b and a < pair[1] for a, b, _ in doubles)]
    first = start
    while first < end and text[first].isspace():
        first += 1
    for a, b, closed in sorted(doubles + taken):
        yield Quotation(a, b, block, a == first, closed, _whole(text[a:b]))


def _paired(text: str, marks: list[tuple[int, str]], start: int, end: int) -> list[tuple[int, int, bool]]:
    """(start, end, closed) of each pair; a mark's shape and the space beside it tell whether it opens or closes."""
    found: list[tuple[int, int, bool]] = []
    opened: tuple[int, str] | None = None
    for at, mark in marks:
        before = text[at - 1] if at > start else " "
        after = text[at + len(mark)] if at + len(mark) < end else " "
        opens = (
            mark not in _ONLY_CLOSES
            and not after.isspace()
            and (before.isspace() or before in _LEADING or mark in "“„")
        )
        closes = mark not in _ONLY_OPENS or (mark == "“" and opened is not None and opened[1] == "„")
        closes = closes and not before.isspace() and not (opens and after.isalnum())
        if opened is not None and closes:
            found.append((opened[0], at + len(mark), True))
            opened = None
        elif opens and (opened is None or opened[1] == mark):
            opened = (at, mark)
    if opened is not None and opened[1] not in _SINGLE and (opened[1] in "“„" or opened[0] <= start + 2):
        found.append((opened[0], end, False))
    return found


def _whole(quoted: str) -> bool:
    """Four words or more, or words that end as a sentence does."""
    inside = quoted.strip("“”„‟«»\"'‘’‚`")
    return inside.count(" ") >= 3 or bool(_SENTENCE_END.search(quoted[:-1]) and " " in inside)
