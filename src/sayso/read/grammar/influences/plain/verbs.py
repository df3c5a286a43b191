"""Verbs in a plain statement, and lists of names, which end where a verb shows that a new statement has begun."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.read.grammar.influences.plain.line import BE, auxiliaries, determiners
from sayso.read.grammar.influences.plain.names import Names
from sayso.read.grammar.influences.signals import Frame, entries
from sayso.read.grammar.influences.thing import Thing
from sayso.read.parse import Word

_HELD = frozenset({"remain", "remains", "become", "becomes", "became", "grow", "grows", "stay", "stays"})
_NOT = frozenset({"not", "n't", "never"})


@dataclass(slots=True)
class Verb:
    """A causal verb with the words of its frame."""

    frame: Frame
    words: list[Word]
    negated: bool


class Verbs(Names):
    """Reads verbs and lists of names."""

    def names(self, at: int) -> tuple[list[Thing], int] | None:
        """Names coordinated by commas, "and", "or", "as well as"."""
        at = self._skip(at, "both") or at
        found = self._name(at)
        if found is None:
            return None
        things, at = [found[0]], found[1]
        while True:
            ahead = at
            while self._is(ahead, ","):
                ahead += 1
            after = self._skip(ahead, "as", "well", "as") or self._skip(ahead, "and") or self._skip(ahead, "or")
            if (after is None and ahead == at) or self._is(after or ahead, "vice"):
                return things, at
            following = self._name(after or ahead)
            if (
                following is None
                or self._predicate_after(following[1])
                or (self._listing and self._gerund(after or ahead))
            ):
                return things, at
            things.append(following[0])
            at = following[1]

    def _predicate_after(self, at: int) -> bool:
        """Whether a verb follows while the list already has its own verb: then the name begins a new statement."""
        return self._listing and (
            self._verb(at) is not None
            or self._move(at) is not None
            or (self._is(at, *BE) and not self._is(at + 1, ","))
        )

    def _verb(self, at: int) -> tuple[Verb, int] | None:
        """An active causal verb with its auxiliaries and its tail."""
        at, negated = self._auxiliaries(at)
        if at >= len(self._lower):
            return None
        frames = self._known.frames.get(self._known.forms.get(self._lower[at], ""), ())
        for frame in frames:
            end = self._tail(at + 1, frame)
            if end is not None:
                denied = frame.tail != () and "no" in self._lower[at + 1 : end]
                if negated and frame.verb in entries("letting", "verbs"):  # what it does not let be, it prevents
                    frame, negated = replace(frame, sign=-frame.sign), False
                return Verb(frame, self._words[at:end], negated or denied), end
        return None

    def _auxiliaries(self, at: int) -> tuple[int, bool]:
        negated = False
        while at < len(self._lower):
            here = self._lower[at]
            if here in _NOT or self._skip(at, "no", "longer"):
                negated = True
                at += 1 if here in _NOT else 2
            elif here in auxiliaries() and here not in BE:
                at += 1
            elif here in (
                "tend",
                "tends",
                "seem",
                "seems",
                "help",
                "helps",
                "serve",
                "serves",
                "continue",
                "continues",
            ) and self._is(at + 1, "to"):
                at += 2
            elif (
                self._is(at, "help", "helps")
                and at + 1 < len(self._lower)
                and self._lower[at + 1] in self._known.frames
            ) or (
                here in BE
                and at + 1 < len(self._lower)
                and self._lower[at + 1].endswith("ing")
                and self._lower[at + 1] in self._known.forms
            ):
                at += 1
            else:
                ahead = self._adverbs(at)
                if ahead == at or (self._is(at, "in") and self._skip(at, "in", "turn") is None):
                    break
                at = ahead
        return at, negated

    def _tail(self, at: int, frame: Frame) -> int | None:
        for part in frame.tail:
            while (
                at < len(self._lower)
                and (
                    self._lower[at] in determiners()
                    or self._lower[at] == "no"
                    or self._lower[at] in self._known.adjectives
                    or self._lower[at].endswith("ly")
                )
                and self._lower[at] != part
            ):
                at += 1
            if not self._is(at, part):
                return None
            at += 1
        return at

    def _move(self, at: int) -> tuple[int, int] | None:
        """A verb of movement without an object, or "is higher": (direction, end)."""
        at, negated = self._auxiliaries(at)
        if at >= len(self._lower):
            return None
        sign: int | None = None
        name = self._known.forms.get(self._lower[at], "")
        if at + 1 < len(self._lower) and (name, self._lower[at + 1]) in self._known.move_particles:
            sign, at = self._known.move_particles[name, self._lower[at + 1]], at + 2
        elif name in self._known.moves:
            sign, at = self._known.moves[name], at + 1
        elif self._is(at, *BE, *_HELD, "become", "becomes", "grow", "grows", "stay", "stays"):
            ahead = at + 1
            while self._is(ahead, "more", "very", "much"):
                ahead += 1
            if ahead < len(self._lower):
                sign = self._known.states.get(self._lower[ahead]) or self._known.levels.get(self._lower[ahead])
                at = ahead + 1
        if not sign:
            return None
        at = self._adverbs(at)
        return (-sign if negated else sign), at - 1 if at > 0 and self._is(at - 1, ",") else at

    def _moving(self, at: int) -> tuple[list[Thing], int] | None:
        """ "Blims rise" or "there are more blims"."""
        if self._is(at, "there"):
            to, _ = self._auxiliaries(at + 1)
            self._listing = True
            found = self.names(to + 1) if self._is(to, *BE) else None
            self._listing = False
            return found
        found = self.names(at)
        if found is None:
            return None
        move = self._move(found[1])
        if move is None:
            return None
        sign, end = move
        return [replace(t, direction=t.direction * sign, words=(*t.words,)) for t in found[0]], end
