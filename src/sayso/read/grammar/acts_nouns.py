"""Acts told by nouns: sanctions, talks, support, an attack by A on B; whose deed they are, and whom they reach."""

from dataclasses import dataclass, field

from sayso.read.grammar.actors import Actors
from sayso.read.grammar.actors_frame import (
    adjective,
    after,
    facing,
    frame,
    holders,
    named,
    obliques_of,
    parties,
    possessor,
)
from sayso.read.grammar.acts_rules import Deed, Rule, light
from sayso.read.grammar.flows_goods import vocabulary
from sayso.read.grammar.phrase import child
from sayso.read.parse import Word

_SYMMETRIC = frozenset({"between", "among"})
_TOLD_OF = frozenset({"nsubj", "nsubjpass", "dobj", "ROOT"})

Around = list[tuple[str, Word]]


@dataclass(frozen=True, slots=True)
class Ends:
    """Whom a noun's deed reaches, whose it is by the noun's ``own`` words, and who does it by the verb it stands with."""

    targets: list[str]
    own: list[str] = field(default_factory=list)
    doers: list[str] = field(default_factory=list)


def of_noun(noun: Word, choices: list[Rule], actors: Actors) -> list[Deed]:
    if noun.dep == "compound":
        return []
    around = [pair for one in noun.children if one.dep in {"prep", "agent"} for pair in obliques_of(one)]
    for by in after(around, {"by"}):  # "an attack by A on B": the parser often hangs "on B" from A
        around += [pair for one in by.children if one.dep == "prep" and one.lower != "of" for pair in obliques_of(one)]
    sides = named(actors, after(around, _SYMMETRIC)) or facing(noun, actors)
    for rule in choices:
        if len(sides) > 1 and rule.mutual:
            return [Deed(sides[0], rule.action, name, noun) for name in sides[1:]]
        ends = _mutual(noun, around, rule, actors) if rule.mutual else _ends(noun, around, rule, actors)
        if rule.action == "protest" and len(choices) > 1 and _armed(noun, ends, actors):
            continue
        deeds = [Deed(a, rule.action, b, noun, held=True) for a in ends.own for b in ends.targets if a != b]
        deeds += [Deed(a, rule.action, b, noun) for a in ends.doers for b in ends.targets if a not in {b, *ends.own}]
        if deeds and rule.mutual and noun.dep == "dobj" and noun.head.lemma in light("refusing"):
            return [Deed(one.actor, "reject", one.target, noun.head) for one in deeds]  # "rejected talks with A"
        if deeds:
            return deeds
    return []


def _armed(noun: Word, ends: Ends, actors: Actors) -> bool:
    """Whether a strike is one of arms: those of a state are, and so are air strikes and strikes by drones."""
    weapons = vocabulary("goods", "things") | light("armed")
    by_states = [name for name in (*ends.own, *ends.doers) if actors.kind(name) in {"state", "body"}]
    return bool(by_states) or any(one.lemma in weapons for one in noun.children if one.i < noun.i)


def _ends(noun: Word, around: Around, rule: Rule, actors: Actors) -> Ends:
    targets = parties(actors, after(around, rule.prepositions))
    doers = _from_whom(noun, around, actors)
    if doers:
        return Ends(targets or parties(actors, after(around, {"on"})) or _undergoer(noun, actors), doers=doers)
    targets = targets or _beyond(noun, rule, actors)
    own = _owners(noun, around, actors)
    joined = noun.dep == "dobj" and noun.head.lemma in light("joining")  # "joined Kenya's sanctions on A"
    return Ends(targets, own, _carriers(noun, actors) if joined or not own else [])


def _mutual(noun: Word, around: Around, rule: Rule, actors: Actors) -> Ends:
    """The ends of what two have with each other, either of whom may be told in several places."""
    ends = _ends(noun, around, rule, actors)
    if ends.targets:
        told = ends.own or ends.doers or noun.dep not in _TOLD_OF or _has_subject(noun)
        return ends if told else Ends(ends.targets, doers=_spoken_of(noun, actors, ends.targets))
    both = ends.own or ends.doers
    if len(both) == 2:
        return Ends(both[1:], doers=both[:1])
    if not ends.own or possessor(noun) is not None:
        return ends
    if noun.dep == "pobj" and noun.head.lower == "with" and noun.head.head.pos in {"NOUN", "PROPN"}:
        return Ends(ends.own, doers=parties(actors, [noun.head.head]))  # "a church with Kenyan ties"
    return Ends(ends.own, doers=_carriers(noun, actors))  # "maintained Mali ties"


def _has_subject(noun: Word) -> bool:
    """Whether the verb a noun is the object of has a subject, whoever that is."""
    return noun.dep == "dobj" and child(noun.head, "nsubj") is not None


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


def _owners(noun: Word, around: list[tuple[str, Word]], actors: Actors) -> list[str]:
    """Whose deed the noun is by its own words: possessor or nationality, or "by A"."""
    by = named(actors, after(around, {"by"}))
    if by:
        return by
    owner = possessor(noun)
    if owner is not None:
        return named(actors, [owner]) or holders(actors, owner)
    nation = adjective(actors, noun)
    return [nation] if nation is not None else []


def _carriers(noun: Word, actors: Actors) -> list[str]:
    """Whose deed the noun is by the light verb it is the object of."""
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
            if word is not noun and noun.dep != "conj":  # "grapple with the effects of the trade"
                return []
            return parties(actors, frame(word.head.head, actors).agents)
        if word.dep not in {"conj", "pobj", "prep"} or word.lemma in light("holding_back"):
            return []
        word = word.head
    return []
