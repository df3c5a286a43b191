"""What a variable is called: a short nominal name, whose it is and what it is, out of a noun phrase or a clause.

"The ministry, which had promised it, demanded stricter controls in May" names *ministry's demands for stricter controls*.
Invariant: a name is never empty where there is a letter to name, and holds no number, date, quotation mark or clause.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

from sayso.lexicon.names import lookup
from sayso.lexicon.table import table, words
from sayso.read.grammar.influences.owner import owner_of, possessive
from sayso.read.grammar.influences.subject import is_agent, subject_of
from sayso.read.grammar.phrase import child, children
from sayso.read.parse import Word

EDGE = frozenset(
    [",", ";", ":", ".", "(", ")", '"', "'", "-", "--", "—", "–", "“", "”", "‘", "’", "?", "!", "»", "«", "...", "…", "[", "]"]
)  # fmt: skip
_DETERMINERS = frozenset(
    "the a an this that these those any some such its their his her our my your each every all both another no".split()
)
_HEDGES = frozenset(
    """potentially possibly perhaps probably apparently reportedly allegedly certain further already also now very even
    only significantly sharply directly increasingly especially particularly mainly largely not n't never thus therefore
    however still just too so once approximately about around nearly almost roughly estimated""".split()
)
_UNNAMED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
_COPULAS = frozenset({"be", "become", "remain", "seem", "stay", "get", "grow", "appear", "prove"})
_LONGEST, _DEEPEST, _COMPLEMENTS = 9, 3, 2


@cache
def _table() -> dict[str, Any]:
    return table("naming")


def named(phrase: Iterable[Word]) -> str:
    """The name of these words: of the noun or the clause they hang on, or the words themselves where they hang together on none."""
    kept = list(phrase)
    inside = set(map(id, kept))
    roots = [word for word in kept if (word.head is word or id(word.head) not in inside) and word.text not in EDGE]
    nouns = [word for word in roots if word.pos in _NOMINAL]
    if len(roots) == 1 and (nouns or roots[0].tag == "VBG") and child(roots[0], "nsubj", "cop") is None:
        return _ordered(kept) or noun_name(roots[0], inside) or _plain(kept)
    if len(roots) == 1 and roots[0].pos in ("VERB", "AUX", "ADJ", "NOUN"):
        return clause_name(roots[0], kept)[0] or _plain(kept)
    return _ordered(kept) or _plain(kept)


def _ordered(kept: Sequence[Word]) -> str:
    """ "Stabilise prices", an item that asks for a deed and was read as a noun phrase: stabilisation of prices."""
    if len(kept) < 2:
        return ""
    if len(kept) < 2:
        return ""
    first = kept[0]
    known = _table()["verbs"].get(first.lower, "")
    if first.i > 0 or not known.endswith(" of") or not first.lower.endswith(("ise", "ize", "ify")):
        return ""
    return f"{known} {_plain(list(kept[1:]))}"


def noun_name(head: Word, inside: set[int] | None = None, depth: int = 0) -> str:
    """Owner, what tells which, the noun and its complements; ``inside`` holds the ids of the words that may enter."""

    def may(word: Word) -> bool:
        return inside is None or id(word) in inside

    if depth < _DEEPEST and (head.lemma.lower() in words("naming", "partitive") or head.tag == "CD"):
        for prep in children(head, "prep"):
            whole = child(prep, "pobj") if prep.lower == "of" or (prep.lower == "in" and head.tag == "CD") else None
            if whole is not None and may(whole) and (name := noun_name(whole, inside, depth + 1)):
                return name
    before, owner = _before(head, may)
    name = _joined([*before, head])
    complements = 0
    for prep in children(head, "prep", "agent"):
        if prep.i > head.i and may(prep) and depth < _DEEPEST and complements < _COMPLEMENTS:
            more = _complement(prep, may, inside, depth)
            if more and len(name.split()) + len(more.split()) <= _LONGEST:
                name, complements = f"{name} {prep.lower} {more}", complements + 1
    deed = child(head, "acl")
    if deed is not None and may(deed) and depth < _DEEPEST and not complements and deed.i > head.i:
        if any(below.lower == "to" for below in children(deed, "aux")):
            name += _to_do(deed)
        elif owner is None and (by := child(deed, "agent")) is not None and (doer := child(by, "pobj")) is not None:
            owner = owner_of(doer) if is_agent(doer) else None
    return f"{possessive(owner)} {name}" if owner and name else name


def _before(head: Word, may: Callable[[Word], bool]) -> tuple[list[Word], str | None]:
    """The words before the noun that tell which one it is, and whose it is."""
    found: dict[int, Word] = {}
    around: dict[int, Word] = {}
    owner = None
    for below in head.children:
        if below.i > head.i or not may(below):
            continue
        if below.dep == "poss":
            owner = owner_of(below)
            continue
        around.update((word.i, word) for word in below.subtree() if may(word) and word.i < head.i)
        stack = [below] if _tells(below) else []
        while stack:
            word = stack.pop()
            found[word.i] = word
            stack.extend(under for under in word.children if may(under) and under.i < head.i and _tells(under))
    places = {*found, head.i}
    for at in sorted(around):  # what a hyphen or "and" joins belongs together
        joins = around[at].text == "-" or around[at].dep == "cc"
        if joins and at + 1 in places and (before := around.get(at - 1)) is not None and before.tag != "CD":
            if around[at].text == "-" or at - 1 in places:
                found[at], found[at - 1] = around[at], before
    return [found[at] for at in sorted(found)], owner


def _tells(word: Word) -> bool:
    """Whether a word before a noun tells which one: no number, date, determiner or word of degree."""
    if word.dep in (
        "det",
        "nummod",
        "poss",
        "punct",
        "quantmod",
        "predet",
        "neg",
        "case",
        "advcl",
        "relcl",
        "acl",
        "prep",
    ):
        return False
    if word.ent in _UNNAMED or word.tag in ("CD", "PRP$", "DT", "PDT", "WDT", "POS"):
        return False
    if word.lower in _HEDGES or word.lower in _DETERMINERS or word.lower in words("naming", "loose"):
        return False
    if child(word, "nummod") is not None and not is_agent(word):
        return False  # "155mm shells", "a two-year ban"
    return word.pos not in ("ADV", "CCONJ", "SCONJ") and any(letter.isalpha() for letter in word.text)


def _complement(prep: Word, may: Callable[[Word], bool], inside: set[int] | None, depth: int) -> str:
    """What a preposition adds to a noun's name; empty if that is only when, how much or how."""
    target = child(prep, "pobj", "pcomp")
    if prep.lower not in words("naming", "telling") or target is None or not may(target) or target.ent in _UNNAMED:
        return ""
    if target.dep == "pcomp":
        return _doing(target) if target.tag == "VBG" else ""
    if target.pos not in ("NOUN", "PROPN", "NUM", "ADJ", "PRON") or (target.pos == "PRON" and prep.lower != "by"):
        return ""
    name = noun_name(target, inside, depth + 1)
    if name and any(below.lower == "the" for below in children(target, "det")) and child(target, "poss") is None:
        name = f"the {name}"
    fellow = child(target, "conj")
    if fellow is not None and may(fellow) and is_agent(fellow) and len(name.split()) <= 2:
        name += f" and {noun_name(fellow, inside, depth + 2)}"
    return name


