"""Claims as sentences. Verbs are in number with their subject: "Kenya is part of the union", "Kenyan firms supply Mali"."""

import re
from functools import cache

from sayso.core.claim import Sign
from sayso.lexicon.table import table, words

MOVES: dict[Sign, str] = {"+": "raises", "-": "lowers", "?": "affects"}
_BEHIND = re.compile(r" (?:of|in|from|at|for|with|close|aligned|linked)\b| \(")
_OF = re.compile(r" (?:of|in|on|to|for|by|with|from|at|against|between|over|under|about|among) ")
_THAT = re.compile(r"^(?:that|whether)(?: that)? (?=\S)")
_QUOTES = "”\"’'"
_MARKS = ",;:–—- "
_ONE = ("ss", "us", "is", "ics", "news")  # endings of nouns in the singular


def tie_sentence(a: str, relation: str, b: str) -> str:
    return f"{a} {_verb(table('ties')['sentences'], relation, a)} {b}"


def act_sentence(actor: str, action: str, target: str | None) -> str:
    """What somebody does to somebody; of an act without a target, the deed alone."""
    verb = _verb(table("acts")["sentences"], action, actor)
    return f"{actor} {verb} {target}" if target else f"{actor} {verb.split(' ')[0]}"


def influence_sentence(cause: str, sign: Sign, effect: str) -> str:
    """``storms raise displacement``, ``water treatment lowers cases``."""
    return f"{cause} {_agreeing(MOVES[sign], cause)} {effect}"


def rises(variable: str) -> str:
    """``rise`` of several, else ``rises``."""
    return _agreeing("rises", variable)


def _agreeing(verb: str, variable: str) -> str:
    head = _OF.split(variable)[0]
    return verb.removesuffix("s") if " and " in head or is_many(head) else verb


def stated(text: str) -> str:
    """What a statement states, to stand by itself: without the "that" before it and the comma behind."""
    words = _THAT.sub("", " ".join(text.split()))
    quote = words[-1:] if words.endswith(tuple(_QUOTES)) else ""
    return words.removesuffix(quote).rstrip(_MARKS) + quote or words


def _verb(sentences: dict[str, list[str]], kind: str, subject: str) -> str:
    """The verb in the singular or plural; a kind that the vocabulary does not know stands as it is."""
    one, many = sentences.get(kind, (kind, kind))
    return many if is_many(subject) else one


def is_many(name: str) -> bool:
    """Whether a name is that of several: its last noun is a common one in the plural. A proper name is one."""
    whole = _BEHIND.split(name, maxsplit=1)[0]
    noun = whole.rsplit(" ", 1)[-1]
    if not noun.islower() and (noun != whole or noun.lower() not in _groups()):
        return False
    noun = noun.lower()
    return noun in _irregular() or (noun.endswith("s") and not noun.endswith(_ONE))


@cache
def _groups() -> frozenset[str]:
    """Groups that open a sentence have a capital and are no proper name for it."""
    return words("actors", "groups") | words("actors", "roles")


@cache
def _irregular() -> frozenset[str]:
    return words("measuring", "plural") | words("measuring", "singular")
