"""The actors: who does what to whom over time, how it leans between each two of them, and what ties them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from markupsafe import Markup

from sayso.core.system import System, SystemAct, SystemTie, Tone
from sayso.lexicon.sentences import act_sentence
from sayso.tell.drawing import framed_drawing, lines_of
from sayso.tell.evidence import Evidence, anchor
from sayso.tell.frame import framed
from sayso.tell.influence_map import said
from sayso.tell.ranking import ORDER
from sayso.tell.tables import Row, Table, Way
from sayso.tell.view import AnalysisView
from sayso.tell.wording import period

PAGE = "actors.html"
PAIRS = 16  # pairs of actors on the timeline
_NAMES, _SPAN, _ROW, _TOP, _STACK = (
    230,
    900,
    64,
    30,
    4,
)  # pixels: names, time, a pair's height, the axis; marks on one place
_TONES = {Tone.COOPERATIVE: -1, Tone.CONFLICTUAL: 1, Tone.NEUTRAL: 0}
_SHAPES = {
    Tone.COOPERATIVE: Markup('<circle class="act cooperative" cx="{0}" cy="{1}" r="3.6"/>'),
    Tone.CONFLICTUAL: Markup('<path class="act conflictual" d="M{0} {1}m0 -4.6l4.6 4.6l-4.6 4.6l-4.6 -4.6z"/>'),
    Tone.NEUTRAL: Markup('<path class="act neutral" d="M{0} {1}m-3 -3h6v6h-6z"/>'),
}


def actors_page(view: AnalysisView, evidence: Evidence) -> Iterator[tuple[str, str]]:
    """``actors.html``."""
    system = view.system
    leanings, acts = _leanings(system, evidence), _acts(system, evidence)
    dated: dict[tuple[str, str], list[tuple[date, SystemAct]]] = defaultdict(list)
    days = [_day(one) for one in system.acts]
    for one, day in zip(system.acts, days, strict=True):
        if one.target and day:
            dated[_pair(one)].append((day, one))
    shown = sorted(dated, key=lambda pair: (-len(dated[pair]), pair))[:PAIRS]
    return framed(
        PAGE,
        PAGE,
        view.title,
        evidence,
        tables=[leanings, acts, _ties(system, evidence)],
        drawing=_timeline({pair: dated[pair] for pair in shown}, leanings.way(), acts.way()),
        shown=len(shown),
        pairs=len(dated),
        undated=days.count(None),
        system=system,
    )


def _pair(one: SystemAct) -> tuple[str, str]:
    first, second = sorted((one.actor, one.target or ""))
    return first, second


def _day(one: SystemAct) -> date | None:
    """The day an act began, as far as it is told; ends only where that is all."""
    written = one.when.start or one.when.end
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None


def _timeline(
    shown: Mapping[tuple[str, str], Sequence[tuple[date, SystemAct]]], to_pair: Way, to_act: Way
) -> Markup | None:
    days = [day for acts in shown.values() for day, _ in acts]
    if not days:
        return None
    first, last = min(days), max(days)
    scale = _SPAN / max((last - first).days, 1)
    parts = _axis(first, last, scale, len(shown))
    for row, (pair, acts) in enumerate(shown.items()):
        middle = _TOP + row * _ROW + _ROW / 2
        parts += _pair_words(pair, middle, to_pair)
        stacked: Counter[tuple[int, Tone]] = Counter()
        for day, one in acts:
            x = _NAMES + (day - first).days * scale
            stack = stacked[round(x / 8), one.tone]
            stacked[round(x / 8), one.tone] += 1
            if stack < _STACK:
                parts.append(_mark(one, x, middle + _TONES[one.tone] * (8 + 7 * stack), to_act))
    return framed_drawing("Acts over time", _NAMES + _SPAN + 20, _TOP + len(shown) * _ROW + 4, parts)


def _axis(first: date, last: date, scale: float, rows: int) -> list[Markup]:
    """A line for each year, or each month where all is within two years."""
    years = last.year - first.year
    if years > 1:
        step = max(1, years // 12)
        ticks = [(date(year, 1, 1), str(year)) for year in range(first.year, last.year + 1, step)]
    else:
        months = [
            divmod(first.year * 12 + first.month - 1 + at, 12)
            for at in range(years * 12 + last.month - first.month + 1)
        ]
        ticks = [
            (date(year, month + 1, 1), f"{year}-{month + 1:02}") for year, month in months[:: max(1, len(months) // 10)]
        ]
    line = Markup('<path class="tick" d="M{0} {1}V{2}"/><text x="{0}" y="16" text-anchor="middle">{3}</text>')
    return [
        line.format(f"{_NAMES + (day - first).days * scale:.0f}", _TOP - 8, _TOP + rows * _ROW, label)
        for day, label in ticks
        if day >= first or len(ticks) == 1
    ]


def _pair_words(pair: tuple[str, str], middle: float, way: Way) -> list[Markup]:
    line = Markup('<path class="axis" d="M{} {}H{}"/>').format(_NAMES - 6, f"{middle:.0f}", _NAMES + _SPAN + 10)
    words = [lines_of(name, 30, 1)[0] for name in pair]
    text = Markup('<a href="{}"><title>{} and {}</title><text x="0" y="{}">{}</text><text x="0" y="{}">{}</text></a>')
    return [
        line,
        text.format(way(_pair_id(pair)), *pair, f"{middle - 3:.0f}", words[0], f"{middle + 12:.0f}", words[1]),
    ]


def _mark(one: SystemAct, x: float, y: float, way: Way) -> Markup:
    """A circle for cooperation, a diamond for conflict, a square for neither."""
    id_, shape = _act_id(one), _SHAPES[one.tone].format(f"{x:.1f}", f"{y:.1f}")
    title = f"{period(one.when)}: {act_sentence(one.actor, one.action, one.target)} ({one.verdict.value})"
    return Markup('<a href="{}" data-row="{}"><title>{}</title>{}</a>').format(way(id_), id_, title, shape)


def _act_id(one: SystemAct) -> str:
    return anchor("a", "\n".join((one.actor, one.action, one.target or "", *one.findings)))


def _pair_id(pair: tuple[str, str]) -> str:
    return anchor("p", "\n".join(pair))


def _leanings(system: System, evidence: Evidence) -> Table:
    """How it leans between each two actors."""
    between: dict[tuple[str, str], list[SystemAct]] = defaultdict(list)
    for one in system.acts:
        if one.target:
            between[_pair(one)].append(one)
    rows = []
    for pair, acts in sorted(between.items(), key=lambda item: (-len(item[1]), item[0])):
        tones = Counter(one.tone for one in acts)
        rows.append(
            Row(
                _pair_id(pair),
                (" – ".join(pair), tones[Tone.COOPERATIVE], tones[Tone.CONFLICTUAL], len(acts), _lean(tones)),
                (pair,),
                [
                    (tone.value, evidence.of_findings(id_ for one in acts if one.tone is tone for id_ in one.findings))
                    for tone in Tone
                ],
            )
        )
    columns = (
        ("Between", "words"), ("Cooperative", "number"), ("Conflictual", "number"), ("Acts", "number"), ("Leans", "words"),
    )  # fmt: skip
    return Table("leanings", PAGE, ("pair", "pairs"), columns, rows, (("Actor", "find"),))


def _lean(tones: Counter[Tone]) -> str:
    more = tones[Tone.COOPERATIVE] - tones[Tone.CONFLICTUAL]
    return "to cooperation" if more > 0 else "to conflict" if more < 0 else "neither way"


def _acts(system: System, evidence: Evidence) -> Table:
    rows = [
        Row(
            _act_id(one),
            (
                act_sentence(one.actor, one.action, one.target),
                {"text": one.tone.value, "class": f"tone {one.tone.value}"},
                {"text": period(one.when), "sort": one.when.start or one.when.end or "9"},
                one.modality.value,
                {"text": one.verdict.value, "class": f"verdict {one.verdict.value}"},
            ),
            ([name for name in (one.actor, one.target) if name], one.action, one.tone.value),
            said(evidence, one.findings),
            [("finding", evidence.finding(id_)) for id_ in one.findings],
        )
        for one in system.acts
    ]
    columns = (
        ("Who does what to whom", "words"),
        ("Tone", "words"),
        ("When", "words"),
        ("Put as", "words"),
        ("Verdict", "words"),
    )
    return Table(
        "acts", PAGE, ("act", "acts"), columns, rows, (("Actor", "find"), ("Action", "choose"), ("Tone", "choose"))
    )


def _ties(system: System, evidence: Evidence) -> Table:
    """Each tie once, with the best verdict on it, however many findings state it for other times or goods."""
    told: dict[tuple[str, str, str], list[SystemTie]] = defaultdict(list)
    for one in system.ties:
        told[one.a, one.relation, one.b].append(one)
    rows = []
    for (a, relation, b), ties in told.items():
        best = min((one.verdict for one in ties), key=ORDER.__getitem__).value
        ids = list(dict.fromkeys(id_ for one in ties for id_ in one.findings))
        rows.append(
            Row(
                anchor("t", "\n".join((a, relation, b))),
                (a, relation, b, {"text": best, "class": f"verdict {best}"}),
                ([a, b], relation),
                said(evidence, ids),
                [("finding", evidence.finding(id_)) for id_ in ids[:12]],
            )
        )
    columns = (("Who", "words"), ("Relation", "words"), ("Whom", "words"), ("Verdict", "words"))
    return Table("ties", PAGE, ("tie", "ties"), columns, rows, (("Actor", "find"), ("Relation", "choose")))
