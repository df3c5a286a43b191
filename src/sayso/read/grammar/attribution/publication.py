"""When a source spoke and through whom: the date of its publication, and the carriers that passed it on."""

from collections.abc import Iterator, Sequence

from sayso.lexicon.names import lookup
from sayso.lexicon.table import table
from sayso.read.grammar.attribution.relation import Relation
from sayso.read.grammar.attribution.speakers import PEOPLE, QUOTING, TEXTS, Kind, kind_of
from sayso.read.grammar.dates import DateMention, dates
from sayso.read.grammar.phrase import children
from sayso.read.grammar.time import reference
from sayso.read.parse import Parse, Sentence, Word

_CARRYING = frozenset(table("reporting")["carriers"]["participles"])
_AUDIENCES = frozenset(table("reporting")["carriers"]["audiences"])
_PLACES = frozenset({"DATE", "GPE", "LOC", "NORP", "PERSON", "EVENT", "FAC", "TIME"})
_UPDATED = frozenset({"update", "publish", "release", "date", "issue", "post"})


def carriers(relation: Relation) -> list[Word]:
    """The heads of those who passed it on: "a statement reported by X", "data cited by X", "published via X", "told X"."""
    found = list(relation.carriers)
    for text in _texts(relation):
        for kid in text.children:
            if kid.dep in ("acl", "relcl") and kid.tag == "VBN" and kid.lemma in _CARRYING:
                found.extend(_agents(kid))
            elif kid.dep == "prep" and kid.lower in ("via", "through"):
                found.extend(children(kid, "pobj"))
    for kid in relation.head.children if relation.head is not None else ():
        if kid.dep == "acl" and kid.lemma in QUOTING and kind_of(relation.head or kid) is not Kind.TEXT:
            found.extend(_agents(kid))
    for kid in relation.anchor.children:
        if kid.dep == "prep" and kid.lower in ("via", "on") and not relation.beside:
            found.extend(below for below in children(kid, "pobj") if _platform(below, kid))
        elif kid.dep in ("dobj", "dative") and relation.anchor.lemma == "tell" and kid.ent == "ORG" and _passes_on(kid):
            found.append(kid)
    return [word for word in found if kind_of(word) is not Kind.THING and word.ent != "DATE"]


def date_of(relation: Relation, parse: Parse) -> str | None:
    """The date (ISO, whole or partial) of what the source said there, if the sentence gives it."""
    sentence = relation.sentence
    mentions = _mentions(sentence, parse)
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
    if not relation.beside:
        for mention in mentions:
            if _hangs(mention, relation.anchor, sentence) and not _within(mention, relation, sentence):
                return mention.iso
    return None


def _mentions(sentence: Sentence, parse: Parse) -> tuple[DateMention, ...]:
    """The dates of the sentence."""
    return dates(sentence, parse.document.published, reference(parse, sentence))


def _texts(relation: Relation) -> list[Word]:
    """The texts a relation speaks through: its source, or the statement in which the source says it."""
    found = [relation.head] if relation.head is not None and kind_of(relation.head) is Kind.TEXT else []
    for kid in relation.anchor.children:
        if kid.dep in ("prep", "agent") and kid.lower in ("in", "at", "during", "from", "via", "through"):
            found.extend(below for below in children(kid, "pobj") if below.lemma.lower() in TEXTS)
    return found


def _agents(verb: Word) -> Iterator[Word]:
    for kid in verb.children:
        if kid.lower in ("by", "via", "through", "in"):
            yield from children(kid, "pobj")


def _platform(word: Word, preposition: Word) -> bool:
    """Whether something is said there; goods go "via" a place too, whatever verb the parser hangs it from."""
    if word.ent in _PLACES or lookup(word.text) is not None:
        return False
    return preposition.lower == "via" or word.pos == "PROPN"


def _passes_on(told: Word) -> bool:
    """Whether who is told something publishes it: news media do, parliaments, courts and offices only listen."""
    names = [word for word in told.children if word.dep in ("compound", "amod", "nmod")] + [told]
    if told.lemma.lower() in PEOPLE or lookup(" ".join(word.text for word in names)) is not None:
        return False
    return not any(word.lemma.lower() in _AUDIENCES for word in names)


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
    if (
        0 < mention.first - relation.anchor.i <= 2
    ):  # "said in May": right behind the verb, in whatever the verb interrupts
        return False
    return start <= sentence.words[mention.first].start < end
