"""A plain statement as a line of words, and the small steps along it."""

from __future__ import annotations

from functools import cache

from sayso.lexicon.table import table, words
from sayso.read.grammar.influences.signals import vocabulary
from sayso.read.parse import Word

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "get", "gets", "got"})
_ADVERBS = frozenset({
    "also", "then", "thus", "therefore", "thereby", "hence", "often", "even", "further", "both", "either", "sometimes",
    "usually", "always", "eventually", "so",
})  # fmt: skip
_OPENINGS = (
    ("as", "a", "result"), ("in", "turn"), ("as", "a", "consequence"), ("in", "this", "world"), ("in", "addition"),
    ("moreover",), ("finally",), ("meanwhile",), ("at", "the", "same", "time"),
)  # fmt: skip


@cache
def function_words() -> frozenset[str]:
    """Words that are never part of a variable's name in a plain statement."""
    return frozenset(table("causal")["function"]["words"])


@cache
def auxiliaries() -> frozenset[str]:
    return frozenset(table("causal")["function"]["auxiliaries"])


@cache
def determiners() -> frozenset[str]:
    return frozenset(table("causal")["function"]["determiners"])


class Line:
    """The words of one statement. Methods take the place of a word and return where what they found ends."""

    def __init__(self, words: list[Word]) -> None:
        self._words = words
        self._lower = [word.lower for word in words]
        self._known = vocabulary()
        self._listing = False  # whether a name that its own verb follows ends the list being read
        self._governed = False  # whether the names being read are a verb's objects

    def _is(self, at: int, *words: str) -> bool:
        return at < len(self._lower) and self._lower[at] in words

    def _skip(self, at: int, *words: str) -> int | None:
        """Where the sequence of words that begins here ends."""
        if tuple(self._lower[at : at + len(words)]) == words:
            return at + len(words)
        return None

    def _adverbs(self, at: int) -> int:
        """Past adverbs and "in turn", with their commas."""
        start = at
        while at < len(self._lower):
            after = self._skip(at, "in", "turn")
            if after is None and (self._adverb(self._lower[at]) or (self._lower[at] == "," and at > start)):
                after = at + 1
            if after is None:
                break
            at = after
        return at

    def _adverb(self, word: str) -> bool:
        ending = word.endswith("ly") and word not in self._known.forms and word not in words("variables", "qualities")
        return word in _ADVERBS or ending

    def _opening(self, at: int) -> int:
        for opening in _OPENINGS:
            after = self._skip(at, *opening)
            if after is not None and not self._is(after, "of"):
                return after + 1 if self._is(after, ",") else after
        return at + 1 if self._is(at, "but", "and", "yet", "however") else at

    def _joint(self, at: int) -> int | None:
        """Past what joins two statements: "; ", ", and ", " while "."""
        start = at
        while self._is(at, ",", ";", ":", "-", "--", "—", "–"):
            at += 1
        while self._is(at, "and", "but", "while", "whereas", "so", "or", "yet"):
            at += 1
        return self._adverbs(at) if at > start else None
