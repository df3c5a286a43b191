"""Presses a system and says what follows: answers with intervals, the chains that carry them, what they hinge on, and what
is left of them without each origin's word."""

from collections.abc import Mapping, Sequence
from math import sqrt

from sayso.core.errors import CaseFault
from sayso.core.outcome import Answer, Hinge, Interval, Outcome, Path, PathLink, Scenario, Shares, WithoutOrigin
from sayso.core.system import System
from sayso.lexicon.table import table
from sayso.run.digraph import Digraph, reached
from sayso.run.draws import Memory
from sayso.run.experiment import Experiment, Kept, signs
from sayso.run.hinges import Turn, turns
from sayso.run.implied import with_implied
from sayso.run.model import Model
from sayso.run.paths import chains
from sayso.run.wording import answer_words, further_words, origin_notes, outcome_words, stands, verdict

_Z = 1.959964  # the normal deviate of 95 % confidence


def press(
    subject: System | Digraph | Model,
    scenario: Scenario,
    *,
    hinges: bool = True,
    perspective: str | None = None,
    chances: Mapping[int, float] | None = None,
) -> Outcome:
    """What follows from a scenario's presses in a system or a digraph.

    ``hinges`` asks what answers hinge on and what stands without each origin, which takes most of the time; ``chances``
    gives the chance of each credibility in place of the table. Raises ``UsageFault`` for a scenario that does not fit the
    system and ``CaseFault`` where no system that fits the claims settles.
    """
    model, experiment = _set_up(subject, scenario, chances)
    kept = experiment.run(memory := Memory())
    notes = _starved_words(experiment.digraph, kept)
    around = _Around(model, experiment, kept, chances)
    turned = around.hinges(memory, notes) if hinges else {}
    without = around.without_origins(memory, notes) if hinges else {}
    moved = experiment.reached()
    answers = tuple(around.answer(place, place in moved, turned, without) for place in experiment.watch)
    findings, origins = around.rests_on(moved)
    if origins > 1:
        notes += origin_notes(answers)
    if isinstance(subject, System) and subject.implied and not scenario.implied and not perspective:
        notes += further_words(_further(subject, experiment, moved))
    return Outcome(
        scenario=scenario,
        draws=max(max(kept.draws.drawn, default=0), kept.looked_at),
        kept=kept.draws.count,
        effective=min((around.worth(place) for place in experiment.watch if place in moved), default=kept.draws.count),
        seed=scenario.seed,
        variables=answers,
        words=outcome_words(scenario, answers, findings, origins),
        findings=findings,
        origins=origins,
        perspective=perspective,
        notes=tuple(notes),
    )


def _set_up(
    subject: System | Digraph | Model, scenario: Scenario, chances: Mapping[int, float] | None
) -> tuple[Model, Experiment]:
    """What is drawn from, with implied links where asked for and without what is held, and what is done to it."""
    if scenario.implied and isinstance(subject, System):
        subject = with_implied(subject)
    model = Model.of(subject, qpress=scenario.qpress, by=chances)
    experiment = Experiment.of(model.digraph, scenario)
    return _as_held(model, experiment.digraph), experiment


