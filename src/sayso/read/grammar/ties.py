"""Ties: lasting relations between actors, from verbs, nouns, apposition, offices and nationality."""

from collections.abc import Iterator
from functools import cache

from sayso.core.claim import Tie
from sayso.lexicon.table import table
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.actors_frame import frame, holders, named, obliques_of, parties
from sayso.read.grammar.phrase import child, conjuncts
from sayso.read.parse import Parse, Sentence, Word
from sayso.read.proposal import Proposal

Pair = tuple[str, str, str]


def ties(parse: Parse, actors: Actors) -> list[Proposal]:
    """The ties the document states, in order; one that only a title or a nationality shows is given once a document."""
    found: list[Proposal] = []
    shown: set[Pair] = set()
    for sentence in parse.sentences:
        here: set[Pair] = set()
        for word, pair, stated in _read(sentence, actors):
            if pair[0] == pair[2] or pair in here or (not stated and pair in shown):
                continue
            here.add(pair)
            shown.add(pair)
            found.append(Proposal(Tie(*pair), sentence, (sentence.start, sentence.end), word))
    return found


def _read(sentence: Sentence, actors: Actors) -> Iterator[tuple[Word, Pair, bool]]:
    verbs, nouns, adjectives, roles = (_rules(section) for section in ("verbs", "nouns", "adjectives", "roles"))
    for word in sentence.words:
        lemma = word.lemma.lower()
        if word.pos == "VERB":
            if lemma in verbs:
                yield from ((word, pair, True) for pair in _of_verb(word, verbs[lemma], actors))
        elif word.pos in {"NOUN", "PROPN"}:
            if lemma in nouns:
                yield from ((word, pair, True) for pair in _of_noun(word, nouns[lemma], actors))
            if lemma in roles:
                yield from ((word, pair, True) for pair in _of_role(word, roles[lemma][0][0], actors))
            if lemma in _offices("regimes"):
                yield from ((word, pair, False) for pair in _of_regime(word, actors))
        elif word.pos == "ADJ" and lemma in adjectives:
            yield from ((word, pair, True) for pair in _of_adjective(word, adjectives[lemma], actors))
    yield from ((word, pair, False) for word, pair in _named_so(sentence, actors))


