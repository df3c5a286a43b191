"""What a passage quotes: two mouths seldom say the same thing in the same words."""

import re
from collections.abc import Iterable, Iterator

from sayso.weigh.terms import terms

_RUN = 5  # terms in a row that two quotations seldom share by chance
_QUOTATION = re.compile(r"[“\"‘](?=\w)([^“”\"]{20,600}?)(?:[”\"]|’(?!\w)|$)")


def one_mouth(said: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Of (source, passage) those pairs of sources that are quoted in the same words; who is but described before who is named."""
    first: dict[tuple[str, ...], str] = {}
    for name, passage in said:
        for words in _runs(passage):
            other = first.setdefault(words, name)
            if other != name:
                less, more = sorted((other, name), key=lambda who: (who[:1].isupper(), who))
                yield less, more


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of a few terms in a row of what a text quotes."""
    for match in _QUOTATION.finditer(text):
        words = terms(match[1]).words
        for at in range(len(words) - _RUN + 1):
            yield words[at : at + _RUN]
