"""Links that the names of variables imply, and no source states.

A variable that names one kind of what another names is a part of it ("deaths in camps", "deaths"); bare nouns that mean what
their own documents speak of ("prices") may be one thing. Both are kept apart from the influences, each with its reason, and
used only where somebody asks. Invariant: no link leads from a part to a whole over another whole between the two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from sayso.compile.completing import is_relative, of_others
from sayso.compile.naming import Sense, sense
from sayso.core.claim import Sign
from sayso.core.system import Implied, Variable
from sayso.lexicon.table import table, words


def implied(variables: Sequence[Variable]) -> tuple[Implied, ...]:
    """The links, sorted."""
    read = {one.name: sense(one.name) for one in variables}
    senses = {name: found for name, found in read.items() if found is not None and found.things}
    by_head: dict[str, list[str]] = defaultdict(list)
    for name in sorted(senses):
        by_head[senses[name].head].append(name)
    found = [link for names in by_head.values() for link in (*_parts(names, senses), *_alike(names, senses))]
    found += _supplies(senses)
    return tuple(sorted(found, key=lambda one: (one.part, one.whole)))


def _supplies(senses: Mapping[str, Sense]) -> Iterator[Implied]:
    """A thing and how much of it there is to be had: who speaks of fuel may mean its supply."""
    by_things: dict[frozenset[str], list[str]] = defaultdict(list)
    for name in sorted(senses):
        by_things[senses[name].things].append(name)
    for supply in sorted(senses):
        said = senses[supply]
        if said.head in words("variables", "supplies"):
            for name in by_things.get(said.things - {said.head}, ()):
                if set(senses[name].actors) <= set(said.actors):
                    why = f"“{name}” may mean “{supply}”"
                    yield Implied(name, supply, _sign(senses[name], said), why, alike=True)


def _parts(names: Sequence[str], senses: Mapping[str, Sense]) -> Iterator[Implied]:
    for part in names:
        wholes = [one for one in names if _is_part(senses[part], senses[one])]
        for whole in wholes:
            if not any(_is_part(senses[other], senses[whole]) for other in wholes):
                sign = _sign(senses[part], senses[whole])
                yield Implied(part, whole, sign, f"“{part}” is a part of “{whole}”, by its name")


def _sign(one: Sense, other: Sense) -> Sign:
    return "+" if one.way == other.way else "-"


def _is_part(part: Sense, whole: Sense) -> bool:
    """Whether the whole says less of the same: fewer things, owners or places; one that is vague or means what its document
    is about, nothing less than all the things."""
    vague = is_relative(whole) or whole.things <= words("variables", "bare") | words("variables", "rulings")
    return (
        part != whole
        and (whole.things == part.things if vague else whole.things <= part.things)
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
            yield Implied(one, other, _sign(senses[one], senses[other]), why, alike=True)
