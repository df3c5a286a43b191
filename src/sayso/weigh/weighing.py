"""Claims become findings. A pure function: the same claims, documents and rules give the same result in any order."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial

from sayso.core.claim import Claim, Modality
from sayso.core.document import Document
from sayso.core.finding import Finding, Note, Source, Weighed
from sayso.core.garbage import uncollected
from sayso.core.hands import Hands
from sayso.weigh.against import Opposition, oppositions, outgrown
from sayso.weigh.card import Card
from sayso.weigh.decisions import Ruled, ruled, unborne
from sayso.weigh.disagreements import contradictions
from sayso.weigh.figures import figures, value_of
from sayso.weigh.group import Group, identity
from sayso.weigh.kept import read_prepared, written
from sayso.weigh.likeness import Comparison
from sayso.weigh.lookup import Looked, Lookups, lookups
from sayso.weigh.marks import Surroundings, of_claims, of_groups
from sayso.weigh.memory import Memory, NoMemory, digest
from sayso.weigh.names import Names
from sayso.weigh.notes import gathered, notes
from sayso.weigh.prepared import Prepared, prepare
from sayso.weigh.proposition import Stock, group
from sayso.weigh.rarity import Weights
from sayso.weigh.reuse import Reader
from sayso.weigh.rules import WeighRules
from sayso.weigh.shapes import Shapes
from sayso.weigh.traced import joined
from sayso.weigh.tracer import Tracer
from sayso.weigh.verdict import judge
from sayso.weigh.voices import Voices

_LOOKING_S = 1e-3  # to work out by what the claims of one document are looked up


def weigh(
    claims: Sequence[Claim],
    documents: Sequence[Document],
    *,
    rules: WeighRules | None = None,
    prepared: Mapping[str, Prepared] | None = None,
    memory: Memory | None = None,
    workers: int = 1,
) -> Weighed:
    """Weighs the claims of a case. ``memory`` may hold what the last weighing left, and holds afterwards what this one leaves.

    ``prepared`` may hold what :func:`sayso.weigh.prepared.prepare` made of documents that have not changed, by path;
    the others, and those whose claims the analyst edited, are prepared here. Claims are compared by up to ``workers`` processes.
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
        if memory and not kept.mark:
            kept = read_prepared(written(kept), document.path)
        ready[document.path] = kept
    with uncollected():
        return _Weighing(ready, decided, rules or WeighRules(), memory or NoMemory(), Hands(workers)).weighed()


