"""How far what is said reaches: over quotations, over the sentences and paragraphs a quotation goes on in, and into lists."""

from bisect import bisect_left
from dataclasses import replace

from sayso.core.document import Block, BlockKind
from sayso.lexicon.table import table
from sayso.read.grammar.attribution.quotations import Quotation
from sayso.read.grammar.attribution.relation import Relation
from sayso.read.parse import Parse

_STANCES = frozenset(table("reporting")["verbs"]["stances"])
_STEM = 120  # characters that may stand between the cue of a stem and its colon
_STEP = 3  # characters between the end of a sentence and a quotation right behind it
NEAR = 70  # characters of "X said" that one content may run over; more, and the next quotation is a content of its own


def reach(relations: list[Relation], quotes: list[Quotation], parse: Parse) -> list[Relation]:
    """The relations with their contents stretched, and further ones for quotations and list items said by the same source.

    ``relations`` come in the order of their cues.
    """
    _take_up(relations, quotes)
    further = _orphans(relations, quotes, parse)
    further += _items(relations, parse)
    return [relation for relation in relations if relation.content is not None] + further


def _take_up(relations: list[Relation], quotes: list[Quotation]) -> None:
    """Stretches each content over the quotations it touches; a verb of saying without one takes the quotation beside it."""
    starts = [quote.start for quote in quotes]
    for relation in relations:
        low, high = relation.content or (relation.sentence.start, relation.sentence.end)
        at = max(0, bisect_left(starts, low) - 1)
        while at < len(quotes) and quotes[at].start < high:
            quote = quotes[at]
            at += 1
            if (
                quote.end <= low
                or quote.start <= relation.cue[0] < quote.end
                or not (quote.whole or _next_to(quote, relation))
            ):
                continue
            if relation.source and quote.start <= relation.source[0].start < quote.end:
                continue
            if relation.content is not None:
                relation.content = (min(relation.content[0], quote.start), max(relation.content[1], quote.end))
            elif relation.speech:
                relation.content = (quote.start, quote.end)
        if relation.content is None and relation.speech:
            relation.content = _beside(relation, quotes, starts)


def _next_to(quote: Quotation, relation: Relation) -> bool:
    """Whether a short quotation is all that is said: "Yes," she said."""
    if relation.content is not None or not relation.speech or not quote.closed:
        return False
    first = relation.source[0].start if relation.source else relation.cue[0]
    return 0 <= quote.start - relation.cue[1] <= 3 or 0 <= min(first, relation.cue[0]) - quote.end <= 2


def _beside(relation: Relation, quotes: list[Quotation], starts: list[int]) -> tuple[int, int] | None:
    """The quotation that ends right before the sentence of the cue, or begins right behind it."""
    sentence = relation.sentence
    at = bisect_left(starts, sentence.start)
    if (
        at
        and 0 <= sentence.start - quotes[at - 1].end <= 2
        and quotes[at - 1].whole
        and relation.cue[0] - sentence.start <= NEAR
    ):
        return quotes[at - 1].start, quotes[at - 1].end
    if (
        at < len(quotes)
        and quotes[at].whole
        and sentence.words[-1].text == ":"
        and quotes[at].start - sentence.end <= 3
    ):
        return quotes[at].start, quotes[at].end
    return None


def _orphans(relations: list[Relation], quotes: list[Quotation], parse: Parse) -> list[Relation]:
    """Quotations nobody has taken up, said by whoever spoke last: in the paragraph, or before it if it opens with one."""
    text, blocks = parse.document.text, parse.document.blocks
    named = [relation for relation in relations if relation.head is not None]
    speaking = [relation for relation in named if relation.content is not None and relation.speech]
    further: list[Relation] = []
    cues = [relation.cue[0] for relation in speaking]
    taken = sorted(relation.content for relation in speaking if relation.content is not None)
    last = {id(relation): relation.sentence.block for relation in speaking}
    for quote in quotes:
        if not quote.whole or _covered(quote, taken):
            continue
        before = bisect_left(cues, quote.start)
        relation = speaking[before - 1] if before else None
        if relation is None or relation.content is None:
            continue
        same = last[id(relation)] == quote.block
        if not same and not (quote.opens and last[id(relation)] == quote.block - 1 and _quoted(relation, quotes)):
            continue
        if blocks[quote.block].kind is BlockKind.HEADING:
            continue
        end = relation.content[1]
        goes_on = quote.start - max(end, relation.sentence.end) <= _STEP and 0 <= quote.start - end <= NEAR
        if same and goes_on and "\n" not in text[end : quote.start]:
            relation.content = (relation.content[0], quote.end)
        elif same or quote.opens:
            further.append(replace(relation, content=(quote.start, quote.end)))
            last[id(relation)] = quote.block
    return further


def _covered(quote: Quotation, taken: list[tuple[int, int]]) -> bool:
    at = bisect_left(taken, (quote.end, 0))
    return any(start < quote.end and quote.start < end for start, end in taken[max(0, at - 8) : at])


def _quoted(relation: Relation, quotes: list[Quotation]) -> bool:
    content = relation.content
    return content is not None and any(
        quote.whole and quote.start < content[1] and content[0] < quote.end for quote in quotes
    )


def _items(relations: list[Relation], parse: Parse) -> list[Relation]:
    """The items of a list whose stem attributes them: "Investigators found:" and what is listed below it."""
    blocks = parse.document.blocks
    stems: dict[int, list[Relation]] = {}
    for relation in relations:
        block = blocks[relation.sentence.block]
        tail = parse.document.text[relation.cue[1] : block.end].strip()
        if relation.anchor.lemma in _STANCES:
            continue
        if tail.endswith(":") and block.kind is not BlockKind.ROW and len(tail) < _STEM:
            stems.setdefault(relation.sentence.block, []).append(relation)
    further: list[Relation] = []
    for block in blocks:
        if block.kind is BlockKind.ITEM and block.parent in stems:
            further.extend(replace(one, content=_words_of(block, parse)) for one in stems[block.parent])
            for relation in stems[block.parent]:
                relation.content = None
    return further


def _words_of(block: Block, parse: Parse) -> tuple[int, int]:
    return block.start, block.start + len(parse.document.text[block.start : block.end].rstrip(" ,;"))
