"""Looking things up in what was weighed: the finding, figure or source that words mean, with all that stands behind it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.core.claim import Claim
from sayso.core.finding import Contradiction, Finding, Note, Reconciled, Source, Weighed
from sayso.core.passage import Span
from sayso.lexicon.names import key

_HEX = re.compile(r"[0-9a-f]{4,64}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence behind a finding: where it stands, whose word it is, and whether it speaks against it."""

    document: str
    passage: Span
    claim: str
    origin: str
    against: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """One finding with its sentences, the contradictions it is part of, the notes on its claims, and its reconciled figure."""

    finding: Finding
    sentences: tuple[Sentence, ...]
    contradictions: tuple[Contradiction, ...]
    notes: tuple[Note, ...]
    figure: Reconciled | None


def find(weighed: Weighed, words: str) -> list[Finding]:
    """The findings that words name: by an id or its beginning, that of a claim of theirs, or all the words of what they say;
    those that most say come first."""
    wanted = words.strip()
    if _HEX.fullmatch(wanted):
        by_id = [finding for finding in weighed.findings if finding.id.startswith(wanted) or wanted in finding.claims]
        if by_id:
            return by_id
    said = set(key(wanted).split())
    found = [one for one in weighed.findings if said and said <= set(key(one.proposition).split())]
    return sorted(found, key=lambda one: (-len(one.origins), -len(one.documents), one.proposition, one.id))


def answer(weighed: Weighed, finding: Finding, claims: Mapping[str, Claim]) -> Answer:
    """Everything behind a finding; its sentences in order of document and position, those for it first."""
    origin = dict(weighed.origins)
    rows = [(id_, False) for id_ in finding.claims] + [(id_, True) for id_ in finding.against]
    sentences = [
        Sentence(claims[id_].document, claims[id_].passage, id_, origin.get(id_, ""), against)
        for id_, against in rows
        if id_ in claims
    ]
    sentences.sort(key=lambda one: (one.against, one.document, one.passage, one.claim))
    concerned = {*finding.claims, *finding.against}
    return Answer(
        finding=finding,
        sentences=tuple(sentences),
        contradictions=tuple(one for one in weighed.contradictions if finding.id in one.findings),
        notes=tuple(note for note in weighed.notes if concerned.intersection(note.claims)),
        figure=next((one for one in weighed.figures if finding.id in one.findings), None),
    )


def find_source(weighed: Weighed, words: str) -> Source | None:
    """The source the words name: by its name, one of its wordings, or the one name that contains them."""
    wanted = key(words)
    other = {key(wording): row.name for row in weighed.names for wording, _ in row.wordings}
    for source in weighed.sources:
        if key(source.name) == wanted or source.name == other.get(wanted):
            return source
    within = [source for source in weighed.sources if set(wanted.split()) <= set(key(source.name).split())]
    return within[0] if wanted and len(within) == 1 else None
