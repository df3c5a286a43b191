"""What a verb of saying or thinking says: its clause, the sentence it interrupts, its infinitive, object or phrase."""

from operator import attrgetter

from sayso.lexicon.table import table
from sayso.read.grammar.attribution.speakers import TEXTS
from sayso.read.grammar.phrase import child, children
from sayso.read.parse import Sentence, Word

_VERBS = {key: frozenset(lemmas) for key, lemmas in table("reporting")["verbs"].items()}
_PREPOSITIONS = {key: frozenset(lemmas) for key, lemmas in table("reporting")["prepositions"].items()}
_SAYING = _VERBS["clause"] | _VERBS["thought"]
_COUNTED = frozenset(table("reporting")["counted"]["at"])
REPORTING = _COUNTED.union(*_VERBS.values(), *_PREPOSITIONS.values())
_DENIED = frozenset(table("reporting")["colours"]["denied"])
STANCES = _VERBS["stances"]
_EDGE = frozenset({",", ";", ":", "-", "--", "—", "–", "(", ")", ".", "|"})
_WHEN = frozenset({"in", "on", "at", "during", "after", "before", "since"})
_BY = frozenset({"by", "to", "from", "mainly", "mostly", "largely", "chiefly", "primarily", "partly", "especially"})
_REASONS = frozenset({"as", "because", "since", "although", "though", "whereas", "unless", "if"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_RELATIVE = frozenset({"which", "that", "who", "whom"})
_AHEAD = frozenset({"expect", "predict", "forecast", "project", "foresee", "demand", "want", "fear"})


def content_of(verb: Word, sentence: Sentence, suffering: bool) -> list[Word] | None:
    """What the verb says, or ``None``: its clause, else the sentence it interrupts, else its infinitive, object or phrase."""
    lemma = verb.lemma
    if lemma in _VERBS["quote_only"] and lemma not in _VERBS["thought"]:
        return None
    if suffering:
        return _suffered(verb)
    found = _clause(verb, sentence) if lemma in _SAYING else None
    if found is None and lemma in _VERBS["clause"]:
        found = _interrupted(verb, sentence)
    if lemma in STANCES:
        return found if found and found[0].i > verb.i and wishes(verb) else None
    return found or _unfinite(verb) or _phrase_of(verb)


def wishes(verb: Word) -> bool:
    """Whether a finite clause says what somebody wants or plans."""
    wanted = child(verb, "ccomp")
    return wanted is not None and not any(kid.tag == "TO" for kid in wanted.children)


def _clause(verb: Word, sentence: Sentence) -> list[Word] | None:
    """The clause a verb of saying or thinking governs."""
    inside = [word for kid in children(verb, "ccomp") if _clausal(kid) for word in kid.subtree()]
    if not inside:
        return _ahead(verb)
    if inside[-1].i < verb.i and verb.dep == "ROOT" and _goes_on(verb, sentence):
        return trimmed(sentence.words[inside[0].i :])
    thing = child(verb, "dobj")
    if thing is not None and verb.i < thing.i < inside[0].i and (verb.lemma in _VERBS["text_only"] or _headless(verb)):
        # "found rifles that were re-exported", "told them the rifles were sold", which the parser took for two things
        inside = [*thing.subtree(), *inside]
    return trimmed(_without_rival(inside + _tail(verb, inside), denied=verb.lemma in _DENIED))


def _headless(verb: Word) -> bool:
    """Whether the clause behind a verb of saying is finite and lacks its subject: the parser gave that to the verb."""
    clause = child(verb, "ccomp")
    return clause is not None and clause.tag in _FINITE and child(clause, "nsubj", "nsubjpass", "expl", "csubj") is None


def _ahead(verb: Word) -> list[Word] | None:
    """What "predicts the lake will dry up" says, where the parser made "will dry up" the main clause."""
    main, thing = verb.head, child(verb, "dobj")
    if verb.dep != "ccomp" or main.i < verb.i or thing is None or child(main, "nsubj", "nsubjpass", "expl") is not None:
        return None
    return trimmed([word for word in main.subtree() if word.i >= thing.subtree()[0].i])


def _without_rival(words: list[Word], *, denied: bool) -> list[Word]:
    """The words up to ", but Y warned that …": what another says behind a comma is not part of what the first says; nor is what
    who denies something says besides ("denied that it leaked and called the report false")."""
    for at, word in enumerate(words):
        later = (kid for kid in children(word.head, "conj") if kid.i > word.i)
        other = next(later, None) if at and word.dep == "cc" else None
        if other is None:
            continue
        own, comma = child(other, "nsubj") is not None, words[at - 1].text == ","
        further = not own and denied and other.lemma in REPORTING and other.tag in _FINITE
        if further or (own and comma and other.lemma in _VERBS["strong"]):
            return words[:at]
    return words


def _unfinite(verb: Word) -> list[Word] | None:
    """The infinitive or gerund that says what is promised, asked for or denied, with whom it is asked of."""
    lemma = verb.lemma
    if lemma in _VERBS["infinitive"]:
        goal = child(verb, "xcomp") or child(verb, "ccomp")
        if goal is not None and any(kid.tag == "TO" for kid in goal.children):
            whom = child(verb, "dobj")
            return trimmed((whom.subtree() if whom is not None else []) + goal.subtree())
    if lemma in _VERBS["gerund"]:
        goal = child(verb, "xcomp", "pcomp")
        if goal is not None and goal.tag == "VBG":
            return trimmed(goal.subtree())
    return None


def _suffered(verb: Word) -> list[Word] | None:
    """The content of a passive: "X is said to …", "X was accused of …", "X is seen as …", "X has been reported by …"."""
    thing = child(verb, "nsubjpass")
    goal = child(verb, "xcomp", "ccomp", "oprd")
    if goal is None:
        for kid in children(verb, "prep"):
            if kid.lower == "as" or verb.lemma in _PREPOSITIONS.get(kid.lower, ()):
                goal = kid
    if goal is not None and goal.dep == "ccomp" and child(goal, "nsubj", "nsubjpass") is not None:
        return trimmed(goal.subtree())
    empty = (
        _RELATIVE if goal is not None and goal.dep == "prep" else _RELATIVE | {"it"}
    )  # "it was accused of", "it is said to"
    if goal is not None and thing is not None and thing.lower not in empty:
        return trimmed(thing.subtree() + goal.subtree())
    if goal is not None:
        return trimmed(goal.subtree())
    if child(verb, "agent") is not None and thing is not None and thing.tag not in ("WDT", "PRP", "WP", "DT"):
        return trimmed(thing.subtree())
    return None


def _tail(verb: Word, inside: list[Word]) -> list[Word]:
    """What follows the clause and hangs from the verb of saying only because the parser could not know better."""
    found: list[Word] = []
    for kid in verb.children:
        if kid.i < inside[-1].i:
            continue
        if kid.dep in ("conj", "cc", "parataxis", "nsubj", "ccomp") or kid.lemma in REPORTING or kid.dep == "npadvmod":
            break
        if kid.dep == "advcl" and child(kid, "mark", "nsubj") is not None:
            break
        if kid.dep in ("advcl", "prep", "dobj", "advmod", "acl"):
            found.extend(kid.subtree())
    return found


def _phrase_of(verb: Word) -> list[Word] | None:
    """The content of a verb that judges an object or speaks of something."""
    lemma = verb.lemma
    thing = child(verb, "dobj", "oprd")
    for kid in children(verb, "prep"):
        if kid.lower == "as" and lemma in _VERBS["as"] and thing is not None:
            if thing.lower in _RELATIVE:
                return None  # what "which Y dismissed as" takes up is not there to be quoted
            return trimmed(sorted(thing.subtree() + kid.subtree(), key=attrgetter("i")))
        counted = kid.lower == "at" and lemma in _COUNTED and any(word.pos == "NUM" for word in kid.subtree())
        if (counted or lemma in _PREPOSITIONS.get(kid.lower, ())) and kid.children:
            inner = [word for below in kid.children for word in below.subtree()]
            if thing is not None and kid.i > thing.i:
                inner += thing.subtree()
            return trimmed(sorted(inner, key=attrgetter("i")) + _following(verb, inner))
    if lemma in _VERBS["object"] and thing is not None:
        shown = lemma in _VERBS["text_only"] or lemma in _AHEAD
        rest = [
            word
            for kid in children(verb, "xcomp", "oprd", "ccomp", "prep")
            if kid.i > thing.i and (shown or kid.lower not in _WHEN or _where(kid))
            for word in kid.subtree()
        ]
        kept = {word.i: word for word in thing.subtree() + rest}
        aside = _aside(thing)
        return trimmed([kept[at] for at in sorted(kept) if at < aside])
    return None


def _following(verb: Word, inner: list[Word]) -> list[Word]:
    """The phrases right behind "accused it of complicity" that go with the noun: "in the theft by soldiers"."""
    last, found = max(word.i for word in inner), list[Word]()
    for kid in children(verb, "prep", "agent"):
        own = kid.subtree()
        if own[0].i != last + 1 or any(
            word.ent in ("DATE", "TIME") or word.lemma.lower() in TEXTS for word in children(kid, "pobj")
        ):
            continue
        found.extend(own)
        last = own[-1].i
    return found


def _where(preposition: Word) -> bool:
    """Whether a phrase says where something is ("famine in the camp"), and not when or in which text it is said."""
    place = child(preposition, "pobj")
    return (
        place is not None
        and preposition.lower == "in"
        and (
            place.ent in ("GPE", "LOC", "FAC")
            or any(kid.dep == "compound" and kid.pos == "PROPN" for kid in place.children)
        )
        and place.ent not in ("DATE", "TIME")
        and place.lemma.lower() not in TEXTS
    )


def _aside(thing: Word) -> int:
    """Where what is only added about a thing begins (", who …"); past the end if nothing is."""
    for kid in children(thing, "relcl"):
        first = kid.subtree()[0]
        if any(mark.text == "," and mark.i == first.i - 1 for mark in thing.children):
            return first.i
    return 1 << 30


def _clausal(word: Word) -> bool:
    return word.pos in ("VERB", "AUX") or len(word.children) > 1


def _interrupted(verb: Word, sentence: Sentence) -> list[Word] | None:
    """The sentence around "…, X said, …" or before "…, X said": what is left when the verb's own words are taken away."""
    if verb.dep in ("parataxis", "ccomp", "advcl", "intj", "dep") and verb.head is not verb:
        marks = [kid for kid in verb.children if kid.dep in ("mark", "advmod") and kid.i < verb.i]
        as_ = any(kid.lower == "as" for kid in marks)
        if as_ and child(verb, "dobj", "ccomp") is not None:
            return None
        if verb.dep != "parataxis" and not as_ and (verb.dep != "ccomp" or marks or not _bracketed(verb, sentence)):
            return None
        return _around(verb)
    if verb.dep == "ROOT":
        first = min([verb.i, *(kid.subtree()[0].i for kid in children(verb, "nsubj", "aux", "advmod"))])
        before = [kid for kid in verb.children if kid.i < first - 1]
        said = any(
            kid.dep in ("ccomp", "parataxis", "dep", "acomp") or (kid.dep == "advcl" and child(kid, "mark") is None)
            for kid in before
        )
        if (
            said
            and first >= 4
            and sentence.words[first - 1].text in (",", '"', "'", "''", "--", "—", "-")
            and child(verb, "dobj") is None
        ):
            return trimmed(sentence.words if _goes_on(verb, sentence) else sentence.words[:first])
    return None


def _around(verb: Word) -> list[Word] | None:
    """What stands around "X said", without what tells only of the saying."""
    reasons = [kid for kid in children(verb, "advcl") if kid.i > verb.i and _reason(kid)]
    kept = {word.i for kid in reasons for word in kid.subtree()}
    own = [word for word in verb.subtree() if word.i not in kept]
    said = whole(verb.head)
    while verb.dep == "parataxis" and said.subtree()[0].i >= own[0].i > 0 and said.head is not said:
        said = said.head  # "the rain will go on, it said, as winds turn": the words before it are said too
    taken = {word.i for word in own}
    return trimmed([word for word in said.subtree() if word.i not in taken]) or None


def _reason(clause: Word) -> bool:
    """Whether a clause behind "…, X said, as crops fail" gives a reason or a contrast, which X gives too, not when X said it."""
    return any(kid.lower in _REASONS for kid in children(clause, "mark"))


def _goes_on(verb: Word, sentence: Sentence) -> bool:
    """Whether what is said goes on behind "…, X said in May, by a tenth in the north"."""
    comma = next((word.i for word in sentence.words[verb.i + 1 :] if word.text == ","), None)
    if comma is None or comma + 1 >= len(sentence.words):
        return False
    after = sentence.words[comma + 1]
    when = sentence.words[verb.i + 1 : comma]
    return (
        all(word.ent == "DATE" or word.lower in _WHEN for word in when)
        and after.ent != "DATE"
        and (after.lower in _BY or (after.pos == "ADV" and after.head.pos == "ADP"))
        and not any(word.lemma.lower() in TEXTS for word in sentence.words[comma + 1 :])
    )


def whole(clause: Word) -> Word:
    """The first of several clauses that share a subject with this one: "the plan cuts costs but raises risks"."""
    while (
        clause.dep == "conj"
        and clause.pos in ("VERB", "AUX")
        and child(clause, "nsubj", "nsubjpass", "expl") is None
        and clause.head.i < clause.i
    ):
        clause = clause.head
    return clause


def _bracketed(verb: Word, sentence: Sentence) -> bool:
    words = verb.subtree()
    before, after = words[0].i - 1, words[-1].i + 1
    left = words[0].text in _EDGE or (before >= 0 and sentence.words[before].text in _EDGE)
    right = words[-1].text in _EDGE or (after < len(sentence.words) and sentence.words[after].text in _EDGE)
    return left and right


def trimmed(words: list[Word]) -> list[Word]:
    """The words without the punctuation at their ends."""
    first, last = 0, len(words)
    while first < last - 1 and words[first].text in _EDGE:
        first += 1
    while last > first + 1 and words[last - 1].text in _EDGE:
        last -= 1
    return words[first:last]
