"""Adjectives for what somebody holds to be so: "X is convinced that …", "X is worried about …"."""

from collections.abc import Iterator

from sayso.lexicon.table import table
from sayso.read.grammar.attribution.contents import trimmed
from sayso.read.grammar.attribution.relation import Relation
from sayso.read.grammar.attribution.speakers import Kind, kind_of, source_words, subject
from sayso.read.grammar.phrase import child, children
from sayso.read.parse import Sentence, Word

_ATTITUDES = frozenset(table("reporting")["nouns"]["attitudes"])
_OF = frozenset({"of", "about"})


def by_attitudes(sentence: Sentence) -> Iterator[Relation]:
    """The relations that such adjectives make in the predicate of a clause."""
    for word in sentence.words:
        if word.lower not in _ATTITUDES:
            continue
        verb = word.head if word.dep == "acomp" else word
        who = child(word, "nsubjpass") or subject(verb)
        content = _held(word, verb)
        if content and who is not None and kind_of(who) is not Kind.THING and who.lower != "it":
            first = next((kid for kid in children(verb, "neg")), verb if verb.i < word.i else word)
            cue, span = (min(first, verb, key=_place).start, word.end), (content[0].start, content[-1].end)
            yield Relation(sentence, who, source_words(who, sentence), cue, span, word)


def _held(word: Word, verb: Word) -> list[Word] | None:
    """What is held to be so: a whole clause, or what "of" or "about" names."""
    clause = child(word, "ccomp") or child(verb, "ccomp")
    if clause is not None and clause.i > word.i and child(clause, "nsubj", "nsubjpass", "expl") is not None:
        return trimmed(clause.subtree())
    of = next((kid for kid in children(word, "prep") if kid.lower in _OF and kid.children), None)
    return trimmed(of.subtree()[1:]) if of is not None and len(of.subtree()) > 2 else None


def _place(word: Word) -> int:
    return word.i
