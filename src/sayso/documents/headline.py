"""Which of the first lines of a text is its headline, and which only names the section of a site it stood in.

Invariant: a headline is a line of the text, without the stop it may end with.
"""

import re
from collections.abc import Sequence

from sayso.core.document import Block, BlockKind
from sayso.lexicon.names import state_of
from sayso.lexicon.table import words

_LOOKED_AT = 4  # blocks
_FEWEST_WORDS = 3  # of a headline that has a longer line above it
_LONGEST = 160  # characters
_CRUMBS = re.compile(r" (?:[–—>›»/|-]|::) ")


def is_section(line: str) -> bool:
    """Whether a line names a section or the way to it: "Africa", "World News", "Cuba – Economy – Children"."""
    parts = _CRUMBS.split(line)
    if len(parts) > 2 and all(len(part.split()) <= 2 for part in parts):
        return True
    said = line.lower().split()
    return len(said) <= 3 and (state_of(line) is not None or all(word in words("layout", "sections") for word in said))


def headline(text: str, blocks: Sequence[Block]) -> str | None:
    """The first heading of the highest rank that is no section; or the line above it, if that heading is only a name. A section
    that has no headline below it is what the text is called: "Kenya", then "Background"."""
    above, sections, called = "", 0, None
    for block in blocks[:_LOOKED_AT]:
        line = text[block.start : block.end]
        if block.kind is BlockKind.HEADING and is_section(line):
            sections += 1
            called = called or (line if block.level == 1 else None)
        elif block.kind is BlockKind.HEADING and block.level <= 1 + sections:
            if called and block.level > 1 and len(line.split()) < _FEWEST_WORDS:
                break
            return above if above and len(line.split()) < _FEWEST_WORDS else line
        elif block.kind is BlockKind.PARAGRAPH and not above and len(line) <= _LONGEST and "\n" not in line:
            above = line.rstrip(".")
    return called


def without_tail(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks without the headlines of other texts that a page puts below its last sentence."""
    last = len(blocks)
    while last > 1 and blocks[last - 1].kind is BlockKind.PARAGRAPH and _is_teaser(text, blocks[last - 1]):
        last -= 1
    told = any(block.kind is BlockKind.PARAGRAPH and text[block.end - 1] in '.!?”"' for block in blocks[:last])
    return tuple(blocks[:last]) if told else tuple(blocks)


def _is_teaser(text: str, block: Block) -> bool:
    """Whether a paragraph is headlines alone: no stop at its end, nearly every longer word in capitals, and not one name."""
    said = text[block.start : block.end].split()
    long = [word for word in said if len(word) > 4 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long)
    return len(said) >= 6 and len(long) > 3 and text[block.end - 1].isalnum() and capitals >= 0.8 * len(long)
