"""Ties told by a role: ``A, a member of B``; ``A is president of B``; ``B members such as A``; ``B's subsidiary A``."""

from collections.abc import Iterator

from sayso.read.grammar.actors import Actors
from sayso.read.grammar.actors_frame import frame, holders, named, obliques_of, parties, possessor
from sayso.read.grammar.phrase import conjuncts
from sayso.read.parse import Word

_EXAMPLES = frozenset({"as", "like", "including"})
_BECOMING = frozenset(
    {"be", "become", "remain", "serve", "act", "stay", "see", "view", "regard", "describe", "consider", "present"}
)
_SHARE = frozenset({"of", "in"})
_MEMBERS = frozenset({"state", "country", "nation"})

Pair = tuple[str, str, str]


def of_role(noun: Word, relation: str, actors: Actors) -> Iterator[Pair]:
    """The ties a role noun states between whoever bears it and whatever it is borne in."""
    if relation == "leads" and noun.dep in {"compound", "nmod"}:  # a title: told by what stands before it
        return
    if noun.dep == "compound" and noun.head.lemma in _MEMBERS:  # "NATO member states such as A"
        noun = noun.head
    bodies = _bodies(noun, actors)
    bearers = _bearers(noun, actors)
    if relation == "leads":
        bodies = [name for name in bodies if actors.kind(name) != "person"]
        bearers = [name for name in bearers if actors.kind(name) == "person"]
    for a in bearers:
        for b in bodies:
            if a != b:
                yield (b, "owns", a) if relation == "owned by" else (a, relation, b)


def _bodies(noun: Word, actors: Actors) -> list[str]:
    """What the role is borne in: after "of", "in", "to" or "with", or whose it is."""
    after = [
        word
        for one in noun.children
        if one.dep == "prep" and one.lower in {"of", "to", "with", "in"}
        for _, word in obliques_of(one)
    ]
    owner = possessor(noun)
    if owner is not None:
        return named(actors, [owner]) or holders(actors, owner)
    return parties(actors, after) or holders(actors, noun)


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
    for one in noun.children:
        if one.dep == "prep" and one.lower in _EXAMPLES:
            found += named(actors, [word for _, word in obliques_of(one)])
    return list(dict.fromkeys(found))
