"""Flows in the making: what a verb or noun of moving gives of goods, ends and intermediaries by its grammar alone."""

from dataclasses import dataclass, field
from functools import cache

from sayso.lexicon.table import table
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.actors_frame import Frame, adjective, examples, frame, holders, named, obliques_of, possessor
from sayso.read.grammar.flows_goods import figured, goods_heads, is_goods, vocabulary
from sayso.read.grammar.phrase import child, phrase
from sayso.read.parse import Sentence, Word

_PLAIN = {"fund": "funding", "finance": "financing", "subsidize": "subsidies", "subsidise": "subsidies", "invest": "investment"} | {
    "arm": "arms", "rearm": "arms", "bail": "bailout",
}  # fmt: skip
_DEFINITE = frozenset({"the", "these", "this", "those", "such"})
_MONEY = {
    "lend": "loan",
    "pay": "payment",
    "donate": "donation",
    "withdraw": "deposits",
    "deposit": "deposits",
    "borrow": "loan",
}
_PARTNERS = frozenset({"with", "between"})
_SURE = frozenset(
    {"supply", "export", "import", "sale", "purchase", "acquisition", "procurement", "shipment", "delivery"}
)

Obliques = list[tuple[str, Word]]


@dataclass(slots=True, eq=False)
class Draft:
    """``plain`` names the goods where the verb does (``fund``); ``owners`` are origins known of one goods word only.

    A ``strong`` draft may leave one end open; an ``inheriting`` one may take its ends from earlier flows; one ``told``
    is stated by another word already; a noun not ``sized`` by a figure needs both ends; ``paid`` is what a payment is for;
    ``closed`` says that the text names a destination, known or not, so that none is to be sought elsewhere.
    """

    word: Word
    role: str
    goods: list[Word] = field(default_factory=list)
    plain: str = ""
    origins: list[str] = field(default_factory=list)
    owners: dict[int, list[str]] = field(default_factory=dict)
    via: list[str] = field(default_factory=list)
    destinations: list[str] = field(default_factory=list)
    strong: bool = True
    inheriting: bool = True
    told: bool = False
    closed: bool = False
    sized: bool = True
    paid: list[Word] = field(default_factory=list)

    def ends(self, head: Word) -> tuple[list[str], list[str]]:
        origins = self.origins or self.owners.get(head.start, [])
        if not origins and head not in self.goods:  # an item of the list the goods word opens
            origins = self.owners.get(self.goods[0].start, []) if self.goods else []
        return origins, [name for name in self.destinations if name not in origins]

    def open_origins(self) -> bool:
        return bool(self.origins or any(self.owners.values()))


def drafts(sentence: Sentence, actors: Actors) -> list[Draft]:
    """The drafts of a sentence. A verb whose goods are a flow noun gives its ends to the noun's draft and is dropped."""
    found: list[Draft] = []
    verbs, nouns = _roles("verbs"), _roles("nouns")
    for word in sentence.words:
        if word.pos == "VERB":
            role = verbs.get(word.lemma.lower())
            draft = _verb(word, role, actors) if role else None
        elif word.pos == "NOUN":
            role = nouns.get(word.lemma.lower())
            draft = _noun(word, role, actors) if role else None
        else:
            continue
        if draft is not None and draft.goods:
            found.append(draft)
    by_noun = {draft.word: draft for draft in found if draft.word.pos == "NOUN"}
    kept: list[Draft] = []
    for draft in found:
        noun = next((by_noun[head] for head in draft.goods if head in by_noun and head is not draft.word), None)
        if noun is None:
            kept.append(draft)
            continue
        noun.origins = draft.origins or noun.origins
        noun.destinations = draft.destinations or noun.destinations
        noun.via = noun.via or draft.via
        noun.strong = noun.strong or draft.strong
    return [
        draft
        for draft in kept
        if draft.open_origins() or draft.destinations or draft.via or (draft.inheriting and points_back(draft.word))
    ]


@cache
def _roles(section: str) -> dict[str, str]:
    return {lemma: role for role, lemmas in table("flows")[section].items() if role != "money" for lemma in lemmas}


