"""An HTML page reduced to its article: navigation, banners, related links and the like are cut out of the tree.

A part goes if its element, role, class or id says what it is, or if most of its words are links; never one that holds
a large share of the page, whatever it is called.
"""

import re
from collections.abc import Iterator

from lxml.etree import _Element

from sayso.documents.characters import squeeze
from sayso.lexicon.table import words

_NAMES = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_KEPT = frozenset(
    (
        "html",
        "body",
        "main",
        "article",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "td",
        "th",
        "tr",
        "tbody",
        "thead",
    )
)
_INLINE = frozenset("a abbr b bdi cite code em font i ins mark q s small span strong sub sup time u".split())  # noqa: SIM905
_PRUNABLE = frozenset(("ul", "ol", "div", "section", "p", "table", "dl", "li"))
_LONGEST_LABEL = 200  # characters of a paragraph that may be a byline or the like
_MOST_PARTS = 3  # words in a class or id that names a kind of part; more make a topic
_LARGE = 0.4  # share of the page's words above which a part's name is not believed
_LINKED = 0.6  # share of a part's words in links above which it is a list of links
_MIN_ARTICLE = 0.4  # share of the page's words an <article> must hold to be the article


def reduced(page: _Element) -> _Element:
    """The element of ``page`` that holds its article, with everything else cut out of it."""
    body = page.find("body")
    body = page if body is None else body
    _cut(body)
    root = _root(body)
    _cut_links(root)
    return root


def weights(root: _Element) -> dict[_Element, tuple[int, int]]:
    """For each element below ``root`` the number of its characters, and of those the number in links."""
    sizes: dict[_Element, tuple[int, int]] = {}
    for element in _upwards(root):
        own = _length(element.text)
        linked = 0
        for child in element:
            a, b = sizes.get(child, (0, 0))
            own += a + _length(child.tail)
            linked += b
        sizes[element] = (own, own if element.tag == "a" else linked)
    return sizes


def _upwards(root: _Element) -> Iterator[_Element]:
    """Every element below and at ``root``, children before their parents."""
    yield from reversed([element for element in root.iter() if isinstance(element.tag, str)])


def _length(text: str | None) -> int:
    return len(text.strip()) if text else 0


def _cut(body: _Element) -> None:
    sizes = weights(body)
    whole = max(sizes[body][0], 1)
    elements = words("chrome", "elements")
    for element in list(body.iter()):
        if element is body:
            continue
        if (
            not isinstance(element.tag, str)
            or element.tag in elements
            or (element.tag not in _KEPT and sizes[element][0] < _LARGE * whole and _is_chrome(element))
        ):
            _drop(element)


def _is_chrome(element: _Element) -> bool:
    attributes = element.attrib
    if (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or _HIDDEN.search(attributes.get("style", "")[:500])
    ):
        return True
    if attributes.get("role", "").lower() in words("chrome", "roles"):
        return True
    if element.tag == "footer" or (element.tag == "header" and element.find(".//h1") is None):
        return True
    if element.tag == "sup" and "".join(element.itertext()).lstrip().startswith("["):
        return True
    if element.tag in _INLINE:
        return False
    if element.tag == "p" and _length("".join(element.itertext())) > _LONGEST_LABEL:
        return False
    named = [*attributes.get("class", "")[:500].split(), attributes.get("id", "")[:100]]
    return any(map(_names_chrome, named))


def _names_chrome(name: str) -> bool:
    """Whether a class or id is made of few words and one of them names a part that is no article."""
    parts = [part.lower() for part in _NAMES.findall(name)]
    return len(parts) <= _MOST_PARTS and not words("chrome", "names").isdisjoint(parts)


def _drop(element: _Element) -> None:
    """Cuts an element out; the text that follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail and element.tail.strip():
        element.clear(keep_tail=True)
        element.tag = "span"
    else:
        parent.remove(element)


def _root(body: _Element) -> _Element:
    sizes = weights(body)
    whole = sizes[body][0]
    for path in (".//*[@itemprop='articleBody']", ".//article", ".//main", ".//*[@role='main']"):
        found = [element for element in body.xpath(path) if element in sizes]
        best = max(found, key=lambda element: sizes[element][0], default=None)
        if best is not None and sizes[best][0] >= _MIN_ARTICLE * whole:
            return best
    return body


def _cut_links(root: _Element) -> None:
    sizes = weights(root)
    for element in list(root.iter(*_PRUNABLE)):
        size, linked = sizes.get(element, (0, 0))
        if element is not root and size and linked > _LINKED * size and _only_links(element):
            _drop(element)


def _only_links(element: _Element) -> bool:
    """Whether the words outside the links are none to speak of; a paragraph with one link is a paragraph."""
    links = sum(1 for _ in element.iter("a"))
    if element.tag in ("p", "li", "table"):
        return links > 2 and len(squeeze("".join(element.itertext()))) < 40 * links
    return links > 1
