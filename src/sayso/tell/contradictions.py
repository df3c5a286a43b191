"""The contradictions: what cannot both be so, side by side, with what would let both stand."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import groupby

from markupsafe import Markup

from sayso.core.claim import Act, Statement
from sayso.core.finding import Contradiction, Side, Weighed
from sayso.tell.evidence import Evidence
from sayso.tell.frame import filled
from sayso.tell.paging import files, parts, placed
from sayso.tell.reporting import titled
from sayso.tell.site import template
from sayso.tell.view import AnalysisView

PAGE = "contradictions.html"
KINDS = {
    "denial": "One says it, the other denies it",
    "figure": "Figures that do not meet",
    "date": "Different dates",
    "count": "Different counts",
    "sign": "Opposite effects",
    "degree": "Different degrees or status",
    "direction": "Opposite directions",
    "blame": "Each blames another",
}
_HOLDS = 200  # of them in one file, each with the sentences of both sides


def contradiction_links(weighed: Weighed) -> dict[str, str]:
    """Where each contradiction stands in the dossier, by its id."""
    ids = [one.id for one in _by_kind(weighed)]
    return {id_: f"{file}#c-{id_}" for id_, file in placed(PAGE, "contradictions", ids, _HOLDS).items()}


def contradictions_page(view: AnalysisView, evidence: Evidence) -> Iterator[tuple[str, str]]:
    """``contradictions.html``, by kind."""
    side, finding = _laid_out(evidence)
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
                (kind, KINDS.get(kind, kind), numbers[kind], [
                    (one, disputed(one, view), (side(one.one), side(one.other)),
                     [finding(id_) for id_ in one.findings if id_ in evidence.findings])
                    for one in clashes
                ])
                for kind, clashes in groupby(inside, key=_kind)
            ],
        )  # fmt: skip


def disputed(one: Contradiction, view: AnalysisView) -> str:
    """What is disputed, in words: where one accuses and the other denies, what he is accused of, not that he is."""
    return " ".join(one.one.words.split()) if accuses(one, view) else one.proposition


def accuses(one: Contradiction, view: AnalysisView) -> bool:
    """Whether what one side denies is what the other accuses it of."""
    bodies = [view.claims[id_].body for id_ in one.one.claims if id_ in view.claims]
    finer = [body for body in bodies if not isinstance(body, Statement)]
    return (
        one.kind == "denial"
        and bool(finer)
        and all(isinstance(body, Act) and body.action == "accuse" for body in finer)
    )


def _kind(one: Contradiction) -> str:
    return one.kind


def _by_kind(weighed: Weighed) -> list[Contradiction]:
    order = {kind: at for at, kind in enumerate(KINDS)}
    return sorted(weighed.contradictions, key=lambda one: (order.get(one.kind, len(order)), one.kind))


def _file_of(kind: str, cut: Sequence[Sequence[Contradiction]], names: Sequence[str]) -> str:
    return next(name for name, inside in zip(names, cut, strict=True) if any(one.kind == kind for one in inside))


def _laid_out(evidence: Evidence) -> tuple[Callable[[Side], Markup], Callable[[str], Markup]]:
    """Give a side with its sentences, and a link to a finding: each made once, however many contradictions it is part of."""
    holding = {claim: one.id for one in evidence.findings.values() for claim in one.claims}
    link = Markup('<a href="{}">{}</a>')

    @cache
    def side(one: Side) -> Markup:
        finding = next((holding[claim] for claim in one.claims if claim in holding), None)
        more = evidence.finding(finding) if finding else ""
        said = evidence.of_claims(one.claims)
        return Markup(template("side.html").render(side=one, sentences=said, more=more, evidence=evidence))

    @cache
    def finding(id_: str) -> Markup:
        return link.format(evidence.finding(id_), titled(evidence.findings[id_]))

    return side, finding
