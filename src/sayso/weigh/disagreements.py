"""The contradictions of a case, one for each disagreement, however many kinds of claim its passages make of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.core.finding import Contradiction, Finding
from sayso.weigh.against import Opposition, reconciling
from sayso.weigh.group import Group, identity


def contradictions(
    groups: Sequence[Group], findings: Mapping[int, Finding], against: Sequence[Opposition]
) -> tuple[Contradiction, ...]:
    """Passages most of which an entry already sets against each other make no other."""
    found: list[Contradiction] = []
    told: list[set[tuple[str, int]]] = []  # the passages of each entry
    of_passage: dict[tuple[str, int], set[int]] = defaultdict(set)
    for row in against:
        one, other = groups[row.one], groups[row.other]
        ids = tuple(findings[number].id for number in (row.one, row.other) if number in findings)
        fewer, more = sorted((one.places, other.places), key=len)
        known = next(
            (
                at
                for at in sorted(set().union(*(of_passage[place] for place in fewer)))
                if 2 * len(fewer & told[at]) >= len(fewer) and 2 * len(more & told[at]) >= len(more)
            ),
            len(found),
        )
        if known < len(found):
            old = found[known]
            found[known] = replace(old, findings=tuple(dict.fromkeys((*old.findings, *ids))))
        else:
            found.append(_contradiction(row.kind, one, other, ids))
            told.append(set())
        told[known] |= one.places | other.places
        for place in one.places | other.places:
            of_passage[place].add(known)
    return tuple(sorted(found, key=lambda entry: (entry.kind, entry.proposition, entry.id)))


def _contradiction(kind: str, one: Group, other: Group, ids: tuple[str, ...]) -> Contradiction:
    return Contradiction(
        id=identity("contradiction", kind, *one.side.claims, "/", *other.side.claims),
        kind=kind,
        proposition=one.head.words,
        one=one.side,
        other=other.side,
        reconcile=reconciling(kind, one.gist, other.gist),
        findings=ids,
    )
