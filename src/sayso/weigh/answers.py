"""Answers to charges: who denies "the accusation", "any involvement in the attack" or "allegations of smuggling" denies that it
was his doing, and may leave to the charge what it was.

Invariant: a denial that tells in full what it denies is left as it is.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from sayso.core.claim import Modality
from sayso.lexicon.table import either, table
from sayso.weigh.blame import Charge, answerable, charge_of, names_in
from sayso.weigh.card import Card
from sayso.weigh.denial import denial_terms
from sayso.weigh.likeness import known_states
from sayso.weigh.terms import Bag, term, terms

_REACH = 3  # sentences back to what an answer answers
_FAR = 12  # if it tells something of the deed
_TOLD_BY = re.compile(r"[,;:(—]| (?:which|who|while|because|as) ")
_MARKS = " .,”“\"‘’'"


@dataclass(frozen=True, slots=True)
class Answer:
    """``deed`` are the terms told of what somebody says was not his doing, ``who`` the names of whoever's doing it was not,
    if not his own."""

    deed: Bag
    who: Bag


def answer_of(card: Card) -> Answer | None:
    """What a denial answers, if it says no more than whose doing a thing was not."""
    if not card.negative or card.kind not in {"statement", "influence"}:
        return None
    return _answer_in(card.content if card.kind == "statement" else _denied_in(card.passage))


def answered(cards: Sequence[Card], speaks_for: Sequence[tuple[str, str]]) -> list[Card]:
    """The cards of a document, where an answer says what the one who denies was last charged with, or, if that stands elsewhere,
    what it tells of the deed and whose it is not. ``speaks_for`` gives the bodies that persons speak for."""
    bodies_of: dict[str, set[str]] = {}
    for person, body in speaks_for:
        bodies_of.setdefault(person, set()).add(body)
    if not any(card.negative for card in cards):
        return list(cards)
    answers = {at: answer for at, card in enumerate(cards) if (answer := answer_of(card))}
    said = [_Said(card, charge_of(card)) for card in cards if not card.negative] if answers else []
    return [
        _answered(card, answers[at], said, bodies_of) if at in answers else _taken_as_known(card)
        for at, card in enumerate(cards)
    ]


def _taken_as_known(card: Card) -> Card:
    """A figure or tie in an answer is told of the deed, not denied ("denied being behind the blast that killed 500")."""
    if not card.negative or card.kind not in {"figure", "tie"} or not _answer_in(_denied_in(card.passage)):
        return card
    return replace(card, negative=False, modality=Modality.ASSERTED, chains=())


@dataclass(frozen=True, slots=True)
class _Said:
    """A claim that may be answered, with the charge it makes, if it makes one."""

    card: Card
    charge: Charge | None


def _answered(card: Card, answer: Answer, said: Sequence[_Said], bodies_of: Mapping[str, set[str]]) -> Card:
    voices = {chain[-1][0] for chain in card.chains}
    voices |= {body for voice in voices for body in bodies_of.get(voice, ())}
    denier = answer.who or names_in(card.passage.partition(card.content)[0]).union(*map(names_in, voices))
    reach = _FAR if answer.deed else _REACH
    before = [one for one in said if one.card.start < card.start and card.sentence - one.card.sentence <= reach]
    meant = [
        (one.card.start, one.charge.doers | one.charge.deed)
        for one in before
        if one.charge and one.charge.doers & denier
        if not beyond_events(answer.deed) or answer.deed & one.card.around
    ] or [
        (one.card.start, one.card.says)
        for one in before
        if not answer.deed and one.card.kind == "statement" and denier & one.card.says
        if voices.isdisjoint(chain[-1][0] for chain in one.card.chains)
    ]
    if meant:
        denied = max(meant, key=_place)[1] | answer.deed
    elif beyond_events(answer.deed):
        denied = (denier & known_states() or denier) | answer.deed
    else:
        return card
    return replace(card, says=denied, around=card.around | denied)


def _place(row: tuple[int, Bag]) -> int:
    return row[0]


def beyond_events(said: Bag) -> Bag:
    """What terms tell beyond that something was done."""
    return said - _events()


@lru_cache(maxsize=1 << 14)
def _answer_in(denied: str) -> Answer | None:
    found = answerable(denied)
    doer = found if found and not found.start else None
    told = _TOLD_BY.split(doer.deed if doer else denied.strip(_MARKS), maxsplit=1)[0].strip(_MARKS)
    if doer:
        return Answer(_deed(told), names_in(doer.who) if doer.who[:1].isupper() else frozenset())
    match = _pointer().fullmatch(told)
    return Answer(_deed(match["deed"] or ""), frozenset()) if match else None


def _deed(told: str) -> Bag:
    return frozenset(terms(f"… {told}").words) - denial_terms()


def _denied_in(passage: str) -> str:
    verb = _verbs().search(passage)
    return passage[verb.end() :].strip() if verb else ""


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(table('weighing')['denials']['verbs'])})\b")


@cache
def _events() -> Bag:
    return frozenset(map(term, table("shapes")["blame"]["events"]))


@cache
def _pointer() -> re.Pattern[str]:
    """Matches "any involvement in the attack", "the accusation", "allegations of smuggling"; not "reports of a truce"."""
    lists = table("shapes")["blame"]
    told = either((*lists["parts"], *lists["charges"]))
    bare, back = either(table("weighing")["denials"]["nouns"]), either(lists["back"])
    before = r"(?:(?!of\b|that\b)[\w’'.,-]+ ){0,5}"
    deed = r"(?: (?:in|for|of|about|regarding|concerning|over|with) (?P<deed>.+))?"
    whose = r"(?: (?:of|by) (?-i:(?:the |an? )?[A-ZÀ-Þ]).+)?"
    return re.compile(rf"{before}(?:(?:{bare})|(?:{back}){whose}|(?:{told}){deed})", re.IGNORECASE | re.DOTALL)
