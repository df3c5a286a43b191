"""The demo case, built through the public door: what was planted in it is called what it is."""

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.cli import main

Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = tmp_path_factory.mktemp("demo") / "case"
    assert main(["demo", str(case), "--quiet", "--workers", "1"]) == 0
    return case / "out" / "data"


def rows(data: Path, name: str) -> Rows:
    return [json.loads(line) for line in (data / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def found(data: Path, *, words: str, kind: str) -> Rows:
    return [one for one in rows(data, "findings") if one["kind"] == kind and words in one["proposition"]]


def sides(data: Path, kind: str) -> list[tuple[set[str], set[str]]]:
    return [
        (set(one["one"]["origins"]), set(one["other"]["origins"]))
        for one in rows(data, "contradictions")
        if one["kind"] == kind
    ]


def test_one_statement_in_three_documents_is_an_echo_though_one_of_them_credits_nobody(data: Path) -> None:
    (echo,) = found(data, words="Serbian companies supply Ukraine", kind="tie")
    assert echo["verdict"] == "echoed"
    assert echo["origins"] == ["Foreign Intelligence Service"]
    assert [path[:2] for path in echo["documents"]] == ["01", "02", "03"]


def test_the_rounds_that_two_documents_have_from_the_service_are_an_echo(data: Path) -> None:
    (echo,) = found(data, words="rounds of small arms ammunition", kind="figure")
    assert (echo["verdict"], echo["origins"]) == ("echoed", ["Foreign Intelligence Service"])


def test_fifteen_dead_stand_against_sixteen(data: Path) -> None:
    contested = found(data, words="people killed by roof collapse", kind="figure")
    assert {one["verdict"] for one in contested} == {"contested"}
    assert sorted(one["value"]["low"] for one in contested) == [15, 16]
    assert sides(data, "figure") == [({"Radio Free Europe"}, {"Frankfurt Sample Letter"})]


def test_the_ministers_denial_stands_against_the_leaked_document_and_the_service(data: Path) -> None:
    ((held, denied),) = sides(data, "denial")
    assert denied == {"Serbia's defence minister"}
    assert held >= {"Foreign Intelligence Service", "United States Department of Defense", "Financial Times"}


def test_nothing_else_is_called_a_contradiction(data: Path) -> None:
    assert sorted(one["kind"] for one in rows(data, "contradictions")) == ["denial", "figure"]


@pytest.mark.parametrize(
    ("words", "origin"),
    [("backed an attempted coup", "an unnamed source"), ("factories", "open-source investigators")],
)
def test_what_one_document_says_alone_is_single(data: Path, words: str, origin: str) -> None:
    lone = found(data, words=words, kind="statement")
    assert {one["verdict"] for one in lone} == {"single"}
    assert any(one["origins"] == [origin] for one in lone)


def test_a_chain_of_three_voices_ends_at_the_one_who_spoke(data: Path) -> None:
    (legal,) = found(data, words="legal commerce", kind="statement")
    assert (legal["verdict"], legal["origins"]) == ("single", ["Miloš Vučević"])
    (source,) = [one for one in rows(data, "sources") if one["name"] == "Miloš Vučević"]
    assert source["carriers"] == ["Charter'97", "Sava Courier"]


def test_no_echo_is_corroborated(data: Path) -> None:
    by_id = {one["id"]: one for one in rows(data, "claims")}
    for finding in rows(data, "findings"):
        voices = {
            (by_id[id_]["attribution"] or [{"name": by_id[id_]["document"]}])[-1]["name"] for id_ in finding["claims"]
        }
        assert finding["verdict"] != "corroborated" or len(voices) > 1
