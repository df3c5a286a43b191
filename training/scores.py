"""The measures of the two corpora, on what the product decodes from a tagger's outputs."""

from __future__ import annotations

from itertools import permutations

import numpy as np

from sayso.read.tagger.decoding import Layout, Words, relations
from training.corpora import LAYERS, ROLES
from training.encoding import Encoded

Outputs = tuple[np.ndarray, np.ndarray, float]
Role = frozenset[int]  # words


def layout_of(kind: str) -> Layout:
    return Layout(kind, "0", LAYERS[kind], ROLES[kind])


def words_of(one: Encoded) -> Words:
    """The words of an example; what is no letter or digit is a mark."""
    first = np.nonzero(one.first)[0]
    return Words(first, np.array([one.marks[at] for at in first], dtype=bool))


def decoded(kind: str, one: Encoded, outputs: Outputs) -> list[tuple[Role, ...]]:
    """Relations as sets of words: the anchor, then the roles."""
    found = []
    for relation in relations(outputs[0], outputs[1], words_of(one), layout_of(kind)):
        parts = [relation.anchor, *(relation.parts[role] for role in ROLES[kind])]
        found.append(tuple(frozenset(w for start, end in part.runs for w in range(start, end)) for part in parts))
    return found


def true(kind: str, one: Encoded) -> list[tuple[Role, ...]]:
    """The annotated relations as sets of words."""
    return [
        tuple(frozenset(one.words_in(stretches)) for stretches in (relation.anchor, *relation.roles))
        for relation in one.example.relations
    ]


def f1(hit: float, predicted: float, gold: float) -> str:
    precision, recall = hit / max(1e-9, predicted), hit / max(1e-9, gold)
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def overlap(a: Role, b: Role) -> float:
    return len(a & b) / len(a | b) if a or b else 0.0


def scored(kind: str, data: list[Encoded], outputs: list[Outputs]) -> str:
    return _attributions(data, outputs) if kind == "attribution" else _causes(data, outputs)


def _attributions(data: list[Encoded], outputs: list[Outputs]) -> str:
    """Words of content; triples whose source, cue and content each overlap the annotated ones."""
    tokens, triples = np.zeros(3), np.zeros(3)
    for one, out in zip(data, outputs, strict=True):
        mine, gold = decoded("attribution", one, out), true("attribution", one)
        mine = [triple for triple in mine if triple[2]]
        said, should = (frozenset().union(*(triple[2] for triple in some)) for some in (mine, gold))
        tokens += len(said & should), len(said), len(should)
        used: set[int] = set()
        for want in gold:
            best = max(
                (at for at in range(len(mine)) if at not in used and _same(mine[at], want)),
                key=lambda at: overlap(mine[at][2], want[2]),
                default=None,
            )
            if best is not None:
                used.add(best)
        triples += len(used), len(mine), len(gold)
    return f"content words {f1(*tokens)}; triples {f1(*triples)}"


def _same(mine: tuple[Role, ...], want: tuple[Role, ...]) -> bool:
    cue, source, content = (overlap(a, b) for a, b in zip(mine, want, strict=True))
    sourced = source >= 0.5 if want[1] else not mine[1]
    return cue > 0 and sourced and content >= 0.5


def _causes(data: list[Encoded], outputs: list[Outputs]) -> str:
    """Sentences; spans by the shared task's counting; pairs with both spans overlapping by half, all sentences."""
    sentences, spans, pairs = np.zeros(3), np.zeros(3), np.zeros(3)
    for one, out in zip(data, outputs, strict=True):
        said = out[2] > 0
        sentences += said and bool(one.stated), said, bool(one.stated)
        mine = [relation for relation in decoded("cause", one, out) if relation[0] and relation[1]]
        gold = true("cause", one)
        if gold:
            spans += _fair(mine, gold)
        mine = mine if said else []
        used: set[int] = set()
        for want in gold:
            for at, relation in enumerate(mine):
                near = min(overlap(relation[0], want[0]), overlap(relation[1], want[1]))
                if at not in used and near >= 0.5:
                    used.add(at)
                    break
        pairs += len(used), len(mine), len(gold)
    return f"sentences {f1(*sentences)}; spans {f1(*spans)}; pairs {f1(*pairs)}"


def _fair(mine: list[tuple[Role, ...]], gold: list[tuple[Role, ...]]) -> np.ndarray:
    """(hits, predicted, gold) of the best pairing; a span with a wrong edge counts half against each; surplus is dropped."""
    mine = mine[:6]
    slots = [*mine, *[None] * max(0, len(gold) - len(mine))]
    return max((sum(map(_paired, order, gold)) for order in permutations(slots, len(gold))), key=lambda c: tuple(c))


def _paired(mine: tuple[Role, ...] | None, gold: tuple[Role, ...]) -> np.ndarray:
    counts = np.zeros(3)
    for role, want in enumerate(gold):
        got = mine[role] if mine else frozenset()
        if got and got == want:
            counts += 1, 1, 1
        elif got & want:
            counts += 0, 0.5, 0.5
        else:
            counts += 0, bool(got), bool(want)
    return counts
