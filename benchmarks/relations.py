"""Measures flows, ties and acts on the annotated paragraphs of ``data/relations.jsonl``, written for this benchmark.

Usage: python benchmarks/relations.py [-v]

A flow counts as found when both ends are the same actors and the goods share a word; a tie when both actors and the
relation agree; an act when actor, action and target agree. Ties of trade (supplies, buys from) are not counted: they repeat
the flows. The paragraphs marked ``open`` were looked at while the grammar was written, those marked ``held`` were not. With
``-v`` what was missed and what was surplus is listed.
"""

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from sayso.core.claim import Act, Flow, Tie
from sayso.core.document import Block, BlockKind, Document
from sayso.lexicon.names import key
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.acts import acts
from sayso.read.grammar.flows import flows
from sayso.read.grammar.ties import ties
from sayso.read.parse import parse

DATA = Path(__file__).parent / "data" / "relations.jsonl"
TRADE = {"supplies", "buys from"}

Row = tuple[str, ...]
Reading = tuple[dict[str, list[Row]], dict[str, list[Row]]]  # annotated, read


def rows_of_gold(entry: dict[str, list[dict[str, str | None]]]) -> dict[str, list[Row]]:
    return {
        "flows": [(end(one["from"]), end(one["to"]), str(one["goods"]).lower()) for one in entry["flows"]],
        "ties": [(end(one["a"]), str(one["relation"]), end(one["b"])) for one in entry["ties"]],
        "acts": [(end(one["actor"]), str(one["action"]), end(one["target"])) for one in entry["acts"]],
    }


def end(name: str | None) -> str:
    return key(name) if name else ""


def rows_read(text: str) -> dict[str, list[Row]]:
    document = Document("paragraph", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    parsed = next(iter(parse([document])))
    actors = Actors(parsed)
    bodies = [one.body for one in (*flows(parsed, actors), *ties(parsed, actors), *acts(parsed, actors))]
    return {
        "flows": [(end(b.origin), end(b.destination), b.goods.lower()) for b in bodies if isinstance(b, Flow)],
        "ties": [(end(b.a), b.relation, end(b.b)) for b in bodies if isinstance(b, Tie) and b.relation not in TRADE],
        "acts": [(end(b.actor), b.action, end(b.target)) for b in bodies if isinstance(b, Act) and b.target],
    }


def same_flow(one: Row, other: Row) -> bool:
    return one[:2] == other[:2] and bool(set(one[2].split()) & set(other[2].split()))


def same(one: Row, other: Row) -> bool:
    return one == other


def matched(gold: list[Row], read: list[Row], alike: Callable[[Row, Row], bool]) -> tuple[int, list[Row], list[Row]]:
    left, missed = list(read), []
    for row in gold:
        found = next((one for one in left if alike(row, one)), None)
        if found is None:
            missed.append(row)
        else:
            left.remove(found)
    return len(gold) - len(missed), missed, left


def main(arguments: Iterable[str]) -> None:
    verbose = "-v" in arguments
    entries = [json.loads(line) for line in DATA.read_text("utf-8").splitlines()]
    for split in ("open", "held"):
        readings = [(rows_of_gold(one), rows_read(one["text"])) for one in entries if one["split"] == split]
        for kind, alike in (("flows", same_flow), ("ties", same), ("acts", same)):
            print(f"{split} {kind:6}{score(kind, readings, alike, verbose=verbose)}")


def score(kind: str, readings: list[Reading], alike: Callable[[Row, Row], bool], *, verbose: bool) -> str:
    hits = gold_size = read_size = 0
    for gold, read in readings:
        hit, missed, surplus = matched(gold[kind], read[kind], alike)
        hits, gold_size, read_size = hits + hit, gold_size + len(gold[kind]), read_size + len(read[kind])
        if verbose:
            for row in missed:
                print(f"  missed  {kind} {row}")
            for row in surplus:
                print(f"  surplus {kind} {row}")
    precision, recall = hits / max(1, read_size), hits / max(1, gold_size)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{gold_size:4} annotated {read_size:3} read  precision {precision:.2f} recall {recall:.2f} F1 {f1:.2f}"


if __name__ == "__main__":
    main(sys.argv[1:])
