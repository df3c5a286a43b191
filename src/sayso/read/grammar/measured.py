"""What a number measures, in words that can be understood alone, read from the grammar around it.

Invariant: the words are the document's own but for the few that join them ("share of", "increase in", "by").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.lexicon.table import words as vocabulary
from sayso.read.grammar.verbs import subject_of
from sayso.read.parse import Parse, Word

_UP = vocabulary("measuring", "up")
_LOOSE = frozenset(
    {
        "relcl",
        "appos",
        "parataxis",
        "punct",
        "cc",
        "conj",
        "mark",
        "advcl",
        "ccomp",
        "discourse",
        "acl",
        "dep",
        "preconj",
        "predet",
    }
)
_CLAUSAL = frozenset(
    {
        "nsubj",
        "nsubjpass",
        "csubj",
        "expl",
        "mark",
        "cc",
        "conj",
        "advcl",
        "ccomp",
        "punct",
        "parataxis",
        "aux",
        "auxpass",
        "neg",
        "advmod",
        "dep",
    }
)
_PRONOUNS = frozenset(
    {
        "it",
        "they",
        "he",
        "she",
        "we",
        "i",
        "you",
        "this",
        "that",
        "these",
        "those",
        "there",
        "who",
        "which",
        "what",
        "them",
        "him",
        "her",
        "us",
        "one",
        "some",
        "many",
        "all",
        "others",
        "both",
    }
)
_ASIDE = frozenset(
    {
        "per",
        "according",
        "including",
        "since",
        "during",
        "despite",
        "amid",
        "because",
        "by",
        "until",
        "as",
        "after",
        "before",
        "within",
    }
)
_ARTICLES = frozenset(
    {
        "a",
        "an",
        "the",
        "these",
        "those",
        "this",
        "that",
        "some",
        "any",
        "about",
        "around",
        "up",
        "another",
        "estimated",
        "only",
        "just",
    }
)
_POSSESSIVES = frozenset({"its", "their", "his", "her", "our"})
_MOST = 16  # words of one piece: enough for a noun with its complements, short enough to be a name


class Measure:
    """Reads the subject of one number. ``taken`` are the words of the number, its unit and its hedges; ``dated`` those
    of dates, which belong to the time of the claim and not to its subject."""

    def __init__(self, parse: Parse, taken: set[Word], dated: set[Word]) -> None:
        self._parse = parse
        self.taken = taken
        self._dated = dated

    def noun(self, head: Word) -> str:
        """The noun with its modifiers and complements, without the number, dates and asides."""
        found: list[Word] = []
        stack = [head]
        while stack:
            word = stack.pop()
            found.append(word)
            stack.extend(child for child in word.children if self._belongs(child, head))
            stack.extend(of for child in word.children if child.lower == "per" for of in _beyond(child))
        return self._text(sorted(found, key=lambda word: word.i), head)

    def _belongs(self, child: Word, head: Word) -> bool:
        if child.dep in _LOOSE or child in self.taken or child in self._dated:
            return False
        if child.dep == "prep":
            return child.lower not in _ASIDE and not self._spent(child)
        return not (child.dep == "advmod" and child.i > head.i)

    def _spent(self, preposition: Word) -> bool:
        """Whether a preposition has lost its noun to the number or to a date."""
        return all(below in self.taken or below in self._dated for below in preposition.children)

    def predicate(self, verb: Word, *, passive: bool) -> str:
        """The verb with its objects and complements, without its subject."""
        found = (
            [verb]
            if passive
            else [
                verb,
                *(
                    aux
                    for aux in verb.children
                    if aux.dep in {"aux", "auxpass", "neg"} and aux.i < verb.i and aux.lower != "having"
                ),
            ]
        )
        stack = [
            child for child in verb.children
            if child.dep not in _CLAUSAL and child not in self._dated and child not in self.taken and child.i > verb.i
            and not (child.dep == "prep" and (child.lower in _ASIDE - {"by"} or self._spent(child)))
            and not (child.dep == "npadvmod" and any(mark.text == "," and mark.i < child.i for mark in verb.children))
        ]  # fmt: skip
        while stack:
            word = stack.pop()
            found.append(word)
            stack.extend(
                child
                for child in word.children
                if child.dep not in _LOOSE - {"cc", "conj"} and child not in self._dated
            )
        found.sort(key=lambda word: word.i)
        return self._text(found, verb, keep_articles=True)

    def _text(self, words: list[Word], head: Word, *, keep_articles: bool = False) -> str:
        """The document's text of these words, runs joined by a space, at most ``_MOST`` words around the head."""
        words = [word for word in words if word not in self.taken or word is head]
        at = words.index(head)
        words = words[max(0, at - _MOST // 2) : max(0, at - _MOST // 2) + _MOST]
        while (
            len(words) > 1
            and words[0] is not head
            and not keep_articles
            and (words[0].lower in _ARTICLES or words[0].dep == "punct")
        ):
            words = words[1:]
        while len(words) > 1 and words[-1] is not head and (words[-1].dep in {"punct", "cc", "prep", "det"}):
            words = words[:-1]
        return re.sub(r"\s+", " ", " ".join(self._named(run) for run in _runs(words))).strip(" ,;:.")

    def _named(self, run: list[Word]) -> str:
        """The run's text; a possessive pronoun gives way to the subject of its clause."""
        parts, start = [], 0
        for place, word in enumerate(run):
            if word.lower in _POSSESSIVES and (owner := self._owner(word)):
                if place > start:
                    parts.append(self._parse.text_of(run[start:place]))
                parts.append(owner)
                start = place + 1
        if start < len(run):
            parts.append(self._parse.text_of(run[start:]))
        return " ".join(parts)

    def _owner(self, pronoun: Word) -> str | None:
        for above in pronoun.ancestors():
            if above.pos in {"VERB", "AUX"}:
                subject = subject_of(above)
                if (
                    subject is not None
                    and subject.i < pronoun.i
                    and subject.pos in {"PROPN", "NOUN"}
                    and (pronoun not in subject.subtree() or (above.dep == "relcl" and subject is above.head))
                ):
                    name = self.noun(subject)
                    return name + ("’" if name.endswith("s") else "’s") if name else None
        return None

    def actor(self, verb: Word) -> str | None:
        """The verb's subject in words, if it is not a pronoun."""
        subject = subject_of(verb)
        if subject is None or subject in self.taken or subject.lower in _PRONOUNS:
            return None
        return self.noun(subject) or None

    def change(self, verb: Word, what: str) -> str:
        """ "increase in X" or "decrease in X" for a verb of change."""
        if any(child.lower == "short" for child in verb.children):  # "fell short of demand by 40 tonnes"
            return f"shortfall in {what}"
        return f"{'increase' if verb.lemma.lower() in _UP else 'decrease'} in {what}"


def _beyond(per: Word) -> Iterator[Word]:
    """What "of" leads to behind what a price is per: "the price per tonne of tea" is the price of tea."""
    return (of for unit in per.children for of in unit.children if of.lower == "of")


def _runs(words: list[Word]) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in words:
        if run and word.i != run[-1].i + 1:
            yield run
            run = []
        run.append(word)
    if run:
        yield run
