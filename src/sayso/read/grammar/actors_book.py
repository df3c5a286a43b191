"""The proper names of one document: full names for surnames, acronyms it introduces, offices, and one kind for each name."""

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from sayso.core.document import BlockKind
from sayso.lexicon.names import Entry, bare, canonical, key, lookup, state_of
from sayso.lexicon.table import table
from sayso.read.grammar.actors_runs import Kind, generic, kind_of, runs
from sayso.read.parse import Parse, Sentence, Word

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_RULES = frozenset({"regime", "presidency", "administration"})  # a person's, where it is not a state's
_SURE = 20  # mentions by their label alone that one such word outweighs
_CLEARLY = 1.3  # how much oftener than any other a state must be mentioned for the document to be about it
_PLACES = frozenset({"GPE", "LOC", "FAC", "NORP"})
_BESIDE = frozenset(
    {"'s", "’s", "'", "’", "then", "former", "current"}
)  # what may stand between a state and its officer
_WHERE = frozenset({"in", "at", "near", "off", "outside", "around"})
_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", ""})


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that mention an actor, and the actor's name. ``entry`` is set where the gazetteer knows the words.

    ``rank`` is 2 for the subject of a clause, 1 for its owner (``Kenya`` in "Kenya's exports fell"), else 0.
    """

    words: tuple[Word, ...]
    name: str
    kind: Kind
    entry: Entry | None = None
    rank: int = 0

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def folk(self) -> bool:
        """Whether it names a group that its members go by in the plural ("the Tuaregs", "Tuareg fighters")."""
        return self.entry is not None and self.kind == "group"

    @property
    def adjectival(self) -> bool:
        """Whether it stands as an adjective before a common noun (``Kenyan`` in "Kenyan goods")."""
        last = self.words[-1]
        return self.entry is not None and self.entry.sense == "people" and last.dep in _MODIFIERS


class Book:
    """Every proper name of a document, named in the light of the whole document."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.at: dict[int, Mention] = {}
        self.by_sentence: list[list[Mention]] = []
        self.kinds: dict[str, Kind] = {}
        self.topics: list[str] = []
        self.protagonist: list[str] = []
        self.offices: dict[tuple[str, str], str] = {}
        self.governs: dict[str, str] = {}
        self.organs: dict[tuple[str, str], set[str]] = {}
        self._full: dict[str, str] = {}
        self._surnames: dict[str, str] = {}
        self._short: dict[str, str] = {}
        self._folk: dict[str, Entry] = {}
        self._persons: set[str] = set()
        self._starts = [sentence.start for sentence in parse.sentences]
        found = [runs(parse, sentence) for sentence in parse.sentences]
        for of_sentence in found:
            self._introduce(of_sentence)
        self._shorten([run for of_sentence in found for run in of_sentence])
        self._open(found)
        self._gather([run for of_sentence in found for run in of_sentence])
        for of_sentence in found:
            self.by_sentence.append([self._mention(words, entry) for words, entry in of_sentence])
        for mention in (one for mentions in self.by_sentence for one in mentions):
            self.at.update((word.start, mention) for word in mention.words)
        self._settle()

    def only_publishes(self, mention: Mention) -> bool:
        """Whether whoever publishes the document is named there as that alone: over the text, or as told something."""
        document = self.parse.document
        return not mention.rank and mention.name in {document.publisher, document.author}

    def sentence_of(self, word: Word) -> Sentence:
        return self.parse.sentences[max(0, bisect_right(self._starts, word.start) - 1)]

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before it in the same stretch of text; the last of the block before where it opens a paragraph."""
        if sentence.index == 0:
            return None
        earlier = self.parse.sentences[sentence.index - 1]
        if earlier.block == sentence.block:
            return earlier if earlier.cell == sentence.cell else None
        kinds = {self.parse.document.blocks[one.block].kind for one in (earlier, sentence)}
        return earlier if kinds == {BlockKind.PARAGRAPH} else None

    def _introduce(self, found: list[tuple[list[Word], Entry | None]]) -> None:
        """Learns acronyms and full names before any mention is named, so that both ways round work."""
        text = self.parse.document.text
        for place, (words, entry) in enumerate(found):
            here = bare(self.parse.text_of(words))
            if place:
                before = found[place - 1][0]
                if (
                    text[before[-1].end : words[0].start].strip() == "("
                    and text[words[-1].end : words[-1].end + 1] in ");,/"
                ):
                    self._pair(bare(self.parse.text_of(before)), here, before)
            if entry is not None or words[0].tag.startswith("VB"):  # "Endorses Joan Doe", in a heading
                continue
            plain = canonical(here)
            parts = plain.split(" ")
            if 2 <= len(parts) <= 4 and kind_of(plain, words) == "person" and not parts[0].isupper():
                for surname in (
                    parts[-1],
                    parts[-1].rpartition("-")[2] if parts[-1][0].islower() else "",
                ):  # "al-Bashir"
                    if surname:
                        self._surnames.setdefault(key(surname), plain)
                self._persons.add(plain)

    def _shorten(self, found: list[tuple[list[Word], Entry | None]]) -> None:
        """``Acme`` is Acme Trading, the one organisation of the document so called before it, unless Acme is a place as well."""
        longer: dict[str, set[str]] = {}
        others: set[str] = set()
        for words, entry in found:
            plain = canonical(bare(self.parse.text_of(words)))
            first, _, rest = plain.partition(" ")
            if entry is not None or lookup(first) or first.isupper() or rest.startswith("&"):
                continue
            if rest and kind_of(plain, words) == "organisation":
                longer.setdefault(key(first), set()).add(plain)
            elif words[-1].ent in _PLACES or words[-1].head.lower in _WHERE or key(first) not in longer:
                others.add(key(first))
        for first, names in sorted(longer.items()):
            sure = [name for name in names if all(part in generic() for part in name.lower().split(" ")[1:])]
            if len(names) == 1 and (sure or first not in others):
                self._short[first] = names.pop()

    def _open(self, found: list[list[tuple[list[Word], Entry | None]]]) -> None:
        """Finds the persons that open a sentence where the parser sees no name ("Okello benefits from the deal")."""
        known = {
            key(words[0].text) for one in found for words, _ in one if len(words) == 1 and words[0].ent == "PERSON"
        }
        known |= self._surnames.keys()
        for sentence, of_sentence in zip(self.parse.sentences, found, strict=True):
            first = sentence.words[0]
            if first.pos == "PROPN" and key(first.text) in known and not (of_sentence and first in of_sentence[0][0]):
                of_sentence.insert(0, ([first], None))

    def _gather(self, found: list[tuple[list[Word], Entry | None]]) -> None:
        """Groups whose name stands in the plural as theirs and before a noun as its adjective: "the Tuaregs", "Tuareg fighters"."""
        single = [words[0] for words, entry in found if entry is None and len(words) == 1]
        places = {word.text for word in single if word.ent in _PLACES and word.ent != "NORP"}
        adjectives = {word.text for word in single if word.dep in _MODIFIERS and word.head.text.islower()}
        for word in single:
            before = self.sentence_of(word).words[word.i - 1] if word.i else word
            if word.text in places or before.tag not in {"DT", "POS", "VBN"}:
                continue
            if word.text[:-1] in adjectives and word.text.endswith("s"):
                entry = Entry(word.text, "people")
                self._folk |= {word.text: entry, word.text[:-1]: entry}

    def _pair(self, first: str, second: str, words: list[Word]) -> None:
        """``Coastal Survey Office (KSO)``: either wording stands for the pair."""
        short, long = sorted((first, second), key=len)
        if "." in short or "-" in short or kind_of(long, words) == "person":  # "(D-Ohio)"
            return
        if " " in short or not 1 < len(short) <= 12 or sum(letter.isupper() for letter in short) < 2:
            return
        if " " not in long or lookup(short) or lookup(long):
            return
        name = f"{canonical(long)} ({short})"
        for wording in (short, long, name):
            self._full.setdefault(key(wording), name)

    def _mention(self, words: list[Word], entry: Entry | None) -> Mention:
        rank = _rank(words)
        if entry is not None:
            return Mention(tuple(words), entry.name, "state" if entry.name in table("states") else "body", entry, rank)
        name = canonical(bare(self.parse.text_of(words)))
        if (entry := self._folk.get(name)) is not None:
            return Mention(tuple(words), entry.name, "group", entry, rank)
        full = self._full.get(key(name))
        if full is None and " " not in name and words[0].ent in _LABELS and words[-1].dep != "amod":
            full = self._surnames.get(key(name)) or self._short.get(key(name))
        name = full or name
        kind: Kind = "person" if name in self._persons else kind_of(name, words)
        return Mention(tuple(words), name, kind, None, rank)

    def _settle(self) -> None:
        """One kind for each name, the one most of its mentions show; offices; the states most spoken of."""
        votes: dict[str, Counter[Kind]] = {}
        for mention in (one for mentions in self.by_sentence for one in mentions):
            votes.setdefault(mention.name, Counter())[mention.kind] += 1
            if mention.entry is None and mention.words[-1].head.lemma in _RULES:
                votes[mention.name]["person"] += _SURE
        introduced = set(self._full.values())
        for name, seen in votes.items():
            sure = [kind for kind, _ in seen.most_common() if kind != "unknown"]
            self.kinds[name] = "organisation" if name in introduced else sure[0] if sure else "unknown"
        states = Counter({name: seen.total() for name, seen in votes.items() if self.kinds[name] == "state"})
        ranked = states.most_common()
        self.topics = [name for name, _ in ranked]
        if ranked and ranked[0][1] >= _CLEARLY * (ranked[1][1] if len(ranked) > 1 else 1):
            self.protagonist = self.topics[:1]
        self._posts()

    def _posts(self) -> None:
        """Who holds which office, and which organ is whose."""
        for mentions in self.by_sentence:
            for one in mentions:
                if one.kind == "organisation" and one.entry is None and (state := state_of(one.words[0].text)):
                    self._organ(state, one.name)
            for first, second in pairwise(mentions):
                if first.kind == "state" and second.kind == "organisation" and self.beside(first, second):
                    self._organ(first.name, second.name)
                title = office(second.words)
                if title and self.kinds[second.name] == "person" and self.beside(first, second):
                    self.offices.setdefault((title, first.name), second.name)
                    self.governs.setdefault(second.name, first.name)

    def _organ(self, state: str, name: str) -> None:
        self.organs.setdefault((state, name.split(" (")[0].rsplit(" ", 1)[-1].lower()), set()).add(name)

    def organ(self, noun: str, state: str) -> str | None:
        """The one organ of a state that goes by this noun in the document ("the Kenyan agency")."""
        found = self.organs.get((state, noun), set())
        return next(iter(found)) if len(found) == 1 else None

    def beside(self, first: Mention, second: Mention) -> bool:
        """Whether nothing but a possessive or an ordinary adjective stands between the two."""
        between = self.parse.document.text[first.words[-1].end : second.start].split()
        return len(between) <= 2 and _BESIDE.issuperset(between)


def _rank(words: list[Word]) -> int:
    inside = {word.start for word in words}
    head = next((word for word in words if word.head is word or word.head.start not in inside), words[-1])
    if head.dep in _SUBJECTS:
        return 2
    if head.dep == "conj" and head.head.dep in _SUBJECTS:
        return 2
    opens = words[0].i == 0 and head.dep in {"compound", "nmod"}  # "Acme mines copper" may be a noun to the parser
    return 1 if opens or (head.dep == "poss" and head.head.dep in _SUBJECTS) else 0


def office(words: tuple[Word, ...]) -> str | None:
    """The title that opens a person's name, in lower case, if there is one and a name follows."""
    for size in (3, 2, 1):
        title = " ".join(word.lower for word in words[:size])
        if len(words) > size and title in titles():
            return title
    return None


@cache
def titles() -> frozenset[str]:
    return frozenset(table("organisations")["words"]["titles"])
