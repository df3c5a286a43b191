"""What a verb is said of, what it does it to, and how it ties a number to what it measures."""

from __future__ import annotations

from sayso.lexicon.table import words as vocabulary
from sayso.read.parse import Word

_TOTALS = vocabulary("measuring", "totals")
_UP = vocabulary("measuring", "up")
_DOWN = vocabulary("measuring", "down")
_TAKING = vocabulary("measuring", "taking")
_SHARES = vocabulary("measuring", "shares")
_UNDERTAKINGS = vocabulary("hedges", "undertakings")
_CLIMB = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "acl", "relcl"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


def subject_of(verb: Word) -> Word | None:
    """The noun a verb is said of: its own subject, the antecedent of its relative or participle, or the subject of the
    verb it is coordinated with or hangs from."""
    for _ in range(8):
        own = next((child for child in verb.children if child.dep in _SUBJECTS), None)
        if own is None and (near := _attached(verb)) is not None:
            return near
        if own is not None:
            if own.lower in {"which", "that", "who"}:
                return antecedent(verb)
            return own
        if verb.dep in {"acl", "relcl"} and not undertaken(verb):
            return verb.head
        if (wanted := object_of(verb.head)) is not None and is_total(verb.head) and wanted.i < verb.i and _to(verb):
            return wanted  # "expects its profits to be higher"
        if verb.dep not in _CLIMB or verb.head is verb:
            return None
        verb = verb.head.head if verb.dep in {"acl", "relcl"} else verb.head
        while verb.pos == "ADP" and verb.head is not verb:
            verb = verb.head
    return None


def undertaken(infinitive: Word) -> bool:
    """Whether somebody undertakes what an infinitive tells ("signed a deal to sell", "its plan to sell"): not the noun does it."""
    noun = infinitive.head
    to = any(child.tag == "TO" for child in infinitive.children)
    return to and noun.dep == "dobj" and noun.lemma in _UNDERTAKINGS


def _attached(verb: Word) -> Word | None:
    """The common noun right before a participle and its comma: "gas, totalling …", "costs—averaging …"."""
    if verb.tag not in {"VBN", "VBG"} or verb.dep not in {"acl", "advcl"} or not (is_total(verb) or is_change(verb)):
        return None
    before = [child for child in verb.head.subtree() if child.i < verb.i] if verb.head.i < verb.i else []
    if len(before) < 2 or before[-1].i != verb.i - 1 or before[-1].text not in {",", "—", "–", "--"}:
        return None
    noun = before[-2]
    return noun if noun.pos == "NOUN" and noun.ent not in {"DATE", "PERCENT", "MONEY"} else None


def _to(verb: Word) -> bool:
    return verb.dep in {"xcomp", "ccomp", "advcl"} and any(child.tag == "TO" for child in verb.children)


def antecedent(verb: Word) -> Word | None:
    """The noun a relative clause's verb hangs from."""
    return verb.head if verb.dep in {"relcl", "acl"} else None


def object_of(verb: Word) -> Word | None:
    return next((child for child in verb.children if child.dep in {"dobj", "obj"}), None)


def governor(word: Word) -> Word | None:
    """The nearest verb above a word."""
    return next((above for above in word.ancestors() if above.pos in {"VERB", "AUX"}), None)


def is_total(verb: Word) -> bool:
    return verb.lemma.lower() in _TOTALS


def is_change(verb: Word) -> bool:
    return is_a_change(verb.lemma.lower())


def is_a_change(lemma: str) -> bool:
    """Whether a verb, or the noun of that form, tells of a change of size."""
    return lemma in _UP or lemma in _DOWN


def is_taking(verb: Word) -> bool:
    """Whether money behind the verb is what is taken or given, not the size of a change ("raised $5 million")."""
    return verb.lemma.lower() in _TAKING


def is_share(verb: Word) -> bool:
    return verb.lemma.lower() in _SHARES


def is_passive(verb: Word) -> bool:
    return any(child.dep in {"nsubjpass", "auxpass"} for child in verb.children)
