"""Who is meant: mentions of persons, organisations and states in one document, each with its canonical name.

The gazetteer of :mod:`sayso.lexicon.names` goes first, the parser's entities and capitals second, because a small model
labels names badly. Names are as the document gives them in full; states go by their plain name. Invariant: a name given
out for a word that names nobody itself (``the company``, ``it``) is one the document mentioned before that word.
"""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.names import Entry, bare, canonical, key, lookup, state_of
from sayso.lexicon.table import words as vocabulary
from sayso.read.grammar.actors_runs import Kind, kind_of, runs
from sayso.read.grammar.phrase import phrase
from sayso.read.parse import Parse, Sentence, Word

_PRONOUNS = {"it": "thing", "its": "thing", "they": "thing", "their": "thing", "he": "person", "she": "person"} | {
    "him": "person", "his": "person", "her": "person", "itself": "thing", "them": "thing", "who": "", "which": "", "that": "",
}  # fmt: skip
_DEFINITE = frozenset({"the", "this", "these", "that", "those"})
_REACH = 1200  # characters an expression such as "the company" may look back


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that mention an actor, and the actor's name. ``entry`` is set where the gazetteer knows the words."""

    words: tuple[Word, ...]
    name: str
    kind: Kind
    entry: Entry | None = None
    subject: bool = False

    @property
    def start(self) -> int:
        return self.words[0].start


