"""Acts: who did what to whom, as PLOVER event types, from verbs and from nouns that name what is done."""

from dataclasses import dataclass
from functools import cache

from sayso.core.claim import Act
from sayso.lexicon.table import table
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.actors_frame import (
    Frame,
    adjective,
    after,
    frame,
    holders,
    named,
    obliques_of,
    parties,
    possessor,
)
from sayso.read.parse import Parse, Word
from sayso.read.proposal import Proposal

_MOST = 12  # acts out of one word
_HOLDING_BACK = frozenset(
    {"restriction", "limit", "ban", "cut", "end", "halt", "curb", "freeze", "suspension"}
)  # "on aid to A"
_SYMMETRIC = frozenset({"between", "among"})

Deed = tuple[str, str, str]  # actor, action, target


@dataclass(frozen=True, slots=True)
class Rule:
    """The type of event a word names and the words after which its target stands; a bare verb takes an object."""

    action: str
    prepositions: tuple[str, ...]

    @property
    def bare(self) -> bool:
        return not self.prepositions

    @property
    def mutual(self) -> bool:
        """Whether either side may be called actor and target."""
        return "with" in self.prepositions or "between" in self.prepositions


def acts(parse: Parse, actors: Actors) -> list[Proposal]:
    """The acts the document states, in order of the text."""
    if "acts" not in actors.said:
        actors.said["acts"] = _read_all(parse, actors)
    return list(actors.said["acts"])


def _read_all(parse: Parse, actors: Actors) -> list[Proposal]:
    found: list[Proposal] = []
    for sentence in parse.sentences:
        seen: set[Act] = set()
        for word in sentence.words:
            for actor, action, target in _read(word, actors)[:_MOST]:
                act = Act(actor, action, target)
                if actor != target and act not in seen:
                    seen.add(act)
                    found.append(Proposal(act, sentence, (sentence.start, sentence.end), word))
    return found


def _read(word: Word, actors: Actors) -> list[Deed]:
    if word.pos == "VERB":
        chosen = rules("verbs").get(word.lemma.lower())
        return _of_verb(word, chosen, actors) if chosen else []
    if word.pos == "NOUN":
        chosen = rules("nouns").get(word.lemma.lower())
        return _of_noun(word, chosen, actors) if chosen else []
    return _together(word, actors) if word.lower in light("together") else []


@cache
def rules(section: str) -> dict[str, list[Rule]]:
    """lemma -> its rules, in the order of the table."""
    found: dict[str, list[Rule]] = {}
    for action, entries in table("acts")[section].items():
        for entry in entries:
            lemma, *prepositions = entry.split(" ")
            found.setdefault(lemma, []).append(Rule(action, tuple(prepositions)))
    return found


def _of_verb(verb: Word, choices: list[Rule], actors: Actors) -> list[Deed]:
    around = frame(verb, actors)
    doers = parties(actors, around.agents)
    if not doers or _figurative(verb, around):
        return []
    for rule in choices:
        targets = _targets(rule, around, verb, actors)
        if targets:
            return [(doer, rule.action, target) for doer in doers for target in targets]
    if len(doers) == 2 and any(rule.mutual for rule in choices):  # "the two states cooperate"
        return [(doers[0], choices[0].action, doers[1])]
    return []


def _figurative(verb: Word, around: Frame) -> bool:
    """``stabs A in the back`` is no act of violence."""
    return any(f"{verb.lemma} {word.lemma}" in light("figures_of_speech") for _, word in around.obliques)


def _targets(rule: Rule, around: Frame, verb: Word, actors: Actors) -> list[str]:
    if rule.bare and rule.action in {"consult", "yield"}:  # one meets or frees somebody, not what is theirs
        return named(actors, around.patients)
    if rule.bare:
        found = parties(actors, around.patients)
        if found or rule.action != "sanction":
            return found
        inside = [
            pair
            for patient in around.patients
            for one in patient.children
            if one.dep == "prep"
            for pair in obliques_of(one)
        ]
        return parties(
            actors,
            after((*inside, *around.obliques), {"to", "on", "against"}),
        )
    heads = after(around.obliques, rule.prepositions)
    if "to" in rule.prepositions:
        heads += around.recipients
    if any(one.dep == "prt" and one.lower in rule.prepositions for one in verb.children):
        heads += around.patients
    return parties(actors, heads)


