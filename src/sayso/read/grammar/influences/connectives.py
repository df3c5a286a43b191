"""Influences put by connectives before the cause: "because of X", "if X rises, Y falls", "by doing X", "with X gone, Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sayso.core.claim import Modality
from sayso.lexicon.table import table
from sayso.read.grammar.influences import thing as things
from sayso.read.grammar.influences.link import Link
from sayso.read.grammar.influences.signals import entries, lemma, vocabulary
from sayso.read.grammar.influences.thing import Thing
from sayso.read.grammar.phrase import child, children, conjuncts
from sayso.read.parse import Sentence, Word

_HOSTS = ("VERB", "AUX", "NOUN", "PROPN")


@cache
def _phrases(section: str, key: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Connectives of several words by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in table("causal")[section][key]:
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(of, key=len, reverse=True)) for first, of in found.items()}


def by_connectives(sentence: Sentence) -> Iterator[Link]:
    """The influences this sentence's connectives put, in order."""
    first = _phrases("before_cause", "strong")
    for word in sentence.words:
        if word.lower in first:
            yield from _before_cause(sentence, word)
        if word.lower == "with":
            yield from _absolute(word)
        elif word.dep == "mark" or word.lower == "because":
            yield from _marked(word)
        elif word.tag == "VBG":
            yield from _by_doing(word)
        if word.dep == "prep":
            yield from _through(word)


def opened(sentence: Sentence, word: Word, section: str, key: str) -> list[Word] | None:
    """The words of the connective of several words that begins here, if one does."""
    for parts in _phrases(section, key).get(word.lower, ()):
        words = sentence.words[word.i : word.i + len(parts)]
        if tuple(w.lower for w in words) == parts:
            return words
    return None


def _before_cause(sentence: Sentence, word: Word) -> Iterator[Link]:
    signal = opened(sentence, word, "before_cause", "strong")
    if signal is None:
        return
    last = signal[-1]
    target = child(last, "pobj", "pcomp") or next(
        (c for w in signal for c in children(w, "pobj", "pcomp") if c.i > last.i), None
    )
    if target is None:
        yield from _due(signal)
        return
    top = word
    while top.head in signal and top.head is not top:
        top = top.head
    host = top.head if top.head is not top else None
    if host is None or host in signal:
        return
    if _answered(word, target, host) or (word.lower == "following" and not _follows(host)):
        return
    effects = host_of(host, without=[top])
    denied = any(below.dep == "neg" and below.i == word.i - 1 for below in (*top.children, *host.children))
    sign = next((moved for w in signal if (moved := vocabulary().nouns.get(w.lower))), 1)  # "for lack of"
    yield Link(things.of(target), effects, sign, signal, signal[0], negated=denied)


def _due(signal: list[Word]) -> Iterator[Link]:
    """ "…, partly due to export revenues" where "due" was read as an adjective of the revenues."""
    noun, after = signal[0].head, signal[-1].i
    if signal[0].dep != "amod" or noun.pos not in ("NOUN", "PROPN") or noun.i < after or noun.head is noun:
        return
    words = [word for word in things.noun_words(noun) if word.i > after]
    if words:
        yield Link([Thing(tuple(words), things.named(words))], host_of(noun.head, without=[noun]), 1, signal, signal[0])


def _follows(host: Word) -> bool:
    """Whether what stands before "following" can come of something, as "the riots following the vote"; a time only comes after."""
    happening = vocabulary().events | entries("sequence", "incidents")
    return host.pos not in ("NOUN", "PROPN") or host.lemma.lower() in happening


def _answered(first: Word, target: Word, host: Word) -> bool:
    """Whether "in response to" says what was asked or said and not what moved somebody to act."""
    if first.lower != "in" or target.lemma.lower() not in entries("purpose", "inquiries"):
        return first.lower == "in" and first.head is host and lemma(host) in entries("reporting", "verbs")
    return True


def host_of(host: Word, without: list[Word]) -> list[Thing]:
    """What a circumstance qualifies: the clause of a verb or, of a noun, the noun unless it is a clause's own object."""
    while host.head is not host and (host.pos not in _HOSTS or (host.dep == "pcomp" and host.head.lower == "from")):
        host = host.head  # what somebody is kept from does not come about: the keeping does
    if host.pos in ("NOUN", "PROPN") and host.dep in ("dobj", "attr", "pobj") and host.head.pos in ("VERB", "AUX"):
        return things.of_clause(host.head, without=without)
    if host.pos in ("VERB", "AUX"):
        while host.dep in ("xcomp", "auxpass") and host.head is not host:
            host = host.head
        return things.of_clause(host, without=without)
    return [things.cut_before(thing, without[0]) for thing in things.of_noun(host) if thing.words[0].i < without[0].i]


