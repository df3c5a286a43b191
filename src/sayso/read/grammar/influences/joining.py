"""What the grammar and a trained tagger saw of the same influence becomes one proposal that names both.

Invariant: the variables, the sign and the modality of a joint proposal are the grammar's. Its words are the tagger's where that is
at home, in a text as short as what it learned from; elsewhere its edges stray, and only more words are better words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.core.claim import Influence, Term
from sayso.read.grammar.influences.link import Link
from sayso.read.grammar.influences.thing import Thing
from sayso.read.parse import Parse
from sayso.read.proposal import Proposal

BOTH = "grammar+tagger"


def confirmed(
    parse: Parse, mine: Sequence[Proposal], theirs: Iterable[tuple[Link, Mapping[str, float]]], *, home: bool
) -> list[tuple[Link, Mapping[str, float]]]:
    """Marks, in place, the proposals of the grammar that the tagger saw too, each by the link that is most like it; what the
    tagger alone saw."""
    links = list(theirs)
    mates: dict[int, list[Proposal]] = {}
    for one in mine:
        likeness = [_likeness(one.body, link) if isinstance(one.body, Influence) else 0.0 for link, _ in links]
        if any(likeness):
            one.witness = BOTH
            mates.setdefault(likeness.index(max(likeness)), []).append(one)
    for at, found in mates.items():
        link, body = links[at][0], found[0].body
        if len(found) == len(link.causes) == len(link.effects) == 1 and isinstance(body, Influence):
            found[0].body = _in_words_of(parse, body, link, home=home)
    return [link for at, link in enumerate(links) if at not in mates]


def _likeness(body: Influence, link: Link) -> float:
    """How much of the words of cause and effect is shared; 0 unless both share half of the shorter wording."""
    causes, effects = (
        max(_shared(term, thing) for thing in things)
        for term, things in ((body.cause, link.causes), (body.effect, link.effects))
    )
    return causes + effects if causes and effects else 0.0


def _shared(term: Term, thing: Thing) -> float:
    """The share of two wordings that both have; 0 if it is less than half of the shorter."""
    start, end = thing.words[0].start, thing.words[-1].end
    shared = min(term.end, end) - max(term.start, start)
    if shared <= 0 or 2 * shared < min(term.end - term.start, end - start):
        return 0.0
    return shared / (max(term.end, end) - min(term.start, start))


def _in_words_of(parse: Parse, body: Influence, link: Link, *, home: bool) -> Influence:
    """The influence with the tagger's words, at home those that signal it included."""
    (cause,), (effect,) = link.causes, link.effects
    return replace(
        body,
        cause=_over(parse, body.cause, cause, home=home),
        effect=_over(parse, body.effect, effect, home=home),
        signal=(home and link.words_of_signal(parse)) or body.signal,
    )


def _over(parse: Parse, term: Term, thing: Thing, *, home: bool) -> Term:
    span = parse.span_of(list(thing.words))
    if not home and not span.start <= term.start < term.end <= span.end:
        return term
    return replace(term, start=span.start, end=span.end, text=span.text)
