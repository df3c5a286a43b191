"""Findings as sentences of the trade: who said what, and how many independently. Origins said it, documents say it.

Invariant: nothing is put more surely than its sources put it.
"""

import re
from collections.abc import Sequence

from sayso.core.finding import Contradiction, Finding, Side, Value, Verdict
from sayso.lexicon.values import many, ranged, valued

_NAMED = 3  # origins named in a sentence
_COUNTED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_NOT = "not: "
_FILE = re.compile(r"\.[a-z]{2,5}$")
_VERBS = {"figure": ("put", "put"), "flow": ("told of", "tell of"), "statement": ("said:", "say:")}
_DENIALS = {"figure": ("did not put", "do not put"), "flow": ("told of no", "tell of no")}
_PLAIN = ("said that", "say that"), ("said it is not so that", "say it is not so that")


def reported(one: Finding) -> str:
    """What a finding says, on whose word, as a sentence."""
    if one.verdict is Verdict.CORROBORATED:
        count = f"{counted(len(one.origins))} independent origins"
        words = f"{count} {clause(one)}: {listed(one.origins)}"
    elif len(one.documents) > 1:
        several = f"{counted(len(one.documents))} documents {clause(one, document=True)}"
        alone = len(one.origins) < 2
        doubt = "" if alone else ", which are not shown to be independent"
        words = f"{several}, {'all ' * alone}on the word of {listed(one.origins)}{doubt}"
    else:
        words = f"{listed(one.origins)} {clause(one)}"
    return opened(words) + "." + (f" Put as {one.likelihood}." if one.likelihood else "")


def titled(one: Finding) -> str:
    """A finding in words; two on one figure differ by its value alone."""
    return f"{one.proposition}: {valued(one.value)}" if one.value else one.proposition


def clause(one: Finding, *, document: bool = False) -> str:
    """Verb and object: ``said that storms raise displacement``, ``put the toll at 15 people``; as of documents, ``say that``."""
    denied, words = one.proposition.startswith(_NOT), one.proposition.removeprefix(_NOT)
    if one.kind == "figure" and one.value:
        words = f"{words} at {_value(words, one.value)}"
    elif one.kind == "figure":
        return f"{'speak' if document else 'spoke'} of {words}"
    verbs = (_DENIALS.get(one.kind) or _PLAIN[1]) if denied else _VERBS.get(one.kind, _PLAIN[0])
    return f"{verbs[document]} {words}"


def _value(subject: str, value: Value) -> str:
    """The value behind what is measured: ``800 million EUR``, and ``15 or more`` where the subject says of whom."""
    counted_in = subject.casefold().startswith(tuple(f"{unit} ".casefold() for unit in (many(value.unit), value.unit)))
    unit = "" if counted_in else value.unit
    if value.high is None and value.low is not None:
        return f"{ranged(value.low, value.low, unit).rstrip()} or more"
    return ranged(value.low, value.high, unit).rstrip()


def opposed(one: Contradiction, sides: tuple[Finding | None, Finding | None], times: tuple[str, str]) -> str:
    """Both sides of a contradiction as one sentence; ``sides`` are the findings that state them, where there are any, and
    ``times`` when it was as they have it."""
    mine, theirs = sides
    if one.kind == "degree":
        both = listed((listed(one.one.origins), listed(one.other.origins)))
        return f"{opened(both)} do not agree on degree or status: {one.proposition}."
    first, second = _stated(one.one, mine), _stated(one.other, theirs)
    if one.kind == "denial":
        second = "denied it"
    elif one.kind == "date":
        first, second = f"{first} ({times[0] or 'no date'})", f"said so, too ({times[1] or 'no date'})"
    elif mine and theirs and theirs.value and mine.proposition == theirs.proposition:
        second = f"put it at {_value(theirs.proposition, theirs.value)}"
    return f"{opened(listed(one.one.origins))} {first}; {listed(one.other.origins)} {second}."


def _stated(side: Side, finding: Finding | None) -> str:
    return clause(finding) if finding else f"said: {' '.join(side.words.split()).rstrip('.')}"


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them, the first of them where they are many; files, which nobody named, behind all others."""
    if not names:
        return "a source that is not named"
    shown = sorted(names, key=lambda name: _FILE.search(name) is not None)[:_NAMED]
    if len(names) > _NAMED:
        shown.append(f"{len(names) - _NAMED} more")
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def counted(number: int) -> str:
    return _COUNTED[number] if number < len(_COUNTED) else f"{number:,}"


def opened(words: str) -> str:
    """Words as they open a sentence; the name of a file stays as it is."""
    first = words.split(" ", 1)[0]
    return words[:1].upper() + words[1:] if first.isalpha() and first.islower() else words