class Actors:
    """The actors of one document."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self._at: dict[int, Mention] = {}
        self._full: dict[str, str] = {}
        self._persons: set[str] = set()
        self._pairs: set[str] = set()
        self._kinds: dict[str, Kind] = {}
        self._offices: dict[str, str] = {}
        self._topics: list[str] = []
        self._by_sentence: list[list[Mention]] = []
        self._introduce()
        for sentence in parse.sentences:
            found = [self._mention(words, entry) for words, entry in runs(parse, sentence)]
            self._by_sentence.append(found)
            for mention in found:
                for word in mention.words:
                    self._at[word.start] = mention
        self._settle()
        self._order = [mention for found in self._by_sentence for mention in found]
        self._starts = [mention.start for mention in self._order]

    # names

    def name(self, words: list[Word], *, place: bool = False) -> str | None:
        """The canonical name of the actor these words mention, or ``None`` if they mention none.

        ``place`` says that the words stand where a place would (``in Belgrade``): a seat of government is then the city.
        """
        words = [word for word in words if word.pos not in {"PUNCT", "SPACE"} or word.text in {"&", "-"}]
        if not words:
            return None
        head = _head(words)
        if head.lower in _PRONOUNS or head.pos == "PRON":
            return self._pronoun(head)
        mention = self.mention(head)
        if mention is not None and not _modifies(mention, head):
            if place and mention.entry is not None and mention.entry.sense == "seat":
                return bare(self.parse.text_of(list(mention.words)))
            return mention.name
        return self._described(head, words)

    def mention(self, word: Word) -> Mention | None:
        """The proper-name mention this word is part of, if any."""
        return self._at.get(word.start)

    def mentions(self, sentence: Sentence) -> list[Mention]:
        """The actors the sentence mentions, in order: proper names, and groups such as "Sudanese traders"."""
        found: dict[int, Mention] = {}
        last = ""
        for mention in self._by_sentence[sentence.index]:
            if not _adjectival(mention) and mention.name != last:
                found[mention.start] = mention
            last = mention.name if self._opens_bracket(mention) else ""
        for word in sentence.words:
            if (
                word.lower in _groups()
                and word.pos == "NOUN"
                and word.start not in self._at
                and word.head.start not in self._at
            ):
                words = phrase(word)
                name = self._described(word, words)
                if name is not None:
                    found[words[0].start] = Mention(tuple(words), name, "group", None, _is_subject(word))
        return [found[start] for start in sorted(found)]

    def named(self, sentence: Sentence) -> list[Mention]:
        """Every proper name of the sentence, adjectives of states included, in order."""
        return self._by_sentence[sentence.index]

    def state_within(self, mention: Mention) -> str | None:
        """The state whose name or adjective opens a longer name (``Kenyan Ministry of Trade``)."""
        if mention.entry is not None or len(mention.words) < 2:
            return None
        return state_of(mention.words[0].text)

    def governed(self, person: str) -> str | None:
        """The state a person is said to govern anywhere in the document, else its most mentioned state."""
        if person in self._offices:
            return self._offices[person]
        return self._topics[0] if self._topics else None

    def _opens_bracket(self, mention: Mention) -> bool:
        end = mention.words[-1].end
        return self.parse.document.text[end : end + 2].strip() == "("

    def state(self, word: Word) -> str | None:
        """The state a word names or is the adjective of (``Sudanese``), else ``None``."""
        mention = self._at.get(word.start)
        if mention is not None and mention.entry is not None and mention.kind in {"state", "body"}:
            return mention.name
        return None

    # the document's own names

    def _introduce(self) -> None:
        """Learns acronyms and full names of persons before any mention is named, so that both ways round work."""
        for sentence in self.parse.sentences:
            found = runs(self.parse, sentence)
            for place, (words, _) in enumerate(found):
                text = bare(self.parse.text_of(words))
                if place and self._bracketed(found[place - 1][0], words):
                    self._pair(bare(self.parse.text_of(found[place - 1][0])), text)
                plain = canonical(text)
                parts = plain.split(" ")
                if 2 <= len(parts) <= 4 and kind_of(plain, words) == "person":
                    self._full.setdefault(key(parts[-1]), plain)
                    self._persons.add(plain)

    def _bracketed(self, before: list[Word], words: list[Word]) -> bool:
        between = self.parse.document.text[before[-1].end : words[0].start]
        return between.strip() == "(" and self.parse.document.text[words[-1].end : words[-1].end + 1] in {")", ";", ","}

    def _pair(self, first: str, second: str) -> None:
        """``Foreign Intelligence Service (SVR)``: either stands for the pair, named by the longer."""
        short, long = sorted((first, second), key=len)
        if not (1 < len(short) <= 12 and " " not in short and sum(c.isupper() for c in short) >= 2) or lookup(short):
            return
        if " " not in long or lookup(long):
            return
        initials = "".join(part[0] for part in long.split() if part[0].isupper())
        name = long if initials == short else f"{long} ({short})"
        self._pairs.add(name)
        for wording in (short, long, name):
            self._full.setdefault(key(wording), name)

    def _mention(self, words: list[Word], entry: Entry | None) -> Mention:
        text = bare(self.parse.text_of(words))
        name = entry.name if entry else canonical(text)
        name = self._full.get(key(name), name) if entry is None else name
        kind: Kind = ("body" if entry.sense == "body" else "state") if entry else kind_of(name, words)
        if name in self._persons:
            kind = "person"
        return Mention(tuple(words), name, kind, entry, _is_subject(_head(words)))

    def _settle(self) -> None:
        """One kind for each name in the document, the one most of its mentions show."""
        votes: dict[str, Counter[Kind]] = {}
        for found in self._by_sentence:
            for mention in found:
                votes.setdefault(mention.name, Counter())[mention.kind] += 1
        for name, seen in votes.items():
            seen["unknown"] = 0
            kind = "organisation" if name in self._pairs else seen.most_common(1)[0][0]
            self._kinds[name] = kind if seen[kind] else "unknown"
        states = Counter({name: seen.total() for name, seen in votes.items() if self._kinds[name] == "state"})
        self._topics = [name for name, _ in states.most_common()]

    def kind(self, name: str) -> Kind:
        """What kind of actor a name this document gave is."""
        return self._kinds.get(name, "group")

    # what names nobody by itself

    def _described(self, head: Word, words: list[Word]) -> str | None:
        """Common nouns: "the Sudanese authorities", "Serbian firms", "the company", "student protesters"."""
        owners = [self._at[word.start] for word in words if word.start in self._at and word.i < head.i]
        lower = head.lower
        government = lower in vocabulary("actors", "governments")
        if owners and (government or lower in _government_people()):
            return owners[-1].name if lower in _government_people() or owners[-1].kind != "group" else None
        of = next((child for child in head.children if child.lower == "of" and child.dep == "prep"), None)
        if government and of is not None:
            inner = next((word for word in of.children if word.start in self._at), None)
            return self._at[inner.start].name if inner else None
        if lower in _groups() and owners:
            return self._composed(head, words)
        if any(word.dep == "poss" for word in words):
            return self._possessed(head, words, government)
        if words[0].lower in _DEFINITE and all(word.dep in {"det", "prep"} or word is head for word in words):
            return self._back(head)
        return self._role(head, words)

    def _possessed(self, head: Word, words: list[Word], government: bool) -> str | None:
        """``his government``: the government of whoever he is."""
        owner = next((word for word in words if word.dep == "poss"), None)
        if government and owner is not None and owner.lower in _PRONOUNS:
            return self._pronoun(owner)
        return None

    def _composed(self, head: Word, words: list[Word]) -> str:
        plain = [
            word
            for word in words
            if word.i <= head.i and word.pos not in {"DET", "NUM", "PUNCT"} and word.dep not in {"det", "nummod"}
        ]
        while len(plain) > 1 and plain[0].start not in self._at and plain[0].pos in {"ADV", "ADJ", "VERB"}:
            plain = plain[1:]
        return bare(self.parse.text_of(plain or [head]))

    def _role(self, head: Word, words: list[Word]) -> str | None:
        if head.lower not in vocabulary("actors", "roles") and head.lower not in {"banks", "firms", "companies"}:
            return None
        plain = [
            word for word in words if word.i <= head.i and word.dep in {"compound", "amod"} and word.i >= head.i - 2
        ]
        if not plain and head.lower in {"banks", "firms", "companies"}:
            return None
        return self.parse.text_of([*plain, head]) if head.i - len(plain) == (plain or [head])[0].i else head.text

    def _back(self, head: Word) -> str | None:
        """The nearest earlier actor a definite noun may point to."""
        lower = head.lower
        if lower in vocabulary("actors", "states") or lower in vocabulary("actors", "governments"):
            return self._before(head.start, {"state"})
        if lower in vocabulary("actors", "organisations"):
            return self._before(head.start, {"organisation", "unknown", "body"})
        if lower in vocabulary("actors", "persons"):
            return self._before(head.start, {"person"})
        return self._role(head, [head])

    def _pronoun(self, word: Word) -> str | None:
        wanted = _PRONOUNS.get(word.lower)
        if wanted is None:
            return None
        if wanted == "":
            return self._relative(word)
        kinds = {"person"} if wanted == "person" else {"state", "organisation", "body", "unknown"}
        return self._before(word.start, kinds, subjects=True)

    def _relative(self, word: Word) -> str | None:
        """``who``, ``which``: the noun the relative clause hangs from."""
        clause = next((one for one in word.ancestors() if one.dep == "relcl"), None)
        if clause is None or clause.head is clause or clause.head.lower in _PRONOUNS:
            return None
        return self.name(phrase(clause.head))

    def _before(self, start: int, kinds: set[str], *, subjects: bool = False) -> str | None:
        """The nearest mention of these kinds before character ``start``; a subject is taken before the others."""
        at = bisect_left(self._starts, start)
        nearest: Mention | None = None
        for mention in reversed(self._order[max(0, at - 24) : at]):
            if start - mention.start > _REACH:
                break
            if self._kinds.get(mention.name) not in kinds or _adjectival(mention):
                continue
            if mention.subject:
                return mention.name
            nearest = nearest or mention
        return (
            None
            if subjects and nearest is not None and self._kinds.get(nearest.name) == "unknown"
            else nearest.name
            if nearest
            else None
        )


@cache
def _groups() -> frozenset[str]:
    return vocabulary("actors", "groups") | vocabulary("actors", "roles")


@cache
def _government_people() -> frozenset[str]:
    return frozenset(
        {
            "officials",
            "leaders",
            "government",
            "authorities",
            "leadership",
            "regime",
            "administration",
            "state",
            "side",
            "partners",
        }
    )


def _head(words: list[Word]) -> Word:
    """The word the others hang from."""
    inside = {word.start for word in words}
    return next((word for word in words if word.head is word or word.head.start not in inside), words[-1])


def _modifies(mention: Mention, head: Word) -> bool:
    return head not in mention.words


def _adjectival(mention: Mention) -> bool:
    """Whether the mention is an adjective before a common noun (``Serbian`` in ``Serbian goods``)."""
    last = mention.words[-1]
    return mention.entry is not None and mention.entry.sense == "people" and last.dep in {"amod", "compound", "nmod"}


def _is_subject(word: Word) -> bool:
    return word.dep in {"nsubj", "nsubjpass"}
