"""How a claim is put forward: asserted, alleged, denied, forecast, possible or conditional; how sure; negated or not.

Read from the words that govern the predicate in the dependency tree; the vocabularies and ranges are in
``lexicon/data/hedges.toml`` and ``reporting.toml``. Invariant: ``0 <= low <= high <= 1`` in every certainty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.core.claim import Modality
from sayso.lexicon.table import table
from sayso.read.parse import Sentence, Word


@dataclass(frozen=True, slots=True)
class Stance:
    """``certainty`` is an interval in 0..1, both ends inclusive."""

    modality: Modality = Modality.ASSERTED
    certainty: tuple[float, float] = (1.0, 1.0)
    negated: bool = False


_RANK = [
    Modality.ASSERTED, Modality.FORECAST, Modality.POSSIBLE, Modality.ALLEGED, Modality.CONDITIONAL, Modality.DENIED,
]  # fmt: skip
_HEDGES = table("hedges")


def _stances(section: str) -> dict[str, Stance]:
    return {
        word: Stance(Modality(entry["modality"]), (entry["certainty"][0], entry["certainty"][1]))
        for word, entry in _HEDGES[section].items()
    }


_ADVERBS = _stances("adverbs")
_AUXILIARIES = _stances("auxiliaries")
_GOVERNORS = _stances("governors")
_PASSIVE = frozenset(_HEDGES["governing"]["passive"])
_DEGREES: dict[str, dict[str, list[float]]] = _HEDGES["degrees"]
_PHRASES: dict[str, list[float]] = _HEDGES["phrases"]
_NEGATION = {key: frozenset(found) for key, found in _HEDGES["negation"].items()}
_MARKS = frozenset(_HEDGES["conditions"]["marks"])
_CONDITIONS = tuple(_HEDGES["conditions"]["phrases"])
_FIRM = frozenset(
    [tuple(pair) for degrees in _DEGREES.values() for pair in degrees.values()]
    + [tuple(pair) for pair in _PHRASES.values()]
    + [(entry["low"], entry["high"]) for entry in table("icd203")["word"]]
)
_SPOKEN = frozenset(table("reporting")["silence"]["spoken"])
_PHRASE_WORDS = frozenset(_HEDGES["negation"]["phrase_words"])
_NEGATED_ODDS = frozenset({"likely", "probable", "probably"})
_HIGHEST = 12  # words over the predicate that may bear on it
_OPEN = (0.0, 1.0)
_PURPOSE = Stance(Modality.POSSIBLE, (0.2, 0.8))
_UNSAID = Stance(Modality.POSSIBLE, _OPEN)
_CONDITIONAL = Stance(Modality.CONDITIONAL, (0.2, 0.95))
_GOVERNED = frozenset({"xcomp", "pcomp", "acl", "dobj"})
_STOPS = frozenset({"ccomp", "relcl", "parataxis", "ROOT", "csubj"})


def stance(sentence: Sentence, predicate: Word | None, anchor: tuple[int, int]) -> Stance:
    """The stance of the claim that ``predicate`` states in ``anchor``, the (start, end) of its words in the document."""
    word = predicate or _top(sentence, anchor)
    found: list[Stance] = []
    for step, governor in enumerate(_governors(word)):
        found.extend(_by_governor(governor, step))
        for kid in governor.children:
            found.extend(_by_child(governor, kid, sentence))
        found += [_UNSAID] * _left_open(governor) + [_PURPOSE] * _intended(governor)
    negated = _turned(_governors(word)) != _disbelieved(word)
    found.extend(_by_phrase(sentence))
    result = _weakest(found)
    if negated and result.certainty in _FIRM and result.modality is Modality.POSSIBLE and _likely(word):
        low, high = result.certainty
        return replace(result, certainty=(round(1 - high, 2), round(1 - low, 2)))
    return replace(result, negated=negated)


def silent(cue: Word) -> bool:
    """Whether a word of saying, or what governs one, tells that nothing was said: "declined to comment", "did not say when"."""
    spoken = cue
    if cue.lemma not in _SPOKEN:
        refused = cue.lemma in _NEGATION["governors"]
        spoken = next((kid for kid in cue.children if kid.dep == "xcomp" or (refused and kid.dep == "dobj")), cue)
    return spoken.lemma in _SPOKEN and _turned(_infinitives(spoken))


def _infinitives(word: Word) -> Iterator[Word]:
    """A word and what it is the infinitive, gerund or object of; not what it only goes with (", saying", "but said")."""
    yield word
    for _ in range(_HIGHEST):
        if word.dep not in _GOVERNED and (word.dep != "conj" or word.tag != "VB"):
            return
        word = word.head
        yield word


def under(stood: Stance, cue: str) -> Stance:
    """The stance of what stands under a reporting cue (its lemma, or its words in the text)."""
    colour: Modality | None = None
    for word in cue.lower().split():
        if word in _NEGATION["words"]:
            return stood
        colour = colour or _colours().get(word)
    if colour is None:
        return stood
    if colour is Modality.DENIED and stood.modality is Modality.DENIED:
        return replace(stood, modality=Modality.ASSERTED)
    if _RANK.index(colour) <= _RANK.index(stood.modality):
        return stood
    certainty = _OPEN if colour is Modality.ALLEGED and stood.certainty == (1.0, 1.0) else stood.certainty
    return replace(stood, modality=colour, certainty=certainty)


def _weakest(found: list[Stance]) -> Stance:
    """The modality that ranks highest; the certainty of a probability word, if there is one, else the lowest."""
    modality = max((one.modality for one in found or [Stance()]), key=_RANK.index)
    firm = [one.certainty for one in found if one.certainty in _FIRM]
    certainty = min(firm or [one.certainty for one in found or [Stance()]], key=lambda pair: (pair[0] + pair[1], pair))
    return Stance(modality, certainty)


def _top(sentence: Sentence, anchor: tuple[int, int]) -> Word:
    """The word of the anchor that governs the others."""
    start, end = anchor
    inside = [word for word in sentence.words if start <= word.start and word.end <= end]
    tops = (word for word in inside if not start <= word.head.start < end or word.head is word)
    return next(tops, inside[0] if inside else sentence.root)


def _governors(word: Word) -> Iterator[Word]:
    """The predicate and, up to the top of its clause, the verbs and adjectives it hangs from."""
    yield word
    for _ in range(_HIGHEST):
        infinitive = word.dep == "ccomp" and any(kid.tag == "TO" for kid in word.children)
        if word.head is word or (word.dep in _STOPS and not infinitive):
            return
        if word.dep == "advcl" and any(kid.dep in ("mark", "nsubj", "nsubjpass") for kid in word.children):
            return
        word = word.head
        if word.pos in ("VERB", "AUX", "ADJ") or word.dep == "ROOT":
            yield word


def _by_governor(word: Word, step: int) -> Iterator[Stance]:
    """What a word over the predicate, or the predicate's own place, does to it."""
    if step == 0:
        yield from _by_place(word)
        return
    found = _GOVERNORS.get(word.lemma)
    active = word.lemma in _PASSIVE and not any(kid.dep in ("auxpass", "nsubjpass") for kid in word.children)
    if found is None or active:
        return
    yield _by_degree(found, word)


