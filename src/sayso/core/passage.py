"""Passages: where words stand in a document. Invariant: ``document.text[start:end] == text``, character for character."""

from dataclasses import dataclass

from sayso.core.errors import LocateFault


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A located passage: ``start`` inclusive and ``end`` exclusive, in characters of the document's stored text."""

    start: int
    end: int
    text: str

    def covers(self, start: int, end: int) -> bool:
        return self.start <= start and end <= self.end

    def overlaps(self, start: int, end: int) -> bool:
        return self.start < end and start < self.end


def span_of(text: str, start: int, end: int) -> Span:
    """The span ``text[start:end]``, trimmed of surrounding white space. Raises ``LocateFault`` if nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if not 0 <= start < end <= len(text):
        raise LocateFault(f"no text at characters {start} to {end} of a document of {len(text)} characters")
    return Span(start, end, text[start:end])
