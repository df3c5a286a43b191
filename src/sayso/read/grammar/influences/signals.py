"""The causal vocabulary, indexed: which words signal an influence, in what frame and with what sign.

Signs are numbers here: 1 (more means more), -1 (more means less), 0 (not said which). Words are looked up by the parser's
lemma and, where the parser did not know the word, by the inflected forms of the vocabulary's own lemmas.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.core.claim import Sign
from sayso.lexicon.table import table
from sayso.read.parse import Word

SIGNS: dict[str, int] = {"+": 1, "-": -1, "?": 0}
MARKS: dict[int, Sign] = {1: "+", -1: "-", 0: "?"}
AGENT, THING, CIRCUMSTANCE, EVENT = 0, 1, 2, 3  # a person or body; a thing; what somebody does; an event or a state
_RANKS = {"any": AGENT, "deed": CIRCUMSTANCE, "event": EVENT}
_VOWELS = "aeiou"
_ARTICLES = frozenset({"a", "an", "the"})


@dataclass(frozen=True, slots=True)
class Frame:
    """How one verb puts an influence: ``tail`` are the words after the verb that belong to it (particle, noun, preposition);
    ``reverse`` where the object is the cause; ``rank`` the least the cause must be."""

    verb: str
    tail: tuple[str, ...]
    sign: int
    reverse: bool
    rank: int


@dataclass(frozen=True)
class Vocabulary:
    """All signals. ``frames`` lists a verb's frames, the longest tail first; ``forms`` maps inflected forms to lemmas."""

    frames: dict[str, tuple[Frame, ...]]
    forms: dict[str, str]
    passive: frozenset[tuple[str, str]]
    nouns: dict[str, int]
    nouns_in: dict[str, int]
    nouns_last: dict[str, int]
    modifiers: dict[str, int]
    levels: dict[str, int]
    moves: dict[str, int]
    move_particles: dict[tuple[str, str], int]
    states: dict[str, int]
    measures: frozenset[str]
    general: frozenset[str]
    adjectives: dict[str, int]
    agents: frozenset[str]
    events: frozenset[str]
    event_endings: tuple[str, ...]


def inflections(lemma: str, irregular: dict[str, list[str]]) -> Iterator[str]:
    """The forms of a regular English verb, both spellings of a doubled consonant, and those the table adds."""
    yield lemma
    yield from irregular.get(lemma, ())
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        yield lemma + "es"
    elif lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        yield lemma[:-1] + "ies"
        yield lemma[:-1] + "ied"
        yield lemma + "ing"
        return
    yield lemma + "s"
    if lemma.endswith("e"):
        yield lemma + "d"
        yield (lemma if lemma.endswith("ee") else lemma[:-1]) + "ing"
        return
    stems = [lemma]
    if (
        len(lemma) > 2
        and lemma[-1] not in "aeiouwxy"
        and lemma[-2] in _VOWELS
        and (lemma[-3] not in _VOWELS or lemma[-1] == "l")
    ):
        stems.append(lemma + lemma[-1])
    for stem in stems:
        yield stem + "ed"
        yield stem + "ing"


def _frames(classes: list[dict[str, Any]]) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, dict[tuple[str, ...], Frame]] = {}
    for group in classes:
        for entry in group["verbs"]:
            verb, *tail = (word for word in entry.split() if word not in _ARTICLES)
            frame = Frame(verb, tuple(tail), SIGNS[group["sign"]], group["frame"] == "<", _RANKS[group["subject"]])
            found.setdefault(verb, {}).setdefault(frame.tail, frame)
    return {verb: tuple(sorted(of.values(), key=lambda frame: -len(frame.tail))) for verb, of in found.items()}


def _signed(entry: dict[str, list[str]]) -> dict[str, int]:
    return {word: sign for key, sign in (("up", 1), ("down", -1)) for word in entry[key]}


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of ``causal.toml`` and ``direction.toml``, read once."""
    causal, direction = table("causal"), table("direction")
    frames, moves = _frames(causal["verbs"]), _signed(direction["verb"])
    passive = [tuple(entry.split()) for entry in causal["passive"]["plus"]]
    lemmas = sorted(
        {*frames, *(move.split()[0] for move in moves), *(verb for verb, _ in passive), "be", "have", "make", "see"}
    )
    forms: dict[str, str] = {}
    for lemma in lemmas:
        for form in inflections(lemma, causal["irregular"]):
            forms.setdefault(form, lemma)
    return Vocabulary(
        frames=frames,
        forms=forms,
        passive=frozenset((verb, prep) for verb, prep in passive),
        nouns=_signed(direction["noun"]),
        nouns_in=_signed(direction["noun_in"]),
        nouns_last=_signed(direction["noun_last"]),
        modifiers=_signed(direction["modifier"]),
        levels={**_signed(direction["level"]), **_signed(direction["modifier"])},
        moves={move: sign for move, sign in moves.items() if " " not in move},
        move_particles={(m.split()[0], m.split()[1]): sign for m, sign in moves.items() if " " in m},
        states=_signed(direction["state"]),
        measures=frozenset(direction["measure"]["nouns"]),
        general=frozenset(direction["general"]["nouns"]),
        adjectives={
            **dict.fromkeys(causal["adjective"]["plus"], 1),
            **dict.fromkeys(causal["adjective"]["minus"], -1),
        },
        agents=frozenset(causal["agent"]["nouns"]),
        events=frozenset(causal["event"]["nouns"]),
        event_endings=tuple(causal["event"]["endings"]),
    )


@cache
def entries(section: str, key: str) -> frozenset[str]:
    """A list of the causal vocabulary, as it is written there."""
    return frozenset(table("causal")[section][key])


def fits(verb: Word, frame: Frame) -> bool:
    """Whether the verb's particles belong to the frame: "weigh in on" is no "weigh on", "lead up to" no "lead to"."""
    return all(
        below.lower in frame.tail
        for below in verb.children
        if below.dep == "prt" or (below.i == verb.i + 1 and below.lower in ("up", "back") and not below.children)
    )


def lemma(word: Word) -> str:
    """The word's lemma as the vocabulary knows it: the parser's if it is there, else by its inflected form."""
    known = vocabulary()
    if word.lemma in known.frames or word.lemma in known.moves:
        return word.lemma
    return known.forms.get(word.lower, word.lemma)
