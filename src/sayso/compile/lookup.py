"""Finds the variable an analyst means: by name, by a wording of the documents, or by what the words say."""

from __future__ import annotations

from difflib import get_close_matches

from sayso.compile.naming import sense
from sayso.core.errors import UsageFault
from sayso.core.system import System, Variable

_SHOWN = 5


def find_variable(system: System, words: str) -> str:
    """The name of the variable meant. Raises ``UsageFault`` naming the nearest ones if none or several are."""
    variables = system.variables
    for way in (_named, _said, _meant, _holding):
        found = way(variables, words)
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageFault(f"'{words}' could be {_list(found)}; say which")
    near = get_close_matches(words.lower(), [one.name.lower() for one in variables], _SHOWN, 0.5)
    sharing = [one.name for one in variables if one.name.lower() in near] or _sharing(variables, words)
    advice = (
        f"the nearest are {_list(sharing[:_SHOWN])}"
        if sharing
        else "'variables' in out/data/system.json lists them all"
    )
    raise UsageFault(f"no variable of this system is called '{words}'; {advice}")


def _named(variables: tuple[Variable, ...], words: str) -> list[str]:
    return [one.name for one in variables if one.name.lower() == words.lower()]


def _said(variables: tuple[Variable, ...], words: str) -> list[str]:
    return [one.name for one in variables if any(wording.text.lower() == words.lower() for wording in one.wordings)]


def _meant(variables: tuple[Variable, ...], words: str) -> list[str]:
    meant = sense(words)
    if meant is None:
        return []
    senses = [(one.name, found) for one in variables for wording in one.wordings if (found := sense(wording.text))]
    same = dict.fromkeys(name for name, found in senses if found == meant)
    return list(same or dict.fromkeys(name for name, found in senses if meant.is_part_of(found)))


def _holding(variables: tuple[Variable, ...], words: str) -> list[str]:
    """Variables that name all these things of these owners and more."""
    meant = sense(words)
    if meant is None or not meant.things:
        return []
    return [
        one.name
        for one in variables
        if (found := sense(one.name)) and meant.things <= found.things and set(meant.actors) <= set(found.actors)
    ]


def _sharing(variables: tuple[Variable, ...], words: str) -> list[str]:
    """Variables that name one of the same things, those that share most first."""
    meant = sense(words)
    things = meant.things if meant else frozenset()
    shared = [(len(things & found.things), one.name) for one in variables if (found := sense(one.name))]
    return [name for count, name in sorted(shared, key=lambda row: (-row[0], row[1])) if count]


def _list(names: list[str]) -> str:
    return ", ".join(f"'{name}'" for name in names[:_SHOWN]) + (" and others" if len(names) > _SHOWN else "")
