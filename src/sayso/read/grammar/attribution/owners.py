"""Whom a text belongs to: "the agency's report", "a Gallup poll", "a statement by the ministry"."""

from collections.abc import Sequence

from sayso.lexicon.table import table
from sayso.read.grammar.attribution.speakers import Kind, kind_of
from sayso.read.grammar.phrase import child, children, phrase
from sayso.read.parse import Word

MONTHS = frozenset(map(str.capitalize, table("dates")["months"]))
_SHORT = frozenset(name[:3] for name in MONTHS)


def owner_of(head: Word, words: Sequence[Word]) -> list[Word]:
    """The words for whoever a text belongs to: a possessive, a name before it, or "by", "from", "of" a name."""
    before = [word for word in words if word.i < head.i]
    for at in range(len(before) - 1, -1, -1):
        if before[at].tag == "POS":
            if before[0].lower in ("a", "an") and all(
                word.pos in ("PROPN", "NUM", "PUNCT", "ADJ") for word in before[1:at]
            ):
                break  # "a Moody's analysis": the possessive is part of the name
            return before[:at]
        if before[at].tag == "PRP$":
            return [before[at]]
    named = [word for word in before if word.pos == "PROPN" and word.ent != "DATE" and not month(word)]
    if named:
        return [word for word in before if named[0].i <= word.i <= named[-1].i]
    for kid in children(head, "prep", "acl"):
        if (
            kid.lower in ("by", "from", "of")
            and (inner := child(kid, "pobj")) is not None
            and kind_of(inner) in (Kind.NAMED, Kind.PEOPLE)
        ):
            return phrase(inner)
    for word in reversed(before):
        if word.i == head.i - 1 and word.dep == "amod" and word.ent in ("NORP", "GPE"):
            return [word]
    return []


def undated(words: list[Word]) -> list[Word]:
    """The words before a possessive that only a date follows, where the parser lost the noun it belongs to."""
    for at, word in enumerate(words):
        if (
            at
            and word.tag == "POS"
            and all(one.pos in ("NUM", "PUNCT") or one.ent == "DATE" or month(one) for one in words[at + 1 :])
        ):
            return words[:at]
    return words


def month(word: Word) -> bool:
    return word.text in MONTHS or (word.ent == "DATE" and word.text[:3] in _SHORT)
