"""Lines a reader may type or paste: names quoted so that a shell, or ``case.toml``, takes them as they are.

``CASE`` stands for the case's folder, which the pages do not know.
"""

import json
import re
from collections.abc import Sequence

_ACTIVE = re.compile(r'["\\$`]')


def press_command(variable: str) -> str:
    return f"sayso run CASE --press {_shell(f'{variable}=1')}"


def press_lines(variable: str) -> str:
    """A scenario of ``case.toml``."""
    return f'[scenarios.my-question]\ntitle = "…"\npress = {{ {_toml(variable)} = 1 }}'


def merge_command(variables: Sequence[str]) -> str:
    return f"sayso decide CASE merge --variables {' '.join(map(_shell, variables))}"


def _shell(words: str) -> str:
    return f'"{_ACTIVE.sub(_escaped, words)}"'


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _toml(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
