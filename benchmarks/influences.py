"""Influences against the Causal News Corpus V2 (Tan and others, LREC 2022): which sentences state a cause and its effect.

    python benchmarks/influences.py CORPUS_DIR [--half test|dev|all] [--signals]

``CORPUS_DIR`` holds ``train_sentences.csv`` (columns ``text`` and ``label``) and, for the ends, ``train_spans.csv`` (column
``causal_text_w_pairs``). The halves are fixed by the SHA-256 of the sentence, so that what was developed on one half is measured
on the other. A sentence counts as causal if at least one influence is read in it. An end is found if its words overlap the
annotated cause or effect by half of the shorter one, both ends of one relation together; each relation is used once.
``--signals`` lists the commonest signals with the share of their sentences that are causal.
"""

import argparse
import ast
import csv
import hashlib
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.core.claim import Influence
from sayso.core.document import Block, BlockKind, Document
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.influences import influences
from sayso.read.parse import parse

_MARK = re.compile(r"</?(?:ARG|SIG)\d>")
_FEWEST = 3  # sentences with a signal before its share is listed


@dataclass(frozen=True)
class Seen:
    """What was read in one sentence."""

    text: str
    causal: bool
    found: list[Influence]


def half(text: str) -> str:
    """Which half a sentence belongs to."""
    return "dev" if int(hashlib.sha256(text.encode()).hexdigest(), 16) % 2 == 0 else "test"


def sentences(corpus: Path, wanted: str) -> dict[str, bool]:
    """Each sentence once, with whether it is causal; twins with different labels count as causal."""
    found: dict[str, bool] = {}
    with (corpus / "train_sentences.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if wanted in ("all", half(row["text"])):
                found[row["text"]] = found.get(row["text"], False) or row["label"] == "1"
    return found


def relations(corpus: Path) -> dict[str, list[tuple[str, str]]]:
    """The annotated (cause, effect) of each sentence."""
    found: dict[str, list[tuple[str, str]]] = {}
    csv.field_size_limit(1 << 24)
    with (corpus / "train_spans.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for marked in ast.literal_eval(row["causal_text_w_pairs"]):
                ends = [re.search(rf"<ARG{side}>(.*?)</ARG{side}>", marked, re.DOTALL) for side in (0, 1)]
                if ends[0] and ends[1]:
                    pair = (_MARK.sub("", ends[0].group(1)), _MARK.sub("", ends[1].group(1)))
                    found.setdefault(row["text"], []).append(pair)
    return found


def read(texts: list[str], labels: list[bool]) -> Iterator[tuple[Seen, int, float]]:
    """What is read in each sentence, its words, and the seconds that took without the parser."""
    documents = (Document("s", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),)) for text in texts)
    for parsed, label in zip(parse(documents), labels, strict=True):
        actors, began = Actors(parsed), time.perf_counter()
        proposals = influences(parsed, actors)
        seconds = time.perf_counter() - began
        found = [one.body for one in proposals if isinstance(one.body, Influence)]
        yield Seen(parsed.document.text, label, found), sum(len(s.words) for s in parsed.sentences), seconds


def _alike(a: str, b: str) -> bool:
    first, second = set(re.findall(r"\w+", a.lower())), set(re.findall(r"\w+", b.lower()))
    return bool(first and second) and len(first & second) * 2 >= min(len(first), len(second))


def ends(seen: Seen, gold: list[tuple[str, str]]) -> int:
    """How many annotated relations are found, each prediction used once."""
    free, hits = list(seen.found), 0
    for cause, effect in gold:
        match = next((one for one in free if _alike(one.cause.text, cause) and _alike(one.effect.text, effect)), None)
        if match is not None:
            free.remove(match)
            hits += 1
    return hits


def shares(name: str, hits: int, predicted: int, gold: int) -> str:
    precision, recall = hits / max(1, predicted), hits / max(1, gold)
    harmonic = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{name}: precision {precision:.3f} recall {recall:.3f} F1 {harmonic:.3f} ({hits} of {gold}, {predicted} predicted)"


def signals(seen: list[Seen]) -> Iterator[str]:
    total, causal = Counter[str](), Counter[str]()
    for one in seen:
        for signal in sorted({found.signal.lower() for found in one.found}):
            total[signal] += 1
            causal[signal] += one.causal
    for signal, count in sorted(total.items(), key=lambda item: (-item[1], item[0])):
        if count >= _FEWEST:
            yield f"  {signal}: {count} sentences, {causal[signal] / count:.2f} causal"


def measure(corpus: Path, wanted: str, *, list_signals: bool) -> Iterator[str]:
    """The lines of the report."""
    labelled, marked = sentences(corpus, wanted), relations(corpus)
    answers = list(read(list(labelled), list(labelled.values())))
    seen, words = [one for one, _, _ in answers], sum(count for _, count, _ in answers)
    seconds = sum(spent for _, _, spent in answers)
    yield f"{len(seen)} sentences ({wanted}), {words} words, {1e6 * seconds / max(1, words):.1f} microseconds a word"
    hits, predicted = sum(one.causal and bool(one.found) for one in seen), sum(bool(one.found) for one in seen)
    yield shares("causal sentences", hits, predicted, sum(one.causal for one in seen))
    pairs = [(one, marked[one.text]) for one in seen if one.text in marked]
    found = sum(ends(one, gold) for one, gold in pairs)
    yield shares(
        "cause and effect", found, sum(len(one.found) for one, _ in pairs), sum(len(gold) for _, gold in pairs)
    )
    if list_signals:
        yield from signals(seen)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--half", choices=("test", "dev", "all"), default="test")
    parser.add_argument("--signals", action="store_true")
    given = parser.parse_args()
    for line in measure(given.corpus, given.half, list_signals=given.signals):
        sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
