"""Whose word a claim is, as its own sentence tells: the reader's chains, put in order and made whole.

The reader sees each credit by itself; here those of one sentence are set in order ("A reported, citing B" is B's word, carried
by A), names cut short are made whole, and credits no reader can miss are added. Invariant: no name stands here that does not
stand in the passage or in what the reader gave.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import takewhile

from sayso.core.claim import Claim, Modality, Voice
from sayso.lexicon.names import state_of
from sayso.lexicon.table import table
from sayso.weigh.denial import denial_in
from sayso.weigh.names import named
from sayso.weigh.terms import MONTHS, Bag, Terms, term

_SHORT = 3  # letters: words so short name nobody
_TITLE = 3  # words
Chain = tuple[tuple[str, str | None], ...]


def credited(claims: Sequence[Claim]) -> list[tuple[Claim, tuple[Chain, ...]]]:
    """Each claim with whose word it is. A claim without a credit in a sentence that credits one source rests on that source:
    the reader may have ended what the source says at a comma, and in doubt an echo is an echo. Who denies something there
    says nothing else."""
    heard: dict[int, dict[Voice, None]] = {}
    for claim in claims:
        heard.setdefault(claim.passage.start, {}).update(
            dict.fromkeys(voice for chain in (claim.attribution, *claim.also) for voice in chain)
        )
    given = [(claim, chains_of(claim, heard[claim.passage.start])) for claim in claims]
    of_passage: dict[tuple[int, bool], set[Chain]] = {}
    for claim, chains in given:
        of_passage.setdefault(_said_in(claim), set()).update(chains)
    return [
        (claim, chains or (tuple(found) if len(found := of_passage[_said_in(claim)]) == 1 else ()))
        for claim, chains in given
    ]


def _said_in(claim: Claim) -> tuple[int, bool]:
    return claim.passage.start, claim.modality is Modality.DENIED


def chains_of(claim: Claim, heard: Iterable[Voice] = ()) -> tuple[Chain, ...]:
    """The claim's chains of voices, names in full; "claimed the lives of" makes no source of what claimed them. ``heard`` are
    the voices that the reader found in its passage for other claims."""
    text = claim.passage.text
    lives = counts_lives(text)
    given = tuple(
        tuple(
            voice
            for voice in chain
            if not (lives and voice.cue in {"claimed", "claims", "claim", "claiming"}) and not _instrument(voice.name)
        )
        for chain in (claim.attribution, *claim.also)
    )
    given = _in_sequence(_of_passage(tuple(chain for chain in given if chain), text))
    chains = tuple(tuple((_in_full(voice.name, text), voice.date) for voice in chain) for chain in given)
    chains = _heard_by(_heard(text), chains)
    denial = denial_in(text)
    if denial and denial.who:
        return _denied_by(denial.who, chains)
    if denial:
        chains = tuple(
            chain[:-1] if len(chain) > 1 and (voices[-1].cue or "").lower() in _denied_nouns() else chain
            for voices, chain in zip(given, chains, strict=True)
        )  # "accusations by B are baseless, A said" is A's word
    cited = _cited(text)
    if cited and not _among(cited, chains):
        return tuple(
            chain if _rank(voices[-1].cue) == _CITES else (*chain, (cited, None))
            for voices, chain in zip(given, chains, strict=True)
        ) or (((cited, None),),)
    told = _told_last(text, (*heard, *(voice for chain in given for voice in chain)))
    if told and not _among(told, chains):
        return (((told, None),),)
    if not chains:
        missed = _UNSEEN.search(text)
        chains = (((next(filter(None, missed.groups())), None),),) if missed else ()
    return chains


def _told_last(text: str, voices: Iterable[Voice]) -> str | None:
    """Who is named at a passage's end as having said it. The verb whose subject the reader found ahead of it ("Ann Bode, the
    mayor, said …") is followed by what is said, not by who says it."""
    if match := _TOLD_LAST.search(text):
        return match[1]
    match = _SAID_LAST.search(text)
    if match and any(voice.cue == match["says"] and voice.name in text[: match.start()] for voice in voices):
        return None
    return match["who"] if match else None


@cache
def _denied_nouns() -> frozenset[str]:
    return frozenset(table("weighing")["denials"]["nouns"])


def _heard(text: str) -> str | None:
    """Whom somebody told it, by name."""
    match = _TOLD_TO.search(text)
    return match[1] if match and not _DAY.search(match[1]) else None


def _heard_by(name: str | None, chains: tuple[Chain, ...]) -> tuple[Chain, ...]:
    """The chains with whoever was told it before whoever told it."""
    if not name:
        return chains
    return tuple(
        tuple(sorted(chain, key=lambda voice: voice[0] != name))
        if any(voice == name for voice, _ in chain)
        else ((name, None), *chain)
        for chain in chains
    )


def counts_lives(text: str) -> bool:
    """Whether what "claims" in a passage are not words but lives."""
    return bool(_LIVES.search(text))


