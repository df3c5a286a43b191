"""An influence as a sentence whose verb agrees with the variable that drives it."""

import re

from sayso.core.claim import Sign
from sayso.lexicon.sentences import is_many

VERBS: dict[Sign, str] = {"+": "raises", "-": "lowers", "?": "affects"}
_OF = re.compile(r" (?:of|in|on|to|for|by|with|from|at|against|between|over|under|about|among) ")


def related(cause: str, sign: Sign, effect: str) -> str:
    """``storms raise displacement``, ``water treatment lowers cases``."""
    return f"{cause} {VERBS[sign].removesuffix('s') if _is_many(cause) else VERBS[sign]} {effect}"


def _is_many(name: str) -> bool:
    """Whether a variable is in the plural, going by the last word before what it is of."""
    head = _OF.split(name)[0]
    return " and " in head or is_many(head)
