"""The ends of a flow that its own words leave open, and whether it is kept from happening.

Invariant: an end is that of a state of the same clause, or of one earlier flow of the same goods; else it stays open.
"""

from sayso.core.claim import Flow
from sayso.lexicon.names import state_of
from sayso.lexicon.table import words as words_of
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.flows_draft import Draft, points_back
from sayso.read.grammar.flows_goods import lemmas, vocabulary
from sayso.read.grammar.phrase import child
from sayso.read.parse import Sentence, Word

_SPOKEN_OF = frozenset({"to", "into", "for", "of", "on", "over"})
_OVER = {"dobj": "VERB", "nsubjpass": "VERB", "pobj": "NOUN"}  # what may bar a flow, by the place of its noun


def fill(draft: Draft, sentence: Sentence, actors: Actors, earlier: list[Flow]) -> None:
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
    if barred(draft.word):  # what is banned is no flow told before
        return
    if draft.inheriting and not (origins and destinations) and not (draft.closed and not destinations):
        _inherit(draft, actors, earlier)


def _of_a_government(noun: Word) -> bool:
    """``the government's gold sales``: of whatever country's gold the text told before."""
    owner = child(noun, "poss")
    words = owner.children if owner is not None and owner.lower in words_of("actors", "governments") else []
    return any(one.dep == "det" for one in words) and not any(one.pos in {"ADJ", "PROPN"} for one in words)


def barred(noun: Word) -> bool | None:
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
        if same and not clash and flow.origin and flow.destination in draft.via:
            draft.origins = origins or [flow.origin]
            return
        if same and not clash and flow.origin and flow.destination:
            if not back and _goes_otherwise(flow, earlier, known):
                return
            draft.origins, draft.destinations = origins or [flow.origin], destinations or [flow.destination]
            return


def _goes_otherwise(flow: Flow, earlier: list[Flow], known: frozenset[str]) -> bool:
    """Whether the goods were told to leave or to reach several, so that no one flow of them is meant."""
    ends = {(one.origin, one.destination) for one in earlier if one.origin and one.destination and _same(one, known)}
    return len(ends) > 1


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
    spoken, above, own = _clauses_of(word), set(word.ancestors()), child(word, "nsubj")
    moving = vocabulary("verbs", "give") | vocabulary("verbs", "get")
    found: list[str] = []
    for mention in actors.named(sentence):
        last = mention.words[-1]
        if mention.kind != "state" or mention.adjectival or mention.name in taken or _aside(last):
            continue
        if last.dep == "poss" and actors.mention(last.head) is not None:
            continue
        clause = next((one for one in last.ancestors() if one.pos in {"VERB", "AUX"}), None)
        if clause is not None and clause.start not in spoken and clause.dep != "advcl":
            continue
        busy = clause is not None and (clause in above or clause.lemma in moving)
        if last.dep == "nsubj" and own is not None and busy:  # "Mali got 70 tonnes, while Chad bought 20"
            continue
        if mention.rank or last.dep in {"poss", "dobj"} or (last.dep == "pobj" and last.head.lower in _SPOKEN_OF):
            found.append(mention.name)
    return list(dict.fromkeys(found))


def _aside(word: Word) -> bool:
    """Whether a word stands in what is told of another in passing: "the mills, a group tied to Mali's army"."""
    if word.ent == "ORG" and not word.ent_start and word.dep == "pobj":  # "the Front for the Defence of Mali"
        return True
    for one in (word, *word.ancestors()):
        if one.dep in {"appos", "acl"}:
            return True
        if one.pos in {"VERB", "AUX"}:
            return False
    return False


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
