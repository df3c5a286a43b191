"""The influence map: variables and signed arrows, the largest connected part drawn, all of it listed with its sentences."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from sayso.core.claim import Sign
from sayso.core.system import FeedbackLoop, Implied, System, SystemInfluence, Wording
from sayso.lexicon.sentences import MOVES, influence_sentence
from sayso.tell.drawing import Arrow, Box, drawn
from sayso.tell.evidence import Evidence, anchor
from sayso.tell.findings import few
from sayso.tell.frame import framed
from sayso.tell.packing import packed
from sayso.tell.tables import Row, Table, Way
from sayso.tell.typed import merge_command
from sayso.tell.view import AnalysisView

PAGE = "map.html"
DRAWN = 45  # variables a drawing can hold and still be read
STYLES: dict[Sign, str] = {"+": "more", "-": "less", "?": "some"}
LOOPS = {
    "reinforcing": "reinforcing: a change in it comes back and carries on",
    "balancing": "balancing: a change in it comes back and works against itself",
    "unsigned": "a loop, but the sign of one of its links is not stated",
}


def influence_id(one: SystemInfluence) -> str:
    """The id of an influence's row on the map's page."""
    return anchor("i", "\n".join((one.cause, one.effect, one.sign)))


def in_words(one: SystemInfluence) -> str:
    return influence_sentence(one.cause, one.sign, one.effect)


def map_page(view: AnalysisView, evidence: Evidence) -> Iterator[tuple[str, str]]:
    """``map.html``."""
    system = view.system
    shown, left = _shown(system)
    used = [one for one in system.influences if one.cause in shown and one.effect in shown]
    implied = [one for one in system.implied if one.part in shown and one.whole in shown]
    tables = [make(system, evidence) for make in (_influences, _loops, _implied, _variables)]
    return framed(
        PAGE,
        PAGE,
        view.title,
        evidence,
        tables=tables,
        drawing=_drawing(shown, used, implied, [table.way() for table in tables]),
        shown=len(shown),
        cut=any((one.cause in shown) != (one.effect in shown) for one in system.influences),
        left=left,
        dotted=bool(implied),
        system=system,
        merges=[(names, merge_command(names)) for names in view.merges],
    )


def _shown(system: System) -> tuple[list[str], int]:
    """The variables to draw, and how many parts of the map hold the others: whole parts, the largest first, while they can be
    read together; of a part too large for that, a connected choice of those that most influences meet in."""
    found = parts(
        [(one.cause, one.effect) for one in system.influences] + [(one.part, one.whole) for one in system.implied]
    )
    if found and len(found[0]) > DRAWN:
        return _busiest(system.influences, found[0]), len(found) - 1
    shown: list[str] = []
    for at, part in enumerate(found):
        if len(shown) + len(part) > DRAWN:
            return sorted(shown), len(found) - at
        shown += part
    return sorted(shown), 0


def parts(edges: Iterable[tuple[str, str]]) -> list[set[str]]:
    """The connected parts of a graph, the largest first."""
    near: dict[str, list[str]] = defaultdict(list)
    for one, other in edges:
        near[one].append(other)
        near[other].append(one)
    seen: set[str] = set()
    found = []
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
        found.append(part)
    return sorted(found, key=lambda part: (-len(part), min(part)))


def _busiest(influences: Iterable[SystemInfluence], part: set[str]) -> list[str]:
    """A connected choice of the variables of a part."""
    near: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for one in influences:
        if one.cause in part:
            near[one.cause].append((one.effect, one.weight))
            near[one.effect].append((one.cause, one.weight))
    beside = {name: {other for other, _ in ends} for name, ends in near.items()}
    degree = {name: (len(beside[name]), sum(weight for _, weight in ends)) for name, ends in near.items()}
    chosen = {max(sorted(near), key=lambda name: degree[name])}
    edge = {other for name in chosen for other in beside[name]} - chosen
    while len(chosen) < DRAWN and edge:
        best = max(sorted(edge), key=lambda name: (len(beside[name] & chosen), degree[name]))
        chosen.add(best)
        edge = (edge | beside[best]) - chosen
    return sorted(chosen)


def _drawing(
    shown: Sequence[str], used: Sequence[SystemInfluence], implied: Sequence[Implied], ways: Sequence[Way]
) -> Markup | None:
    if not shown:
        return None
    to_influence, _, to_implied, to_variable = ways
    number = {name: at for at, name in enumerate(shown)}
    edges = [(number[one.cause], number[one.effect]) for one in used]
    arrows = [
        Arrow(*ends, STYLES[one.sign], one.weight, in_words(one), to_influence(influence_id(one)), influence_id(one))
        for one, ends in zip(used, edges, strict=True)
    ]
    for link in implied:
        edges.append((number[link.part], number[link.whole]))
        arrows.append(
            Arrow(*edges[-1], "implied", 0.5, link.why, to_implied(_implied_id(link)), _implied_id(link), 1.2)
        )
    boxes = [Box(name, href=to_variable(anchor("v", name))) for name in shown]
    joined = [
        sorted(number[name] for name in part) for part in parts((shown[one], shown[other]) for one, other in edges)
    ]
    return drawn("Variables and the influences between them", packed(joined, edges), boxes, arrows)


def _implied_id(one: Implied) -> str:
    return anchor("p", "\n".join((one.part, one.whole)))


def _implied(system: System, evidence: Evidence) -> Table:
    wordings = {one.name: [id_ for said in one.wordings for id_ in said.claims] for one in system.variables}
    rows = [
        Row(
            _implied_id(one),
            (one.part, _how(one), one.whole),
            ([one.part, one.whole],),
            [(end, evidence.of_claims(wordings[end])) for end in (one.part, one.whole)],
        )
        for one in system.implied
    ]
    columns = (("Variable", "words"), ("How", "words"), ("Of", "words"))
    return Table("implied", PAGE, ("link", "links"), columns, rows, (("Variable", "find"),))


def _how(one: Implied) -> str:
    if one.acts:
        return "adds to" if one.sign == "+" else "takes from"
    return "may be the same as" if one.alike else "is a part of"


def _influences(system: System, evidence: Evidence) -> Table:
    rows = [
        Row(
            influence_id(one),
            (
                one.cause,
                {"text": MOVES[one.sign], "class": f"sign {STYLES[one.sign]}"},
                one.effect,
                round(100 * one.weight),
                {"list": few(one.origins)},
            ),
            (MOVES[one.sign], [one.cause, one.effect], one.origins),
            said(evidence, one.findings),
            [("finding", evidence.finding(id_)) for id_ in one.findings],
        )
        for one in sorted(system.influences, key=lambda one: -one.weight)
    ]
    columns = (
        ("Cause", "words"), ("How", "words"), ("Effect", "words"), ("Evidence %", "number"), ("On the word of", "words"),
    )  # fmt: skip
    filters = (("How", "choose"), ("Variable", "find"), ("Source", "find"))
    return Table("influences", PAGE, ("influence", "influences"), columns, rows, filters)


def said(evidence: Evidence, findings: Sequence[str]) -> list[tuple[str, list[int]]]:
    """The sentences for some findings, and those against them."""
    against = evidence.of_findings(findings, against=True)
    return [("For" if against else "", evidence.of_findings(findings)), ("Against", against)]


def _loops(system: System, evidence: Evidence) -> Table:
    rows = [_loop(at, one, system, evidence) for at, one in enumerate(system.loops)]
    columns = (("Loop", "words"), ("Kind", "words"), ("Links", "number"))
    return Table("loops", PAGE, ("loop", "loops"), columns, rows, (("Kind", "choose"), ("Variable", "find")))


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
                {"list": few([_worded(wording) for wording in one.wordings])},
                causes[one.name],
                effects[one.name],
            ),
            ([one.name, *(wording.text for wording in one.wordings)],),
            [(_reasoned(wording), evidence.of_claims(wording.claims)) for wording in one.wordings],
        )
        for one in system.variables
    ]
    columns = (
        ("Variable", "words"), ("Whose", "words"), ("Wordings", "words"), ("Driven by", "number"), ("Drives", "number"),
    )  # fmt: skip
    return Table("variables", PAGE, ("variable", "variables"), columns, rows, (("Variable", "find"),))


def _worded(one: Wording) -> str:
    return f"{one.text} (less of it)" if one.opposite else one.text


def _reasoned(one: Wording) -> str:
    """A wording with the reason it is taken for the variable."""
    return f"{one.text} – {one.why}" if one.why else one.text
