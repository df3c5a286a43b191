"""A small case to build: a report with a list, a wire story with a table, and a file that cannot be read."""

from pathlib import Path

import pytest

from sayso.case import folder
from sayso.case.settings import Case, open_case

REPORT = """Grain on the river

Exports of grain from Velmar reached 40,000 tonnes in 2023, according to the Harbour Board.
Higher freight rates reduce the exports of grain. The board's director denied that barges were idle.

Velmar has promised:
- two new locks by 2026
- 15 percent lower tolls
"""

WIRE = """# Velmar ships less

The Meridian Gazette said that drought lowers the river, which raises freight rates.

| Year | Exports | Sources |
|------|---------|---------|
| 2022 | 52,000 tonnes | Harbour Board |
| 2023 | 38,000 tonnes | Meridian Gazette |
"""


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A case with two documents that can be read and one that cannot."""
    place = tmp_path / "velmar"
    folder.init(place, title="Velmar")
    documents = place / "documents"
    (documents / "report.txt").write_text(REPORT, "utf-8")
    (documents / "wires").mkdir()
    (documents / "wires" / "wire.md").write_text(WIRE, "utf-8")
    (documents / "wires" / "wire.md.meta.toml").write_text('publisher = "Meridian Gazette"\n', "utf-8")
    (documents / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    return open_case(place)
