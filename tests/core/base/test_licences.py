"""The list of shipped software names every licence text, and every text belongs to some software."""

import platform
import sys

import pytest

from core.base.licences import SYSTEMS, shipped_software, this_system
from core.base.resources import resource_path


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_entry_shows_its_texts_in_full(system: str) -> None:
    for software in shipped_software(system):
        for file in software.files:
            assert resource_path("licences", file).read_text(encoding="utf-8") in software.text


def test_each_system_lists_only_what_is_shipped_on_it() -> None:
    linux, windows = ({software.name for software in shipped_software(system)} for system in ("linux", "windows"))
    assert not any("6.8.3" in software.name for software in shipped_software("arm"))
    assert any("fcitx" in name for name in linux - windows)
    assert any("Visual C++" in name for name in windows - linux)
    assert any("Qt" in name for name in linux & windows)


@pytest.mark.parametrize(
    ("name", "machine", "system"),
    [
        ("win32", "AMD64", "windows"),
        ("win32", "aarch64", "windows"),
        ("linux", "x86_64", "linux"),
        ("linux", "aarch64", "arm"),
    ],
)
def test_the_system_is_known_by_its_machine(
    monkeypatch: pytest.MonkeyPatch, name: str, machine: str, system: str
) -> None:
    monkeypatch.setattr(sys, "platform", name)
    monkeypatch.setattr(platform, "machine", lambda: machine)

    assert this_system() == system


def test_no_licence_text_lies_about_unused() -> None:
    used = {file for system in SYSTEMS for one in shipped_software(system) for file in one.files}
    assert used == {path.name for path in resource_path("licences").glob("*.txt")}


def test_the_libraries_within_the_interpreter_have_their_texts() -> None:
    text = resource_path("licences", "CPython.txt").read_text(encoding="utf-8")
    assert all(author in text for author in ("Stefan Krah", "Julian R Seward"))