def _to_do(verb: Word) -> str:
    """ "to coerce the neighbours" behind "ability"."""
    target = child(verb, "dobj")
    if target is not None:
        return f" to {verb.lower} {noun_name(target, None, 2)}".rstrip()
    for prep in children(verb, "prep"):
        if more := _complement(prep, _any, None, 2):
            return f" to {verb.lower} {prep.lower} {more}"
    return ""


def _doing(verb: Word) -> str:
    target = child(verb, "dobj")
    return f"{verb.lower} {noun_name(target, None, 2)}".strip() if target is not None else ""


def clause_name(verb: Word, clause: Sequence[Word], depth: int = 0) -> tuple[str, int]:
    """A nominal name for what the clause says happens, and -1 where the name is of its opposite ("lacks cash": *cash*, -1)."""
    subject = _doer(verb)
    target = child(verb, "dobj") or child(verb, "nsubjpass")
    lemma = verb.lemma.lower()
    through = _table()["through"]
    inner = child(verb, "ccomp", "xcomp")
    if inner is not None and inner.pos in ("VERB", "AUX") and depth < 4:
        if lemma in through["trying"]:
            return _trying(inner, subject), 1
        if lemma in through["telling"] or (lemma in through["starting"] and child(inner, "nsubj") is None):
            return clause_name(inner, clause, depth + 1)
    if lemma in through["telling"] and target is not None and target.pos in ("NOUN", "PROPN"):
        return noun_name(target), 1
    if lemma in _COPULAS or verb.pos == "ADJ":
        return _being(verb, subject, clause, depth)
    counted = _victims(lemma, target)
    if counted:
        return counted, 1
    light = _table()["light"]
    if target is not None and target.pos in ("NOUN", "PROPN") and target.dep == "dobj":
        if lemma in light["less"] and is_agent(target):
            return _owned(subject, f"loss of {noun_name(target)}"), 1
        holder = subject if child(target, "poss") is None else None
        if lemma in light["less"]:
            return _owned(holder, noun_name(target)), -1
        if lemma in light["more"] and not is_agent(target):
            return _owned(holder, noun_name(target)), 1
    return _deed(verb, subject, target) or _fallback(verb, subject, target), 1


