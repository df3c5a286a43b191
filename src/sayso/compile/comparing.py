"""Lays two sides next to each other: two actors of one system, or two systems as wholes.

The dimensions are those analysts compare cases by: who acts against it, what drives it, who acts in it, what is said of it,
what follows from it, what flows, how much. Only what the claims say fills them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.compile.naming import Sense, sense
from sayso.core.comparison import Comparison, Dimension, Entry, Pattern
from sayso.core.document import BlockKind, Document
from sayso.core.finding import Finding
from sayso.core.system import System, SystemInfluence, Tone
from sayso.lexicon.names import canonical, key
from sayso.lexicon.sentences import tie_sentence
from sayso.lexicon.table import table
from sayso.lexicon.values import valued

_SHOWN = 8  # entries of a dimension
_INNER = frozenset(table("ties")["kinds"]["inner"])


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: a system with its findings, and the actor in question, or none for the whole of it."""

    name: str
    system: System
    findings: Sequence[Finding]
    documents: Sequence[Document] = ()
    actor: str | None = None

    def concerns(self, name: str | None) -> bool:
        """Whether a name is the actor in question; every name is where the whole is compared."""
        return name is not None and (self.actor is None or key(name) == key(self.actor))

    def speaks_of(self, words: str) -> bool:
        """Whether words name the actor in question among others."""
        if self.actor is None:
            return True
        found = sense(words)
        return found is not None and any(self.concerns(name) for name in (*found.actors, *found.towards))


def compare(one: Side, other: Side) -> Comparison:
    """Every dimension that either side fills, and the influences both have."""
    dimensions = [Dimension(name, _most(fill(one)), _most(fill(other))) for name, fill in _DIMENSIONS]
    dimensions += _tabled(one, other)
    filled = tuple(each for each in dimensions if each.one or each.other)
    return Comparison(one.name, other.name, filled, tuple(_patterns(one, other)))


Said = Iterator[tuple[str, tuple[str, ...]]]


def _instigators(side: Side) -> Said:
    for act in side.system.acts:
        if act.tone is Tone.CONFLICTUAL and side.concerns(act.target) and not (side.actor and side.concerns(act.actor)):
            yield f"{act.actor} ({act.action})", act.findings


def _drivers(side: Side) -> Said:
    for influence in side.system.influences:
        if side.speaks_of(influence.effect):
            yield _arrow(influence), influence.findings


def _insiders(side: Side) -> Said:
    for tie in side.system.ties:
        if tie.relation in _INNER and (side.concerns(tie.a) or side.concerns(tie.b)):
            yield tie_sentence(tie.a, tie.relation, tie.b), tie.findings


def _allies(side: Side) -> Said:
    for act in side.system.acts:
        if act.tone is Tone.COOPERATIVE and act.target and (side.concerns(act.actor) or side.concerns(act.target)):
            yield f"{act.actor} and {act.target} ({act.action})", act.findings


def _narrative(side: Side) -> Said:
    for finding in side.findings:
        if finding.kind == "statement" and (side.actor is None or any(side.concerns(name) for name in finding.names)):
            yield f"{', '.join(finding.origins)}: {finding.proposition}", (finding.id,)


def _sayings(side: Side) -> Said:
    """What an actor says, whatever of; of a whole system, all that is said stands elsewhere."""
    for finding in side.findings if side.actor else ():
        if any(side.concerns(name) for name in finding.origins):
            yield finding.proposition + (f": {valued(finding.value)}" if finding.value else ""), (finding.id,)


def _outcomes(side: Side) -> Said:
    for influence in side.system.influences:
        if side.speaks_of(influence.cause):
            yield _arrow(influence), influence.findings


def _goods(side: Side) -> Said:
    for flow in side.system.flows:
        if side.concerns(flow.origin) or side.concerns(flow.destination):
            stations = (flow.origin or "…", *flow.via, flow.destination or "…")
            yield f"{flow.goods}: {' → '.join(stations)}", flow.findings


