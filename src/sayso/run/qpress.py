"""Reads signed digraphs in the text format of the R package QPress (Raymond, Melbourne-Thomas and Wotherspoon).

One edge a line: two names with an arrow between them. An arrow is a run of dashes with an end on either side, which says
what the far variable does to the near one: ``>`` (``<`` on the left) raises it, ``*`` lowers it, ``<>`` does either, and no
end means no effect. One dash makes a sure edge; more dashes an uncertain one, kept in some draws and left out of others.
Both directions of an uncertain line are kept or left out together.
"""

import re

from sayso.core.claim import Sign
from sayso.core.errors import CaseFault
from sayso.run.digraph import Digraph, Link

_EDGE = re.compile(
    r"(?P<left>[^*<>]*?[^*<>\s-])\s*(?P<tail><>|<|\*|)(?P<line>-+)(?P<head><>|>|\*|)\s*(?P<right>[^*<>\s-][^*<>]*)"
)
_SIGNS: dict[str, Sign] = {">": "+", "<": "+", "*": "-", "<>": "?"}


def read_qpress(text: str, *, limited: bool = True) -> Digraph:
    """The digraph a text describes, its variables in alphabetical order; empty lines and ``#`` comments are passed over.

    ``limited`` gives every variable without a link to itself a limit (QPress's ``enforce.limitation``). Raises
    ``CaseFault`` listing every line that is no edge, and every pair of lines that give the same edge.
    """
    faults: list[str] = []
    edges: dict[tuple[str, str], tuple[Sign, str | None, int]] = {}
    names: set[str] = set()
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip().removeprefix("\ufeff")
        if not line or line.startswith("#"):
            continue
        match = _EDGE.fullmatch(line)
        if match is None:
            faults.append(f"line {number} is no edge: “{line[:60]}” (write “A -> B” or “A -* B”)")
            continue
        left, right = match["left"].strip(), match["right"].strip()
        names |= {left, right}
        pair = f"{left}\n{right}" if len(match["line"]) > 1 else None
        for cause, effect, end in ((left, right, match["head"]), (right, left, match["tail"])):
            if not end:
                continue
            if (cause, effect) in edges:
                faults.append(
                    f"lines {edges[cause, effect][2]} and {number} both say what “{cause}” does to “{effect}”"
                )
            edges[cause, effect] = (_SIGNS[end], pair, number)
    if not names and not faults:
        faults.append("the text holds no edge (write “A -> B” or “A -* B”, one a line)")
    if faults:
        raise CaseFault("; ".join(faults))
    order = tuple(sorted(names))
    place = {name: at for at, name in enumerate(order)}
    links = tuple(
        Link(place[cause], place[effect], sign, None if pair else 1.0, pair)
        for (cause, effect), (sign, pair, _) in edges.items()
    )
    digraph = Digraph(order, links)
    return digraph.limited() if limited else digraph
