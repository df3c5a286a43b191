"""What the grammar and a trained tagger saw of the same attribution becomes one relation.

In the reportage that taggers learn from, the tagger is the better judge of what is credited and of how far it reaches; the grammar
knows dates, carriers and names, and reads what stands in lists, tables, citations and the prose of reports.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from sayso.core.document import BlockKind
from sayso.lexicon.table import table
from sayso.read.grammar.attribution.alone import judged, states
from sayso.read.grammar.attribution.drafts import Drafts
from sayso.read.grammar.attribution.quotations import Quotation
from sayso.read.grammar.attribution.relation import Relation
from sayso.read.grammar.attribution.speakers import Kind, kind_of
from sayso.read.grammar.modality import silent
from sayso.read.parse import Parse
from sayso.read.tagger.register import brief, reportage
from sayso.read.tagger.taggers import Seen

Stretch = tuple[int, int]
_NOWHERE = (0, 0)
_LEARNED = frozenset({"verb", "noun", "attitude"})  # ways of the grammar that taggers learn to see as well
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_OPENS = frozenset("\"'“‘„«")
_RELATIVE = frozenset({"WP", "WDT"})
_HANGING = frozenset({"relcl", "dobj", "attr", "acomp", "oprd", "pobj"})
_CLAUSE = frozenset(table("reporting")["verbs"]["clause"])


def joined(
    relations: list[Relation], seen: Sequence[Seen], quotes: Sequence[Quotation], parse: Parse
) -> list[Relation]:
    """The relations of both, each once. In reportage, which is what taggers learn from, the tagger says how far a content reaches,
    and a verb of running text in which it sees nothing said is no cue; in reports and analyses the grammar's relations stand as
    they are, and the tagger's word alone needs to be sure and to have a word of saying."""
    if not seen:
        return relations
    drafts, home, text = Drafts(parse, quotes, seen), reportage(parse), parse.document.text
    tagged = _Index([draft for one in seen for draft in drafts.of(one)])
    found: list[Relation] = []
    taken: set[int] = set()
    for relation in relations:
        mates = [draft for draft in tagged.over(relation.content) if _same(relation, draft)]
        if home and mates and taken.issuperset(map(id, mates)) and not _own(relation):
            continue  # "members and officials" are one source
        taken.update(map(id, mates))
        if (
            mates
            or not home
            or relation.way not in _LEARNED
            or not _running(relation, parse)
            or _plainly(relation, text)
        ):
            found.extend(_ones(relation, mates) if home else [relation])
    alone = (draft for draft in tagged.drafts if id(draft) not in taken)
    found.extend(one for draft in alone if (one := judged(draft, text, home=home or brief(parse))) is not None)
    return found


def _own(relation: Relation) -> bool:
    """Whether a source is one by itself beside others: somebody named, or a text."""
    text = relation.head is not None and kind_of(relation.head) is Kind.TEXT
    return text or any(word.pos == "PROPN" for word in relation.source)


def _named(relation: Relation) -> bool:
    return relation.head is not None and kind_of(relation.head) is Kind.NAMED


def _plainly(relation: Relation, text: str) -> bool:
    """Whether a name is the subject of a finite verb of saying with a clause or a quotation: that needs no second witness."""
    if not _named(relation) or relation.anchor.lemma.lower() not in _CLAUSE or relation.anchor.tag not in _FINITE:
        return False
    return states(relation) or text[(relation.content or _NOWHERE)[0]] in _OPENS


def _running(relation: Relation, parse: Parse) -> bool:
    """Whether a relation stands in running text, which is what taggers learn from; lists, tables and headings are not."""
    blocks = parse.document.blocks
    return not blocks or blocks[relation.sentence.block].kind is BlockKind.PARAGRAPH


