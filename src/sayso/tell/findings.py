"""The findings: each thing the documents claim once, with its verdict, the reason for it, and who says so, who not."""

from collections import Counter
from collections.abc import Sequence

from sayso.core.finding import Finding, Verdict
from sayso.lexicon.table import table
from sayso.tell.evidence import Evidence
from sayso.tell.frame import framed
from sayso.tell.tables import Cell, Row, Table
from sayso.tell.view import AnalysisView
from sayso.tell.wording import GLYPHS, ranged

MEANINGS = {
    Verdict.CORROBORATED: "two or more independent origins say so, none says otherwise",
    Verdict.CONTESTED: "at least one origin speaks against it",
    Verdict.ECHOED: "several documents, but all on the word of one origin",
    Verdict.SINGLE: "one document, one origin",
}
_ORDER = {verdict: at for at, verdict in enumerate(MEANINGS)}


def finding_link(identity: str) -> str:
    """Where a finding stands in the dossier."""
    return f"findings.html#f-{identity}"


def foremost(one: Finding) -> tuple[int, int, int, str, str]:
    """Sorts findings: by verdict, then those that most documents say on the word of most origins."""
    return _ORDER[one.verdict], -min(len(one.documents), len(one.origins)), -len(one.origins), one.proposition, one.id


def findings_page(view: AnalysisView, evidence: Evidence) -> str:
    """``findings.html``: the best supported and the contested first."""
    counts = Counter(one.verdict for one in view.weighed.findings)
    findings = sorted(view.weighed.findings, key=foremost)
    listed = Table(
        "findings",
        ("finding", "findings"),
        (("Aspect", "words"), ("Details", "words"), ("Sources", "words"), ("Origins", "number")),
        [_row(one, evidence) for one in findings],
        (("Verdict", "choose"), ("Kind", "choose"), ("Source", "find"), ("Actor", "find")),
    )
    verdicts = [(verdict.value, meaning, counts[verdict]) for verdict, meaning in MEANINGS.items()]
    return framed("findings.html", "findings.html", view.title, evidence, tables=[listed], verdicts=verdicts)


def _row(one: Finding, evidence: Evidence) -> Row:
    origins: Cell = {"list": few(one.origins), "small": _documents(len(one.documents)), "sort": " ".join(one.origins)}
    against = [(f"Against: {', '.join(one.origins_against)}", evidence.of_claims(one.against))]
    return Row(
        f"f-{one.id}",
        (
            {"text": one.proposition, "small": f"{GLYPHS[one.kind]} {one.kind}"},
            _details(one),
            origins,
            len(one.origins),
        ),
        (one.verdict.value, one.kind, [*one.origins, *one.origins_against], one.names),
        [("For", evidence.of_claims(one.claims)), *(against if one.against else [])],
    )


def _details(one: Finding) -> Cell:
    """The verdict, the range of a figure, the reason and all else that was judged of the finding."""
    credible = f"credibility {one.credibility}, {table('admiralty')['credibility'][str(one.credibility)]}"
    put = f"put as {one.likelihood}" if one.likelihood and one.likelihood not in one.reason else ""
    value = ranged(one.value.low, one.value.high, one.value.unit) if one.value else ""
    return {
        "text": one.verdict.value,
        "class": f"verdict {one.verdict.value}",
        "list": [(value, "")] if value else [],
        "small": " · ".join(part for part in (one.reason, credible, put) if part),
        "sort": f"{_ORDER[one.verdict]} {value}",
    }


def few(names: Sequence[str], most: int = 5) -> list[tuple[str, str]]:
    """The first of some names as entries of a cell's list, and how many more there are."""
    shown = [(name, "") for name in names[:most]]
    return [*shown, (f"and {len(names) - most} more", "")] if len(names) > most else shown


def _documents(number: int) -> str:
    return "in 1 document" if number == 1 else f"in {number} documents"
