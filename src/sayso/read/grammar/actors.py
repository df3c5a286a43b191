"""Who is meant: mentions of persons, organisations and states in one document, each with its canonical name.

The gazetteer of :mod:`sayso.lexicon.names` goes first, the parser's entities and capitals second, because a small model
labels names badly. Names are as the document gives them in full; states go by their plain name. Invariant: a name given
out for a word that names nobody itself (``the company``, ``it``) is one the document mentioned before that word.
"""

from functools import cache

from sayso.core.document import BlockKind
from sayso.lexicon.names import bare, state_of
from sayso.lexicon.table import words as vocabulary
from sayso.read.grammar.actors_back import PRONOUNS, Antecedents
from sayso.read.grammar.actors_book import Book, Mention, titles
from sayso.read.grammar.actors_runs import Kind
from sayso.read.grammar.phrase import phrase
from sayso.read.parse import Parse, Sentence, Word
from sayso.read.proposal import Proposal

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_DEFINITE = frozenset({"the", "this", "these", "that", "those"})
_FILLERS = frozenset({"ADV", "ADJ", "VERB"})
_OFTEN = 3  # mentions of a person a text comes back to
_KINDS = frozenset({"ADJ", "NOUN", "PROPN"})


class Actors:
    """The actors of one document. ``said`` keeps what was read with them, for readings that build on others."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self._book = Book(parse)
        self._at = self._book.at
        self._groups: dict[int, list[Mention]] = {}
        self._back = Antecedents(self._book, self._groups)
        self.said: dict[str, list[Proposal]] = {}
        self._stems: dict[int, list[Word]] = {}
        for sentence in parse.sentences:
            groups = [group for word in sentence.words if (group := self._group(word)) is not None]
            if groups:
                self._groups[sentence.index] = groups
            if parse.document.blocks[sentence.block].kind is BlockKind.ITEM:
                self._stem(sentence)

    def name(self, words: list[Word], *, place: bool = False) -> str | None:
        """The canonical name of the actor these words mention, or ``None`` if they mention none.

        ``place`` says that the words stand where a place would (``in Belgrade``): a seat of government is then the city.
        """
        words = [word for word in words if word.pos not in {"PUNCT", "SPACE"} or word.text in {"&", "-"}]
        if not words:
            return None
        head = head_of(words)
        if head.lower in PRONOUNS:
            return self._back.pronoun(head)
        if head.lower in _RELATIVE:
            return self._relative(head)
        mention = self._of_clause(head) or self.mention(head)
        if mention is None:
            return self._described(head, words)
        if place and mention.entry is not None and mention.entry.sense == "seat":
            return bare(self.parse.text_of(list(mention.words)))
        return mention.name

    def _of_clause(self, head: Word) -> Mention | None:
        """``a part of Mali Chad holds``: the parser makes one name of a state and of the subject of the clause about it."""
        before = next(
            (self.mention(one) for one in head.children if one.i == head.i - 1 and one.dep == "compound"), None
        )
        both = before is not None and before.kind == "state" and not before.adjectival and self.state(head)
        return before if both and before is not None and before.name != self.state(head) else None

    def mention(self, word: Word) -> Mention | None:
        """The proper-name mention this word is part of, if any."""
        return self._at.get(word.start)

    def mentions(self, sentence: Sentence) -> list[Mention]:
        """The actors the sentence mentions, in order: proper names, and groups such as "Sudanese traders"."""
        found: list[Mention] = []
        last = ""
        for mention in self._book.by_sentence[sentence.index]:
            if not mention.adjectival and mention.name != last:
                found.append(mention)
            end = mention.words[-1].end
            last = mention.name if self.parse.document.text[end : end + 2].strip() == "(" else ""
        found.extend(self._groups.get(sentence.index, []))
        return sorted(found, key=lambda mention: mention.start)

    def named(self, sentence: Sentence) -> list[Mention]:
        """Every proper name of the sentence, adjectives of states included, in order."""
        return self._book.by_sentence[sentence.index]

    def state(self, word: Word) -> str | None:
        """The state or body a word names or is the adjective of (``Sudanese``), else ``None``."""
        mention = self._at.get(word.start)
        return mention.name if mention is not None and mention.entry is not None else None

    def state_within(self, mention: Mention) -> str | None:
        """The state whose name or adjective opens a longer name (``Kenyan Ministry of Trade``)."""
        return state_of(mention.words[0].text) if mention.entry is None and len(mention.words) > 1 else None

    def kind(self, name: str) -> Kind:
        """What kind of actor a name this document gave is."""
        return self._book.kinds.get(name, "group")

    def governed(self, person: str, *, said: bool = False) -> str | None:
        """The state or body a person is said to lead anywhere in the document; else, unless it must be ``said``, the one it is
        about, if it comes back to the person time and again."""
        state = self._book.governs.get(person)
        often = not said and sum(one.name == person for all_of in self._book.by_sentence for one in all_of) >= _OFTEN
        return state or (next(iter(self._book.protagonist), None) if often else None)

    def beside(self, first: Mention, second: Mention) -> bool:
        return self._book.beside(first, second)

    def topics(self) -> list[str]:
        """The states of the document, the most mentioned first."""
        return self._book.topics

    def protagonist(self) -> list[str]:
        """The state the document is about, where it speaks of one clearly more than of any other; else nothing."""
        return self._book.protagonist

    def is_group(self, word: Word) -> bool:
        """Whether a common noun is of those that speak of organisations and groups."""
        return word.lower in _groups()

    def pair(self, head: Word) -> list[str]:
        """Whom "both countries" or "the two sides" means: two names, or none."""
        return self._back.pair(phrase(head), head)

    def stem_subjects(self, root: Word) -> list[Word]:
        """The subject a list item's verb takes from the sentence that opens the list."""
        return self._stems.get(root.start, [])

    def sentence_before(self, sentence: Sentence) -> Sentence | None:
        return self._book.before(sentence)

    def sentence_of(self, word: Word) -> Sentence:
        return self._book.sentence_of(word)

    def _stem(self, sentence: Sentence) -> None:
        parent = self.parse.document.blocks[sentence.block].parent
        if parent is None or parent not in self.parse.by_block:
            return
        stem = self.parse.by_block[parent][-1]
        if stem.words[-1].text != ":":
            return
        subject = next((one for one in stem.root.children if one.dep in {"nsubj", "nsubjpass"}), None)
        above = self._stems.get(stem.root.start, [])
        if subject is not None or above:
            self._stems[sentence.root.start] = [subject] if subject is not None else above

    def _group(self, word: Word) -> Mention | None:
        """A group spoken of by a common noun, if this word is its head."""
        if word.lower not in _groups() or word.pos != "NOUN" or word.start in self._at or word.head.start in self._at:
            return None
        words = phrase(word)
        if word.dep == "compound" or (words[0].lower in _DEFINITE and len(words) <= 2):
            return None
        name = self._described(word, words)
        if name is None:
            return None
        rank = 2 if word.dep in {"nsubj", "nsubjpass"} else 0
        return Mention(tuple(one for one in words if one.i <= word.i), name, "group", None, rank)

    def _described(self, head: Word, words: list[Word]) -> str | None:
        """Common nouns: "the Sudanese authorities", "Kenyan firms", "the company", "student protesters"."""
        lower = head.lower
        beside = self._named_beside(head)
        if beside is not None:
            return beside
        owners = [self._at[word.start] for word in words if word.i < head.i and word.start in self._at]
        government = lower in vocabulary("actors", "governments")
        members = owners and owners[-1].folk and lower in vocabulary("actors", "members")
        if owners and (government or members or lower in _stand_ins()):
            return self._stood_for(head, words, owners[-1], government)
        if owners and (holder := self._officer(head, owners[-1])) is not None:
            return holder
        if government:
            of = next(
                (one for kid in head.children if kid.lower == "of" for one in kid.children if one.start in self._at),
                None,
            )
            if of is not None:
                return self._at[of.start].name
        possessor = next((word for word in words if word.dep == "poss" and word.lower in PRONOUNS), None)
        if possessor is not None:
            return self._back.pronoun(possessor) if government else None
        if owners and (
            lower in _groups() or (lower in vocabulary("actors", "facilities") and owners[-1].entry is None)
        ):
            organ = self._book.organ(lower, owners[-1].name) if head.tag == "NN" else None
            plain = organ is not None and owners[-1].words[-1].i == head.i - 1
            return organ if plain else self._composed(head, words)
        if words[0].lower in _DEFINITE and words[0].head is head and _only(head, words):
            found = self._back.noun(head)
            if found is not None:
                return found
        return self._role(head)

    def _named_beside(self, head: Word) -> str | None:
        """The name behind a noun: "the fund Temara", "a retired miner, Omar Diallo", "the firm that owns the pier, Acme"."""
        clause = _clause(head)
        for kid in head.children:
            beside = self._at.get(kid.start) if kid.dep == "appos" else None
            if beside is None:
                continue
            gap = beside.words[0].i - head.i
            if gap == 2 and head.tag == "NN" and self._book.sentence_of(head).words[head.i + 1].text == ",":
                gap = 1 if self.kind(beside.name) in {"person", "organisation"} else gap
            if gap == 1 or (clause is not None and kid.i > clause.i):
                return beside.name
        return None

    def _stood_for(self, head: Word, words: list[Word], owner: Mention, government: bool) -> str | None:
        """``Kenyan officials``: Kenya; ``Kenyan army officials``: the Kenyan army."""
        between = [word for word in words if owner.words[-1].i < word.i < head.i]
        if not government and between and between[-1].lower in _groups():
            return bare(self.parse.text_of([*owner.words, *between]))
        return owner.name if owner.entry is not None or owner.kind == "person" else None

    def _officer(self, head: Word, owner: Mention) -> str | None:
        """``Kenya's president``: whoever the document says holds the office."""
        return self._book.offices.get((head.lower, owner.name)) if head.lower in titles() else None

    def _composed(self, head: Word, words: list[Word]) -> str:
        plain = [
            word
            for word in words
            if word.i <= head.i and word.pos not in {"DET", "NUM"} and word.dep not in {"det", "nummod"}
        ]
        if len(plain) > 3 and plain[1].tag == "VBN" and plain[1].i == plain[0].i + 2:  # "Kenyan-backed Malian rebels"
            plain = plain[2:]
        while (
            len(plain) > 1 and plain[0].start not in self._at and (plain[0].pos in _FILLERS or plain[0].pos == "PUNCT")
        ):
            plain = plain[1:]
        return bare(self.parse.text_of(plain or [head]))

    def _role(self, head: Word) -> str | None:
        """Groups that are actors without a name before them: "student protesters", "local banks"."""
        lower = head.lower
        before = [one for one in head.children if one.dep in {"compound", "amod"} and one.i < head.i]
        if lower not in vocabulary("actors", "roles") and not (lower in _needing() and before):
            return None
        words = self._book.sentence_of(head).words
        start = head.i
        while start > 0 and before and (words[start - 1].pos in _KINDS or words[start - 1].text == "-"):
            start -= 1
        return self.parse.text_of(words[start : head.i + 1])

    def _relative(self, word: Word) -> str | None:
        """``who``, ``which``: the noun the relative clause hangs from."""
        clause = next((one for one in (word, *word.ancestors()) if one.dep == "relcl"), None)
        if clause is None or clause.head is clause or clause.head.lower in PRONOUNS or clause.head.lower in _RELATIVE:
            return None
        return self.name(phrase(clause.head))


