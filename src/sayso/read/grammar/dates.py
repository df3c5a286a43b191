"""Dates in a sentence: where they stand and which days they mean.

Invariant: a mention has an ISO start and end, both inclusive, start not after end; one whose year neither it nor the
reference date tells is left out, and mentions of one sentence never overlap.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sayso.lexicon.table import table
from sayso.read.grammar.date_forms import FORMS, MONTHS, WEEKDAYS, Clue
from sayso.read.grammar.days import Days, moved, reference_date
from sayso.read.parse import Sentence

_LEXICON = table("dates")
_YEARLIKE = re.compile(r"(?:1[5-9]|20)\d\d|\d0s$")
_NEAR = frozenset({*WEEKDAYS, "year", "month", "week", "yesterday", "today", "tomorrow"})
_THROUGH = re.compile(r"\s?[-–—]\s?|\s(?:to|until|through|till)\s", re.IGNORECASE)
_PAST = frozenset({"VBD"})
_HEDGES = frozenset(_LEXICON["hedges"])
_AHEAD = frozenset(_LEXICON["ahead"])


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words ``first`` to ``last`` (both inclusive) of a sentence; ``iso`` is what the text says and no more:
    ``2025-05-29``, ``2025-05`` or ``2025``."""

    first: int
    last: int
    start: str
    end: str
    iso: str


@lru_cache(maxsize=1024)
def dates(sentence: Sentence, published: str | None = None, earlier: str | None = None) -> tuple[DateMention, ...]:
    """The dates a sentence mentions, in order. ``published`` (ISO, whole or partial) dates what counts from the day of
    writing ("last year", "on Thursday", "in May"); without it such mentions are left out, but for a month or day of a
    month, which then falls in the year of ``earlier``, a date the text gave before."""
    clues = _clues(sentence)
    if not clues:
        return ()
    text, reference = shown(sentence), reference_date(published)
    context = reference or reference_date(earlier and earlier[:4])
    taken: list[tuple[int, int, Days]] = []
    for needed, pattern, reading in FORMS:
        if clues.isdisjoint(needed):
            continue
        for match in pattern.finditer(text):
            start, end = match.span("shown" if "shown" in pattern.groupindex else 0)
            if all(end <= a or b <= start for a, b, _ in taken) and (
                days := reading(
                    match, context if "month" in needed and not match.groupdict().get("step") else reference
                )
            ):
                bare = "month" in needed and not match.groupdict().get("year") and not match.groupdict().get("step")
                taken.append((start, end, _told(sentence, start, days, reference) if bare and reference else days))
    taken.sort(key=lambda found: found[0])
    mentions = (_mention(sentence, *found) for found in _joined(text, taken))
    return tuple(mention for mention in mentions if not _counts(sentence, mention))


def _told(sentence: Sentence, start: int, days: Days, reference: date) -> Days:
    """The days of a month that names no year, in the year its clause tells: what will happen lies ahead, what happened does not."""
    at = next(word for word in sentence.words if word.end > start + sentence.start)
    verbs = [above for above in at.ancestors() if above.pos in {"VERB", "AUX"}][:2]
    if days.end < reference and any(child.lower in _AHEAD for verb in verbs for child in (verb, *verb.children)):
        return moved(days, 1)
    return moved(days, -1) if days.start > reference and verbs and verbs[0].tag in _PAST else days


def _joined(text: str, taken: list[tuple[int, int, Days]]) -> list[tuple[int, int, Days]]:
    """Two dates joined by "to", or by "and" behind "between", are one stretch: "from July 2022 to February 2024"."""
    found: list[tuple[int, int, Days]] = []
    for start, end, days in taken:
        if found and days.end > found[-1][2].start and _leads(text, found[-1], start):
            first, _, since = found.pop()
            start, days = first, Days(since.start, max(since.end, days.end), since.iso)
        found.append((start, end, days))
    return found


def _leads(text: str, first: tuple[int, int, Days], start: int) -> bool:
    between = text[first[1] : start]
    return bool(_THROUGH.fullmatch(between)) or (
        between == " and " and text[: first[0]].rstrip().lower().endswith("between")
    )


@lru_cache(maxsize=1024)  # a sentence is asked for its dates as seen from several days
def _clues(sentence: Sentence) -> frozenset[Clue]:
    """What in the sentence may be a date's: a year, a month's name, a word that counts from the day of writing."""
    found: set[Clue] = set()
    for word in sentence.words:
        text = word.text
        if text[0].isupper() and text[:3].lower() in MONTHS:
            found.add("month")
        if word.lower in _NEAR:
            found.add("near")
        elif (
            len(text) >= 4
            and (text[0].isdigit() or text[-1].isdigit() or text[-2].isdigit())
            and _YEARLIKE.search(text)
        ):
            found.add("year")
    return frozenset(found)


def _counts(sentence: Sentence, mention: DateMention) -> bool:
    """Whether what looks like a bare year counts things: "2000 people", "about 1900 of them"."""
    word = sentence.words[mention.first]
    if mention.last != mention.first or len(word.text) != 4 or not word.text.isdigit() or word.ent == "DATE":
        return False
    before = sentence.words[word.i - 1].lower if word.i else ""
    counted = word.dep == "nummod" and word.head.tag == "NNS" and word.head.i > word.i
    return before in _HEDGES or (counted and int(word.text) % 50 == 0 and before != "the")


def shown(sentence: Sentence) -> str:
    """The sentence's words at their own distances, so that a place in it is a place in the document."""
    parts, at = [], sentence.start
    for word in sentence.words:
        parts.append(" " * (word.start - at))
        parts.append(word.text)
        at = word.end
    return "".join(parts)


def _mention(sentence: Sentence, start: int, end: int, days: Days) -> DateMention:
    start, end = start + sentence.start, end + sentence.start
    inside = [word.i for word in sentence.words if word.start < end and start < word.end]
    return DateMention(inside[0], inside[-1], days.start.isoformat(), days.end.isoformat(), days.iso)