def _marked(mark: Word) -> Iterator[Link]:
    """Subordinate clauses: "because X", "since X", "if X", "unless X", "so that Y", "as X rises"."""
    clause = mark.head
    main = clause.head
    if clause is main or clause.pos not in ("VERB", "AUX") or clause.dep not in ("advcl", "ccomp", "relcl"):
        return
    word = mark.lower
    while main.pos not in ("VERB", "AUX") and main.head is not main:
        main = main.head
    if word in entries("before_cause", "markers"):
        subject = child(main, *things.SUBJECT)
        if main.lemma == "be" and subject is not None and subject.lower in ("this", "that", "it"):
            yield Link(things.of_clause(clause), [], 1, [mark], clause, before="effect")
            return
        refusal = next((w for w in (*clause.children, *main.children) if w.dep == "neg" and w.i == mark.i - 1), None)
        causes = things.of_clauses(clause)
        if refusal in clause.children:  # "not because they agree": it is the reason that is denied
            causes = [replace(thing, direction=-thing.direction) for thing in causes]
        effects = things.of_clause(main, without=[clause])
        yield Link(causes, effects, 1, [mark], mark.head, negated=refusal is not None)
    elif word == "lest":
        feared = things.of_clause(clause)
        yield Link(things.of_clause(main, without=[clause]), feared, -1, [mark], clause, Modality.POSSIBLE)
    elif (word in ("if", "unless") and clause.dep == "advcl" and not _asked(clause, main) and not even(mark)) or (
        word in ("as", "when", "once", "where") and not even(mark) and _both_move(clause, main)
    ):
        sign = -1 if word == "unless" else 1
        modality = Modality.CONDITIONAL if word in ("if", "unless") else None
        yield Link(things.of_clauses(clause), things.of_clause(main, without=[clause]), sign, [mark], main, modality)
    elif word in entries("before_cause", "weak_markers") and (_gives_reason(mark, clause) or _timeless(mark, main)):
        yield Link(things.of_clauses(clause), things.of_clause(main, without=[clause]), 1, [mark], mark.head)
    elif word == "so" or (
        word == "that" and any(w.lower == "so" and w.i == mark.i - 1 for w in (*clause.children, *main.children))
    ):
        yield Link(
            things.of_clause(main, without=[clause]), things.of_clause(clause), 1, [mark], clause, Modality.POSSIBLE
        )


def _absolute(word: Word) -> Iterator[Link]:
    """ "With reserves falling, the bank raised rates": a state of things set before the sentence."""
    clause = word.head if word.dep == "mark" else child(word, "pcomp")
    main = clause.head if word.dep == "mark" and clause is not None else word.head
    if clause is None or main.pos not in ("VERB", "AUX") or main.i < clause.i or child(clause, *things.SUBJECT) is None:
        return
    if lemma(main) in entries("reporting", "verbs"):
        return  # "with the vote nearing, he said": when it was said
    yield Link(things.of_clauses(clause), things.of_clause(main, without=[clause, word]), 1, [word], main)


def even(mark: Word) -> bool:
    """ "Even if", "even as": it happens anyway, beside it all."""
    before = (word for word in (*mark.head.subtree(), *mark.head.head.children) if word.i == mark.i - 1)
    return any(word.lower == "even" for word in before)


def _asked(clause: Word, main: Word) -> bool:
    """Whether "if" asks, or the main clause says what holds anyway rather than what would come of it."""
    if main.tag == "VB" and child(main, "aux", *things.SUBJECT) is None:
        return True  # "if it leaks, call us": what to do
    if lemma(clause) in entries("purpose", "willing") and child(clause, "dobj", "xcomp", "ccomp") is None:
        return True  # "if he likes"
    if main.lemma == "be" and child(main, "attr") is not None:
        return True  # "it would be the third defeat": what it would count as
    if main.pos == "AUX" and child(main, "aux") is None and not things.movement(main):
        return main.tag not in ("VB", "VBN")
    return lemma(main) in entries("purpose", "askings")


def _gives_reason(mark: Word, clause: Word) -> bool:
    """Whether "…, as X does Y" gives a reason: after a comma, with a subject, and no report ("as X said")."""
    comma = any(below.text == "," and below.i == mark.i - 1 for below in clause.head.children)
    told = lemma(clause) in entries("reporting", "verbs") or clause.tag == "VBN"
    told |= clause.pos == "AUX" and child(clause, "acomp", "attr", "prep", "ccomp") is None  # "as many are"
    return comma and clause.i > clause.head.i and child(clause, *things.SUBJECT) is not None and not told


def _timeless(mark: Word, main: Word) -> bool:
    """Whether "since" opens the sentence and can tell no time: then the main clause would be in the perfect."""
    perfect = any(below.lemma == "have" for below in children(main, "aux"))
    return mark.lower == "since" and mark.i < main.i and not perfect


def _both_move(clause: Word, main: Word) -> bool:
    return bool(things.movement(clause)) and bool(things.movement(main))


def _by_doing(verb: Word) -> Iterator[Link]:
    """ "By cutting X, they raised Y"."""
    by = verb.head
    if verb.dep != "pcomp" or by.lower not in ("by", "through") or by.head is by:
        return
    host = by.head
    if host.pos not in ("VERB", "AUX") or (by.dep == "agent" and vocabulary().frames.get(lemma(host))):
        return
    if child(host, "dobj", "nsubjpass", "xcomp", "ccomp", "prt") is None and not things.movement(host):
        return  # "they answered by shouting": the manner of it
    deeds = [thing for deed in conjuncts(verb) for thing in things.of_clause(deed)]
    yield Link(deeds, things.of_clause(host, without=[by]), 1, [by], host)
    subject = child(host, *things.SUBJECT)
    if subject is not None and (subject.pos == "VERB" or things.is_event(subject)) and not things.is_agent(subject):
        yield Link(
            things.of(subject), deeds, 1, [by], host
        )  # "the strike hurt sales by closing shops": the strike closed them


def _through(prep: Word) -> Iterator[Link]:
    """ "Mainly through X": with a focusing adverb, the means is the cause."""
    focus, target = child(prep, "advmod"), child(prep, "pobj", "pcomp")
    if prep.lower != "through" or focus is None or focus.i > prep.i or prep.head is prep:
        return
    if target is not None:
        yield Link(things.of(target), host_of(prep.head, without=[prep]), 1, [prep], prep.head)
