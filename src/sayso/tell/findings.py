"""The findings: each thing the documents claim once, with its verdict, the reason for it, and who says so, who not."""

from collections.abc import Iterator, Sequence

from sayso.core.finding import Finding
from sayso.lexicon.table import table
from sayso.lexicon.values import valued
from sayso.tell.evidence import FINDINGS, Evidence
from sayso.tell.frame import framed
from sayso.tell.ranking import MEANINGS, ORDER
from sayso.tell.tables import Cell, Row, Table
from sayso.tell.view import AnalysisView
from sayso.tell.wording import GLYPHS


def findings_page(view: AnalysisView, evidence: Evidence) -> Iterator[tuple[str, str]]:
    """``findings.html``: the best supported and the contested first."""
    listed = Table(
        "findings",
        FINDINGS,
        ("finding", "findings"),
        (("Aspect", "words"), ("Details", "words"), ("Sources", "words"), ("Origins", "number")),
        [_row(one, evidence) for one in evidence.findings.values()],
        (("Verdict", "choose"), ("Kind", "choose"), ("Source", "find"), ("Actor", "find")),
    )
    return framed(FINDINGS, FINDINGS, view.title, evidence, tables=[listed], verdicts=verdicts(evidence))


def verdicts(evidence: Evidence) -> list[tuple[str, str, int, str]]:
    """Each verdict with what it means, the number of its findings, and where they stand."""
    ids: dict[str, list[str]] = {verdict: [] for verdict in MEANINGS}
    for one in evidence.findings.values():
        ids[one.verdict].append(one.id)
    return [
        (verdict.value, meaning, len(ids[verdict]), evidence.narrowed(ids[verdict], "Verdict", verdict))
        for verdict, meaning in MEANINGS.items()
    ]


def _row(one: Finding, evidence: Evidence) -> Row:
    origins: Cell = {"list": few(one.origins), "small": _documents(len(one.documents)), "sort": " ".join(one.origins)}
    against = [(f"Against: {', '.join(one.origins_against)}", evidence.of_findings([one.id], against=True))]
    return Row(
        f"f-{one.id}",
        (
            {"text": one.proposition, "small": f"{GLYPHS[one.kind]} {one.kind}"},
            _details(one),
            origins,
            len(one.origins),
        ),
        (one.verdict.value, one.kind, [*one.origins, *one.origins_against], one.names),
        [("For", evidence.of_findings([one.id])), *(against if one.against else [])],
    )


def _details(one: Finding) -> Cell:
    """The verdict, the range of a figure, the reason and all else that was judged of the finding."""
    credible = f"credibility {one.credibility}, {table('admiralty')['credibility'][str(one.credibility)]}"
    put = f"put as {one.likelihood}" if one.likelihood and one.likelihood not in one.reason else ""
    value = valued(one.value) if one.value else ""
    return {
        "text": one.verdict.value,
        "class": f"verdict {one.verdict.value}",
        "list": [(value, "")] if value else [],
        "small": " · ".join(part for part in (one.reason, credible, put) if part),
        "sort": f"{ORDER[one.verdict]} {value}",
    }


def few(names: Sequence[str], most: int = 5) -> list[tuple[str, str]]:
    """The first of some names as entries of a cell's list, and how many more there are."""
    shown = [(name, "") for name in names[:most]]
    return [*shown, (f"and {len(names) - most} more", "")] if len(names) > most else shown


def _documents(number: int) -> str:
    return "in 1 document" if number == 1 else f"in {number} documents"
