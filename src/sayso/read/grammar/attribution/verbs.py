"""Verbs of saying and thinking: "X said …", "…, said X", "X was accused of …", "X sees Y as Z"."""

from collections.abc import Iterator

from sayso.lexicon.table import table
from sayso.read.grammar.attribution.contents import REPORTING, content_of
from sayso.read.grammar.attribution.relation import Relation
from sayso.read.grammar.attribution.speakers import (
    Kind,
    answers,
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
_AROUND = {key: frozenset(found) for key, found in table("reporting")["around"].items()}
_BARE = frozenset({"say", "tell", "ask", "write", "add"})  # whose object may be the quotation, or who is told
_OWN = frozenset({"i", "we"})  # the document speaks for itself
_ACTS = frozenset(table("reporting")["nouns"]["acts"])
_UNNAMED = frozenset({"name", "identify", "quote"})
_MODAL = frozenset({"should", "must", "ought"})


def by_verbs(sentence: Sentence) -> Iterator[Relation]:
    """The relations that the verbs of a sentence make, one for each source."""
    for word in sentence.words:
        if word.lemma in REPORTING and word.dep != "amod" and _verbal(word):
            yield from _of(word, sentence)


def _verbal(word: Word) -> bool:
    """Whether a word is a verb; what has subject and object is one, whatever the parser calls it ("officials fear that")."""
    if word.pos in ("VERB", "AUX"):
        return True
    return child(word, "nsubj") is not None and child(word, "ccomp", "dobj") is not None


def _of(verb: Word, sentence: Sentence) -> Iterator[Relation]:
    suffering = passive(verb)
    if not suffering and undergone(verb):
        return
    head = (behind(verb, sentence) if verb.lemma in _VERBS["strong"] else None) or subject(verb)
    if head is None and not suffering and verb.lemma in _VERBS["strong"]:
        head = beside(verb, sentence)
    if head is None and not (suffering and verb.lemma in _VERBS["unsaid"]):
        return
    if head is not None and head.lower in _OWN:
        return
    if head is not None and (not _may_speak(head, verb, suffering) or _unsaid(head, verb, sentence)):
        return
    content = content_of(verb, sentence, suffering)
    speech = verb.lemma in _VERBS["clause"] and (content is not None or not _told(verb))
    if content is None and not _may_wait(verb):
        return
    span = (content[0].start, content[-1].end) if content else None
    if head is None:
        yield Relation(sentence, None, [], _cue(verb), span, verb, speech)
        return
    carrier = quoting(verb)
    named = [(name[-1], name) for name in examples(head, verb, sentence)]
    for fellow, words in named or [(one, source_words(one, sentence)) for one in fellows(head)]:
        source = words if fellow.i > verb.i else [word for word in words if word.i < verb.i]
        yield Relation(sentence, fellow, source, _cue(verb), span, verb, speech, carriers=[carrier] if carrier else [])


def _told(verb: Word) -> bool:
    """Whether somebody only listens: who "was told" does not say the quotation further on."""
    return verb.lemma in _AROUND["addressed"] and passive(verb)


def undergone(verb: Word) -> bool:
    """Whether a past participle tells what is done to its noun ("the worst ever reported") and takes no content."""
    if verb.tag == "VBD" and verb.dep == "acl":  # the parser took it for the past tense
        return child(verb, "nsubj", "ccomp", "dobj") is None
    return verb.tag == "VBN" and verb.dep in ("acl", "advcl") and child(verb, "aux") is None


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
    if lemma in _VERBS["inference"] and (
        suffering or (verb.tag == "VBG" and verb.dep in ("advcl", "xcomp", "conj", "dep"))
    ):
        return False
    if lemma in _VERBS["text_only"]:
        whole = child(verb, "ccomp") is not None or any(kid.text == ":" for kid in verb.children)
        whole = whole or lemma == "document"
        return kind is Kind.TEXT or (kind is not Kind.THING and whole)
    if any(kid.dep == "aux" and kid.lower in _MODAL for kid in verb.children):
        return False
    if any(kid.tag == "TO" for kid in verb.children) and not realised(verb):
        return False
    return kind is not Kind.THING or (lemma in _VERBS["strong"] and verb.dep != "acl")


def _unsaid(head: Word, verb: Word, sentence: Sentence) -> bool:
    """Whether nothing is said after all: no source, a source that shows only the writer something, a wish or a condition that it
    be said, thanks to the reader."""
    if verb.i and sentence.words[verb.i - 1].tag == "POS":
        return True  # "the country's declared exports"
    if not answers(head) or any(kid.dep == "det" and kid.lower == "no" for kid in head.children):
        return True
    if verb.tag == "VBZ" and head.tag == "NNS" and kind_of(head) is Kind.THING:
        return True  # they do not agree: in "the study supports claims that", "claims" is no verb
    if any(kid.lower in _AROUND["conditions"] for kid in children(verb, "mark")):
        return True
    if verb.lemma == "thank" and any(kid.lower == "you" for kid in children(verb, "dobj")):
        return True
    if verb.lemma in _VERBS["inference"] and head.lemma.lower() in _ACTS and child(verb, "mark") is None:
        return True
    goal = child(verb, "xcomp")
    if verb.lemma == "ask" and goal is not None and goal.lemma in _UNNAMED and passive(goal):
        return True
    return verb.dep in ("ccomp", "csubj", "acl") and any(
        kid.lemma in _AROUND["norms"] for kid in children(verb.head, "acomp", "attr")
    )


def realised(verb: Word) -> bool:
    """Whether an infinitive of saying is said: "went on to say", "was quick to add", but not "met to discuss"."""
    return verb.dep in ("ROOT", "conj") or (
        verb.dep in ("xcomp", "advcl")
        and (
            verb.head.lemma in _AROUND["goes_on"]
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
