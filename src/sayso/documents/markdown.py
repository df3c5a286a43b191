"""Markdown (CommonMark and tables): the stored text is the rendered words, without marks; code is kept but is no block."""

import re
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sayso.documents.characters import cut, decoded, squeeze
from sayso.documents.draft import Composer, Draft, Meta
from sayso.documents.lines import ending, is_aside
from sayso.documents.published import iso
from sayso.lexicon.table import table

_TAG = re.compile(r"<!--.{0,10000}?-->|<[^<>]{0,2000}>", re.DOTALL)
_MATTER = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*\n(?P<body>.{0,20000}?)\n(?P=fence)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"(?P<key>[\w-]{1,30})[ \t]*[:=][ \t]*(?P<value>[^\n]*)")
_FIELDS = {
    "title": "title", "author": "author", "authors": "author", "by": "author", "publisher": "publisher", "source": "publisher",
    "site": "publisher", "date": "published", "published": "published", "url": "url", "link": "url",
}  # fmt: skip
_HEAD, _SHORT = 600, 60  # characters of the head of a text, and of a line that tells by itself
_SKIPPED_HTML = ("<script", "<style", "<!--", "<template")


def read_markdown(data: bytes, name: str) -> Draft:
    """The draft of a Markdown file. Raises ``DocumentFault`` if it is no text."""
    text, faults = decoded(data, name)
    text, cuts = cut(text, len(text), int(table("limits")["markdown"]["max_lines"]))
    matter = _MATTER.match(text)
    meta = _front(matter["body"]) if matter else Meta()
    composer = Composer()
    _Walk(composer).run(_parser().parse(text[matter.end() if matter else 0 :]))
    return composer.draft(meta, [*faults, *cuts])


@cache
def _parser() -> MarkdownIt:
    """Blocks only: inline marks are read stretch by stretch, so that a hostile one stays small."""
    nesting = int(table("limits")["markdown"]["max_nesting"])
    return MarkdownIt("commonmark", {"maxNesting": nesting}).enable(["table"]).disable(["inline", "text_join"])


@cache
def _inline() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["strikethrough"])


def _front(body: str) -> Meta:
    """The simple fields of YAML or TOML front matter; lists of authors are joined."""
    known: dict[str, str | None] = {}
    for found in _FIELD.finditer(body):
        field = _FIELDS.get(found["key"].lower())
        value = squeeze(found["value"].strip("[] \t").replace('"', " ").replace("'s ", "’s ").strip("' "))
        if field and value and field not in known:
            known[field] = iso(value) if field == "published" else value
    return Meta(**known)


class _Walk:
    """Goes over the tokens once; the stack of lists gives an item's depth, the row in hand its cells."""

    def __init__(self, composer: Composer) -> None:
        self.composer = composer
        self.limit = int(table("limits")["markdown"]["max_inline_characters"])
        self.depth = 0
        self.cells: list[str] = []
        self.first_row = False

    def run(self, tokens: list[Token]) -> None:
        above = ""
        for token in tokens:
            if token.type in ("bullet_list_open", "ordered_list_open"):
                self.depth += 1
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                self.depth -= 1
            elif token.type == "table_open":
                self.first_row = True
            elif token.type == "tr_close":
                self.composer.row(self.cells, first=self.first_row)
                self.cells, self.first_row = [], False
            elif token.type in ("fence", "code_block"):
                self.composer.aside(token.content)
            elif token.type == "html_block":
                self._html(token.content)
            elif token.type == "inline":
                self._words(above, token.content)
            above = token.type + token.tag

    def _words(self, above: str, content: str) -> None:
        if above.startswith(("th_open", "td_open")):
            self.cells.append(self._rendered(content))
        elif above.startswith("heading_open"):
            self.composer.heading(self._rendered(content), int(above[-1]))
        elif self.depth:
            self.composer.item(self._rendered(content), self.depth)
        else:
            for words in self._parts(self._rendered(content)):
                if not is_aside(squeeze(words)):
                    self.composer.paragraph(words)

    def _parts(self, words: str) -> list[str]:
        """A paragraph of the head whose lines are all short and no sentence: each line tells something else."""
        lines = [line for line in words.split("\n") if line.strip()]
        head = self.composer.length < _HEAD and len(lines) > 1
        return lines if head and all(len(line) < _SHORT and not ending(line, len(line)) for line in lines) else [words]

    def _html(self, content: str) -> None:
        if not content.lstrip().lower().startswith(_SKIPPED_HTML):
            self.composer.paragraph(_TAG.sub(" ", content))

    def _rendered(self, content: str) -> str:
        if len(content) > self.limit or not _marked(content):
            return content
        return "".join(_texts(_inline().parseInline(content)[0].children or []))


def _marked(content: str) -> bool:
    return any(mark in content for mark in "*_`[<&\\~")


def _texts(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