def head_of(words: list[Word]) -> Word:
    """The word the others hang from."""
    inside = {word.start for word in words}
    return next((word for word in words if word.head is word or word.head.start not in inside), words[-1])


def _only(head: Word, words: list[Word]) -> bool:
    """Whether nothing but a determiner says which one is meant; "the troubled lender" says no more than "the lender"."""
    plain = (
        {"det", "predet", "amod"}
        if head.tag == "NN" and head.lower in vocabulary("actors", "organisations")
        else {"det", "predet"}
    )
    if _clause(head) is not None:  # one that is told of here, and was not before
        return False
    return all(word is head or word.dep in plain for word in words if word.i <= head.i) and not any(
        kid.dep == "prep" and kid.lower == "of" for kid in head.children
    )


def _clause(head: Word) -> Word | None:
    """The relative clause that says, without a comma, which one is meant."""
    clause = next((kid for kid in head.children if kid.dep == "relcl" and kid.i > head.i), None)
    return clause if clause is not None and min(word.i for word in clause.subtree()) == head.i + 1 else None


@cache
def _groups() -> frozenset[str]:
    return vocabulary("actors", "groups") | vocabulary("actors", "roles")


@cache
def _stand_ins() -> frozenset[str]:
    return vocabulary("actors", "stand_ins")


@cache
def _needing() -> frozenset[str]:
    return vocabulary("actors", "described")
