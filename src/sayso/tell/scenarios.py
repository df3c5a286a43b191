"""The scenarios: what is pressed, what follows for whatever is watched, through which influences, what that hinges on, what is
left of it without each origin, and how it looks to each perspective. Every link leads to its sentences on the same page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from sayso.core.claim import Sign
from sayso.core.outcome import Answer, Hinge, Outcome, PathLink, WithoutOrigin
from sayso.lexicon.sentences import influence_sentence, rises
from sayso.tell.evidence import Evidence, anchor
from sayso.tell.flows import traced
from sayso.tell.frame import filled
from sayso.tell.typed import press_command, press_lines
from sayso.tell.view import AnalysisView, ScenarioView
from sayso.tell.wording import percent, taken_words

_LAID_OUT = 40  # answers of one scenario told in full
_WATCHED = 8  # answers of one scenario in the list of all scenarios
_BAR = 200  # pixels
_TOLD = 0.02  # an origin that moves an answer's shares by less is not worth a line


@dataclass(frozen=True, slots=True)
class Link:
    """An influence a scenario goes over: its place among the page's sentences and its words; ``implied`` says why it is there
    where no source states it."""

    id: str
    cause: str
    effect: str
    sign: Sign
    implied: str = ""

    @property
    def words(self) -> str:
        return influence_sentence(self.cause, self.sign, self.effect)


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer with its bar, its paths (links, direction, words) and its hinges (link and words)."""

    answer: Answer
    id: str
    bar: Markup
    between: str
    paths: list[tuple[list[Link], str]]
    hinges: list[tuple[Link, str, bool]]
    origins: list[tuple[str, str, bool]]


