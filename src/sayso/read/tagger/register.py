"""Whether a text is of the kind that taggers learn from: news, which tells in plain verbs what somebody said, in short paragraphs.

In reports and analyses they were measured to add nothing to the grammar, so there they are not asked.
"""

from __future__ import annotations

from sayso.core.document import BlockKind
from sayso.lexicon.table import table
from sayso.read.parse import Parse

_LISTED = frozenset({BlockKind.ITEM, BlockKind.ROW})
_QUOTES = ('"', "''", "“", "”", "«", "»")


def told(parse: Parse) -> float:
    """How often in a hundred words a document tells what somebody said, in the plain verbs of reportage."""
    plain = frozenset(table("taggers")["register"]["plain"])
    words = [word for sentence in parse.sentences for word in sentence.words]
    return 100 * sum(word.lemma in plain for word in words) / max(1, len(words))


def asked(parse: Parse) -> bool:
    """Whether taggers are asked about a document: it tells often enough, or is too short to say."""
    figures = table("taggers")["register"]
    return _words(parse) < int(figures["short"]) or told(parse) >= float(figures["told"])


def brief(parse: Parse) -> bool:
    """Whether a document is written in the short paragraphs of news, and lists nothing."""
    blocks = parse.document.blocks
    if any(block.kind in _LISTED for block in blocks):
        return False
    running = {block: found for block, found in parse.by_block.items() if blocks[block].kind is BlockKind.PARAGRAPH}
    words = sum(len(sentence.words) for found in running.values() for sentence in found)
    return 0 < words <= int(table("taggers")["register"]["paragraph"]) * len(running)


def asked_of_causes(parse: Parse) -> bool:
    """Whether the cause network is asked: about news by either sign of it, and about what speaks of and to persons, as comment and
    talk do and reports hardly ever, by how many of its words are personal pronouns (Biber, Variation across Speech and
    Writing, 1988)."""
    figures = table("taggers")["register"]
    personal = frozenset(figures["personal"])
    said = sum(word.lower in personal for sentence in parse.sentences for word in sentence.words)
    return 100 * said >= figures["of_persons"] * _words(parse) or asked(parse) or brief(parse)


def reportage(parse: Parse) -> bool:
    """Whether a document tells what was said as often as news does, and quotes some of it."""
    figures = table("taggers")["register"]
    quotations = sum(parse.document.text.count(mark) for mark in _QUOTES) / 2
    return quotations * figures["words_a_quotation"] >= _words(parse) and told(parse) >= float(figures["told"])


def _words(parse: Parse) -> int:
    return sum(len(sentence.words) for sentence in parse.sentences)
