"""Answers against charges: a denial of whose doing a thing was stands against whoever says that it was his doing.

Only what both name counts: the one charged, and something of the deed besides. A charge by the denier himself is none.
"""

from collections.abc import Iterator

from sayso.core.claim import Modality
from sayso.weigh.answers import answer_of, beyond_events
from sayso.weigh.blame import charge_of
from sayso.weigh.card import Card
from sayso.weigh.likeness import Likeness, by_build, known_states
from sayso.weigh.rarity import Weights
from sayso.weigh.terms import Bag, bag
from sayso.weigh.times import times_apart

_HALF = 0.5
_MOST = 6
_SAID = frozenset({Modality.ASSERTED, Modality.ALLEGED, Modality.POSSIBLE})


def refuted(one: Card, other: Card, weights: Weights) -> Likeness | None:
    """Set apart as a denial if one answers what the other says was somebody's doing."""
    if one.negative == other.negative:
        return None
    denial, claim = (one, other) if one.negative else (other, one)
    if claim.modality not in _SAID or not answer_of(denial) or times_apart(one, other):
        return None
    doers, deed, charged = _doing(claim)
    if not doers & denial.says or _speakers(denial) & _speakers(claim):
        return None
    denied, done = (beyond_events(said - doers - known_states()) for said in (denial.says, deed))
    least = min(weights.of(denied), weights.of(done)) if charged else weights.of(denied)
    return by_build("denial") if weights.of(denied & done) > _HALF * least else None


def answer_keys(card: Card, weights: Weights) -> Iterator[tuple[str, str]]:
    """What an answer, and what may be answered, are looked up by."""
    if card.negative:
        told = card.says if answer_of(card) else frozenset[str]()
    else:
        _, deed, charged = _doing(card)
        told = deed if charged else card.first
    for word in weights.rarest(told, _MOST):
        yield "answer", word


def _doing(claim: Card) -> tuple[Bag, Bag, bool]:
    """Whose doing a claim says something was: who is charged, who acts, between whom goods go; what it was; and whether it is told
    as a charge, so that it says nothing else."""
    charge = charge_of(claim)
    if charge:
        return charge.doers, charge.deed, True
    if claim.kind not in {"act", "flow"}:
        return frozenset(), frozenset(), False
    actors = claim.slots[:1] if claim.kind == "act" else claim.slots
    return frozenset[str]().union(*(bag(slot) for slot in actors if slot)), claim.around, False


def _speakers(card: Card) -> Bag:
    return frozenset(chain[-1][0] for chain in card.chains)
