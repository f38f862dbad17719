"""Files of others are read in another process: the window lives on, the clerk can call it off, it ends by itself."""

import re
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from core.base import reading_process
from core.base.errors import ReportError
from core.office.report_source import open_report
from gui.commands.source_actions import FROM_CLIPBOARD, FROM_FILE
from gui.dialogs import reading
from gui.dialogs.reading import ReadingDialog, each_in_process, in_process
from gui.main_window import MainWindow
from tests.window_fixtures import SAMPLE, Answers

FIVE_LINES = "某局2024年政府信息公开工作年度报告\n甲\t乙\n\t1\n\t2\n\t3\n"


def shown_dialogs() -> list[ReadingDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, ReadingDialog) and w.isVisible()]


def test_what_is_read_quickly_shows_no_dialog(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PATIENCE", 60.0)
    shown: list[bool] = []
    monkeypatch.setattr(ReadingDialog, "show", lambda self: shown.append(True))

    assert in_process(window, SAMPLE.name, open_report, SAMPLE) == open_report(SAMPLE)
    assert shown == []


def test_the_clerk_calls_it_off(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PATIENCE", 0.0)
    said: list[str] = []

    def press() -> None:
        for dialog in shown_dialogs():
            said.append(dialog.label.text())
            dialog.cancel.click()

    timer = QTimer(interval=50)
    timer.timeout.connect(press)
    timer.start()

    assert each_in_process(window, time.sleep, [("甲.docx", 0), ("乙.docx", 3600)]) is None
    assert said
    assert said[-1].startswith("正在读取“")
    assert shown_dialogs() == []


def test_a_pattern_that_runs_away_leaves_the_window_alive_and_is_given_up(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_process, "LONGEST", 1.0)
    ticks: list[int] = []
    timer = QTimer(interval=20)
    timer.timeout.connect(lambda: ticks.append(len(shown_dialogs())))
    timer.start()

    with pytest.raises(ReportError, match="读了1秒还没有读完"):
        in_process(window, "年报.html", re.fullmatch, "(a*)*b", "a" * 60)

    assert len(ticks) > 5
    assert 1 in ticks
    assert shown_dialogs() == []


def test_of_several_files_one_that_takes_too_long_does_not_spoil_the_others(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_process, "LONGEST", 3.0)

    found = each_in_process(window, time.sleep, [("甲.xlsx", 0), ("乙.xlsx", 3600), ("丙.xlsx", 0)])

    assert found is not None
    assert [type(one).__name__ for one in found] == ["NoneType", "ReportError", "NoneType"]


@pytest.mark.parametrize("way", [FROM_FILE, FROM_CLIPBOARD])
def test_a_text_that_once_was_read_for_ever_opens_or_is_refused(
    window: MainWindow, answers: Answers, tmp_path: Path, way: str
) -> None:
    answers.open_from = tmp_path / "年报.txt"
    answers.open_from.write_text(FIVE_LINES, "utf-8")
    QApplication.clipboard().setText(FIVE_LINES)
    answers.choice = way

    assert not window.commands.run("import")
    assert "没有找到它的表格" in answers.said[-1]
