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
from sayso.read.grammar.dates import dates, shown
from sayso.read.grammar.designations import ANY_DAY, argues, hidden, names, places_in_time
from sayso.read.grammar.inflection import singular
from sayso.read.grammar.measured import Measure
from sayso.read.grammar.place import Place, complement, modified
from sayso.read.grammar.ranks import ranks
from sayso.read.grammar.subjects import predicate, subject
from sayso.read.grammar.units import owner_of
from sayso.read.grammar.verbs import governor, is_change, is_total
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
_MOVING = vocabulary("designations", "moving")
_FACTORS = frozenset({"the", "as", "its", "their", "that", "what", "his", "her", "more", "over"})
_LEADING = frozenset({"by", "at", "to", "of", "was", "is", "were", "are"})
_OWNED = re.compile(r"((?:(?:increase|decrease|rise|fall) in )?(?:the )?)[^'’]{1,60}['’]s?( .+)")
_FAR = 7  # words between a number and the noun it counts


def figures(parse: Parse) -> list[Proposal]:
    """The figures of a document, in order of the text."""
    found: list[Proposal] = []
    block, owners = -1, dict[str, str | None]()
    for sentence in parse.sentences:
        opens, block = sentence.block != block and not sentence.cell, sentence.block
        if any(_triggers(word) for word in sentence.words):
            found.extend(_Reader(parse, sentence, owners).read(opens_block=opens))
    return found


def _triggers(word: Word) -> bool:
    text = word.lower
    if text.isalpha():
        return text in _TRIGGERS
    return any(character.isdigit() for character in text) or any(part in _TRIGGERS for part in text.split("-"))


def _of_people(vague: Word) -> bool:
    """Whether "hundreds" or "thousands" alone are people, as they are wherever they act or something is done to them."""
    if vague.lower in {"billions", "trillions"}:
        return False
    return vague.dep in {"nsubj", "nsubjpass"} or (vague.dep == "dobj" and vague.head.lemma.lower() in _HARM | _MOVING)


def _harmed(top: Word, after: Word | None) -> bool:
    """Whether a bare number is that of people harmed: "killed 15", "15 wounded"."""
    if after is not None and after.tag in {"VBN", "VBD"} and after.lemma.lower() in _HARM:
        return True
    if top.dep == "pobj" and top.head.lower in {"over", "under", "about", "around"}:
        top = top.head
    return top.head.lemma.lower() in _HARM and top.dep in {"dobj", "nsubj", "nsubjpass", "prep", "npadvmod"}


def _stated(top: Word) -> str | None:
    """The noun whose value a bare number is: "a toll of 45", "the index rose to 109"."""
    head = top.head
    if head.dep == "prep" and head.head.pos == "NOUN" and head.lower in {"of", "at"} and top.dep == "pobj":
        return singular(head.head)
    verb = head.head if head.dep == "prep" else head
    if verb.lemma.lower() == "vote":
        return "vote"
    if verb.pos not in {"VERB", "AUX"} or not (is_change(verb) or is_total(verb)) or top.dep in {"nsubj", "appos"}:
        return None
    said_of = [child for child in verb.children if child.dep in {"dobj", "nsubj", "nsubjpass"} and child is not top]
    owner = next((child for child in reversed(said_of)), None)
    return singular(owner) if owner is not None and owner.pos == "NOUN" and owner.ent not in _PERSONAL else None


def _outermost(noun: Word) -> Word:
    """The noun that a noun is part of the name of: from "seat" of "120-seat assembly" to "assembly"."""
    while noun.dep in {"compound", "amod", "nmod", "nummod"} and noun.head.i > noun.i:
        noun = noun.head
    return noun


def _start(word: Word) -> int:
    return word.start


def _end(word: Word) -> int:
    return word.end


