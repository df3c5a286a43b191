"""Ids of claims: a hash of what the claim says and the passage it stands in, not of where in the file that is.

An edit elsewhere in the document therefore leaves a claim's id, and every decision about it, as they were.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.core.claim import Claim, Figure, Flow, Influence, Statement
from sayso.core.passage import Span

_DIGITS = 16  # 64 bits: a clash among a million claims has odds of one in thirty million


def identified(claims: Iterable[tuple[Claim, Span | None]]) -> Iterator[Claim]:
    """The claims with their ids. Each comes with the span of the figure that measures it, which becomes ``amount``."""
    rows = [(_content(claim), claim, amount) for claim, amount in claims]
    seen: Counter[str] = Counter()
    ids = []
    for content, _, _ in rows:
        ids.append(_hash(f"{content}\n{seen[content]}"))
        seen[content] += 1
    figures = sorted(
        (claim.body.span, id_) for id_, (_, claim, _) in zip(ids, rows, strict=True) if isinstance(claim.body, Figure)
    )
    for id_, (_, claim, amount) in zip(ids, rows, strict=True):
        if isinstance(claim.body, Flow) and amount is not None:
            claim = replace(claim, body=replace(claim.body, amount=_figure_at(figures, amount)))
        yield replace(claim, id=id_)


def _figure_at(figures: list[tuple[Span, str]], amount: Span) -> str | None:
    return next((id_ for span, id_ in figures if span.overlaps(amount.start, amount.end)), None)


def _hash(content: str) -> str:
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _content(claim: Claim) -> str:
    match claim.body:
        case Figure(span, _, low, high, unit):
            words: list[object] = [span.text, low, high, unit]
        case Influence(cause, effect, sign, _):
            words = [cause.text, cause.variable, effect.text, effect.variable, sign]
        case Flow(goods, origin, via, destination):
            words = [goods, origin, via, destination]
        case Statement(content):
            words = [content.text]
        case body:
            words = [getattr(body, name) for name in body.__slots__]
    return json.dumps([claim.document, claim.kind, claim.passage.text, words], ensure_ascii=False)