def _amounts(side: Side) -> Said:
    for figure in side.system.figures:
        if side.speaks_of(figure.subject):
            yield f"{figure.subject}: {valued(figure.value)}", figure.findings


_DIMENSIONS: tuple[tuple[str, Callable[[Side], Said]], ...] = (
    ("who acts against it", _instigators),
    ("what drives it", _drivers),
    ("who belongs to it or holds it", _insiders),
    ("who works with it", _allies),
    ("what is said of it", _narrative),
    ("what it says", _sayings),
    ("what follows from it", _outcomes),
    ("what flows", _goods),
    ("how much", _amounts),
)


def _arrow(influence: SystemInfluence) -> str:
    return f"{influence.cause} ─({influence.sign})→ {influence.effect}"


def _most(said: Iterable[tuple[str, tuple[str, ...]]]) -> tuple[Entry, ...]:
    found: dict[str, set[str]] = defaultdict(set)
    for words, findings in said:
        found[words].update(findings)
    ranked = sorted(found, key=lambda words: (-len(found[words]), words))
    return tuple(Entry(words, tuple(sorted(found[words]))) for words in ranked[:_SHOWN])


def _tabled(one: Side, other: Side) -> list[Dimension]:
    """Dimensions that a document's own table lays side by side, under headings that are the two actors."""
    rows: dict[str, tuple[list[Entry], list[Entry]]] = {}
    for document in one.documents if one.actor and other.actor else ():
        for label, cells in _rows(document):
            places = [[at for at, name in cells if side.concerns(canonical(name))] for side in (one, other)]
            if all(len(place) == 1 for place in places):
                filled = rows.setdefault(label, ([], []))
                for entries, place in zip(filled, places, strict=True):
                    entries.append(Entry(place[0], (), document.path))
    return [Dimension(label, tuple(left), tuple(right)) for label, (left, right) in rows.items()]


def _rows(document: Document) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """(label, [(cell, heading)]) of each row under a heading row."""
    for block in document.blocks:
        if block.kind is BlockKind.ROW and block.parent is not None and len(block.cells) > 2:
            head = document.blocks[block.parent]
            if len(head.cells) == len(block.cells):
                texts = [document.text[start:end].strip() for start, end in block.cells]
                heads = [document.text[start:end].strip() for start, end in head.cells]
                yield texts[0], [(text, name) for text, name in zip(texts[1:], heads[1:], strict=True) if text]


def _patterns(one: Side, other: Side) -> Iterator[Pattern]:
    """Influences of the same things and sign on both sides, whoever's they are."""
    mine, theirs = _shapes(one), _shapes(other)
    for shape in sorted(mine.keys() & theirs.keys(), key=lambda each: _arrow(mine[each][0])):
        first, second = mine[shape], theirs[shape]
        if {_arrow(each) for each in first} == {_arrow(each) for each in second} and one.system is other.system:
            continue  # the same arrow, which both sides share because it is about neither alone
        ids = [tuple(sorted({id_ for each in found for id_ in each.findings})) for found in (first, second)]
        yield Pattern(first[0].cause, first[0].effect, first[0].sign, ids[0], ids[1])


def _shapes(side: Side) -> dict[tuple[frozenset[str], str, frozenset[str]], list[SystemInfluence]]:
    found: dict[tuple[frozenset[str], str, frozenset[str]], list[SystemInfluence]] = defaultdict(list)
    for influence in side.system.influences:
        cause, effect = sense(influence.cause), sense(influence.effect)
        if _named(cause) and _named(effect) and (side.speaks_of(influence.cause) or side.speaks_of(influence.effect)):
            assert cause is not None
            assert effect is not None
            found[cause.things, influence.sign, effect.things].append(influence)
    return found


def _named(found: Sense | None) -> bool:
    return found is not None and bool(found.things)
