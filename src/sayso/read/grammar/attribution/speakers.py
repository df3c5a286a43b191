"""Who speaks: the noun that names the source of a verb, the phrase around it, and whether such a thing can speak."""

from enum import Enum

from sayso.lexicon.table import table
from sayso.read.grammar.phrase import child, children, phrase
from sayso.read.parse import Sentence, Word

_NOUNS = {key: frozenset(found) for key, found in table("reporting")["nouns"].items()}
TEXTS = _NOUNS["text"]
PEOPLE = _NOUNS["people"]
PARTS = _NOUNS["parts"]
_STRONG = frozenset(table("reporting")["verbs"]["strong"])
_CLAUSE = frozenset(table("reporting")["verbs"]["clause"])
_PEOPLE_ENDINGS = ("ist", "ists", "ician", "man", "men", "woman", "women", "ologist", "crat", "eer")
_SHARES = frozenset({"percent", "percentage", "share", "proportion"})
_RELATIVES = frozenset({"who", "that", "which", "whom"})
_SUCH = frozenset({"e.g.", "eg", "such", "including", "like", "notably"})
QUOTING = frozenset({"quote", "cite"})
_NOMINAL = frozenset({"PROPN", "DET", "PRON", "ADJ", "NOUN"})
_CLIMB = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "dep"})
_BRACKET = 3  # words of a bracket with a short form
_OWNING = frozenset({"poss", "nmod", "compound"})
_DATE_WORDS = frozenset({",", "'s", "’s", "'", "’", "-"})


class Kind(Enum):
    """What sort of thing is named as a source."""

    NAMED = "a person, an organisation, a state"
    PEOPLE = "people by their role or number"
    TEXT = "a text or a body of data"
    PRONOUN = "a pronoun"
    THING = "anything else"


def kind_of(head: Word) -> Kind:
    """What sort of source a noun names."""
    if head.lemma.lower() in TEXTS and not (head.pos == "PROPN" and head.lemma.lower() in _NOUNS["media"]):
        return Kind.TEXT
    if head.tag in ("PRP", "WP", "PRP$") or head.lower in _RELATIVES:
        return Kind.PRONOUN
    if head.pos == "PROPN" or head.ent in ("ORG", "PERSON", "GPE", "NORP"):
        return Kind.NAMED
    lemma = head.lemma.lower()
    if lemma in PEOPLE or lemma.endswith(_PEOPLE_ENDINGS) or head.pos in ("ADJ", "NUM", "DET") or head.tag == "DT":
        return Kind.PEOPLE
    if lemma in PARTS or head.text == "%":
        of = next((kid for kid in children(head, "prep") if kid.lower == "of"), None)
        inner = child(of, "pobj") if of is not None else None
        return kind_of(inner) if inner is not None and inner.lemma not in PARTS else Kind.PEOPLE
    return Kind.THING


def subject(verb: Word) -> Word | None:
    """The head of the source of an active verb; of a passive one, of its agent. ``None`` if nobody is named."""
    verb = _said_above(verb) or verb
    for step, word in enumerate(_lineage(verb)):
        if passive(word):
            if step == 0:
                agent = child(word, "agent")
                return child(agent, "pobj") if agent else None
            if word.dep not in ("xcomp", "advcl"):
                return child(word, "nsubjpass") if verb.dep in ("advcl", "conj") else None
        if step and word.lemma in QUOTING and (quoted := child(word, "dobj")) is not None:
            return quoted
        before = [kid for kid in children(word, "nsubj", "nsubjpass") if kid.i < word.i]
        found = before[-1] if before else child(word, "nsubj", "nsubjpass") or _coordinated(word)
        if found is not None:
            return _antecedent(found, word)
        if word.dep in ("acl", "relcl"):
            return word.head
    return None


def _said_above(verb: Word) -> Word | None:
    """The verb of saying that a participle of saying goes on behind: of "Ana said the lake shrank, adding that …" it is "said"."""
    clause = verb.head
    if verb.tag != "VBG" or verb.dep != "advcl" or verb.lemma not in _STRONG:
        return None
    first = verb.subtree()[0].i
    if clause.lemma in _CLAUSE or not any(kid.text == "," and kid.i == first - 1 for kid in clause.children):
        return None
    while clause.dep in ("conj", "xcomp", "advcl") and clause.head is not clause:
        clause = clause.head
    return clause.head if clause.dep == "ccomp" and clause.head.lemma in _CLAUSE else None


