"""The sources: what rests on each, alone and with others, who carries its word; and a picture of who cites whom."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markupsafe import Markup

from sayso.core.finding import Finding, Source, Weighed
from sayso.lexicon.table import table
from sayso.tell.drawing import Arrow, Box, drawn
from sayso.tell.evidence import Evidence, anchor, quoted
from sayso.tell.findings import few
from sayso.tell.frame import framed
from sayso.tell.layered import layered
from sayso.tell.paging import placed
from sayso.tell.tables import Row, Table, Way
from sayso.tell.view import AnalysisView

PAGE = "sources.html"
_ORIGINS, _CARRIERS, _DOCUMENTS = 24, 16, 16  # boxes of each column of the picture

_SENTENCES = 100  # of one source quoted here; the others stand with its findings

Link = tuple[tuple[str, str], tuple[str, str]]
"""Who rests on whom: each end is the column it stands in and its name."""


def by_weight(weighed: Weighed) -> list[Source]:
    """The sources, those that most rests on first."""
    return sorted(weighed.sources, key=lambda one: (-one.alone, -len(one.findings), one.name))


def source_links(weighed: Weighed) -> dict[str, str]:
    """Where each source stands in the dossier, by its name."""
    names = [one.name for one in by_weight(weighed)]
    return {name: f"{file}#{anchor('s', name)}" for name, file in placed(PAGE, "sources", names).items()}


def sources_page(view: AnalysisView, evidence: Evidence) -> Iterator[tuple[str, str]]:
    """``sources.html``: those that most rests on first."""
    listed = Table(
        "sources",
        PAGE,
        ("source", "sources"),
        (
            ("Source", "words"), ("Reliability", "words"), ("On it alone", "number"), ("With others", "number"),
            ("Documents", "words"), ("Carried by", "words"),
        ),
        [_row(one, evidence) for one in by_weight(view.weighed)],
        (("Reliability", "choose"), ("Source", "find"), ("Carrier", "find")),
    )  # fmt: skip
    picture, shown = _picture(view, evidence, listed.way())
    notes = [(one, evidence.of_claims(one.claims)) for one in view.weighed.notes]
    return framed(
        PAGE,
        PAGE,
        view.title,
        evidence,
        tables=[listed],
        picture=picture,
        shown=shown,
        notes=notes[:200],
        more_notes=max(0, len(notes) - 200),
        names=[one for one in view.weighed.names if one.ambiguous or len(one.wordings) > 1],
    )


def _row(one: Source, evidence: Evidence) -> Row:
    known = [evidence.findings[id_] for id_ in one.findings if id_ in evidence.findings]
    alone = [found for found in known if found.origins == (one.name,)]
    others = [found for found in known if found.origins != (one.name,)]
    documents = [(cited.title, cited.page) for path in one.documents[:4] if (cited := evidence.cited(path))]
    if len(one.documents) > 4:
        documents.append((f"and {len(one.documents) - 4} more", ""))
    speakers = {cited.speaker for path in one.documents if (cited := evidence.cited(path))}
    carriers = [name for name in one.carriers if name not in speakers]
    letter = table("admiralty")["reliability"].get(one.reliability, "")
    mine = set(one.claims)
    return Row(
        anchor("s", one.name),
        (
            one.name,
            {"text": one.reliability, "small": letter},
            one.alone,
            max(0, len(known) - one.alone),
            {"list": documents, "sort": len(one.documents)},
            {"list": few(carriers)},
        ),
        (one.reliability, one.name, one.carriers),
        [
            ("On its word alone", _said(alone, mine, evidence)),
            ("With other origins, or against them", _said(others, mine, evidence)),
        ],
        [("its findings, each with its verdict", evidence.narrowed(one.findings, "Source", one.name))],
    )


def _said(findings: Sequence[Finding], mine: set[str], evidence: Evidence) -> list[int]:
    said = evidence.of_claims(id_ for one in findings for id_ in (*one.claims, *one.against) if id_ in mine)
    return said[:_SENTENCES]


def _links(view: AnalysisView) -> Counter[Link]:
    """Document on carrier on origin, each with the number of claims that go that way."""
    names = {wording: one.name for one in view.weighed.names for wording, _ in one.wordings}
    origins = {one.name for one in view.weighed.sources}
    gone = set(view.weighed.rejected)
    found: Counter[Link] = Counter()
    for claim in view.claims.values():
        if claim.id in gone:
            continue
        for voices in (claim.attribution, *claim.also):
            chain = [names.get(voice.name, voice.name) for voice in voices]
            if not chain or chain[-1] not in origins:
                continue
            stations = [
                ("document", claim.document),
                *(("carrier", name) for name in chain[:-1]),
                ("origin", chain[-1]),
            ]
            found.update((start, end) for start, end in pairwise(stations) if start[1] != end[1])
    return found


def _picture(view: AnalysisView, evidence: Evidence, way: Way) -> tuple[Markup | None, dict[str, tuple[int, int]]]:
    """The picture, and how many of how many it shows of each column."""
    links = _links(view)
    sizes: dict[str, Counter[str]] = {"document": Counter(), "carrier": Counter(), "origin": Counter()}
    for ends, times in links.items():
        for column, name in ends:
            sizes[column][name] += times
    limits = {"document": _DOCUMENTS, "carrier": _CARRIERS, "origin": _ORIGINS}
    boxes = [
        (column, name)
        for column, counted in sizes.items()
        for name, _ in sorted(counted.items(), key=lambda one: (-one[1], one[0]))[: limits[column]]
    ]
    number = {box: at for at, box in enumerate(boxes)}
    used = sorted((one, times) for one, times in links.items() if one[0] in number and one[1] in number)
    used = [(one, times) for one, times in used if one[0][0] != one[1][0]]
    linked = {end for one, _ in used for end in one}
    boxes = [box for box in boxes if box in linked]
    number = {box: at for at, box in enumerate(boxes)}
    shown = {column: (sum(1 for box in boxes if box[0] == column), len(counted)) for column, counted in sizes.items()}
    if not used:
        return None, shown
    edges = [(number[one], number[other]) for (one, other), _ in used]
    columns = [("document", "carrier", "origin").index(column) for column, _ in boxes]
    most = max(times for _, times in used)
    arrows = [
        Arrow(
            *ends, "plain", 0.25 + 0.75 * times / most, f"{_title(one, evidence)} rests on {_title(other, evidence)}: {times}",
            _href(other, evidence, way), width=1 + 4 * times / most,
        )
        for ends, ((one, other), times) in zip(edges, used, strict=True)
    ]  # fmt: skip
    drawing = drawn(
        "Which document rests on whose word, and through whom",
        layered(len(boxes), edges, columns),
        [Box(_title(box, evidence), box[0], _href(box, evidence, way)) for box in boxes],
        arrows,
    )
    return drawing, shown


def _title(box: tuple[str, str], evidence: Evidence) -> str:
    cited = evidence.cited(box[1]) if box[0] == "document" else None
    return cited.title if cited else box[1]


def _href(box: tuple[str, str], evidence: Evidence, way: Way) -> str:
    cited = evidence.cited(box[1]) if box[0] == "document" else None
    if cited:
        return cited.page
    return way(anchor("s", box[1])) if box[0] == "origin" else f"#?Carrier={quoted(box[1])}"
