"""How far an influence can be relied on, by who saw it: a claim with a measured probability, or only a suggestion.

The figures are in ``lexicon/data/taggers.toml``, each with what it was measured on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, cached_property
from typing import Any

from sayso.core.claim import Influence, Modality, Term
from sayso.lexicon.table import table
from sayso.read.grammar.influences.acting import nameless
from sayso.read.grammar.influences.joining import BOTH
from sayso.read.grammar.influences.sequence import harms
from sayso.read.grammar.influences.signals import entries
from sayso.read.grammar.influences.subject import SUBJECT, is_agent, subject_of
from sayso.read.grammar.influences.vague import vague
from sayso.read.grammar.phrase import child
from sayso.read.parse import Parse, Sentence, Word
from sayso.read.proposal import Proposal
from sayso.read.tagger.register import asked_of_causes
from sayso.read.tagger.taggers import Taggers, may_state

_NOMINAL = frozenset({"NOUN", "ADJ", "NUM"})  # "most of the fish", "two of the dams"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PAST = ("VBD", "VBN")
_PRESENT = ("VBZ", "VBP")
_MISREAD = ("JJR", "JJ", "NNS")  # of a verb in the present that the parser took for none: "deliveries lower costs"
_THINGS = frozenset({"it", "they", "them"})
_ABOUT = frozenset({"over", "at", "about"})


@cache
def _figures() -> dict[str, Any]:
    return table("taggers")["influences"]  # type: ignore[no-any-return]


@cache
def _temporal() -> frozenset[str]:
    return frozenset(table("taggers")["signals"]["temporal"])


class Grounds:
    """What a tagger's probabilities are worth in one document, given how often it states causes.

    Half of the tagger's training sentences did; each probability is set right for a document that states fewer (Saerens,
    Latinne and Decaestecker, 2002, one step, the training share counting as some sentences of its own). All sentences
    of a document that are to be shown have been before the first influence is weighed.
    """

    def __init__(self, parse: Parse, stated: Mapping[int, float]) -> None:
        """``stated`` is the tagger's probability that a sentence states a cause, by the index of the sentences it was shown."""
        self._stated = stated
        self._sentences = sum(map(may_state, parse.sentences))
        self.home = self._sentences <= _figures()["few_sentences"]
        self._strict = not self.home and asked_of_causes(parse)

    @cached_property
    def _share(self) -> float:
        """The share of the document's sentences that state a cause."""
        weight, unshown = _figures()["prior_sentences"], self._sentences - len(self._stated)
        shown = sum(self._stated.values())
        return float((shown + unshown * _figures()["unshown"] + weight / 2) / (self._sentences + weight))

    def weighed(self, proposals: Iterable[Proposal], sentence: int) -> Iterator[Proposal]:
        """The influences of one sentence with how probable it is that the text says so."""
        given = self._stated.get(sentence)
        if given is None:
            yield from (
                replace(one, stated=_figures()["unasked"], suggested=_slight(one) or self._unnamed(one))
                for one in proposals
            )
            return
        for_, against = given * self._share, (1 - given) * (1 - self._share)
        stated = round(for_ / max(for_ + against, 1e-9), 3)
        for one in proposals:
            timed = not self.home and _timed(one)
            if one.witness == BOTH:
                yield replace(one, stated=_of("both", stated), suggested=timed or self._unnamed(one))
            elif one.witness == Taggers.name:
                weak = self._unnamed(one) or _weak(one, stated, home=self.home)
                yield replace(one, stated=_of("tagger", stated), suggested=timed or weak)
            else:
                yield replace(one, stated=_of("grammar", stated), suggested=timed or self._unbelieved(one, stated))

    def _unnamed(self, proposal: Proposal) -> bool:
        """Whether, where persons are told of, it is one's choice and no influence, or an end says too little to be a variable,
        unless it is an actor and the verb says what he does ("Mali undermines the pact")."""
        body = proposal.body
        if not self._strict or not isinstance(body, Influence):
            return False
        if _chosen(proposal) or proposal.partial or vague(body.effect.variable):
            return True
        if any(top.pos == "ADJ" for top in _tops(proposal.sentence, body.cause)) or _said_before(proposal):
            return True
        does = _does(proposal, body.cause)
        if nameless(body.cause.variable):
            return not does
        return vague(body.cause.variable) or (not does and _actor(proposal.sentence, body.cause))

    def _unbelieved(self, proposal: Proposal, stated: float) -> bool:
        """Whether the grammar's word alone is not enough."""
        if _slight(proposal) or self._unnamed(proposal):
            return True
        if _plain(proposal):
            return False
        least = _figures()["grammar_least"]["named" if _named(proposal) else "told"]
        return _doubted(proposal, stated) or (not self.home and stated < least)


def _chosen(proposal: Proposal) -> bool:
    """Whether it says what somebody would do on a condition, what for, or what somebody did at the time."""
    body, sentence = proposal.body, proposal.sentence
    if not isinstance(body, Influence):
        return False
    if proposal.modality is Modality.POSSIBLE:  # an infinitive of purpose
        return True
    said = body.signal.lower().split() or [""]
    if said[0] in ("if", "unless"):
        return _acts(sentence, body.effect)
    return said[0] in _temporal() and _acts(sentence, body.cause)


