"""The parser's answer as plain Python objects: quick to walk, and every word knows its characters in the document.

Each block (or table cell) is parsed by itself, so that no sentence runs over a heading or a cell. Typographic quotes,
dashes and line breaks are shown to the parser as plain ones and marks of notes as spaces, one character for one, so offsets
never move.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LENGTH, SENT_START, SPACY

from sayso.core.document import BlockKind, Document
from sayso.core.passage import Span
from sayso.read.opening import dateline, is_byline
from sayso.read.pipeline import DEFAULT_PIPELINE, Form, Pipeline, pipeline

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LONGEST = 20_000  # characters given to the parser at once; its memory grows with the length of a text
_MOST_WORDS = 1_000  # of a sentence; what is longer is a table or list without marks, and time may grow with its square
_COLUMNS = [IDX, LENGTH, DEP, HEAD, ENT_TYPE, ENT_IOB, SENT_START, SPACY]
_WRAP = 1 << 64  # spaCy stores the offset to the head as an unsigned number
_PLAIN = str.maketrans("‘’‚‛“”„‟«»\n\r\t\u00a0\u2009\u202f\u2010\u2011", '\'\'\'\'""""""      --')

# What no word is: a run of marks, or of anything unspaced. The tokenizer's time grows with the square of such a run.
_NO_WORD = re.compile(r"[^\w\s.…_-]{20,}|(?<!\S)\S{300,}")

# Marks that lead to a note: "[3]", "[2, 5–7]", or the bare number of a raised one behind a stop: "banks.3 The". They say nothing,
# and with one in between a sentence does not end where it ends.
_NOTE = re.compile(
    r"\[\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,20}\]|\[citation needed\]"
    r"|(?<=[a-z]{3}[,;)])\d{1,2}(?=\s[a-z])|(?<=[a-z]{3}[.)”\"])\d{1,2}(?=\s+[A-Z]|\s*$)"
)

# The stop of a short form that opens a bracket, "(pop. 300)", "(incl. Acme)", ends no sentence.
_SHORT_FORM = re.compile(r"(?<=\()([a-z]{2,7})\.(?=\s)")


@dataclass(slots=True, eq=False)
class Word:
    """A token. ``i`` is its place in the sentence; ``start`` and ``end`` are characters of the document; ``head`` is the
    word itself for the root. ``ent`` is the entity label ("" for none) and ``ent_start`` marks an entity's first word."""

    i: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    start: int
    end: int
    ent: str
    ent_start: bool
    spaced: bool
    head: Word = field(init=False, repr=False)
    children: list[Word] = field(default_factory=list, repr=False)

    def subtree(self) -> list[Word]:
        """This word and all below it, in order of the sentence."""
        found, stack = [], [self]
        while stack:
            word = stack.pop()
            found.append(word)
            stack.extend(word.children)
        found.sort(key=_place)
        return found

    def ancestors(self) -> Iterator[Word]:
        word = self
        while word.head is not word:
            word = word.head
            yield word


def _place(word: Word) -> int:
    return word.i


@dataclass(slots=True, eq=False)
class Sentence:
    """``index`` is its place in the parse, ``block`` the index of its block, ``cell`` its column if the block is a row."""

    index: int
    block: int
    cell: int | None
    words: list[Word]
    root: Word

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    def entities(self) -> Iterator[tuple[str, list[Word]]]:
        """(label, words) of each named entity, in order."""
        current: list[Word] = []
        for word in self.words:
            if current and (word.ent_start or not word.ent):
                yield current[0].ent, current
                current = []
            if word.ent:
                current.append(word)
        if current:
            yield current[0].ent, current


@dataclass(slots=True, eq=False)
class Parse:
    """A document and its sentences, in order of the text."""

    document: Document
    sentences: list[Sentence]
    by_block: dict[int, list[Sentence]]

    def text_of(self, words: list[Word]) -> str:
        """The document's own characters from the first word to the last."""
        return self.document.text[words[0].start : words[-1].end]

    def span_of(self, words: list[Word]) -> Span:
        start, end = words[0].start, words[-1].end
        return Span(start, end, self.document.text[start:end])


