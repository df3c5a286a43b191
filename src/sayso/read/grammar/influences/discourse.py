"""What "which", "this", "it" and "these" stand for: the antecedent's thing, or none, never a guess without words to show.

Relative pronouns mean the noun they follow, or its whole clause where the number of the verb says so; "this" means what
the sentence before said last happens; "it" and "they" the nearest subject of the same number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sayso.lexicon.table import table, words
from sayso.read.grammar.influences import thing as things
from sayso.read.grammar.influences.link import Link
from sayso.read.grammar.influences.signals import vocabulary
from sayso.read.grammar.influences.thing import Thing
from sayso.read.grammar.phrase import child
from sayso.read.parse import Parse, Sentence, Word

_RELATIVE = frozenset({"which", "that", "who", "whom"})
_EVENTS = frozenset({"this", "that", "these", "those", "such", "which"})
_SINGULAR = frozenset({"it", "itself"})
_PLURAL = frozenset({"they", "them", "themselves"})
_PERSONS = frozenset({"he", "she", "him", "her", "himself", "herself", "i", "we", "you", "me", "us"})
_OBJECTS = frozenset({"it", "them", "they"})
_PRONOUNS = _RELATIVE | _EVENTS | _SINGULAR | _PLURAL | _PERSONS
_LIGHT = frozenset({"DET", "PUNCT", "PART", "ADP", "CCONJ", "SCONJ", "PRON", "AUX", "ADV"})
_ORDERED = frozenset({"latter", "former"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
_TIMES = frozenset({"DATE", "TIME"})
_POINTING = frozenset({"this", "these", "such", "that", "those"})


class Discourse:
    """What has been said so far in one document, sentence by sentence."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self._before: Sentence | None = None
        self._last: list[Thing] = []
        self._coming: list[Thing] = []
        self.topic: list[Thing] = []  # what opened the last sentence, as a cause
        self._topic_coming: list[Thing] = []
        self._moved: list[Thing] = []  # what moved last, as it moved

    def settle(self, link: Link, sentence: Sentence) -> Link | None:
        """The link with every pronoun replaced by what it means; ``None`` if one means nothing that can be shown."""
        causes = [found for thing in link.causes for found in self._settled(thing, sentence, link.plain)]
        effects = [found for thing in link.effects for found in self._settled(thing, sentence, link.plain)]
        if link.before:
            said = [
                replace(t, resolved=((self._parse.text_of(link.signal), self._text(t)),)) for t in self.event(sentence)
            ]
            causes, effects = (said, effects) if link.before == "cause" else (causes, said)
        causes, effects = ([thing for thing in end if not _when(thing)] for end in (causes, effects))
        if link.event:
            causes = [cause for cause in causes if not cause.resolved or not things.is_agent(things.head_of(cause))]
        if not causes or not effects:
            return None
        settled = replace(link, causes=causes, effects=effects)
        if causes[0].words[0].i <= 2 and not self._topic_coming:
            self._topic_coming = [replace(cause, resolved=()) for cause in causes]
        self._coming = [
            replace(effect, direction=effect.direction * (link.sign or 1), resolved=()) for effect in effects
        ]
        return settled

    def _text(self, thing: Thing) -> str:
        return self._parse.text_of(list(thing.words))

    def close(self, sentence: Sentence) -> None:
        """The sentence has been read."""
        self._moved = _movements(sentence) or self._moved
        self._before, self._last, self._coming = sentence, self._coming, []
        self.topic, self._topic_coming = self._topic_coming, []

    def event(self, sentence: Sentence) -> list[Thing]:
        """What the sentence before this one said last happens."""
        if self._last:
            return self._last
        if self._before is None or self._before.root.pos not in ("VERB", "AUX") or self._before is sentence:
            return []
        root = self._before.root
        subject = child(root, *things.SUBJECT)
        if (
            subject is not None
            and root.lemma in ("be", "consider", "regard", "see", "remain")
            and subject.pos == "NOUN"
        ):
            return things.of_noun(subject)
        return things.of_clause(root)

    def _settled(self, thing: Thing, sentence: Sentence, plain: bool) -> list[Thing]:
        words = thing.words
        if len(words) == 1 and words[0].lower in _PRONOUNS:
            found = self._meant(words[0], sentence)
            if plain and words[0].i > 1 and words[0].lower in _OBJECTS and self._coming:
                found = [replace(thing, direction=1) for thing in self._coming]
        elif thing.variable.lower() in _ORDERED and len(words) <= 2 and self._last:
            found = self._named_last(thing.variable.lower())
        elif (sign := _bare_movement(thing)) and self._moved:
            alike = [moved for moved in self._moved if moved.direction == sign] or self._moved
            found = [replace(alike[-1], direction=sign * thing.direction, resolved=())]
            thing = replace(thing, direction=1)
        elif words[0].lower in _POINTING and len(words) <= 3 and words[-1].lemma.lower() in vocabulary().general:
            found = self.event(sentence)
        else:
            return [] if not plain and _empty(thing) else [thing]
        note = (self._parse.text_of(list(words)), self._parse.text_of(list(found[0].words))) if found else ("", "")
        return [replace(f, direction=f.direction * thing.direction, resolved=(*thing.resolved, note)) for f in found]

    def _named_last(self, which: str) -> list[Thing]:
        """What "the latter" or "the former" of the sentence before is, as named and not as moved."""
        found = self._last if which == "latter" else self.topic
        return [replace(thing, direction=1) for thing in found[-1:]]

    def _meant(self, pronoun: Word, sentence: Sentence) -> list[Thing]:
        if pronoun.lower in _RELATIVE and pronoun.tag in ("WDT", "WP", "IN"):
            return self._relative(pronoun)
        if pronoun.lower in _EVENTS:
            if pronoun.dep == "dobj" and pronoun.lower in ("this", "that"):
                return []  # "they want to change that": what was said before is seldom what changes
            return _clause_before(pronoun) or self.event(sentence)
        if pronoun.lower in _SINGULAR or pronoun.lower in _PLURAL or pronoun.lower in _PERSONS:
            return self._personal(pronoun, sentence)
        return []

    def _relative(self, pronoun: Word) -> list[Thing]:
        clause = next((word for word in pronoun.ancestors() if word.dep in ("relcl", "advcl", "ccomp")), None)
        if clause is None or clause.head is clause:
            return []
        antecedent = _told_of(clause)
        if antecedent.pos not in ("NOUN", "PROPN", "PRON"):
            return things.of_clause(antecedent, without=[clause])
        main = antecedent.head
        singular = clause.tag == "VBZ" or any(
            below.dep in ("aux", "auxpass") and below.lower in ("is", "was", "has") for below in clause.children
        )
        whole = pronoun.lower == "which" and singular and antecedent.tag in ("NNS", "NNPS") and main.pos == "VERB"
        if whole and antecedent.dep in ("dobj", "pobj"):
            return things.of_clause(main, without=[clause])
        return things.of_noun(antecedent)

    def _personal(self, pronoun: Word, sentence: Sentence) -> list[Thing]:
        if self.topic and pronoun.i <= 1 and pronoun.lower not in _PERSONS:
            plural = len(self.topic) > 1 or self.topic[0].words[-1].lower.endswith("s")
            if plural == (pronoun.lower in _PLURAL):
                return self.topic
        if pronoun.lower in _SINGULAR and (deed := _deed_before(pronoun)) is not None:
            return things.of_clause(deed)
        for candidate in self._candidates(pronoun, sentence):
            plural = candidate.tag in ("NNS", "NNPS") or child(candidate, "conj") is not None
            if (pronoun.lower in _PLURAL and not plural) or (pronoun.lower in _SINGULAR and plural):
                continue
            if (pronoun.lower in _PERSONS) != (candidate.ent == "PERSON") and pronoun.lower not in _PLURAL:
                continue
            return things.of_noun(candidate)
        return []

    def _candidates(self, pronoun: Word, sentence: Sentence) -> Iterator[Word]:
        """Nouns the pronoun may mean, the likeliest first: subjects before it, then subjects and objects of the sentence before."""
        earlier = [
            word
            for word in sentence.words[: pronoun.i]
            if word.pos in ("NOUN", "PROPN") and word.head is not pronoun.head
        ]
        above = things.subject_above(pronoun)
        yield from (word for word in earlier if word is above)
        yield from (word for word in reversed(earlier) if word.dep in things.SUBJECT)
        if self._before is not None:
            nouns = [word for word in self._before.words if word.pos in ("NOUN", "PROPN")]
            yield from (word for word in nouns if word.dep in things.SUBJECT)
            yield from (word for word in reversed(nouns) if word.dep in ("dobj", "pobj", "attr"))
        yield from (word for word in reversed(earlier) if word.dep in ("dobj", "pobj", "attr"))


