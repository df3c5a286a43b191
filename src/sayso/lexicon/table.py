"""Reads the vocabularies in ``lexicon/data``. Every file is TOML and begins with a comment that gives its source."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The whole vocabulary file ``data/NAME.toml``. Raises ``FileNotFoundError`` for a name that is not there."""
    return tomllib.loads((files("sayso.lexicon") / "data" / f"{name}.toml").read_text("utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The list at ``key`` of a vocabulary file, as a set of lower-case words."""
    return frozenset(word.lower() for word in table(name)[key])


def either(names: Iterable[str]) -> str:
    """A pattern for any of some words as they are written, the longest first; any white space may part their words."""
    return "|".join(
        re.escape(name).replace(r"\ ", r"\s+") for name in sorted(names, key=lambda name: (-len(name), name))
    )
