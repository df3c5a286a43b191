"""One name for one actor or source, across documents. The analyst's word wins; a wording that could be two names stays as it is.

Invariant: the table does not depend on the order in which names are seen.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import combinations

from sayso.core.finding import Naming
from sayso.lexicon.names import canonical, fold, key, lookup, state_of
from sayso.lexicon.nouns import singular
from sayso.lexicon.table import table, words
from sayso.weigh.terms import term

_SAID_ON = re.compile(r" on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_BRACKET = re.compile(r"^(.*\S) \(([A-Z][\w.-]{1,11})\)?$")


class Names:
    """Resolves wordings to names. ``merges`` gives each name its other wordings, ``splits`` groups that are not to be joined."""

    def __init__(
        self,
        mentioned: Iterable[str],
        acronyms: Iterable[tuple[str, str]] = (),
        merges: Mapping[str, Sequence[str]] | None = None,
        splits: Sequence[Sequence[str]] = (),
    ) -> None:
        self._ground: dict[str, dict[str, str]] = defaultdict(dict)
        self._ambiguous: dict[str, tuple[str, ...]] = {}
        self._apart = {frozenset((key(a), key(b))) for group in splits for a in group for b in group if a != b}
        self._merged = {key(wording): name for name, others in (merges or {}).items() for wording in (name, *others)}
        self._of: dict[str, str] = {}
        told = set(mentioned)
        pairs = {
            (match[2], match[1]) for match in map(_BRACKET.match, told) if match and not names_other(match[2], match[1])
        }
        self._join(sorted(map(plain, told)), sorted({(short, plain(full)) for short, full in pairs | set(acronyms)}))
        for wording in sorted(told):
            if (bare := plain(wording)) != wording and key(bare) in self._of:
                self._ground[self._of[key(bare)]][wording] = "spelling"
        self._cache: dict[str, str] = {}

    def name(self, wording: str) -> str:
        """The one name a wording stands for."""
        found = self._cache.get(wording)
        if found is None:
            found = self._cache[wording] = self._resolve(wording)
        return found

    def borne(self, wording: str) -> bool:
        """Whether anybody in the case goes by a wording."""
        return key(plain(wording)) in self._of

    def _resolve(self, wording: str) -> str:
        wording = plain(wording)
        at = key(wording)
        if at in self._merged:
            return self._merged[at]
        found = self._of.get(at, "")
        if not found:
            found = canonical(wording) or wording
        return self._merged.get(key(found), found)

    def table(self) -> tuple[Naming, ...]:
        """Every name that has more than one wording, and every wording left open."""
        for name, others in sorted(self._given().items()):
            for wording in others:
                self._ground[name][wording] = "analyst"
        rows = [
            Naming(name, tuple(sorted(grounds.items())))
            for name, grounds in self._ground.items()
            if any(w != name for w in grounds)
        ]
        rows += [Naming(wording, (), others) for wording, others in self._ambiguous.items()]
        return tuple(sorted(rows, key=lambda row: (row.name, row.ambiguous)))

    def _given(self) -> dict[str, list[str]]:
        given: dict[str, list[str]] = defaultdict(list)
        for wording, name in self._merged.items():
            if wording != key(name):
                given[name].append(wording)
        return given

    def _join(self, mentioned: list[str], acronyms: list[tuple[str, str]]) -> None:
        by_key: dict[str, list[str]] = defaultdict(list)
        for wording in mentioned:
            by_key[key(wording)].append(wording)
        full_of = self._acronyms(by_key, acronyms)
        chosen = {at: _best(wordings) for at, wordings in by_key.items()}
        short_of = self._shortened(chosen)
        group_of = _groups(sorted(by_key))
        for at, wordings in by_key.items():
            final, ground = at, "spelling"
            for step, why in (
                (full_of, "acronym" if wordings[0].isupper() else "short form"),
                (short_of, "part of the name"),
                (group_of, "of the group"),
            ):
                onward = step.get(final)
                if onward and frozenset((at, onward)) not in self._apart:
                    final, ground = onward, why
            name = chosen.get(final) or final
            self._of[at] = name
            for wording in wordings:
                self._ground[name][wording] = ground if final != at else "spelling"

    def _acronyms(self, by_key: dict[str, list[str]], introduced: list[tuple[str, str]]) -> dict[str, str]:
        """Acronym to full name: as a text introduces it, else by the first letters of exactly one known name."""
        found: dict[str, set[str]] = defaultdict(set)
        for short, full in introduced:
            found[key(short)].add(key(full))
            by_key.setdefault(key(full), [canonical(full)])
        initials: dict[str, set[str]] = defaultdict(set)
        for at in by_key:
            parts = [word for word in at.split() if word not in {"of", "the", "for", "and", "on", "in"}]
            if len(parts) > 1:
                initials["".join(word[0] for word in parts)].add(at)
                initials["".join(word if len(word) < 3 else word[0] for word in parts)].add(
                    at
                )  # "UN Wool Office": UNWO
        for at, wordings in by_key.items():
            if at not in found and len(at) > 2 and " " not in at and any(w.isupper() for w in wordings):
                found[at] |= initials.get(at, set())
        settled: dict[str, str] = {}
        for short, fulls in sorted(found.items()):
            whole = _one_body(short, fulls)
            if whole:
                settled |= dict.fromkeys(sorted({short} | fulls - {whole}), whole)
            elif fulls:
                self._ambiguous[by_key[short][0] if short in by_key else short] = tuple(sorted(fulls))
        return settled

    def _shortened(self, chosen: dict[str, str]) -> dict[str, str]:
        """A surname, or a name without its country or legal form, to the one longer name it ends (or begins): a company goes by
        the first word of its name. A place is short for nothing ("Kenya" for "Radio Kenya")."""
        longer: dict[str, set[str]] = defaultdict(set)
        for at, name in chosen.items():
            parts = at.split()
            if 2 <= len(parts) <= 4 and name.istitle() | all(word[:1].isupper() for word in name.split()):
                corporate = parts[-1] in table("witnesses")["stand_in"]["corporate"]
                longer[parts[0] if corporate and not lookup(name.split()[0]) else parts[-1]].add(at)
        found = {}
        for at, name in sorted(chosen.items()):
            if " " in at or at not in longer or not name[:1].isupper() or name.isupper() or lookup(name):
                continue
            options = longer[at]
            if len(options) == 1:
                found[at] = next(iter(options))
            else:
                self._ambiguous[name] = tuple(sorted(chosen[option] for option in options))
        for at in sorted(chosen):
            parts = at.split()
            if len(parts) > 2 and key(parts[0]) != parts[0] and " ".join(parts[1:]) in chosen:
                found.setdefault(at, " ".join(parts[1:]))
        return found


def _groups(known: Sequence[str]) -> dict[str, str]:
    """The wordings of a group to its plural: "Tuareg" and "Tuareg rebels" to "Tuaregs" where all three are named, and then
    other romanisations of that plural."""
    members = words("actors", "members")
    found: dict[str, str] = {}
    for at in known:
        name, _, member = at.partition(" ")
        if member in members and f"{name}s" in known:
            found |= {at: f"{name}s", name: f"{name}s"}
    plurals = {_romanised(plural): plural for plural in found.values()}
    for at in known:
        plural = plurals.get(_romanised(at))
        if plural is not None and at != plural:
            found.setdefault(at, plural)
    return found


def _romanised(name: str) -> str:
    """The name as it is whichever way its vowels were put into Latin letters ("Houssein", "Hussein")."""
    return name.replace("ou", "u").replace("oo", "u").replace("ee", "i")


def _one_body(short: str, fulls: set[str]) -> str:
    """The one full name of an acronym, of which all are longer and shorter wordings: the one that has its letters, or else the
    shortest; empty if they are of several bodies."""
    said = {full: frozenset(map(_sense, full.split())) for full in sorted(fulls, key=lambda full: (len(full), full))}
    if any(not (one <= other or other <= one) for one, other in combinations(said.values(), 2)):
        return ""
    spelt = (full for full in said if "".join(word[0] for word in full.split()) == short)
    return next(spelt, next(iter(said), ""))


def _sense(word: str) -> str:
    """A word of a name, by its state and in the singular: "Israeli Forces", "Israel Force"."""
    return state_of(word.title()) or term(singular(word))


def _best(wordings: list[str]) -> str:
    """The spelling to show: the canonical form of the wording with most letters beyond ASCII, then the longest."""
    shown = {canonical(wording) or wording for wording in wordings}
    return max(sorted(shown), key=lambda name: (name != fold(name), len(name)))


def names_other(short: str, full: str) -> bool:
    """Whether what stands in brackets after a name is a state that goes by another, as that which a university is in."""
    state = state_of(short)
    return state is not None and state != canonical(full)


def plain(wording: str) -> str:
    """The wording without an acronym in brackets after it and without the state that owns a body before it."""
    match = _BRACKET.match(wording)
    if match:
        wording = match[1]
    wording = _without_office(_SAID_ON.sub("", wording))
    owner, mark, body = wording.replace("’", "'").partition("'s ")
    if mark and lookup(owner) and " " in body and body[:1].isupper():
        return body
    return wording


def _without_office(wording: str) -> str:
    """The name of who holds an office; a body may have one in its name ("National Head Start Association")."""
    name = _office().sub("", wording)
    return wording if name.rpartition(" ")[2].lower() in words("actors", "organisation_words") else name


@cache
def _office() -> re.Pattern[str]:
    """Finds the office, and what it is of, before the name of who holds it: "Coalition Leader Ann Bode"."""
    offices = "|".join(table("witnesses")["offices"])
    return re.compile(rf"^(?:[A-Z][\w-]+ ){{1,5}}(?:{offices}) (?=[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ])")


@lru_cache(maxsize=1 << 15)
def named(source: str) -> bool:
    """Whether words for a source name it at all: "officials", "some analysts" and "pro-government media in the north" do not."""
    lists = table("weighing")["sources"]
    said = source.strip("\"'“”")
    plain = " ".join(word for word in said.lower().split() if word not in lists["modifiers"])
    if not plain or plain in lists["vague"] or _SHARE.match(said):
        return False
    head = _HEAD.split(said, maxsplit=1)[0].split()
    inner = head[1:] if head and head[0].lower() in lists["modifiers"] else head
    plainly = len(inner) == 1 or all(word.islower() for word in inner)
    return not (inner and plainly and inner[-1].lower() in lists["vague"])


_SHARE = re.compile(  # of people asked, who are no source: their poll is
    r"(?:about|nearly|almost|only|roughly|around|over|more than|just|fully)? ?(?:an? |the )?"
    r"(?:half|third|quarter|majorit(?:y|ies)|in \d+|(?:\d+|one|two|three|four|six|seven|nine) in (?:\d+|ten|five|four|three)"
    r"|\d+(?:\.\d+)? ?(?:%|per ?cent))\b",
    re.IGNORECASE,
)
_HEAD = re.compile(r",| (?:in|of|from|at|on|who|which|that|with|within|near|close|including|familiar|under) ")
