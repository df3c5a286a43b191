"""Whom a text belongs to: "the agency's report", "a Gallup poll", "a statement by the ministry"."""

from collections.abc import Iterator, Sequence

from sayso.lexicon.table import table
from sayso.read.grammar.attribution.speakers import PEOPLE, Kind, kind_of
from sayso.read.grammar.phrase import child, children, phrase
from sayso.read.parse import Word

MONTHS = frozenset(map(str.capitalize, table("dates")["months"]))
_PUBLISHED = frozenset(table("reporting")["carriers"]["published"])
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
    for kid in _behind(head):
        if (
            kid.lower in ("by", "from", "of")
            and (inner := child(kid, "pobj")) is not None
            and kind_of(inner) in (Kind.NAMED, Kind.PEOPLE)
        ):
            return phrase(inner)
    return _right_before(head, before) or _publisher(head)


def _right_before(text: Word, before: Sequence[Word]) -> list[Word]:
    """The adjective of a people or the noun for a body in front of a text: "Kenyan data", "central bank figures"."""
    word = before[-1] if before else text
    if word.i == text.i - 1 and word.dep == "amod" and word.ent in ("NORP", "GPE"):
        return [word]
    if word.i == text.i - 1 and word.dep == "compound" and word.lemma.lower() in PEOPLE and text.lemma != "source":
        return [one for one in before if one.pos != "DET"]
    return []


def _publisher(text: Word) -> list[Word]:
    """Who published the text: "Eurostat released a survey"."""
    verb = text.head
    who = child(verb, "nsubj") if text.dep == "dobj" and verb.lemma in _PUBLISHED else None
    return phrase(who) if who is not None and kind_of(who) in (Kind.NAMED, Kind.PEOPLE) else []


def _behind(head: Word) -> Iterator[Word]:
    """The phrases behind a text, and those behind all texts of a list: "data and analyses by Eurostat"."""
    yield from children(head, "prep", "acl")
    if head.dep == "conj":
        yield from (kid for kid in children(head.head, "prep", "acl") if kid.i > head.i)


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
