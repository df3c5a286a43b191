"""The frame of the analysis pages: head, way around the dossier, the words on what a page is, tables and their script."""

from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import Markup

from sayso.tell.evidence import Evidence
from sayso.tell.site import PAGES, part, template
from sayso.tell.tables import Part, Table, parted, tables_data


def framed(
    name: str, here: str, title: str, evidence: Evidence, *, tables: Sequence[Table] = (), **values: Any
) -> Iterator[tuple[str, str]]:
    """The file ``here`` made from template ``name``, and the further files of its tables, by name; ``title`` is the case's."""
    cut = [parted(table) for table in tables]
    yield here, filled(name, here, title, evidence, tables=[first for first, *_ in cut], **values)
    for _, *others in cut:
        for one in others:
            further = filled("further.html", here, title, evidence, tables=[one], part=one, below=True)
            yield one.files[one.number], further


def filled(
    name: str,
    here: str,
    title: str,
    evidence: Evidence,
    *,
    tables: Sequence[Part] = (),
    below: bool = False,
    **values: Any,
) -> str:
    """One file from template ``name``; ``here`` is the page it is, or where it stands ``below`` another, that one. A page
    without tables carries no script."""
    shown = [one for one in tables if one.rows]
    code = part("tables.js") if shown else None
    return template(name).render(
        here=here,
        below=below,
        heading=dict(PAGES).get(here, ""),
        title=title,
        script=code,
        code=Markup(code or ""),
        data=tables_data(evidence, shown) if shown else "",
        tables={one.table.id: one for one in tables},
        evidence=evidence,
        **values,
    )
