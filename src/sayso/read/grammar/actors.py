"""Who is meant: mentions of persons, organisations and states in one document, each with its canonical name."""

from sayso.read.parse import Parse, Word


class Actors:
    """The actors of one document. Names are as the document gives them in full; states go by their plain name."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse

    def name(self, words: list[Word]) -> str | None:
        """The canonical name of the actor these words mention, or ``None`` if they mention none."""
        if any(word.ent or word.pos == "PROPN" for word in words):
            return self._parse.text_of(words)
        return None
