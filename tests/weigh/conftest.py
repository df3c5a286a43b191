"""Builds documents and claims for the weighing's tests without the reader: a sentence, its claim, whose word it is."""

from typing import Any

import pytest

from sayso.core.claim import Body, Claim, Figure, Influence, Statement, Term, Voice
from sayso.core.document import Block, BlockKind, Document
from sayso.core.finding import Weighed
from sayso.core.passage import Span
from sayso.weigh import WeighRules, weigh


class Shelf:
    """Collects documents and claims: ``doc`` opens a document, ``say`` puts a sentence with a claim into the last one."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._meta: dict[str, dict[str, Any]] = {}
        self._path = ""
        self._heads: dict[str, int] = {}
        self.claims: list[Claim] = []

    def doc(self, path: str, published: str | None = None, **meta: Any) -> "Shelf":
        self._texts[path] = ""
        self._meta[path] = {"publisher": path.title(), "published": published, **meta}
        self._path = path
        return self

    def text(self, sentence: str) -> "Shelf":
        """Adds a sentence nothing is claimed in."""
        self._texts[self._path] += sentence + " "
        return self

    def say(self, sentence: str, body: Body | None = None, *, by: str = "", **how: Any) -> str:
        """Adds a sentence and a claim on it; without a body, a statement of the whole sentence. ``by`` names the voices,
        the one nearest the document first, with ``>`` between them. Gives the claim's id."""
        start = len(self._texts[self._path])
        self.text(sentence)
        span = Span(start, start + len(sentence), sentence)
        voices = tuple(Voice(name.strip()) for name in by.split(">")) if by else ()
        how.setdefault("attribution", voices)
        self.claims.append(Claim(f"{self._path}:{len(self.claims)}", self._path, span, body or Statement(span), **how))
        return self.claims[-1].id

    def head(self, sentence: str, **how: Any) -> str:
        """Says something in a heading; all that stands before is one, too."""
        said = self.say(sentence, **how)
        self._heads[self._path] = len(self._texts[self._path])
        return said

    def count(
        self, sentence: str, subject: str, low: float, unit: str = "people", high: float | None = None, **how: Any
    ) -> str:
        return self.say(
            sentence, Figure(Span(0, 1, sentence[:1]), subject, low, low if high is None else high, unit), **how
        )

    def drive(self, sentence: str, cause: str, sign: Any, effect: str, **how: Any) -> str:
        return self.say(
            sentence, Influence(Term(0, 1, cause, cause), Term(0, 1, effect, effect), sign, "raises"), **how
        )

    @property
    def documents(self) -> list[Document]:
        found = []
        for path, text in self._texts.items():
            end = self._heads.get(path, 0)
            blocks = (Block(BlockKind.HEADING, 0, end), Block(BlockKind.PARAGRAPH, end, len(text)))
            found.append(Document(path, text, blocks if end else blocks[1:], **self._meta[path]))
        return found

    def weighed(self, **rules: Any) -> Weighed:
        return weigh(self.claims, self.documents, rules=WeighRules(**rules))

    def against(self) -> list[str]:
        """The kinds of the contradictions found."""
        return [one.kind for one in self.weighed().contradictions]

    def notes(self) -> list[str]:
        """The kinds of the notes made."""
        return [note.kind for note in self.weighed().notes]


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()
