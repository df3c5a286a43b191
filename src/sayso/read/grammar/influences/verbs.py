"""Influences put by verbs: "X reduces Y", "Y is driven by X", "Y stems from X", ", reducing Y", "to prevent Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.lexicon.table import words
from sayso.read.grammar.influences import thing as things
from sayso.read.grammar.influences.cause import Cause, after_comma, cause_of, infinitive
from sayso.read.grammar.influences.link import Link
from sayso.read.grammar.influences.making import MAKING, goes_out, made
from sayso.read.grammar.influences.signals import (
    AGENT,
    CIRCUMSTANCE,
    EVENT,
    THING,
    Frame,
    entries,
    fits,
    lemma,
    vocabulary,
)
from sayso.read.grammar.influences.signs import kept_out, manner, otherwise, sign_of
from sayso.read.grammar.influences.thing import Thing
from sayso.read.grammar.phrase import child, children
from sayso.read.parse import Sentence, Word

_PLACES = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME", "PERCENT", "CARDINAL", "MONEY"})  # no effects of "lead to"
_TIES = frozenset({"depend", "rely"})  # of somebody they say a tie
_AMOUNTS = frozenset({"QUANTITY", "MONEY"})  # what somebody makes so much of
_WH = frozenset({"WP", "WRB", "WDT"})
_TO_INFINITIVE = ("xcomp", "ccomp")


def by_verbs(sentence: Sentence, lent: Sequence[Thing] = ()) -> Iterator[Link]:
    """The influences this sentence's verbs put, in order; ``lent`` is the subject of a root that has none."""
    known = vocabulary()
    consumed: set[int] = set()
    for word in sentence.words:
        if (
            word.i in consumed
            or word.pos not in ("VERB", "AUX", "NOUN", "ADJ")
            or (
                word.pos in ("NOUN", "ADJ")
                and word.tag not in ("VBG", "VBN")
                and not (word.lower.endswith("ed") and lemma(word) != word.lemma)
            )
        ):
            continue
        name = lemma(word)
        frames = known.frames.get(name)
        if (frames is None and word.tag != "VBN" and name not in MAKING) or goes_out(word):
            continue
        link = (made(word) if name in MAKING and not _passive(word) else None) or _link(word, frames or (), consumed)
        if link is None and lent and _first_of(word) is sentence.root:
            link = _lent(word, frames or (), list(lent))
        if link is not None:
            yield link


def _first_of(verb: Word) -> Word:
    while verb.dep == "conj" and verb.head is not verb:
        verb = verb.head
    return verb


def _lent(verb: Word, frames: tuple[Frame, ...], subject: list[Thing]) -> Link | None:
    """The link of a list item that begins with its verb: the subject stands in the item or stem before."""
    person = any(things.is_agent(thing.words[-1]) for thing in subject)
    if lemma(verb) in MAKING and not person and (link := made(verb, Cause(subject, EVENT))) is not None:
        return link
    for frame in frames:
        found = None if frame.reverse or (person and frame.rank > AGENT) else _object(verb, frame)
        if found is not None:
            effects = _effects(found[1], verb)
            return Link(subject, effects, frame.sign, found[0], verb) if effects else None
    return None


def _link(verb: Word, frames: tuple[Frame, ...], consumed: set[int]) -> Link | None:
    if any(below.lower == "whether" for above in (verb, verb.head) for below in children(above, "mark")):
        return None  # "it is unclear whether it helps"
    if _passive(verb):
        return _passive_link(verb, frames)
    for frame in frames:
        found = _object(verb, frame)
        if found is None or otherwise(frame.verb, found[1]):
            continue
        signal, target = found
        link = (
            _reverse_link(verb, frame, signal, target)
            if frame.reverse
            else _active_link(verb, frame, signal, target, consumed)
        )
        if link is not None:
            return link
    return None


def _passive(verb: Word) -> bool:
    if verb.tag == "JJ":
        return verb.dep in ("acomp", "amod", "advcl", "conj")
    return verb.tag == "VBN" and (
        child(verb, "auxpass", "nsubjpass") is not None
        or (verb.dep in ("acl", "amod", "advcl", "conj") and child(verb, "aux") is None and child(verb, "dobj") is None)
    )


