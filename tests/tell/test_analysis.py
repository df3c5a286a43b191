"""The analysis pages: words stay words whatever they are, links lead somewhere, the same view gives the same pages."""

import json
import re
import subprocess
import tomllib
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from urllib.parse import parse_qs

import pytest

from sayso.core.claim import Act, Claim, Figure, Flow, Influence, Modality, Term, Tie, Voice, When
from sayso.core.document import Block, BlockKind, Document
from sayso.core.finding import (
    Contradiction,
    Finding,
    Naming,
    Note,
    Reconciled,
    Saying,
    Side,
    Source,
    Value,
    Verdict,
    Weighed,
)
from sayso.core.outcome import (
    Answer,
    Hinge,
    Interval,
    Outcome,
    Path,
    PathLink,
    Press,
    Scenario,
    WithoutOrigin,
)
from sayso.core.passage import Span
from sayso.core.system import (
    Actor,
    FeedbackLoop,
    Loop,
    Support,
    System,
    SystemAct,
    SystemFigure,
    SystemFlow,
    SystemInfluence,
    SystemTie,
    Tone,
    Variable,
    Wording,
)
from sayso.core.trace import Carriage, Derived, Hop, Ingredient, Mismatch, Route, Trace
from sayso.tell.analysis import AnalysisView, Differing, ScenarioView, tell
from sayso.tell.dossier import index_page
from sayso.tell.page import lay_out
from sayso.tell.typed import merge_command, press_command, press_lines

VOID = {"meta", "link", "br", "img", "input", "hr"}
HOSTILE = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "</style></svg></title></main></body>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "&lt;b&gt; &amp; <!-- ]]> --> %s {0} #?a=b",
    "\ud800 \u202e\u0007",
]
IDS = ("c0", "c1", "c2", "c3", "c4")


