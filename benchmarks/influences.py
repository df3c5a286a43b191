"""Influences against the Causal News Corpus V2 (Tan and others, LREC 2022): which sentences state a cause and its effect.

    python benchmarks/influences.py CORPUS_DIR [--part test|dev|train|all|unseen] [--without-taggers] [--signals]

``CORPUS_DIR`` holds ``train_sentences.csv`` (columns ``text`` and ``label``) and ``train_spans.csv`` (column
``causal_text_w_pairs``). The parts are fixed by the SHA-256 of the sentence in lower case: the
taggers were trained on ``train`` and tuned on ``dev``; report ``test``. Claims are counted, not suggestions, nor what
a sentence denies.

- sentences: a sentence counts as causal if at least one influence is claimed in it.
- spans: cause, effect and signal with exactly the annotated words, as the shared task counts them (best pairing of claims with
  annotated relations; a wrong edge is half an error on either side; only sentences with a relation; surplus claims dropped).
- pairs: both ends share half of the words of the two together; all sentences, each claim and each relation used once.

What a deed aims at is its possible effect here and its cause in the corpus, so aims are compared the other way round.
``--signals`` lists the commonest signals with the share of their sentences that are causal.
"""

import argparse
import csv
import hashlib
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

from corpora import Stretch, causal_news, part_of
from sayso.core.claim import Influence, Modality
from sayso.core.document import Block, BlockKind, Document
from sayso.read.grammar.influences import influences
from sayso.read.grammar.modality import stance
from sayso.read.parse import Parse, parse
from sayso.read.proposal import Proposal
from sayso.read.tagger.taggers import Sight, Taggers

_WORD = re.compile(r"\w+")
_FEWEST = 3  # sentences with a signal before its share is listed
_MOST = 6  # claims of one sentence that are paired in every order
Words = frozenset[int]
Triple = tuple[Words, Words, Words]  # cause, effect, signal


@dataclass(frozen=True)
class Seen:
    """One sentence: whether it is causal, its annotated relations, what was read in it, and the signals of that."""

    causal: bool
    gold: list[Triple]
    found: list[Triple]
    signals: list[str]


def developed(text: str) -> bool:
    """Whether the sentence is of the half that the grammar was developed on; the other half, ``unseen``, was only measured."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 2 == 0


def sentences(corpus: Path, wanted: str) -> dict[str, bool]:
    """Each sentence once, with whether it is causal; twins with different labels count as causal."""
    found: dict[str, bool] = {}
    with (corpus / "train_sentences.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if wanted in ("all", part_of(row["text"])) or (wanted == "unseen" and not developed(row["text"])):
                found[row["text"]] = found.get(row["text"], False) or row["label"] == "1"
    return found


def relations(corpus: Path) -> dict[str, list[Triple]]:
    """The annotated relations of each sentence."""
    found: dict[str, list[Triple]] = {}
    for text, marked in causal_news(corpus):
        for roles in marked:
            cause, effect, signal = (words_in(text, roles[role]) for role in ("ARG0", "ARG1", "SIG"))
            found.setdefault(text, []).append((cause, effect, signal))
    return found


def words_in(text: str, stretches: list[Stretch]) -> Words:
    """The words of a text, by number, that begin in the stretches."""
    starts = [word.start() for word in _WORD.finditer(text)]
    return frozenset(n for n, start in enumerate(starts) if any(a <= start < b for a, b in stretches))


def read(texts: list[str], taggers: Taggers | None) -> Iterator[tuple[Parse, list[Proposal], float]]:
    """What is claimed in each sentence, and the seconds that took without the parser."""
    documents = (Document("s", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),)) for text in texts)
    for parsed in parse(documents):
        began = time.process_time()
        sight = taggers.read(parsed) if taggers else Sight()
        proposals = influences(parsed, sight)
        claims = [one for one in proposals if not one.suggested and not denied(one)]
        yield parsed, claims, time.process_time() - began


def denied(proposal: Proposal) -> bool:
    """Whether the sentence says that the one does not act on the other."""
    if proposal.negated is not None:
        return proposal.negated
    return stance(proposal.sentence, proposal.predicate, proposal.anchor).negated


def triple(text: str, proposal: Proposal) -> Triple:
    """Cause, effect and signal of a claim, by the corpus's convention."""
    body = proposal.body
    if not isinstance(body, Influence):
        raise TypeError(f"{type(body).__name__} is no influence")
    cause = words_in(text, [(body.cause.start, body.cause.end)])
    effect = words_in(text, [(body.effect.start, body.effect.end)])
    last = body.signal.lower().split()[-1:]
    if proposal.modality is Modality.POSSIBLE and last in (["to"], ["that"]):
        cause, effect = effect, cause
    at = _nearest(text, body.signal, (body.cause.start, body.effect.start))
    return cause, effect, words_in(text, [(at, at + len(body.signal))]) if at >= 0 else frozenset()