@cache
def _rules(section: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for relation, entries in table("ties")[section].items():
        for entry in entries:
            lemma, *prepositions = entry.split(" ") if section != "roles" else [entry]
            found.setdefault(lemma, []).append((relation, tuple(prepositions)))
    return found


@cache
def _offices(key: str) -> frozenset[str]:
    return frozenset(table("ties")["offices"][key])


def _of_verb(verb: Word, choices: list[tuple[str, tuple[str, ...]]], actors: Actors) -> Iterator[Pair]:
    around = frame(verb, actors)
    first = named(actors, around.agents)
    for relation, prepositions in choices:
        if prepositions:
            heads = [word for preposition, word in around.obliques if preposition in prepositions]
            second = parties(actors, heads)
        elif relation in {"owns", "leads", "member of"}:
            second = named(actors, _shared(around.patients))
        else:
            second = parties(actors, around.patients)
        for a in first:
            for b in second:
                yield a, relation, b


def _shared(heads: list[Word]) -> list[Word]:
    """What a share is of: ``owns 51 % of X``."""
    found: list[Word] = []
    for head in heads:
        inner = [word for one in head.children if one.lower in {"of", "in"} for _, word in obliques_of(one)]
        found.extend(
            inner
            if inner
            and (head.pos in {"NUM", "SYM"} or head.lower in {"%", "percent", "stake", "share", "majority", "half"})
            else [head]
        )
    return found


def _of_noun(noun: Word, choices: list[tuple[str, tuple[str, ...]]], actors: Actors) -> Iterator[Pair]:
    if noun.dep == "compound":
        return
    around = [(one.lower, word) for one in noun.children if one.dep == "prep" for _, word in obliques_of(one)]
    for relation, prepositions in choices:
        second = parties(actors, [word for preposition, word in around if preposition in prepositions])
        first = [name for name in _owner(noun, around, actors) if name not in second]
        for a in first:
            for b in second:
                yield a, relation, b


def _owner(noun: Word, around: list[tuple[str, Word]], actors: Actors) -> list[str]:
    possessor = child(noun, "poss")
    if possessor is not None:
        return named(actors, [possessor]) or holders(actors, possessor)
    before = [mention.name for one in noun.children if one.i < noun.i and (mention := actors.mention(one))]
    if before:
        return before[:1]
    by = named(actors, [word for preposition, word in around if preposition in {"by", "of"}])
    if by:
        return by
    word = noun
    while word.dep in {"conj", "attr", "dobj"} and word.head is not word:
        word = word.head
        if word.pos in {"VERB", "AUX"}:
            return parties(actors, frame(word, actors).agents)
    return []


def _of_role(noun: Word, relation: str, actors: Actors) -> Iterator[Pair]:
    """``X, a member of Y``; ``X is president of Y``; ``Y members such as X``; ``Y's subsidiary X``."""
    of = [word for one in noun.children if one.dep == "prep" and one.lower == "of" for _, word in obliques_of(one)]
    bodies = named(actors, of) or holders(actors, noun)
    if not bodies:
        return
    people = _bearers(noun, actors)
    for a in people:
        for b in bodies:
            if a == b:
                continue
            yield (b, "owns", a) if relation == "owned by" else (a, relation, b)


def _bearers(noun: Word, actors: Actors) -> list[str]:
    """Who is said to be it: the noun it is in apposition to, the subject, the name after it, or the examples given."""
    found: list[str] = []
    if noun.dep == "appos":
        found += named(actors, conjuncts(noun.head))
    elif noun.dep == "attr":
        found += named(actors, frame(noun.head, actors).agents)
    elif noun.dep in {"compound", "nmod"} and actors.mention(noun.head) is not None:
        found += named(actors, [noun.head])
    elif noun.dep == "pobj" and noun.head.lower == "as":
        found += named(actors, frame(noun.head.head, actors).agents)
    found += named(actors, [kid for one in noun.children if one.dep == "appos" for kid in conjuncts(one)])
    for one in noun.children:
        if one.dep == "prep" and one.lower in {"as", "like", "including"}:
            found += named(actors, [word for _, word in obliques_of(one)])
    return list(dict.fromkeys(found))


def _of_adjective(word: Word, choices: list[tuple[str, tuple[str, ...]]], actors: Actors) -> Iterator[Pair]:
    subject = child(word.head, "nsubj") if word.dep in {"acomp", "attr"} else word.head if word.dep == "amod" else None
    if subject is None:
        return
    for relation, prepositions in choices:
        heads = [
            noun
            for one in word.children
            if one.dep == "prep" and one.lower in prepositions
            for _, noun in obliques_of(one)
        ]
        for a in parties(actors, conjuncts(subject)):
            for b in parties(actors, heads):
                yield a, relation, b


def _of_regime(noun: Word, actors: Actors) -> Iterator[Pair]:
    """``the Mwangi government``: whose government it is leads the state it governs."""
    for one in noun.children:
        mention = actors.mention(one)
        if mention is not None and actors.kind(mention.name) == "person":
            state = actors.governed(mention.name)
            if state:
                yield mention.name, "leads", state


def _named_so(sentence: Sentence, actors: Actors) -> Iterator[tuple[Word, Pair]]:
    """``Kenyan President A. B.`` leads; ``Kenya's Central Bank`` and ``the Kenyan Ministry of Trade`` are part of Kenya."""
    previous = None
    for mention in actors.named(sentence):
        word = mention.words[-1]
        if (
            previous is not None
            and _joined(previous.words[-1], mention.words[0])
            and actors.kind(previous.name) in {"state", "body", "organisation"}
        ):
            title = mention.words[0].lower
            if actors.kind(mention.name) == "person" and _titled(mention.words):
                yield word, (mention.name, "leads", previous.name)
            elif (
                actors.kind(previous.name) == "state"
                and actors.kind(mention.name) == "organisation"
                and (_organ(mention.name) or title in _organs())
            ):
                yield word, (mention.name, "part of", previous.name)
        previous = mention
        inner = actors.state_within(mention)
        if inner and _organ(mention.name):
            yield word, (mention.name, "part of", inner)


def _joined(before: Word, after: Word) -> bool:
    between = after.i - before.i
    return between == 1 or (between == 2 and after.i > 0)


def _titled(words: tuple[Word, ...]) -> bool:
    start = " ".join(word.lower for word in words[:2])
    return words[0].lower in _offices("leads") or start in _offices("leads")


@cache
def _organs() -> frozenset[str]:
    return frozenset(table("ties")["organs"]["words"])


def _organ(name: str) -> bool:
    return any(part in _organs() for part in name.lower().split())
