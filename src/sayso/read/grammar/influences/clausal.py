"""Names of clauses: the noun of their verb with what was its object, and whose deed it is.

"The ministry demanded stricter controls" gives *ministry's demands for stricter controls*, "harbours are fragile" *fragility of
harbours*, "the port lacks cranes" *port's cranes*, of which there are fewer.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from sayso.lexicon.table import table, words
from sayso.read.grammar.influences.nominal import UNNAMED, anything, complement, noun_name, to_do
from sayso.read.grammar.influences.owner import owner_of, possessive
from sayso.read.grammar.influences.signals import vocabulary
from sayso.read.grammar.influences.subject import is_agent, subject_of
from sayso.read.grammar.phrase import child, children
from sayso.read.parse import Word

_COPULAS = frozenset({"be", "become", "remain", "seem", "stay", "get", "grow", "appear", "prove"})
_DEEPEST = 4  # clauses inside clauses


@cache
def _table() -> dict[str, Any]:
    return table("naming")


class ClauseName(NamedTuple):
    """A nominal name for what a clause says happens; ``way`` is -1 where it names the opposite ("lacks cash": *cash*), and
    ``partial`` says that it is the subject's alone, without what the clause says of it."""

    name: str
    way: int = 1
    partial: bool = False


def clause_name(verb: Word, clause: Sequence[Word], depth: int = 0) -> ClauseName:
    """What the clause says happens."""
    subject = _doer(verb)
    target = child(verb, "dobj") or child(verb, "nsubjpass")
    lemma = verb.lemma.lower()
    through = _table()["through"]
    inner = child(verb, "ccomp", "xcomp")
    if inner is not None and inner.pos in ("VERB", "AUX") and depth < _DEEPEST:
        if lemma in through["failing"]:
            return _undone(inner, clause, depth)
        if lemma in through["trying"]:
            return ClauseName(_trying(inner, subject))
        if lemma in through["telling"] or (lemma in through["starting"] and child(inner, "nsubj") is None):
            return clause_name(inner, clause, depth + 1)
    if lemma in through["telling"] and target is not None and target.pos in ("NOUN", "PROPN"):
        return ClauseName(noun_name(target))
    if lemma in _COPULAS or verb.pos == "ADJ":
        return _being(verb, subject, clause, depth)
    counted = _victims(lemma, target)
    if counted:
        return ClauseName(counted)
    if (held := _held(lemma, subject, target)) is not None:
        return held
    deed = _deed(verb, subject, target)
    return ClauseName(deed) if deed else _fallback(verb, subject, target)


def _undone(verb: Word, clause: Sequence[Word], depth: int) -> ClauseName:
    """What is not done, of which there is less: "struggled to pay workers" is fewer payments to workers."""
    found = clause_name(verb, clause, depth + 1)
    return found._replace(way=-found.way)


def _held(lemma: str, subject: Word | None, target: Word | None) -> ClauseName | None:
    """ "The port has cranes", "the port lacks cranes": the port's cranes, there or missing."""
    light = _table()["light"]
    if target is None or target.pos not in ("NOUN", "PROPN") or target.dep != "dobj":
        return None

    if lemma in light["less"] and is_agent(target):
        return ClauseName(_owned(subject, f"loss of {noun_name(target)}"))
    holder = subject if child(target, "poss") is None else None
    if lemma in light["less"]:
        name, way = _directed(target)
        return ClauseName(_owned(holder, name), -way)
    if lemma in light["more"] and not is_agent(target):
        name, way = _directed(target)
        return ClauseName(_owned(holder, name), way)
    return None


def _directed(target: Word) -> tuple[str, int]:
    """The noun's name without the words before it that say there is more or less of it, and which way they move it."""
    known, way, left_out = vocabulary().modifiers, 1, set[int]()
    for below in children(target, "amod", "det"):
        if below.lower in known and below.i < target.i:
            way *= known[below.lower]
            left_out.update(id(word) for word in below.subtree())
    counted = child(target, "nummod")
    if counted is not None and any(below.lower in ("only", "just", "merely") for below in counted.children):
        way = -way  # "had only two boats"
    return noun_name(target, {id(word) for word in target.subtree()} - left_out if left_out else None), way


