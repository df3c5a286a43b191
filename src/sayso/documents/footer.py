"""What the last lines of a text say of who published it: its copyright, or the agency that signs.

Invariant: only a line that names a medium or a body tells something.
"""

import re
from functools import cache

from sayso.documents.imprint import names_house, titled
from sayso.lexicon.table import either, table

_LOOKED_AT = 6  # lines
_TAIL = 1200  # characters
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|Copyright)(?: ©| \(c\))?(?: (?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?)?,?(?: by)? "
    r"(?P<house>(?:[Tt]he )?[A-Z][\w’'&.-]*(?: (?:of|for|the|and|de|&|[A-Z][\w’'&-]*))*)(?=[.,]|\s*$| All [Rr]ights)",
)


@cache
def _signed() -> re.Pattern[str]:
    """Finds the agency that ends a text, behind its last sentence or alone: "… in the Gulf. — AFP", "(Reuters)"; not the short
    form of a name that a sentence ends with."""
    agencies = either(table("layout")["agencies"])
    return re.compile(rf"(?:(?:^|[.!?”’\"']) ?[—–(-] ?|^)(?P<agency>{agencies})\)?\.?$")


def of_footer(text: str) -> str | None:
    """The medium or body that the end of a text names as its publisher."""
    lines = [line.strip() for line in text[-_TAIL:].splitlines() if line.strip()][-_LOOKED_AT:]
    signed = _signed().search(lines[-1]) if lines else None
    if signed:
        return signed["agency"]
    for line in lines:
        found = _COPYRIGHT.search(line)
        house = found["house"].removeprefix("the ").rstrip(".") if found else ""
        if house and (names_house(house) or titled(house)):
            return house
    return None
