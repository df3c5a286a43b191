"""The influence map: variables and signed arrows, the largest connected part drawn, all of it listed with its sentences."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from sayso.core.claim import Sign
from sayso.core.system import FeedbackLoop, System, SystemInfluence
from sayso.tell.drawing import Arrow, Box, drawn
from sayso.tell.evidence import Evidence, anchor
from sayso.tell.findings import few, finding_link
from sayso.tell.frame import framed
from sayso.tell.layered import layered
from sayso.tell.tables import Row, Table
from sayso.tell.view import AnalysisView

DRAWN = 45  # variables a drawing can hold and still be read
STYLES: dict[Sign, str] = {"+": "more", "-": "less", "?": "some"}
VERBS: dict[Sign, str] = {"+": "raises", "-": "lowers", "?": "affects"}
LOOPS = {
    "reinforcing": "reinforcing: a change in it comes back and carries on",
    "balancing": "balancing: a change in it comes back and works against itself",
    "unsigned": "a loop, but the sign of one of its links is not stated",
}


def influence_id(one: SystemInfluence) -> str:
    """The id of an influence's row on the map's page."""
    return anchor("i", "\n".join((one.cause, one.effect, one.sign)))


def in_words(one: SystemInfluence) -> str:
    return f"{one.cause} {VERBS[one.sign]} {one.effect}"


def map_page(view: AnalysisView, evidence: Evidence) -> str:
    """``map.html``."""
    system = view.system
    parts = _parts(system.influences)
    shown = _shown(system.influences, parts[0]) if parts else []
    used = [one for one in system.influences if one.cause in shown and one.effect in shown]
    return framed(
        "map.html",
        "map.html",
        view.title,
        evidence,
        tables=[_influences(system, evidence), _loops(system, evidence), _variables(system, evidence)],
        drawing=_drawing(shown, used),
        shown=len(shown),
        largest=len(parts[0]) if parts else 0,
        largest_influences=sum(1 for one in system.influences if parts and one.cause in parts[0]),
        apart=len(parts) - 1,
        system=system,
    )


def _parts(influences: Sequence[SystemInfluence]) -> list[set[str]]:
    """The connected parts of the map, the largest first."""
    near: dict[str, list[str]] = defaultdict(list)
    for one in influences:
        near[one.cause].append(one.effect)
        near[one.effect].append(one.cause)
    seen: set[str] = set()
    parts = []
    for name in sorted(near):
        if name in seen:
            continue
        part, waiting = {name}, [name]
        while waiting:
            for other in near[waiting.pop()]:
                if other not in part:
                    part.add(other)
                    waiting.append(other)
        seen |= part
        parts.append(part)
    return sorted(parts, key=lambda part: (-len(part), min(part)))


def _shown(influences: Iterable[SystemInfluence], part: set[str]) -> list[str]:
    """The variables to draw: all, or a connected choice of those that most influences meet in."""
    near: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for one in influences:
        if one.cause in part:
            near[one.cause].append((one.effect, one.weight))
            near[one.effect].append((one.cause, one.weight))
    if len(part) <= DRAWN:
        return sorted(part)
    degree = {
        name: (len({other for other, _ in ends}), sum(weight for _, weight in ends)) for name, ends in near.items()
    }
    chosen = {max(sorted(part), key=lambda name: degree[name])}
    edge = {other for name in chosen for other, _ in near[name]} - chosen
    while len(chosen) < DRAWN and edge:
        best = max(sorted(edge), key=lambda name: (len({other for other, _ in near[name]} & chosen), degree[name]))
        chosen.add(best)
        edge = (edge | {other for other, _ in near[best]}) - chosen
    return sorted(chosen)


def _drawing(shown: Sequence[str], used: Sequence[SystemInfluence]) -> Markup | None:
    if not shown:
        return None
    number = {name: at for at, name in enumerate(shown)}
    edges = [(number[one.cause], number[one.effect]) for one in used]
    arrows = [
        Arrow(*ends, STYLES[one.sign], one.weight, in_words(one), f"#{influence_id(one)}", influence_id(one))
        for one, ends in zip(used, edges, strict=True)
    ]
    boxes = [Box(name, href=f"#{anchor('v', name)}") for name in shown]
    return drawn("Variables and the influences between them", layered(len(shown), edges), boxes, arrows)


def _influences(system: System, evidence: Evidence) -> Table:
    rows = [
        Row(
            influence_id(one),
            (
                one.cause,
                {"text": VERBS[one.sign], "class": f"sign {STYLES[one.sign]}"},
                one.effect,
                round(100 * one.weight),
                {"list": few(one.origins)},
            ),
            (VERBS[one.sign], [one.cause, one.effect], one.origins),
            said(evidence, one.findings),
            [("finding", finding_link(id_)) for id_ in one.findings],
        )
        for one in sorted(system.influences, key=lambda one: -one.weight)
    ]
    columns = (
        ("Cause", "words"), ("How", "words"), ("Effect", "words"), ("Evidence %", "number"), ("On the word of", "words"),
    )  # fmt: skip
    filters = (("How", "choose"), ("Variable", "find"), ("Source", "find"))
    return Table("influences", ("influence", "influences"), columns, rows, filters)


def said(evidence: Evidence, findings: Sequence[str]) -> list[tuple[str, list[int]]]:
    """The sentences for some findings, and those against them."""
    against = evidence.of_findings(findings, against=True)
    return [("For" if against else "", evidence.of_findings(findings)), ("Against", against)]


def _loops(system: System, evidence: Evidence) -> Table:
    rows = [_loop(at, one, system, evidence) for at, one in enumerate(system.loops)]
    columns = (("Loop", "words"), ("Kind", "words"), ("Links", "number"))
    return Table("loops", ("loop", "loops"), columns, rows, (("Kind", "choose"), ("Variable", "find")))


def _loop(at: int, one: FeedbackLoop, system: System, evidence: Evidence) -> Row:
    links = [system.influences[link] for link in one.influences]
    words = " ".join(
        f"{link.cause} {'→' if link.sign == '?' else f'─({link.sign})→'.replace('-)', '−)')}" for link in links
    )
    return Row(
        f"loop-{at + 1}",
        (
            f"{words} {one.variables[0]}",
            {
                "text": one.kind.value,
                "class": f"loop {one.kind.value}",
                "small": LOOPS[one.kind.value].partition(": ")[2],
            },
            len(links),
        ),
        (one.kind.value, one.variables),
        [(in_words(link), evidence.of_findings(link.findings)) for link in links],
    )


def _variables(system: System, evidence: Evidence) -> Table:
    causes: dict[str, int] = defaultdict(int)
    effects: dict[str, int] = defaultdict(int)
    for one in system.influences:
        causes[one.effect] += 1
        effects[one.cause] += 1
    rows = [
        Row(
            anchor("v", one.name),
            (
                one.name,
                one.actor or "",
                {"list": few([wording.text for wording in one.wordings])},
                causes[one.name],
                effects[one.name],
            ),
            ([one.name, *(wording.text for wording in one.wordings)],),
            [(wording.text, evidence.of_claims(wording.claims)) for wording in one.wordings],
        )
        for one in system.variables
    ]
    columns = (
        ("Variable", "words"), ("Whose", "words"), ("Wordings", "words"), ("Driven by", "number"), ("Drives", "number"),
    )  # fmt: skip
    return Table("variables", ("variable", "variables"), columns, rows, (("Variable", "find"),))
