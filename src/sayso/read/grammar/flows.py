"""Flows: goods, money and people moving from one actor to another, through intermediaries in their order."""

from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice, product

from sayso.core.claim import Flow
from sayso.lexicon.table import table
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.actors_frame import Frame, frame, holders, named, obliques_of
from sayso.read.grammar.flows_goods import amount_of, goods_heads, goods_text, is_goods, listed, vocabulary
from sayso.read.grammar.phrase import child, phrase
from sayso.read.parse import Parse, Sentence, Word
from sayso.read.proposal import Proposal

_DEFINITE = frozenset({"the", "these", "this", "those", "such", "its", "their"})
_MOST = 24  # flows out of one statement


@dataclass(slots=True)
class Draft:
    """A flow in the making, at the word that states it. ``plain`` is the goods' name where no noun in the text is it."""

    word: Word
    role: str
    goods: list[Word] = field(default_factory=list)
    plain: str = ""
    origins: list[str] = field(default_factory=list)
    via: list[str] = field(default_factory=list)
    destinations: list[str] = field(default_factory=list)
    strong: bool = True


def flows(parse: Parse, actors: Actors) -> list[Proposal]:
    """The flows the document states, in order of the text."""
    found: list[Proposal] = []
    earlier: list[Flow] = []
    by_goods: dict[int, int] = {}
    for sentence in parse.sentences:
        drafts = _drafts(sentence, actors)
        items = listed(parse, sentence) if drafts else []
        for draft in drafts:
            known = next((by_goods[head.start] for head in draft.goods if head.start in by_goods), None)
            if known is not None:
                _enrich(found, known, draft)
                continue
            _inherit(parse, actors, draft, earlier)
            heads = (
                [(item, head) for item, head in items]
                if draft is drafts[-1] and items
                else [(sentence, head) for head in draft.goods or [draft.word]]
            )
            for where, head in heads:
                for proposal in _proposals(parse, actors, where, draft, head):
                    by_goods[head.start] = len(found)
                    found.append(proposal)
                    if isinstance(proposal.body, Flow):
                        earlier.append(proposal.body)
    return found


def _enrich(found: list[Proposal], at: int, draft: Draft) -> None:
    """A second word on the same goods adds intermediaries and ends the first left open."""
    body = found[at].body
    if isinstance(body, Flow):
        more = tuple(name for name in draft.via if name not in body.via)
        found[at] = replace(
            found[at],
            body=replace(
                body,
                via=body.via + more,
                origin=body.origin or next(iter(draft.origins), None),
                destination=body.destination or next(iter(draft.destinations), None),
            ),
        )


def _drafts(sentence: Sentence, actors: Actors) -> list[Draft]:
    found: list[Draft] = []
    verbs, nouns = _roles("verbs"), _roles("nouns")
    for word in sentence.words:
        lemma = word.lemma.lower()
        if word.pos == "VERB" and lemma in verbs:
            draft = _verb(word, verbs[lemma], actors)
        elif word.pos == "NOUN" and lemma in nouns:
            draft = _noun(word, nouns[lemma], actors)
        else:
            continue
        if draft is not None:
            found.append(draft)
    taken = {head for draft in found if draft.word.pos == "NOUN" for head in [draft.word]}
    return [
        draft
        for draft in found
        if draft.word.pos == "NOUN" or not taken.intersection(draft.goods) or _merge(draft, found)
    ]


def _merge(verb: Draft, drafts: list[Draft]) -> bool:
    """``sent a shipment of shells to X``: the verb's ends go to the noun's flow, and the verb's own is dropped."""
    for draft in drafts:
        if draft.word in verb.goods and draft is not verb:
            draft.origins = draft.origins or verb.origins
            draft.destinations = draft.destinations or verb.destinations
            draft.via = draft.via or verb.via
    return False


@cache
def _roles(section: str) -> dict[str, str]:
    return {lemma: role for role, lemmas in table("flows")[section].items() if role != "money" for lemma in lemmas}


# verbs


def _verb(verb: Word, role: str, actors: Actors) -> Draft | None:
    around = frame(verb, actors)
    draft = Draft(verb, role, via=_via(around.obliques, actors))
    weak = verb.lemma in vocabulary("goods", "weak")
    draft.strong = not weak and role in {"give", "get"}
    if role == "move":
        return _moving(draft, around, actors)
    if role == "back":
        return _backing(draft, around, actors)
    patients = [
        head
        for one in around.patients
        if one.dep != "conj" or one.head not in around.patients
        for head in goods_heads(one)
    ]
    gone = named(actors, around.agents)
    received = named(actors, around.recipients)
    towards = _ends(around.obliques, "to", actors) + _goods_ends(patients, "to", actors)
    away = _ends(around.obliques, "from", actors, without_by=True) + _goods_ends(patients, "from", actors)
    supplied = [word for preposition, word in around.obliques if preposition == "with"]
    if role == "give" and supplied and patients and actors.name(phrase(patients[0])):
        received, patients = named(actors, patients), [head for word in supplied for head in goods_heads(word)]
    draft.goods = [head for head in patients if is_goods(head, needed=weak) and not _is_actor(actors, head)]
    if not draft.goods:
        return None
    owners = [name for head in draft.goods for name in holders(actors, head)]
    if role == "give":
        draft.origins, draft.destinations = gone or away or owners, received or towards
    else:
        draft.destinations, draft.origins = gone, [name for name in away or owners if name not in gone]
    return draft


