"""Plain causal statements by their surface: "fewer blims lead to more gorps", "the more tuvs, the less wibs".

A parser trained on news mistakes words it has never seen, so a sentence that is nothing but causal vocabulary, function words
and short names is read by a small grammar over its words alone. The grammar either explains the whole sentence, to its last
word, or says nothing and leaves the sentence to the tree.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sayso.read.grammar.influences.link import Link
from sayso.read.grammar.influences.making import goes_out
from sayso.read.grammar.influences.plain.line import BE
from sayso.read.grammar.influences.plain.openers import linked
from sayso.read.grammar.influences.plain.subjects import Subjects
from sayso.read.grammar.influences.thing import Thing
from sayso.read.parse import Sentence

_RESULTS = frozenset({
    "as a result", "as a consequence", "consequently", "therefore", "thus", "hence", "accordingly", "in consequence",
})  # fmt: skip
_LONGEST = 60  # words of a sentence this grammar tries


def by_surface(sentence: Sentence) -> list[Link] | None:
    """The influences of a plain statement, or ``None`` if the sentence is not one from beginning to end."""
    words = sentence.words
    while words and words[-1].text in ".!;":
        words = words[:-1]
    if not 3 <= len(words) <= _LONGEST or any(map(goes_out, words)):
        return None
    links = _Statement(words).read()
    return [replace(link, plain=True) for link in links] if links else None


class _Statement(Subjects):
    """One reading of one sentence."""

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

    def _clause(self, at: int) -> tuple[list[Link], int] | None:
        shapes: tuple[Callable[[int], tuple[list[Link], int] | None], ...] = (
            self._the_more, self._when_first, self._because_first, self._with_comes, self._effect_of, self._cleft,
            self._resulting, self._subject_first,
        )  # fmt: skip
        for shape in shapes:
            found = shape(at)
            if found is not None:
                return found
        return None

    def _cleft(self, at: int) -> tuple[list[Link], int] | None:
        """ "It is blims that drive gorps", "what drives gorps is blims"."""
        if self._is(at, "what") and (verb := self._verb(at + 1)) is not None and not verb[0].frame.reverse:
            effect = self._objects(verb[1])
            if effect is not None and self._is(effect[1], "is", "are", "was", "were"):
                cause = self.names(effect[1] + 1)
                if cause is not None:
                    return [linked(cause[0], effect[0], verb[0].frame.sign, verb[0].words)], cause[1]
        if self._is(at, "it") and self._is(at + 1, "is", "was"):
            cause = self.names(at + 2)
            if cause is not None and self._is(cause[1], "that", "which"):
                return self._active(cause[0], cause[1] + 1)
        return None

    def _resulting(self, at: int) -> tuple[list[Link], int] | None:
        """ "As a result, gorps fall": what was said before is the cause."""
        opening = [word for word in self._lower[:at] if word != ","]
        if at == 0 or " ".join(opening) not in _RESULTS:
            return None
        moved = self._moving(at)
        return ([replace(linked([], moved[0], 1, self._words[:1]), before="cause")], moved[1]) if moved else None

    def _continued(self, links: list[Link], at: int) -> int:
        """Chains: ", which lowers Z", ", thereby lowering Z", "and lowers Z", "and thereby to Z"."""
        while at < len(self._lower):
            last = links[-1]
            found = (
                self._which(last, at) or self._and_verb(last, at) or self._and_to(last, at) or self._and_by(last, at)
            )
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

    def _and_by(self, link: Link, at: int) -> tuple[Link, int] | None:
        """ "Gorps are weakened by X and (are) strengthened by Y"."""
        ahead = at + 1 if self._is(at, ",") else at
        if link.signal[-1].lower != "by" or not self._is(ahead, "and", "but"):
            return None
        ahead += 1
        while self._is(ahead, *BE):
            ahead += 1
        found = self._done_by(link.effects, ahead)
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
        return linked(causes, found[0], link.sign, link.signal), found[1]


def _as_named(link: Link) -> list[Thing]:
    """The effects as mere names: "Y, which lowers Z" is about Y itself."""
    return [replace(thing, direction=1) for thing in link.effects]


def _happening(link: Link) -> list[Thing]:
    """The effects as the statement leaves them: "X lowers Y and thereby raises Z" is about less Y."""
    return [replace(thing, direction=thing.direction * (link.sign or 1)) for thing in link.effects]
