"""From what a tagger's network puts out to relations between stretches of words, in plain arithmetic.

Invariant: equal numbers give equal relations, and numbers that differ by less than the rounding nearly always do: all
scores are rounded before they decide. Training measures itself with this same code.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Run = tuple[int, int]  # words, the end exclusive

OUT, BEGIN, INSIDE = 0, 1, 2
_DECIMALS = 2  # of a logit; what different processors make of the same network differs by less
_SHOWN = 3  # decimals of a probability


@dataclass(frozen=True, slots=True)
class Layout:
    """What a file's outputs mean. ``layers`` names the layers of its tags and ``roles`` those that its links lead to; the
    one layer that is no role is the anchor, from which the links lead. Logits are divided by their ``temperature``
    before they become probabilities, and a word belongs to a role from ``threshold`` on."""

    name: str
    version: str
    layers: tuple[str, ...]
    roles: tuple[str, ...]
    temperature: Mapping[str, float] = field(default_factory=dict)
    threshold: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> Layout:
        """The layout of a file's metadata. ``temperature`` and ``threshold`` may be one number for all outputs, or a number
        for each of ``tags``, ``links`` and ``sentence``; 1 and 0.5 stand for what is missing."""
        return cls(
            str(record["name"]),
            str(record["version"]),
            tuple(record["layers"]),
            tuple(record["roles"]),
            _each(record.get("temperature")),
            _each(record.get("threshold")),
        )

    @property
    def anchor(self) -> int:
        """The place among the layers of the one that links lead from."""
        return next(at for at, name in enumerate(self.layers) if name not in self.roles)

    def probability(self, logits: Floats | float, output: str) -> Floats:
        """The calibrated probabilities of rounded logits."""
        scaled = np.round(np.asarray(logits, np.float64), _DECIMALS) / self.temperature.get(output, 1.0)
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(scaled, -60.0, 60.0))))

    def passes(self, output: str) -> float:
        return self.threshold.get(output, 0.5)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one input: where each one's first sub-token stands in it, and which are nothing but punctuation."""

    first: NDArray[np.intp]
    marks: NDArray[np.bool_]

    @classmethod
    def of(cls, word_ids: Sequence[int | None], texts: Sequence[str]) -> Words:
        """The words of an encoding; ``texts`` are the characters of each word, in order."""
        first: dict[int, int] = {}
        for at, word in enumerate(word_ids):
            if word is not None:
                first.setdefault(word, at)
        marks = [not any(sign.isalnum() for sign in texts[word]) for word in first]
        return cls(np.fromiter(first.values(), np.intp, len(first)), np.array(marks, np.bool_))


@dataclass(frozen=True, slots=True)
class Part:
    """Runs of words in order that together are one span, none if there is no such part, and how probable it is."""

    runs: tuple[Run, ...]
    probability: float


@dataclass(frozen=True, slots=True)
class Relation:
    """An anchor and what it is linked to, by the names of the roles."""

    anchor: Part
    parts: Mapping[str, Part]


def relations(tags: Floats, links: Floats, words: Words, layout: Layout) -> list[Relation]:
    """One relation for each anchor, in order of the words.

    ``tags`` are the logits of one input, (sub-tokens, layers, 3); ``links`` (roles, sub-tokens, sub-tokens): the second axis
    is the first sub-token of the anchor, the third the one that may belong to it.
    """
    if not len(words.first):
        return []
    logits = np.round(tags[words.first].astype(np.float64), _DECIMALS)
    if not (logits[:, layout.anchor].argmax(axis=1) != OUT).any():
        return []
    labels = labelled(logits)
    spans = [runs_of(labels[:, layer]) for layer in range(labels.shape[1])]
    anchors = spans[layout.anchor]
    if not anchors:
        return []
    sure = _sureness(logits[:, layout.anchor], labels[:, layout.anchor], layout)
    starts = words.first[[start for start, _ in anchors]]
    linked = layout.probability(links[:, starts][:, :, words.first], "links")
    members = _runs_in(np.round(linked, _SHOWN) > layout.passes("links"))
    found = []
    for at, anchor in enumerate(anchors):
        parts = {}
        for role, name in enumerate(layout.roles):
            tagged = spans[layout.layers.index(name)]
            runs = _linked(members[role, at], tagged, words, anchor)
            parts[name] = Part(runs, _mean(linked[role, at], runs))
        found.append(Relation(Part((anchor,), _mean(sure, (anchor,))), parts))
    return found


