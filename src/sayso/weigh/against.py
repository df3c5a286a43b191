"""What stands against what: groups of claims that cannot both be so, with what would let both stand."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.weigh.card import Card
from sayso.weigh.likeness import AGAINST
from sayso.weigh.proposition import Grouping
from sayso.weigh.shapes_people import counted, of_events, still_growing
from sayso.weigh.terms import Bag

_ORDER = {kind: at for at, kind in enumerate(AGAINST)}


@dataclass(slots=True)
class Opposition:
    """Two groups, by number, what sets them against each other, and whether the second denies the first."""

    one: int
    other: int
    kind: str
    score: float


def oppositions(cards: Sequence[Card], grouping: Grouping) -> list[Opposition]:
    """Every pair of groups with claims against each other. A denial's second group is the one that denies."""
    of = {at: number for number, places in enumerate(grouping.groups) for at in places}
    alone = [_alone([cards[at] for at in places]) for places in grouping.groups]
    found: dict[tuple[int, int, str], Opposition] = {}
    for (a, b), (kind, score) in sorted(grouping.opposed.items()):
        if kind == "denial" and cards[a].negative:
            a, b = b, a
        one, other = of[a], of[b]
        if one == other or (alone[one] and alone[one] == alone[other]):
            continue  # one document says all of it by the same word: several things, then, not a contradiction
        if kind != "denial" and one > other:
            one, other, a, b = other, one, b, a
        if kind == "figure" and not _likest(cards, (a, b), score, grouping):
            continue
        row = found.setdefault((one, other, kind), Opposition(one, other, kind, score))
        row.score = max(row.score, score)
    return sorted(_best_denials(found.values()), key=lambda row: (_ORDER[row.kind], row.one, row.other))


def _likest(cards: Sequence[Card], pair: tuple[int, int], score: float, grouping: Grouping) -> bool:
    """Whether no other figure beside one of the two, in the same passage, is more like the other one: only the likest of
    the several figures of a passage is the one that another passage tells otherwise."""
    for here, there in (pair, pair[::-1]):
        place, other = (cards[here].document, cards[here].start), cards[there]
        for beside in (here - 2, here - 1, here + 1, here + 2):
            if not 0 <= beside < len(cards) or (cards[beside].document, cards[beside].start) != place:
                continue
            rival = grouping.opposed.get((min(beside, there), max(beside, there)))
            if (
                rival
                and rival[0] == "figure"
                and (rival[1], _near(cards[beside], other)) > (score, _near(cards[here], other))
            ):
                return False
    return True


def _near(one: Card, other: Card) -> float:
    """How near the values of two figures are: 1 for one value."""
    mine, theirs = (max(card.low or 0.0, card.high or 0.0) for card in (one, other))
    return min(mine, theirs) / max(mine, theirs) if mine > 0 and theirs > 0 else 0.0


def _alone(cards: Sequence[Card]) -> tuple[str, str] | None:
    """The document and the voice that say all of a group, if no other does."""
    first = cards[0].document, _voice(cards[0])
    return first if all((card.document, _voice(card)) == first for card in cards) else None


def _voice(card: Card) -> str:
    return card.chains[0][-1][0] if card.chains else ""


def _best_denials(rows: object) -> list[Opposition]:
    """A group of denials stands against the propositions most like it, not against everything that shares its words."""
    kept: list[Opposition] = []
    denials: dict[int, list[Opposition]] = defaultdict(list)
    for row in rows:  # type: ignore[attr-defined]
        (denials[row.other] if row.kind == "denial" else kept).append(row)
    for options in denials.values():
        best = max(row.score for row in options)
        kept += [row for row in options if row.score >= 0.8 * best]
    return kept


@dataclass(frozen=True, slots=True)
class Gist:
    """What of a group of claims can reconcile it with another: ``rising`` if it counts what may go on growing, up to ``most``,
    ``told`` the first and the last day on which somebody did so."""

    times: str
    scope: Bag
    subject: str
    measures: frozenset[str]
    people: bool
    growing: bool
    rough: bool
    rising: bool
    most: float
    told: tuple[str, str]


def gist(cards: Sequence[Card]) -> Gist:
    count = counted(cards[0])
    days = [card.told for card in cards if card.told]
    return Gist(
        ", ".join(sorted({"–".join(dict.fromkeys(filter(None, card.when))) for card in cards if any(card.when)})),
        frozenset[str]().union(*(card.first for card in cards)),
        min((card.words for card in cards), key=lambda words: (-len(words), words)),
        frozenset(card.measure for card in cards),
        count is not None,
        any(map(still_growing, cards)),
        any(card.approximate for card in cards),
        count is not None and count.fate in of_events("rising"),
        max((bound for card in cards for bound in (card.low, card.high) if bound is not None), default=0.0),
        (min(days, default=""), max(days, default="")),
    )


def outgrown(one: Gist, other: Gist) -> tuple[Gist, Gist] | None:
    """The earlier of two counts and the later, if all reports of the one come before any of the other, which has grown."""
    first, second = sorted((one, other), key=lambda side: side.told)
    grown = first.rising and second.rising and first.most < second.most
    return (first, second) if grown and first.told[1] and first.told[1] < second.told[0] else None


def reconciling(kind: str, one: Gist, other: Gist) -> str | None:
    """What would let both sides stand, in words; ``None`` if nothing in the claims suggests anything."""
    found = []
    if kind in {"figure", "count", "sign", "degree"} and one.times != other.times:
        none = "no time given"
        found.append(f"another period: {one.times or none} on one side, {other.times or none} on the other")
    if kind == "figure":
        if one.scope != other.scope:
            found.append(f"another scope: “{one.subject}” against “{other.subject}”")
        if one.measures != other.measures and not one.people:
            found.append(f"another unit: {min(one.measures)} against {min(other.measures)}")
        if grown := outgrown(one, other):
            found.append(f"a later report: {grown[0].told[1]} on one side, {grown[1].told[0]} on the other")
        if one.growing or other.growing:
            found.append("a count that was still rising, or a least one")
        if one.rough or other.rough:
            found.append("one of them is a rough figure")
    if kind == "date":
        found.append("two events of the same kind")
    return "; ".join(found) or None
