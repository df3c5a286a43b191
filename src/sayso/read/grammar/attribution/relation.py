"""What the parts of the attribution reader hand to one another: a source, a cue and a content, not yet named or dated."""

from dataclasses import dataclass, field

from sayso.read.parse import Sentence, Word


@dataclass(slots=True, eq=False)
class Relation:
    """A source–content relation in the making.

    ``source`` is empty where nobody is named; ``owner`` is whose word a text is ("the agency" of "the agency's report");
    ``cue`` and ``content`` are (start, end) in characters of the document, end exclusive. ``speech`` says that the cue may
    take up a quotation beside it, ``carried`` that the source only passes the words on.
    """

    sentence: Sentence
    source: list[Word]
    cue: tuple[int, int]
    content: tuple[int, int] | None
    lemma: str = ""
    speech: bool = False
    carried: list[list[Word]] = field(default_factory=list)
    dated: tuple[int, int] | None = None
