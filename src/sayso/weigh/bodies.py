"""Which names of sources stand for one body: a name with and without its country, a minister and the ministry, a state and
its government, the words of a name in another order. Asked only of the sources of one finding, where to take two wordings for
two witnesses does most harm.

Invariant: the answer depends on the names alone, not on their order.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import takewhile

from sayso.lexicon.names import state_of, unowned
from sayso.lexicon.table import table
from sayso.lexicon.table import words as vocabulary
from sayso.weigh.terms import Bag, term, terms


def one_body(names: Iterable[str], speaks_for: Mapping[str, str]) -> dict[str, set[str]]:
    """Which of the names rest on which others, because they stand for the same body. ``speaks_for`` gives the bodies of
    those who speak for one; two who speak for one body are one voice. A name that could stand for several bodies rests on all of
    them, and so counts for none."""
    said = {name: _sense(name) for name in sorted(names)}
    having: dict[str, list[str]] = {}
    for name, sense in said.items():
        for one in sense:
            having.setdefault(one, []).append(name)
    found: dict[str, set[str]] = {}
    for name, sense in said.items():
        likely = min((having[one] for one in sense), key=len) if sense else said
        longer = {other for other in likely if other != name and _within(name, sense, other, said[other])}
        if (owner := _owner(name)) in said:
            longer.add(owner)
        if state := state_of(name):
            longer |= {other for other in said if other != name and _organ_of(state, other)}
        if (mine := _forces_of(name)) and not mine[1]:
            longer |= {
                other for other in said if (theirs := _forces_of(other)) and mine[0] == theirs[0] and mine < theirs
            }
        if body := speaks_for.get(name):
            whose = _sense(body)
            longer |= {other for other, more in said.items() if other != name and _meet(body, whose, other, more)}
            if not _office().search(body):  # which many bodies have
                longer |= {other for other in said if other != name and speaks_for.get(other) == body}
        if longer:
            found[name] = longer
    return found


def _owner(name: str) -> str | None:
    """Who goes by one name and has the campaign, aides or lawyers that this name says: what they know and he does not is not
    told. A state's people are not the state."""
    first, _, others = name.partition(" ")
    owner = unowned(first)
    return owner if others.islower() and owner[:1].isupper() and not state_of(owner) else None


def whose(name: str) -> str | None:
    """The name behind a common noun and its preposition in what a source goes by ("analysis of Orlov data" is Orlov's)."""
    match = _WHOSE.match(name)
    return match[1] if match else None


_LONGEST = 5  # words
_WHOSE = re.compile(r"[a-z][a-z -]* (?:of|by|for|from) (?:the )?([A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*)")


def only_described(name: str) -> bool:
    """Whether a source goes by what was done to find out, or by what somebody is, and nothing tells who it is: "an international
    investigation", "chief aide", "Kenyan farmers", but not "Kenyan police"."""
    words = name.split()
    if name.islower() and not _inquiries().isdisjoint(words[:_LONGEST]):
        return True
    bodies = _organs() | _forces() | vocabulary("actors", "organisation_words")
    plain = len(words) > 1 and words[-1].islower() and all(word.islower() or state_of(word) for word in words)
    return plain and bodies.isdisjoint(words) and not _office().search(words[-1])


def could_be(noun: str, name: str) -> bool:
    """Whether a common noun for a body could stand for the body of this name."""
    return _within(noun, _sense(noun), name, _sense(name))


def _within(name: str, sense: Bag, other: str, more: Bag) -> bool:
    """Whether ``other`` says all that ``name`` says, and more; of two that say the same, the first by the alphabet holds."""
    if sense == more:
        return bool(sense) and other < name
    return sense < more and (len(sense) > 1 or _common(name))


def _organ_of(state: str, other: str) -> bool:
    """Whether a name could be that of a state's government or of part of it, whose word the state's is: it says so, and names no
    other state, unless those beside which it names this one ("Kenyan and Ugandan officials")."""
    words = [unowned(word) for word in other.split()]
    if _organs().isdisjoint(map(str.lower, words)):
        return False
    beside = {
        state_of(word.strip(",")) for word in takewhile(lambda word: word == "and" or state_of(word.strip(",")), words)
    }
    return state in beside or all(state_of(word) in (None, state) for word in words)


def _forces_of(name: str) -> tuple[str, bool, int, str] | None:
    """The state whose armed forces a name is that of, and how closely it tells which of them: "US military" before "U.S. Central
    Command", whose word it may be."""
    words = [unowned(word) for word in name.split(" (")[0].removeprefix("the ").split()]
    noun = words[-1].lower() if words else ""
    state = state_of(words[0]) if len(words) > 1 and noun in _forces() else None
    return (state, noun in table("witnesses")["forces"]["some"], len(words), name) if state else None


def _meet(one: str, mine: Bag, other: str, theirs: Bag) -> bool:
    return mine == theirs or _within(one, mine, other, theirs) or _within(other, theirs, one, mine)


@lru_cache(maxsize=1 << 15)
def _sense(name: str) -> Bag:
    """The terms of a name, parts of compounds by themselves, without those that any body's name may have."""
    found = frozenset(filter(None, (term(part) for word in terms(name).words for part in word.split("-"))))
    return found - _any_body() or found


def _common(name: str) -> bool:
    """Whether a name of one word is a common noun for a body: "police", "Ministry"."""
    return name.islower() or name.lower() in vocabulary("actors", "organisation_words")


@cache
def _office() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('witnesses')['offices'])})\b")


@cache
def _inquiries() -> frozenset[str]:
    return frozenset(table("witnesses")["inquiries"])


@cache
def _forces() -> frozenset[str]:
    return frozenset(word for words in table("witnesses")["forces"].values() for word in words)


@cache
def _organs() -> frozenset[str]:
    return frozenset(table("witnesses")["organs"])


@cache
def _any_body() -> Bag:
    return frozenset(filter(None, map(term, table("witnesses")["any_body"])))
