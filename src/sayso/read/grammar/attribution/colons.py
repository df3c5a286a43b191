"""A name, a colon, and what is said: headlines ("Mayor Ortiz: We will rebuild"), transcripts, quotations behind a colon."""

from collections.abc import Iterator

from sayso.core.document import BlockKind
from sayso.lexicon.table import table
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.attribution.quotations import Quotation
from sayso.read.grammar.attribution.relation import Relation
from sayso.read.grammar.attribution.speakers import TEXTS, Kind, kind_of, source_words
from sayso.read.parse import Parse, Sentence, Word

_LEAD = 7  # words a speaker's name and office may take before the colon
_FIRST_BLOCKS = 2
_ENQUIRIES = frozenset(table("reporting")["nouns"]["enquiries"])
_OWNERS = frozenset({"ORG", "GPE", "NORP"})
_OBJECTS = frozenset({"dobj", "dative", "pobj"})


def by_colons(parse: Parse, actors: Actors, quotes: list[Quotation]) -> Iterator[Relation]:
    """The relations that colons make, at the beginning of a block and before a quotation."""
    text = parse.document.text
    opening = {quote.start for quote in quotes}
    persons = {word.lower for sentence in parse.sentences for word in sentence.words if word.ent == "PERSON"}
    for index, sentences in parse.by_block.items():
        block = parse.document.blocks[index]
        if block.kind is BlockKind.ROW:
            continue
        for sentence in sentences:
            for colon in sentence.words[1:]:
                if colon.text != ":":
                    continue
                after = colon.end
                while after < block.end and text[after].isspace():
                    after += 1
                if (
                    colon.i <= _LEAD
                    and sentence is sentences[0]
                    and after < block.end
                    and _speaks(sentence.words[: colon.i], index, parse)
                    and (
                        _is_text(sentence.words[: colon.i], index)
                        or _person(sentence.words[: colon.i], persons, actors)
                    )
                ):
                    source = sentence.words[: colon.i]
                    yield Relation(
                        sentence, source[-1], source, (colon.start, colon.end), (after, block.end), colon, True
                    )
                elif after in opening:
                    yield from _quoted(colon, after, sentence)


def _quoted(colon: Word, start: int, sentence: Sentence) -> Iterator[Relation]:
    """A quotation behind a colon: said by the name before it, unless that is told it, else by the subject of the sentence."""
    run = _run_before(colon, sentence)
    run = [] if run and run[-1].dep in _OBJECTS else run
    subjects = (word for word in sentence.words[: colon.i] if word.dep == "nsubj" and word.head.i < colon.i)
    head = run[-1] if run else next(subjects, None)
    if head is None or kind_of(head) is Kind.THING:
        return
    source = run or source_words(head, sentence)
    yield Relation(sentence, head, source, (colon.start, colon.end), (start, start + 1), colon, True)


def _speaks(before: list[Word], index: int, parse: Parse) -> bool:
    """Whether a block opens as a headline or a turn of a transcript does: with a name alone, in capitals further down."""
    if any(not word.tag.startswith("NN") and word.tag != "JJ" for word in before):
        return False
    top = index < _FIRST_BLOCKS or parse.document.blocks[index].kind is BlockKind.HEADING
    return top or (before[-1].text.isupper() and len(before[-1].text) > 3)


def _is_text(before: list[Word], index: int) -> bool:
    """ "Poll: …", "UN report: …" in a headline; "Report: …", "Opinion: …" only say what sort of text it stands over."""
    if index >= _FIRST_BLOCKS or len(before) > 3:
        return False
    owned = any(word.ent in _OWNERS for word in before[:-1])
    return before[-1].lemma.lower() in (TEXTS if owned else _ENQUIRIES)


def _person(words: list[Word], persons: set[str], actors: Actors) -> bool:
    """Whether the words name a person, here or, by the last of them, elsewhere in the document."""
    if not all(word.text[:1].isupper() for word in words):
        return False
    return words[-1].lower in persons or actors.kind(actors.name(words) or "") == "person"


def _run_before(colon: Word, sentence: Sentence) -> list[Word]:
    """The proper name right before a colon."""
    at = colon.i
    while at > 0 and sentence.words[at - 1].pos == "PROPN":
        at -= 1
    return sentence.words[at : colon.i]
