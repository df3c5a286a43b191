"""The frame of the analysis pages: head, way around the dossier, the words on what a page is, tables and their script."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from sayso.tell.evidence import Evidence
from sayso.tell.site import PAGES, part, template
from sayso.tell.tables import Table, tables_data


def framed(
    name: str,
    here: str,
    title: str,
    evidence: Evidence,
    *,
    tables: Sequence[Table] = (),
    below: bool = False,
    **values: Any,
) -> str:
    """The page made from template ``name``; ``here`` is its file, or where it stands ``below`` another, that one's;
    ``title`` is the case's. A page without tables carries no script."""
    shown = [table for table in tables if table.rows]
    code = part("tables.js") if shown else None
    return template(name).render(
        here=here,
        below=below,
        heading=dict(PAGES).get(here, ""),
        title=title,
        script=code,
        code=Markup(code or ""),
        data=tables_data(evidence, shown) if shown else "",
        tables={table.id: table for table in tables},
        evidence=evidence,
        **values,
    )
