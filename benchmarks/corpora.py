"""The public corpora as they were annotated, and the parts they are cut into: for the measures here and for training.

Stretches are (start, end) character offsets. The parts are fixed by a hash, for ever and on every machine: the taggers are
trained on ``train`` and tuned on ``dev``; ``test`` is only measured.
"""

import ast
import csv
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

Stretch = tuple[int, int]
Roles = dict[str, list[Stretch]]

_MARK = re.compile(r"</?(ARG0|ARG1|SIG)\d*>")
_PLACE = re.compile(r"(\d+) (\d+)")


def part(name: str) -> str:
    """``dev`` for one in twenty, ``test`` for two in twenty, else ``train``: by the hash of an article's file name."""
    slot = int(sha256(name.encode()).hexdigest()[:8], 16) % 20
    return "dev" if slot == 0 else "test" if slot <= 2 else "train"


def part_of(sentence: str) -> str:
    """The part of a sentence that stands alone; twins that differ in case or spacing stay together."""
    return part(" ".join(sentence.lower().split()))


def attributions(corpus: Path, article: Path) -> list[Roles]:
    """The attributions of an article of PolNeAR (Newell, Margolin and Ruths, LREC 2018): ``Source``, ``Cue``, ``Content``.

    ``corpus/attributions`` holds brat stand-off files ``NAME_ANNOTATOR.ann``; of several the first in alphabetical order counts.
    """
    folder = corpus / "attributions"
    files = sorted(path for path in folder.glob("*.ann") if path.stem.rpartition("_")[0] == article.stem)
    spans: Roles = {}
    events: list[Roles] = []
    for line in files[0].read_text("utf-8").split("\n") if files else []:
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            places = _PLACE.findall(rest.partition("\t")[0])
            spans[name] = [(int(start), int(end)) for start, end in places]
        elif name.startswith("E"):
            event: Roles = {}
            for role, _, target in (item.partition(":") for item in rest.split()):
                event.setdefault(role.rstrip("0123456789"), []).extend(spans.get(target, []))
            events.append(event)
    return events


def causal_news(corpus: Path) -> Iterator[tuple[str, list[Roles]]]:
    """The sentences of the Causal News Corpus V2 (Tan and others, LREC 2022) with the relations marked in them: ``ARG0`` the
    cause, ``ARG1`` the effect, ``SIG`` the signal, which may stand in several pieces."""
    csv.field_size_limit(1 << 24)
    with (corpus / "train_spans.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield row["text"], [_unmarked(copy) for copy in ast.literal_eval(row["causal_text_w_pairs"])]


def _unmarked(copy: str) -> Roles:
    """The stretches marked in a copy of a sentence; marks may nest."""
    found: Roles = {"ARG0": [], "ARG1": [], "SIG": []}
    opened: dict[str, int] = {}
    at = length = 0
    for mark in _MARK.finditer(copy):
        length += mark.start() - at
        at = mark.end()
        if mark.group().startswith("</"):
            found[mark.group(1)].append((opened.pop(mark.group(1)), length))
        else:
            opened[mark.group(1)] = length
    return {role: sorted(stretches) for role, stretches in found.items()}
