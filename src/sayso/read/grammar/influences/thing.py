"""Things that influence: what a noun phrase or a clause names, which way it moves, and what its variable is called.

"Fewer blims", "a drop in blims", "blims fall" and "cutting blims" all name the variable *blims*, moving down: the words
of direction leave the name and become ``direction``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sayso.core.claim import Term
from sayso.lexicon.table import table, words
from sayso.read.grammar.influences.naming import UNNAMED, clause_name, counted, named, nominal
from sayso.read.grammar.influences.signals import EVENT, Frame, fits, lemma, vocabulary
from sayso.read.grammar.influences.stretch import clause_words, noun_words, trimmed
from sayso.read.grammar.influences.subject import SUBJECT, is_agent, is_event, subject_above, subject_of
from sayso.read.grammar.phrase import child, children, conjuncts
from sayso.read.parse import Parse, Word

_ALL = frozenset({"all", "some", "most", "many", "both", "each", "several", "any"})
__all__ = [
    "SUBJECT", "Thing", "clause_words", "cut_before", "head_of",
    "is_agent", "is_event", "modifier_sign", "movement", "named", "noun_words", "of",
    "of_clause", "of_clauses", "of_noun", "subject_above", "subject_of", "trimmed",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Thing:
    """``words`` are contiguous in the document; ``direction`` is 1 or -1; ``resolved`` pairs a pronoun with what it means;
    ``partial`` says that the name leaves out what the words say of it."""

    words: tuple[Word, ...]
    variable: str
    direction: int = 1
    resolved: tuple[tuple[str, str], ...] = ()
    partial: bool = False

    def term(self, parse: Parse) -> Term:
        start, end = self.words[0].start, self.words[-1].end
        return Term(start, end, parse.document.text[start:end], self.variable)


def head_of(thing: Thing) -> Word:
    """The word the others hang on."""
    inside = set(map(id, thing.words))
    return next((word for word in thing.words if id(word.head) not in inside or word.head is word), thing.words[0])


def cut_before(thing: Thing, at: Word) -> Thing:
    """The thing without what begins at this word."""
    words = trimmed([word for word in thing.words if word.i < at.i])
    return replace(thing, words=tuple(words), variable=named(words) or thing.variable)


def modifier_sign(word: Word) -> int:
    """1 or -1 if this word before a noun says there is more or less of it, else 0."""
    if word.dep in ("amod", "det", "advmod", "nummod", "neg", "compound", "predet", "nmod") or word.tag in (
        "JJR",
        "RBR",
    ):
        return vocabulary().modifiers.get(word.lower, 0)
    return 0


def of_noun(head: Word) -> list[Thing]:
    """The things a noun phrase names, one for each coordinated head."""
    if (examples := _examples(head)) is not None:
        return of_noun(examples)
    return [
        thing
        for fellow in conjuncts(head)
        if fellow is head or (fellow.pos != "VERB" and not _opens_clause(fellow))
        for thing in _one_noun(fellow)
    ]


def _examples(head: Word) -> Word | None:
    """The first of what "factors such as A, B and C", "two factors: A and B" stand for."""
    if head.lemma.lower() not in table("direction")["general"]["nouns"] or head.tag != "NNS":
        return None
    listed = next(
        (
            child(prep, "pobj")
            for prep in children(head, "prep")
            if prep.lower in ("like", "including") or any(below.lower == "such" for below in prep.children)
        ),
        None,
    )
    return listed or next(
        (below for below in children(head, "appos") if below.i > head.i and below.pos == "NOUN"), None
    )


def _opens_clause(fellow: Word) -> bool:
    """Whether a verb without a subject follows, which is then the fellow's: "hurt the rallies and protesters have clashed"."""
    if fellow.dep != "conj":
        return False
    behind = max(word.i for word in fellow.subtree()) + 1
    return any(
        verb.dep == "conj" and verb.pos == "VERB" and child(verb, *SUBJECT) is None and verb.subtree()[0].i == behind
        for above in fellow.ancestors()
        for verb in above.children
        if verb.i >= behind
    )


