"""Names of actors: the canonical name a mention stands for, and the key under which two spellings are one.

States go by their plain English name, bodies such as NATO by their usual one; everything else keeps its own words without
determiner, possessive and title. Invariant: ``canonical(canonical(text)) == canonical(text)``. Tables are read on first use.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from sayso.lexicon.table import table
from sayso.lexicon.table import words as vocabulary

Sense = Literal["state", "people", "seat", "body"]

_MARKS = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-"})
_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i"}
    | {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe"}
)
_NOT_WORD = re.compile(r"[^\w]+")
_SPACES = re.compile(r"\s+")
_AROUND = ",;:.\"“”«»[]'‘"
_ACRONYM = re.compile(r"(?<=\S) \([^()\s]{2,12}\)$")
_OF_STATE = re.compile(r"^(?P<noun>[a-z]+) of (?:the )?(?P<name>[A-Z].*)$")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a known word stands for: the name, and whether as the state itself, its people, its seat or a body."""

    name: str
    sense: Sense


@cache
def _latin() -> dict[int, str]:
    """Cyrillic letters to Latin ones, for ``str.translate``."""
    return str.maketrans(table("organisations")["cyrillic"])


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(table("organisations")["words"][kind])


@cache
def _institutions() -> frozenset[str]:
    return vocabulary("actors", "organisation_words")


def fold(text: str) -> str:
    """The text without diacritics and with plain quotes, dashes and single spaces; case is kept."""
    if text.isascii():
        return _SPACES.sub(" ", text).strip() if " " in text or "\n" in text else text
    plain = unicodedata.normalize("NFKD", text.translate(_MARKS).translate(_LETTERS))
    return _SPACES.sub(" ", "".join(c for c in plain if not unicodedata.combining(c))).strip()


@cache
def gazetteer() -> dict[str, Entry]:
    """Every known wording, folded, to what it stands for. Where wordings meet, a state's own name goes first."""
    found: dict[str, Entry] = {}
    states = table("states")
    for name, about in states.items():
        for wording in (name, *about.get("also", ())):
            found.setdefault(fold(wording), Entry(name, "state"))
    bodies = table("organisations")
    for place, name in bodies["seats"].items():
        found.setdefault(fold(place), Entry(name, "seat"))
    for name, others in bodies["bodies"].items():
        for wording in (name, *others):
            found.setdefault(fold(wording), Entry(name, "body"))
    for name, about in states.items():
        if "seat" in about:
            found.setdefault(fold(about["seat"]), Entry(name, "seat"))
        for wording in about.get("of", ()):
            found.setdefault(fold(wording), Entry(name, "people"))
            found.setdefault(_plural(fold(wording)), Entry(name, "people"))
    return found


def _plural(word: str) -> str:
    return word if word.endswith(("s", "ese", "ish", "ch", "men", "x")) else word + "s"


@cache
def openers() -> dict[str, int]:
    """The first token of every known wording of several words, with the most characters such a wording has."""
    found: dict[str, int] = {}
    for wording in gazetteer():
        first = re.split(r"[ \-]", wording)[0]
        if first != wording:
            found[first] = max(found.get(first, 0), len(wording))
    return found


def lookup(text: str) -> Entry | None:
    """What a bare name, demonym or seat of government stands for; case counts (``US`` is a state, ``us`` is not)."""
    return gazetteer().get(fold(text))


def state_of(text: str) -> str | None:
    """The state meant by its name, its demonym or adjective, or its seat of government, else ``None``."""
    entry = lookup(text)
    return entry.name if entry and entry.name in table("states") else None


@lru_cache(maxsize=65536)
def canonical(text: str) -> str:
    """The canonical name of a mention read without its document.

    ``the Kenyan government``, ``Nairobi`` and ``Kenya's`` give ``Kenya``; ``President Joe Bloggs`` gives ``Joe Bloggs``.
    """
    while True:
        plain = bare(text)
        found = _known(plain) or _known(untitled(plain))
        if found:
            return found
        plain = untitled(plain)
        if plain == text:
            return text
        text = plain


def bare(text: str) -> str:
    """The mention without surrounding punctuation, leading determiners and a possessive ending."""
    words = _SPACES.sub(" ", _unbracketed(text.strip().strip(_AROUND).strip())).split(" ")
    while len(words) > 1 and words[0].lower() in _words("determiners"):
        words = words[1:]
    last = unowned(words[-1])
    joined = " ".join([*words[:-1], last]) if last else " ".join(words)
    return joined if not _initials(text, joined) else joined + "."


def unowned(word: str) -> str:
    """The word without its possessive ending: "Kenya's" is Kenya, "growers'" are growers."""
    if word.endswith(("'s", "’s")):
        return word[:-2]
    return word[:-1] if word.endswith(("s'", "s’")) else word


def _unbracketed(text: str) -> str:
    """Without brackets around the whole or left open; a bracketed acronym at the end stays."""
    if text.count("(") != text.count(")") or (text.startswith("(") and text.endswith(")")):
        return text.strip("()").strip(_AROUND).strip()
    return text


def _initials(text: str, joined: str) -> bool:
    """Whether the last full stop of the mention belongs to it, as in ``U.S.``."""
    return f"{joined}." in text and fold(f"{joined}.") in gazetteer()


def _known(text: str) -> str | None:
    entry = lookup(text)
    if entry:
        return entry.name
    head, _, last = text.rpartition(" ")
    if head and last.lower() in _words("governments"):
        owner = lookup(bare(head))
        return owner.name if owner else None
    of = _OF_STATE.match(text)
    if of and of["noun"] in _words("governments"):
        owner = lookup(of["name"])
        return owner.name if owner else None
    return None


def untitled(text: str) -> str:
    """The mention without the titles, and the nationality before them, that stand in front of a person's name."""
    words = text.split(" ")
    titles = _words("titles")
    modifiers = _words("title_modifiers")
    at = 0
    while at < len(words) - 1 and (lookup(words[at]) or words[at].lower() in modifiers):
        at += 1
    start = at
    while at < len(words) - 1:
        size = next((n for n in (3, 2, 1) if " ".join(words[at : at + n]).lower() in titles and at + n < len(words)), 0)
        if not size:
            break
        at += size
    if at == start or not words[at][:1].isupper() or words[-1].lower() in _institutions():  # "Justice Department"
        return text
    alone = at == len(words) - 1 and words[at - 1].lower() in _words("part_of_name")
    return " ".join(words[at - 1 :] if alone else words[at:])


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """What two spellings of one name share: canonical, folded, in Latin letters, lower case, without legal form."""
    plain = fold(_ACRONYM.sub("", canonical(text))).lower().translate(_latin()).replace("&", " and ")
    words = [word for word in _NOT_WORD.sub(" ", plain.replace(".", "").replace("'", "")).split() if word != "the"]
    forms = _words("legal_forms")
    while len(words) > 1 and words[-1] in forms:
        words.pop()
    return " ".join(words)
