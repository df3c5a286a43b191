"""Influences put by conditions and by judgements of what depends on what.

"Without X, Y" (the less X, the more Y), "should X happen, Y", "X is vital for Y", "Y is vulnerable to X", "they attribute Y to X".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sayso.core.claim import Modality
from sayso.lexicon.table import table
from sayso.read.grammar.influences import thing as things
from sayso.read.grammar.influences.connectives import even
from sayso.read.grammar.influences.link import Link
from sayso.read.grammar.influences.making import MAKING
from sayso.read.grammar.influences.signals import SIGNS, entries, lemma, vocabulary
from sayso.read.grammar.phrase import child, children
from sayso.read.parse import Sentence, Word

_INVERTED = frozenset({"should", "had", "were"})
_DEGREES = {"too": -1, "enough": 1}
_BEING = frozenset({"be", "become", "remain", "prove", "get", "grow"})
_NO_THING = frozenset({"DATE", "TIME", "PERSON", "GPE", "NORP", "CARDINAL", "ORDINAL", "MONEY"})


@cache
def _adjectives() -> dict[tuple[str, str], tuple[int, bool]]:
    """(adjective, preposition) to its sign and whether what it is said of is the effect."""
    found: dict[tuple[str, str], tuple[int, bool]] = {}
    for group in table("causal")["adjectives"]:
        for adjective in group["words"]:
            for preposition in group["before"]:
                found[adjective, preposition] = (SIGNS[group["sign"]], group["frame"] == "<")
    return found


@cache
def _ascribing() -> dict[str, str]:
    return dict(table("causal")["ascribing"])


def by_conditions(sentence: Sentence) -> Iterator[Link]:
    """The influences of this sentence's conditions and judgements, in order."""
    known = {adjective for adjective, _ in _adjectives()}
    for word in sentence.words:
        if word.lower == "without" and word.dep == "prep":
            yield from _without(word)
        elif word.dep == "aux" and word.lower in _INVERTED:
            yield from _inverted(word)
        elif word.lower in _DEGREES and word.dep == "advmod":
            yield from _to_degree(word)
        elif word.lower in known and word.pos in ("ADJ", "VERB") and word.dep in ("acomp", "oprd", "attr", "amod"):
            yield from _judged(word)
        elif word.pos == "VERB" and lemma(word) in _ascribing() and word.lower != "owing":
            yield from _ascribed(word)


def _without(prep: Word) -> Iterator[Link]:
    """ "Without a treaty, neither side saves water"."""
    host, target = prep.head, child(prep, "pobj") or _overlooked(prep)
    if target is None or target.ent in _NO_THING or target.pos not in ("NOUN", "PROPN") or things.is_agent(target):
        return
    while host.dep in ("acomp", "xcomp", "attr") and host.head is not host:
        host = host.head
    if host.pos not in ("VERB", "AUX") or child(host, *things.SUBJECT) is None or even(prep):
        return
    comma = any(below.text == "," for below in host.children if prep.i < below.i < host.i)
    fronted = prep.i < host.i and (comma or target.dep == "compound")
    supposed = any(below.lower in ("would", "could", "cannot", "can", "might") for below in children(host, "aux"))
    if fronted or supposed:
        effects = things.of_clause(host, without=[prep])
        yield Link(things.of_noun(target), effects, -1, [prep], host, Modality.CONDITIONAL, negated=False)


def _to_degree(adverb: Word) -> Iterator[Link]:
    """ "Too weak to withstand a flood", "deep enough to attract ships": so much of a quality keeps from it, or lets it be."""
    quality, verb = adverb.head, adverb.head.head
    if quality.dep != "acomp" or verb.lemma not in _BEING or quality.lower in entries("purpose", "offhand"):
        return
    subject = child(verb, *things.SUBJECT)
    deed = next(
        (below for host in (quality, verb) for below in children(host, "xcomp", "advcl") if _infinitive(below)), None
    )
    if subject is None or deed is None or subject.pos == "PRON" or things.is_agent(subject):
        return
    if adverb.lower == "too" or not vocabulary().frames.get(lemma(deed)):
        causes = things.of_clause(verb, without=[deed])
        yield Link(causes, things.of_clause(deed), _DEGREES[adverb.lower], [adverb, quality], verb, negated=False)


