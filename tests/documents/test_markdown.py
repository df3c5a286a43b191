"""Markdown rendered to words and blocks."""

from collections.abc import Callable

import pytest

from sayso.core.document import Document

Open = Callable[[str, bytes | str], Document]
Outline = Callable[[Document], list[tuple[str, str]]]

TEXT = """---
title: "The lake"
author: Ann Lee
date: 2024-05-06
source: Valley Post
---
# The *lake*

The [ministry](http://x.example) said that **salt** rose
by 10&nbsp;percent.

> They call it a crisis.

- farms:
  - cotton
- drought

| Year | Level |
|------|:-----:|
| 2022 | 8 m   |
| 2023 |       |

```python
lake = 1
```

<script>alert(1)</script>

1. first
2. second
"""


def test_blocks_without_marks(opened: Open, outline: Outline) -> None:
    document = opened("a.md", TEXT)
    assert outline(document) == [
        ("heading", "The lake"),
        ("paragraph", "The ministry said that salt rose by 10 percent."),
        ("paragraph", "They call it a crisis."),
        ("item", "farms:"),
        ("item", "cotton"),
        ("item", "drought"),
        ("row", "Year ¦ Level"),
        ("row", "2022 ¦ 8 m"),
        ("row", "2023 ¦ "),
        ("item", "first"),
        ("item", "second"),
    ]
    assert [block.parent for block in document.blocks] == [None, 0, 0, 0, 3, 0, None, 6, 6, 0, 0]
    said = (document.title, document.author, document.publisher, document.published)
    assert said == ("The lake", "Ann Lee", "Valley Post", "2024-05-06")


HOSTILE = {
    "brackets": "[" * 30_000,
    "nested quotes": ">" * 10_000 + " The lake fell.",
    "nested lists": "".join("  " * at + "- a\n" for at in range(300)),
    "stars": "*a " * 30_000,
    "unclosed code": "`" * 20_000 + "a",
    "links": "![a](" * 10_000,
    "a table of bars": "|" * 20_000 + "\n" + "|-" * 10_000,
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_marks_are_read_as_words(case: str, opened: Open) -> None:
    document = opened("a.md", "The lake fell.\n\n" + HOSTILE[case])
    assert document.text.startswith("The lake fell.")
