"""Verbs of saying and thinking: "X said …", "…, said X", "X was accused of …", "X sees Y as Z"."""

from collections.abc import Iterator

from sayso.lexicon.table import table
from sayso.read.grammar.attribution.relation import Relation
from sayso.read.grammar.attribution.speakers import TEXTS, fellows, passive, source_words, subject
from sayso.read.grammar.phrase import child, children
from sayso.read.parse import Sentence, Word

_VERBS = {key: frozenset(lemmas) for key, lemmas in table("reporting")["verbs"].items()}
_PREPOSITIONS = {key: frozenset(lemmas) for key, lemmas in table("reporting")["prepositions"].items()}
_ALL = frozenset().union(*_VERBS.values(), *_PREPOSITIONS.values())
_EDGE = frozenset({",", ";", ":", "-", "--", "—", "–", "(", ")", "."})
_UNSAID = frozenset(
    {
        "say",
        "believe",
        "think",
        "report",
        "know",
        "expect",
        "allege",
        "estimate",
        "claim",
        "rumor",
        "rumour",
        "suspect",
        "accuse",
        "fear",
        "see",
        "view",
        "regard",
        "consider",
        "describe",
        "project",
        "predict",
        "forecast",
        "suppose",
    }
)


def by_verbs(sentence: Sentence) -> Iterator[Relation]:
    """The relations that the verbs of a sentence make, one for each source."""
    for word in sentence.words:
        if word.lemma in _ALL and word.pos in ("VERB", "AUX"):
            yield from _of(word, sentence)


def _of(verb: Word, sentence: Sentence) -> Iterator[Relation]:
    head = subject(verb)
    if head is None and not (passive(verb) and verb.lemma in _UNSAID):
        return
    if head is not None and verb.lemma in _VERBS["text_only"] and not _may_show(head):
        return
    content = _content(verb, sentence)
    speech = verb.lemma in _VERBS["clause"]
    if content is None and not speech:
        return
    span = (content[0].start, content[-1].end) if content else None
    cue = _cue(verb)
    if head is None:
        yield Relation(sentence, [], cue, span, verb.lemma, speech)
        return
    if head.lower in ("it", "there", "what", "this", "one") and (passive(verb) or head.lower in ("there", "what")):
        yield Relation(sentence, [], cue, span, verb.lemma, speech)
        return
    for fellow in fellows(head):
        yield Relation(sentence, source_words(fellow), cue, span, verb.lemma, speech)


def _may_show(head: Word) -> bool:
    """Whether a subject can show or find something by way of saying so: a text, or whoever has a name."""
    return head.lemma in TEXTS or head.pos in ("PROPN", "PRON")


def _cue(verb: Word) -> tuple[int, int]:
    """The verb with its auxiliaries and negation, as far as they touch it."""
    start = verb
    for kid in reversed(verb.children):
        if kid.i == start.i - 1 and kid.dep in ("aux", "auxpass", "neg", "advmod"):
            start = kid
    return start.start, verb.end


def _content(verb: Word, sentence: Sentence) -> list[Word] | None:
    """What the verb says, or ``None``: its clause, else the sentence it interrupts, else its infinitive, object or phrase."""
    lemma = verb.lemma
    if lemma in _VERBS["clause"] or lemma in _VERBS["thought"]:
        clauses = [kid for kid in children(verb, "ccomp") if _clausal(kid)]
        if clauses:
            return trimmed([word for kid in clauses for word in kid.subtree()])
    if lemma in _VERBS["clause"]:
        around = _interrupted(verb, sentence)
        if around:
            return around
    if lemma in _VERBS["infinitive"]:
        goal = child(verb, "xcomp")
        if goal is not None and any(kid.tag == "TO" for kid in goal.children):
            whom = child(verb, "dobj")
            return trimmed(((whom.subtree() if whom is not None else []) + goal.subtree()))
        clause = child(verb, "ccomp")
        if clause is not None:
            return trimmed(clause.subtree())
    return _phrase_of(verb)


def _phrase_of(verb: Word) -> list[Word] | None:
    """The content of a verb that judges an object or speaks of something."""
    lemma = verb.lemma
    thing = child(verb, "dobj", "nsubjpass") or child(verb, "oprd")
    for kid in children(verb, "prep"):
        if kid.lower == "as" and lemma in _VERBS["as"] and thing is not None:
            return trimmed(sorted(thing.subtree() + kid.subtree(), key=lambda word: word.i))
        if lemma in _PREPOSITIONS.get(kid.lower, ()) and kid.children:
            inner = [word for below in kid.children for word in below.subtree()]
            if thing is not None and thing.dep == "dobj" and kid.i > thing.i:
                inner = thing.subtree() + inner
            return trimmed(sorted(inner, key=lambda word: word.i))
    if lemma in _VERBS["object"] and thing is not None and thing.dep == "dobj":
        rest = [word for kid in children(verb, "xcomp", "oprd", "ccomp") if kid.i > thing.i for word in kid.subtree()]
        return trimmed(sorted(thing.subtree() + rest, key=lambda word: word.i))
    return None


def _clausal(word: Word) -> bool:
    return (
        word.pos in ("VERB", "AUX")
        or any(kid.dep in ("nsubj", "nsubjpass", "mark", "cop", "expl") for kid in word.children)
        or len(word.children) > 1
    )


def _interrupted(verb: Word, sentence: Sentence) -> list[Word] | None:
    """The sentence around "…, X said, …" or before "…, X said": what is left when the verb's own words are taken away."""
    if verb.dep in ("parataxis", "ccomp", "advcl", "intj", "dep") and verb.head is not verb:
        marks = [kid for kid in verb.children if kid.dep in ("mark", "advmod") and kid.i < verb.i]
        if verb.dep in ("advcl", "ccomp", "dep") and not any(kid.lower == "as" for kid in marks):
            if verb.dep != "ccomp" or marks or not _bracketed(verb, sentence):
                return None
        own = {word.i for word in verb.subtree()}
        return trimmed([word for word in verb.head.subtree() if word.i not in own])
    if verb.dep == "ROOT":
        first = min([verb.i, *(kid.subtree()[0].i for kid in children(verb, "nsubj", "aux", "advmod"))])
        if first >= 4 and sentence.words[first - 1].text in (",", '"', "'", "--", "—", "-"):
            return trimmed(sentence.words[:first])
    return None


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
