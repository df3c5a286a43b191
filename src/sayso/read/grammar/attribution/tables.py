"""Tables: each source named in a column of sources stands behind what its row's details say, and who owns a column headed
"X's view" behind each cell of it."""

import re
from collections.abc import Iterable, Iterator

from sayso.core.claim import Attribution
from sayso.core.document import Block, BlockKind
from sayso.core.passage import Span, span_of
from sayso.lexicon.names import lookup
from sayso.lexicon.table import table
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.attribution.speakers import TEXTS
from sayso.read.grammar.dates import dates
from sayso.read.parse import Parse, Sentence, Word

_COLUMNS = {key: frozenset(found) for key, found in table("reporting")["columns"].items()}
_VIEWS = frozenset([*table("reporting")["nouns"]["mind"], *table("reporting")["nouns"]["speech"], "position"])
_PASSED = re.compile(r"\b(?:(?:as )?(?:cited|reported|quoted|published) (?:by|in)|via|through)\b", re.IGNORECASE)


def source_columns(parse: Parse) -> dict[int, int]:
    """The column of sources of each row that has one, by the index of its block; header rows are left out."""
    blocks = parse.document.blocks
    found: dict[int, int] = {}
    headers: dict[int, int | None] = {}
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.ROW and block.parent is not None:
            if block.parent not in headers:
                headers[block.parent] = _column(parse, blocks[block.parent], "sources")
            column = headers[block.parent]
            if column is not None and column < len(block.cells):
                found[index] = column
    return found


def by_tables(parse: Parse, actors: Actors, columns: dict[int, int], named: Iterable[str]) -> Iterator[Attribution]:
    """One attribution for each source of each row. ``named`` are the names the document's prose gives its sources."""
    blocks = parse.document.blocks
    publishers = Publishers(actors, named)
    for index, column in columns.items():
        block = blocks[index]
        header = blocks[block.parent] if block.parent is not None else block
        details = _details(parse, block, header, column)
        if details is None:
            continue
        for start, end in _pieces(parse.document.text, *block.cells[column]):
            yield _listed(parse, publishers, index, (start, end), details)


def by_views(parse: Parse, actors: Actors) -> Iterator[Attribution]:
    """One attribution for each cell below a header such as "The ministry's position"."""
    text, headers = parse.document.text, {}
    for block in parse.document.blocks:
        if block.kind is not BlockKind.ROW or block.parent is None:
            continue
        if block.parent not in headers:
            headers[block.parent] = list(_views(parse, block.parent))
        for column, owner, view in headers[block.parent]:
            cell = block.cells[column] if column < len(block.cells) else (0, 0)
            if text[slice(*cell)].strip():
                source, cue, content = parse.span_of(owner), parse.span_of([view]), span_of(text, *cell)
                yield Attribution(parse.document.path, source, cue, content, actors.name(owner) or source.text)


def _views(parse: Parse, header: int) -> Iterator[tuple[int, list[Word], Word]]:
    """The columns of a header row that give somebody's view: column, whose, and the word for it."""
    for sentence in parse.by_block.get(header, ()):
        *before, view = sentence.words
        owner = [word for word in before[:-1] if word.tag != "DT"]
        owned = owner and before[-1].tag == "POS" and view.lemma.lower() in _VIEWS
        if owned and sentence.cell is not None:
            yield sentence.cell, owner, view


class Publishers:
    """Names what a list of sources names: "Gallup Poll" is Gallup's, "GSO Annual Report" the General Statistics Office's."""

    def __init__(self, actors: Actors, named: Iterable[str]) -> None:
        self._actors = actors
        self._known: dict[str, str] = {}
        for name in named:
            full, _, short = name.partition(" (")
            for wording in (name, full, short.rstrip(")")):
                self._known.setdefault(wording, name)

    def name(self, text: str, words: list[Word]) -> str:
        """The publisher's name where the words begin with one, else the words less what only says that it is a text."""
        if not words:
            return ""
        plain = text[words[0].start : words[-1].end]
        if plain in self._known:
            return self._known[plain]
        if any(word.lemma.lower() in TEXTS or word.lower in TEXTS for word in words[1:]):
            for last in range(len(words) - 1, 0, -1):
                found = self._of(text[words[0].start : words[last - 1].end])
                if found:
                    return found
            kept = _cut(words)
            if kept != words:
                return self.name(text, kept)
        found = self._actors.name(words)
        return plain if found is None or plain.startswith((found + " of ", found + " for ", found + " on ")) else found

    def _of(self, wording: str) -> str | None:
        if wording in self._known:
            return self._known[wording]
        entry = lookup(wording)
        return entry.name if entry else None


