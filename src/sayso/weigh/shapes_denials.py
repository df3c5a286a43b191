"""Denials: whether what one claim says is not so is what another says is so."""

import re
from collections.abc import Callable
from functools import cache

from sayso.core.claim import Modality
from sayso.lexicon.table import either, table
from sayso.weigh.card import Card
from sayso.weigh.denial import denial_in, negations
from sayso.weigh.terms import Bag, bag, terms

_NOT = re.compile(r"\b(?:not|never)\b|n[’']t\b")
_COPULA = re.compile(r"\b(?:is|are|was|were|been|be)\b(?! (?:not|never)\b)")
_DENY = re.compile(r"\b(?:den(?:y|ies|ied|ying)|denials?)\b", re.IGNORECASE)
_NEGATED = 3  # terms after a negation that tell what it negates
_HOW = 2  # terms after "without" that tell without what
_FEWEST = 3  # terms a denial and a claim share that share no name
_NAMELESS = 0.6  # and how alike they are


def denies_enough(denial: Card, claim: Card, score: float, plain: Callable[[Bag], Bag]) -> bool:
    """Whether a denial and what it may deny share a name, or else so much that none is needed. Who denies in so many words
    ("rejects the suggestion that …"), or is named in the claim, leaves out whom everybody knows to be meant."""
    if _outright(denial) or any(bag(name) & claim.says for chain in denial.chains for name, _ in chain):
        return True
    shared = denial.says & claim.says
    common = plain(shared)
    return len(common) > 0 if shared != common else len(common) >= _FEWEST and score >= _NAMELESS


def proposes(denial: Card, claim: Card) -> bool:
    """Whether the claim says that something is so, and the denial that it is not: who turns down an offer or refuses a licence
    denies nothing, and what is only spoken of ("a ban on imports") cannot be denied."""
    if not (claim.clause or claim.modality is Modality.ALLEGED):
        return False
    if _outright(denial) and denial.kind != "statement":
        return bool(_DENY.search(denial.passage) or _of_claims().search(denial.passage))
    return denial.clause or (_outright(denial) and bool(_of_claims().search(denial.content)))


def denies_how(denial: Card, claim: Card) -> bool:
    """Whether no more is denied than how a thing was done ("denied that it was built without a permit"), of which the claim
    says nothing."""
    if not _outright(denial):
        return False
    said = claim.around | claim.says
    match = _manner().search(denial.content)
    return match is not None and said.isdisjoint(terms(match["without"] or match[0]).words[:_HOW])


def bears(denial: Card, claim: Card) -> bool:
    """Whether what a claim negates is what another says: the words after its negation, not any that stand in the sentence."""
    if _outright(denial):
        if _disputes().search(claim.content):
            return False  # the other disputes it, too
        called = _COPULA.search(denial.content)
        what = denial.says & bag(denial.content[called.end() :]) if called else None
        if what and (claim.around | claim.says).isdisjoint(what):
            return False
        nots = (terms(claim.content[mark.end() :]).words[:1] for mark in _NOT.finditer(claim.content))
        return not any(words and words[0] in denial.says for words in nots)  # the other says that it is not so, too
    negated = _negated(denial.content)
    if not negated:
        return True
    if {words[0] for words in negated if words} & {words[0] for words in _negated(claim.passage) if words}:
        return False  # the other says that it is not so, too
    said = claim.around | claim.says
    return () in negated or any(
        words[0] in said and 2 * sum(word in said for word in words) > len(words) for words in negated if words
    )


def _outright(card: Card) -> bool:
    """Whether a claim is denied in so many words, not just put with a "not"."""
    return card.modality is Modality.DENIED or denial_in(card.passage) is not None


def _negated(text: str) -> list[tuple[str, ...]]:
    """The first terms after each negation of a text."""
    return [terms(text[mark.end() :]).words[:_NEGATED] for mark in negations().finditer(text)]


@cache
def _disputes() -> re.Pattern[str]:
    lists = table("weighing")["denials"]
    return re.compile(rf"\b(?:{either((*lists['verbs'], *lists['untrue'], *lists['disputing']))})\b", re.IGNORECASE)


@cache
def _manner() -> re.Pattern[str]:
    adverbs = "|".join(table("weighing")["denials"]["manner"])
    return re.compile(rf"\bwithout (?P<without>[^,;:.]+)|\b(?:{adverbs})\b")


@cache
def _of_claims() -> re.Pattern[str]:
    """Finds the nouns for what others say of somebody, and for what he is said to have done."""
    lists = table("weighing")["denials"]
    return re.compile(rf"\b(?:{either((*lists['nouns'], *lists['deeds']))})\b", re.IGNORECASE)
