"""Which words of a document are marked, and as what: the text cut into runs that lie wholly in or out of every mark.

Invariant: the texts of the runs, put together, are the stretch they were cut from, character for character.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.core.claim import Act, Attribution, Claim, Figure, Flow, Influence, Statement, Tie
from sayso.core.document import Document

ORDER = ("statement", "tie", "act", "flow", "influence", "figure", "source")  # the outermost mark first


@dataclass(frozen=True, slots=True)
class Mark:
    """``start`` inclusive, ``end`` exclusive; ``style`` is a kind of claim, or ``source`` for the words that name one."""

    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class Run:
    text: str
    styles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a document laid out by itself: a block, or a cell of a row."""

    block: int
    start: int
    end: int


@dataclass(slots=True)
class Group:
    """The claims whose passages overlap within one stretch; they are marked and explained together."""

    start: int
    end: int
    claims: list[Claim]

    @property
    def anchor(self) -> str:
        return f"at-{self.start}"


def marks_of(claim: Claim) -> Iterator[Mark]:
    """The words that carry the claim; where it only names its actors, the names as they stand in the passage."""
    match claim.body:
        case Figure(span):
            yield Mark(span.start, span.end, "figure")
        case Influence(cause, effect):
            yield Mark(cause.start, cause.end, "influence")
            yield Mark(effect.start, effect.end, "influence")
        case Statement(content):
            yield Mark(content.start, content.end, "statement")
        case Flow(goods, origin, via, destination):
            yield from _named(claim, "flow", [goods, origin, *via, destination])
        case Tie(a, _, b):
            yield from _named(claim, "tie", [a, b])
        case Act(actor, _, target):
            yield from _named(claim, "act", [actor, target])


def _named(claim: Claim, style: str, names: Iterable[str | None]) -> Iterator[Mark]:
    for name in names:
        at = _whole_words(claim.passage.text, name or "")
        if name and at >= 0:
            start = claim.passage.start + at
            yield Mark(start, start + len(name), style)


def _whole_words(text: str, words: str) -> int:
    """Where ``words`` first stand in ``text`` by themselves, not as part of a longer word; -1 if nowhere."""
    at = text.find(words)
    while words and at >= 0:
        before, after = text[at - 1 : at], text[at + len(words) : at + len(words) + 1]
        if not (before.isalnum() or after.isalnum()):
            return at
        at = text.find(words, at + 1)
    return -1


def all_marks(claims: Iterable[Claim], attributions: Iterable[Attribution]) -> list[Mark]:
    found = {mark for claim in claims for mark in marks_of(claim)}
    found |= {Mark(one.source.start, one.source.end, "source") for one in attributions if one.source}
    return sorted(found, key=lambda mark: (mark.start, mark.end, mark.style))


def stretches(document: Document) -> list[Stretch]:
    """What is laid out, in order of the text."""
    found: list[Stretch] = []
    for index, block in enumerate(document.blocks):
        if block.cells:
            found += [Stretch(index, start, end) for start, end in block.cells]
        else:
            found.append(Stretch(index, block.start, block.end))
    return found


def groups(laid: list[Stretch], claims: Iterable[Claim]) -> list[list[Group]]:
    """The groups of each stretch, in order. A claim belongs to the stretch its passage starts in, or the next one."""
    found: list[list[Group]] = [[] for _ in laid]
    at = 0
    for claim in sorted(claims, key=lambda claim: (claim.passage.start, claim.passage.end)):
        while at < len(laid) - 1 and laid[at].end <= claim.passage.start:
            at += 1
        if not laid:
            break
        stretch = laid[at]
        start = min(max(claim.passage.start, stretch.start), stretch.end)
        end = max(start, min(claim.passage.end, stretch.end))
        last = found[at][-1] if found[at] else None
        if last and (start < last.end or start == last.start):
            last.claims.append(claim)
            last.end = max(last.end, end)
        else:
            found[at].append(Group(start, end, [claim]))
    return found


def overlapping(laid: list[Stretch], marks: list[Mark]) -> Iterator[list[Mark]]:
    """The marks that reach into each stretch; ``marks`` and ``laid`` are in order of the text."""
    active: list[Mark] = []
    at = 0
    for stretch in laid:
        active = [mark for mark in active if mark.end > stretch.start]
        while at < len(marks) and marks[at].start < stretch.end:
            if marks[at].end > stretch.start:
                active.append(marks[at])
            at += 1
        yield active


def runs(text: str, start: int, end: int, marks: Iterable[Mark]) -> list[Run]:
    """``text[start:end]`` cut at every end of a mark."""
    changes: dict[int, list[tuple[str, int]]] = {}
    for mark in marks:
        first, last = max(mark.start, start), min(mark.end, end)
        if first < last:
            changes.setdefault(first, []).append((mark.style, 1))
            changes.setdefault(last, []).append((mark.style, -1))
    found: list[Run] = []
    open_marks: Counter[str] = Counter()
    at = start
    for place in (*sorted(changes), end):
        if place > at:
            styles = tuple(style for style in ORDER if open_marks[style])
            found.append(Run(text[at:place], styles))
            at = place
        for style, step in changes.get(place, ()):
            open_marks[style] += step
    return found
