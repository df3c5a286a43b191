"""Which way a verb's influence goes: by the verb, by what it acts on, how, and whether it is denied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.lexicon.table import table, words
from sayso.read.grammar.influences.link import Link
from sayso.read.grammar.influences.nouns import adjective_sign
from sayso.read.grammar.influences.signals import Frame, entries, lemma, vocabulary
from sayso.read.grammar.influences.subject import is_agent, is_harm
from sayso.read.grammar.influences.thing import head_of
from sayso.read.grammar.phrase import child, children
from sayso.read.parse import Word

_VALUED = ("striking", "threatening", "containing")  # sections of causal.toml


@cache
def _idioms(verb: str) -> frozenset[str]:
    return frozenset(table("causal")["idiom"].get(verb, ()))


def otherwise(verb: str, target: Word) -> bool:
    """Whether with this object the verb says something else: "changed hands", "imposes itself"."""
    return target.lemma.lower() in _idioms(verb) or target.lower.endswith(("self", "selves"))


def sign_of(verb: Word, frame: Frame, signal: Sequence[Word], target: Word) -> int:
    """The sign of a verb in a frame, before its ends' own directions."""
    victims = is_agent(target) or target.pos == "NUM" or target.lemma == "life"
    if frame.verb in entries("victims", "verbs") and victims:
        return 1
    sign = frame.sign
    for noun in signal[1:]:
        if noun.pos == "NOUN":
            sign = adjective_sign(noun, sign)
    return sign or manner(verb)


def manner(verb: Word) -> int:
    """Which way "badly affected", "influenced favourably" says it goes; 0 if it does not."""
    for adverb in children(verb, "advmod"):
        name = "bad" if adverb.lower == "badly" else adverb.lower.removesuffix("ly")
        if adverb.lower.endswith("ly") and (way := vocabulary().adjectives.get(name, 0)):
            return way
    return 0


def kept_out(verb: Word, frame: Frame) -> bool:
    """Whether the verb denies that its subject lets something be, and so says that it prevents it."""
    return frame.verb in entries("letting", "verbs") and child(verb, "neg") is not None


def valued(link: Link) -> Link:
    """The link with the sign that its ends' value gives its verb. What worsens relations leaves less of them, what worsens hunger
    more; harvests that a drought affects are fewer; what threatens losses brings them. What contains no harm acts on nothing."""
    verb = lemma(link.signal[0]) if link.signal else ""
    if link.plain and any(otherwise(verb, head_of(effect)) for effect in link.effects):
        return replace(link, effects=[])
    if verb in words("direction", "worsening"):
        good = all(head_of(effect).lemma.lower() in words("direction", "good") for effect in link.effects)
        return replace(link, sign=-1) if good else link
    kind = next((kind for kind in _VALUED if verb in entries(kind, "verbs")), "")
    if not kind:
        return link
    bad = any(is_harm(head_of(effect)) for effect in link.effects)
    if kind == "containing":
        return link if bad else replace(link, effects=[])
    if kind == "threatening":
        return replace(link, sign=1) if bad else link
    harmed = link.sign == 0 and any(cause.direction > 0 and is_harm(head_of(cause)) for cause in link.causes)
    return replace(link, sign=-1) if harmed and not bad else link
