"""Flows: goods, money and people moving from one actor to another, through intermediaries in their order.

A verb or noun drafts a flow with the ends its grammar gives; ends it leaves open are filled from the same sentence, then
from the nearest earlier flow of the same goods, never from nowhere.
"""

from dataclasses import replace
from functools import cache
from itertools import islice, product

from sayso.core.claim import Flow
from sayso.lexicon.table import table
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.flows_draft import Draft, is_people, points_back
from sayso.read.grammar.flows_ends import barred, fill
from sayso.read.grammar.flows_goods import amount_of, figured, goods_text, is_goods, listed, vocabulary
from sayso.read.grammar.flows_nouns import of_noun
from sayso.read.grammar.flows_verbs import misread, of_verb
from sayso.read.parse import Parse, Sentence, Word
from sayso.read.proposal import Proposal

_OPEN: list[str | None] = [None]
_MOST = 12  # flows out of one goods word
_NEAR = 2  # sentences back in which goods are told that a quantity alone stands for
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
            fill(draft, sentence, actors, [one.body for one in found[-_MEMORY:] if isinstance(one.body, Flow)])
            for where, head in heads:
                if not draft.plain and head.lower in vocabulary("words", "quantities"):
                    draft.plain = _spoken_of(parse, actors, where, head, found)
                fresh = [one for one in _proposals(parse, actors, where, draft, head) if not _told(one, found)]
                if fresh:
                    at_goods[head.start] = len(found)
                found.extend(fresh)
    return found


def _spoken_of(parse: Parse, actors: Actors, sentence: Sentence, head: Word, found: list[Proposal]) -> str:
    """The goods meant where only their quantity stands ("a further 30 tonnes were smuggled"): those of the flow before, else
    the nearest goods that the sentence or the one before it names."""
    if found and isinstance(found[-1].body, Flow) and sentence.index - found[-1].sentence.index <= _NEAR:
        return found[-1].body.goods
    before = [sentence.words[: head.i], *(one.words for one in reversed(parse.sentences[: sentence.index][-_NEAR:]))]
    goods = (word for words in before for word in reversed(words) if is_goods(word, needed=True))
    noun = next(
        (word for word in goods if word.pos == "NOUN" and word.lower not in vocabulary("words", "quantities")), None
    )
    return goods_text(parse, actors, noun) if noun is not None else ""


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


def _proposals(parse: Parse, actors: Actors, sentence: Sentence, draft: Draft, head: Word) -> list[Proposal]:
    origins, destinations = draft.ends(head)
    if (
        not (origins and destinations)
        and not draft.plain
        and not (figured(head) or is_people(actors, head) or is_goods(head, needed=True))
    ):
        return []
    alone = draft.stated or (draft.strong and draft.sized)  # may be told with one end
    if draft.told or not ((origins and destinations) or (alone and (origins or destinations))):
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
    amount, negated = amount_of(parse, head), barred(draft.word)
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
