"""Pages: the document's words stand in them unchanged, whatever they are, and can do nothing there."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.core.claim import (
    Act,
    Attribution,
    Claim,
    Figure,
    Flow,
    Influence,
    Modality,
    Statement,
    Term,
    Tie,
    Voice,
    When,
)
from sayso.core.document import Block, BlockKind, Document
from sayso.core.passage import Span
from sayso.tell.dossier import claims_pages, index_page
from sayso.tell.page import Page, lay_out, page_name

VOID = {"meta", "link", "br", "img", "input", "hr"}
HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)",
    "</style></main></body>",
    "<!-- ]]> -->",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "&lt;b&gt; &amp;",
]


class Elements(HTMLParser):
    """Which elements a page has, with their attributes, and the words of its main part that come from the document."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        names = {name for _, names in self.open for name in names.split()}
        if any(tag == "main" for tag, _ in self.open) and not names & {"card", "shapes"}:
            self.words.append(data)


def document(words: str, **meta: str) -> Document:
    """A heading, a paragraph, an item and a row of one header and one line, each holding ``words``."""
    size = len(words)
    text = "\n".join([words] * 6)
    at = [number * (size + 1) for number in range(6)]
    blocks = (
        Block(BlockKind.HEADING, at[0], at[0] + size, 1),
        Block(BlockKind.PARAGRAPH, at[1], at[1] + size, 0, 0),
        Block(BlockKind.ITEM, at[2], at[2] + size, 1, 1),
        Block(BlockKind.ROW, at[3], at[3] + size, cells=((at[3], at[3] + size),)),
        Block(BlockKind.ROW, at[4], at[5] + size, 0, 3, ((at[4], at[4] + size), (at[5], at[5] + size))),
    )
    return Document("d/x.txt", text, blocks, **meta)


def every_kind(words: str, start: int) -> list[Claim]:
    """A claim of each kind whose passage and every word is ``words``."""
    span = Span(start, start + len(words), words)
    term = Term(span.start, span.end, words, words)
    bodies = [
        Figure(span, words, 1.0, 2.0, words, approximate=True),
        Influence(term, term, "-", words),
        Flow(words, words, (words,), words),
        Tie(words, words, words),
        Act(words, words, words),
        Statement(span),
    ]
    voices = (Voice(words, words, "2025-05-29"), Voice(words))
    return [
        Claim(
            f"id{at}",
            "d/x.txt",
            span,
            body,
            voices,
            Modality.DENIED,
            (0.2, 0.4),
            True,
            When("2024-01-01"),
            resolved=((words, words),),
        )
        for at, body in enumerate(bodies)
    ]


def laid(words: str) -> Page:
    place = len(words) + 1
    claims = [claim for number in (1, 2, 4) for claim in every_kind(words, number * place)]
    span = Span(place, place + len(words), words)
    quoted = [Attribution("d/x.txt", span, span, span, words, via=(words,))]
    return lay_out(document(words, title=words, publisher=words, author=words, url=words), claims, quoted)


def checked(html: str, scripts: int) -> Elements:
    """The elements of a page that holds nothing that could act: no handlers, no addresses but its own, no foreign script."""
    page = Elements(html)
    assert page.open == []
    tags = [tag for tag, _ in page.found]
    assert tags.count("script") == scripts
    assert not {"img", "iframe", "object", "embed", "base", "svg", "link"} & set(tags)
    for _, attributes in page.found:
        assert not [
            name for name in attributes if name.startswith("on") or name in ("style", "src", "srcdoc", "action")
        ]
        address = attributes.get("href") or ""
        assert not address.startswith(("javascript:", "data:", "//"))
    return page


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_words(words: str) -> None:
    page = laid(words)
    shown = checked(page.html, 0)
    assert "".join(shown.words).count(words) == 6
    ((_, whole),) = claims_pages(words, [page.rows])
    checked(whole, 2)
    data = json.loads(re.findall(r'<script type="application/json" id="data">(.*?)</script>', whole, re.S)[0])
    assert data["documents"][0][3][0][1] == words
    checked(index_page(words, words, [page.summary]), 0)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).filter(str.strip))
def test_any_words_stand_in_the_page_as_they_are(words: str) -> None:
    shown = Elements(laid(words).html)
    assert "".join(shown.words).count(words) >= 6


def test_the_policy_names_the_style_and_script_of_the_page() -> None:
    page = laid("Grain")
    for html in (page.html, index_page("t", "q", [page.summary]), dict(claims_pages("t", [page.rows]))["claims.html"]):
        (policy,) = re.findall(r'Content-Security-Policy" content="(.*?)"', html)
        assert policy.startswith("default-src &#39;none&#39;")
        for inside in re.findall(r"<style>(.*?)</style>|<script>(.*?)</script>", html, re.S):
            digest = b64encode(sha256("".join(inside).encode()).digest()).decode()
            assert f"sha256-{digest}" in policy.replace("&#43;", "+").replace("&#x2b;", "+")


def test_structure_is_shown_as_structure() -> None:
    tags = [tag for tag, _ in Elements(laid("Grain").html).found]
    assert {tag: tags.count(tag) for tag in ("h2", "p", "ul", "li", "table", "tr", "th", "td")}.items() >= {
        "h2": 1, "table": 1, "tr": 2, "th": 1, "td": 2,
    }.items()  # fmt: skip


def test_every_row_of_the_table_leads_to_a_place_in_the_page() -> None:
    page = laid("Grain")
    anchors = {attributes.get("id") for _, attributes in Elements(page.html).found}
    _, _, name, rows = json.loads(page.rows)
    assert name == page.name
    assert len(rows) == 3
    assert {row[0] for row in rows} <= anchors
    assert sum(len(row[2]) for row in rows) == 18


def test_every_claim_says_what_on_whose_word_and_how() -> None:
    html = laid("Grain").html
    for words in (
        "Grain: about 1 to 2 Grain",
        "Grain lowers Grain",
        "Grain: Grain → Grain → Grain",
        "Grain — Grain — Grain",
    ):
        assert words in html
    assert "on the word of Grain, cited by Grain (2025-05-29), in Grain" in html
    assert "denied · said not to be so · certainty 20–40 % · from 2024-01-01" in html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "ftp://a.b", " https://a.b"])
def test_only_web_addresses_become_links(url: str) -> None:
    page = lay_out(document("Grain", url=url), [], [])
    assert url.strip() not in [attributes.get("href") for _, attributes in Elements(page.html).found]


@pytest.mark.parametrize("path", ["a/b.txt", "a-b.txt", "../../etc/passwd", "é#?%.txt", "x" * 300, ".", "河"])
def test_page_names_are_safe_and_differ(path: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]{1,70}\.html", page_name(path))
    assert page_name(path) != page_name(path + "x")


def test_a_document_without_blocks_or_claims_has_a_page() -> None:
    page = lay_out(Document("x.txt", "", (), faults=("empty",)), [], [])
    assert "No claims were found" in page.html
    assert "empty" in page.html


def test_who_is_quoted_how_often() -> None:
    summaries = [
        lay_out(Document(path, "", ()), [], [Attribution(path, None, None, None, name) for name in names]).summary
        for path, names in [("a.txt", ["Board"]), ("b.txt", ["Gazette", "Gazette", "Board", None])]
    ]
    html = index_page("t", "", summaries)
    rows = re.findall(r'<th scope="row">(\w+)</th><td class="number">(\d+) .*?</td><td class="number">(\d+)</td>', html)
    assert rows == [("Board", "2", "2"), ("Gazette", "2", "1")]
