"""Finds the variable an analyst means: by name, by a wording of the documents, or by what the words say.

Words may say that there is less of a variable ("a shortage of fuel"): then to push them up is to push it down.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches

from sayso.compile.completing import is_relative, of_others
from sayso.compile.naming import Sense, sense
from sayso.core.errors import UsageFault
from sayso.core.system import System, Variable

_SHOWN = 5

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
    near = get_close_matches(words.lower(), [one.name.lower() for one in variables], _SHOWN, 0.5)
    sharing = [one.name for one in variables if one.name.lower() in near] or _sharing(variables, words)
    advice = (
        f"the nearest are {_list(sharing[:_SHOWN])}"
        if sharing
        else "'variables' in out/data/system.json lists them all"
    )
    raise UsageFault(f"no variable of this system is called '{words}'; {advice}")


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
    owned = set(meant.actors) <= set(said.actors)
    return bool(meant.things) and one_head and meant.things <= said.things and owned and not of_others(meant, said)


def _within(variables: tuple[Variable, ...], words: str) -> Found:
    """Variables of the same head that name fewer things of these owners, where they name any by themselves."""
    return _by_sense(
        variables, words, lambda meant, said: _holds(said, meant) and said.head == meant.head and not is_relative(said)
    )


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
    """Variables with a wording that names one of the same things, those that share most first."""
    meant = sense(words)
    things = meant.things if meant else frozenset()
    shared: dict[str, tuple[int, bool]] = {}
    for one in variables:
        for found in filter(None, (sense(wording.text) for wording in one.wordings)):
            near = len(things & found.things), meant is not None and meant.head == found.head
            shared[one.name] = max(shared.get(one.name, near), near)
    return [
        name for name, near in sorted(shared.items(), key=lambda row: (-row[1][0], not row[1][1], row[0])) if near[0]
    ]


def _list(names: list[str]) -> str:
    return ", ".join(f"'{name}'" for name in names[:_SHOWN]) + (" and others" if len(names) > _SHOWN else "")
