"""Blame: whether two charges are one, and rival blame, where who is charged with a harm says that it was another's doing.

Only what can be done to a thing but once counts, and only where both name the thing, or speak of it as known.
"""

from collections.abc import Iterator

from sayso.core.claim import Modality
from sayso.weigh.blame import Charge, charge_of, harm_of, names_in, tells_harm
from sayso.weigh.card import Card
from sayso.weigh.likeness import Likeness, by_build, known_states
from sayso.weigh.terms import Bag
from sayso.weigh.times import times_apart


def blamed(one: Card, other: Card) -> Likeness | None:
    """One proposition if they blame one body for one harm to one thing; set apart if they blame different ones, and the one
    that the first blames is the speaker of the other; ``None`` if neither."""
    mine = harm_of(one)
    theirs = harm_of(other) if mine else None
    if not mine or not theirs or times_apart(one, other) or not _of_one_thing(mine, theirs):
        return None
    if mine.doers & theirs.doers:
        supposed = {card.modality is Modality.POSSIBLE for card in (one, other)}
        return by_build() if mine.harm == theirs.harm and len(supposed) == 1 else None
    return by_build("blame") if mine.doers & _speaker(other) or theirs.doers & _speaker(one) else None


def silent_on_harm(one: Card, other: Card) -> bool:
    """Whether one of two statements charges somebody and the other tells of no harm, or names nobody who is charged: that does
    not vouch for it."""
    charges = [charge_of(card) for card in (one, other)]
    if bool(charges[0]) == bool(charges[1]):
        return False
    charge, silent = (charges[0], other) if charges[0] else (charges[1], one)
    assert charge is not None
    return not tells_harm(silent.content) if charge.harm else charge.doers.isdisjoint(silent.says)


def blame_keys(card: Card) -> Iterator[tuple[str, str]]:
    """What a claim that blames somebody for a harm is looked up by."""
    charge = harm_of(card)
    for thing in sorted(_things(charge))[:_MOST] if charge else ():
        yield "blame", thing


_MOST = 6


def _of_one_thing(mine: Charge, theirs: Charge) -> bool:
    here, there = mine.named - known_states(), theirs.named - known_states()
    if here and there and not here & there:
        return False  # each in another place
    return bool(_things(mine) & _things(theirs) and (mine.deed & theirs.deed) - known_states())


def _things(charge: Charge) -> Bag:
    """The terms that tell to what a harm was done."""
    return (charge.named | charge.known) - known_states()


def _speaker(card: Card) -> Bag:
    """The names of whose word a claim is."""
    return frozenset[str]().union(*(names_in(chain[-1][0]) for chain in card.chains))
