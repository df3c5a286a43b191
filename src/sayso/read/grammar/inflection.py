"""The forms of a word: the singular of a noun that is counted, the past participle of a verb."""

import re

from sayso.lexicon.table import table
from sayso.read.parse import Word

_SINGULAR: dict[str, str] = table("measuring")["singular"]
_PARTICIPLES: dict[str, str] = table("measuring")["participles"]


def singular(noun: Word) -> str:
    """The counted noun as a unit: lower case, singular; nationals are persons."""
    if noun.lower in _SINGULAR:
        return _SINGULAR[noun.lower]
    if noun.pos == "PROPN":
        return "person" if noun.ent == "NORP" else noun.text.removesuffix("s") if noun.tag == "NNPS" else noun.text
    lemma = noun.lemma.lower()
    if lemma == noun.lower and noun.tag == "NNS":
        lemma = re.sub(r"(?<=[^aeiou])ies$", "y", lemma) if lemma.endswith("ies") else re.sub(r"(?<=[^s])s$", "", lemma)
    return lemma


def participle(verb: Word) -> str:
    """The verb's past participle."""
    lemma = verb.lemma.lower()
    if verb.tag == "VBN" or (verb.tag == "VBD" and verb.lower.endswith("ed")):
        return verb.lower
    if lemma in _PARTICIPLES:
        return _PARTICIPLES[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ied"
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", lemma):
        return lemma + lemma[-1] + "ed"
    return lemma + "ed"
