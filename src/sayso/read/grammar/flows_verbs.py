"""Flows told by verbs: who ships, buys, pays, funds, and what moves."""

from dataclasses import replace

from sayso.read.grammar.actors import Actors
from sayso.read.grammar.actors_frame import STAGES, Frame, after, frame, holders, named, obliques_of
from sayso.read.grammar.flows_draft import (
    Draft,
    Obliques,
    carry_on,
    ends,
    from_whom,
    is_money,
    is_people,
    is_somebody,
    meant,
    nameless,
    own,
    pass_through,
    somebody,
)
from sayso.read.grammar.flows_goods import figured, goods_heads, is_goods, vocabulary
from sayso.read.grammar.phrase import child
from sayso.read.parse import Sentence, Word

_PLAIN = {"fund": "funding", "finance": "financing", "subsidize": "subsidies", "subsidise": "subsidies", "invest": "investment"} | {
    "arm": "arms", "rearm": "arms", "bail": "bailout",
}  # fmt: skip
_MONEY = {
    "lend": "loan",
    "pay": "payment",
    "donate": "donation",
    "withdraw": "deposits",
    "deposit": "deposits",
    "borrow": "loan",
}
_ARRIVING = frozenset({"arrive", "settle", "land", "end"})
_WITHIN = frozenset({"in", "at"})


def of_verb(verb: Word, role: str, actors: Actors) -> Draft | None:
    if any(one.dep == "prt" and f"{verb.lemma} {one.lower}" in vocabulary("words", "phrasal") for one in verb.children):
        return None
    around = _moved(frame(verb, actors), role, actors)
    obliques = around.obliques + [pair for patient in around.patients for pair in _below(patient)]
    using = [
        one for kid in verb.children if kid.dep == "advcl" and kid.lemma == "use" for one in frame(kid, actors).patients
    ]
    obliques += _along(obliques)
    draft = Draft(verb, role)
    pass_through(draft, [*obliques, *(("via", one) for one in using), *_underway(around)], actors)
    weak = verb.lemma in vocabulary("goods", "weak")
    draft.strong = not weak
    if role == "move":
        return _moving(draft, around, actors)
    if role == "back":
        return _backing(draft, around, actors)
    patients = around.patients or [one for one in verb.children if one.dep == "npadvmod" and _amounts(one)]
    received = somebody(actors, around.recipients)
    supplied = after(around.obliques, {"with"})
    if role == "give" and supplied and patients and somebody(actors, patients[:1]):
        received, patients = somebody(actors, patients), supplied
    patients = [fellow for one in patients for fellow in (meant(one, actors) if one.lower in {"it", "them"} else [one])]
    heads = list(dict.fromkeys(head for one in patients for head in goods_heads(one)))
    draft.goods = [head for head in heads if is_goods(head, needed=weak) and not is_somebody(actors, head)]
    if verb.lemma == "pay":
        return _paying(draft, around, actors)
    if not draft.goods and patients and is_money(patients[0]):
        draft.goods, draft.plain = patients[:1], _MONEY.get(verb.lemma, "money")
    if not draft.goods:
        return None
    draft.strong = draft.inheriting = verb.lemma not in vocabulary("words", "turning")
    draft.closed = any(word.ent != "DATE" for word in after(obliques, {"to"}))
    draft.owners = {head.start: holders(actors, head, states=True) for head in draft.goods if not own(head)}
    if any(one.lower == "where" for one in verb.children):  # "the port where gold is sold": it goes no further
        received, draft.closed = received or named(actors, [verb.head]), True
    received = received or _bound(draft, actors)
    if any(one.lower in vocabulary("words", "near") for head in draft.goods for one in head.children):
        draft.strong, draft.inheriting, draft.stated = False, False, True
    _give_ends(draft, obliques, somebody(actors, around.agents), received, actors)
    return draft


def _amounts(noun: Word) -> bool:
    """Whether a noun the parser takes for an adverb is what is moved: "Mali imported 20 tonnes"."""
    return noun.lower in vocabulary("words", "quantities") and figured(noun)


def _along(obliques: Obliques) -> Obliques:
    """Whose goods come "through pipelines from A"."""
    conduits = [
        word
        for way, word in obliques
        if way in vocabulary("words", "via") and word.lemma in vocabulary("words", "conduits")
    ]
    return [pair for word in conduits for one in word.children if one.lower == "from" for pair in obliques_of(one)]


