"""What a variable is called: a short nominal name, whose it is and what it is, out of a noun phrase or a clause.

"The ministry, which had promised it, demanded stricter controls in May" names *ministry's demands for stricter controls*.
Invariant: a name is never empty where there is a letter to name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.lexicon.table import table
from sayso.read.grammar.influences.clausal import clause_name, counted, nominal
from sayso.read.grammar.influences.nominal import DETERMINERS, EDGE, HEDGES, LONGEST, UNNAMED, joined, noun_name
from sayso.read.grammar.phrase import child
from sayso.read.parse import Word

__all__ = ["EDGE", "UNNAMED", "clause_name", "counted", "named", "nominal", "noun_name"]

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ")


def named(phrase: Iterable[Word]) -> str:
    """The name of these words: of the noun or the clause they hang on, or the words themselves where they hang together on none."""
    kept = list(phrase)
    inside = set(map(id, kept))
    roots = [word for word in kept if (word.head is word or id(word.head) not in inside) and word.text not in EDGE]
    nouns = [word for word in roots if word.pos in _NOMINAL]
    if len(roots) == 1 and (nouns or roots[0].tag == "VBG") and child(roots[0], "nsubj", "cop") is None:
        beyond = any(word.i == roots[0].i + 1 and word.pos in ("NOUN", "PROPN") for word in kept)  # head misread
        return _ordered(kept) or (_plain(kept) if beyond else noun_name(roots[0], inside)) or _plain(kept)
    if len(roots) == 1 and roots[0].pos in ("VERB", "AUX", "ADJ"):
        return clause_name(roots[0], kept).name or _plain(kept)
    return _ordered(kept) or _plain(kept)


def _ordered(kept: Sequence[Word]) -> str:
    """ "Stabilise prices", an item that asks for a deed and was read as a noun phrase: stabilisation of prices."""
    if len(kept) < 2:
        return ""
    first = kept[0]
    known = table("naming")["verbs"].get(first.lower, "")
    if first.i > 0 or not known.endswith(" of") or not first.lower.endswith(("ise", "ize", "ify")):
        return ""
    return f"{known} {_plain(list(kept[1:]))}"


def _plain(kept: list[Word]) -> str:
    """The words themselves without determiners, hedges, dates and brackets, in the document's spelling."""
    found: list[Word] = []
    depth = 0
    for word in kept:
        depth += (word.text == "(") - (word.text == ")")
        hyphen = word.text == "-" and found and found[-1].i == word.i - 1
        if depth > 0 or word.lower in HEDGES or (word.text in EDGE and not hyphen):
            continue
        if word.ent in ("DATE", "TIME"):
            if found and found[-1].tag == "IN" and word.ent_start:
                found.pop()
            continue
        if word.lower in DETERMINERS and not found:
            continue
        found.append(word)
    while found and (found[-1].tag in ("IN", "TO", "CC", "DT") or found[-1].pos == "ADP"):
        found.pop()
    return joined(found[:LONGEST])