def _verb(verb: Word, role: str, actors: Actors) -> Draft | None:
    around = frame(verb, actors)
    obliques = around.obliques + [pair for patient in around.patients for pair in _below(patient)]
    draft = Draft(verb, role, via=_via(obliques, actors))
    weak = verb.lemma in vocabulary("goods", "weak")
    draft.strong = not weak
    if role == "move":
        return _moving(draft, around, actors)
    if role == "back":
        return _backing(draft, around, actors)
    patients = around.patients
    received = named(actors, around.recipients)
    supplied = [word for preposition, word in around.obliques if preposition == "with"]
    if role == "give" and supplied and patients and actors.name(phrase(patients[0])):
        received, patients = named(actors, patients), supplied
    heads = list(dict.fromkeys(head for one in patients for head in goods_heads(one)))
    draft.goods = [head for head in heads if is_goods(head, needed=weak) and not _is_actor(actors, head)]
    if verb.lemma == "pay":
        return _paying(draft, around, actors)
    if not draft.goods and patients and _is_money(patients[0]):
        draft.goods, draft.plain = patients[:1], _MONEY.get(verb.lemma, "money")
    if not draft.goods:
        return None
    draft.strong = True
    gone = named(actors, around.agents)
    away = _ends([pair for pair in obliques if pair[0] != "by"], "from", actors)
    draft.owners = {head.start: holders(actors, head, states=True) for head in draft.goods}
    draft.closed = any(preposition == "to" and word.ent != "DATE" for preposition, word in obliques)
    if role == "give":
        nameless = all(actors.kind(name) == "group" and name[0].islower() for name in gone)  # "by traders"
        draft.origins = away or ([] if nameless and any(draft.owners.values()) else gone)
        if gone and not nameless:
            draft.origins = gone
        draft.destinations = received or _ends(obliques, "to", actors)
        if draft.origins and not draft.destinations:  # "supplied 80 % of Kenya's gas"
            draft.destinations = [name for head in draft.goods if child(head, "poss") for name in holders(actors, head)]
    else:
        draft.destinations = gone
        draft.origins = [name for name in away if name not in gone]
        draft.owners = {start: [name for name in names if name not in gone] for start, names in draft.owners.items()}
    return draft


def _paying(draft: Draft, around: Frame, actors: Actors) -> Draft | None:
    """``paid 2 billion euros for gas``: money to where the gas comes from."""
    draft.origins = named(actors, around.agents)
    draft.destinations = named(actors, around.recipients) or [
        name for name in _ends([pair for pair in around.obliques if pair[0] == "to"], "to", actors)
    ]
    draft.paid = [head for preposition, word in around.obliques if preposition == "for" for head in goods_heads(word)]
    draft.paid = [head for head in draft.paid if not _is_actor(actors, head)]
    draft.goods, draft.plain = draft.paid or draft.goods or around.patients[:1], "payment for" if draft.paid else ""
    return draft if draft.origins and draft.goods else None


def _below(head: Word) -> Obliques:
    """The prepositional ends inside an object ("200 tonnes of gold to Dubai through Chad")."""
    found: Obliques = []
    stack, steps = [head], 0
    while stack and steps < 12:
        word = stack.pop()
        steps += 1
        for one in word.children:
            if one.dep == "prep":
                pairs = obliques_of(one)
                found.extend(pairs)
                if one.lower == "of":
                    stack.extend(inner for _, inner in pairs)
            elif one.dep == "conj":
                stack.append(one)
    return found


def _moving(draft: Draft, around: Frame, actors: Actors) -> Draft | None:
    """The subject moves: ``gas flows from A to B``, ``Malians fled to B``."""
    if around.passive:
        return None
    heads = list(dict.fromkeys(head for one in around.agents for head in goods_heads(one)))
    draft.goods = [
        head
        for head in heads
        if _is_people(actors, head) or (is_goods(head, needed=True) and not _is_actor(actors, head))
    ]
    if not draft.goods:
        return None
    draft.strong = False
    draft.origins = _ends(around.obliques, "from", actors)
    draft.owners = {head.start: _from_whom(actors, head) for head in draft.goods}
    met = named(actors, around.patients)
    if draft.word.lemma in {"leave", "flee"}:
        draft.origins = met or draft.origins
    reached = met if draft.word.lemma in {"reach", "enter"} else []
    arrived = (
        [pair for pair in around.obliques if pair[0] in {"in", "at"}]
        if draft.word.lemma in {"arrive", "settle", "land", "end"}
        else []
    )
    draft.destinations = reached or _ends(around.obliques, "to", actors) or named(actors, [word for _, word in arrived])
    draft.strong = any(_is_people(actors, head) for head in draft.goods) and any(figured(head) for head in draft.goods)
    return draft if draft.destinations else None


