"""Where the user's own files lie, and what a file may be named."""

import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.base.atomic_file import replace_file
from core.base.errors import DataFolderError
from core.base.user_files import (
    MAX_RECENT,
    RecentFile,
    autosave_folder,
    data_folder,
    last_years_folder,
    logs_folder,
    recent_files,
    remember_recent,
    rescue_folder,
    safe_file_name,
    settings_file,
    versions_folder,
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of our own that does not exist yet."""
    folder = tmp_path / "用户 数据"
    monkeypatch.setenv("NIANBAO_HOME", str(folder))
    return folder


def entry(path: str | Path, state: str = "填写中") -> RecentFile:
    return RecentFile(Path(path), "某局", 2025, "2026-01-15T09:30:00", state)


def test_folders_are_made_only_when_they_are_asked_for(home: Path) -> None:
    assert not home.exists()

    folders = (autosave_folder, versions_folder, last_years_folder, rescue_folder, logs_folder)
    names = ["autosave", "versions", "last_years", "rescue", "logs"]
    assert [folder() for folder in folders] == [home / name for name in names]
    assert sorted(path.name for path in home.iterdir()) == sorted(names)


def test_asking_again_for_a_folder_keeps_what_is_in_it(home: Path) -> None:
    (autosave_folder() / "甲.xlsx").write_bytes(b"x")

    assert (autosave_folder() / "甲.xlsx").read_bytes() == b"x"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_drafts_of_the_user_are_nobody_elses_business(home: Path) -> None:
    assert data_folder().stat().st_mode & 0o077 == 0
    assert autosave_folder().stat().st_mode & 0o077 == 0


def test_settings_have_a_path_before_there_are_any(home: Path) -> None:
    assert settings_file().parent == home
    assert not settings_file().exists()


def test_a_folder_that_cannot_be_made_is_told_with_its_path(home: Path) -> None:
    home.write_bytes(b"a file in its place")

    with pytest.raises(DataFolderError) as caught:
        autosave_folder()

    assert str(home) in caught.value.summary


def test_a_full_disk_is_no_traceback(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "mkdir", full)

    with pytest.raises(DataFolderError):
        data_folder()


@pytest.mark.skipif(sys.platform == "win32", reason="the custom of Linux")
def test_on_linux_data_lie_where_the_custom_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NIANBAO_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    assert data_folder() == tmp_path / "xdg" / "nianbao"

    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    assert data_folder() == tmp_path / ".local" / "share" / "nianbao"

    monkeypatch.delenv("XDG_DATA_HOME")
    assert data_folder() == tmp_path / ".local" / "share" / "nianbao"


def test_on_windows_data_lie_in_the_local_folder_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NIANBAO_HOME", raising=False)
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    monkeypatch.setattr(sys, "platform", "win32")

    assert data_folder() == tmp_path / "Local" / "nianbao"


def test_nothing_is_recent_at_first(home: Path) -> None:
    assert recent_files() == []


def test_the_latest_file_stands_first_and_each_only_once(home: Path) -> None:
    remember_recent(entry("/甲.xlsx"))
    remember_recent(entry("/乙.xlsx"))
    remember_recent(entry("/甲.xlsx", "可送审"))

    assert recent_files() == [entry("/甲.xlsx", "可送审"), entry("/乙.xlsx")]


def test_only_the_last_dozen_is_kept(home: Path) -> None:
    for number in range(MAX_RECENT + 3):
        remember_recent(entry(f"/{number}.xlsx"))

    assert [file.path.stem for file in recent_files()] == [str(number) for number in range(MAX_RECENT + 2, 2, -1)]


@pytest.mark.skipif(os.name == "nt", reason="names on Windows are always text")
def test_a_path_of_bytes_that_are_no_text_is_remembered(home: Path) -> None:
    path = Path(os.fsdecode(b"/\xc4\xea\xb1\xa8.xlsx"))  # GBK, from an old system

    remember_recent(entry(path))

    assert recent_files()[0].path == path


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 100,
        b"{",
        b"[]",
        b'"recent"',
        b'{"recent": 3}',
        b'{"recent": {"path": "x"}}',
        b"\xff\xfe\x00",
        b'{"recent": [' + b"[" * 50_000,
        b'{"recent": [' + b"1," * 100_000 + b"1]}",
    ],
    ids=lambda content: repr(content[:14]),
)
def test_a_damaged_list_is_an_empty_list_and_can_be_written_again(home: Path, content: bytes) -> None:
    (data_folder() / "recent.json").write_bytes(content)

    assert recent_files() == []

    remember_recent(entry("/甲.xlsx"))
    assert recent_files() == [entry("/甲.xlsx")]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders")
def test_a_pipe_in_place_of_the_list_is_not_waited_for(home: Path) -> None:
    home.mkdir(exist_ok=True)
    os.mkfifo(home / "recent.json")

    assert recent_files() == []


def test_a_damaged_entry_does_not_take_the_others_with_it(home: Path) -> None:
    good = {"path": "/甲.xlsx", "unit": "某局", "year": 2025, "when": "2026-01-15T09:30:00", "state": "填写中"}
    bad = [None, 3, {}, good | {"path": ""}, good | {"path": None}, good | {"year": "2025"}, good | {"year": True}]
    (data_folder() / "recent.json").write_text(json.dumps({"recent": [*bad, good]}), encoding="utf-8")

    assert recent_files() == [entry("/甲.xlsx")]


def test_a_list_that_cannot_be_read_is_an_empty_list(home: Path) -> None:
    (data_folder() / "recent.json").mkdir()

    assert recent_files() == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("某局2025年政府信息公开工作年度报告（送审稿第2稿）", "某局2025年政府信息公开工作年度报告（送审稿第2稿）.docx"),
        ("公开/依申请: 2025?", "公开／依申请： 2025？.docx"),
        ('a\\b*c"d<e>f|g', "a＼b＊c”d＜e＞f｜g.docx"),
        (" 某局\t2025\r\n年 . .", "某局 2025 年.docx"),
        ("..隐藏", "隐藏.docx"),
        ("CON", "_CON.docx"),
        ("nul.2025", "_nul.2025.docx"),
        ("Com1 ", "_Com1.docx"),
        ("LPT¹", "_LPT¹.docx"),
        ("CONTENT", "CONTENT.docx"),
        ("某局\u202excod\u200b", "某局xcod.docx"),
        ("", "未命名.docx"),
        (" ... ", "未命名.docx"),
        ("\ud800", "未命名.docx"),
    ],
)
def test_a_title_becomes_a_file_name(title: str, expected: str) -> None:
    assert safe_file_name(title, ".docx") == expected


def test_a_unit_of_eighty_characters_keeps_the_end_of_the_name() -> None:
    name = safe_file_name("某" * 80 + "2025年政府信息公开工作年度报告（送审稿第2稿）", ".docx")

    assert len(name.encode()) <= 255
    assert name.startswith("某" * 40)
    assert name.endswith("某2025年政府信息公开工作年度报告（送审稿第2稿）.docx")
    assert "…" in name


@given(st.text(max_size=400), st.sampled_from(["", ".docx", ".xlsx"]))
def test_any_title_becomes_a_name_that_every_system_accepts(title: str, suffix: str) -> None:
    name = safe_file_name(title, suffix)

    assert 0 < len(name.encode()) <= 255
    assert name.endswith(suffix)
    assert not set(name) & set('\\/:*?"<>|')
    assert name.isprintable() or all(character.isprintable() or character == "\u3000" for character in name)
    assert name[0] not in " ."
    assert name[-1] not in " ."
    assert safe_file_name(name.removesuffix(suffix), suffix) == name


@pytest.mark.parametrize("title", ["某" * 200, "a" * 300, "…\U0001f600" * 90, "CON", "e\u0301" * 200])
def test_the_name_can_really_be_written(tmp_path: Path, title: str) -> None:
    path = tmp_path / safe_file_name(title, ".docx")

    replace_file(path, b"x")

    assert path.read_bytes() == b"x"
