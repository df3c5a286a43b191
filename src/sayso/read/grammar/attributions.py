"""Whose word it is: every source–content relation a document makes, each with its words, name, date and carriers.

Invariant: all spans stand verbatim in the document; the relations come in the order of their content, source and cue.
"""

from sayso.core.claim import Attribution
from sayso.core.passage import Span
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.attribution.adjuncts import by_adjuncts
from sayso.read.grammar.attribution.quotations import Quotation, quotations, whole
from sayso.read.grammar.attribution.relation import Relation
from sayso.read.grammar.attribution.verbs import by_verbs
from sayso.read.parse import Parse


def attributions(parse: Parse, actors: Actors) -> list[Attribution]:
    """Every attribution of the document, in order."""
    quotes = quotations(parse.document)
    relations: list[Relation] = []
    for sentence in parse.sentences:
        relations.extend(by_verbs(sentence))
        relations.extend(by_adjuncts(sentence))
    _take_up(relations, quotes, parse)
    found = [_finished(relation, parse, actors) for relation in relations if _stands(relation, parse.document.text)]
    found.sort(key=_order)
    return found


def _stands(relation: Relation, text: str) -> bool:
    return relation.content is not None and bool(
        text[slice(*relation.content)].strip() and text[slice(*relation.cue)].strip()
    )


def _order(item: Attribution) -> tuple[int, int, int, str]:
    content, source = item.content, item.source
    return (
        content.start if content else 0,
        -(content.end if content else 0),
        source.start if source else -1,
        item.name or "",
    )


def _take_up(relations: list[Relation], quotes: list[Quotation], parse: Parse) -> None:
    """Stretches content over the quotations it touches."""
    text = parse.document.text
    for relation in relations:
        for quote in quotes:
            if not whole(text, quote):
                continue
            if relation.content is None:
                if (
                    relation.speech
                    and quote.start < relation.sentence.end
                    and quote.end > relation.sentence.start
                    and not (quote.start <= relation.cue[0] < quote.end)
                ):
                    relation.content = (quote.start, quote.end)
            elif (
                quote.start < relation.content[1]
                and relation.content[0] < quote.end
                and not (quote.start <= relation.cue[0] < quote.end)
            ):
                relation.content = (min(relation.content[0], quote.start), max(relation.content[1], quote.end))


def _finished(relation: Relation, parse: Parse, actors: Actors) -> Attribution:
    text = parse.document.text
    source = parse.span_of(relation.source) if relation.source else None
    name = None
    if relation.source:
        name = actors.name(relation.source) or " ".join(word.text for word in relation.source if word.pos != "DET")
    assert relation.content is not None
    (a, b), (c, d) = relation.cue, relation.content
    return Attribution(parse.document.path, source, Span(a, b, text[a:b]), Span(c, d, text[c:d]), name)
