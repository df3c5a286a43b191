"""The pages about the whole case: the index (documents, who is quoted how often) and the table of all claims.

Both are put together from what each document's page gave, so that nothing is read or laid out again for them.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from sayso.tell.paging import files
from sayso.tell.site import embedded, part, template
from sayso.tell.wording import GLYPHS

_QUOTED_SHOWN = 500
_CLAIMS_SIZE = 2_000_000  # characters of claims in one file, some ten thousand of them


@dataclass(frozen=True, slots=True)
class Quoted:
    """``where`` holds title, page and times of each document that quotes the source, most often first."""

    name: str
    times: int
    where: list[tuple[str, str, int]]


@dataclass(frozen=True, slots=True)
class IndexView:
    """All that ``index.html`` shows. ``documents`` are the summaries of :mod:`sayso.tell.page`; ``counts`` holds kind,
    shape and number of claims; ``faults`` the path and reason of everything reported; ``unnamed`` see :func:`unnamed`."""

    title: str
    question: str
    documents: list[dict[str, Any]]
    counts: list[tuple[str, str, int]]
    claims: int
    suggestions: int
    words: int
    quoted: list[Quoted]
    judgements: Markup
    faults: list[tuple[str, str]]
    unnamed: list[str]


def index_page(title: str, question: str, summaries: Iterable[str], *, judgements: str = "") -> str:
    """``index.html``, from the documents' summaries and the key judgements, a section of HTML made by its own template."""
    documents = [json.loads(summary) for summary in summaries]
    kinds: Counter[str] = Counter()
    for one in documents:
        kinds.update(one["claims"])
    view = IndexView(
        title=title,
        question=question,
        documents=documents,
        counts=[(kind, glyph, kinds[kind]) for kind, glyph in GLYPHS.items() if kinds[kind]],
        claims=kinds.total(),
        suggestions=sum(one["suggestions"] for one in documents),
        words=sum(one["words"] for one in documents),
        quoted=_quoted(documents)[:_QUOTED_SHOWN],
        judgements=Markup(judgements),
        faults=[(one["path"], _without(fault, one["path"])) for one in documents for fault in one["faults"]],
        unnamed=_unnamed(documents),
    )
    return template("index.html").render(view=view)


def unnamed(summaries: Iterable[str]) -> tuple[str, ...]:
    """The paths of the documents with claims that tell neither publisher nor author, so that their paths stand as sources."""
    return tuple(_unnamed(json.loads(summary) for summary in summaries))


def _unnamed(documents: Iterable[dict[str, Any]]) -> list[str]:
    return [one["path"] for one in documents if one["claims"] and one["speaker"] == one["path"]]


def _without(fault: str, path: str) -> str:
    """The fault without the name of the file, where it begins with that."""
    for name in (path, path.rsplit("/", 1)[-1]):
        fault = fault.removeprefix(f"{name}: ")
    return fault


def _quoted(documents: Sequence[dict[str, Any]]) -> list[Quoted]:
    found: dict[str, list[tuple[str, str, int]]] = {}
    for one in documents:
        for name, times in one["quoted"].items():
            found.setdefault(name, []).append((one["title"], one["page"], times))
    sources = [
        Quoted(name, sum(times for _, _, times in where), sorted(where, key=lambda place: -place[2]))
        for name, where in found.items()
    ]
    return sorted(sources, key=lambda source: (-source.times, -len(source.where), source.name))


def claims_pages(title: str, rows: Iterable[str]) -> Iterator[tuple[str, str]]:
    """``claims.html`` and its further files, by name, from the documents' rows, which are JSON made safe for a script already.
    The claims of a document stand in one file."""
    cut: list[list[str]] = [[]]
    room = _CLAIMS_SIZE
    for row in rows:
        if room < len(row) and cut[-1]:
            cut.append([])
            room = _CLAIMS_SIZE
        cut[-1].append(row)
        room -= len(row)
    names, code = files("claims.html", "claims", len(cut)), part("claims.js")
    for number, inside in enumerate(cut):
        data = f'{{"glyphs":{embedded(GLYPHS)},"documents":[{",".join(inside)}]}}'
        yield (
            names[number],
            template("claims.html").render(
                title=title, script=code, code=Markup(code), data=Markup(data), files=names, number=number
            ),
        )