def _bound(draft: Draft, actors: Actors) -> list[str]:
    """Where goods, or what carries them, are said to be bound: "a ship carrying wheat intended for A"."""
    near = [*draft.goods, draft.word, draft.word.head, *(one.head.head for one in draft.goods if one.dep == "pobj")]
    participles = [
        one for head in near for one in head.children if one.lemma in vocabulary("words", "bound") and one.tag != "VBG"
    ]
    return ends(
        [
            ("to", word)
            for one in participles
            for kid in one.children
            if kid.lower in {"for", "to"}
            for _, word in obliques_of(kid)
        ],
        "to",
        actors,
    )


def _moved(around: Frame, role: str, actors: Actors) -> Frame:
    """The frame, in which goods are what is moved and never who moves them: the parser takes "gold smuggled into A" for a
    sentence of its own."""
    things = all(is_goods(head, needed=True) and not is_somebody(actors, head) for head in around.agents)
    if role not in {"give", "get"} or not around.agents or around.patients or not things:
        return around
    by = [word for preposition, word in around.obliques if preposition == "by"]
    return replace(around, agents=by, patients=around.agents, passive=True)


def misread(sentence: Sentence, roles: dict[str, str], actors: Actors) -> Draft | None:
    """``Kenya ships tea to Egypt`` and ``Weapons flow from Iran to Iraq``, where the parser sees nothing but nouns."""
    root = sentence.root
    if root.pos not in {"NOUN", "PROPN"} or any(word.pos in {"VERB", "AUX"} for word in sentence.words):
        return None
    obliques = _below(root)
    verb = next((one for one in root.children if one.i == root.i - 1 and one.dep == "compound"), None)
    if (
        verb is not None
        and verb.tag == "NNS"
        and roles.get(verb.lemma.lower()) == "give"
        and is_goods(root, needed=True)
    ):
        giver = named(actors, [one for one in (*root.children, *verb.children) if one.i == verb.i - 1])
        reached = ends(obliques, "to", actors)
        draft = Draft(root, "give", goods=[root], plain=root.text, origins=giver, destinations=reached)
    elif verb is not None and roles.get(root.lemma.lower()) == "move" and is_goods(verb, needed=True):
        away, reached = ends(obliques, "from", actors), ends(obliques, "to", actors)
        draft = Draft(root, "move", goods=[verb], origins=away, destinations=reached, strong=False)
    else:
        return None
    pass_through(draft, obliques, actors)
    carry_on(draft, obliques, actors)
    return draft if draft.origins and draft.destinations else None


def _give_ends(draft: Draft, obliques: Obliques, gone: list[str], received: list[str], actors: Actors) -> None:
    """The ends of what is given or got by the actors ``gone``."""
    away = ends([pair for pair in obliques if pair[0] != "by"], "from", actors)
    if draft.role == "give":
        unknown = nameless(actors, gone)  # "by traders"
        draft.destinations = received or ends(obliques, "to", actors) or _served(draft.word, actors)
        draft.origins = away or ([] if unknown and any(draft.owners.values()) else gone)
        if gone and not unknown:
            draft.origins = gone
            draft.closed = draft.closed or bool(set(away) - set(gone))
        if draft.word.lemma in vocabulary("words", "turning") and not draft.destinations:
            draft.origins = away  # who diverts a river is not where it comes from
        carry_on(draft, obliques, actors)
        if draft.origins and not draft.destinations:  # "supplied 80 % of Kenya's gas"
            draft.destinations = [name for head in draft.goods if child(head, "poss") for name in holders(actors, head)]
    else:
        draft.destinations = gone
        draft.origins = [name for name in away if name not in gone]
        draft.owners = {start: [name for name in names if name not in gone] for start, names in draft.owners.items()}


def _underway(around: Frame) -> Obliques:
    """The way of goods that a participle tells: ``rifles arriving through Chad``."""
    carried = [*around.patients, *after(around.obliques, {"with"})]
    moving = [one for head in carried for one in head.children if one.dep == "acl" and one.tag == "VBG"]
    moving = [one for one in moving if one.lemma in vocabulary("verbs", "move")]
    return [pair for verb in moving for one in verb.children if one.dep == "prep" for pair in obliques_of(one)]


