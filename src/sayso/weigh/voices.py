"""The voices of a case: who speaks in which document, under which one name, and for whom.

Invariant: every name given is the one name the case has for its bearer.
"""

from collections.abc import Mapping

from sayso.lexicon.names import key
from sayso.weigh.bodies import whose
from sayso.weigh.card import Card
from sayso.weigh.names import Names
from sayso.weigh.prepared import Prepared
from sayso.weigh.reuse import Reader, Reuse, Shelf

UNDATED = "9999"  # after every day


class Voices:
    """Answers what following a claim to its origin asks of documents, names and passages."""

    def __init__(
        self, prepared: dict[str, Prepared], names: Names, reader: Reader, speaks_for: Mapping[str, str]
    ) -> None:
        self._prepared = prepared
        self._names = names
        self._reader = reader
        self._back: dict[tuple[str, str], str] = {}
        self._speaks_for = {key(names.name(person)): names.name(body) for person, body in sorted(speaks_for.items())}
        self._house = {
            path: tuple(dict.fromkeys(names.name(name) for name in one.house)) for path, one in prepared.items()
        }

    def speaker(self, path: str) -> str:
        return self._names.name(self._prepared[path].speaker)

    def house(self, path: str) -> tuple[str, ...]:
        return self._house[path]

    def name(self, wording: str) -> str:
        return self._names.name(wording)

    def voice(self, wording: str, path: str) -> str:
        """The name a document means by a wording: "the service" is the one service among the sources it names in full."""
        if not wording.islower() or len(wording.split()) > 2:
            return self._names.name(wording)
        found = self._back.get((path, wording))
        if found is None:
            wanted = set(key(wording).split())
            full = {
                self._names.name(name)
                for card in self._prepared[path].cards
                for chain in card.chains
                for name, _ in chain
            }
            meant = [name for name in sorted(full) if name != wording and wanted < set(key(name).split())]
            found = self._back[path, wording] = meant[0] if len(meant) == 1 else self._names.name(wording)
        return found

    def body_of(self, source: str) -> str | None:
        """Whom a person speaks for, or whose a text is that goes by no more than what it is and whose."""
        owner = whose(source)
        return self._speaks_for.get(key(source)) or (self._names.name(owner) if owner else None)

    def shelf(self) -> Shelf:
        return Shelf(self._reader)

    def published(self, path: str) -> str:
        return self._prepared[path].published or UNDATED

    def vouched(self, card: Card) -> bool:
        return self._reader.vouched(card)

    def saw(self, card: Card) -> bool:
        return self._reader.saw(card)

    def reuse(self, later: Card, earlier: Card, credited: bool, unlikely: bool) -> Reuse:
        return self._reader.reuse(later, earlier, credited=credited, unlikely=unlikely)

    def retold(self, one: Card, other: Card) -> bool:
        return self._reader.retold(one, other)
