"""What an answer hinges on: each influence left out, or of the opposite sign, and the scenario run again.

Exact, not approximate: a link between components changes no draw's stability, so its change is a low-rank update of the
draws at hand (Sherman and Morrison 1950); a link inside a component has that component drawn again from the same streams,
and the rest is carried through by the same update. Either way the shares are those of a new run of the changed digraph.
Where a chain had to take over, links inside its component are not tried: that would be a new walk for each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.core.errors import CaseFault
from sayso.core.outcome import Change, Shares
from sayso.run.digraph import Digraph, Link, reached
from sayso.run.draws import Draws, Memory, draw
from sayso.run.experiment import Experiment, Kept
from sayso.run.rejection import Law
from sayso.run.response import respond, sensitivity
from sayso.run.stability import Reals

CHANGES: tuple[Change, ...] = ("absent", "opposite")


@dataclass(frozen=True, slots=True)
class Turn:
    """The answer at ``watched`` with the link at ``link`` changed."""

    watched: int
    link: int
    change: Change
    shares: Shares


def turns(experiment: Experiment, kept: Kept, memory: Memory) -> Iterator[Turn]:
    """Every change of one claimed link that can matter to a watched answer, with the answer it gives."""
    digraph = experiment.digraph
    if experiment.known or any(link.presence is None for link in digraph.links):
        if not kept.draws.starved:
            yield from _again(experiment, memory)
        return
    moved = experiment.reached()
    watch = [place for place in experiment.watch if place in moved]
    inside = _inside(experiment, kept, watch, moved)
    for watched in watch:
        felt = sensitivity(kept.draws, watched)
        feels = reached(len(digraph.names), digraph.links, [watched], backwards=True)
        yield from _between(experiment, kept, watched, felt, moved & feels)
        for variant in inside:
            if digraph.structure.components[variant.component][0] in feels:
                response = variant.carry(kept, watched, felt)
                yield Turn(watched, variant.link, variant.change, experiment.shares(response))


def _between(experiment: Experiment, kept: Kept, watched: int, felt: Reals, way: frozenset[int]) -> Iterator[Turn]:
    """Links between components: x' = x − w·x_cause·g_effect, twice that for the opposite sign."""
    digraph = experiment.digraph
    home = digraph.structure.home
    for at, link in enumerate(digraph.links):
        if home[link.cause] == home[link.effect] or link.cause not in way or link.effect not in way:
            continue
        carried = kept.draws.weights[at] * kept.response[link.cause] * felt[link.effect]
        for change in _changes(link):
            response = kept.response[watched] - (carried if change == "absent" else 2 * carried)
            yield Turn(watched, at, change, experiment.shares(response))


@dataclass(frozen=True)
class Variant:
    """A component with one of its links changed, drawn again, and how far its variables' responses move."""

    component: int
    link: int
    change: Change
    members: tuple[int, ...]
    response: Reals
    moved: Reals

    def carry(self, kept: Kept, watched: int, felt: Reals) -> Reals:
        """The watched variable's response once the change has gone through all that follows from the component."""
        if watched in self.members:
            return np.asarray(self.response[self.members.index(watched)])
        digraph = kept.draws.digraph
        out: Reals = kept.response[watched].copy()
        for at in digraph.structure.leaving[self.component]:
            link = digraph.links[at]
            out += kept.draws.weights[at] * felt[link.effect] * self.moved[self.members.index(link.cause)]
        return out


def _inside(experiment: Experiment, kept: Kept, watch: Sequence[int], moved: frozenset[int]) -> list[Variant]:
    """Every change of a link within a component that lies between a press and a watched variable."""
    digraph = experiment.digraph
    feels = reached(len(digraph.names), digraph.links, watch, backwards=True)
    found: list[Variant] = []
    for component, members in enumerate(digraph.structure.components):
        if len(members) == 1 or component in kept.draws.starved or not set(members) <= moved & feels:
            continue
        pushed = _pushed(experiment, kept.draws, kept.response, component)
        for at in digraph.structure.inner[component]:
            if digraph.links[at].cause == digraph.links[at].effect:
                continue
            for change in _changes(digraph.links[at]):
                response = _redrawn(experiment, component, at, change, pushed)
                if response is not None:
                    shift = response - kept.response[list(members)]
                    found.append(Variant(component, at, change, members, response, shift))
    return found


def _pushed(experiment: Experiment, draws: Draws, response: Reals, component: int) -> Reals:
    """The pushes on a component's variables, from presses and from all that comes before it, shape (m, draws)."""
    digraph = draws.digraph
    members = digraph.structure.components[component]
    pushed = np.zeros((len(members), draws.count))
    for place, size in experiment.push:
        if place in members:
            pushed[members.index(place)] += size
    for at in digraph.structure.entering[component]:
        link = digraph.links[at]
        pushed[members.index(link.effect)] += draws.weights[at] * response[link.cause]
    return pushed


def _redrawn(experiment: Experiment, component: int, at: int, change: Change, pushed: Reals) -> Reals | None:
    """The component's response, shape (m, draws), with one link changed; ``None`` where hardly any system is stable."""
    digraph = experiment.digraph
    members = digraph.structure.components[component]
    place = {variable: row for row, variable in enumerate(members)}
    links = []
    for other in digraph.structure.inner[component]:
        link = digraph.links[other]
        if other == at and change == "absent":
            continue
        flipped = link.flipped != (other == at)
        links.append(
            Link(place[link.cause], place[link.effect], link.sign, link.presence, link.pair, link.twin, flipped)
        )
    region = Digraph(tuple(digraph.names[variable] for variable in members), tuple(links))
    try:
        draws = draw(region, Law(pushed.shape[1], experiment.law.seed, experiment.law.cap, chain=False))
    except CaseFault:
        return None
    return respond(draws, dict(enumerate(pushed)))


def _again(experiment: Experiment, memory: Memory) -> Iterator[Turn]:
    """The plain way: run the changed digraph. Needed where criteria or a shared chance tie all components together."""
    digraph = experiment.digraph
    moved = experiment.reached()
    matters = set(moved)
    for known in experiment.known:
        matters |= reached(len(digraph.names), digraph.links, (place for place, _ in known.push))
    for at, link in enumerate(digraph.links):
        if link.cause == link.effect or link.cause not in matters:
            continue
        for change in _changes(link):
            changed = digraph.without([at]) if change == "absent" else digraph.opposite(at)
            try:
                again = experiment.on(changed).run(memory)
            except CaseFault:
                continue
            for watched in experiment.watch:
                if watched in moved:
                    yield Turn(watched, at, change, experiment.shares(again.response[watched]))


def _changes(link: Link) -> tuple[Change, ...]:
    """A link of unknown sign has no opposite."""
    return CHANGES[:1] if link.sign == "?" else CHANGES