def _moving(draft: Draft, around: Frame, actors: Actors) -> Draft | None:
    """The subject moves: ``gas flows from X to Y``, ``Malians fled to Y``."""
    heads = [head for one in around.agents if one.dep != "conj" for head in goods_heads(one)]
    people = [head for head in heads if head.lemma in vocabulary("goods", "people") or _is_people(actors, head)]
    draft.goods = [
        head for head in heads if head in people or (is_goods(head, needed=True) and not _is_actor(actors, head))
    ]
    if not draft.goods or around.passive:
        return None
    draft.origins = _ends(around.obliques, "from", actors, without_by=True) or [
        name for head in draft.goods for name in _from_whom(actors, head)
    ]
    draft.destinations = _ends(around.obliques, "to", actors) or (
        named(actors, around.patients) if draft.word.lemma in {"reach", "enter"} else []
    )
    draft.destinations = [name for name in draft.destinations if name not in draft.origins]
    return draft if draft.destinations or draft.via else None


def _backing(draft: Draft, around: Frame, actors: Actors) -> Draft | None:
    """``funds``, ``invests in``: money from the subject to the object."""
    into = [word for preposition, word in around.obliques if preposition in {"in", "into"}]
    targets = around.patients if draft.word.lemma != "invest" else into
    draft.origins, draft.destinations = named(actors, around.agents), named(actors, targets)
    if not draft.origins or not targets:
        return None
    if not draft.destinations:
        draft.destinations = [name for head in targets for name in holders(actors, head)]
        draft.goods = targets if draft.word.lemma == "invest" else []
    draft.plain = "investment" if draft.word.lemma == "invest" else "funding"
    draft.strong = bool(draft.goods)
    return draft


# nouns


def _noun(noun: Word, role: str, actors: Actors) -> Draft | None:
    if noun.dep in {"compound", "nmod"}:
        return None
    obliques = [pair for one in noun.children if one.dep in {"prep", "agent"} for pair in obliques_of(one)]
    of = [word for preposition, word in obliques if preposition == "of"]
    content = [head for word in of if word.dep != "conj" for head in goods_heads(word) if not _is_actor(actors, head)]
    draft = Draft(
        noun,
        role,
        goods=[head for head in content if is_goods(head, needed=False)] or [noun],
        via=_via(obliques, actors),
    )
    draft.strong = noun.lemma in {
        "export",
        "import",
        "sale",
        "purchase",
        "acquisition",
        "procurement",
        "shipment",
        "delivery",
    }
    owner = _owner(noun, actors)
    content_owner = [name for head in content for name in holders(actors, head)]
    subject, verb_ends = _governor(noun, actors)
    away, towards = _ends(obliques, "from", actors), _ends(obliques, "to", actors) or verb_ends
    if role == "give":
        draft.origins = owner or away or content_owner or subject
        draft.destinations = towards or (
            named(actors, [w for p, w in obliques if p == "in"]) if noun.lemma == "investment" else []
        )
    elif role == "get":
        adjective = owner if child(noun, "poss") is None else []
        draft.origins = away or content_owner or adjective
        draft.destinations = [name for name in (owner if not adjective else []) or subject if name not in draft.origins]
    else:
        return _dealing(draft, obliques, owner or subject, actors)
    draft.destinations = [name for name in draft.destinations if name not in draft.origins]
    return draft if draft.origins or draft.destinations or _points_back(noun) else None


def _dealing(draft: Draft, obliques: list[tuple[str, Word]], owners: list[str], actors: Actors) -> Draft | None:
    """``a deal with X for Y``: Y comes from X. ``trade with X``, ``trade between X and Y``: between the two."""
    partners = named(actors, [word for preposition, word in obliques if preposition in {"with", "between"}])
    wanted = [head for preposition, word in obliques if preposition == "for" for head in goods_heads(word)]
    if draft.word.lemma == "trade":
        ends = list(dict.fromkeys([*owners, *partners]))
        if len(ends) < 2:
            return None
        draft.origins, draft.destinations = ends[:1], ends[1:2]
        return draft
    if not wanted:
        return None
    draft.goods = wanted
    draft.origins = partners or [name for head in wanted for name in holders(actors, head)]
    draft.destinations = [name for name in owners if name not in draft.origins]
    return draft if draft.origins else None


