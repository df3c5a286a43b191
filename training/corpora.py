"""The public corpora as texts with layered spans and the relations between them.

Shape: an :class:`Example` is one text as a tagger reads it (a window of paragraphs, or a sentence); a relation has an anchor
(the cue, the cause) and a list of stretches for each role; all are (start, end) character offsets into the text.
"""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from tokenizers import Tokenizer

from training.split import part

Stretch = tuple[int, int]
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
    name: str
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


def _events(path: Path) -> list[dict[str, tuple[Stretch, ...]]]:
    """The attributions of one brat file: role to stretches."""
    spans: dict[str, tuple[Stretch, ...]] = {}
    events = []
    for line in path.read_text("utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            _, _, offsets = rest.partition("\t")[0].partition(" ")
            spans[key] = tuple((int(a), int(b)) for a, b in re.findall(r"(\d+) (\d+)", offsets))
        elif key.startswith("E"):
            parts: dict[str, tuple[Stretch, ...]] = {}
            for item in rest.split():
                role, _, target = item.partition(":")
                role = role.rstrip("0123456789").lower()
                parts[role] = parts.get(role, ()) + spans.get(target, ())
            events.append(parts)
    return events


def polnear(folder: Path, tokenizer: Tokenizer, wanted: str) -> list[Example]:
    """The windows of all articles of one part, with the attributions whose cue stands in them."""
    examples = []
    files = {path.stem: path for path in sorted((folder / "text").glob("*.txt"))}
    for stem, path in files.items():
        if part(path.name) != wanted:
            continue
        text = path.read_bytes().decode("utf-8")
        notes = sorted((folder / "attributions").glob(f"{stem}*.ann"))
        events = _events(notes[0]) if notes else []
        examples += [_window(f"{stem}:{held[0][0]}", text, held, events) for held in windows(text, tokenizer)]
    return examples


def _window(name: str, text: str, held: list[Stretch], events: list[dict[str, tuple[Stretch, ...]]]) -> Example:
    """Joins paragraphs by one line break; what stands outside the window is cut off a span."""
    starts, pieces, at = [], [], 0
    for first, last in held:
        starts.append(at)
        pieces.append(text[first:last])
        at += last - first + 1

    def moved(stretches: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
        found = []
        for start, end in stretches:
            for (first, last), here in zip(held, starts, strict=True):
                a, b = max(start, first), min(end, last)
                if a < b:
                    found.append((here + a - first, here + b - first))
        return tuple(found)

    relations = []
    for event in events:
        anchor = moved(event.get("cue", ()))
        if anchor:
            relations.append(Relation(anchor, tuple(moved(event.get(role, ())) for role in ROLES["attribution"])))
    return Example(name, "\n".join(pieces), relations)


_MARK = re.compile(r"</?(ARG0|ARG1|SIG\d*)>")


def _relation(marked: str) -> Relation:
    """The relation of one marked copy of a sentence; marks may nest, and a signal may stand in several pieces."""
    at, opened = 0, {}
    found: dict[str, list[Stretch]] = {"ARG0": [], "ARG1": [], "SIG": []}
    length = 0
    for mark in _MARK.finditer(marked):
        length += mark.start() - at
        at = mark.end()
        kind = mark.group(1)
        if mark.group().startswith("</"):
            found["SIG" if kind.startswith("SIG") else kind].append((opened.pop(kind), length))
        else:
            opened[kind] = length
    return Relation(tuple(found["ARG0"]), (tuple(found["ARG1"]), tuple(sorted(found["SIG"]))))


def causal_news(folder: Path, wanted: str) -> list[Example]:
    """The sentences of one part with their relations; a sentence states a cause just when it has one."""
    examples = []
    with (folder / "train_spans.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if part(" ".join(row["text"].lower().split())) == wanted:
                relations = [_relation(marked) for marked in ast.literal_eval(row["causal_text_w_pairs"])]
                examples.append(Example(row["index"], row["text"], relations, bool(relations)))
    return examples
