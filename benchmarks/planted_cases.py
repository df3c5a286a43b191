"""Planted cases for the weighing: documents written out as English text, with what is known about them.

Each case holds a few events. An event is told by one or more independent origins, in documents of their own or credited by
others; some documents credit a source, some through a carrier, some copy a passage in other words and credit nobody. Some
events are denied, some told with another value, and some have a twin elsewhere that is not the same event at all.
Everything follows from the seed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

import planted_words as words
from sayso.core.claim import Claim, Figure, Modality, Statement, Voice
from sayso.core.document import Block, BlockKind, Document
from sayso.core.passage import Span


@dataclass(frozen=True)
class Told:
    """One sentence that tells an event: where it stands, and how."""

    document: str
    start: int
    end: int
    side: int  # 0 the event, 1 what is against it, 2 its twin


@dataclass
class Event:
    """What was planted: ``origins`` by side, where each side is told, and whether sides 0 and 1 contradict."""

    told: list[Told] = field(default_factory=list)
    origins: dict[int, set[str]] = field(default_factory=dict)
    against: str = ""


@dataclass
class Case:
    seed: int
    documents: list[Document] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)  # what a reader without fault would give
    events: list[Event] = field(default_factory=list)


def cases(number: int, seed: int = 1) -> Iterator[Case]:
    for at in range(number):
        yield _Writer(seed * 100_003 + at).case()


def _cap(text: str) -> str:
    return text[:1].upper() + text[1:]


class _Page:
    """A document being written."""

    def __init__(self, path: str, publisher: str, published: str) -> None:
        self.path, self.publisher, self.published = path, publisher, published
        self.text = ""
        self.first = True

    def add(self, sentence: str) -> tuple[int, int]:
        start = len(self.text)
        self.text += sentence
        end = len(self.text)
        self.text += " "
        return start, end


@dataclass
class _Account:
    """One wording of an event by one origin, with what stands beside it."""

    sentence: str
    before: list[str]
    after: list[str]
    origin: str
    day: int


class _Writer:
    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._case = Case(seed)
        self._pages: list[_Page] = []
        self._outlets = self._random.sample(words.OUTLETS, len(words.OUTLETS))
        self._sources = self._random.sample(words.SOURCES, len(words.SOURCES))
        self._beside = self._random.sample(words.BESIDE, len(words.BESIDE))
        self._firms = self._random.sample(words.FIRMS, len(words.FIRMS))
        self._places = self._random.sample(words.PLACES, len(words.PLACES))
        self._states = self._random.sample(words.STATES, len(words.STATES))

    def case(self) -> Case:
        for kind in self._random.sample(words.EVENTS, self._random.randint(1, 3)):
            self._event(kind)
        self._random.shuffle(self._pages)
        for page in self._pages:
            self._case.documents.append(
                Document(
                    page.path, page.text, (Block(BlockKind.PARAGRAPH, 0, len(page.text)),),
                    title=None, publisher=page.publisher, published=page.published, sha256=page.path,
                )
            )  # fmt: skip
        return self._case

    # events

    def _event(self, kind: tuple) -> None:
        random = self._random
        event = Event()
        self._case.events.append(event)
        values = random.sample(kind[3], min(3, len(kind[3])))
        self._wordings: dict[int, list[str]] = {}
        self._taken: set[str] = set()
        slots = {
            "thing": random.choice(kind[4]),
            "place": self._places.pop(),
            "firm": self._firms.pop(),
            "state": self._states.pop(),
        }
        for number in range(random.choice([1, 1, 2, 2, 3])):
            self._origin(event, kind, slots, values[0], 0, number)
        fate = random.random()
        if fate < 0.25 and len(values) > 1:
            event.against = "value"
            for number in range(random.choice([1, 1, 2])):
                self._origin(event, kind, slots, values[1], 1, number)
        elif fate < 0.5:
            event.against = "denial"
            self._denial(event, kind, slots, values[0])
        elif fate < 0.75:
            twin = dict(slots, place=self._places.pop(), firm=self._firms.pop(), state=self._states.pop())
            self._origin(event, kind, twin, values[-1], 2, 0)

    def _origin(self, event: Event, kind: tuple, slots: dict, value: object, side: int, number: int) -> None:
        """One independent origin: its own account, then those who pass it on."""
        random = self._random
        beside = [self._beside.pop() for _ in range(min(len(self._beside), random.randint(1, 3)))]
        cut = random.randint(0, len(beside))
        day = random.randint(1, 9)
        account = _Account(
            self._tell(kind, slots, value, self._own_wording(kind, side)), beside[:cut], beside[cut:], "", day
        )
        style = random.choice(["own", "credited", "credited", "both"])
        if style == "own":
            page = self._page(day)
            account.origin = page.publisher
            self._write(event, kind, slots, value, side, page, account)
            if number or self._random.random() < 0.4:
                page.add(random.choice(words.FIRST_HAND))
        else:
            account.origin = self._sources.pop()
            if style == "both":
                page = self._page(day, publisher=_cap(account.origin.removeprefix("the ")))
                self._write(event, kind, slots, value, side, page, account)
            else:
                self._credit(event, kind, slots, value, side, account, self._page(day), account.before, account.after)
        event.origins.setdefault(side, set()).add(account.origin)
        for _ in range(random.choice([0, 0, 1, 1, 2, 3])):
            if random.random() < 0.5:
                other = _Account(self._tell(kind, slots, value), [], [], account.origin, day)
                self._credit(event, kind, slots, value, side, other, self._page(day + random.randint(1, 9)), [], [])
            else:
                self._copy(event, kind, slots, value, side, account, self._page(day + random.randint(1, 9)))

    def _own_wording(self, kind: tuple, side: int) -> str:
        """No two origins of an event tell it in one wording."""
        if side not in self._wordings:
            self._wordings[side] = self._random.sample(kind[5], len(kind[5]))
            self._taken.update(self._wordings[side][-3:])
        return self._wordings[side].pop()

    def _tell(self, kind: tuple, slots: dict, value: object, wording: str | None = None) -> str:
        others = [one for one in kind[5] if one not in self._taken] or kind[5]
        wording = wording or self._random.choice(others)
        said = f"{value:,}" if isinstance(value, int) else value
        if kind[2] == "USD":
            said = f"${value / 1e6:.0f} million"
        elif kind[2] == "percent":
            said = f"{value}%" if self._random.random() < 0.5 else f"{value} percent"
        return _cap(wording.format(value=said, thing_c=_cap(slots["thing"]), **slots))

    # documents

    def _page(self, day: int, publisher: str | None = None) -> _Page:
        publisher = publisher or self._outlets.pop() if self._outlets or publisher else f"Bulletin {len(self._pages)}"
        page = _Page(
            f"{len(self._pages):02}-{publisher.lower().replace(' ', '-')}.txt", publisher, f"2024-12-{min(day, 28):02}"
        )
        self._pages.append(page)
        if self._random.random() < 0.6:
            page.add(self._filler())
        return page

    def _filler(self) -> str:
        pick = self._random.choice
        return pick(words.FILLER).format(place=pick(words.PLACES), firm=pick(words.FIRMS), state=pick(words.STATES))

    def _write(
        self, event: Event, kind: tuple, slots: dict, value: object, side: int, page: _Page, account: _Account
    ) -> None:
        for sentence in account.before:
            page.add(sentence)
        self._claim(event, kind, slots, value, side, page, account.sentence, ())
        for sentence in account.after:
            page.add(sentence)

    def _credit(
        self,
        event: Event,
        kind: tuple,
        slots: dict,
        value: object,
        side: int,
        account: _Account,
        page: _Page,
        before: list,
        after: list,
    ) -> None:
        clause = self._clause(account.sentence, slots)
        source = account.origin
        for sentence in before:
            page.add(sentence)
        chain: tuple[str, ...] = (source,)
        form = self._random.choice(words.CREDITED)
        carrier = ""
        if self._random.random() < 0.2 and self._outlets:
            carrier = self._outlets.pop()
            form, chain = self._random.choice(words.CHAINED), (carrier, source)
        sentence = form.format(
            source=source, source_c=_cap(source), clause=clause, clause_c=_cap(clause), carrier=carrier
        )
        self._claim(event, kind, slots, value, side, page, _cap(sentence), chain)
        for sentence in after:
            page.add(sentence)

    def _copy(
        self, event: Event, kind: tuple, slots: dict, value: object, side: int, account: _Account, page: _Page
    ) -> None:
        """A reworded passage without credit: most of what stood beside the account comes along."""
        keep = [sentence for sentence in account.before if self._random.random() < 0.8]
        after = [sentence for sentence in account.after if self._random.random() < 0.8]
        for sentence in keep:
            page.add(self._reworded(sentence))
        wording = self._reworded(account.sentence) if keep or after or self._random.random() < 0.7 else account.sentence
        self._claim(event, kind, slots, value, side, page, wording, ())
        for sentence in after:
            page.add(self._reworded(sentence))

    def _reworded(self, sentence: str) -> str:
        """The sentence with some of its words put otherwise and, at times, its first phrase moved to the end."""
        for old, new in words.REWORD.items():
            if old in sentence and self._random.random() < 0.8:
                sentence = sentence.replace(old, new, 1)
        head, comma, tail = sentence.rstrip(".").partition(", ")
        if comma and len(head.split()) <= 4 and self._random.random() < 0.7:
            sentence = f"{_cap(tail)} {head[0].lower() if head.split()[0] in {'At', 'In', 'On', 'Near'} else head[0]}{head[1:]}."
        return sentence

    def _denial(self, event: Event, kind: tuple, slots: dict, value: object) -> None:
        source = self._sources.pop()
        clause = self._clause(self._tell(kind, slots, value), slots)
        sentence = self._random.choice(words.DENIED).format(source_c=_cap(source), clause=clause)
        event.origins.setdefault(1, set()).add(source)
        self._claim(event, kind, slots, value, 1, self._page(12), sentence, (source,), Modality.DENIED)

    def _clause(self, sentence: str, slots: dict) -> str:
        clause = sentence.rstrip(".")
        first = clause.split()[0]
        proper = any(clause.startswith(slots[name]) for name in ("firm", "state", "place"))
        return clause if proper or not first.isalpha() else clause[0].lower() + clause[1:]

    def _claim(
        self, event: Event, kind: tuple, slots: dict, value: object, side: int, page: _Page, sentence: str, chain: tuple[str, ...],
        modality: Modality = Modality.ASSERTED,
    ) -> None:  # fmt: skip
        start, end = page.add(sentence)
        event.told.append(Told(page.path, start, end, side))
        span = Span(start, end, sentence)
        if kind[0] == "figure" and isinstance(value, int | float):
            body = Figure(span, kind[1].format(**slots), float(value), float(value), kind[2].format(**slots))
        else:
            body = Statement(span)
        voices = tuple(Voice(name.removeprefix("the ")) for name in chain)
        self._case.claims.append(
            Claim(f"{page.path}:{start}", page.path, span, body, attribution=voices, modality=modality)
        )
