"""Whatever the bytes are: a document whose blocks stand in its text, or a fault."""

import hashlib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.core.document import BlockKind, Document
from sayso.core.errors import DocumentFault
from sayso.documents import open_document

PIECES = [
    "The lake fell. ", "\n", "\n\n", "- ", "  - ", "• ", "1. ", "II. ", "a) ", " | ", "|", "|---|---|\n", "# ", "```\n", "> ", ":",
    "\t", "<p>", "</p>", "<table><tr><td>", "<ul><li>", "<h1>", "<br>", "&amp;", "Title", "===\n", "\u202e", "\x00", "😀", "ä",
    "[x](y)", "**", "---\n", "title: x\n", "By Ann Lee\n", "6 May 2024\n", "read more\n", ".....  7\n",
]  # fmt: skip
anything = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40).map("".join)


def check(document: Document) -> None:
    """The invariants of core/document.py."""
    text, blocks = document.text, document.blocks
    assert document.sha256 == hashlib.sha256(text.encode("utf-8")).hexdigest()
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    for at, block in enumerate(blocks):
        assert 0 <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        assert block.parent is None or 0 <= block.parent < at
        assert bool(block.cells) == (block.kind is BlockKind.ROW)
        assert all(a[1] <= b[0] for a, b in pairwise(block.cells))
        assert all(block.start <= a <= b <= block.end for a, b in block.cells)
        if block.kind is BlockKind.ROW and block.parent is not None:
            assert blocks[block.parent].kind is BlockKind.ROW
        if block.kind is BlockKind.HEADING and block.parent is not None:
            assert blocks[block.parent].kind is BlockKind.HEADING
            assert blocks[block.parent].level < block.level


def outcome(path: Path) -> Document | DocumentFault:
    """What opening leads to, checked."""
    try:
        document = open_document(path, path.parent)
    except DocumentFault as fault:
        told = str(fault)
        if not told.startswith(f"{path.name}: ") or "\n" in told:
            raise AssertionError(told) from fault
        return fault
    check(document)
    return document


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=anything)
def test_any_text_is_read_or_refused(suffix: str, content: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(content.encode("utf-8", "surrogatepass"))
    assert str(outcome(path)) == str(outcome(path))


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".pdf", ".docx"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(st.binary(max_size=200), st.binary(max_size=200).map(lambda data: b"%PDF-1.4\n" + data)))
def test_any_bytes_are_read_or_refused(suffix: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(content)
    outcome(path)
