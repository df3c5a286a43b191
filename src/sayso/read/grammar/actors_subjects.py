"""Whose deed a verb tells of: subjects found across coordination, control and relative clauses.

Invariant: steps up the tree are bounded; what the grammar leaves open has no subject.
"""

from sayso.lexicon.table import words as vocabulary
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.phrase import child, conjuncts
from sayso.read.grammar.verbs import undertaken
from sayso.read.parse import Word

RELATIVE = frozenset({"who", "which", "that", "whom"})
_CLIMB = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "acomp"})
_SAYING = frozenset({"believe", "claim", "say", "suspect", "think"})
_OBJECT_CONTROL = frozenset({"of", "for", "from", "into"})
_CHARGES = frozenset({"suspicion", "charge", "count", "allegation"})
_LEANT = frozenset({"on", "upon"})
_STEPS = 8


def subjects_of(verb: Word, actors: Actors) -> list[Word]:
    """The heads of the verb's subject, whether it is done to them or they do it."""
    word = verb
    for _ in range(_STEPS):
        subject = child(word, "nsubj", "nsubjpass")
        if subject is not None:
            return (
                [_told_of(word, subject)] if subject.lower in RELATIVE and word.dep == "relcl" else conjuncts(subject)
            )
        if word.head is word:
            return actors.stem_subjects(word) or _misread(word)
        above = word.head
        if word.dep in {"relcl", "acl"}:
            if not undertaken(word):
                return [above]
            above = above.head
        elif not _climbs(word):
            return []
        if word.dep == "xcomp" and above.lemma in _SAYING and child(word, "aux") is None:
            return []  # "ships they say have links to Mali"
        if word.dep in {"pcomp", "xcomp"}:
            controlled = _controller(word, above)
            if controlled or (word.dep == "pcomp" and above.lower == "for"):
                return controlled
        word = above
    return []


def _climbs(word: Word) -> bool:
    """Whether a verb's subject is that of what it hangs from. "After a dam fell": its subject is its own, however parsed."""
    finite = word.dep == "advcl" and word.tag in {"VBD", "VBZ", "VBP"}
    return not finite and (word.dep in _CLIMB or word.lower == "short")  # "stopped short of naming A"


def _told_of(clause: Word, pronoun: Word) -> Word:
    """What a relative clause is said of. "That" picks out one of many, which no bare name needs: "a network in Mali that …"."""
    named = clause.head
    if pronoun.lower != "that" or named.pos != "PROPN" or any(one.dep == "det" for one in named.children):
        return named
    return next((one for one in named.ancestors() if one.pos == "NOUN"), named)


def _misread(root: Word) -> list[Word]:
    """The subject the parser misses: of "A serves B, relies on C" it hangs the first verb from the second, of "A exports tea"
    it makes the name a part of the verb."""
    if root.pos == "VERB" and root.tag in {"VBZ", "NNS"} and root.i:
        before = next((one for one in root.children if one.i == root.i - 1 and one.dep in {"compound", "nmod"}), None)
        if before is not None and before.pos == "PROPN":
            return [before]
    first = child(root, "ccomp")
    subject = child(first, "nsubj") if first is not None and first.i < root.i and first.tag == root.tag else None
    return conjuncts(subject) if subject is not None and subject.lower not in RELATIVE else []


def _controller(word: Word, above: Word) -> list[Word]:
    """``urged Kenya to sell``, ``accused Kenya of selling``: the object of the upper verb does it."""
    if word.dep == "pcomp":
        if above.lower not in _OBJECT_CONTROL:
            return []
        above = above.head
        if above.pos in {"NOUN", "PROPN"}:  # the parser hangs "of selling" as often on the object of "blamed"
            if above.lemma in _CHARGES and above.dep == "pobj":  # "arrested on suspicion of spying"
                given = child(above.head.head, "nsubjpass", "dobj")
                return conjuncts(given) if given is not None else []
            if above.dep not in {"dobj", "nsubjpass"}:
                return []
            return (
                conjuncts(above)
                if word.head.lower != "from" or above.head.lemma in vocabulary("actors", "keeping")
                else []
            )
        if word.head.lower == "from" and above.lemma not in vocabulary("actors", "keeping"):
            return []  # "makes money from smuggling": who makes it
    if above.lemma in vocabulary("measuring", "leaning"):  # "depends on the river to water its fields"
        return [
            word
            for one in above.children
            if one.lower in _LEANT
            for word in one.children
            for word in conjuncts(word)
            if word.dep in {"pobj", "conj"}
        ]
    given = child(above, "dobj", "nsubjpass")
    return conjuncts(given) if given is not None and above.pos == "VERB" else []