class _Around:
    """All that is said around the answers of one experiment."""

    def __init__(self, model: Model, experiment: Experiment, kept: Kept, chances: Mapping[int, float] | None) -> None:
        self._model, self._experiment, self._kept, self._chances = model, experiment, kept, chances
        self._limits = table("running")["limits"]

    def worth(self, place: int) -> float:
        """How many independent draws an answer rests on."""
        return self._kept.draws.worth(signs(self._kept.response[place], self._experiment.epsilon))

    def behind(self, moved: frozenset[int]) -> list[int]:
        """The links that lie on a way from a press to something watched."""
        digraph = self._experiment.digraph
        feels = reached(len(digraph.names), digraph.links, self._experiment.watch, backwards=True)
        way = moved & feels
        return [at for at, link in enumerate(digraph.links) if link.cause in way and link.effect in way]

    def rests_on(self, moved: frozenset[int]) -> tuple[int, int]:
        """How many findings and how many origins the links behind the answers rest on."""
        behind = self.behind(moved)
        origins = {origin for at in behind if (influence := self._model.basis[at]) for origin in influence.origins}
        return len({finding for at in behind for finding in self._model.findings(at)}), len(origins)

    def answer(
        self,
        place: int,
        moves: bool,
        turned: Mapping[int, tuple[Hinge, ...]],
        without: Mapping[int, tuple[WithoutOrigin, ...]],
    ) -> Answer:
        shares = self._experiment.shares(self._kept.response[place])
        return Answer(
            name=self._experiment.digraph.names[place],
            rises=shares.rises,
            falls=shares.falls,
            still=shares.still,
            interval=_interval(shares, self.worth(place)),
            reached=moves,
            words=answer_words(shares, reached=moves, pressed=any(place == at for at, _ in self._experiment.push)),
            paths=self._paths(place) if moves else (),
            hinges=turned.get(place, ()),
            origins=without.get(place, ()),
        )

    def hinges(self, memory: Memory, notes: list[str]) -> dict[int, tuple[Hinge, ...]]:
        """The hinges of every watched place, on fewer draws where the loops make them dear."""
        experiment, kept = self._experiment, self._kept
        count = self._affordable()
        if count < kept.draws.count:
            notes.append(f"what the answers hinge on was worked out on the first {count} draws")
            experiment = experiment.on(experiment.digraph, count)
            kept = experiment.run(memory)
        found: dict[int, list[Turn]] = {}
        for turn in turns(experiment, kept, memory):
            found.setdefault(turn.watched, []).append(turn)
        return {place: self._ranked(experiment.shares(kept.response[place]), ones) for place, ones in found.items()}

    def _affordable(self) -> int:
        """How many draws the hinges can be worked out on within the limit of matrices to draw."""
        structure = self._experiment.digraph.structure
        dear = 0.0
        draws = self._kept.draws
        for at, (members, links, drawn) in enumerate(
            zip(structure.components, structure.inner, draws.drawn, strict=True)
        ):
            if len(members) > 1 and at not in draws.starved:
                dear += 2 * len(links) * drawn * max(1.0, (len(members) / 16) ** 2)
        if self._experiment.known or any(link.presence is None for link in self._experiment.digraph.links):
            dear += 2 * len(self._experiment.digraph.links) * self._kept.looked_at
        share = min(1.0, self._limits["hinge_matrices"] / dear) if dear else 1.0
        return min(self._kept.draws.count, max(200, int(self._kept.draws.count * share)))

    def without_origins(self, memory: Memory, notes: list[str]) -> dict[int, tuple[WithoutOrigin, ...]]:
        """Every watched answer without each origin that has a word in it."""
        found: dict[int, list[WithoutOrigin]] = {}
        moved = self._experiment.reached()
        behind = self.behind(moved)
        count = self._affordable()
        experiment = self._experiment.on(self._experiment.digraph, count)
        base = experiment.run(memory) if count < self._kept.draws.count else self._kept
        heard = dict.fromkeys(name for at in behind if (rests := self._model.basis[at]) for name in rests.origins)
        for origin in heard:
            left = self._model.without_origin(origin, self._chances)
            lost = len(self._model.digraph.links) - len(left.digraph.links)
            try:
                again = experiment.on(left.digraph).run(memory)
            except CaseFault as fault:
                notes.append(f"without {origin}: {fault}")
                continue
            for place in self._experiment.watch:
                if place in moved:
                    before = experiment.shares(base.response[place])
                    now = experiment.shares(again.response[place])
                    one = WithoutOrigin(origin, now.rises, now.falls, now.still, lost, stands(before, now))
                    found.setdefault(place, []).append(one)
        return {place: tuple(ones) for place, ones in found.items()}

    def _ranked(self, base: Shares, turned: Sequence[Turn]) -> tuple[Hinge, ...]:
        """The changes that move an answer most, those that make it another one first."""
        digraph = self._experiment.digraph
        found = []
        for turn in turned:
            shares, link = turn.shares, digraph.links[turn.link]
            shift = max(abs(shares.rises - base.rises), abs(shares.falls - base.falls), abs(shares.still - base.still))
            if shift == 0:
                continue
            found.append(
                Hinge(
                    cause=digraph.names[link.cause],
                    effect=digraph.names[link.effect],
                    sign=link.sign,
                    change=turn.change,
                    rises=shares.rises,
                    falls=shares.falls,
                    still=shares.still,
                    shift=shift,
                    flips=verdict(base) != verdict(shares),
                    findings=self._model.findings(turn.link),
                    implied=self._model.implied(turn.link),
                )
            )
        found.sort(key=lambda hinge: (not hinge.flips, -hinge.shift, hinge.cause, hinge.effect, hinge.change))
        return tuple(found[: self._limits["hinges"]])

    def _paths(self, place: int) -> tuple[Path, ...]:
        digraph = self._experiment.digraph
        found = chains(
            self._kept.draws,
            self._experiment.push,
            place,
            most=self._limits["paths"],
            longest=self._limits["path_length"],
        )
        return tuple(
            Path(
                tuple(
                    PathLink(
                        digraph.names[digraph.links[at].cause],
                        digraph.names[digraph.links[at].effect],
                        digraph.links[at].sign,
                        self._model.findings(at),
                        self._model.implied(at),
                    )
                    for at in chain.links
                ),
                chain.sign,
                chain.present,
                chain.share,
            )
            for chain in found
        )


def _further(system: System, experiment: Experiment, moved: frozenset[int]) -> list[str]:
    """The watched variables that only implied links lead to."""
    digraph = Model.of(with_implied(system), qpress=False).digraph
    starts = [place for place, _ in experiment.push]
    led = reached(len(digraph.names), digraph.links, starts)
    return [digraph.names[place] for place in experiment.watch if place in led and place not in moved]


def _starved_words(digraph: Digraph, kept: Kept) -> list[str]:
    members = [digraph.structure.components[at] for at in kept.draws.starved]
    return [
        f"so few systems are stable around the loops through “{digraph.names[group[0]]}” ({len(group)} variables) that a Markov "
        "chain drew them: the draws count as fewer independent ones, and what hinges on these loops was not asked"
        for group in members
        if len(group) > 1
    ]


def _as_held(model: Model, digraph: Digraph) -> Model:
    """The model's evidence along the links of the digraph from which held variables were taken out."""
    if digraph is model.digraph:
        return model
    basis = {
        (link.cause, link.effect, link.twin): influence
        for link, influence in zip(model.digraph.links, model.basis, strict=True)
    }
    return Model(digraph, tuple(basis.get((link.cause, link.effect, link.twin)) for link in digraph.links))


def _interval(shares: Shares, effective: float) -> Interval:
    return Interval(
        _wilson(shares.rises, effective), _wilson(shares.falls, effective), _wilson(shares.still, effective)
    )


def _wilson(share: float, count: float) -> tuple[float, float]:
    """The 95 % interval of a share found in ``count`` independent draws (Wilson 1927)."""
    count = max(count, 1.0)
    middle = (share + _Z**2 / (2 * count)) / (1 + _Z**2 / count)
    half = _Z * sqrt(share * (1 - share) / count + _Z**2 / (4 * count**2)) / (1 + _Z**2 / count)
    return (min(max(middle - half, 0.0), share), max(min(middle + half, 1.0), share))
