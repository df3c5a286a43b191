"""Variables that may be one and stay apart by their wordings: the analyst is asked to judge, nothing is merged.

Invariant: the variables of a group are of one head noun, of one kind of it ("grain exports", not "tea exports"), of one doer,
of the same thing and to the same places; what tells them apart is where, when and in how many words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.compile.naming import sense
from sayso.compile.things import thing_of
from sayso.core.system import Variable
from sayso.lexicon.names import canonical, fold, unowned
from sayso.lexicon.table import words

_MOST = 20  # groups proposed at once
_WORD = re.compile(r"[^\W\d_][\w-]*(?:'s|')?")
_Key = tuple[str, str, frozenset[str], tuple[str, ...]]  # head, doer, what tells its kind and what it is of, whereto


def merges(variables: Sequence[Variable]) -> tuple[tuple[str, ...], ...]:
    """Groups of variables by name, in each the shortest first; the largest groups first."""
    groups: dict[_Key, list[str]] = defaultdict(list)
    for one in variables:
        if (key := _key(one.name)) is not None:
            groups[key].append(one.name)
    found = [tuple(sorted(names, key=lambda name: (len(name), name))) for names in groups.values() if len(names) > 1]
    return tuple(sorted(found, key=lambda group: (-len(group), group))[:_MOST])


def _key(name: str) -> _Key | None:
    """What variables that may be one have in common; ``None`` where the name says not whose doing it is."""
    meant = sense(name)
    if meant is None or meant.way < 0:
        return None
    phrases = _phrases(_WORD.findall(fold(name)))
    own = next((phrase for _, phrase in phrases if any(thing_of(word.lower()) == meant.head for word in phrase)), None)
    if own is None:
        return None
    by = next((phrase for preposition, phrase in phrases if preposition == "by"), ())
    doer = _doer(by) or _doer(own)
    of = [word for preposition, phrase in phrases if preposition == "of" and phrase is not own for word in phrase]
    kind = frozenset(thing_of(word.lower()) for word in (*own, *of) if word in of or not word[0].isupper())
    return (meant.head, doer, kind - {""}, meant.towards) if doer else None


def _phrases(tokens: Sequence[str]) -> list[tuple[str, list[str]]]:
    """The words between prepositions, each run with the preposition before it."""
    found: list[tuple[str, list[str]]] = [("", [])]
    for token in tokens:
        if token in words("variables", "prepositions"):
            found.append((token, []))
        else:
            found[-1][1].append(token)
    return found


def _doer(phrase: Iterable[str]) -> str:
    """The last name in a phrase, by the form all spellings of it share: "Yemen's Houthis" are Houthis."""
    runs: list[list[str]] = [[]]
    for word in phrase:
        plain = unowned(word)
        is_name = plain[0].isupper() and not ("-" in plain and plain.rpartition("-")[2].islower())
        if is_name:
            runs[-1].append(plain)
        if not is_name or plain != word:
            runs.append([])
    last = next((run for run in reversed(runs) if run), [])
    return canonical(" ".join(last)).lower().removesuffix("s") if last else ""
