"""Comparing two builds: what differs is named down to the part of the package."""

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from build_scripts.installer import __main__ as build
from build_scripts.installer.compare import differences


def make(folder: Path, text: str) -> Path:
    folder.mkdir()
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        for name, content in (("same.txt", "same"), ("程序/own.txt", text)):
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content)
    with tarfile.open(folder / "a.tar.xz", "w:xz") as packed:
        member = tarfile.TarInfo("own.txt")
        member.size = len(text)
        packed.addfile(member, io.BytesIO(text.encode()))
    (folder / "guide.html").write_text("same", encoding="utf-8")
    return folder


def test_equal_builds_are_equal(tmp_path: Path) -> None:
    assert differences(make(tmp_path / "a", "x"), make(tmp_path / "b", "x")) == []


def test_what_differs_is_named_with_the_part(tmp_path: Path) -> None:
    one, other = make(tmp_path / "a", "x"), make(tmp_path / "b", "y")
    (other / "more.txt").touch()
    assert differences(one, other) == [
        "more.txt：只在一边",
        "a.tar.xz：不同\n      own.txt",
        "a.zip：不同\n      程序/own.txt",
    ]


def test_the_command_fails_where_something_differs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build, "DIST", make(tmp_path / "a", "x"))
    assert build.main(["compare", str(make(tmp_path / "b", "x"))]) == 0
    assert build.main(["compare", str(make(tmp_path / "c", "y"))]) == 1
    assert "2 个文件不同" in capsys.readouterr().err
