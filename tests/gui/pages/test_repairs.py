"""The button 已核对台账，改为…: only what the finding itself is about, undoable, logged, and never a guess."""

import random
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from build_scripts.sweeps.balanced_reports import balanced_report, with_controls
from core.checks.findings import Finding
from core.report.report import Report, new_report
from gui.pages.findings_panel import FindingsPanel
from gui.report.session import ReportSession
from tests.window_fixtures import Answers, in_dialog


@pytest.fixture
def report() -> Report:
    return with_controls(balanced_report(random.Random(4), density=0.7, largest=80))


@pytest.fixture
def session(report: Report) -> ReportSession:
    made = ReportSession(lambda: datetime(2026, 1, 10, 9, 0))
    made.replace(report)
    return made


@pytest.fixture
def panel(qtbot: QtBot, session: ReportSession) -> FindingsPanel:
    made = FindingsPanel(session)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(panel: FindingsPanel, code: str) -> None:
    """Select the finding about a cell."""
    for _ in range(panel.list.count() + 1):
        finding = panel.step(1)
        if isinstance(finding, Finding) and code in finding.cells:
            return
    raise AssertionError(code)


def entry(session: ReportSession, code: str) -> int:
    value = session.report.cells[code]
    assert isinstance(value, int)
    return value


def test_without_control_totals_the_numbers_to_look_at_first_are_listed_and_none_is_to_be_changed(
    session: ReportSession, panel: FindingsPanel
) -> None:
    report = new_report("青原县水利局", "政府部门", 2025, with_zeros=True)
    report = report.with_cells({"t3.R01.C1": 12, "t3.R03.C1": 4, "t3.R13.C1": 4})
    session.replace(report)
    choose(panel, "t3.R01.C1")

    said = panel.details.said.text()
    assert "填了4（等于相差数）的格：“（一）予以公开”、“（四）1.本机关不掌握相关政府信息”。填错的也可能是" in said
    assert not panel.details.repair.isVisible()


def test_of_two_wrong_numbers_the_button_changes_its_own_one(
    session: ReportSession, panel: FindingsPanel, answers: Answers
) -> None:
    answers.confirm = True
    first, second = "t3.R05.C2", "t3.R17.C4"
    right = entry(session, first), entry(session, second)
    session.set_entries({first: right[0] + 3, second: right[1] + 40}, "填写")
    choose(panel, second)
    assert panel.details.repair.text() == f"已核对台账，改为 {right[1]}"

    panel.details.repair.click()

    assert entry(session, second) == right[1]
    assert entry(session, first) == right[0] + 3
    assert session.report.log[-1].what.startswith("已核对台账：“（五）2.重复申请·社会公益组织”由")
    session.undo()
    assert entry(session, second) == right[1] + 40
    assert session.report.log == ()


def test_a_deduced_number_is_written_only_where_the_register_was_looked_at(
    session: ReportSession, panel: FindingsPanel
) -> None:
    cell = "t3.R17.C4"
    right = entry(session, cell)
    session.set_entries({cell: right + 40}, "填写")
    choose(panel, cell)
    told: list[str] = []

    def leave() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        told.extend([box.text(), box.defaultButton().text(), *(button.text() for button in box.buttons())])
        QTest.keyClick(box, Qt.Key.Key_Escape)

    in_dialog(leave)
    panel.details.repair.click()

    assert told[0] == (
        f"“{session.form.cells[cell].name}”现在是{right + 40}，按合计推算是{right}。\n"
        "请先查看台账；确认这一格填错了才改。"
    )
    assert told[1] == "取消"
    assert set(told[2:]) == {f"已核对台账，改为{right}", "取消"}
    assert entry(session, cell) == right + 40
    assert session.report.log == ()


def test_return_presses_the_button_that_has_the_focus(
    session: ReportSession, panel: FindingsPanel, answers: Answers
) -> None:
    answers.confirm = True
    cell = "t3.R17.C4"
    right = entry(session, cell)
    session.set_entries({cell: right + 40}, "填写")
    choose(panel, cell)
    gone_to: list[object] = []
    panel.jump_wanted.connect(gone_to.append)
    panel.activateWindow()
    panel.details.repair.setFocus()
    QTest.keyClick(panel.details.repair, Qt.Key.Key_Return)
    assert entry(session, cell) == right
    assert not gone_to  # the list below did not get the key
    session.undo()
    panel.errors.setFocus()
    QTest.keyClick(panel.errors, Qt.Key.Key_Return)
    assert len(gone_to) == 1


