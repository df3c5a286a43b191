"""What the weighing needs of one document, worked out once: it depends on nothing but that document and its claims, so it
can be kept until the document changes. Joining the documents afterwards is quick.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter

from sayso.core.claim import Act, Claim, Figure, Flow, Influence, Modality, Statement, Tie
from sayso.core.document import BlockKind, Document
from sayso.core.passage import Span
from sayso.lexicon.sentences import act_sentence, influence_sentence, stated, tie_sentence
from sayso.lexicon.table import table
from sayso.weigh.answers import answered
from sayso.weigh.blame import accused
from sayso.weigh.card import AHEAD, Card
from sayso.weigh.credit import Chain, counts_lives, credited, credited_only, hints, titles
from sayso.weigh.denial import denial_in, denial_terms, negations
from sayso.weigh.introduced import acronyms, first_names, speaks_for
from sayso.weigh.opposites import degrees
from sayso.weigh.rounding import digits
from sayso.weigh.shapes_people import adds
from sayso.weigh.stand_ins import StandIns, short_forms
from sayso.weigh.terms import Bag, Terms, bag, sentences, terms
from sayso.weigh.witness import saw_itself

_EMPTY: Bag = frozenset()
_HANDFUL = 12
_IN_PASSING = 2  # times what a tie tells that its passage tells
_BEFORE, _AFTER = 130, 90  # characters that tell what a number is about, where its passage is longer


@dataclass(slots=True)
class Prepared:
    """One document's cards, the terms of each of its sentences, and what it says about names.

    The last three are known of what comes back from :mod:`sayso.weigh.kept`: a ``mark`` that is another for anything else, all
    terms, and all wordings that stand for a name.
    """

    path: str
    speaker: str
    house: tuple[str, ...]
    published: str | None
    cards: list[Card]
    sentences: list[Bag]
    counts: Counter[str]
    proper: Bag = _EMPTY
    first_hand: list[int] = field(default_factory=list)
    acronyms: list[tuple[str, str]] = field(default_factory=list)
    speaks_for: list[tuple[str, str]] = field(default_factory=list)
    mark: bytes = field(default=b"", compare=False)
    vocabulary: list[str] = field(default_factory=list, compare=False)
    wordings: list[str] = field(default_factory=list, compare=False)


def prepare(claims: Sequence[Claim], document: Document) -> Prepared:
    """Everything about one document's claims that other documents cannot change."""
    reader = _Reader(document)
    named = [name for name in (document.author, document.publisher) if name] or [document.path]
    told = credited(claims)
    sources = {name for _, chains in told for chain in chains for name, _ in chain}
    stand_ins = StandIns(document.path, document.text, named, sources)
    cards = [
        reader.card(claim, tuple(stand_ins.chain(chain, claim.passage.start) for chain in chains))
        for claim, chains in told
    ]
    persons = speaks_for(document.text, named)
    sources = {name for card in cards for chain in card.chains for name, _ in chain}
    return Prepared(
        path=document.path,
        speaker=named[0],
        house=tuple(named),
        published=document.published,
        cards=answered(cards, persons),
        sentences=[frozenset(found.words) | telling(found.numbers) for found in reader.terms],
        counts=Counter(word for found in reader.terms for word in set(found.words)),
        proper=reader.proper(),
        first_hand=reader.first_hand(named),
        acronyms=acronyms(document.text) + short_forms(document.text) + first_names(persons, sources),
        speaks_for=persons,
    )


