"""Flows told by nouns: exports and imports, deals, payments, shares of what somebody takes in."""

from sayso.read.grammar.actors import Actors
from sayso.read.grammar.actors_frame import adjective, after, frame, holders, named, obliques_of, possessor
from sayso.read.grammar.flows_draft import Draft, Obliques, ends, is_somebody, own, pass_through, points_back
from sayso.read.grammar.flows_goods import figured, goods_heads, is_goods, vocabulary
from sayso.read.grammar.phrase import child
from sayso.read.parse import Word

_PARTNERS = frozenset({"with", "between"})
_SURE = frozenset(
    {"supply", "export", "import", "sale", "purchase", "acquisition", "procurement", "shipment", "delivery"}
)


def of_noun(noun: Word, role: str, actors: Actors) -> Draft | None:
    """The draft of a noun in its role: "give" (exports), "get" (imports) or "both" (trade, a deal)."""
    if noun.dep in {"compound", "nmod", "amod"} or (noun.dep == "ROOT" and noun.lemma in vocabulary("verbs", "move")):
        return None
    obliques, content = _around(noun, actors)
    obliques += _stranded(noun)
    draft = Draft(noun, role, goods=content or [noun])
    pass_through(draft, obliques, actors)
    if noun.lemma == "payment":
        paid = [head for word in after(obliques, {"for"}) for head in goods_heads(word)]
        draft.paid = [head for head in paid if not is_somebody(actors, head)]
        draft.plain, draft.goods = ("payment for", draft.paid) if draft.paid else ("", draft.goods)
    governed = noun.dep == "dobj" and noun.head.pos == "VERB"
    draft.sized = figured(noun)
    draft.strong = noun.lemma in _SURE and (draft.sized or governed)
    if governed and not draft.via:
        pass_through(draft, frame(noun.head, actors).obliques, actors)
    draft.owners = {head.start: holders(actors, head, states=True) for head in content}
    if role == "both":
        return _dealing(draft, obliques, _owner(noun, actors) or _governor(noun, actors)[0], actors)
    if role == "give":
        _given(draft, obliques, actors)
    else:
        _got(draft, obliques, actors)
        draft.strong = draft.strong or bool(content)
    return draft


def _around(noun: Word, actors: Actors) -> tuple[Obliques, list[Word]]:
    """The prepositional ends of the noun and the goods it is of."""
    obliques = [pair for one in noun.children if one.dep in {"prep", "agent"} for pair in obliques_of(one)]
    for one in noun.children:
        if one.dep == "acl" and one.tag == "VBN":
            obliques += [pair for pair in frame(one, actors).obliques if pair[0] != "by"]
    of = after(obliques, {"of"})
    if noun.dep == "ROOT" and noun.tag == "NNS":
        of += [one for one in noun.children if one.dep in {"appos", "dobj"} and one.i > noun.i]
        obliques += [pair for one in of for kid in one.children if kid.dep == "prep" for pair in obliques_of(kid)]
    content = dict.fromkeys(head for word in of for head in goods_heads(word))
    return obliques, [head for head in content if not is_somebody(actors, head) and is_goods(head, needed=False)]


def _stranded(noun: Word) -> Obliques:
    """The ends that stand right behind a noun's own words, though the parser hangs them from the verb above: "evades the ban
    through the supply of oil to A via B"."""
    if noun.dep != "pobj" or not any(one.lower == "of" for one in noun.children):
        return []
    last, found = noun.subtree()[-1].i, Obliques()
    for one in noun.head.head.children:
        if one.dep == "prep" and one.i == last + 1:
            found += obliques_of(one)
            last = one.subtree()[-1].i
    return found


def _given(draft: Draft, obliques: Obliques, actors: Actors) -> None:
    noun = draft.word
    subject, towards = _governor(noun, actors)
    owned = any(draft.owners.values())
    owner = [] if own(noun) else _owner(noun, actors)
    draft.origins = owner or ends(obliques, "from", actors) or ([] if owned else subject)
    reached = ends(obliques, "to", actors)
    draft.destinations = reached or towards or named(actors, after(obliques, {"in"}))
    draft.stated = bool(reached) and _names_goods(draft)
    if noun.lemma in vocabulary("nouns", "money") and not draft.open_origins():
        draft.origins, draft.strong = _giver(noun, actors), True
    stated = noun.dep in {"nsubj", "nsubjpass"} and points_back(noun)
    governed = noun.dep == "dobj" and noun.head.pos == "VERB"
    draft.inheriting = draft.sized or governed or stated or bool(draft.via or draft.destinations)


def _names_goods(draft: Draft) -> bool:
    """Whether the words of the flow itself say what moves: "shipments of metals", "metal shipments"."""
    before = [one for one in draft.word.children if one.i < draft.word.i and one.dep in {"compound", "amod"}]
    said = before if draft.goods == [draft.word] else draft.goods
    return any(is_goods(one, needed=True) for one in said)


def _got(draft: Draft, obliques: Obliques, actors: Actors) -> None:
    noun = draft.word
    owner, possessed = _owner(noun, actors), child(noun, "poss") is not None
    owned = any(draft.owners.values())
    draft.origins = ends(obliques, "from", actors) or ([] if possessed or owned else owner)
    takers = (owner if possessed else []) or _governor(noun, actors)[0]
    draft.destinations = [name for name in takers if name not in draft.origins]
    if not draft.open_origins():
        draft.origins = _shared_by(noun, actors)
    draft.inheriting = draft.sized


def _dealing(draft: Draft, obliques: Obliques, owners: list[str], actors: Actors) -> Draft | None:
    """``a deal with A for gas``: gas comes from A. ``trade with A``, ``trade between A and B``: between the two."""
    if draft.word.dep == "dobj" and draft.word.head.pos == "VERB":
        obliques = obliques + frame(draft.word.head, actors).obliques
    partners = named(actors, after(obliques, _PARTNERS))
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
        return doers, ends(around.obliques, "to", actors)
    reached = named(actors, around.patients) if verb.lemma in {"reach", "enter"} else []
    return [], reached or ends(around.obliques, "to", actors)


def _giver(noun: Word, actors: Actors) -> list[str]:
    """Who gives the money a clause says it gives: ``the Fund remains its mainstay through loans``."""
    moves = vocabulary("words", "doing") | vocabulary("verbs", "give")
    if noun.dep == "dobj" and noun.head.lemma not in moves:  # "to insure deposits"
        return []
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
