"""The sidecar ``NAME.meta.toml`` beside a document: what the person who keeps the case says about it.

It wins over what the file says. Unknown fields and values of the wrong kind are refused, each with its reason.
"""

import tomllib
from pathlib import Path

from sayso.documents.characters import squeeze, stored
from sayso.documents.draft import Meta
from sayso.documents.published import iso
from sayso.lexicon.table import table

SUFFIX = ".meta.toml"
_FIELDS = ("title", "publisher", "author", "published", "url")


def sidecar_of(path: Path) -> Path:
    """Where the sidecar of the document at ``path`` stands, if it has one."""
    return path.with_name(path.name + SUFFIX)


def read_sidecar(path: Path) -> tuple[Meta, list[str]]:
    """The metadata beside the document at ``path`` and the faults found in it; none of either if there is no sidecar."""
    side = sidecar_of(path)
    if not side.is_file():
        return Meta(), []
    limit = int(table("limits")["sidecar"]["max_bytes"])
    try:
        if side.stat().st_size > limit:
            return Meta(), [f"{side.name}: larger than {limit:,} bytes; not read"]
        fields = tomllib.loads(side.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as fault:
        reason = squeeze(str(fault))[:200]
        return Meta(), [f"{side.name}: not valid TOML ({reason}); not read"]
    return _checked(fields, side.name)


def _checked(fields: dict[str, object], name: str) -> tuple[Meta, list[str]]:
    faults, known = [], {}
    for key, value in fields.items():
        if key not in _FIELDS:
            faults.append(f"{name}: unknown field '{squeeze(key)[:40]}'; allowed: {', '.join(_FIELDS)}")
        elif key == "published":
            known[key] = iso(value)
            if not known[key]:
                faults.append(
                    f"{name}: published = {str(value)[:40]!r} is no date; write it as YYYY, YYYY-MM or YYYY-MM-DD"
                )
        elif isinstance(value, str):
            known[key] = squeeze(stored(value)[0]) or None
        else:
            faults.append(f"{name}: {key} must be text in quotes")
    return Meta(**known), faults
