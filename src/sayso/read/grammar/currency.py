"""Whose money a shared name means in its document: "pesos" in a text of one country are that country's, and so is "P50" there.

Invariant: a currency is only told apart by what the text names: one currency of that name in full, or the one country that has it.
"""

from __future__ import annotations

import re
from functools import cache

from sayso.lexicon.names import fold, gazetteer
from sayso.lexicon.table import either, table
from sayso.read.grammar.amounts import Amount
from sayso.read.grammar.place import Place
from sayso.read.grammar.units import rate_after
from sayso.read.grammar.verbs import governor, subject_of
from sayso.read.parse import Word

_CURRENCIES = table("currencies")
_LETTERS: dict[str, str] = _CURRENCIES["letters"]
_SHARED: dict[str, dict[str, list[str]]] = _CURRENCIES["shared"]
_USUAL: dict[str, str] = _CURRENCIES["usual"]
_POUNDS: dict[str, list[str]] = _CURRENCIES["pounds"]
_NEAR = 4  # words from pounds to the noun they are of


class Purse:
    """The currencies of one document, each looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, str | None] = {}

    def of(self, amount: Amount, unit: str) -> str | None:
        """The unit of an amount with the currency it means here; ``None`` where a letter before a number is no sign of money."""
        name, per, rest = unit.partition("/")
        if name in _LETTERS:
            code = self._told(_LETTERS[name]) if _spelt_out(amount) else None
            return code and code + per + rest
        if name not in _USUAL and name not in _SHARED:
            return unit
        return (self._told(name) or _USUAL.get(name, name)) + per + rest

    def _told(self, name: str) -> str | None:
        if name not in self._known:
            usual = _signed(name, self._text)
            self._known[name] = None if usual else _named(name, self._text) or _located(name, self._text)
        return self._known[name]


def _signed(name: str, text: str) -> bool:
    """Whether the text writes the usual currency of a name by its bare sign: then the name means that one, too."""
    signs = [sign for sign, code in _CURRENCIES["symbols"].items() if code == _USUAL.get(name) and len(sign) == 1]
    return any(re.search(rf"(?<!\w){re.escape(sign)}\d", text) for sign in signs)


def _spelt_out(amount: Amount) -> bool:
    """Whether a number is written as money is, not as a model ("N95"): with a scale word, a fraction or what it is per."""
    value = amount.low or amount.high or 0
    return amount.scale > 1 or value >= 1000 or value % 1 != 0 or "/" in (amount.unit or "")


@cache
def _in_full(name: str) -> tuple[tuple[str, str], ...]:
    """The full names of the currencies of a name ("swiss franc"), each with its code."""
    return tuple(
        (long, code) for long, code in _CURRENCIES["names"].items() if long.endswith(f" {name}") and code.isupper()
    )


def _named(name: str, text: str) -> str | None:
    """The only currency of this name that the text names in full ("Sudanese pound"): "pounds" are that one's."""
    lower = text.lower()
    found = {code for long, code in _in_full(name) if long in lower}
    return found.pop() if len(found) == 1 else None


@cache
def _countries(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The codes of a shared name, each with the words for its countries and their people."""
    places = gazetteer()
    return tuple(
        (code, re.compile(rf"\b(?:{either([word for word, entry in places.items() if entry.name in states])})(?!\w)"))
        for code, states in _SHARED.get(name, {}).items()
    )


def _located(name: str, text: str) -> str | None:
    """The currency of the only country the text names among those that have one of this name."""
    plain = fold(text)
    found = [code for code, words in _countries(name) if words.search(plain)]
    return found[0] if len(found) == 1 else None


def are_weight(words: list[Word], last: Word) -> bool:
    """Whether pounds are weight: "two pounds of butter", "a 50-pound bag", "weighs 20 pounds", and no sum of money."""
    after = words[last.i + 1 : last.i + 2 + _NEAR]
    if last.text.endswith("pound") and words[last.i - 1].text == "-":
        noun = next((word for word in after if word.pos in {"NOUN", "PROPN"}), None)
        return noun is not None and noun.lemma.lower() not in _POUNDS["paid"]
    if after and after[0].lower == "of":
        noun = next((word for word in reversed(after) if word.head is after[0]), None)
        return noun is not None and noun.lower not in _POUNDS["money"]
    verb = next((above for above in last.ancestors() if above.pos in {"VERB", "AUX"}), None)
    return verb is not None and verb.lemma.lower() in _POUNDS["weighing"]


def rate_of(place: Place) -> str | None:
    """What a sum is per where the noun it is of says so: "the price per tonne was $3,060"."""
    verb = governor(place.top)
    noun = subject_of(verb) if verb is not None else None
    for thing in (place.top.head.head if place.top.head.pos == "ADP" else place.top.head, noun):
        for child in thing.children if thing is not None and thing.pos == "NOUN" else ():
            if child.lower == "per" and child.i < place.first.i:
                unit = " ".join(word.text for word in child.subtree() if word.i - child.i in (1, 2))
                found = rate_after(f" per {unit}", 0) or rate_after(f" per {unit.partition(' ')[0]}", 0)
                return found[0] if found else None
    return None
