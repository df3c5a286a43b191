"""What the page on running says is what the code does."""

import re
import tomllib
from pathlib import Path

from sayso.core.outcome import Scenario
from sayso.core.system import System
from sayso.lexicon.credibility import chances
from sayso.run import derive, read_qpress, read_scenario
from sayso.run.scenarios import PRESS_FIELDS

PAGE = (Path(__file__).parents[2] / "docs" / "running.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_the_table_of_chances_is_the_one_in_use():
    rows = re.findall(r"^\| (\d) [a-z ]+ \| ([\d.]+) \|$", PAGE, re.MULTILINE)
    assert {int(credibility): float(chance) for credibility, chance in rows} == chances()


def test_the_fields_of_a_scenario_are_those_read():
    assert re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE) == list(PRESS_FIELDS)


def test_the_scenario_and_the_formula_shown_are_read():
    scenario, figure = (tomllib.loads(text) for text in blocks("toml"))
    assert isinstance(read_scenario("drought", scenario["scenarios"]["drought"]), Scenario)
    assert "no figure is about" in derive(System(), "lost", figure["figures"]["lost"]).fault


def test_the_digraph_shown_is_read():
    assert len(read_qpress(blocks("text")[0]).names) == 6


def test_the_python_shown_runs(capsys):
    exec(compile(blocks("python")[0], "running.md", "exec"), {})
    assert "falls" in capsys.readouterr().out
