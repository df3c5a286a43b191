"""Claims become findings. A pure function: the same claims, documents and rules give the same result in any order."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256

from sayso.core.claim import Claim
from sayso.core.document import Document
from sayso.core.finding import Contradiction, Finding, Note, Reconciled, Side, Source, Weighed
from sayso.core.garbage import uncollected
from sayso.weigh.against import Opposition, oppositions, reconciling
from sayso.weigh.decisions import Ruled, ruled
from sayso.weigh.figures import reconcile, value_of
from sayso.weigh.likeness import Comparison, Weights
from sayso.weigh.names import Names
from sayso.weigh.notes import gathered, notes
from sayso.weigh.origins import Traced, Tracer, joined
from sayso.weigh.prepared import Card, Prepared, prepare
from sayso.weigh.proposition import group
from sayso.weigh.reuse import Reader
from sayso.weigh.rules import WeighRules
from sayso.weigh.verdict import judge
from sayso.weigh.voices import Voices


def weigh(
    claims: Sequence[Claim],
    documents: Sequence[Document],
    *,
    rules: WeighRules | None = None,
    prepared: Mapping[str, Prepared] | None = None,
) -> Weighed:
    """Weighs the claims of a case.

    ``prepared`` may hold what :func:`sayso.weigh.prepared.prepare` made of documents that have not changed, by path;
    the others, and those whose claims the analyst edited, are prepared here.
    """
    decided = ruled(claims, rules or WeighRules())
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in decided.claims:
        by_document[claim.document].append(claim)
    ready: dict[str, Prepared] = {}
    for document in sorted(documents, key=lambda one: one.path):
        kept = (prepared or {}).get(document.path)
        if kept is None or document.path in decided.edited:
            kept = prepare(by_document[document.path], document)
        ready[document.path] = kept
    with uncollected():
        return _Weighing(ready, decided, rules or WeighRules()).weighed()


class _Weighing:
    """One weighing: groups the cards, finds what is against what, traces origins, and says what it comes to."""

    def __init__(self, prepared: dict[str, Prepared], decided: Ruled, rules: WeighRules) -> None:
        gone = set(decided.rejected)
        self._decided = decided
        self._prepared = prepared
        self._cards = sorted(
            (card for one in prepared.values() for card in one.cards if card.id not in gone),
            key=lambda card: (card.document, card.start, card.id),
        )
        self._names = Names(
            _mentioned(prepared, self._cards),
            [pair for one in prepared.values() for pair in one.acronyms],
            decided.merges,
            decided.splits,
        )
        self._letters = {self._names.name(name): letter for name, letter in rules.reliability.items()}
        weights = Weights(
            (one.counts for one in prepared.values()), sum(len(one.sentences) for one in prepared.values())
        )
        self._compare = Comparison(weights, self._names, frozenset().union(*(one.proper for one in prepared.values())))
        speaks = {person: body for path in sorted(prepared) for person, body in prepared[path].speaks_for}
        self._tracer = Tracer(Voices(prepared, self._names, Reader(prepared, weights), speaks))
        self._notes: list[Note] = []

    def weighed(self) -> Weighed:
        place = {card.id: at for at, card in enumerate(self._cards)}
        together = [sorted(place[one] for one in ids if one in place) for ids in self._decided.together]
        never = frozenset(
            (min(a, b), max(a, b))
            for ids in self._decided.never
            for a in (place[one] for one in ids if one in place)
            for b in (place[one] for one in ids if one in place)
            if a != b
        )
        grouping = group(self._cards, self._compare, together, never)
        groups = [[self._cards[at] for at in places] for places in grouping.groups]
        traced = self._tracer.trace_all(groups)
        against = [row for row in oppositions(self._cards, grouping) if not _same_word(row, groups, traced)]
        findings = self._findings(groups, traced, against)
        contradictions = self._contradictions(groups, traced, findings, against)
        return Weighed(
            findings=tuple(sorted(findings.values(), key=lambda one: (one.kind, one.proposition, one.id))),
            contradictions=contradictions,
            sources=self._sources(groups, traced, findings, against),
            figures=_figures(groups, findings, against),
            notes=gathered(self._notes),
            names=self._names.table(),
            origins=tuple(
                sorted((claim, " and ".join(names)) for one in traced for claim, names in one.origin.items())
            ),
            rejected=self._decided.rejected,
            faults=tuple(self._decided.faults),
        )

    def _findings(
        self, groups: list[list[Card]], traced: list[Traced], against: Sequence[Opposition]
    ) -> dict[int, Finding]:
        """The finding of each group; a group that only denies another has none of its own."""
        denying = {row.other for row in against if row.kind == "denial"}
        contra: dict[int, set[int]] = defaultdict(set)
        for row in against:
            contra[row.one].add(row.other)
            if row.kind != "denial":
                contra[row.other].add(row.one)
        found: dict[int, Finding] = {}
        for number, cards in enumerate(groups):
            self._notes += notes(cards, traced[number], self._prepared, self._names.name)
            if number in denying and number not in contra:
                continue
            others = sorted(contra[number])
            against_it = [card for other in others for card in groups[other]]
            found[number] = self._finding(cards, traced[number], against_it, joined(traced[other] for other in others))
        return found

    def _finding(self, cards: list[Card], traced: Traced, others: list[Card], other: Traced) -> Finding:
        judged = judge(cards, traced, others, other, self._letters)
        head = _head(cards)
        ids = tuple(sorted(card.id for card in cards))
        actors = {self._names.name(slot) for card in cards for slot in card.slots if slot}
        return Finding(
            id=_id(head.kind, *ids),
            kind=head.kind,
            proposition=("not: " if head.negative else "") + head.words,
            verdict=judged.verdict,
            reason=judged.reason,
            origins=traced.origins,
            documents=tuple(sorted({card.document for card in cards})),
            claims=ids,
            against=tuple(sorted(card.id for card in others)),
            credibility=judged.credibility,
            value=value_of(cards, head.measure) if head.kind == "figure" else None,
            origins_against=other.origins,
            names=tuple(sorted(actors)),
            likelihood=judged.likelihood,
        )

    def _contradictions(
        self,
        groups: list[list[Card]],
        traced: list[Traced],
        findings: dict[int, Finding],
        against: Sequence[Opposition],
    ) -> tuple[Contradiction, ...]:
        """One entry for each disagreement, however many kinds of claim its passages make of it: passages most of which an entry
        already sets against each other make no other."""
        found: list[Contradiction] = []
        told: list[set[tuple[str, int]]] = []  # the passages of each entry
        of_passage: dict[tuple[str, int], set[int]] = defaultdict(set)
        for row in against:
            ids = tuple(findings[number].id for number in (row.one, row.other) if number in findings)
            places = [{(card.document, card.start) for card in groups[number]} for number in (row.one, row.other)]
            numbers = [set().union(*(of_passage[place] for place in side)) for side in places]
            same = (
                at
                for at in sorted(numbers[0] & numbers[1])
                if all(2 * len(side & told[at]) >= len(side) for side in places)
            )
            known = next(same, len(found))
            if known < len(found):
                found[known] = _with_findings(found[known], ids)
            else:
                found.append(self._contradiction(row, groups, traced, ids))
                told.append(set())
            told[known] |= places[0] | places[1]
            for place in places[0] | places[1]:
                of_passage[place].add(known)
        return tuple(sorted(found, key=lambda one: (one.kind, one.proposition, one.id)))

    def _contradiction(
        self, row: Opposition, groups: list[list[Card]], traced: list[Traced], ids: tuple[str, ...]
    ) -> Contradiction:
        sides = [_side(groups[number], traced[number]) for number in (row.one, row.other)]
        return Contradiction(
            id=_id("contradiction", row.kind, *sides[0].claims, "/", *sides[1].claims),
            kind=row.kind,
            proposition=_head(groups[row.one]).words,
            one=sides[0],
            other=sides[1],
            reconcile=reconciling(row.kind, groups[row.one], groups[row.other]),
            findings=ids,
        )

    def _sources(
        self,
        groups: list[list[Card]],
        traced: list[Traced],
        findings: dict[int, Finding],
        against: Sequence[Opposition],
    ) -> tuple[Source, ...]:
        denied: dict[int, list[int]] = defaultdict(list)
        for row in against:
            if row.kind == "denial":
                denied[row.other].append(row.one)
        rests: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        alone: dict[str, int] = defaultdict(int)
        for number, one in enumerate(traced):
            ids = {findings[at].id for at in (number, *denied[number]) if at in findings}
            for card in groups[number]:
                for name in one.origin[card.id]:
                    rests[name]["documents"].add(card.document)
                    rests[name]["claims"].add(card.id)
                    rests[name]["findings"] |= ids
                    rests[name]["carriers"] |= one.carriers.get(name, set()) - {name}
            if len(one.origins) == 1 and number in findings:
                alone[one.origins[0]] += 1
        return tuple(
            Source(
                name=name,
                reliability=self._letters.get(name, "F"),
                documents=tuple(sorted(about["documents"])),
                carriers=tuple(sorted(about["carriers"])),
                findings=tuple(sorted(about["findings"])),
                claims=tuple(sorted(about["claims"])),
                alone=alone[name],
            )
            for name, about in sorted(rests.items())
        )


def _same_word(row: Opposition, groups: list[list[Card]], traced: list[Traced]) -> bool:
    """Whether both sides are one source's word: quoted with two values in two documents it is worth knowing, else a slip
    of the reader."""
    if traced[row.one].origins != traced[row.other].origins:
        return False
    return (
        row.kind not in {"figure", "count"}
        or len({card.document for at in (row.one, row.other) for card in groups[at]}) == 1
    )


def _mentioned(prepared: dict[str, Prepared], cards: Sequence[Card]) -> set[str]:
    found = {slot for card in cards for slot in card.slots if slot}
    found |= {name for card in cards for chain in card.chains for name, _ in chain}
    return found | {name for one in prepared.values() for name in (*one.house, one.speaker)}


def _id(*parts: str) -> str:
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _head(cards: Sequence[Card]) -> Card:
    """The claim whose words stand for the group: of a kind finer than a statement if there is one, the one that says most, the
    first in the alphabet among equals."""
    return min(cards, key=lambda card: (card.kind == "statement", -min(len(card.words), 160), card.words, card.id))


def _side(cards: Sequence[Card], traced: Traced) -> Side:
    return Side(
        words=min((card.passage for card in cards), key=lambda words: (len(words), words)),
        claims=tuple(sorted(card.id for card in cards)),
        origins=traced.origins,
        documents=tuple(sorted({card.document for card in cards})),
    )


def _with_findings(old: Contradiction, ids: tuple[str, ...]) -> Contradiction:
    return Contradiction(
        old.id,
        old.kind,
        old.proposition,
        old.one,
        old.other,
        old.reconcile,
        tuple(dict.fromkeys((*old.findings, *ids))),
    )


def _figures(
    groups: list[list[Card]], findings: dict[int, Finding], against: Sequence[Opposition]
) -> tuple[Reconciled, ...]:
    """Every figure that more than one claim speaks of: the values that do not meet in one entry."""
    joined: dict[int, int] = {}

    def root(number: int) -> int:
        while joined.get(number, number) != number:
            number = joined[number]
        return number

    why: dict[int, str] = {}
    for row in against:
        if row.kind == "figure":
            one, other = sorted((root(row.one), root(row.other)))
            joined[other] = one
            reason = reconciling("figure", groups[row.one], groups[row.other])
            if reason:
                why.setdefault(row.one, reason)
    parts: dict[int, list[int]] = defaultdict(list)
    for number, found in findings.items():
        if found.kind == "figure":
            parts[root(number)].append(number)
    rows = [
        reconcile([(findings[n], groups[n]) for n in numbers], next((why[n] for n in numbers if n in why), None))
        for numbers in parts.values()
        if len(numbers) > 1 or len(groups[numbers[0]]) > 1
    ]
    return tuple(sorted(rows, key=lambda row: (row.subject, row.unit, row.findings)))
