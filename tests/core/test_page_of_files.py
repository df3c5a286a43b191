"""docs/files.md names the fields of every record, and none besides."""

import re
from pathlib import Path

from sayso.core.record import ATTRIBUTION_FIELDS, CLAIM_FIELDS, DOCUMENT_FIELDS

PAGE = (Path(__file__).parents[2] / "docs" / "files.md").read_text("utf-8")


def fields(section: str) -> set[str]:
    """The names in the first column of a section's first table."""
    _, _, rest = PAGE.partition(f"\n## {section}\n")
    rows = re.findall(r"^\| (`.*?) \|", rest.partition("\n## ")[0].partition("\nand by kind")[0], re.M)
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


def test_fields_of_documents_and_attributions() -> None:
    assert fields("documents.jsonl") == set(DOCUMENT_FIELDS)
    assert fields("attributions.jsonl") == set(ATTRIBUTION_FIELDS)


def test_fields_of_claims_by_kind() -> None:
    _, _, by_kind = PAGE.partition("and by kind:")
    shared = fields("claims.jsonl")
    for kind, known in CLAIM_FIELDS.items():
        (row,) = re.findall(rf"^\| `{kind}` \| (.*) \|$", by_kind, re.M)
        own = known - shared
        assert shared <= known
        assert own <= set(re.findall(r"`(\w+)`", row)), kind
