"""Finds the variable an analyst means: by name, by a wording of the documents, or by what the words say.

Words may say that there is less of a variable ("a shortage of fuel"): then to push them up is to push it down.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from difflib import get_close_matches
from functools import lru_cache

from sayso.compile.completing import is_relative, of_others
from sayso.compile.naming import Sense, sense
from sayso.compile.things import thing_of
from sayso.core.errors import UsageFault
from sayso.core.system import System, SystemInfluence, Variable
from sayso.lexicon.names import key

_WORD = re.compile(r"[^\W\d_][\w-]*")
_SHOWN = 5
_STEM = 0.6  # how much of a word another must open with to be of its stem
_SPELT = 0.75  # how much of two names must be the same for one to be a slip for the other

# The variables that words may mean, each with 1, or -1 where the words say that there is less of it.
Found = dict[str, int]


def find_variable(system: System, words: str) -> str:
    """The name of the variable meant. Raises ``UsageFault`` naming the nearest ones if none or several are."""
    return find_way(system, words)[0]


def find_way(system: System, words: str) -> tuple[str, int]:
    """The variable meant, and -1 where the words say that there is less of it, else 1. Raises ``UsageFault`` likewise."""
    variables = system.variables
    for way in (_named, _said, _meant, _holding, _within):
        found = way(variables, words)
        if len(found) == 1:
            return next(iter(found.items()))
        if found:
            raise UsageFault(f"'{words}' could be {_list(list(found))}; say which")
    raise UsageFault(f"no variable of this system is called '{words}'; {_advice(system, words)}")


def _advice(system: System, words: str) -> str:
    """What comes near the words: variables, and flows of what they name."""
    near = list(dict.fromkeys(_sharing(system.variables, words) + _misspelt(system.variables, words)))
    advice = f"the nearest are {_list(near)}" if near else f"most is claimed of {_list(_busiest(system))}"
    if flows := _flowing(system, words):
        advice += f"; the documents tell where it goes (see trace): {_list(flows)}"
    return advice if near else f"{advice}; 'variables' in out/data/system.json lists them all"


def near_influences(system: System, cause: str, effect: str) -> list[SystemInfluence]:
    """The influences most like one that nobody states: the other way round, or between variables that share words with its
    ends; where there is none, those that share one end."""
    causes, effects = (_by_likeness(system, name) for name in (cause, effect))

    def place(one: SystemInfluence) -> tuple[bool, int, str, str]:
        turned = (one.effect, one.cause) == (cause, effect)
        return not turned, causes.get(one.cause, 0) + effects.get(one.effect, 0), one.cause, one.effect

    turned = [one for one in system.influences if (one.effect, one.cause) == (cause, effect)]
    alike = [one for one in system.influences if one.cause in causes and one.effect in effects]
    ends = [one for one in system.influences if one.cause == cause or one.effect == effect]
    return sorted(turned + alike or ends, key=place)[:_SHOWN]


def _by_likeness(system: System, name: str) -> dict[str, int]:
    """The variables that share words with one, each with its place; the one itself comes first."""
    return {other: at for at, other in enumerate(dict.fromkeys([name, *_sharing(system.variables, name)]))}


def _named(variables: tuple[Variable, ...], words: str) -> Found:
    return {one.name: 1 for one in variables if one.name.lower() == words.lower()}


def _said(variables: tuple[Variable, ...], words: str) -> Found:
    said = [
        (one.name, wording) for one in variables for wording in one.wordings if wording.text.lower() == words.lower()
    ]
    return {name: -1 if wording.opposite else 1 for name, wording in said}


def _meant(variables: tuple[Variable, ...], words: str) -> Found:
    return _by_sense(variables, words, Sense.__eq__) or _by_sense(variables, words, Sense.is_part_of)


def _holding(variables: tuple[Variable, ...], words: str) -> Found:
    """Variables that name all these things of these owners and more."""
    return _by_sense(variables, words, _holds)


def _holds(meant: Sense, said: Sense) -> bool:
    one_head = meant.head == said.head or meant.head not in said.things
    owned = set(meant.actors) <= set(said.actors) and set(meant.towards) <= set(said.towards)
    return bool(meant.things) and one_head and meant.things <= said.things and owned and not of_others(meant, said)


def _within(variables: tuple[Variable, ...], words: str) -> Found:
    """Variables of the same head that name fewer things of these owners, where they name any by themselves."""

    def fits(meant: Sense, said: Sense) -> bool:
        less = said.head == meant.head and not is_relative(said) and set(meant.towards) <= set(said.towards)
        return less and _holds(said, meant)

    return _by_sense(variables, words, fits)


def _by_sense(variables: tuple[Variable, ...], words: str, fits: Callable[[Sense, Sense], bool]) -> Found:
    """The variables with a wording that fits what the words say."""
    meant = _keyed(words)
    found: Found = {}
    for one in variables if meant else ():
        for wording in one.wordings:
            said = _keyed(wording.text)
            if meant and said and fits(meant, said):
                found.setdefault(one.name, meant.way * said.way * (-1 if wording.opposite else 1))
    return found


@lru_cache(maxsize=1 << 14)
def _keyed(words: str) -> Sense | None:
    """What words say, with actors by the key that all spellings of their names share."""
    meant = sense(words)
    if meant is None or not (meant.actors or meant.towards):
        return meant
    actors, towards = (tuple(sorted(map(key, names))) for names in (meant.actors, meant.towards))
    return replace(meant, actors=actors, towards=towards)


def _sharing(variables: tuple[Variable, ...], words: str) -> list[str]:
    """Variables with a wording that has some of the words or words of their stem, those with most first."""
    asked = _things(words)
    shared: dict[str, tuple[int, float]] = {}
    for one in variables:
        for said in (_things(wording.text) for wording in one.wordings):
            akin = sum(any(_akin(thing, other) for other in said) for thing in asked)
            shared[one.name] = max(shared.get(one.name, (0, 0.0)), (akin, akin / max(1, len(said))))
    found = [name for name, (akin, _) in shared.items() if akin]
    return sorted(found, key=lambda name: (-shared[name][0], -shared[name][1], name))


def _things(text: str) -> list[str]:
    return [thing for word in _WORD.findall(text.lower()) if (thing := thing_of(word))]


def _akin(one: str, other: str) -> bool:
    """Whether two words are one or open alike: farming and farmers, tourists and tourism."""
    shorter = min(len(one), len(other))
    stem = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    return one == other or (stem > 3 and stem >= _STEM * shorter)


def _flowing(system: System, words: str) -> list[str]:
    """The flows of goods that the words name, each with its stations."""
    asked = set(_things(words))
    told = (one for one in system.flows if (goods := set(_things(one.goods))) and goods <= asked)
    return list(dict.fromkeys(f"{one.goods}: {' → '.join(one.stations)}" for one in told if one.stations))


def _misspelt(variables: tuple[Variable, ...], words: str) -> list[str]:
    """Variables whose names are spelt much the same."""
    near = get_close_matches(words.lower(), [one.name.lower() for one in variables], _SHOWN, _SPELT)
    return [one.name for one in variables if one.name.lower() in near]


def _busiest(system: System) -> list[str]:
    """The variables most influences meet in."""
    counts = Counter(end for one in system.influences for end in (one.cause, one.effect))
    return sorted(counts, key=lambda name: (-counts[name], name))[:_SHOWN]


def _list(names: list[str]) -> str:
    return ", ".join(f"'{name}'" for name in names[:_SHOWN]) + (" and others" if len(names) > _SHOWN else "")
