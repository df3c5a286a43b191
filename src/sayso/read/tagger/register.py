"""Whether a text is of the kind that taggers learn from: news, which tells in plain verbs what somebody said.

In reports and analyses they were measured to add nothing to the grammar, so there they are not asked.
"""

from __future__ import annotations

from sayso.lexicon.table import table
from sayso.read.parse import Parse


def told(parse: Parse) -> float:
    """How often in a hundred words a document tells what somebody said, in the plain verbs of reportage."""
    plain = frozenset(table("taggers")["register"]["plain"])
    words = [word for sentence in parse.sentences for word in sentence.words]
    return 100 * sum(word.lemma in plain for word in words) / max(1, len(words))


def asked(parse: Parse) -> bool:
    """Whether taggers are asked about a document: it tells often enough, or is too short to say."""
    figures = table("taggers")["register"]
    words = sum(len(sentence.words) for sentence in parse.sentences)
    return words < int(figures["short"]) or told(parse) >= float(figures["told"])
