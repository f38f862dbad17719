"""版本历史: what differs, and taking a version back."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.draft.draft_saving import save_report
from core.draft.draft_versions import Version, list_versions
from core.draft.workbook import load_draft
from core.office.review import next_round, register_return, submit
from core.report.report import LogEntry, Report, new_report
from gui import dialogs
from gui.dialogs.history_dialog import HistoryDialog
from gui.main_window import MainWindow
from tests.window_fixtures import Answers, lines_of

CODE = "t3.R01.C1"
NOON = datetime(2026, 1, 10, 12, 0)


def a_report(cell: int) -> Report:
    report = new_report("某县水利局", "政府部门", 2025)
    return report.with_cells({CODE: cell})


def has_unsaved(window: MainWindow) -> bool:
    return not window.draft.is_saved


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft that was saved three times: two versions and the file."""
    path = tmp_path / "草稿.xlsx"
    for number in (1, 2, 3):
        save_report(a_report(number), path, NOON + timedelta(hours=number))
    return path


@pytest.fixture
def dialog(qtbot: QtBot, qapp: object, draft: Path) -> HistoryDialog:
    return HistoryDialog(None, list_versions(draft), a_report(3), may_restore=True)


def shown(dialog: HistoryDialog) -> list[list[str]]:
    table = dialog.changes
    items = [[table.item(row, column) for column in range(3)] for row in range(table.rowCount())]
    return [[item.text() if item else "" for item in row] for row in items]


def test_the_newest_version_is_compared_with_the_open_report(dialog: HistoryDialog) -> None:
    assert lines_of(dialog.list) == ["2026-01-10 15:00\n保存前的旧稿", "2026-01-10 14:00\n保存前的旧稿"]
    assert dialog.summary.text() == "2026-01-10 15:00与现在填报相比，1处不同"
    [row] = shown(dialog)
    assert row[1:] == ["2", "3"]


def test_versions_are_named_by_what_they_are(qtbot: QtBot, qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "草稿.xlsx"
    report = a_report(1)
    save_report(report, path, NOON)
    report = submit(report, date(2026, 1, 10)).applied_to(report)
    save_report(report, path, NOON + timedelta(hours=1))
    locked = replace(report, status={**report.status, "locked_on": "2026-01-11"})
    save_report(locked, path, NOON + timedelta(hours=2))
    save_report(a_report(5), path, NOON + timedelta(hours=3))
    dialog = HistoryDialog(None, list_versions(path), replace(report, cells={}), may_restore=True)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog._naming.isActive())
    names = [dialog.list.item(row).text().partition("\n")[0] for row in range(dialog.list.count())]
    assert names == ["定稿", "送审稿第1稿", "送审稿第1稿"]
    other = HistoryDialog(None, list_versions(path)[2:], new_report("某县水利局", "政府部门", 2025), may_restore=True)
    qtbot.addWidget(other)
    other.show()
    qtbot.waitUntil(lambda: not other._naming.isActive())
    assert other.list.item(0).text() == "草稿（已填1格）\n2026-01-10 13:00　保存前的旧稿"


def test_two_versions_are_compared_with_each_other_the_older_first(dialog: HistoryDialog) -> None:
    dialog.list.selectAll()
    assert dialog.summary.text() == "2026-01-10 14:00 与 2026-01-10 15:00 相比，1处不同"
    assert [row[1:] for row in shown(dialog)] == [["1", "2"]]
    assert not dialog.restore.isEnabled()


def test_return_in_the_list_replaces_nothing(dialog: HistoryDialog, qtbot: QtBot) -> None:
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.result() == HistoryDialog.DialogCode.Rejected
    assert dialog.wanted is None


def test_a_version_equal_to_the_open_report_is_not_offered(qtbot: QtBot, qapp: object, draft: Path) -> None:
    dialog = HistoryDialog(None, list_versions(draft), a_report(2), may_restore=True)
    assert dialog.summary.text().endswith("完全相同")
    assert not dialog.restore.isEnabled()


def test_a_damaged_version_says_so_and_cannot_be_restored(qtbot: QtBot, qapp: object, draft: Path) -> None:
    versions = list_versions(draft)
    versions[0].file.write_bytes(b"broken")
    dialog = HistoryDialog(None, versions, a_report(3), may_restore=True)
    assert "没有" in dialog.summary.text() or "无法" in dialog.summary.text() or "请" in dialog.summary.text()
    assert not dialog.restore.isEnabled()
    dialog.list.setCurrentRow(1)
    assert dialog.restore.isEnabled()


def test_a_locked_report_takes_no_version_back(qtbot: QtBot, qapp: object, draft: Path) -> None:
    assert not HistoryDialog(None, list_versions(draft), a_report(3), may_restore=False).restore.isEnabled()


def test_a_version_is_taken_back_as_one_step_and_the_present_state_kept(
    window: MainWindow, answers: Answers, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_path(draft)
    window.session.enter(CODE, "9")

    def choose(_parent: object, versions: list[Version], now: Report, *, may_restore: bool) -> Version:
        assert may_restore
        assert now is window.session.report
        return versions[-1]

    monkeypatch.setattr(dialogs, "choose_version", choose)
    window.commands.run("history")

    restored = LogEntry("2026-01-12 09:30", "恢复01月10日 14:00的版本")
    assert window.session.report == replace(a_report(1), log=(restored,))
    assert "送审记录不变" in window.statusBar().currentMessage()
    assert has_unsaved(window)
    assert window.session.open_report.undo_title == "恢复01月10日 14:00的版本"
    assert [version.kind for version in list_versions(draft)] == ["restored", "saved", "saved"]
    window.session.undo()
    assert window.session.report == a_report(9)
    window.session.undo()
    assert window.session.report == a_report(3)
    assert window.draft.is_saved
    window.session.redo()
    window.session.redo()
    window.session.enter(CODE, "12")
    assert window.save()
    window.open_path(draft)
    assert window.session.report == replace(a_report(12), log=(restored,))


def test_a_round_pinned_after_a_version_was_taken_back_outlives_its_undo(
    window: MainWindow, answers: Answers, draft: Path
) -> None:
    """Else the returned 第1稿 could not be registered any more."""
    window.open_path(draft)
    window.commands.history.restore_version(list_versions(draft)[-1])
    window.commands.report._after("review")
    assert window.session.report.status == a_report(1).status

    window.session.undo()

    assert window.session.report.cells == {CODE: 3}
    assert [made.number for made in window.session.report.rounds] == [1]
    assert not window.draft.is_saved
    window.save()
    assert len(load_draft(draft).report.rounds) == 1


def test_an_older_version_brings_its_content_and_the_rounds_go_on(
    window: MainWindow, answers: Answers, draft: Path
) -> None:
    """Else the next paper bears the name of the one that the leader has."""
    window.open_path(draft)
    window.commands.report._after("review")
    window.session.record(register_return(window.session.report, "王主任", date(2026, 1, 12), ["请核对"]))
    window.save()
    window.commands.history.restore_version(list_versions(draft)[-1])
    assert window.session.report.cells == {CODE: 1}
    assert [made.number for made in window.session.report.rounds] == [1]
    assert [remark.text for remark in window.session.report.rounds[0].remarks] == ["请核对"]
    assert next_round(window.session.report) == 2


def test_without_versions_the_clerk_is_told_why(window: MainWindow, answers: Answers) -> None:
    window.commands.opening.new("某县水利局", "政府部门", 2025)
    window.commands.run("history")
    assert answers.said == ["版本历史：这份报告还没有保存过，没有版本。保存草稿后，每次保存前的文件都会留存。"]
