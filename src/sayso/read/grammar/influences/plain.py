"""Plain causal statements by their surface: "fewer blims lead to more gorps", "the more tuvs, the less wibs".

A parser trained on news mistakes words it has never seen, so a sentence that is nothing but causal vocabulary, function words
and short names is read by a small grammar over its words alone. The grammar either explains the whole sentence, to its last
word, or says nothing and leaves the sentence to the tree.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from sayso.core.claim import Modality
from sayso.lexicon.table import table
from sayso.read.grammar.influences.link import Link
from sayso.read.grammar.influences.signals import AGENT, Frame, vocabulary
from sayso.read.grammar.influences.thing import Thing
from sayso.read.parse import Sentence, Word

_LONGEST = 60  # words of a sentence this grammar tries
_LONGEST_NAME = 4
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "get", "gets", "got"})
_HELD = frozenset({"remain", "remains", "become", "becomes", "became"})
_NOT = frozenset({"not", "n't", "never"})
_THEN = frozenset({"then", "in", "turn"})
_PLACE = {"of", "in", "for", "on", "from", "to", "with", "between", "among"}


@cache
def _closed() -> frozenset[str]:
    return frozenset(table("causal")["function"]["words"])


@cache
def _auxiliaries() -> frozenset[str]:
    return frozenset(table("causal")["function"]["auxiliaries"])


@cache
def _determiners() -> frozenset[str]:
    return frozenset(table("causal")["function"]["determiners"])


@dataclass(slots=True)
class _Verb:
    frame: Frame
    words: list[Word]
    negated: bool


def by_surface(sentence: Sentence) -> list[Link] | None:
    """The influences of a plain statement, or ``None`` if the sentence is not one from beginning to end."""
    words = sentence.words
    while words and words[-1].text in ".!;":
        words = words[:-1]
    if not 3 <= len(words) <= _LONGEST:
        return None
    return _Statement(words).read()


class _Statement:
    """One reading of one sentence. Every ``_x(at)`` returns what stands at word ``at`` and where it ends, or ``None``."""

    def __init__(self, words: list[Word]) -> None:
        self._words = words
        self._lower = [word.lower for word in words]
        self._known = vocabulary()
        self._listing = False  # whether the names being read are a verb's objects

    def read(self) -> list[Link] | None:
        links: list[Link] = []
        at = self._adverbs(self._opening(0))
        while at < len(self._words):
            found = self._clause(at)
            if found is None:
                return None
            more, at = found
            links += more
            at = self._continued(links, at)
            if at < len(self._words):
                joined = self._joint(at)
                if joined is None:
                    return None
                at = joined
        return links or None

    # words

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
            here = self._lower[at]
            after = self._skip(at, "in", "turn")
            if after is not None:
                at = after
            elif (
                here.endswith("ly")
                and here not in self._known.forms
                or here
                in (
                    "also",
                    "then",
                    "thus",
                    "therefore",
                    "thereby",
                    "hence",
                    "often",
                    "even",
                    "further",
                    "both",
                    "either",
                    "sometimes",
                    "usually",
                    "always",
                    "eventually",
                    "so",
                )
            ):
                at += 1
            elif here == "," and at > start:
                at += 1
            else:
                break
        return at

    def _opening(self, at: int) -> int:
        for opening in (
            ("as", "a", "result"),
            ("in", "turn"),
            ("as", "a", "consequence"),
            ("in", "this", "world"),
            ("in", "addition"),
            ("moreover",),
            ("finally",),
            ("meanwhile",),
            ("at", "the", "same", "time"),
        ):
            after = self._skip(at, *opening)
            if after is not None:
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

    # things

    def _name(self, at: int) -> tuple[Thing, int] | None:
        """A noun phrase: determiners, direction words, one to four content words, a complement with "of" or the like."""
        start, sign = at, 1
        while at < len(self._lower) and (
            self._lower[at] in _determiners() or self._lower[at] in self._known.levels or self._grown(at)
        ):
            sign *= self._known.levels.get(self._lower[at], 1)
            at += 1
        if (verb := self._gerund(at)) is not None:
            inner = self._name(at + 1)
            if inner is not None:
                return replace(
                    inner[0], words=tuple(self._words[start : inner[1]]), direction=sign * verb * inner[0].direction
                ), inner[1]
        moved = self._movement_noun(at)
        if moved is not None and self._is(at + 1, "in", "of", "to") and (inner := self._name(at + 2)) is not None:
            return replace(
                inner[0], words=tuple(self._words[start : inner[1]]), direction=sign * moved * inner[0].direction
            ), inner[1]
        if at == start + 1 and self._lower[start] in ("this", "that", "these", "those") and not self._content(at):
            return Thing((self._words[start],), self._lower[start]), at
        if self._is(at, "it", "they", "them"):
            return Thing((self._words[at],), self._lower[at]), at + 1
        first = at
        while at < len(self._lower) and at - first < _LONGEST_NAME and self._content(at, first):
            at += 1
        if at == first:
            return None
        last = at
        moved = (
            self._movement_noun(at - 1)
            if at - first >= 2
            else self._movement_noun(at)
            if at < len(self._lower) and self._lower[at] in self._known.nouns and self._ends(at + 1)
            else None
        )
        if moved is not None and at - first >= 2 and self._movement_noun(at - 1):
            sign, last = sign * moved, at - 1
        if self._is(at, *_PLACE) and last == at and (tail := self._name_tail(at + 1)) is not None:
            at = last = tail
        name = "".join(w.text + (" " if w.spaced else "") for w in self._words[first:last]).strip()
        return Thing(tuple(self._words[start:at]), name, sign), at

    def _grown(self, at: int) -> bool:
        """ "ever", "much" and the like before a direction word."""
        return (
            self._is(at, "ever", "much", "even", "far", "many")
            and at + 1 < len(self._lower)
            and self._lower[at + 1] in self._known.levels
        )

    def _ends(self, at: int) -> bool:
        return at >= len(self._lower)

    def _name_tail(self, at: int) -> int | None:
        while at < len(self._lower) and self._lower[at] in _determiners():
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
        if not word[0].isalpha() or word in _closed() or word in _auxiliaries() or word in _determiners():
            return False
        if word.endswith("ly") and len(word) > 4:
            return False
        if word in self._known.forms:
            lemma = self._known.forms[word]
            as_noun = (
                self._movement_noun(at) is not None and first is not None and at > first and not self._content(at + 1)
            )
            as_noun = as_noun and not (lemma in self._known.moves and self._after_move(at + 1))
            return as_noun
        return True

    def _after_move(self, at: int) -> bool:
        """Whether a sentence could go on here after an intransitive verb."""
        return at >= len(self._lower) or self._lower[at] in (
            ",",
            ".",
            ";",
            "as",
            "when",
            "if",
            "because",
            "whenever",
            "due",
            "and",
            "with",
            "once",
            "while",
            "then",
            "after",
            "where",
        )

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
            if after is None and ahead == at:
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
            or (self._is(at, *_BE) and not self._is(at + 1, ","))
        )

    # verbs

    def _verb(self, at: int) -> tuple[_Verb, int] | None:
        """An active causal verb with its auxiliaries and its tail."""
        at, negated = self._helpers(at)
        if at >= len(self._lower):
            return None
        frames = self._known.frames.get(self._known.forms.get(self._lower[at], ""), ())
        for frame in frames:
            end = self._tail(at + 1, frame)
            if end is not None:
                return _Verb(frame, self._words[at:end], negated), end
        return None

    def _helpers(self, at: int) -> tuple[int, bool]:
        negated = False
        while at < len(self._lower):
            here = self._lower[at]
            if here in _NOT:
                negated = True
                at += 1
            elif here in _auxiliaries() and not (here in _BE):
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
            ):
                at += 1
            elif (
                here in _BE
                and at + 1 < len(self._lower)
                and self._lower[at + 1].endswith("ing")
                and self._lower[at + 1] in self._known.forms
            ):
                at += 1
            else:
                ahead = self._adverbs(at)
                if ahead == at or self._is(at, "in") and self._skip(at, "in", "turn") is None:
                    break
                at = ahead
        return at, negated

    def _tail(self, at: int, frame: Frame) -> int | None:
        for part in frame.tail:
            while (
                at < len(self._lower)
                and (
                    self._lower[at] in _determiners()
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
        at, negated = self._helpers(at)
        if at >= len(self._lower):
            return None
        sign: int | None = None
        name = self._known.forms.get(self._lower[at], "")
        if at + 1 < len(self._lower) and (name, self._lower[at + 1]) in self._known.move_particles:
            sign, at = self._known.move_particles[name, self._lower[at + 1]], at + 2
        elif name in self._known.moves:
            sign, at = self._known.moves[name], at + 1
        elif self._is(at, *_BE, *_HELD, "become", "becomes", "grow", "grows", "stay", "stays"):
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

    # statements

    def _clause(self, at: int) -> tuple[list[Link], int] | None:
        shapes: tuple[Callable[[int], tuple[list[Link], int] | None], ...] = (
            self._the_more, self._when_first, self._because_first, self._with_comes, self._effect_of, self._subject_first,
        )  # fmt: skip
        for shape in shapes:
            found = shape(at)
            if found is not None:
                return found
        return None

    def _moving(self, at: int) -> tuple[list[Thing], int] | None:
        """ "Blims rise" or "there are more blims"."""
        if self._is(at, "there") and self._is(at + 1, *_BE):
            found = self.names(at + 2)
            return found
        found = self.names(at)
        if found is None:
            return None
        move = self._move(found[1])
        if move is None:
            return None
        sign, end = move
        return [replace(t, direction=t.direction * sign, words=(*t.words,)) for t in found[0]], end

    def _the_more(self, at: int) -> tuple[list[Link], int] | None:
        first = self._compared(at)
        if first is None:
            return None
        at = first[1] + 1 if self._is(first[1], ",") else first[1]
        second = self._compared(at)
        if second is None:
            return None
        return [self._link(first[0], second[0], 1, self._words[at : at + 2])], second[1]

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
        elif self._is(end, "there") and self._is(end + 1, *_BE):
            end += 2
        elif self._is(end, *_BE):
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
        second = self._moving(then)
        if second is None:
            return None
        return [self._link(first[0], second[0], 1, [marker], modality)], second[1]

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
        return [self._link(first[0], second[0], sign, self._words[at:end])], second[1]

    def _because(self, at: int) -> tuple[int, int] | None:
        for phrase in (
            ("because", "of"),
            ("due", "to"),
            ("as", "a", "result", "of"),
            ("thanks", "to"),
            ("owing", "to"),
            ("as", "a", "consequence", "of"),
            ("on", "account", "of"),
        ):
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
        return [self._link(first[0], second[0], 1, [self._words[at], self._words[comes]])], second[1]

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
        if self._is(end, *_BE) and end + 1 < len(self._lower):
            after = self._adverbs(end + 1)
            if after < len(self._lower) and self._lower[after] in self._known.adjectives:
                sign, end = self._known.adjectives[self._lower[after]], after + 1
        return [self._link(cause[0], effect[0], sign, self._words[start : at + 1])], end

    def _plain_names(self, at: int, stop: str) -> tuple[list[Thing], int] | None:
        """Names that do not swallow the preposition ``stop``."""
        if stop not in self._lower[at:]:
            return None
        until = self._lower.index(stop, at)
        inner = _Statement(self._words[at:until]).names(0)
        return (inner[0], until) if inner is not None and inner[1] == until - at else None

    def _subject_first(self, at: int) -> tuple[list[Link], int] | None:
        self._listing = False
        subject = self.names(at)
        if subject is None:
            return None
        causes, after = subject
        for shape in (self._passive, self._equated, self._active, self._moved_because):
            found = shape(causes, after)
            if found is not None:
                return found
        return None

    def _active(self, causes: list[Thing], at: int) -> tuple[list[Link], int] | None:
        verb = self._verb(at)
        if verb is None:
            return self._made(causes, at)
        found = self._objects(verb[1])
        if found is None:
            return None
        effects, end = found
        if verb[0].frame.rank > AGENT and any(self._person(thing) for thing in causes):
            return None
        sign = self._adjusted(verb[0])
        pair = (effects, causes) if verb[0].frame.reverse else (causes, effects)
        return [self._link(*pair, sign, verb[0].words, negated=verb[0].negated)], end

    def _person(self, thing: Thing) -> bool:
        """Whether the name is one of people; an unknown name is taken for a thing."""
        if thing.variable in ("they", "them", "it"):
            return False
        word = next((word for word in thing.words if word.text == thing.variable.rsplit(" ", 1)[-1]), thing.words[-1])
        return (
            word.ent in ("GPE", "NORP")
            or word.lemma.lower() in self._known.agents
            or word.lower.rstrip("s") in self._known.agents
        )

    def _adjusted(self, verb: _Verb) -> int:
        for word in verb.words:
            if word.lower in self._known.adjectives:
                return self._known.adjectives[word.lower]
        return verb.frame.sign

    def _objects(self, at: int) -> tuple[list[Thing], int] | None:
        """The names after a verb, with "to rise" or "rise" after them where the verb lets or makes them move."""
        self._listing = True
        found = self.names(at)
        self._listing = False
        if found is None:
            return None
        things, end = found
        to = end + 1 if self._is(end, "to") else end
        move = self._move(to) if to > end else None
        if move is not None:
            return [replace(t, direction=t.direction * move[0]) for t in things], move[1]
        return things, end

    def _made(self, causes: list[Thing], at: int) -> tuple[list[Link], int] | None:
        """ "Blims make gorps rise", "blims make gorps scarcer"."""
        at, negated = self._helpers(at)
        if not self._is(at, "make", "makes", "made", "making", "let", "lets"):
            return None
        self._listing = False
        effect = self.names(at + 1)
        if effect is None:
            return None
        move = self._move(effect[1])
        if move is not None:
            sign, end = move
        elif effect[1] < len(self._lower):
            word = self._lower[effect[1]]
            sign, end = self._known.states.get(word) or self._known.levels.get(word) or 0, effect[1] + 1
        else:
            return None
        return ([self._link(causes, effect[0], sign, [self._words[at]], negated=negated)], end) if sign else None

    def _passive(self, effects: list[Thing], at: int) -> tuple[list[Link], int] | None:
        """ "Gorps are driven by blims"."""
        at, negated = self._helpers(at)
        if not self._is(at, *_BE):
            return None
        while self._is(at, *_BE):
            at += 1
        at, also = self._helpers(at)
        if at >= len(self._lower):
            return None
        frames = self._known.frames.get(self._known.forms.get(self._lower[at], ""), ())
        for frame in frames:
            end = self._tail(at + 1, frame)
            if end is None or frame.reverse or not self._is(self._adverbs(end), "by"):
                continue
            end = self._adverbs(end)
            found = self._objects(end + 1)
            if found is not None:
                return [
                    self._link(found[0], effects, frame.sign, self._words[at : end + 1], negated=negated or also)
                ], found[1]
        return None

    def _equated(self, first: list[Thing], at: int) -> tuple[list[Link], int] | None:
        """ "Blims are a cause of gorps", "gorps are the result of blims"."""
        at, negated = self._helpers(at)
        if not self._is(at, *_BE):
            return None
        at += 1
        while at < len(self._lower) and (
            self._lower[at] in _determiners()
            or self._lower[at] in ("main", "key", "major", "chief", "principal", "direct", "primary", "great", "not")
        ):
            at += 1
        if at >= len(self._lower):
            return None
        nouns = table("causal")["noun"]
        for key, reverse in (("of_cause", False), ("of_effect", True)):
            word = self._lower[at]
            mark = nouns[key].get(word) or (nouns[key].get(word[:-1]) if word.endswith("s") else None)
            if mark is None or not self._is(at + 1, "of", "for", "behind", "to", "from"):
                continue
            found = self.names(at + 2)
            if found is None:
                return None
            pair = (found[0], first) if reverse else (first, found[0])
            return [self._link(*pair, {"+": 1, "-": -1, "?": 0}[mark], [self._words[at]], negated=negated)], found[1]
        return None

    def _moved_because(self, effects: list[Thing], at: int) -> tuple[list[Link], int] | None:
        """ "Gorps rise when blims fall", "gorps rise because of blims"."""
        move = self._move(at)
        if move is None:
            return None
        sign, end = move
        moved = [replace(t, direction=t.direction * sign) for t in effects]
        end = end + 1 if self._is(end, ",") else end
        head = self._because(end)
        if head is not None and (found := self.names(head[0])) is not None:
            return [self._link(found[0], moved, head[1], self._words[end : head[0]])], found[1]
        if (
            self._is(end, "when", "if", "as", "whenever", "because", "once", "where", "since")
            and (cause := self._moving(end + 1)) is not None
        ):
            modality = Modality.CONDITIONAL if self._is(end, "if") else None
            return [self._link(cause[0], moved, 1, [self._words[end]], modality)], cause[1]
        if self._is(end, "with") and (found := self.names(end + 1)) is not None:
            return [self._link(found[0], moved, 1, [self._words[end]])], found[1]
        return None

    # what follows a statement

    def _continued(self, links: list[Link], at: int) -> int:
        """Chains: ", which lowers Z", ", thereby lowering Z", "and lowers Z", "and thereby to Z"."""
        while at < len(self._lower):
            found = self._which(links[-1], at) or self._and_verb(links[-1], at) or self._and_to(links[-1], at)
            if found is None:
                return at
            link, at = found
            links.append(link)
        return at

    def _which(self, link: Link, at: int) -> tuple[Link, int] | None:
        ahead = at + 1 if self._is(at, ",") else at
        ahead = ahead + 1 if self._is(ahead, "and", "-", "--", "—", "–") else ahead
        if not self._is(ahead, "which", "that", "this", "these"):
            return None
        verb = self._adverbs(ahead + 1)
        plural = link.effects[-1].variable.endswith("s") or len(link.effects) > 1
        singular = verb < len(self._lower) and self._lower[verb].endswith("s")
        whole = self._is(ahead, "this", "that") or (plural and singular)
        found = self._active(_happening(link) if whole else _as_named(link), verb)
        return (found[0][0], found[1]) if found is not None else None

    def _and_verb(self, link: Link, at: int) -> tuple[Link, int] | None:
        """ "… and lowers Z" has the same subject; ", lowering Z" and "and in turn lowers Z" go on from the effect."""
        ahead = at + 1 if self._is(at, ",") else at
        joined = self._is(ahead, "and", "but", "or", "while", "then")
        ahead = ahead + 1 if joined else ahead
        after = self._adverbs(ahead)
        onward = any(word in self._lower[ahead:after] for word in ("turn", "thereby", "thus", "hence", "then", "so"))
        if not joined and not (after < len(self._lower) and self._lower[after].endswith("ing")):
            return None
        found = self._active(_happening(link) if onward else link.causes, after)
        return (found[0][0], found[1]) if found is not None else None

    def _and_to(self, link: Link, at: int) -> tuple[Link, int] | None:
        """ "X leads to Y and thereby to Z"."""
        ahead = at + 1 if self._is(at, ",") else at
        ahead = ahead + 1 if self._is(ahead, "and") else ahead
        after = self._adverbs(ahead)
        last = link.signal[-1]
        if ahead == at or not self._is(after, last.lower) or last.lower not in ("to", "in"):
            return None
        found = self.names(after + 1)
        if found is None:
            return None
        onward = after > ahead
        causes = _happening(link) if onward else link.causes
        return self._link(causes, found[0], link.sign, link.signal), found[1]

    def _link(
        self,
        causes: list[Thing],
        effects: list[Thing],
        sign: int,
        signal: list[Word],
        modality: Modality | None = None,
        negated: bool = False,
    ) -> Link:
        return Link(causes, effects, sign, signal, signal[0], modality, True if negated else None)


def _as_named(link: Link) -> list[Thing]:
    """The effects as mere names: "Y, which lowers Z" is about Y itself."""
    return [replace(thing, direction=1) for thing in link.effects]


def _happening(link: Link) -> list[Thing]:
    """The effects as the statement leaves them: "X lowers Y and thereby raises Z" is about less Y."""
    return [replace(thing, direction=thing.direction * (link.sign or 1)) for thing in link.effects]