def _nearest(text: str, signal: str, ends: tuple[int, int]) -> int:
    """Where a signal's words stand, of several places the one nearest the beginning of either end."""
    places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(signal)}(?!\w)", text)] if signal else []
    return min(places, key=lambda at: min(abs(at - end) for end in ends), default=-1)


def overlap(one: Words, other: Words) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def pairs(seen: Seen) -> int:
    """How many annotated relations are found, each claim used once."""
    free, hits = list(seen.found), 0
    for cause, effect, _ in seen.gold:
        match = next((f for f in free if overlap(f[0], cause) >= 0.5 and overlap(f[1], effect) >= 0.5), None)
        if match is not None:
            free.remove(match)
            hits += 1
    return hits


def spans(seen: Seen) -> tuple[float, float, float]:
    """(right, predicted, annotated) spans under the best pairing."""
    found: list[Triple | None] = [*seen.found[:_MOST]]
    found += [None] * max(0, len(seen.gold) - len(found))
    return max(
        tuple(map(sum, zip(*(_paired(mine, gold) for mine, gold in zip(order, seen.gold, strict=True)), strict=True)))
        for order in permutations(found, len(seen.gold))
    )


def _paired(mine: Triple | None, gold: Triple) -> tuple[float, float, float]:
    right = predicted = annotated = 0.0
    for got, want in zip(mine or (frozenset(),) * 3, gold, strict=True):
        if got and got == want:
            right, predicted, annotated = right + 1, predicted + 1, annotated + 1
        elif got & want:
            predicted, annotated = predicted + 0.5, annotated + 0.5
        else:
            predicted, annotated = predicted + bool(got), annotated + bool(want)
    return right, predicted, annotated


def shares(name: str, hits: float, predicted: float, gold: float) -> str:
    precision, recall = hits / max(1, predicted), hits / max(1, gold)
    harmonic = 2 * precision * recall / max(1e-9, precision + recall)
    return (
        f"{name}: precision {precision:.3f} recall {recall:.3f} F1 {harmonic:.3f} "
        f"({hits:g} of {gold:g}, {predicted:g} predicted)"
    )


def signals(seen: list[Seen]) -> Iterator[str]:
    total, causal = Counter[str](), Counter[str]()
    for one in seen:
        for signal in sorted(set(one.signals)):
            total[signal] += 1
            causal[signal] += one.causal
    for signal, count in sorted(total.items(), key=lambda item: (-item[1], item[0])):
        if count >= _FEWEST:
            yield f"  {signal}: {count} sentences, {causal[signal] / count:.2f} causal"


def measure(corpus: Path, wanted: str, taggers: Taggers | None, *, list_signals: bool) -> Iterator[str]:
    """The lines of the report."""
    labelled, marked = sentences(corpus, wanted), relations(corpus)
    seen, words, seconds = [], 0, 0.0
    for (text, causal), (parsed, found, spent) in zip(labelled.items(), read(list(labelled), taggers), strict=True):
        words, seconds = words + sum(len(one.words) for one in parsed.sentences), seconds + spent
        said = [one.body.signal.lower() for one in found if isinstance(one.body, Influence)]
        triples = list(dict.fromkeys(triple(text, one) for one in found))
        seen.append(Seen(causal, marked.get(text, []), triples, said))
    yield f"{len(seen)} sentences ({wanted}), {words} words, {1e6 * seconds / max(1, words):.1f} microseconds a word"
    hits, predicted = sum(one.causal and bool(one.found) for one in seen), sum(bool(one.found) for one in seen)
    yield shares("causal sentences", hits, predicted, sum(one.causal for one in seen))
    yield shares("spans", *map(sum, zip(*(spans(one) for one in seen if one.gold), strict=True)))
    yield shares(
        "pairs",
        sum(map(pairs, seen)),
        sum(len(one.found) for one in seen),
        sum(len(one.gold) for one in seen),
    )
    if list_signals:
        yield from signals(seen)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--part", choices=("train", "dev", "test", "all", "unseen"), default="test")
    parser.add_argument("--without-taggers", action="store_true", help="measure the grammar alone")
    parser.add_argument("--signals", action="store_true")
    given = parser.parse_args()
    taggers = None if given.without_taggers else Taggers()
    for line in measure(given.corpus, given.part, taggers, list_signals=given.signals):
        sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
