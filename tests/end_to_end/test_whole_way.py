"""The whole way of a report with two returns, by keyboard alone, from last year's report to next year's."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from build_scripts.make.keyboard import Keyboard
from build_scripts.make.whole_way import ADDED, URL, archive_in, prepare, whole_way
from core.draft.workbook import load_draft
from core.office.archive.verification import verified
from core.office.review import open_remarks
from gui.main_window import MainWindow

MOST_KEYS = 180
LEADS_ON = {
    "填完": "生成送审稿",
    "送审中": "打印审签单",
    "退回修改": "处理退回意见",
    "意见都已处理": "生成送审稿",
    "第2稿送审中": "打印审签单",
    "再次退回": "处理退回意见",
    "意见又都处理": "生成送审稿",
    "等待签发": "生成定稿",
    "待公布": "登记公布",
    "已公布": "核对网页",
    "归档后": "核对归档",
}
"""The button that stands out on the last page, by what is seen there."""


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, of the menu
def test_a_report_goes_its_whole_way_by_keyboard_alone(real_window: MainWindow, tmp_path: Path) -> None:
    seen: dict[str, list[str]] = {}

    def look(what: str) -> None:
        box, focus = QApplication.activeModalWidget(), QApplication.focusWidget()
        assert focus is not None, what
        assert not focus.visibleRegion().isEmpty(), what
        if box is not None:
            room = box.screen().availableGeometry()
            assert box.width() <= room.width(), what
            assert box.height() <= room.height(), what
        elif real_window.wizard.current.key == "review":
            buttons: list[QPushButton] = list(real_window.wizard.findChildren(QPushButton, "primary"))
            seen[what] = [button.text() for button in buttons if button.isVisible()]

    prepare(tmp_path)
    keys = Keyboard(real_window)
    keys.follow(whole_way(keys, tmp_path, look))

    assert {what: seen[what] for what in LEADS_ON} == {what: [button] for what, button in LEADS_ON.items()}
    assert all(len(buttons) == 1 for buttons in seen.values()), seen
    report = load_draft(tmp_path / "草稿.xlsx").report
    assert [(made.number, made.returned_by, len(made.remarks)) for made in report.rounds] == [
        (1, "李主任", 2),
        (2, "王局长", 1),
        (3, "", 0),
    ]
    assert not open_remarks(report)
    assert report.texts["s1.oversight"].endswith(ADDED)
    assert report.status["published_url"] == URL
    outcome = verified(archive_in(tmp_path))
    assert (outcome.differences, outcome.code) == ((), report.status["archive_code"])
    following = real_window.session.report
    assert (following.unit, following.year) == (report.unit, 2026)
    assert following.status["last_year_file"] == str(archive_in(tmp_path) / "草稿.xlsx")
    assert following.cells["t3.R02.C1"] == report.cells["t3.R25.C1"]
    assert keys.count <= MOST_KEYS
