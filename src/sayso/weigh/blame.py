"""Who is charged with what: an accusation names whose doing a thing is, and who denies "the accusation" or "any involvement"
denies what he was charged with just before.

Invariant: nobody is charged whom the passage does not name, and a denial that tells what it denies is left as it is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from sayso.core.claim import Modality
from sayso.lexicon.houses import bodies
from sayso.lexicon.table import table
from sayso.weigh.card import Card
from sayso.weigh.terms import Bag, term, terms

_REACH = 3  # sentences back to what an answer answers
_BEFORE = 60  # characters before what is said, where its cue stands
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
    """Whom a statement charges with what: as the doer of a harm, or by its cue ("accused X of …")."""
    return harm_of(card) or (_accused_in(card.passage, card.content) if _states(card) else None)


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
    cue = passage[: passage.find(content)][-_BEFORE:]
    match = _OF_DOING.match(content) or _OF.match(content)
    return _charge(match[1], _clause(match[2])) if match and _accuses().search(cue) else None


_OF_DOING = re.compile(r"([^,;:.]{2,80}?) (?:of|for) ((?:\w+ly )?\w+ing\b.+)", re.DOTALL)
_OF = re.compile(r"([^,;:.]{2,80}?) (?:of|for) (.+)", re.DOTALL)


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


def answered(cards: Sequence[Card], speaks_for: Sequence[tuple[str, str]]) -> list[Card]:
    """The cards of a document, where a denial of "the accusation" or "any involvement" says what the one who denies was last
    charged with. ``speaks_for`` gives the bodies that persons speak for."""
    bodies_of: dict[str, set[str]] = {}
    for person, body in speaks_for:
        bodies_of.setdefault(person, set()).add(body)
    charges = [(card, charge) for card in cards if (charge := charge_of(card))]
    return [_answer(card, charges, bodies_of) if charges and card.negative else card for card in cards]


def _answer(card: Card, charges: Sequence[tuple[Card, Charge]], bodies_of: dict[str, set[str]]) -> Card:
    match = _pointer().fullmatch(card.content) if card.kind == "statement" else None
    if not match:
        return card
    voices = {chain[-1][0] for chain in card.chains}
    voices |= {body for voice in voices for body in bodies_of.get(voice, ())}
    denier = names_in(card.content).union(*map(names_in, voices))
    told = frozenset(terms(match["of"] or "").words)
    meant = [
        (one.start, charge)
        for one, charge in charges
        if one.start < card.start and card.sentence - one.sentence <= _REACH
        if charge.doers & denier and (not told or told & one.around)
    ]
    if not meant:
        return card
    charge = max(meant, key=lambda row: row[0])[1]
    said = charge.doers | charge.deed
    return replace(card, says=said, around=card.around | said)


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


@cache
def _pointer() -> re.Pattern[str]:
    lists = table("shapes")["blame"]
    nouns = "|".join((*table("weighing")["denials"]["nouns"], *lists["parts"]))
    return re.compile(
        rf"(?:(?!of\b|that\b)[\w’'-]+ ){{0,4}}(?:{nouns})(?: (?:in|for|of) (?P<of>[^,;:.]+))?[.,”\"]*", re.IGNORECASE
    )
