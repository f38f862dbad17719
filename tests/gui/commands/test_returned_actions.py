"""What came back from a leader: remarks beside the work, and the Word file with its comments and changes."""

from copy import deepcopy
from datetime import date
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.draft.workbook import load_draft
from core.office import remark_list, review
from core.report.differences import Difference, differences
from core.report.shown_report import shown_report
from core.word.reader import read_report
from core.word.report import report_bytes
from gui import dialogs
from gui.dialogs.compare_dialogs import ComparisonDialog, DifferencesDialog, marked_html
from gui.dialogs.return_dialog import ReturnDialog
from gui.main_window import MainWindow
from gui.pages.section_pages import SectionPage
from tests.core.word.word_edits import OVERSIGHT, at, below, comment, retype, strike
from tests.window_fixtures import SAMPLE, Answers, lines_of

TODAY = date(2026, 1, 12)


def opened(monkeypatch: pytest.MonkeyPatch) -> list[DifferencesDialog]:
    """Record the lists of differences that are opened, and accept them with everything ticked."""
    seen: list[DifferencesDialog] = []

    def accepted(dialog: QDialog) -> bool:
        assert isinstance(dialog, DifferencesDialog)
        seen.append(dialog)
        dialog.tick_all()
        return True

    monkeypatch.setattr(dialogs, "accepted", accepted)
    return seen


def word_file(window: MainWindow, folder: Path, *remarks: str) -> Path:
    """Write the open report as Word, with comments on its fifth section."""
    path = folder / "改过.docx"
    path.write_bytes(report_bytes(window.session.report, stage="draft"))
    document = docx.Document(str(path))
    for remark in remarks:
        comment(document, below(document, "五、"), remark)
    document.save(str(path))
    return path


def submitted(window: MainWindow) -> None:
    window.open_sample()
    window.session.record(review.submit(window.session.report, TODAY))


# ---------------------------------------------------------------- the Word file


