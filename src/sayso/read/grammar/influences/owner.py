"""Whose a variable is: the name behind a possessive, a subject or a pronoun, found in its own sentence or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sayso.lexicon.table import table, words
from sayso.read.grammar.influences.subject import SUBJECT, is_agent, subject_above
from sayso.read.grammar.phrase import child, children
from sayso.read.parse import Word

_RELATIVE = frozenset({"which", "that", "who", "whom", "whose"})
_PERSONS = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_SINGULAR = frozenset({"it", "its", "itself"})
_UNNAMED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})
_NAMES = frozenset({"GPE", "LOC", "ORG", "FAC", "NORP", "PERSON", "EVENT"})
_LONGEST = 4


def possessive(owner: str | None) -> str:
    """The owner with the ending that makes it one."""
    if not owner:
        return ""
    return owner + ("'" if owner.endswith("s") else "'s")


def owner_of(word: Word) -> str | None:
    """The short name of an owner; of a report, whose report it is; ``None`` for a pronoun that means nobody shown before it."""
    for _ in range(4):
        if word.pos in ("PRON", "DET") or word.tag in ("PRP$", "WP$", "WDT", "WP"):
            found = _antecedent(word)
            if found is None or found.pos in ("PRON", "DET"):
                return None
            word = found
        if word.lemma.lower() not in words("naming", "papers"):
            break
        author = child(word, "poss") or next(
            (child(p, "pobj") for p in children(word, "prep") if p.lower == "of"), None
        )
        if author is None:
            return None
        word = author
    return _short(word)


def _short(word: Word) -> str | None:
    """The name without titles, numbers, dates and all that follows it."""
    if word.ent in _UNNAMED or word.pos not in ("NOUN", "PROPN", "ADJ") or word.lower in words("variables", "degree"):
        return None
    kept = [
        below
        for below in word.children
        if below.i < word.i and below.dep in ("compound", "amod", "nmod") and below.ent not in _UNNAMED
    ]
    kept = [below for below in kept if below.tag != "CD" and not loose(below)]
    if word.ent == "PERSON" and word.pos == "PROPN":
        kept = []  # a person goes by the last name
    run = [*sorted(kept, key=lambda below: below.i)[-_LONGEST:], word]
    name = "".join(_cased(part) + (" " if part.spaced or run[at + 1 : at + 2] else "") for at, part in enumerate(run))
    return name.strip() or None


def loose(word: Word) -> bool:
    """Whether a word before a noun tells how large, when or how sure, and not which one; a name keeps it ("New York")."""
    named = word.pos == "PROPN" or (word.ent in _NAMES and word.text[:1].isupper())
    return not named and word.lower in words("naming", "loose")


def _cased(word: Word) -> str:
    """The word as written, without the capital of a sentence's first word."""
    common = word.i == 0 and word.pos != "PROPN" and word.text[1:].islower()
    return word.lower if common else word.text


def _antecedent(pronoun: Word) -> Word | None:
    if pronoun.lower in _RELATIVE and pronoun.tag in ("WDT", "WP", "WP$", "IN"):
        clause = next((above for above in pronoun.ancestors() if above.dep in ("relcl", "acl")), None)
        return clause.head if clause is not None and clause.head is not clause else None
    return next((word for word in _earlier(pronoun) if _agrees(pronoun, word)), None)


def _earlier(pronoun: Word) -> Iterator[Word]:
    """Subjects and owners before the pronoun, the nearest first; then every other name of an actor."""
    root = next(reversed((pronoun, *pronoun.ancestors())))
    before = [
        word for word in root.subtree() if word.i < pronoun.i and word.pos in ("NOUN", "PROPN") and is_agent(word)
    ]
    before = [word for word in reversed(before) if not _told(word)]
    above = subject_above(pronoun)
    yield from (word for word in before if word is above or word is _blamed(pronoun))
    yield from (word for word in before if word.dep in SUBJECT and word.head is not pronoun)
    yield from (word for word in before if word.dep == "poss")
    yield from (word for word in before if word.dep in ("pobj", "dobj"))


def _blamed(pronoun: Word) -> Word | None:
    """Whom a verb of blame or praise is about, when "his" stands in what it is for: "the court fined Brandt for his remarks"."""
    prep = next(
        (above for above in islice(pronoun.ancestors(), 3) if above.lower == "for" and above.dep == "prep"), None
    )
    if prep is None or prep.head.lemma.lower() not in table("causal")["ground"]["for"]:
        return None
    return child(prep.head, "dobj", "nsubjpass")


def _told(word: Word) -> bool:
    """Whether the word names who says it, or is in such a name, rather than whom it is about."""
    for above in (word, *islice(word.ancestors(), 3)):
        if above.lemma.lower() in words("naming", "papers"):
            return True
        if above.dep in SUBJECT:
            return above.head.lemma.lower() in table("naming")["through"]["telling"]
    return False


def _agrees(pronoun: Word, word: Word) -> bool:
    plural = word.tag in ("NNS", "NNPS") or child(word, "conj") is not None
    if pronoun.lower in _PERSONS:
        return word.ent == "PERSON"
    if pronoun.lower in _PLURAL:
        return plural
    return pronoun.lower in _SINGULAR and not plural and word.ent != "PERSON"