def _coordinated(verb: Word) -> Word | None:
    """The noun before a coordinated verb that the parser coordinated with the verb above: no noun can be, it is the subject."""
    if verb.dep != "conj" or verb.head.pos not in ("VERB", "AUX"):
        return None
    between = (kid for kid in children(verb.head, "conj") if verb.head.i < kid.i < verb.i)
    return next((kid for kid in between if kid.pos in ("NOUN", "PROPN")), None)


def behind(verb: Word, sentence: Sentence) -> Word | None:
    """The source behind an inverted verb: "…, warned Ana Ruiz, a hydrologist"."""
    words = sentence.words
    if verb.tag not in ("VBD", "VBZ") or not verb.i or verb.i + 1 >= len(words):
        return None
    if verb.lemma == "tell" or any(kid.i > verb.i and kid.dep == "ccomp" for kid in verb.children):
        return None
    if words[verb.i - 1].text not in (",", '"', "''", "'") or words[verb.i + 1].pos not in _NOMINAL:
        return None
    for kid in verb.children:
        named = kid.dep in ("nsubj", "dobj", "oprd", "attr", "npadvmod", "dep") and kid.pos in ("PROPN", "NOUN", "PRON")
        if named and kid.i > verb.i:
            return kid if kind_of(kid) in (Kind.NAMED, Kind.PEOPLE) or kid.dep == "nsubj" else None
    return None


def beside(verb: Word, sentence: Sentence) -> Word | None:
    """The source of a finite verb of saying whose subject the parser missed: the name or pronoun next to it."""
    if verb.tag not in ("VBD", "VBZ", "VBP"):
        return None
    at = verb.i - 1
    while at > 0 and _between(sentence.words[at]):
        at -= 1
    word = sentence.words[at] if at >= 0 else verb
    if word.text == ",":
        return next((one for one in sentence.words[:at] if one.dep == "nsubj" and one.tag not in ("WP", "WDT")), None)
    capital = word is not verb and word.text[:1].isupper() and (word.text[1:].islower() or word.text.isupper())
    if word.pos in ("PROPN", "PRON") or capital:
        return word if word.tag not in ("WP", "WDT", "WRB") else None
    return None


def _between(word: Word) -> bool:
    """Whether a word may stand between who speaks and the verb: an adverb, or of a time ("FINMA on Monday said")."""
    timed = any(one.ent in ("DATE", "TIME") for one in (word, *word.children))
    return timed or (word.pos == "ADV" and not word.text[:1].isupper())


def quoting(verb: Word) -> Word | None:
    """Who quotes the source of a verb: "the Herald quoted her as saying"."""
    for word in _lineage(verb)[1:]:
        if word.lemma in QUOTING and child(word, "dobj") is not None:
            return child(word, "nsubj")
    return None


def _lineage(verb: Word) -> list[Word]:
    """The verb and those above it from which it may have its subject."""
    found = [verb]
    word = verb
    while word.dep in _CLIMB and word.head is not word and len(found) < 6:
        own = word.dep in ("advcl", "dep", "ccomp") and word.tag != "VBG" and child(word, "aux", "mark") is not None
        if own and not any(kid.tag == "TO" for kid in word.children):
            break
        word = word.head.head if word.head.pos == "ADP" else word.head
        found.append(word)
    return found


def _antecedent(found: Word, verb: Word) -> Word | None:
    if found.lower not in _RELATIVES:
        return found
    top = verb
    for _ in range(6):
        if top.dep != "conj":
            break
        top = top.head
    return top.head if top.dep in ("relcl", "acl") else None


def passive(verb: Word) -> bool:
    return any(kid.dep in ("auxpass", "nsubjpass") for kid in verb.children)


def fellows(head: Word) -> list[Word]:
    """The head and the sources coordinated with it: "A and B declared", but not the partners of "A & B"."""
    found = [head]
    for word in found:
        if _firm(word):
            continue
        found.extend(kid for kid in children(word, "conj") if kid.pos in ("NOUN", "PROPN", "PRON") and kid is not word)
    return sorted(found, key=lambda word: word.i)[:12]


def _firm(head: Word) -> bool:
    """Whether a name goes on with "& Partner", or with "and Partner (AP)" under one short form."""
    if any(kid.text == "&" for kid in children(head, "cc")):
        return True
    words = head.subtree() if child(head, "conj") is not None else []
    bracket = next((at for at, word in enumerate(words) if word.text == "("), 0)
    if not bracket or bracket + 1 >= len(words):
        return False
    initials = "".join(word.text[0] for word in words[:bracket] if word.text[0].isupper() and word.pos != "DET")
    return head.i < words[bracket].i and "".join(filter(str.isupper, words[bracket + 1].text)) == initials


