"""The figures: for each thing and time the range that is said, its spread, and who says which; and what was derived of them."""

from collections.abc import Iterator, Sequence

from sayso.core.finding import Finding, Reconciled, Saying
from sayso.core.trace import Derived
from sayso.lexicon.values import ranged, valued
from sayso.tell.evidence import Evidence
from sayso.tell.findings import few
from sayso.tell.frame import framed
from sayso.tell.tables import Row, Table
from sayso.tell.view import AnalysisView
from sayso.tell.wording import period


def figures_page(view: AnalysisView, evidence: Evidence) -> Iterator[tuple[str, str]]:
    """``figures.html``: the derived ones, then all, those on which sources differ most first, those said once last."""
    figures = sorted(  # a range told alike by all ("dozens") is wide, but nobody differs on it
        view.weighed.figures, key=lambda one: (len(one.sayings) < 2, -(one.spread or 0), one.subject)
    )
    listed = Table(
        "figures",
        "figures.html",
        ("figure", "figures"),
        (
            ("What", "words"),
            ("Range", "words"),
            ("Spread %", "number"),
            ("Who says which", "words"),
            ("Side by side", "words"),
        ),
        [*(_row(one, at, evidence) for at, one in enumerate(figures)), *_said_once(figures, view, evidence)],
        (("Unit", "choose"), ("Source", "find")),
    )
    return framed(
        "figures.html",
        "figures.html",
        view.title,
        evidence,
        tables=[listed],
        derived=[_derived(one, evidence) for one in view.derived],
        several=len(figures),
    )


def _row(one: Reconciled, at: int, evidence: Evidence) -> Row:
    return Row(
        f"figure-{at + 1}",
        (
            {"text": one.subject, "small": period(one.when)},
            {"text": ranged(one.low, one.high, one.unit), "small": one.apart or "", "sort": _middle(one)},
            {"text": "open", "sort": -1} if one.spread is None else round(100 * one.spread),
            {"list": few([_saying(saying, one.unit) for saying in one.sayings])},
            {"bar": [[saying.low, saying.high] for saying in one.sayings[:12]]} if len(one.sayings) > 1 else "",
        ),
        (one.unit, sorted({name for saying in one.sayings for name in saying.origins})),
        [(_saying(saying, one.unit), evidence.of_claims(saying.claims)) for saying in one.sayings],
        [("finding", evidence.finding(id_)) for id_ in one.findings],
    )


def _said_once(reconciled: Sequence[Reconciled], view: AnalysisView, evidence: Evidence) -> Iterator[Row]:
    """The findings on figures of which one claim alone speaks, the best supported first."""
    told = {id_ for one in reconciled for id_ in one.findings}
    for one in evidence.findings.values():
        if one.kind == "figure" and one.value is not None and one.id not in told:
            words = valued(one.value)
            yield Row(
                f"once-{one.id}",
                (
                    {"text": one.proposition, "small": _time(one, view)},
                    {"text": words, "sort": _halfway(one.value.low, one.value.high)},
                    {"text": "", "sort": -2},
                    {"list": few([f"{words}: {', '.join(one.origins) or 'no origin named'}"])},
                    "",
                ),
                (one.value.unit, one.origins),
                [("", evidence.of_findings([one.id]))],
                [("finding", evidence.finding(one.id))],
            )


def _time(one: Finding, view: AnalysisView) -> str:
    claim = next((view.claims[id_] for id_ in one.claims if id_ in view.claims), None)
    return period(claim.when) if claim else ""


def _middle(one: Reconciled) -> float:
    return _halfway(one.low, one.high)


def _halfway(low: float | None, high: float | None) -> float:
    ends = [end for end in (low, high) if end is not None]
    return sum(ends) / len(ends) if ends else 0.0


def _saying(one: Saying, unit: str) -> str:
    return f"{ranged(one.low, one.high, unit)}: {', '.join(one.origins) or 'no origin named'}"


def _derived(one: Derived, evidence: Evidence) -> dict[str, object]:
    """What the template shows of a derived figure."""
    return {
        "title": one.title or one.name,
        "formula": one.formula,
        "range": "" if one.low is None and one.high is None else ranged(one.low, one.high, one.unit),
        "likely": ranged(*one.likely, one.unit) if one.likely else "",
        "fault": one.fault,
        "ingredients": [
            (part.name, part.subject, ranged(part.low, part.high, part.unit), evidence.of_findings(part.findings),
             [evidence.finding(id_) for id_ in part.findings])
            for part in one.ingredients
        ],
    }  # fmt: skip