def _by_place(word: Word) -> Iterator[Stance]:
    """What the predicate's place says: a condition, a purpose, the clause of "it is possible that"."""
    marks = {kid.lower for kid in word.children if kid.dep in ("mark", "advmod")}
    if word.dep == "advcl" and marks & _MARKS:
        yield _CONDITIONAL
    elif word.dep == "advcl" and any(kid.tag == "TO" for kid in word.children):
        yield _PURPOSE
    elif word.dep in ("ccomp", "csubj", "acl") and "that" in marks:
        for kid in (word.head, *word.head.children):
            found = _GOVERNORS.get(kid.lower) if kid.pos == "ADJ" else None
            if found is not None:
                yield _by_degree(found, kid)


def _by_degree(found: Stance, word: Word) -> Stance:
    """The stance of a probability word under the adverb that stands before it."""
    for kid in word.children:
        degree = _DEGREES.get(kid.lower, {}).get(word.lower)
        if degree:
            return replace(found, certainty=(degree[0], degree[1]))
    return found


def _by_child(word: Word, kid: Word, sentence: Sentence) -> Iterator[Stance]:
    """What an auxiliary, an adverb or a condition beside the predicate does to it."""
    if kid.dep == "aux" and kid.lower in ("should", "were"):
        if word.subtree()[0] is kid and sentence.words[-1].text != "?":
            yield _CONDITIONAL
    elif kid.dep == "aux" and kid.lower in _AUXILIARIES and word.tag not in ("VBD", "VBZ"):  # "a can rose in price"
        yield _AUXILIARIES[kid.lower]
    elif kid.dep == "advcl" and any(
        below.dep in ("mark", "advmod") and below.lower in _MARKS for below in kid.children
    ):
        yield _CONDITIONAL
    elif kid.lower in _ADVERBS:
        yield _by_degree(_ADVERBS[kid.lower], kid)


