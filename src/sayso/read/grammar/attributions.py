"""Whose word it is: every source–content relation a document makes, each with its words, name, date and carriers.

Invariant: all spans stand verbatim in the document; the relations come in the order of their content, source and cue.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.core.claim import Attribution
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.attribution.adjuncts import by_adjuncts
from sayso.read.grammar.attribution.attitudes import by_attitudes
from sayso.read.grammar.attribution.citing import by_citations, carried, citing
from sayso.read.grammar.attribution.colons import by_colons
from sayso.read.grammar.attribution.joining import joined
from sayso.read.grammar.attribution.naming import Naming
from sayso.read.grammar.attribution.nesting import nested
from sayso.read.grammar.attribution.nouns import by_nouns, by_rejoinders
from sayso.read.grammar.attribution.quotations import quotations
from sayso.read.grammar.attribution.reach import reach
from sayso.read.grammar.attribution.relation import Relation
from sayso.read.grammar.attribution.tables import by_tables, by_views, source_columns
from sayso.read.grammar.attribution.verbs import by_verbs
from sayso.read.grammar.modality import silent
from sayso.read.opening import dateline
from sayso.read.parse import Parse, Sentence
from sayso.read.tagger.taggers import Seen

# Pronouns say nothing,
_EMPTY = frozenset(
    [
        "it",
        "this",
        "that",
        "them",
        "him",
        "her",
        "these",
        "those",
        "so",
        "which",
        "me",
        "us",
        "you",
        "what",
        "who",
        "whom",
    ]
)
# and these speak for nobody.
_NOBODY = frozenset({"there", "what", "you", "the", "a", "an", "how", "when", "where", "why"})
_FINITE = frozenset({"VBZ", "MD"})  # the parser took a clause for a source
_WAYS = {
    "verb": by_verbs, "adjunct": by_adjuncts, "noun": by_nouns, "rejoinder": by_rejoinders, "attitude": by_attitudes,
    "citation": by_citations,
}  # fmt: skip
_LONGEST = 500  # words; what is longer is no sentence, and walking its tree for every word would take for ever


def attributions(parse: Parse, actors: Actors, seen: Sequence[Seen] = ()) -> list[Attribution]:
    """Every attribution of the document, in order; ``seen`` is what a trained tagger saw in it."""
    columns = source_columns(parse)
    relations: list[Relation] = []
    for sentence in parse.sentences:
        if columns.get(sentence.block, -1) != sentence.cell or sentence.cell is None:
            relations.extend(_of(sentence))
    quotes = quotations(parse.document)
    relations.extend(replace(one, way="colon") for one in by_colons(parse, actors, quotes))
    relations.sort(key=lambda one: one.cue)
    text = parse.document.text
    relations = carried(joined(reach(relations, quotes, parse), seen, quotes, parse), text)
    relations = [half for one in relations if _stands(one, text) for half in _halves(one, actors)]
    for one in relations:
        one.content = _undated(one.content, text)
    relations.sort(key=lambda one: (one.anchor.text == ":", -one.sure, one.cue, one.content or (0, 0)))
    relations = list({_key(one): one for one in reversed(relations)}.values())
    relations.sort(key=lambda one: (one.cue, one.content or (0, 0), one.source[0].i if one.source else -1))
    naming = Naming(parse, actors)
    made = [(one, naming.attribution(one)) for one in relations]  # who kept silent may still be whom "she" means
    found = nested([pair for pair in made if pair[0].stance or not silent(pair[0].anchor)])
    found.extend(by_tables(parse, actors, columns, [one.name for one in found if one.name]))
    found.extend(by_views(parse, actors))
    return sorted(_once(dict.fromkeys(found)), key=_order)


def _once(found: Iterable[Attribution]) -> list[Attribution]:
    """The attributions without those that repeat a source's very words, as a page repeats its headline."""
    kept: dict[tuple[str, ...] | Attribution, Attribution] = {}
    for one in found:
        repeated = one.cue is not None and one.content is not None
        key = (one.name or "", one.cue.text, one.content.text) if repeated and one.cue and one.content else one
        kept.setdefault(key, one)
    return list(kept.values())


def _of(sentence: Sentence) -> list[Relation]:
    if len(sentence.words) > _LONGEST:
        return []
    found = [replace(one, way=way) for way, part in _WAYS.items() for one in part(sentence)]
    found.sort(key=lambda one: one.cue)
    return citing(found)


def _key(relation: Relation) -> tuple[object, ...]:
    """What makes two relations one: a verb and the colon behind it take up the same words."""
    return (relation.content, relation.source[0].start if relation.source else relation.cue)


def _halves(relation: Relation, actors: Actors) -> list[Relation]:
    """A relation for each of two persons the parser took for one name: "Ana Ruiz and Mayor Jon Bale declared"."""
    if relation.head is None or not relation.source:
        return [relation]
    whole = relation.head.subtree()
    for word in whole:
        if word.lower == "and" and whole[0].i < word.i < relation.source[0].i and word.dep == "cc":
            left = relation.sentence.words[whole[0].i : word.i]
            first, second = actors.mention(left[-1]), actors.mention(relation.head)
            if first is not None and second is not None and first.name != second.name and first.kind == "person":
                return [replace(relation, head=left[-1], source=left), relation]
    return [relation]


def _stands(relation: Relation, text: str) -> bool:
    """Whether cue and content are more than white space and punctuation."""
    if relation.content is None or not text[slice(*relation.cue)].strip():
        return False
    if text[slice(*relation.content)].lower() in _EMPTY or any(word.tag in _FINITE for word in relation.source):
        return False
    if relation.head is not None and relation.head.lower in _NOBODY:
        return False
    return any(sign.isalnum() for sign in text[slice(*relation.content)])


def _undated(content: tuple[int, int] | None, text: str) -> tuple[int, int] | None:
    """A content without the place and date that a news report opens with."""
    if content is None:
        return None
    return dateline(text, *content), content[1]


def _order(item: Attribution) -> tuple[int, int, int, int, str]:
    content, source, cue = item.content, item.source, item.cue
    return (
        content.start if content else 0,
        -(content.end if content else 0),
        source.start if source else -1,
        cue.start if cue else -1,
        item.name or "",
    )