def _said_before(proposal: Proposal) -> bool:
    """Whether one end is all that an earlier sentence says ("that", "thus"), unless this one says that it is the reason ("that is
    because"); what "it" means, and the stem of a list, are things."""
    body = proposal.body
    if not isinstance(body, Influence) or body.signal.lower().startswith("because"):
        return False
    before = min(body.cause.start, body.effect.start) < proposal.sentence.start
    return before and any(word.lower() not in _THINGS for word, _ in proposal.resolved)


def _acts(sentence: Sentence, term: Term) -> bool:
    """Whether the end is a clause about what somebody does."""
    verbs = (top for top in _tops(sentence, term) if top.pos in ("VERB", "AUX"))
    return any((subject := subject_of(verb)) is not None and is_agent(subject) for verb in verbs)


def _does(proposal: Proposal, term: Term) -> bool:
    """Whether the end is the subject of the verb that signals the influence."""
    subject = child(proposal.predicate, *SUBJECT) if proposal.predicate is not None else None
    return subject is not None and term.start <= subject.start < term.end


def _of(witness: str, stated: float) -> float:
    """The share that was right of what such witnesses saw, where the tagger was as sure as this."""
    steps = _figures()[witness]
    return next(float(step["right"]) for step in steps if stated >= step["from"])


def _timed(proposal: Proposal) -> bool:
    """Whether only the order in time tells of a cause, and nobody comes to harm. In the tagger's corpus that counts. What is not
    told of the past ("when rates rise, loans fall") is a rule and no story."""
    if not isinstance(proposal.body, Influence) or proposal.predicate is None or proposal.predicate.tag not in _PAST:
        return False
    return proposal.body.signal.lower() in _temporal() and not harms(proposal.predicate)


def _slight(proposal: Proposal) -> bool:
    """Whether the wording mostly tells of something else than influence: whom somebody accuses, what people are upset about,
    or what once happened to somebody named."""
    body, verb = proposal.body, proposal.predicate
    if not isinstance(body, Influence) or verb is None:
        return False
    signal = body.signal.lower().split()
    if signal[0] in _ABOUT or (
        entries("accusing", "words").intersection(signal) and _actor(proposal.sentence, body.cause)
    ):
        return True
    once = verb.tag in _PAST and verb.lower in signal
    return once and _name(proposal.sentence, body.effect)


def _tops(sentence: Sentence, term: Term) -> list[Word]:
    """The words of an end that hang on nothing inside it."""
    inside = [word for word in sentence.words if term.start <= word.start and word.end <= term.end]
    return [word for word in inside if word.head is word or not term.start <= word.head.start < term.end]


def _actor(sentence: Sentence, term: Term) -> bool:
    return any(is_agent(word) for word in _tops(sentence, term))


def _name(sentence: Sentence, term: Term) -> bool:
    tops = _tops(sentence, term)
    return bool(tops) and tops[0].pos == "PROPN" and tops[0].text[:1].isupper()


def _plain(proposal: Proposal) -> bool:
    """Whether a causal verb in the present says it of a thing: "higher prices deepen hunger". News seldom puts it so; where it or
    a report does, it is meant."""
    body, verb = proposal.body, proposal.predicate
    if not isinstance(body, Influence) or verb is None or verb.tag not in (*_PRESENT, *_MISREAD) or proposal.resolved:
        return False
    spoken = verb.text.lower() in body.signal.lower().split()
    return spoken and body.sign != "?" and _thing(proposal.sentence, body.cause, or_tags=("VBG",))


def _named(proposal: Proposal) -> bool:
    """Whether the cause is a noun phrase of a thing, and the effect one or an infinitive: no clause, no pronoun, nobody's deed."""
    body = proposal.body
    if not isinstance(body, Influence) or proposal.resolved:
        return False
    return _thing(proposal.sentence, body.cause) and _thing(proposal.sentence, body.effect, or_tags=("VB",))


def _thing(sentence: Sentence, term: Term, or_tags: tuple[str, ...] = ()) -> bool:
    named = all(top.tag in or_tags or (top.pos in _NOMINAL and not is_agent(top)) for top in _tops(sentence, term))
    return named and not any(word.tag in _FINITE for word in sentence.words if term.start <= word.start < term.end)


def _doubted(proposal: Proposal, stated: float) -> bool:
    """Whether the tagger tells against the grammar: it sees the sentence's cause elsewhere, or no aim in an infinitive."""
    if stated >= _figures()["elsewhere"]:
        return True
    return proposal.modality is Modality.POSSIBLE and stated < _figures()["aim_least"]


def _weak(proposal: Proposal, stated: float, *, home: bool) -> bool:
    """Whether a tagger's word alone is not enough: it takes a sure sentence and sure ends, less sure ones where the grammar has
    something to say for it, and at home, in a text as short as what the tagger learned from; elsewhere also a word that says so."""
    if not home and isinstance(proposal.body, Influence) and not proposal.body.signal:
        return True
    least = _figures()["tagger_home" if home else "tagger_abroad"]["signed" if proposal.sure["grammar"] else "bare"]
    ends: Mapping[str, float] = proposal.sure
    return bool(stated < least["sentence"] or min(ends["anchor"], ends["effect"]) < least["ends"])
