"""Why a wording is taken for a variable, in words that an analyst can check and, by a decision, undo."""

from __future__ import annotations

import re

from sayso.compile.naming import sense
from sayso.compile.things import deeds, thing_of

ANALYST = "you said so"
_WORD = re.compile(r"[^\W\d_][\w-]*")


def why(wording: str, name: str) -> str:
    """The reason, empty for the variable's own name: each word that is another, each thing or owner that is left out."""
    said, meant = sense(wording), sense(name)
    if wording == name or said is None or meant is None:
        return ""
    reasons = [
        *(f"“{one}” means “{other}” here" for one, other in _other_words(wording, name)),
        *(["it says that there is less of it"] if said.way < meant.way else []),
        *(["the name says that there is less of it"] if said.way > meant.way else []),
        *_left_out("it does not say whose: ", {*meant.actors, *meant.towards} - {*said.actors, *said.towards}),
        *_left_out("it says less, without: ", _words_of(name, meant.things - said.things)),
        *_left_out("the name says less, without: ", _words_of(wording, said.things - meant.things)),
    ]
    return "; ".join(reasons) or "it says the same"


def _other_words(wording: str, name: str) -> list[tuple[str, str]]:
    """Words of the wording for which the name has another word of the same thing."""
    mine, others = _by_thing(wording), _by_thing(name)
    return [(mine[thing], others[thing]) for thing in mine if thing in others and _differ(mine[thing], others[thing])]


def _differ(one: str, other: str) -> bool:
    return one.rstrip("s") != other.rstrip("s")


def _by_thing(text: str) -> dict[str, str]:
    found = ((deeds().get(word) or thing_of(word), word) for word in _WORD.findall(text.lower()))
    return {thing: word for thing, word in found if thing}


def _words_of(text: str, things: frozenset[str]) -> set[str]:
    by_thing = _by_thing(text)
    return {by_thing.get(thing, thing) for thing in things}


def _left_out(words: str, what: set[str]) -> list[str]:
    return [words + ", ".join(sorted(what))] if what else []
