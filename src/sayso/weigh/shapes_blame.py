"""Blame: whether two charges are one, and rival blame, where who is charged with a harm says that it was another's doing.

Only what can be done to a thing but once counts, and only where both name the thing, or speak of it as known.
"""

from collections.abc import Iterator

from sayso.core.claim import Modality
from sayso.weigh.blame import Charge, harm_of, names_in, tells_harm
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
    """Whether one of two statements charges somebody with a harm and the other tells of none: that does not vouch for it."""
    blaming = [harm_of(card) is not None for card in (one, other)]
    return blaming[0] != blaming[1] and not tells_harm((other if blaming[0] else one).content)


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