def _served(verb: Word, actors: Actors) -> list[str]:
    """Where the purpose says that goods go: ``pumped water to irrigate fields in Mali``."""
    for one in (*verb.children, *(verb.head.children if verb.dep == "xcomp" else ())):
        if one.dep in {"advcl", "xcomp"} and one.lemma in vocabulary("words", "serving") and one.tag == "VB":
            around = frame(one, actors)
            inside = [pair for patient in around.patients for pair in _below(patient)]
            within = [("to", where) for where in after([*around.obliques, *inside], {"in"})]
            return ends(within, "to", actors) or named(actors, around.patients)
    return []


def _below(head: Word) -> Obliques:
    """The prepositional ends inside an object ("200 tonnes of gold to Dubai through Chad")."""
    found: Obliques = []
    stack, steps = [head], 0
    while stack and steps < 12:
        word = stack.pop()
        steps += 1
        for one in word.children:
            if one.dep == "prep" or (one.dep == "conj" and one.pos == "ADP") or one.lower in STAGES:
                pairs = obliques_of(one)
                found.extend(pairs)
                if one.lower == "of":
                    stack.extend(inner for _, inner in pairs)
            elif one.dep == "conj" and one.lemma not in vocabulary("goods", "abstract"):
                stack.append(one)
    return found


def _paying(draft: Draft, around: Frame, actors: Actors) -> Draft | None:
    """``paid 2 billion euros for gas``: money to where the gas comes from."""
    draft.origins = somebody(actors, around.agents)
    draft.destinations = somebody(actors, around.recipients) or somebody(actors, after(around.obliques, {"to"}))
    draft.paid = [head for word in after(around.obliques, {"for"}) for head in goods_heads(word)]
    draft.paid = [head for head in draft.paid if not is_somebody(actors, head)]
    draft.goods, draft.plain = draft.paid or draft.goods or around.patients[:1], "payment for" if draft.paid else ""
    if not draft.paid and around.patients and is_money(around.patients[0]):
        draft.plain = _MONEY["pay"]
    return draft if draft.origins and draft.goods else None


def _moving(draft: Draft, around: Frame, actors: Actors) -> Draft | None:
    """The subject moves: ``gas flows from A to B``, ``Malians fled to B``."""
    way = next((one for one in around.patients if one.lemma == "way"), None)
    if around.passive or (way is None and draft.word.lemma == "find"):
        return None
    obliques = around.obliques + (_below(way) if way is not None else [])
    heads = dict.fromkeys(head for one in around.agents for head in goods_heads(one))
    people = [head for head in heads if is_people(actors, head)]
    draft.goods = people or [head for head in heads if is_goods(head, needed=True) and not is_somebody(actors, head)]
    if not draft.goods:
        return None
    draft.origins = ends(obliques, "from", actors)
    draft.owners = {head.start: from_whom(actors, head) for head in draft.goods}
    met = named(actors, around.patients)
    if draft.word.lemma in {"leave", "flee"}:
        draft.origins = met or draft.origins
    reached = met if draft.word.lemma in {"reach", "enter"} else []
    arrived = after(obliques, _WITHIN) if draft.word.lemma in _ARRIVING else []
    draft.destinations = reached or ends(obliques, "to", actors) or named(actors, arrived)
    carry_on(draft, obliques, actors)
    draft.strong = any(figured(head) for head in people)
    draft.stated = not people and all(is_goods(head, needed=True) for head in draft.goods)
    return draft if draft.destinations else None


def _backing(draft: Draft, around: Frame, actors: Actors) -> Draft | None:
    """``funds``, ``invests in``: money from the subject to the object."""
    into = after(around.obliques, {"in", "into"})
    investing = draft.word.lemma == "invest"
    targets = into if investing else around.patients
    draft.origins, draft.destinations = somebody(actors, around.agents), somebody(actors, targets)
    if not draft.origins or not targets:
        return None
    draft.plain, draft.goods, draft.inheriting = _PLAIN.get(draft.word.lemma, "funding"), [draft.word], False
    draft.strong = investing
    if investing and not draft.destinations:
        inside = [one for head in targets for kid in head.children if kid.lower == "in" for _, one in obliques_of(kid)]
        draft.destinations = named(actors, inside) or [name for head in targets for name in holders(actors, head)]
        draft.goods = [head for head in targets if head.pos in {"NOUN", "PROPN"}] or draft.goods
        draft.plain = "investment in"
    return draft