def _doer(verb: Word) -> Word | None:
    """Who does it: the clause's own subject, or who is made to do it, or the subject of the clause above."""
    own = child(verb, "nsubj", "csubj")
    if own is not None or child(verb, "nsubjpass", "csubjpass") is not None:
        return own
    if verb.dep in ("xcomp", "ccomp") and verb.head is not verb:
        made = child(verb.head, "dobj")
        if made is not None and made.i < verb.i:
            return made
    return subject_of(verb)


def _victims(lemma: str, target: Word | None) -> str:
    counted = _table()["victims"]
    if target is None or lemma not in counted or lemma == "people":
        return ""
    return str(counted[lemma]) if target.lemma.lower() in counted["people"] or target.tag == "CD" else ""


def counted(head: Word) -> str:
    """ "deaths" for the fifteen people a storm killed; empty for what is no victim of a verb."""
    return _victims(head.head.lemma.lower(), head) if head.dep in ("dobj", "nsubjpass") else ""


def _owned(subject: Word | None, name: str) -> str:
    """The name with its owner, unless it has one."""
    owner = owner_of(subject) if subject is not None and (is_agent(subject) or subject.pos == "PRON") else None
    return f"{possessive(owner)} {name}" if owner and name else name


def _trying(verb: Word, subject: Word | None) -> str:
    target = child(verb, "dobj")
    if target is None:
        return _deed(verb, subject, None)
    return _owned(subject, f"efforts to {verb.lemma.lower()} {noun_name(target, None, 2)}")


def _being(verb: Word, subject: Word | None, clause: Sequence[Word], depth: int) -> tuple[str, int]:
    """ "Harbours are fragile", "Kenya remains a hub": fragility of harbours, Kenya's role as hub."""
    said = verb if verb.pos == "ADJ" else child(verb, "acomp", "attr", "oprd")
    if said is None or said.i < verb.i:
        return (_whole(subject), 1)
    if said.pos == "ADJ" or said.dep == "acomp":
        inner = child(said, "xcomp", "ccomp")
        if said.lower in ("aware", "sure", "certain") and inner is not None and depth < 4:
            return clause_name(inner, clause, depth + 1)
        noun = adjective_noun(said.lower)
        if not noun:
            return _whole(subject), 1
        more = next((f" {p.lower} {m}" for p in children(said, "prep") if (m := _complement(p, _any, None, 1))), "")
        name = noun + more + (_to_do(inner) if inner is not None and not more else "")
        if subject is None or is_agent(subject) or subject.pos == "PRON":
            return _owned(subject, name), 1
        return (f"{noun} of {whole}{more}" if (whole := _whole(subject)) else ""), 1
    if said.pos in ("NOUN", "PROPN") and subject is not None and is_agent(subject):
        return _owned(subject, f"role as {noun_name(said, None, 2)}"), 1
    return _whole(subject), 1