@lru_cache(maxsize=1 << 14)
def _instrument(name: str) -> bool:
    """Whether a "source" is a thing that shows something: whoever reads the gauges is the source, not the gauges."""
    head = re.split(r" (?:on|of|from|in|at|by|near) ", name.removeprefix("the "), maxsplit=1)[0].split()
    plain = len(head) == 1 or all(word.islower() for word in head)
    return bool(head) and plain and head[-1].lower() in table("witnesses")["instruments"]


def _cited(text: str) -> str | None:
    """Whom a passage cites beyond doubt, named."""
    for pattern in _CITED:
        match = pattern.search(text)
        if match and named(match[1]) and not _DAY.search(match[1]) and not _OWN_CLAUSE.search(text, 0, match.start()):
            return match[1]
    return None


def _among(name: str, chains: tuple[Chain, ...]) -> bool:
    """Whether a name, or one that shares a word with it, stands in one of the chains."""
    words = {word for word in name.lower().split() if len(word) > _SHORT}
    return any(words & set(voice.lower().split()) for chain in chains for voice, _ in chain)


def _of_passage(chains: tuple[tuple[Voice, ...], ...], text: str) -> tuple[tuple[Voice, ...], ...]:
    """Where the passage itself credits somebody, those whom only the sentences beside it credit are left out."""
    here = tuple(chain for chain in chains if any(voice.cue and voice.cue in text for voice in chain))
    return here or chains


def _denied_by(who: str, chains: tuple[Chain, ...]) -> tuple[Chain, ...]:
    """The chains with who denies at their end, unless one of them ends there already."""
    words = set(who.lower().split())
    if any(words & set(chain[-1][0].lower().split()) for chain in chains):
        return chains
    return tuple((*chain, (who, None)) for chain in chains) or (((who, None),),)


def _in_sequence(chains: tuple[tuple[Voice, ...], ...]) -> tuple[tuple[Voice, ...], ...]:
    """Credits that stand side by side in one sentence, set in order: who cites, then who is cited."""
    if len(chains) < 2:
        return chains
    ranks = [_rank(chain[-1].cue) for chain in chains]
    last = max(ranks)
    if min(ranks) == last:
        return chains
    carriers = tuple(
        voice for rank, chain in sorted(zip(ranks, chains, strict=True), key=_first) if rank < last for voice in chain
    )
    return tuple((*carriers, *chain) for rank, chain in zip(ranks, chains, strict=True) if rank == last)


def _first(row: tuple[int, tuple[Voice, ...]]) -> int:
    return row[0]


_CITES = 2


def _rank(cue: str | None) -> int:
    """0 for who is said to have cited, 1 for who says, 2 for who is cited. What "per" credits stands beside others so credited
    in a sentence, each for its own part; who says may say it on the word of who is cited."""
    words = (cue or "").lower()
    if re.search(r"\b(?:cited|quoted|reported|carried|relayed) (?:by|in)\b", words):
        return 0
    return (
        _CITES
        if re.search(r"\b(?:citing|cit(?:ed|es)|quoting|quot(?:ed|es)|according to|per|referring to)\b", words)
        else 1
    )


_DAY = re.compile(rf"\b(?:{MONTHS})\b(?: \d|$)")  # "according to a 3 May, 2021, statement"
_LIVES = re.compile(r"\bclaim(?:s|ed|ing)?\b(?: \S+){0,3} (?:lives|life)\b")


@lru_cache(maxsize=1 << 15)
def _in_full(name: str, text: str) -> str:
    """A source's name without what is no part of it ("week, Tidewater Post"), and with the capitalised words next to it
    where it is no more than a common noun ("Federation")."""
    before, comma, after = name.rpartition(", ")
    if comma and before[:1].islower() and after.removeprefix("the ")[:1].isupper():
        name = after.removeprefix("the ")
    if " " in name or name.lower() not in _heads():
        return name
    word = r"[A-ZÀ-Þ][\w’'-]*"
    more = rf"(?: (?:of|for) (?:the )?{word}(?: {word})*| \d+)?"
    of = rf"(?:{word} of the )?" if name.lower() in table("weighing")["sources"]["quarters"] else ""
    found = re.search(rf"(?:{word} )*{of}\b{re.escape(name)}\b{more}", text)
    return found[0].removeprefix("The ") if found else name


@cache
def _heads() -> frozenset[str]:
    return frozenset(table("weighing")["sources"]["heads"])


