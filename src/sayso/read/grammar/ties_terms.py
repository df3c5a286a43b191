"""Ties told by terms between two names: ``cooperation with B``, ``B-backed A``, ``an analyst at B``, ``President A``."""

from collections.abc import Iterator
from functools import cache

from sayso.lexicon.table import table
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.actors_book import Mention
from sayso.read.grammar.actors_frame import examples, facing, frame, named, obliques_of, parties, possessor
from sayso.read.grammar.flows_draft import unnamed
from sayso.read.grammar.phrase import conjuncts
from sayso.read.grammar.ties_roles import leanings_of, title_of
from sayso.read.parse import Sentence, Word

_WITH = frozenset({"with", "to"})
_POSTS = frozenset({"at", "of", "with", "from", "for"})
_HOUSED = frozenset({"at"})
_MEMBER = frozenset({"of"})
_PERSONAL = frozenset({"of", "at", "from"})

BONDS = frozenset({"cooperates with", "opposes"})

Pair = tuple[str, str, str]


@cache
def _terms(key: str) -> dict[str, str]:
    return {word: relation for relation, words in table("ties")[key].items() for word in words}


def of_bond(noun: Word, actors: Actors) -> Iterator[Pair]:
    """``A's cooperation with B``, ``relations between A and B``."""
    relation = _terms("bonds").get(noun.lemma.lower())
    if relation is None or noun.dep == "compound":
        return
    ends = [(one.lower, [word for _, word in obliques_of(one)]) for one in noun.children if one.dep == "prep"]
    between = next((heads for lower, heads in ends if lower == "between"), [])
    both = parties(actors, between) or facing(noun, actors)
    if len(both) > 1:
        yield both[0], relation, both[1]
        return
    others = parties(actors, next((heads for lower, heads in ends if lower in _WITH), []))
    if not others:
        return
    for a in _bound(noun, actors, others):
        for b in others:
            yield a, relation, b


def _bound(noun: Word, actors: Actors, others: list[str]) -> list[str]:
    """Who entertains the relation: its owner, the subject of its verb."""
    owner = possessor(noun)
    found = parties(actors, [owner]) if owner is not None else []
    if not found:
        found = [one.name for kid in noun.children if kid.i < noun.i and (one := actors.mention(kid)) is not None][:1]
    word = noun
    while (
        not found and word.head is not word and word.dep in {"dobj", "conj", "attr", "pobj", "prep", "xcomp", "pcomp"}
    ):
        word = word.head
        if word.pos in {"VERB", "AUX"}:
            found = parties(actors, frame(word, actors).agents)
    return [name for name in found if name not in others][:2]


def of_tagged(words: list[Word], actors: Actors) -> Iterator[tuple[Word, Pair]]:
    """``Kenyan-backed rebels``, ``the NATO-led mission``: the participle after the hyphen says how the name stands to the noun."""
    known = _terms("tagged")
    for first, mark, last in zip(words, words[1:], words[2:], strict=False):
        relation = known.get(last.lower)
        if mark.text != "-" or relation is None:
            continue
        mention = actors.mention(first)
        name = mention.name if mention is not None else actors.state(first)
        noun = last.head
        if name is None or noun.i < last.i or noun.pos not in {"NOUN", "PROPN"}:
            continue
        bearers = examples(actors, noun) or parties(actors, [noun]) or unnamed(actors, noun)
        bearers += named(actors, [kid for one in noun.children if one.dep == "appos" for kid in conjuncts(one)])
        for bearer in dict.fromkeys(bearers):
            if bearer != name:
                yield last, (name, relation, bearer)


def of_post(noun: Word, actors: Actors) -> Iterator[Pair]:
    """``A, an analyst at B``; ``A of B`` where A is a person: a member of it."""
    if noun.lemma.lower() not in table("ties")["posts"]["words"] or title_of(noun) in table("ties")["roles"]["leads"]:
        return
    owner = possessor(noun)
    bodies = _after(noun, _POSTS, actors) or named(actors, [owner] if owner is not None else [])
    bodies = [name for name in bodies if actors.kind(name) in {"organisation", "body"}]
    if not bodies:
        return
    bearers = named(actors, conjuncts(noun.head)) if noun.dep == "appos" else []
    if noun.dep == "attr" or (noun.dep == "pobj" and noun.head.lower == "as"):
        verb = noun.head if noun.dep == "attr" else noun.head.head
        bearers += named(actors, frame(verb, actors).agents) if verb.pos in {"VERB", "AUX"} else []
    bearers += named(actors, [kid for one in noun.children if one.dep == "appos" for kid in conjuncts(one)])
    for a in dict.fromkeys(bearers):
        if actors.kind(a) == "person":
            yield from ((a, "member of", b) for b in bodies)


def of_person(mention: Mention, actors: Actors) -> Iterator[Pair]:
    """``Amina Sule of the Red Crescent``."""
    if actors.kind(mention.name) != "person":
        return
    last = mention.words[-1]
    for body in _after(last, _PERSONAL if last.dep != "dobj" else _MEMBER, actors):  # "took A from B"
        if actors.kind(body) in {"organisation", "body"}:
            yield mention.name, "member of", body


def _after(noun: Word, which: frozenset[str], actors: Actors) -> list[str]:
    heads = [word for one in noun.children if one.dep == "prep" and one.lower in which for _, word in obliques_of(one)]
    return named(actors, heads)


def of_stance(noun: Word, actors: Actors) -> Iterator[Pair]:
    """``A spreads anti-B propaganda``, ``A's pro-B stance``: A opposes or supports B."""
    if noun.lemma.lower() not in table("ties")["leanings"]["nouns"]:
        return
    leanings = list(leanings_of(noun, actors))
    if not leanings:
        return
    owner = possessor(noun)
    bearers = parties(actors, [owner] if owner is not None else [])
    if not bearers and noun.dep == "dobj" and noun.head.lemma in table("ties")["leanings"]["verbs"]:
        agents = frame(noun.head, actors).agents
        bearers = [name for agent in agents for name in examples(actors, agent)] or parties(actors, agents)
    for bearer in bearers:
        yield from ((bearer, relation, name) for relation, name in leanings)


def of_terms(sentence: Sentence, actors: Actors) -> Iterator[tuple[Word, Pair]]:
    """All ties of this sentence told by such terms."""
    for word in sentence.words:
        if word.pos == "NOUN":
            yield from ((word, pair) for pair in (*of_bond(word, actors), *of_stance(word, actors)))
    if any(word.text == "-" for word in sentence.words):
        yield from of_tagged(sentence.words, actors)


def of_names(sentence: Sentence, actors: Actors) -> Iterator[tuple[Word, Pair]]:
    """All that two names with a preposition between them show: ``A of the Red Crescent``, ``the Nile Centre at B``."""
    for mention in actors.named(sentence):
        last = mention.words[-1]
        if actors.kind(mention.name) == "organisation" and mention.entry is None:
            whole = [name for name in _after(last, _HOUSED, actors) if actors.kind(name) in {"organisation", "body"}]
            yield from ((last, (mention.name, "part of", name)) for name in whole)
        yield from ((last, pair) for pair in of_person(mention, actors))
