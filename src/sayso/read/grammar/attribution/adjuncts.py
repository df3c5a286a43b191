"""Sources named beside the sentence: "according to X", "per X", "as reported by X", "in X's view", "data cited by X"."""

from collections.abc import Iterator

from sayso.lexicon.table import table
from sayso.read.grammar.attribution.contents import trimmed, whole
from sayso.read.grammar.attribution.relation import Relation
from sayso.read.grammar.attribution.speakers import QUOTING, TEXTS, Kind, answers, fellows, kind_of, source_words
from sayso.read.grammar.phrase import child, children
from sayso.read.parse import Sentence, Word

_MIND = frozenset(table("reporting")["nouns"]["mind"])
_CARRIERS = {key: frozenset(found) for key, found in table("reporting")["carriers"].items()}
_HEARSAY = frozenset(table("reporting")["around"]["adverbs"])
_TRIGGERS = _HEARSAY | frozenset({"according", "per", "in", "from", "by", "to"})
_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "ROOT", "pcomp"})


def by_adjuncts(sentence: Sentence) -> Iterator[Relation]:
    """The relations that prepositional and participial phrases of a sentence make."""
    for word in sentence.words:
        lower = word.lower
        if lower not in _TRIGGERS:
            continue
        if lower in _HEARSAY:
            content = _governed(word, word, sentence)
            if len(content) > 2:
                yield Relation(
                    sentence, None, [], (word.start, word.end), (content[0].start, content[-1].end), word, beside=True
                )
        elif lower == "according":
            yield from _according(word, sentence)
        elif lower == "per":
            yield from _per(word, sentence)
        elif lower == "by" or (lower in ("in", "from") and word.head.tag == "VBN"):
            yield from _reported(word, sentence)
        if lower in ("in", "from", "to"):
            yield from _mind(word, sentence)
        if lower == "to" and word.i == 0:
            yield from _opening(word, sentence)


def _according(word: Word, sentence: Sentence) -> Iterator[Relation]:
    to = next((kid for kid in word.children if kid.lower == "to"), None)
    source = child(to, "pobj", "pcomp") if to is not None else None
    if (
        to is not None
        and source is not None
        and source.lemma not in ("plan", "law", "rule", "schedule", "size", "rank", "need")
    ):
        yield from _beside(word, (word.start, to.end), source, sentence)


def _per(word: Word, sentence: Sentence) -> Iterator[Relation]:
    source = child(word, "pobj", "pcomp", "nmod")
    if source is None or source.lower in _CARRIERS["rates"] or source.lemma in _CARRIERS["rates"]:
        return
    if any(
        below.pos == "PROPN" or below.ent in ("ORG", "PERSON", "GPE") or below.lemma in TEXTS or below.tag == "PRP"
        for below in source.subtree()
    ):
        yield from _beside(word, (word.start, word.end), source, sentence)


def _reported(word: Word, sentence: Sentence) -> Iterator[Relation]:
    """ "as reported by X", "data cited by X", "a deal reported by X": the participle says which."""
    verb = word.head
    if verb.lemma not in _CARRIERS["participles"] or verb.tag not in ("VBN", "VBD") or verb.dep == "amod":
        return
    source = child(word, "pobj", "pcomp")
    if source is None or any(kid.dep in ("auxpass", "aux", "nsubj", "nsubjpass") for kid in verb.children):
        return
    kind = kind_of(source)
    if kind is Kind.THING or (word.lower != "by" and kind is not Kind.TEXT and source.ent not in ("ORG", "")):
        return
    if (
        word.lower != "by"
        and kind is not Kind.TEXT
        and not (source.pos == "PROPN" and any(part.lemma in TEXTS for part in source.subtree()))
    ):
        return
    as_ = next((kid for kid in verb.children if kid.lower == "as"), None)
    if as_ is None and sentence.words[verb.i - 1].lower == "as" and verb.i:
        as_ = sentence.words[verb.i - 1]
    cue = (as_.start if as_ is not None else verb.start, word.end)
    if as_ is None and verb.dep == "acl":
        yield from _of_noun(verb, cue, source, sentence)
    elif as_ is not None or verb.lemma not in _CARRIERS["published"]:
        yield from _beside(verb, cue, source, sentence)


def _of_noun(verb: Word, cue: tuple[int, int], source: Word, sentence: Sentence) -> Iterator[Relation]:
    """ "A deal reported by X"; of ", a practice confirmed by X" all that stands before it."""
    noun = verb.head
    if verb.lemma in QUOTING and kind_of(noun) in (Kind.NAMED, Kind.PEOPLE):
        return  # "the mayor, quoted by the daily": a carrier
    if verb.lemma in _CARRIERS["published"] or noun.lemma in TEXTS or noun.pos not in ("NOUN", "PROPN"):
        return
    own = {below.i for below in verb.subtree()}
    content = trimmed([below for below in noun.subtree() if below.i not in own])
    first = content[0].i
    if len(content) == 2 and first > 1 and sentence.words[first - 1].text == ",":
        content = trimmed(sentence.words[:first])
    for fellow in fellows(source):
        yield Relation(sentence, fellow, source_words(fellow, sentence), cue, (content[0].start, content[-1].end), verb)