class Elements(HTMLParser):
    """Elements with attributes, the text of scripts, and the words outside of them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.scripts: list[str] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "script":
            self.scripts.append(data)
        elif self.open and self.open[-1] != "style":
            self.words.append(data)


def claims(words: str) -> dict[str, Claim]:
    """A claim of each kind but statements, all of them in the one passage of the one document."""
    span = Span(0, len(words), words)
    cause, effect = Term(0, len(words), words, f"{words} a"), Term(0, len(words), words, f"{words} b")
    bodies = [
        Influence(cause, effect, "+", words),
        Figure(span, words, 1.0, 2.0, words),
        Flow(words, words, (words,), words),
        Tie(words, words, words),
        Act(words, words, words),
    ]
    voices = (Voice(f"{words} carrier"), Voice(words))
    return {
        id_: Claim(id_, "d/x.txt", span, body, voices, Modality.ALLEGED, when=When("2024-01-01"))
        for id_, body in zip(IDS, bodies, strict=True)
    }


def weighed(words: str) -> Weighed:
    kinds = ("influence", "figure", "flow", "tie", "act")
    verdicts = (Verdict.CORROBORATED, Verdict.CONTESTED, Verdict.ECHOED, Verdict.SINGLE, Verdict.SINGLE)
    findings = tuple(
        Finding(
            f"f{at}", kind, words, verdict, words, (words,), ("d/x.txt",), (IDS[at],), (IDS[0],) if at == 1 else (),
            value=Value(1.0, None, words), origins_against=(words,) if at == 1 else (), names=(words,), likelihood=words,
        )
        for at, (kind, verdict) in enumerate(zip(kinds, verdicts, strict=True))
    )  # fmt: skip
    side = Side(words, ("c1",), (words,), ("d/x.txt",))
    return Weighed(
        findings=findings,
        contradictions=(Contradiction("k", "figure", words, side, side, words, ("f1",)),),
        sources=(Source(words, "F", ("d/x.txt",), (f"{words} carrier",), ("f0", "f1"), IDS, 1),),
        figures=(
            Reconciled(
                words, words, When("2024-01-01", "2024-12-31"), 1.0, None, None,
                (Saying((words,), 1.0, 2.0, ("c1",), ("d/x.txt",)), Saying((), None, 3.0, ("c1",), ("d/x.txt",))),
                ("f1",), words,
            ),
        ),
        notes=(Note("widened", words, ("c0",), ("d/x.txt",)),),
        names=(Naming(words, ((f"{words} too", words),), (words, words)),),
        origins=tuple((id_, words) for id_ in IDS),
        faults=(words,),
    )  # fmt: skip


def system(words: str) -> System:
    a, b = f"{words} a", f"{words} b"
    support = (Support("f0", 3, (words,)),)
    influences = (
        SystemInfluence(a, b, "+", 0.5, ("f0",), (words,), support),
        SystemInfluence(b, a, "-", 0.9, ("f0",), (words,), support),
        SystemInfluence(b, a, "?", 0.1, ("f0",), (words,), support),
    )
    when = When("2024-01-01", "2024-02-01")
    hop = ("f2",)
    return System(
        actors=(Actor(words, ("f4",)),),
        ties=(SystemTie(words, words, words, Verdict.SINGLE, ("f3",)),),
        acts=tuple(
            SystemAct(words, words, target, tone, dated, Modality.ASSERTED, Verdict.SINGLE, ("f4",))
            for tone, target, dated in [
                (Tone.COOPERATIVE, b, when), (Tone.CONFLICTUAL, b, when), (Tone.NEUTRAL, b, When(end="2025-01-01")),
                (Tone.NEUTRAL, None, When("soon")),
            ]
        ),
        flows=(
            SystemFlow(words, a, (b,), words, Value(None, 2.0, words), when, Modality.ASSERTED, Verdict.ECHOED, hop),
            SystemFlow(words, None, (), words, None, When(), Modality.ASSERTED, Verdict.SINGLE, hop),
        ),
        variables=tuple(Variable(name, words, (Wording(words, ("c0",)),)) for name in (a, b)),
        influences=influences,
        loops=(FeedbackLoop(Loop.BALANCING, (a, b), (0, 1)), FeedbackLoop(Loop.UNSIGNED, (a, b), (0, 2))),
        figures=(SystemFigure(words, Value(1.0, 2.0, words), when, Verdict.SINGLE, ("f1",)),),
    )  # fmt: skip


def outcome(words: str, perspective: str | None = None) -> Outcome:
    a, b = f"{words} a", f"{words} b"
    interval = Interval((0.5, 0.7), (0.2, 0.4), (0.0, 0.2))
    link = PathLink(a, b, "+", ("f0",))
    round_ = (
        PathLink(a, words, "+", ("f0",)),
        PathLink(words, b, "+", (), words),
    )  # the second is implied by the names
    hinge = Hinge(a, b, "+", "opposite", 0.1, 0.8, 0.1, 0.5, True, ("f0",))
    answers = (
        Answer(
            b, 0.6, 0.3, 0.1, interval, True, words, (Path((link,), "+", 0.5, 1.0), Path(round_, "+", 0.2, 0.0)), (hinge,),
            (WithoutOrigin(words, 0.0, 0.0, 1.0, 1, False),),
        ),
        Answer(words, 0.0, 0.0, 1.0, interval, False, words),
    )  # fmt: skip
    scenario = Scenario(words, (Press(a, -1.0), Press(words, 2.0)), (words,))
    return Outcome(scenario, 200, 100, 50.0, 0, answers, words, 1, 1, perspective, (words,))


def view(words: str) -> AnalysisView:
    """A case in which every word that is not sayso's own is ``words``."""
    hop = Hop(words, f"{words} b", (Carriage(words, None, When(), "single", ("f2",)),), "single")
    mismatch = Mismatch(words, ("f2",), ("f1",))
    trace = Trace(
        words, words, words, (words,), (Route((words, f"{words} b"), (hop,), "single"),), (words,), (words,), (mismatch,), words
    )  # fmt: skip
    derived = Derived(
        words, words, words, 1.0, 2.0, (1.0, 1.5), words, (Ingredient(words, words, 1.0, 2.0, words, ("f1",)),), ("f1",)
    )
    pressed = ScenarioView(
        words, words, words, outcome(words), (outcome(words, words), outcome(words, "other")),
        (Differing(f"{words} b", words, (words,)),),
    )  # fmt: skip
    document = Document("d/x.txt", words, (Block(BlockKind.PARAGRAPH, 0, len(words)),), title=words, author=words)
    return AnalysisView(
        title=words,
        question=words,
        documents=(document,),
        claims=claims(words),
        weighed=weighed(words),
        system=system(words),
        scenarios=(
            pressed,
            ScenarioView("closing", words, trace=trace, before=trace),
            ScenarioView("faulty", words, fault=words),
        ),
        derived=(derived, replace(derived, fault=words)),
        traces=(trace,),
        mismatches=(mismatch,),
        unasked=(ScenarioView(f"{words} a", words, outcome=outcome(words)), ScenarioView(f"{words} b", words)),
        merges=((words, f"{words} b"),),
    )


