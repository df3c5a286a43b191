"""Whose word a stretch of text is."""

from sayso.core.claim import Attribution
from sayso.core.passage import Span
from sayso.read.voices import Voices

TEXT = "“It burst,” said Ana Ruiz, who lost two sheds. “All is gone.”"


def _span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words), words)


def test_what_is_told_of_a_speaker_is_not_said_by_her() -> None:
    source = _span("Ana Ruiz, who lost two sheds")
    voices = Voices([Attribution("a.txt", source, _span("said"), _span(TEXT), "Ana Ruiz")])

    def speaking(words: str) -> list[str | None]:
        span = _span(words)
        return [one.name for one in voices.over((span.start, span.end))]

    assert speaking("It burst") == speaking("All is gone") == ["Ana Ruiz"]
    assert speaking("two sheds") == []
