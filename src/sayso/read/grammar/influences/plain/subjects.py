"""Plain statements that open with a name: "X raises Y", "Y is driven by X", "X is a cause of Y", "Y falls when X rises"."""

from __future__ import annotations

from dataclasses import replace

from sayso.core.claim import Modality
from sayso.lexicon.table import table
from sayso.read.grammar.influences.link import Link
from sayso.read.grammar.influences.plain.line import BE, determiners
from sayso.read.grammar.influences.plain.openers import Openers, linked
from sayso.read.grammar.influences.plain.verbs import Verb
from sayso.read.grammar.influences.signals import AGENT, EVENT, SIGNS
from sayso.read.grammar.influences.thing import Thing

_PARTICLES = (("up",), ("down",), ("off",), ("back",), ("out",))
_MAKING = (
    "make",
    "makes",
    "made",
    "making",
    "let",
    "lets",
    "keep",
    "keeps",
    "kept",
    "leave",
    "leaves",
    "left",
    "render",
    "renders",
)
_THEREFORE = (
    ("so",), ("as", "a", "result"), ("as", "a", "consequence"), ("consequently",), ("therefore",), ("thus",), ("hence",),
    ("accordingly",), ("that", "is", "why"), ("which", "is", "why"), ("and", "so"),
)  # fmt: skip