class _Reader:
    """Reads one sentence."""

    def __init__(self, parse: Parse, sentence: Sentence, owners: dict[str, str | None]) -> None:
        self._owners = owners
        self._parse = parse
        self._sentence = sentence
        self._text = shown(sentence)
        self._numbers: set[Word] = set()
        self._previous: str | None = None
        self._about = ""
        self._dated = {
            word for mention in dates(sentence, ANY_DAY) for word in sentence.words[mention.first : mention.last + 1]
        }

    def read(self, *, opens_block: bool) -> Iterator[Proposal]:
        hid = hidden(self._sentence, self._text, opens_block=opens_block)
        if self._text.isdigit() and cell_figure(self._parse, self._sentence, 1.0):
            hid = []
        for rank in ranks(self._parse, self._sentence, self._text):
            span = rank.body.span  # type: ignore[union-attr]
            hid.append((span.start - self._sentence.start, span.end - self._sentence.start))
            yield rank
        kind = self._parse.document.blocks[self._sentence.block].kind
        found = [amount for amount in amounts(self._text, hid) if not self._names(amount)]
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
        noun, unit, end = self._count(amount, place)
        if argues(words, first, noun, amount) and (noun is not None or unit is None or amount.unit is not None):
            return None
        if amount.unit is None and (cell := cell_figure(self._parse, self._sentence, amount.scale)):
            return self._proposal(amount, amount.end, cell.subject, cell.unit, place, cell.factor)
        if unit is None:
            return None
        self._previous = unit
        if amount.money and unit and (own := self._own(core[-1].lower)):
            unit = own + unit.partition("/")[1] + unit.partition("/")[2]
        place = Place(words, first, last, top, noun, amount.unit or (unit if noun is None else None))
        if amount.unit and (cell := cell_figure(self._parse, self._sentence, 0.0)):
            return self._proposal(amount, end, cell.subject, unit, place)
        measure = Measure(self._parse, set(self._words((amount.start, amount.end))) | self._numbers, self._dated)
        self._about = self._elided(amount) or subject(measure, place)
        return self._proposal(amount, end, self._about, unit, place)

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

    def _own(self, name: str) -> str | None:
        """The document's own currency of a bare name ("pounds")."""
        if not name.isalpha():
            return None
        if name not in self._owners:
            self._owners[name] = owner_of(name, self._parse.document.text)
        return self._owners[name]

    def _proposal(
        self, amount: Amount, end: int, about: str, unit: str, place: Place, factor: float = 1.0
    ) -> Proposal | None:
        text, offset = self._parse.document.text, self._sentence.start
        span = span_of(text, offset + amount.start, offset + end)
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
            return _outermost(modified(place) or place.top.head), unit, hyphen.end()
        noun = self._noun(amount, place)
        if noun is not None and noun.lower == "times":
            return self._times(amount, place, noun)
        if noun is not None:
            return noun, singular(noun), max(amount.end, noun.end - self._sentence.start)
        return None, self._bare(amount, place), amount.end

    def _times(self, amount: Amount, place: Place, noun: Word) -> tuple[Word | None, str | None, int]:
        """A factor ("five times the price", "3 times higher"), or how often, if in digits."""
        after = place.words[noun.i + 1] if noun.i + 1 < len(place.words) else None
        factor = after is not None and (after.lower in _FACTORS or after.tag in {"JJR", "RBR"})
        if not factor and amount.form != "digits":
            return None, None, amount.end
        end = noun.end - self._sentence.start
        behind = place.words[noun.i + 2 : noun.i + 5] if after is not None and after.pos in {"DET", "PRON"} else []
        return next((word for word in behind if word.pos == "NOUN"), None), "times", end

    def _noun(self, amount: Amount, place: Place) -> Word | None:
        behind = complement(place)
        if behind is None and place.top.dep == "quantmod" and place.top.head.dep == "nummod":
            behind = place.top.head.head
        if behind is not None and (amount.form == "vague" or amount.scale > 1 or amount.low is not None):
            if behind.tag not in {"NNS", "NNPS"}:
                behind = next(
                    (child for child in behind.children if child.dep == "conj" and child.tag == "NNS"), behind
                )
            return behind if behind.pos in {"NOUN", "PROPN"} and behind.i - place.last.i <= _FAR + 4 else None
        if (noun := modified(place)) is not None and noun not in self._dated:
            return noun
        found: Word | None = None
        for word in place.words[place.last.i + 1 : place.last.i + 1 + _FAR]:
            if (
                (word.pos not in _BETWEEN_POS and word.dep != "amod")
                or word in self._dated
                or word.text in {"’s", "'s"}
            ):
                break
            if word.pos in {"NOUN", "PROPN"}:
                found = word
        return found

    def _bare(self, amount: Amount, place: Place) -> str | None:
        """The unit of a number that stands alone, where its clause says what it counts."""
        words = place.words
        after = words[place.last.i + 1] if place.last.i + 1 < len(words) else None
        before = words[place.first.i - 1] if place.first.i else None
        if self._previous and self._refers(place, before, after):
            return self._previous
        if amount.form == "vague" and _of_people(place.top):
            return "person"
        if amount.form == "spelled" and amount.scale == 1 and not amount.hedged:
            return None
        if _harmed(place.top, after):
            return "person"
        if before is not None and before.pos == "NOUN" and "." in self._text[slice(*amount.core)]:
            return before.lemma.lower()
        return _stated(place.top) or ("number" if amount.scale > 1 or "," in self._text[slice(*amount.core)] else None)

    def _refers(self, place: Place, before: Word | None, after: Word | None) -> bool:
        """Whether a bare number counts what the number before it counts: "three of them", "up from 18"."""
        if after is not None and after.lower == "of" and after.i + 1 < len(place.words):
            return place.words[after.i + 1].lower in {"them", "these", "those", "which", "whom"}
        above = place.words[place.first.i - 2].lower if place.first.i > 1 else ""
        return before is not None and before.lower == "from" and above in {"up", "down"}

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
