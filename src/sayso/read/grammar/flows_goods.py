"""What a flow carries: the goods' words without quantity and nationality, the amount beside them, and listed goods."""

from functools import cache

from sayso.core.document import BlockKind
from sayso.core.passage import Span
from sayso.lexicon.table import table
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.actors_frame import obliques_of
from sayso.read.grammar.phrase import conjuncts, phrase
from sayso.read.parse import Parse, Sentence, Word

_EDGE = frozenset({"DET", "NUM", "PUNCT", "SYM", "ADP", "PRON", "PART", "CCONJ"})
_ROUND = frozenset({"hundreds", "thousands", "millions", "billions", "dozens", "tens"})
_TAIL = 5  # words between the goods and the colon that opens their list


@cache
def vocabulary(section: str, key: str) -> frozenset[str]:
    return frozenset(table("flows")[section][key])


def goods_heads(head: Word) -> list[Word]:
    """The nouns that name goods: what a quantity is of (``tonnes of gold``), and every coordinated fellow."""
    found: list[Word] = []
    pending = [(one, 0) for one in reversed(conjuncts(head))]
    while pending:
        word, depth = pending.pop()
        inner: list[Word] = []
        if depth < 4 and (word.lower in vocabulary("words", "quantities") or word.pos in {"NUM", "SYM"}):
            inner = [noun for kid in word.children if kid.lower == "of" for _, noun in obliques_of(kid)]
            inner += [noun for one in inner for noun in conjuncts(one)]
        if inner:
            pending.extend((one, depth + 1) for one in reversed(list(dict.fromkeys(inner))))
        elif word.pos not in {"NUM", "SYM"}:
            found.append(_spoken_of(word))
    return list(dict.fromkeys(found))


def _spoken_of(word: Word) -> Word:
    """``gold originating from A``: the parser takes the participle for the noun."""
    before = next((one for one in word.children if one.i == word.i - 1 and one.dep == "compound"), None)
    participle = word.tag == "VBG" and word.lemma in vocabulary("verbs", "move") and before is not None
    return before if participle and before is not None else word


def lemmas(actors: Actors, head: Word) -> frozenset[str]:
    """The lemmas by which goods are known again: those of the head and the nouns before it that say what it is."""
    moving = vocabulary("nouns", "give") | vocabulary("nouns", "get")
    return frozenset(
        word.lemma.lower()
        for word in goods_words(actors, head)
        if word.pos in {"NOUN", "PROPN"} and word.lemma not in moving
    )


def goods_words(actors: Actors, head: Word) -> list[Word]:
    """The head with what stands before it, less determiners, numbers and the owner or nationality in front."""
    words = [word for word in phrase(head) if word.i <= head.i]
    owned = max((word.i for word in words if word.dep == "poss" or word.tag == "POS"), default=-1)
    words = [word for word in words if word.i > owned]
    if len(words) > 1 and words[-1] is head and _carrier(head) and words[-2].pos in {"NOUN", "PROPN", "ADJ"}:
        words = words[:-1] if is_goods(words[-2], needed=True) else words
    while len(words) > 1 and (
        words[0].pos in _EDGE
        or words[0].ent in {"MONEY", "CARDINAL", "QUANTITY", "DATE"}
        or _national(actors, words[0])
        or words[0].lower in vocabulary("words", "quantities")
        or words[0].pos == "ADV"
        or _moved(words[0])
    ):
        words = words[2 if _halved(words) else 1 :]
    return words


def _moved(word: Word) -> bool:
    """Whether the word before goods only says that they move ("smuggled gold", "exported timber")."""
    stems = {word.lower.removesuffix("d"), word.lower.removesuffix("ed")} if word.dep == "amod" else set()
    return not stems.isdisjoint(vocabulary("verbs", "give") | vocabulary("verbs", "get"))


def _halved(words: list[Word]) -> bool:
    """Whether the first word is but one half of a word with a hyphen ("Kenyan-made engines")."""
    return len(words) > 2 and not words[0].spaced and words[1].i == words[0].i + 2