def _backing(draft: Draft, around: Frame, actors: Actors) -> Draft | None:
    """``funds``, ``invests in``: money from the subject to the object."""
    into = [word for preposition, word in around.obliques if preposition in {"in", "into"}]
    investing = draft.word.lemma == "invest"
    targets = into if investing else around.patients
    draft.origins, draft.destinations = named(actors, around.agents), named(actors, targets)
    if not draft.origins or not targets:
        return None
    draft.plain, draft.goods, draft.inheriting = _PLAIN.get(draft.word.lemma, "funding"), [draft.word], False
    draft.strong = investing
    if investing and not draft.destinations:
        draft.destinations = [name for head in targets for name in holders(actors, head)]
        draft.goods = [head for head in targets if head.pos in {"NOUN", "PROPN"}] or draft.goods
        draft.plain = "investment in"
    return draft


def _noun(noun: Word, role: str, actors: Actors) -> Draft | None:
    if noun.dep in {"compound", "nmod", "amod"}:
        return None
    obliques = [pair for one in noun.children if one.dep in {"prep", "agent"} for pair in obliques_of(one)]
    for one in noun.children:
        if one.dep == "acl" and one.tag == "VBN":
            obliques += [pair for pair in frame(one, actors).obliques if pair[0] != "by"]
    of = [word for preposition, word in obliques if preposition == "of"]
    content = [
        head
        for word in of
        for head in goods_heads(word)
        if not _is_actor(actors, head) and is_goods(head, needed=False)
    ]
    draft = Draft(noun, role, goods=list(dict.fromkeys(content)) or [noun], via=_via(obliques, actors))
    if noun.lemma == "payment":
        draft.paid = [
            head
            for preposition, word in obliques
            if preposition == "for"
            for head in goods_heads(word)
            if not _is_actor(actors, head)
        ]
        draft.plain, draft.goods = ("payment for", draft.paid) if draft.paid else ("", draft.goods)
    governed = noun.dep == "dobj" and noun.head.pos == "VERB"
    draft.strong = noun.lemma in _SURE and (figured(noun) or governed)
    draft.owners = {head.start: holders(actors, head, states=True) for head in content}
    owner = _owner(noun, actors)
    subject, towards = _governor(noun, actors)
    towards = _ends(obliques, "to", actors) or towards
    if role == "give":
        draft.origins = owner or _ends(obliques, "from", actors) or ([] if any(draft.owners.values()) else subject)
        draft.destinations = towards or named(actors, [word for preposition, word in obliques if preposition == "in"])
        if noun.lemma in vocabulary("nouns", "money") and not draft.open_origins():
            draft.origins, draft.strong = _giver(noun, actors), True
        stated = noun.dep in {"nsubj", "nsubjpass"} and points_back(noun)
        draft.sized = figured(noun)
        draft.inheriting = figured(noun) or governed or stated or bool(draft.via or draft.destinations)
    elif role == "get":
        possessed = child(noun, "poss") is not None
        draft.origins = _ends(obliques, "from", actors) or ([] if possessed or any(draft.owners.values()) else owner)
        draft.destinations = [name for name in (owner if possessed else []) or subject if name not in draft.origins]
        if not draft.open_origins():
            draft.origins = _shared_by(noun, actors)
        draft.sized = draft.inheriting = figured(noun)
        draft.strong = draft.strong or bool(content)
    else:
        return _dealing(draft, obliques, owner or subject, actors)
    return draft


def _dealing(draft: Draft, obliques: Obliques, owners: list[str], actors: Actors) -> Draft | None:
    """``a deal with A for gas``: gas comes from A. ``trade with A``, ``trade between A and B``: between the two."""
    partners = named(actors, [word for preposition, word in obliques if preposition in _PARTNERS])
    draft.inheriting = False
    if draft.word.lemma == "trade":
        ends = list(dict.fromkeys([*owners, *partners]))
        if len(ends) < 2 and any(one.lower in {"bilateral", "mutual", "reciprocal"} for one in draft.word.children):
            ends = actors.topics()[:2]
        draft.goods, draft.origins, draft.destinations = [draft.word], ends[:1], ends[1:2]
        return draft if len(ends) >= 2 else None
    wanted = [
        head
        for preposition, word in obliques
        if preposition == "for"
        for head in goods_heads(word)
        if is_goods(head, needed=False)
    ]
    before = [
        one
        for one in draft.word.subtree()
        if one.i < draft.word.i and one.pos in {"NOUN", "PROPN"} and is_goods(one, needed=True)
    ]
    draft.goods = wanted or [one for one in before if _nation_before(one, actors)]
    draft.origins, draft.destinations = partners, owners
    draft.owners = {
        head.start: holders(actors, head, states=True) or _nation_before(head, actors) for head in draft.goods
    }
    draft.strong = bool(partners) or any(draft.owners.values())
    return draft


