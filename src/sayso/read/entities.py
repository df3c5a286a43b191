"""The named entities of parsed texts: spaCy's recogniser, asked about all words at once instead of move by move.

Its search is greedy. Where nothing was marked beforehand, what may begin at a word hangs on that word alone, and whether an open
entity goes on hangs on its first word, the word before and this one. So every word is scored once as if no entity were open,
and the entities that may open are followed side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE, SENT_START
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

_Floats = NDArray[np.float32]
_Places = NDArray[np.intp]
_Flags = NDArray[np.bool_]
_FEATURES = 3  # of a state: the word, the first word of the open entity, the word before


class Entities:
    """A recogniser. Invariant: it marks what the component would, unless two moves score alike but for rounding."""

    def __init__(self, component: Any) -> None:
        self._tok2vec, self._lower, self._upper = component.model.layers
        moves = [component.moves.get_class_name(at).partition("-")[::2] for at in range(component.moves.n_moves)]
        at = {move: place for place, move in enumerate(moves)}
        self._labels = [label for _, label in moves]
        self._begins = _flags(kind == "B" for kind, _ in moves)
        self._opens = _flags(kind in {"B", "U"} and label for kind, label in moves)
        self._never = ~_flags(kind == "O" for kind, _ in moves) & ~self._opens
        self._goes_on = np.array([at.get(("I", label), 0) for label in self._labels])
        self._stops = np.array([at.get(("L", label), 0) for label in self._labels])

    @staticmethod
    def suffice(component: Any) -> bool:
        """Whether a component searches in the way known here."""
        if not isinstance(component, EntityRecognizer) or component.cfg["beam_width"] != 1:
            return False
        attributes, lower = component.model.attrs, component.model.get_ref("lower")
        known = attributes["has_upper"] and not attributes["unseen_classes"]
        return known and lower.get_dim("nF") == _FEATURES and lower.get_dim("nP") > 1

    def mark(self, docs: Sequence[Doc]) -> None:
        """Marks the entities of texts that are cut into sentences."""
        docs = [doc for doc in docs if len(doc)]
        if not docs:
            return
        columns = np.concatenate([doc.to_array([SENT_START, IS_SPACE]) for doc in docs])
        ends = np.cumsum([len(doc) for doc in docs])
        last = np.append(columns[1:, 0] == 1, [True])
        last[ends - 1] = True
        moves, stops = self._moves(docs, last=last, blank=columns[:, 1] == 1)
        for doc, end in zip(docs, ends.tolist(), strict=True):
            start = end - len(doc)
            doc.set_ents(list(self._spans(doc, moves[start:end], stops[start:end] - start)))

    def _spans(self, doc: Doc, moves: _Places, stops: _Places) -> Iterator[Span]:
        """What opens at a word that is in no entity yet."""
        free = 0
        for at in np.flatnonzero(self._opens[moves]).tolist():
            if at >= free:
                free = int(stops[at])
                yield Span(doc, at, free, label=self._labels[moves[at]])

    def _moves(self, docs: Sequence[Doc], *, last: _Flags, blank: _Flags) -> tuple[_Places, _Places]:
        """The best move at each word if no entity is open, and where one that opens there stops (exclusive). Nothing goes on
        over the ``last`` word of a sentence or opens at a ``blank``."""
        seen = self._lower.predict(self._tok2vec.predict(docs))  # the first row stands for a word that is not there
        nothing, words = seen[0], seen[1:]
        scores = self._scores(words[:, 0] + nothing[1] + nothing[2])
        scores[:, self._never] = -np.inf
        scores[np.ix_(last, self._begins)] = -np.inf
        scores[np.ix_(blank, self._opens)] = -np.inf
        moves = scores.argmax(1)
        stops = np.arange(1, len(moves) + 1)
        opened = np.flatnonzero(self._begins[moves])
        at = opened + 1
        while len(opened):
            scores = self._scores(words[at, 0] + words[opened, 1] + words[at - 1, 2])
            rows, move = np.arange(len(opened)), moves[opened]
            on = (scores[rows, self._goes_on[move]] >= scores[rows, self._stops[move]]) & ~last[at]
            stops[opened] = at + 1
            opened, at = opened[on], at[on] + 1
        return moves, stops

    def _scores(self, summed: _Floats) -> _Floats:
        hidden, _ = self._lower.ops.maxout(summed + self._lower.get_param("b"))
        scores: _Floats = self._upper.predict(hidden)
        return scores


def _flags(values: Iterable[object]) -> _Flags:
    return np.fromiter(map(bool, values), np.bool_)
