"""A flow in the making, and what gives its ends: actors after prepositions, intermediaries, people and money."""

from dataclasses import dataclass, field

from sayso.lexicon.names import lookup
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.actors_frame import examples, frame, holders, named, obliques_of
from sayso.read.grammar.flows_goods import is_goods, vocabulary
from sayso.read.grammar.phrase import child, conjuncts, phrase
from sayso.read.parse import Word

_LISTING = frozenset({"and", "or", ",", "&"})
_ENDS = frozenset({"to", "into", "from"})
_TOWARDS = frozenset({"to", "into", "towards", "toward"})
_THINGS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})  # places of goods a pronoun may stand for
_DEFINITE = frozenset({"the", "these", "this", "those", "such"})

Obliques = list[tuple[str, Word]]


@dataclass(slots=True, eq=False)
class Draft:
    """``plain`` names the goods where the verb does (``fund``); ``owners`` are origins known of one goods word only.

    A ``strong`` draft may leave one end open; an ``inheriting`` one may take its ends from earlier flows; one ``told``
    is stated by another word already; ``parallel`` says that the intermediaries stand side by side; a noun not ``sized`` by a
    figure needs both ends; ``paid`` is what a payment is for;
    a ``stated`` one may leave an end open that is not to be sought elsewhere;
    ``closed`` says that the text names a destination, known or not, so that none is to be sought elsewhere.
    """

    word: Word
    role: str
    goods: list[Word] = field(default_factory=list)
    plain: str = ""
    origins: list[str] = field(default_factory=list)
    owners: dict[int, list[str]] = field(default_factory=dict)
    via: list[str] = field(default_factory=list)
    parallel: bool = False
    destinations: list[str] = field(default_factory=list)
    strong: bool = True
    inheriting: bool = True
    told: bool = False
    closed: bool = False
    sized: bool = True
    stated: bool = False
    paid: list[Word] = field(default_factory=list)

    def ends(self, head: Word) -> tuple[list[str], list[str]]:
        origins = self.origins or self.owners.get(head.start, [])
        if not origins and head not in self.goods:  # an item of the list the goods word opens
            origins = self.owners.get(self.goods[0].start, []) if self.goods else []
        return origins, [name for name in self.destinations if name not in origins]

    def open_origins(self) -> bool:
        return bool(self.origins or any(self.owners.values()))


def ends(obliques: Obliques, end: str, actors: Actors) -> list[str]:
    """Actors after the prepositions of this end; of "to Kenyan markets" and "to traders in Kenya", the state."""
    found: list[str] = []
    for preposition, word in obliques:
        if preposition not in vocabulary("words", end) or word.ent in {"DATE", "TIME"}:
            continue
        names = named(actors, [word])
        if not names or names[0][0].islower():
            inside = [
                one for kid in (*word.children, *_based(word)) if kid.lower == "in" for _, one in obliques_of(kid)
            ]
            outlet = word.lemma in vocabulary("words", "outlets")
            nameless = unnamed(actors, word)
            such = examples(actors, word) if nameless else []  # "to countries like Chad"
            names = such or named(actors, inside) or names or (holders(actors, word) if outlet else []) or nameless
        found += names
    return list(dict.fromkeys(found))


def _based(word: Word) -> list[Word]:
    """What stands under "based", where somebody is said to be so."""
    return [kid for one in word.children if one.lower == "based" for kid in one.children]


def unnamed(actors: Actors, word: Word) -> list[str]:
    """The words for somebody without a name who gives or takes ("the receiver", "foreign clients"), if that is what they are."""
    somebody = word.lemma.lower() in vocabulary("words", "receivers") or actors.is_group(word)
    if word.pos != "NOUN" or not somebody:
        return []
    before = [one for one in word.children if one.i < word.i and one.dep in {"compound", "amod"} and one.ent != "DATE"]
    before = [one for one in before if one.lower not in vocabulary("words", "quantities")]
    run = [*before, word]
    text = actors.parse.text_of(run) if run[-1].i - run[0].i < len(run) + 2 else word.text
    return [text]


def somebody(actors: Actors, heads: list[Word]) -> list[str]:
    """The actors these heads mention; those without a name by where they are said to be, or else by their words."""
    found = named(actors, heads) or list(dict.fromkeys(name for head in heads for name in unnamed(actors, head)))
    if not nameless(actors, found):
        return found
    inside = [one for head in heads for kid in head.children if kid.lower == "in" for _, one in obliques_of(kid)]
    return named(actors, inside) or found


def nameless(actors: Actors, names: list[str]) -> bool:
    """Whether these are all groups without a proper name ("traders")."""
    return all(actors.kind(name) == "group" and lookup(name.split(" ")[0]) is None for name in names)


