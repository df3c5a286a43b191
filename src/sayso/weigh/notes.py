"""What an analyst should know about how a claim came to be: who cannot be its origin, what was widened on the way."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import cache

from sayso.core.claim import Modality
from sayso.core.finding import Note
from sayso.lexicon.table import table
from sayso.weigh.card import AHEAD, Card
from sayso.weigh.names import named
from sayso.weigh.prepared import Prepared
from sayso.weigh.terms import Bag, term
from sayso.weigh.traced import Passage, Traced
from sayso.weigh.verdict import listed

_YEAR = 363  # days from the first to the last of a year, or of a season that is a year
_GUARDED = frozenset({Modality.ALLEGED, Modality.POSSIBLE})


def gathered(found: Sequence[Note]) -> tuple[Note, ...]:
    """The notes in order, those in the same words as one."""
    rows: dict[tuple[str, str, tuple[str, ...]], set[str]] = defaultdict(set)
    for note in found:
        rows[note.kind, note.words, note.documents].update(note.claims)
    return tuple(
        Note(kind, words, tuple(sorted(ids)), documents) for (kind, words, documents), ids in sorted(rows.items())
    )


def notes(
    cards: Sequence[Card], traced: Traced, prepared: dict[str, Prepared], name: Callable[[str], str]
) -> list[Note]:
    """The notes on one side of a finding. ``name`` gives a wording its one name."""
    found = [note for card in cards for note in _dated_before(card, cards, prepared)]
    found += _restated(cards, traced, prepared)
    found += _source_differs(cards, traced, name)
    found += _period_differs(cards, traced)
    found += [_copied(later, earlier, prepared) for later, earlier in traced.copies]
    return found


def _copied(later: Passage, earlier: Passage, prepared: dict[str, Prepared]) -> Note:
    """That one passage repeats another; which was first is not known of documents without a date."""
    told = all(prepared[one.document].published for one in (later, earlier))
    words = f"{later.document} repeats {earlier.document} in other words without crediting it"
    if not told:
        later, earlier = sorted((later, earlier))
        words = (
            f"{later.document} and {earlier.document} say the same in other words without crediting each other; "
            "a date is missing to tell which repeats which"
        )
    return Note("copied", words, (later.id, earlier.id), (later.document, earlier.document))


def _dated_before(card: Card, cards: Sequence[Card], prepared: dict[str, Prepared]) -> Iterator[Note]:
    """Notes on sources published before the time they are cited for, or before it was over. Of the sources of a table row,
    those count that its document's text credits with the same."""
    start, end = card.when
    if not start or not end or card.modality in AHEAD or _still_to_come().search(card.passage):
        return
    dated = [voice for chain in card.chains for voice in chain] or [(card.document, prepared[card.document].published)]
    if card.listed and len(dated) > 1:
        if card.kind != "figure":
            return  # the day in a row's sentence is most often that of something else in it
        told = (chain for one in cards if one.document == card.document and not one.listed for chain in one.chains)
        credited = {name for chain in told for name, _ in chain}
        dated = [voice for voice in dict.fromkeys(dated) if voice[0] in credited]
    for name, date in dated:
        if date and (words := _too_early(card, name, date, (start, end))):
            yield Note("dated-before", words, (card.id,), (card.document,))


def _too_early(card: Card, name: str, date: str, when: tuple[str, str]) -> str:
    """Why a source of a date cannot have known what is said of a time, in words. What is said of a whole year is often said
    ahead of it, but its total was not known before it was over."""
    start, end = when
    if start[:7] == end[:7]:
        if not _ended_before(date, start):
            return ""
        if name == card.document:
            return f"{name}, dated {date}, speaks of {start} as past"
        return f"{name}, dated {date}, cannot be the origin of what {card.document} says of {start}"
    whole_years = _days(start, end) >= _YEAR  # or seasons, which begin in any month
    if len(date) < len("2024-05") or not start[:7] <= date[:7] < end[:7] or (whole_years and not _is_total(card)):
        return ""
    return f"{name}, dated {date}, cannot know the whole of what {card.document} says of {start} to {end}"


def _days(start: str, end: str) -> int:
    return (datetime.fromisoformat(end) - datetime.fromisoformat(start)).days


def _is_total(card: Card) -> bool:
    """Whether a figure is one that statistics give for whole years."""
    return card.kind == "figure" and not card.first.isdisjoint(_totals())


@cache
def _totals() -> Bag:
    return frozenset(filter(None, map(term, table("shapes")["totals"]["words"])))


