"""Acts: who did what to whom, as PLOVER event types, from verbs and from nouns that name what is done."""

from dataclasses import dataclass
from functools import cache

from sayso.core.claim import Act
from sayso.lexicon.table import table
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.actors_frame import Frame, frame, holders, named, obliques_of, parties
from sayso.read.grammar.phrase import child
from sayso.read.parse import Parse, Sentence, Word
from sayso.read.proposal import Proposal

_MOST = 12  # acts out of one word
_SYMMETRIC = frozenset({"between", "among"})


@dataclass(frozen=True, slots=True)
class Rule:
    """The type of event a word names and the words after which its target stands; a bare verb takes an object."""

    action: str
    prepositions: tuple[str, ...]
    bare: bool = False


def acts(parse: Parse, actors: Actors) -> list[Proposal]:
    """The acts the document states, in order of the text."""
    found: list[Proposal] = []
    verbs, nouns = rules("verbs"), rules("nouns")
    for sentence in parse.sentences:
        seen: set[Act] = set()
        for word in sentence.words:
            if word.pos == "VERB" and (rule := verbs.get(word.lemma.lower())):
                pairs = _of_verb(word, rule, actors)
            elif word.pos == "NOUN" and (rule := nouns.get(word.lemma.lower())):
                pairs = _of_noun(word, rule, actors)
            else:
                continue
            for actor, action, target in pairs[:_MOST]:
                act = Act(actor, action, target)
                if actor != target and act not in seen:
                    seen.add(act)
                    found.append(Proposal(act, sentence, _anchor(sentence), word))
    return found


def _anchor(sentence: Sentence) -> tuple[int, int]:
    return sentence.start, sentence.end


@cache
def rules(section: str) -> dict[str, list[Rule]]:
    """lemma -> its rules, in the order of the table."""
    found: dict[str, list[Rule]] = {}
    for action, entries in table("acts")[section].items():
        for entry in entries:
            lemma, *prepositions = entry.split(" ")
            found.setdefault(lemma, []).append(Rule(action, tuple(prepositions), not prepositions))
    return found


def _of_verb(verb: Word, choices: list[Rule], actors: Actors) -> list[tuple[str, str, str | None]]:
    around = frame(verb, actors)
    doers = parties(actors, around.agents)
    if not doers and not around.passive:
        return []
    for rule in choices:
        targets = _targets(rule, around, verb, actors)
        if targets and doers:
            return [(doer, rule.action, target) for doer in doers for target in targets]
    return []


def _targets(rule: Rule, around: Frame, verb: Word, actors: Actors) -> list[str]:
    if rule.bare:
        return parties(actors, around.patients)
    heads = [word for preposition, word in around.obliques if preposition in rule.prepositions]
    if any(one.dep == "prt" and one.lower in rule.prepositions for one in verb.children):
        heads += around.patients
    return parties(actors, heads)


def _of_noun(noun: Word, choices: list[Rule], actors: Actors) -> list[tuple[str, str, str | None]]:
    if noun.dep == "compound":
        return []
    for rule in choices:
        around = [(one.lower, word) for one in noun.children if one.dep == "prep" for _, word in obliques_of(one)]
        sides = [word for preposition, word in around if preposition in _SYMMETRIC]
        if sides:
            names = named(actors, sides)
            return [(names[0], rule.action, name) for name in names[1:]] if "between" in rule.prepositions else []
        targets = parties(actors, [word for preposition, word in around if preposition in rule.prepositions])
        if not targets:
            targets = _beyond(noun, rule, actors)
        doers = _doers(noun, around, actors)
        pairs = [(doer, rule.action, target) for doer in doers for target in targets if doer != target]
        if pairs:
            return [
                (b, action, a)
                if "from" in rule.prepositions and rule.action == "request" and _came_from(noun)
                else (a, action, b)
                for a, action, b in pairs
            ]
    return []


def _came_from(noun: Word) -> bool:
    return noun.head.lemma in vocabulary_light("undergone")


@cache
def vocabulary_light(key: str) -> frozenset[str]:
    return frozenset(table("acts")["light"][key])


def _beyond(noun: Word, rule: Rule, actors: Actors) -> list[str]:
    """The target after the verb the noun is the object of: ``imposed sanctions on X``."""
    verb = noun.head
    if noun.dep not in {"dobj", "nsubjpass"} or verb.pos != "VERB":
        return []
    heads = [
        word
        for one in verb.children
        if one.dep in {"prep", "dative"} and one.lower in rule.prepositions and one.i > verb.i
        for _, word in obliques_of(one)
    ]
    return parties(actors, heads)


def _doers(noun: Word, around: list[tuple[str, Word]], actors: Actors) -> list[str]:
    """Whose deed the noun is: possessor or nationality, "by X", else the subject of the light verb it is the object of."""
    by = named(actors, [word for preposition, word in around if preposition == "by"])
    if by:
        return by
    possessor = child(noun, "poss")
    owners = [
        name
        for one in noun.children
        if one.i < noun.i and one.dep in {"amod", "compound", "nmod"} and (mention := actors.mention(one))
        for name in [mention.name]
    ]
    if possessor is not None:
        return named(actors, [possessor]) or holders(actors, possessor)
    if owners:
        return owners
    word = noun
    for _ in range(4):
        if word.dep in {"dobj", "attr", "conj", "nsubjpass"} and word.head.pos in {"VERB", "AUX"}:
            if word.head.lemma in vocabulary_light("verbs") or word.head.lemma == "be":
                return parties(actors, frame(word.head, actors).agents)
            return []
        if word.dep not in {"conj", "pobj", "prep", "dobj", "attr"} or word.head is word:
            return []
        word = word.head
    return []
