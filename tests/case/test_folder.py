"""Making a case and adding documents: nothing that is there is overwritten."""

from pathlib import Path

import pytest

from sayso.case import folder
from sayso.case.settings import Case, open_case
from sayso.core.errors import UsageFault


@pytest.mark.parametrize("title", ["Plain", 'With "quotes" and \\', "Über Ŝtata 河", "a\nb\x00"])
def test_a_new_case_can_be_opened(tmp_path: Path, title: str) -> None:
    folder.init(tmp_path / "new", title=title)
    case = open_case(tmp_path / "new")
    assert case.title == "".join(character for character in title if character.isprintable())
    assert case.documents.is_dir()


def test_a_case_is_not_made_over_another(case: Case) -> None:
    before = (case.folder / "case.toml").read_bytes()
    with pytest.raises(UsageFault, match="is a case already"):
        folder.init(case.folder)
    assert (case.folder / "case.toml").read_bytes() == before


def test_documents_come_with_their_sidecars_and_folders_with_their_shape(case: Case, tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text("A", "utf-8")
    (tmp_path / "in" / "deep" / "b.txt").write_text("B", "utf-8")
    (tmp_path / "in" / "deep" / "b.txt.meta.toml").write_text('title = "B"', "utf-8")
    assert folder.add(case, [tmp_path / "in"]).copied == ("a.txt", "deep/b.txt")
    assert (case.documents / "deep" / "b.txt.meta.toml").is_file()
    again = folder.add(case, [tmp_path / "in", tmp_path / "in" / "a.txt"])
    assert (again.copied, len(again.same)) == ((), 3)


def test_nothing_is_copied_if_anything_would_be_overwritten(case: Case, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Another report", "utf-8")
    (tmp_path / "fine.txt").write_text("Fine", "utf-8")
    before = (case.documents / "report.txt").read_bytes()
    with pytest.raises(UsageFault) as fault:
        folder.add(case, [tmp_path / "fine.txt", tmp_path / "report.txt", tmp_path / "absent.txt"])
    assert ["report.txt" in line or "absent.txt" in line for line in str(fault.value).split("\n")] == [True, True]
    assert (case.documents / "report.txt").read_bytes() == before
    assert not (case.documents / "fine.txt").exists()


def test_two_files_of_one_name_are_refused(case: Case, tmp_path: Path) -> None:
    for place in ("one", "two"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "same.txt").write_text(place, "utf-8")
    with pytest.raises(UsageFault, match="has the same name"):
        folder.add(case, [tmp_path / "one" / "same.txt", tmp_path / "two" / "same.txt"])
