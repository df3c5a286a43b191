"""Which of the words of a claim are names, and of which state an actor is."""

import re
from functools import lru_cache

from sayso.lexicon.names import canonical, state_of
from sayso.lexicon.table import table
from sayso.weigh.card import Card
from sayso.weigh.likeness import Comparison, known_states
from sayso.weigh.terms import Bag


class States:
    """Tells names from plain words in the terms of a case."""

    def __init__(self, compare: Comparison) -> None:
        self._proper = compare.proper
        self._names_of: dict[Bag, Bag] = {}
        self._plain_of: dict[Bag, Bag] = {}

    def places(self, card: Card) -> Bag:
        """The names near a claim that are no state's: of places, bodies and people."""
        found = self._names_of.get(card.around)
        if found is None:
            found = self._names_of[card.around] = (card.around & self._proper) - known_states()
        return found

    def plain(self, terms: Bag) -> Bag:
        """The terms that name nobody."""
        found = self._plain_of.get(terms)
        if found is None:
            found = self._plain_of[terms] = terms - self._proper - known_states()
        return found

    def is_state(self, name: str) -> bool:
        return bool(name in table("states"))


_OWNED = re.compile(r"^(?P<owner>[A-ZÀ-Þ][\w.]*(?: [A-ZÀ-Þ][\w.]*)?)(?:['’]s?)? (?P<rest>[a-zà-þ].*)$")


@lru_cache(maxsize=1 << 14)
def state_behind(actor: str) -> str:
    """The state an actor is, or is of where its name is but the state's and common nouns ("Kenya's flower growers", "Kenyan
    growers"): another name stays itself."""
    name = canonical(actor) or actor
    if name in table("states"):
        return name
    owned = _OWNED.match(actor.removeprefix("The ").removeprefix("the "))
    if owned:
        state = state_of(owned["owner"])
        if state:
            return state
    return name
