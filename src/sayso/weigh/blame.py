"""Who is charged with what: an accusation names whose doing a thing is.

Invariant: nobody is charged whom the passage does not name.
"""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.core.claim import Modality
from sayso.lexicon.houses import bodies
from sayso.lexicon.table import table
from sayso.weigh.card import Card
from sayso.weigh.terms import MONTHS, Bag, bag, term, terms

_BEFORE = 60  # characters before what is said, where its cue stands
_NEAR = 80  # characters before "responsible for", where whoever is stands
_UNDONE = frozenset({Modality.CONDITIONAL, Modality.FORECAST})
_OWN_CLAUSE = re.compile(r"[,;:(“”\"—]| (?:as|which|who|that|while|because) ")


@dataclass(frozen=True, slots=True)
class Charge:
    """``doers`` are the names of who is charged, ``deed`` the terms of what was done, ``named`` those of them that are names,
    and ``known`` those that an article marks as known; ``harm`` tells which harm was done, if one was."""

    doers: Bag
    deed: Bag
    named: Bag
    known: Bag
    harm: str = ""


def charge_of(card: Card) -> Charge | None:
    """Whom a claim charges with what: as the doer of a harm, by its cue ("accused X of …"), or by saying whose doing it was
    ("X is responsible for …", "X was behind …")."""
    if accuses(card):
        return _accused_at(card.passage, card.slots[1] or "") if not card.negative else None
    if not _states(card):
        return None
    return harm_of(card) or _accused_in(card.passage, card.content) or _answerable_in(card.content)


def harm_of(card: Card) -> Charge | None:
    """Whom a statement charges with a harm: "Northern forces blew up the dam", "the dam was blown up by Northern forces"."""
    return _harm_in(card.content) if _states(card) else None


def tells_harm(text: str) -> bool:
    """Whether a text has any word for a harm."""
    return _harms().search(text) is not None


def _states(card: Card) -> bool:
    return card.kind == "statement" and not card.negative and card.modality not in _UNDONE


@lru_cache(maxsize=1 << 14)
def _harm_in(content: str) -> Charge | None:
    match = _harms().search(content)
    if not match:
        return None
    before, after = _OWN_CLAUSE.split(content[: match.start()])[-1], content[match.end() :]
    by = re.match(r" (?:\w+ )?by ", after)
    found = _charge(_clause(after[by.end() :]), before) if by else _charge(before, _clause(after))
    return found and replace(found, harm=match.lastgroup or "")


def _accused_in(passage: str, content: str) -> Charge | None:
    match = _accusation(passage, content)
    return _charge(match[1], _clause(match[3])) if match else None


def accused(passage: str, content: str) -> str:
    """What a statement states, as a sentence has it where it is the content of an accusation: "X accused of doing it"."""
    match = _accusation(passage, content)
    if not match:
        return content
    return f"{_SAID_ON.sub('', match[1])} {'accused' if match[2] == 'of' else 'blamed'} {match[2]} {match[3]}"


def _accusation(passage: str, content: str) -> re.Match[str] | None:
    """Who is accused, "of" or "for", and what of, where a statement is the content of an accusation."""
    cue = passage[: passage.find(content)][-_BEFORE:]
    return _of(content) if _accuses().search(cue) else None


def _of(text: str) -> re.Match[str] | None:
    text = " ".join(text.split())
    return _OF_DOING.match(text) or _OF_QUOTED.match(text) or _OF.match(text)


@lru_cache(maxsize=1 << 14)
def _accused_at(passage: str, whom: str) -> Charge | None:
    """The charge of an act of accusing: what stands behind the verb and whom it names."""
    verb = _accuses().search(passage)
    match = verb and _of(passage[verb.end() + 1 :])
    return _charge(whom, _clause(match[3])) if match else None


@lru_cache(maxsize=1 << 14)
def _answerable_in(content: str) -> Charge | None:
    found = answerable(content)
    return _charge(_OWN_CLAUSE.split(found.who)[-1], _clause(found.deed)) if found else None


_OF_DOING = re.compile(r"([^,;:.]{2,80}?) (of|for) ((?:\w+ly )?\w+ing\b.+)", re.DOTALL)
_OF_QUOTED = re.compile(r"([^,;:.]{2,80}?) (of|for) ((?:an? )?[“\"‘'].+)", re.DOTALL)
_OF = re.compile(r"([^,;:.]{2,80}?) (of|for) (.+)", re.DOTALL)
_SAID_ON = re.compile(rf" on (?:\w+day\b|\d+ |(?:{MONTHS})\b).*")


def _clause(text: str) -> str:
    return _OWN_CLAUSE.split(text, maxsplit=1)[0]


def _charge(who: str, deed: str) -> Charge | None:
    doers, done = names_in(who), terms(f"… {deed}")
    known = frozenset(term(word) for found in _KNOWN.finditer(deed) for word in found[1].split()) & {*done.words}
    return Charge(doers, frozenset(done.words), done.names, known) if doers and done.words else None


_KNOWN = re.compile(r"\b(?:the|its|their)((?: [\w’'-]+){1,4})", re.IGNORECASE)


@lru_cache(maxsize=1 << 14)
def names_in(text: str) -> Bag:
    """The terms of the names in a text, but for common nouns that names of bodies have."""
    led = re.match(r"[A-ZÀ-Þ][\w’'-]* [A-ZÀ-Þ]|[A-ZÀ-Þ][\w’'-]*$", text)  # a capital that is not only the sentence's
    return terms(f"a {text}" if led else text).names - _bodies()


@cache
def _bodies() -> Bag:
    return frozenset(map(term, bodies()))


@cache
def _harms() -> re.Pattern[str]:
    harms = table("shapes")["blame"]["harms"]
    return re.compile(rf"\b(?:{'|'.join(f'(?P<{name}>{forms})' for name, forms in harms.items())})\b")


@cache
def _accuses() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('shapes')['blame']['accuses'])})\b")


def accuses(card: Card) -> bool:
    """Whether a claim is that somebody accused another, not that the other did it."""
    return card.kind == "act" and card.first == bag("accuse")


class Answerable(NamedTuple):
    """Words ``who``, from the character ``start`` on, before those that say that somebody is behind a thing, and the ``deed``
    told after them."""

    start: int
    who: str
    deed: str


def answerable(text: str) -> Answerable | None:
    """Who is said to be, or not to be, behind what: "it was responsible for the blast"."""
    match = _behind().search(text)
    if not match:
        return None
    start = max(0, match.start() - _NEAR)
    return Answerable(start, text[start : match.start()], match["deed"])


@cache
def _behind() -> re.Pattern[str]:
    told = "|".join(table("shapes")["blame"]["answerable"])
    mark = "[“”‘’'\"]?"
    return re.compile(
        rf"\b(?:(?:is|are|was|were|be|been|being)(?: not|n[’']t)? )?{mark}(?:\w+ly )?(?:{told}){mark} (?:in |for )?(?P<deed>.+)",
        re.IGNORECASE | re.DOTALL,
    )
