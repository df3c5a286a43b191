"""The contradictions: what cannot both be so, side by side, with what would let both stand."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from markupsafe import Markup

from sayso.core.finding import Contradiction, Finding, Side, Weighed
from sayso.tell.evidence import Evidence
from sayso.tell.frame import filled
from sayso.tell.paging import files, parts, placed
from sayso.tell.site import template
from sayso.tell.view import AnalysisView
from sayso.tell.wording import ranged

PAGE = "contradictions.html"
KINDS = {
    "denial": "One says it, the other denies it",
    "figure": "Figures that do not meet",
    "date": "Different dates",
    "count": "Different counts",
    "sign": "Opposite effects",
    "degree": "Different degrees or status",
    "direction": "Opposite directions",
}
LayOut = Callable[[Side, str], Markup]
_HOLDS = 200  # of them in one file, each with the sentences of both sides


@dataclass(frozen=True, slots=True)
class Shown:
    """A contradiction as the page shows it; ``links`` pairs propositions with where their findings stand."""

    id: str
    proposition: str
    sides: list[Markup]
    reconcile: str | None
    links: list[tuple[str, str]]


def contradiction_links(weighed: Weighed) -> dict[str, str]:
    """Where each contradiction stands in the dossier, by its id."""
    ids = [one.id for one in _by_kind(weighed)]
    return {id_: f"{file}#c-{id_}" for id_, file in placed(PAGE, "contradictions", ids, _HOLDS).items()}


def contradictions_page(view: AnalysisView, evidence: Evidence) -> Iterator[tuple[str, str]]:
    """``contradictions.html``, by kind."""
    laid_out = _laid_out(evidence)
    ordered = _by_kind(view.weighed)
    cut = parts(ordered, _HOLDS)
    names = files(PAGE, "contradictions", len(cut))
    numbers = {kind: sum(1 for _ in inside) for kind, inside in groupby(ordered, key=_kind)}
    kinds = [
        (KINDS.get(kind, kind), number, f"{_file_of(kind, cut, names)}#kind-{kind}") for kind, number in numbers.items()
    ]
    for number, inside in enumerate(cut):
        yield names[number], filled(
            PAGE, PAGE, view.title, evidence, below=number > 0, kinds=kinds, files=names, number=number,
            shown=[
                (kind, KINDS.get(kind, kind), numbers[kind], [_shown(one, evidence, laid_out) for one in clashes])
                for kind, clashes in groupby(inside, key=_kind)
            ],
        )  # fmt: skip


def _kind(one: Contradiction) -> str:
    return one.kind


def _by_kind(weighed: Weighed) -> list[Contradiction]:
    order = {kind: at for at, kind in enumerate(KINDS)}
    return sorted(weighed.contradictions, key=lambda one: (order.get(one.kind, len(order)), one.kind))


def _file_of(kind: str, cut: Sequence[Sequence[Contradiction]], names: Sequence[str]) -> str:
    return next(name for name, inside in zip(names, cut, strict=True) if any(one.kind == kind for one in inside))


def _laid_out(evidence: Evidence) -> LayOut:
    """Gives a side with its sentences, made once however many it stands against."""

    @cache
    def laid_out(side: Side, more: str) -> Markup:
        sentences = evidence.of_claims(side.claims)
        return Markup(template("side.html").render(side=side, sentences=sentences, more=more, evidence=evidence))

    return laid_out


def _shown(one: Contradiction, evidence: Evidence, laid_out: LayOut) -> Shown:
    known = [evidence.findings[id_] for id_ in one.findings if id_ in evidence.findings]
    return Shown(
        f"c-{one.id}",
        one.proposition,
        [laid_out(side, _finding_of(side, known, evidence)) for side in (one.one, one.other)],
        one.reconcile,
        [(_told(found), evidence.finding(found.id)) for found in known],
    )


def _finding_of(side: Side, known: Sequence[Finding], evidence: Evidence) -> str:
    """Where the finding stands that holds a side; empty where none does."""
    holding = (one.id for one in known if side.claims[0] in one.claims) if side.claims else iter(())
    return next(map(evidence.finding, holding), "")


def _told(one: Finding) -> str:
    """A finding in words; two on one figure differ by its value alone."""
    return (
        f"{one.proposition}: {ranged(one.value.low, one.value.high, one.value.unit)}" if one.value else one.proposition
    )
