"""Scenarios and outcomes: what is pressed, and what follows in the systems the claims allow.

Invariant: an outcome is a consequence of the claims, not a forecast; ``rises + falls + still == 1`` for every answer, and
``outcome_record`` is the object of ``scenarios/NAME.json``.
"""

from dataclasses import dataclass
from typing import Any, Literal

from sayso.core.claim import Sign
from sayso.core.shape import record_of

Move = Literal["rises", "falls", "still"]
Change = Literal["absent", "opposite"]


@dataclass(frozen=True, slots=True)
class Press:
    """A lasting push on a variable, up (positive) or down; only the ratios between a scenario's sizes matter."""

    variable: str
    size: float


@dataclass(frozen=True, slots=True)
class Observation:
    """A variable known to rise, fall or stay as it is."""

    variable: str
    move: Move


@dataclass(frozen=True, slots=True)
class Criterion:
    """What is known to follow from some presses: draws in which it does not are thrown away (a validation criterion)."""

    presses: tuple[Press, ...]
    expected: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """Words of the analyst's and the variable they were taken for; ``less`` where they say that there is less of it."""

    words: str
    variable: str
    less: bool


@dataclass(frozen=True, slots=True)
class Scenario:
    """What to press, what to hold fixed, what to watch (nothing named: everything), and what is known.

    ``observed`` conditions on moves seen under the scenario's own presses; ``criteria`` on what is known of other presses.
    ``draws`` is how many accepted draws to reach; ``qpress`` draws as the package QPress does instead of by credibility;
    ``implied`` goes over links that no source states and names, flows or bans imply as well. ``taken`` tells which of the
    analyst's words are not the names of the variables that stand here for them.
    """

    name: str
    presses: tuple[Press, ...]
    held: tuple[str, ...] = ()
    watch: tuple[str, ...] = ()
    observed: tuple[Observation, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    draws: int = 10_000
    seed: int = 0
    qpress: bool = False
    title: str = ""
    implied: bool = False
    taken: tuple[Taken, ...] = ()


@dataclass(frozen=True, slots=True)
class Shares:
    """The shares of kept draws in which a variable rises, falls or stays still."""

    rises: float
    falls: float
    still: float

    @property
    def lead(self) -> float:
        """How much more often it rises than falls, −1 to 1."""
        return self.rises - self.falls


@dataclass(frozen=True, slots=True)
class Interval:
    """Where the shares would lie with endless draws, with 95 % confidence (Wilson 1927)."""

    rises: tuple[float, float]
    falls: tuple[float, float]
    still: tuple[float, float]


@dataclass(frozen=True, slots=True)
class PathLink:
    """One influence on a path, with the findings it rests on; ``implied`` is why it is there where no source states it."""

    cause: str
    effect: str
    sign: Sign
    findings: tuple[str, ...] = ()
    implied: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """A chain of influences from a press to the answer. ``sign`` is the direction it pushes the answer; ``present`` the
    share of draws that hold all its links; ``share`` its part of what the paths found push in a draw, either way, on average."""

    links: tuple[PathLink, ...]
    sign: Sign
    present: float
    share: float


@dataclass(frozen=True, slots=True)
class Hinge:
    """What the answer would be with one influence absent or of the opposite sign. ``shift`` is the share of draws that
    would have to move; ``flips`` whether the answer would be another."""

    cause: str
    effect: str
    sign: Sign
    change: Change
    rises: float
    falls: float
    still: float
    shift: float
    flips: bool
    findings: tuple[str, ...] = ()
    implied: str = ""


@dataclass(frozen=True, slots=True)
class WithoutOrigin:
    """What is left of an answer without one origin's word. ``stands`` is whether it is still the same answer."""

    origin: str
    rises: float
    falls: float
    still: float
    lost: int
    stands: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What one variable does. ``reached`` is false where no path leads to it from any press: then it is exactly still."""

    name: str
    rises: float
    falls: float
    still: float
    interval: Interval
    reached: bool
    words: str
    paths: tuple[Path, ...] = ()
    hinges: tuple[Hinge, ...] = ()
    origins: tuple[WithoutOrigin, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What follows. ``draws`` systems were drawn and ``kept`` of them accepted; ``effective`` is the number of independent
    draws they are worth. ``claims`` and ``origins`` count what the answers rest on; ``perspective`` names whose system it is."""

    scenario: Scenario
    draws: int
    kept: int
    effective: float
    seed: int
    variables: tuple[Answer, ...]
    words: str
    findings: int = 0
    origins: int = 0
    perspective: str | None = None
    notes: tuple[str, ...] = ()


def outcome_record(outcome: Outcome) -> dict[str, Any]:
    """The outcome as the JSON object of ``scenarios/NAME.json``."""
    return record_of(outcome)  # type: ignore[no-any-return]
