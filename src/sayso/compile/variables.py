"""Wordings become variables: those that say the same are one, the actor kept apart from the thing.

Joined are wordings of the same sense; then wordings that leave out whose the thing is, where the documents speak of one
owner only. The analyst's merges and splits win. The order of claims changes nothing.
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
    owner = _owners(senses)
    groups: dict[object, list[tuple[str, str]]] = defaultdict(list)
    for use, found in senses.items():
        if use[1] in merged:
            groups[merged[use[1]]].append(use)
        elif use[1] in naming.splits:
            groups["split", use[1]].append(use)
        elif found is not None:
            groups[owner.get(use, found)].append(use)
    return _named(groups, uses, senses)


def _owners(senses: Mapping[tuple[str, str], Sense | None]) -> dict[tuple[str, str], Sense]:
    """For wordings that leave out whose the thing is: the only owner the same document names, else the only one at all."""
    near: dict[tuple[str, Sense], set[Sense]] = defaultdict(set)
    for (document, _), found in senses.items():
        if found is not None and found.things and found.actors:
            near[document, found.bare].add(found)
            near["", found.bare].add(found)
    owners = {}
    for use, found in senses.items():
        if found is None or found.actors:
            continue
        for place in (use[0], ""):
            candidates = near.get((place, found), ())
            if len(candidates) == 1:
                owners[use] = next(iter(candidates))
            if candidates:
                break
    return owners


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
        actors = Counter(actor for use in groups[group] if (found := senses[use]) for actor in found.actors[:1])
        actor = min(actors, key=lambda one: (-actors[one], one)) if actors else None
        wordings = tuple(Wording(text, tuple(sorted(set(ids)))) for text, ids in sorted(claims.items()))
        variables[name] = Variable(name, actor, wordings)
        names.update(dict.fromkeys(groups[group], name))
    return Variables(tuple(variables[name] for name in sorted(variables)), names)


def _best(counts: Mapping[str, int], taken: Mapping[str, Variable]) -> str:
    """The wording used most, then the shortest; a wording another variable took is passed over."""
    free = [wording for wording in counts if wording not in taken] or [f"{min(counts)} ({len(taken)})"]
    return min(free, key=lambda wording: (-counts.get(wording, 0), len(wording), wording))
