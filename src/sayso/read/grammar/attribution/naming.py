"""What a source is called, when it spoke, and through whom: relations become attributions in the order of the text.

A text is named by whoever it belongs to ("the agency's report" is the agency's word); a pronoun or "the report" by the
source before it that it fits. Invariant: a name given to a back-reference is one given before it in the document.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.core.claim import Attribution
from sayso.core.passage import Span
from sayso.lexicon.table import table
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.attribution.relation import Relation
from sayso.read.grammar.attribution.speakers import TEXTS, Kind, kind_of, source_words
from sayso.read.grammar.dates import DateMention, dates
from sayso.read.grammar.phrase import child, children, phrase
from sayso.read.grammar.time import reference
from sayso.read.parse import Parse, Sentence, Word

_CARRIERS = {key: frozenset(found) for key, found in table("reporting")["carriers"].items()}
_REACH_OF_TEXTS = 25  # sentences "the report" may look back
_REACH = 3  # sentences a pronoun may look back for the source it stands for
_GENERIC = frozenset(table("reporting")["nouns"]["generic"])
_PERSONAL = frozenset({"he", "she", "him", "her", "his"})
_FIRST = frozenset({"i", "we", "you", "us", "me"})
_SMALL = frozenset({"of", "for", "on", "the", "and", "&"})
_UPDATED = frozenset({"update", "publish", "release", "date", "issue", "post"})


@dataclass(slots=True)
class _Earlier:
    sentence: int
    name: str
    lemma: str
    date: str | None
    person: bool


class Naming:
    """Names the sources of one document, one relation after the other."""

    def __init__(self, parse: Parse, actors: Actors) -> None:
        self._parse = parse
        self._actors = actors
        self._earlier: list[_Earlier] = []

    def attribution(self, relation: Relation) -> Attribution:
        """The attribution a relation makes; its nested carriers are added by :func:`nested`."""
        text = self._parse.document.text
        if relation.content is None:
            raise AssertionError("a relation without content")
        name, date = self._name(relation)
        via = tuple(dict.fromkeys(found for found in map(self._plain, self._carriers(relation)) if found != name))
        source = self._parse.span_of(relation.source) if relation.source else None
        (a, b), (c, d) = relation.cue, relation.content
        return Attribution(
            self._parse.document.path, source, Span(a, b, text[a:b]), Span(c, d, text[c:d]), name, date, via
        )

    # names

    def _name(self, relation: Relation) -> tuple[str | None, str | None]:
        head = relation.head
        date = self._date(relation)
        if head is None:
            return None, date
        kind = kind_of(head)
        if kind is Kind.PRONOUN:
            earlier = self._referent(head, relation.sentence)
            name = earlier.name if earlier else self._actors.name(relation.source)
            if name is not None and earlier is not None and head.lower not in _PERSONAL:
                date = date or earlier.date
        elif kind is Kind.TEXT:
            name, date = self._text(relation, head, date)
        else:
            name = self._nested_text(head, relation) or self._called(_undated(relation.source))
        name = name or self._plain_words(relation.source)
        if head.lower not in _FIRST:
            person = self._actors.kind(name) == "person" or head.lower in _PERSONAL
            self._earlier.append(_Earlier(relation.sentence.index, name, head.lemma.lower(), date, person))
        return name, date

    def _referent(self, head: Word, sentence: Sentence) -> _Earlier | None:
        """The last source a pronoun may stand for."""
        if head.lower in _FIRST or head.lower in ("who", "which", "that"):
            return None
        for earlier in reversed(self._earlier[-8:]):
            if sentence.index - earlier.sentence > _REACH:
                break
            if head.lower in _PERSONAL and not earlier.person:
                continue
            if head.lower in ("it", "its") and earlier.person:
                continue
            return earlier
        return None

    def _text(self, relation: Relation, head: Word, date: str | None) -> tuple[str | None, str | None]:
        """Whose word a text is, and its date."""
        words = relation.source
        owner = owner_of(head, words)
        if owner:
            name = self._called(owner)
            if date is None:
                same = [
                    one for one in self._earlier if one.name == name and one.lemma in (head.lemma.lower(), "statement")
                ]
                date = same[-1].date if same else None
            return name, date
        if not any(word.pos == "PROPN" for word in words) and len(words) <= 4 and date is None:
            return self._back(head, relation.sentence, words[0].lower in ("the", "this", "that", "these"))
        return None, date

    def _back(self, head: Word, sentence: Sentence, definite: bool) -> tuple[str | None, str | None]:
        """The text a definite noun points back to: one of the same noun that had an owner, else what the last source said."""
        if not definite:
            return None, None
        lemma = head.lemma.lower()
        for index in range(sentence.index - 1, max(-1, sentence.index - _REACH_OF_TEXTS), -1):
            before = self._parse.sentences[index]
            for word in reversed(before.words):
                if word.lemma.lower() == lemma and word.pos in ("NOUN", "PROPN"):
                    owner = owner_of(word, source_words(word, before))
                    if owner:
                        date = next((one.date for one in reversed(self._earlier) if one.sentence == index), None)
                        return self._called(owner), date
            for earlier in reversed(self._earlier):
                if earlier.sentence == index and (earlier.lemma == lemma or sentence.index - index <= 2):
                    return earlier.name, earlier.date
        return None, None

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
            if not owner and self._earlier and words[0].lower in ("the", "this", "that"):
                return self._earlier[-1].name
            words = owner or words
        return self._called(words)

    def _called(self, words: list[Word]) -> str:
        """The actor's name; a name that goes on with "of", "for" or "on" is taken to its end."""
        plain = self._plain_words(words)
        name = self._actors.name(words)
        if name is None or self._strayed(name, words):
            return plain
        rest = plain[plain.index(name) + len(name) :] if name in plain else ""
        if rest.startswith((" of ", " for ", " on ")) and all(
            part[:1].isupper() or part in _SMALL for part in plain.split()
        ):
            return plain
        return name

    def _plain_words(self, words: Sequence[Word]) -> str:
        """The words as they stand, without the determiner before them and the punctuation around them."""
        kept = list(words)
        while len(kept) > 1 and (kept[0].pos in ("DET", "PUNCT") or kept[0].dep == "det"):
            kept = kept[1:]
        while len(kept) > 1 and (kept[-1].pos == "PUNCT" or kept[-1].tag == "POS"):
            kept = kept[:-1]
        return self._parse.text_of(kept)

    def _strayed(self, name: str, words: Sequence[Word]) -> bool:
        """Whether a name taken from elsewhere does not fit the noun: a ministry is not the bank named before it."""
        head = next((word for word in words if word.head not in words), words[-1])
        if any(word.pos in ("PROPN", "PRON") or word.ent for word in words) or self._actors.kind(name) == "person":
            return False
        return head.lemma.lower() not in _GENERIC and head.lower not in name.lower()

    # carriers and dates

    def _carriers(self, relation: Relation) -> list[Word]:
        """Those who passed a text on: "a statement reported by X", "data cited by X", "published via X", "told X"."""
        found = list(relation.carriers)
        for text in _texts(relation):
            for kid in text.children:
                if kid.dep in ("acl", "relcl") and kid.tag == "VBN" and kid.lemma in _CARRIERS["participles"]:
                    found.extend(_agents(kid))
                elif kid.dep == "prep" and kid.lower in ("via", "through"):
                    found.extend(children(kid, "pobj"))
        for kid in relation.anchor.children:
            if kid.dep == "prep" and kid.lower in ("via", "on") and not relation.beside:
                found.extend(below for below in children(kid, "pobj") if _platform(below, kid))
            elif kid.dep in ("dobj", "dative") and relation.anchor.lemma == "tell" and kid.ent == "ORG":
                found.append(kid)
        return [word for word in found if kind_of(word) is not Kind.THING]

    def _date(self, relation: Relation) -> str | None:
        """The date of what the source said there, if the sentence gives it."""
        sentence = relation.sentence
        since = self._parse.document.published
        mentions = dates(sentence, since)
        if not since and not mentions and any(word.text in _MONTH_NAMES for word in sentence.words):
            mentions = dates(sentence, (reference(self._parse, sentence) or "")[:4] or None)
        if not mentions:
            return None
        places = {word.i for word in relation.source}
        for text in _texts(relation):
            places.update(word.i for word in text.subtree())
        for mention in mentions:
            if mention.first in places:
                return mention.iso
        for mention in mentions:
            if relation.source and _follows(mention, relation.source, sentence):
                return mention.iso
        for mention in mentions:
            if (
                not relation.beside
                and _hangs(mention, relation.anchor, sentence)
                and not _within(mention, relation, sentence)
            ):
                return mention.iso
        return None