def _by_phrase(sentence: Sentence) -> Iterator[Stance]:
    """What a fixed expression anywhere in the sentence does ("a roughly even chance", "in case")."""
    if not any(word.lower in _PHRASE_WORDS for word in sentence.words):
        return
    text = " ".join(word.lower for word in sentence.words)
    for phrase, (low, high) in _PHRASES.items():
        if phrase in text:
            yield Stance(Modality.POSSIBLE, (low, high))
            break
    if any(phrase in text for phrase in _CONDITIONS):
        yield _CONDITIONAL


def _intended(verb: Word) -> bool:
    """Whether a verb tells what is planned or warned against, and not done: "its plan to sell", "warned against selling"."""
    infinitive = verb.head.pos == "NOUN" and any(kid.tag == "TO" for kid in verb.children)
    return (
        verb.head.lemma in _HEDGES["undertakings"]
        if infinitive
        else verb.dep == "pcomp" and verb.head.lower == "against"
    )


def _left_open(clause: Word) -> bool:
    """Whether a clause is asked and not stated ("whether …"), or is what somebody did not say."""
    if clause.dep not in ("ccomp", "csubj", "pcomp"):
        return False
    return any(kid.lower == "whether" for kid in clause.children) or silent(clause.head)


def _turned(governors: Iterator[Word]) -> bool:
    """Whether a predicate and what governs it turn it round: two denials cancel ("did not fail to mention"), and what comes of
    a denied deed is not denied with it ("has not rained, forcing them to sell")."""
    turned = False
    for step, governor in enumerate(governors):
        turned ^= _negated(governor, step)
        if governor.dep == "advcl" and governor.tag == "VBG":
            break
    return turned


def _disbelieved(predicate: Word) -> bool:
    """Whether it stands in a clause that somebody does not believe: "do not think that it helps" is to think that it does not."""
    *_, clause = _governors(predicate)
    return clause.dep == "ccomp" and clause.head.lemma in _NEGATION["believing"] and _negated(clause.head, 0)


def _negated(word: Word, step: int) -> bool:
    """Whether this word, the predicate itself (step 0) or one over it, turns the claim round."""
    found = step > 0 and word.lemma in _NEGATION["governors"]
    if word.dep == "pcomp" and _kept_from(word.head):
        found = not found
    if word.dep in ("acl", "ccomp") and word.head.lemma in _NEGATION["nouns"]:
        found = not found
    for kid in word.children:
        if (
            kid.dep == "neg"
            or kid.lower in _NEGATION["adverbs"]
            or (step > 0 and kid.lower == "yet" and word.lemma in ("have", "be"))
        ) or (kid.dep in ("nsubj", "nsubjpass", "dobj", "attr") and kid.lower not in _PHRASE_WORDS and _none(kid)):
            found = not found
    return found


def _kept_from(preposition: Word) -> bool:
    """``without``, the ``of`` of ``instead of``, and the ``from`` of ``prevented A from``."""
    if preposition.lower in _NEGATION["prepositions"] or preposition.subtree()[0].lower == "instead":
        return True
    return preposition.lower == "from" and preposition.head.lemma in _NEGATION["hindering"]


def _none(noun: Word) -> bool:
    if noun.lemma in _NEGATION["sure"] or noun.lower in _NEGATION["sure"]:
        return False
    return noun.lower in _NEGATION["pronouns"] or any(kid.lower in _NEGATION["determiners"] for kid in noun.children)


def _likely(word: Word) -> bool:
    """Whether it is a probability word that is negated: "not likely to"."""
    return any(kid.lower in _NEGATED_ODDS for governor in _governors(word) for kid in (governor, *governor.children))


_COLOURS: dict[str, Modality] = {}


def _colours() -> dict[str, Modality]:
    """Every form of every cue that colours what stands under it."""
    if not _COLOURS:
        for name, lemmas in table("reporting")["colours"].items():
            for lemma in lemmas:
                for form in _forms(lemma):
                    _COLOURS.setdefault(form, Modality(name))
    return _COLOURS


def _forms(lemma: str) -> Iterator[str]:
    yield lemma
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if lemma.endswith("y"):
        yield from (f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing")
    yield from (f"{lemma}s", f"{lemma}es", f"{stem}ed", f"{stem}ing", f"{stem}{stem[-1]}ed", f"{stem}{stem[-1]}ing")