def _infinitive(verb: Word) -> bool:
    return verb.tag == "VB" and any(below.lower == "to" for below in children(verb, "aux"))


def _overlooked(prep: Word) -> Word | None:
    """The noun right behind a preposition that the parser gave to the noun after it."""
    return next((word for word in prep.head.subtree() if word.i == prep.i + 1 and word.dep == "compound"), None)


def _inverted(auxiliary: Word) -> Iterator[Link]:
    """ "Should the rains fail, prices will rise"."""
    clause = auxiliary.head
    main, subject = clause.head, child(clause, *things.SUBJECT)
    if clause.dep != "advcl" or clause is main or subject is None or main.pos not in ("VERB", "AUX"):
        return
    if auxiliary.i < subject.i and child(clause, "mark") is None:
        effects = things.of_clause(main, without=[clause])
        causes = things.of_clause(clause, [auxiliary])
        yield Link(causes, effects, 1, [auxiliary], main, Modality.CONDITIONAL, negated=False)


def _judged(adjective: Word) -> Iterator[Link]:
    """ "Rain is vital for harvests", "crops vulnerable to frost"."""
    for prep in children(adjective, "prep"):
        found = _adjectives().get((adjective.lower, prep.lower))
        target = child(prep, "pobj", "pcomp")
        if found is None or target is None or target.ent in _NO_THING:
            continue
        verb = adjective.head
        subject = verb if adjective.dep == "amod" else _described(adjective, verb)
        if subject is None or things.is_agent(subject) or things.is_agent(target) or subject is target:
            continue
        sign, reverse = found
        said, of = things.of(subject), things.of(target)
        causes, effects = (of, said) if reverse else (said, of)
        yield Link(causes, effects, sign, [adjective, prep], verb)


def _described(adjective: Word, verb: Word) -> Word | None:
    """What the adjective is said of: "the raid left the base vulnerable" says it of the base."""
    if lemma(verb) in MAKING:
        return child(adjective, *things.SUBJECT) or child(verb, "dobj")
    return things.subject_of(verb)


def _ascribed(verb: Word) -> Iterator[Link]:
    """ "They attribute the decline to water use", "they blame the floods on logging"."""
    between = _ascribing()[lemma(verb)]
    given = child(verb, "dobj") or child(verb, "nsubjpass")
    if given is None or given.pos not in ("NOUN", "PRON", "PROPN") or given.ent == "MONEY":
        return
    prep = next(
        (p for host in (verb, given, *_within(given)) for p in children(host, "prep") if p.lower == between), None
    )
    target = child(prep, "pobj", "pcomp") if prep is not None else None
    if target is None and lemma(verb) == "blame":
        yield from _blamed(verb, given)
    if target is None or prep is None or target.ent in ("DATE", "TIME") or things.is_agent(given):
        return
    effects = [thing for thing in things.of_noun(given) if prep not in thing.words] or [
        things.cut_before(thing, prep) for thing in things.of_noun(given) if thing.words[0].i < prep.i
    ]
    causes = things.of(target)
    if lemma(verb) == "link" and _outcome(target) and not _outcome(given):
        causes, effects = effects, causes
    yield Link(causes, effects, 1, [verb, prep], verb)


def _outcome(noun: Word) -> bool:
    return noun.lemma.lower() in table("causal")["linking"]["outcomes"]


def _blamed(verb: Word, given: Word) -> Iterator[Link]:
    """ "They blame the company for the spill"."""
    prep = next((p for host in (verb, given) for p in children(host, "prep") if p.lower == "for"), None)
    target = child(prep, "pobj", "pcomp") if prep is not None else None
    if prep is None or target is None:
        return
    causes = [things.cut_before(thing, prep) if prep in thing.words else thing for thing in things.of_noun(given)]
    yield Link(causes, things.of(target), 1, [verb, prep], verb)


def _within(noun: Word) -> Iterator[Word]:
    """What the noun's own "of" governs, where the parser may hang what follows."""
    for prep in children(noun, "prep"):
        yield from children(prep, "pobj")
