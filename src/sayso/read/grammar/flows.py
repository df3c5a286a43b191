"""Flows: goods, money and people moving from one actor to another, through intermediaries in their order.

A verb or noun drafts a flow with the ends its grammar gives; ends it leaves open are filled from the same sentence, then
from the nearest earlier flow of the same goods, never from nowhere.
"""

from dataclasses import replace
from functools import cache
from itertools import islice, product

from sayso.core.claim import Flow
from sayso.lexicon.names import state_of
from sayso.lexicon.table import table
from sayso.lexicon.table import words as words_of
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.flows_draft import Draft, is_people, points_back
from sayso.read.grammar.flows_goods import amount_of, figured, goods_text, is_goods, lemmas, listed, vocabulary
from sayso.read.grammar.flows_nouns import of_noun
from sayso.read.grammar.flows_verbs import misread, of_verb
from sayso.read.grammar.phrase import child
from sayso.read.parse import Parse, Sentence, Word
from sayso.read.proposal import Proposal

_SPOKEN_OF = frozenset({"to", "into", "for", "of", "on", "over"})
_OPEN: list[str | None] = [None]
_OVER = {"dobj": "VERB", "nsubjpass": "VERB", "pobj": "NOUN"}  # what may bar a flow, by the place of its noun
_MOST = 12  # flows out of one goods word
_MEMORY = 16  # earlier flows an open end may be filled from


def flows(parse: Parse, actors: Actors) -> list[Proposal]:
    """The flows the document states, in order of the text."""
    if "flows" not in actors.said:
        actors.said["flows"] = _read_all(parse, actors)
    return list(actors.said["flows"])


def _read_all(parse: Parse, actors: Actors) -> list[Proposal]:
    found: list[Proposal] = []
    at_goods: dict[int, int] = {}
    for sentence in parse.sentences:
        here = _drafts(sentence, actors)
        if not here:
            continue
        _complement(here)
        items = listed(parse, sentence, {head.start for draft in here for head in draft.goods})
        for draft in here:
            known = next((at_goods[head.start] for head in draft.goods if head.start in at_goods), None)
            if known is not None:
                found[known] = _enriched(found[known], draft)
                continue
            heads = items if items and draft is here[-1] else [(sentence, head) for head in draft.goods]
            _fill(draft, sentence, actors, [one.body for one in found[-_MEMORY:] if isinstance(one.body, Flow)])
            for where, head in heads:
                if not draft.plain and head.lower in vocabulary(
                    "words", "quantities"
                ):  # "a further 30 tonnes were smuggled"
                    draft.plain = next((one.body.goods for one in reversed(found) if isinstance(one.body, Flow)), "")
                fresh = [one for one in _proposals(parse, actors, where, draft, head) if not _told(one, found)]
                if fresh:
                    at_goods[head.start] = len(found)
                found.extend(fresh)
    return found


def _told(proposal: Proposal, found: list[Proposal]) -> bool:
    """Whether the sentence has given this flow already by another word ("supplied gas … gas deliveries")."""
    body = proposal.body
    for other in reversed(found):
        if other.sentence is not proposal.sentence:
            return False
        if isinstance(other.body, Flow) and isinstance(body, Flow) and other.predicate is not proposal.predicate:
            shared = set(other.body.goods.lower().split()) & set(body.goods.lower().split())
            if shared and (other.body.origin, other.body.destination) == (body.origin, body.destination):
                return True
    return False


def _drafts(sentence: Sentence, actors: Actors) -> list[Draft]:
    """The drafts of a sentence. A verb whose goods are a flow noun gives its ends to the noun's draft and is dropped."""
    found: list[Draft] = []
    verbs, nouns = _roles("verbs"), _roles("nouns")
    for word in sentence.words:
        if word.pos == "VERB":
            role = verbs.get(word.lemma.lower())
            draft = of_verb(word, role, actors) if role else None
        elif word.pos == "NOUN":
            role = nouns.get(word.lemma.lower())
            if role is None and word.dep == "ROOT" and word.tag == "NNS":  # "Kenya ships …" taken for a noun
                role = "give" if verbs.get(word.lemma.lower()) == "give" else None
            draft = of_noun(word, role, actors) if role else None
        else:
            continue
        if draft is not None and draft.goods:
            found.append(draft)
    if not found and (draft := misread(sentence, verbs, actors)) is not None:
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
        noun.via, noun.parallel = (noun.via, noun.parallel) if noun.via else (draft.via, draft.parallel)
        noun.strong = noun.strong or draft.strong
    return [
        draft
        for draft in kept
        if draft.open_origins() or draft.destinations or draft.via or (draft.inheriting and points_back(draft.word))
    ]


