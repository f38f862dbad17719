"""The way of a report through the office, played in the window."""

import threading
import time
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from core.base.resources import resource_path
from core.draft.workbook import load_draft
from core.office import review
from gui import dialogs
from gui.commands.report_actions import SAVE_FIRST
from gui.dialogs.return_dialog import PublicationDialog, ReturnDialog
from gui.dialogs.waiting import WaitDialog
from gui.dialogs.zero_dialog import ZeroDialog
from gui.main_window import MainWindow
from gui.pages.section_pages import SectionPage
from tests.window_fixtures import Answers

SAMPLE = resource_path("samples", "示例.xlsx")


def fill_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer the dialogs of this way as a clerk would, through their own fields."""

    def accepted(dialog: QDialog) -> bool:
        if isinstance(dialog, ReturnDialog):
            dialog.accept()
            assert not dialog.result()  # nothing is written yet
            dialog.by.setText("李主任")
            dialog.remarks.setPlainText("许可件数请再核对\n第五部分补充措施\n")
        elif isinstance(dialog, PublicationDialog):
            assert dialog.on.date().toString("yyyy-MM-dd") == "2026-01-12"  # today, unless another day is chosen
            dialog.url.clear()
            dialog.accept()
            assert not dialog.result()  # the address is missing
            dialog.url.setText("https://www.example.gov.cn/1.html")
            dialog.on.setDate(QDate(2026, 1, 9))
            monkeypatch.setattr(dialogs, "confirm", lambda *_: False)
            dialog.accept()
            assert not dialog.result()  # the 定稿 is of a later day, which is asked about
            monkeypatch.setattr(dialogs, "confirm", lambda *_: True)
        elif isinstance(dialog, ZeroDialog):
            dialog.everything.click()
        dialog.accept()
        return bool(dialog.result())

    monkeypatch.setattr(dialogs, "accepted", accepted)


def test_a_whole_review_is_kept_in_the_draft(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_dialogs(monkeypatch)
    window.open_sample()
    answers.save_to = tmp_path / "草稿.xlsx"
    assert window.save()
    answers.save_to = tmp_path / "第1稿.docx"
    window.wizard.review.buttons["review"].click()
    window.commands.run("register_return")
    assert window.toolbar.verdict.startswith("↩ 退回修改")
    window.session.enter("t2.licensing.decisions", "657")
    window.session.set_text("s2", window.session.report.texts["s2"] + "数字已与台账核对。")
    answers.save_to = tmp_path / "太早.docx"
    panel = window.work.findings
    for command in ("make.review", "make.final"):
        panel.list.setCurrentRow(-1)
        window.commands.run(command)
        assert "2条退回意见没有处理：\n1．许可件数请再核对\n2．第五部分补充措施" in answers.said[-1]
        assert not answers.save_to.exists()
        assert panel.list.currentItem().text() == "□ 1．许可件数请再核对"
    panel.details.remark.followed.click()
    answers.reason = "已逐条写明"
    window.commands.run("answer_remarks")
    panel.details.remark.not_followed.click()
    answers.save_to = tmp_path / "第2稿.docx"
    window.wizard.review.buttons["review"].click()
    assert window.toolbar.verdict[2:].startswith("送审中（第2稿）")
    answers.save_to = tmp_path / "定稿.docx"
    window.wizard.review.buttons["final"].click()
    assert window.toolbar.verdict[2:].startswith("定稿（已锁定）")
    window.session.enter("t2.licensing.decisions", "1")
    assert window.session.facts.shown("t2.licensing.decisions") == "657"

    kept = load_draft(tmp_path / "草稿.xlsx").report
    assert [(r.number, r.returned_by) for r in kept.rounds] == [(1, "李主任"), (2, "")]
    assert [(m.answer, m.reason) for m in kept.rounds[0].remarks] == [("已改", ""), ("不改", "已逐条写明")]
    assert kept.rounds[1].checksum == kept.status["locked_checksum"]
    window.show_start()
    assert window.start.recent.item(0).text().splitlines()[0].endswith("定稿（已锁定）")

    window.commands.run("note_publication")
    kept = load_draft(tmp_path / "草稿.xlsx").report
    assert kept.status["published_url"] == "https://www.example.gov.cn/1.html"
    assert kept.status["published_on"] == "2026-01-09"

    answers.reason = "领导要求修改"
    window.commands.run("unlock")
    window.session.enter("t2.licensing.decisions", "656")
    assert window.session.facts.shown("t2.licensing.decisions") == "656"


@pytest.mark.parametrize("lets_go", [True, False])
def test_a_report_that_word_holds_is_waited_for_with_the_window_painted(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lets_go: bool
) -> None:
    window.open_sample()
    output = answers.save_to = tmp_path / "草稿.docx"
    output.write_bytes(b"old")
    seen = threading.Event()
    move = Path.replace

    def held(path: Path, target: Path) -> Path:
        if target == output and not (lets_go and seen.is_set()):
            raise PermissionError(13, "in use")
        return move(path, target)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(time, "sleep", lambda _seconds: seen.wait(60))
    monkeypatch.setattr(dialogs, "_MOMENT_MS", 0)
    said: list[str] = []

    def look() -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, WaitDialog):
            said.append(shown.label.text())
            if said[-1] == dialogs.held_sentence("草稿.docx"):
                seen.set()

    timer = QTimer(interval=10)
    timer.timeout.connect(look)
    timer.start()
    window.commands.run("make.draft")
    timer.stop()
    assert said[-1] == dialogs.held_sentence("草稿.docx")
    assert answers.said[-1].startswith("已生成：" if lets_go else "无法写入“草稿.docx”，它可能正被其他程序打开")
    assert (output.read_bytes() == b"old") is not lets_go
    assert list(tmp_path.iterdir()) == [output]


def test_no_step_back_reaches_a_report_that_is_locked(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    window.open_sample()
    window.session.enter("t2.licensing.decisions", "657")
    answers.save_to = tmp_path / "草稿.xlsx"
    assert window.save()
    answers.save_to = tmp_path / "定稿.docx"
    window.wizard.review.buttons["final"].click()
    window.menus.actions["undo"].trigger()
    assert window.session.facts.shown("t2.licensing.decisions") == "657"
    assert window.toolbar.verdict[2:].startswith("定稿（已锁定）")


def test_a_lock_never_looks_as_if_the_draft_were_saved(window: MainWindow) -> None:
    """Else the autosave would be forgotten for a moment."""
    window.open_sample()
    window.session.enter("t2.licensing.decisions", "657")
    seen: list[bool] = []
    window.draft.changed.connect(lambda: seen.append(window.draft.is_saved))
    window.session.record(review.finalise(window.session.report, date(2026, 1, 12)))
    assert window.session.is_locked
    assert not any(seen)
    assert not window.draft.is_saved


@pytest.mark.parametrize("is_saved", [True, False])
def test_a_draft_without_a_file_is_saved_before_its_final_version_is_made(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_saved: bool
) -> None:
    window.open_sample()
    window.session.enter("t2.licensing.decisions", "657")
    places = [tmp_path / "草稿.xlsx", tmp_path / "定稿.docx"]
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: places.pop(0))
    answers.choice = SAVE_FIRST if is_saved else ""
    window.wizard.review.buttons["final"].click()
    assert answers.said[0].startswith("生成定稿：这份草稿还没有保存过。")
    assert window.session.is_locked is is_saved
    assert [path.exists() for path in (tmp_path / "草稿.xlsx", tmp_path / "定稿.docx")] == [is_saved] * 2
    if is_saved:
        assert window.draft.is_saved
        assert load_draft(tmp_path / "草稿.xlsx").report.status["locked_checksum"]


def test_a_review_copy_of_a_draft_without_a_file_says_where_it_is_noted(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    window.open_sample()
    answers.save_to = tmp_path / "送审稿.docx"
    window.wizard.review.buttons["review"].click()
    assert "草稿还没有保存过，请按 Ctrl+S 保存。" in answers.said[-1]
    answers.save_to = tmp_path / "草稿.xlsx"
    assert window.save()
    window.session.enter("t2.licensing.decisions", "657")
    answers.save_to = tmp_path / "送审稿2.docx"
    window.wizard.review.buttons["review"].click()
    assert "草稿还没有保存过" not in answers.said[-1]


def test_a_return_that_was_registered_is_there_to_be_added_to(window: MainWindow) -> None:
    again = returned(window)
    assert (again.by.text(), again.on.date().toString("yyyy-MM-dd")) == ("办公室", "2026-01-11")
    assert again.lines == ["核对第二部分", "第五部分太短"]


def test_the_address_of_before_is_proposed_again_after_a_correction(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_sample()
    proposed: list[str] = []

    def accepted(dialog: QDialog) -> bool:
        assert isinstance(dialog, PublicationDialog)
        proposed.append(dialog.url.text())
        return False

    monkeypatch.setattr(dialogs, "accepted", accepted)
    session, day, page = window.session, date(2026, 1, 12), "https://www.example.gov.cn/czj/1.html"
    session.record(review.finalise(session.report, day))
    window.commands.run("note_publication")
    session.record(review.note_publication(session.report, page, day))
    session.record(review.unlock(session.report, "发现数字有误", day))
    session.enter("t2.licensing.decisions", "657")
    session.record(review.finalise(session.report, day))
    window.commands.run("note_publication")
    assert proposed == [session.report.meta["meta.website"], page]


def test_a_noted_day_that_is_none_gives_today(window: MainWindow) -> None:
    """It was written into the draft in Excel."""
    for noted, shown in (("2026-01-09", "2026-01-09"), ("2026年1月9日", "2026-01-13"), ("", "2026-01-13")):
        dialog = PublicationDialog("", noted, date(2026, 1, 13), window)
        assert dialog.on.date().toString("yyyy-MM-dd") == shown


def test_commands_that_change_something_are_refused_while_the_report_is_locked(
    window: MainWindow, answers: Answers
) -> None:
    window.open_sample()
    window.session.set_text("s5", "定稿时的问题和改进。")
    window.session.record(review.finalise(window.session.report, date(2026, 1, 12)))
    for command in ("fill", "zero_report", "tidy"):
        answers.said.clear()
        window.commands.run(command)
        assert "已经定稿并锁定，不能修改" in answers.said[-1]
    assert window.session.report.texts["s5"] == "定稿时的问题和改进。"
    page = window.wizard.pages["s5"]
    assert isinstance(page, SectionPage)
    window.show_page("s5")
    assert all(button.isHidden() for button in page.blocks["s5"].changing)


def test_what_cannot_be_done_yet_says_what_to_do_first(window: MainWindow, answers: Answers) -> None:
    window.open_path(SAMPLE)
    for command in ("answer_remarks", "unlock", "note_publication"):
        window.commands.run(command)
        assert "请先" in answers.said[-1]


def test_one_box_asks_all_that_a_report_of_zeros_needs(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    fill_dialogs(monkeypatch)
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    window.session.enter("t2.licensing.decisions", "3")
    window.commands.run("zero_report")
    report = window.session.report
    assert not [code for code in window.session.result.blanks if code in report.form.cells]
    assert (report.cells["t2.licensing.decisions"], report.cells["fee.collected"]) == (3, 0)
    assert "未收到政府信息公开申请" in report.texts["s3"]
    assert "行政复议" in report.texts["s4"]
    assert "未收取信息处理费" in report.texts["s6"]
    assert report.log[-1].what == "无申请、无复议诉讼：168个空白格填0"

    window.session.undo()
    report = window.session.report
    assert (dict(report.cells), dict(report.texts), report.log) == ({"t2.licensing.decisions": 3}, {}, ())


def test_no_requests_is_refused_where_a_request_is_entered(window: MainWindow) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    window.session.enter("t3.R01.C2", "3")
    dialog = ZeroDialog(window.session)
    assert not dialog.no_requests.isEnabled()
    assert dialog.why.text() == "第三部分的表中已填了数字（“本年新收·商业企业”为3），不能全部填0。"
    dialog.everything.click()  # what may not be ticked is left out
    dialog.apply()
    assert dict(window.session.report.texts).keys() == {"s4", "s6"}
    assert window.session.report.cells["t3.R01.C2"] == 3
    assert "t3.R01.C1" not in window.session.report.cells
    assert not ZeroDialog(window.session).no_others.isEnabled()  # nothing is blank there any more


def test_where_nothing_can_be_filled_with_zeros_one_sentence_says_so(window: MainWindow, answers: Answers) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    form, report = window.session.form, window.session.report
    window.session.adopt(report.with_cells(dict.fromkeys((*form.entered, *form.outside_tables), 0)), "填0")
    window.commands.run("zero_report")
    assert answers.said == ["无申请、无复议诉讼：一键填0：各项都已经填了，没有空白的格子可以填0。"]


def test_zeros_are_filled_only_once_something_is_ticked(window: MainWindow) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    dialog = ZeroDialog(window.session)
    assert dialog.with_sentences.isChecked()
    assert not dialog.fill.isEnabled()
    dialog.no_cases.setChecked(True)
    assert dialog.fill.isEnabled()


def test_what_was_ticked_is_not_dropped_by_escape_without_a_question(window: MainWindow, answers: Answers) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    dialog = ZeroDialog(window.session, window)
    dialog.show()
    dialog.no_cases.setChecked(True)
    dialog.reject()
    assert "就不保留了" in answers.said[-1]
    assert dialog.isVisible()
    dialog.no_cases.setChecked(False)
    asked = len(answers.said)
    dialog.reject()
    assert (len(answers.said), dialog.isVisible()) == (asked, False)


def test_only_the_fees_that_are_blank_are_counted(window: MainWindow) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    assert "（3项都填0）" in ZeroDialog(window.session).no_fees.text()
    window.session.enter("fee.notices", "0")
    assert "（还空着的2项填0）" in ZeroDialog(window.session).no_fees.text()
    window.session.enter("fee.notices", "1")
    assert ZeroDialog(window.session).no_fees.text() == "第六部分：信息处理费还空着的2项都是0"
    window.session.enter_many({"fee.billed": "1", "fee.collected": "1"}, "")
    assert ZeroDialog(window.session).no_fees.text() == "第六部分：信息处理费已填"


def test_what_cannot_be_ticked_is_no_statement(window: MainWindow) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    window.session.enter_many({"t3.R01.C1": "3", "t4.review.upheld": "1"}, "")
    dialog = ZeroDialog(window.session)
    assert (dialog.no_requests.text(), dialog.no_requests.isEnabled()) == ("第三部分：已填了数字", False)
    assert (dialog.no_cases.text(), dialog.no_cases.isEnabled()) == ("第四部分：表中还空着的11格都是0", True)


def test_a_part_that_was_typed_full_of_zeros_gets_its_sentence_too(window: MainWindow, answers: Answers) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    window.session.enter_many(dict.fromkeys(("fee.notices", "fee.billed", "fee.collected"), "0"), "")
    dialog = ZeroDialog(window.session)
    assert not dialog.fill.isEnabled()  # a sentence alone is not what is asked here
    dialog.everything.click()
    dialog.apply()
    assert dict(window.session.report.texts).keys() == {"s3", "s4", "s6"}
    assert window.session.report.texts["s6"] == "本年度未发出信息处理费收费通知，未收取信息处理费。"
    assert dialog.written == 3


def test_a_table_that_is_filled_already_is_called_so(window: MainWindow) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    assert ZeroDialog(window.session).no_others.text() == "第二部分：表中还空着的10格都是0"
    window.session.enter_many({c: "0" for c in window.session.form.entered if not c.startswith("fee.")}, "")
    dialog = ZeroDialog(window.session)
    boxes = (dialog.no_others, dialog.no_requests, dialog.no_cases)
    assert not any(box.isEnabled() for box in boxes)
    assert all(box.text().endswith("部分：表已填满") for box in boxes)
    assert not any("0格" in box.text() for box in boxes)
    assert dialog.everything.isEnabled()  # the fees


def test_where_nothing_is_blank_nothing_is_ticked(window: MainWindow) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    form = window.session.form
    window.session.enter_many(dict.fromkeys((*form.entered, *form.outside_tables), "0"), "")
    dialog = ZeroDialog(window.session)
    boxes = (dialog.everything, dialog.no_fees, dialog.with_sentences)
    assert not any(box.isEnabled() or box.isChecked() for box in boxes)
    assert dialog.why.text() == "各项都已经填了，没有空白的格子可以填0。"


def returned(window: MainWindow) -> ReturnDialog:
    window.open_sample()
    session = window.session
    session.record(review.submit(session.report, date(2026, 1, 10)))
    remarks = ["核对第二部分", "第五部分太短"]
    session.record(review.register_return(session.report, "办公室", date(2026, 1, 11), remarks))
    dialog = ReturnDialog([session.report.rounds[-1]], date(2026, 1, 13), lambda _dialog: None, window)
    dialog.show()
    return dialog
