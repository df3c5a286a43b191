"""Long lists over several files: every entry in one of them, in order, and every link to the right one."""

import json
import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.core.claim import Claim, Influence, Term, Voice
from sayso.core.document import Block, BlockKind, Document
from sayso.core.finding import Contradiction, Finding, Side, Source, Verdict, Weighed
from sayso.core.passage import Span
from sayso.core.system import System, SystemInfluence, SystemTie, Variable, Wording
from sayso.tell.analysis import AnalysisView, tell
from sayso.tell.dossier import claims_pages
from sayso.tell.page import lay_out
from sayso.tell.paging import HOLDS, files, parts, placed

MANY = 2 * HOLDS + 3


@given(st.integers(0, 50), st.integers(1, 20))
def test_every_entry_stands_in_one_file_in_order(number: int, holds: int) -> None:
    ids = [f"e{at}" for at in range(number)]
    cut = parts(ids, holds)
    assert [id_ for inside in cut for id_ in inside] == ids
    assert all(len(inside) <= holds for inside in cut)
    assert len(cut) == 1 or all(cut)
    names = files("page.html", "list", len(cut))
    assert len(set(names)) == len(cut)
    where = placed("page.html", "list", ids, holds)
    assert [where[id_] for id_ in ids] == [name for name, inside in zip(names, cut, strict=True) for _ in inside]


def large() -> AnalysisView:
    """A case of many findings, sources, influences, ties and contradictions, all of them from one sentence."""
    words = "Grain lowers tolls."
    span = Span(0, len(words), words)
    body = Influence(Term(0, 5, "Grain", "grain"), Term(13, 18, "tolls", "tolls"), "-", "lowers")
    claim = Claim("c", "x.txt", span, body, (Voice("Board"),))
    numbers = range(MANY)
    findings = tuple(
        Finding(
            f"{at:04x}", "influence", f"grain {at}", Verdict.SINGLE if at % 2 else Verdict.CONTESTED, "so",
            (f"S{at}",), ("x.txt",), ("c",), ("c",),
        )
        for at in numbers
    )  # fmt: skip
    side = Side("grain", ("c",), ("Board",), ("x.txt",))
    clashes = tuple(
        Contradiction(f"{at}", "denial" if at % 2 else "figure", "grain", side, side, None, (findings[at].id,))
        for at in numbers
    )
    sources = tuple(Source(f"S{at}", "F", ("x.txt",), (), (f"{at:04x}",), ("c",), 1) for at in numbers)
    system = System(
        ties=tuple(SystemTie(f"A{at}", "owns", f"B{at}", Verdict.SINGLE, (f"{at:04x}",)) for at in numbers),
        influences=tuple(
            SystemInfluence(f"u{at}", f"u{(at + 1) % MANY}", "+", 0.5, (f"{at:04x}",), ("Board",), ()) for at in numbers
        ),
        variables=tuple(Variable(f"u{at}", "", (Wording("grain", ("c",)),)) for at in numbers),
    )
    document = Document("x.txt", words, (Block(BlockKind.PARAGRAPH, 0, len(words)),))
    weighed = Weighed(findings=findings, contradictions=clashes, sources=sources)
    return AnalysisView("Large", "", (document,), {"c": claim}, weighed, system)


def data_of(html: str) -> dict:
    found = re.findall(r'<script type="application/json" id="data">(.*?)</script>', html, re.S)
    return json.loads(found[0]) if found else {"tables": []}


def test_the_lists_of_a_large_case_go_over_files_and_every_link_finds_its_entry() -> None:
    told = tell(large())
    html = {**dict(told.pages), "index.html": told.judgements}
    data = {name: data_of(page) for name, page in html.items()}
    ids = {name: set(re.findall(r' id="([^"]+)"', page)) for name, page in html.items()}
    links = [(name, href) for name, page in html.items() for href in re.findall(r' href="([^"]+)"', page)]
    for name, held in data.items():
        for table in held["tables"]:
            assert len(table["rows"]) <= HOLDS
            ids[name] |= {row[0] for row in table["rows"]}
            links += [(name, href) for row in table["rows"] for _, href in row[4]]
            assert table["of"] == MANY
            away = [id_ for _, rows in table["away"] for id_ in rows]
            assert len(away) == (0 if re.search(r"-\d+\.html$", name) else MANY - HOLDS)
    for name, href in links:
        file, _, place = href.partition("#")
        target = file or name
        if not target.startswith("documents/") and target not in ("claims.html", "index.html"):
            assert target in html, (name, href)
            assert place.startswith("?") or not place or place in ids[target], (name, href)
    for name, table in [("findings", "findings"), ("map", "influences"), ("actors", "ties"), ("sources", "sources")]:
        rows = [row[0] for file in (f"{name}.html", f"{table}-2.html", f"{table}-3.html")
                for one in data[file]["tables"] if one["id"] == table for row in one["rows"]]  # fmt: skip
        assert len(rows) == len(set(rows)) == MANY
    assert sum(page.count('class="clash"') for page in html.values()) == MANY


def test_a_filter_leads_to_the_first_file_that_has_what_it_lets_pass() -> None:
    told = tell(large())
    pages = dict(told.pages)
    assert 'href="findings-2.html#?Verdict=single"' in told.judgements
    rows = [row for name in ("sources.html", "sources-2.html") for row in data_of(pages[name])["tables"][0]["rows"]]
    found = {row[4][0][1] for row in rows}
    assert "findings.html#?Source=S0" in found
    assert "findings-2.html#?Source=S1" in found


def test_the_claims_of_a_document_stand_in_one_file_and_all_files_lead_to_one_another() -> None:
    shown = large()
    row = lay_out(shown.documents[0], list(shown.claims.values()), []).rows
    number = 3 * 2_000_000 // len(row)
    found = dict(claims_pages("Large", [row] * number))
    assert list(found) == ["claims.html", "claims-2.html", "claims-3.html"]
    assert sum(len(data_of(html)["documents"]) for html in found.values()) == number
    assert 'href="claims-3.html"' in found["claims.html"]
    assert list(dict(claims_pages("Small", [row]))) == ["claims.html"]
    assert list(dict(claims_pages("Empty", []))) == ["claims.html"]


def test_a_short_list_stands_whole_on_its_page() -> None:
    shown = large()
    few = replace(shown, weighed=replace(shown.weighed, findings=shown.weighed.findings[:HOLDS]))
    assert "findings-2.html" not in dict(tell(few).pages)
