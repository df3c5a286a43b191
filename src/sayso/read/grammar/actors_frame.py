"""Who stands where around a word: subjects, objects and prepositional ends of verbs and nouns, and the actors they name."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from sayso.lexicon.table import words as vocabulary
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.actors_subjects import RELATIVE, subjects_of
from sayso.read.grammar.phrase import child, children, conjuncts, phrase
from sayso.read.parse import Word

_FIXED = frozenset({"according", "due", "owing", "thanks", "per"})  # "according to A" is no way to A
_EXAMPLES = frozenset({"as", "like", "including"})
STAGES = frozenset({"first", "then", "onward", "onwards"})  # "first to A, then to B, and onward to C"
_OPENING = frozenset({"as", "like", "including", "e.g.", "namely"})
_BETWEEN = frozenset({",", "and", "or", "the", "e.g.", "e.g", "i.e.", "as", "such", "including", "namely", "both"})
_WINDOW = 40  # words that may list examples
_NEAR = 9  # words before the list begins
_JOINED = 5  # words before a noun in which a pair joined by a dash is sought


@dataclass(slots=True)
class Frame:
    """The heads around a verb. Of a passive, ``agents`` are who does it and ``patients`` whom it is done to."""

    agents: list[Word] = field(default_factory=list)
    patients: list[Word] = field(default_factory=list)
    recipients: list[Word] = field(default_factory=list)
    obliques: list[tuple[str, Word]] = field(default_factory=list)
    passive: bool = False


def frame(verb: Word, actors: Actors) -> Frame:
    """The frame of a verb, with subjects found across coordination, control and relative clauses."""
    result = Frame(passive=_passive(verb))
    subjects = subjects_of(verb, actors)
    if result.passive:
        result.patients = subjects
    else:
        result.agents = subjects
    for one in verb.children:
        if one.dep == "dobj" and (result.passive or not result.patients):
            antecedent = one.lower in RELATIVE and verb.dep == "relcl"
            result.patients = result.patients + ([verb.head] if antecedent else conjuncts(one))
        elif one.dep == "dative" and one.pos != "ADP":
            result.recipients = conjuncts(one)
        elif one.pos == "ADP" or one.dep in {"prep", "agent", "dative"} or one.lower in STAGES:
            result.obliques.extend(obliques_of(one))
    if result.passive:
        result.agents = [word for preposition, word in result.obliques if preposition == "by"]
    elif _object_relative(verb) and not result.patients:
        result.patients = [verb.head]
    return result


def _object_relative(verb: Word) -> bool:
    """``the shells (that) the firm sold``: the antecedent is what was sold."""
    if verb.dep != "relcl":
        return False
    subject = child(verb, "nsubj", "nsubjpass")
    return subject is not None and subject.lower not in RELATIVE


def obliques_of(preposition: Word) -> list[tuple[str, Word]]:
    """(preposition, head) of each noun after it; ``from A to B`` gives both even where one hangs from the other."""
    found: list[tuple[str, Word]] = []
    if preposition.lower in _FIXED:
        return found
    stack = [preposition]
    while stack and len(found) < 24:
        word = stack.pop()
        for one in word.children:
            if one.dep == "pobj" and word.lower == "by" and one.lower in {"way", "means"}:  # "by way of A"
                found.extend(("via", inner) for kid in one.children if kid.lower == "of" for inner in _objects(kid))
            elif one.dep == "pobj":
                found.extend(("from" if _out_of(word) else word.lower, fellow) for fellow in conjuncts(one))
            elif (one.dep in {"prep", "conj"} and one.pos in {"ADP", "SCONJ"}) or one.lower in STAGES:
                stack.append(one)
    return found


def _out_of(preposition: Word) -> bool:
    """Whether this is the "of" of "out of"."""
    if preposition.lower != "of":
        return False
    above = preposition.head
    return above.lower == "out" or any(one.lower == "out" and one.i == preposition.i - 1 for one in above.children)


def _objects(preposition: Word) -> list[Word]:
    return [fellow for one in preposition.children if one.dep == "pobj" for fellow in conjuncts(one)]


def after(pairs: Iterable[tuple[str, Word]], prepositions: Container[str]) -> list[Word]:
    """The heads of those (preposition, head) pairs that stand after one of these prepositions."""
    return [word for preposition, word in pairs if preposition in prepositions]


def _passive(verb: Word) -> bool:
    if any(one.dep in {"nsubjpass", "auxpass"} for one in verb.children):
        return True
    if verb.tag != "VBN":
        return False
    if verb.dep == "acl":
        return True
    if verb.dep == "conj" and verb.head.tag == "VBN" and not any(one.dep in {"nsubj", "aux"} for one in verb.children):
        return verb.head is not verb and any(one.dep == "auxpass" for one in verb.head.children)
    return verb.dep in {"advcl", "amod", "acomp"} and not any(one.dep == "aux" for one in verb.children)


def named(actors: Actors, heads: Iterable[Word], *, place: bool = False) -> list[str]:
    """The names of the actors these heads mention, without repeats."""
    found = [actors.name(phrase(head), place=place) for head in heads]
    return list(dict.fromkeys(name for name in found if name))


def parties(actors: Actors, heads: Iterable[Word]) -> list[str]:
    """The actors meant by these heads: themselves, else whose they are ("Kenya's ports", "Kenyan ports")."""
    found: list[str] = []
    for head in heads:
        name = actors.name(phrase(head))
        if name:
            found.extend([name] if is_actor(actors, head, name) else [])
        else:
            own = [] if _another(head) else holders(actors, head)
            found.extend(actors.pair(head) or examples(actors, head) or own)
    return list(dict.fromkeys(found))


def _another(head: Word) -> bool:
    """Whether what is done to this is not done to whose it is: an enemy, a ship or a
    private person that only goes by a nationality."""
    apart = vocabulary("actors", "craft") | vocabulary("actors", "private")
    flagged = head.lemma in apart and possessor(head) is None
    return flagged or head.lemma in vocabulary("actors", "relational")


def examples(actors: Actors, head: Word) -> list[str]:
    """The actors given as examples of the head: ``intermediaries (e.g. Chad)``, ``states such as Chad and Mali``."""
    if head.tag not in {"NNS", "NNPS"}:
        return []
    found: list[Word] = []
    for one in head.children:
        if one.i > head.i and one.dep in {"appos", "parataxis"}:
            found.extend(conjuncts(one))
        elif one.i > head.i and one.dep == "prep" and one.lower in _EXAMPLES:
            found.extend(word for _, word in obliques_of(one))
    names = [mention.name for word in found if (mention := actors.mention(word)) and not mention.adjectival]
    listed = _listed_after(actors, head)
    return list(dict.fromkeys(listed if set(names) <= set(listed) else names))


def _listed_after(actors: Actors, head: Word) -> list[str]:
    """The names in the brackets that follow, or after the next "such as" or "including", wherever the parser hangs them."""
    following = actors.sentence_of(head).words[head.i + 1 : head.i + _WINDOW]
    if not following:
        return []
    start = next((place + 1 for place, word in enumerate(following[:_NEAR]) if word.lower in _OPENING), 0)
    if following[0].text == "(":
        start = 1
    elif not start or any(word.pos in {"VERB", "AUX"} and word.lower not in _OPENING for word in following[:start]):
        return []
    names: list[str] = []
    for word in following[start:]:
        mention = actors.mention(word)
        if mention is not None and not mention.adjectival:
            names.append(mention.name)
        elif mention is None and word.lower not in _BETWEEN:
            break
    return names


def facing(noun: Word, actors: Actors) -> list[str]:
    """The two actors a dash joins before a noun: ``the Mali–Chad border talks``, ``Kenyan-Ugandan relations``."""
    words = actors.sentence_of(noun).words
    for mark in words[max(noun.i - _JOINED, 1) : noun.i]:
        if mark.text in {"-", "–", "—"} and not (words[mark.i - 1].spaced or mark.spaced):
            sides = [actors.mention(words[mark.i + step]) for step in (-1, 1)]
            names = [side.name for side in sides if side is not None and actors.mention(mark) is None]
            if len(set(names)) == 2 and all(word.head.i <= noun.i for word in words[mark.i + 1 : noun.i]):
                return names
    return []


def is_actor(actors: Actors, head: Word, name: str) -> bool:
    """Whether a name is that of somebody who can act, not of a weapon, an event or a faith."""
    mention = actors.mention(head)
    if mention is None or mention.entry is not None:
        return True
    return actors.kind(name) != "thing" and not (mention.kind == "group" and head.dep == "amod")


def holders(actors: Actors, head: Word, *, states: bool = False) -> list[str]:
    """Whose a thing is: its possessor, the state its adjective names, or what stands after "of".

    With ``states``, of the words before the head only a state or a well-known body counts ("Kenyan", not "Acme").
    """
    owner_word = possessor(head)
    if owner_word is not None:
        name = actors.name(phrase(owner_word))
        return [name] if name else holders(actors, owner_word)
    owner = adjective(actors, head, states=states)
    if owner is not None:
        return [owner]
    if head.dep == "conj" and head.head.i < head.i and child(head, "det") is None:
        first = head.head
        while first.dep == "conj" and first.head.i < first.i:
            first = first.head
        if (owner_word := child(first, "poss")) is not None:
            return named(actors, [owner_word])
        if (owner := adjective(actors, first, states=True)) is not None:  # "Malian rifles and shells"
            return [owner]
    for one in children(head, "prep"):
        if one.lower in {"of", "from"}:
            return named(actors, (word for _, word in obliques_of(one)))
    return []


def possessor(noun: Word) -> Word | None:
    """The owner of a noun, also over a date between them ("the Fund's May 2024 report")."""
    owner = child(noun, "poss")
    if owner is not None:
        return owner
    for one in noun.children if noun.head is noun else (*noun.children, *noun.head.children):
        if one.i < noun.i and one.ent == "DATE":
            owner = child(one, "poss")
            if owner is not None:
                return owner
    return None


def adjective(actors: Actors, head: Word, *, states: bool = False) -> str | None:
    """The actor named by an adjective or noun before the head; a state before anything else (``Kenyan``, ``NATO``)."""
    before = [one for one in head.children if one.i < head.i and one.dep in {"amod", "compound", "nmod"}]
    if any(one.text == "-" for one in head.children if one.i < head.i) or any(
        kid.text == "-" and kid.i < one.i for one in before for kid in one.children
    ):  # "pro-Kenyan", "non-EU"
        return None
    before += [
        inner
        for one in before
        for inner in one.children
        if inner.i < one.i and inner.dep in {"amod", "compound", "nmod"}
    ]
    found: str | None = None
    for one in before:
        mention = actors.mention(one)
        if mention is None:
            continue
        if mention.entry is not None:
            return mention.name
        if found is None and not states and {mention.kind, actors.kind(mention.name)} <= {"organisation", "person"}:
            found = mention.name
    return found