def _bare_movement(thing: Thing) -> int:
    """1 or -1 for "the rise", "this decline", which move what moved last; 0 for what names what moves."""
    head = thing.words[-1]
    if len(thing.words) > 2 or head.pos != "NOUN" or thing.words[0].lower not in _DEFINITE:
        return 0
    name = head.lemma.lower()
    return vocabulary().nouns_last.get(name, 0) or (
        vocabulary().nouns.get(name, 0) if name in words("direction", "shifts") else 0
    )


def _movements(sentence: Sentence) -> list[Thing]:
    """What this sentence says rises or falls, in order: "catches fell", "a drop in catches"."""
    found: list[Thing] = []
    for word in sentence.words:
        if word.pos == "VERB" and things.movement(word) and (subject := child(word, *things.SUBJECT)) is not None:
            if subject.pos == "NOUN" and not things.is_agent(subject):
                found += [replace(t, direction=t.direction * things.movement(word)) for t in things.of_noun(subject)]
        elif word.pos == "NOUN" and word.lemma.lower() in vocabulary().nouns and child(word, "prep") is not None:
            found += [thing for thing in things.of_noun(word) if thing.words[-1] is not word and len(thing.words) > 1]
    return [thing for thing in found if thing.variable and thing.words[0].lower not in _DEFINITE - {"the"}]


