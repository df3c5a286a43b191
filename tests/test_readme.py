"""The README's excerpts are what the commands print: every line of a console block stands in the output of its command."""

import re
import shlex
from pathlib import Path

import pytest

from sayso.cli import main

README = Path(__file__).parent.parent / "README.md"
BLOCKS = re.findall(r"```console\n\$ sayso (.*?)\n(.*?)```", README.read_text("utf-8"), re.S)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readme") / "demo"
    assert main(["demo", str(folder), "--quiet"]) == 0
    return folder


def test_there_are_excerpts() -> None:
    assert len(BLOCKS) >= 2


@pytest.mark.parametrize(("command", "excerpt"), BLOCKS)
def test_an_excerpt_is_what_the_command_prints(
    command: str, excerpt: str, demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main([str(demo) if word == "demo" else word for word in shlex.split(command)]) == 0
    printed = capsys.readouterr().out.splitlines()
    for shown in excerpt.splitlines():
        if shown.strip() != "…":
            assert shown in printed
