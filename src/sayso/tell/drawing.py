"""Boxes and arrows as SVG inside a page: no script, no style of its own, every word escaped.

An arrow's direction of effect is told by its line and its head as well as by its colour.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap

from markupsafe import Markup

from sayso.tell.layered import HEIGHT, WIDTH, Layout, Point

HEADED = ("more", "less", "some")
_LINE = 22  # characters of a box's line
_HEADS = Markup(
    "<defs>"
    '<marker id="head-more" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto" '
    'markerUnits="userSpaceOnUse"><path class="head more" d="M0 0L10 5L0 10z"/></marker>'
    '<marker id="head-less" viewBox="0 0 10 10" refX="7" refY="5" markerWidth="11" markerHeight="11" orient="auto" '
    'markerUnits="userSpaceOnUse"><path class="head less" d="M6 0V10"/></marker>'
    '<marker id="head-some" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" orient="auto" '
    'markerUnits="userSpaceOnUse"><path class="head some" d="M1 1L9 5L1 9"/></marker>'
    "</defs>"
)


@dataclass(frozen=True, slots=True)
class Box:
    """A named box. ``style`` is its class, ``href`` where it leads."""

    name: str
    style: str = ""
    href: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Arrow:
    """``style`` is ``more``, ``less`` or ``some``, or another class for a line without a head; ``strength`` from 0 to 1 is how
    strongly it is drawn; ``row`` the id of the table row with its sentences, to which ``href`` leads."""

    start: int
    end: int
    style: str
    strength: float
    title: str
    href: str
    row: str = ""
    width: float = 1.6


def drawn(label: str, layout: Layout, boxes: Sequence[Box], arrows: Sequence[Arrow]) -> Markup:
    """The drawing; ``label`` says what it is to those who do not see it."""
    parts = [
        *(_arrow(arrow, way) for arrow, way in zip(arrows, layout.ways, strict=True)),
        *(_box(at, box, centre) for at, (box, centre) in enumerate(zip(boxes, layout.centres, strict=True))),
    ]
    return framed_drawing(label, layout.width, layout.height, [_HEADS, *parts])


def framed_drawing(label: str, width: float, height: float, parts: Iterable[Markup]) -> Markup:
    size = Markup('width="{0}" height="{1}" viewBox="0 0 {0} {1}"').format(round(width), round(height))
    head = Markup('<svg class="drawn" role="group" aria-label="{}" {}>').format(label, size)
    return head + Markup("\n").join(parts) + Markup("</svg>")


def _arrow(arrow: Arrow, way: Sequence[Point]) -> Markup:
    path = _curve(way)
    return Markup(
        '<a href="{}" data-row="{}" data-ends="{} {}"><title>{}</title><path class="reach" d="{}"/>'
        '<path class="line {}" d="{}" stroke-opacity="{}" stroke-width="{}" {}/></a>'
    ).format(
        arrow.href, arrow.row, arrow.start, arrow.end, arrow.title, path,
        arrow.style, path, f"{0.35 + 0.65 * arrow.strength:.2f}", f"{arrow.width:.1f}",
        Markup('marker-end="url(#head-{})"').format(arrow.style) if arrow.style in HEADED else "",
    )  # fmt: skip


def _curve(way: Sequence[Point]) -> str:
    (x, y), *rest = way
    found = [f"M{x:.0f} {y:.0f}"]
    for right, low in rest:
        middle = (x + right) / 2
        found.append(f"C{middle:.0f} {y:.0f} {middle:.0f} {low:.0f} {right:.0f} {low:.0f}")
        x, y = right, low
    return "".join(found)


def _box(at: int, box: Box, centre: Point) -> Markup:
    x, y = centre
    lines = lines_of(box.name)
    first = y - 7 * (len(lines) - 1) + 4
    words = Markup("").join(
        Markup('<text x="{}" y="{}" text-anchor="middle">{}</text>').format(f"{x:.0f}", f"{first + 14 * row:.0f}", line)
        for row, line in enumerate(lines)
    )
    frame = Markup('<rect class="box {}" x="{}" y="{}" width="{}" height="{}" rx="5"/>').format(
        box.style, f"{x - WIDTH / 2:.0f}", f"{y - HEIGHT / 2:.0f}", WIDTH, HEIGHT
    )
    inside = Markup("<title>{}</title>").format(box.title or box.name) + frame + words
    if box.href:
        return Markup('<a href="{}" data-node="{}">{}</a>').format(box.href, at, inside)
    return Markup('<g data-node="{}">{}</g>').format(at, inside)


def lines_of(name: str, width: int = _LINE, most: int = 2) -> list[str]:
    """A name cut into the lines of a box, the last with an ellipsis where something is left out."""
    lines = wrap(name, width, break_long_words=True, break_on_hyphens=False) or ["?"]
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], lines[most - 1][: width - 1].rstrip() + "…"]
