"""Sources named beside the sentence: "according to X", "per X", "as reported by X", "in X's view", "data cited by X"."""

from collections.abc import Iterator

from sayso.lexicon.table import table
from sayso.read.grammar.attribution.relation import Relation
from sayso.read.grammar.attribution.speakers import TEXTS, fellows, source_words
from sayso.read.grammar.attribution.verbs import trimmed
from sayso.read.grammar.phrase import child, children
from sayso.read.parse import Sentence, Word

_NOUNS = table("reporting")["nouns"]
_MIND = frozenset(_NOUNS["mind"])
_PARTICIPLES = frozenset(table("reporting")["carriers"]["participles"])
_RATES = frozenset(table("reporting")["carriers"]["rates"])
_TRIGGERS = frozenset({"according", "per", "in", "from", "by"})


def by_adjuncts(sentence: Sentence) -> Iterator[Relation]:
    """The relations that prepositional and participial phrases of a sentence make."""
    for word in sentence.words:
        if word.lower not in _TRIGGERS:
            continue
        if word.lower == "according":
            yield from _according(word, sentence)
        elif word.lower == "per":
            yield from _per(word, sentence)
        elif word.lower == "by" or (word.lower == "in" and word.head.tag == "VBN"):
            yield from _reported(word, sentence)
        if word.lower in ("in", "from"):
            yield from _mind(word, sentence)


def _according(word: Word, sentence: Sentence) -> Iterator[Relation]:
    to = next((kid for kid in word.children if kid.lower == "to"), None)
    source = child(to, "pobj", "pcomp") if to is not None else None
    if to is not None and source is not None:
        yield from _beside(word, (word.start, to.end), source, sentence, "accord")


def _per(word: Word, sentence: Sentence) -> Iterator[Relation]:
    source = child(word, "pobj", "pcomp", "nmod")
    if source is None or source.lower in _RATES or source.lemma in _RATES:
        return
    named = any(
        below.pos == "PROPN" or below.ent in ("ORG", "PERSON", "GPE") or below.lemma in TEXTS
        for below in source.subtree()
    )
    if named or any(below.pos == "PRON" for below in source.subtree()):
        yield from _beside(word, (word.start, word.end), source, sentence, "per")


def _reported(word: Word, sentence: Sentence) -> Iterator[Relation]:
    verb = word.head
    if verb.lemma not in _PARTICIPLES or verb.tag not in ("VBN", "VBD"):
        return
    source = child(word, "pobj", "pcomp")
    if source is None or any(kid.dep == "auxpass" for kid in verb.children):
        return
    text = any(below.lemma in TEXTS for below in fellows(source))
    named = any(below.pos == "PROPN" for below in source.subtree())
    if not (text or named) or (
        word.lower == "in" and not text and source.ent in ("DATE", "GPE", "TIME", "CARDINAL", "")
    ):
        return
    as_ = next((kid for kid in verb.children if kid.lower == "as"), None)
    start = as_.start if as_ is not None else verb.start
    yield from _beside(verb, (start, word.end), source, sentence, verb.lemma)


def _mind(word: Word, sentence: Sentence) -> Iterator[Relation]:
    mind = child(word, "pobj")
    if mind is None or mind.lemma not in _MIND:
        return
    owner = child(mind, "poss")
    of = next((kid for kid in children(mind, "prep") if kid.lower == "of"), None)
    if owner is None and of is not None:
        owner = child(of, "pobj")
    if owner is not None and not (owner.lower in ("its", "his", "her", "their") and mind.lemma == "account"):
        yield from _beside(word, (word.start, mind.end), owner, sentence, mind.lemma)


def _beside(adjunct: Word, cue: tuple[int, int], source: Word, sentence: Sentence, lemma: str) -> Iterator[Relation]:
    content = _governed(adjunct, sentence)
    if content:
        for fellow in fellows(source):
            yield Relation(sentence, source_words(fellow), cue, (content[0].start, content[-1].end), lemma, True)


def _governed(adjunct: Word, sentence: Sentence) -> list[Word]:
    """What an adjunct vouches for: the words before it back to the adjunct before, or what follows it if it comes first."""
    own = adjunct.subtree()
    ids = {word.i for word in own}
    first = own[0].i
    words_ = sentence.words
    if first <= 1:
        return trimmed([word for word in words_[own[-1].i + 1 :]])
    top = adjunct.head
    while top.head is not top and top.dep not in ("ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "ROOT"):
        top = top.head
    inside = [word for word in top.subtree() if word.i not in ids]
    return trimmed(inside) if inside else trimmed(words_[:first])
