"""What the grammar and a trained tagger saw of the same influence becomes one proposal that names both.

Invariant: the variables, the sign and the modality of a joint proposal are the grammar's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.core.claim import Influence, Term
from sayso.core.passage import Span
from sayso.read.grammar.influences.link import Link
from sayso.read.grammar.influences.thing import Thing
from sayso.read.parse import Parse
from sayso.read.proposal import Proposal

BOTH = "grammar+tagger"


def confirmed(
    parse: Parse, mine: Sequence[Proposal], theirs: Iterable[tuple[Link, Mapping[str, float]]]
) -> list[tuple[Link, Mapping[str, float]]]:
    """Marks, in place, the proposals of the grammar that the tagger saw too; what it alone saw."""
    alone = []
    for link, sure in theirs:
        mates = [one for one in mine if isinstance(one.body, Influence) and _same(one.body, link)]
        for one in mates:
            one.witness = BOTH
        if len(mates) == 1 and len(link.causes) == len(link.effects) == 1:
            mates[0].body = _stretched(parse, mates[0].body, link)
        if not mates:
            alone.append((link, sure))
    return alone


def _same(body: Influence, link: Link) -> bool:
    """Whether cause and effect each share half of the shorter wording."""
    return any(_shares(body.cause, thing) for thing in link.causes) and any(
        _shares(body.effect, thing) for thing in link.effects
    )


def _shares(term: Term, thing: Thing) -> bool:
    start, end = thing.words[0].start, thing.words[-1].end
    shared = min(term.end, end) - max(term.start, start)
    return shared > 0 and 2 * shared >= min(term.end - term.start, end - start)


def _stretched(parse: Parse, body: object, link: Link) -> Influence:
    """The influence with the tagger's stretches, which are whole clauses where the grammar's are phrases."""
    if not isinstance(body, Influence):
        raise AssertionError("only influences are joined here")
    return replace(
        body, cause=_over(parse, body.cause, link.causes[0]), effect=_over(parse, body.effect, link.effects[0])
    )


def _over(parse: Parse, term: Term, thing: Thing) -> Term:
    span: Span = parse.span_of(list(thing.words))
    if not span.start <= term.start < term.end <= span.end:
        return term  # only more words are better words
    return replace(term, start=span.start, end=span.end, text=span.text)