@cache
def _still_to_come() -> re.Pattern[str]:
    """Finds words of what was still to come when it was said ("set to expire on …"): a source can be older than that."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, table('shapes')['ahead']['words']))})\b")


def _ended_before(date: str, start: str) -> bool:
    """Whether a date, whole or partial, was over before another began."""
    size = min(len(date), len(start))
    return date[:size] < start[:size]


def _restated(cards: Sequence[Card], traced: Traced, prepared: dict[str, Prepared]) -> list[Note]:
    """Restatements of one origin's word that say more, or say it more surely, than the document nearest the origin."""
    by_origin: dict[tuple[str, ...], list[Card]] = defaultdict(list)
    for card in cards:
        by_origin[traced.origin[card.id]].append(card)
    found = []
    for origin, same in sorted(by_origin.items()):
        first = min(
            same,
            key=lambda card: (not card.chains, prepared[card.document].published or "9999", card.document, card.start),
        )
        for card in same:
            if card.document == first.document:
                found += _in_table(card, first)
                continue
            documents = (card.document, first.document)
            if _bound_dropped(card, first):
                words = f"{card.document} gives as the figure what {first.document} gives as a bound on the word of {origin[0]}"
                found.append(Note("widened", words, (card.id, first.id), documents))
            if first.modality in _GUARDED and card.modality is Modality.ASSERTED and not card.chains:
                words = f"{card.document} states as fact what {first.document} only puts as {first.modality.value}"
                found.append(Note("dropped-alleged", words, (card.id, first.id), documents))
            more = _wider(card.breadth, first.breadth) if _retold(card, first) else ""
            if more:
                words = f"{card.document} says more than {first.document} does on the word of {origin[0]}: {more}"
                found.append(Note("widened", words, (card.id, first.id), documents))
    return found


def _in_table(card: Card, first: Card) -> list[Note]:
    """What a table row makes of what its own document puts more guardedly in its text."""
    if not card.listed or first.listed:
        return []
    documents = (card.document,)
    found = []
    if first.modality in _GUARDED and card.modality is Modality.ASSERTED and card.kind != "tie":
        words = f"a table of {card.document} states as fact what its text only puts as {first.modality.value}"
        found.append(Note("dropped-alleged", words, (card.id, first.id), documents))
    if _bound_dropped(card, first):
        words = f"a table of {card.document} gives as the figure what its text gives as a bound"
        found.append(Note("widened", words, (card.id, first.id), documents))
    return found


def _bound_dropped(card: Card, first: Card) -> bool:
    """Whether "up to 30" has become 30, or "at least 30" has."""
    if card.kind != "figure" or card.low is None or card.low != card.high or first.low == first.high:
        return False
    return (first.high == card.high and (first.low is None or first.low == 0)) or (
        first.low == card.low and first.high is None
    )


def _retold(card: Card, first: Card) -> bool:
    """Whether two passages are near enough for a word more in one to widen what the other says: a statement's own words, or
    passages that share the most of their terms, about the same value."""
    if card.kind == "figure" and (card.low, card.high) != (first.low, first.high):
        return False
    shared = len(card.around & first.around)
    return 2 * shared >= min(len(card.around), len(first.around)) and 3 * shared >= max(
        len(card.around), len(first.around)
    )


def _wider(restated: Bag, first: Bag) -> str:
    lists = _scopes()
    added = sorted(lists["widening"] & restated - first)
    dropped = sorted(lists["narrowing"] & first - restated)
    if added:
        return f"“{added[0]}” is added"
    return f"“{dropped[0]}” is dropped" if dropped else ""


@cache
def _scopes() -> dict[str, Bag]:
    lists = table("weighing")["sources"]
    return {name: frozenset(lists[name]) for name in ("widening", "narrowing")}


def _period_differs(cards: Sequence[Card], traced: Traced) -> list[Note]:
    """One figure that documents give on one source's word, each from a year of its own on."""
    by_value: dict[tuple[tuple[str, ...], float | None], list[Card]] = defaultdict(list)
    for card in cards:
        if card.kind == "figure" and card.low == card.high and card.when[0] and card.chains:
            by_value[traced.origin[card.id], card.low].append(card)
    found = []
    for (origin, _), same in sorted(by_value.items(), key=str):
        times = {card.document: _told(card.when) for card in same}
        if len(times) > 1 and len({str(card.when[0])[:4] for card in same}) > 1:
            said = " and ".join(f"for {time} in {path}" for path, time in sorted(times.items()))
            words = f"on the word of {listed(origin)} the same figure is given {said}"
            found.append(Note("period-differs", words, tuple(sorted(card.id for card in same)), tuple(sorted(times))))
    return found


def _told(when: tuple[str | None, str | None]) -> str:
    start, end = when
    return f"{start} to {end}" if end and start != end else f"{start} on" if not end else str(start)


def _source_differs(cards: Sequence[Card], traced: Traced, name: Callable[[str], str]) -> list[Note]:
    """One exact figure that documents credit to different sources, neither of which rests on the other."""
    if not cards or cards[0].kind != "figure":
        return []
    credit: dict[tuple[float | None, float | None], dict[str, list[Card]]] = defaultdict(lambda: defaultdict(list))
    for card in cards:
        for chain in card.chains:
            if named(chain[-1][0]) and not card.listed:
                credit[card.low, card.high][name(chain[-1][0])].append(card)
    found = []
    for _, sources in sorted(credit.items(), key=lambda row: str(row[0])):
        documents = sorted({card.document for rows in sources.values() for card in rows})
        origins = {traced.origin[card.id] for rows in sources.values() for card in rows}
        if len(sources) > 1 and len(documents) > 1 and len(origins) > 1:
            ids = tuple(sorted({card.id for rows in sources.values() for card in rows}))
            words = f"the same figure is credited to {' and to '.join(sorted(sources))}"
            found.append(Note("source-differs", words, ids, tuple(documents)))
    return found
