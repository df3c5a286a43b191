"""Whom a pronoun means that is a source or owns one: who spoke last, or was spoken of, and can be called so.

Invariant: whoever is given stands in the document before the pronoun, and neither kind nor sex speaks against it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from sayso.core.document import BlockKind
from sayso.lexicon.table import table
from sayso.lexicon.table import words as vocabulary
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.attribution.speakers import PARTS, Kind, kind_of
from sayso.read.grammar.phrase import phrase
from sayso.read.parse import Parse, Sentence, Word

PERSONAL = {"he": "men", "him": "men", "his": "men", "she": "women", "her": "women", "hers": "women"}
_POINTING = frozenset([*PERSONAL, "it", "its", "they", "them", "their"])
_SOME = frozenset({"a", "an", "another", "one"})
_SINGULAR = frozenset({"it", "its"})
_REACH = 3  # sentences a pronoun may look back, or to the beginning of the paragraph before
_NO_PERSON = frozenset({"organisation", "state", "body", "group"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(slots=True)
class Spoken:
    """A source that spoke or a subject that was spoken of. ``lemma`` is of its head, ``date`` when it spoke, ``kind`` that of
    an actor, ``sex`` where titles, nouns or a given name tell it, ``many`` whether a plural names it, and ``unknown`` whether it
    is somebody by role of whom no more is told ("a resident"), who may be "they"."""

    sentence: int
    name: str
    lemma: str
    kind: str
    sex: str | None
    many: bool
    unknown: bool
    date: str | None = None
    spoke: bool = False


class Referents:
    """The sources of one document so far, in order. ``called`` names what a phrase names."""

    def __init__(self, parse: Parse, actors: Actors, called: Callable[[list[Word]], str]) -> None:
        self._parse = parse
        self._actors = actors
        self._called = called
        self.spoken: list[Spoken] = []

    def speaks(self, head: Word, words: list[Word], name: str, date: str | None, sentence: Sentence) -> None:
        self.spoken.append(replace(self._made(head, words, name, sentence), date=date, spoke=True))

    def of(self, pronoun: Word, sentence: Sentence, said: tuple[int, int] = (0, 0)) -> Spoken | None:
        """The last who spoke, or was the subject, and may be called so. Nobody stands in what he says himself, ``said``."""
        if pronoun.lower not in _POINTING:
            return None
        near = list(self._before(pronoun, sentence, said))
        if pronoun.lower in _SINGULAR:
            return next((one for one in near if one.kind != "person" and not one.many), None)
        if pronoun.lower not in PERSONAL:
            return next((one for one in near if one.many or one.unknown or _body_beside(one, sentence)), None)
        return next((one for one in near if one.sex in (None, PERSONAL[pronoun.lower]) and _personal(one)), None)

    def _before(self, pronoun: Word, sentence: Sentence, said: tuple[int, int]) -> Iterator[Spoken]:
        """Speakers and subjects, the last first; in each sentence whoever speaks, then whoever is spoken of."""
        spoken = self.spoken[-8:]
        paragraph = self._parse.by_block.get(sentence.block - 1) or [sentence]
        furthest = min(max(0, sentence.index - _REACH), paragraph[0].index)
        for index in range(sentence.index, furthest - 1, -1):
            yield from (one for one in reversed(spoken) if one.sentence == index)
            here = self._parse.sentences[index]
            if self._parse.document.blocks[here.block].kind is not BlockKind.HEADING:
                yield from self._subjects(here, pronoun, said)

    def _subjects(self, sentence: Sentence, pronoun: Word, said: tuple[int, int]) -> Iterator[Spoken]:
        """In the pronoun's sentence the subjects before it, the nearest first; in another that of its main clause."""
        found = [word for word in sentence.words if word.dep in _SUBJECTS and word.start < pronoun.start]
        if pronoun.start > sentence.end:
            found = [word for word in found if word.head is sentence.root]
        for word in reversed(found):
            if (
                not said[0] <= word.start < said[1]
                and kind_of(word) in (Kind.NAMED, Kind.PEOPLE)
                and word.pos in ("NOUN", "PROPN")
            ):
                words = phrase(word)
                yield self._made(word, words, self._called(words), sentence)

    def _made(self, head: Word, words: list[Word], name: str, sentence: Sentence) -> Spoken:
        sex = PERSONAL.get(head.lower) or _sex(words, name)
        person = sex is not None or head.ent == "PERSON" or _individual(head)
        kind = "person" if person else str(self._actors.kind(name))
        unknown = sex is None and _individual(head) and words[0].lower in _SOME
        return Spoken(sentence.index, name, head.lemma.lower(), kind, sex, head.tag == "NNS", unknown)


def _body_beside(one: Spoken, sentence: Sentence) -> bool:
    """Whether a body was spoken of right before: further on "they" are several, or nobody in particular."""
    return one.kind != "person" and sentence.index - one.sentence <= 1


def _personal(one: Spoken) -> bool:
    """Whether a name may be a person's; of somebody who spoke less must be known."""
    return one.kind in ("person", "unknown") or (one.spoke and one.kind not in _NO_PERSON)


def _individual(head: Word) -> bool:
    """Whether a common noun is for one person: an engineer, no ministry and no engineers."""
    if head.tag != "NN" or head.pos != "NOUN" or kind_of(head) is not Kind.PEOPLE:
        return False
    return head.lower not in _bodies() and head.lemma.lower() not in PARTS


def _sex(words: list[Word], name: str) -> str | None:
    """``women`` or ``men``, where a title, a noun or the given name says so."""
    for word in words:
        lower = word.lower.rstrip(".")
        if lower.endswith("woman"):
            return "women"
        if lower.endswith("man") and word.pos == "NOUN" and word.tag == "NN":
            return "men"
        for sex, of in _given().items():
            if lower in of["titles"]:
                return sex
    first = name.lower().split(" ")[0]
    return next((sex for sex, of in _given().items() if first in of["given"] and " " in name), None)


@cache
def _given() -> dict[str, dict[str, frozenset[str]]]:
    return {sex: {key: frozenset(found) for key, found in of.items()} for sex, of in table("given").items()}


@cache
def _bodies() -> frozenset[str]:
    lists = ("groups", "organisations", "governments", "states", "institutions", "organisation_words")
    return frozenset().union(*(vocabulary("actors", key) for key in lists)).difference(vocabulary("actors", "persons"))
