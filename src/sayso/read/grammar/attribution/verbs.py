"""Verbs of saying and thinking: "X said …", "…, said X", "X was accused of …", "X sees Y as Z"."""

from collections.abc import Iterator

from sayso.lexicon.table import table
from sayso.read.grammar.attribution.relation import Relation
from sayso.read.grammar.attribution.speakers import (
    Kind,
    behind,
    beside,
    examples,
    fellows,
    kind_of,
    passive,
    quoting,
    source_words,
    subject,
)
from sayso.read.grammar.phrase import child, children
from sayso.read.parse import Sentence, Word

_VERBS = {key: frozenset(lemmas) for key, lemmas in table("reporting")["verbs"].items()}
_PREPOSITIONS = {key: frozenset(lemmas) for key, lemmas in table("reporting")["prepositions"].items()}
_SAYING = _VERBS["clause"] | _VERBS["thought"]
_COUNTED = frozenset(table("reporting")["counted"]["at"])
_ALL = _COUNTED.union(*_VERBS.values(), *_PREPOSITIONS.values())
_EDGE = frozenset({",", ";", ":", "-", "--", "—", "–", "(", ")", ".", "|"})
_WHEN = frozenset({"in", "on", "at", "during", "after", "before", "since"})
_BARE = frozenset({"say", "tell", "ask", "write", "add"})  # whose object may be the quotation, or who is told
_AHEAD = frozenset({"expect", "predict", "forecast", "project", "foresee", "demand", "want", "fear"})
_OWN = frozenset({"i", "we"})  # the document speaks for itself
_MODAL = frozenset({"should", "must", "ought"})


def by_verbs(sentence: Sentence) -> Iterator[Relation]:
    """The relations that the verbs of a sentence make, one for each source."""
    for word in sentence.words:
        if word.lemma in _ALL and word.pos in ("VERB", "AUX") and word.dep != "amod":
            yield from _of(word, sentence)


def _of(verb: Word, sentence: Sentence) -> Iterator[Relation]:
    suffering = passive(verb)
    if not suffering and verb.tag == "VBN" and verb.dep in ("acl", "advcl") and child(verb, "aux") is None:
        return
    head = (behind(verb, sentence) if verb.lemma in _VERBS["strong"] else None) or subject(verb)
    if head is None and not suffering and verb.lemma in _VERBS["strong"]:
        head = beside(verb, sentence)
    if head is None and not (suffering and verb.lemma in _VERBS["unsaid"]):
        return
    if head is not None and head.lower in _OWN:
        return
    if head is not None and not _may_speak(head, verb, suffering):
        return
    content = _content(verb, sentence, suffering)
    speech = verb.lemma in _VERBS["clause"]
    if content is None and not _may_wait(verb):
        return
    span = (content[0].start, content[-1].end) if content else None
    if head is None:
        yield Relation(sentence, None, [], _cue(verb), span, verb, speech)
        return
    carrier = quoting(verb)
    named = [(name[-1], name) for name in examples(head, verb, sentence)]
    for fellow, source in named or [(one, source_words(one, sentence)) for one in fellows(head)]:
        yield Relation(sentence, fellow, source, _cue(verb), span, verb, speech, carriers=[carrier] if carrier else [])


def _may_wait(verb: Word) -> bool:
    """Whether a verb without content may yet be given one: a quotation, or the list whose stem it stands in."""
    if verb.lemma not in _VERBS["clause"] and verb.lemma not in _VERBS["thought"]:
        return False
    return child(verb, "xcomp", "ccomp") is None and (verb.lemma in _BARE or child(verb, "dobj") is None)


