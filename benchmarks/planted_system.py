"""Planted systems: a random signed map written out as sentences in several documents, read, weighed and compiled again.

    python benchmarks/planted_system.py [MAPS]

prints the share of planted links that come back with their sign and the share of compiled links that were planted. The
tests press such maps besides. Everything is seeded; the words are this file's own.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.compile import compile_system
from sayso.core.document import Block, BlockKind, Document
from sayso.core.system import System
from sayso.read.reader import read_all
from sayso.weigh import weigh

THINGS = [  # plural all, so that every sentence below is grammatical
    "grain harvests", "bread prices", "food imports", "river levels", "groundwater levels", "fish stocks", "tourist numbers",
    "hotel bookings", "bank loans", "house prices", "interest rates", "household incomes", "export revenues", "fuel subsidies",
    "bus fares", "school fees", "nurse salaries", "waiting times", "vaccine stocks", "measles cases", "coal imports",
    "power cuts", "factory orders", "unemployment benefits", "street crimes", "police patrols", "party donations", "land rents",
    "border crossings", "cattle thefts", "charcoal sales", "water withdrawals", "dust storms", "bond yields",
]  # fmt: skip
PLUS = [
    "Higher {a} lead to higher {b}.", "{A} increase {b}.", "A rise in {a} causes a rise in {b}.", "{B} are driven by {a}.",
    "When {a} fall, {b} fall.", "Rising {a} boost {b}.", "The more {a} grow, the more {b} grow.",
    "{A} have a positive effect on {b}.",
    "As {a} rise, {b} rise too.", "Because of lower {a}, {b} declined.", "Falling {a} reduce {b}.",
]  # fmt: skip
MINUS = [
    "Higher {a} lead to lower {b}.", "{A} reduce {b}.", "A rise in {a} causes a drop in {b}.", "{A} have a negative effect on {b}.",
    "When {a} fall, {b} rise.", "Rising {a} weaken {b}.", "Lower {a} mean higher {b}.", "As {a} rise, {b} fall.",
    "Falling {a} raise {b}.", "Because of lower {a}, {b} increased.",
]  # fmt: skip
ASIDES = [
    "The ministry publishes a bulletin every month.", "Its office is in the old town.", "The survey covers nine districts.",
    "A second volume is planned.", "The authors thank the regional archive.",
]  # fmt: skip

Planted = dict[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Score:
    found: int
    planted: int
    compiled: int

    @property
    def recall(self) -> float:
        return self.found / self.planted

    @property
    def precision(self) -> float:
        return self.found / max(1, self.compiled)


def plant(seed: int, *, things: int = 10, links: int = 14, documents: int = 3) -> tuple[Planted, list[Document]]:
    """A random signed map and the documents that describe it. Every link stands in one or two of them."""
    chance = random.Random(seed)
    names = chance.sample(THINGS, things)
    pairs = chance.sample([(a, b) for a in names for b in names if a != b], links)
    planted = {pair: chance.choice("+-") for pair in pairs}
    written: list[list[str]] = [[chance.choice(ASIDES)] for _ in range(documents)]
    for (a, b), sign in planted.items():
        for place in chance.sample(range(documents), chance.choice((1, 1, 2))):
            template = chance.choice(PLUS if sign == "+" else MINUS)
            written[place].append(template.format(a=a, b=b, A=a.capitalize(), B=b.capitalize()))
            if chance.random() < 0.2:
                written[place].append(chance.choice(ASIDES))
    return planted, [_document(f"{seed}-{at}.txt", lines) for at, lines in enumerate(written)]


def _document(path: str, lines: Sequence[str]) -> Document:
    text, blocks = "", []
    for start in range(0, len(lines), 4):
        paragraph = " ".join(lines[start : start + 4])
        blocks.append(Block(BlockKind.PARAGRAPH, len(text), len(text) + len(paragraph)))
        text += paragraph + "\n"
    return Document(path, text, tuple(blocks), publisher=f"Publisher of {path}", language="en")


def compiled(documents: Sequence[Document]) -> System:
    claims = [claim for read in read_all(documents) for claim in read.claims]
    return compile_system(weigh(claims, documents), claims)


def score(planted: Planted, system: System) -> Score:
    found = {(one.cause.lower(), one.effect.lower()): one.sign for one in system.influences}
    right = sum(found.get(pair) == sign for pair, sign in planted.items())
    return Score(right, len(planted), len(system.influences))


def scores(maps: int) -> Iterator[tuple[Planted, System, Score]]:
    for seed in range(maps):
        planted, documents = plant(seed)
        system = compiled(documents)
        yield planted, system, score(planted, system)


def main() -> None:
    maps = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    total = [one for _, _, one in scores(maps)]
    found, planted = sum(one.found for one in total), sum(one.planted for one in total)
    print(
        f"{maps} maps, {planted} links: recall {found / planted:.3f}, precision {found / sum(one.compiled for one in total):.3f}"
    )


if __name__ == "__main__":
    main()