def dossier(shown: AnalysisView) -> dict[str, str]:
    """The analysis pages with the pages they lead to."""
    told = tell(shown)
    found = dict(told.pages)
    summaries = []
    for document in shown.documents:
        page = lay_out(document, [one for one in shown.claims.values() if one.document == document.path], [])
        found[f"documents/{page.name}"] = page.html
        summaries.append(page.summary)
    found["index.html"] = index_page(shown.title, shown.question, summaries, judgements=told.judgements)
    return found


def data_of(page: Elements) -> dict[str, list]:
    return json.loads(page.scripts[0]) if page.scripts else {"tables": [], "sentences": {}, "documents": {}}


def hrefs(page: Elements) -> list[str]:
    found = [attributes["href"] or "" for _, attributes in page.found if "href" in attributes]
    data = data_of(page)
    found += [f"{data['documents'][str(doc)][1]}#{anchor}" for doc, anchor, *_ in data["sentences"].values()]
    for table in data["tables"]:
        for _, cells, _, _, links in table["rows"]:
            found += [href for _, href in links]
            objects = [cell for cell in cells if isinstance(cell, dict)]
            found += [cell["href"] for cell in objects if "href" in cell]
            found += [href for cell in objects for _, href in cell.get("list", ())]
    return [href for href in found if href]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_words(words: str) -> None:
    for name, html in dict(tell(view(words)).pages).items():
        page = Elements(html)
        assert page.open == []
        assert len(page.scripts) in (0, 2), name
        tags = [tag for tag, _ in page.found]
        assert not {"img", "iframe", "object", "embed", "base", "link", "foreignobject", "image", "use"} & set(tags)
        for _, attributes in page.found:
            assert not [one for one in attributes if one.startswith("on") or one in ("style", "src", "action")]
            assert not re.match(r"\s*(javascript|data):|//", attributes.get("href") or "")
        assert {sentence[2] for sentence in data_of(page)["sentences"].values()} <= {words}
    assert words in "".join(Elements(dict(tell(view(words)).pages)["contradictions.html"]).words)
    assert data_of(Elements(dict(tell(view(words)).pages)["findings.html"]))["sentences"]


@pytest.mark.parametrize("words", ["Grain", *HOSTILE])
def test_every_link_leads_somewhere(words: str) -> None:
    found = {name: Elements(html) for name, html in dossier(view(words)).items()}
    ids = {name: {attributes.get("id") for _, attributes in page.found} for name, page in found.items()}
    filters: dict[str, set[str]] = {name: set() for name in found}
    for name, page in found.items():
        for table in data_of(page)["tables"]:
            ids[name] |= {row[0] for row in table["rows"]}
            filters[name] |= {"Words", *(label for label, _ in table["filters"])}
    for name, page in found.items():
        for href in hrefs(page):
            file, _, place = href.partition("#")
            target = file.removeprefix("../") if file else name
            if target == "claims.html":
                continue
            assert target in found, (name, href)
            if place.startswith("?"):
                assert set(parse_qs(place[1:], errors="surrogatepass")) <= filters[target], (name, href)
            elif place:
                assert place in ids[target], (name, href)


def test_every_arrow_and_row_has_its_sentences() -> None:
    found = {name: Elements(html) for name, html in dict(tell(view("Grain")).pages).items()}
    for name in ("map.html", "flows.html", "actors.html"):
        page = found[name]
        quoting = {
            row[0]
            for table in data_of(page)["tables"]
            for row in table["rows"]
            if any(numbers for _, numbers in row[3])
        }
        rows = [attributes["data-row"] for _, attributes in page.found if attributes.get("data-row")]
        assert rows
        assert set(rows) <= quoting
    for table in data_of(found["findings.html"])["tables"]:
        assert all(numbers for row in table["rows"] for _, numbers in row[3][:1])


