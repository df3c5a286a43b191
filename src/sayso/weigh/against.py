"""What stands against what: groups of claims that cannot both be so, with what would let both stand."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.weigh.prepared import Card
from sayso.weigh.proposition import Grouping

_ORDER = {kind: at for at, kind in enumerate(("figure", "denial", "sign", "date", "count", "degree"))}


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
        row = found.setdefault((one, other, kind), Opposition(one, other, kind, score))
        row.score = max(row.score, score)
    return sorted(_best_denials(found.values()), key=lambda row: (_ORDER[row.kind], row.one, row.other))


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
        only = [sorted(scopes[0] - scopes[1]), sorted(scopes[1] - scopes[0])]
        if any(only):
            found.append(
                "another scope: "
                + " against ".join(f"“{' '.join(words)}”" if words else "nothing further" for words in only)
            )
        if any(card.approximate for card in (*ones, *others)):
            found.append("one of them is a rough figure")
    if kind == "date":
        found.append("two events of the same kind")
    return "; ".join(found) or None


def _times(cards: Sequence[Card]) -> str:
    return ", ".join(sorted({"–".join(dict.fromkeys(filter(None, card.when))) for card in cards if any(card.when)}))
