"""HTML pages reduced to their article."""

from collections.abc import Callable

import pytest

from sayso.core.document import Document
from sayso.core.errors import DocumentFault

Open = Callable[[str, bytes | str], Document]
Try = Callable[[str, bytes | str], Document | DocumentFault]
Outline = Callable[[Document], list[tuple[str, str]]]

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The lake falls | Valley Post</title>
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "The lake falls",
 "author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Ek"}],
 "publisher": {"@type": "Organization", "name": "Valley Post"}, "datePublished": "2024-05-06T10:00:00Z"}]}</script>
<link rel="canonical" href="https://post.example/lake"><style>p { color: red }</style></head><body class="page has-sidebar">
<header class="site-header"><a href="/">Valley Post</a><nav><ul><li><a href="/w">World</a></li></ul></nav></header>
<div id="cookie-consent">We use cookies to know you better. <button>Accept all</button></div>
<div class="layout"><main><article><h1>The lake falls</h1><p class="byline">By Ann Lee and Bo Ek</p>
<p>The lake fell by <b>two&nbsp;metres</b> in a year, said <a href="/m">the ministry</a>.<br><br>It had never been so low.</p>
<h2>Why it fell</h2><p>The reasons are:</p><ul><li>farms<ul><li>cotton</li></ul></li><li><p>drought.</p></li></ul>
<table><tr><th>Year</th><th>Level</th><th>Source</th></tr><tr><td>2022</td><td>8 m</td><td>Survey</td></tr>
<tr><td>2023</td><td></td><td>Ministry<br>of Water</td></tr></table><script>document.write("<p>Buy!</p>")</script>
<div class="related-stories"><h3>Related</h3><ul><li><a href="/1">Rivers run dry</a></li><li><a href="/2">Fish die</a></li>
</ul></div>
<h3>Share this article</h3></article></main><aside><p>Ten tips for your garden this spring.</p></aside></div>
<footer><p>© Valley Post. All rights reserved.</p></footer></body></html>"""

ARTICLE = [
    ("heading", "The lake falls"),
    ("paragraph", "The lake fell by two metres in a year, said the ministry."),
    ("paragraph", "It had never been so low."),
    ("heading", "Why it fell"),
    ("paragraph", "The reasons are:"),
    ("item", "farms"),
    ("item", "cotton"),
    ("item", "drought."),
    ("row", "Year ¦ Level ¦ Source"),
    ("row", "2022 ¦ 8 m ¦ Survey"),
    ("row", "2023 ¦  ¦ Ministry of Water"),
]


def test_a_page_is_reduced_to_its_article(opened: Open, outline: Outline) -> None:
    document = opened("a.html", PAGE)
    assert outline(document) == ARTICLE
    said = (document.title, document.author, document.publisher, document.published, document.url)
    assert said == ("The lake falls", "Ann Lee, Bo Ek", "Valley Post", "2024-05-06", "https://post.example/lake")


def test_a_page_without_sectioning_elements_is_reduced_too(opened: Open, outline: Outline) -> None:
    bare = PAGE.replace("<main><article>", '<div class="content">').replace("</article></main>", "</div>")
    bare = bare.replace("<header", "<div").replace("</header>", "</div>").replace("<aside>", '<div class="sidebar">')
    assert outline(opened("a.htm", bare.replace("</aside>", "</div>")))[-len(ARTICLE) :] == ARTICLE


def test_words_within_a_paragraph_stay_whatever_they_are_called(opened: Open, outline: Outline) -> None:
    page = (
        '<p>The bank fell by <span class="share-price">40 percent</span>, said <a class="related" href="/x">the exchange</a>'
        '<sup class="reference"><a href="#1">[1]</a></sup><sup>[2]</sup> on 10<sup>6</sup> sales.</p>'
        '<h2>Later<a href="#l">¶</a></h2><p>It closed.</p>'
    )
    assert outline(opened("a.html", page)) == [
        ("paragraph", "The bank fell by 40 percent, said the exchange on 106 sales."),
        ("heading", "Later"),
        ("paragraph", "It closed."),
    ]


META = {
    "open graph": (
        '<meta property="og:title" content="A"><meta property="og:site_name" content="B"><meta name="author" content="C">'
        '<meta property="article:published_time" content="2024-05-06T01:02:03+02:00"><meta property="og:url" content="https://x.example/">',
        ("A", "B", "C", "2024-05-06", "https://x.example/"),
    ),
    "Dublin Core": (
        '<meta name="DC.title" content="A"><meta name="DC.publisher" content="B"><meta name="DC.creator" content="C">'
        '<meta name="DC.date" content="2024-05"><link rel="canonical" href="https://x.example/">',
        ("A", "B", "C", "2024-05", "https://x.example/"),
    ),
    "a title with the site's name": ("<title>A - Site</title>", ("A", None, None, None, None)),
    "broken records": (
        '<script type="application/ld+json">{"@type": [1, {</script><script type="application/ld+json">'
        + "[" * 5000
        + "</script>"
        '<meta name="author" content="https://x.example/c"><meta name="date" content="soon"><title>A</title>',
        ("A", None, None, None, None),
    ),
}


@pytest.mark.parametrize("case", META)
def test_metadata(case: str, opened: Open) -> None:
    head, expected = META[case]
    document = opened(
        "a.html", f"<html><head>{head}</head><body><p>The lake fell, and the farms took more water.</p></body></html>"
    )
    assert (document.title, document.publisher, document.author, document.published, document.url) == expected


def test_the_declared_encoding_is_believed(opened: Open) -> None:
    page = '<html><head><meta charset="windows-1250"></head><body><p>Vučić met the miners of Šabac.</p></body></html>'
    assert "Vučić met the miners of Šabac." in opened("a.html", page.encode("cp1250")).text


HOSTILE = {
    "deep nesting": "<div>" * 100_000 + "<p>The lake fell.</p>",
    "deep lists": "<ul><li>" * 20_000 + "The lake fell.",
    "a script's end in the text": "<p>The lake &lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; fell.</p>",
    "entities that grow": '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><p>The lake fell. &b;&b;&b;</p>',
    "an XML declaration": '<?xml version="1.0" encoding="utf-8"?><html><body><p>The lake fell.</p></body></html>',
    "spans without end": "<table>"
    + '<tr><td rowspan="999999999" colspan="999999999">The lake</td><td>fell.</td></tr>' * 3
    + "</table>",
    "unclosed everything": "<p>The lake <b>fell <i>by <a href='x'>far<table><tr><td>",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_pages_are_read_or_refused(case: str, tried: Try) -> None:
    result = tried("a.html", HOSTILE[case])
    if isinstance(result, DocumentFault):
        assert str(result).startswith("a.html: ")
    else:
        assert "The lake" in result.text
        assert len(result.text) < 10_000
