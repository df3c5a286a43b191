"""Numbers that name and do not count: times, references, versions, scores, calibres, ages and the like.

Invariant: what is hidden here is never a figure, whatever the grammar around it says.
"""

from __future__ import annotations

import re

from sayso.lexicon.table import words as vocabulary
from sayso.read.grammar.amounts import Amount
from sayso.read.grammar.dates import dates
from sayso.read.grammar.units import TIMES
from sayso.read.parse import Sentence, Word

_NOUNS = vocabulary("designations", "nouns")
_DISCOURSE = vocabulary("designations", "discourse")
_CALIBRE = vocabulary("designations", "calibre")
_PLACING = vocabulary("designations", "placing")
_PLACED = vocabulary("designations", "placed")
_HARM = vocabulary("designations", "harm")
_PERSONS = vocabulary("designations", "persons")
_AGED = vocabulary("designations", "aged")
_DEFINITE = frozenset(
    {"the", "these", "those", "both", "his", "her", "their", "its", "our", "my", "your", "other", "such"}
    | {"last", "first", "next", "past", "final"}
)
ANY_DAY = "2000-12-31"  # to find "4 May" it need not be known which year is meant
_LIST_NUMBER = re.compile(r"\s*(?:\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2})+\.?|\[\d+\])(?=\s|$)")
_STREETS = "Street|St|Road|Rd|Avenue|Ave|Boulevard|Lane|Square|Drive"
_GAME = "won|win|wins|beat|beats|lost|lose|drew|draw|defeated|defeat|scored?|lead|led|leading|victory|losing"
_HIDDEN = re.compile(
    "|".join(
        (
            r"<[^<>]{1,400}>",
            r"(?<![\w,.])\d{10,}(?![\w,.]\d)",
            r"(?<!\S)\S*(?:://|www\.|@\w)\S*",
            r"(?<![\w-])[\w-]+\.(?:com|org|net|gov|edu|info|eu|uk|io)\b\S*",
            # times of day
            r"\b\d+[GDK]\b",
            r"\b\d{1,2}:\d\b",
            r"\b\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?",
            r"\b(?:\d{1,2}(?:[.:]\d\d)?\s?[-–]\s?)?\d{1,2}(?:\.\d\d)?\s?[ap]\.?m\b\.?",
            r"\b(?:1[0-2]|[1-9])\s?[AP]M\b",
            r"\b\d{1,2}\so['’]clock\b",
            r"\b[0-2]?\d[.:]?[0-5]\d\s?(?:hours\s)?(?:GMT|UTC|CET|CEST|EST|EDT|BST|IST|local\stime)\b",
            # telephones
            r"(?:\+|\b00)\d[\d\s()./-]{6,20}\d",
            r"\(\d{2,4}\)\s?\d{3}[\s-]?\d{3,4}",
            r"\b\d{3}[-.\s]\d{3}[-.]\d{4}\b",
            r"(?i:phone|tel\.?|call|fax|hotline|mobile)(?:\sus)?(?:\s(?:on|at|number))?:?\s\d[\d\s()./-]{4,20}\d",
            # notes and list numbers
            r"\[\d+(?:\s?[,;–-]\s?\d+)*\]",
            r"\(\d{1,3}\)",
            r"(?<=[A-Za-z)][.,;:”\"’'])\d{1,3}(?=\s|$)",
            # 24/7, 9/11, 3 x 4, and versions
            r"\b\d+/\d[\d/]*\b",
            r"\b\d+\s?[x×]\s?\d+\b",
            r"\b[vV]?\d+(?:\.\d{1,2}){2,}\b",
            r"\b[vV]\.?\s?\d+(?:\.\d+)*\b",
            # registers, laws, issue numbers
            r"\b(?:ISBN|ISSN|DOI|doi|ISO|RFC|IEC|EN|DIN)\b[:\s/-]*\d[\dXx./-]*",
            r"\b\d+\s(?:U\.?S\.?C|C\.?F\.?R)\b\.?",
            r"§+\s?[\d.]+",
            r"\b[Nn]o\.?\s?\d+\b(?!%)",
            r"\#\s?\d+",
            # places on the globe and in town
            r"\d{1,3}°\s?\d{1,2}[′'’].{0,24}?[NSEW]\b",
            r"\b\d+(?:\.\d+)?°\s?[NSEW]\b",
            rf"\b\d{{1,4}}[A-Za-z]?\s(?:[A-Z]\w+\s){{1,3}}(?:{_STREETS})\b",
            # ordinals, decades, ages
            r"\b\d+(?:st|nd|rd|th)\b",
            r"(?<!\w)['’]?\d0s\b",
            r"\b\d{1,3}(?:-|\s)(?i:years?[-\s]olds?)\b",
            r"\bunder-\d+s?\b",
            r"\b[A-Z][\w.’'-]{0,40},\s\d\d(?=,(?!\d))",
            # ways of speaking
            r"[Oo]n\s(?:the\s)?one\shand",
            r"\bone\s(?:day|another|by\sone|thing|time)\b",
            r"\b(?:square|day|number|point)\sone\b",
            r"\bat\sone\stime\b",
            # what a rate is per, and scores
            r"\bper\s(?:every\s)?\d[\d,]*(?:\smillion)?(?:\s[a-z]+)?",
            rf"\b(?:{_GAME})\b[^.;]{{0,30}}?\b\d{{1,2}}\s?[-–]\s?\d{{1,2}}\b",
        )
    )
)
_PAIR = re.compile(r"(?<![\d.,$€£-])(\d{1,2})[-–](\d{1,2})(?![\d.,%]|-\w|[-–])")


