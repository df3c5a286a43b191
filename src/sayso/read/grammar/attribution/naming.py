"""What a source is called, when it spoke, and through whom: relations become attributions in the order of the text.

A text is named by whoever it belongs to ("the agency's report" is the agency's word); a pronoun or "the report" by the
source before it that it fits. Invariant: a name given to a back-reference is one given before it in the document.
"""

from collections.abc import Callable, Sequence

from sayso.core.claim import Attribution
from sayso.core.passage import Span
from sayso.lexicon.table import table
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.attribution.owners import owner_of, undated
from sayso.read.grammar.attribution.publication import carriers, date_of
from sayso.read.grammar.attribution.referents import PERSONAL, Referents
from sayso.read.grammar.attribution.relation import Relation
from sayso.read.grammar.attribution.speakers import TEXTS, Kind, kind_of, source_words
from sayso.read.grammar.phrase import phrase
from sayso.read.parse import Parse, Sentence, Word

_REACH_OF_TEXTS = 25  # sentences "the report" may look back
_REACH = 3  # sentences "the report" may look back to another text
_NEXT = 2  # sentences it may look back to whoever spoke
_GENERIC = frozenset(table("reporting")["nouns"]["generic"])
_BARE_TEXTS = TEXTS | {text + "s" for text in TEXTS}
_OFFICES = frozenset({"ministry", "department", "council", "parliament", "court", "embassy", "police", "cabinet"})
_PLURAL = frozenset({"they", "them", "their"})
_BODIES = frozenset({"organisation", "state", "body", "group"})
_FIRST = frozenset({"i", "we", "you", "us", "me"})
_SMALL = frozenset({"of", "for", "on", "the", "and", "&"})


