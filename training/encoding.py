"""Examples as numbers: sub-token ids, and labels on the first sub-token of each word."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from tokenizers import Encoding, Tokenizer

from training.corpora import ANCHOR, LAYERS, ROLES, Example, Stretch

OUTSIDE, BEGIN, INSIDE = 0, 1, 2


@dataclass
class Encoded:
    """``ids`` (T,), ``first`` (T,) whether a word begins; ``tags`` (T, layers, 3) probabilities; ``anchors`` (n,); ``links``
    (n, roles, T) probabilities."""

    example: Example
    ids: np.ndarray
    first: np.ndarray
    tags: np.ndarray
    anchors: np.ndarray
    links: np.ndarray
    stated: float
    marks: list[bool]
    offsets: np.ndarray

    def words_in(self, stretches: tuple[Stretch, ...]) -> list[int]:
        """The words, counted from 0, that the stretches touch."""
        first = np.nonzero(self.first)[0]
        begins = self.offsets[first, 0]
        ends = self.offsets[np.append(first[1:] - 1, len(self.offsets) - 2), 1]
        return [int(w) for start, end in stretches for w in np.nonzero((begins < end) & (ends > start))[0]]


def encoded(example: Example, kind: str, tokenizer: Tokenizer) -> Encoded:
    """Numbers of one example; a text over 510 sub-tokens loses its end."""
    tokens = tokenizer.encode(example.text)
    first = firsts(tokens)
    size = len(tokens.ids)
    tags = np.full((len(LAYERS[kind]), size), OUTSIDE)
    for layer, name in enumerate(LAYERS[kind]):
        for stretches in _spans(example, kind, name):
            if all((tags[layer, _inside(tokens, first, stretch)] == OUTSIDE).all() for stretch in stretches):
                for stretch in stretches:
                    at = _inside(tokens, first, stretch)
                    tags[layer, at] = INSIDE
                    tags[layer, at[:1]] = BEGIN
    rows, links = [], []
    for relation in example.relations:
        anchor = [at for stretch in relation.anchor for at in _inside(tokens, first, stretch)]
        if not anchor:
            continue
        link = np.zeros((len(ROLES[kind]), size))
        for role, stretches in enumerate(relation.roles):
            for stretch in stretches:
                link[role, _inside(tokens, first, stretch)] = 1
        if anchor[0] in rows:
            links[rows.index(anchor[0])] = np.maximum(links[rows.index(anchor[0])], link)
        else:
            rows.append(anchor[0])
            links.append(link)
    return Encoded(
        example,
        np.array(tokens.ids),
        first,
        np.eye(3, dtype=np.float16)[tags.T],
        np.array(rows, dtype=np.int64),
        np.array(links).reshape(len(rows), len(ROLES[kind]), size),
        float(bool(example.stated)),
        [not any(sign.isalnum() for sign in example.text[start:end]) for start, end in tokens.offsets],
        np.array(tokens.offsets),
    )


def firsts(tokens: Encoding) -> np.ndarray:
    """Whether each sub-token begins a word."""
    before = None
    found = []
    for word in tokens.word_ids:
        found.append(word is not None and word != before)
        before = word
    return np.array(found)


def _spans(example: Example, kind: str, layer: str) -> list[tuple[Stretch, ...]]:
    """What a layer marks, longest first: where two overlap, the longer stands."""
    found = []
    for relation in example.relations:
        if layer == ANCHOR[kind]:
            found.append(relation.anchor)
        else:
            found.append(relation.roles[ROLES[kind].index(layer)])
    return sorted(set(found), key=lambda stretches: -sum(end - start for start, end in stretches))


def _inside(tokens: Encoding, first: np.ndarray, stretch: Stretch) -> np.ndarray:
    start, end = stretch
    offsets = np.array(tokens.offsets)
    return np.nonzero(first & (offsets[:, 0] < end) & (offsets[:, 1] > start))[0]
