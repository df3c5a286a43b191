"""Relations out of what a trained tagger saw: its stretches as words of the parse, so that the grammar can complete them.

Invariant: one relation a source and a content, and all parts of it stand in one block, or one cell of a table: a heading speaks
for nobody, and what goes on in another paragraph is a quotation, which :mod:`sayso.read.grammar.attribution.reach` takes up. A
content that goes on behind more than a few words of another's is a relation of its own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sayso.core.document import BlockKind
from sayso.read.grammar.attribution.quotations import Quotation
from sayso.read.grammar.attribution.relation import Relation
from sayso.read.grammar.attribution.speakers import Kind, kind_of, quoting, source_words
from sayso.read.grammar.phrase import children
from sayso.read.parse import Parse, Sentence, Word
from sayso.read.tagger.taggers import Seen

_CALLING = frozenset({"IN", "DT", "PRP$", "TO", "CC"})
_MUTE = frozenset({"DET", "PUNCT", "SPACE"})
_SURE = ("anchor", "content", "source")
_BESIDE = frozenset({"according", "per", "to", "in", "from", "reportedly", "allegedly", "purportedly"})
_WORD = 20  # characters between two stretches that are no interruption
_SAYS = 4  # words of a further stretch that says something by itself
_MARKS = frozenset("\"'`“”‘’„«»()[]{}<>.,;:!?…—–/|")
_EDGES = " \t\n\r,;:.-–—"
Stretch = tuple[int, int]
Source = tuple[Sentence, Word | None, list[Word], Stretch | None]


class Drafts:
    """Turns what was seen in one document into relations."""

    def __init__(self, parse: Parse, quotes: Sequence[Quotation], seen: Sequence[Seen] = ()) -> None:
        self._text = parse.document.text
        self._blocks = parse.document.blocks
        self._quotes = quotes
        self._said: dict[Stretch, list[Stretch]] = {}
        for one in seen:
            for stretch in one.parts.get("content", ()):
                self._said.setdefault(stretch, []).append(one.anchor)
        self._words = [word for sentence in parse.sentences for word in sentence.words]
        self._starts = [word.start for word in self._words]
        self._sentences = parse.sentences
        self._begins = [sentence.start for sentence in parse.sentences]

    def of(self, seen: Seen) -> Iterator[Relation]:
        """One relation for each source and each stretch of content; none without content."""
        cue = self._inside(seen.anchor)
        if not cue:
            return
        anchor = _head(cue)
        home = self._sentence(anchor)
        span = (cue[0].start, cue[-1].end)
        block = self._block(home)
        own = {**seen.parts, "content": self._nearest(seen)}
        parts = {role: [one for run in runs for one in _shared(run, block)] for role, runs in own.items()}
        sources = self._sources(parts.get("source", ()), anchor) or [(home, None, [], None)]
        for content in self._contents(parts.get("content", ()), [span, *parts.get("source", ())], home):
            for sentence, head, words, stretch in sources:
                carrier = quoting(anchor) if head is not None else None
                yield Relation(
                    sentence, head, words, span, content, anchor, beside=anchor.lower in _BESIDE,
                    carriers=[carrier] if carrier is not None and carrier is not head else [], stretch=stretch,
                    sure=min((seen.sure[part] for part in _SURE if seen.sure.get(part)), default=0.0),
                )  # fmt: skip

    def _inside(self, stretch: Stretch) -> list[Word]:
        """The words of the parse that a stretch touches."""
        first = bisect_right(self._starts, stretch[0]) - 1
        if first < 0 or self._words[first].end <= stretch[0]:
            first += 1
        return self._words[first : bisect_left(self._starts, stretch[1])]

    def _sentence(self, word: Word) -> Sentence:
        return self._sentences[bisect_right(self._begins, word.start) - 1]

    def _nearest(self, seen: Seen) -> Sequence[Stretch]:
        """The contents without those that stand nearer to another cue they are seen for; all if none is left."""
        found = seen.parts.get("content", ())
        kept = [
            one
            for one in found
            if seen.anchor == min(self._said.get(one, [seen.anchor]), key=lambda cue: _gap(cue, one))
        ]
        return kept or found

    def _block(self, sentence: Sentence) -> Stretch:
        """Where the block of a sentence, or the cell it stands in, begins and ends."""
        if not self._blocks:
            return 0, len(self._text)
        block = self._blocks[sentence.block]
        if block.kind is BlockKind.ROW and sentence.cell is not None:
            return block.cells[sentence.cell]
        return block.start, block.end

    def _sources(self, stretches: Sequence[Stretch], anchor: Word) -> list[Source]:
        """The nearest to the cue of the stretches, of those that name somebody if any does; or the sources coordinated in it."""
        whole = self._together(stretches)
        named = [one for one in whole if any(word.pos not in _MUTE for word in self._inside(one))] or whole
        if not named:
            return []
        nearest = min(named, key=lambda one: (_gap((anchor.start, anchor.end), one), one))
        inside = self._inside(nearest)
        if not inside:
            return []
        head = _head(inside, nominal=True)
        sentence = self._sentence(head)
        within = {id(word) for word in inside}
        span = self._trimmed(inside[0].start, inside[-1].end)
        heads = [head, *(fellow for fellow in _fellows(head) if id(fellow) in within)]
        if len(heads) == 1 or not all(kind_of(one) is Kind.NAMED for one in heads):
            words = source_words(head, sentence)
            return [(sentence, head, words if id(words[0]) in within else inside, span)]
        return [(sentence, one, source_words(one, sentence), span) for one in heads]

    def _together(self, stretches: Sequence[Stretch]) -> list[Stretch]:
        """The stretches, of whole words, with those joined that only a space parts."""
        found: list[Stretch] = []
        for start, end in sorted(self._whole(*stretch) for stretch in stretches):
            if found and start - found[-1][1] <= 1:
                found[-1] = (found[-1][0], max(end, found[-1][1]))
            elif start < end:
                found.append((start, end))
        return found

    def _contents(self, stretches: Sequence[Stretch], speaking: Sequence[Stretch], home: Sentence) -> list[Stretch]:
        """The stretches that say something in the sentence of the cue or in a quotation: those joined that only cue and source or
        a word or two interrupt, scraps left out."""
        found: list[Stretch] = []
        for start, end in (self._carried(*self._whole(*stretch)) for stretch in stretches):
            if start < end and ((start < home.end and home.start < end) or self._quoted(start, end)):
                if found and self._goes_on(found[-1], (start, end), speaking):
                    found[-1] = (found[-1][0], end)
                else:
                    found.append((start, end))
        longest = max((end - start for start, end in found), default=0)
        return [one for one in found if one[1] - one[0] == longest or self._says(one)]

    def _whole(self, start: int, end: int) -> Stretch:
        """A stretch with the rest of the words it begins and ends in: of "one per cent" in "forty-one per cent"."""
        start, end = self._trimmed(start, end)
        if start == end:
            return start, end
        while start and not _ends(self._text[start - 1]):
            start -= 1
        while end < len(self._text) and not _ends(self._text[end]):
            end += 1
        return start, end

    def _carried(self, start: int, end: int) -> Stretch:
        """A stretch that ends in a word that calls for more ("from", "the") with the rest of its phrase; without the word if
        nothing follows."""
        inside = self._inside((start, end))
        if not inside or inside[-1].tag not in _CALLING:
            return start, end
        last = inside[-1]
        phrase = last.subtree() if last.tag in ("IN", "TO") else last.head.subtree()
        if phrase[-1].i > last.i and phrase[-1].start >= end:
            return self._trimmed(start, phrase[-1].end)
        return self._trimmed(start, last.start)

    def _quoted(self, start: int, end: int) -> bool:
        return any(quote.start < end and start < quote.end for quote in self._quotes)

    def _goes_on(self, one: Stretch, other: Stretch, speaking: Sequence[Stretch]) -> bool:
        """Whether a content goes on: behind a word or two, or behind "X said" if both sides say something."""
        gap = (one[1], other[0])
        said = sum(end - start for stretch in speaking for start, end in _shared(gap, stretch))
        if said and not (self._says(one) and self._says(other)):
            return False
        return gap[1] - gap[0] - said <= _WORD

    def _says(self, stretch: Stretch) -> bool:
        """Whether a stretch says something by itself: it has enough words or is a whole quotation."""
        if len(self._text[slice(*stretch)].split()) >= _SAYS:
            return True
        return any(quote.whole and stretch[0] <= quote.start and quote.end <= stretch[1] + 1 for quote in self._quotes)

    def _trimmed(self, start: int, end: int) -> Stretch:
        while start < end and self._text[start] in _EDGES:
            start += 1
        while start < end and self._text[end - 1] in _EDGES:
            end -= 1
        return start, end


def _ends(sign: str) -> bool:
    """Whether a word ends at a sign; one with a hyphen goes on."""
    return sign.isspace() or sign in _MARKS


def _gap(one: Stretch, other: Stretch) -> int:
    """The characters between two stretches, negative where they overlap."""
    return max(one[0] - other[1], other[0] - one[1])


def _shared(one: Stretch, other: Stretch) -> Iterator[Stretch]:
    """What two stretches share, if they do."""
    start, end = max(one[0], other[0]), min(one[1], other[1])
    if start < end:
        yield start, end


def _head(words: Sequence[Word], *, nominal: bool = False) -> Word:
    """The word the others hang from: of a cue rather a verb or a noun than what stands beside it, of a source rather a noun."""
    inside = {id(word) for word in words}
    tops = [word for word in words if id(word.head) not in inside or word.head is word]
    wanted = ("NOUN", "PROPN", "PRON", "NUM", "ADJ") if nominal else ("VERB", "NOUN", "ADJ")
    for pool in (tops, words):
        for word in pool:
            if word.pos in wanted:
                return word
    return tops[0] if tops else words[0]


def _fellows(head: Word) -> list[Word]:
    """The nouns coordinated with this one, a few."""
    found: list[Word] = []
    stack = [head]
    while stack and len(found) < 8:
        for kid in children(stack.pop(0), "conj"):
            if kid.pos in ("NOUN", "PROPN"):
                found.append(kid)
                stack.append(kid)
    return found