def _of_noun(noun: Word, choices: list[Rule], actors: Actors) -> list[Deed]:
    if noun.dep == "compound":
        return []
    around = [pair for one in noun.children if one.dep in {"prep", "agent"} for pair in obliques_of(one)]
    for by in after(around, {"by"}):  # "an attack by A on B": the parser often hangs "on B" from A
        around += [pair for one in by.children if one.dep == "prep" and one.lower != "of" for pair in obliques_of(one)]
    sides = named(actors, after(around, _SYMMETRIC))
    for rule in choices:
        if len(sides) > 1 and rule.mutual:
            return [(sides[0], rule.action, name) for name in sides[1:]]
        doers, targets = (
            _from_whom(noun, around, actors),
            parties(actors, after(around, rule.prepositions)),
        )
        if doers:
            targets = targets or parties(actors, after(around, {"on"})) or _undergoer(noun, actors)
        else:
            targets = targets or _beyond(noun, rule, actors)
            doers = _doers(noun, around, actors)
            if rule.mutual and targets and not doers and noun.dep in {"nsubj", "nsubjpass", "dobj", "ROOT"}:
                doers = _spoken_of(noun, actors, targets)
        if not targets and rule.mutual and len(doers) == 2:
            return [(doers[0], rule.action, doers[1])]
        pairs = [(doer, rule.action, target) for doer in doers for target in targets if doer != target]
        if pairs:
            return [(a, "reject", b) for a, _, b in pairs] if rule.mutual and _turned_down(noun) else pairs
    return []


def _turned_down(noun: Word) -> bool:
    """``rejected talks with A``: the doer's deed is to reject."""
    return noun.dep == "dobj" and noun.head.lemma in light("refusing")


def _spoken_of(noun: Word, actors: Actors, targets: list[str]) -> list[str]:
    """Whose ties "close ties with A" are where the sentence does not say: those of the state the document is about, if
    this sentence or the one before it speaks of it."""
    sentence = actors.sentence_of(noun)
    near = [sentence, *([before] if (before := actors.sentence_before(sentence)) is not None else [])]
    spoken = {mention.name for one in near for mention in actors.named(one)}
    return [name for name in actors.protagonist() if name in spoken and name not in targets]


def _from_whom(noun: Word, around: list[tuple[str, Word]], actors: Actors) -> list[str]:
    """``pressure from A``, ``criticism from A``: whose deed it is, where the deed reaches its target with "from"."""
    if noun.lemma not in light("reaching"):
        return []
    found = parties(actors, after(around, {"from"}))
    if not found and noun.dep == "dobj" and noun.head.lemma in light("undergone"):
        found = parties(actors, after(frame(noun.head, actors).obliques, {"from"}))
    return found


def _undergoer(noun: Word, actors: Actors) -> list[str]:
    """Who ``faces``, ``takes into account`` or ``is under`` what the noun names."""
    verb = noun.head
    if noun.dep == "dobj" and verb.pos == "VERB":
        return parties(actors, frame(verb, actors).agents)
    if noun.dep == "pobj" and verb.lower == "under":
        return parties(actors, frame(verb.head, actors).agents or frame(verb.head, actors).patients)
    return []


def _beyond(noun: Word, rule: Rule, actors: Actors) -> list[str]:
    """The target after the verb the noun is the object of: ``imposed sanctions on A``."""
    verb = noun.head
    if noun.dep not in {"dobj", "nsubjpass", "nsubj"} or verb.pos not in {"VERB", "AUX"}:
        return []
    heads = [
        word
        for one in verb.children
        if one.dep in {"prep", "dative"} and one.lower in rule.prepositions and one.i > verb.i
        for _, word in obliques_of(one)
    ]
    return parties(actors, heads)


def _doers(noun: Word, around: list[tuple[str, Word]], actors: Actors) -> list[str]:
    """Whose deed the noun is: possessor or nationality, "by A", else the subject of the light verb it is the object of."""
    by = named(actors, after(around, {"by"}))
    if by:
        return by
    owner = possessor(noun)
    if owner is not None:
        return named(actors, [owner]) or holders(actors, owner)
    nation = adjective(actors, noun)
    if nation is not None:
        return [nation]
    word = noun
    for _ in range(4):
        if word.head is word:
            return []
        if word.dep in {"dobj", "attr"} and word.head.pos in {"VERB", "AUX"}:
            fitting = word.head.lemma in light("verbs") or word.head.lemma == "be"
            return parties(actors, frame(word.head, actors).agents) if fitting else []
        if word.dep == "nsubjpass":
            return parties(
                actors, [one for preposition, one in frame(word.head, actors).obliques if preposition == "by"]
            )
        if word.dep == "pobj" and word.head.lower == "with" and word.head.head.pos in {"VERB", "AUX"}:
            return parties(actors, frame(word.head.head, actors).agents)
        if word.dep not in {"conj", "pobj", "prep"} or word.lemma in _HOLDING_BACK:
            return []
        word = word.head
    return []


def _together(word: Word, actors: Actors) -> list[Deed]:
    """``together with A, B …``: the two act as one."""
    near = [*word.children, word.head, *(one for one in word.head.children if one.i == word.i + 1)]
    fellows = [one for kid in near if kid.lower == "with" for _, one in obliques_of(kid)]
    verb = next((one for one in word.ancestors() if one.pos in {"VERB", "AUX"}), None)
    if not fellows or verb is None:
        return []
    return [(a, "cooperate", b) for a in named(actors, frame(verb, actors).agents) for b in named(actors, fellows)]


@cache
def light(key: str) -> frozenset[str]:
    """Verbs and nouns that only carry what another word names."""
    return frozenset(table("acts")["light"][key])
