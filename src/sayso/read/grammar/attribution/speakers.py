"""Who speaks: the words that name the source of a verb, found by walking the dependency tree."""

from sayso.lexicon.table import table
from sayso.read.grammar.phrase import child, children, phrase
from sayso.read.parse import Word

_NOUNS = table("reporting")["nouns"]
TEXTS = frozenset(_NOUNS["text"])
_RELATIVES = frozenset({"who", "that", "which", "whom"})
_DUMMIES = frozenset({"it", "there", "what", "this"})
_CLIMB = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "dep"})


def subject(verb: Word) -> Word | None:
    """The head of the source of an active verb; of a passive one, of its agent. ``None`` if nobody is named."""
    for step, word in enumerate(_lineage(verb)):
        if passive(word):
            agent = child(word, "agent")
            if step == 0:
                return child(agent, "pobj") if agent else None
            if verb.tag != "VBG" and verb.dep == "conj":
                return None
        found = child(word, "nsubj", "nsubjpass")
        if found is not None:
            return _antecedent(found, word)
        if word.dep in ("acl", "relcl"):
            return word.head
    return None


def _lineage(verb: Word) -> list[Word]:
    """The verb and those above it from which it may have its subject."""
    found = [verb]
    word = verb
    while word.dep in _CLIMB and word.head is not word and len(found) < 6:
        free = (
            word.dep in ("conj", "xcomp", "pcomp")
            or (word.tag == "VBG" and word.dep in ("advcl", "dep", "ccomp"))
            or (word.dep == "advcl" and child(word, "aux", "mark") is None)
            or (word.dep == "advcl" and any(kid.tag == "TO" for kid in word.children))
        )
        if not free:
            break
        word = word.head
        if word.pos == "ADP":
            word = word.head
        found.append(word)
    return found


def _antecedent(found: Word, verb: Word) -> Word | None:
    if found.lower in _RELATIVES:
        top = verb
        while top.dep == "conj" and top.head is not top:
            top = top.head
        return top.head if top.dep in ("relcl", "acl") else None
    return found


def passive(verb: Word) -> bool:
    return any(kid.dep in ("auxpass", "nsubjpass") for kid in verb.children)


def source_words(head: Word) -> list[Word]:
    """The noun phrase that names a source, without what is said of it."""
    return phrase(head)


def fellows(head: Word) -> list[Word]:
    """The head and the sources coordinated with it: "A and B declared"."""
    found = [head]
    for word in found:
        found.extend(kid for kid in children(word, "conj") if kid.pos in ("NOUN", "PROPN", "PRON"))
    return sorted(found, key=lambda word: word.i)
