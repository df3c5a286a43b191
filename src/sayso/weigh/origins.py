"""Whose word it is in the end: the claims for one proposition, followed to their independent origins.

A claim's chain leads to the source its document credits; that source may be a document of the case which credits another in
turn, or speak for a body that is credited elsewhere. A document that credits nobody is its own origin, unless its passage is
a reworded one of another document. A source that is not named never counts beside one that is.
Invariant: the result does not depend on the order of the claims.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.weigh.bodies import could_be, one_body, only_described
from sayso.weigh.card import Card
from sayso.weigh.names import named
from sayso.weigh.prepared import telling
from sayso.weigh.quotations import one_mouth
from sayso.weigh.rows import of_headings, one_of_each
from sayso.weigh.stand_ins import is_own_to
from sayso.weigh.terms import Bag, bag
from sayso.weigh.traced import Traced, passage_of
from sayso.weigh.voices import UNDATED, Voices

_SEVERAL = 2  # numbers that two passages seldom share by chance
UNNAMED = "an unnamed source"
Borrowed = Mapping[tuple[str, int], frozenset[str]]


class Trail:
    """The claims for one proposition, sorted, on their way to their origins. ``borrowed`` gives the origins of passages known
    to be copies. Nodes are names; ``rests`` leads from a name to those whose word it passes on."""

    def __init__(self, voices: Voices, cards: Sequence[Card], borrowed: Borrowed, mark: bytes) -> None:
        self._voices = voices
        self._borrowed = borrowed
        self._cards = cards
        self._credits: dict[str, set[str]] = defaultdict(set)  # document -> sources it credits
        self._credit: dict[str, set[str]] = {}  # claim -> sources it credits
        self._rests: dict[str, set[str]] = defaultdict(set)
        self._own: dict[str, Card] = {}  # document that speaks for itself -> the claim with most words
        self._nameless: set[str] = set()  # sources of whom it is not told who they are
        self._rows: dict[str, str] = {}  # claims whose sources are those of a table row, with their document
        self._result = Traced(mark=mark)

    def traced(self) -> Traced:
        for card in self._cards:
            self._read(card)
        self._listed()
        for card, names in of_headings(self._cards, self._credit):
            self._credit[card.id] = self._credits[card.document] = names
        self._within_passages()
        credited = set().union(*self._credit.values())
        self._own_voices()
        self._copies()
        self._retold()
        self._quoted()
        self._bodies()
        starts = {card.id: self._starts(card) for card in self._cards}
        ends = self._ends(set().union(*starts.values()))
        self._settle({id_: set().union(*(ends[name] for name in names)) for id_, names in starts.items()})
        self._doubt(credited)
        return self._result

    def _told(self, card: Card) -> bool:
        """Whether a document tells something in its own voice: it credits nobody, or nobody by name but its own findings
        ("we obtained the letters; they show that …")."""
        return not (card.chains or card.hearsay) or self._voices.saw(card)

    def _listed(self) -> None:
        """The sources of a table row are one origin at most: which of them says it, the row does not tell. Where the same
        document credits somebody for it in its text, or another credits one of them, it is that one; rows that share a
        source share an origin."""
        credited = [card for card in self._cards if card.id in self._credit]
        told = {name for card in credited if card.id not in self._rows for name in self._credit[card.id]}
        in_text: dict[str, set[str]] = defaultdict(set)
        for card in credited:
            if card.id not in self._rows:
                in_text[card.document] |= self._credit[card.id]
        origin = one_of_each([self._credit[id_] for id_ in sorted(self._rows)], told)
        self._nameless |= set(origin.values()) - origin.keys()
        for id_, path in sorted(self._rows.items()):
            found = in_text[path] or {origin[name] for name in self._credit[id_]}
            self._credits[path] = (self._credits[path] - self._credit[id_]) | found
            self._credit[id_] = found

    def _read(self, card: Card) -> None:
        for chain in card.chains:
            self._read_chain(card, [self._voices.voice(name, card.document) for name, _ in chain if named(name)])
        if card.id in self._credit:
            if card.listed:
                self._rows[card.id] = card.document
            return
        best = self._own.get(card.document)
        if self._told(card) and (best is None or len(card.around) > len(best.around)):
            self._own[card.document] = card

    def _read_chain(self, card: Card, voices: list[str]) -> None:
        if not voices:
            return
        origin = voices[-1]
        if is_own_to(card.document, origin) or only_described(origin):
            self._nameless.add(origin)
        self._credit.setdefault(card.id, set()).add(origin)
        self._credits[card.document].add(origin)
        for carrier in voices[:-1]:
            if carrier != origin:
                self._rests[carrier].add(origin)
        self._result.carriers.setdefault(origin, set()).update((*voices[:-1], self._voices.speaker(card.document)))

    def _within_passages(self) -> None:
        """In "A reported that, according to B, …" A rests on B, even if the two claims read from it do not say so."""
        known = {name for origins in self._credit.values() for name in origins}
        known |= {name for card in self._cards for name in self._voices.house(card.document)}
        by_passage: dict[tuple[str, int], list[Card]] = defaultdict(list)
        for card in self._cards:
            by_passage[card.document, card.start].append(card)
        for (path, _), cards in by_passage.items():
            credited = {name for card in cards for name in self._credit.get(card.id, ())}
            hinted = {self._voices.name(hint) for card in cards for hint in card.hints} & known
            for name in (credited or set(self._voices.house(path))) - hinted:
                self._rests[name] |= hinted
            for outer in cards:
                for inner in cards:
                    if outer.id not in self._rows and outer.span[0] < inner.span[0] and inner.span[1] <= outer.span[1]:
                        for name in self._credit.get(outer.id, ()):
                            self._rests[name] |= self._credit.get(inner.id, set()) - {name}

    def _own_voices(self) -> None:
        """Documents of one house are one voice; one that credits somebody for the same elsewhere passes that on."""
        speaking: dict[str, str] = {}
        for path in sorted(self._own):
            if self._credits.get(path):
                continue
            house = self._voices.house(path)
            first = next((speaking[name] for name in house if name in speaking), self._voices.speaker(path))
            for name in (*house, self._voices.speaker(path)):
                speaking.setdefault(name, first)
                if name != first:
                    self._rests[name].add(first)
        for path, origins in sorted(self._credits.items()):
            for name in self._voices.house(path):
                if name not in speaking and name not in origins:
                    self._rests[name] |= origins

    def _copies(self) -> None:
        """Each document that speaks for itself is compared with what it could have taken its passage from: any that
        credits somebody, and those before it that speak for themselves."""
        own = sorted((self._voices.published(path), path) for path in self._own if not self._credits.get(path))
        if not own or len(self._cards) == 1:
            return
        credited = set().union(*self._credit.values())
        before, crediting = self._voices.shelf(), self._voices.shelf()
        for _, card in sorted(
            ((self._voices.published(card.document), card.document), card)
            for card in {card.document: card for card in self._cards if card.id in self._credit}.values()
        ):
            crediting.put(card)
        for date, path in own:
            later = self._own[path]
            first = bool(credited.intersection((self._voices.speaker(path), *self._voices.house(path))))
            options = [(card, False, first) for card in before.likeliest(later)]
            options += [
                (card, True, first or date < self._voices.published(card.document) < UNDATED)
                for card in crediting.likeliest(later)
            ]
            self._rest_on(later, options)
            speaker = self._voices.speaker(path)
            if not self._rests.get(speaker):
                self._rests[speaker] |= self._borrowed.get((path, later.start), frozenset()) - {speaker}
            before.put(later)

    def _retold(self) -> None:
        """Who gives the same few numbers as another amid the same company rests on the other's source, whomever he credits. A
        document without a date is not taken for the later."""
        first: dict[Bag, Card] = {}
        credited = [card for card in self._cards if card.id in self._credit and len(telling(card.numbers)) >= _SEVERAL]
        for card in sorted(credited, key=lambda card: self._voices.published(card.document).replace(UNDATED, "")):
            earlier = first.setdefault(telling(card.numbers), card)
            mine, theirs = self._credit[card.id], self._credit[earlier.id]
            if mine.isdisjoint(theirs) and card.document != earlier.document and self._voices.retold(card, earlier):
                self._result.copies.append((passage_of(card), passage_of(earlier)))
                for name in mine:
                    self._rests[name] |= theirs

    def _quoted(self) -> None:
        """Who is quoted in the same words as another is the other by another name, or speaks for one body."""
        said = ((name, card.passage) for card in self._cards for name in sorted(self._credit.get(card.id, ())))
        for less, more in one_mouth(said):
            if self._follow(less).isdisjoint(self._follow(more)):
                self._rests[less].add(more)

    def _rest_on(self, later: Card, options: list[tuple[Card, bool, bool]]) -> None:
        """Lets a document rest on the one it most surely takes its passage from, and on every other that it takes from too
        and that leads to somebody else. Each option comes with whether it credits somebody and whether it is unlikely to
        have been there first: published later, or itself credits the document."""
        speaker, house = self._voices.speaker(later.document), set(self._voices.house(later.document))
        found: list[tuple[bool, float, str, Card]] = []
        for card, credited, unlikely in options:
            if house & set(self._voices.house(card.document)) or self._speaks_for(house, card):
                continue
            reuse = self._voices.reuse(later, card, credited, unlikely)
            if reuse.copied and reuse.score:
                found.append((not reuse.beside, -reuse.score, card.document, card))
        ends: set[str] = set()
        for alone, _, _, card in sorted(found, key=lambda row: row[:3]):
            if ends and alone:
                break  # so are all that follow
            onto = (self._credit.get(card.id) or {self._voices.speaker(card.document)}) - {speaker}
            led = set().union(*map(self._follow, sorted(onto)))
            if ends and led <= ends:
                continue
            ends |= led
            # "the memo by the Mint is a scandal" says whose it is
            if not any(bag(name) <= bag(later.passage) for name in led):
                self._result.copies.append((passage_of(later), passage_of(card)))
            self._rests[speaker] |= onto

    def _speaks_for(self, house: set[str], card: Card) -> bool:
        """Whether a claim is credited to a house, or to who speaks for it: then the house has it from nobody."""
        credited = self._credit.get(card.id, set())
        bodies = filter(None, map(self._voices.body_of, credited))
        return bool(house & credited) or any(one_body((body, name), {}) for body in bodies for name in house)

    def _bodies(self) -> None:
        """Names of one body rest on one another: with its country and without, its spokesman, its minister."""
        names = {name for origins in self._credit.values() for name in origins}
        names |= {self._voices.speaker(path) for path in self._own}
        names -= self._nameless
        speaks = {name: body for name in names if (body := self._voices.body_of(name))}
        for name, others in one_body(names, speaks).items():
            self._rests[name] |= others - {name}
        for name in sorted(self._nameless):
            noun = name.partition(" ")[0]
            self._rests[name] |= {other for other in names if could_be(noun, other)}

    def _doubt(self, credited: set[str]) -> None:
        """Notes which origins may have it from another: they credit nobody, nobody credits them, and nothing they say
        tells where they have it from."""
        vouched = credited | {
            name
            for path, card in self._own.items()
            if self._voices.vouched(card)
            for name in (self._voices.speaker(path), *self._voices.house(path))
        }
        self._result.doubtful = tuple(name for name in self._result.origins if name not in vouched - self._nameless)
        self._result.nameless = tuple(name for name in self._result.origins if name in self._nameless)

    def _starts(self, card: Card) -> set[str]:
        if card.id in self._credit:
            return self._credit[card.id]
        if self._credits.get(card.document):
            return self._credits[card.document]
        return {self._voices.speaker(card.document)} if self._told(card) else set()

    def _ends(self, names: set[str]) -> dict[str, set[str]]:
        """The ends of every way on from each name, found from the ends back: a chain of a thousand is gone along once."""
        backward: dict[str, list[str]] = defaultdict(list)
        for name, onward in self._rests.items():
            for other in onward:
                backward[other].append(name)
        found: dict[str, set[str]] = defaultdict(set)
        for end in {*names, *backward}:
            if not self._rests.get(end):
                stack = [end]
                while stack:
                    here = stack.pop()
                    if end not in found[here]:
                        found[here].add(end)
                        stack += backward[here]
        return {name: found[name] or self._follow(name) for name in names}

    def _follow(self, name: str) -> set[str]:
        """The ends of every way on from a name; a circle ends in its first name by the alphabet."""
        seen, ends, stack = {name}, set(), [name]
        while stack:
            here = stack.pop()
            onward = self._rests.get(here)
            if not onward:
                ends.add(here)
                continue
            fresh = onward - seen
            seen |= fresh
            stack += fresh
        return ends or {min(seen)}

    def _settle(self, final: dict[str, set[str]]) -> None:
        known = sorted(set().union(*final.values()))
        if known:
            self._result.origins = tuple(known)
        else:
            self._result.origins, self._result.named = (UNNAMED,), False
        for claim, names in final.items():
            self._result.origin[claim] = tuple(sorted(names)) or (UNNAMED,)
