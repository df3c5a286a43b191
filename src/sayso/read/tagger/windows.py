"""What each network is shown of a document: windows of consecutive paragraphs, or single sentences.

Headings, paragraphs, list items and table cells are paragraphs alike; none is shown twice, and a window overlaps no other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from sayso.core.document import BlockKind
from sayso.read.parse import Parse, Sentence
from sayso.read.tagger.tokens import Input, Tokens, Vocabulary

WINDOW = 318  # sub-tokens, without the two marks at the ends: what the network was trained on
_SENTENCE = 254  # sub-tokens; a longer sentence is no sentence
Place = tuple[int, int | None]  # block and, in a table row, column


class Paragraphs:
    """The words of a document's paragraphs, each read once."""

    def __init__(self, parse: Parse, vocabulary: Vocabulary) -> None:
        self._parse = parse
        self._vocabulary = vocabulary
        self._known: dict[Place, Tokens] = {}

    def windows(self, places: Iterable[Place]) -> list[Input]:
        """The paragraphs packed into windows, in order."""
        return [self._vocabulary.input_of(parts) for parts in _packed(self._pieces(places))]

    def sentence(self, wanted: Sentence) -> Input | None:
        """A sentence by itself; None if it is too long to be one."""
        tokens = self._of((wanted.block, wanted.cell)).within(wanted.start, wanted.end)
        return self._vocabulary.input_of([tokens]) if 0 < len(tokens.ids) <= _SENTENCE else None

    def places(self) -> Iterator[Place]:
        """Every paragraph that holds a sentence, in order of the text."""
        for block in sorted(self._parse.by_block):
            yield from dict.fromkeys((block, sentence.cell) for sentence in self._parse.by_block[block])

    def _of(self, place: Place) -> Tokens:
        if place not in self._known:
            block = self._parse.document.blocks[place[0]] if self._parse.document.blocks else None
            whole = (0, len(self._parse.document.text)) if block is None else (block.start, block.end)
            if block is not None and block.kind is BlockKind.ROW and place[1] is not None:
                whole = block.cells[place[1]]
            self._known[place] = self._vocabulary.tokens(self._parse.document.text, *whole)
        return self._known[place]

    def _pieces(self, places: Iterable[Place]) -> Iterator[Tokens]:
        """Paragraphs, those longer than a window cut at the end of a sentence, or of a word if there is none."""
        for place in places:
            tokens = self._of(place)
            if len(tokens.ids) <= WINDOW:
                yield tokens
                continue
            starts = [one.start for one in self._parse.by_block[place[0]] if one.cell == place[1]]
            yield from _cut(tokens, sorted({bisect_left(tokens.starts, start) for start in starts}))


def _cut(tokens: Tokens, sentences: list[int]) -> Iterator[Tokens]:
    begin, count = 0, len(tokens.first)
    while begin < count:
        end = begin + 1
        while end < count and tokens.size(begin, end + 1) <= WINDOW:
            end += 1
        if end < count:
            last = sentences[bisect_left(sentences, end + 1) - 1] if sentences else 0
            end = last if last > begin else end
        yield tokens.part(begin, end)
        begin = end


def _packed(pieces: Iterable[Tokens]) -> Iterator[list[Tokens]]:
    held: list[Tokens] = []
    full = 0
    for piece in pieces:
        size = len(piece.ids)
        if held and full + size > WINDOW:
            yield held
            held, full = [], 0
        if size:
            held.append(piece)
            full += size
    if held:
        yield held
