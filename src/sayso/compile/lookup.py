"""Finds the variable an analyst means: by name, by a wording of the documents, or by what the words say.

Words may say that there is less of a variable ("a shortage of fuel"): then to push them up is to push it down.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from difflib import get_close_matches

from sayso.compile.completing import is_relative, of_others
from sayso.compile.naming import Sense, sense
from sayso.compile.things import thing_of
from sayso.core.errors import UsageFault
from sayso.core.system import System, Variable

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
    near = _sharing(variables, words) + _misspelt(variables, words)
    if near:
        raise UsageFault(
            f"no variable of this system is called '{words}'; the nearest are {_list(list(dict.fromkeys(near)))}"
        )
    most = _list(_busiest(system))
    raise UsageFault(
        f"no variable of this system is called '{words}'; most is claimed of {most}; "
        "'variables' in out/data/system.json lists them all"
    )


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
    meant = sense(words)
    found: Found = {}
    for one in variables if meant else ():
        for wording in one.wordings:
            said = sense(wording.text)
            if meant and said and fits(meant, said):
                found.setdefault(one.name, meant.way * said.way * (-1 if wording.opposite else 1))
    return found


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