def _may_speak(head: Word, verb: Word, suffering: bool) -> bool:
    """Whether such a subject says something by doing this."""
    lemma = verb.lemma
    kind = kind_of(head)
    if head.lower in ("there", "what", "this", "that", "these", "those", "which"):
        return False
    if any(kid.tag == "POS" and kid.i == verb.i - 1 for kid in head.children):
        return False
    if lemma in _VERBS["inference"] and (
        suffering or (verb.tag == "VBG" and verb.dep in ("advcl", "xcomp", "conj", "dep"))
    ):
        return False
    if lemma in _VERBS["text_only"]:
        whole = child(verb, "ccomp") is not None or any(kid.text == ":" for kid in verb.children)
        return kind is Kind.TEXT or (kind is not Kind.THING and whole)
    if any(kid.dep == "aux" and kid.lower in _MODAL for kid in verb.children):
        return False
    if any(kid.tag == "TO" for kid in verb.children) and not _realised(verb):
        return False
    return kind is not Kind.THING or (lemma in _VERBS["strong"] and verb.dep != "acl")


def _realised(verb: Word) -> bool:
    """Whether an infinitive of saying is said: "went on to say", "was quick to add", but not "met to discuss"."""
    return verb.dep in ("ROOT", "conj") or (
        verb.dep in ("xcomp", "advcl")
        and (
            verb.head.lemma in _VERBS["goes_on"]
            or (verb.dep == "xcomp" and verb.head.pos in ("ADJ", "AUX"))
            or verb.head.lemma in _VERBS["clause"]
        )
    )


def _cue(verb: Word) -> tuple[int, int]:
    """The verb with its auxiliaries and negation, as far as they touch it."""
    start = verb
    for kid in reversed(verb.children):
        if kid.i == start.i - 1 and kid.dep in ("aux", "auxpass", "neg", "advmod"):
            start = kid
    return start.start, verb.end


def _content(verb: Word, sentence: Sentence, suffering: bool) -> list[Word] | None:
    """What the verb says, or ``None``: its clause, else the sentence it interrupts, else its infinitive, object or phrase."""
    lemma = verb.lemma
    if lemma in _VERBS["quote_only"] and lemma not in _VERBS["thought"]:
        return None
    if suffering:
        return _suffered(verb)
    found = _clause(verb) if lemma in _SAYING else None
    if found is None and lemma in _VERBS["clause"]:
        found = _interrupted(verb, sentence)
    return found or _unfinite(verb) or _phrase_of(verb)


def _clause(verb: Word) -> list[Word] | None:
    """The clause a verb of saying or thinking governs."""
    inside = [word for kid in children(verb, "ccomp") if _clausal(kid) for word in kid.subtree()]
    return trimmed(inside + _tail(verb, inside)) if inside else None


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
    if goal is not None and thing is not None and thing.lower not in ("it", "who", "which", "that"):
        if goal.lower == "of":
            return trimmed(goal.subtree()[1:] or goal.subtree())
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
        if kid.dep in ("conj", "cc", "parataxis", "nsubj", "ccomp") or kid.lemma in _ALL or kid.dep == "npadvmod":
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
            return trimmed(sorted(thing.subtree() + kid.subtree(), key=_place))
        counted = kid.lower == "at" and lemma in _COUNTED and any(word.pos == "NUM" for word in kid.subtree())
        if (counted or lemma in _PREPOSITIONS.get(kid.lower, ())) and kid.children:
            inner = [word for below in kid.children for word in below.subtree()]
            if thing is not None and kid.i > thing.i:
                inner += thing.subtree()
            return trimmed(sorted(inner, key=_place))
    if lemma in _VERBS["object"] and thing is not None:
        shown = lemma in _VERBS["text_only"] or lemma in _AHEAD
        rest = [
            word
            for kid in children(verb, "xcomp", "oprd", "ccomp", "prep")
            if kid.i > thing.i and (shown or kid.lower not in _WHEN)
            for word in kid.subtree()
        ]
        kept = {word.i: word for word in thing.subtree() + rest}
        aside = _aside(thing)
        return trimmed([kept[at] for at in sorted(kept) if at < aside])
    return None


def _aside(thing: Word) -> int:
    """Where what is only added about a thing begins (", who …"); past the end if nothing is."""
    for kid in children(thing, "relcl"):
        first = kid.subtree()[0]
        if any(mark.text == "," and mark.i == first.i - 1 for mark in thing.children):
            return first.i
    return 1 << 30


def _place(word: Word) -> int:
    return word.i


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
        own = {word.i for word in verb.subtree()}
        return trimmed([word for word in verb.head.subtree() if word.i not in own]) or None
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
