"""Nouns of saying and thinking with an owner: "X's claim that …", "the warning by X of …", "X's assessment of …"."""

from collections.abc import Iterator

from sayso.lexicon.table import table
from sayso.read.grammar.attribution.contents import trimmed
from sayso.read.grammar.attribution.relation import Relation
from sayso.read.grammar.attribution.speakers import Kind, kind_of, source_words
from sayso.read.grammar.phrase import child, children
from sayso.read.parse import Sentence, Word

_SPEECH = frozenset(table("reporting")["nouns"]["speech"])
_COMPLEMENTS = frozenset({"of", "about", "for", "against", "over", "on"})


def by_nouns(sentence: Sentence) -> Iterator[Relation]:
    """The relations that nouns of saying make, where the sentence says whose saying it is."""
    for word in sentence.words:
        if word.pos == "NOUN" and word.lemma in _SPEECH:
            owner = _owner(word)
            if owner is not None and kind_of(owner) is not Kind.THING:
                content = _complement(word)
                if content:
                    span = (content[0].start, content[-1].end)
                    yield Relation(sentence, owner, source_words(owner, sentence), (word.start, word.end), span, word)


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
        if kid.dep in ("acl", "ccomp", "relcl") and any(
            below.dep == "mark" and below.lower == "that" for below in kid.children
        ):
            return trimmed(kid.subtree())
        if kid.dep == "acl" and any(below.tag == "TO" for below in kid.children):
            return trimmed(kid.subtree())
        if kid.dep == "prep" and kid.lower in _COMPLEMENTS and len(kid.children) > 0:
            inner = [word for below in kid.children for word in below.subtree()]
            return trimmed(inner) if len(inner) > 1 else None
    return None
