"""The commands: each calls one library function and prints what came of it. Heavy parts load when a command needs them."""

import json
import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

DONE, FAULTS = 0, 1
_NAMED = 12  # documents without a publisher that are told by name


def version() -> str:
    from importlib.metadata import version as release

    from sayso.read.tagger.presence import present

    return f"{release('sayso')} (taggers: {', '.join(present()) or 'none'})"


def init(chosen: Namespace) -> int:
    from sayso.case import folder

    folder.init(chosen.folder, title=chosen.title)
    print(f"{chosen.folder} is a case; add documents with: sayso add {chosen.folder} FILE…")
    return DONE


def add(chosen: Namespace) -> int:
    from sayso.case import folder, settings

    added = folder.add(settings.open_case(chosen.case), chosen.files)
    there = f", {len(added.same)} files were there already" if added.same else ""
    print(f"{_count(len(added.copied), 'document')} added{there}; build with: sayso build {chosen.case}")
    return DONE


def build(chosen: Namespace) -> int:
    return _build(chosen.case, chosen)


def demo(chosen: Namespace) -> int:
    from sayso import demo as sample

    sample.write(chosen.folder)
    return _build(chosen.folder, chosen)


def read(chosen: Namespace) -> int:
    from sayso.case.loose import read_files

    faults = 0
    for found in read_files(chosen.files, pipeline=chosen.pipeline):
        for text in found.records:
            print(text)
        for fault in found.faults:
            _report(fault)
        faults += not found.readable
    return FAULTS if faults else DONE


def _build(case: Path, chosen: Namespace) -> int:
    from sayso.case.build import build as built_case
    from sayso.case.settings import FILE as SETTINGS
    from sayso.case.settings import open_case
    from sayso.cli.progress import Meter

    with Meter(sys.stderr, quiet=chosen.quiet) as meter:
        built = built_case(open_case(case), workers=chosen.workers, progress=meter.show)
    for fault in built.faults:
        _report(fault)
    if chosen.json:
        print(json.dumps({**asdict(built), "index": str(built.index)}, ensure_ascii=False))
    else:
        read_now = f"{built.read} of them read now" if built.read else "none changed"
        kept_apart = f", {_count(built.suggestions, 'suggestion')}" if built.suggestions else ""
        print(
            f"{_count(built.documents, 'document')} ({read_now}), {_count(built.claims, 'claim')}, "
            f"{_count(built.attributions, 'attribution')}{kept_apart}; dossier: {built.index}"
        )
        if built.unnamed:
            print(_unnamed(built.unnamed))
    wrong = any(fault.startswith(f"{SETTINGS}: ") for fault in built.faults)
    return FAULTS if built.unreadable or wrong else DONE


def _unnamed(paths: Sequence[str]) -> str:
    more = f" and {len(paths) - _NAMED:,} more" if len(paths) > _NAMED else ""
    verb = "names" if len(paths) == 1 else "name"
    return (
        f"{_count(len(paths), 'document')} {verb} no publisher: {_line(', '.join(paths[:_NAMED]))}{more}; "
        f'give it in NAME.meta.toml beside NAME, such as {_line(paths[0])}.meta.toml: publisher = "…"'
    )


def _report(fault: str) -> None:
    """A fault on one line, whatever is in the names it tells."""
    print(f"sayso: {_line(fault)}", file=sys.stderr)


def _line(text: str) -> str:
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in text)


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