def _doer(verb: Word) -> Word | None:
    """Who does it: the clause's own subject, or who is made to do it, or the subject of the clause above."""
    own = child(verb, "nsubj", "csubj")
    if own is not None or child(verb, "nsubjpass", "csubjpass") is not None:
        return own
    if verb.dep in ("xcomp", "ccomp") and verb.head is not verb:
        made = child(verb.head, "dobj")
        forced = verb.head.lemma.lower() in _table()["through"]["causing"]
        if made is not None and made.i < verb.i and (forced or is_agent(made)):
            return made
    return subject_of(verb)


def _victims(lemma: str, target: Word | None) -> str:
    counted = _table()["victims"]
    if target is None:
        return ""
    if target.lemma.lower() == "life" and lemma in counted["taking"]:
        return str(counted["kill"])
    if lemma not in counted or lemma in ("people", "taking"):
        return ""
    return str(counted[lemma]) if target.lemma.lower() in counted["people"] or target.tag == "CD" else ""


def counted(head: Word) -> str:
    """ "deaths" for the fifteen people a storm killed; empty for what is no victim of a verb."""
    return _victims(head.head.lemma.lower(), head) if head.dep in ("dobj", "nsubjpass") else ""


def _owned(subject: Word | None, name: str) -> str:
    """The name with its owner, unless it has one."""
    owner = owner_of(subject) if subject is not None and (is_agent(subject) or subject.pos == "PRON") else None
    whose = f"{possessive(owner)} "
    return whose + name if owner and name and not name.startswith(whose) else name


def _trying(verb: Word, subject: Word | None) -> str:
    target = child(verb, "dobj")
    if target is None:
        return _deed(verb, subject, None)
    return _owned(subject, f"efforts to {verb.lemma.lower()} {noun_name(target, None, 2)}")


def _being(verb: Word, subject: Word | None, clause: Sequence[Word], depth: int) -> ClauseName:
    """ "Harbours are fragile", "Kenya remains a hub": fragility of harbours, Kenya's role as hub."""
    said = verb if verb.pos == "ADJ" else child(verb, "acomp", "attr", "oprd")
    if said is None or said.i < verb.i:
        return ClauseName(_whole(subject), partial=True)
    if said.pos == "ADJ" or said.dep == "acomp":
        inner = child(said, "xcomp", "ccomp")
        if said.lower in _table()["through"]["failing"] and inner is not None and depth < _DEEPEST:
            return _undone(inner, clause, depth)
        if said.lower in ("aware", "sure", "certain") and inner is not None and depth < _DEEPEST:
            return clause_name(inner, clause, depth + 1)
        noun = adjective_noun(said.lower) or (
            nominal(vocabulary().forms.get(said.lower, "")) if said.lower.endswith("ed") else ""
        )
        if not noun:
            kind = f"{said.lower} " if said.lower in words("variables", "qualities") else ""
            return ClauseName(kind + whole if (whole := _whole(subject)) else "", partial=not kind)
        more = next((f" {p.lower} {m}" for p in children(said, "prep") if (m := complement(p, anything, None, 1))), "")
        name = noun + more + (to_do(inner) if inner is not None and not more else "")
        if subject is None or is_agent(subject) or subject.pos == "PRON":
            return ClauseName(_owned(subject, name))
        return ClauseName(f"{noun} of {whole}{more}" if (whole := _whole(subject)) else "")
    if said.pos in ("NOUN", "PROPN") and subject is not None and is_agent(subject):
        return ClauseName(_owned(subject, f"role as {noun_name(said, None, 2)}"))
    return ClauseName(_whole(subject), partial=True)


def adjective_noun(adjective: str) -> str:
    """The noun of an adjective ("fragile": "fragility"), by the table or by its ending; empty if neither knows."""
    known = _table()["adjectives"].get(adjective)
    if known:
        return str(known)
    for ending, noun in (
        ("able", "ability"),
        ("ible", "ibility"),
        ("ent", "ence"),
        ("ant", "ance"),
        ("ful", "fulness"),
    ):
        if adjective.endswith(ending) and len(adjective) > len(ending) + 2:
            return adjective.removesuffix(ending) + noun
    return ""


