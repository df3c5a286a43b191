"""What points back: pronouns, "the company", "these firms", "the country", "both states".

Only a near and fitting antecedent is given; where two would do equally well, nobody is named.
"""

from collections.abc import Iterable
from functools import cache

from sayso.lexicon.table import words as vocabulary
from sayso.read.grammar.actors_book import Book, Mention, titles
from sayso.read.grammar.phrase import quoted
from sayso.read.parse import Sentence, Word

_THING = frozenset({"state", "organisation", "body"})
_PERSON = frozenset({"person"})
_MANY = frozenset({"group", "people"})
PRONOUNS: dict[str, frozenset[str]] = (
    dict.fromkeys(("it", "its", "itself"), _THING)
    | dict.fromkeys(("he", "she", "him", "his", "her", "himself", "herself"), _PERSON)
    | dict.fromkeys(("they", "their", "them", "themselves"), _MANY)
)
_SENTENCES = 2  # how far back a pronoun may reach
_NOUN_SENTENCES = 4  # how far back "the company" may reach
_OBJECTS = frozenset({"dobj", "dative"})
_WHERE = frozenset({"at", "in", "near", "of", "off", "outside"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_THE = frozenset({"the", "this", "that"})
_BOTH = frozenset({"both", "two"})


class Antecedents:
    """Finds the actor an expression without a name points back to."""

    def __init__(self, book: Book, groups: dict[int, list[Mention]]) -> None:
        self._book = book
        self._groups = groups

    def pronoun(self, word: Word) -> str | None:
        kinds = PRONOUNS.get(word.lower)
        if kinds is None:
            return None
        sentence: Sentence | None = self._book.sentence_of(word)
        for step in range(_SENTENCES + 1):
            if sentence is None:
                return None
            fitting = [one for one in self._in(sentence) if self._fits(one, kinds) and one.start < word.start]
            fitting = self._in_its_sentence(fitting, word, sentence) if step == 0 else fitting
            found = _nearest(fitting) if step == 0 else _first(fitting)
            nearer = _plain_between(sentence, found, word) if step == 0 and kinds is _THING and found else None
            if nearer is not None:
                return self.noun(nearer)
            if found is not None:
                return found.name
            plain = _plain_subject(sentence, word) if kinds is _THING else None
            name = self.noun(plain) if plain is not None and _definite(plain) else None
            if name := name or (self._stands_for(sentence, word) if step == 0 and kinds is _THING else None):
                return name
            if len({one.name for one in fitting}) == 1 and not all(_is_place(one) for one in fitting):
                return fitting[0].name
            if step == 0 and ((fitting and word.dep in _OBJECTS) or self._spoken_by_unnamed(word, kinds)):
                return None
            sentence = self._book.before(sentence)
        return None

    @staticmethod
    def _in_its_sentence(fitting: list[Mention], word: Word, sentence: Sentence) -> list[Mention]:
        """Those of its own sentence that a pronoun may point to: none in a quotation that it stands outside of ("“We sell in
        Kenya,” its director said"), and, of the object of a clause, not the clause's subject."""
        inside = quoted(sentence)
        if word.i not in inside:
            fitting = [one for one in fitting if one.words[0].i not in inside]
        subject = _clause_subject(word) if word.dep in _OBJECTS else None
        return [one for one in fitting if subject not in one.words]

    def _spoken_by_unnamed(self, word: Word, kinds: frozenset[str]) -> bool:
        """``a trader said he bought``: he is the trader, who has no name."""
        if kinds is not _PERSON or word.dep != "nsubj" or word.head.dep != "ccomp":
            return False
        speaker = next((one for one in word.head.head.children if one.dep == "nsubj"), None)
        return speaker is not None and speaker.pos == "NOUN" and speaker.i < word.i

    def noun(self, head: Word) -> str | None:
        """The antecedent of a definite noun phrase of this head, by the kind of actor the noun is."""
        lower = head.lower
        if lower in _nouns("states") or lower in _nouns("governments"):
            return self._state_spoken_of(head)
        if head.lemma in _nouns("documents"):
            return self._issuer(head)
        if lower in _nouns("organisations"):
            if head.tag == "NNS":
                return self._group(head)
            return self._nearest_of(head, frozenset({"organisation", "body"}))
        if lower in _nouns("persons"):
            return self._officer(lower) if lower in titles() else self._nearest_of(head, _PERSON)
        return None

    def _stands_for(self, sentence: Sentence, word: Word) -> str | None:
        """The state that a subject without a name stands for: "the Kenyan side raised its exports"."""
        subject = _subject(sentence, word)
        if subject is None or subject.lower not in _nouns("governments") | _nouns("stand_ins"):
            return None
        before = (self._book.at.get(kid.start) for kid in subject.children if kid.i < subject.i)
        return next((one.name for one in before if one is not None and one.entry is not None), None)

    def _officer(self, title: str) -> str | None:
        """``the president``: the one person the document gives this office."""
        holders = {who for (office, _), who in self._book.offices.items() if office == title}
        return next(iter(holders)) if len(holders) == 1 else None

    def pair(self, words: Iterable[Word], head: Word) -> list[str]:
        """``both countries``, ``the two sides``: the last two states named."""
        if head.tag != "NNS" or not any(word.lower in _BOTH for word in words):
            return []
        if head.lemma not in _nouns("states") | _nouns("sides"):
            return []
        names: list[str] = []
        sentence: Sentence | None = self._book.sentence_of(head)
        for _ in range(_NOUN_SENTENCES + 1):
            if sentence is None:
                break
            for mention in reversed(self._in(sentence)):
                if mention.start < head.start and mention.kind == "state" and mention.name not in names:
                    names.append(mention.name)
            if len(names) >= 2:
                return names[1::-1]
            sentence = self._book.before(sentence)
        return []

    def _in(self, sentence: Sentence) -> list[Mention]:
        found = [*self._book.by_sentence[sentence.index], *self._groups.get(sentence.index, [])]
        return sorted(found, key=lambda mention: mention.start)

    def _fits(self, mention: Mention, kinds: frozenset[str]) -> bool:
        if mention.adjectival or self._book.only_publishes(mention):
            return False
        if kinds is _MANY:
            return mention.kind == "group" or (mention.entry is not None and mention.entry.sense == "people")
        if mention.entry is not None and mention.entry.sense == "people":
            return False
        if kinds is _THING and mention.kind == "group":
            return mention.words[-1].tag == "NN"
        kind = self._book.kinds.get(mention.name, mention.kind)
        return kind in kinds or (kinds is _THING and kind == "unknown" and mention.rank > 0)

    def _nearest_of(self, head: Word, kinds: frozenset[str]) -> str | None:
        """The nearest of a kind; of a noun that is part of names ("the bank"), one so named goes before a nearer other, and
        where a word says which class ("the central bank") only one so named is meant. Who only suffers is meant if nobody acts."""
        sentence: Sentence | None = self._book.sentence_of(head)
        nearest: str | None = None
        acting: str | None = None
        words = {head.lower} | {one.lower for one in head.children if one.lower in _nouns("classes") and one.i < head.i}
        for _ in range(_NOUN_SENTENCES):
            if sentence is None:
                break
            fitting = [one for one in self._in(sentence) if self._fits(one, kinds) and one.start < head.start]
            named = [one for one in fitting if words.issubset(one.name.lower().split(" ")) or _called(one, head.lower)]
            fitting = named or [one for one in fitting if kinds is _PERSON or _may_be(one.name, head.lower)]
            found = max(reversed(fitting), key=_acts, default=None)
            active = found is not None and (kinds is _PERSON or _acts(found) > 0)
            if found is not None and (
                named or (active and head.lower not in _nouns("institutions") | _nouns("so_named"))
            ):
                return found.name
            nearest = nearest or (found.name if found is not None else None)
            acting = acting or (found.name if found is not None and active else None)
            sentence = self._book.before(sentence)
        nearest = acting or nearest
        return nearest if len(words) == 1 and head.lower not in _nouns("so_named") else None

    def _state_spoken_of(self, head: Word) -> str | None:
        """The one state its own sentence names before it; else, of those named shortly before, the one the document clearly speaks
        of most, the last that was a subject or owned one, the one most spoken of."""
        sentence: Sentence | None = self._book.sentence_of(head)
        seen: list[Mention] = []
        for step in range(_NOUN_SENTENCES):
            if sentence is None:
                break
            near = [one for one in self._in(sentence) if one.kind == "state" and not one.adjectival]
            near = [one for one in near if one.start < head.start]
            if step == 0 and len({one.name for one in near}) == 1:
                return near[0].name
            seen += sorted(near, key=lambda one: -one.rank)
            sentence = self._book.before(sentence)
        subjects = [one.name for one in seen if one.rank]
        named = {one.name for one in seen}
        ranked = [*self._book.protagonist, *subjects, *self._book.topics]
        return next((name for name in ranked if name in named), None)

    def _issuer(self, head: Word) -> str | None:
        """``the statement``: of whoever made one of that name shortly before."""
        sentence: Sentence | None = self._book.sentence_of(head)
        for _ in range(2 * _NOUN_SENTENCES):
            if sentence is None:
                return None
            for mention in reversed(self._book.by_sentence[sentence.index]):
                word = mention.words[-1]
                if (
                    mention.start < head.start
                    and word.dep in {"poss", "compound", "nmod"}
                    and word.head.lemma == head.lemma
                    and not mention.adjectival
                ):
                    return mention.name
            sentence = self._book.before(sentence)
        return None

    def _group(self, head: Word) -> str | None:
        """``these firms``: the nearest group named by a noun of the same class."""
        sentence: Sentence | None = self._book.sentence_of(head)
        for _ in range(_NOUN_SENTENCES):
            if sentence is None:
                return None
            for mention in reversed(self._groups.get(sentence.index, [])):
                if mention.start < head.start and mention.words[-1].lower in _nouns("organisations"):
                    return mention.name
            sentence = self._book.before(sentence)
        return None


def _clause_subject(word: Word) -> Word | None:
    """The subject of the clause a verb's object stands in; of a relative clause, what it hangs from."""
    verb = word.head
    for _ in range(4):
        subject = next((one for one in verb.children if one.dep in {"nsubj", "nsubjpass"}), None)
        if subject is not None:
            return verb.head if subject.lower in {"which", "who", "that"} else subject
        if verb.head is verb or verb.dep not in {"conj", "xcomp", "advcl"}:
            return None
        verb = verb.head
    return None


def _nearest(fitting: list[Mention]) -> Mention | None:
    """In the pronoun's own sentence: the nearest subject or owner of a subject."""
    return next((mention for mention in reversed(fitting) if mention.rank), None)


def _first(fitting: list[Mention]) -> Mention | None:
    """In an earlier sentence: its first subject, else the owner of its subject."""
    return max((mention for mention in fitting if mention.rank), key=lambda mention: mention.rank, default=None)


def _is_place(mention: Mention) -> bool:
    """Whether a name only says where or of where something is ("under the flag of Togo")."""
    return mention.words[-1].dep == "pobj" and mention.words[-1].head.lower in _WHERE


def _called(mention: Mention, noun: str) -> bool:
    """Whether the text calls an actor by this noun: "the WMO, a UN agency", "the mining firm Orlo"."""
    near = [kid for word in mention.words for kid in word.children if kid.dep in {"appos", "compound"}]
    near += [word.head for word in mention.words if word.dep == "appos"]
    return any(word.lower == noun for word in near)


def _acts(mention: Mention) -> int:
    """How much an actor does in its sentence: its rank; a source beside the sentence ("according to the WMO") acts too."""
    credited = any(word.dep == "pobj" and word.head.head.lower == "according" for word in mention.words)
    return max(mention.rank, int(credited))


def _plain_subject(sentence: Sentence, word: Word) -> Word | None:
    """The common noun in the singular that is the subject of a sentence, before the word."""
    return subject if (subject := _subject(sentence, word)) is not None and subject.tag == "NN" else None


def _subject(sentence: Sentence, word: Word) -> Word | None:
    """The subject of a sentence, if it stands before the word."""
    subject = next((one for one in sentence.root.children if one.dep in _SUBJECTS), None)
    return subject if subject is not None and subject.start < word.start else None


def _plain_between(sentence: Sentence, found: Mention, word: Word) -> Word | None:
    """The definite subject without a name that stands nearer to a pronoun: "Acme fell, while the army keeps what it has"."""
    nearer = [
        one
        for one in sentence.words[found.words[-1].i + 1 : word.i]
        if one.dep in _SUBJECTS and one.tag == "NN" and one.lower in _nouns("groups") and _definite(one)
    ]
    return nearer[-1] if nearer else None


def _definite(noun: Word) -> bool:
    return any(kid.dep == "det" and kid.lower in _THE for kid in noun.children)


def _may_be(name: str, noun: str) -> bool:
    """Whether a name that says what sort of body it is does not say another: a ministry is no bank, a reserve no council.
    No public body is a company. An organisation or an authority may be called an agency."""
    said = vocabulary("actors", "institutions").intersection(name.lower().split())
    if noun in _nouns("businesses") and not _nouns("public").isdisjoint(said):
        return False
    if not said or noun in said or noun not in vocabulary("actors", "institutions"):
        return True
    return noun in _nouns("broad") and not said.isdisjoint(_nouns("broad"))


@cache
def _nouns(kind: str) -> frozenset[str]:
    return vocabulary("actors", kind)
