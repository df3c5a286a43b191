"""Ranks: "third-largest", "ranked 7th", "top 20", each a figure of the unit ``rank``.

Invariant: "top N" is a rank of N or better, so open below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.core.claim import Figure
from sayso.core.passage import Span
from sayso.lexicon.table import table
from sayso.read.grammar.measured import Measure
from sayso.read.grammar.verbs import governor, subject_of
from sayso.read.parse import Parse, Sentence, Word
from sayso.read.proposal import Proposal

_ORDINALS: dict[str, int] = table("numerals")["ordinals"]
_NAMES = "|".join(_ORDINALS)
_ORDINAL = rf"(?:(?P<word>{_NAMES})|(?P<number>\d{{1,3}})(?:st|nd|rd|th))"
_NO_SUPERLATIVE = (
    "latest|interest|west|east|forest|harvest|request|guest|test|contest|protest|arrest|best|rest|priest|invest"
)
_RANK = re.compile(
    rf"""
    (?<![\w-]){_ORDINAL}[\s-](?:(?:most|least)[\s-]\w+|(?!(?:{_NO_SUPERLATIVE})\b)\w{{2,}}est)\b
  | \b(?:rank(?:s|ed|ing)?|placed|finish(?:ed|es|ing)?|came|comes)\s(?:in\s)?(?:only\s)?(?:the\s)?
    (?:(?P<word2>{_NAMES})|(?P<number2>\d{{1,3}})(?:st|nd|rd|th)|(?:number|no\.?)\s?(?P<number3>\d{{1,3}}))\b
  | \btop[\s-](?P<top>\d{{1,4}})\b(?!\s?(?:%|per\s?cent|percent|[ap]\.?m))
    """,
    re.VERBOSE | re.IGNORECASE,
)


def ranks(parse: Parse, sentence: Sentence, text: str) -> Iterator[Proposal]:
    """The ranks a sentence states."""
    for match in _RANK.finditer(text):
        top = match["top"]
        if top:
            value = int(top)
        else:
            number = match["number"] or match["number2"] or match["number3"]
            value = int(number) if number else _ORDINALS[(match["word"] or match["word2"]).lower()]
        start, end = match.start() + sentence.start, match.end() + sentence.start
        words = [word for word in sentence.words if word.start < end and start < word.end]
        span = Span(start, end, parse.document.text[start:end])
        about = _about(parse, words)
        body = Figure(span, about, None if top else float(value), float(value), "rank")
        yield Proposal(body, sentence, (start, end), governor(words[-1]))


def _about(parse: Parse, words: list[Word]) -> str:
    """Who has the rank and among what."""
    measure = Measure(parse, set(words), set())
    noun = next(
        (
            above
            for word in reversed(words)
            for above in (word.head,)
            if above not in words and above.pos in {"NOUN", "PROPN"}
        ),
        None,
    )
    verb = governor(words[-1]) if words[0].pos != "VERB" else words[0]
    owner = subject_of(verb) if verb is not None else None
    if noun is not None and noun.dep == "appos":  # "Mali, the second-largest exporter"
        owner = noun.head
    holder = measure.noun(owner) if owner is not None and owner is not noun and owner.pos in {"NOUN", "PROPN"} else ""
    among = measure.noun(noun) if noun is not None else ""
    if holder and among:
        return f"rank of {holder} among {among}"
    return f"rank of {holder or among}" if holder or among else "rank"