def pass_through(draft: Draft, obliques: Obliques, actors: Actors) -> None:
    """Gives the draft its intermediaries, and whether they stand side by side ("via Mali and Niger") or in order."""
    found: list[str] = []
    heads: list[Word] = []
    for preposition, word in obliques:
        if preposition in vocabulary("words", "via") and word.ent not in {"DATE", "TIME"}:
            inside = [one for kid in word.children if kid.lower in {"in", "from"} for _, one in obliques_of(kid)]
            names = examples(actors, word) or named(actors, [word])
            if word.lemma not in vocabulary("words", "conduits"):
                names = names or named(actors, inside) or holders(actors, word)
            found += names
            heads += [word] if names else []
    if heads and (then := _then(heads[-1], draft.word)) is not None:
        heads, found = [*heads, then], found + named(actors, [then])
    draft.via = list(dict.fromkeys(found))
    draft.parallel = len(draft.via) > 1 and (len(heads) == 1 or _joined(heads, actors))


def _then(last: Word, verb: Word) -> Word | None:
    """``through A and then B``: the parser hangs B from the verb."""
    found = next((one for one in verb.children if one.dep == "conj" and one.pos == "PROPN" and one.i > last.i), None)
    return found if found is not None and found.i <= last.i + 3 else None


def _joined(heads: list[Word], actors: Actors) -> bool:
    """Whether the words between the heads list them, and do not say that one comes after the other."""
    between = _between(heads, actors)
    return not between.isdisjoint(_LISTING) and between.isdisjoint(vocabulary("words", "onward") | _ENDS)


def _between(heads: list[Word], actors: Actors) -> frozenset[str]:
    first, last = min(head.i for head in heads), max(head.i for head in heads)
    return frozenset(word.lower for word in actors.sentence_of(heads[0]).words[first + 1 : last])


def carry_on(draft: Draft, obliques: Obliques, actors: Actors) -> None:
    """``to A and from there to B``, ``to A and then B``, ``to A before reaching B``: A is on the way to B."""
    reached = _reached_after(draft.word, actors)
    if reached:
        passed = [name for name in draft.destinations if name not in reached]
        draft.parallel = draft.parallel if draft.via else len(passed) > 1
        draft.via, draft.destinations = [*draft.via, *(name for name in passed if name not in draft.via)], reached
        return
    heads = [word for preposition, word in obliques if preposition in _TOWARDS and named(actors, [word])]
    if len(heads) > 1 and len(draft.destinations) > 1 and _between(heads, actors) & vocabulary("words", "onward"):
        last = named(actors, [max(heads, key=lambda head: head.i)])
        if last and last[0] in draft.destinations:
            passed = [name for name in draft.destinations if name != last[0]]
            draft.via = [name for name in draft.via if name not in passed] + passed
            draft.parallel, draft.destinations = False, last


def _reached_after(verb: Word, actors: Actors) -> list[str]:
    """Who is reached in the end: ``before reaching A``, ``before being sold to A``."""
    for one in verb.children:
        then = child(one, "pcomp") if one.lower in {"before", "until"} else None
        if then is not None:
            around = frame(then, actors)
            met = named(actors, around.patients) if then.lemma in {"reach", "enter"} else []
            return met or ends(around.obliques, "to", actors)
    return []


def is_somebody(actors: Actors, head: Word) -> bool:
    """Whether a word that could be goods is somebody instead."""
    mention = actors.mention(head)
    if mention is None:
        return head.lemma not in vocabulary("goods", "things") and actors.name(phrase(head)) is not None
    if len(mention.words) == 1 and mention.entry is None and head.lower in vocabulary("goods", "things"):
        return False
    return mention.entry is not None or (
        actors.kind(mention.name) in {"person", "organisation"} and mention.kind != "thing"
    )


def is_people(actors: Actors, head: Word) -> bool:
    mention = actors.mention(head)
    if mention is not None:
        return mention.entry is not None and mention.entry.sense == "people" and head.tag in {"NNPS", "NNS"}
    return head.lemma in vocabulary("goods", "people") and head.tag == "NNS"


def from_whom(actors: Actors, head: Word) -> list[str]:
    mention = actors.mention(head)
    return [mention.name] if mention is not None and mention.entry is not None else holders(actors, head, states=True)


def meant(pronoun: Word, actors: Actors) -> list[Word]:
    """The goods that a pronoun stands for: the nearest before it in its sentence that are one or many as it is."""
    for word in reversed(actors.sentence_of(pronoun).words[: pronoun.i]):
        first = word
        while first.dep == "conj" and first.head.i < first.i:
            first = first.head
        fellows = conjuncts(first)
        many = len(fellows) > 1 or word.tag == "NNS"
        if first.dep in _THINGS and many == (pronoun.lower == "them") and is_goods(word, needed=True):
            return fellows
    return []


def own(goods: Word) -> bool:
    """Whether who gets the goods has owned them before ("withdrew their deposits"): they come from nobody else."""
    owner = child(goods, "poss")
    got = goods.dep == "dobj" and goods.head.lemma in vocabulary("verbs", "get")
    return got and owner is not None and owner.tag == "PRP$"


def is_money(word: Word) -> bool:
    if word.lemma in vocabulary("goods", "currencies"):
        return True
    return word.ent == "MONEY" or word.tag == "$" or any(one.tag == "$" for one in word.children)


def points_back(noun: Word) -> bool:
    determiner = child(noun, "det")
    return determiner is not None and determiner.lower in _DEFINITE