def labelled(logits: Floats) -> NDArray[np.intp]:
    """The best labels, (words, layers), of logits (words, layers, 3), of those in which nothing goes on that did not begin."""
    best: NDArray[np.intp] = logits.argmax(axis=2)
    wrong = (best[0] == INSIDE) | ((best[1:] == INSIDE) & (best[:-1] == OUT)).any(axis=0)
    for layer in np.flatnonzero(wrong):
        best[:, layer] = _best_path(logits[:, layer].tolist())
    return best


def _best_path(rows: list[list[float]]) -> list[int]:
    """Viterbi with one rule: inside only behind a beginning or an inside."""
    out, begin, inside = rows[0][OUT], rows[0][BEGIN], float("-inf")
    back: list[tuple[int, int]] = []  # where out and begin came from, where inside came from
    for row in rows[1:]:
        scores = (out, begin, inside)
        free = max(range(3), key=scores.__getitem__)
        within = BEGIN if begin >= inside else INSIDE
        back.append((free, within))
        out, begin, inside = scores[free] + row[OUT], scores[free] + row[BEGIN], scores[within] + row[INSIDE]
    scores = (out, begin, inside)
    path = [max(range(3), key=scores.__getitem__)]
    for free, within in reversed(back):
        path.append(within if path[-1] == INSIDE else free)
    return path[::-1]


def runs_of(labels: NDArray[np.intp]) -> list[Run]:
    """The spans that labels of one layer mark."""
    found: list[Run] = []
    for at in np.flatnonzero(labels != OUT).tolist():
        if labels[at] == INSIDE and found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def _runs_in(member: NDArray[np.bool_]) -> Mapping[tuple[int, int], list[Run]]:
    """The runs of words that are in it, for every role and anchor: (roles, anchors, words)."""
    found: defaultdict[tuple[int, int], list[Run]] = defaultdict(list)
    changes = np.diff(member, axis=2, prepend=False, append=False)
    places = zip(*(axis.tolist() for axis in np.nonzero(changes)), strict=True)
    for (role, at, start), (_, _, end) in zip(places, places, strict=True):
        found[role, at].append((start, end))
    return found


def _linked(members: list[Run], tagged: list[Run], words: Words, anchor: Run) -> tuple[Run, ...]:
    """The runs of linked words, small gaps closed, with the edges of the tagged spans that are mostly the same."""
    return tuple(_merged(_snapped(run, tagged) for run in _closed(members, words, anchor)))


def _closed(runs: list[Run], words: Words, anchor: Run) -> Iterator[Run]:
    """Joins runs with one word or only punctuation between them, but not over the anchor."""
    if not runs:
        return
    current = runs[0]
    for left, right in pairwise(runs):
        gap = (left[1], right[0])
        small = gap[1] - gap[0] <= 1 or bool(words.marks[gap[0] : gap[1]].all())
        if small and not (anchor[0] < gap[1] and gap[0] < anchor[1]):
            current = (current[0], right[1])
        else:
            yield current
            current = right
    yield current


def _snapped(run: Run, tagged: list[Run]) -> Run:
    """The tagged span that shares more than half of both with a run, or the run."""
    for span in tagged:
        shared = min(run[1], span[1]) - max(run[0], span[0])
        if 2 * shared > max(run[1] - run[0], span[1] - span[0]):
            return span
    return run


def _merged(runs: Iterator[Run]) -> list[Run]:
    found: list[Run] = []
    for start, end in sorted(runs):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _sureness(logits: Floats, labels: NDArray[np.intp], layout: Layout) -> Floats:
    """The probability of each word's label in one layer."""
    scaled = logits / layout.temperature.get("tags", 1.0)
    powers = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return np.asarray(powers[np.arange(len(labels)), labels] / powers.sum(axis=1))


def _mean(probable: Floats, runs: Sequence[Run]) -> float:
    """The mean over the words of the runs; 0 if there are none."""
    if not runs:
        return 0.0
    inside = [probable[start:end] for start, end in runs]
    whole = np.concatenate(inside) if len(inside) > 1 else inside[0]
    return round(float(np.add.reduce(whole)) / len(whole), _SHOWN)


def _each(given: float | Mapping[str, float] | None) -> dict[str, float]:
    if isinstance(given, Mapping):
        return {output: float(value) for output, value in given.items()}
    return {} if given is None else dict.fromkeys(("tags", "links", "sentence"), float(given))
