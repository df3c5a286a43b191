"""What stands as the cause of an active verb: its subject, or the clause a participle or an infinitive hangs on."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from sayso.core.claim import Modality
from sayso.read.grammar.influences import thing as things
from sayso.read.grammar.influences.signals import AGENT, CIRCUMSTANCE, EVENT, THING, entries, lemma, vocabulary
from sayso.read.grammar.influences.thing import Thing
from sayso.read.grammar.phrase import child, children
from sayso.read.parse import Word


@dataclass(frozen=True, slots=True)
class Cause:
    """``rank`` says what the cause is, from a person or body (``AGENT``) to an event or a state (``EVENT``)."""

    things: list[Thing]
    rank: int
    modality: Modality | None = None


def infinitive(verb: Word) -> bool:
    return verb.tag in ("VB", "VBP") and any(below.lower == "to" for below in children(verb, "aux"))


def cause_of(verb: Word) -> Cause | None:
    """What makes this active verb's object what it becomes; ``None`` if the sentence does not say."""
    if child(verb, *things.SUBJECT) is None:
        second = verb.tag == "VBG" and verb.dep == "conj" and child(verb, "aux") is None and after_comma(verb)
        if second and verb.head.pos == "VERB" and verb.head.tag != "VBG":  # "they opened the dam, raising levels"
            return _of_circumstance(verb, verb.head, purpose=False)
        found = _without_subject(_first_of(verb))
        if found is not None:
            return found if found.things else None
    subject = things.subject_of(verb)
    if subject is None:
        return _overlooked(verb)
    if (
        verb.tag == "VBG"
        and child(verb, "aux") is None
        and (deed := child(subject, "acl")) is not None
        and _apart(verb, deed)
    ):
        words = tuple(things.clause_words(subject))
        return Cause([Thing(words, things.named(words))], CIRCUMSTANCE)
    return _of_subject(subject)


def _overlooked(verb: Word) -> Cause | None:
    """The noun phrase right before a finite verb whose subject the parser hung elsewhere."""
    if (
        verb.tag not in ("VBD", "VBZ", "VBP", "VB", "VBN")
        or infinitive(verb)
        or verb.dep not in ("ROOT", "conj", "ccomp")
    ):
        return None
    words = next(reversed((verb, *verb.ancestors()))).subtree()
    at = next(place for place, word in enumerate(words) if word is verb) - 1
    while at >= 0 and (words[at].pos in ("AUX", "ADV", "PART") or words[at].tag == "MD"):
        at -= 1
    if at > 0 and words[at].text == "," and (opened := _aside(words, at)) is not None:
        at = opened - 1
    last = at
    while (at >= 0 and words[at].pos in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP")) or (
        at >= 0 and words[at].tag == "VBG"
    ):
        at -= 1
    run = list(words[at + 1 : last + 1])
    while run and run[0].pos == "ADP":
        run.pop(0)
    heads = list(itertools.takewhile(lambda word: word.pos != "ADP", run))
    if (
        not heads
        or heads[-1].pos not in ("NOUN", "VERB")
        or any(word.head is verb and word.dep == "dobj" for word in run)
    ):
        return None
    name = things.named(run)
    rank = AGENT if things.is_agent(heads[-1]) else EVENT if things.is_event(heads[-1]) else THING
    return Cause([Thing(tuple(run), name)], rank) if name else None


def _aside(words: list[Word], closing: int) -> int | None:
    """Where the aside opens that this comma closes (", he said,")."""
    for place in range(closing - 1, max(-1, closing - 6), -1):
        if words[place].text == ",":
            inside = words[place + 1 : closing]
            return (
                place
                if any(lemma(word) in entries("reporting", "verbs") for word in inside) or len(inside) == 1
                else None
            )
    return None


def _apart(verb: Word, deed: Word) -> bool:
    """Whether "companies invested in roads, improving lines" was read with the participle as its main verb."""
    return deed.tag in ("VBN", "VBD") and deed.i < verb.i and child(deed, "agent") is None


def _first_of(verb: Word) -> Word:
    """The first of the coordinated verbs this one shares its subject with."""
    while verb.dep == "conj" and child(verb, *things.SUBJECT) is None and verb.head is not verb:
        if child(verb, "aux") is not None and not infinitive(verb):
            break
        verb = verb.head
    return verb


def _of_subject(subject: Word) -> Cause:
    if subject.pos in ("VERB", "AUX"):
        return Cause(things.of_clause(subject), EVENT)
    event = things.is_event(subject) or subject.pos in ("PRON", "DET")
    rank = AGENT if things.is_agent(subject) else EVENT if event else THING
    return Cause(things.of_noun(subject), rank)


