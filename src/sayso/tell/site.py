"""What every page shares: autoescaping templates, one style sheet, and a policy that lets a page load nothing.

A page carries its style and script within it and names them by hash, so it works from disk and runs nothing else.
"""

import json
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

import msgspec
from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

# The way around the dossier: file and name of each of its pages.
PAGES = (
    ("index.html", "Overview"),
    ("findings.html", "Findings"),
    ("contradictions.html", "Contradictions"),
    ("sources.html", "Sources"),
    ("figures.html", "Figures"),
    ("actors.html", "Actors"),
    ("flows.html", "Flows"),
    ("map.html", "Influence map"),
    ("scenarios.html", "Scenarios"),
    ("claims.html", "All claims"),
)

_MARKS = ((b"<", b"\\u003c"), (b">", b"\\u003e"), (b"&", b"\\u0026"))
_FOLDER = files("sayso.tell") / "templates"


@cache
def part(name: str) -> str:
    """A file of ``templates``, as text."""
    return (_FOLDER / name).read_text("utf-8")


@cache
def template(name: str) -> Template:
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(part), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.update(style=Markup(part("style.css")), policy=policy, sheets=sheets, nav=PAGES)
    return environment


@cache
def sheets(*names: str) -> Markup:
    """Style sheets of ``templates`` as one."""
    return Markup("".join(part(name) for name in names))


@cache
def policy(script: str | None = None, *styles: str) -> str:
    """The Content-Security-Policy of a page with this script, these style sheets and no other; without a script, none runs."""
    runs = f"script-src '{_hash(script)}'" if script else "script-src 'none'"
    looks = f"style-src '{_hash(sheets(*(styles or ('style.css',))))}'"
    return f"default-src 'none'; {looks}; {runs}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def embedded(value: Any) -> str:
    """``value`` as JSON that cannot end the script element it stands in."""
    try:
        text = msgspec.json.encode(value)
    except UnicodeEncodeError:  # half a surrogate pair, which UTF-8 has no bytes for
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    for mark, written in _MARKS:
        text = text.replace(mark, written)
    return text.decode("utf-8", "surrogatepass")
