"""Attributions against PolNeAR (Newell, Margolin and Ruths, LREC 2018): tokens of content, spans of content, linked triples.

    python benchmarks/attributions.py CORPUS_DIR [--part test|dev|train|all] [--without-taggers] [--every N]

``CORPUS_DIR`` holds ``text/*.txt`` and brat stand-off annotations ``attributions/NAME_ANNOTATOR.ann``; an article with
several annotators counts once, by the first in alphabetical order. The parts are fixed by the SHA-256 of the article's file
name: the taggers were trained on ``train`` and tuned on ``dev``; report ``test``.

A token is a run of letters and digits. It is content if it stands in the content of any attribution of its article, nested or
not. Figures are over all articles together. A span of content is found if a predicted one shares at least half of the tokens
of both. A triple is found if source and content each share half of the tokens of the two together with those of one prediction
(or both have no source), and the cues share one; each prediction is used once. A predicted content that its own source and cue
interrupt ("…," X said, "…") counts without them: PolNeAR annotates the pieces, sayso gives the stretch from first to last.
"""

import argparse
import re
import sys
import time
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from corpora import Roles, Stretch, part
from corpora import attributions as annotated
from sayso.core.claim import Attribution
from sayso.core.document import Block, BlockKind, Document
from sayso.core.passage import Span
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.attributions import attributions
from sayso.read.parse import parse
from sayso.read.tagger.taggers import Taggers

_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True)
class Linked:
    """One attribution as sets of tokens."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def article(path: Path) -> Document:
    """An article with a paragraph a line."""
    text = path.read_bytes().decode("utf-8")
    blocks = [
        Block(BlockKind.PARAGRAPH, line.start(), line.end())
        for line in re.finditer(r"[^\n]+", text)
        if line.group().strip()
    ]
    return Document(path.name, text, tuple(blocks))


def linked(starts: list[int], event: Roles) -> Linked:
    def tokens(role: str) -> frozenset[int]:
        ranges = event.get(role, [])
        return frozenset(at for a, b in ranges for at in range(bisect_left(starts, a), bisect_left(starts, b)))

    return Linked(tokens("Source"), tokens("Cue"), tokens("Content"))


def predicted(starts: list[int], found: Attribution) -> Linked:
    def ranges(span: Span | None) -> list[Stretch]:
        return [(span.start, span.end)] if span else []

    one = linked(starts, {"Source": ranges(found.source), "Cue": ranges(found.cue), "Content": ranges(found.content)})
    return replace(one, content=one.content - one.source - one.cue)


def same_span(gold: Linked, other: Linked) -> bool:
    shared = len(gold.content & other.content)
    return shared > 0 and 2 * shared >= max(len(gold.content), len(other.content))


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0


def same_triple(gold: Linked, other: Linked) -> bool:
    halves = overlap(gold.source, other.source) >= 0.5 and overlap(gold.content, other.content) >= 0.5
    return halves and bool(gold.cue & other.cue)


def matched(gold: list[Linked], others: list[Linked], same: Callable[[Linked, Linked], bool]) -> int:
    """How many of the annotated are found, each prediction used once."""
    free, hits = list(others), 0
    for one in gold:
        match = next((other for other in free if same(one, other)), None)
        if match is not None:
            free.remove(match)
            hits += 1
    return hits


def shares(name: str, hits: int, predicted: int, gold: int) -> str:
    precision, recall = hits / max(1, predicted), hits / max(1, gold)
    harmonic = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{name}: precision {precision:.3f} recall {recall:.3f} F1 {harmonic:.3f} ({hits} of {gold}, {predicted} predicted)"


def read(paths: list[Path], *, taggers: Taggers | None) -> Iterator[tuple[Path, list[int], list[Linked], int, float]]:
    """Of every article: where its tokens start, what is predicted, its words, and the seconds that took without the parser."""
    for path, parsed in zip(paths, parse(map(article, paths)), strict=True):
        began = time.process_time()
        seen = taggers.read(parsed).attributions if taggers else []
        found = attributions(parsed, Actors(parsed), seen)
        seconds = time.process_time() - began
        starts = [token.start() for token in _TOKEN.finditer(parsed.document.text)]
        words = sum(len(sentence.words) for sentence in parsed.sentences)
        yield path, starts, [predicted(starts, one) for one in found if one.content], words, seconds


def measure(corpus: Path, wanted: str, every: int, *, taggers: Taggers | None) -> Iterator[str]:
    """The lines of the report."""
    paths = [path for path in sorted((corpus / "text").glob("*.txt")) if wanted in ("all", part(path.name))][::every]
    tokens, spans, triples, words, seconds = [0, 0, 0], [0, 0, 0], [0, 0, 0], 0, 0.0
    for path, starts, found, count, spent in read(paths, taggers=taggers):
        words, seconds = words + count, seconds + spent
        gold = [linked(starts, event) for event in annotated(corpus, path) if event.get("Content")]
        said = frozenset().union(*(one.content for one in gold))
        heard = frozenset().union(*(one.content for one in found))
        for totals, counts in (
            (tokens, (len(said & heard), len(heard), len(said))),
            (spans, (matched(gold, found, same_span), len(found), len(gold))),
            (triples, (matched(gold, found, same_triple), len(found), len(gold))),
        ):
            totals[:] = [total + count for total, count in zip(totals, counts, strict=True)]
    yield f"{len(paths)} articles ({wanted}), {words} words, {1e6 * seconds / max(1, words):.1f} microseconds a word"
    yield shares("tokens of content", *tokens)
    yield shares("spans of content", *spans)
    yield shares("source, cue and content linked", *triples)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--part", choices=("train", "dev", "test", "all"), default="test")
    parser.add_argument("--without-taggers", action="store_true", help="measure the grammar alone")
    parser.add_argument("--every", type=int, default=1, help="measure one article in N")
    given = parser.parse_args()
    taggers = None if given.without_taggers else Taggers()
    for line in measure(given.corpus, given.part, given.every, taggers=taggers):
        sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