def _without_subject(verb: Word) -> Cause | None:
    """The cause of a verb without a subject of its own; ``None`` to look for one up the tree."""
    above, purpose = verb.head, infinitive(verb)
    if above is verb:
        return None
    if (
        verb.dep == "xcomp"
        and (verb.tag in ("VB", "VBG"))
        and child(above, "dobj") is None
        and above.pos in ("VERB", "AUX")
    ):
        if lemma(above) in entries("purpose", "wishes") or _errand(above):
            return Cause([], AGENT)
        return cause_of(above) if child(above, "nsubjpass") is None else _of_passive(above)
    if above.lower == "order" and above.head.lower == "in" and above.head.head is not above.head:
        return _of_circumstance(verb, above.head.head, purpose=True)
    if verb.dep in ("acl", "relcl") and purpose:
        if above.lemma.lower() in entries("purpose", "abilities"):
            return Cause([], AGENT)
        if above.lemma.lower() in entries("purpose", "openings"):
            giver = _giver(above)
            return Cause(things.of(giver), EVENT, Modality.POSSIBLE) if giver is not None else Cause([], AGENT)
        return Cause(things.of_noun(above), EVENT, Modality.POSSIBLE)
    if verb.dep == "acl" and not after_comma(verb):
        return _of_subject(above)
    if verb.dep in ("advcl", "acl", "xcomp", "ccomp") and (verb.tag == "VBG" or purpose):
        return _of_circumstance(verb, above, purpose=purpose)
    return None


def _errand(copula: Word) -> bool:
    """ "The task is to limit losses": what is to be done, and not what the task does."""
    subject = child(copula, *things.SUBJECT)
    return copula.lemma == "be" and subject is not None and subject.lemma.lower() in entries("purpose", "errands")


def _giver(opening: Word) -> Word | None:
    """What gives the opportunity: the subject of the verb it is the object of."""
    verb = opening.head
    if opening.dep not in ("dobj", "attr") or verb.pos not in ("VERB", "AUX") or child(verb, "neg") is not None:
        return None
    subject = things.subject_of(verb)
    return subject if subject is not None and not things.is_agent(subject) and subject.dep != "expl" else None


def _of_passive(above: Word) -> Cause | None:
    """ "X was meant to prevent Y": X, possibly."""
    subject = child(above, "nsubjpass")
    if child(above, "neg") is not None:
        return Cause([], AGENT)
    if subject is None:
        return None
    found = _of_subject(subject)
    return Cause(
        found.things, found.rank, Modality.POSSIBLE if lemma(above) in entries("purpose", "participles") else None
    )


def after_comma(verb: Word) -> bool:
    """Whether a comma or a dash sets the verb's clause off from what it hangs on."""
    before = min(below.i for below in verb.subtree()) - 1
    hosts = [verb.head, *itertools.islice(verb.head.ancestors(), 4)]
    return any(o.i == before and o.text in (",", "-", "--", "–", "—") for host in hosts for o in host.children)


def _between(verb: Word, main: Word) -> list[Word]:
    """The verb and what holds it below the main verb ("in order")."""
    found = [verb]
    for word in verb.ancestors():
        if word is main:
            break
        if word.lower in ("order", "in"):
            found.append(word)
    return found


def too(main: Word) -> bool:
    """ "Too early to say": the infinitive is what does not come about."""
    return any(below.lower == "too" or any(low.lower == "too" for low in below.children) for below in main.children)


def no_purpose(main: Word) -> bool:
    """Whether the infinitive after this verb is what is wished, asked or said rather than what the deed is for."""
    name = lemma(main)
    listed = any(name in entries("purpose", key) for key in ("wishes", "requests", "askings"))
    said = name in entries("reporting", "verbs") or name == "discuss"
    return listed or said or too(main) or (main.pos == "AUX" and child(main, "acomp") is None)


def _of_circumstance(verb: Word, main: Word, *, purpose: bool) -> Cause | None:
    """The main clause: its subject where that already acts on something, what it reports where it reports, else all it says."""
    if purpose and (no_purpose(main) or child(main, "neg") is not None):
        return Cause([], AGENT)
    modality = Modality.POSSIBLE if purpose else None
    host = main
    while main.pos not in ("VERB", "AUX") and main.head is not main:
        main = main.head
    if main.pos not in ("VERB", "AUX"):
        return Cause(things.of_noun(host), EVENT, modality)
    subject = child(main, *things.SUBJECT)
    if subject is not None and verb.dep == "acl" and subject.i < verb.i < main.i:
        return _of_subject(subject)  # "the crisis, affecting all, is over"
    rank = CIRCUMSTANCE if subject is not None and things.is_agent(subject) else EVENT
    if (
        main.tag == "VBN"
        and main.dep in ("acl", "oprd", "xcomp", "advcl", "acomp")
        and lemma(main) in entries("purpose", "participles")
    ):
        aimed = things.subject_of(main)
        return Cause(things.of_noun(aimed), EVENT, modality) if aimed is not None else None
    if (
        main.dep in ("ccomp", "xcomp")
        and main.head is not main
        and vocabulary().frames.get(lemma(main.head))
        and not purpose
    ):
        return cause_of(main.head)
    if lemma(main) in entries("reporting", "verbs"):
        told = child(main, "ccomp", "dobj")
        if told is not None and told.i < verb.i:
            return Cause(things.of(told, without=_between(verb, main)), EVENT, modality)
    acts = any(not frame.tail and not frame.reverse for frame in vocabulary().frames.get(lemma(main), ()))
    acts = acts and child(main, "dobj", "xcomp", "ccomp") is not None
    shared = acts or any(below.dep == "mark" and below.lower == "while" for below in verb.children)
    undergoes = subject is not None and subject.dep == "nsubjpass"
    if (
        shared
        and not undergoes
        and not purpose
        and subject is not None
        and subject.pos not in ("VERB", "AUX")
        and rank == EVENT
    ):
        return Cause(things.of_noun(subject), rank, modality)
    return Cause(things.of_clause(main, without=_between(verb, main)), rank, modality)