def test_the_policy_names_the_style_and_script_of_each_page() -> None:
    for html in dict(tell(view("Grain")).pages).values():
        (policy,) = re.findall(r'Content-Security-Policy" content="(.*?)"', html)
        policy = policy.replace("&#43;", "+").replace("&#39;", "'")
        for inside in re.findall(r"<style>(.*?)</style>|<script>(.*?)</script>", html, re.S):
            assert b64encode(sha256("".join(inside).encode()).digest()).decode() in policy


def test_the_same_view_gives_the_same_pages() -> None:
    shown = view("Grain")
    turned = replace(shown, claims=dict(reversed(shown.claims.items())))
    told = [tell(one) for one in (shown, view("Grain"), turned)]
    first, *others = [(dict(one.pages), one.judgements) for one in told]
    assert others == [first, first]


def test_an_empty_case_says_so() -> None:
    shown = AnalysisView("Empty", "", (), {}, Weighed(), System())
    found = {name: " ".join(Elements(html).words) for name, html in dict(tell(shown).pages).items()}
    assert tell(shown).judgements == ""
    for name, words in {
        "findings.html": "There are no findings",
        "contradictions.html": "No two claims were found to contradict",
        "sources.html": "There are no sources",
        "figures.html": "No figure is claimed",
        "actors.html": "No act is claimed",
        "flows.html": "describe no flow",
        "map.html": "there is no map",
        "scenarios.html": "No scenario is asked for",
    }.items():
        assert words in found[name]


def test_claims_the_view_does_not_hold_are_left_out() -> None:
    shown = replace(view("Grain"), claims={})
    for html in dict(tell(shown).pages).values():
        assert data_of(Elements(html))["sentences"] == {}


def test_scenarios_say_what_they_rest_on_and_what_they_fall_with() -> None:
    found = dict(tell(view("Grain")).pages)
    words = " ".join(" ".join(Elements(found["scenario-closing.html"]).words).split())
    assert "Chokepoints" in words
    (name,) = [name for name in found if name.startswith("scenario-grain")]
    words = " ".join(" ".join(Elements(found[name]).words).split())
    for said in (
        "Grain a: pushed down (by 1)",
        "Grain: held as it is",
        "rises 50 % to 70 %, falls 20 % to 40 %",
        "worth 50 independent ones",
        "went the other way: rises 10 %, falls 80 %, still 10 %",
        "Without Grain: still 100 % the answer falls with it",
        "pushes it up; whole in 50 % of the systems",
        "Grain raises Grain b (implied)",
        "no source states it: Grain",
    ):
        assert said in words


def test_the_key_judgements_name_the_disputed_the_best_supported_and_the_lone() -> None:
    words = " ".join(" ".join(Elements(tell(view("Grain")).judgements).words).split())
    last = 0
    for said in (
        "Disputed Grain put Grain at",
        "Both could stand if it is Grain. Grain",
        "Best supported: said by independent origins One independent origins said that Grain: Grain. Put as Grain. Grain",
        "2 of 5 findings stand in one document on one origin. Grain alone behind 1 finding; reliability F",
        "Main actors all Grain",
        "falls with the word of Grain",
    ):
        assert said in words[last:], said
        last = words.index(said, last)


def test_a_case_without_agreement_or_dispute_says_so() -> None:
    shown = view("Grain")
    alone = tuple(one for one in shown.weighed.findings if one.verdict is Verdict.SINGLE)
    told = tell(replace(shown, weighed=replace(shown.weighed, findings=alone, contradictions=()))).judgements
    assert "No two claims were found to contradict each other." in told
    assert "Nothing is said by two origins" in told


