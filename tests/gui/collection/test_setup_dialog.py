"""The dialog of 汇总审核 says what is taken where a field stays blank."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.office.collection.state import DeskState, save_state
from core.office.collection.unit_list import ListedUnit
from gui.collection.setup_dialog import SetupDialog
from gui.main_window import MainWindow

NO_LIST = "可以不选：按收到的报告列出单位，并写出名单.xlsx 供补充"


def test_a_results_folder_that_knows_list_and_last_year_says_so(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    units = ListedUnit("甲局"), ListedUnit("乙局")
    places = {"last_year": "../去年", "contact": "李某 0000-1"}
    state = DeskState(2025, "b", listed=("d", units), places=places)
    save_state(tmp_path, state)
    dialog = SetupDialog(window.settings, window.files, 2025, None, window)
    listed, last = (dialog.fields[name] for name in ("list", "last_year"))
    dialog.year.setValue(2025)
    dialog.fields["folder"].setText(str(tmp_path / "来件"))
    dialog.fields["out"].setText(str(tmp_path))
    qtbot.waitUntil(lambda: listed.placeholderText() == "可以不选：沿用上次的名单（2个单位）")
    assert last.placeholderText() == "可以不选：沿用上次的“去年”"
    assert dialog.request(date(2026, 2, 1)).facts.contact == "李某 0000-1"
    dialog.year.setValue(2024)  # of another year nothing is taken
    qtbot.waitUntil(lambda: listed.placeholderText() == NO_LIST)
    assert dialog.request(date(2026, 2, 1)).facts.contact == ""
    dialog.year.setValue(2025)
    qtbot.waitUntil(lambda: "2个单位" in listed.placeholderText())
    dialog.fields["out"].setText(str(tmp_path / "没有"))
    qtbot.waitUntil(lambda: listed.placeholderText() == NO_LIST)
    (tmp_path / "collection.json").write_text("{坏", encoding="utf-8")
    dialog.fields["out"].setText(str(tmp_path))
    qtbot.wait(400)
    assert listed.placeholderText() == NO_LIST
    dialog.close()


def test_a_results_folder_of_other_reports_is_asked_about_once(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    out = tmp_path / "结果"
    out.mkdir()
    save_state(out, DeskState(2025, "b", listed=("d", (ListedUnit("甲局"),)), places={"folder": "../来件二"}))
    dialog = SetupDialog(window.settings, window.files, 2025, None, window)
    dialog.fields["folder"].setText(str(tmp_path / "来件七"))
    dialog.fields["out"].setText(str(out))
    qtbot.waitUntil(lambda: "1个单位" in dialog.fields["list"].placeholderText())
    dialog.accept()
    said = "结果文件夹里是“来件二”的结果，这次读的是“来件七”；不是同一批单位的，请另选一个结果文件夹。"
    assert dialog._complaint.text() == f"{said}是同一批的，再点一次“开始”。"
    assert dialog.result() == 0
    dialog.accept()
    assert dialog.result() == 1
    dialog.fields["folder"].setText(str(tmp_path / "别处" / "来件二"))  # of the same name: told by where they lie
    dialog.setResult(0)
    dialog.show()
    before = dialog.fields["out"].height()
    dialog.accept()
    QApplication.processEvents()
    assert (dialog.result(), dialog.fields["out"].height()) == (0, before)  # it grows with the long sentence
    said = f"结果文件夹里是“{tmp_path / '来件二'}”的结果，这次读的是“{tmp_path / '别处' / '来件二'}”；"
    assert dialog._complaint.text().startswith(said)
    dialog.fields["folder"].setText(str(tmp_path / "来件二"))
    dialog.accept()
    assert dialog.result() == 1
    dialog.close()
