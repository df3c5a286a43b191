"""Claims, attributions and documents as the records of ``out/data``: the public interface, one JSON object a line.

Invariant: what :mod:`sayso.core.recalled` makes of a record's line is what the record was made of. Fields may be added; none is
renamed or dropped without a major version.
"""

import math
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import msgspec

from sayso.core.claim import (
    Act,
    Attribution,
    Claim,
    Figure,
    Flow,
    Influence,
    Statement,
    Term,
    Tie,
    Voice,
)
from sayso.core.document import Document
from sayso.core.passage import Span

Record = dict[str, Any]

_EXACT = 1 << 53  # whole numbers below this are written without a fraction

_SHARED = (
    "id", "kind", "document", "start", "end", "text", "attribution", "also", "modality", "certainty", "negated", "when",
    "witnesses", "stated", "resolved",
)  # fmt: skip
_OWN: dict[str, tuple[str, ...]] = {
    "figure": ("span", "subject", "low", "high", "unit", "approximate"),
    "influence": ("cause", "effect", "sign", "signal"),
    "flow": ("goods", "from", "via", "parallel", "to", "amount"),
    "tie": ("a", "relation", "b"),
    "act": ("actor", "action", "target"),
    "statement": ("content", "clause"),
}
CLAIM_FIELDS: dict[str, frozenset[str]] = {kind: frozenset(_SHARED + own) for kind, own in _OWN.items()}
ATTRIBUTION_FIELDS = frozenset(("document", "source", "cue", "content", "name", "date", "via", "stance"))
DOCUMENT_FIELDS = (
    "id", "path", "title", "publisher", "author", "published", "url", "language", "characters", "sha256", "faults",
)  # fmt: skip

_encode = msgspec.json.Encoder().encode


def line(record: Any) -> str:
    """A record, or a dataclass whose fields are those of its record, as one line of JSON, without the line's end. JSON
    escapes every line break inside a string."""
    return _encode(record).decode()


def claim_record(claim: Claim) -> Record:
    body = claim.body
    return {
        "id": claim.id,
        "kind": claim.kind,
        "document": claim.document,
        "start": claim.passage.start,
        "end": claim.passage.end,
        "text": claim.passage.text,
        "attribution": [_voice(voice) for voice in claim.attribution],
        "also": [[_voice(voice) for voice in chain] for chain in claim.also],
        "modality": claim.modality.value,
        "certainty": list(claim.certainty),
        "negated": claim.negated,
        "when": {"start": claim.when.start, "end": claim.when.end},
        **_WRITERS[type(body)](body),
        "witnesses": list(claim.witnesses),
        "stated": _number(claim.stated),
        "resolved": [list(pair) for pair in claim.resolved],
    }


def attribution_record(attribution: Attribution) -> Record:
    return {
        "document": attribution.document,
        "source": _maybe(attribution.source),
        "cue": _maybe(attribution.cue),
        "content": _maybe(attribution.content),
        "name": attribution.name,
        "date": attribution.date,
        "via": list(attribution.via),
        "stance": attribution.stance,
    }


def document_record(document: Document) -> Record:
    return {
        "id": sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        "path": document.path,
        "title": document.title,
        "publisher": document.publisher,
        "author": document.author,
        "published": document.published,
        "url": document.url,
        "language": document.language,
        "characters": len(document.text),
        "sha256": document.sha256,
        "faults": list(document.faults),
    }


def _voice(voice: Voice) -> Record:
    return {"name": voice.name, "cue": voice.cue, "date": voice.date}


def _span(span: Span) -> Record:
    return {"start": span.start, "end": span.end, "text": span.text}


def _maybe(span: Span | None) -> Record | None:
    return _span(span) if span else None


def _number(value: float | None) -> float | int | None:
    """Whole numbers without a fraction; an infinite bound is no bound."""
    if value is None or math.isinf(value):
        return None
    return int(value) if abs(value) < _EXACT and value == int(value) else value


def _term(term: Term) -> Record:
    return {"start": term.start, "end": term.end, "text": term.text, "variable": term.variable}


def _figure(body: Figure) -> Record:
    return {
        "span": _span(body.span),
        "subject": body.subject,
        "low": _number(body.low),
        "high": _number(body.high),
        "unit": body.unit,
        "approximate": body.approximate,
    }


def _influence(body: Influence) -> Record:
    return {"cause": _term(body.cause), "effect": _term(body.effect), "sign": body.sign, "signal": body.signal}


def _flow(body: Flow) -> Record:
    return {
        "goods": body.goods,
        "from": body.origin,
        "via": list(body.via),
        "parallel": body.parallel,
        "to": body.destination,
        "amount": body.amount,
    }


def _tie(body: Tie) -> Record:
    return {"a": body.a, "relation": body.relation, "b": body.b}


def _act(body: Act) -> Record:
    return {"actor": body.actor, "action": body.action, "target": body.target}


def _statement(body: Statement) -> Record:
    return {"content": _span(body.content), "clause": body.clause}


_WRITERS: dict[type, Callable[[Any], Record]] = {
    Figure: _figure,
    Influence: _influence,
    Flow: _flow,
    Tie: _tie,
    Act: _act,
    Statement: _statement,
}
