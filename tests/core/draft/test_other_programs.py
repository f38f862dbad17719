"""The small files by which office programs say that they have a draft open."""

import os
from pathlib import Path

import pytest

from core.draft.other_programs import open_in_program

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
