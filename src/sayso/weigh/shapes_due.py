"""What is owed, proposed or still ahead: who says that it must be done vouches for nobody who says that it was."""

import re
from functools import cache

from sayso.lexicon.table import table
from sayso.weigh.card import AHEAD, Card

_DONE = re.compile(r"\b(?:was|were|(?:has|have) been) (?:\w+ly )?\w+(?:ed|n|t)\b")


def only_due(one: Card, other: Card) -> bool:
    """Whether one says what must be, shall be or is proposed, and the other what is or was: no word for its being done."""
    due, ahead = _due()
    if due.search(one.content):
        return other.modality not in AHEAD and not due.search(other.content) and not ahead.search(other.content)
    return bool(ahead.search(one.content) and _DONE.search(other.content) and not ahead.search(other.content))


@cache
def _due() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds what is owed or proposed, and what finds what is still ahead in whatever way."""
    lists = table("shapes")["due"]
    return re.compile(rf"\b(?:{'|'.join(lists['owed'])})\b"), re.compile(rf"\b(?:{'|'.join(lists['ahead'])})\b")
