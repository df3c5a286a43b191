"""Sources named inside what others say: "A says that B expects C" makes A a carrier of B's word, and "I expect C" A's own."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.core.claim import Attribution
from sayso.read.grammar.attribution.relation import Relation

Made = tuple[Relation, Attribution]
_FIRST = frozenset({"i", "we", "me", "us"})


def nested(found: Sequence[Made]) -> list[Attribution]:
    """The attributions, the carriers they stand inside first in their ``via``, the outermost nearest the document. Who says
    "I" inside what another says is that other; outside, it is the document itself, which is no source."""
    result: dict[int, Attribution] = {}
    open_: list[Made] = []
    for at in sorted(range(len(found)), key=lambda at: (_extent(found[at][0])[0], -_extent(found[at][0])[1], at)):
        relation, attribution = found[at]
        start, end = _extent(relation)
        open_ = [one for one in open_ if _content(one[0])[1] >= end]
        outer = [] if relation.beside else [one[1].name for one in open_ if _around(one[0], start, end)]
        if relation.head is not None and relation.head.lower in _FIRST:
            speaker = next((name for name in reversed(outer) if name), None)
            if speaker is None:
                continue
            attribution = replace(attribution, name=speaker)
        carried = [name for name in dict.fromkeys([*outer, *attribution.via]) if name and name != attribution.name]
        result[at] = replace(attribution, via=tuple(carried))
        if not relation.stance:
            open_.append((relation, attribution))
    return [result[at] for at in sorted(result)]


def _around(outer: Relation, start: int, end: int) -> bool:
    """Whether a relation that runs from ``start`` to ``end`` stands wholly in what the outer one says."""
    return _content(outer)[0] <= start and not start <= outer.cue[0] < end


def _content(relation: Relation) -> tuple[int, int]:
    return relation.content or (0, 0)


def _extent(relation: Relation) -> tuple[int, int]:
    start, end = _content(relation)
    return min(start, relation.cue[0]), max(end, relation.cue[1])
