"""The key judgements: what the whole case comes to in one screen, each a sentence with the words behind it and a way in.

What is disputed comes first; then what several say independently, what many only repeat, what hangs on one source, who is most
spoken of, what happened when, and what would follow.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.core.claim import When
from sayso.core.finding import Contradiction, Finding, Side, Verdict
from sayso.core.system import Actor
from sayso.tell.contradictions import accuses, contradiction_links
from sayso.tell.evidence import Evidence, anchor
from sayso.tell.findings import verdicts
from sayso.tell.reporting import listed, opposed, reported, titled
from sayso.tell.scenarios import foremost_answers, scenario_file
from sayso.tell.site import template
from sayso.tell.sources import source_links
from sayso.tell.view import AnalysisView
from sayso.tell.wording import period

_SHOWN = 5
_ACTORS = 8
_EVENTS = 10
_LOOKED_AT = 3 * _EVENTS  # dated findings of a kind, some of them of one sentence
_WORD = re.compile(r"\w{4,}")  # words that tell one thing from another
_HAPPENS = ("act", "flow", "figure")  # what can happen at a time, the most eventful first


@dataclass(frozen=True, slots=True)
class Judgement:
    """``words`` lead to ``href``; ``quoted`` are the places of sentences behind it in ``Evidence.sentences``."""

    words: str
    href: str
    quoted: Sequence[int] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something said to have happened at a time."""

    when: str
    words: str
    href: str
    note: str


@dataclass(frozen=True, slots=True)
class Consequence:
    """The clearest answer of a scenario: where it stands, in words, and what it would fall with."""

    title: str
    href: str
    words: str
    falls_with: tuple[str, ...]


def judgements_section(view: AnalysisView, evidence: Evidence) -> str:
    """A section of ``index.html``; empty where nothing was weighed."""
    weighed = view.weighed
    if not weighed.findings:
        return ""
    quotes = _quoting(view, evidence)
    return template("judgements.html").render(
        evidence=evidence,
        verdicts=verdicts(evidence),
        total=len(weighed.findings),
        single=sum(one.verdict is Verdict.SINGLE for one in weighed.findings),
        disputed=_disputed(view, evidence),
        contradictions=len(weighed.contradictions),
        agreed=_best(Verdict.CORROBORATED, evidence, quotes),
        echoed=_best(Verdict.ECHOED, evidence, quotes),
        alone=_alone(view, source_links(weighed)),
        actors=_actors(view.system.actors, evidence),
        events=_events(view, evidence),
        consequences=_consequences(view),
    )


def _quoting(view: AnalysisView, evidence: Evidence) -> Callable[[Finding], list[int]]:
    """Gives a sentence of each of the first two origins of a finding."""
    origin = dict(view.weighed.origins)

    def quotes(one: Finding) -> list[int]:
        said = [[id_ for id_ in one.claims if origin.get(id_) == name] for name in one.origins[:2]]
        found = [at for ids in said for at in _telling(ids, one.proposition, evidence)]
        return list(dict.fromkeys(found)) or _telling(one.claims, one.proposition, evidence)

    return quotes


def _telling(ids: Iterable[str], words: str, evidence: Evidence) -> list[int]:
    """Of the sentences of claims the one that has most of the words, and of those alike the one that is soonest read."""
    wanted = set(_WORD.findall(words.casefold()))

    def place(at: int) -> tuple[int, int, int]:
        text = evidence.sentences[at].text
        return -len(wanted.intersection(_WORD.findall(text.casefold()))), len(text), at

    return sorted(evidence.of_claims(ids), key=place)[:1]


def _best(verdict: Verdict, evidence: Evidence, quotes: Callable[[Finding], list[int]]) -> list[Judgement]:
    """The foremost of a verdict, each of other sentences than those before it."""
    found: list[Judgement] = []
    seen: set[int] = set()
    for one in (one for one in evidence.findings.values() if one.verdict is verdict):
        said = evidence.of_findings([one.id])
        if not (said and seen.issuperset(said)):
            seen.update(said)
            found.append(Judgement(reported(one), evidence.finding(one.id), quotes(one)))
            if len(found) == _SHOWN:
                break
    return found


