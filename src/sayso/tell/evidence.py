"""The sentences behind everything: what each claim's passage says, on whose word, and where it stands in its document's page.

Invariant: every place is an anchor that the document's own page has.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote

from sayso.core.claim import Claim
from sayso.core.document import Document
from sayso.tell.marking import groups, stretches
from sayso.tell.page import page_name
from sayso.tell.view import AnalysisView
from sayso.tell.wording import chain, stance


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage as a page quotes it. ``document`` is the place of its document in ``Evidence.documents``, ``position`` its
    start in the text; ``who`` the whole chain it rests on."""

    document: int
    position: int
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
    """Every claim's sentence, found by the claim's or the finding's id."""

    def __init__(self, view: AnalysisView) -> None:
        self.documents = [
            Cited(one.path, one.title or one.path, f"documents/{page_name(one.path)}", one.speaker)
            for one in view.documents
        ]
        self.findings = {one.id: one for one in view.weighed.findings}
        self._claims = view.claims
        self._number = {one.path: at for at, one in enumerate(self.documents)}
        self._anchors = _anchors(view.documents, view.claims.values())
        self._known: dict[str, Sentence] = {}

    def of_claims(self, ids: Iterable[str]) -> list[Sentence]:
        """The sentences of claims, each once, in the order of the documents."""
        found = dict.fromkeys(one for id_ in ids if (one := self._sentence(id_)))
        return sorted(found, key=lambda one: (one.document, one.position, one.who, one.stance))

    def of_findings(self, ids: Iterable[str], *, against: bool = False) -> list[Sentence]:
        """The sentences of the claims for some findings, or of those against them."""
        known = [self.findings[id_] for id_ in ids if id_ in self.findings]
        return self.of_claims(id_ for one in known for id_ in (one.against if against else one.claims))

    def cited(self, path: str) -> Cited | None:
        at = self._number.get(path)
        return None if at is None else self.documents[at]

    def _sentence(self, identity: str) -> Sentence | None:
        known = self._known.get(identity)
        claim = self._claims.get(identity)
        if known or claim is None or identity not in self._anchors:
            return known
        number = self._number[claim.document]
        speaker = self.documents[number].speaker
        who = "; also ".join(chain(voices, speaker) for voices in (claim.attribution, *claim.also))
        made = Sentence(
            number, claim.passage.start, self._anchors[identity], claim.passage.text, who, stance(claim)
        )  # fmt: skip
        self._known[identity] = made
        return made


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
