"""A bare actor is no variable: as a cause it is what the actor does, as an effect what the verb does to it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from sayso.lexicon.names import lookup
from sayso.lexicon.table import table
from sayso.read.grammar.influences.link import Link
from sayso.read.grammar.influences.naming import EDGE
from sayso.read.grammar.influences.owner import possessive
from sayso.read.grammar.influences.signals import lemma, vocabulary
from sayso.read.grammar.influences.thing import Thing
from sayso.read.parse import Word

_ACTORS = frozenset({"GPE", "ORG", "PERSON", "NORP"})


@cache
def _upon() -> dict[str, Any]:
    return table("naming")["upon"]  # type: ignore[no-any-return]


def with_deeds(link: Link) -> Link:
    """The link with every bare actor named for what it does or what is done to it."""
    causes = [
        replace(one, variable=f"{possessive(one.variable)} {_upon()['deeds']}") if _bare(one) else one
        for one in link.causes
    ]
    effects = [_done_to(one, link) if _bare(one) else one for one in link.effects]
    return replace(link, causes=causes, effects=effects)


def nameless(variable: str) -> bool:
    """Whether the name says of an actor only that he does something or that something is done to him."""
    return variable.endswith(tuple(f"{end} {_upon()[key]}" for key in ("deeds", "position") for end in ("'s", "s'")))


def _moves(thing: Thing, link: Link) -> bool:
    """Whether the name is said to grow or shrink ("the Aral dropped"), which no actor does."""
    return thing.direction < 0 or lemma(link.predicate) in vocabulary().moves


def _bare(thing: Thing) -> bool:
    """Whether the name is an actor's and nothing else."""
    name = thing.variable
    if "'s " in name or "’s " in name or not name[:1].isupper() or len(name.split()) > 4:
        return False
    if (known := lookup(name)) is not None:
        return known.name != "" and not _adjective(thing)
    said = [word for word in thing.words if word.text in name.split() and word.text not in EDGE]
    return bool(said) and all(word.ent in _ACTORS and word.pos == "PROPN" for word in said)


def _adjective(thing: Thing) -> bool:
    return all(word.pos == "ADJ" for word in thing.words)


def _done_to(thing: Thing, link: Link) -> Thing:
    verb = next((word for word in link.signal if isinstance(word, Word)), link.predicate)
    done, owner = lemma(verb), possessive(thing.variable)
    if done in _upon()["pressure"]:
        return replace(thing, variable=f"pressure on {thing.variable}", direction=link.sign or 1)
    if done in _upon()["estranged"]:
        return replace(thing, variable=f"relations with {thing.variable}")
    noun = _upon()["less"].get(done) or _upon()["more"].get(done)
    if noun is None and _moves(thing, link):
        return thing
    noun = noun or _upon()["position"]
    return replace(thing, variable=f"{owner} {noun}")
