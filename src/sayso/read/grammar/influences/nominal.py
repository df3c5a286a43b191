"""Names of noun phrases: whose it is, what tells which one it is, the noun, and what it is of.

Left out are numbers, dates, amounts, determiners, words of degree, relative clauses and circumstances.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.lexicon.names import lookup
from sayso.lexicon.table import words
from sayso.read.grammar.influences.owner import loose, owner_of, possessive
from sayso.read.grammar.influences.subject import is_agent
from sayso.read.grammar.phrase import child, children
from sayso.read.parse import Word

EDGE = frozenset(
    [",", ";", ":", ".", "(", ")", '"', "'", "-", "--", "—", "–", "“", "”", "‘", "’", "?", "!", "»", "«", "...", "…", "[", "]"]
)  # fmt: skip
DETERMINERS = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "any", "some", "such", "its", "their", "his", "her", "our", "my", "your",
        "each",    "every", "all", "both", "another", "no"]
)  # fmt: skip
HEDGES = frozenset(
    ["potentially", "possibly", "perhaps", "probably", "apparently", "reportedly", "allegedly", "certain", "further",
     "already", "also", "now", "very", "even", "only", "significantly", "sharply", "directly", "increasingly",
     "especially", "particularly", "mainly", "largely", "not", "n't", "never", "thus", "therefore", "however", "still",
     "just", "too", "so", "once", "approximately", "about", "around", "nearly", "almost", "roughly", "estimated"]
)  # fmt: skip
UNNAMED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})
LONGEST = 9  # words of a name
_DEEPEST, _COMPLEMENTS = 3, 2


def noun_name(head: Word, inside: set[int] | None = None, depth: int = 0) -> str:
    """Owner, what tells which, the noun and its complements; ``inside`` holds the ids of the words that may enter."""

    def may(word: Word) -> bool:
        return inside is None or id(word) in inside

    whole = _whole_of(head, inside) if depth < _DEEPEST else None
    if whole is not None and (name := noun_name(whole, inside, depth + 1)):
        return name
    before, owner = _before(head, may)
    name = joined([*before, head])
    longer = _with_complements(name, head, may, inside, depth)
    complements, name = longer != name, longer
    deed = child(head, "acl")
    if deed is not None and may(deed) and depth < _DEEPEST and not complements and deed.i > head.i:
        if any(below.lower == "to" for below in children(deed, "aux")):
            name += to_do(deed)
        elif owner is None and (by := child(deed, "agent")) is not None and (doer := child(by, "pobj")) is not None:
            owner = owner_of(doer) if is_agent(doer) else None
    return f"{possessive(owner)} {name}" if owner and name else name


def _whole_of(head: Word, inside: set[int] | None) -> Word | None:
    """What a part, a measure or an amount is of; ``None`` for a noun that is none of these."""
    if head.lemma.lower() not in words("naming", "partitive") and head.tag != "CD" and head.text != "%":
        return None
    for prep in children(head, "prep"):
        whole = child(prep, "pobj") if prep.lower == "of" or (prep.lower == "in" and head.tag == "CD") else None
        if whole is not None and (inside is None or id(whole) in inside):
            return whole
    return None


def _with_complements(name: str, head: Word, may: Callable[[Word], bool], inside: set[int] | None, depth: int) -> str:
    """The name with what the noun's prepositions add, as long as it stays short."""
    added = 0
    for prep in children(head, "prep", "agent"):
        if prep.i > head.i and may(prep) and depth < _DEEPEST and added < _COMPLEMENTS:
            more = complement(prep, may, inside, depth)
            if more and len(name.split()) + len(more.split()) <= LONGEST:
                name, added = f"{name} {prep.lower} {more}", added + 1
    return name


