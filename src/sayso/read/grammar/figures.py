"""Figures: every amount, count, share, rate and rank about the world, with what it measures.

Invariant: a figure's span is the number with its unit, hedges and counted noun, verbatim; dates, times, references and
other numbers that name are none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from sayso.core.claim import Figure
from sayso.core.document import BlockKind
from sayso.core.passage import span_of
from sayso.lexicon.table import table
from sayso.lexicon.table import words as vocabulary
from sayso.read.grammar.amounts import Amount, amounts
from sayso.read.grammar.cells import cell_figure, is_header
from sayso.read.grammar.counted import Counting
from sayso.read.grammar.currency import Purse, are_weight, rate_of
from sayso.read.grammar.dates import dates, shown
from sayso.read.grammar.designations import ANY_DAY, argues, hidden, names, places_in_time
from sayso.read.grammar.measured import Measure
from sayso.read.grammar.place import Place, modified
from sayso.read.grammar.ranks import ranks
from sayso.read.grammar.restated import restated
from sayso.read.grammar.subjects import predicate, subject
from sayso.read.grammar.verbs import governor, is_a_change, is_change, object_of
from sayso.read.parse import Parse, Sentence, Word
from sayso.read.proposal import Proposal

_NUMERALS = table("numerals")
_TRIGGERS = frozenset(
    part for key in ("ones", "tens", "scales", "vague", "fractions", "ordinals") for part in _NUMERALS[key]
)  # fmt: skip
_FIGURES = vocabulary("measuring", "figures")
_ATTACHED = frozenset({"nummod", "compound", "amod", "nmod"})
_NO_SHARE = vocabulary("designations", "halves")  # "the second half"
_ROMAN = re.compile(r"[IVXLC]{2,}")  # of a part of a text: "4.2 ANNEX XII"
_LEADING = frozenset({"by", "at", "to", "of", "was", "is", "were", "are"})
_COMPARING = re.compile(
    r"\b(?:(?:down|up) from|compared (?:with|to)|versus)(?: (?:about|around|some|just|only|nearly))?$"
)
_OWNED = re.compile(r"((?:(?:increase|decrease|rise|fall) in )?(?:the )?)[^'’]{1,60}['’]s?( .+)")


def figures(parse: Parse) -> list[Proposal]:
    """The figures of a document, in order of the text."""
    found: list[Proposal] = []
    block, purse = -1, Purse(parse.document.text)
    for sentence in parse.sentences:
        opens, block = sentence.block != block and not sentence.cell, sentence.block
        if any(_triggers(word) for word in sentence.words):
            found.extend(_Reader(parse, sentence, purse).read(opens_block=opens))
    return found


def _triggers(word: Word) -> bool:
    text = word.lower
    if text.isalpha():
        return text in _TRIGGERS
    return any(character.isdigit() for character in text) or any(part in _TRIGGERS for part in text.split("-"))


def _points_back(about: str, place: Place) -> bool:
    """Whether a subject only takes up the figure before: "that figure", "an increase from 40"."""
    *before, last = about.lower().split()
    change = is_a_change(last) and place.top.head.lower in {"from", "to"}
    return (last in _FIGURES and not before) or (change and len(before) <= 1)


def _compares(place: Place) -> bool:
    """Whether a number is told beside the one before it: "40 tonnes, down from 60", "compared with 60"."""
    before = place.words[max(0, place.first.i - 4) : place.first.i]
    return _COMPARING.search(" ".join(word.lower for word in before)) is not None


def _scaled(amount: Amount, factor: float) -> Amount:
    low, high = (None if bound is None else float(f"{bound * factor:.12g}") for bound in (amount.low, amount.high))
    return replace(amount, low=low, high=high)


def _start(word: Word) -> int:
    return word.start


def _end(word: Word) -> int:
    return word.end


class _Reader:
    """Reads one sentence."""

    def __init__(self, parse: Parse, sentence: Sentence, purse: Purse) -> None:
        self._purse = purse
        self._parse = parse
        self._sentence = sentence
        self._text = shown(sentence)
        self._numbers: set[Word] = set()
        self._about = ""
        self._again = frozenset[int]()
        self._dated = {
            word for mention in dates(sentence, ANY_DAY) for word in sentence.words[mention.first : mention.last + 1]
        }
        self._counting = Counting(self._text, self._dated)

    def read(self, *, opens_block: bool) -> Iterator[Proposal]:
        hid = hidden(self._sentence, self._text, opens_block=opens_block)
        if self._text.isdigit() and cell_figure(self._parse, self._sentence, 1.0):
            hid = []
        for rank in ranks(self._parse, self._sentence, self._text):
            span = rank.body.span  # type: ignore[union-attr]
            hid.append((span.start - self._sentence.start, span.end - self._sentence.start))
            yield rank
        kind = self._parse.document.blocks[self._sentence.block].kind
        seen = [amount for amount in amounts(self._text, hid) if not self._names(amount)]
        seen, self._again = restated(self._text, seen)
        found = [told for amount in seen if (told := self._told(amount)) is not None]
        self._numbers = {word for amount in found for word in self._words((amount.start, amount.end))}
        for amount in found:
            for part in self._split(amount):
                if kind is BlockKind.ROW and is_header(self._parse, self._sentence):
                    continue
                if proposal := self._figure(part):
                    yield proposal

    def _names(self, amount: Amount) -> bool:
        core = self._words(amount.core)
        return not core or names(self._sentence.words, core[0], core[-1], amount)

    def _told(self, amount: Amount) -> Amount | None:
        """The amount with its unit as this document means it; ``None`` for a model ("N95") that only looks like money."""
        if not amount.money or not amount.unit:
            return amount
        if amount.unit.partition("/")[0] == "pound" and are_weight(self._sentence.words, self._words(amount.core)[-1]):
            return replace(amount, unit="lb" + amount.unit.removeprefix("pound"), money=False)
        unit = self._purse.of(amount, amount.unit)
        if unit is None:
            return None
        return replace(amount, unit=unit, parts=tuple(replace(part, unit=unit) for part in amount.parts))

    def _split(self, amount: Amount) -> tuple[Amount, ...]:
        """Two states of a change ("cut from 40% to 10%") are two figures."""
        if amount.from_to and amount.parts:
            words = self._words(amount.core)
            verb = governor(words[0]) if words else None
            if verb is not None and is_change(verb):
                return amount.parts
        return (amount,)

    def _words(self, core: tuple[int, int]) -> list[Word]:
        start, end = core[0] + self._sentence.start, core[1] + self._sentence.start
        words = self._sentence.words
        return words[bisect_right(words, start, key=_end) : bisect_left(words, end, key=_start)]

    def _figure(self, amount: Amount) -> Proposal | None:
        words = self._sentence.words
        core = self._words(amount.core)
        if not core or core[-1].lower.endswith("-old") or (amount.form == "share" and not self._is_share(amount, core)):
            return None
        first, last = core[0], core[-1]
        opening = self._words((amount.start, amount.end))[0]
        if opening.dep == "prt" and amount.high is None:  # "took over two firms"
            amount = replace(amount, start=amount.core[0], high=amount.low)
        if places_in_time(words, self._words((amount.start, amount.end))[0], last, amount):
            return None
        top = next((word for word in core if word.head not in core or word.head is word), last)
        place = Place(words, first, last, top, None, amount.unit)
        counted = self._counting.of(amount, place)
        noun, unit = counted.noun, counted.unit
        if argues(words, first, noun, amount) and (noun is not None or unit is None or amount.unit is not None):
            return None
        if amount.unit is None and (cell := cell_figure(self._parse, self._sentence, amount.scale)):
            return self._proposal(
                _scaled(amount, cell.factor), cell.subject, self._purse.of(amount, cell.unit) or cell.unit, place
            )
        if unit is None or (noun is not None and _ROMAN.fullmatch(noun.text)):
            return None
        if amount.money and "/" not in unit and (per := rate_of(place)):
            unit = f"{unit}/{per}"
        earlier, self._counting.previous = self._counting.previous, unit
        whole = replace(amount, end=counted.end)
        place = Place(words, first, last, top, noun, amount.unit or (unit if noun is None else None))
        if amount.unit and (cell := cell_figure(self._parse, self._sentence, 0.0)):
            return self._proposal(whole, cell.subject, unit, place)
        measure = Measure(self._parse, set(self._words((amount.start, amount.end))) | self._numbers, self._dated)
        carried = self._carried(amount, place, measure)
        about = carried or self._elided(amount) or subject(measure, place)
        if self._about and not carried and (_points_back(about, place) or (earlier == unit and _compares(place))):
            about, unit = self._about, (earlier or unit) if unit == "number" else unit
        self._about = about
        return self._proposal(whole, about, unit, place)

    def _carried(self, amount: Amount, place: Place, measure: Measure) -> str | None:
        """The subject of the figure before where this one only tells it again, its start ("up from 18"), its worth, or
        that of another ("while Mali set it at 20")."""
        if not self._about or amount.start in self._again:
            return self._about or None
        opening = self._words((amount.start, amount.end))[0].i
        before = [word.lower for word in self._sentence.words[max(0, opening - 2) : opening]]
        if before in (["up", "from"], ["down", "from"]):
            return self._about
        if before[-1:] == ["worth"] and any(
            word in self._numbers for word in self._sentence.words[max(0, opening - 4) : opening]
        ):
            return f"value of {self._about}"
        verb = governor(place.top)
        thing, owned = object_of(verb) if verb is not None else None, _OWNED.match(self._about)
        actor = (
            measure.actor(verb) if verb is not None and owned and thing is not None and thing.lower == "it" else None
        )
        return f"{owned[1]}{actor}’s{owned[2]}" if owned and actor else None

    def _elided(self, amount: Amount) -> str | None:
        """The subject where only whose it is stands: "Kenya's exports rose by 3%, Mali's by 9%"."""
        words, at = self._sentence.words, self._words((amount.start, amount.end))[0].i - 1
        at -= at > 0 and words[at].lower in _LEADING
        if at < 1 or words[at].tag != "POS" or not (owned := _OWNED.match(self._about)):
            return None
        first = at
        while first and words[first - 1].pos == "PROPN":
            first -= 1
        return f"{owned[1]}{self._parse.text_of(words[first : at + 1])}{owned[2]}" if first < at else None

    def _proposal(self, amount: Amount, about: str, unit: str, place: Place) -> Proposal:
        offset = self._sentence.start
        span = span_of(self._parse.document.text, offset + amount.start, offset + amount.end)
        body = Figure(span, about, amount.low, amount.high, unit, amount.approximate)
        attached = amount.unit is not None and place.top.dep in _ATTACHED and place.last.i + 1 < len(place.words)
        negated = False if attached and modified(place) is not None else None  # "it was no mere 18-month siege"
        return Proposal(body, self._sentence, (span.start, span.end), predicate(place), negated=negated)

    def _is_share(self, amount: Amount, core: list[Word]) -> bool:
        """Whether "a third", "half", "one in five" is a share and not an ordinal, a date or a way of speaking."""
        words = self._sentence.words
        before = words[core[0].i - 1].lower if core[0].i else ""
        after = words[core[-1].i + 1].lower if core[-1].i + 1 < len(words) else ""
        text = self._text[amount.core[0] : amount.core[1]].lower()
        if any(link in text for link in (" in ", " out of ", " per ")):
            return True
        if before in _NO_SHARE or after in {"a", "an"}:  # "half an hour"
            return False
        if "half" in text:
            return after in {"of", "the", "its", "their", "his", "her", "all", "our"} or amount.hedged or before == "by"
        plural = text.endswith("s") and text[0] != "a"
        if len(core) == 1 and text.find("-") < 0 and not plural:
            return False
        return plural or after == "of" or amount.hedged or before == "by" or "-" in text