class Naming:
    """Names the sources of one document, one relation after the other."""

    def __init__(self, parse: Parse, actors: Actors) -> None:
        self._parse = parse
        self._actors = actors
        self._referents = Referents(parse, actors, self._called)

    def attribution(self, relation: Relation) -> Attribution:
        """The attribution a relation makes; its nested carriers are added by :mod:`sayso.read.grammar.attribution.nesting`."""
        text = self._parse.document.text
        if relation.content is None:
            raise AssertionError("a relation without content")
        name, date = self._name(relation)
        via = tuple(dict.fromkeys(found for found in map(self._plain, carriers(relation)) if found != name))
        source = self._parse.span_of(relation.source) if relation.source else None
        if relation.stretch is not None:
            source = Span(*relation.stretch, text[slice(*relation.stretch)])
        (a, b), (c, d) = relation.cue, relation.content
        return Attribution(
            self._parse.document.path,
            source,
            Span(a, b, text[a:b]),
            Span(c, d, text[c:d]),
            name,
            date,
            via,
            relation.stance,
        )

    # names

    def _name(self, relation: Relation) -> tuple[str | None, str | None]:
        head = relation.head
        date = date_of(relation, self._parse)
        if head is None:
            return None, date
        kind = kind_of(head)
        if kind is Kind.PRONOUN:
            earlier = self._referents.of(head, relation.sentence, relation.content or (0, 0))
            name = earlier.name if earlier else self._actors.name(relation.source)
            if earlier is None and head.lower in _PLURAL and self._actors.kind(name or "") not in _BODIES:
                name = None  # "they say" of nobody in particular
            if name is not None and earlier is not None and head.lower not in PERSONAL:
                date = date or earlier.date
        elif kind is Kind.TEXT:
            name, date = self._text(relation, head, date)
        else:
            name = self._nested_text(head, relation) or self._apposed(head) or self._called(undated(relation.source))
        name = name or self._plain_words(relation.source)
        if head.lower not in _FIRST:
            self._referents.speaks(head, relation.source, name, date, relation.sentence)
        return name, date

    def _text(self, relation: Relation, head: Word, date: str | None) -> tuple[str | None, str | None]:
        """Whose word a text is, and its date."""
        words = relation.source
        owner = owner_of(head, words)
        if owner:
            name = self._owner(owner, relation.sentence)
            if date is None:
                same = [
                    one
                    for one in self._referents.spoken
                    if one.name == name and one.lemma in (head.lemma.lower(), "statement")
                ]
                date = same[-1].date if same else None
            return name, date
        if not any(word.pos == "PROPN" for word in words) and len(words) <= 4 and date is None:
            return self._back(head, relation.sentence, words[0].lower in ("the", "this", "that", "these"))
        return None, date

    def _owner(self, words: list[Word], sentence: Sentence) -> str:
        """Whom a text belongs to; "its report" is the report of whom "its" means."""
        meant = self._referents.of(words[0], sentence) if len(words) == 1 else None
        return meant.name if meant is not None else self._called(words)

    def _back(self, head: Word, sentence: Sentence, definite: bool) -> tuple[str | None, str | None]:
        """The text a definite noun points back to: one of the same noun, else another, else what the last source said."""
        if not definite:
            return None, None
        lemma = head.lemma.lower()
        same = self._back_to(sentence, _REACH_OF_TEXTS, lambda word: word.lemma.lower() == lemma, lemma)
        return same or self._back_to(sentence, _REACH, lambda word: kind_of(word) is Kind.TEXT) or (None, None)

    def _back_to(
        self, sentence: Sentence, reach: int, fits: Callable[[Word], bool], lemma: str | None = None
    ) -> tuple[str, str | None] | None:
        """Whose the nearest text that fits is, else who spoke: through a text of that lemma, or, of any, shortly before."""
        for index in range(sentence.index - 1, max(-1, sentence.index - reach - 1), -1):
            before = self._parse.sentences[index]
            spoken = [one for one in reversed(self._referents.spoken) if one.sentence == index]
            for word in reversed(before.words):
                if (
                    word.pos in ("NOUN", "PROPN")
                    and fits(word)
                    and (owner := owner_of(word, source_words(word, before)))
                ):
                    return self._called(owner), next((one.date for one in spoken), None)
            for earlier in spoken:
                if earlier.lemma == lemma or (lemma is None and sentence.index - index <= _NEXT):
                    bare = earlier.name.lower() in _BARE_TEXTS
                    return None if bare else (earlier.name, earlier.date)
        return None

    def _nested_text(self, head: Word, relation: Relation) -> str | None:
        """The pollster behind "54% of respondents in a Gallup poll"."""
        if kind_of(head) is Kind.NAMED:
            return None
        for word in relation.source:
            if word.i > head.i and word.dep == "pobj" and word.lemma.lower() in TEXTS:
                owner = owner_of(word, source_words(word, relation.sentence))
                if owner:
                    return self._called(owner)
        return None

    def _plain(self, head: Word) -> str:
        """The name of a carrier."""
        words = phrase(head)
        if kind_of(head) is Kind.TEXT:
            owner = owner_of(head, words)
            if not owner and self._referents.spoken and words[0].lower in ("the", "this", "that"):
                return self._referents.spoken[-1].name
            words = owner or words
        return self._called(words)

    def _called(self, words: list[Word]) -> str:
        """The actor's name; a name that goes on with "of", "for" or "on" is taken to its end."""
        plain = self._plain_words(words)
        name = self._actors.name(words)
        if name is None or self._strayed(name, words):
            return plain
        return plain if name in plain and self._goes_on(name, plain) else name

    def _goes_on(self, name: str, plain: str) -> bool:
        """Whether a name is only part of a longer one, "the Bank of the Lake", "the Roads and Bridges Agency"."""
        before, _, after = plain.partition(name)
        if after.startswith((" and ", " & ")):
            return True  # two partners under one name
        kind = self._actors.kind(name)
        if kind == "person":
            return False
        if after.startswith("-"):
            return True  # "Co-operation" is one word
        left = kind != "state" and _titled(before) and before.rstrip().endswith((" of", " of the", " and", " &"))
        return left or (_titled(plain) and after.startswith((" of ", " for ", " on ")))

    def _plain_words(self, words: Sequence[Word]) -> str:
        """The words as they stand, without the determiner before them and the punctuation around them."""
        kept = list(words)
        while len(kept) > 1 and (kept[0].pos in ("DET", "PUNCT") or kept[0].dep == "det"):
            kept = kept[1:]
        while len(kept) > 1 and (kept[-1].pos == "PUNCT" or kept[-1].tag == "POS"):
            kept = kept[:-1]
        return self._parse.text_of(kept)

    def _apposed(self, head: Word) -> str | None:
        """The person a role is filled by: "the bank's chief executive, Ana Ruiz, said"."""
        if kind_of(head) not in (Kind.PEOPLE, Kind.THING):
            return None
        who = next((kid for kid in head.children if kid.dep == "appos" and kid.ent == "PERSON"), None)
        return self._called(phrase(who)) if who is not None else None

    def _strayed(self, name: str, words: Sequence[Word]) -> bool:
        """Whether a name taken from elsewhere does not fit the noun: a ministry is not the bank named before it."""
        head = next((word for word in words if word.head not in words), words[-1])
        if any(word.pos in ("PROPN", "PRON") or word.ent for word in words) or self._actors.kind(name) == "person":
            return False
        if name.isupper() and head.lemma.lower() not in _OFFICES:  # an acronym does not spell out what its bearer is
            return False
        return head.lemma.lower() not in _GENERIC and head.lower not in name.lower()


def _titled(words: str) -> bool:
    """Whether all words are written as those of a name are."""
    return all(part[:1].isupper() or part in _SMALL for part in words.split())