def owner_of(head: Word, words: Sequence[Word]) -> list[Word]:
    """The words for whoever a text belongs to: a possessive, a name before it, or "by", "from", "of" a name."""
    before = [word for word in words if word.i < head.i]
    for at in range(len(before) - 1, -1, -1):
        if before[at].tag == "POS":
            if before[0].lower in ("a", "an") and all(
                word.pos in ("PROPN", "NUM", "PUNCT", "ADJ") for word in before[1:at]
            ):
                break  # "a Moody's analysis": the possessive is part of the name
            return before[:at]
        if before[at].tag == "PRP$":
            return [before[at]]
    named = [word for word in before if word.pos == "PROPN" and word.ent != "DATE" and not _month(word)]
    if named:
        return [word for word in before if named[0].i <= word.i <= named[-1].i]
    for kid in children(head, "prep", "acl"):
        if (
            kid.lower in ("by", "from", "of")
            and (inner := child(kid, "pobj")) is not None
            and kind_of(inner) in (Kind.NAMED, Kind.PEOPLE)
        ):
            return phrase(inner)
    for word in reversed(before):
        if word.dep == "amod" and word.ent in ("NORP", "GPE"):
            return [word]
    return []


def _undated(words: list[Word]) -> list[Word]:
    """The words before a possessive that only a date follows, where the parser lost the noun it belongs to."""
    for at, word in enumerate(words):
        if (
            at
            and word.tag == "POS"
            and all(one.pos in ("NUM", "PUNCT") or one.ent == "DATE" or _month(one) for one in words[at + 1 :])
        ):
            return words[:at]
    return words