class _Weighing:
    """One weighing: groups the cards, finds what is against what, traces origins, and says what it comes to."""

    def __init__(
        self, prepared: dict[str, Prepared], decided: Ruled, rules: WeighRules, memory: Memory, hands: Hands
    ) -> None:
        gone = set(decided.rejected)
        self._decided = decided
        self._prepared = prepared
        self._memory = memory
        self._hands = hands
        self._cards = [
            card
            for path in sorted(prepared)
            for card in sorted(prepared[path].cards, key=lambda card: (card.start, card.id))
            if card.id not in gone
        ]
        self._names = Names(
            _mentioned(prepared, self._cards),
            [pair for one in prepared.values() for pair in one.acronyms],
            decided.merges,
            decided.splits,
        )
        decided.faults += unborne(decided, self._names.borne)
        self._letters = {self._names.name(name): letter for name, letter in rules.reliability.items()}
        self._rated = digest(repr(sorted(self._letters.items())).encode("utf-8", "surrogatepass"))
        weights = Weights(
            (one.counts for one in prepared.values()), sum(len(one.sentences) for one in prepared.values())
        )
        proper = frozenset().union(*(one.proper for one in prepared.values()))
        self._shapes = Shapes(Comparison(weights, self._names, proper), self._cards)
        speaks = {person: body for path in sorted(prepared) for person, body in prepared[path].speaks_for}
        voices = Voices(prepared, self._names, Reader(prepared, weights), speaks)
        self._tracer = Tracer(voices, memory, hands)
        self._stock = self._stocked(Surroundings(weights, proper, self._names, voices.body_of, self._shapes.led))
        self._notes: list[Note] = []

    def _stocked(self, surroundings: Surroundings) -> Stock:
        by_document: dict[str, list[Card]] = {}
        for card in self._cards:
            by_document.setdefault(card.document, []).append(card)
        marks = [surroundings.mark(self._prepared[path], self._decided.rejected) for path in by_document]
        cards = list(by_document.values())

        def work(places: Sequence[int]) -> list[Lookups]:
            return [lookups(cards[at], self._shapes) for at in places]

        looked = self._memory.values(marks, Lookups, partial(self._hands.over, work, each_s=_LOOKING_S))
        return Stock(self._cards, Looked(looked), of_claims(list(zip(marks, map(len, cards), strict=True))))

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
        grouping = group(self._stock, self._shapes, self._memory, self._hands, together, never)
        cards = [[self._cards[at] for at in places] for places in grouping.groups]
        traced = self._tracer.trace_all(cards, of_groups(self._stock.marks, grouping.groups))
        groups = list(map(Group, cards, traced))
        against = [
            row for row in oppositions(self._cards, grouping) if not _same_word(groups[row.one], groups[row.other], row)
        ]
        findings = self._findings(groups, against)
        return Weighed(
            findings=tuple(sorted(findings.values(), key=lambda one: (one.kind, one.proposition, one.id))),
            contradictions=contradictions(groups, findings, against),
            sources=self._sources(groups, findings, against),
            figures=figures(groups, findings, against),
            notes=gathered(self._notes),
            names=self._names.table(),
            origins=tuple(
                sorted((claim, " and ".join(names)) for one in traced for claim, names in one.origin.items())
            ),
            rejected=self._decided.rejected,
            faults=tuple(self._decided.faults),
        )

    def _findings(self, groups: Sequence[Group], against: Sequence[Opposition]) -> dict[int, Finding]:
        """The finding of each group; a group that only denies another has none of its own."""
        denying = {row.other for row in against if row.kind == "denial"}
        contra: dict[int, set[int]] = defaultdict(set)
        for row in against:
            contra[row.one].add(row.other)
            if row.kind != "denial":
                contra[row.other].add(row.one)
        found: dict[int, Finding] = {}
        for number, one in enumerate(groups):
            self._notes += self._memory.value(digest(b"notes", one.traced.mark), list[Note], partial(self._noted, one))
            if number in denying and number not in contra:
                continue
            others = [groups[at] for at in sorted(contra[number])]
            mark = digest(b"finding", self._rated, one.traced.mark, *sorted(other.traced.mark for other in others))
            found[number] = self._memory.value(mark, Finding, partial(self._finding, one, others))
        return found

    def _noted(self, one: Group) -> list[Note]:
        return notes(one.cards, one.traced, self._prepared, self._names.name)

    def _finding(self, one: Group, others: Sequence[Group]) -> Finding:
        """What is found of a group of claims, with the groups against it."""
        contra, other = [card for each in others for card in each.cards], joined(each.traced for each in others)
        judged = judge(one.cards, one.traced, contra, other, self._letters)
        actors = {self._names.name(slot) for card in one.cards for slot in card.slots if slot}
        ids = tuple(sorted(card.id for card in one.cards))
        return Finding(
            id=identity(one.head.kind, *ids),
            kind=one.head.kind,
            proposition=("not: " if _turned(one.head) else "") + one.head.words,
            verdict=judged.verdict,
            reason=judged.reason,
            origins=one.traced.origins,
            documents=one.documents,
            claims=ids,
            against=tuple(sorted(card.id for card in contra)),
            credibility=judged.credibility,
            value=value_of(one.cards, one.head.measure) if one.head.kind == "figure" else None,
            origins_against=other.origins,
            names=tuple(sorted(actors)),
            likelihood=judged.likelihood,
        )

    def _sources(
        self, groups: Sequence[Group], findings: Mapping[int, Finding], against: Sequence[Opposition]
    ) -> tuple[Source, ...]:
        denied: dict[int, list[int]] = defaultdict(list)
        for row in against:
            if row.kind == "denial":
                denied[row.other].append(row.one)
        rests: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        alone: dict[str, int] = defaultdict(int)
        for number, one in enumerate(groups):
            ids = {findings[at].id for at in (number, *denied[number]) if at in findings}
            for card in one.cards:
                for name in one.traced.origin[card.id]:
                    rests[name]["documents"].add(card.document)
                    rests[name]["claims"].add(card.id)
                    rests[name]["findings"] |= ids
                    rests[name]["carriers"] |= one.traced.carriers.get(name, set()) - {name}
            if len(one.traced.origins) == 1 and number in findings:
                alone[one.traced.origins[0]] += 1
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


def _same_word(one: Group, other: Group, row: Opposition) -> bool:
    """Whether both sides are one source's word: quoted with two values in two documents it is worth knowing, else a slip
    of the reader, or a count that the source has since brought up to date."""
    if one.traced.origins != other.traced.origins:
        return False
    return (
        outgrown(one.gist, other.gist) is not None
        or row.kind not in {"figure", "count"}
        or len({*one.documents, *other.documents}) == 1
    )


def _turned(head: Card) -> bool:
    """Whether a claim says that what it words is not so; a statement that is not a denied one words its own "not"."""
    return head.negative and (head.kind != "statement" or head.modality is Modality.DENIED)


def _mentioned(prepared: dict[str, Prepared], cards: Sequence[Card]) -> set[str]:
    found = {slot for card in cards for slot in card.slots if slot}
    found |= {name for card in cards for chain in card.chains for name, _ in chain}
    return found | {name for one in prepared.values() for name in (*one.house, one.speaker)}
