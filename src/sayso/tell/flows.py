"""The flows: what goes from whom through whom to whom, routes with what every hop rests on, and what does not add up."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from sayso.core.finding import Verdict
from sayso.core.system import SystemFlow
from sayso.core.trace import Hop, Mismatch, Trace
from sayso.lexicon.values import valued
from sayso.tell.drawing import Arrow, Box, drawn
from sayso.tell.evidence import Evidence, anchor, quoted
from sayso.tell.findings import few
from sayso.tell.frame import framed
from sayso.tell.influence_map import said
from sayso.tell.layered import layered
from sayso.tell.tables import Row, Table, Way
from sayso.tell.view import AnalysisView
from sayso.tell.wording import passed, period

Hops = Mapping[tuple[str, str], Sequence[SystemFlow]]

PAGE = "flows.html"
DRAWN = 40  # stations a drawing can hold and still be read
_STRENGTH = {Verdict.CORROBORATED: 1.0, Verdict.ECHOED: 0.6, Verdict.SINGLE: 0.45, Verdict.CONTESTED: 0.45}


def flows_page(view: AnalysisView, evidence: Evidence) -> Iterator[tuple[str, str]]:
    """``flows.html``."""
    hops = _hops(view.system.flows)
    listed = _listed(hops, evidence)
    way = listed.way()
    drawing, shown, stations = _drawing(hops, way)
    asked = [trace for one in view.scenarios for trace in (one.before, one.trace) if trace]
    return framed(
        PAGE,
        PAGE,
        view.title,
        evidence,
        tables=[listed, _flows(view.system.flows, evidence)],
        drawing=drawing,
        shown=shown,
        stations=stations,
        traces=[traced(one, evidence) for one in (*asked, *view.traces)],
        mismatches=[mismatched(one, evidence) for one in view.mismatches],
    )


def _row_id(one: SystemFlow) -> str:
    return anchor("w", "\n".join((one.goods, *one.stations, *one.findings)))


def _hops(flows: Sequence[SystemFlow]) -> Hops:
    """From whom straight to whom, and the flows that go that way."""
    found: dict[tuple[str, str], list[SystemFlow]] = {}
    for flow in flows:
        for hop in flow.hops:
            found.setdefault(hop, []).append(flow)
    return dict(sorted(found.items()))


def _drawing(hops: Hops, way: Way) -> tuple[Markup | None, int, int]:
    """The network, and how many of how many stations it shows."""
    degree = Counter(name for hop, inside in hops.items() for name in hop for _ in inside)
    names = sorted(sorted(degree), key=lambda name: -degree[name])[:DRAWN]
    kept = {hop: inside for hop, inside in hops.items() if hop[0] in names and hop[1] in names}
    linked = sorted({name for hop in kept for name in hop})
    if not kept:
        return None, 0, len(degree)
    number = {name: at for at, name in enumerate(linked)}
    edges = [(number[start], number[end]) for start, end in kept]
    arrows = [
        Arrow(
            *ends, "more" if _best(inside) is not Verdict.CONTESTED else "less", _STRENGTH[_best(inside)],
            f"{start} → {end}: {', '.join(sorted({flow.goods for flow in inside})[:6])} ({_best(inside).value})",
            way(_hop_id(start, end)), _hop_id(start, end), 1 + min(len(inside), 6) / 2,
        )
        for ends, ((start, end), inside) in zip(edges, kept.items(), strict=True)
    ]  # fmt: skip
    boxes = [Box(name, href=f"#?Station={quoted(name)}") for name in linked]
    return drawn("Who hands on to whom", layered(len(linked), edges), boxes, arrows), len(linked), len(degree)


def _best(flows: Sequence[SystemFlow]) -> Verdict:
    return max((flow.verdict for flow in flows), key=lambda one: _STRENGTH[one])


def _hop_id(start: str, end: str) -> str:
    return anchor("h", f"{start}\n{end}")


def _listed(hops: Hops, evidence: Evidence) -> Table:
    rows = []
    for (start, end), flows in hops.items():
        ids = list(dict.fromkeys(id_ for flow in flows for id_ in flow.findings))
        best = _best(flows).value
        rows.append(
            Row(
                _hop_id(start, end),
                (
                    f"{start} → {end}",
                    {"list": few(sorted({flow.goods for flow in flows}))},
                    len(flows),
                    {"text": best, "class": f"verdict {best}"},
                ),
                ((start, end), best),
                said(evidence, ids),
                [("finding", evidence.finding(id_)) for id_ in ids[:12]],
            )
        )
    columns = (("From, to", "words"), ("Goods", "words"), ("Flows", "number"), ("Best verdict", "words"))
    return Table("hops", PAGE, ("hop", "hops"), columns, rows, (("Station", "find"), ("Verdict", "choose")))


def _flows(flows: Sequence[SystemFlow], evidence: Evidence) -> Table:
    rows = [
        Row(
            _row_id(one),
            (
                {"text": one.goods, "small": period(one.when)},
                passed(one.origin, one.via, one.destination, parallel=one.parallel),
                valued(one.amount) if one.amount else "",
                {"text": one.verdict.value, "class": f"verdict {one.verdict.value}", "small": one.modality.value},
            ),
            (one.goods, one.stations, one.verdict.value),
            said(evidence, one.findings),
            [("finding", evidence.finding(id_)) for id_ in one.findings],
        )
        for one in flows
    ]
    columns = (("Goods", "words"), ("From, through, to", "words"), ("Amount", "words"), ("Verdict", "words"))
    filters = (("Goods", "find"), ("Station", "find"), ("Verdict", "choose"))
    return Table("flows", PAGE, ("flow", "flows"), columns, rows, filters)


def traced(one: Trace, evidence: Evidence) -> dict[str, object]:
    """What a template shows of a trace."""
    return {
        "title": f"{one.goods or 'Anything'}: {one.origin} → {one.destination}"
        + (f", without {', '.join(one.without)}" if one.without else ""),
        "words": one.words,
        "cut": one.cut,
        "chokepoints": one.chokepoints,
        "routes": [
            (" → ".join(route.stations), route.verdict, [_hop(hop, evidence) for hop in route.hops])
            for route in one.routes[:20]
        ],
        "more": max(0, len(one.routes) - 20),
        "mismatches": [mismatched(off, evidence) for off in one.mismatches],
    }


def _hop(one: Hop, evidence: Evidence) -> tuple[Hop, str, list[int], str]:
    """A hop with its goods, its sentences, and where the table has them all."""
    goods = sorted({carriage.goods for carriage in one.carriages})
    ids = [id_ for carriage in one.carriages for id_ in carriage.findings]
    return one, ", ".join(goods[:5]), evidence.of_findings(ids), f"{PAGE}#{_hop_id(one.start, one.end)}"


def mismatched(one: Mismatch, evidence: Evidence) -> tuple[str, list[int], list[int]]:
    """A mismatch in words, with the sentences of either side."""
    return one.words, evidence.of_findings(one.findings), evidence.of_findings(one.against)
