"""Plain statements that open with their connective: "the more X, the less Y", "when X falls, Y rises", "with less X comes Y"."""

from __future__ import annotations

from dataclasses import replace

from sayso.core.claim import Modality
from sayso.read.grammar.influences.link import Link
from sayso.read.grammar.influences.plain.line import BE
from sayso.read.grammar.influences.plain.verbs import Verbs
from sayso.read.grammar.influences.signals import entries
from sayso.read.grammar.influences.thing import Thing
from sayso.read.parse import Word

_BECAUSE = (
    ("because", "of"), ("due", "to"), ("as", "a", "result", "of"), ("thanks", "to"), ("owing", "to"),
    ("as", "a", "consequence", "of"), ("on", "account", "of"), ("in", "response", "to"), ("in", "reaction", "to"),
    ("by", "virtue", "of"), ("under", "the", "pressure", "of"), ("under", "pressure", "from"),
)  # fmt: skip


def linked(
    causes: list[Thing],
    effects: list[Thing],
    sign: int,
    signal: list[Word],
    modality: Modality | None = None,
    *,
    negated: bool = False,
) -> Link:
    """The link whose predicate is the signal's first word."""
    lets = signal[0].lemma in entries("letting", "verbs")  # its denial has turned its sign
    return Link(
        causes, effects, sign, signal, signal[0], modality, negated=True if negated else False if lets else None
    )


class Openers(Verbs):
    """Reads statements whose first word is no name."""

    def _the_more(self, at: int) -> tuple[list[Link], int] | None:
        first = self._compared(at)
        if first is None:
            return None
        at = first[1] + 1 if self._is(first[1], ",") else first[1]
        second = self._compared(at)
        if second is None:
            return None
        return [linked(first[0], second[0], 1, self._words[at : at + 2])], second[1]

    def _compared(self, at: int) -> tuple[list[Thing], int] | None:
        """ "The more blims (there are)", "the more blims rise", "the higher the blims"."""
        if not self._is(at, "the") or at + 1 >= len(self._lower) or self._lower[at + 1] not in self._known.levels:
            return None
        sign = self._known.levels[self._lower[at + 1]]
        found = self._name(at + 2)
        if found is None:
            return None
        thing, end = replace(found[0], words=tuple(self._words[at : found[1]])), found[1]
        move = self._move(end)
        if move is not None:
            sign, end = sign * move[0], move[1]
        elif self._is(end, "there") and self._is(end + 1, *BE):
            end += 2
        elif self._is(end, *BE):
            end += 1
        return [replace(thing, direction=thing.direction * sign)], end

    def _when_first(self, at: int) -> tuple[list[Link], int] | None:
        """ "When blims rise, gorps fall"."""
        if not self._is(at, "when", "if", "as", "whenever", "once", "where", "because", "since", "wherever"):
            return None
        marker = self._words[at]
        modality = Modality.CONDITIONAL if marker.lower == "if" else None
        first = self._moving(at + 1)
        if first is None:
            return None
        then = first[1]
        while self._is(then, ",", "then", "so", "too"):
            then += 1
        then = self._adverbs(then)
        second = self._moving(then) or self._so_do(first[0], then)
        if second is None:
            return None
        return [linked(first[0], second[0], 1, [marker], modality)], second[1]

    def _so_do(self, moved: list[Thing], at: int) -> tuple[list[Thing], int] | None:
        """ "So do gorps", after "as blims fall": the gorps move the same way."""
        if not self._is(at, "do", "does", "did", "will", "would"):
            return None
        found = self.names(at + 1)
        return ([replace(t, direction=t.direction * moved[0].direction) for t in found[0]], found[1]) if found else None

    def _because_first(self, at: int) -> tuple[list[Link], int] | None:
        """ "Because of blims, gorps rise"; "without blims, gorps fall"."""
        head = self._because(at)
        if head is None:
            return None
        end, sign = head
        self._listing = True
        first = self.names(end)
        self._listing = False
        if first is None:
            return None
        then = first[1] + 1 if self._is(first[1], ",") else first[1]
        second = self._moving(then)
        if second is None:
            return None
        return [linked(first[0], second[0], sign, self._words[at:end])], second[1]

    def _because(self, at: int) -> tuple[int, int] | None:
        for phrase in _BECAUSE:
            after = self._skip(at, *phrase)
            if after is not None:
                return after, 1
        if self._is(at, "without"):
            return at + 1, -1
        return (at + 1, 1) if self._is(at, "with", "through") and at == 0 else None

    def _with_comes(self, at: int) -> tuple[list[Link], int] | None:
        """ "With less blims come more gorps"."""
        if not self._is(at, "with", "from"):
            return None
        first = self.names(at + 1)
        if first is None:
            return None
        comes = first[1] + 1 if self._is(first[1], ",") else first[1]
        if not self._is(comes, "come", "comes", "came", "follow", "follows"):
            return None
        second = self.names(comes + 1)
        if second is None:
            return None
        return [linked(first[0], second[0], 1, [self._words[at], self._words[comes]])], second[1]

    def _effect_of(self, at: int) -> tuple[list[Link], int] | None:
        """ "The effect of blims on gorps is negative"."""
        start = at
        at = self._skip(at, "the") or at
        sign = self._known.adjectives.get(self._lower[at], 0) if at < len(self._lower) else 0
        at += bool(sign)
        if not self._is(at, "effect", "impact", "influence") or not self._is(at + 1, "of"):
            return None
        cause = self._plain_names(at + 2, "on")
        if cause is None or not self._is(cause[1], "on"):
            return None
        effect = self.names(cause[1] + 1)
        if effect is None:
            return None
        end = effect[1]
        if self._is(end, *BE) and end + 1 < len(self._lower):
            after = self._adverbs(end + 1)
            if after < len(self._lower) and self._lower[after] in self._known.adjectives:
                sign, end = self._known.adjectives[self._lower[after]], after + 1
        return [linked(cause[0], effect[0], sign, self._words[start : at + 1])], end

    def _plain_names(self, at: int, stop: str) -> tuple[list[Thing], int] | None:
        """Names that do not swallow the preposition ``stop``."""
        if stop not in self._lower[at:]:
            return None
        until = self._lower.index(stop, at)
        inner = type(self)(self._words[at:until]).names(0)
        return (inner[0], until) if inner is not None and inner[1] == until - at else None
