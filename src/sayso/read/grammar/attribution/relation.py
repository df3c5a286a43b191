"""What the parts of the attribution reader hand to one another: a source, a cue and a content, not yet named or dated."""

from dataclasses import dataclass, field

from sayso.read.parse import Sentence, Word


@dataclass(slots=True, eq=False)
class Relation:
    """A source–content relation in the making.

    ``head`` is the noun that names the source (``None`` where nobody is named) and ``source`` its phrase; ``cue`` and
    ``content`` are (start, end) in characters of the document, end exclusive; ``anchor`` is the word of the cue from which
    dates and carriers hang. ``speech`` says that the cue may take up a quotation beside it; ``carriers`` are the heads of
    those who only pass the words on, the one nearest the document first; ``beside`` says that the source stands beside the
    sentence ("per X"), so that no source the sentence names stands between it and the document; ``way`` is the part of the
    grammar that read it, empty where a tagger alone saw it; ``stretch`` is the source as a tagger marks it, if it did, and
    ``sure`` the least of the tagger's probabilities for its parts; ``stance`` says that the source only holds it.
    """

    sentence: Sentence
    head: Word | None
    source: list[Word]
    cue: tuple[int, int]
    content: tuple[int, int] | None
    anchor: Word
    speech: bool = False
    beside: bool = False
    carriers: list[Word] = field(default_factory=list)
    way: str = ""
    stretch: tuple[int, int] | None = None
    sure: float = 1.0
    stance: bool = False
