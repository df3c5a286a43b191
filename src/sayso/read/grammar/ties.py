"""Ties: lasting relations between actors, from verbs, nouns, apposition, offices and nationality."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.core.claim import Act, Flow, Modality, Tie
from sayso.lexicon.table import table
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.actors_frame import after, frame, holders, named, obliques_of, parties, possessor
from sayso.read.grammar.acts import acts
from sayso.read.grammar.flows import flows
from sayso.read.grammar.flows_goods import vocabulary
from sayso.read.grammar.phrase import child, conjuncts
from sayso.read.grammar.ties_roles import of_leaning, of_role, title_of
from sayso.read.grammar.ties_terms import BONDS, of_names, of_post, of_terms
from sayso.read.parse import Parse, Sentence, Word
from sayso.read.proposal import Proposal

_PREDICATES = frozenset({"attr", "oprd", "pobj"})  # places of a noun that says what somebody is

Pair = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """A tie and the word that tells it. What a name, title or nationality only ``shown`` is given once a document; ``beside``
    says that the words stand in passing ("its director, A, refused"), so that it holds whatever the sentence says."""

    word: Word
    pair: Pair
    shown: bool = False
    beside: bool = False


def ties(parse: Parse, actors: Actors) -> list[Proposal]:
    """The ties the document states, in order; one that only a title or a nationality shows is given once a document."""
    found: list[Proposal] = []
    shown: set[Pair] = set()
    dealt = {
        (act.sentence.index, act.body.actor, act.body.target)
        for act in acts(parse, actors)
        if isinstance(act.body, Act)
    }
    traded = _traded(parse, actors, dealt)
    for sentence in parse.sentences:
        here: set[Pair] = set()
        for told in (*_read(sentence, actors), *traded.get(sentence.index, [])):
            word, pair, holds = told.word, told.pair, told.shown or told.beside
            if pair[0] == pair[2] or pair in here or (told.shown and pair in shown):
                continue
            if pair[1] in BONDS and (sentence.index, pair[0], pair[2]) in dealt:  # told as an act already
                continue
            here.add(pair)
            shown.add(pair)
            modality, negated = (Modality.ASSERTED, False) if holds else (None, None)
            anchor = (word.start, word.end) if holds else (sentence.start, sentence.end)
            found.append(Proposal(Tie(*pair), sentence, anchor, word, modality=modality, negated=negated))
    return found


def _traded(parse: Parse, actors: Actors, dealt: set[tuple[int, str, str | None]]) -> dict[int, list[Told]]:
    """Who supplies whom, from the flows; seen from whoever the verb makes the doer."""
    found: dict[int, list[Told]] = {}
    spoken = [{one.name for one in (*actors.named(each), *actors.mentions(each))} for each in parse.sentences]
    for proposal in flows(parse, actors):
        body, word = proposal.body, proposal.predicate
        if isinstance(body, Flow) and body.origin and body.destination and word is not None:
            if word.lemma in vocabulary("words", "no_trade") or proposal.negated:
                continue
            index = actors.sentence_of(word).index
            if (
                spoken[index].isdisjoint({body.origin, body.destination})
                or (index, body.origin, body.destination) in dealt
            ):
                continue
            buying = word.lemma in vocabulary("verbs", "get") or word.lemma in vocabulary("nouns", "get")
            pair = (
                (body.destination, "buys from", body.origin) if buying else (body.origin, "supplies", body.destination)
            )
            found.setdefault(index, []).append(Told(word, pair))
    return found


def _read(sentence: Sentence, actors: Actors) -> Iterator[Told]:
    verbs, nouns, adjectives, roles = (_rules(section) for section in ("verbs", "nouns", "adjectives", "roles"))
    for word in sentence.words:
        lemma = word.lemma.lower()
        if word.pos == "VERB" and lemma in verbs:
            yield from (Told(word, pair) for pair in _of_verb(word, verbs[lemma], actors))
        elif word.pos in {"NOUN", "PROPN"}:
            if lemma in nouns:
                yield from (Told(word, pair) for pair in _of_noun(word, nouns[lemma], actors))
            for relation, _ in roles.get(lemma, ()) or roles.get(title_of(word), ()):
                beside = word.dep not in _PREDICATES
                yield from (Told(word, pair, beside=beside) for pair in of_role(word, relation, actors))
            if actors.is_group(word):
                yield from (Told(word, pair) for pair in of_leaning(word, actors))
            if lemma in _offices("regimes"):
                yield from (Told(word, pair, shown=True) for pair in _of_regime(word, actors))
            if lemma in _organs():
                yield from (Told(word, pair, shown=True) for pair in _organ_named(word, actors))
        elif word.pos in {"ADJ", "VERB"} and (lemma if word.pos == "ADJ" else word.lower) in adjectives:
            choices = adjectives[lemma if word.pos == "ADJ" else word.lower]
            yield from (Told(word, pair) for pair in _of_adjective(word, choices, actors))
    yield from (Told(word, pair, beside=word.pos != "NOUN") for word, pair in of_terms(sentence, actors))
    posts = [(word, pair) for word in sentence.words if word.pos == "NOUN" for pair in of_post(word, actors)]
    yield from (Told(word, pair, beside=word.dep not in _PREDICATES) for word, pair in posts)
    shown = (*_named_so(sentence, actors), *_bracketed(sentence, actors), *of_names(sentence, actors))
    yield from (Told(word, pair, shown=True) for word, pair in shown)


def _organ_named(noun: Word, actors: Actors) -> Iterator[Pair]:
    """``the Kenyan spy service NIS``: the service is part of Kenya."""
    bearer = actors.mention(noun.head) if noun.dep in {"compound", "nmod"} else None
    bearer = bearer or next(
        (mention for one in noun.children if one.dep == "appos" and (mention := actors.mention(one))), None
    )
    words = [*noun.children, *(noun.head.children if bearer is not None else ())]
    nation = next((name for one in words if one.i < noun.i and (name := actors.state(one))), None)
    if bearer is not None and nation is not None and bearer.entry is None and bearer.kind != "person":
        yield bearer.name, "part of", nation


@cache
def _rules(section: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for relation, entries in table("ties")[section].items():
        for entry in entries:
            lemma, *prepositions = entry.split(" ") if section != "roles" else [entry]
            found.setdefault(lemma, []).append((relation, tuple(prepositions)))
    return found


@cache
def _offices(key: str) -> frozenset[str]:
    return frozenset(table("ties")["offices"][key])


def _of_verb(verb: Word, choices: list[tuple[str, tuple[str, ...]]], actors: Actors) -> Iterator[Pair]:
    around = frame(verb, actors)
    first = named(actors, around.agents)
    if verb.lemma == "control":
        yield from ((a, relation, b) for relation, b in _controlled(around.patients, actors) for a in first)
        return
    for relation, prepositions in choices:
        if prepositions:
            heads = after(around.obliques, prepositions)
            second = parties(actors, heads)
        elif relation in {"owns", "leads", "member of"}:
            second = named(actors, _shared(around.patients))
            if relation == "owns":
                second = [name for name in second if actors.kind(name) != "state"]
            elif relation == "member of":  # one joins a club; one joins people "in" doing something
                second = [name for name in second if actors.kind(name) in {"body", "organisation"}]
                second = [] if any(kid.lower == "in" and child(kid, "pcomp") for kid in verb.children) else second
        else:
            second = parties(actors, around.patients)
        for a in first:
            for b in second:
                yield a, relation, b


def _controlled(heads: list[Word], actors: Actors) -> Iterator[tuple[str, str]]:
    """How one stands to what he controls: he owns a firm, and has power over a state, over the part of it that is named
    ("northern Mali"), and over whose the thing is ("much of Mali", "Mali's ports")."""
    for head in heads:
        itself = named(actors, [head])
        region = next((one.lower for one in head.children if one.i == head.i - 1 and one.dep == "amod"), "")
        for name in parties(actors, [head]) or parties(actors, _shared([head])):
            if itself and actors.kind(name) not in {"state", "place"}:
                yield "owns", name
            elif itself and region in table("actors")["directions"]:
                yield "influences", f"{region} {name}"
            else:
                yield "influences", name


def _shared(heads: list[Word]) -> list[Word]:
    """What a share is of: ``owns 51 % of X``."""
    found: list[Word] = []
    for head in heads:
        inner = [word for one in head.children if one.lower in {"of", "in"} for _, word in obliques_of(one)]
        found.extend(
            inner
            if inner
            and (head.pos in {"NUM", "SYM"} or head.lower in {"%", "percent", "stake", "share", "majority", "half"})
            else [head]
        )
    return found


def _of_noun(noun: Word, choices: list[tuple[str, tuple[str, ...]]], actors: Actors) -> Iterator[Pair]:
    if noun.dep == "compound":
        return
    around = [(one.lower, word) for one in noun.children if one.dep == "prep" for _, word in obliques_of(one)]
    for relation, prepositions in choices:
        heads = after(around, prepositions)
        second = named(actors, heads) if relation == "owns" else parties(actors, heads)
        others = [pair for pair in around if pair[1] not in heads]
        first = [name for name in _owner(noun, others, actors) if name not in second]
        for a in first:
            for b in second:
                yield a, relation, b


def _owner(noun: Word, around: list[tuple[str, Word]], actors: Actors) -> list[str]:
    owner = possessor(noun)
    if owner is not None:
        return named(actors, [owner]) or holders(actors, owner)
    before = [mention.name for one in noun.children if one.i < noun.i and (mention := actors.mention(one))]
    if before:
        return before[:1]
    by = named(actors, after(around, {"by", "of"}))
    if by:
        return by
    word = noun
    while word.dep in {"conj", "attr", "dobj"} and word.head is not word:
        word = word.head
        if word.pos in {"VERB", "AUX"}:
            return parties(actors, frame(word, actors).agents)
    return []


def _of_adjective(word: Word, choices: list[tuple[str, tuple[str, ...]]], actors: Actors) -> Iterator[Pair]:
    subject = child(word, "nsubjpass")  # "militias linked to A", "militias are linked to A"
    if word.dep in {"acomp", "attr"}:
        subject = child(word.head, "nsubj")
    elif word.dep in {"amod", "acl"}:
        subject = word.head
    if subject is None:
        return
    for relation, prepositions in choices:
        heads = [
            noun
            for one in word.children
            if one.dep == "prep" and one.lower in prepositions
            for _, noun in obliques_of(one)
        ]
        for a in parties(actors, conjuncts(subject)):
            for b in parties(actors, heads):
                yield a, relation, b


def _of_regime(noun: Word, actors: Actors) -> Iterator[Pair]:
    """``the Mwangi government``: whose government it is leads the state it governs."""
    for one in noun.children:
        mention = actors.mention(one)
        if mention is not None and actors.kind(mention.name) == "person":
            state = actors.governed(mention.name, said=noun.lemma == "administration")  # most often of another country
            if state and noun.head.lower != "in":
                yield mention.name, "leads", state


def _named_so(sentence: Sentence, actors: Actors) -> Iterator[tuple[Word, Pair]]:
    """``Kenyan President A. B.`` leads; ``Kenya's Central Bank`` and ``the Kenyan Ministry of Trade`` are part of Kenya."""
    mentions = actors.named(sentence)
    for first, second in zip([None, *mentions], mentions, strict=False):
        word = second.words[-1]
        if first is not None and first.name != second.name and actors.beside(first, second):
            person = actors.kind(second.name) == "person"
            if person and _titled(second.words) and actors.kind(first.name) in {"state", "body", "organisation"}:
                yield word, (second.name, "leads", first.name)
            elif not person and first.kind == "state" and _organ(second.name):
                yield word, (second.name, "part of", first.name)
        inner = actors.state_within(second)
        if inner and _organ(second.name) and second.name.endswith(")"):
            yield word, (second.name, "part of", inner)


def _bracketed(sentence: Sentence, actors: Actors) -> Iterator[tuple[Word, Pair]]:
    """``Kenya (NIS/KDF)``: the services in brackets behind a state are part of it."""
    words = sentence.words
    for opening in words[1:]:
        if opening.text != "(" or (whole := actors.state(words[opening.i - 1])) is None:
            continue
        closing = next((word.i for word in words[opening.i :] if word.text == ")"), opening.i)
        inside = words[opening.i + 1 : closing]
        names = [word for word in inside if word.text not in {"/", ",", "and", "or"}]
        if len(names) > 1 and all(word.text.isupper() and word.text.isalpha() and len(word.text) > 1 for word in names):
            for word in names:
                if (mention := actors.mention(word)) is not None and mention.entry is None:
                    yield word, (mention.name, "part of", whole)


def _titled(words: tuple[Word, ...]) -> bool:
    start = " ".join(word.lower for word in words[:2])
    return words[0].lower in _offices("leads") or start in _offices("leads")


@cache
def _organs() -> frozenset[str]:
    return frozenset(table("ties")["organs"]["words"])


def _organ(name: str) -> bool:
    return any(part in _organs() for part in name.lower().split())