def _any(_: Word) -> bool:
    return True


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
    governed = target if target is not None and target.pos in ("NOUN", "PROPN", "ADJ", "NUM") else None
    if governed is None:
        for below in children(verb, "prep"):
            inner = child(below, "pobj")
            if below.lower in words("naming", "telling") and inner is not None and inner.ent not in _UNNAMED:
                governed, prep = inner, below.lower if prep in ("of", "") else prep
                break
    name = noun
    if governed is not None and governed.ent not in _UNNAMED:
        what = noun_name(governed, None, 1)
        name = f"{noun} {prep or 'of'} {what}" if what else noun
        if what and lemma in words("naming", "supplying") and is_agent(governed):
            goods = next((g for p in children(verb, "prep") if p.lower == "with" and (g := child(p, "pobj"))), None)
            name = f"{noun} of {noun_name(goods, None, 1)} to {what}" if goods is not None else f"{noun} to {what}"
    doer = child(verb, "agent")
    who = child(doer, "pobj") if doer is not None else subject
    if who is not None and who is not target:
        if is_agent(who) or who.pos == "PRON":
            return _owned(who, name)
        if governed is None:
            link = "by" if target is not None else "of"
            return f"{name} {link} {whole}" if (whole := _whole(who)) else name
    return name


def _fallback(verb: Word, subject: Word | None, target: Word | None) -> str:
    """A verb no table knows: its gerund with its object, or, of what does not act, the subject."""
    if subject is not None and not is_agent(subject) and subject.pos in ("NOUN", "PROPN"):
        return _whole(subject)
    if target is not None and target.pos in ("NOUN", "PROPN"):
        what = noun_name(target, None, 1)
        owner = owner_of(subject) if subject is not None and subject is not target else None
        doing = f"{gerund(verb)} of {what}" if owner else f"{gerund(verb)} {what}"
        return f"{possessive(owner)} {doing}" if owner else doing
    if subject is not None and (is_agent(subject) or subject.pos == "PRON") and (owner := owner_of(subject)):
        return f"{possessive(owner)} actions"
    return ""


def gerund(verb: Word) -> str:
    """The verb's form in -ing."""
    base = verb.lemma.lower()
    if verb.tag == "VBG":
        return verb.lower
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    short = len(base) in (3, 4) and base[-1] not in "aeiouwxy" and base[-2] in "aeiou" and base[-3] not in "aeiou"
    return base + (base[-1] if short else "") + "ing"


def _plain(kept: list[Word]) -> str:
    """The words themselves without determiners, hedges, dates and brackets, in the document's spelling."""
    found: list[Word] = []
    depth = 0
    for word in kept:
        depth += (word.text == "(") - (word.text == ")")
        hyphen = word.text == "-" and found and found[-1].i == word.i - 1
        if depth > 0 or word.lower in _HEDGES or (word.text in EDGE and not hyphen):
            continue
        if word.ent in ("DATE", "TIME"):
            if found and found[-1].tag == "IN" and word.ent_start:
                found.pop()
            continue
        if word.lower in _DETERMINERS and not found:
            continue
        found.append(word)
    while found and (found[-1].tag in ("IN", "TO", "CC", "DT") or found[-1].pos == "ADP"):
        found.pop()
    return _joined(found[:_LONGEST])


def _joined(kept: Sequence[Word]) -> str:
    parts: list[str] = []
    for at, word in enumerate(kept):
        text = word.text
        if at == 0 and word.i == 0 and not (word.ent or word.pos == "PROPN" or lookup(text)) and text[1:].islower():
            text = word.lower
        parts.append(text)
        following = kept[at + 1] if at + 1 < len(kept) else None
        if following is not None and (word.spaced or following.i != word.i + 1):
            parts.append(" ")
    return "".join(parts).strip()