def hidden(sentence: Sentence, text: str, *, opens_block: bool) -> list[tuple[int, int]]:
    """The stretches of a sentence's text that name or date."""
    found = [match.span() for match in _HIDDEN.finditer(text)]
    for mention in dates(sentence, ANY_DAY):
        words = sentence.words
        found.append((words[mention.first].start - sentence.start, words[mention.last].end - sentence.start))
    found += [match.span() for match in _PAIR.finditer(text) if int(match[1]) >= int(match[2])]
    if opens_block and (match := _LIST_NUMBER.match(text)):
        found.append(match.span())
    return found


def names(words: list[Word], first: Word, last: Word, amount: Amount) -> bool:
    """Whether the number is part of a name: "Article 5", "Boeing 737 jets", "155mm shells", "Room 101"."""
    before = words[first.i - 1] if first.i else None
    after = words[last.i + 1] if last.i + 1 < len(words) else None
    if amount.unit in {"mm", "cm"} and after is not None:
        stretch = words[last.i + 1 : last.i + 4]
        return after.pos in {"NOUN", "PROPN", "ADJ"} and any(
            word.lemma.lower() in _CALIBRE or word.lower.rstrip("s") in _CALIBRE for word in stretch
        )
    if amount.unit is not None or amount.hedged or amount.scale > 1 or before is None:
        return False
    if amount.form == "spelled" and first.text[:1].isupper() and before.pos in {"ADP", "PROPN", "NOUN"}:
        return after is None or not after.text[:1].isupper()
    if before.lower == "of" and first.i > 1 and words[first.i - 2].lower in _AGED:  # "a girl of six"
        return True
    if before.lower in _NOUNS and not (
        before.pos == "VERB" or (before.dep in {"nsubj", "dobj"} and before.tag == "NNS")
    ):
        return True
    if before.lower in {"and", "to", "-", "–", ",", "or"} and first.i >= 3 and words[first.i - 2].text[:1].isdigit():
        return words[first.i - 3].lower in _NOUNS
    if (
        before.pos not in {"PROPN", "NOUN"}
        or before.text.islower()
        or (before.ent in {"DATE", "GPE", "LOC"} and first.dep != "nummod")
    ):
        return False
    if first.head is before or after is None or after.pos not in {"NOUN", "PROPN", "ADJ"}:
        return (
            first.head is before
            or after is None
            or after.text in {",", ".", ")", ";", "'s", "’s"}
            or after.pos in {"AUX"}
        )
    return before.head is first.head and before.dep in {"compound", "nmod", "amod"}


def places_in_time(words: list[Word], first: Word, last: Word, amount: Amount) -> bool:
    """Whether a stretch of time only says when ("three days before", "over the past ten years")."""
    if amount.unit not in TIMES:
        return False
    after = words[last.i + 1].lower if last.i + 1 < len(words) else ""
    if after in _PLACED:
        beyond = words[last.i + 2].lower if last.i + 2 < len(words) else ""
        return after not in {"on", "from"} or amount.unit in {"year", "decade"} or beyond == "now"
    before = [word.lower for word in words[max(0, first.i - 2) : first.i]]
    if (before and before[-1] in _PLACING) or (
        before and before[-1] in {"the", "a", "some"} and before[0] in _PLACING | {"of"}
    ):
        return after != "of" or before[-1] in {"past", "last", "next", "first", "previous", "the"}
    return bool(before) and before[-1] in {"for"} and amount.unit in {"year", "decade", "century"}


def argues(words: list[Word], first: Word, noun: Word | None, amount: Amount) -> bool:
    """Whether a small number word only runs an argument along ("the two sides", "three reasons", "one")."""
    if amount.form != "spelled" or amount.scale > 1 or amount.unit is not None:
        return False
    value = amount.high if amount.low is None else amount.low
    if value is None or value > 10:
        return False
    before = words[first.i - 1].lower if first.i else ""
    if value <= 1:
        if noun is None or (noun.tag == "NNS" and value == 1):
            return True
        harmed = any(above.lemma.lower() in _HARM for above in noun.ancestors()) and noun.lemma.lower() in _PERSONS
        return not ((amount.hedged and noun.lemma.lower() not in _DISCOURSE) or harmed)
    if noun is None:
        return True
    if before == "the" and first.i > 2 and words[first.i - 2].lower == "of" and words[first.i - 3].pos == "NUM":
        return False
    return before in _DEFINITE or noun.lemma.lower() in _DISCOURSE or noun.lower in _DISCOURSE