def test_what_is_dated_to_the_year_is_told_in_order_of_time_each_sentence_once() -> None:
    shown = view("Grain")
    times = {"c2": When("2024-05-03", "2024-05-03"), "c4": When("2023-01-01", "2023-12-31"), "c3": When("2021", "2024")}
    spans = {id_: Span(at, at + 5, "Grain") for at, id_ in enumerate(times)}
    dated = {id_: replace(shown.claims[id_], when=when, passage=spans[id_]) for id_, when in times.items()}
    copied = replace(shown.weighed.findings[4], id="f9", proposition="Grain again")
    told = tell(
        replace(
            shown,
            claims={**shown.claims, **dated},
            weighed=replace(shown.weighed, findings=(*shown.weighed.findings, copied)),
        )
    ).judgements
    events = told[told.index('<ol class="events">') : told.index("</ol>")]
    assert re.findall(r'<span class="date">(.*?)</span>', events) == ["2023", "2024-05-03"]


@pytest.mark.parametrize(
    ("action", "said"), [("accuse", "said: Uvania bribed the judges"), ("assault", "said that Grain")]
)
def test_what_somebody_is_accused_of_is_disputed_and_not_that_he_is(action: str, said: str) -> None:
    shown = view("Grain")
    claim = replace(shown.claims["c4"], body=Act("Rovia", action, "Uvania"))
    side = Side("Uvania bribed\nthe judges", ("c4",), ("Rovia",), ("d/x.txt",))
    clash = replace(shown.weighed.contradictions[0], kind="denial", one=side, findings=("f4",))
    shown = replace(
        shown,
        claims={**shown.claims, "c4": claim},
        weighed=replace(shown.weighed, contradictions=(clash,)),
    )
    told = tell(shown)
    title = "Uvania bribed the judges" if action == "accuse" else "Grain"
    assert f"<h3>{title}</h3>" in dict(told.pages)["contradictions.html"]
    assert f">Rovia {said}; Grain denied it.</a>" in told.judgements


def test_figures_said_once_stand_below_the_disputed_ones() -> None:
    shown = view("Grain")
    once = replace(shown.weighed.findings[1], id="f9", proposition="grain sold")
    shown = replace(shown, weighed=replace(shown.weighed, findings=(once, *shown.weighed.findings)))
    (table,) = data_of(Elements(dict(tell(shown).pages)["figures.html"]))["tables"]
    assert [row[0] for row in table["rows"]] == ["figure-1", "once-f9"]


def test_a_figure_told_vaguely_by_all_stands_below_one_on_which_they_differ() -> None:
    shown = view("Grain")
    (differing,) = shown.weighed.figures
    vague = replace(differing, subject="attacks", spread=1.2, sayings=differing.sayings[:1], apart=None)
    near = replace(differing, subject="grain", spread=0.1)
    shown = replace(shown, weighed=replace(shown.weighed, figures=(vague, near)))
    (table,) = data_of(Elements(dict(tell(shown).pages)["figures.html"]))["tables"]
    assert [row[1][0]["text"] for row in table["rows"][:2]] == ["grain", "attacks"]


def test_unasked_questions_are_told_as_such_with_the_command_that_asks() -> None:
    page = dict(tell(replace(view("Grain"), scenarios=())).pages)["scenarios.html"]
    assert "Computed without being asked" in page
    assert "sayso run CASE --press &#34;Grain a=1&#34;" in page
    assert "scenarios.html" not in tell(replace(view("Grain"), scenarios=())).judgements


@pytest.mark.parametrize("words", ['a "b"', "a $HOME `id` \\"])
def test_names_are_quoted_for_the_shell(words: str) -> None:
    printed = press_command(words).replace("sayso run CASE --press", "printf %s")
    assert subprocess.run(["sh", "-c", printed], capture_output=True, check=True).stdout.decode() == f"{words}=1"
    assert tomllib.loads(press_lines(words))["scenarios"]["my-question"]["press"] == {words: 1}
    assert merge_command(["b", "c"]) == 'sayso decide CASE merge --variables "b" "c"'


def test_a_tie_that_several_findings_state_is_told_once_with_its_best_verdict() -> None:
    shown = view("Grain")
    tie = shown.system.ties[0]
    again = replace(tie, verdict=Verdict.CORROBORATED, findings=("f0",))
    page = dict(tell(replace(shown, system=replace(shown.system, ties=(tie, again)))).pages)["actors.html"]
    (ties,) = [one for one in json.loads(Elements(page).scripts[0])["tables"] if one["id"] == "ties"]
    assert [row[1][3]["text"] for row in ties["rows"]] == ["corroborated"]
