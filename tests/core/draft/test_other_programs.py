"""The small files by which office programs say that they have a draft open."""

import os
from pathlib import Path

import pytest

from core.base.errors import FileError
from core.draft import other_programs
from core.draft.other_programs import open_in_program, refuse_open

EXCEL = b"\x04wang".ljust(55, b" ") + b"\x02\0" + "王工".encode("utf-16-le") + b" \0" * 52
LIBREOFFICE = "张三,zhang,PC-01,28.11.2026 09:00,file:///home/zhang/.config/libreoffice/4;"


@pytest.mark.parametrize(
    ("mark", "content", "sentence"),
    [
        (
            ".~lock.草稿.xlsx#",
            LIBREOFFICE.encode(),
            "正在别的程序（LibreOffice 等）中打开，打开的人是张三（电脑“PC-01”）",
        ),
        (
            ".~lock.草稿.xlsx#",
            LIBREOFFICE.removeprefix("张三").encode(),
            "正在别的程序（LibreOffice 等）中打开，打开的人是zhang（电脑“PC-01”）",
        ),
        ("~$草稿.xlsx", EXCEL, "正在别的程序（Excel 或 WPS）中打开，打开的人是王工"),
        ("~$草稿.xlsx", b"\x00" * 165, "正在别的程序（Excel 或 WPS）中打开"),
        (".~草稿.xlsx", b"?", "正在别的程序（WPS）中打开"),
    ],
)
def test_who_has_the_draft_open_is_told(tmp_path: Path, mark: str, content: bytes, sentence: str) -> None:
    (tmp_path / mark).write_bytes(content)
    other = open_in_program(tmp_path / "草稿.xlsx")
    assert other is not None
    assert other.sentence == sentence
    assert open_in_program(tmp_path / "另一份.xlsx") is None


@pytest.mark.parametrize("made", ["empty", "folder", "pipe"])
def test_what_no_office_program_writes_says_nothing(tmp_path: Path, made: str) -> None:
    mark = tmp_path / ".~lock.草稿.xlsx#"
    if made == "empty":
        mark.touch()
    elif made == "folder":
        mark.mkdir()
    elif not hasattr(os, "mkfifo"):
        pytest.skip("no pipes with a name here")
    else:
        os.mkfifo(mark)
    assert open_in_program(tmp_path / "草稿.xlsx") is None


def test_our_own_lock_is_none_of_theirs(tmp_path: Path) -> None:
    (tmp_path / "~$草稿.xlsx.lock").write_text("{}", encoding="utf-8")
    assert open_in_program(tmp_path / "草稿.xlsx") is None


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("报告.docx", ".~lock.报告.docx#"),
        ("报告.docx", "~$报告.docx"),
        ("报告.docx", ".~报告.docx"),
        ("水利局年度报.docx", "~$水利局年度报.docx"),
        ("水利局年度报告.docx", "~$利局年度报告.docx"),
        ("水利局的年度报告.docx", "~$局的年度报告.docx"),
        ("水利局年度报告.xlsx", "~$水利局年度报告.xlsx"),
    ],
)
def test_a_paper_that_is_open_elsewhere_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, mark: str
) -> None:
    monkeypatch.setattr(other_programs, "_is_windows", lambda: False)
    paper = tmp_path / name
    (tmp_path / mark).write_bytes(b"\x04wang")
    refuse_open(paper)  # not there: what it once said is stale
    paper.touch()
    with pytest.raises(FileError, match="没有覆盖") as caught:
        refuse_open(paper)
    assert f"请删除旁边的“{mark}”" in caught.value.advice
    monkeypatch.setattr(other_programs, "_is_windows", lambda: True)
    refuse_open(paper)


def test_what_word_says_of_a_name_that_ends_alike_is_not_taken_for_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(other_programs, "_is_windows", lambda: False)
    (tmp_path / "~$局的年度报告.docx").write_bytes(b"\x04wang")
    paper = tmp_path / "水利局的年度报告.docx"
    paper.touch()
    with pytest.raises(FileError):
        refuse_open(paper)
    (tmp_path / "林业局的年度报告.docx").touch()
    refuse_open(paper)
