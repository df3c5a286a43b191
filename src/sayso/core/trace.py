"""Routes goods take, what they pass, and derived figures: what the runner finds and the dossier tells."""

from dataclasses import dataclass

from sayso.core.claim import When
from sayso.core.finding import Value


@dataclass(frozen=True, slots=True)
class Carriage:
    """One described flow that goes over a hop."""

    goods: str
    amount: Value | None
    when: When
    verdict: str
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hop:
    """Goods going straight from one actor to another, as far as the documents say."""

    start: str
    end: str
    carriages: tuple[Carriage, ...]
    verdict: str


@dataclass(frozen=True, slots=True)
class Route:
    """Hops from the asked origin to the asked destination. ``verdict`` is that of its weakest hop."""

    stations: tuple[str, ...]
    hops: tuple[Hop, ...]
    verdict: str


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Amounts that cannot be reconciled, in words, with the findings behind either side."""

    words: str
    findings: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """All routes found, the fewest intermediaries whose closing cuts every one (empty if goods also go straight), those
    any of which cuts them all by itself, and amounts on the way that do not add up."""

    origin: str
    destination: str
    goods: str | None
    without: tuple[str, ...]
    routes: tuple[Route, ...]
    cut: tuple[str, ...]
    chokepoints: tuple[str, ...]
    mismatches: tuple[Mismatch, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Ingredient:
    """A name in a formula and the figure, or the analyst's own number, it stands for."""

    name: str
    subject: str
    low: float
    high: float
    unit: str
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Derived:
    """A figure worked out from others: a range that surely holds it if they hold (``low`` to ``high``), and where nine in
    ten values lie if each ingredient is anywhere in its range (``likely``). ``fault`` says why there is none."""

    name: str
    title: str
    formula: str
    low: float | None
    high: float | None
    likely: tuple[float, float] | None
    unit: str
    ingredients: tuple[Ingredient, ...]
    findings: tuple[str, ...]
    fault: str | None = None
