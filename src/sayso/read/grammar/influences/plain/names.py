"""Names in a plain statement: determiners, direction words, a few content words, a complement."""

from __future__ import annotations

from dataclasses import replace

from sayso.lexicon.table import words
from sayso.read.grammar.influences.plain.line import BE, Line, auxiliaries, determiners, function_words
from sayso.read.grammar.influences.thing import Thing

_LONGEST_NAME = 4
_HELPING = frozenset({"help", "tend", "serve", "let", "make", "be", "have"})
_PLACE = ("of", "in", "for", "on", "from", "to", "with", "between", "among")
_AFTER_MOVE = (
    ",", ".", ";", "as", "when", "if", "because", "whenever", "due", "and", "with", "once", "while", "then", "after", "where",
)  # fmt: skip


class Names(Line):
    """Reads one name at a time."""

    def _name(self, at: int) -> tuple[Thing, int] | None:
        """A noun phrase: determiners, direction words, one to four content words, a complement with "of" or the like."""
        start, sign = at, 1
        while at < len(self._lower) and self._before_name(at):
            if at == start + 1 and self._lower[start] in ("this", "these") and self._lower[at] in self._known.forms:
                break  # "this raised prices"
            sign *= self._known.levels.get(self._lower[at], 1)
            at += 1
        inner = self._inner(at)
        if inner is not None:
            thing, end, moved = inner
            said = tuple(self._words[start:end])
            return replace(thing, words=said, direction=sign * moved * thing.direction), end
        return self._pronoun(start, at) or self._bare(start, at, sign)

    def _before_name(self, at: int) -> bool:
        word = self._lower[at]
        return word in determiners() or word in self._known.levels or self._grown(at)

    def _inner(self, at: int) -> tuple[Thing, int, int] | None:
        """What follows "cutting" or "a rise in", where it ends, and which way it moves."""
        gerund = self._gerund(at)
        if gerund is not None and (found := self._name(at + 1)) is not None:
            return *found, gerund
        moved = self._movement_noun(at)
        if moved is None and at < len(self._lower) and self._is(at + 1, "in"):
            moved = self._known.nouns_in.get(self._lower[at])
        if moved is not None and self._of_what(at) and (found := self._name(at + 2)) is not None:
            return *found, moved
        return None

    def _of_what(self, at: int) -> bool:
        """Whether the next word opens what there is more or less of; "shortages in clinics" is no want of clinics."""
        standing = self._words[at].lemma.lower() in words("variables", "standing")
        return self._is(at + 1, "of", "to") or (self._is(at + 1, "in") and not standing)

    def _pronoun(self, start: int, at: int) -> tuple[Thing, int] | None:
        if at == start + 1 and self._lower[start] in ("this", "that", "these", "those") and not self._content(at):
            return Thing((self._words[start],), self._lower[start]), at
        if self._is(at, "it", "they", "them"):
            return Thing((self._words[at],), self._lower[at]), at + 1
        return None

    def _bare(self, start: int, at: int, sign: int) -> tuple[Thing, int] | None:
        """The content words, without a last one that says they move ("blim growth")."""
        first = at
        while at < len(self._lower) and at - first < _LONGEST_NAME and self._content(at, first):
            at += 1
        if at == first:
            return None
        last = at
        moved = self._movement_last(at - 1) if at - first >= 2 else None
        if moved is not None:
            sign, last = sign * moved, at - 1
        if self._is(at, *_PLACE) and last == at and (tail := self._name_tail(at + 1)) is not None:
            at = last = tail
        name = "".join(w.text + (" " if w.spaced else "") for w in self._words[first:last]).strip()
        return Thing(tuple(self._words[start:at]), name, sign), at

    def _grown(self, at: int) -> bool:
        """ "ever", "much" and the like before a direction word."""
        return (
            self._is(at, "ever", "much", "even", "far", "many", "too", "so")
            and at + 1 < len(self._lower)
            and self._lower[at + 1] in self._known.levels
        )

    def _name_tail(self, at: int) -> int | None:
        while at < len(self._lower) and self._lower[at] in determiners():
            at += 1
        first = at
        while at < len(self._lower) and at - first < 2 and self._content(at, first):
            at += 1
        return at if at > first else None

    def _movement_noun(self, at: int) -> int | None:
        if at >= len(self._lower):
            return None
        word = self._lower[at]
        return (
            self._known.nouns.get(word)
            or (self._known.nouns.get(word[:-1]) if word.endswith("s") else None)
            or (1 if word in self._known.measures else None)
        )

    def _movement_last(self, at: int) -> int | None:
        """Which way the things before this word move: "a price rise", but no direction in "power cuts"."""
        word, known = self._lower[at], self._known.nouns_last
        return known.get(word) or (known.get(word[:-1]) if word.endswith("s") else None)

    def _gerund(self, at: int) -> int | None:
        if at >= len(self._lower) or not self._lower[at].endswith("ing"):
            return None
        frames = self._known.frames.get(self._known.forms.get(self._lower[at], ""), ())
        frame = next((f for f in frames if not f.tail and f.sign and not f.reverse), None)
        return frame.sign if frame is not None else None

    def _content(self, at: int, first: int | None = None) -> bool:
        """Whether the word can be part of a name: letters, no function word, and no verb that the statement needs."""
        if at >= len(self._lower):
            return False
        word = self._lower[at]
        if not word[0].isalpha() or word in function_words() or word in auxiliaries() or word in determiners():
            return False
        if word.endswith("ly") and self._words[at].pos == "ADV" and word not in words("variables", "qualities"):
            return False
        if word in self._known.levels and first is not None and at > first:
            return False
        if word in self._known.forms:
            return self._noun_here(at) if first is not None and at > first else self._compounded(at)
        return True

    def _compounded(self, at: int) -> bool:
        """Whether a word that may be a verb begins a compound name: "water levels", "fuel prices"."""
        if self._words[at].pos != "NOUN" or self._words[at].dep != "compound" or self._is(at - 1, "and", "or", ","):
            frames = self._known.frames.get(self._known.forms[self._lower[at]], ())
            if self._words[at].pos != "NOUN" or any(not frame.tail for frame in frames):
                return False
        return self._words[at].tag in ("NN", "NNP") and self._content(at + 1, at)

    def _noun_here(self, at: int) -> bool:
        """Whether a word that may be a verb ends a name here: another verb follows, or the name is an object and closes."""
        tagged = self._words[at].pos == "NOUN"
        known = self._movement_noun(at) is not None
        verb = self._known.forms[self._lower[at]]
        if self._is(at + 1, *determiners()) or verb in _HELPING:
            return False
        if any(frame.tail and self._is(at + 1, frame.tail[0]) for frame in self._known.frames.get(verb, ())):
            return False
        if self._predicate(at + 1):
            return tagged or known or self._lower[at].endswith("s")
        moves = verb in self._known.moves and self._after_move(at + 1)
        return (tagged or known) and not self._content(at + 1) and (self._governed or not moves)

    def _predicate(self, at: int) -> bool:
        """Whether a verb stands here that no direction word can be taken for."""
        if at >= len(self._lower) or (self._lower[at] in self._known.levels and self._words[at].pos != "VERB"):
            return False
        word = self._lower[at]
        return (word in self._known.forms and not word.endswith("ing")) or word in auxiliaries() or word in BE

    def _after_move(self, at: int) -> bool:
        """Whether a sentence could go on here after an intransitive verb."""
        if self._is(at, "in") and self._is(at + 1, "response", "reaction", "turn"):
            return True
        return at >= len(self._lower) or self._lower[at] in _AFTER_MOVE
