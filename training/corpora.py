"""The public corpora as texts with layered spans and the relations between them.

Shape: an :class:`Example` is one text as a tagger reads it (a window of paragraphs, or a sentence); a relation has an anchor
(the cue, the cause) and a list of stretches for each role; all are (start, end) character offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from benchmarks.corpora import Roles, Stretch, attributions, part, part_of
from benchmarks.corpora import causal_news as marked
from tokenizers import Tokenizer

WINDOW = 318  # sub-tokens of a window of paragraphs, without the two marks at its ends

LAYERS = {"attribution": ("source", "cue", "content"), "cause": ("cause", "effect", "signal")}
ANCHOR = {"attribution": "cue", "cause": "cause"}
ROLES = {"attribution": ("source", "content"), "cause": ("effect", "signal")}


@dataclass(frozen=True)
class Relation:
    """One attribution, or one cause–effect relation."""

    anchor: tuple[Stretch, ...]
    roles: tuple[tuple[Stretch, ...], ...]


@dataclass
class Example:
    text: str
    relations: list[Relation] = field(default_factory=list)
    stated: bool | None = None


def _paragraphs(text: str) -> Iterator[Stretch]:
    for line in re.finditer(r"[^\n]+", text):
        if line.group().strip():
            yield line.span()


def _pieces(text: str, tokenizer: Tokenizer) -> Iterator[tuple[Stretch, int]]:
    """Paragraphs with their lengths in sub-tokens, those longer than a window cut at its length."""
    for start, end in _paragraphs(text):
        encoded = tokenizer.encode(text[start:end], add_special_tokens=False)
        starts = [offset[0] for offset in encoded.offsets]
        if not starts:
            continue
        cuts = [*starts[::WINDOW], end - start]
        for first, last in pairwise(cuts):
            yield (start + first, start + last), min(WINDOW, len(starts))


def windows(text: str, tokenizer: Tokenizer) -> Iterator[list[Stretch]]:
    """Consecutive paragraphs packed greedily into windows."""
    held: list[Stretch] = []
    full = 0
    for stretch, size in _pieces(text, tokenizer):
        if held and full + size > WINDOW:
            yield held
            held, full = [], 0
        held.append(stretch)
        full += size
    if held:
        yield held


def polnear(folder: Path, tokenizer: Tokenizer, wanted: str) -> list[Example]:
    """The windows of all articles of one part, with the attributions whose cue stands in them."""
    examples = []
    for path in sorted((folder / "text").glob("*.txt")):
        if part(path.name) == wanted:
            text, events = path.read_bytes().decode("utf-8"), attributions(folder, path)
            examples += [_window(text, held, events) for held in windows(text, tokenizer)]
    return examples


def _window(text: str, held: list[Stretch], events: list[Roles]) -> Example:
    """Joins paragraphs by one line break; what stands outside the window is cut off a span."""
    starts, pieces, at = [], [], 0
    for first, last in held:
        starts.append(at)
        pieces.append(text[first:last])
        at += last - first + 1

    def moved(stretches: list[Stretch]) -> tuple[Stretch, ...]:
        found = []
        for start, end in stretches:
            for (first, last), here in zip(held, starts, strict=True):
                a, b = max(start, first), min(end, last)
                if a < b:
                    found.append((here + a - first, here + b - first))
        return tuple(found)

    relations = []
    for event in events:
        anchor = moved(event.get("Cue", []))
        if anchor:
            roles = tuple(moved(event.get(role.title(), [])) for role in ROLES["attribution"])
            relations.append(Relation(anchor, roles))
    return Example("\n".join(pieces), relations)


def causal_news(folder: Path, wanted: str) -> list[Example]:
    """The sentences of one part with their relations; a sentence states a cause just when it has one."""
    examples = []
    for text, copies in marked(folder):
        if part_of(text) == wanted:
            relations = [Relation(tuple(one["ARG0"]), (tuple(one["ARG1"]), tuple(one["SIG"]))) for one in copies]
            examples.append(Example(text, relations, bool(relations)))
    return examples
