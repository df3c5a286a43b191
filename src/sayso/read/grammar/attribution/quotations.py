"""Quotation marks of all kinds, paired. Invariant: quotations do not overlap and come in the order of the text.

A quotation left open at the end of a paragraph goes on if the next paragraph opens with a mark; otherwise it ends there.
"""

import re
from dataclasses import dataclass

from sayso.core.document import BlockKind, Document

_MARK = re.compile(r"[“”„‟«»\"]|(?<!\w)[‘’‚'](?=[\w“\"])|(?<=[\w.,!?…])[’'](?!\w)")
_OPENS = frozenset("“„«")
_CLOSES = frozenset("”»‟")
_SINGLE = frozenset("‘’‚'")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]*$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """``start`` and ``end`` include the marks; ``opens`` says that it begins its block, ``continued`` that it goes on in the next."""

    start: int
    end: int
    opens: bool
    continued: bool = False


def quotations(document: Document) -> list[Quotation]:
    """Every quotation of the document."""
    found: list[Quotation] = []
    if not any(mark in document.text for mark in "“”„«»\"‘’'"):
        return found
    for block in document.blocks:
        stretches = block.cells if block.kind is BlockKind.ROW else ((block.start, block.end),)
        for start, end in stretches:
            found.extend(_paired(document.text, start, end))
    return found


def _paired(text: str, start: int, end: int) -> list[Quotation]:
    """The quotations of one stretch: double marks first, single marks only outside them."""
    marks = [(match.start(), match.group()) for match in _MARK.finditer(text, start, end)]
    doubles = _pairs(text, [mark for mark in marks if mark[1] not in _SINGLE], start, end)
    singles = [mark for mark in marks if mark[1] in _SINGLE or mark[1] in "«»“”"]
    singles = [mark for mark in singles if not any(a <= mark[0] < b for a, b, _ in doubles)]
    pairs = sorted(doubles + _singles(text, singles, end))
    return [Quotation(a, b, a == start, open_ended) for a, b, open_ended in pairs]


def _pairs(text: str, marks: list[tuple[int, str]], start: int, end: int) -> list[tuple[int, int, bool]]:
    """Double quotation marks, the curly ones by their shape and the straight ones by the space beside them."""
    found: list[tuple[int, int, bool]] = []
    opened: int | None = None
    for at, mark in marks:
        begins = at == start or text[at - 1].isspace() or text[at - 1] in "([{—–-‘'"
        ends = at + 1 == end or not text[at + 1].isalnum()
        opening = mark in _OPENS or (mark not in _CLOSES and (begins and not (ends and opened is not None)))
        if opened is None:
            if opening or (mark == '"' and begins):
                opened = at
        elif not opening or mark == '"':
            found.append((opened, at + 1, False))
            opened = None
        elif text[opened] != mark or mark in _OPENS:
            opened = opened if at - opened < 3 else at
    if opened is not None and (text[opened] in _OPENS or opened == start):
        found.append((opened, end, True))
    return found


def _singles(text: str, marks: list[tuple[int, str]], end: int) -> list[tuple[int, int, bool]]:
    """Single marks: an opening one stands before a word, a closing one after a word or a full stop."""
    found: list[tuple[int, int, bool]] = []
    opened: int | None = None
    for at, mark in marks:
        before = at > 0 and (text[at - 1].isalnum() or text[at - 1] in ".,!?…")
        after = at + 1 < end and text[at + 1].isalnum()
        if opened is None:
            if after and not before and mark in _SINGLE:
                opened = at
        elif before and not after:
            found.append((opened, at + 1, False))
            opened = None
        elif after and not before:
            opened = at
    return found


def whole(text: str, quotation: Quotation) -> bool:
    """Whether the quotation is a saying, not a word held at arm's length: four words or more, or a sentence of its own."""
    inside = text[quotation.start + 1 : quotation.end - 1]
    return inside.count(" ") >= 3 or bool(_SENTENCE_END.search(inside))