class _Index:
    """Drafts by where their contents stand."""

    def __init__(self, drafts: Sequence[Relation]) -> None:
        self.drafts = sorted(drafts, key=lambda draft: (draft.content or _NOWHERE, draft.cue))
        self._starts = [(draft.content or _NOWHERE)[0] for draft in self.drafts]
        ends = accumulate(((draft.content or _NOWHERE)[1] for draft in self.drafts), max)
        self._reach = list(ends)  # the furthest end so far: where looking back can stop

    def over(self, content: Stretch | None) -> Iterator[Relation]:
        """Those whose content shares something with this one."""
        start, end = content or _NOWHERE
        at = bisect_left(self._starts, end)
        while at > 0 and self._reach[at - 1] > start:
            at -= 1
            if _shared(self.drafts[at].content or _NOWHERE, (start, end)):
                yield self.drafts[at]


def _same(relation: Relation, draft: Relation) -> bool:
    """Whether both are of one cue, or mostly of one content that neither cue stands in ("“I hope so,” she said" makes two)."""
    content, drafted = relation.content or _NOWHERE, draft.content or _NOWHERE
    if _shared(relation.cue, draft.cue):
        return True
    if relation.way == "rejoinder" or _shared(draft.cue, content) or _shared(relation.cue, drafted):
        return False  # "Ana said so, a claim that Jon denied" makes two as well
    return 2 * _shared(content, drafted) > max(_length(content), _length(drafted))


def _ones(relation: Relation, mates: Sequence[Relation]) -> Iterator[Relation]:
    """The grammar's relation with each content that the tagger sees for it, or its own if they are all pieces of that."""
    near = [draft for draft in mates if _shared(draft.cue, relation.cue)] or sorted(
        mates, key=lambda draft: -_shared(draft.content or _NOWHERE, relation.content or _NOWHERE)
    )[:1]
    if relation.content is not None:  # what the grammar read behind the cue is not given up for words elsewhere
        near = [draft for draft in near if _shared(draft.content or _NOWHERE, relation.content)]
    near.sort(key=lambda draft: _shared(_extent(relation), _extent(draft)))
    pieces = {draft.content: draft for draft in near}
    whole = len(pieces) > 1 and all(_within(draft, relation) for draft in near)
    for draft in list(pieces.values())[: 1 if whole else None]:
        one = replace(_completed(relation, draft), stance=silent(relation.anchor))
        yield replace(one, content=relation.content) if whole or _torn(draft, relation) else one
    if not near:
        yield relation


def _torn(draft: Relation, relation: Relation) -> bool:
    """Whether the tagger's content hangs from what the grammar takes to be said as well: an object without its verb, or only
    a relative clause ("The mine feeds the town, which has no other income, she said")."""
    (start, end), (low, _) = draft.content or _NOWHERE, relation.content or _NOWHERE
    tops = [word for word in draft.sentence.words if start <= word.start < end and word.dep in _HANGING]
    return _within(draft, relation) and any(low <= word.head.start < start for word in tops)


def _within(draft: Relation, relation: Relation) -> bool:
    start, end = draft.content or _NOWHERE
    return (relation.content or _NOWHERE)[0] <= start and end <= (relation.content or _NOWHERE)[1]


def _completed(relation: Relation, draft: Relation) -> Relation:
    """The grammar's relation with the tagger's content, and its source where the grammar has none or another."""
    cue = draft.cue if relation.anchor.text == ":" else relation.cue
    if draft.head is None or draft.head.pos == "DET":
        return replace(relation, content=draft.content, cue=cue)
    relative = draft.head.tag in _RELATIVE  # whom it means the grammar knows
    if relative or _shared(_extent(relation), _extent(draft)):
        return replace(relation, content=draft.content, cue=cue, stretch=draft.stretch)
    if _named(relation) and relation.head is not None and draft.head in relation.head.subtree():
        return replace(relation, content=draft.content, cue=cue)  # "Ana Ruiz, whose mine was flooded, denied that …"
    return replace(draft, speech=relation.speech, way=relation.way, carriers=relation.carriers or draft.carriers)


def _extent(relation: Relation) -> Stretch:
    return relation.stretch or ((relation.source[0].start, relation.source[-1].end) if relation.source else _NOWHERE)


def _shared(one: Stretch, other: Stretch) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _length(one: Stretch) -> int:
    return one[1] - one[0]
