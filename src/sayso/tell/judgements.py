"""The key judgements: what the whole case comes to in one screen, every line a way in.

What several documents say independently comes first; then what is disputed, what hangs on one source, and what would follow.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.core.finding import Contradiction, Finding, Verdict
from sayso.tell.contradictions import contradiction_links, disputed
from sayso.tell.evidence import Evidence, anchor
from sayso.tell.findings import verdicts
from sayso.tell.ranking import foremost
from sayso.tell.scenarios import foremost_answers, scenario_file
from sayso.tell.site import template
from sayso.tell.sources import source_links
from sayso.tell.view import AnalysisView

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Consequence:
    """The clearest answer of a scenario: where it stands, in words, and what it would fall with."""

    title: str
    href: str
    words: str
    falls_with: tuple[str, ...]


def judgements_section(view: AnalysisView, evidence: Evidence) -> str:
    """A section of ``index.html``; empty where nothing was weighed."""
    findings = view.weighed.findings
    if not findings:
        return ""
    counts = Counter(one.verdict for one in findings)
    alone = sorted((one for one in view.weighed.sources if one.alone), key=lambda one: (-one.alone, one.name))
    clashes, sources = contradiction_links(view.weighed), source_links(view.weighed)
    return template("judgements.html").render(
        verdicts=verdicts(evidence),
        total=len(findings),
        agreed=[_linked(one, evidence) for one in _best(findings, Verdict.CORROBORATED)],
        echoed=[_linked(one, evidence) for one in _best(findings, Verdict.ECHOED)],
        clashes=[_clash(one, disputed(one, view), clashes[one.id]) for one in view.weighed.contradictions[:_SHOWN]],
        contradictions=len(view.weighed.contradictions),
        alone=[(one.name, sources[one.name], one.alone, one.reliability) for one in alone[:_SHOWN]],
        single=counts[Verdict.SINGLE],
        consequences=_consequences(view),
        loops=len(view.system.loops),
    )


def _best(findings: Sequence[Finding], verdict: Verdict) -> list[Finding]:
    """The foremost of a verdict; plain statements come last, since they are brought together by their words alone."""
    found = (one for one in findings if one.verdict is verdict)
    return sorted(found, key=lambda one: (one.kind == "statement", foremost(one)))[:_SHOWN]


def _linked(one: Finding, evidence: Evidence) -> tuple[str, str, int, int, str]:
    origins = ", ".join(one.origins[:4]) + (f" and {len(one.origins) - 4} more" if len(one.origins) > 4 else "")
    return one.proposition, evidence.finding(one.id), len(one.origins), len(one.documents), origins


def _clash(one: Contradiction, title: str, href: str) -> tuple[str, str, str, str]:
    sides = [", ".join(side.origins[:3]) or "no origin named" for side in (one.one, one.other)]
    return title, href, sides[0], sides[1]


def _consequences(view: AnalysisView) -> list[Consequence]:
    found = []
    for one in view.scenarios:
        file = scenario_file(one.name)
        if one.trace:
            found.append(Consequence(one.title, file, one.trace.words, ()))
        pressed = {press.variable for press in one.outcome.scenario.presses} if one.outcome else set()
        answers = [answer for answer in foremost_answers(one) if answer.reached and answer.name not in pressed]
        if answers:
            best = answers[0]
            falls = tuple(rest.origin for rest in best.origins if not rest.stands)
            found.append(
                Consequence(one.title, f"{file}#{anchor('x', best.name)}", f"{best.name}: {best.words}", falls)
            )
        elif one.outcome:
            found.append(Consequence(one.title, file, "the evidence is too thin to say anything", ()))
        elif one.fault:
            found.append(Consequence(one.title, file, "could not be run", ()))
    return found
