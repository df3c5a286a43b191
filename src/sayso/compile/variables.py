"""Wordings become variables: those that say the same are one, the actor kept apart from the thing.

Joined are wordings of the same sense; then those that leave out whose the thing is, where the documents speak of one
owner, or of one most; then those that say less of one head noun, where one fuller wording is the only one or said most.
The analyst's merges and splits win. The order of claims changes nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from sayso.compile.completing import Use, completed, is_relative
from sayso.compile.naming import Naming, Sense, sense
from sayso.compile.reasons import ANALYST, why
from sayso.compile.spoken import Spoken
from sayso.compile.things import ways
from sayso.core.claim import Claim, Influence, Term
from sayso.core.system import Variable, Wording
from sayso.lexicon.names import fold
from sayso.lexicon.table import words


@dataclass(frozen=True, slots=True)
class Variables:
    """The variables by name; the name each wording goes by in each document and whether it says that there is more of the
    variable (1) or less (-1). General wordings have none."""

    variables: tuple[Variable, ...]
    names: Mapping[Use, str]
    ways: Mapping[Use, int]

    def name(self, document: str, wording: str) -> str | None:
        return self.names.get((document, wording))

    def way(self, document: str, wording: str) -> int:
        return self.ways.get((document, wording), 1)


def join(claims: Iterable[Claim], naming: Naming | None = None, names: Mapping[str, str] | None = None) -> Variables:
    """The variables that the influence claims speak of. ``names`` gives wordings of actors the name they go by in the case."""
    naming, claims = naming or Naming(), list(claims)
    told = sorted((one for one in claims if _terms(one)), key=lambda one: (one.document, one.passage.start, one.id))
    uses: dict[Use, list[str]] = defaultdict(list)
    for claim in told:
        for term in _terms(claim):
            uses[claim.document, term.variable].append(claim.id)
    merged = {wording: name for name, wordings in naming.merges.items() for wording in (name, *wordings)}
    called = {fold(wording): name for wording, name in (names or {}).items()}
    small = {
        wording for _, wording in uses if wording.islower()
    }  # "Coup Attempt" is no name where others say "coup attempt"
    plain = {use: use[1].lower() if use[1].lower() in small else use[1] for use in sorted(uses)}
    senses = {use: _called(sense(wording), called) for use, wording in plain.items()}
    meant = completed(senses, {use: len(ids) for use, ids in uses.items()}, _before(told), Spoken(claims))
    apart = _apart(meant)
    groups: dict[Group, list[Use]] = defaultdict(list)
    for use, found in senses.items():
        if use[1] in merged:
            groups[merged[use[1]]].append(use)
        elif use[1] in naming.splits:
            groups["split", use[1]].append(use)
        elif found is not None:
            groups[(use[0] if use in apart else "", meant[use])].append(use)
    return _named(groups, uses, senses)


def _called(found: Sense | None, names: Mapping[str, str]) -> Sense | None:
    """The sense with its actors by the names they go by in the case."""
    if found is None or names.keys().isdisjoint((*found.actors, *found.towards)):
        return found
    actors, towards = (tuple(sorted({names.get(one, one) for one in ends})) for ends in (found.actors, found.towards))
    return replace(found, actors=actors, towards=towards, owner=names.get(found.owner or "", found.owner))


def _terms(claim: Claim) -> tuple[Term, ...]:
    return (claim.body.cause, claim.body.effect) if isinstance(claim.body, Influence) else ()


def _before(claims: Sequence[Claim]) -> Mapping[Use, set[Use]]:
    """Which wordings stand just before each: in the sentence before, or earlier in its own. ``claims`` stand in order."""
    found: dict[Use, set[Use]] = defaultdict(set)
    for at, claim in enumerate(claims):
        near = [one for one in claims[max(0, at - _NEAR) : at + _NEAR] if one.document == claim.document]
        told = [term for one in near if _adjoins(one, claim) for term in _terms(one)]
        for term in _terms(claim):
            earlier = {(claim.document, other.variable) for other in told if other.end <= term.start}
            found[claim.document, term.variable] |= earlier
    return found


def _adjoins(one: Claim, other: Claim) -> bool:
    """Whether a claim stands in the sentence of the other or in the one before, of the same paragraph."""
    return one.passage.start <= other.passage.start <= one.passage.end + 1


_NEAR = 8  # claims to look at on either side: no two sentences hold more

# What uses of one variable share: the analyst's name for it; or the wording the analyst split off; or what they mean, and in which
# document if they mean it there alone.
Group = str | tuple[str, str | Sense]


def _apart(meant: Mapping[Use, Sense]) -> frozenset[Use]:
    """The uses of bare nouns that mean what their own document speaks of, where several documents use them."""
    places: dict[Sense, set[str]] = defaultdict(set)
    for (document, _), full in meant.items():
        places[full].add(document)
    return frozenset(use for use, full in meant.items() if is_relative(full) and len(places[full]) > 1)


Senses = Mapping[str, Sense | None]


def _named(
    groups: Mapping[Group, list[Use]], uses: Mapping[Use, list[str]], senses: Mapping[Use, Sense | None]
) -> Variables:
    variables: dict[str, Variable] = {}
    names: dict[Use, str] = {}
    turned: dict[Use, int] = {}
    for group in sorted(groups, key=lambda one: min(groups[one])):
        claims: dict[str, list[str]] = defaultdict(list)
        for use in groups[group]:
            claims[use[1]] += uses[use]
        counts = {wording: len(ids) for wording, ids in claims.items()}
        meant = {use[1]: senses[use] for use in groups[group]}
        name = group if isinstance(group, str) else _best(counts, meant, variables, group, groups[group][0][0])
        said = {use[1]: 1 if isinstance(group, str) else _way(senses[use]) for use in groups[group]}
        named = 1 if max(said.values()) > 0 else -1  # a variable only spoken of as wanting is that want
        actors = Counter(found.owner for use in groups[group] if (found := senses[use]) and found.owner)
        actor = min(actors, key=lambda one: (-actors[one], one)) if actors else None
        wordings = tuple(
            Wording(
                text,
                tuple(sorted(set(ids))),
                opposite=said[text] != named,
                why=ANALYST if isinstance(group, str) else why(text, name),
            )
            for text, ids in sorted(claims.items())
        )
        variables[name] = Variable(name, actor, wordings)
        names.update(dict.fromkeys(groups[group], name))
        turned.update({use: said[use[1]] * named for use in groups[group]})
    return Variables(tuple(variables[name] for name in sorted(variables)), names, turned)


def _way(found: Sense | None) -> int:
    return found.way if found else 1


def _best(counts: Mapping[str, int], senses: Senses, taken: Mapping[str, Variable], group: Group, document: str) -> str:
    """The wording that says whose it is where any does, then the plainest, then the one used most, then the shortest; with the
    document it stands in, where it means what that document speaks of or another variable took it."""
    meant = group[1]
    if isinstance(meant, Sense) and meant.head in words("variables", "alone") and meant.things == {meant.head}:
        whole = f"{meant.actors[0]}'s {meant.head}" if meant.actors else ""
        if whole and len(counts) > 1 and whole not in taken:
            return whole
    ranked = sorted(counts, key=_rank(counts, senses))
    free = [wording for wording in ranked if wording not in taken and not _moves(wording)]
    if not group[0] and (free or ranked[0] not in taken):
        return (free or ranked)[0]
    marked = f"{ranked[0]} ({PurePosixPath(document).stem})"
    return marked if marked not in taken else f"{marked[:-1]}, {len(taken)})"


def _rank(counts: Mapping[str, int], senses: Senses) -> Callable[[str], tuple[object, ...]]:
    def rank(wording: str) -> tuple[object, ...]:
        said = senses[wording]
        owned, deeds = said is not None and bool(said.actors), wording.endswith("'s actions")
        says_nothing = said is not None and is_relative(said)
        plain = (
            says_nothing,
            _way(said) < 0,
            not owned,
            deeds,
            _moves(wording),
            wording.istitle(),
            "'s " not in wording,
        )
        return *plain, -counts[wording], len(wording), wording

    return rank


def _moves(wording: str) -> bool:
    """Whether a word of the wording only says that there is more or less of the rest."""
    return not ways().keys().isdisjoint(wording.lower().split())
