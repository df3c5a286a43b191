"""What may be typed: every command with its options. Defaults live here and in the library function, never in both."""

import argparse
import os
from pathlib import Path

from sayso.cli import asking, commands, deciding


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="sayso",
        description="Reads a folder of documents about a situation and says what they claim, in whose words, on whose word.",
        epilog="exit codes: 0 done, 1 the case has faults (all of them listed), 2 wrong usage, 130 broken off",
    )
    top.add_argument("--version", action="version", version=f"sayso {commands.version()}")
    several = top.add_subparsers(required=True, metavar="COMMAND")

    demo = several.add_parser("demo", help="make a sample case, build it, say where the dossier is")
    demo.add_argument("folder", metavar="DIR", nargs="?", type=Path, default=Path("demo"), help="default: demo")
    _building(demo)
    demo.set_defaults(command=commands.demo)

    read = several.add_parser("read", help="claims and attributions of files, as JSON lines, without a case")
    read.add_argument("files", metavar="FILE", nargs="+", type=Path, help="a document, or a folder of them")
    read.add_argument("--pipeline", metavar="NAME", help="the spaCy pipeline to read with")
    read.set_defaults(command=commands.read)

    init = several.add_parser("init", help="make a new case")
    init.add_argument("folder", metavar="DIR", type=Path)
    init.add_argument("--title", metavar="WORDS", help="default: the folder's name")
    init.set_defaults(command=commands.init)

    add = several.add_parser("add", help="copy documents, with their sidecars, into a case")
    _case(add)
    add.add_argument("files", metavar="FILE", nargs="+", type=Path, help="a document, or a folder of them")
    add.set_defaults(command=commands.add)

    build = several.add_parser("build", help="read what changed and write the dossier")
    _case(build)
    _building(build)
    build.set_defaults(command=commands.build)
    _asking(several)
    _deciding(several)
    return top


def _asking(several: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The commands that ask about a case that was built."""
    why = several.add_parser("why", help="the sentences behind a finding, figure, influence or source")
    _case(why)
    why.add_argument("words", metavar="WORDS", nargs="+", help="what to explain: words, an id, or 'CAUSE -> EFFECT'")
    why.add_argument("--ids", action="store_true", help="with the ids of findings and claims")
    why.set_defaults(command=asking.why)

    sources = several.add_parser("sources", help="who rests on whom")
    _case(sources)
    sources.set_defaults(command=asking.sources)

    _running(several)

    trace = several.add_parser("trace", help="routes and chokepoints")
    _case(trace)
    trace.add_argument("origin", metavar="FROM")
    trace.add_argument("destination", metavar="TO")
    trace.add_argument("--goods", metavar="WORDS", help="only routes of these goods")
    trace.add_argument(
        "--without", metavar="NAME", action="append", default=[], help="close an actor; repeat for several"
    )
    trace.add_argument("--json", action="store_true", help="print the routes as JSON")
    trace.set_defaults(command=asking.trace)

    compare = several.add_parser("compare", help="two cases, or two actors of one case, side by side")
    compare.add_argument("one", metavar="A", help="a case's folder; with --in, an actor")
    compare.add_argument("other", metavar="B")
    compare.add_argument("--in", metavar="CASE", dest="case", type=Path, help="the case whose actors A and B are")
    compare.add_argument("--json", action="store_true", help="print the comparison as JSON")
    compare.set_defaults(command=asking.compare)


def _running(several: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    run = several.add_parser("run", help="what follows from a scenario, or from a press")
    run.add_argument(
        "case", metavar="CASE", type=Path, help="the case's folder, a system.json, or a digraph in QPress's text"
    )
    run.add_argument("scenario", metavar="SCENARIO", nargs="?", help="a scenario of case.toml")
    run.add_argument(
        "--press", metavar="NAME=SIZE", action="append", default=[], help="push a variable; repeat for several"
    )
    run.add_argument("--watch", metavar="NAME", action="append", default=[], help="a variable to watch; default: all")
    run.add_argument("--hold", metavar="NAME", action="append", default=[], help="a variable held fixed")
    run.add_argument(
        "--observed",
        metavar="NAME=MOVE",
        action="append",
        default=[],
        help="what is seen to happen: rises, falls or still",
    )
    run.add_argument("--draws", metavar="N", type=_positive, help="systems to accept")
    run.add_argument("--seed", metavar="N", type=int, help="the seed of the draws")
    run.add_argument("--qpress", action="store_true", help="draw as the package QPress does, not by credibility")
    run.add_argument(
        "--implied", action="store_true", help="go over links that no source states and names, flows or bans imply, too"
    )
    run.add_argument("--json", action="store_true", help="print the outcome as JSON")
    run.set_defaults(command=asking.run)


def _deciding(several: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    decide = several.add_parser("decide", help="record a judgement of yours, which wins over what was computed")
    _case(decide)
    decide.add_argument("action", choices=deciding.ACTIONS, help="what to do with the targets")
    decide.add_argument("targets", metavar="TARGET", nargs="+", help="ids of claims, names, or the id of a decision")
    decide.add_argument("--variables", action="store_true", help="merge or split variables, not names")
    decide.add_argument(
        "--set", metavar="FIELD=VALUE", action="append", default=[], help="a field an edit corrects; repeat for several"
    )
    decide.add_argument("--who", metavar="NAME", help="who decides; default: the name you are logged in under")
    decide.add_argument("--note", metavar="WORDS", default="", help="why")
    decide.set_defaults(command=deciding.decide)


def _case(command: argparse.ArgumentParser) -> None:
    command.add_argument("case", metavar="CASE", type=Path, help="the case's folder")


def _building(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--workers", metavar="N", type=_positive, default=_cores(), help="processes to read with (default: one a core)"
    )
    command.add_argument("--quiet", action="store_true", help="show no progress, only faults")
    command.add_argument("--json", action="store_true", help="print what was done as JSON")


def _positive(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"'{text}' is not a whole number from 1 up")


def _cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
