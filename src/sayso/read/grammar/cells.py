"""Numbers in tables: what a cell measures stands in its column's header and its row's first cell.

Invariant: only a cell that is little more than its number is read so; a cell of prose is read as prose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.core.document import BlockKind
from sayso.lexicon.table import table
from sayso.read.grammar.inflection import singular
from sayso.read.grammar.units import currency_before, unit_after
from sayso.read.parse import Parse, Sentence

_SCALES: dict[str, float] = {**table("numerals")["scales"], **table("numerals")["short"]}
_SCALE = re.compile(
    rf"(?<![A-Za-z])({'|'.join(sorted(map(re.escape, _SCALES), key=len, reverse=True))})s?(?![A-Za-z])", re.IGNORECASE
)
_LABELS = re.compile(
    r"\s*(?:no\.?|#|nr\.?|id|rank|code|year|years|date|page|pages|section|article|isin|phone|tel\.?|ref\.?|chapter|version|s/n|row|item)\s*",
    re.IGNORECASE,
)
_SPARE = 4  # words besides the number that a cell of figures may hold
_MARKS = re.compile(r"[€£¥₹₽₴₺]|US\$|\$|(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])|%")


@dataclass(frozen=True, slots=True)
class CellFigure:
    subject: str
    unit: str
    factor: float = 1.0


def is_header(parse: Parse, sentence: Sentence) -> bool:
    """Whether a row's sentence stands in a header row."""
    block = parse.document.blocks[sentence.block]
    following = parse.document.blocks[sentence.block + 1 : sentence.block + 2]
    return (
        block.kind is BlockKind.ROW
        and block.parent is None
        and bool(following)
        and following[0].parent == sentence.block
    )


def cell_figure(parse: Parse, sentence: Sentence, scale: float) -> CellFigure | None:
    """What a cell of figures measures, or ``None`` for anything else. ``scale`` is that of the number's own scale words:
    a header's "million" counts only for a number without one."""
    blocks, text = parse.document.blocks, parse.document.text
    block = blocks[sentence.block]
    if sentence.cell is None or block.parent is None or blocks[block.parent].kind is not BlockKind.ROW:
        return None
    if sum(word.text.isalpha() for word in sentence.words) > _SPARE:
        return None
    header = blocks[block.parent]
    if sentence.cell >= len(header.cells):
        return None
    title = text[slice(*header.cells[sentence.cell])].strip()
    label = text[slice(*block.cells[0])].strip() if sentence.cell else ""
    if not title or _LABELS.fullmatch(title):
        return None
    unit, factor = _column_unit(parse, block.parent, sentence.cell, title)
    name = re.sub(r"\s*\([^)]*\)\s*$", "", title) or title
    return CellFigure(f"{name}, {label}" if label else name, unit, factor if scale <= 1 else 1.0)


def _column_unit(parse: Parse, block: int, cell: int, title: str) -> tuple[str, float]:
    """The unit a header names, and the factor of its scale word."""
    found = _SCALE.search(title)
    factor = _SCALES[found[1].lower()] if found else 1.0
    if found and found[1].lower() in {"dozen", "hundred"}:
        factor = 1.0
    if mark := _MARKS.search(title):
        if mark[0] == "%":
            return "percent", 1.0
        if money := currency_before(mark[0], len(mark[0])):
            return money[0], factor
    for word in re.finditer(r"[\w³²%/°]+(?: [\w³²]+)?", title):
        unit = unit_after(" " + word[0], 0, None)
        if unit is not None and not (word.start() == 0 and word.end() == len(title)):
            return unit.symbol, factor * unit.factor
    for header in parse.by_block.get(block, []):
        if header.cell == cell and header.root.pos in {"NOUN", "PROPN"}:
            return singular(header.root), factor
    return title.lower(), factor
