"""Claims and attributions back from the lines that :mod:`sayso.core.record` wrote: thousands at a time, so by msgspec.

Invariant: strict. A missing or unknown field, a kind there is none of, or a value of another type is refused.
"""

from collections.abc import Callable, Iterable
from dataclasses import fields
from operator import attrgetter
from typing import TypeVar

import msgspec

from sayso.core.claim import (
    Act,
    Attribution,
    Body,
    Claim,
    Figure,
    Flow,
    Influence,
    Modality,
    Sign,
    Statement,
    Term,
    Tie,
    Voice,
    When,
)
from sayso.core.errors import CaseFault
from sayso.core.passage import Span

T = TypeVar("T")


class _Claimed(msgspec.Struct, tag_field="kind", forbid_unknown_fields=True, gc=False):
    """What the records of every kind have."""

    id: str
    document: str
    start: int
    end: int
    text: str
    attribution: tuple[Voice, ...]
    also: tuple[tuple[Voice, ...], ...]
    modality: Modality
    certainty: tuple[float, float]
    negated: bool
    when: When
    witnesses: tuple[str, ...]
    stated: float
    resolved: tuple[tuple[str, str], ...]


class _Figure(_Claimed, tag="figure"):
    span: Span
    subject: str
    low: float | None
    high: float | None
    unit: str
    approximate: bool

    def body(self) -> Body:
        return Figure(self.span, self.subject, self.low, self.high, self.unit, self.approximate)


class _Influence(_Claimed, tag="influence"):
    cause: Term
    effect: Term
    sign: Sign
    signal: str

    def body(self) -> Body:
        return Influence(self.cause, self.effect, self.sign, self.signal)


class _Flow(_Claimed, tag="flow", rename={"origin": "from", "destination": "to"}):
    goods: str
    origin: str | None
    via: tuple[str, ...]
    parallel: bool
    destination: str | None
    amount: str | None

    def body(self) -> Body:
        return Flow(self.goods, self.origin, self.via, self.destination, self.amount, self.parallel)


class _Tie(_Claimed, tag="tie"):
    a: str
    relation: str
    b: str

    def body(self) -> Body:
        return Tie(self.a, self.relation, self.b)


class _Act(_Claimed, tag="act"):
    actor: str
    action: str
    target: str | None

    def body(self) -> Body:
        return Act(self.actor, self.action, self.target)


class _Statement(_Claimed, tag="statement"):
    content: Span
    clause: bool

    def body(self) -> Body:
        return Statement(self.content, self.clause)


class _Attribution(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    document: str
    source: Span | None
    cue: Span | None
    content: Span | None
    name: str | None
    date: str | None
    via: tuple[str, ...]
    stance: bool


_rest = attrgetter(*(field.name for field in fields(Claim)[4:]))
_claims = msgspec.json.Decoder(list[_Figure | _Influence | _Flow | _Tie | _Act | _Statement]).decode
_attributions = msgspec.json.Decoder(list[_Attribution]).decode


def claims_of(lines: Iterable[str]) -> list[Claim]:
    """The claims of some lines. Raises ``CaseFault`` for what :func:`sayso.core.record.claim_record` did not make."""
    return [
        Claim(one.id, one.document, Span(one.start, one.end, one.text), one.body(), *_rest(one))
        for one in _decoded(_claims, lines, "claim")
    ]


def attributions_of(lines: Iterable[str]) -> list[Attribution]:
    """The attributions of some lines. Raises ``CaseFault`` for what no attribution was written as."""
    return [
        Attribution(one.document, one.source, one.cue, one.content, one.name, one.date, one.via, one.stance)
        for one in _decoded(_attributions, lines, "attribution")
    ]


def _decoded(decode: Callable[[str], list[T]], lines: Iterable[str], what: str) -> list[T]:
    try:
        return decode(f"[{','.join(lines)}]")
    except (msgspec.ValidationError, msgspec.DecodeError) as fault:
        raise CaseFault(f"no record of a {what} that this version of sayso wrote: {fault}") from fault