def _object(verb: Word, frame: Frame) -> tuple[list[Word], Word] | None:
    """The frame's signal words and the object they govern, or ``None`` if the frame does not fit."""
    if not fits(verb, frame):
        return None
    if frame.tail == ("to",) and (made := child(verb, *_TO_INFINITIVE)) is not None and child(verb, "dobj") is not None:
        return [verb], made  # "led traders to leave"
    signal = [verb]
    for part in frame.tail:
        found = next(
            (
                below
                for held in reversed(signal)
                for below in held.children
                if below.i > held.i and part in (below.lower, below.lemma)
            ),
            None,
        )
        if found is None:
            return None
        signal.append(found)
    last = signal[-1]
    target = child(last, "pobj", "pcomp") if last is not verb and last.dep in ("prep", "agent", "dative") else None
    if target is not None and target.ent in _PLACES:
        return None
    if target is None and (not frame.tail or last.dep in ("prt", "advmod", "acomp")):
        target = _complement(verb)
    return (signal, target) if target is not None and target.pos != "ADV" else None


def _complement(verb: Word) -> Word | None:
    direct, clause = child(verb, "dobj"), child(verb, *_TO_INFINITIVE)
    if clause is not None and any(mark.text in ":;" and verb.i < mark.i < clause.i for mark in verb.children):
        clause = None  # "hunger spreads: fighting stopped the harvest"
    if clause is not None and (direct is None or clause.i > direct.i) and clause.i > verb.i:
        return clause
    return direct


def _effects(target: Word, verb: Word) -> list[Thing]:
    """What the object is: a thing, or what happens in the clause that completes the verb."""
    if target.dep in _TO_INFINITIVE:
        return things.of_clause(target)
    from_clause = next(
        (below for below in children(verb, "prep") if below.lower == "from" and child(below, "pcomp")), None
    )
    if from_clause is not None:
        inner = child(from_clause, "pcomp")
        if inner is not None:
            return things.of_clause(inner)
    return things.of(target)


def _active_link(verb: Word, frame: Frame, signal: list[Word], target: Word, consumed: set[int]) -> Link | None:
    if target.dep in _TO_INFINITIVE:
        controls = child(verb, "dobj") is None and child(target, "nsubj", "nsubjpass") is None
        if controls and target.dep == "xcomp" and vocabulary().frames.get(lemma(target)) is not None:
            return None
        consumed.add(target.i)
    cause = cause_of(verb)
    if cause is None or _needed(frame, verb) > cause.rank or (frame.rank > AGENT and _attached(verb)):
        return None
    causes, modality = cause.things, cause.modality
    if (cause.rank == AGENT and verb.tag in ("VBD", "VBN")) or (infinitive(verb) and _asks(target)) or _found(target):
        return None  # what somebody did once is an act; "the council stifles debate" tells what holds
    if frame.rank == EVENT and (things.is_agent(target) or target.ent in _PLACES or not _happens(verb, cause)):
        return None  # "the rally drew people", "the training covered repairs"
    if target.ent in _AMOUNTS and frame.verb not in entries("victims", "verbs"):
        return None
    lifted = child(verb, "dobj") if frame.tail == ("to",) and _height(target) else None
    effects = _effects(lifted or target, verb)
    sign = sign_of(verb, frame, signal, target)
    denied = True if any(below.lower == "no" for noun in signal[1:] for below in noun.children) else None
    if verb.tag == "VBG" and cause.rank >= CIRCUMSTANCE and things.subject_of(verb) is not child(verb, *things.SUBJECT):
        denied = child(verb, "neg") is not None  # what the clause above denies has turned the cause's direction
    if kept_out(verb, frame):
        sign, denied = -sign, False
    return Link(causes, effects, sign, signal, verb, modality, denied, event=frame.rank > AGENT) if effects else None


def _asks(clause: Word) -> bool:
    """Whether the object is a question, which somebody finds out rather than brings about: "determine whether it broke"."""
    opens = [below for below in clause.children if below.i < clause.i]
    return clause.dep == "ccomp" and any(word.lower in ("if", "whether") or word.tag in _WH for word in opens)