def _mind(word: Word, sentence: Sentence) -> Iterator[Relation]:
    mind = child(word, "pobj")
    if mind is None or mind.lemma.lower() not in _MIND:
        return
    if word.lower == "to" and mind.lemma.lower() not in ("mind", "eye", "thinking"):
        return
    owner = child(mind, "poss")
    of = next((kid for kid in children(mind, "prep") if kid.lower == "of"), None)
    if owner is None and of is not None:
        owner = child(of, "pobj")
    end = mind if of is None or owner is None or owner.head is not of else of
    after = sentence.words[end.i + 1 : end.i + 2]
    if owner is None or kind_of(owner) is Kind.THING or any(one.lower == "to" for one in after):
        return  # "in his calculus to stay" is no point of view
    if word.i > 1 and sentence.words[word.i - 1].pos != "PUNCT" and not _judges(word):
        return  # nor are the tears in their eyes
    yield from _beside(word, (word.start, end.end), owner, sentence)


def _judges(adjunct: Word) -> bool:
    """Whether an adjunct hangs from a verb that says what something is: "is a threat in their eyes"."""
    return any(above.lemma in ("be", "seem", "remain", "mean", "become") for above in list(adjunct.ancestors())[:2])


def _opening(word: Word, sentence: Sentence) -> Iterator[Relation]:
    """ "To the fishermen, the dam is a curse." """
    who = child(word, "pobj")
    if who is None or kind_of(who) not in (Kind.NAMED, Kind.PEOPLE) or any(kid.dep == "relcl" for kid in who.children):
        return
    after = word.subtree()[-1].i + 1
    if after < len(sentence.words) and sentence.words[after].text == "," and who.head is word:
        yield from _beside(word, (word.start, word.end), who, sentence)


def _beside(adjunct: Word, cue: tuple[int, int], source: Word, sentence: Sentence) -> Iterator[Relation]:
    content = _governed(adjunct, source, sentence)
    further = _listed(adjunct, content)
    if further:
        content = trimmed([word for word in content if word.i > further[-1].subtree()[-1].i])
    if content:
        for fellow in fellows(source) + further:
            yield Relation(
                sentence,
                fellow,
                source_words(fellow, sentence),
                cue,
                (content[0].start, content[-1].end),
                adjunct,
                True,
                beside=True,
            )


def _listed(adjunct: Word, content: list[Word]) -> list[Word]:
    """The further sources of "according to A, B and C, the lake shrank", of which the parser made a second subject."""
    verb = adjunct.head
    subjects = [kid for kid in children(verb, "nsubj", "nsubjpass") if kid.i < verb.i]
    if len(subjects) < 2 or not content or subjects[0].subtree()[0] is not content[0]:
        return []
    found = fellows(subjects[0])
    return found if all(kind_of(one) is not Kind.THING for one in found) else []


def _governed(adjunct: Word, source: Word, sentence: Sentence) -> list[Word]:
    """What an adjunct vouches for: what follows it if it opens the sentence or a part of it, else the clause it hangs from."""
    own = adjunct.subtree()
    words = sentence.words
    first, last = own[0].i, own[-1].i
    ids = {word.i for word in own}
    if first <= 1 or words[first - 1].text in (":", ";"):
        if last + 2 >= len(words):  # the parser hung the sentence from its adjunct
            last = next((word.i for word in words[source.i :] if word.text == ","), last)
        return trimmed(words[last + 1 :])
    top = adjunct.head
    for _ in range(40):
        if top.head is top or top.dep in _CLAUSES:
            break
        top = top.head
    if words[first - 1].text == ",":
        top = whole(_main(top))
        subject = child(top.head, "nsubj") if top.dep == "ccomp" else None
        if subject is not None and not answers(subject):
            top = top.head
    inside = trimmed([word for word in top.subtree() if word.i not in ids])
    if inside and inside[0].i < first and _new(words, last + 1, top):
        inside = trimmed([word for word in inside if word.i < first])
    if len(inside) < 2 or (inside[0].i > last and top.dep != "ROOT"):
        return trimmed(words[:first])
    return inside


def _main(clause: Word) -> Word:
    """The clause that a participle set off by a comma (", easing prices, according to …") only adds to."""
    while clause.tag in ("VBG", "VBN") and clause.head.i < clause.i and child(clause, "aux", "mark") is None:
        absolute = clause.dep == "pcomp" and clause.head.lower == "with"  # ", with prices falling, according to …"
        hangs = clause.head if absolute else clause
        if clause.dep not in ("advcl", "acl") and not absolute:
            break
        first = hangs.subtree()[0]
        if not any(kid.text == "," and kid.i == first.i - 1 for kid in hangs.head.children):
            break
        clause = hangs.head
    return clause


def _new(words: list[Word], at: int, top: Word) -> bool:
    """Whether behind an adjunct something begins for which its source does not stand: ", and Y rose", ", which shows"."""
    if at + 1 >= len(words) or words[at].text != ",":
        return False
    after = words[at + 1]
    if after.tag == "VBN" and after.lemma in _CARRIERS["dated"]:
        return True  # "according to the tracker, updated in May"
    if after.dep == "cc":
        return any(kid.i > after.i and child(kid, "nsubj", "nsubjpass") for kid in children(after.head, "conj"))
    return after.tag == "VBG" and after.dep == "advcl" and (after.head is top or after.head in top.children)