def _clause_before(pronoun: Word) -> list[Thing]:
    """ "They cut lending, and that slows trade": what the clause before it, coordinated with its own, says happens."""
    verb = pronoun.head
    if pronoun.dep not in things.SUBJECT or verb.dep != "conj" or verb.head.pos not in ("VERB", "AUX"):
        return []
    return things.of_clause(verb.head) if child(verb.head, *things.SUBJECT) is not None else []


def _deed_before(pronoun: Word) -> Word | None:
    """ "Raising the price would curb waste, although it may …": the deed that is the subject of the main clause."""
    for verb in pronoun.ancestors():
        subject = child(verb, "csubj")
        if subject is not None and subject.i < pronoun.i and subject.tag == "VBG" and verb is not pronoun.head:
            return subject
    return None


def _told_of(clause: Word) -> Word:
    """What a relative clause is about: the word it follows; behind a comma, the event that word is part of ("the collapse of
    the bridge, which killed …"), and of a day, what happened then."""
    word = clause.head
    before = min(below.i for below in clause.subtree()) - 1
    set_off = any(mark.text == "," and mark.i == before for mark in (*word.children, *clause.children))
    while word.ent in _TIMES and word.head is not word:
        word = word.head
        while word.pos == "ADP" and word.head is not word:
            word = word.head
        set_off = False
    above = word.head
    if set_off and word.dep == "pobj" and above.lower == "of" and not things.is_event(word):
        return above.head if things.is_event(above.head) else word
    return word


@cache
def _calendar() -> frozenset[str]:
    return frozenset(table("dates")["months"]) | frozenset(table("dates")["weekdays"]) | words("dates", "spans")


def _when(thing: Thing) -> bool:
    """Whether the words only say when: "Monday", "the next two years", but not "the winter" or "years of drought"."""
    head = things.head_of(thing)
    known = head.lemma.lower() in _calendar() or head.text[:1].isdigit()
    return head.ent in _TIMES and known and all(word.ent in _TIMES or word.pos in _LIGHT for word in thing.words)


def _empty(thing: Thing) -> bool:
    """Whether the words name nothing that could vary: a bare general noun, or no letter at all."""
    content = [word for word in thing.words if word.pos not in _LIGHT]
    if not any(letter.isalpha() for letter in thing.variable):
        return True
    return len(content) <= 1 and all(
        word.lemma.lower() in vocabulary().general or word.pos == "PRON" for word in content
    )