def test_what_a_leader_changed_in_word_is_taken_over_in_one_step(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(monkeypatch)
    window.open_path(SAMPLE)
    edited = load_draft(SAMPLE).report
    edited = edited.with_cells({"t2.licensing.decisions": 660})
    edited = edited.with_texts({"s5": "领导改写的问题和改进。"})
    (tmp_path / "改过.docx").write_bytes(report_bytes(edited, stage="draft"))
    answers.open_from = tmp_path / "改过.docx"
    before = window.session.report.texts["s5"]
    window.commands.run("compare_word")
    assert window.session.facts.shown("t2.licensing.decisions") == "660"
    assert window.session.report.texts["s5"] == "领导改写的问题和改进。"
    assert window.statusBar().currentMessage().startswith("已采用")
    window.session.undo()
    assert window.session.facts.shown("t2.licensing.decisions") == "656"
    assert window.session.report.texts["s5"] == before


def test_a_row_more_in_a_table_is_one_line_that_cannot_be_taken_over(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = opened(monkeypatch)
    window.open_path(SAMPLE)
    path = word_file(window, tmp_path)
    document = docx.Document(str(path))
    row = document.tables[0].rows[3]._tr
    row.addnext(deepcopy(row))
    document.save(str(path))
    answers.open_from = path
    window.commands.run("compare_word")
    assert lines_of(seen[-1].list) == [
        "标题或表格与表样不同，请对照文件手工修改  1",
        "主动公开情况表多出1行（“行政规范性文件”）",
    ]
    assert not seen[-1].chosen


def test_a_changed_heading_is_named_and_nothing_is_called_equal(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = opened(monkeypatch)
    window.open_path(SAMPLE)
    path = word_file(window, tmp_path)
    document = docx.Document(str(path))
    retype(at(document, "五、"), "五、存在问题")
    document.save(str(path))
    answers.open_from = path
    window.commands.run("compare_word")
    assert lines_of(seen[-1].list)[1] == "标题“五、存在的主要问题及改进情况”改成了“五、存在问题”"
    assert not any("一致" in said for said in answers.said)


def test_an_untouched_file_is_called_equal(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    window.open_path(SAMPLE)
    answers.open_from = word_file(window, tmp_path)
    window.commands.run("compare_word")
    assert answers.said == ["核对 Word 文件：“改过.docx”的数字、文字与填报内容一致，没有批注。"]


def test_a_second_leaders_copy_lists_only_what_that_copy_changed(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = opened(monkeypatch)
    window.open_path(SAMPLE)
    window.session.record(review.submit(window.session.report, TODAY))
    for name, old, new in (("甲.docx", "656", "660"), ("乙.docx", "群众看懂", "群众都看懂")):
        answers.open_from = tmp_path / name
        answers.open_from.write_bytes(report_bytes(load_draft(SAMPLE).report, stage="review", round_number=1))
        edited = docx.Document(str(answers.open_from))
        cells = [cell for table in edited.tables for row in table.rows for cell in row.cells]
        for paragraph in [*edited.paragraphs, *(p for cell in cells for p in cell.paragraphs)]:
            for run in paragraph.runs:
                run.text = run.text.replace(old, new)
        edited.save(str(answers.open_from))
        window.commands.run("compare_word")
    dialog = seen[-1]
    assert {difference.code for difference in dialog.chosen} == {"s5"}
    assert window.session.facts.shown("t2.licensing.decisions") == "660"
    assert "群众都看懂" in window.session.report.texts["s5"]
    window.commands.run("compare_word")
    said = "“乙.docx”比送审稿第1稿改了1处，现在的填报内容都已这样改了，没有批注。"
    assert answers.said[-1] == f"核对 Word 文件：{said}"


def test_a_conflict_with_a_later_change_is_told_and_never_ticked(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    shown = shown_report(window.session.report)
    code = "t2.licensing.decisions"
    conflict = Difference("number", code, "行政许可", ("660",), ("661",), is_offered=False, sent=("656",))
    dialog = DifferencesDialog("改过.docx", [conflict], shown, window, is_known=False)
    qtbot.addWidget(dialog)
    assert lines_of(dialog.list) == [
        "送出以后填报也改过，合不到一起，请对照后手工修改  1",
        "行政许可：送出时为656，填报已改为660，文件中为661",
    ]
    dialog.tick_all()
    assert not dialog.chosen
    labels: list[QLabel] = list(dialog.findChildren(QLabel))
    assert any("文件生成以后在这里改过的也列为不同，采用就改回去" in label.text() for label in labels)


def test_comments_become_remarks_of_the_last_round(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = opened(monkeypatch)
    submitted(window)
    answers.open_from = word_file(window, tmp_path, "补充数据共享方面的问题")
    window.commands.run("compare_word")
    assert lines_of(seen[-1].list)[0] == "批注等  1"
    assert lines_of(seen[-1].list)[1].startswith("批注（李局长）　五、存在的主要问题及改进情况“")
    (made,) = window.session.report.rounds
    assert (made.returned_by, made.returned_on) == ("李局长", "2026-01-12")
    assert made.remarks[0].text.endswith("”：补充数据共享方面的问题")
    assert window.toolbar.verdict.startswith("↩ 退回修改")

    window.commands.run("compare_word")
    assert len(window.session.report.rounds[0].remarks) == 1  # known by now


def test_comments_on_a_draft_that_was_never_sent_are_listed_only(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = opened(monkeypatch)
    window.open_path(SAMPLE)
    answers.open_from = word_file(window, tmp_path, "太空")
    window.commands.run("compare_word")
    assert lines_of(seen[-1].list)[0] == "批注等（生成过送审稿后才能登记为退回意见）  1"
    assert not seen[-1].noted
    assert window.session.report.rounds == ()


def test_lines_are_ticked_by_keyboard_where_something_can_be_taken_over(
    window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    submitted(window)
    report = window.session.report
    path = word_file(window, tmp_path, "太空", "补充措施")
    document = docx.Document(str(path))
    strike(at(document, OVERSIGHT))
    retype(below(document, "（一）"), "领导改写的一段。")
    document.save(str(path))
    shown = read_report(path, report.form_id, shown_report(report))
    dialog = DifferencesDialog(path.name, differences(report, shown), shown, window)
    dialog.show()
    dialog.list.setFocus()
    space, down = Qt.Key.Key_Space, Qt.Key.Key_Down
    for key in (space, down, down, space, down, space):  # first note; heading; first change
        qtbot.keyClick(dialog.list, key)
    assert [note.text for note in dialog.noted] == ["太空"]
    assert [one.code for one in dialog.chosen] == ["s1.active"]
    assert "领导改写的一段。" in dialog.words.toPlainText()
    for key in (down, down, space):
        qtbot.keyClick(dialog.list, key)
    assert dialog.list.currentItem().text() == f"缺少标题“{OVERSIGHT}”"
    assert len(dialog.chosen) == 1
    for answers.confirm in (False, True):  # Esc drops no tick without a question; the button says that it does
        qtbot.keyClick(dialog.list, Qt.Key.Key_Escape)
        assert answers.said[-1].startswith("核对 Word 文件：现在关闭，刚才在这里填的、选的就不保留了。")
        assert dialog.isVisible() is not answers.confirm
    dialog.show()
    asked = len(answers.said)
    buttons: list[QPushButton] = list(dialog.findChildren(QPushButton))
    next(button for button in buttons if button.text() == "关闭，都不采用").click()
    assert not dialog.isVisible()
    assert len(answers.said) == asked


def test_changed_words_are_marked_inside_a_long_sentence() -> None:
    before, after = "前面的话，" * 40, "后面的话。" * 40
    page = marked_html(
        Difference("text", "s5", "问题及改进", (f"{before}不够<广>{after}",), (f"{before}仍不够<广>{after}",)),
        "#111",
        "#222",
    )
    assert f'{before}<u style="color:#222">仍</u>不够&lt;广&gt;{after}' in page


# ---------------------------------------------------------------- remarks


def letter(path: Path, addressee: str = "") -> Path:
    """Write a 退回修改意见 as the office above does."""
    document = docx.Document()
    document.add_paragraph("关于某某县水利局2025年度报告的退回修改意见")
    document.add_paragraph(addressee)
    rows = (
        ("序号", "位置", "写的是", "应核对的", "依据"),
        ("1", "依申请公开：本年新收·自然人", "14", "与本年办理结果之和不符，请核对台账", "T3-01"),
        ("2", "五、存在的主要问题及改进情况", "", "与上年雷同，请重写", "N-09"),
    )
    table = document.add_table(len(rows), 5)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("请于2026年1月20日前改好报来。")
    document.save(str(path))
    return path


def test_a_letter_is_read_though_no_round_was_made_yet(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_sample()
    assert not window.session.report.rounds
    answers.open_from = letter(tmp_path / "意见.docx")
    said: list[str] = []

    def accepted(dialog: QDialog) -> bool:
        assert isinstance(dialog, ReturnDialog)
        said.append(dialog.returned.text())
        dialog.from_word.click()
        dialog.by.setText("县政务公开办")
        dialog.accept()
        return True

    monkeypatch.setattr(dialogs, "accepted", accepted)
    window.commands.run("register_return")
    assert said == ["报出稿（还没有生成过送审稿，意见记在报告现在的内容上）"]
    assert window.toolbar.verdict.startswith("↩ 退回修改")
    assert [(made.number, len(made.remarks)) for made in window.session.report.rounds] == [(0, 2)]
    window.work.findings.list.setCurrentRow(1)
    assert "报出稿退回意见" in window.work.findings.details.said.text()


def test_a_final_copy_that_was_never_sent_is_what_came_back_unless_the_clerk_says_otherwise(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    submitted(window)
    session = window.session
    session.record(review.register_return(session.report, "王主任", TODAY, ["核对表三"]))
    session.enter("t2.licensing.decisions", "657")
    session.record(review.finalise(session.report, TODAY))
    final = session.report
    asked: list[list[str]] = []

    def accepted(dialog: QDialog) -> bool:
        assert isinstance(dialog, ReturnDialog)
        asked.append([button.text() for button in dialog.choices.values()])
        assert dialog.choices["定稿"].isChecked()
        dialog.by.setText("李书记")
        dialog.remarks.setPlainText("落款写全称")
        dialog.choices["送审稿第1稿"].click()
        assert (dialog.by.text(), dialog.lines) == ("李书记", ["核对表三", "落款写全称"])
        dialog.choices["定稿"].click()
        assert dialog.lines == ["落款写全称"]
        if len(asked) == 2:
            dialog.choices["送审稿第1稿"].click()
        dialog.accept()
        return bool(dialog.result())

    monkeypatch.setattr(dialogs, "accepted", accepted)
    window.commands.run("register_return")
    code, now = final.rounds[0].checksum, final.status["locked_checksum"]
    assert asked == [[f"定稿（2026-01-12，校验码 {now}）", f"第1稿（2026-01-12，校验码 {code}）"]]
    rounds = session.report.rounds
    assert [(made.name, made.checksum, len(made.remarks)) for made in rounds] == [
        ("送审稿第1稿", code, 1),
        ("定稿", now, 1),
    ]
    window.draft.take(final, None, is_fresh=False)
    window.commands.run("register_return")
    assert [(made.name, len(made.remarks)) for made in session.report.rounds] == [("送审稿第1稿", 2)]


def test_a_letter_to_another_unit_is_read_only_if_that_is_meant(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    submitted(window)
    answers.open_from = letter(tmp_path / "意见.docx", "某某县教育局：")
    counts: list[int] = []

    def accepted(dialog: QDialog) -> bool:
        assert isinstance(dialog, ReturnDialog)
        for answer in (False, True):
            answers.confirm = answer
            dialog.from_word.click()
            counts.append(len(dialog.lines))
        return False

    monkeypatch.setattr(dialogs, "accepted", accepted)
    window.commands.run("register_return")
    assert counts == [0, 2]
    asked = f"写给“某某县教育局”的，打开的是“{window.session.report.unit}”的报告"
    assert sum(asked in said for said in answers.said) == 2


def test_a_letter_of_the_office_above_is_read_and_worked_through_by_keyboard(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    submitted(window)
    answers.open_from = letter(tmp_path / "意见.docx")

    def accepted(dialog: QDialog) -> bool:
        assert isinstance(dialog, ReturnDialog)
        dialog.show()
        dialog.from_word.click()
        assert len(dialog.lines) == 2
        dialog.by.setText("县政务公开办")
        dialog.accept()
        return True

    monkeypatch.setattr(dialogs, "accepted", accepted)
    window.wizard.show_page("s2")
    window.commands.run("register_return")
    panel = window.work.findings
    shown = [panel.list.item(row).text() for row in range(3)]
    assert shown == [
        "退回意见  2条未处理",
        "□ 1．依申请公开：本年新收·自然人：写的是“14”，与本年办理结果之和不符，请核对台账（T3-01）",
        "□ 2．五、存在的主要问题及改进情况：与上年雷同，请重写（N-09）",
    ]
    window.activateWindow()
    qtbot.waitUntil(panel.list.hasFocus)
    assert panel.list.currentRow() == 1
    spoken = panel.list.currentItem().data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.startswith("退回意见，未处理：1．依申请公开")
    keyboard = QApplication.focusWidget
    qtbot.keyClick(keyboard(), Qt.Key.Key_Return)
    assert window.wizard.current.key == "s3"
    page = window.wizard.pages["s3"]
    assert isinstance(page, SectionPage)
    assert page.matrix is not None
    assert page.matrix.current == "t3.R01.C1"

    panel.list.setFocus()
    while keyboard() is not panel.details.remark.followed:
        qtbot.keyClick(keyboard(), Qt.Key.Key_Tab)
    qtbot.keyClick(keyboard(), Qt.Key.Key_Space)
    assert panel.list.item(1).text().startswith("！ 1．")  # nothing was changed
    window.commands.run("answer_remarks")
    assert panel.list.currentRow() == 2
    answers.reason = "已与上年逐段改写"
    while keyboard() is not panel.details.remark.not_followed:
        qtbot.keyClick(keyboard(), Qt.Key.Key_Tab)
    qtbot.keyClick(keyboard(), Qt.Key.Key_Space)
    assert panel.list.item(0).text() == "退回意见  1条标为“已改”但没有改动"
    assert panel.list.item(2).text().endswith("（不改：已与上年逐段改写）")
    assert [(m.answer, m.reason) for m in window.session.report.rounds[0].remarks] == [
        ("已改", ""),
        ("不改", "已与上年逐段改写"),
    ]
    panel.details.remark.followed.click()
    assert panel.list.item(2).text().startswith("□ 2．")


def test_a_numbered_list_is_pasted_as_one_remark_a_line(window: MainWindow) -> None:
    submitted(window)
    dialog = ReturnDialog([window.session.report.rounds[-1]], TODAY, lambda _dialog: None, window)
    pasted = QMimeData()
    long = "1.第二部分行政许可的件数与第一部分文字里写的不一样请再"
    pasted.setText(f"请修改：\n{long}\n核对\n2、第五部分太短；\n（3）落款改全称\n附台账")
    dialog.remarks.insertFromMimeData(pasted)
    assert dialog.lines == ["请修改：", f"{long}核对", "2、第五部分太短；", "（3）落款改全称", "附台账"]
    dialog.deleteLater()


def test_remarks_stay_answerable_once_the_next_round_was_sent(window: MainWindow) -> None:
    submitted(window)
    session = window.session
    session.record(review.register_return(session.report, "办公室", TODAY, ["第五部分太短", "核对表三"]))
    session.record(review.answer_remark(session.report, remark_list.remarks_to_do(session.report)[1], review.FOLLOWED))
    session.set_text("s5", "改过的第五部分。")
    session.record(review.submit(session.report, TODAY))
    waiting = [what.remark.text for what in remark_list.remarks_to_do(session.report)]
    assert waiting == ["第五部分太短", "核对表三"]  # the second is noted as followed, but table 三 is what it was
    window.wizard.show_page("review")
    window.commands.run("answer_remarks")
    panel = window.wizard.review.findings
    assert panel.chosen() == remark_list.remarks_to_do(session.report)[0]
    panel.details.remark.followed.click()
    assert [what.remark.text for what in remark_list.remarks_to_do(session.report)] == ["核对表三"]


def test_a_remark_leads_to_the_words_it_quotes_and_one_without_a_place_nowhere(window: MainWindow) -> None:
    submitted(window)
    session = window.session
    session.record(
        review.register_return(session.report, "办公室", TODAY, ["请再斟酌", "第五部分“存在的主要问题”写得太短"])
    )
    window.wizard.show_page("s2")
    window.work.show_remarks()
    panel = window.work.findings
    assert not panel.details.remark.jump.isEnabled()
    panel.list.setCurrentRow(2)
    panel.details.remark.jump.click()
    assert window.wizard.current.key == "s5"
    assert panel.list.currentRow() == 2
    page = window.wizard.pages["s5"]
    assert isinstance(page, SectionPage)
    assert page.blocks["s5"].editor.textCursor().selectedText() == "存在的主要问题"


def test_the_list_beside_the_work_cannot_be_pushed_out_of_sight_and_shows_the_remarks(window: MainWindow) -> None:
    submitted(window)
    session = window.session
    session.record(review.register_return(session.report, "办公室", TODAY, ["第五部分太短"]))
    window.wizard.show_page("s2")
    window.work.setSizes([1366, 0])
    assert window.work.findings.width() > 100
    window.commands.run("answer_remarks")
    assert window.wizard.current.key == "s2"
    assert isinstance(window.work.findings.chosen(), review.ToDo)


def test_a_locked_report_takes_nothing_over_and_offers_no_ticks(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = opened(monkeypatch)
    window.open_sample()
    edited = window.session.report.with_cells({"t2.licensing.decisions": 660}).with_texts({"s5": "领导改写的问题。"})
    (tmp_path / "改过.docx").write_bytes(report_bytes(edited, stage="final"))
    window.session.record(review.finalise(window.session.report, TODAY))
    answers.open_from = tmp_path / "改过.docx"
    before = window.session.report
    window.commands.run("compare_word")
    [dialog] = seen
    labels: list[QLabel] = list(dialog.findChildren(QLabel))
    assert any("如需修改请先“解除定稿”；现在只能看。" in label.text() for label in labels)
    items = [dialog.list.item(row) for row in range(dialog.list.count())]
    assert len(items) > 2
    assert all(item.data(int(Qt.ItemDataRole.CheckStateRole)) is None for item in items)
    buttons: list[QPushButton] = list(dialog.findChildren(QPushButton))
    assert [button.text() for button in buttons if button.isEnabled()] == ["关闭"]
    dialog.list.setCurrentRow(len(items) - 1)
    assert "增加的" in dialog.words.toPlainText()  # the words that differ are to be seen all the same
    assert window.session.report == before


def test_nothing_is_taken_over_and_nothing_closes_while_nothing_is_ticked(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    report = window.session.report
    theirs = shown_report(report.with_cells({"t2.licensing.decisions": 660}).with_texts({"s5": "领导改写的问题。"}))
    dialog = DifferencesDialog("改过.docx", differences(report, theirs), theirs, window)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert (dialog.take.text(), dialog.take.isEnabled()) == ("采用勾选的", False)
    dialog.list.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(dialog.list, key)
        assert dialog.isVisible()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert (dialog.take.text(), dialog.take.isEnabled()) == ("采用勾选的（1处）", True)
    buttons: list[QPushButton] = list(dialog.findChildren(QPushButton))
    everything = next(button for button in buttons if button.text() == "全部勾选")
    qtbot.mouseClick(everything, Qt.MouseButton.LeftButton)
    assert dialog.focusWidget() is dialog.list  # else Enter would press 全部勾选 again
    many = len(differences(report, theirs))
    assert dialog.take.text() == f"采用勾选的（{many}处）"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert len(dialog.chosen) == many >= 2


def test_totals_are_told_apart_and_never_taken_over(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    report = window.session.report
    shown = shown_report(report)
    total, part = "t3.R01.C7", "t3.R01.C1"
    theirs = shown._replace(numbers={**shown.numbers, total: "900", part: "800"})
    dialog = DifferencesDialog("改过.docx", differences(report, theirs), theirs, window)
    qtbot.addWidget(dialog)
    lines = lines_of(dialog.list)
    assert lines[0] == "可以采用的修改  1"
    assert lines[2] == "合计由程序计算，不采用，请核对  1"
    assert lines[3].endswith("，文件中为900")
    dialog.tick_all()
    assert [one.code for one in dialog.chosen] == [part]
    blank = report.with_cells({part: None})
    found = differences(blank, theirs)
    assert next(one.sentence for one in found if one.code == total).endswith("：填报没有算出合计，文件中为900")


def test_enter_closes_a_comparison_that_is_only_read(qtbot: QtBot) -> None:
    saved: list[str] = []
    dialog = ComparisonDialog("与上年对照", "<p>一</p>", saved.append)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert (saved, dialog.isVisible()) == ([], False)
