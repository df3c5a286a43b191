"""What acts are told by: the words of the vocabulary with the type of event each names, and the deed read from one."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.table import table
from sayso.read.parse import Word


@dataclass(frozen=True, slots=True)
class Deed:
    """Who does what to whom, by which word. What is told as somebody's own is ``held``: it is so, whatever another does about
    it ("refused to lift Kenya's sanctions")."""

    actor: str
    action: str
    target: str
    word: Word
    held: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """The type of event a word names and the words after which its target stands; a bare verb takes an object."""

    action: str
    prepositions: tuple[str, ...]

    @property
    def bare(self) -> bool:
        return not self.prepositions

    @property
    def mutual(self) -> bool:
        """Whether either side may be called actor and target."""
        return "with" in self.prepositions or "between" in self.prepositions


@cache
def rules(section: str) -> dict[str, list[Rule]]:
    """lemma -> its rules, in the order of the table."""
    found: dict[str, list[Rule]] = {}
    for action, entries in table("acts")[section].items():
        for entry in entries:
            lemma, *prepositions = entry.split(" ")
            found.setdefault(lemma, []).append(Rule(action, tuple(prepositions)))
    return found


@cache
def light(key: str) -> frozenset[str]:
    """Verbs and nouns that only carry what another word names."""
    return frozenset(table("acts")["light"][key])
