"""Links that the names of variables imply, and no source states.

A variable that names one kind of what another names is a part of it ("deaths in camps", "deaths"); one that names what is done
to another, or is there for it, raises or lowers it ("closure of schools", "schools"); bare nouns of two documents ("prices"),
and a thing and its supply or its sorry state ("late treatment", "treatment"), may move as one. All are kept apart from the
influences, each with its reason, and used only where somebody asks. Invariant: no link leads from a part to a whole over
another whole between the two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sayso.compile.completing import is_relative, is_vague, of_others
from sayso.compile.naming import Sense, sense
from sayso.compile.things import deeds
from sayso.core.claim import Sign
from sayso.core.system import Implied, SystemInfluence, Variable
from sayso.lexicon.table import either, table, words

_PREPOSITION = re.compile(" (?:" + either(table("variables")["done_to"]) + ") ")


def implied(variables: Sequence[Variable]) -> tuple[Implied, ...]:
    """The links, one for each pair of variables."""
    read = {one.name: sense(one.name) for one in variables}
    senses = {name: found for name, found in read.items() if found is not None and found.things}
    by_head: dict[str, list[str]] = defaultdict(list)
    for name in sorted(senses):
        by_head[senses[name].head].append(name)
    found = [link for names in by_head.values() for link in (*_parts(names, senses), *_alike(names, senses))]
    said = _by_head(variables)
    found += [*_supplies(senses, said), *_doing(senses, said), *_spoilt(senses, said)]
    first: dict[frozenset[str], Implied] = {}
    for link in found:
        first.setdefault(frozenset((link.part, link.whole)), link)
    return tuple(first.values())


def unstated(links: Iterable[Implied], influences: Iterable[SystemInfluence]) -> tuple[Implied, ...]:
    """The links, sorted, but for those between variables of which a source says what one does to the other."""
    stated = {(one.cause, one.effect) for one in influences}
    free = (one for one in links if (one.part, one.whole) not in stated)
    return tuple(sorted(free, key=lambda one: (one.part, one.whole)))


def heard(links: Iterable[Implied], made: Iterable[Variable], told: Collection[str]) -> tuple[Implied, ...]:
    """The links without those of variables, among those made of flows and bans, that none of the claims ``told`` tells of."""
    silent = {one.name for one in made if not any(id_ in told for said in one.wordings for id_ in said.claims)}
    return tuple(one for one in links if silent.isdisjoint((one.part, one.whole)))


@dataclass(frozen=True, slots=True)
class _Said:
    """A wording of a variable: what it says, and 1 or -1 as more of that is more or less of the variable; ``owners`` are all
    whose the variable is or to whom it goes."""

    name: str
    wording: str
    meant: Sense
    way: int
    owners: frozenset[str]


Said = Mapping[str, Sequence[_Said]]


def _by_head(variables: Sequence[Variable]) -> Said:
    """The wordings by their head, but for those that name nothing by themselves."""
    found: dict[str, list[_Said]] = defaultdict(list)
    for one in variables:
        named = sense(one.name)
        owners = frozenset((*named.actors, *named.towards)) if named else frozenset()
        for text, opposite in {one.name: False, **{said.text: said.opposite for said in one.wordings}}.items():
            meant = sense(text)
            if meant is not None and meant.things and not is_vague(meant):
                found[meant.head].append(_Said(one.name, text, meant, -meant.way if opposite else meant.way, owners))
    return found


def _supplies(senses: Mapping[str, Sense], said: Said) -> Iterator[Implied]:
    """A thing and how much of it there is to be had: who speaks of fuel may mean its supply."""
    for supply, meant in sorted(senses.items()):
        of = done_to(supply) if meant.head in words("variables", "supplies") else None
        for one in said.get(of.head, ()) if of else ():
            owned = set(one.meant.actors) <= set(meant.actors)
            if of and owned and one.meant.things == of.things and one.name != supply:
                why = f"“{one.name}” may mean “{supply}”"
                yield Implied(one.name, supply, _sign(one.way * meant.way), why, alike=True)


def _doing(senses: Mapping[str, Sense], said: Said) -> Iterator[Implied]:
    """What is done to a thing, or is there for it: closing schools leaves fewer, money for prevention makes more of it."""
    for deed, meant in sorted(senses.items()):
        sign = (meant.head in words("variables", "adding")) - (meant.head in words("variables", "taking"))
        of = done_to(deed) if sign else None
        for one in said.get(of.head, ()) if of else ():
            owned = one.owners <= {*meant.actors, *meant.towards}
            if of and owned and one.name != deed and (_is_kind(of, one.meant) or _is_whole(of, one)):
                way = sign * one.way * meant.way
                why = f"“{deed}” {'raises' if way > 0 else 'lowers'} “{one.name}”, by its name"
                yield Implied(deed, one.name, _sign(way), why, acts=True)


def done_to(deed: str) -> Sense | None:
    """What a noun of doing is about: what stands after its preposition or its form in -ing, else before it."""
    first, _, rest = deed.partition(" ")
    if first in deeds():
        return sense(rest)
    named = _PREPOSITION.split(deed, maxsplit=1)
    before = named[0].rpartition(" ")[0]
    return sense(named[1]) if len(named) > 1 else None if before.endswith("'s") else sense(before)


def _is_kind(of: Sense, one: Sense) -> bool:
    return one.things <= of.things and not of_others(one, of)


def _is_whole(of: Sense, one: _Said) -> bool:
    return of.things < one.meant.things and not of_others(of, one.meant) and not _PREPOSITION.search(one.wording)


def _spoilt(senses: Mapping[str, Sense], said: Said) -> Iterator[Implied]:
    """A thing that is not as it should be, and the thing, or where nobody speaks of it its kinds: late treatment is treatment
    that is wanting."""
    for name, meant in sorted(senses.items()):
        if state := meant.things & words("variables", "spoilt"):
            good = replace(meant, things=meant.things - state)
            same = [one for one in said.get(good.head, ()) if one.meant == good]
            for one in same or [one for one in said.get(good.head, ()) if _is_part(one.meant, good)]:
                why = f"more of “{name}” may be less of “{one.name}”"
                yield Implied(name, one.name, _sign(-one.way * meant.way), why, alike=True)


def _parts(names: Sequence[str], senses: Mapping[str, Sense]) -> Iterator[Implied]:
    for part in names:
        wholes = [one for one in names if _is_part(senses[part], senses[one])]
        for whole in wholes:
            if not any(_is_part(senses[other], senses[whole]) for other in wholes):
                sign = _sign(senses[part].way * senses[whole].way)
                # fir trees are trees, and yet do not all that trees do: a kind moves its whole and lends it nothing
                kind = senses[part].things != senses[whole].things
                why = f"“{part}” is {'one kind' if kind else 'a part'} of “{whole}”, by its name"
                yield Implied(part, whole, sign, why, acts=kind)


def _sign(way: int) -> Sign:
    return "+" if way > 0 else "-"


def _is_part(part: Sense, whole: Sense) -> bool:
    """Whether the whole says less of the same: fewer things, owners or places; one that is vague or means what its document
    is about, nothing less than all the things, unless it says whose they are."""
    owned = whole.owner is not None and whole.owner == part.owner
    return (
        part != whole
        and (whole.things == part.things if is_vague(whole) and not owned else whole.things <= part.things)
        and set(whole.actors) <= set(part.actors)
        and set(whole.towards) <= set(part.towards)
        and not of_others(whole, part)
    )


def _alike(names: Sequence[str], senses: Mapping[str, Sense]) -> Iterator[Implied]:
    bare = [name for name in names if is_relative(senses[name])]
    if len(bare) > table("credibility")["implied"]["alike"]:
        return
    for one, other in combinations(bare, 2):
        if senses[one] == senses[other]:
            why = f"“{one}” and “{other}” may be the same: neither document says of what"
            yield Implied(one, other, _sign(senses[one].way * senses[other].way), why, alike=True)
