"""Words as the weighing compares them: a text becomes terms under which wordings of one thing meet.

Endings are dropped, groups of words that report the same thing share a term, states go by one name whatever the wording,
numbers and dates are written one way. Invariant: the same text gives the same terms, in any document.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.lexicon.names import fold, gazetteer, openers, unowned
from sayso.lexicon.nouns import singular
from sayso.lexicon.table import table

Bag = frozenset[str]
_TOKEN = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_](?:[\w&'’‑-]*\w)?(?:\.[A-Z]\b)*")
_NUMERALS = table("weighing")["numerals"]
_DATES = table("dates")
_WEEKDAYS = frozenset(map(str.capitalize, _DATES["weekdays"]))
_MONTH = {name: f"{at:02}" for at, full in enumerate(_DATES["months"], 1) for name in (full, full[:3])} | {"sept": "09"}
MONTHS = "|".join(name.capitalize() for name in _DATES["months"])  # any of them, as a pattern
_SMALL = {word: at for at, word in enumerate(_NUMERALS["ones"])} | {
    word: 10 * at for at, word in enumerate(_NUMERALS["tens"], 2)
}
_SCALE = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0,
    "m": 1e6, "mn": 1e6, "bn": 1e9, "k": 1e3,
}  # fmt: skip
_SHORT = 3  # letters: of words so short the stem tells too little
_ENDINGS = (
    "ization",
    "isation",
    "ation",
    "ingly",
    "ement",
    "ment",
    "ness",
    "ion",
    "ing",
    "ied",
    "ies",
    "ity",
    "ed",
    "ly",
    "al",
)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a text says: ``words`` in order (names among them, numbers and dates not), which of them are ``names``, the
    ``numbers`` it gives and the ``dates`` (``05``, ``05-04``, ``2024``) it names."""

    words: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()
    opening: str = ""  # the term of its first word, where its capital does not tell whether it is a name


@cache
def _dropped() -> frozenset[str]:
    lists = table("weighing")["words"]
    return frozenset(lists["function"]) | frozenset(lists["reporting"])


@cache
def _groups() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, members in table("weighing")["groups"].items():
        for member in members:
            found.setdefault(member, name)
    return found


@cache
def _stems() -> dict[str, str]:
    """The groups by the stems that several of their members have: the list may leave out a form of such a word. A single
    form may be listed because the others mean something else ("cases", but not "case")."""
    found: dict[str, list[str]] = {}
    for member, name in _groups().items():
        if len(member) > _SHORT:
            found.setdefault(stem(fold(member)), []).append(name)
    return {word: names[0] for word, names in found.items() if len(names) > 1 and len(set(names)) == 1}


@lru_cache(maxsize=1 << 17)
def term(word: str) -> str:
    """The term of one word: empty for a function word, a group's name, or the word without its ending."""
    lower = unowned(word.lower())
    if lower in _dropped():
        return ""
    found = _groups().get(lower)
    if found:
        return found
    short = stem(fold(lower))
    return _stems().get(short, short)


def stem(word: str) -> str:
    """The word without its ending, crudely: what counts is that the forms of one word mostly meet."""
    if len(word) <= 3:
        return word
    word = singular(word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and re.search("[aeiouy]", word[: -len(ending)]):
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
                word = word[:-1]
            break
    return word.rstrip("ey") if len(word) > 3 and word[-1] in "ey" else word


@lru_cache(maxsize=4096)  # one sentence is the passage of several claims
def terms(text: str) -> Terms:
    """The terms of a stretch of text."""
    words: list[str] = []
    names: set[str] = set()
    numbers: set[str] = set()
    dates: set[str] = set()
    tokens = _TOKEN.findall(text)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        first = token[0]
        if first.isdigit() or (first.isalpha() and token.lower() in _SMALL):
            at = _number(tokens, at, numbers, dates)
            continue
        if first.isupper():
            at = _capital(tokens, at, words, names, dates)
            continue
        found = term(token)
        if found:
            words.append(found)
        at += 1
    opening = term(tokens[0]) if tokens and tokens[0][0].isupper() else ""
    return Terms(tuple(words), frozenset(names), frozenset(numbers), frozenset(dates), opening)


def _capital(tokens: list[str], at: int, words: list[str], names: set[str], dates: set[str]) -> int:
    """Reads a capitalised token: a known name of one or more words, a month, a name, or a sentence's first word."""
    token = tokens[at]
    if token in openers():
        for size in (5, 4, 3, 2):
            entry = (
                gazetteer().get(unowned(fold(" ".join(tokens[at : at + size])))) if at + size <= len(tokens) else None
            )
            if entry:
                words.append(entry.name.lower())
                names.add(entry.name.lower())
                return at + size
    month = _MONTH.get(token.lower())
    if month and not (token == "May" and at == 0):
        day = next(
            (t for t in (*tokens[at + 1 : at + 2], *tokens[max(at - 1, 0) : at]) if t.isdigit() and int(t) <= 31), None
        )
        dates.add(f"{month}-{int(day):02}" if day else month)
        return at + 2 if at + 1 < len(tokens) and tokens[at + 1] == day else at + 1
    name = _known(token)
    found = name or term(token)
    if found:
        words.append(found)
        if (at > 0 or name or token.isupper()) and not _names_nobody(token):
            names.add(found)
    return at + 1


def _names_nobody(token: str) -> bool:
    """Whether a capitalised word is a day of the week, or tells what is of a place or by somebody ("Geneva-based")."""
    return token in _WEEKDAYS or token.rpartition("-")[2].islower()


@lru_cache(maxsize=1 << 16)
def _known(token: str) -> str:
    plain = unowned(fold(token))
    entry = gazetteer().get(plain) or gazetteer().get(plain + ".")
    return entry.name.lower() if entry else ""


def _number(tokens: list[str], at: int, numbers: set[str], dates: set[str]) -> int:
    """Reads a number with its scale words from ``tokens[at]`` on; gives the place after it."""
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    if token.isdigit():
        if len(token) == 4 and 1800 <= int(token) <= 2100:
            dates.add(token)
            return at + 1
        if following.lower() in _MONTH and following[0].isupper() and int(token) <= 31:
            dates.add(f"{_MONTH[following.lower()]}-{int(token):02}")
            return at + 2
    value = _value(token)
    at += 1
    if token.lower() in _SMALL and following.lower() in _SMALL and value >= 20:
        value += _SMALL[following.lower()]
        at += 1
    while at < len(tokens) and tokens[at].lower() in _SCALE:
        value *= _SCALE[tokens[at].lower()]
        at += 1
    if not (token == "one" or (value == 1 and token.lower() == "one")):
        numbers.add(f"{value:.6g}")
    return at


def _value(token: str) -> float:
    if token.lower() in _SMALL:
        return float(_SMALL[token.lower()])
    plain = (
        token.replace(",", "")
        if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?", token)
        else token.replace(",", ".")
    )
    try:
        return float(plain)
    except ValueError:
        return float(re.sub(r"\D", "", token)[:15] or 0)


_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-ZÀ-ÖØ-Þ\d])|\n+")


def sentences(text: str) -> list[tuple[int, int]]:
    """The (start, end) of each sentence of a text, roughly: enough to see what stands beside a passage."""
    found = []
    start = 0
    for match in _SENTENCE.finditer(text):
        if text[start : match.start()].strip():
            found.append((start, match.start()))
        start = match.end()
    if text[start:].strip():
        found.append((start, len(text)))
    return found


@lru_cache(maxsize=1 << 16)
def bag(text: str) -> Bag:
    """The terms of a stretch of text, whatever their order."""
    return frozenset(terms(text).words)
