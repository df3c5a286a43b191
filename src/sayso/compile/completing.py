"""What a wording leaves out is filled in: whose the thing is and which, where the documents speak of only one or mostly of one.

Invariant: nothing is filled in that no wording says, and a bare noun is completed from its own document only.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

from sayso.compile.naming import Sense
from sayso.compile.spoken import Spoken
from sayso.compile.things import levels, thing_of
from sayso.lexicon.nouns import singular
from sayso.lexicon.table import words

Use = tuple[str, str]  # a document and a wording it uses
Uses = Mapping[Use, int]


def completed(
    senses: Mapping[Use, Sense | None], counts: Uses, before: Mapping[Use, Collection[Use]], spoken: Spoken
) -> dict[Use, Sense]:
    """What each wording means in full. ``counts`` says how many claims use it, ``before`` which wordings stand just before,
    ``spoken`` which states a document speaks of."""
    said = {use: found for use, found in senses.items() if found is not None}
    owned = _taken_up(_owned(said, counts, spoken), before)
    meant = _fuller(owned, counts)
    agreed = _agreed(owned, meant)
    return {use: found if agreed[owned[use], found] else owned[use] for use, found in meant.items()}


def _agreed(senses: Mapping[Use, Sense], meant: Mapping[Use, Sense]) -> dict[tuple[Sense, Sense], bool]:
    """Whether most documents that say the same complete it so; what they complete differently says enough as it stands."""
    said: dict[Sense, Counter[Sense]] = defaultdict(Counter)
    for _, found, full in dict.fromkeys((use[0], found, meant[use]) for use, found in senses.items()):
        said[found][full] += 1
    return {
        (found, full): is_relative(found) or 2 * documents > fulls.total()
        for found, fulls in said.items()
        for full, documents in fulls.items()
    }


def is_relative(found: Sense) -> bool:
    """Whether it says nothing without what it is of ("prices"), so that it means what its own document speaks of."""
    return (
        not found.actors
        and not found.towards
        and len(found.things) == 1
        and found.head in words("variables", "relative")
    )


def is_vague(found: Sense) -> bool:
    """Whether it says nothing without what it is of, or means what its document is about."""
    return is_relative(found) or found.things <= words("variables", "bare") | words("variables", "rulings")


def _owned(senses: Mapping[Use, Sense], counts: Uses, spoken: Spoken) -> dict[Use, Sense]:
    """Gives wordings that leave out whose the thing is the owner the same document says most, else all documents together;
    none that their own document does not name."""
    kin: dict[tuple[str, frozenset[str]], Counter[Sense]] = defaultdict(Counter)
    actors: dict[str, Counter[str]] = defaultdict(Counter)
    for use, found in senses.items():
        for place in (use[0], ""):
            if found.things and not _FOR_WHOM.search(use[1]):
                kin[place, found.things][found] += counts[use]
            actors[place].update(dict.fromkeys((*found.actors, *found.towards), counts[use]))
    central = {place: _central(said) for place, said in actors.items()}
    known: dict[tuple[str, Sense], Sense] = {}
    owned = {}
    for use, found in senses.items():
        owned[use] = found
        for place in (use[0], "", use[0]) if found.things else ():
            bare = owned[use]
            if not place and is_relative(bare):
                continue
            if (place, bare) not in known:
                known[place, bare] = _fullest(bare, kin[place, found.things], central[place]) or bare
            full = known[place, bare]
            named = full is bare or not actors[use[0]].keys().isdisjoint(full.actors)
            if named or spoken.mostly(use[0], full.actors):
                owned[use] = full
    return owned


# "Reinsurance for the Port of Oslo": that is not whose it is where nothing is said; "Partnership for Peace" is a name.
_FOR_WHOM = re.compile(r"\b[a-z]+ for(?: the)?(?: [A-Z]\S*)+$")


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


def _fuller(senses: Mapping[Use, Sense], counts: Uses) -> dict[Use, Sense]:
    """Gives a wording that says less the fuller sense of the same head: the only one, else the one its document says most.

    A plural of another document ("trees") is any of them, not the one kind ("fir trees") of this.
    """
    kin: dict[tuple[str, str], Counter[Sense]] = defaultdict(Counter)
    for use, found in senses.items():
        for place in (use[0], _ANYWHERE) if _tells_kind(use[1], found) else (use[0], _ANYWHERE, _NO_KINDS):
            kin[place, found.head][found] += counts[use]
    known: dict[tuple[str, Sense], Sense | None] = {}
    fuller = {}
    for use, found in senses.items():
        fuller[use] = found
        if found.head and not found.things <= words("variables", "bare"):
            word = _word(use[1], found)
            anywhere = _ANYWHERE if singular(word) == word else _NO_KINDS
            for place in (use[0],) if is_relative(found) else (use[0], anywhere):
                if (place, found) not in known:
                    known[place, found] = _completed(found, kin[place, found.head], within=place == use[0])
                if best := known[place, found]:
                    fuller[use] = best
                    break
    return fuller


_ANYWHERE, _NO_KINDS = "", "*"  # in any document; in any, but for wordings that say which kind


def _taken_up(senses: Mapping[Use, Sense], before: Mapping[Use, Collection[Use]]) -> dict[Use, Sense]:
    """Gives a bare noun what the sentence before, or its own before it, says by the same noun: "raises the price of maize.
    Higher prices …"."""
    taken = dict(senses)
    for use, found in senses.items():
        if is_relative(found):
            word = singular(_word(use[1], found))  # prices and costs may be one thing, but what is taken up is the word
            told = {
                senses[one]
                for one in before.get(use, ())
                if one in senses and singular(_word(one[1], senses[one])) == word
            }
            full = [one for one in told if found.things < one.things and not of_others(found, one)]
            if len(full) == 1:
                taken[use] = full[0]
    return taken


def _word(wording: str, found: Sense) -> str:
    """The word by which a wording calls its head."""
    return next((word for word in wording.lower().split() if thing_of(word) == found.head), "")


def _tells_kind(wording: str, found: Sense) -> bool:
    """Whether a common word before the head says which kind ("fir trees"): elsewhere the head alone is any of them."""
    for word in wording.split():
        thing = thing_of(word.lower())
        if thing == found.head:
            return False
        if word.islower() and thing in found.things and not word.endswith("'s"):
            return True
    return False


def _completed(found: Sense, kin: Mapping[Sense, int], *, within: bool) -> Sense | None:
    """The fuller sense of the same owner; ``within`` one document, of any owner if it names none."""
    above = {other: said for other, said in kin.items() if found.things < other.things and not of_others(found, other)}
    same = {o: said for o, said in above.items() if (o.actors, o.towards) == (found.actors, found.towards)}
    owned = {o: said for o, said in above.items() if set(found.towards) <= set(o.towards)}
    for choice in (same, owned if within and not found.actors and not is_relative(found) else {}):
        top = [one for one in choice if all(one.things >= other.things for other in choice)]
        if best := top[0] if len(top) == 1 else _most(choice):
            return best
    return None


def of_others(found: Sense, other: Sense) -> bool:
    """Whether the fuller wording is about a different lot: fish or trees, where bare deaths are those of people; poor families
    or late treatment, where the bare word is all of them."""
    more = other.things - found.things
    people = found.head in words("variables", "of_people")
    return (people and not more.isdisjoint(words("variables", "not_people"))) or (
        (bool(more) and more <= levels().keys()) or not more.isdisjoint(words("variables", "qualities"))
    )