def scenario_file(name: str) -> str:
    """The file of a scenario's page: its name where that is safe, else what is safe of it and a mark of its own."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60]
    mark = "" if plain == name else "-" + sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"scenario-{plain}{mark}.html"


def scenario_pages(view: AnalysisView, evidence: Evidence) -> Iterator[tuple[str, str]]:
    """``scenarios.html`` and the page of each scenario, with their file names."""
    shown = [(one, scenario_file(one.name), _watched(one), _pressed(one)) for one in view.scenarios]
    unasked = [
        (one, anchor("v", one.name), rises(one.title), _watched(one), press_command(one.name), press_lines(one.name))
        for one in view.unasked
    ]
    yield (
        "scenarios.html",
        filled("scenarios.html", "scenarios.html", view.title, evidence, shown=shown, unasked=unasked),
    )
    for one, file, _, pressed in shown:
        yield file, _page(one, pressed, view, evidence)


def _watched(one: ScenarioView) -> list[tuple[Answer, Markup]]:
    answers = foremost_answers(one)
    asked = one.outcome is not None and one.outcome.scenario.watch
    return [(answer, bar(answer)) for answer in answers if asked or answer.reached][:_WATCHED]


def foremost_answers(one: ScenarioView) -> list[Answer]:
    """The answers of a scenario: what moves most clearly first, then what is pressed itself, then what nothing leads to."""
    if one.outcome is None:
        return []
    pressed = {press.variable for press in one.outcome.scenario.presses}

    def place(answer: Answer) -> tuple[bool, bool, float, str]:
        return not answer.reached, answer.name in pressed, -abs(answer.rises - answer.falls), answer.name

    return sorted(one.outcome.variables, key=place)


def _pressed(one: ScenarioView) -> list[str]:
    """What is done to the system, in words."""
    if one.outcome is None:
        closed = one.trace.without if one.trace else ()
        return [f"{name} is closed" for name in closed]
    asked = one.outcome.scenario
    sizes = {abs(press.size) for press in asked.presses}
    words = [
        f"{press.variable}: pushed {'up' if press.size > 0 else 'down'}"
        + (f" (by {abs(press.size):g})" if len(sizes) > 1 else "")
        for press in asked.presses
    ]
    words += [f"{name}: held as it is" for name in asked.held]
    return words + [f"{seen.variable}: known to be {_MOVES[seen.move]}" for seen in asked.observed]


_MOVES = {"rises": "rising", "falls": "falling", "still": "still"}


def bar(answer: Answer) -> Markup:
    """Shares of rising, still and falling as one bar."""
    parts, at = [], 0.0
    for style, share in (("rises", answer.rises), ("still", answer.still), ("falls", answer.falls)):
        wide = share * _BAR
        parts.append(
            Markup('<rect class="{}" x="{}" y="1" width="{}" height="12"/>').format(style, f"{at:.1f}", f"{wide:.1f}")
        )
        at += wide
    words = f"rises {percent(answer.rises)}, still {percent(answer.still)}, falls {percent(answer.falls)}"
    head = Markup(
        '<svg class="shares" width="{0}" height="14" viewBox="0 0 {0} 14" role="img" aria-label="{1}"><title>{1}</title>'
    )
    return head.format(_BAR, words) + Markup("").join(parts) + Markup("</svg>")


def _page(one: ScenarioView, pressed: Sequence[str], view: AnalysisView, evidence: Evidence) -> str:
    notes: dict[Link, list[str]] = {}
    answers = foremost_answers(one)
    asked = bool(one.outcome and one.outcome.scenario.watch)
    shown = [_answer(answer, notes) for answer in answers]
    told = [answer for answer in shown if answer.answer.paths][:_LAID_OUT]
    used = {link for answer in told for links, _ in answer.paths for link in links}
    used |= {link for answer in told for link, _, _ in answer.hinges}
    sentences = [
        (link, evidence.of_findings(ids), [evidence.finding(id_) for id_ in dict.fromkeys(ids)])
        for link, ids in notes.items()
        if link in used
    ]
    return filled(
        "scenario.html",
        "scenarios.html",
        view.title,
        evidence,
        below=True,
        scenario=one,
        pressed=pressed,
        taken=[taken_words(each) for each in one.outcome.scenario.taken] if one.outcome else [],
        outcome=one.outcome,
        shown=shown if asked else [answer for answer in shown if answer.answer.reached],
        unmoved=[] if asked else [answer.name for answer in answers if not answer.reached],
        told=told,
        moved=sum(1 for answer in answers if answer.paths),
        perspectives=_perspectives(one.perspectives),
        sentences=sentences,
        trace=traced(one.trace, evidence) if one.trace else None,
        before=traced(one.before, evidence) if one.before else None,
    )


def _answer(answer: Answer, notes: dict[Link, list[str]]) -> AnswerView:
    interval = answer.interval
    driven = answer.paths or max(answer.rises, answer.falls) < 1  # what is only pressed has no interval worth telling
    between = ", ".join(
        f"{word} {percent(low)} to {percent(high)}"
        for word, (low, high) in (("rises", interval.rises), ("falls", interval.falls))
        if driven and high > 0.005
    )
    return AnswerView(
        answer,
        anchor("x", answer.name),
        bar(answer),
        between,
        [(_links(path.links, notes), _path_words(path.sign, path.present, path.share)) for path in answer.paths],
        [(_noted(hinge, notes), _hinge_words(hinge), hinge.flips) for hinge in answer.hinges if len(answer.paths) != 1],
        [
            (one.origin, _shares(one.rises, one.falls, one.still), one.stands)
            for one in answer.origins
            if _tells(answer, one)
        ],
    )


def _tells(answer: Answer, left: WithoutOrigin) -> bool:
    """Whether an answer is not as it was without an origin."""
    return not left.stands or max(abs(left.rises - answer.rises), abs(left.falls - answer.falls)) >= _TOLD


def _links(links: Sequence[PathLink], notes: dict[Link, list[str]]) -> list[Link]:
    return [_noted(link, notes) for link in links]


def _noted(one: PathLink | Hinge, notes: dict[Link, list[str]]) -> Link:
    link = Link(anchor("i", "\n".join((one.cause, one.effect, one.sign))), one.cause, one.effect, one.sign, one.implied)
    known = notes.setdefault(link, [])
    known += [id_ for id_ in one.findings if id_ not in known]
    return link


def _path_words(sign: Sign, present: float, share: float) -> str:
    way = {"+": "pushes it up", "-": "pushes it down", "?": "pushes it, which way is not stated"}[sign]
    return f"{way}; whole in {percent(present)} of the systems; on average {percent(share)} of what these chains push"


def _hinge_words(one: Hinge) -> str:
    what = "were not so" if one.change == "absent" else "went the other way"
    return f"{what}: {_shares(one.rises, one.falls, one.still)}"


def _shares(rises: float, falls: float, still: float) -> str:
    named = (("rises", rises), ("falls", falls), ("still", still))
    return ", ".join(f"{word} {percent(share)}" for word, share in named if share > 0) or "no answer"


def _perspectives(outcomes: Sequence[Outcome]) -> list[tuple[str, list[tuple[str, Markup | None, str]]]]:
    """For each variable that moves in any of them, each perspective with its bar and its words."""
    moved = dict.fromkeys(answer.name for outcome in outcomes for answer in outcome.variables if answer.reached)
    names = list(moved)[:_LAID_OUT]
    found = []
    for name in names:
        cells: list[tuple[str, Markup | None, str]] = []
        for outcome in outcomes:
            answer = next((one for one in outcome.variables if one.name == name), None)
            whose = outcome.perspective or outcome.scenario.name
            cells.append((whose, bar(answer), answer.words) if answer else (whose, None, "does not speak of it"))
        found.append((name, cells))
    return found
