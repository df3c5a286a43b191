"""Answers as lines for the terminal. Each function gives the lines of one thing; nothing here computes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.core.comparison import Comparison, Entry
from sayso.core.finding import Finding, Source, Weighed
from sayso.core.outcome import Answer, Outcome
from sayso.core.passage import Span
from sayso.core.system import SystemInfluence, Variable
from sayso.core.trace import Trace
from sayso.lexicon.sentences import influence_sentence
from sayso.lexicon.table import table
from sayso.lexicon.values import valued
from sayso.tell.wording import taken_words

_BAR = 24  # characters of a bar
_IDS = 4  # findings named behind a hop


def finding_lines(finding: Finding, *, ids: bool = False) -> Iterator[str]:
    """A finding: what it says, the verdict and why."""
    yield f"{finding.proposition} [{finding.id}]" if ids else finding.proposition
    yield f"  {finding.verdict}, credibility {finding.credibility}: {finding.reason}"
    if finding.value is not None:
        yield f"  value: {valued(finding.value)}"


def sentence_line(document: str, passage: Span, origin: str, *, against: bool, claim: str = "") -> str:
    """A sentence with where it stands and whose word it is, and the id of the ``claim`` in it, if that is given."""
    mark = "AGAINST " if against else ""
    said = f" (on the word of {origin})" if origin else ""
    which = f" [{claim}]" if claim else ""
    return f"    {mark}{document}:{passage.start}-{passage.end}{said}: {' '.join(passage.text.split())}{which}"


def source_lines(source: Source) -> Iterator[str]:
    """A source and how much rests on it."""
    carried = f", carried by {', '.join(source.carriers)}" if source.carriers else ""
    rests = len(source.findings)
    found = f"{rests} finding{'s' * (rests != 1)}, {source.alone} on its word alone{carried}"
    yield f"{source.name} [{source.reliability}, {_reliability(source)}]: {found}"
    yield f"    in {', '.join(source.documents)}"


def _reliability(source: Source) -> str:
    return str(table("admiralty")["reliability"][source.reliability])


def sources_lines(weighed: Weighed) -> Iterator[str]:
    """Every source, those most rests on first."""
    for source in sorted(weighed.sources, key=lambda one: (-len(one.findings), one.name)):
        yield from source_lines(source)


def variable_line(variable: Variable) -> str:
    others = [wording.text for wording in variable.wordings if wording.text != variable.name]
    also = f" (also: {'; '.join(others)})" if others else ""
    return f"{variable.name}{also}"


def influence_line(influence: SystemInfluence) -> str:
    origins = f"origin{'s' * (len(influence.origins) != 1)}: {', '.join(influence.origins)}"
    said = influence_sentence(influence.cause, influence.sign, influence.effect)
    return f"  {said}, weight of evidence {influence.weight:.2f}; {origins}"


def outcome_lines(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """What follows from a scenario, what moves most clearly first, then how perspectives differ."""
    whole, *perspectives = outcomes
    pressed = ", ".join(f"{one.variable} {'up' if one.size > 0 else 'down'}" for one in whole.scenario.presses)
    yield f"{whole.scenario.name}: {pressed} ({whole.kept:,} systems kept of {whole.draws:,} drawn, seed {whole.seed})"
    yield from (f"  {taken_words(one)}" for one in whole.scenario.taken)
    shown = [answer for answer in whole.variables if answer.name in whole.scenario.watch or _follows(answer, whole)]
    for answer in sorted(shown, key=lambda one: -abs(one.rises - one.falls)):
        yield from _answer_lines(answer)
        yield from _perspective_lines(answer, perspectives)
    if still := sum(not answer.reached for answer in whole.variables if answer not in shown):
        yield f"  nothing leads to {still} other variable{'s' * (still != 1)}"
    yield from (f"  note: {note}" for note in whole.notes)
    yield whole.words


def _follows(answer: Answer, whole: Outcome) -> bool:
    """Whether it moves for another reason than that it is pressed."""
    pressed = any(press.variable == answer.name for press in whole.scenario.presses)
    return answer.reached and not (pressed and max(answer.rises, answer.falls) == 1)


def _answer_lines(answer: Answer) -> Iterator[str]:
    up, down = round(answer.rises * _BAR), round(answer.falls * _BAR)
    yield f"  {answer.name}  [{'+' * up}{'-' * down}{'.' * max(0, _BAR - up - down)}]  {answer.words}"
    only = "only " if len(answer.paths) == 1 else ""
    for path in answer.paths[:2]:
        implied = " (partly implied)" if any(link.implied for link in path.links) else ""
        chain = path.links[0].cause + "".join(f" -({link.sign})-> {link.effect}" for link in path.links)
        yield f"      {only}by way of {chain}{implied}"
    if not only:
        flips: dict[str, list[str]] = {}
        for hinge in answer.hinges[:4]:
            if hinge.flips:
                change = "without it" if hinge.change == "absent" else "if it had the opposite sign"
                flips.setdefault(f"{hinge.cause} -({hinge.sign})-> {hinge.effect}", []).append(change)
        for link, changes in list(flips.items())[:2]:
            yield f"      it hinges on {link}: another answer {' or '.join(changes)}"


def _perspective_lines(answer: Answer, perspectives: Sequence[Outcome]) -> Iterator[str]:
    """Who says so alone, and who says something else."""
    alone = []
    for one in perspectives:
        theirs = next((other for other in one.variables if other.name == answer.name and other.reached), None)
        if theirs is None:
            continue
        if (theirs.rises > theirs.falls) == (answer.rises > answer.falls):
            alone.append(one.perspective or "")
        else:
            yield f"      as {one.perspective} has it: {theirs.words}"
    if alone:
        yield f"      {', '.join(alone)} alone say{'s' * (len(alone) == 1)} as much"


def trace_lines(found: Trace) -> Iterator[str]:
    """Routes hop by hop, chokepoints and what does not add up."""
    yield found.words
    for route in found.routes:
        yield f"  {' -> '.join(route.stations)} ({route.verdict})"
        for hop in route.hops:
            goods = ", ".join(dict.fromkeys(carriage.goods for carriage in hop.carriages))
            ids = list(dict.fromkeys(id_ for carriage in hop.carriages for id_ in carriage.findings))
            more = f" and {len(ids) - _IDS:,} more" * (len(ids) > _IDS)
            yield f"      {hop.start} -> {hop.end}: {goods} ({hop.verdict}; {', '.join(ids[:_IDS])}{more})"
    if found.chokepoints:
        yield f"  chokepoints: {', '.join(found.chokepoints)}"
    if len(found.cut) > 1:
        yield f"  closing all of these cuts every route: {', '.join(found.cut)}"
    yield from (f"  does not add up: {one.words}" for one in found.mismatches)


def comparison_lines(found: Comparison) -> Iterator[str]:
    """Two sides dimension by dimension, then the influences both have."""
    for dimension in found.dimensions:
        yield dimension.name
        for side, entries in ((found.one, dimension.one), (found.other, dimension.other)):
            yield f"  {side}:"
            yield from (f"    {_entry(entry)}" for entry in entries)
            if not entries:
                yield "    nothing is claimed"
    if found.patterns:
        yield "influences both have"
        yield from (f"  {one.cause} -({one.sign})-> {one.effect}" for one in found.patterns)
    if not found.dimensions:
        yield f"Nothing is claimed of {found.one} or {found.other} that could be compared."


def _entry(entry: Entry) -> str:
    where = f" [{entry.document}]" if entry.document else ""
    return f"{entry.words}{where}"