def _height(target: Word) -> bool:
    """ "To new highs", "to unprecedented levels": how high the object goes, and nothing of its own."""
    return target.lemma.lower() in ("level", "high", "record", "peak", "height") and child(target, "prep") is None


def _found(clause: Word) -> bool:
    """ "They determine that it broke" finds something out."""
    told = child(clause, "mark", *things.SUBJECT) is not None
    return told and clause.dep == "ccomp" and lemma(clause.head) in ("determine", "decide", "dictate")


def _needed(frame: Frame, verb: Word) -> int:
    """The least the cause must be; things will do in the present ("rockets enhance capacity"), which tells what holds."""
    holds = frame.rank == CIRCUMSTANCE and verb.tag in ("VBZ", "VBP", "VB")
    return THING if holds else frame.rank


def _happens(verb: Word, cause: Cause) -> bool:
    """Whether the cause is a clause or an event by its name, not by an ending alone."""
    subject = things.subject_of(verb)
    if subject is None or subject.pos in ("VERB", "AUX") or cause.modality is not None or verb.tag == "VBG":
        return True
    return subject.lemma.lower() in vocabulary().events or subject.lemma.lower() in vocabulary().nouns


def _attached(verb: Word) -> bool:
    """Whether a participle follows without a comma: it then tells which ("protests raising demands"), not what follows."""
    loose = verb.tag == "VBG" and verb.dep in ("advcl", "acl") and child(verb, "mark", *things.SUBJECT) is None
    return loose and not after_comma(verb)


def _reverse_link(verb: Word, frame: Frame, signal: list[Word], target: Word) -> Link | None:
    subject = things.subject_of(verb)
    if verb.dep in ("acl", "relcl") and infinitive(verb):
        return None  # "an inclination to rely on luck"
    if subject is None or ((frame.rank > AGENT or frame.verb in _TIES) and things.is_agent(subject)):
        return None
    if frame.verb in _TIES and subject.lemma.lower() in words("naming", "papers"):
        return None  # "the report relies on interviews"
    if frame.verb in entries("origins", "verbs") and (things.is_agent(target) or things.is_agent(subject)):
        return None  # "the letters come from the union", "the settlers come from the hills"
    return Link(things.of(target), things.of_noun(subject), frame.sign, signal, verb)


def _passive_link(verb: Word, frames: tuple[Frame, ...]) -> Link | None:
    frame = next((f for f in frames if not f.tail and not f.reverse and fits(verb, f)), None)
    by = next(
        (
            below
            for below in children(verb, "agent", "prep")
            if below.lower == "by" or (lemma(verb), below.lower) in vocabulary().passive
        ),
        None,
    )
    if by is None:
        return None
    cause = child(by, "pobj", "pcomp")
    if cause is None or _one_by_one(verb, by, cause):
        return None
    special = (lemma(verb), by.lower) in vocabulary().passive or (verb.lemma, by.lower) in vocabulary().passive
    if frame is None and not special:
        return None
    if frame is not None and frame.rank > AGENT and things.is_agent(cause):
        return None
    effects = _passive_subject(verb)
    sign = frame.sign if frame is not None else 1
    sign = sign or manner(verb)
    return Link(things.of(cause), effects, sign, [verb, by], verb) if effects else None


def _one_by_one(verb: Word, by: Word, noun: Word) -> bool:
    """ "Torn down block by block" says how."""
    return any(word.lower == noun.lower and word.i == by.i - 1 for word in verb.subtree())


def _passive_subject(verb: Word) -> list[Thing]:
    subject = child(verb, "nsubjpass", "nsubj")
    if subject is not None:
        return things.of_noun(subject)
    if verb.dep == "acomp":
        subject = things.subject_of(verb.head)
        return things.of_noun(subject) if subject is not None else []
    if verb.dep in ("acl", "amod"):
        return things.of_noun(verb.head)
    if verb.dep == "advcl" and verb.head is not verb:
        return things.of_clause(verb.head, without=[verb])
    subject = things.subject_of(verb)
    return things.of_noun(subject) if subject is not None else []