@cache
def _roles(section: str) -> dict[str, str]:
    return {lemma: role for role, lemmas in table("flows")[section].items() if role != "money" for lemma in lemmas}


def _enriched(proposal: Proposal, draft: Draft) -> Proposal:
    """A second word on the same goods adds intermediaries and the ends the first left open."""
    body = proposal.body
    if not isinstance(body, Flow):
        return proposal
    destination = body.destination or next((name for name in draft.destinations if name != body.origin), None)
    ends = {body.origin, destination}
    via = body.via + tuple(name for name in draft.via if name not in body.via and name not in ends)
    parallel = len(via) > 1 and (body.parallel or draft.parallel)
    return replace(proposal, body=replace(body, via=via, destination=destination, parallel=parallel))


def _complement(here: list[Draft]) -> None:
    """``A's exports are 3 % of B's imports``: the one flow is told from both ends, and given once."""
    nouns = [draft for draft in here if draft.word.pos == "NOUN"]
    for taken in (draft for draft in nouns if draft.role == "get" and draft.destinations):
        origins = {name for head in taken.goods for name in taken.ends(head)[0]}
        for given in (draft for draft in nouns if draft.role == "give" and not draft.destinations):
            if given.word.i < taken.word.i and origins.intersection(given.ends(given.goods[0])[0]):
                given.destinations, taken.told = list(taken.destinations), True


def _fill(draft: Draft, sentence: Sentence, actors: Actors, earlier: list[Flow]) -> None:
    """Fills open ends from the sentence's one other state, or from the nearest earlier flow of the same goods."""
    if _of_a_government(draft.word):
        known = frozenset(lemma for head in draft.goods for lemma in lemmas(actors, head))
        same = next((one for one in reversed(earlier) if one.origin and _same(one, known)), None)
        draft.origins = [same.origin] if same is not None and same.origin else draft.origins
    origins, destinations = draft.ends(draft.goods[0])
    if origins and destinations:
        return
    if draft.paid and origins:
        draft.destinations = _sellers(draft, actors, origins, earlier)
    elif draft.strong and (origins or destinations):
        others = _other_states(draft.word, sentence, actors, [*(origins or destinations), *draft.via])
        if len(others) == 1 and origins and not draft.closed:
            draft.destinations = others
        elif len(others) == 1 and destinations and draft.role in {"give", "get"}:
            draft.origins = others
    origins, destinations = draft.ends(draft.goods[0])
    if _barred(draft.word):  # what is banned is no flow told before
        return
    if draft.inheriting and not (origins and destinations) and not (draft.closed and not destinations):
        _inherit(draft, actors, earlier)


def _of_a_government(noun: Word) -> bool:
    """``the government's gold sales``: of whatever country's gold the text told before."""
    owner = child(noun, "poss")
    words = owner.children if owner is not None and owner.lower in words_of("actors", "governments") else []
    return any(one.dep == "det" for one in words) and not any(one.pos in {"ADJ", "PROPN"} for one in words)


def _barred(noun: Word) -> bool | None:
    """Whether a flow is said to be kept from happening ("exports are banned", "halted its sales", "a ban on imports") or,
    ``False``, not to be so any more ("lifted the ban on imports"); ``None`` where nothing is said of it."""
    for _ in range(4):
        if noun.dep != "conj":
            break
        noun = noun.head
    above = noun.head.head if noun.dep == "pobj" and noun.head.dep == "prep" else noun.head
    if noun.pos != "NOUN" or noun.dep not in {"dobj", "nsubjpass", "pobj"} or above.pos != _OVER[noun.dep]:
        return None
    if above.lemma.lower() not in vocabulary("words", "barring"):
        return None
    lifted = above.dep in {"dobj", "nsubjpass"} and above.head.lemma in vocabulary("words", "lifting")
    denied = any(kid.dep == "neg" for kid in above.children)
    return not (lifted or denied)


