"""Noun phrases and coordination: the small walks over a parse that every part of the grammar needs."""

from collections.abc import Container, Iterable, Iterator

from sayso.read.parse import Sentence, Word

_LOOSE = frozenset({"relcl", "appos", "parataxis", "punct", "cc", "conj", "mark", "advcl", "ccomp", "discourse"})
_JOINED = frozenset({"cc", "conj"})
_TRIM = frozenset({",", ";", ":", ".", "(", ")", '"', "'", "-", "--", "—", "–"})
_QUOTES: dict[str, bool | None] = {"“": True, "”": False, "«": True, "»": False, '"': None, "``": True, "''": False}


def phrase(head: Word, *, keep: Iterable[str] = ()) -> list[Word]:
    """The head with its modifiers, contiguous, without relative clauses, appositions and coordinated fellows.

    ``keep`` names dependency labels to leave in all the same (``phrase(word, keep={"conj", "cc"})``).
    """
    dropped = _LOOSE.difference(keep)
    found: list[Word] = []
    stack = [head]
    while stack:
        word = stack.pop()
        found.append(word)
        modifies = word.dep == "amod" and word.i < word.head.i  # "local and foreign" firms: no fellow of the head
        stack.extend(
            child for child in word.children if child.dep not in dropped or (modifies and child.dep in _JOINED)
        )
    found.sort(key=lambda word: word.i)
    return trimmed(run_with(found, head))


def run_with(words: list[Word], head: Word) -> list[Word]:
    """The unbroken run of words around the head; a gap of punctuation alone does not break it."""
    at = words.index(head)
    first = last = at
    while first > 0 and words[first].i - words[first - 1].i <= 2:
        first -= 1
    while last + 1 < len(words) and words[last + 1].i - words[last].i <= 2:
        last += 1
    return words[first : last + 1]


def trimmed(words: list[Word], edge: Container[str] = _TRIM) -> list[Word]:
    """Without marks of ``edge`` at either end; at least one word stays."""
    while len(words) > 1 and words[0].text in edge:
        words = words[1:]
    while len(words) > 1 and words[-1].text in edge:
        words = words[:-1]
    return words


def conjuncts(head: Word) -> list[Word]:
    """The head and every word coordinated with it, in order of the sentence."""
    found = [head]
    for word in found:
        found.extend(child for child in word.children if child.dep == "conj")
    return sorted(found, key=lambda word: word.i)


def children(word: Word, *labels: str) -> Iterator[Word]:
    """The word's children with one of these dependency labels, in order."""
    return (child for child in word.children if child.dep in labels)


def child(word: Word, *labels: str) -> Word | None:
    """The first such child, or ``None``."""
    return next(children(word, *labels), None)


def quoted(sentence: Sentence) -> set[int]:
    """The places of the words inside quotation marks."""
    found: set[int] = set()
    inside = False
    for word in sentence.words:
        if word.text in _QUOTES:
            opens = _QUOTES[word.text]
            inside = not inside if opens is None else opens
        elif inside:
            found.add(word.i)
    return found
