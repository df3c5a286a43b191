"""The vocabularies themselves: no list says a word twice, and where a word can have one meaning only, no two lists say it."""

from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from sayso.lexicon.table import table

FILES = sorted(
    one.name.removesuffix(".toml") for one in (files("sayso.lexicon") / "data").iterdir() if one.name.endswith(".toml")
)
ONE_MEANING = [
    *(("acts", section) for section in ("verbs", "nouns")),
    *(("ties", section) for section in ("verbs", "nouns", "roles", "adjectives", "bonds", "tagged")),
    ("flows", "verbs"),
    ("reporting", "colours"),
    ("states", None),
    ("tone", None),
]  # fmt: skip


def lists(node: Any, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """(path, list) of every list of words."""
    if isinstance(node, list) and node and all(isinstance(one, str) for one in node):
        yield path, node
    for key, inner in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield from lists(inner, f"{path}.{key}")


def repeated(words: list[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


@pytest.mark.parametrize("name", FILES)
def test_no_list_says_a_word_twice(name: str) -> None:
    assert {path: found for path, words in lists(table(name)) if (found := repeated(words))} == {}


@pytest.mark.parametrize(("name", "section"), ONE_MEANING)
def test_a_word_with_one_meaning_stands_in_one_list(name: str, section: str | None) -> None:
    node = table(name)[section] if section else table(name)
    assert repeated([word for _, words in lists(node) for word in words]) == []