def examples(head: Word, verb: Word, sentence: Sentence) -> list[list[Word]]:
    """The names of the sources a bracket gives: "investigations (e.g., from the Herald, the Post) show"."""
    words = sentence.words[head.i + 1 : verb.i]
    bracket = next((word.i for word in words if word.text == "("), None)
    if bracket is None or not any(word.lower in _SUCH for word in words[:4]):
        return []
    found: list[list[Word]] = [[]]
    for word in sentence.words[bracket + 1 : verb.i]:
        if word.text == ")":
            break
        if word.pos == "PROPN":
            found[-1].append(word)
        elif found[-1]:
            found.append([])
    return [name for name in found if name]


def answers(head: Word) -> bool:
    """Whether a source that is a share of people ("54 % of voters in a poll") has a text it answers in; others always do."""
    share = head.text == "%" or head.lemma.lower() in _SHARES
    return not share or any(word.lemma.lower() in TEXTS for word in head.subtree() if word.dep == "pobj")


def source_words(head: Word, sentence: Sentence) -> list[Word]:
    """The phrase that names a source, without what is said of it; with its owner and date if the parser lost them."""
    words = phrase(head, keep={"conj", "cc"} if _firm(head) else ())
    if head.lemma.lower() in TEXTS:
        start = _owned_from(words[0].i, sentence)
        if any(word.tag == "POS" for word in words) and _goes_on_before(start, sentence):
            start = _owner_from(start, sentence.words)
        words = sentence.words[start : words[-1].i + 1]
    return _over_bracket(words, head, sentence)


def _over_bracket(words: list[Word], head: Word, sentence: Sentence) -> list[Word]:
    """The words with what stands beyond a short form in brackets, "the Red Cross (ICRC) | spokesman" or "a Red Cross (ICRC) |
    report", and with the rest of the name they end in, "the Board for Co | -operation"."""
    around, first, last = sentence.words, words[0].i, words[-1].i
    if _short_form(around[max(0, first - _BRACKET) : first]):
        owner = next((one for one in around[: first - _BRACKET] if one.head is head and one.dep in _OWNING), None)
        first = owner.subtree()[0].i if owner is not None else first
    after = around[last + 1 : last + 1 + _BRACKET]
    if _short_form(after) and after[-1].i + 1 < len(around):
        noun = around[after[-1].i + 1]
        if noun.pos == "NOUN" and (head in noun.ancestors() or noun in head.ancestors()):
            last = noun.i
    while around[last].ent == "ORG" and last > head.i and last + 1 < len(around) and _goes_on(around[last + 1]):
        last += 1
    if around[last].pos == "CCONJ" and last > words[-1].i:
        last += 1 if around[last + 1 : last + 2] and around[last + 1].pos == "PROPN" else -1
    return around[first : last + 1]


def _short_form(words: list[Word]) -> bool:
    """Whether these are a bracket with a short form."""
    return len(words) == _BRACKET and words[0].text == "(" and words[2].text == ")" and words[1].text.isupper()


def _goes_on(word: Word) -> bool:
    """Whether a word goes on with the name of the organisation that the word before it belongs to."""
    return word.ent == "ORG" and not word.ent_start and word.text != "("


def _owned_from(at: int, sentence: Sentence) -> int:
    """Where a text's phrase begins, over the date between it and its owner: "the agency's May 29, 2025, report"."""
    words = sentence.words
    if words[at].pos == "DET":
        return at
    start = at
    while start > 0 and at - start < 9:
        before = words[start - 1]
        if before.tag == "POS":
            first = _owner_from(start - 1, words)
            return first if first < start - 1 else at
        if not (
            before.text in _DATE_WORDS
            or before.ent == "DATE"
            or before.text.isdigit()
            or before.pos in ("ADJ", "PROPN")
        ):
            return (
                start
                if before.pos != "DET" and words[start].tag != "POS" and words[start].text not in _DATE_WORDS
                else (start - 1 if before.pos == "DET" else at)
            )
        start -= 1
    return at


def _goes_on_before(start: int, sentence: Sentence) -> bool:
    """Whether the name of an owner began before the words the parser gave: "the Board of | the Fund's report"."""
    words = sentence.words
    return start > 1 and words[start - 1].lower in ("of", "for") and words[start - 2].pos == "PROPN"


def _owner_from(at: int, words: list[Word]) -> int:
    """The first word of the name that ends before ``at``."""
    while at > 0 and (
        words[at - 1].pos in ("PROPN", "ADJ") or words[at - 1].lower in ("of", "for", "and", "&", "-", "the")
    ):
        if words[at - 1].pos == "ADJ" and not words[at - 1].text[:1].isupper():
            break
        at -= 1
    while words[at].lower in ("and", "of", "for", "&", "-"):
        at += 1
    return at
