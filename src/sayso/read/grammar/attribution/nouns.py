"""Nouns of saying and thinking: "X's claim that …", "the warning by X of …"; and what is done to a claim, ", a claim X denied".

Of the clauses behind such a noun only one that is whole says what is claimed; one that lacks an object says what is done to it.
"""

from collections.abc import Iterator

from sayso.lexicon.table import table
from sayso.read.grammar.attribution.contents import trimmed
from sayso.read.grammar.attribution.relation import Relation
from sayso.read.grammar.attribution.speakers import Kind, kind_of, source_words, subject
from sayso.read.grammar.phrase import child, children
from sayso.read.parse import Sentence, Word

SPEECH = frozenset(table("reporting")["nouns"]["speech"])
_TOPICAL = frozenset(table("reporting")["nouns"]["topical"])
_COMPLEMENTS = frozenset({"of", "about", "for", "against", "over", "on"})
_DONE = frozenset([*table("reporting")["verbs"]["object"], *table("reporting")["carriers"]["participles"]])
_LIGHT = frozenset(table("reporting")["nouns"]["light"])
_RELATIVE = frozenset({"that", "which"})
_OBJECTS = ("dobj", "ccomp", "xcomp", "oprd", "nsubjpass")


def by_nouns(sentence: Sentence) -> Iterator[Relation]:
    """The relations that nouns of saying make, where the sentence says whose saying it is."""
    for word in sentence.words:
        if word.pos == "NOUN" and word.lemma in SPEECH:
            light = word.head if word.dep == "dobj" and word.head.lemma in _LIGHT else None
            owner = _owner(word) or (subject(light) if light is not None else None)
            content = _complement(word)
            listed = light is not None and sentence.words[-1].text == ":"  # what is said is listed below
            if owner is None or kind_of(owner) is Kind.THING or _none(word, light):
                continue
            if content or listed:
                span = (content[0].start, content[-1].end) if content and not listed else None
                cue = (word.start if light is None or light.i > word.i else light.start, word.end)
                yield Relation(sentence, owner, source_words(owner, sentence), cue, span, light or word)


def _none(noun: Word, light: Word | None) -> bool:
    """Whether no such thing was said: "made no promise that"."""
    return any(kid.lower == "no" for kid in noun.children) or (light is not None and child(light, "neg") is not None)


def by_rejoinders(sentence: Sentence) -> Iterator[Relation]:
    """ ", a claim that X denied": what stands before it is what X denies."""
    for word in sentence.words:
        if word.pos == "NOUN" and word.lemma in SPEECH:
            yield from _taken_up(word, sentence)


def _taken_up(noun: Word, sentence: Sentence) -> Iterator[Relation]:
    first = min((kid.i for kid in noun.children if kid.dep in ("det", "amod", "advmod")), default=noun.i)
    clause = next((kid for kid in children(noun, "acl", "relcl") if done_to(kid)), None)
    who = child(clause, "nsubj") if clause is not None else None
    if clause is None or who is None or kind_of(who) is Kind.THING:
        return
    if first < 4 or sentence.words[first - 1].text != "," or sentence.words[first].lower not in ("a", "an"):
        return
    content = trimmed(sentence.words[:first])
    span = (content[0].start, content[-1].end)
    yield Relation(sentence, who, source_words(who, sentence), (clause.start, clause.end), span, clause)


def done_to(clause: Word) -> bool:
    """Whether a clause behind a noun tells what is done to it: it lacks the object that the noun is."""
    objects = [kid for kid in children(clause, *_OBJECTS) if kid.lower not in _RELATIVE]
    if objects or child(clause, "nsubj") is None:
        return False
    return clause.lemma in _DONE or any(kid.lower in _RELATIVE and kid.dep == "dobj" for kid in clause.children)


def _owner(noun: Word) -> Word | None:
    owner = child(noun, "poss")
    if owner is not None:
        return owner
    by = next((kid for kid in children(noun, "prep") if kid.lower == "by"), None)
    return child(by, "pobj") if by is not None else None


def _complement(noun: Word) -> list[Word] | None:
    for kid in noun.children:
        if kid.i < noun.i:
            continue
        if (
            kid.dep in ("acl", "ccomp", "relcl")
            and any(below.dep == "mark" and below.lower == "that" for below in kid.children)
            and not done_to(kid)
        ):
            return trimmed(kid.subtree())
        if kid.dep == "acl" and any(below.tag == "TO" for below in kid.children):
            return trimmed(kid.subtree())
        topic = noun.lemma in _TOPICAL and kid.lower != "of"  # "remarks on the dam" do not tell what was remarked
        if kid.dep == "prep" and kid.lower in _COMPLEMENTS and len(kid.children) > 0 and not topic:
            inner = [word for below in kid.children for word in below.subtree()]
            return trimmed(inner) if len(inner) > 1 else None
    return None
