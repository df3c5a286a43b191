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
_STOP = frozenset({"acl", "relcl", "prep", "appos", "advcl"})


@cache
def vocabulary(section: str, key: str) -> frozenset[str]:
    return frozenset(table("flows")[section][key])


def goods_heads(head: Word) -> list[Word]:
    """The nouns that name goods: what a quantity is of (``tonnes of gold``), and every coordinated fellow."""
    found: list[Word] = []
    for one in conjuncts(head):
        word, steps = one, 0
        while steps < 4 and (word.lower in vocabulary("words", "quantities") or word.pos in {"NUM", "SYM"}):
            inner = next((noun for kid in word.children if kid.lower == "of" for _, noun in obliques_of(kid)), None)
            if inner is None:
                break
            word, steps = inner, steps + 1
        found.append(word)
    return list(dict.fromkeys(found))


def goods_words(actors: Actors, head: Word) -> list[Word]:
    """The head with what stands before it, less determiners, numbers and the owner or nationality in front."""
    words = [word for word in phrase(head) if word.i <= head.i]
    owned = max((word.i for word in words if word.dep == "poss" or word.tag == "POS"), default=-1)
    words = [word for word in words if word.i > owned]
    while len(words) > 1 and (
        words[0].pos in _EDGE
        or words[0].ent in {"MONEY", "CARDINAL", "QUANTITY", "DATE"}
        or _national(actors, words[0])
        or words[0].lower in vocabulary("words", "quantities")
        or words[0].pos == "ADV"
    ):
        words = words[1:]
    return words


def _national(actors: Actors, word: Word) -> bool:
    return actors.state(word) is not None or word.text == "-"


def goods_text(parse: Parse, actors: Actors, head: Word) -> str:
    """The goods in the document's own words."""
    return parse.text_of(goods_words(actors, head))


def is_goods(head: Word, *, needed: bool) -> bool:
    """Whether the noun can be goods; where ``needed``, only if the vocabulary knows it or a noun before it as goods."""
    if head.pos not in {"NOUN", "PROPN"} or head.lemma in vocabulary("goods", "abstract"):
        return False
    if not needed:
        return True
    things = vocabulary("goods", "things")
    return (
        head.lemma in things
        or head.lower in things
        or any(one.lemma in things for one in head.children if one.i < head.i)
    )


def amount_of(parse: Parse, head: Word) -> Span | None:
    """The number in the phrase of this word, or of the quantity it stands under, if there is one."""
    for word in (head, *head.ancestors()):
        if word is not head and word.pos not in {"NOUN", "ADP", "NUM", "SYM"}:
            return None
        near = [
            one
            for one in word.subtree()
            if one.i <= word.i
            and (one.pos in {"NUM", "SYM"} or one.lower in vocabulary("words", "quantities") or one.tag == "$")
        ]
        if any(
            one.pos == "NUM" or one.lower in {"hundreds", "thousands", "millions", "billions", "dozens"} for one in near
        ):
            return parse.span_of([near[0], near[-1]])
        if word.i + 1 - head.i > 12:
            return None
    return None


def listed(parse: Parse, sentence: Sentence) -> list[tuple[Sentence, Word]]:
    """(item sentence, head) of each noun in the list that a sentence ending in a colon opens."""
    if not sentence.words or parse.by_block[sentence.block][-1] is not sentence or sentence.words[-1].text != ":":
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