def _one_noun(head: Word) -> list[Thing]:
    words = noun_words(head)
    moved, direction = _moved(head)
    if moved is not None:
        inner = [thing for fellow in conjuncts(moved) for thing in _one_noun(fellow)]
        return [replace(thing, words=tuple(words), direction=thing.direction * direction) for thing in inner]
    dropped = [word for word in words if word.head is head and modifier_sign(word)]
    sign = 1
    for word in dropped:
        sign *= modifier_sign(word)
    owned = child(head, "poss") is not None and child(head, "compound") is None
    last = vocabulary().nouns if owned else vocabulary().nouns_last
    if (
        last.get(head.lemma.lower())
        and not _actors_own(head)
        and any(below.dep in ("compound", "poss", "amod") for below in head.children)
    ):
        rest = [w for w in words if w is not head and w.i < head.i and w not in dropped]
        name = named([w for w in rest if w.tag != "POS" or w.i + 1 < head.i])
        if name and any(w.pos in ("NOUN", "PROPN") for w in rest):
            return [Thing(tuple(words), name, sign * last[head.lemma.lower()])]
    name = counted(head) or named(w for w in words if w not in dropped and w.head not in dropped) or named(words)
    if not name and len(words) == 1:
        name = head.text  # a pronoun, which the discourse resolves
    return [Thing(tuple(words), name, sign)] if name else []


def _actors_own(head: Word) -> bool:
    """ "Ferrin's rise", "the firm's withdrawal": an event of an actor's, who is no quantity."""
    owner, *others = [below for below in head.children if below.dep in ("compound", "poss", "amod")] or [head]
    return not others and owner.dep == "poss" and is_agent(owner)


def _moved(head: Word) -> tuple[Word | None, int]:
    """For "a drop in blims": (blims, -1). For "the number of blims": (blims, 1)."""
    known = vocabulary()
    name = head.lemma.lower()
    inward = known.nouns_in.get(name, 0)
    sign = known.nouns.get(name, 0) or inward or (1 if name in known.measures else 0)
    if not sign:
        return None, 1
    for prep in children(head, "prep"):
        if prep.lower in (("in",) if inward else ("of", "in", "to", "for")) and not _tells_where(prep, head):
            inner = child(prep, "pobj", "pcomp")
            if inner is not None and not _unmoved(_whole(inner)) and inner.lower not in _ALL:
                little = any(below.lower in table("direction")["measure"]["little"] for below in head.children)
                return _whole(inner), -sign if little else sign
    return None, 1


def _unmoved(word: Word) -> bool:
    """Whether the word names no quantity: a time or share, or somebody by name ("the rise of Ferrin" is an event of his)."""
    return word.ent in ("DATE", "TIME", "PERCENT") or (word.pos == "PROPN" and is_agent(word))


def _whole(share: Word) -> Word:
    """ "A cut of half of the budget": the budget."""
    of = next((prep for prep in children(share, "prep") if prep.lower == "of"), None)
    inner = child(of, "pobj") if of is not None else None
    return inner if inner is not None and (share.ent == "PERCENT" or share.text == "%") else share


def _tells_where(prep: Word, head: Word) -> bool:
    """Whether "in" says where and not of what: "shortages in clinics", "price rises in towns"."""
    standing = head.lemma.lower() in table("variables")["standing"]
    return prep.lower == "in" and (standing or child(head, "compound") is not None)


def movement(verb: Word) -> int:
    """Which way the verb's subject moves, if the verb says that: 1, -1 or 0."""
    known, name = vocabulary(), lemma(verb)
    for below in verb.children:
        if below.dep in ("prt", "advmod", "acomp") and (name, below.lower) in known.move_particles:
            return known.move_particles[name, below.lower]
    if name in words("direction", "worsening") and (subject := child(verb, *SUBJECT)) is not None:
        return 1 if subject.lemma.lower() in words("direction", "bad") else -1
    return known.moves.get(name, 0)


def of_clause(verb: Word, without: Iterable[Word] = ()) -> list[Thing]:
    """The things a clause names: what it says moves, if it says that, else what happens."""
    subject, direct = child(verb, *SUBJECT), child(verb, "dobj")
    if subject is not None and verb.dep == "relcl" and subject.tag in ("WDT", "WP"):
        subject = verb.head  # "a goal that was delayed"
    negative = -1 if _denied(verb) != _nobody(subject) else 1
    words = tuple(clause_words(verb, without))
    made = child(verb, "xcomp", "ccomp") if lemma(verb) in table("naming")["through"]["causing"] else None
    if made is not None and made.tag == "VB" and not _denied(verb):  # "forced shops to close": the closure of shops
        return [replace(thing, words=words) for thing in of_clause(made)]
    moved, sign = _put(verb, direct) or _subject_moves(verb, subject, direct)
    if moved is not None:
        priced = _priced(verb)
        return [
            replace(
                thing,
                words=words,
                direction=thing.direction * sign * negative,
                variable=f"price of {thing.variable}" if priced else thing.variable,
            )
            for thing in of_noun(moved)
        ]
    frame = next((f for f in vocabulary().frames.get(lemma(verb), ()) if _folds(f) and fits(verb, f)), None)
    if direct is not None and not is_agent(direct) and direct.ent not in UNNAMED:
        lessening = frame.sign if frame is not None else vocabulary().nouns.get(nominal(lemma(verb)), 0)
        if lessening:  # "cut lending"; "withdrew support", as "the withdrawal of support"
            return [replace(t, words=words, direction=t.direction * lessening * negative) for t in of_noun(direct)]
    if frame is not None and subject is not None and subject.dep == "nsubjpass" and not is_agent(subject):
        return [replace(t, words=words, direction=t.direction * frame.sign * negative) for t in of_noun(subject)]
    found = clause_name(verb, words)
    name = found.name or named(words)
    return [Thing(words, name, negative * found.way, partial=found.partial or not found.name)] if name else []


