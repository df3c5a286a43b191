"""Figures: every amount, count, share, rate and rank about the world, with what it measures.

Invariant: a figure's span is the number with its unit, hedges and counted noun, verbatim; dates, times, references and
other numbers that name are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.core.claim import Figure
from sayso.core.document import BlockKind
from sayso.lexicon.table import table
from sayso.lexicon.table import words as vocabulary
from sayso.read.grammar.amounts import Amount, amounts
from sayso.read.grammar.cells import cell_figure, is_header
from sayso.read.grammar.dates import dates, shown
from sayso.read.grammar.designations import argues, hidden, names, places_in_time
from sayso.read.grammar.measured import Measure, governor, is_change, is_total, singular
from sayso.read.grammar.ranks import ranks
from sayso.read.grammar.subjects import Place, complement, modified, predicate, subject
from sayso.read.grammar.time import reference
from sayso.read.parse import Parse, Sentence, Word
from sayso.read.proposal import Proposal

_NUMERALS = table("numerals")
_TRIGGERS = frozenset(
    part for key in ("ones", "tens", "scales", "vague", "fractions", "ordinals") for part in _NUMERALS[key]
)  # fmt: skip
_HYPHENATED = vocabulary("designations", "hyphenated")
_HARM = vocabulary("designations", "harm")
_FIGURES = vocabulary("measuring", "figures")
_PERSONAL = frozenset({"PERSON", "NORP"})
_BETWEEN_POS = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "NUM", "PART", "X", "SYM"})
_FAR = 7  # words between a number and the noun it counts


def figures(parse: Parse) -> list[Proposal]:
    """The figures of a document, in order of the text."""
    found: list[Proposal] = []
    block = -1
    for sentence in parse.sentences:
        opens, block = sentence.block != block or sentence.cell is not None, sentence.block
        if any(_triggers(word) for word in sentence.words):
            found.extend(_Reader(parse, sentence).read(opens_block=opens))
    return found


def _triggers(word: Word) -> bool:
    text = word.lower
    if text.isalpha():
        return text in _TRIGGERS
    return any(character.isdigit() for character in text) or any(part in _TRIGGERS for part in text.split("-"))


class _Reader:
    """Reads one sentence."""

    def __init__(self, parse: Parse, sentence: Sentence) -> None:
        self._parse = parse
        self._sentence = sentence
        self._text = shown(sentence)
        self._reference = reference(parse, sentence)
        self._dated = {
            word
            for mention in dates(sentence, self._reference or "2000-12-31")
            for word in sentence.words[mention.first : mention.last + 1]
        }

    def read(self, *, opens_block: bool) -> Iterator[Proposal]:
        hid = hidden(self._sentence, self._text, self._reference, opens_block=opens_block)
        for rank in ranks(self._parse, self._sentence, self._text):
            span = rank.body.span  # type: ignore[union-attr]
            hid.append((span.start - self._sentence.start, span.end - self._sentence.start))
            yield rank
        kind = self._parse.document.blocks[self._sentence.block].kind
        for amount in amounts(self._text, hid):
            for part in self._split(amount):
                if kind is BlockKind.ROW and is_header(self._parse, self._sentence):
                    continue
                if proposal := self._figure(part):
                    yield proposal

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
        return [word for word in self._sentence.words if word.start < end and start < word.end]

    def _figure(self, amount: Amount) -> Proposal | None:
        words = self._sentence.words
        core = self._words(amount.core)
        if not core or core[-1].lower.endswith("-old") or (amount.form == "share" and not self._is_share(amount, core)):
            return None
        first, last = core[0], core[-1]
        if names(words, first, last, amount) or places_in_time(words, first, last, amount):
            return None
        top = next((word for word in core if word.head not in core or word.head is word), last)
        place = Place(words, first, last, top, None, amount.unit)
        noun, unit, end = self._count(amount, place)
        if argues(words, first, noun, amount):
            return None
        if amount.unit is None and (cell := cell_figure(self._parse, self._sentence, amount.scale)):
            return self._proposal(amount, amount.end, cell.subject, cell.unit, place, cell.factor)
        if unit is None:
            return None
        place = Place(words, first, last, top, noun if amount.unit is None else None, amount.unit)
        if amount.unit and (cell := cell_figure(self._parse, self._sentence, 0.0)):
            return self._proposal(amount, end, cell.subject, unit, place)
        measure = Measure(self._parse, set(self._words((amount.start, amount.end))), self._dated)
        return self._proposal(amount, end, subject(measure, place), unit, place)

    def _proposal(
        self, amount: Amount, end: int, about: str, unit: str, place: Place, factor: float = 1.0
    ) -> Proposal | None:
        start, end = self._sentence.start + amount.start, self._sentence.start + end
        text = self._parse.document.text
        while text[start:end][:1].isspace():
            start += 1
        covered = [word for word in self._sentence.words if word.start < end and start < word.end]
        span = self._parse.span_of(covered) if text[start:end] not in text[covered[0].start : covered[-1].end] else None
        span = span or type(self._parse.span_of(covered))(start, end, text[start:end])
        low, high = (None if bound is None else float(f"{bound * factor:.12g}") for bound in (amount.low, amount.high))
        body = Figure(span, about, low, high, unit, amount.approximate)
        return Proposal(body, self._sentence, (span.start, span.end), predicate(place))

    def _count(self, amount: Amount, place: Place) -> tuple[Word | None, str | None, int]:
        """The noun that a number counts or modifies, its unit, and where the span ends."""
        if amount.unit is not None:
            return modified(place), amount.unit, amount.end
        hyphen = re.compile(r"-([A-Za-z]+)").match(self._text, amount.end)
        if hyphen:
            if hyphen[1].lower() not in _HYPHENATED:
                return None, None, amount.end
            unit = "person" if hyphen[1].lower() == "strong" else hyphen[1].lower()
            return modified(place) or place.top.head, unit, hyphen.end()
        noun = self._noun(amount, place)
        if noun is not None:
            return noun, singular(noun), max(amount.end, noun.end - self._sentence.start)
        return None, self._bare(amount, place), amount.end

    def _noun(self, amount: Amount, place: Place) -> Word | None:
        behind = complement(place)
        if behind is not None and (amount.form == "vague" or amount.scale > 1 or amount.low is not None):
            return behind if behind.pos in {"NOUN", "PROPN"} and behind.i - place.last.i <= _FAR + 4 else None
        if (noun := modified(place)) is not None and noun not in self._dated:
            return noun
        found: Word | None = None
        for word in place.words[place.last.i + 1 : place.last.i + 1 + _FAR]:
            if word.pos not in _BETWEEN_POS or word in self._dated or word.text in {"’s", "'s"}:
                break
            if word.pos in {"NOUN", "PROPN"}:
                found = word
        return found

    def _bare(self, amount: Amount, place: Place) -> str | None:
        """The unit of a number that stands alone, where its clause says what it counts."""
        if amount.form not in {"digits", "vague"} and amount.scale == 1 and not amount.hedged:
            return None
        words, head = place.words, place.top.head
        after = words[place.last.i + 1] if place.last.i + 1 < len(words) else None
        if after is not None and after.tag in {"VBN", "VBD"} and after.lemma.lower() in _HARM:
            return "person"
        if head.lemma.lower() in _HARM and place.top.dep in {"dobj", "nsubj", "nsubjpass"}:
            return "person"
        if head.dep == "prep" and head.head.pos == "NOUN" and head.lower in {"of", "at"} and place.top.dep == "pobj":
            return singular(head.head)
        verb = head.head if head.dep == "prep" else head
        if (
            verb.pos not in {"VERB", "AUX"}
            or not (is_change(verb) or is_total(verb))
            or place.top.dep in {"nsubj", "appos"}
        ):
            return None
        owner = next((child for child in verb.children if child.dep in {"nsubj", "nsubjpass"}), None)
        if owner is None or owner.pos != "NOUN" or owner.ent in _PERSONAL:
            return None
        return singular(owner)

    def _is_share(self, amount: Amount, core: list[Word]) -> bool:
        """Whether "a third", "half", "one in five" is a share and not an ordinal, a date or a way of speaking."""
        words = self._sentence.words
        before = words[core[0].i - 1].lower if core[0].i else ""
        after = words[core[-1].i + 1].lower if core[-1].i + 1 < len(words) else ""
        text = self._text[amount.core[0] : amount.core[1]].lower()
        if " in " in text or " out of " in text:
            return True
        if before in {"first", "second", "other", "latter", "this", "last", "next", "past"}:
            return False
        if "half" in text:
            return after in {"of", "the", "its", "their", "his", "her", "all", "our"} or amount.hedged or before == "by"
        plural = text.endswith("s") and text[0] != "a"
        if len(core) == 1 and text.find("-") < 0 and not plural:
            return False
        return plural or after == "of" or amount.hedged or before == "by" or "-" in text