def _carrier(head: Word) -> bool:
    """Whether the noun names the trade or the going of what stands before it ("gold exports", "the gold industry")."""
    lemma = head.lemma.lower()
    going = lemma in vocabulary("nouns", "give") or lemma in vocabulary("nouns", "get")
    return (going and lemma not in vocabulary("nouns", "money")) or lemma in vocabulary("words", "trades")


def _national(actors: Actors, word: Word) -> bool:
    return actors.state(word) is not None or word.text == "-"


def goods_text(parse: Parse, actors: Actors, head: Word) -> str:
    """The goods in the document's own words."""
    return parse.text_of(goods_words(actors, head))


def is_goods(head: Word, *, needed: bool) -> bool:
    """Whether the noun can be goods; where ``needed``, only if the vocabulary knows it or a noun before it as goods."""
    if head.pos not in {"NOUN", "PROPN"} or head.lemma in vocabulary("goods", "abstract"):
        return False
    if head.lemma in vocabulary("goods", "currencies") or head.lower == "arm":  # "bought its British arm"
        return False
    if head.lemma in vocabulary("words", "served") and head.dep == "dobj" and head.head.lemma in {"supply", "serve"}:
        return False  # "supplied clinics": with what is not said
    if not needed:
        return True
    if head.pos == "PROPN" and any(letter.isdigit() for letter in head.text):  # a type designation
        return True
    things = vocabulary("goods", "things")
    return (
        head.lemma in things
        or head.lower in things
        or any(one.lemma in things for one in head.children if one.i < head.i)
    )


def amount_of(parse: Parse, head: Word) -> Span | None:
    """The number in the phrase of the goods, or in the phrase of the quantity they stand under, if there is one."""
    word: Word | None = head
    for _ in range(4):
        if word is None:
            return None
        near = [one for one in phrase(word) if one.i <= word.i and _counts(one)]
        if any(one.pos == "NUM" or one.lower in _ROUND for one in near):
            return parse.span_of([near[0], near[-1]])
        above = word.head.head if word.dep == "pobj" and word.head.lower == "of" else None
        word = above if above is not word else None
    return None


def _counts(word: Word) -> bool:
    if word.ent in {"DATE", "TIME", "PRODUCT", "ORG"} or (
        word.pos == "NUM" and not word.text[0].isdigit() and "-" in word.text
    ):
        return False
    return word.pos in {"NUM", "SYM"} or word.tag == "$" or word.lower in vocabulary("words", "quantities")


def figured(noun: Word) -> bool:
    """Whether the noun's phrase, or its verb's, says how much."""
    near = [
        *noun.children,
        *(noun.head.children if noun.dep in {"nsubj", "dobj", "nsubjpass"} else ()),
        noun.head.head if noun.dep == "pobj" else noun,
    ]
    return any(
        (_counts(one) and (one.pos in {"NUM", "SYM"} or one.lower in _ROUND))
        or any(_counts(kid) and kid.pos in {"NUM", "SYM"} for kid in one.children)
        for one in near
    )


def listed(parse: Parse, sentence: Sentence, goods: set[int]) -> list[tuple[Sentence, Word]]:
    """(item sentence, head) of each noun in the list that a sentence opens with goods and a colon at its end."""
    if parse.by_block[sentence.block][-1] is not sentence or sentence.words[-1].text != ":":
        return []
    tail = sentence.words[-_TAIL:]
    if not any(word.start in goods for word in tail) or any(
        word.pos == "VERB" and word.lemma != "include" for word in tail
    ):
        return []
    found: list[tuple[Sentence, Word]] = []
    blocks = parse.document.blocks
    for index in range(sentence.block + 1, len(blocks)):
        block = blocks[index]
        if block.kind is not BlockKind.ITEM:
            break
        if block.parent == sentence.block and index in parse.by_block:
            item = parse.by_block[index][0]
            head = _noun(item)
            found.extend((item, one) for one in (conjuncts(head) if head else []))
    return found


def _noun(item: Sentence) -> Word | None:
    """The item's first noun phrase's head, if the item is a noun phrase."""
    if item.root.pos in {"NOUN", "PROPN"}:
        return item.root
    first = next(
        (word for word in item.words if word.pos in {"NOUN", "PROPN"} and word.dep not in {"compound", "poss", "nmod"}),
        None,
    )
    return first if first is not None and item.root.pos not in {"AUX"} and first.i < 8 else None
