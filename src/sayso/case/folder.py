"""Making a case and putting documents into it. Nothing that is there is overwritten."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sayso.case.settings import DEFAULT_PIPELINE, FILE, Case
from sayso.core.errors import UsageFault
from sayso.documents.folder import find
from sayso.documents.sidecar import SUFFIX, sidecar_of

_ROUGH = ".sayso-tmp"

_TEMPLATE = """\
# What the analyst says about this case. Everything but the title may be left out; docs/case.md explains every field.
title = {title}
question = ""

[reader]
pipeline = "{pipeline}"  # any installed spaCy pipeline for English

[sources]  # reliability by the Admiralty code: A (reliable) to E (unreliable); an unrated source is F (cannot be judged)
# "Ministry of Defence" = "C"

[names]  # other wordings of one name
# "Ministry of Defence" = ["MoD", "the defence ministry"]
"""


@dataclass(frozen=True, slots=True)
class Added:
    """Paths below ``documents/``: those copied, and those that were there already with the same content."""

    copied: tuple[str, ...]
    same: tuple[str, ...]


def init(folder: Path, *, title: str | None = None) -> None:
    """Makes a case. Raises ``UsageFault`` if the folder is one already or is a file."""
    if folder.exists() and not folder.is_dir():
        raise UsageFault(f"{folder} is a file; name a folder that is empty or not there yet")
    if (folder / FILE).exists():
        raise UsageFault(f"{folder} is a case already; add documents to it with 'sayso add {folder} FILE…'")
    (folder / "documents").mkdir(parents=True, exist_ok=True)
    written = _TEMPLATE.format(title=_quoted(title or folder.resolve().name), pipeline=DEFAULT_PIPELINE)
    (folder / FILE).write_text(written, "utf-8")


def add(case: Case, files: Iterable[Path]) -> Added:
    """Copies files, and those of folders, into the case, each with its sidecar.

    Raises ``UsageFault``, one line a fault and before anything is copied, if a file is missing, or one of the same name but
    other content is there already or among the files.
    """
    plan, faults = _plan(case, files)
    for target, source in plan.items():
        if target.exists() and (not target.is_file() or target.read_bytes() != source.read_bytes()):
            faults.append(
                f"{source}: {target} is there already and differs; rename the file, or remove the one in the case"
            )
    if faults:
        raise UsageFault("\n".join(faults))
    copied, same = [], []
    for target, source in plan.items():
        path = target.relative_to(case.documents).as_posix()
        if target.exists():
            same.append(path)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        rough = target.with_name(f".{target.name}{_ROUGH}")
        shutil.copyfile(source, rough)
        rough.replace(target)
        copied.append(path)
    return Added(tuple(path for path in copied if not path.endswith(SUFFIX)), tuple(same))


def _plan(case: Case, files: Iterable[Path]) -> tuple[dict[Path, Path], list[str]]:
    """Source by target, and what stands against it."""
    plan: dict[Path, Path] = {}
    faults: list[str] = []
    for given in files:
        if given.is_dir():
            found = [(file.relative_to(given), file) for file in find(given)]
            if not found:
                faults.append(f"{given}: a folder without documents; name one that holds some")
        elif given.is_file():
            found = [(Path(given.name), given)]
        else:
            faults.append(f"{given}: there is no such file; check the name")
            continue
        for place, file in found:
            with_sidecar = [(place, file)]
            if sidecar_of(file).is_file():
                with_sidecar.append((sidecar_of(place), sidecar_of(file)))
            for inner, source in with_sidecar:
                other = plan.setdefault(case.documents / inner, source)
                if other != source and other.read_bytes() != source.read_bytes():
                    faults.append(f"{source}: {other} has the same name; rename one of them")
    return plan, faults


def _quoted(words: str) -> str:
    """A TOML basic string; a character that cannot stand in one is left out."""
    plain = "".join(character for character in words if character.isprintable())
    return '"{}"'.format(plain.replace("\\", "\\\\").replace('"', '\\"'))
