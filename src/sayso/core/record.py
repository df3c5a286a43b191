"""Claims, attributions and documents as the records of ``out/data``: the public interface, one JSON object a line.

Invariant: ``claim_of(claim_record(claim)) == claim`` and the same for attributions, also through JSON text. Fields may be
added; none is renamed or dropped without a major version. Reading a record back is strict: a missing or unknown field is refused.
"""

import math
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any

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
    Statement,
    Term,
    Tie,
    Voice,
    When,
)
from sayso.core.document import Document
from sayso.core.errors import CaseFault
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
    "statement": ("content",),
}
CLAIM_FIELDS: dict[str, frozenset[str]] = {kind: frozenset(_SHARED + own) for kind, own in _OWN.items()}
ATTRIBUTION_FIELDS = frozenset(("document", "source", "cue", "content", "name", "date", "via"))
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


def claim_of(record: Mapping[str, Any]) -> Claim:
    """The claim a record holds. Raises ``CaseFault`` if a field is missing or unknown."""
    kind = record.get("kind")
    _refuse(record, CLAIM_FIELDS.get(str(kind)), f"claim of kind {kind!r}")
    low, high = record["certainty"]
    return Claim(
        id=record["id"],
        document=record["document"],
        passage=Span(record["start"], record["end"], record["text"]),
        body=_READERS[record["kind"]](record),
        attribution=_chain_of(record["attribution"]),
        also=tuple(_chain_of(chain) for chain in record["also"]),
        modality=Modality(record["modality"]),
        certainty=(low, high),
        negated=record["negated"],
        when=When(record["when"]["start"], record["when"]["end"]),
        witnesses=tuple(record["witnesses"]),
        stated=float(record["stated"]),
        resolved=tuple((one, other) for one, other in record["resolved"]),
    )


def attribution_record(attribution: Attribution) -> Record:
    return {
        "document": attribution.document,
        "source": _maybe(attribution.source),
        "cue": _maybe(attribution.cue),
        "content": _maybe(attribution.content),
        "name": attribution.name,
        "date": attribution.date,
        "via": list(attribution.via),
    }


def attribution_of(record: Mapping[str, Any]) -> Attribution:
    """The attribution a record holds. Raises ``CaseFault`` if a field is missing or unknown."""
    _refuse(record, ATTRIBUTION_FIELDS, "attribution")
    source, cue, content = (_span_of(record[part]) if record[part] else None for part in ("source", "cue", "content"))
    return Attribution(
        record["document"], source, cue, content, record["name"], record["date"], tuple(record["via"])
    )  # fmt: skip


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


def _refuse(record: Mapping[str, Any], allowed: frozenset[str] | None, what: str) -> None:
    if allowed is None:
        raise CaseFault(f"no such thing as a {what}; kinds are {', '.join(CLAIM_FIELDS)}")
    if record.keys() != allowed:
        wrong = sorted(allowed.symmetric_difference(record))
        raise CaseFault(
            f"a {what} with missing or unknown fields {', '.join(wrong)}; fields are {', '.join(sorted(allowed))}"
        )


def _voice(voice: Voice) -> Record:
    return {"name": voice.name, "cue": voice.cue, "date": voice.date}


def _chain_of(records: list[Record]) -> tuple[Voice, ...]:
    return tuple(Voice(record["name"], record["cue"], record["date"]) for record in records)


def _span(span: Span) -> Record:
    return {"start": span.start, "end": span.end, "text": span.text}


def _maybe(span: Span | None) -> Record | None:
    return _span(span) if span else None


def _span_of(record: Mapping[str, Any]) -> Span:
    return Span(record["start"], record["end"], record["text"])


def _number(value: float | None) -> float | int | None:
    """Whole numbers without a fraction; an infinite bound is no bound."""
    if value is None or math.isinf(value):
        return None
    return int(value) if abs(value) < _EXACT and value == int(value) else value


def _float(value: float | int | None) -> float | None:
    return None if value is None else float(value)


def _term(term: Term) -> Record:
    return {"start": term.start, "end": term.end, "text": term.text, "variable": term.variable}


def _term_of(record: Mapping[str, Any]) -> Term:
    return Term(record["start"], record["end"], record["text"], record["variable"])


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
    return {"content": _span(body.content)}


_WRITERS: dict[type, Callable[[Any], Record]] = {
    Figure: _figure,
    Influence: _influence,
    Flow: _flow,
    Tie: _tie,
    Act: _act,
    Statement: _statement,
}

_READERS: dict[str, Callable[[Mapping[str, Any]], Body]] = {
    "figure": lambda r: Figure(
        _span_of(r["span"]), r["subject"], _float(r["low"]), _float(r["high"]), r["unit"], r["approximate"]
    ),
    "influence": lambda r: Influence(_term_of(r["cause"]), _term_of(r["effect"]), r["sign"], r["signal"]),
    "flow": lambda r: Flow(r["goods"], r["from"], tuple(r["via"]), r["to"], r["amount"], r["parallel"]),
    "tie": lambda r: Tie(r["a"], r["relation"], r["b"]),
    "act": lambda r: Act(r["actor"], r["action"], r["target"]),
    "statement": lambda r: Statement(_span_of(r["content"])),
}
