"""What a draft names as last year's file is opened unasked only where that can be no trap."""

import os
from pathlib import Path

import pytest

from core.base.user_files import last_years_list
from core.office.last_year_file import MOST_CHOSEN, note_chosen, opens_unasked

FOREIGN = [
    "//server/share/上年.xlsx",
    r"\\server\share\上年.xlsx",
    r"\\.\PhysicalDrive0",
    r"\\?\UNC\server\share\上年.xlsx",
    "https://server/上年.html",
    "file://server/share/上年.xlsx",
    "/home/colleague/上年.xlsx",
    r"D:\年报\上年.xlsx",
    "上年.xlsx",
    "",
    "a\0b",
    "上" * 300 + ".xlsx",
    "\ud800.xlsx",
]


@pytest.mark.parametrize("named", FOREIGN)
def test_what_lies_elsewhere_is_not_opened_and_not_even_asked_for(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise AssertionError(path)

    monkeypatch.setattr("core.base.on_disk.os.lstat", refuse)
    assert not opens_unasked(named, tmp_path / "草稿.xlsx")
    assert not opens_unasked(named, None)


def test_what_lies_below_the_draft_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "往年").mkdir()
    assert opens_unasked(str(tmp_path / "上年.xlsx"), tmp_path / "草稿.xlsx")
    assert opens_unasked(str(tmp_path / "往年" / "上年.xlsx"), tmp_path / "草稿.xlsx")
    assert not opens_unasked(str(tmp_path / "往年" / "上年.xlsx"), None)
    monkeypatch.chdir(tmp_path)
    assert opens_unasked(str(tmp_path / "往年" / "上年.xlsx"), Path("草稿.xlsx"))


@pytest.mark.parametrize(
    "below", ["../上年.xlsx", "往年/../../上年.xlsx", "NUL", "con.xlsx", "上年.xlsx:流", "a\0b", "上" * 300, "."]
)
def test_a_path_below_the_draft_that_leads_out_is_not_opened(below: str, tmp_path: Path) -> None:
    assert not opens_unasked(f"{tmp_path}/{below}", tmp_path / "草稿.xlsx")


def test_a_link_below_the_draft_is_not_opened(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "上年.xlsx").write_bytes(b"")
    (home / "链接.xlsx").symlink_to(tmp_path / "上年.xlsx")
    (home / "外面").symlink_to(tmp_path)
    assert not opens_unasked(str(home / "链接.xlsx"), home / "草稿.xlsx")
    assert not opens_unasked(str(home / "外面" / "上年.xlsx"), home / "草稿.xlsx")


def test_a_junction_of_windows_counts_as_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Junction:
        st_mode = 0o40755
        st_reparse_tag = 0xA0000003

    monkeypatch.setattr("core.base.on_disk.os.lstat", lambda _path: Junction())
    assert not opens_unasked(str(tmp_path / "上年.xlsx"), tmp_path / "草稿.xlsx")
    for tag in (0x9000001A, 0x80000013):  # a file that OneDrive keeps elsewhere, or that a server stores once for all
        monkeypatch.setattr(Junction, "st_reparse_tag", tag)
        assert opens_unasked(str(tmp_path / "上年.xlsx"), tmp_path / "草稿.xlsx")


def test_what_was_chosen_here_is_opened_wherever_it_lies() -> None:
    share = Path("//server/share/上年.xlsx")
    note_chosen(share)
    note_chosen(Path("/另一份.xlsx"))
    note_chosen(share)
    assert opens_unasked(str(share), None)
    assert not opens_unasked("//server/share/../share/上年.xlsx", None)


def test_the_list_of_what_was_chosen_is_bounded() -> None:
    for number in range(MOST_CHOSEN + 1):
        note_chosen(Path(f"/{number}.xlsx"))
    assert not opens_unasked("/0.xlsx", None)
    assert opens_unasked("/1.xlsx", None)
    assert opens_unasked(f"/{MOST_CHOSEN}.xlsx", None)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"chosen": 1}', b'{"chosen": [1]}', b"[" * 100_000, b"\xff"])
def test_a_damaged_list_holds_nothing(content: bytes) -> None:
    last_years_list().write_bytes(content)
    assert not opens_unasked("/上年.xlsx", None)
    note_chosen(Path("/上年.xlsx"))
    assert opens_unasked("/上年.xlsx", None)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders")
def test_a_pipe_in_place_of_the_list_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(last_years_list())

    assert not opens_unasked(str(tmp_path / "上年.xlsx"), None)


def test_without_the_data_folder_nothing_is_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "file"))
    note_chosen(Path("/上年.xlsx"))
    assert not opens_unasked("/上年.xlsx", None)
