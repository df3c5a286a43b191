"""Wordings become variables: those that say the same are one, the actor kept apart from the thing.

Joined are wordings of the same sense; then those that leave out whose the thing is, where the documents speak of one
owner only; then those that say less of one head noun, where only one fuller wording says the rest. The analyst's merges
and splits win. The order of claims changes nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.compile.naming import Naming, Sense, sense
from sayso.core.claim import Claim, Influence
from sayso.core.system import Variable, Wording


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
    fuller = _fuller(_owned(senses))
    groups: dict[object, list[tuple[str, str]]] = defaultdict(list)
    for use, found in senses.items():
        if use[1] in merged:
            groups[merged[use[1]]].append(use)
        elif use[1] in naming.splits:
            groups["split", use[1]].append(use)
        elif found is not None:
            groups[fuller[use]].append(use)
    return _named(groups, uses, senses)


def _owned(senses: Mapping[tuple[str, str], Sense | None]) -> dict[tuple[str, str], Sense]:
    """Gives wordings that leave out whose the thing is the only such owner the same document names, else the only one at all."""
    kin: dict[tuple[str, frozenset[str]], set[Sense]] = defaultdict(set)
    for (document, _), found in senses.items():
        if found is not None and found.things:
            kin[document, found.things].add(found)
            kin["", found.things].add(found)
    owned = {}
    for use, found in senses.items():
        if found is not None:
            near = _fullest(found, kin[use[0], found.things])
            owned[use] = near or _fullest(found, kin["", found.things]) or found
    return owned


def _fullest(found: Sense, others: set[Sense]) -> Sense | None:
    """The sense that says the same and all that any of the others adds of owners, if there is one."""
    fuller = [one for one in others if found.is_part_of(one)]
    return next((one for one in fuller if all(other == one or other.is_part_of(one) for other in fuller)), None)


def _fuller(senses: Mapping[tuple[str, str], Sense]) -> dict[tuple[str, str], Sense]:
    """Gives a wording that says less the one fuller sense of the same head and owner, unless several say different things."""
    kin: dict[tuple[object, ...], set[Sense]] = defaultdict(set)
    for found in senses.values():
        kin[found.head, found.actors, found.towards].add(found)
    fullest: dict[Sense, Sense] = {}
    for family in kin.values():
        for one in family:
            above = [other for other in family if one.things < other.things]
            top = [other for other in above if all(other.things >= third.things for third in above)]
            fullest[one] = top[0] if top and one.head else one
    return {use: fullest[found] for use, found in senses.items()}


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
            else _best({wording: len(ids) for wording, ids in claims.items()}, variables)
        )
        actors = Counter(found.owner for use in groups[group] if (found := senses[use]) and found.owner)
        actor = min(actors, key=lambda one: (-actors[one], one)) if actors else None
        wordings = tuple(Wording(text, tuple(sorted(set(ids)))) for text, ids in sorted(claims.items()))
        variables[name] = Variable(name, actor, wordings)
        names.update(dict.fromkeys(groups[group], name))
    return Variables(tuple(variables[name] for name in sorted(variables)), names)


def _best(counts: Mapping[str, int], taken: Mapping[str, Variable]) -> str:
    """The wording used most, then the shortest; a wording another variable took is passed over."""
    free = [wording for wording in counts if wording not in taken] or [f"{min(counts)} ({len(taken)})"]
    return min(free, key=lambda wording: (-counts.get(wording, 0), len(wording), wording))