def parse(documents: Iterable[Document], name: str = DEFAULT_PIPELINE) -> Iterator[Parse]:
    """Parses documents in order; sentences carry offsets into each document's stored text.

    Each runs through the pipeline by itself: what stands beside a text in a batch may move the last digits of its scores.
    """
    pipe = pipeline(name)
    return (_parsed(document, pipe) for document in documents)


def _parsed(document: Document, pipe: Pipeline) -> Parse:
    found = Parse(document, [], {})
    stretches = list(_stretches(document))
    for stretch, (doc, forms) in zip(stretches, pipe.read(stretch.plain() for stretch in stretches), strict=True):
        for words in _sentences(doc, forms, stretch.start):
            sentence = Sentence(len(found.sentences), stretch.block, stretch.cell, words, _root(words))
            found.sentences.append(sentence)
            found.by_block.setdefault(stretch.block, []).append(sentence)
    return found


class _Stretch(NamedTuple):
    """A block, a table cell or a piece of one: what the parser is given at a time. Every document has at least one."""

    document: Document
    block: int
    cell: int | None
    start: int
    end: int

    def plain(self) -> str:
        text = self.document.text[self.start : self.end].translate(_PLAIN)
        text = _SHORT_FORM.sub(r"\1 ", _NOTE.sub(lambda mark: " " * len(mark[0]), text))
        return _NO_WORD.sub(lambda run: "-" * len(run[0]), text)


def _stretches(document: Document) -> Iterator[_Stretch]:
    found = False
    for index, block in enumerate(document.blocks):
        cells = enumerate(block.cells) if block.kind is BlockKind.ROW else [(None, (block.start, block.end))]
        if block.kind is BlockKind.PARAGRAPH:
            if is_byline(document.text[block.start : block.end]):
                continue
            cells = [(None, (dateline(document.text, block.start, block.end), block.end))]
        for column, (start, end) in cells:
            for first, last in _pieces(document.text, start, end):
                found = True
                yield _Stretch(document, index, column, first, last)
    if not found:
        yield _Stretch(document, 0, None, 0, 0)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cuts what is too long for the parser's memory at white space, or anywhere if there is none."""
    while end - start > _LONGEST:
        cut = max(text.rfind(mark, start + _LONGEST // 2, start + _LONGEST) for mark in (". ", "\n", " "))
        cut = start + _LONGEST if cut < 0 else cut + 1
        yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end


def _sentences(doc: Doc, forms: list[Form], offset: int) -> Iterator[list[Word]]:
    """The words of each sentence, linked to their heads; white space tokens are left out. One that is too long is cut."""
    strings = doc.vocab.strings
    words: dict[int, Word] = {}
    heads: list[int] = []
    for at, (form, row) in enumerate(zip(forms, doc.to_array(_COLUMNS).tolist(), strict=True)):
        idx, length, dep, head, ent, iob, first, spaced = row
        if words and (first == 1 or len(words) == _MOST_WORDS):
            yield _linked(words, heads)
            words, heads = {}, []
        if form.text.isspace():
            continue
        start = offset + idx
        words[at] = Word(len(words), *form, strings[dep], start, start + length, strings[ent], iob == 3, bool(spaced))
        heads.append(at + (head - _WRAP if head > _WRAP // 2 else head))
    if words:
        yield _linked(words, heads)


def _linked(words: dict[int, Word], heads: list[int]) -> list[Word]:
    """Sets heads and children. A word whose head is white space hangs from the root, like any second root."""
    root: Word | None = None
    orphans: list[Word] = []
    for word, at in zip(words.values(), heads, strict=True):
        word.head = head = words.get(at, word)
        if head is not word:
            head.children.append(word)
        elif root is None:
            root = word
        else:
            orphans.append(word)
    if root is None:
        raise AssertionError("a sentence without a root")
    for word in orphans:
        word.head = root
        root.children.append(word)
    return list(words.values())


def _root(words: list[Word]) -> Word:
    return next(word for word in words if word.head is word)