def _owner(noun: Word, actors: Actors) -> list[str]:
    possessor = child(noun, "poss")
    if possessor is not None:
        return named(actors, [possessor]) or holders(actors, possessor)
    return [
        mention.name
        for one in noun.children
        if one.i < noun.i and (mention := actors.mention(one)) and mention.kind in {"state", "body", "organisation"}
    ][:1]


def _governor(noun: Word, actors: Actors) -> tuple[list[str], list[str]]:
    """Whoever does something with the flow (``X cut deliveries``), and where the verb says it goes."""
    verb = noun.head
    if noun.dep not in {"dobj", "nsubj", "nsubjpass"} or verb.pos != "VERB":
        return [], []
    around = frame(verb, actors)
    if noun.dep == "dobj":
        return named(actors, around.agents), _ends(around.obliques, "to", actors)
    reached = named(actors, around.patients) if verb.lemma in {"reach", "enter"} else []
    return [], reached or _ends(around.obliques, "to", actors)


# ends


def _ends(obliques: list[tuple[str, Word]], end: str, actors: Actors, *, without_by: bool = False) -> list[str]:
    wanted = vocabulary("words", end)
    return named(
        actors,
        [word for preposition, word in obliques if preposition in wanted and not (without_by and preposition == "by")],
    )


def _goods_ends(heads: list[Word], end: str, actors: Actors) -> list[str]:
    return [
        name
        for head in heads
        for one in head.children
        if one.dep == "prep"
        for name in _ends(obliques_of(one), end, actors)
    ]


def _via(obliques: list[tuple[str, Word]], actors: Actors) -> list[str]:
    wanted = vocabulary("words", "via")
    found: list[str] = []
    for preposition, word in obliques:
        if preposition in wanted and word.ent not in {"DATE", "TIME"}:
            for name in named(actors, [word]) or holders(actors, word):
                if name not in found:
                    found.append(name)
    return found


def _is_actor(actors: Actors, head: Word) -> bool:
    mention = actors.mention(head)
    return (
        mention is not None
        and mention.kind not in {"thing", "unknown"}
        and head.lemma not in vocabulary("goods", "things")
    )


def _is_people(actors: Actors, head: Word) -> bool:
    mention = actors.mention(head)
    return (
        mention is not None
        and mention.entry is not None
        and mention.entry.sense == "people"
        and head.tag in {"NNPS", "NNS"}
    )


def _from_whom(actors: Actors, head: Word) -> list[str]:
    mention = actors.mention(head)
    if mention is not None and mention.entry is not None:
        return [mention.name]
    return holders(actors, head)


def _points_back(noun: Word) -> bool:
    determiner = child(noun, "det", "poss")
    return determiner is not None and determiner.lower in _DEFINITE


# out


def _inherit(parse: Parse, actors: Actors, draft: Draft, earlier: list[Flow]) -> None:
    """Missing ends come from the nearest earlier flow of the same goods, or of any goods for "these shipments"."""
    if draft.origins and draft.destinations:
        return
    back = draft.word.pos == "NOUN" and _points_back(draft.word)
    heads = {head.lemma for head in draft.goods} - _roles("nouns").keys()
    for flow in reversed(earlier[-12:]):
        same = flow.goods.lower().split(" ")[-1]
        if not (back or any(same.startswith(lemma) for lemma in heads)):
            continue
        if (draft.origins and flow.origin not in draft.origins) or (
            draft.destinations and flow.destination not in draft.destinations
        ):
            continue
        draft.origins = draft.origins or ([flow.origin] if flow.origin else [])
        draft.destinations = draft.destinations or ([flow.destination] if flow.destination else [])
        return


def _proposals(parse: Parse, actors: Actors, sentence: Sentence, draft: Draft, head: Word) -> list[Proposal]:
    if not (draft.origins and draft.destinations) and not (draft.strong and (draft.origins or draft.destinations)):
        return []
    text = goods_text(parse, actors, head) if draft.goods and head.pos != "VERB" else ""
    goods = f"{draft.plain} in {text}" if draft.plain and text else draft.plain or text
    if not goods:
        return []
    amount = amount_of(parse, head)
    found: list[Proposal] = []
    for origin, destination in islice(product(draft.origins or [None], draft.destinations or [None]), _MOST):
        via = tuple(name for name in draft.via if name not in {origin, destination})
        flow = Flow(goods, origin, via, destination)
        found.append(Proposal(flow, sentence, (sentence.start, sentence.end), draft.word, amount=amount))
    return found