_NAMED = r"[A-ZÀ-Þ][\w’'-]*(?: (?:of|for|and|the|on) [A-ZÀ-Þ][\w’'-]*| [A-ZÀ-Þ][\w’'-]*){0,6}"
_WORK = r"(?:(?:an? |the |its |their |his |her )?(?:[a-z-]+ ){0,3}(?:by|from|of) )?"  # "a study by", "remarks of"
_LISTS = table("weighing")["credit"]
_SAYS, _LAST, _QUOTED_AS, _COUNTED, _RECKONING = (
    f"(?:{'|'.join(_LISTS[name])})" for name in ("says", "last", "quoted_as", "counted", "reckoning")
)
_OWN_WORK = rf"['’]s? (?:own )?{_RECKONING}\b"
_CREDIT = re.compile(
    rf"\b(?:[Aa]ccording to|[Cc]iting|cited by|[Qq]uoting|[Pp]er|[Aa]s|referring to) {_WORK}(?:the )?({_NAMED})"
    rf"|\b(?:[Bb]y|[Ii]n) (?:the )?({_NAMED}){_OWN_WORK}"
)
_ANYBODY = r"(?:the )?((?!it\b|he\b|she\b|they\b|we\b)[^\W\d][^,;:.!?“”\"]{2,60}?)"
_UNSEEN = re.compile(  # what credits somebody beyond doubt, though the reader may have missed it
    rf"\b(?:[Aa]ccording to (?:the )?({_NAMED})|[Aa]s (?:the )?({_NAMED}) {_SAYS}\b)"
    rf"|\b[Bb]y {_ANYBODY}{_OWN_WORK}"
    rf"|^(?:The )?({_NAMED})(?:, an? [^,.]{{3,60}},)? (?:has |have |had )?"
    rf"{_COUNTED}\b"
    rf"|^[^.!?]{{20,}}: ({_NAMED})(?: (?:reports?|study|survey|officials?|police|says?|sources?))?$"  # a headline
    rf"|^As {_ANYBODY} {_SAYS}\b|^It was {_ANYBODY} (?:that|who|which) (?:first )?{_SAYS}\b|^In the words of {_ANYBODY},"
)
_PAPER = rf"(?:(?:an? |the )?(?:[\w-]+ ){{0,3}}(?:{'|'.join(table('publications')['nouns'])}) (?:by|from|of) )?"
# What a credit at the end is for.
_OWN_CLAUSE = re.compile(r", (?:which|who|whose|where|while|whereas|although|but)\b[^,]*$")
_SOMEBODY = _PAPER + r"(?:the )?((?!(?:it|he|she|they|its|his|her|their|our)\b)[^\W\d][^,;:.“”\"]{1,60}?)"
_CITED = tuple(  # what cites somebody beyond doubt, wherever it stands in the sentence
    map(
        re.compile,
        (
            # "The Gazette, quoting the harbour master, wrote that …"
            rf", (?:citing|quoting|referring to) {_SOMEBODY}, {_SAYS} that\b",
            rf"\b(?:cit|quot)(?:ed|es|ing) {_SOMEBODY} as {_QUOTED_AS}\b",
            rf",? (?:citing|quoting) {_SOMEBODY}\.?$",
            rf"^(?:According to|Per|Citing|Quoting) {_SOMEBODY}, ",
            rf", (?:according to|as per|per) {_SOMEBODY}\.?$",
        ),
    )
)
_TOLD_TO = re.compile(rf"\btold (?:the |its |a |an )?(?:[a-z-]+ ){{0,3}}({_NAMED})")
_SAID_LAST = re.compile(  # "…, said the harbour master.", "…, reports the Gazette."
    rf",[”\"’]? (?P<says>{_LAST}) (?!that\b)(?:the )?"
    rf"(?P<who>{_NAMED}|[^\W\d_][^,;:.!?“”\"]{{2,50}})\.?$"
)
_TOLD_LAST = re.compile(  # "…, a statement by the ministry said.", "…, the governor told reporters on Monday."
    rf",[”\"’]? (?:an? (?:\w+ )?(?:statement|report|study|survey|spokes\w+) (?:by|from|of|for) )?(?:the )?"
    rf"((?!it\b|he\b|she\b|they\b|we\b|which\b|who\b|and\b|but\b|as\b)[^\W\d][^,;:.!?“”\"]{{1,50}}?) {_SAYS}"
    r"(?: (?:on|in|to|at|during|after|late|last|earlier|reporters|journalists)\b[^,“”\"]{0,60})?\.?$"
)


def hints(text: str) -> tuple[str, ...]:
    """The names a passage credits in so many words, whether or not the reader saw it."""
    return tuple(dict.fromkeys(next(filter(None, match.groups())) for match in _CREDIT.finditer(text)))


def credited_only(voices: Bag, passage: Terms) -> Bag:
    """The terms of the voices that a passage has but to credit them: what it has twice it may be about, too."""
    return frozenset(word for word in voices if passage.words.count(word) < 2)


def titles(text: str, chains: tuple[Chain, ...]) -> Bag:
    """The terms of what stands before the name of a voice to tell who it is: "Prime Minister", "opposition lawmaker". Right
    before the name stands a noun for somebody or a word written like a name; what else stands there is told of it."""
    found: list[str] = []
    for name in (name for chain in chains for name, _ in chain if name):
        for ahead in text.split(name)[:-1]:
            before = ahead.split()[-_TITLE:] if ahead[-1:].isspace() else []
            if before and (before[-1].istitle() or before[-1] in _people()):
                found += takewhile(lambda word: word.isalpha() and term(word) and not state_of(word), reversed(before))
    return frozenset(map(term, found))


@cache
def _people() -> frozenset[str]:
    return frozenset(table("reporting")["nouns"]["people"])