def _month(word: Word) -> bool:
    return word.text[:3] in _MONTHS and word.ent == "DATE" or word.text in _MONTH_NAMES


_MONTH_NAMES = frozenset(
    "January February March April May June July August September October November December".split()
)
_MONTHS = frozenset(name[:3] for name in _MONTH_NAMES)


def _texts(relation: Relation) -> list[Word]:
    """The texts a relation speaks through: its source, or the statement in which the source says it."""
    found = [relation.head] if relation.head is not None and kind_of(relation.head) is Kind.TEXT else []
    for kid in relation.anchor.children:
        if kid.dep in ("prep", "agent") and kid.lower in ("in", "at", "during", "from", "via", "through"):
            found.extend(below for below in children(kid, "pobj") if below.lemma.lower() in TEXTS)
    return found


def _agents(verb: Word) -> Iterable[Word]:
    for kid in verb.children:
        if kid.lower in ("by", "via", "through", "in"):
            yield from children(kid, "pobj")


def _platform(word: Word, preposition: Word) -> bool:
    return preposition.lower == "via" or (
        word.pos == "PROPN" and word.ent not in ("DATE", "GPE", "PERSON", "EVENT", "FAC", "TIME")
    )


def _follows(mention: DateMention, source: Sequence[Word], sentence: Sentence) -> bool:
    """Whether a date stands right behind a source: "the institute, updated March 2024", "a report from 12 April 2023"."""
    gap = mention.first - source[-1].i - 1
    if not 0 <= gap <= 3:
        return False
    between = sentence.words[source[-1].i + 1 : mention.first]
    return all(
        word.text == "," or word.lemma in _UPDATED or word.lower in ("from", "of", "in", "on", "dated", "(")
        for word in between
    )


def _hangs(mention: DateMention, anchor: Word, sentence: Sentence) -> bool:
    """Whether a date says when the verb of saying happened."""
    for at in range(mention.first, mention.last + 1):
        word = sentence.words[at]
        for _ in range(3):
            if word.head is anchor and word.dep in ("prep", "npadvmod", "pobj", "nmod", "advmod"):
                return True
            word = word.head
    return False


def _within(mention: DateMention, relation: Relation, sentence: Sentence) -> bool:
    start, end = relation.content or (0, 0)
    return start <= sentence.words[mention.first].start < end


def nested(found: Sequence[tuple[Relation, Attribution]]) -> list[Attribution]:
    """The attributions, each with the sources it is nested in as its carriers: "A says that B expects C"."""
    result = []
    order = sorted(range(len(found)), key=lambda at: _extent(found[at][0]))
    open_: list[int] = []
    via: dict[int, tuple[str, ...]] = {}
    for at in order:
        relation, attribution = found[at]
        start, end = _extent(relation)
        open_ = [one for one in open_ if _content(found[one][0])[1] >= end]
        outer = (
            []
            if relation.beside
            else [
                found[one][1].name
                for one in open_
                if _content(found[one][0])[0] <= start
                and found[one][0].cue != relation.cue
                and not (start <= found[one][0].cue[0] < end)
            ]
        )
        names = [name for name in dict.fromkeys([*outer, *attribution.via]) if name and name != attribution.name]
        via[at] = tuple(names)
        open_.append(at)
    for at, (_, attribution) in enumerate(found):
        carried = via[at]
        result.append(
            attribution
            if carried == attribution.via
            else Attribution(
                attribution.document,
                attribution.source,
                attribution.cue,
                attribution.content,
                attribution.name,
                attribution.date,
                carried,
            )
        )
    return result


def _content(relation: Relation) -> tuple[int, int]:
    return relation.content or (0, 0)


def _extent(relation: Relation) -> tuple[int, int]:
    start, end = _content(relation)
    return min(start, relation.cue[0]), max(end, relation.cue[1])
