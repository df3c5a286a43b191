"""The sentences behind everything: what each claim's passage says, on whose word, and where it stands in its document's page.

Invariant: every place is an anchor that the document's own page has.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup, escape

from sayso.core.claim import Claim
from sayso.core.document import Document
from sayso.tell.marking import groups, stretches
from sayso.tell.page import page_name
from sayso.tell.paging import placed
from sayso.tell.ranking import foremost
from sayso.tell.view import AnalysisView
from sayso.tell.wording import stance, whose

FINDINGS = "findings.html"


class Sentence(NamedTuple):
    """A passage as a page quotes it. ``document`` is the place of its document in ``Evidence.documents``, ``who`` the whole
    chain it rests on. Written as it is, as a list."""

    document: int
    anchor: str
    text: str
    who: str
    stance: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A document as other pages name it."""

    path: str
    title: str
    page: str
    speaker: str


class Evidence:
    """Every claim's sentence, found by the claim's or the finding's id. ``sentences`` are in the order of the documents, each
    once, however many claims its words make; everywhere else a sentence is its place among them. ``findings`` are by id,
    the foremost first."""

    def __init__(self, view: AnalysisView) -> None:
        self.documents = [
            Cited(one.path, one.title or one.path, f"documents/{page_name(one.path)}", one.speaker)
            for one in view.documents
        ]
        self.findings = {one.id: one for one in sorted(view.weighed.findings, key=foremost)}
        self._files = placed(FINDINGS, "findings", list(self.findings))
        self._number = {one.path: at for at, one in enumerate(self.documents)}
        self.sentences: list[Sentence] = []
        self._of: dict[str, int] = {}
        self._said: dict[tuple[str, bool], list[int]] = {}
        self._quotes: dict[int, Markup] = {}
        self._find(view)

    def of_claims(self, ids: Iterable[str]) -> list[int]:
        """The sentences of claims, each once, in the order of the documents."""
        known = self._of
        return sorted({known[id_] for id_ in ids if id_ in known})

    def of_findings(self, ids: Iterable[str], *, against: bool = False) -> list[int]:
        """The sentences of the claims for some findings, or of those against them."""
        found = [self._of_finding(id_, against) for id_ in ids]
        return found[0] if len(found) == 1 else sorted({at for said in found for at in said})

    def _of_finding(self, id_: str, against: bool) -> list[int]:
        said = self._said.get((id_, against))
        if said is None:
            one = self.findings.get(id_)
            ids = (one.against if against else one.claims) if one else ()
            said = self._said[id_, against] = self.of_claims(ids)
        return said

    def quote(self, at: int) -> Markup:
        """A sentence as an item of a list, made once however many lists it stands in."""
        made = self._quotes.get(at)
        if made is None:
            made = self._quotes[at] = _quoted(self.sentences[at], self.documents[self.sentences[at].document])
        return made

    def finding(self, id_: str) -> str:
        """Where a finding stands in the dossier."""
        return f"{self._files.get(id_, FINDINGS)}#f-{id_}"

    def narrowed(self, ids: Iterable[str], label: str, value: str) -> str:
        """Where the first of some findings stands, with a filter set that only they pass."""
        files = {self._files.get(id_, FINDINGS) for id_ in ids}
        first = min(files, key=lambda file: (len(file), file), default=FINDINGS)  # findings.html, -2, -3, … -10
        return f"{first}#?{label}={quoted(value)}"

    def cited(self, path: str) -> Cited | None:
        at = self._number.get(path)
        return None if at is None else self.documents[at]

    def _find(self, view: AnalysisView) -> None:
        anchors = _anchors(view.documents, view.claims.values())
        claims = [claim for claim in view.claims.values() if claim.id in anchors]
        claims.sort(key=lambda one: (self._number[one.document], one.passage.start, one.passage.end, one.id))
        seen: dict[tuple[int, int, int, str, str], int] = {}
        for claim in claims:
            document = self._number[claim.document]
            who, how = whose(claim, self.documents[document].speaker), stance(claim)
            key = (document, claim.passage.start, claim.passage.end, who, how)
            at = seen.setdefault(key, len(self.sentences))
            if at == len(self.sentences):
                self.sentences.append(Sentence(document, anchors[claim.id], claim.passage.text, who, how))
            self._of[claim.id] = at


def _quoted(one: Sentence, document: Cited) -> Markup:
    stance = f" · {escape(one.stance)}" if one.stance else ""
    return Markup(
        f'<li><q>{escape(one.text)}</q> <span class="from">{escape(one.who)}{stance} · '
        f'<a href="{document.page}#{one.anchor}">{escape(document.title)}</a></span></li>'
    )


def _anchors(documents: Iterable[Document], claims: Iterable[Claim]) -> dict[str, str]:
    """The anchor of each claim in its document's page, by the id of the claim."""
    by_document: dict[str, list[Claim]] = {}
    for claim in claims:
        by_document.setdefault(claim.document, []).append(claim)
    return {
        claim.id: group.anchor
        for document in documents
        for inside in groups(stretches(document), by_document.get(document.path, ()))
        for group in inside
        for claim in group.claims
    }


def anchor(prefix: str, name: str) -> str:
    """The id of what is named, on the page that tells of it: safe in any address, one a name."""
    return f"{prefix}-{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"


def quoted(name: str) -> str:
    """A name as part of an address."""
    return quote(name.encode("utf-8", "surrogatepass"), safe="")
