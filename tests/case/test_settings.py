"""case.toml: what is right is read, what is wrong is refused, all of it at once."""

from pathlib import Path

import pytest

from sayso.case.settings import DEFAULT_PIPELINE, open_case
from sayso.core.errors import CaseFault

WHOLE = """
title = "Velmar"
question = "What if freight rates rise?"
[reader]
pipeline = "en_core_web_md"
[sources]
"Harbour Board" = "B"
[names]
"Harbour Board" = ["the Board", "HB"]
[scenarios.dear-freight]
press = { "freight rates" = 1 }
[figures.loss]
formula = "exports * 0.3"
[perspectives]
Board = ["Harbour Board"]
"""


def written(folder: Path, text: str | bytes) -> Path:
    (folder / "case.toml").write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def test_everything_written_is_read(tmp_path: Path) -> None:
    case = open_case(written(tmp_path, WHOLE))
    assert (case.title, case.question, case.pipeline) == ("Velmar", "What if freight rates rise?", "en_core_web_md")
    assert case.reliability == {"Harbour Board": "B"}
    assert case.names == {"Harbour Board": ("the Board", "HB")}
    assert case.scenarios["dear-freight"] == {"press": {"freight rates": 1}}
    assert case.figures["loss"] == {"formula": "exports * 0.3"}
    assert case.perspectives == {"Board": ["Harbour Board"]}


def test_an_empty_file_is_a_case_named_after_its_folder(tmp_path: Path) -> None:
    case = open_case(written(tmp_path, ""))
    assert (case.title, case.pipeline, dict(case.names)) == (tmp_path.name, DEFAULT_PIPELINE, {})


WRONG = {
    "colour = 1": "colour is not a field",
    "title = 3": "title = 3 must be words",
    "[reader]\nspeed = 1": "speed is not a field",
    "reader = 1": "must be a table",
    '[sources]\nX = "G"': "[sources] X = 'G'",
    '[sources]\nX = ""': "[sources] X = ''",
    "[sources]\nX = 1": "[sources] X = 1",
    '[names]\nX = "x"': "must be a list",
    '[names]\nX = ["x"]\nY = ["x"]': "stands for both X and Y",
    "[scenarios]\nx = 1": "[scenarios.x]",
    "title = ": "is not TOML",
    "x = " + "[" * 5_000: "is not TOML",
    b"\xff\xfe": "is not TOML",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_named(tmp_path: Path, text: str | bytes) -> None:
    with pytest.raises(CaseFault) as fault:
        open_case(written(tmp_path, text))
    assert WRONG[text] in str(fault.value)
    assert "\n" not in str(fault.value)


def test_all_faults_are_told_together(tmp_path: Path) -> None:
    with pytest.raises(CaseFault) as fault:
        open_case(written(tmp_path, 'title = 3\ncolour = 1\n[sources]\nX = "G"\nY = "H"'))
    assert len(str(fault.value).split("\n")) == 4


def test_a_folder_without_case_toml_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(CaseFault, match="sayso init"):
        open_case(tmp_path)
