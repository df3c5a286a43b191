"""How far an influence can be relied on, by who saw it: a claim with a measured probability, or only a suggestion.

The figures are in ``lexicon/data/taggers.toml``, each with what it was measured on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from sayso.core.claim import Modality
from sayso.lexicon.table import table
from sayso.read.grammar.influences.joining import BOTH
from sayso.read.proposal import Proposal
from sayso.read.tagger.taggers import Taggers


@cache
def _figures() -> dict[str, Any]:
    return table("taggers")["influences"]  # type: ignore[no-any-return]


def adjusted(stated: Mapping[int, float]) -> dict[int, float]:
    """The tagger's probabilities of a document's sentences, for how often this document states causes rather than the half of
    its training sentences that do (Saerens, Latinne and Decaestecker, 2002, one step, with the training share as prior)."""
    weight = _figures()["prior_sentences"]
    share = (sum(stated.values()) + weight / 2) / (len(stated) + weight)
    found = {}
    for index, one in stated.items():
        for_, against = one * share, (1 - one) * (1 - share)
        found[index] = round(for_ / max(for_ + against, 1e-9), 3)
    return found


def weighed(proposals: Iterable[Proposal], stated: float | None) -> Iterator[Proposal]:
    """The influences of one sentence with how probable it is that the text says so. ``stated`` is the tagger's probability
    that the sentence states any, ``None`` where no tagger was asked."""
    for one in proposals:
        if stated is None:
            yield replace(one, stated=_figures()["unasked"])
        elif one.witness == BOTH:
            yield replace(one, stated=_of("both", stated))
        elif one.witness == Taggers.name:
            yield replace(one, stated=_of("tagger", stated), suggested=_weak(one, stated))
        else:
            yield replace(one, stated=_of("grammar", stated), suggested=_doubted(one, stated))


def _of(witness: str, stated: float) -> float:
    """The share that was right of what such witnesses saw, where the tagger was as sure as this."""
    steps = _figures()[witness]
    return next(float(step["right"]) for step in steps if stated >= step["from"])


def _doubted(proposal: Proposal, stated: float) -> bool:
    """Whether the tagger tells against the grammar: it sees the sentence's cause elsewhere, or no aim in an infinitive."""
    if stated >= _figures()["elsewhere"]:
        return True
    return proposal.modality is Modality.POSSIBLE and stated < _figures()["aim_least"]


def _weak(proposal: Proposal, stated: float) -> bool:
    """Whether a tagger's word alone is not enough: it takes a sure sentence and sure ends, less sure ones where the grammar has
    something to say for it."""
    least = _figures()["tagger_signed" if proposal.sure["grammar"] else "tagger_bare"]
    ends: Mapping[str, float] = proposal.sure
    return bool(stated < least["sentence"] or min(ends["anchor"], ends["effect"]) < least["ends"])
