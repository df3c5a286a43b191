"""Builds documents and claims for the weighing's tests without the reader: a sentence, its claim, whose word it is."""

from sayso.core.claim import Body, Claim, Figure, Modality, Statement, Voice, When
from sayso.core.document import Block, BlockKind, Document
from sayso.core.passage import Span


class Shelf:
    """Collects documents and claims: ``doc`` opens a document, ``say`` puts a sentence with a claim into it."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._meta: dict[str, dict[str, str | None]] = {}
        self.claims: list[Claim] = []

    def doc(self, path: str, publisher: str, published: str | None = None, author: str | None = None) -> str:
        self._texts[path] = ""
        self._meta[path] = {"publisher": publisher, "published": published, "author": author}
        return path

    def say(
        self, path: str, sentence: str, body: Body | None = None, *, by: tuple[Voice | str, ...] = (), **how: object
    ) -> str:
        """Adds a sentence and a claim on it; without a body, a statement of the whole sentence. Gives the claim's id."""
        start = len(self._texts[path])
        self._texts[path] += sentence + " "
        span = Span(start, start + len(sentence), sentence)
        id_ = f"{path}#{len(self.claims)}"
        voices = tuple(voice if isinstance(voice, Voice) else Voice(voice) for voice in by)
        self.claims.append(Claim(id_, path, span, body or Statement(span), attribution=voices, **how))  # type: ignore[arg-type]
        return id_

    def figure(self, path: str, sentence: str, subject: str, value: float, unit: str, **how: object) -> str:
        span = Span(0, 1, sentence[:1])
        return self.say(path, sentence, Figure(span, subject, value, value, unit), **how)  # type: ignore[arg-type]

    @property
    def documents(self) -> list[Document]:
        return [
            Document(path, text, (Block(BlockKind.PARAGRAPH, 0, len(text)),), **self._meta[path])  # type: ignore[arg-type]
            for path, text in self._texts.items()
        ]


__all__ = ["Modality", "Shelf", "Voice", "When"]
