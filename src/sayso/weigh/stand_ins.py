"""Which named body a text means by a common noun: "the company", "the ministry", "a spokesman".

Such a noun stands for what its own text has named; in two texts it is seldom the same one. Invariant: nothing is given that does
not stand in the text, or in the name of the house that publishes it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache

from sayso.lexicon.names import lookup
from sayso.lexicon.table import table

_WORD = r"[A-ZÀ-Þ][\w’'-]*"
_NAME = rf"{_WORD}(?: (?:(?:of|for|the|and|&) ){{0,2}}{_WORD}){{0,6}}"
_OPENING = re.compile(r"^(?:The|A|An|In|On|At|But|And|For|When|While|After|Before|If|As|Its|Our|This|That) ")
_OWNER = re.compile(r"(?<=\w)['’]s? |['’]s?$")
Place = tuple[int, str]


class StandIns:
    """The bodies a document names, and which of them each common noun stands for at a place of its text; the persons it credits,
    and whom a last name alone means."""

    def __init__(self, path: str, text: str, house: Sequence[str], credited: Iterable[str] = ()) -> None:
        self._path = path
        self._introduced = bodies_named(text, house)
        self._persons: dict[str, set[str]] = {}
        for name in credited:
            if " " in name and all(word.istitle() for word in name.split()):
                self._persons.setdefault(name.rpartition(" ")[2], set()).add(name)

    def chain(self, chain: Sequence[tuple[str, str | None]], at: int) -> tuple[tuple[str, str | None], ...]:
        """A chain of voices with every common noun replaced by the name it stands for."""
        return tuple((self._meant(name, at), date) for name, date in chain)

    def _meant(self, source: str, at: int) -> str:
        """The body a source's wording stands for; a noun that stands for none that is named is this document's own, and nobody
        else's."""
        if not is_stand_in(source):
            called = self._persons.get(source, set())
            return min(called) if len(called) == 1 and not lookup(source) else source
        return standing_for(source, self._introduced, at) or own_to(self._path, source)


def is_stand_in(source: str) -> bool:
    """Whether a source goes by no more than a common noun, and by none that means the same one in every text of a place."""
    return source.isalpha() and source.islower() and source not in table("witnesses")["stand_in"]["unique"]


def own_to(path: str, noun: str) -> str:
    """The name given to whoever only one document calls by a common noun."""
    return f"{noun} in {path}"


def is_own_to(path: str, name: str) -> bool:
    """Whether a name is one that :func:`own_to` gave."""
    return name.endswith(own_to(path, ""))


def bodies_named(text: str, house: Sequence[str] = ()) -> dict[str, list[Place]]:
    """The bodies a text names, by the nouns that can stand for them, each with where it is named; of a kind it names none of,
    the house that publishes it."""
    found: dict[str, list[Place]] = {}
    name, before, after = _patterns()
    for match in name.finditer(text):
        for wording in filter(None, _OWNER.split(_OPENING.sub("", match[0]))):
            for noun in _kinds(wording):
                found.setdefault(noun, []).append((match.start(), wording))
    for pattern in (before, after):
        for match in pattern.finditer(text):
            if not lookup(match["name"]):
                named = _OWNER.split(_OPENING.sub("", match["name"]))[0]
                found.setdefault(match["noun"], []).append((match.start(), named))
    for own in house:
        for noun in _kinds(own):
            found.setdefault(noun, [(-1, own)])
    return {noun: sorted(set(places)) for noun, places in found.items()}


def standing_for(noun: str, introduced: dict[str, list[Place]], at: int) -> str | None:
    """The body named last before a place that the noun can stand for, or the only one there is."""
    places = introduced.get(noun, [])
    before = bisect_left(places, (at, ""))
    if before:
        return places[before - 1][1]
    return places[0][1] if len({name for _, name in places}) == 1 else None


def short_forms(text: str) -> list[tuple[str, str]]:
    """(short, full) of every company that a text names in full and, elsewhere, by the first word of its name alone."""
    found = []
    for full in {name for _, name in bodies_named(text).get("company", []) if " " in name}:
        first = full.split()[0]
        if (
            len(first) > 2
            and not lookup(first)
            and re.search(rf"(?<![A-Z]\w )\b{re.escape(first)}\b(?! (?:& )?[A-Z])", text)
        ):
            found.append((first, full))
    return sorted(found)


def _kinds(name: str) -> list[str]:
    """The nouns that can stand for a body by the words of its name: an agency is an agency, a "Ltd" is a company."""
    words = [word.lower() for word in name.split()]
    if len(words) < 2:
        return []
    found = [noun for noun in dict.fromkeys(words) if noun in _nouns()]
    lists = table("witnesses")["stand_in"]
    if words[-1].strip(".") in lists["corporate"] and not set(words[:-1]) & _nouns():
        found += [noun for noun in lists["company"] if noun not in found]
    return found


@cache
def _nouns() -> frozenset[str]:
    lists = table("witnesses")["stand_in"]
    return frozenset((*lists["company"], *lists["bodies"]))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    lists = table("witnesses")["stand_in"]
    noun = rf"(?P<noun>{'|'.join((*lists['company'], *lists['bodies']))})"
    head = r"(?= (?:based|that|which|who|in|of|from|owned|with|and|for|on|at|near|whose|run|registered)\b|[,.;)])"
    return (
        re.compile(rf"(?<!\w){_NAME}"),
        re.compile(
            rf"(?<!\w)(?P<name>{_NAME}), (?:an?|the|its) (?:[\w’'-]+ ){{0,4}}?{noun}{head}"
        ),  # "Orlov, a freight company"
        re.compile(rf"\b{noun} (?P<name>{_NAME})"),  # "the freight company Orlov"
    )
