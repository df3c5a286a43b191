"""Claims and attributions: what a document says, of one kind each, and whose word it rests on."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from sayso.core.passage import Span


class Modality(StrEnum):
    """How a document puts a claim forward."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    DENIED = "denied"
    FORECAST = "forecast"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"


Sign = Literal["+", "-", "?"]


@dataclass(frozen=True, slots=True)
class When:
    """The time a claim is about: ISO dates (``YYYY-MM-DD``), both inclusive, either open."""

    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of an attribution chain: a source's canonical name, the words that make it speak, its publication's date."""

    name: str
    cue: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source–content relation found in a text. ``via`` names the carriers, the one nearest the document first. A
    ``stance`` is what the source wants, favours or keeps to itself: it is held, not said, and no claim rests on it."""

    document: str
    source: Span | None
    cue: Span | None
    content: Span | None
    name: str | None
    date: str | None = None
    via: tuple[str, ...] = ()
    stance: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One end of an influence: its words in the document and the variable they name (direction words stripped)."""

    start: int
    end: int
    text: str
    variable: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number about the world. ``low`` and ``high`` are in base units of ``unit``; ``None`` is unbounded."""

    span: Span
    subject: str
    low: float | None
    high: float | None
    unit: str
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Influence:
    """More of the cause variable means more (``+``), less (``-``) or some change (``?``) of the effect variable."""

    cause: Term
    effect: Term
    sign: Sign
    signal: str


@dataclass(frozen=True, slots=True)
class Flow:
    """Goods from one actor to another through intermediaries: one after the other, or side by side where ``parallel``
    ("via Mali and Niger"), so that each is a way of its own. ``amount`` is the id of a figure claim."""

    goods: str
    origin: str | None
    via: tuple[str, ...]
    destination: str | None
    amount: str | None = None
    parallel: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """A lasting relation between two actors (owns, part of, member of, leads, depends on, ally of, …)."""

    a: str
    relation: str
    b: str


@dataclass(frozen=True, slots=True)
class Act:
    """An event: who did what (a PLOVER event type) to whom."""

    actor: str
    action: str
    target: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """Attributed content with no finer kind. A ``clause`` says that something is so; other words only name what is spoken of
    ("a ban on imports")."""

    content: Span
    clause: bool = True


Body = Figure | Influence | Flow | Tie | Act | Statement
Kind = Literal["figure", "influence", "flow", "tie", "act", "statement"]
KINDS: dict[type, Kind] = {
    Figure: "figure",
    Influence: "influence",
    Flow: "flow",
    Tie: "tie",
    Act: "act",
    Statement: "statement",
}


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one kind.

    ``document`` is the path of the document; ``passage`` the sentence, list item or sentence of a table cell it stands
    in; ``attribution`` runs from the carrier nearest the document to the origin and is empty where the document speaks
    for itself; ``also`` holds the further chains where the text credits several sources with the same words;
    ``witnesses`` names the readers that saw it, and ``stated`` is how probable that makes it that the text says so, 1 where
    that was never measured; ``certainty``, an interval in 0..1, is how sure the text puts it times ``stated``; ``resolved``
    pairs a pronoun or back-reference with the words it was taken to mean.
    """

    id: str
    document: str
    passage: Span
    body: Body
    attribution: tuple[Voice, ...] = ()
    modality: Modality = Modality.ASSERTED
    certainty: tuple[float, float] = (1.0, 1.0)
    negated: bool = False
    when: When = When()
    witnesses: tuple[str, ...] = ("grammar",)
    resolved: tuple[tuple[str, str], ...] = ()
    also: tuple[tuple[Voice, ...], ...] = ()
    stated: float = 1.0

    @property
    def spoken(self) -> tuple[float, float]:
        """How sure the text puts it, whoever saw it there."""
        low, high = self.certainty
        return round(low / self.stated, 2), round(high / self.stated, 2)

    @property
    def kind(self) -> Kind:
        return KINDS[type(self.body)]
