"""docs/commands.md names every command and option there is, and none besides."""

import argparse
import re
from pathlib import Path

from sayso.cli.arguments import parser

PAGE = (Path(__file__).parents[2] / "docs" / "commands.md").read_text("utf-8")


def commands() -> dict[str, argparse.ArgumentParser]:
    (several,) = [action for action in parser()._actions if isinstance(action, argparse._SubParsersAction)]
    return dict(several.choices)


def test_every_command_with_its_options_is_described() -> None:
    sections = dict(re.findall(r"^## sayso (\w+)(.*?)(?=^## |\Z)", PAGE, re.M | re.S))
    assert sections.keys() == commands().keys()
    for name, command in commands().items():
        options = {option for action in command._actions for option in action.option_strings if option.startswith("--")}
        told = set(re.findall(r"--[a-z]+", sections[name]))
        shared = {"--help"} | ({"--workers", "--quiet", "--json"} if "options of `build`" in sections[name] else set())
        assert told <= options
        assert options - shared <= told, name
