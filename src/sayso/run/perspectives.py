"""The same scenario in the system as each group of sources describes it, side by side, with where they differ and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.core.outcome import Answer, Outcome, Shares
from sayso.run.wording import compared, verdict


@dataclass(frozen=True, slots=True)
class Difference:
    """What the perspectives say of one variable: ``answers`` runs along the outcomes, ``None`` where one does not know it.

    ``agrees`` is whether all that know it say the same; ``why`` names, for each perspective, the influences on its
    strongest chains that not all others share.
    """

    variable: str
    answers: tuple[Answer | None, ...]
    agrees: bool
    words: str
    why: tuple[str, ...]


def compare_outcomes(outcomes: Sequence[Outcome]) -> tuple[Difference, ...]:
    """Every variable any perspective speaks of: those they differ on first, each group in the order of the first outcome."""
    names = dict.fromkeys(answer.name for outcome in outcomes for answer in outcome.variables)
    found = [_difference(name, outcomes) for name in names]
    return tuple(sorted(found, key=lambda one: one.agrees))


def _difference(name: str, outcomes: Sequence[Outcome]) -> Difference:
    answers = tuple(next((one for one in outcome.variables if one.name == name), None) for outcome in outcomes)
    said = {verdict(Shares(one.rises, one.falls, one.still)) for one in answers if one is not None}
    agrees = len(said) <= 1 and None not in answers
    return Difference(name, answers, agrees, compared(tuple(outcomes), name), () if agrees else _why(answers, outcomes))


def _why(answers: Sequence[Answer | None], outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    """In words, what each perspective's answer goes over that not every other's does."""
    links = [
        {(link.cause, link.sign, link.effect) for path in answer.paths for link in path.links} if answer else set()
        for answer in answers
    ]
    shared = set.intersection(*links)
    said = []
    for outcome, own in zip(outcomes, links, strict=True):
        alone = sorted(own - shared)
        who = outcome.perspective or outcome.scenario.name
        if alone:
            shown = "; ".join(f"{cause} ─({sign})→ {effect}" for cause, sign, effect in alone[:4])
            said.append(f"{who} goes over {shown}{' and others' if len(alone) > 4 else ''}")
        elif not own:
            said.append(f"{who} has no chain of influences to it")
    return tuple(said)
