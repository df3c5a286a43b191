"""The command line: what it prints where, and with which code it ends."""

import json
from pathlib import Path

import pytest

from sayso.cli import main

TEXT = "Velmar sold 40,000 tonnes of grain in 2023, the Harbour Board said.\n"


@pytest.fixture
def case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    folder = tmp_path / "velmar"
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    assert main(["init", str(folder)]) == 0
    assert main(["add", str(folder), str(tmp_path / "report.txt")]) == 0
    capsys.readouterr()
    return folder


def test_from_nothing_to_a_dossier(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(case), "--workers", "1"]) == 0
    told = capsys.readouterr()
    index = case / "out" / "index.html"
    assert told.out.startswith("1 document (1 of them read now), ")
    assert told.out.splitlines()[0].endswith(f"dossier: {index}")
    assert index.is_file()
    assert main(["build", str(case), "--quiet"]) == 0
    again = capsys.readouterr()
    assert again.out.startswith("1 document (none changed), ")
    assert again.err == ""


def test_documents_without_a_publisher_are_told_with_the_field_to_fill(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = next((case / "documents").iterdir()).name
    page = case / "out" / "index.html"
    main(["build", str(case)])
    told = capsys.readouterr().out
    assert f"1 document names no publisher: {name};" in told
    assert f'{name}.meta.toml: publisher = "…"' in told
    assert f"<code>{name}.meta.toml</code>" in page.read_text("utf-8")
    (case / "documents" / f"{name}.meta.toml").write_text('publisher = "Valley Post"', "utf-8")
    main(["build", str(case)])
    assert "no publisher" not in capsys.readouterr().out + page.read_text("utf-8")


def test_what_was_done_as_json(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(case), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["documents"], told["read"], told["unreadable"]) == (1, 1, [])
    assert Path(told["index"]).is_file()


def test_a_case_with_faults_ends_with_one_and_lists_them_all(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one.pdf", "two.docx"):
        (case / "documents" / name).write_bytes(b"\0\1\2\3")
    assert main(["build", str(case)]) == 1
    told = capsys.readouterr()
    lines = [line for line in told.err.splitlines() if line.startswith("sayso: ")]
    assert ["one.pdf" in lines[0], "two.docx" in lines[1], len(lines)] == [True, True, 2]
    assert "3 documents" in told.out


def test_a_wrong_case_toml_ends_with_one_and_every_fault(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (case / "case.toml").write_text("title = 1\ncolour = 2", "utf-8")
    assert main(["build", str(case)]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_files_are_read_without_a_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.pdf").write_bytes(b"no pdf")
    assert main(["read", str(tmp_path / "a.txt")]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {record["record"] for record in records} == {"attribution", "claim"}
    assert {record["document"] for record in records} == {"a.txt"}
    assert main(["read", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert [json.loads(line) for line in told.out.splitlines()] == records
    assert "b.pdf" in told.err


def test_the_demo_is_made_and_built_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", str(tmp_path / "demo"), "--quiet", "--workers", "1"]) == 0
    assert str(tmp_path / "demo" / "out" / "index.html") in capsys.readouterr().out
    assert main(["demo", str(tmp_path / "demo"), "--quiet"]) == 2


WRONG = {
    "no command": [],
    "no such command": ["guess"],
    "no case named": ["build"],
    "no workers": ["build", ".", "--workers", "0"],
    "workers in words": ["build", ".", "--workers", "two"],
    "a file that is not there": ["read", "absent.txt"],
}


@pytest.mark.parametrize("arguments", WRONG.values(), ids=WRONG.keys())
def test_wrong_usage_ends_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code = main(arguments)
    except SystemExit as ended:
        code = ended.code  # type: ignore[assignment]
    assert code == 2
    assert capsys.readouterr().err


def test_a_folder_that_is_no_case_ends_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert "sayso init" in told.err


def test_breaking_off_ends_with_130(
    case: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sayso.case.build.build", interrupted)
    assert main(["build", str(case)]) == 130
    assert "broken off" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["demo", "read", "init", "add", "build"])
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert f"usage: sayso {command}" in capsys.readouterr().out


def test_a_scenario_that_cannot_run_is_a_fault_of_the_case(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (case / "case.toml").write_text("[scenarios.flood]\npress = {rain = 1}\n", "utf-8")
    assert main(["build", str(case), "--quiet", "--workers", "1"]) == 1
    told = capsys.readouterr()
    assert told.err.startswith("sayso: case.toml: [scenarios.flood] ")
    assert "dossier: " in told.out


def test_a_place_that_cannot_be_written_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert main(["init", str(tmp_path / "file" / "case")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_fault_is_one_line_whatever_the_name_of_the_file(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (case / "documents" / "a\nsayso: b.pdf").write_bytes(b"%PDF-1.7 torn")
    assert main(["build", str(case), "--quiet"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("sayso: a\\nsayso: b.pdf")
