"""The commands that ask about a built case: each answer leads to sentences."""

import json
import re
import shutil
from pathlib import Path

import pytest

from sayso.cli import main

TEXTS = {
    "gazette.txt": "Gas deliveries reduce energy costs. Higher energy costs reduce factory output.\n"
    "Kenya ships tea to Norway via Oman. Chad accused Kenya of fraud on 3 May 2024.\n",
    "courier.txt": "According to the Meridian Gazette, lower gas deliveries raise energy costs.\n"
    "Kenya exported 40,000 tonnes of tea to Norway in 2023.\n",
}
TOML = """
[scenarios.cut]
press = { "gas deliveries" = -1 }
watch = ["energy costs", "factory output"]
draws = 500

[scenarios.closed]
close = ["Oman"]
from = "Kenya"
to = "Norway"

[scenarios.wrong]
press = { "moon phases" = 1 }
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("asked")
    (folder / "documents").mkdir()
    for name, text in TEXTS.items():
        (folder / "documents" / name).write_text(text, "utf-8")
        publisher = "Meridian Gazette" if name == "gazette.txt" else "Harbour Courier"
        (folder / "documents" / f"{name}.meta.toml").write_text(f'publisher = "{publisher}"', "utf-8")
    (folder / "case.toml").write_text(TOML, "utf-8")
    assert main(["build", str(folder), "--quiet", "--workers", "1"]) == 1  # one scenario cannot be asked
    return folder


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert main(list(words)) == 0
    return capsys.readouterr().out


def test_a_question_that_cannot_be_asked_is_reported_and_the_others_are_run(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(case)]) == 1
    assert "[scenarios.wrong]" in capsys.readouterr().err
    assert sorted(path.name for path in (case / "out" / "data" / "scenarios").iterdir()) == ["closed.json", "cut.json"]


def test_words_that_are_no_name_are_told_with_what_they_were_taken_for(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = told(capsys, "run", str(case), "--press", "a shortage of gas deliveries=1", "--draws", "100")
    assert "“a shortage of gas deliveries” is taken as less of “gas deliveries”" in out
    assert "taken as" not in told(capsys, "run", str(case), "--press", "gas deliveries=1", "--draws", "100")


def test_why_of_a_variable_leads_to_every_sentence(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = told(capsys, "why", str(case), "energy", "costs")
    assert "gas deliveries lower energy costs" in out
    assert "gazette.txt:0-" in out
    assert "courier.txt:" in out


def test_why_of_an_influence_a_source_and_a_finding(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "gazette.txt:" in told(capsys, "why", str(case), "gas deliveries -> energy costs")
    assert "courier.txt" in told(capsys, "why", str(case), "Harbour Courier")
    assert "40,000 tonnes" in told(capsys, "why", str(case), "tea exported by Kenya")


SAID = {
    "40,000 tonnes": "courier.txt:",  # a figure as it is written
    "factory OUTPUTS": "Higher energy costs reduce factory output.",  # a variable, whatever its ending
    "kenya oman": "Kenya ships tea to Norway via Oman.",  # places
    "accused of fraud": "Chad accused Kenya of fraud",  # a few words of a sentence
    "Meridian Gazette lower": "according to the Meridian Gazette, lower",
}


@pytest.mark.parametrize(("words", "said"), SAID.items())
def test_why_finds_a_few_words_of_a_sentence(
    case: Path, capsys: pytest.CaptureFixture[str], words: str, said: str
) -> None:
    out = told(capsys, "why", str(case), *words.split())
    assert said.lower() in out.lower()
    assert "the nearest are" not in out


def test_why_tells_what_comes_nearest_where_no_sentence_has_all_the_words(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = told(capsys, "why", str(case), "zeppelins accused of fraud")
    assert out.startswith("no sentence has all these words")
    assert "Chad accused Kenya of fraud" in out


def test_what_why_tells_can_be_decided_and_taken_back(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own"
    shutil.copytree(case, own)
    out = told(capsys, "why", str(own), "accused of fraud", "--ids")
    (claim,) = set(re.findall(r"of fraud on 3 May 2024\. \[(\w+)\]", out)[:1])
    made = told(capsys, "decide", str(own), "reject", claim, "--who", "Ada", "--note", "a joke")
    assert main(["build", str(own), "--quiet"]) == 1
    assert claim not in told(capsys, "why", str(own), "Chad", "--ids")
    (decision,) = re.findall(r"decision (\w+) is recorded", made)
    told(capsys, "decide", str(own), "revoke", decision, "--who", "Ada")
    assert claim in told(capsys, "why", str(own), "accused of fraud", "--ids")
    told(
        capsys, "decide", str(own), "edit", claim, "--set", "modality=alleged", "--set", "negated=false", "--who", "Ada"
    )
    told(capsys, "decide", str(own), "merge", "tea", "Norwegian tea", "--variables")
    lines = [json.loads(line) for line in (own / "decisions.jsonl").read_text("utf-8").splitlines()]
    assert [line["about"] for line in lines] == ["claims", "decision", "claims", "variables"]
    assert lines[2]["fields"] == {"modality": "alleged", "negated": False}


def test_a_merge_of_a_name_that_nobody_bears_is_recorded_and_said_so(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own"
    shutil.copytree(case, own)
    assert main(["decide", str(own), "merge", "The Gazette", "Meridian Gazette", "Kenja", "--who", "Ada"]) == 1
    out, err = capsys.readouterr()
    assert "is recorded" in out
    assert re.search(r"'Kenja'; if it is a slip: sayso decide \S+ revoke \w+$", err.strip())
    assert "Gazette'" not in err
    assert main(["decide", str(own), "merge", "The Gazette", "Meridian Gazette", "--who", "Ada"]) == 0


def test_a_decision_that_makes_no_sense_is_wrong_usage(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words, fault in [
        (["reject", "0000"], "no claim 0000"),
        (["revoke", "0000"], "no decision 0000"),
        (["merge", "Kenya"], "at least 2"),
        (["edit", "0000", "--set", "low"], "FIELD=VALUE"),
    ]:
        assert main(["decide", str(case), *words, "--who", "Ada"]) == 2
        assert fault in capsys.readouterr().err
    assert not (case / "decisions.jsonl").exists()


def test_why_of_nothing_is_wrong_usage(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", str(case), "zeppelins"]) == 2
    assert "nothing in this case speaks of 'zeppelins'" in capsys.readouterr().err


def test_why_of_an_influence_nobody_states_offers_the_nearest(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", str(case), "gas deliveries -> factory output"]) == 2
    near = "; the nearest said: 'energy costs -> factory output' or 'gas deliveries -> energy costs'"
    assert near in capsys.readouterr().err


def test_sources_says_who_rests_on_whom(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = told(capsys, "sources", str(case))
    assert "Meridian Gazette [F, reliability cannot be judged]" in out
    assert "carried by Harbour Courier" in out


def test_run_of_a_scenario_and_of_a_press(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "energy costs" in told(capsys, "run", str(case), "cut")
    options = ["--press", "gas deliveries=-1", "--watch", "energy costs", "--draws", "300", "--json"]
    outcome = json.loads(told(capsys, "run", str(case), *options))
    (answer,) = outcome["variables"]
    assert answer["rises"] > answer["falls"] == 0
    assert {"draws", "kept", "seed", "perspectives"} <= outcome.keys()


def test_run_of_a_digraph_in_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "web.txt"
    file.write_text("hare -> lynx\nlynx -* hare\n", "utf-8")
    outcome = json.loads(told(capsys, "run", str(file), "--press", "lynx=1", "--draws", "200", "--qpress", "--json"))
    shares = {one["name"]: one for one in outcome["variables"]}
    assert shares["hare"]["falls"] == 1
    assert shares["lynx"]["rises"] == 1


def test_run_of_a_system_in_a_file(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--press", "gas deliveries=-1", "--watch", "energy costs", "--draws", "300", "--json"]
    file = tmp_path / "edited.json"
    file.write_text((case / "out" / "data" / "system.json").read_text("utf-8"), "utf-8")
    assert (
        json.loads(told(capsys, "run", str(file), *options))["variables"]
        == json.loads(told(capsys, "run", str(case), *options))["variables"]
    )
    file.write_text('{"actors": []}', "utf-8")
    assert main(["run", str(file), *options]) == 2
    assert "cannot be read as a system" in capsys.readouterr().err


def test_wrong_presses_are_told_in_one_line(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words, fault in [
        (["run", str(case)], "--press"),
        (["run", str(case), "no-such"], "cut, closed, wrong"),
        (["run", str(case), "--press", "gas deliveries=much"], "much"),
        (["run", str(case), "--press", "zeppelin flights"], "no variable"),
    ]:
        assert main(words) == 2
        err = capsys.readouterr().err
        assert fault in err
        assert len(err.splitlines()) == 1


def test_trace_follows_goods_and_closes_actors(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Kenya -> Oman -> Norway" in told(capsys, "trace", str(case), "Kenya", "Norway", "--goods", "tea")
    left = json.loads(told(capsys, "trace", str(case), "Kenya", "Norway", "--without", "Oman", "--json"))
    assert left["routes"] == []


def test_compare_two_actors_and_two_cases(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = told(capsys, "compare", "Kenya", "Norway", "--in", str(case))
    assert "Chad (accuse)" in out
    both = told(capsys, "compare", str(case), str(case))
    assert "who acts against it" in both
    assert "gas deliveries ─(-)→ energy costs" in both
    said = told(capsys, "compare", "chad", "Courier", "--in", str(case))  # a source that does nothing is known, too
    assert "    Kenya accused of fraud\n  Harbour Courier:\n    Kenya supplies Norway" in said
    assert main(["compare", "Kenya", "Atlantis", "--in", str(case)]) == 2
    assert "nobody in this case is called 'Atlantis'; none of the" in capsys.readouterr().err


def test_a_case_that_was_never_built_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(tmp_path / "new")]) == 0
    assert main(["sources", str(tmp_path / "new")]) == 1
    assert "sayso build" in capsys.readouterr().err


def test_a_case_of_another_version_is_to_be_built_again(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = tmp_path / "old"
    shutil.copytree(case, old)
    (old / "case.db").write_bytes(b"")
    assert main(["why", str(old), "energy"]) == 1
    assert "build it with: sayso build" in capsys.readouterr().err