def _disputed(view: AnalysisView, evidence: Evidence) -> list[Judgement]:
    """The contradictions that most is said for on both sides, first those that nothing reconciles; one for each denial."""

    def place(one: Contradiction) -> tuple[bool, int, int, str, str]:
        sides = [len(side.origins) for side in (one.one, one.other)]
        return bool(one.reconcile), -min(sides), -sum(sides), one.proposition, one.id

    links = contradiction_links(view.weighed)
    found: list[Judgement] = []
    seen: set[tuple[int, ...]] = set()
    for one in sorted(view.weighed.contradictions, key=place):
        answered = tuple(evidence.of_claims(one.other.claims))
        if answered and answered in seen:
            continue
        seen.add(answered)
        mine, theirs = (_stating(side, one, evidence) for side in (one.one, one.other))
        sides = (None if accuses(one, view) else mine), theirs
        times = _time(one.one.claims, view), _time(one.other.claims, view)
        said = [at for side in (one.one, one.other) for at in _telling(side.claims, side.words, evidence)]
        note = f"Both could stand if it is {one.reconcile}." if one.reconcile else ""
        found.append(Judgement(opposed(one, sides, times), links[one.id], list(dict.fromkeys(said)), note))
        if len(found) == _SHOWN:
            break
    return found


def _stating(side: Side, one: Contradiction, evidence: Evidence) -> Finding | None:
    """The finding whose claims are those of a side."""
    findings = (evidence.findings[id_] for id_ in one.findings if id_ in evidence.findings)
    return next((found for found in findings if set(side.claims[:1]) & set(found.claims)), None)


def _alone(view: AnalysisView, links: Mapping[str, str]) -> list[Judgement]:
    """The sources that most rests on alone."""
    sources = sorted((one for one in view.weighed.sources if one.alone), key=lambda one: (-one.alone, one.name))
    return [
        Judgement(one.name, links[one.name], note=f"alone behind {_findings(one.alone)}; reliability {one.reliability}")
        for one in sources[:_SHOWN]
    ]


def _findings(number: int) -> str:
    return f"{number:,} finding{'s' * (number != 1)}"


def _actors(actors: Iterable[Actor], evidence: Evidence) -> list[Judgement]:
    """Those of whom most is said, each with the foremost thing that is said of no actor before."""
    rank = {id_: at for at, id_ in enumerate(evidence.findings)}
    found: list[Judgement] = []
    told: set[str] = set()
    for one in sorted(actors, key=lambda one: (-len(one.findings), one.name))[:_ACTORS]:
        said = [evidence.findings[id_] for id_ in sorted(one.findings, key=lambda id_: rank.get(id_, 0)) if id_ in rank]
        such = next((words for words in map(titled, said) if words not in told), "")
        told.add(such)
        note = f"{_findings(len(one.findings))}{', such as: ' * bool(such)}{such}"
        found.append(Judgement(one.name, evidence.narrowed(one.findings, "Actor", one.name), note=note))
    return found


def _events(view: AnalysisView, evidence: Evidence) -> list[Event]:
    """What is said to have happened at a time that is known to the year, acts before all else, in order of time; of what one
    sentence says, the first."""
    dated: dict[str, list[tuple[When, Finding]]] = {kind: [] for kind in _HAPPENS}
    for one in evidence.findings.values():
        known = dated.get(one.kind)
        if known is not None and len(known) < _LOOKED_AT and not one.proposition.startswith("not: "):
            when = _when(one.claims, view)
            if when and when.start and when.end and when.start[:4] == when.end[:4]:
                known.append((when, one))
    told: dict[tuple[int, ...], tuple[When, Finding]] = {}
    for event in (event for kind in _HAPPENS for event in dated[kind]):
        told.setdefault(tuple(evidence.of_findings([event[1].id])), event)
    foremost = sorted(
        list(told.values())[:_EVENTS], key=lambda event: (event[0].start or "", event[0].end or "", event[1].id)
    )
    return [
        Event(period(when), titled(one), evidence.finding(one.id), f"{listed(one.origins)}; {one.verdict.value}")
        for when, one in foremost
    ]


def _time(ids: Iterable[str], view: AnalysisView) -> str:
    return period(_when(ids, view))


def _when(ids: Iterable[str], view: AnalysisView) -> When:
    """The time of the first of some claims that is told with one."""
    times = (view.claims[id_].when for id_ in ids if id_ in view.claims)
    return next((when for when in times if when.start or when.end), When())


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
