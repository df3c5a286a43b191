"""Whether a document vouches for what it tells: it says that it saw for itself, it speaks of itself, or it is a body with an
office in the matter. One that does none of this may have it from anywhere, whether or not it says so.

Invariant: nothing here compares documents; what a document vouches for depends on its own words and its house alone.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from sayso.lexicon.houses import bodies, media, words_of
from sayso.lexicon.names import untitled
from sayso.lexicon.table import table
from sayso.weigh.terms import terms


def saw_itself(text: str, house: Sequence[str] = ()) -> Iterator[int]:
    """The places in a text where it says that whoever writes it saw, counted or asked; a byline only says who writes, and
    what another house has seen ("a report seen by Reuters") this one has not."""
    own = words_of(" ".join(house))
    for match in _first_hand().finditer(text):
        by = _NAMED.match(text, match.end()) if match[0].endswith(" by") else None
        if by is None or not own.isdisjoint(words_of(by[1])):
            yield match.start()


@cache
def _first_hand() -> re.Pattern[str]:
    lists = table("witnesses")
    phrases, verbs, doers = (
        "|".join(map(re.escape, lists[name])) for name in ("first_hand", "perceived", "perceiving")
    )
    sent = "|".join(lists["sent"])
    return re.compile(
        rf"\b(?<!(?-i:By ))(?:(?:we|I) (?:\w+ly |also |then |ourselves )?(?:{verbs})|our (?:\w+ )?(?:{doers})|{phrases}"
        rf"|(?:we|I) (?:\w+ ){{1,3}}(?:myself|ourselves)"
        rf"|(?:{sent})s?(?: of (?:the|this) \w+)?(?: at the scene| on the spot| there)? (?:{verbs}))\b",
        re.IGNORECASE,
    )


def speaks_of_itself(house: Sequence[str], passage: str) -> bool:
    """Whether a passage is about the house that publishes it, or tells in the first person what its people did."""
    if _FIRST_PERSON.search(_QUOTED.sub(" ", passage)):
        return True
    said = frozenset(terms(passage).words)
    return any(name <= said for name in map(frozenset, (terms(one).words for one in house)) if name)


_NAMED = re.compile(r" (?:the )?([A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*)")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|[Oo]urs|I)\b")


@lru_cache(maxsize=1 << 15)
def in_office(house: tuple[str, ...]) -> bool:
    """Whether a house is a body that knows of its own matters (an authority, a hospital, an institute) or a person in
    office, not a medium that tells those of others."""
    return any((words_of(name) & bodies() or untitled(name) != name) and not words_of(name) & media() for name in house)
