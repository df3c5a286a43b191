"""Who says what stands in table rows and headings: a row does not tell which of its sources does, and a heading is on the word
of those whom the text below it credits.

Invariant: the answer depends on the sets of sources alone, not on their order.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.weigh.card import Card


def of_headings(cards: Sequence[Card], credit: Mapping[str, set[str]]) -> Iterator[tuple[Card, set[str]]]:
    """The claims in headings, with those whom their documents' text credits with the same where it credits anybody.
    ``credit`` gives the sources of a claim, by its id."""
    below: dict[str, set[str]] = defaultdict(set)
    for card in cards:
        if not card.headed:
            below[card.document] |= credit.get(card.id, set())
    for card in cards:
        if card.headed and card.id in credit and below[card.document]:
            yield card, below[card.document]


def one_of_each(rows: Sequence[set[str]], told: set[str]) -> dict[str, str]:
    """The one origin of every source of the rows: rows that share a source share an origin. It is one that is ``told``
    elsewhere, else all that the rows have in common, by a name of its own ("A or B")."""
    sets: list[set[str]] = []
    for row in rows:
        meeting = [other for other in sets if other & row]
        sets = [other for other in sets if not other & row]
        sets.append(row.union(*meeting))
    origin: dict[str, str] = {}
    for joined in sets:
        common = set.intersection(*(row for row in rows if row <= joined))
        one = min(joined & told, default=" or ".join(sorted(common or joined)[:3]))
        origin.update(dict.fromkeys(joined, one))
    return origin