def _cut(words: list[Word]) -> list[Word]:
    """The words before the ones that say what sort of text it is: "annual report", "poll"."""
    kept = words
    while len(kept) > 1 and (kept[-1].lemma.lower() in TEXTS or kept[-1].lower in TEXTS):
        kept = kept[:-1]
    while len(kept) > 1 and kept is not words and kept[-1].lower in _COLUMNS["sorts"]:
        kept = kept[:-1]
    return kept


def _column(parse: Parse, header: Block, key: str) -> int | None:
    for at, (start, end) in enumerate(header.cells):
        words = parse.document.text[start:end].lower().replace("(s)", "s").strip(" *:_")
        if words in _COLUMNS[key]:
            return at
    return None


def _details(parse: Parse, block: Block, header: Block, sources: int) -> Span | None:
    """What a row says: the cell headed so, else all cells before those of the sources, or behind them if they come first."""
    at = _column(parse, header, "details")
    text = parse.document.text
    if at is not None and at < len(block.cells) and at != sources:
        said = [block.cells[at]]
    else:
        filled = [cell for cell in block.cells if text[slice(*cell)].strip()]
        own = block.cells[sources]
        said = [cell for cell in filled if cell < own] or [cell for cell in filled if cell > own]
    if not said:
        return None
    start, end = said[0][0], said[-1][1]
    return span_of(text, start, end) if text[start:end].strip() else None


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between semicolons or line breaks, without the white space and full stop around them."""
    for match in re.finditer(r"[^;\n]+", text[start:end]):
        piece = match.group().strip().rstrip(".")
        if any(sign.isalpha() for sign in piece):
            first = start + match.start() + match.group().index(piece)
            yield first, first + len(piece)


def _listed(parse: Parse, publishers: Publishers, index: int, piece: tuple[int, int], details: Span) -> Attribution:
    """A source as it is listed: name, date, and what passed it on ("Import data via a magazine, 1 May 2024")."""
    text = parse.document.text
    within = [
        (sentence, [word for word in sentence.words if piece[0] <= word.start and word.end <= piece[1]])
        for sentence in parse.by_block.get(index, ())
    ]
    dated: str | None = None
    names: list[list[Word]] = [[]]
    for sentence, words in within:
        places = _dated(sentence, words)
        dated = dated or next(iter(places.values()), None)
        for word in words:
            if word.i in places or word.text == ",":
                names.append([])
            else:
                names[-1].append(word)
    parts = [part for part in names if any(word.text[:1].isalpha() for word in part)]
    source, carriers = _passed(text, parts)
    name = publishers.name(text, source)
    return Attribution(
        parse.document.path,
        span_of(text, *piece),
        None,
        details,
        name,
        dated,
        tuple(publishers.name(text, part) for part in carriers),
    )


def _dated(sentence: Sentence, words: list[Word]) -> dict[int, str]:
    """The places of the words that give a date, each with the date."""
    inside = {word.i for word in words}
    return {
        at: mention.iso
        for mention in dates(sentence)
        if mention.first in inside
        for at in range(mention.first, mention.last + 1)
    }


def _passed(text: str, parts: list[list[Word]]) -> tuple[list[Word], list[list[Word]]]:
    """The source among the parts of a listing and those that carried it, nearest the document first."""
    if not parts:
        return [], []
    first, rest = parts[0], parts[1:]
    for at, word in enumerate(first):
        if at and _PASSED.match(text, word.start):
            end = next(
                (place for place in range(at, len(first)) if first[place].lower in ("by", "in", "via", "through")), at
            )
            if end + 1 < len(first):
                return first[:at], [first[end + 1 :]]
    return first, rest
