"""The random clerk, for a moment only; by hand it works for as long as one likes."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from build_scripts.random_clerk import use_at_random
from core.base.resources import resource_path
from gui.main_window import MainWindow
from tests.window_fixtures import qapp  # noqa: F401  fixtures are found by name here


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(resource_path("samples", "示例.xlsx"), tmp_path)
    return tmp_path


@pytest.mark.window
@pytest.mark.usefixtures("qapp")
def test_a_moment_of_random_use_does_no_harm(folder: Path) -> None:
    clerk = use_at_random(folder, 5.0, seed=3)

    assert clerk.problems == []
    assert clerk.done > 20
    assert QApplication.activeModalWidget() is None


@pytest.mark.window
@pytest.mark.usefixtures("qapp")
def test_a_fault_is_noticed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(MainWindow, "new_report", broken)
    monkeypatch.setattr(MainWindow, "open_sample", broken)

    assert use_at_random(folder, 5.0, seed=3).problems