def _nation_before(head: Word, actors: Actors) -> list[str]:
    """The nationality that opens the words before a noun within "French jet and Israeli radar deals"."""
    for word in reversed(head.head.subtree() if head.head is not head else []):
        if word.i < head.i and head.i - word.i <= 4:
            mention = actors.mention(word)
            if word.lower in {"and", ","}:
                return []
            if mention is not None and mention.adjectival:
                return [mention.name]
    return []


def _owner(noun: Word, actors: Actors) -> list[str]:
    owner = possessor(noun)
    if owner is not None:
        return named(actors, [owner]) or holders(actors, owner)
    if any(one.text == "-" or one.lower.startswith("non") for one in noun.children if one.i < noun.i):
        return []
    nation = adjective(actors, noun)
    return [nation] if nation else []


def _governor(noun: Word, actors: Actors) -> tuple[list[str], list[str]]:
    """Whoever does something with the flow (``A cut deliveries``), and where the verb says it goes."""
    verb = noun.head
    if noun.dep not in {"dobj", "nsubj", "nsubjpass"} or verb.pos != "VERB":
        return [], []
    around = frame(verb, actors)
    if noun.dep == "dobj":
        doers = named(actors, around.agents) if verb.lemma in vocabulary("words", "doing") else []
        return doers, _ends(around.obliques, "to", actors)
    reached = named(actors, around.patients) if verb.lemma in {"reach", "enter"} else []
    return [], reached or _ends(around.obliques, "to", actors)


def _giver(noun: Word, actors: Actors) -> list[str]:
    """Who gives the money a clause says it gives: ``the Fund remains its mainstay through loans``."""
    word = noun
    for _ in range(6):
        if word.head is word or (
            word.dep == "pobj" and word.head.lower not in {"through", "by", "via", "as", "with", "of"}
        ):
            return []
        word = word.head
        if word.pos in {"VERB", "AUX"}:
            return [
                name
                for name in named(actors, frame(word, actors).agents)
                if actors.kind(name) in {"state", "body", "organisation"}
            ]
    return []


def _shared_by(noun: Word, actors: Actors) -> list[str]:
    """``Chadian gold makes up 40 % of Kenya's imports``: whose the share is."""
    share = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else noun
    verb = share.head.head if share.dep == "pobj" else share.head
    if share is noun or verb.lemma not in vocabulary("words", "shares"):
        return []
    return [
        name
        for agent in frame(verb, actors).agents
        for name in (named(actors, [agent]) or holders(actors, agent, states=True))
    ]


def points_back(noun: Word) -> bool:
    determiner = child(noun, "det")
    return determiner is not None and determiner.lower in _DEFINITE


def _ends(obliques: Obliques, end: str, actors: Actors) -> list[str]:
    """Actors after the prepositions of this end; of "to Kenyan markets" and "to ports in Kenya", the state."""
    found: list[str] = []
    for preposition, word in obliques:
        if preposition in vocabulary("words", end) and word.ent not in {"DATE", "TIME"}:
            found += named(actors, [word]) or (
                holders(actors, word) if word.lemma in vocabulary("words", "outlets") else []
            )
    return list(dict.fromkeys(found))


def _via(obliques: Obliques, actors: Actors) -> list[str]:
    found: list[str] = []
    for preposition, word in obliques:
        if preposition in vocabulary("words", "via") and word.ent not in {"DATE", "TIME"}:
            inside = [one for kid in word.children if kid.lower in {"in", "from"} for _, one in obliques_of(kid)]
            found += examples(actors, word) or named(actors, [word]) or named(actors, inside) or holders(actors, word)
    return list(dict.fromkeys(found))


def _is_actor(actors: Actors, head: Word) -> bool:
    """Whether a word that could be goods is somebody instead."""
    mention = actors.mention(head)
    if mention is None:
        return head.lemma not in vocabulary("goods", "things") and actors.name(phrase(head)) is not None
    return mention.entry is not None or (
        actors.kind(mention.name) in {"person", "organisation"} and mention.kind != "thing"
    )


def _is_money(word: Word) -> bool:
    return word.ent == "MONEY" or word.tag == "$" or any(one.tag == "$" for one in word.children)


def _is_people(actors: Actors, head: Word) -> bool:
    mention = actors.mention(head)
    if mention is not None:
        return mention.entry is not None and mention.entry.sense == "people" and head.tag in {"NNPS", "NNS"}
    return head.lemma in vocabulary("goods", "people") and head.tag == "NNS"


def _from_whom(actors: Actors, head: Word) -> list[str]:
    mention = actors.mention(head)
    return [mention.name] if mention is not None and mention.entry is not None else holders(actors, head, states=True)
