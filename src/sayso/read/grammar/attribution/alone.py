"""What a trained tagger alone sees: something said, a stance, or nothing.

Taggers learn to see attitudes, intentions and silences as attributions too. Those are kept as stances, on which no claim rests.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from sayso.lexicon.table import table
from sayso.read.grammar.attribution.contents import REPORTING, STANCES, wishes
from sayso.read.grammar.attribution.nouns import done_to
from sayso.read.grammar.attribution.relation import Relation
from sayso.read.grammar.attribution.speakers import Kind, kind_of
from sayso.read.grammar.attribution.verbs import realised, undergone
from sayso.read.grammar.modality import silent
from sayso.read.grammar.phrase import child, children

_NOWHERE = (0, 0)
_NOBODY = frozenset({"DET", "PART", "SCONJ", "ADV"})
_ACTS = ("aid", "assault", "coerce", "mobilize", "sanction")
_DEEDS = frozenset(
    [entry.split(" ")[0] for act in _ACTS for entry in table("acts")["verbs"][act]]
    + table("reporting")["silence"]["deeds"]
).difference(REPORTING)
_VERBS = table("reporting")["verbs"]
_SAYING = frozenset(
    [*_VERBS["clause"], *_VERBS["thought"], *_VERBS["strong"], *table("reporting")["nouns"]["speech"], "according"]
)
_FEWEST = 3  # words of a content that no word of saying speaks for


def judged(draft: Relation, text: str, *, home: bool) -> Relation | None:
    """The draft as something said or as a stance, if the tagger is sure enough and somebody who can speak speaks; ``home`` is
    a text like those the tagger learned from. Elsewhere only what is surely said counts."""
    if any(done_to(clause) for clause in children(draft.anchor, "acl", "relcl")):
        return None  # "a claim that X denied" is no claim of X's
    if _mute(draft) or (len(draft.source) > 1 and draft.source[1].lower == "by"):
        return None  # "released by the ministry" is no name
    says = not silent(draft.anchor) and _says(draft, text)
    if not home:
        return draft if says and not _aimed(draft) and draft.sure >= _figures()["abroad"] else None
    claims = says or (states(draft) and len(text[slice(*draft.content or _NOWHERE)].split()) >= _FEWEST)
    if claims and draft.sure >= _figures()["said"]:
        return draft
    return replace(draft, stance=True) if draft.sure >= _figures()["stance"] else None


def _mute(draft: Relation) -> bool:
    """Whether nobody says or holds anything: what cannot speak, an auxiliary, a deed, a participle nobody utters ("asked about
    it, …")."""
    if draft.anchor.pos == "AUX" or (draft.head is not None and draft.head.pos in _NOBODY):
        return True
    return draft.anchor.lemma in _DEEDS or (draft.head is None and undergone(draft.anchor))


def _aimed(draft: Relation) -> bool:
    """Whether a verb only tells a purpose ("to project calm") or a wish without a finite clause."""
    verb = draft.anchor
    if verb.lemma not in REPORTING:
        return False
    aimed = any(kid.tag == "TO" for kid in verb.children) and not realised(verb)
    return aimed or (verb.lemma in STANCES and not wishes(verb))


def _says(draft: Relation, text: str) -> bool:
    """Whether the cue is a word of saying or thinking that somebody is credited by, or a quotation is credited."""
    said = draft.anchor.lemma.lower() in _SAYING or draft.anchor.lower in _SAYING
    return draft.head is not None and (
        said or any(mark in text[slice(*draft.content or _NOWHERE)] for mark in '"“”„«»')
    )


def states(relation: Relation) -> bool:
    """Whether somebody holds that something is so: a whole clause hangs from the cue."""
    if relation.head is None or kind_of(relation.head) is Kind.THING:
        return False
    clause, (start, end) = child(relation.anchor, "ccomp"), relation.content or _NOWHERE
    return (
        clause is not None and start <= clause.start < end and child(clause, "nsubj", "nsubjpass", "expl") is not None
    )


@cache
def _figures() -> dict[str, float]:
    return table("taggers")["attributions"]  # type: ignore[no-any-return]
