"""The setup and the .zip of a program of three files: the same each time, and what a clerk sees first."""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

import pip
import pytest

from build_scripts.installer import windows_package
from build_scripts.installer.freeze import write_spec_files


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    (tmp_path / "bundle" / "_internal").mkdir(parents=True)
    for name in ("nianbao.exe", "nianbao-cli.exe", "_internal/库.dll"):
        (tmp_path / "bundle" / name).write_bytes(b"MZ")
    return tmp_path / "bundle"


@pytest.mark.skipif(shutil.which("makensis") is None, reason="NSIS is installed by build.py package")
def test_a_setup_of_the_same_files_is_the_same_whenever_it_is_made(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_then(folder: Path) -> None:
        write_spec_files(folder)
        for path in [*bundle.rglob("*"), *folder.glob("*")]:
            os.utime(path, (times[0], times[0]))
        times.pop(0)

    times = [1_700_000_000, 1_800_000_000]
    monkeypatch.setattr(windows_package, "write_spec_files", write_then)
    setups = [windows_package.make_setup(bundle, tmp_path, tmp_path, is_fast=True).read_bytes() for _ in range(2)]
    assert setups[0] == setups[1]


def test_the_checksum_of_a_program_is_the_one_that_microsofts_linker_writes(tmp_path: Path) -> None:
    linked = next(Path(pip.__file__).parent.rglob("w64.exe")).read_bytes()
    place = linked.index(b"PE\0\0") + 0x58
    program = tmp_path / "program.exe"
    program.write_bytes(linked[:place] + bytes(4) + linked[place + 4 :])
    assert program.read_bytes() != linked
    windows_package.set_checksum(program)
    assert program.read_bytes() == linked


def test_the_zip_is_the_same_whenever_it_is_made_and_first_says_to_unpack_it(bundle: Path, tmp_path: Path) -> None:
    made = []
    for when in (1_700_000_000, 1_800_000_000):
        os.utime(bundle / "nianbao.exe", (when, when))
        target = windows_package.make_zip(bundle, tmp_path, is_fast=True)
        made.append(target.read_bytes())
    assert made[0] == made[1]
    with zipfile.ZipFile(target) as archive:
        names = archive.namelist()
    assert names[0] == f"{windows_package.UNPACK_FIRST}.txt"
    inside = ("_internal/库.dll", "nianbao-cli.exe", "nianbao.exe")
    assert names[1:] == [f"{windows_package.PORTABLE}/{name}" for name in inside]
