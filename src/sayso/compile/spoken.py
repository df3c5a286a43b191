"""Which states a document speaks of most, read from the passages of its claims when first asked for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache

from sayso.core.claim import Claim
from sayso.lexicon.names import state_of

_NAME = re.compile(r"[A-Z][\w.&-]*")
_state = lru_cache(maxsize=1 << 14)(state_of)
_MOSTLY = 0.5  # of how often the state is named that is named most


class Spoken:
    """How many passages of each document name each state."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._passages: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            self._passages[claim.document].add(claim.passage.text)
        self._counts: dict[str, Counter[str]] = {}

    def mostly(self, document: str, names: Iterable[str]) -> bool:
        """Whether all the names are states the document speaks of, more than half as often as of any other."""
        if document not in self._counts:
            counts: Counter[str] = Counter()
            for text in self._passages[document]:
                counts.update({name for word in set(_NAME.findall(text)) if (name := _state(word))})
            self._counts[document] = counts
        counts = self._counts[document]
        return all(counts[name] > _MOSTLY * max(counts.values(), default=0) for name in names)
