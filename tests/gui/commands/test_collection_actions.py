"""What was asked for and cannot be read leads back to what was filled in, with the reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from build_scripts.sweeps.desk_folders import list_bytes, make_folder
from gui import dialogs
from gui.collection.setup_dialog import SetupDialog
from gui.main_window import MainWindow
from tests.window_fixtures import Answers, in_dialog

ACCEPTED = dialogs.accepted
LONGEST = 40_000
WRONG: dict[str, tuple[str, Callable[[Path], Path], str]] = {
    "results are a file": ("out", lambda place: place / "名单.xlsx", "“名单.xlsx”是文件，不能作为结果文件夹。"),
    "results are the reports": ("out", lambda place: place / "来件", "结果文件夹不能就是报告所在的文件夹“来件”。"),
    "no such folder": ("folder", lambda place: place / "没有", "找不到文件夹“没有”"),
    "no such list": ("list", lambda place: place / "没有.xlsx", "“没有.xlsx”"),
    "list of nobody": ("list", lambda place: place / "空.xlsx", "“空.xlsx”"),
    "no last year": ("last_year", lambda place: place / "去年", "“去年”"),
}


def shown_setup() -> SetupDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SetupDialog)
    return dialog


def press_return() -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Return)


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_read_leads_back_to_the_form_and_nothing_filled_in_is_lost(
    window: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(dialogs, "accepted", ACCEPTED)
    wrong, path_in, sentence = WRONG[name]
    made = make_folder(7, units=2, faults=0)
    made.write(tmp_path / "来件")
    (tmp_path / "名单.xlsx").write_bytes(list_bytes(made))
    (tmp_path / "空.xlsx").write_bytes(b"")
    good = {"folder": str(tmp_path / "来件"), "out": str(tmp_path / "结果"), "list": str(tmp_path / "名单.xlsx")}
    filled = {"last_year": "", **good, wrong: str(path_in(tmp_path)), "year": "2025"}
    window.settings.note(collection=filled)
    collection = window.commands.collection
    seen: list[str] = []
    kept: dict[str, str] = {}
    focused: list[str] = []

    def again() -> None:
        dialog = shown_setup()
        seen.append(dialog._complaint.text())
        kept.update({key: field.text() for key, field in dialog.fields.items()})
        focused.extend(key for key, field in dialog.fields.items() if field.hasFocus())
        dialog.fields[wrong].setText({"last_year": "", **good}[wrong])
        press_return()

    in_dialog(press_return)
    window.menus.actions["collection"].trigger()
    in_dialog(again)
    qtbot.waitUntil(lambda: len(seen) == 1, timeout=LONGEST)
    assert sentence in seen[0]
    assert {**kept, "year": "2025"} == filled
    assert focused == [wrong]
    assert answers.said == []  # no box, and no empty window behind one
    desk = collection.window
    assert desk is not None
    qtbot.waitUntil(lambda: not desk.runner.busy and desk.runner.collected is not None, timeout=LONGEST)
    assert desk.pane.model.rowCount() == 2
    desk.close()