def of_clauses(verb: Word) -> list[Thing]:
    """The things of a subordinate clause and of those coordinated with it: "because the rains failed and wells ran dry"."""
    fellows = (
        below for below in children(verb, "conj") if below.pos in ("VERB", "AUX") and child(below, "mark") is None
    )
    return [thing for clause in (verb, *fellows) for thing in of_clause(clause)]


def _folds(frame: Frame) -> bool:
    """Whether the verb only says that there is more or less of its object; "closing a road" is an event of its own."""
    plain = not frame.tail and frame.sign != 0 and not frame.reverse
    return plain and (frame.rank < EVENT or frame.verb in table("causal")["folding"]["verbs"])


def _denied(verb: Word) -> bool:
    """Whether the clause says that it does not, or hardly, happen."""
    hardly = table("hedges")["negation"]["adverbs"]
    merely = any(below.lower in table("hedges")["negation"]["restricting"] for below in verb.children)
    return not merely and any(below.dep == "neg" or below.lower in hardly for below in verb.children)


def _priced(verb: Word) -> bool:
    """Whether what moves does so to so much money for each unit, and is therefore a price: "copper rose to 9,000 dollars a ton"."""
    subject = child(verb, *SUBJECT)
    if subject is None or subject.lemma.lower() in table("causal")["priced"]["nouns"]:
        return False
    return any(
        below.lower == "per" or child(below, "det") is not None
        for word in verb.subtree()
        if word.ent == "MONEY"
        for below in word.children
        if below.i > word.i and (below.dep == "npadvmod" or below.lower == "per")
    )


def _nobody(subject: Word | None) -> bool:
    """ "No buyer", "neither side"."""
    return subject is not None and any(below.lower in ("no", "neither") for below in children(subject, "det"))


def _put(verb: Word, direct: Word | None) -> tuple[Word, int] | None:
    """ "They put deposits at risk", "holding rates near zero": what is put or held there, and which way that moves it."""
    if direct is None or lemma(verb) not in ("put", "place", "leave", "hold", "keep"):
        return None
    where = ("at", "under", "in", "near")
    preps = (prep for host in (verb, direct) for prep in children(host, "prep") if prep.lower in where)
    signs = (vocabulary().states.get(told.lower, 0) for prep in preps if (told := child(prep, "pobj")) is not None)
    return next(((direct, sign) for sign in signs if sign), None)


def _subject_moves(verb: Word, subject: Word | None, direct: Word | None) -> tuple[Word | None, int]:
    if subject is None:
        return None, 1
    if direct is None and (sign := movement(verb)):
        return subject, sign
    if lemma(verb) in ("be", "become", "get", "remain", "grow", "seem", "stay"):
        for below in children(verb, "acomp", "attr", "prep", "advmod"):
            told = child(below, "pobj") if below.dep == "prep" and below.lower in ("at", "under", "in") else below
            sign = vocabulary().states.get(told.lower, 0) if told is not None and told.dep != "prep" else 0
            if sign:
                return subject, sign
    if lemma(verb) in ("see", "suffer", "experience", "witness", "record") and direct is not None:
        inner, sign = _moved(direct)
        if inner is not None:
            return inner, sign
    return None, 1


def of(word: Word, without: Iterable[Word] = ()) -> list[Thing]:
    """The things a noun phrase or a clause names."""
    if (
        word.pos in ("VERB", "AUX")
        and word.tag != "NN"
        and (word.dep not in ("dobj", "pobj", "nsubj") or word.children)
    ):
        return of_clause(word, without)
    return of_noun(word)
