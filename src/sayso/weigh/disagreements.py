"""The contradictions of a case, one for each disagreement, however many kinds of claim its passages make of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from sayso.core.finding import Contradiction, Finding, Side
from sayso.weigh.against import Opposition, reconciling
from sayso.weigh.blame import accuses
from sayso.weigh.group import Group, Place, identity

_WHOSE = ("denial", "blame")  # kinds of which several may be of one dispute


def contradictions(
    groups: Sequence[Group], findings: Mapping[int, Finding], against: Sequence[Opposition]
) -> tuple[Contradiction, ...]:
    """Denials and rival blame of one thing make one entry, and passages most of which an entry already sets against each other
    make no other."""
    found: list[Contradiction] = []
    told: list[set[Place]] = []  # the passages of each entry
    entries: dict[int, set[int]] = defaultdict(set)  # of each group
    kin = _Kin(groups)
    for dispute in _disputes(against, groups):
        sides = [[groups[number] for number in numbers] for numbers in (dispute.ones, dispute.others)]
        numbers = (*dispute.ones, *dispute.others)
        ids = tuple(findings[number].id for number in numbers if number in findings)
        fewer = min(numbers, key=lambda number: len(groups[number].places))
        options = sorted(set[int]().union(*(entries[number] for number in kin.of(fewer))))
        known = next((at for at in options if all(_mostly(side, told[at]) for side in sides)), len(found))
        if known < len(found):
            old = found[known]
            found[known] = replace(old, findings=tuple(dict.fromkeys((*old.findings, *ids))))
        else:
            found.append(_contradiction(dispute.kind, sides[0], sides[1], ids))
            told.append(set())
        for number in numbers:
            told[known] |= groups[number].places
            entries[number].add(known)
    return tuple(sorted(found, key=lambda entry: (entry.kind, entry.proposition, entry.id)))


@dataclass(frozen=True, slots=True)
class _Dispute:
    """What sets groups against each other, and the groups of both sides, by number, those that tell most of it first."""

    kind: str
    ones: tuple[int, ...]
    others: tuple[int, ...]


def _disputes(against: Sequence[Opposition], groups: Sequence[Group]) -> list[_Dispute]:
    """The oppositions, those joined that are of one dispute: several deny one thing, or one denies several, or both blame each
    other, as far as all take one of two sides."""
    beside: dict[int, list[Opposition]] = defaultdict(list)
    for row in against:
        if row.kind in _WHOSE:
            beside[row.one].append(row)
            beside[row.other].append(row)
    sides: list[dict[int, bool]] = []
    rows: list[list[Opposition]] = []
    at: dict[int, int] = {}  # which of these a group is in
    for row in against:
        if row.kind in _WHOSE:
            if row.one not in at:
                sides.append(_sides(row.one, beside))
                rows.append([])
                at |= dict.fromkeys(sides[-1], len(sides) - 1)
            rows[at[row.one]].append(row)
    found: list[_Dispute] = []
    for row in against:
        if row.kind not in _WHOSE:
            found.append(_Dispute(row.kind, (row.one,), (row.other,)))
        elif row is rows[at[row.one]][0]:
            found += _joined(rows[at[row.one]], sides[at[row.one]], groups)
    return found


def _sides(start: int, beside: Mapping[int, Sequence[Opposition]]) -> dict[int, bool]:
    """Every group that is against one or, in turn, against one of those, with the side it takes."""
    side, stack = {start: False}, [start]
    while stack:
        here = stack.pop()
        for row in beside[here]:
            there = row.other if row.one == here else row.one
            if there not in side:
                side[there] = not side[here]
                stack.append(there)
    return side


def _joined(rows: Sequence[Opposition], side: Mapping[int, bool], groups: Sequence[Group]) -> list[_Dispute]:
    """One dispute, if nobody is against his own side; else each opposition by itself."""
    if any(side[row.one] == side[row.other] for row in rows):
        return [_Dispute(row.kind, (row.one,), (row.other,)) for row in rows]
    first = min(rows, key=partial(_telling, groups))
    ones, others = (
        (first_of, *sorted(number for number, taken in side.items() if taken == side[first_of] and number != first_of))
        for first_of in (first.one, first.other)
    )
    return [_Dispute(first.kind, ones, others)]


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


def _telling(groups: Sequence[Group], row: Opposition) -> tuple[bool, bool, int, float, int, int]:
    """Sorts what tells most of a dispute first: a denial of what is said, rather than of an accusation, in most documents."""
    one = groups[row.one]
    return row.kind != "denial", accuses(one.head), -len(one.documents), -row.score, row.one, row.other


def _mostly(groups: Sequence[Group], places: set[Place]) -> bool:
    """Whether half of the passages of some groups are among some."""
    own = frozenset[Place]().union(*(group.places for group in groups))
    return 2 * len(own & places) >= len(own)


def _contradiction(kind: str, ones: Sequence[Group], others: Sequence[Group], ids: tuple[str, ...]) -> Contradiction:
    one, other = _side(ones), _side(others)
    lead = ones[0]
    if kind == "direction":  # which way it went is told by the flow better than by all that its sentence says
        one, other = replace(one, words=lead.head.words), replace(other, words=others[0].head.words)
    return Contradiction(
        id=identity("contradiction", kind, *one.claims, "/", *other.claims),
        kind=kind,
        proposition=one.words if kind == "denial" and lead.head.kind == "figure" else lead.head.words,
        one=one,
        other=other,
        reconcile=reconciling(kind, lead.gist, others[0].gist),
        findings=ids,
    )


def _side(groups: Sequence[Group]) -> Side:
    """One side of a contradiction, in the words of the first of its groups."""
    if len(groups) == 1:
        return groups[0].side
    sides = [group.side for group in groups]
    claims, origins, documents = (
        tuple(sorted({name for side in sides for name in getattr(side, part)}))
        for part in ("claims", "origins", "documents")
    )
    return Side(sides[0].words, claims, origins, documents)
