"""The signed digraph the engine runs: variables, links between them, and what follows from their arrangement alone.

Knows nothing of documents. A system and a file in QPress's text format both become a :class:`Digraph`. Invariant: a link
keeps its identity (cause, effect, twin) when it is flipped or when another link is dropped, so that its random weights
stay what they were.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from sayso.core.claim import Sign
from sayso.core.errors import UsageFault
from sayso.run.lookup import suggestion

LIMIT = -1  # the twin of a limit that no claim and no file gave


@dataclass(frozen=True, slots=True)
class Link:
    """One signed arrow between two variables, given by their places in ``Digraph.names``; cause == effect limits itself.

    ``presence`` is its chance of being in a draw; ``None`` leaves the chance to the draw, as QPress does with uncertain
    edges. Links of one ``pair`` are present together or not at all. ``twin`` tells links of the same cause and effect
    apart; their weights add. ``flipped`` turns the weight's sign round.
    """

    cause: int
    effect: int
    sign: Sign
    presence: float | None = 1.0
    pair: str | None = None
    twin: int = 0
    flipped: bool = False

    @property
    def is_uncertain(self) -> bool:
        return self.presence != 1.0


@dataclass(frozen=True)
class Digraph:
    """Variables by name, in any fixed order, and the links between them."""

    names: tuple[str, ...]
    links: tuple[Link, ...]
    _places: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_places", {name: at for at, name in enumerate(self.names)})

    def place(self, name: str) -> int:
        """The place of a variable, by its name in any case of letters. Raises ``UsageFault`` with the nearest names."""
        if name not in self._places:
            same = [at for other, at in self._places.items() if other.casefold() == name.strip().casefold()]
            if len(same) == 1:
                return same[0]
            raise UsageFault(f"no variable is called “{name}”; {suggestion(name, self.names)}")
        return self._places[name]

    @cached_property
    def structure(self) -> "Structure":
        return Structure.of(len(self.names), self.links)

    def without(self, links: Iterable[int]) -> "Digraph":
        """The same variables without the links at these places."""
        gone = set(links)
        return Digraph(self.names, tuple(link for at, link in enumerate(self.links) if at not in gone))

    def opposite(self, at: int) -> "Digraph":
        """The same digraph with the link at this place of the other sign and the same strength."""
        turned = replace(self.links[at], flipped=not self.links[at].flipped)
        return Digraph(self.names, (*self.links[:at], turned, *self.links[at + 1 :]))

    def held(self, places: Iterable[int]) -> "Digraph":
        """The digraph in which these variables cannot move: nothing acts on them, and they act on nothing.

        Each keeps a sure limit on itself, so that it neither helps nor hinders the stability of the rest.
        """
        fixed = set(places)
        rest = tuple(link for link in self.links if link.cause not in fixed and link.effect not in fixed)
        return Digraph(self.names, rest + tuple(Link(at, at, "-", twin=LIMIT) for at in sorted(fixed)))

    def limited(self) -> "Digraph":
        """The digraph with a limit on every variable that has no link to itself (QPress's ``enforce.limitation``)."""
        limited = {link.cause for link in self.links if link.cause == link.effect}
        missing = (Link(at, at, "-") for at in range(len(self.names)) if at not in limited)
        return Digraph(self.names, self.links + tuple(missing))


@dataclass(frozen=True)
class Structure:
    """What the arrangement alone decides: strongly connected components and who can reach whom.

    ``components`` stand in causal order (a link between two goes from an earlier to a later one); ``home[v]`` is the
    component of variable ``v``; ``inner[c]`` are the links within component ``c``, ``entering[c]`` and ``leaving[c]`` those
    between it and others.
    """

    components: tuple[tuple[int, ...], ...]
    home: tuple[int, ...]
    inner: tuple[tuple[int, ...], ...]
    entering: tuple[tuple[int, ...], ...]
    leaving: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, size: int, links: Sequence[Link]) -> "Structure":
        after: list[list[int]] = [[] for _ in range(size)]
        for link in links:
            after[link.cause].append(link.effect)
        components = strong_components(after)
        home = [0] * size
        for at, component in enumerate(components):
            for variable in component:
                home[variable] = at
        inner: list[list[int]] = [[] for _ in components]
        entering: list[list[int]] = [[] for _ in components]
        leaving: list[list[int]] = [[] for _ in components]
        for at, link in enumerate(links):
            if home[link.cause] == home[link.effect]:
                inner[home[link.cause]].append(at)
            else:
                entering[home[link.effect]].append(at)
                leaving[home[link.cause]].append(at)
        parts = (tuple(map(tuple, part)) for part in (inner, entering, leaving))
        return cls(components, tuple(home), *parts)


def strong_components(after: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """Strongly connected components, causes before effects; ``after[v]`` lists v's effects (Kosaraju and Sharir 1981)."""
    before: list[list[int]] = [[] for _ in after]
    for node, others in enumerate(after):
        for other in others:
            before[other].append(node)
    taken = [False] * len(after)
    found: list[tuple[int, ...]] = []
    for root in reversed(_by_finish(after)):
        if taken[root]:
            continue
        taken[root] = True
        members = [root]
        for member in members:  # grows while it is read
            for other in before[member]:
                if not taken[other]:
                    taken[other] = True
                    members.append(other)
        found.append(tuple(sorted(members)))
    return tuple(found)


def _by_finish(after: Sequence[Sequence[int]]) -> list[int]:
    """The nodes in the order in which a depth-first search leaves them, without recursion."""
    seen = [False] * len(after)
    finished: list[int] = []
    for root in range(len(after)):
        path = [] if seen[root] else [(root, iter(after[root]))]
        seen[root] = True
        while path:
            node, others = path[-1]
            other = next((at for at in others if not seen[at]), None)
            if other is None:
                finished.append(node)
                path.pop()
            else:
                seen[other] = True
                path.append((other, iter(after[other])))
    return finished


def reached(size: int, links: Iterable[Link], starts: Iterable[int], *, backwards: bool = False) -> frozenset[int]:
    """The variables a path of links leads to from ``starts`` (themselves included), or from which one leads to them."""
    after: list[list[int]] = [[] for _ in range(size)]
    for link in links:
        if backwards:
            after[link.effect].append(link.cause)
        else:
            after[link.cause].append(link.effect)
    seen = set(starts)
    waiting = sorted(seen)
    while waiting:
        for other in after[waiting.pop()]:
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return frozenset(seen)
