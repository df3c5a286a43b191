"""Text as a network takes it: numbers of sub-tokens, with the place of every word in the document.

Words are those of the tokenizer, split at white space and punctuation, so that spacing makes no difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sayso.core.errors import UsageFault
from sayso.read.tagger.decoding import Run, Words

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """A stretch of a document. ``ids`` are its sub-tokens; ``first`` the place of each word's first one among them; ``starts``
    and ``ends`` (exclusive) the words' characters in the document; ``marks`` the words that are punctuation."""

    ids: Ints
    first: Ints
    starts: Ints
    ends: Ints
    marks: NDArray[np.bool_]

    def size(self, begin: int, end: int) -> int:
        """How many sub-tokens the words from ``begin`` to ``end`` (exclusive) have."""
        return self._edge(end) - self._edge(begin)

    def part(self, begin: int, end: int) -> Tokens:
        """The words from ``begin`` to ``end`` (exclusive)."""
        low, high = self._edge(begin), self._edge(end)
        return Tokens(
            self.ids[low:high],
            self.first[begin:end] - low,
            self.starts[begin:end],
            self.ends[begin:end],
            self.marks[begin:end],
        )

    def within(self, start: int, end: int) -> Tokens:
        """The words that begin between two characters of the document."""
        low, high = np.searchsorted(self.starts, (start, end)).tolist()
        return self.part(low, high)

    def _edge(self, word: int) -> int:
        return int(self.first[word]) if word < len(self.first) else len(self.ids)


@dataclass(frozen=True, slots=True, eq=False)
class Input:
    """What a network is given at a time, its two end marks included, and where its words stand in the document."""

    ids: Ints
    words: Words
    starts: Ints
    ends: Ints

    def stretch(self, run: Run) -> tuple[int, int]:
        """The characters of the document from a run's first word to its last."""
        return int(self.starts[run[0]]), int(self.ends[run[1] - 1])


class Vocabulary:
    """The tokenizer of a folder of weights."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        begin, end = (tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))
        if begin is None or end is None:
            raise ValueError("it has no marks for the ends of a text")
        self._begin, self._end = np.array([begin], np.int64), np.array([end], np.int64)

    def tokens(self, text: str, start: int, end: int) -> Tokens:
        """The words of ``text[start:end]``."""
        encoded = self._tokenizer.encode(text[start:end], add_special_tokens=False)
        ids = np.array(encoded.ids, np.int64)
        offsets = np.array(encoded.offsets, np.int64).reshape(-1, 2) + start
        words = np.array(encoded.word_ids, np.int64)
        begins = np.ones(len(words), np.bool_)
        begins[1:] = words[1:] != words[:-1]
        first = np.flatnonzero(begins)
        last = np.append(first[1:], len(ids))[: len(first)] - 1
        starts = offsets[first, 0]
        marks = np.array([not text[at].isalnum() for at in starts.tolist()], np.bool_)
        return Tokens(ids, first, starts, offsets[last, 1], marks)

    def input_of(self, parts: Sequence[Tokens]) -> Input:
        """Stretches in order as one input."""
        shifts = np.cumsum([1, *(len(part.ids) for part in parts)])
        return Input(
            np.concatenate([self._begin, *(part.ids for part in parts), self._end]),
            Words(
                np.concatenate([part.first + shift for part, shift in zip(parts, shifts, strict=False)]),
                np.concatenate([part.marks for part in parts]),
            ),
            np.concatenate([part.starts for part in parts]),
            np.concatenate([part.ends for part in parts]),
        )


@cache
def vocabulary(folder: Path) -> Vocabulary:
    """The tokenizer of a folder of weights, loaded once a process. Raises ``UsageFault`` if it is damaged."""
    from tokenizers import Tokenizer

    path = folder / "tokenizer.json"
    try:
        return Vocabulary(Tokenizer.from_str(path.read_text("utf-8")))
    except Exception as fault:  # the library raises bare exceptions
        raise UsageFault(f"{path} is no tokenizer ({str(fault)[:120]}); install sayso again") from fault