def _inherit(draft: Draft, actors: Actors, earlier: list[Flow]) -> None:
    """Open ends from an earlier flow: of the same goods, pointed back to ("these shipments"), or of the same actor just before."""
    origins, destinations = draft.ends(draft.goods[0])
    known = frozenset(lemma for head in draft.goods for lemma in lemmas(actors, head))
    stated = {"nsubjpass"} if draft.word.lemma in vocabulary("nouns", "money") else {"nsubj", "nsubjpass"}
    back = points_back(draft.word) and (draft.word.dep in stated or not (known or draft.word.dep == "nsubj"))
    for step, flow in enumerate(reversed(earlier)):
        same = back or (step == 0 and bool(origins or destinations)) or _same(flow, known)
        clash = (origins and flow.origin not in origins) or (destinations and flow.destination not in destinations)
        if same and not clash and flow.origin and flow.destination:
            draft.origins, draft.destinations = origins or [flow.origin], destinations or [flow.destination]
            return


def _sellers(draft: Draft, actors: Actors, buyers: list[str], earlier: list[Flow]) -> list[str]:
    """Where what is paid for comes from, as told before."""
    known = frozenset(lemma for head in draft.paid for lemma in lemmas(actors, head))
    for flow in reversed(earlier):
        if flow.origin and flow.destination in buyers and _same(flow, known):
            return [flow.origin]
    return []


def _same(flow: Flow, known: frozenset[str]) -> bool:
    """Whether a flow's goods are those known by these lemmas."""
    return any(word.startswith(lemma) for word in flow.goods.lower().split(" ") for lemma in known)


def _other_states(word: Word, sentence: Sentence, actors: Actors, known: list[str]) -> list[str]:
    """States the word's own clause speaks of as owners, subjects or ends, other than those already in the flow. Who does
    something else of his own beside it ("Mali sent tents; Chad sent tea") is no end of it."""
    about = next(iter(actors.protagonist()), "")
    taken = {(actors.governed(name) or about) if actors.kind(name) == "person" else name for name in known}
    taken |= {state for name in known if (state := state_of(name.split(" ")[0])) is not None}
    spoken = _clauses_of(word)
    found: list[str] = []
    for mention in actors.named(sentence):
        last = mention.words[-1]
        if mention.kind != "state" or mention.adjectival or mention.name in taken:
            continue
        if last.dep == "poss" and actors.mention(last.head) is not None:
            continue
        clause = next((one for one in last.ancestors() if one.pos in {"VERB", "AUX"}), None)
        if clause is not None and clause.start not in spoken and clause.dep != "advcl":
            continue
        if mention.rank or last.dep in {"poss", "dobj"} or (last.dep == "pobj" and last.head.lower in _SPOKEN_OF):
            found.append(mention.name)
    return list(dict.fromkeys(found))


def _clauses_of(word: Word) -> set[int]:
    """Where the verbs stand whose clause tells of the flow: those above the word, up to one that only reports it."""
    found = {word.start}
    below = word
    for above in word.ancestors():
        if below.dep in {"ccomp", "parataxis", "relcl"} and below.pos in {"VERB", "AUX"}:
            break
        found.add(above.start)
        below = above
    return found


def _proposals(parse: Parse, actors: Actors, sentence: Sentence, draft: Draft, head: Word) -> list[Proposal]:
    origins, destinations = draft.ends(head)
    if (
        not (origins and destinations)
        and not draft.plain
        and not (figured(head) or is_people(actors, head) or is_goods(head, needed=True))
    ):
        return []
    if draft.told or not ((origins and destinations) or (draft.strong and draft.sized and (origins or destinations))):
        return []
    goods = draft.plain
    if (
        draft.goods
        and head is not draft.word
        and head.pos not in {"NUM", "SYM"}
        and head.lower not in vocabulary("words", "quantities")
        and head.ent != "MONEY"
    ) or not goods:
        text = goods_text(parse, actors, head)
        goods = f"{draft.plain} {text}".strip() if draft.plain else text
    amount, negated = amount_of(parse, head), _barred(draft.word)
    found: list[Proposal] = []
    for origin, destination in islice(product(origins or _OPEN, destinations or _OPEN), _MOST):
        if origin == destination:
            continue
        via = tuple(name for name in draft.via if name not in {origin, destination})
        flow = Flow(goods, origin, via, destination, parallel=draft.parallel and len(via) > 1)
        found.append(
            Proposal(flow, sentence, (sentence.start, sentence.end), draft.word, amount=amount, negated=negated)
        )
    return found
