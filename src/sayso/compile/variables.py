"""Wordings become variables: those that say the same are one, the actor kept apart from the thing.

Joined are wordings of the same sense; then those that leave out whose the thing is, where the documents speak of one
owner, or of one most; then those that say less of one head noun, where one fuller wording is
the only one or said most. The analyst's merges and splits win. The order of claims changes nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.compile.naming import Naming, Sense, sense
from sayso.core.claim import Claim, Influence
from sayso.core.system import Variable, Wording
from sayso.lexicon.table import words


@dataclass(frozen=True, slots=True)
class Variables:
    """The variables by name, and the name each wording goes by in each document; general wordings have none."""

    variables: tuple[Variable, ...]
    names: Mapping[tuple[str, str], str]

    def name(self, document: str, wording: str) -> str | None:
        return self.names.get((document, wording))


def join(claims: Iterable[Claim], naming: Naming | None = None) -> Variables:
    """The variables that the influence claims speak of."""
    naming = naming or Naming()
    uses: dict[tuple[str, str], list[str]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.body, Influence):
            for term in (claim.body.cause, claim.body.effect):
                uses[claim.document, term.variable].append(claim.id)
    said = {wording: wording for wordings in naming.merges.values() for wording in wordings}
    merged = {wording: name for name, wordings in naming.merges.items() for wording in (name, *wordings)}
    senses = {use: sense(said.get(use[1], use[1])) for use in sorted(uses)}
    counts = {use: len(ids) for use, ids in uses.items()}
    fuller = _fuller(_owned(senses, counts), counts)
    groups: dict[object, list[tuple[str, str]]] = defaultdict(list)
    for use, found in senses.items():
        if use[1] in merged:
            groups[merged[use[1]]].append(use)
        elif use[1] in naming.splits:
            groups["split", use[1]].append(use)
        elif found is not None:
            groups[fuller[use]].append(use)
    return _named(groups, uses, senses)


Uses = Mapping[tuple[str, str], int]


def _owned(senses: Mapping[tuple[str, str], Sense | None], counts: Uses) -> dict[tuple[str, str], Sense]:
    """Gives wordings that leave out whose the thing is the owner the same document says most, else all documents together."""
    kin: dict[tuple[str, frozenset[str]], Counter[Sense]] = defaultdict(Counter)
    actors: dict[str, Counter[str]] = defaultdict(Counter)
    for use, found in senses.items():
        if found is not None:
            for place in (use[0], ""):
                kin[place, found.things][found] += counts[use] if found.things else 0
                actors[place].update(dict.fromkeys((*found.actors, *found.towards), counts[use]))
    central = {place: _central(said) for place, said in actors.items()}
    known: dict[tuple[str, Sense], Sense] = {}
    owned = {}
    for use, found in senses.items():
        if found is not None:
            owned[use] = found
            for place in (use[0], "", use[0]) if found.things else ():
                bare = owned[use]
                if (place, bare) not in known:
                    known[place, bare] = _fullest(bare, kin[place, found.things], central[place]) or bare
                owned[use] = known[place, bare]
    return owned


def _central(said: Mapping[str, int]) -> frozenset[str]:
    """The owners among those the documents speak of most, so that leaving one out can mean it."""
    most = max(said.values(), default=0)
    return frozenset(name for name, times in said.items() if 3 * times >= most)


def _fullest(found: Sense, others: Mapping[Sense, int], central: frozenset[str]) -> Sense | None:
    """The sense that says the same and all that the others add of owners; where they add different ones, the one said most."""
    fuller = [
        one
        for one in others
        if found.is_part_of(one) and (found.towards or not one.actors or not central.isdisjoint(one.actors))
    ]
    for one in fuller:
        if all(other == one or other.is_part_of(one) for other in fuller):
            return one
    return _most({one: others[one] for one in fuller if one.actors} or {one: others[one] for one in fuller})


def _most(said: Mapping[Sense, int]) -> Sense | None:
    """The one said more often than every other, if there is one."""
    best = sorted(said.values(), reverse=True)
    return next(one for one in said if said[one] == best[0]) if best and best[:1] != best[1:2] else None


def _fuller(senses: Mapping[tuple[str, str], Sense], counts: Uses) -> dict[tuple[str, str], Sense]:
    """Gives a wording that says less the fuller sense of the same head: the only one, else the one its document says most."""
    kin: dict[tuple[str, str], Counter[Sense]] = defaultdict(Counter)
    for use, found in senses.items():
        for place in ("", use[0]):
            kin[place, found.head][found] += counts[use]
    known: dict[tuple[str, Sense], Sense | None] = {}
    fuller = {}
    for use, found in senses.items():
        fuller[use] = found
        if found.head and not found.things <= words("variables", "bare"):
            for place in (use[0], ""):
                if (place, found) not in known:
                    known[place, found] = _completed(found, kin[place, found.head], within=bool(place))
                if best := known[place, found]:
                    fuller[use] = best
                    break
    return fuller


def _completed(found: Sense, kin: Mapping[Sense, int], *, within: bool) -> Sense | None:
    """The fuller sense of the same owner; ``within`` one document, of any owner if it names none."""
    above = {other: said for other, said in kin.items() if found.things < other.things}
    same = {o: said for o, said in above.items() if (o.actors, o.towards) == (found.actors, found.towards)}
    owned = {o: said for o, said in above.items() if set(found.towards) <= set(o.towards)}
    for choice in (same, owned if within and not found.actors else {}):
        top = [one for one in choice if all(one.things >= other.things for other in choice)]
        if best := top[0] if len(top) == 1 else _most(choice):
            return best
    return None


def _named(
    groups: Mapping[object, list[tuple[str, str]]],
    uses: Mapping[tuple[str, str], list[str]],
    senses: Mapping[tuple[str, str], Sense | None],
) -> Variables:
    variables: dict[str, Variable] = {}
    names: dict[tuple[str, str], str] = {}
    for group in sorted(groups, key=lambda one: min(groups[one])):
        claims: dict[str, list[str]] = defaultdict(list)
        for use in groups[group]:
            claims[use[1]] += uses[use]
        name = (
            group
            if isinstance(group, str)
            else _best({wording: len(ids) for wording, ids in claims.items()}, variables, group)
        )
        actors = Counter(found.owner for use in groups[group] if (found := senses[use]) and found.owner)
        actor = min(actors, key=lambda one: (-actors[one], one)) if actors else None
        wordings = tuple(Wording(text, tuple(sorted(set(ids)))) for text, ids in sorted(claims.items()))
        variables[name] = Variable(name, actor, wordings)
        names.update(dict.fromkeys(groups[group], name))
    return Variables(tuple(variables[name] for name in sorted(variables)), names)


def _best(counts: Mapping[str, int], taken: Mapping[str, Variable], group: object) -> str:
    """The wording that says whose it is where any does, then the one used most, then the shortest; none another variable took."""
    if isinstance(group, Sense) and group.head in words("variables", "alone") and group.things == {group.head}:
        whole = f"{group.actors[0]}'s {group.head}" if group.actors else ""
        if whole and len(counts) > 1 and whole not in taken:
            return whole
    free = [wording for wording in counts if wording not in taken] or [f"{min(counts)} ({len(taken)})"]
    owned = {wording for wording in free if (found := sense(wording)) is not None and found.actors}

    def rank(wording: str) -> tuple[bool, bool, int, int, str]:
        return wording not in owned, "'s " not in wording, -counts.get(wording, 0), len(wording), wording

    return min(free, key=rank)
