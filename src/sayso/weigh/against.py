"""What stands against what: groups of claims that cannot both be so, with what would let both stand."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.weigh.prepared import Card
from sayso.weigh.proposition import Grouping
from sayso.weigh.shapes_people import counted, still_growing

_ORDER = {kind: at for at, kind in enumerate(("figure", "denial", "sign", "date", "count", "degree", "direction"))}


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
    found: dict[tuple[int, int, str], Opposition] = {}
    for (a, b), (kind, score) in sorted(grouping.opposed.items()):
        if kind == "denial" and cards[a].negative:
            a, b = b, a
        one, other = of[a], of[b]
        if one == other or _one_voice([cards[at] for at in (*grouping.groups[one], *grouping.groups[other])]):
            continue
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
        place = cards[here].document, cards[here].start
        for beside in (here - 2, here - 1, here + 1, here + 2):
            if not 0 <= beside < len(cards) or (cards[beside].document, cards[beside].start) != place:
                continue
            rival = grouping.opposed.get((min(beside, there), max(beside, there)))
            if rival and rival[0] == "figure" and (rival[1], -beside) > (score, -here):
                return False
    return True


def _one_voice(cards: Sequence[Card]) -> bool:
    """Whether one document says all of it by the same word: several things, then, not a contradiction."""
    return len({card.document for card in cards}) == 1 and len({_voice(card) for card in cards}) == 1


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


def reconciling(kind: str, ones: Sequence[Card], others: Sequence[Card]) -> str | None:
    """What would let both sides stand, in words; ``None`` if nothing in the claims suggests anything."""
    found = []
    if kind in {"figure", "count", "sign", "degree"}:
        mine, theirs = _times(ones), _times(others)
        if mine != theirs:
            found.append(
                f"another period: {mine or 'no time given'} on one side, {theirs or 'no time given'} on the other"
            )
    if kind == "figure":
        scopes = [frozenset().union(*(card.first for card in side)) for side in (ones, others)]
        if scopes[0] != scopes[1]:
            subjects = (
                min((card.words for card in side), key=lambda words: (-len(words), words)) for side in (ones, others)
            )
            found.append("another scope: " + " against ".join(f"“{words}”" for words in subjects))
        if {card.measure for card in ones} != {card.measure for card in others} and not counted(ones[0]):
            found.append(f"another unit: {ones[0].measure} against {others[0].measure}")
        if any(map(still_growing, (*ones, *others))):
            found.append("a count that was still rising, or a least one")
        if any(card.approximate for card in (*ones, *others)):
            found.append("one of them is a rough figure")
    if kind == "date":
        found.append("two events of the same kind")
    return "; ".join(found) or None


def _times(cards: Sequence[Card]) -> str:
    return ", ".join(sorted({"–".join(dict.fromkeys(filter(None, card.when))) for card in cards if any(card.when)}))