class _Reader:
    """Makes the cards of one document; the terms of a passage are worked out once, however many claims stand in it."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._published = document.published
        self.places = sentences(document.text)
        self._starts = [start for start, _ in self.places]
        self.terms = [terms(document.text[start:end]) for start, end in self.places]
        self._passages: dict[tuple[int, int], Terms] = dict(zip(self.places, self.terms, strict=True))
        self._blocks = document.blocks
        self._voices: dict[object, Bag] = {}

    def _kind(self, at: int) -> BlockKind | None:
        """The kind of block that a character stands in."""
        place = bisect_right(self._blocks, at, key=attrgetter("start")) - 1
        return self._blocks[place].kind if place >= 0 and at < self._blocks[place].end else None

    def first_hand(self, house: Sequence[str]) -> list[int]:
        """The places of the sentences in which the document says that it saw for itself."""
        return sorted(set(map(self._sentence, saw_itself(self._text, house))))

    def _sentence(self, at: int) -> int:
        """The place of the sentence that a character stands in."""
        return max(bisect_right(self._starts, at) - 1, 0)

    def _terms_of(self, span: Span) -> Terms:
        found = self._passages.get((span.start, span.end))
        if found is None:
            found = self._passages[span.start, span.end] = terms(span.text)
        return found

    def _voices_of(self, chains: tuple[Chain, ...]) -> Bag:
        """The terms of all who are credited."""
        found = self._voices.get(chains)
        if found is None:
            found = self._voices[chains] = _terms_of_voices(chains)
        return found

    def proper(self) -> Bag:
        """The terms that are names: written with a capital inside a sentence, and never without one."""
        names = frozenset().union(*(found.names for found in self.terms))
        return names - {w for found in self.terms for w in found.words if w not in found.names and w != found.opening}

    def card(self, claim: Claim, chains: tuple[Chain, ...]) -> Card:
        span = claim.passage
        passage, voices = self._terms_of(span), self._voices_of(chains) | titles(span.text, chains)
        order = tuple(word for word in passage.words if word not in voices) or passage.words
        body = claim.body
        content = terms(body.content.text) if isinstance(body, Statement) else passage
        negative = _negative(claim)
        card = Card(
            id=claim.id,
            document=claim.document,
            start=span.start,
            kind=claim.kind,
            says=frozenset(content.words) - credited_only(voices, passage) - (denial_terms() if negative else _EMPTY),
            first=_EMPTY,
            second=_EMPTY,
            slots=(),
            around=frozenset(order),
            order=order,
            breadth=frozenset(breadth().findall(span.text.lower())),
            names=content.names - voices,
            numbers=content.numbers,
            dates=content.dates if isinstance(body, Statement) else _EMPTY,
            days=passage.dates,
            negative=negative,
            modality=claim.modality,
            when=_when(claim, chains, self._published),
            words="",
            passage=span.text,
            sentence=self._sentence(span.start),
            chains=chains,
            certainty=claim.spoken,
            degree=degrees(body.content.text if isinstance(body, Statement) else span.text),
            span=(body.content.start, body.content.end) if isinstance(body, Statement) else (span.start, span.end),
            hints=hints(span.text),
            listed=bool(chains) and self._kind(span.start) is BlockKind.ROW,
            headed=self._kind(span.start) is BlockKind.HEADING,
            told=next((chain[-1][1] for chain in chains if chain[-1][1]), self._published),
            hearsay=not chains and claim.modality is Modality.ALLEGED and not counts_lives(span.text),
        )
        _fill(card, claim)
        return card


def _when(claim: Claim, chains: tuple[Chain, ...], published: str | None) -> tuple[str | None, str | None]:
    """The time a claim is about. What may yet come is not of a time that was over when it was said: the date in its sentence
    is that of something else."""
    start, end = claim.when.start, claim.when.end
    if claim.modality in AHEAD and end:
        said = [date for chain in chains for _, date in chain if date] + [published or ""]
        if end < max(said):
            return None, None
    return start, end


def _fill(card: Card, claim: Claim) -> None:
    """The parts of the card that go by kind."""
    match claim.body:
        case Figure(span, subject, low, high, unit, approximate):
            what = terms(subject)
            card.around &= _near(claim.passage.text, span.start - claim.passage.start) | frozenset(what.words)
            card.first, card.unit, card.measure = frozenset(what.words), unit_class(unit, subject), unit
            card.names = what.names or card.names
            card.second = frozenset(terms(unit).words)
            card.low, card.high, card.approximate, card.words = low, high, approximate, subject
            card.digits, card.more = digits(span.text), adds(span.text) or adds(subject.split(" ", 1)[0])
        case Influence(cause, effect, sign, _):
            card.first, card.second = bag(cause.variable), bag(effect.variable)
            card.sign, card.words = sign, influence_sentence(cause.variable, sign, effect.variable)
        case Flow(goods, origin, via, destination):
            card.first, card.slots = bag(goods), (origin, destination)
            card.words = " ".join(
                filter(None, (goods, origin and f"from {origin}", _via(via), destination and f"to {destination}"))
            )
        case Tie(a, relation, b):
            card.first, card.slots, card.words = bag(relation), (a, b), tie_sentence(a, relation, b)
            if not card.negative and _IN_PASSING * len(bag(card.words)) < len(card.around):
                card.chains = ()  # what is told of somebody in passing is the writer's word
        case Act(actor, action, target):
            card.first, card.slots = bag(action), (actor, target)
            card.words = act_sentence(actor, action, target)
        case Statement(content, clause):
            card.words, card.clause = stated(accused(claim.passage.text, content.text)), clause


def telling(numbers: Bag) -> Bag:
    """The numbers that are no mere handful: two documents seldom have one in common by chance."""
    return frozenset(number for number in numbers if float(number) > _HANDFUL)


def _near(text: str, at: int) -> Bag:
    """The terms of what stands about a number in a long passage: the rest of it may be about something else."""
    start = text.rfind(" ", 0, max(at - _BEFORE, 0)) + 1
    end = text.find(" ", at + _AFTER)
    return frozenset(terms(text[start : end if end >= 0 else len(text)]).words)


def _negative(claim: Claim) -> bool:
    """Whether a claim says that something is not so. The passage must have a word for it: "failed" alone denies nothing."""
    text = claim.passage.text
    denial = denial_in(text)
    if claim.modality is Modality.DENIED or (denial and _place(claim) > denial.start):
        return True
    return bool((claim.negated and negations().search(text)) or _REFUSAL.search(text))


def _place(claim: Claim) -> int:
    """Where in its passage a claim ends, as far as it tells."""
    match claim.body:
        case Statement(content):
            return content.end - claim.passage.start
        case Figure(span):
            return span.end - claim.passage.start
    return len(claim.passage.text)


_REFUSAL = re.compile(r"\b(?:refus|declin)(?:e|es|ed|ing) to\b")


def _via(via: tuple[str, ...]) -> str | None:
    return f"via {', '.join(via)}" if via else None


def _terms_of_voices(chains: tuple[tuple[tuple[str, str | None], ...], ...]) -> Bag:
    return frozenset(word for chain in chains for name, _ in chain for word in terms(name).words)


_PEOPLE = frozenset(
    {"people", "die", "injure", "protester", "child", "army", "flee", "famili", "farm", "job", "arrest", "bod"}
)
_NO_UNIT = frozenset({"number", "count", "total", "figure", ""})


def unit_class(unit: str, subject: str = "") -> str:
    """What two units must share to be compared: a currency, percent, people, or the counted noun. "The number of dead" is
    counted in people, whatever its unit is said to be."""
    if len(unit) == 3 and unit.isupper():
        return unit
    words = terms(unit).words
    last = words[-1] if words else unit.lower()
    if last in _PEOPLE or (last in _NO_UNIT and _PEOPLE.intersection(terms(subject).words)):
        return "people"
    return last


@cache
def breadth() -> re.Pattern[str]:
    """Finds the words that widen or narrow a claim, in lower-case text."""
    lists = table("weighing")["sources"]
    return re.compile(r"\b(?:" + "|".join((*lists["widening"], *lists["narrowing"])) + r")\b")
