"""Measures the figures that are read: span, value and unit, and whether the subject names what is measured.

Usage: figures.py [FILE.jsonl] [-v]

Each line of the file is ``{"text": …, "figures": [{"figure", "low", "high", "unit", "subject"}]}``; ``subject`` is words that the
subject must contain ("" asks nothing). Without a file: ``data/figures.jsonl``, sentences written for sayso on banks, a lake, an
epidemic, elections, sport, war, trade and cities, and texts whose numbers are none of these. A figure is right when its numeral is
the annotated one, both bounds are within one per cent and the unit is the same; an open bound must be open.
"""

import json
import re
import sys
from pathlib import Path

from sayso.core.claim import Figure
from sayso.core.document import Block, BlockKind, Document
from sayso.read.grammar.figures import figures
from sayso.read.parse import parse

OWN = Path(__file__).parent / "data" / "figures.jsonl"


def _near(a: float | None, b: float | None) -> bool:
    return a is b if a is None or b is None else abs(a - b) <= 0.011 * max(abs(a), abs(b), 1e-9)


def _digits(text: str) -> set[str]:
    return set(re.findall(r"\d[\d.,]*\d|\d", text)) or set(text.lower().replace("-", " ").split())


def _same(gold: dict[str, object], seen: Figure) -> bool:
    return bool(
        _digits(str(gold["figure"])) & _digits(seen.span.text)
        and _near(gold["low"], seen.low)  # type: ignore[arg-type]
        and _near(gold["high"], seen.high)  # type: ignore[arg-type]
        and gold["unit"] == seen.unit
    )


def measure(path: Path, *, verbose: bool = False) -> dict[str, float]:
    """Precision, recall and F1 of the figures, and the share of right figures whose subject has the words asked for."""
    cases = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    documents = (
        Document(f"{at}", case["text"], (Block(BlockKind.PARAGRAPH, 0, len(case["text"])),))
        for at, case in enumerate(cases)
    )
    right = told = asked = named = annotated = 0
    for case, parsed in zip(cases, parse(documents), strict=True):
        seen = [proposal.body for proposal in figures(parsed) if isinstance(proposal.body, Figure)]
        told += len(seen)
        annotated += len(case["figures"])
        for gold in case["figures"]:
            hit = next((one for one in seen if _same(gold, one)), None)
            if hit is None:
                if verbose:
                    print("MISSED", gold, "in", case["text"])
                continue
            seen.remove(hit)
            right += 1
            asked += bool(gold["subject"])
            found = bool(gold["subject"]) and gold["subject"].lower() in hit.subject.lower()
            named += found
            if verbose and gold["subject"] and not found:
                print(
                    "SUBJECT",
                    repr(gold["subject"]),
                    "is not in",
                    repr(hit.subject),
                    "for",
                    hit.span.text,
                    "in",
                    case["text"],
                )
        if verbose:
            for one in seen:
                print("SURPLUS", one.span.text, one.low, one.high, one.unit, "in", case["text"])
    precision, recall = right / max(1, told), right / max(1, annotated)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "subjects": named / max(1, asked),
        "annotated": annotated,
    }


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:] if argument != "-v"]
    for name, value in measure(given[0] if given else OWN, verbose="-v" in sys.argv).items():
        print(f"{name} {value:.3f}")
