"""The contradictions of a case, one for each disagreement, however many kinds of claim its passages make of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.core.finding import Contradiction, Finding
from sayso.weigh.against import Opposition, reconciling
from sayso.weigh.group import Group, Place, identity


def contradictions(
    groups: Sequence[Group], findings: Mapping[int, Finding], against: Sequence[Opposition]
) -> tuple[Contradiction, ...]:
    """Passages most of which an entry already sets against each other make no other."""
    found: list[Contradiction] = []
    told: list[set[Place]] = []  # the passages of each entry
    entries: dict[int, set[int]] = defaultdict(set)  # of each group
    kin = _Kin(groups)
    for row in against:
        one, other = groups[row.one], groups[row.other]
        ids = tuple(findings[number].id for number in (row.one, row.other) if number in findings)
        fewer = min(row.one, row.other, key=lambda number: len(groups[number].places))
        options = sorted(set[int]().union(*(entries[number] for number in kin.of(fewer))))
        known = next((at for at in options if _mostly(one, told[at]) and _mostly(other, told[at])), len(found))
        if known < len(found):
            old = found[known]
            found[known] = replace(old, findings=tuple(dict.fromkeys((*old.findings, *ids))))
        else:
            found.append(_contradiction(row.kind, one, other, ids))
            told.append(set())
        for number in (row.one, row.other):
            told[known] |= groups[number].places
            entries[number].add(known)
    return tuple(sorted(found, key=lambda entry: (entry.kind, entry.proposition, entry.id)))


class _Kin:
    """Which groups have passages in common."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._groups = groups
        self._of: dict[int, set[int]] = {}
        self._at: dict[Place, list[int]] = defaultdict(list)
        for number, group in enumerate(groups):
            for place in group.places:
                self._at[place].append(number)

    def of(self, number: int) -> set[int]:
        """Those that have a passage of this one, itself among them."""
        if number not in self._of:
            self._of[number] = set().union(*(self._at[place] for place in self._groups[number].places))
        return self._of[number]


def _mostly(group: Group, places: set[Place]) -> bool:
    """Whether half of a group's passages are among some."""
    return 2 * len(group.places & places) >= len(group.places)


def _contradiction(kind: str, one: Group, other: Group, ids: tuple[str, ...]) -> Contradiction:
    return Contradiction(
        id=identity("contradiction", kind, *one.side.claims, "/", *other.side.claims),
        kind=kind,
        proposition=one.side.words if kind == "denial" and one.head.kind == "figure" else one.head.words,
        one=one.side,
        other=other.side,
        reconcile=reconciling(kind, one.gist, other.gist),
        findings=ids,
    )