def test_a_row_one_column_off_is_put_right_as_one_step(
    session: ReportSession, panel: FindingsPanel, answers: Answers
) -> None:
    answers.confirm = True
    codes = [f"t3.R08.C{i}" for i in range(1, 7)]
    right = {code: entry(session, code) for code in codes}
    session.set_entries(dict(zip(codes, [0, *list(right.values())[:-1]], strict=True)), "填写")
    choose(panel, "t3.R08.C3")
    assert panel.details.repair.text().startswith("已核对台账，改正这 ")

    panel.details.repair.click()

    assert {code: entry(session, code) for code in codes} == right
    session.undo()
    assert {code: entry(session, code) for code in codes} != right


def test_where_it_could_be_several_numbers_there_is_no_button(session: ReportSession, panel: FindingsPanel) -> None:
    first, second = "t3.R05.C2", "t3.R17.C4"
    session.set_entries({first: entry(session, first) + 7, second: entry(session, second) + 7}, "填写")
    finding = session.result.blocking[0]
    assert len(finding.repairs) > 1
    choose(panel, finding.cells[0])
    assert not panel.details.repair.isVisibleTo(panel)


def test_a_wrong_total_of_the_paper_has_no_button(session: ReportSession, panel: FindingsPanel) -> None:
    total = session.report.controls["t3.R05.C7"]
    assert isinstance(total, int)
    session.set_entries({"t3.R05.C7": total + 5}, "核对合计")
    choose(panel, "t3.R05.C7")
    assert not panel.details.repair.isVisibleTo(panel)


def test_the_buttons_stand_in_one_row_as_wide_as_their_words_and_the_way_to_the_place_comes_first(
    session: ReportSession, panel: FindingsPanel
) -> None:
    panel.resize(1600, 600)
    session.set_text("s6", "本年度未发出信息处理费收费通知，未收取信息处理费。")
    session.set_entries({"fee.notices": 1, "fee.billed": 10, "fee.collected": 10}, "填写")
    panel.choose(next(f for f in session.result.findings if session.facts.stale_sentence(f)))
    details = panel.details
    row = [details.jump, details.renew, details.remove, details.explain]

    assert [button.x() for button in row] == sorted(button.x() for button in row)
    assert len({button.y() for button in row}) == 1
    assert all(button.width() == button.sizeHint().width() for button in row)

    details.renew.click()
    assert session.facts.printed_text("s6") == "本年度发出信息处理费收费通知1件，总金额10元，实际收取10元。"
    session.undo()
    panel.choose(next(f for f in session.result.findings if session.facts.stale_sentence(f)))
    panel.resize(230, 600)
    assert details.heightForWidth(details.width()) <= details.height()
    assert all(button.geometry().right() <= details.width() for button in row)
    details.remove.click()
    assert session.report.texts.get("s6", "") == ""


def test_an_old_name_of_the_unit_is_changed_everywhere_at_once(session: ReportSession, panel: FindingsPanel) -> None:
    panel.resize(900, 600)
    session.set_texts({"meta.unit": "云岭县林业局"}, "填写")
    session.set_texts({"lead": "云岭县林业局编制本年度报告。", "s5": "云岭县林业局主动公开不够。"}, "填写")
    session.set_text("meta.unit", "云岭县林业和草原局", is_typing=True)
    session.close_edit()
    panel.choose(next(f for f in session.result.findings if f.variant == "former"))
    details = panel.details
    assert details.rename.isVisibleTo(panel)
    assert details.rename.text() == "2处都改为现在的单位名称"

    details.rename.click()
    assert session.report.texts["lead"] == "云岭县林业和草原局编制本年度报告。"
    assert session.report.texts["s5"] == "云岭县林业和草原局主动公开不够。"
    assert not [f for f in session.result.findings if f.variant == "former"]
    assert not details.rename.isVisibleTo(panel)
    session.undo()
    assert session.report.texts["lead"] == "云岭县林业局编制本年度报告。"
