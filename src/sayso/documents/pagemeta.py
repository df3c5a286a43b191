"""Title, author, publisher, date and address of an HTML page, from its JSON-LD, its meta elements and its markup.

What stands nearer to the article's own record wins: JSON-LD, then citation and article properties, then the rest.
"""

import json
import re
from collections.abc import Iterator

from lxml.etree import _Element

from sayso.documents.characters import squeeze, stored
from sayso.documents.draft import Meta
from sayso.documents.published import iso

_PROPERTIES = {
    "title": ("citation_title", "og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "title"),
    "publisher": (
        "og:site_name", "citation_journal_title", "citation_publisher", "dc.publisher", "dcterms.publisher",
        "publisher", "application-name",
    ),
    "author": (
        "citation_author", "article:author", "author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl",
    ),
    "published": (
        "article:published_time", "citation_publication_date", "citation_date", "datepublished", "dc.date", "dcterms.date",
        "dc.date.issued", "dcterms.issued", "dcterms.created", "pubdate", "publishdate", "publish-date", "date", "parsely-pub-date",
    ),
    "url": ("og:url", "citation_public_url", "twitter:url"),
}  # fmt: skip
_ARTICLES = ("article", "report", "posting", "webpage", "publication", "chapter", "analysis")
_LARGEST_RECORD = 500_000
_MOST_NODES = 5_000
_BY = re.compile(r"(?:by|written by|author:)\s+", re.IGNORECASE)
_SITE = re.compile(r"\s+[|–—»·-]\s+")
_LONGEST_NAME = 120
_MOST_WORDS = 6  # of a site's name
_MOST_PARTS = 12  # of a page's title


def page_meta(page: _Element) -> Meta:
    """What the page says about itself. Must be asked before the page is reduced."""
    return _linked_data(page).over(_properties(page)).over(_markup(page))


def _linked_data(page: _Element) -> Meta:
    for script in page.iter("script"):
        if "ld+json" not in (script.get("type") or "") or len(script.text or "") > _LARGEST_RECORD:
            continue
        try:
            record = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for node in _nodes(record):
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and kind.lower().endswith(_ARTICLES) for kind in kinds) and "headline" in node:
                return Meta(
                    _words(node.get("headline")),
                    _named(node.get("publisher")),
                    _named(node.get("author")),
                    iso(node.get("datePublished")),
                    _address(node.get("url")) or _address(node.get("mainEntityOfPage")),
                )
    return Meta()


def _nodes(record: object) -> Iterator[dict[str, object]]:
    """The objects of a JSON-LD record, outermost first, without recursion and only so many."""
    waiting, seen = [record], 0
    while waiting and seen < _MOST_NODES:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, dict):
            yield node
            waiting.extend(value for value in node.values() if isinstance(value, (dict, list)))
        elif isinstance(node, list):
            waiting.extend(value for value in node[:200] if isinstance(value, (dict, list)))


def _named(value: object) -> str | None:
    """The name or names in a JSON-LD person, organisation, list of them, or plain words."""
    if isinstance(value, list):
        names = [name for name in map(_named, value[:10]) if name]
        return ", ".join(names) or None
    if isinstance(value, dict):
        return _words(value.get("name"))
    return _words(value)


def _words(value: object) -> str | None:
    if not isinstance(value, str) or value.startswith(("http://", "https://")):
        return None
    return squeeze(stored(value)[0])[:500] or None


def _address(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id")
    return value.strip()[:2000] if isinstance(value, str) and value.startswith(("http://", "https://")) else None


def _properties(page: _Element) -> Meta:
    said: dict[str, list[str]] = {}
    for element in page.iter("meta"):
        key = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        content = (element.get("content") or "").strip()
        if key and content:
            said.setdefault(key, []).append(content)
    known: dict[str, str | None] = {}
    for field, keys in _PROPERTIES.items():
        for key in keys:
            values = said.get(key, [])
            value = {"published": _first_date, "url": _first_address, "author": _joined}.get(field, _first)(values)
            if value:
                known[field] = value
                break
    return Meta(**known)


def _first(values: list[str]) -> str | None:
    return _words(values[0]) if values else None


def _joined(values: list[str]) -> str | None:
    return ", ".join(name for name in map(_words, values[:10]) if name) or None


def _first_date(values: list[str]) -> str | None:
    return iso(values[0]) if values else None


def _first_address(values: list[str]) -> str | None:
    return _address(values[0]) if values else None


def _markup(page: _Element) -> Meta:
    canonical = next((link.get("href") for link in page.iter("link") if "canonical" in (link.get("rel") or "")), None)
    return Meta(_title(page), _site(page), _byline(page), _time(page), _address(canonical))


def _site(page: _Element) -> str | None:
    """The site's name behind the headline in the page's title: "Two cranes fell | Harbour Gazette"."""
    element = page.find(".//title")
    parts = _SITE.split(squeeze(element.text or "")) if element is not None else []
    said = {_plain("".join(heading.itertext())) for heading in page.iter("h1")}
    few = 1 < len(parts) <= _MOST_PARTS
    whole = few and any(_plain(" ".join(parts[:upto])) in said for upto in range(1, len(parts)))
    return parts[-1] if whole and len(parts[-1].split()) <= _MOST_WORDS else None


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().lower()


def _title(page: _Element) -> str | None:
    """The only first-rank heading, else the page's title without the site's name at its end."""
    ranked = [squeeze("".join(element.itertext())) for element in page.iter("h1")]
    ranked = [text for text in ranked if text]
    if len(ranked) == 1:
        return ranked[0][:500]
    element = page.find(".//title")
    text = squeeze(element.text or "") if element is not None else ""
    return (_SITE.split(text)[0] or text)[:500] or None


def _byline(page: _Element) -> str | None:
    for path in (
        "//*[@itemprop='author']",
        "//*[@rel='author']",
        "//*[contains(@class, 'byline')]",
        "//*[contains(@class, 'author-name')]",
    ):
        for element in page.xpath(path)[:1]:
            text = squeeze(" ".join(element.itertext()))
            text = _BY.sub("", text, count=1).split(" | ")[0]
            if 2 < len(text) < _LONGEST_NAME and not any(map(str.isdigit, text)):
                return text
    return None


def _time(page: _Element) -> str | None:
    for element in page.iter("time"):
        day = iso(element.get("datetime") or squeeze("".join(element.itertext())))
        if day:
            return day
    return None