def nominal(verb: str) -> str:
    """The noun of a verb, by its lemma ("withdraw": "withdrawal"); empty if the table has none."""
    return str(_table()["verbs"].get(verb, "")).split(" ")[0]


def _whole(subject: Word | None) -> str:
    return noun_name(subject, None, 1) if subject is not None and subject.pos in ("NOUN", "PROPN", "ADJ", "NUM") else ""


def _deed(verb: Word, subject: Word | None, target: Word | None) -> str:
    """The noun of the verb with what was its object: "demands for stricter controls"."""
    lemma = verb.lemma.lower()
    if lemma in _table()["happening"] and target is None and subject is not None and not is_agent(subject):
        return _whole(subject)
    known = _table()["verbs"].get(lemma)
    if not known:
        return ""
    noun, prep = str(known).rsplit(" ", 1) if " " in str(known) else (str(known), "")
    governed, prep = _governed(verb, target, prep)
    name = noun
    if governed is not None and governed.ent not in UNNAMED:
        what = noun_name(governed, None, 1)
        name = f"{noun} {prep or 'of'} {what}" if what else noun
        if what and lemma in words("naming", "supplying") and is_agent(governed):
            name = _supplied(verb, noun, what)
    doer = child(verb, "agent")
    who = child(doer, "pobj") if doer is not None else subject
    if who is not None and who is not target:
        if is_agent(who) or who.pos == "PRON":
            return _owned(who, name)
        if governed is None:
            link = "by" if target is not None else "of"
            return f"{name} {link} {whole}" if (whole := _whole(who)) else name
    return name


def _governed(verb: Word, target: Word | None, prep: str) -> tuple[Word | None, str]:
    """What the verb's noun is of, and by which preposition: the object, else what a preposition of the verb governs."""
    if target is not None and target.pos in ("NOUN", "PROPN", "ADJ", "NUM"):
        return target, prep
    for below in children(verb, "prep"):
        inner = child(below, "pobj")
        adverbial = inner is not None and inner.lower in words("naming", "adverbial") and not inner.children
        if (
            below.lower in words("naming", "telling")
            and inner is not None
            and inner.ent not in UNNAMED
            and not adverbial
        ):
            return inner, below.lower if prep in ("of", "") else prep
    return None, prep


def _supplied(verb: Word, noun: str, receiver: str) -> str:
    goods = next((g for p in children(verb, "prep") if p.lower == "with" and (g := child(p, "pobj"))), None)
    return f"{noun} of {noun_name(goods, None, 1)} to {receiver}" if goods is not None else f"{noun} to {receiver}"


def _fallback(verb: Word, subject: Word | None, target: Word | None) -> ClauseName:
    """A verb no table knows: its gerund with its object, or, of what does not act, the subject."""
    if subject is not None and not is_agent(subject) and subject.pos in ("NOUN", "PROPN"):
        return ClauseName(_whole(subject), partial=True)
    if target is not None and target.pos in ("NOUN", "PROPN"):
        what = noun_name(target, None, 1)
        owner = owner_of(subject) if subject is not None and subject is not target else None
        doing = f"{gerund(verb)} of {what}" if owner else f"{gerund(verb)} {what}"
        return ClauseName(f"{possessive(owner)} {doing}" if owner else doing)
    if subject is not None and (is_agent(subject) or subject.pos == "PRON") and (owner := owner_of(subject)):
        return ClauseName(f"{possessive(owner)} {_gone_about(verb)}")
    return ClauseName("")


def _gone_about(verb: Word) -> str:
    """What is done without an object, if the clause tells more of it than the verb: "retreating from the coast"."""
    more = next((f" {p.lower} {m}" for p in children(verb, "prep") if (m := complement(p, anything, None, 1))), "")
    return gerund(verb) + more if more else str(_table()["upon"]["deeds"])


def gerund(verb: Word) -> str:
    """The verb's form in -ing."""
    base = verb.lemma.lower()
    if verb.tag == "VBG":
        return verb.lower
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    stem = base.replace("qu", "q", 1)
    short = len(stem) in (3, 4) and stem[-1] not in "aeiouwxy" and stem[-2] in "aeiou" and stem[-3] not in "aeiou"
    return base + (base[-1] if short or base in words("naming", "doubling") else "") + "ing"
