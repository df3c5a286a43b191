"""Ties told by a role: ``A, a member of B``; ``A is president of B``; ``B members such as A``; ``B's subsidiary A``."""

from collections.abc import Iterator

from sayso.lexicon.table import table
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.actors_frame import adjective, examples, frame, holders, named, obliques_of, parties, possessor
from sayso.read.grammar.actors_runs import Kind
from sayso.read.grammar.phrase import conjuncts
from sayso.read.parse import Word

_EXAMPLES = frozenset({"as", "like", "including"})
_BECOMING = frozenset(
    {"be", "become", "remain", "serve", "act", "stay", "see", "view", "regard", "describe", "consider", "present"}
)
_LEANING = 12  # words before a noun in which its leanings stand
_BEFORE_NOUN = frozenset({"ADJ", "NOUN", "PROPN", "CCONJ", "PUNCT", "ADV"})
_LEANINGS = {"pro": "supports", "anti": "opposes"}
_SIDES = frozenset({"ally of", "supports", "opposes"})  # one is an ally of somebody, and may be so in some place
_INSIDE = frozenset({"member of", "part of", "owns", "leads"})  # relations that one may have "in" something
_AWAY = frozenset(
    {"owns", "owned by", "supplies", "supports"}
)  # relations that one from a state has not with that state
_OF = frozenset({"of", "to", "with"})
_WITHIN = _OF | {"in"}
_MEMBERS = frozenset({"state", "country", "nation"})

Pair = tuple[str, str, str]


def of_role(noun: Word, relation: str, actors: Actors) -> Iterator[Pair]:
    """The ties a role noun states between whoever bears it and whatever it is borne in."""
    if relation == "leads" and noun.dep in {"compound", "nmod"}:  # a title: told by what stands before it
        return
    if noun.dep == "compound" and noun.head.lemma in _MEMBERS:  # "NATO member states such as A"
        noun = noun.head
    bodies = _bodies(noun, relation, actors)
    bearers = _bearers(noun, actors)
    if relation == "leads":
        bodies = [name for name in bodies if leadable(noun.lemma, actors.kind(name))]
        bearers = [name for name in bearers if actors.kind(name) == "person"]
    elif relation in {"member of", "part of"}:
        bodies = [name for name in bodies if actors.kind(name) != "person"]
    if relation in _SIDES and not bodies and noun.dep in {"attr", "oprd"} and noun.tag == "NN" and bearers:
        bodies = [name for name in actors.protagonist() if actors.kind(bearers[0]) in {"state", "body"}]
    for a in bearers:
        for b in bodies:
            if a != b:
                yield (b, "owns", a) if relation == "owned by" else (a, relation, b)


def title_of(word: Word) -> str:
    """The word with the one it makes a title with ("prime minister", "chief executive")."""
    before = next((one for one in word.children if one.i == word.i - 1 and one.dep in {"compound", "amod"}), None)
    return f"{before.lower} {word.lower}" if before is not None else ""


def leadable(title: str, kind: Kind) -> bool:
    """Whether the holder of this office may lead an actor of this kind: a director leads no state, and nobody a weapon."""
    return kind not in {"person", "thing"} and not (
        title in table("ties")["offices"]["of_organisations"] and kind in {"state", "place"}
    )


def of_leaning(noun: Word, actors: Actors) -> Iterator[Pair]:
    """``the pro-Kenyan party A`` supports Kenya, ``anti-Mali rebels such as B`` oppose Mali."""
    leanings = list(leanings_of(noun, actors))
    if not leanings:
        return
    bearers = examples(actors, noun)
    if not bearers and noun.dep in {"nsubj", "nsubjpass"}:  # "parties sit in parliament, including A"
        bearers = named(
            actors, [one for kid in noun.head.children if kid.lower == "including" for _, one in obliques_of(kid)]
        )
    bearers += named(actors, [kid for one in noun.children if one.dep == "appos" for kid in conjuncts(one)])
    if noun.dep in {"compound", "nmod"} and actors.mention(noun.head) is not None:
        bearers += named(actors, [noun.head])
    for bearer in dict.fromkeys(bearers):
        for relation, name in leanings:
            yield bearer, relation, name


def leanings_of(noun: Word, actors: Actors) -> Iterator[tuple[str, str]]:
    """Whom what stands before a noun is for or against ("pro-Kenyan and anti-Mali")."""
    words = actors.sentence_of(noun).words[max(noun.i - _LEANING, 0) : noun.i]
    for one, mark, of in zip(words, words[1:], words[2:], strict=False):
        name = actors.state(of) if one.lower in _LEANINGS and mark.text == "-" else None
        if name is not None and all(word.pos in _BEFORE_NOUN for word in words[words.index(of) :]):
            yield _LEANINGS[one.lower], name


def _bodies(noun: Word, relation: str, actors: Actors) -> list[str]:
    """What the role is borne in: after "of", "in", "to" or "with", or whose it is."""
    after = [
        word
        for one in noun.children
        if one.dep == "prep" and one.lower in (_WITHIN if relation in _INSIDE else _OF)
        for _, word in obliques_of(one)
    ]
    owner = possessor(noun)
    if owner is not None:
        return named(actors, [owner]) or holders(actors, owner)
    found = parties(actors, after)
    nation = adjective(actors, noun, states=True)  # "the Dutch owner" is from there, "the Dutch president" is not
    return found or ([] if relation in _AWAY and nation is not None else holders(actors, noun))


def _bearers(noun: Word, actors: Actors) -> list[str]:
    """Who is said to be it: the noun it stands beside, the subject, the name after it, or the examples given."""
    found: list[str] = []
    if noun.dep == "appos":
        found += named(actors, conjuncts(noun.head))
    elif noun.dep in {"attr", "oprd"}:
        found += named(actors, frame(noun.head, actors).agents or frame(noun.head, actors).patients)
    elif noun.dep in {"compound", "nmod"} and actors.mention(noun.head) is not None:
        found += named(actors, [noun.head])
    elif noun.dep == "pobj" and noun.head.lower == "as":
        verb = noun.head.head
        if verb.lemma in _BECOMING:
            around = frame(verb, actors)
            found += named(actors, around.patients or around.agents)
    found += named(actors, [kid for one in noun.children if one.dep == "appos" for kid in conjuncts(one)])
    found += named(actors, _behind(noun, actors))
    for one in noun.children:
        if one.dep == "prep" and one.lower in _EXAMPLES:
            found += named(actors, [word for _, word in obliques_of(one)])
    return list(dict.fromkeys(found))


def _behind(noun: Word, actors: Actors) -> list[Word]:
    """The name between commas behind a role and what it is of, wherever the parser hangs it: "the president of A, B,"."""
    of = next((word for one in noun.children if one.lower == "of" for _, word in obliques_of(one)), None)
    body = actors.mention(of) if of is not None else None
    words = actors.sentence_of(noun).words
    at = body.words[-1].i + 1 if body is not None else len(words)
    if at + 1 >= len(words) or words[at].text != ",":
        return []
    mention = actors.mention(words[at + 1])
    end = mention.words[-1].i + 1 if mention is not None and mention.words[0].i == at + 1 else len(words)
    return [mention.words[-1]] if mention is not None and end < len(words) and words[end].text == "," else []
