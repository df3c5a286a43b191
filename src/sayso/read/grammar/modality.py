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
_OPEN = (0.0, 1.0)
_PURPOSE = Stance(Modality.POSSIBLE, (0.2, 0.8))
_CONDITIONAL = Stance(Modality.CONDITIONAL, (0.2, 0.95))
_STOPS = frozenset({"ccomp", "relcl", "parataxis", "ROOT", "csubj"})


def stance(sentence: Sentence, predicate: Word | None, anchor: tuple[int, int]) -> Stance:
    """The stance of the claim that ``predicate`` states in ``anchor``, the (start, end) of its words in the document."""
    word = predicate or _top(sentence, anchor)
    found = Stance()
    negated = False
    for step, governor in enumerate(_governors(word)):
        found = _weaker(found, _by_governor(governor, step))
        for kid in governor.children:
            found = _weaker(found, _by_child(governor, kid, sentence))
        negated ^= _negated(governor, step)
    found = _weaker(found, _by_phrase(sentence, word))
    if negated and found.modality is not Modality.DENIED and _probability_word(word):
        low, high = found.certainty
        return replace(found, certainty=(round(1 - high, 2), round(1 - low, 2)))
    return replace(found, negated=negated)


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


def _weaker(first: Stance, second: Stance | None) -> Stance:
    """The one that ranks higher, with the lower certainty of the two."""
    if second is None:
        return first
    modality = max(first.modality, second.modality, key=_RANK.index)
    certainty = min(first.certainty, second.certainty, key=lambda pair: (pair[0] + pair[1], pair))
    return Stance(modality, certainty)


def _top(sentence: Sentence, anchor: tuple[int, int]) -> Word:
    """The word of the anchor that governs the others."""
    start, end = anchor
    inside = [word for word in sentence.words if start <= word.start and word.end <= end]
    for word in inside:
        if not start <= word.head.start < end or word.head is word:
            return word
    return inside[0] if inside else sentence.root


def _governors(word: Word) -> Iterator[Word]:
    """The predicate and, up to the top of its clause, the verbs and adjectives it hangs from."""
    yield word
    for _ in range(12):
        if word.head is word or word.dep in _STOPS:
            return
        if word.dep == "advcl" and any(kid.dep in ("mark", "nsubj", "nsubjpass") for kid in word.children):
            return
        word = word.head
        if word.pos in ("VERB", "AUX", "ADJ") or word.dep == "ROOT":
            yield word


def _by_governor(word: Word, step: int) -> Stance | None:
    """What a word over the predicate, or the predicate's own place, does to it."""
    if step == 0:
        return _own_place(word)
    found = _GOVERNORS.get(word.lemma)
    if found is None or (
        word.lemma in _PASSIVE and not any(kid.dep in ("auxpass", "nsubjpass") for kid in word.children)
    ):
        return None
    degree = next((_DEGREES[kid.lower] for kid in word.children if kid.lower in _DEGREES), {}).get(word.lower)
    return replace(found, certainty=(degree[0], degree[1])) if degree else found


def _own_place(word: Word) -> Stance | None:
    marks = {kid.lower for kid in word.children if kid.dep in ("mark", "advmod")}
    if word.dep == "advcl" and marks & _MARKS:
        return _CONDITIONAL
    if word.dep == "advcl" and any(kid.tag == "TO" for kid in word.children):
        return _PURPOSE
    return None


def _by_child(word: Word, kid: Word, sentence: Sentence) -> Stance | None:
    if kid.dep == "aux":
        if kid.lower == "should" or kid.lower == "were":
            first = word.subtree()[0]
            return _CONDITIONAL if first is kid and sentence.words[-1].text != "?" else None
        return _AUXILIARIES.get(kid.lower)
    if kid.dep in ("advmod", "acomp") or kid.lower in _ADVERBS:
        found = _ADVERBS.get(kid.lower)
        degree = next((_DEGREES[below.lower] for below in kid.children if below.lower in _DEGREES), {}).get(kid.lower)
        if degree:
            return Stance(found.modality if found else Modality.POSSIBLE, (degree[0], degree[1]))
        return found
    if kid.dep == "advcl" and any(below.dep in ("mark", "advmod") and below.lower in _MARKS for below in kid.children):
        return _CONDITIONAL
    return None


def _by_phrase(sentence: Sentence, word: Word) -> Stance | None:
    text = " ".join(below.lower for below in sentence.words)
    for phrase, (low, high) in _PHRASES.items():
        if phrase in text:
            return Stance(Modality.POSSIBLE, (low, high))
    return _CONDITIONAL if any(phrase in text for phrase in _CONDITIONS) else None


def _negated(word: Word, step: int) -> bool:
    found = step > 0 and word.lemma in _NEGATION["governors"]
    if step == 0 and word.dep == "pcomp" and word.head.lower in _NEGATION["prepositions"]:
        found = not found
    for kid in word.children:
        if kid.dep == "neg" or kid.lower in ("never", "hardly", "scarcely"):
            found = not found
        elif kid.dep in ("nsubj", "nsubjpass", "dobj", "attr"):
            if kid.lower in _NEGATION["pronouns"] or any(
                below.lower in _NEGATION["determiners"] for below in kid.children
            ):
                found = not found
    return found


def _probability_word(word: Word) -> bool:
    return any(governor.lower in ("likely", "probable") for governor in _governors(word)) or any(
        kid.lower in ("likely", "probably") for kid in word.children
    )


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
