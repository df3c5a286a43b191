"""Denials as sentences word them: who says of something that it is not so, and from where on it is what is denied.

The reader knows the verbs of denial; here are the turns of phrase that deny without one ("dismissed the claim that",
"… is baseless, the mayor said"). Invariant: nothing is a denial without a word for it in the passage.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.lexicon.table import either, table
from sayso.weigh.terms import term


@dataclass(frozen=True, slots=True)
class Denial:
    """``who`` denies, where the turn of phrase tells (else whoever the passage credits); what stands from ``start`` on in
    the passage is denied."""

    who: str | None
    start: int


@lru_cache(maxsize=1 << 14)
def denial_in(text: str) -> Denial | None:
    """The denial a passage consists of, if it is one. A concession ("although X denied it, …") is not what it consists of."""
    if not _worth_a_look().search(text) or _CONCESSION.match(text):
        return None
    opened, called, of_noun, untrue = _patterns()
    for pattern in (opened, called):
        match = pattern.match(text)
        if match and not _SEVERAL.search(match["who"]):
            return Denial(_plain(match["who"]), match.end("verb"))
    match = of_noun.search(text)
    if match:
        return Denial(_plain(match["who"]) if match["who"] else None, match.start())
    match = untrue.search(text)
    return Denial(None, match.end()) if match else None


@cache
def denial_terms() -> frozenset[str]:
    """The terms a denial is worded with, which say nothing of what is denied."""
    lists = table("weighing")["denials"]
    words = (word for name in ("verbs", "nouns", "untrue") for entry in lists[name] for word in entry.split())
    return frozenset(filter(None, map(term, words)))


@cache
def negations() -> re.Pattern[str]:
    """Finds the words that negate."""
    return re.compile(rf"\b(?:{either(table('weighing')['denials']['negations'])})\b|n[’']t\b", re.IGNORECASE)


_CONCESSION = re.compile(r"[“\"]?(?:Even though|Although|Though|While|Whereas|Despite|In spite of)\b")
_WORD = r"(?: (?!(?:that|and|but|who|which)\b)[\w’'.-]+)"  # of the clause that denies
_SEVERAL = re.compile(r"\b(?:that|said|says|told|and|but|who|which|if|when)\b")


def _plain(who: str) -> str:
    return re.sub(r"^(?:The|A|An|the|a|an) ", "", who.strip())


@cache
def _worth_a_look() -> re.Pattern[str]:
    lists = table("weighing")["denials"]
    return re.compile(rf"\b(?:{either((*lists['verbs'], *lists['untrue']))})\b", re.IGNORECASE)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    lists = table("weighing")["denials"]
    verbs, nouns, untrue, calling = (either(lists[name]) for name in ("verbs", "nouns", "untrue", "calling"))
    who = r"(?P<who>[A-ZÀ-Þ][^,;:.!?“”\"]{1,80}?)"
    adverbs = r"(?: (?:has|have|had|also|again|\w+ly))*"
    return (
        re.compile(
            rf"{who}{adverbs} (?P<verb>{verbs})\b"
            rf"{_WORD}{{0,5}} (?:that\b|(?:{nouns})\b{_WORD}{{0,4}} (?:that|of)\b)"
        ),
        re.compile(rf"{who}{adverbs} (?P<verb>{calling})\b.{{0,20}}\b(?:{nouns})\b.{{1,300}}\b(?:{untrue})\b"),
        re.compile(
            rf"\b(?:{nouns})(?: (?:by|from) [^,;:.!?]{{2,60}}?)? (?:that|of)\b.{{1,300}}"
            r"\b(?:is|are|was|were|as|been|being)(?: \w+ly)? "
            rf"(?:an? |the )?(?:\w+ )?(?:{untrue}|{verbs})\b(?: by (?:the )?(?P<who>[^,;:.!?“”\"]{{2,80}}))?",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:{untrue})\b(?: (?:to say|to claim|in the (?:{nouns})))? that\b", re.IGNORECASE),
    )