def _before(head: Word, may: Callable[[Word], bool]) -> tuple[list[Word], str | None]:
    """The words before the noun that tell which one it is, and whose it is."""
    found: dict[int, Word] = {}
    around: dict[int, Word] = {}
    owner = None
    for below in head.children:
        if below.i > head.i or not may(below):
            continue
        if below.dep == "poss":
            owner = owner_of(below)
            continue
        around.update((word.i, word) for word in below.subtree() if may(word) and word.i < head.i)
        stack = [below] if tells(below) else []
        while stack:
            word = stack.pop()
            found[word.i] = word
            stack.extend(under for under in word.children if may(under) and under.i < head.i and tells(under))
    places = {*found, head.i}
    for at in sorted(around):  # what a hyphen or "and" joins belongs together
        joins = around[at].text == "-" or around[at].dep == "cc"
        before = around.get(at - 1) if joins and at + 1 in places else None
        if before is not None and before.tag != "CD" and (around[at].text == "-" or at - 1 in places):
            found[at], found[at - 1] = around[at], before
    return [found[at] for at in sorted(found)], owner


def tells(word: Word) -> bool:
    """Whether a word before a noun tells which one: no number, date, determiner or word of degree."""
    if word.dep in (
        "det",
        "nummod",
        "poss",
        "punct",
        "quantmod",
        "predet",
        "neg",
        "case",
        "advcl",
        "relcl",
        "acl",
        "prep",
    ):
        return False
    if word.ent in UNNAMED or word.tag in ("CD", "PRP$", "DT", "PDT", "WDT", "POS"):
        return False
    if word.lower in HEDGES or word.lower in DETERMINERS or loose(word):
        return False
    if child(word, "nummod") is not None and not is_agent(word):
        return False  # "155mm shells", "a two-year ban"
    kind = word.lower in words("variables", "qualities")  # "early treatment", whose "early" may be read as an adverb
    return (kind or word.pos not in ("ADV", "CCONJ", "SCONJ")) and any(letter.isalpha() for letter in word.text)


def complement(prep: Word, may: Callable[[Word], bool], inside: set[int] | None, depth: int) -> str:
    """What a preposition adds to a noun's name; empty if that is only when, how much or how."""
    target = child(prep, "pobj", "pcomp")
    if prep.lower not in words("naming", "telling") or target is None or not may(target) or target.ent in UNNAMED:
        return ""
    if target.lower in words("naming", "adverbial") and not target.children:
        return ""  # "in part", "in turn"
    if target.dep == "pcomp":
        return _doing(target) if target.tag == "VBG" else ""
    if target.pos not in ("NOUN", "PROPN", "NUM", "ADJ", "PRON") or (target.pos == "PRON" and prep.lower != "by"):
        return ""
    name = noun_name(target, inside, depth + 1)
    if name and any(below.lower == "the" for below in children(target, "det")) and child(target, "poss") is None:
        name = f"the {name}"
    fellow = child(target, "conj")
    if fellow is not None and may(fellow) and is_agent(fellow) and len(name.split()) <= 2:
        name += f" and {noun_name(fellow, inside, depth + 2)}"
    return name


def to_do(verb: Word) -> str:
    """ "to coerce the neighbours" behind "ability"."""
    target = child(verb, "dobj")
    if target is not None:
        return f" to {verb.lower} {noun_name(target, None, 2)}".rstrip()
    for prep in children(verb, "prep"):
        if more := complement(prep, anything, None, 2):
            return f" to {verb.lower} {prep.lower} {more}"
    return ""


def _doing(verb: Word) -> str:
    target = child(verb, "dobj")
    return f"{verb.lower} {noun_name(target, None, 2)}".strip() if target is not None else ""


def anything(_: Word) -> bool:
    return True


def joined(kept: Sequence[Word]) -> str:
    parts: list[str] = []
    for at, word in enumerate(kept):
        text = word.text
        if at == 0 and word.i == 0 and not (word.ent or word.pos == "PROPN" or lookup(text)) and text[1:].islower():
            text = word.lower
        parts.append(text)
        following = kept[at + 1] if at + 1 < len(kept) else None
        if following is not None and (word.spaced or following.i != word.i + 1):
            parts.append(" ")
    return "".join(parts).strip()
