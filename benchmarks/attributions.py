"""Attributions against PolNeAR (Newell, Margolin and Ruths, LREC 2018): tokens of content, and spans of content.

    python benchmarks/attributions.py CORPUS_DIR [--half test|dev|all] [--every N]

``CORPUS_DIR`` holds ``text/*.txt`` and brat stand-off annotations ``attributions/NAME_ANNOTATOR.ann``; an article with
several annotators counts once, by the first in alphabetical order. The halves are fixed by the SHA-256 of the article's
file name, so that what was developed on one half is measured on the other.

A token is a run of letters and digits. It is content if it stands in the content of any attribution of its article,
nested or not. Figures are over all tokens of all articles together. A span of content is found if a predicted one shares
at least half of the tokens of both; each is used once.
"""

import argparse
import hashlib
import re
import sys
import time
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

from sayso.core.document import Block, BlockKind, Document
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.attributions import attributions
from sayso.read.parse import parse

_TOKEN = re.compile(r"\w+")
Ranges = list[tuple[int, int]]


def half(name: str) -> str:
    """Which half an article belongs to."""
    return "dev" if hashlib.sha256(name.encode()).digest()[0] % 2 == 0 else "test"


def annotated(folder: Path, stem: str) -> list[Ranges]:
    """The contents of an article, each as the (start, end) ranges of its possibly discontinuous span."""
    files = sorted(file for file in folder.iterdir() if file.name.rpartition("_")[0] == stem)
    contents: dict[str, Ranges] = {}
    linked: list[str] = []
    for line in files[0].read_text("utf-8").split("\n") if files else []:
        name, _, rest = line.partition("\t")
        if name.startswith("T") and rest.startswith("Content "):
            places = rest.partition("\t")[0].removeprefix("Content ")
            contents[name] = [(int(a), int(b)) for a, b in (place.split() for place in places.split(";"))]
        elif name.startswith("E"):
            linked += [part.partition(":")[2] for part in rest.split() if part.startswith("Content")]
    return [contents[name] for name in linked if name in contents]


def article(path: Path) -> Document:
    """An article with a paragraph a line."""
    text = path.read_text("utf-8")
    blocks = [
        Block(BlockKind.PARAGRAPH, line.start(), line.end())
        for line in re.finditer(r"[^\n]+", text)
        if line.group().strip()
    ]
    return Document(path.name, text, tuple(blocks))


def tokens_in(starts: list[int], ranges: Ranges) -> set[int]:
    return {at for a, b in ranges for at in range(bisect_left(starts, a), bisect_left(starts, b))}


def found(gold: list[set[int]], predicted: list[set[int]]) -> int:
    """How many spans of content are found, each prediction used once."""
    free = list(predicted)
    hits = 0
    for span in gold:
        match = next((one for one in free if 2 * len(one & span) >= max(len(one), len(span))), None)
        if match is not None and span:
            free.remove(match)
            hits += 1
    return hits


def shares(name: str, hits: int, predicted: int, gold: int) -> str:
    precision, recall = hits / max(1, predicted), hits / max(1, gold)
    harmonic = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{name}: precision {precision:.3f} recall {recall:.3f} F1 {harmonic:.3f} ({hits} of {gold}, {predicted} predicted)"


def measure(corpus: Path, wanted: str, every: int) -> Iterator[str]:
    """The lines of the report."""
    paths = [path for path in sorted((corpus / "text").glob("*.txt")) if wanted in ("all", half(path.name))][::every]
    tokens, spans, words, seconds = [0, 0, 0], [0, 0, 0], 0, 0.0
    for path, parsed in zip(paths, parse(map(article, paths)), strict=True):
        began = time.perf_counter()
        claims = attributions(parsed, Actors(parsed))
        seconds += time.perf_counter() - began
        words += sum(len(sentence.words) for sentence in parsed.sentences)
        starts = [token.start() for token in _TOKEN.finditer(parsed.document.text)]
        gold = [tokens_in(starts, ranges) for ranges in annotated(corpus / "attributions", path.stem)]
        predicted = [tokens_in(starts, [(one.content.start, one.content.end)]) for one in claims if one.content]
        said, heard = set().union(*gold), set().union(*predicted)
        tokens = [a + b for a, b in zip(tokens, (len(said & heard), len(heard), len(said)), strict=True)]
        spans = [a + b for a, b in zip(spans, (found(gold, predicted), len(predicted), len(gold)), strict=True)]
    yield f"{len(paths)} articles ({wanted}), {words} words, {1e6 * seconds / max(1, words):.1f} microseconds a word"
    yield shares("tokens of content", *tokens)
    yield shares("spans of content", *spans)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--half", choices=("test", "dev", "all"), default="test")
    parser.add_argument("--every", type=int, default=1, help="measure one article in N")
    given = parser.parse_args()
    for line in measure(given.corpus, given.half, given.every):
        sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