class Subjects(Openers):
    """Reads statements whose first word begins a name."""

    def _subject_first(self, at: int) -> tuple[list[Link], int] | None:
        self._listing = False
        if self._is(at, "neither"):
            return self._neither(at + 1)
        subject = self.names(at)
        if subject is None:
            return None
        causes, after = subject
        aside = self._relative(causes, after)
        if aside is not None:
            more, after = aside
            main = self._active(causes, after)
            return ([*more, *main[0]], main[1]) if main is not None else None
        after = self._denied(after)
        if self._is(after, ",") and self._adverbs(after + 1) > after + 1:
            after = self._adverbs(after + 1)
        for shape in (self._passive, self._equated, self._judged, self._active, self._moved_because):
            found = shape(causes, after)
            if found is not None:
                return found
        return None

    def _therefore(self, at: int) -> int | None:
        """Past "so", "and as a result", "therefore" and the like, with their comma."""
        at = at + 1 if self._is(at, "and") else at
        for phrase in _THEREFORE:
            after = self._skip(at, *phrase)
            if after is not None:
                return after + 1 if self._is(after, ",") else after
        return None

    def _neither(self, at: int) -> tuple[list[Link], int] | None:
        """ "Neither blims nor tuvs affect gorps": both denied."""
        first = self._name(at)
        second = self._name(first[1] + 1) if first is not None and self._is(first[1], "nor") else None
        if first is None or second is None:
            return None
        found = self._active([first[0], second[0]], second[1])
        return ([replace(link, negated=True) for link in found[0]], found[1]) if found is not None else None

    def _relative(self, causes: list[Thing], at: int) -> tuple[list[Link], int] | None:
        """ "Blims, which raise gorps, lower tuvs": the first of the two, and where the second goes on."""
        if not self._is(at, ",") or not self._is(at + 1, "which"):
            return None
        end = next((i for i in range(at + 2, len(self._lower)) if self._lower[i] == ","), None)
        inner = type(self)(self._words[:end])._active(causes, at + 2) if end is not None else None
        return (inner[0], end + 1) if end is not None and inner is not None and inner[1] == end else None

    def _denied(self, at: int) -> int:
        """Past ", not tuvs," after the subject."""
        if not self._is(at, ",") or not self._is(at + 1, "not"):
            return at
        found = self._name(at + 2)
        return found[1] + 1 if found is not None and self._is(found[1], ",") else at

    def _active(self, causes: list[Thing], at: int) -> tuple[list[Link], int] | None:
        split = self._split_particle(causes, at) or self._made(causes, at)
        if split is not None:
            return split
        verb = self._verb(at)
        if verb is None:
            return None
        found = self._objects(verb[1], bare=verb[0].frame.verb == "help")
        if found is None:
            return None
        effects, end = found
        if verb[0].frame.rank > AGENT and any(self._person(thing, verb[0].frame.rank) for thing in causes):
            return None
        sign = self._adjusted(verb[0])
        pair = (effects, causes) if verb[0].frame.reverse else (causes, effects)
        links = [linked(*pair, sign, verb[0].words, negated=verb[0].negated)]
        back = self._skip(end, "and", "vice", "versa") or self._skip(end, ",", "and", "vice", "versa")
        if back is not None:
            links.append(linked(pair[1], pair[0], sign, verb[0].words, negated=verb[0].negated))
        return links, back or end

    def _person(self, thing: Thing, rank: int) -> bool:
        """Whether the name is one of people; an unknown name is taken for a thing unless the verb is a doubtful one."""
        if thing.variable in ("they", "them", "it"):
            return False
        word = next((word for word in thing.words if word.text == thing.variable.rsplit(" ", 1)[-1]), thing.words[-1])
        return (
            (rank == EVENT and word.ent in ("GPE", "NORP"))
            or word.lemma.lower() in self._known.agents
            or word.lower.rstrip("s") in self._known.agents
        )

    def _adjusted(self, verb: Verb) -> int:
        for word in verb.words:
            if word.lower in self._known.adjectives:
                return self._known.adjectives[word.lower]
        return verb.frame.sign

    def _objects(self, at: int, *, bare: bool = False) -> tuple[list[Thing], int] | None:
        """The names after a verb, with "(to) rise" after them where the verb lets or makes them move."""
        clause = self._is(at, "that")
        self._listing = self._governed = not clause and not bare
        found = self.names(at + clause)
        self._listing = self._governed = False
        if found is None:
            return None
        things, end = found
        to = end + 1 if self._is(end, "to", "from") else end
        move = self._move(to) if to > end or bare or clause else None
        if move is not None:
            return [replace(t, direction=t.direction * move[0]) for t in things], move[1]
        return None if clause else (things, end)

    def _split_particle(self, causes: list[Thing], at: int) -> tuple[list[Link], int] | None:
        """ "Blims push gorps up"."""
        at, negated = self._auxiliaries(at)
        frames = self._known.frames.get(self._known.forms.get(self._lower[at], ""), ()) if at < len(self._lower) else ()
        particles = {frame.tail[0]: frame for frame in frames if frame.tail in _PARTICLES and not frame.reverse}
        found = self.names(at + 1) if particles else None
        if found is None or found[1] >= len(self._lower) or self._lower[found[1]] not in particles:
            return None
        frame = particles[self._lower[found[1]]]
        return [linked(causes, found[0], frame.sign, [self._words[at], self._words[found[1]]], negated=negated)], found[
            1
        ] + 1

    def _judged(self, first: list[Thing], at: int) -> tuple[list[Link], int] | None:
        """ "Blims are harmful to gorps", "blims are responsible for gorps"."""
        at, negated = self._auxiliaries(at)
        if not self._is(at, *BE):
            return None
        at = self._adverbs(at + 1)
        blame = self._skip(at, "to", "blame", "for")
        if blame is not None and (found := self.names(blame)) is not None:
            return [linked(first, found[0], 1, self._words[at + 1 : blame], negated=negated)], found[1]
        if not (at + 1 < len(self._lower) and self._is(at + 1, "to", "for")):
            return None
        sign = (
            1
            if self._is(at, "responsible", "good", "essential", "vital")
            else self._known.adjectives.get(self._lower[at], 0)
        )
        sign = -1 if self._is(at, "bad") else sign
        found = self.names(at + 2) if sign else None
        if found is None:
            return None
        links = [linked(first, found[0], sign, self._words[at : at + 2], negated=negated)]
        but = self._adverbs(found[1] + 1) if self._is(found[1], "but", "and") else found[1]
        other = self._known.adjectives.get(self._lower[but], 0) if but < len(self._lower) else 0
        other = 1 if self._is(but, "good") else -1 if self._is(but, "bad") else other
        if but > found[1] and other and self._is(but + 1, "to", "for"):
            more = self.names(but + 2)
            if more is not None:
                return [*links, linked(first, more[0], other, self._words[but : but + 2])], more[1]
        return links, found[1]

    def _made(self, causes: list[Thing], at: int) -> tuple[list[Link], int] | None:
        """ "Blims make gorps rise", "blims make gorps scarcer"."""
        at, negated = self._auxiliaries(at)
        if not self._is(at, *_MAKING):
            return None
        self._listing = False
        effect = self.names(at + 1)
        if effect is None:
            return None
        move = self._move(effect[1])
        if move is not None:
            sign, end = move
        elif effect[1] < len(self._lower):
            sign, end = self._held(effect[1])
        else:
            return None
        return ([linked(causes, effect[0], sign, [self._words[at]], negated=negated)], end) if sign else None

    def _held(self, at: int) -> tuple[int, int]:
        """ "Scarcer", "more likely", "less common" after "make Y": the sign and the end."""
        degree = {"more": 1, "less": -1}.get(self._lower[at], 0)
        ahead = at + 1 if degree and at + 1 < len(self._lower) else at
        state = self._known.states.get(self._lower[ahead]) or self._known.levels.get(self._lower[ahead]) or 0
        return (state * (degree or 1) if ahead > at else state), ahead + 1

    def _passive(self, effects: list[Thing], at: int) -> tuple[list[Link], int] | None:
        """ "Gorps are driven by blims"."""
        at, negated = self._auxiliaries(at)
        if not self._is(at, *BE):
            return None
        while self._is(at, *BE):
            at += 1
        return self._done_by(effects, at, negated)

    def _done_by(self, effects: list[Thing], at: int, negated: bool = False) -> tuple[list[Link], int] | None:
        """The participle and its agent: "driven by blims"."""
        at, also = self._auxiliaries(at)
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
                    linked(found[0], effects, frame.sign, self._words[at : end + 1], negated=negated or also)
                ], found[1]
        return None

    def _equated(self, first: list[Thing], at: int) -> tuple[list[Link], int] | None:
        """ "Blims are a cause of gorps", "gorps are the result of blims"."""
        at, negated = self._auxiliaries(at)
        if not self._is(at, *BE):
            return None
        at += 1
        while at < len(self._lower) and (
            self._lower[at] in determiners()
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
            return [linked(*pair, SIGNS[mark], [self._words[at]], negated=negated)], found[1]
        return None

    def _moved_because(self, effects: list[Thing], at: int) -> tuple[list[Link], int] | None:
        """ "Gorps rise when blims fall", "gorps rise because of blims"."""
        move = self._move(at)
        if move is None:
            return None
        sign, end = move
        moved = [replace(t, direction=t.direction * sign) for t in effects]
        end = end + 1 if self._is(end, ",", ";") else end
        links: list[Link] = []
        while (so := self._therefore(end)) is not None and (found := self._moving(so)) is not None:
            links.append(linked(moved, found[0], 1, self._words[end : end + 1]))
            moved, end = found[0], found[1] + 1 if self._is(found[1], ",", ";") else found[1]
        if links:
            return links, end
        head = self._because(end)
        if head is not None and (found := self.names(head[0])) is not None:
            return [linked(found[0], moved, head[1], self._words[end : head[0]])], found[1]
        if (
            self._is(end, "when", "if", "as", "whenever", "because", "once", "where", "since")
            and (cause := self._moving(end + 1)) is not None
        ):
            modality = Modality.CONDITIONAL if self._is(end, "if") else None
            return [linked(cause[0], moved, 1, [self._words[end]], modality)], cause[1]
        if self._is(end, "with") and (found := self.names(end + 1)) is not None:
            return [linked(found[0], moved, 1, [self._words[end]])], found[1]
        return None
