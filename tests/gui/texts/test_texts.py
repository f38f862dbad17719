"""What can be done with the texts: find and replace, put in order, last year's beside the new one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.base.resources import resource_path
from core.checks.findings import Place
from core.report.linked_text import BLANK
from core.report.report import new_report
from core.validation.demands import RepetitionLimit
from core.validation.local_rules import LocalRules
from gui import dialogs
from gui.main_window import MainWindow
from gui.pages.section_pages import SectionPage
from gui.texts.find_replace import FindReplace, clear_place, places_of
from gui.texts.last_year_pane import marked_html
from gui.texts.link_dialog import InsertDialog, number_choices
from gui.texts.text_block import TextBlock
from tests.focus import has_focus
from tests.window_fixtures import commit_text

SAMPLE = resource_path("samples", "示例.xlsx")


@pytest.fixture
def sample(window: MainWindow) -> MainWindow:
    window.open_sample()
    return window


@pytest.fixture
def dialog(sample: MainWindow) -> FindReplace:
    sample.commands.run("find")
    found = sample.commands.texts.find
    assert found is not None
    return found


def block(window: MainWindow, page: str, code: str) -> TextBlock:
    window.wizard.show_page(page)
    shown = window.wizard.pages[page]
    assert isinstance(shown, SectionPage)
    return shown.blocks[code]


def test_every_place_of_the_words_is_found_with_what_stands_around_it(dialog: FindReplace) -> None:
    commit_text(dialog.words, "分局")
    assert dialog.list.count() > 5
    assert "【分局】" in dialog.list.item(0).text()
    assert dialog.said.text() == f"找到{dialog.list.count()}处"


def test_a_found_place_is_shown_and_selected_in_its_text(sample: MainWindow, dialog: FindReplace) -> None:
    commit_text(dialog.words, "主要问题")
    dialog.find_next()
    assert sample.wizard.current.key == "s5"
    assert block(sample, "s5", "s5").editor.textCursor().selectedText() == "主要问题"


def test_replacing_everywhere_is_one_undo_step(sample: MainWindow, dialog: FindReplace) -> None:
    before = dict(sample.session.report.texts)
    commit_text(dialog.words, "分局")
    commit_text(dialog.other, "本局{x}")
    count = dialog.list.count()
    dialog.replace_all()
    assert not any("分局" in text for text in sample.session.report.texts.values())
    assert sum(text.count("本局{{x}}") for text in sample.session.report.texts.values()) == count
    assert sample.session.facts.printed_text("s3").startswith("2025年本局{x}没有收到")
    sample.session.undo()
    assert sample.session.report.texts == before


def test_linked_numbers_are_found_by_their_value_and_never_replaced(sample: MainWindow, dialog: FindReplace) -> None:
    number = sample.session.facts.shown("t3.R01.C7")
    sample.session.set_texts(dict.fromkeys(sample.session.report.texts, ""), "清空")
    sample.session.set_texts({"s5": f"另有{number}项", "s6": "收{{到{t3.R01.C7}件。"}, "填写")
    assert not places_of(sample.session, "R01")
    assert not places_of(sample.session, BLANK)
    (spanning,) = places_of(sample.session, f"{{到{number}件")
    assert spanning == (Place("s6", 1, 16), f"收【{{到{number}件】。", True, False)
    dialog.words.setText(number)
    dialog.other.setText("9")
    assert dialog.list.count() == 2
    assert dialog.list.item(1).text().endswith("（表中数字）")
    dialog.list.setCurrentRow(0)
    dialog.find_next()
    assert block(sample, "s6", "s6").editor.textCursor().hasSelection()
    dialog.replace_one()
    assert dialog.said.text().startswith("表中数字不在这里替换，请改表格，已跳过。第1处，共2处")
    dialog.replace_all()
    assert sample.session.report.texts == {"s5": "另有9项", "s6": "收{{到{t3.R01.C7}件。"}
    assert dialog.said.text() == "已替换1处，可按 Ctrl+Z 一次撤销；表中数字不在这里替换，请改表格"
    assert not dialog.one.isEnabled()
    sample.session.set_texts({"s5": "t3", "s6": "收到{t3.R01.C7}件t3，见t3"}, "填写")
    dialog.words.setText("t3")
    dialog.other.setText("表三")
    dialog.replace_all()
    assert sample.session.report.texts == {"s5": "表三", "s6": "收到{t3.R01.C7}件表三，见表三"}


def test_a_number_within_a_longer_one_is_shown_and_not_replaced_with_all(
    sample: MainWindow, dialog: FindReplace
) -> None:
    sample.session.set_texts(dict.fromkeys(sample.session.report.texts, ""), "清空")
    sample.session.set_texts({"s5": "9件、19件、1.9件、1,119件，共9件。", "s6": "第9条"}, "填写")
    dialog.words.setText("9件")
    dialog.other.setText("7件")
    marked = [dialog.list.item(row).text().endswith("（在更长的数字里）") for row in range(dialog.list.count())]
    assert marked == [False, True, True, True, False]
    dialog.replace_all()
    assert sample.session.report.texts["s5"] == "7件、19件、1.9件、1,119件，共7件。"
    assert dialog.said.text() == (
        "已替换2处，可按 Ctrl+Z 一次撤销；3处在更长的数字里，没有替换；确要替换的，用“替换这一处”"
    )
    assert (dialog.one.isEnabled(), dialog.all.isEnabled()) == (True, False)
    dialog.find_next()
    dialog.one.click()
    assert sample.session.report.texts["s5"].startswith("7件、17件、1.9件")
    assert [found.is_in_longer for found in places_of(sample.session, "9")] == [True, True, False]


def test_one_place_after_the_other_is_replaced(sample: MainWindow, dialog: FindReplace) -> None:
    sample.session.set_texts({"s5": "甲乙甲{{甲}}乙甲", "s6": "甲{t3.R01.C7}甲"}, "填写")
    texts = sample.session.report.texts
    dialog.words.setText("甲")
    dialog.other.setText("甲方")
    first = next(row for row in range(dialog.list.count()) if "第五" in dialog.list.item(row).text())
    total = dialog.list.count()
    dialog.list.setCurrentRow(first)
    dialog.next.click()
    dialog.one.click()
    assert sample.session.report.texts["s5"] == "甲乙甲方{{甲}}乙甲"
    assert dialog.list.count() == total
    dialog.one.click()  # what was put in holds the word again, and is passed over
    assert sample.session.report.texts["s5"] == "甲乙甲方{{甲方}}乙甲"
    for _ in range(2):
        dialog.one.click()
    assert sample.session.report.texts["s6"] == "甲方{t3.R01.C7}甲"
    dialog.one.click()
    assert sample.session.report.texts["s6"] == "甲方{t3.R01.C7}甲方"
    for _ in range(5):
        sample.session.undo()
    assert sample.session.report.texts == texts


def test_a_place_is_shown_before_it_is_replaced_and_can_be_skipped(sample: MainWindow, dialog: FindReplace) -> None:
    sample.session.set_texts({"s5": "甲乙甲丙甲", "s6": "无"}, "填写")
    QTest.keyClick(dialog.words, Qt.Key.Key_Tab)
    assert has_focus(dialog.other)
    commit_text(dialog.words, "甲")
    others = [row for row in range(dialog.list.count()) if "第五" not in dialog.list.item(row).text()]
    assert not others
    commit_text(dialog.other, "丁")
    editor = block(sample, "s5", "s5").editor
    assert dialog.next.text() == "查找下一处"
    QTest.keyClick(dialog.other, Qt.Key.Key_Return)  # nothing is shown yet, so nothing is replaced
    assert sample.session.report.texts["s5"] == "甲乙甲丙甲"
    assert (editor.textCursor().selectionStart(), editor.textCursor().selectedText()) == (0, "甲")
    assert dialog.said.text() == "第1处，共3处：要替换的，再按一次“替换这一处”"
    assert dialog.next.text() == "跳过"
    QTest.keyClick(dialog.next, Qt.Key.Key_Space)
    assert dialog.said.text() == "第2处，共3处"
    QTest.keyClick(dialog.other, Qt.Key.Key_Return)
    assert sample.session.report.texts["s5"] == "甲乙丁丙甲"
    assert dialog.said.text() == "已替换1处，后面还有1处；可按 Ctrl+Z 撤销"
    assert (editor.textCursor().selectionStart(), editor.textCursor().selectedText()) == (4, "甲")
    QTest.keyClick(dialog.other, Qt.Key.Key_Return)
    assert sample.session.report.texts["s5"] == "甲乙丁丙丁"  # the skipped one is left
    assert dialog.said.text() == "已替换1处，后面没有了，前面还有1处；可按 Ctrl+Z 撤销"
    assert dialog.next.text() == "查找下一处"
    assert has_focus(dialog.other)


@pytest.mark.parametrize(
    ("dialog", "place"),
    [
        (QRect(0, 0, 600, 300), QPoint(0, 0)),  # it is nowhere near
        (QRect(200, 350, 600, 300), QPoint(200, 440)),  # below
        (QRect(200, 450, 600, 300), QPoint(200, 450)),
        (QRect(200, 350, 600, 380), QPoint(200, 20)),  # above
        (QRect(200, 350, 600, 700), QPoint(200, 350)),  # no room
    ],
)
def test_the_box_does_not_lie_over_what_it_found(dialog: QRect, place: QPoint) -> None:
    assert clear_place(dialog, QRect(100, 400, 900, 40), QRect(0, 0, 1366, 768)) == place


def test_the_box_moves_away_from_what_it_found(sample: MainWindow, dialog: FindReplace, qtbot: QtBot) -> None:
    sample.session.set_texts({"s5": "甲乙甲丙甲"}, "填写")
    editor = block(sample, "s5", "s5").editor
    QApplication.processEvents()
    dialog.move(editor.mapToGlobal(QPoint(0, -40)))
    commit_text(dialog.words, "乙甲丙")
    dialog.next.click()
    qtbot.wait(50)
    line = editor.cursorRect()
    assert not dialog.frameGeometry().intersects(QRect(editor.viewport().mapToGlobal(line.topLeft()), line.size()))


def test_words_that_do_not_occur_can_not_be_replaced(dialog: FindReplace) -> None:
    commit_text(dialog.words, "没有的词语")
    assert dialog.said.text() == "没有找到"
    assert not dialog.all.isEnabled()
    assert not dialog.one.isEnabled()


def test_a_text_is_put_in_order_and_back_by_one_undo(sample: MainWindow) -> None:
    text = "收到申请{t3.R01.C7}件,其中１２件 已 答复..（见<b>附件</b>）"
    sample.session.set_text("s5", text)
    block(sample, "s5", "s5").tidy()
    tidied = sample.session.report.texts["s5"]
    assert tidied.startswith("收到申请{t3.R01.C7}件，其中12件")
    assert "<b>" not in tidied
    assert sample.statusBar().currentMessage().startswith("已整理")
    sample.session.undo()
    assert sample.session.report.texts["s5"] == text


def test_all_texts_are_put_in_order_as_one_step(sample: MainWindow) -> None:
    for code in ("s5", "s6"):
        sample.session.set_text(code, "问题,不足")
    sample.commands.run("tidy")
    assert sample.session.report.texts["s5"] == sample.session.report.texts["s6"] == "问题，不足"
    sample.session.undo()
    assert sample.session.report.texts["s5"] == sample.session.report.texts["s6"] == "问题,不足"


def test_last_years_text_stands_beside_with_years_and_numbers_marked(sample: MainWindow, qtbot: QtBot) -> None:
    last = new_report(sample.session.report.unit, "政府部门", 2024)
    last = last.with_texts({"s5": "2024年收到申请{t3.R01.C7}件，问题是<公开>不够。"})
    for column in range(1, 7):
        last = last.with_cells({f"t3.R01.C{column}": 2})
    five = block(sample, "s5", "s5")
    assert not five.beside.isVisible()
    sample.session.set_last_year(last)
    assert five.beside.isVisible()
    assert not five.last_text.isVisible()
    five.beside.click()
    assert five.last_text.isVisible()
    assert "［2024年］收到申请［12］件" in five.last_text.toPlainText()
    sample.session.set_last_year(None)
    assert not five.last_text.isVisible()


def test_what_is_the_same_as_last_year_is_marked_in_ones_own_text_while_that_is_beside_it(sample: MainWindow) -> None:
    session, words = sample.session, "信息公开渠道较窄，  政策解读形式单一"
    session.set_texts({"s5": f"𠮷村收到{{t3.R01.C7}}件。\n{words}。已改。"}, "填写")
    last = new_report(session.report.unit, "政府部门", 2024)
    session.set_last_year(last.with_texts({"s5": f"去年，{words}。"}))
    five = block(sample, "s5", "s5")
    assert five.editor.extraSelections() == []
    five.beside.click()
    before = five.editor.source_text()
    marks = five.editor.extraSelections()
    assert [mark.cursor.selectedText() for mark in marks] == [words]  # type: ignore[attr-defined]
    assert five.editor.source_text() == before
    five.beside.click()
    assert five.editor.extraSelections() == []


def test_what_is_the_same_as_last_year_is_told_beside_the_text_and_marked_in_last_years(sample: MainWindow) -> None:
    session = sample.session
    session.set_texts({"s5": "信息公开渠道较窄，  政策解读形式单一。\n将在12个村设公告栏，并由专人逐月更新。"}, "填写")
    last = new_report(session.report.unit, "政府部门", 2024)
    text = "2024年，信息公开渠道较窄，  政策解读形式单一。\n𠮷村等9个村设公告栏。拟开通热线。"
    session.set_last_year(last.with_texts({"s5": text}))
    five = block(sample, "s5", "s5")
    five.beside.click()
    assert five.repeated.text() == "约50%与上年相同"
    marked = ["信息公开渠道较窄，  政策解读形式单一"]
    marks = five.last_text.extraSelections()
    assert [mark.cursor.selectedText() for mark in marks] == marked  # type: ignore[attr-defined]  # missing in the stubs

    session.set_local_rules(LocalRules("甲", (), (), limits=(RepetitionLimit("s5", 30, "hint", "《某市指标》"),)))
    assert five.repeated.text() == "约50%与上年相同，超过界限 30%"
    assert "《某市指标》" in five.repeated.toolTip()

    five.editor.moveCursor(QTextCursor.MoveOperation.End)
    commit_text(five.editor, "拟开通热线并由两人轮流值守。")
    session.catch_up()
    assert five.repeated.text() == "约36%与上年相同，超过界限 30%"
    session.set_last_year(last)  # with no text there
    assert five.repeated.text() == ""
    session.set_last_year(None)
    assert five.repeated.text() == ""


def test_a_doubt_about_a_comparison_is_none_about_repetition(sample: MainWindow) -> None:
    session = sample.session
    last = new_report(session.report.unit, "政府部门", 2024, with_zeros=True)
    session.set_last_year(last.with_texts({"s1.request": "去年申请渠道较窄。"}))
    session.set_text("s1.request", "本年新收政府信息公开申请比上年增加9000件。")
    sample.wizard.show_page("s1")
    page = sample.wizard.current
    assert isinstance(page, SectionPage)
    session.catch_up()
    assert any(finding.rule_id == "Y-06" for finding in session.facts.told.open_warnings)
    assert page._parts.repeated.text().startswith("约0%")
    assert page._parts.repeated.objectName() == "hint"


def test_marks_stand_on_more_than_colour() -> None:
    assert marked_html("比2024年多12件") == "<p>比［2024年］多［12］件</p>"


def test_last_years_figure_stands_in_the_help_and_the_tip_of_a_cell(sample: MainWindow, qtbot: QtBot) -> None:
    last = new_report(sample.session.report.unit, "政府部门", 2024)
    last = last.with_cells({"t3.R03.C1": 9})
    sample.session.set_last_year(last)
    sample.wizard.show_page("s3")
    page = sample.wizard.current
    assert isinstance(page, SectionPage)
    assert page.matrix is not None
    page.matrix.go_to("t3.R03.C1")
    qtbot.waitUntil(lambda: "2024年：9件" in sample.work.help._text.text())
    assert "2024年：9件" in page.matrix.model.data(page.matrix.model.index_of("t3.R03.C1"), Qt.ItemDataRole.ToolTipRole)


# ------------------------------------------------------------ numbers and sentences put in


def test_a_number_of_a_table_is_put_into_a_text_as_a_field(sample: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = block(sample, "s6", "s6")
    sample.session.set_text("s6", "")

    def choose(dialog: InsertDialog) -> bool:
        dialog._search.setText("行政许可 656")
        dialog.accept()
        return True

    monkeypatch.setattr(dialogs, "accepted", choose)
    shown._insert_number()
    assert sample.session.report.texts["s6"] == "{t2.licensing.decisions}"
    assert sample.session.facts.printed_text("s6") == "656"


def test_a_standard_sentence_is_added_as_a_paragraph(sample: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = block(sample, "s6", "s6")
    sample.session.set_text("s6", "前一段。")
    printed, sentence = sample.session.facts.sentences("s6")[0]

    def choose(dialog: InsertDialog) -> bool:
        dialog._search.setText(printed[:6])
        dialog.accept()
        return True

    monkeypatch.setattr(dialogs, "accepted", choose)
    shown._insert_sentence()
    assert sample.session.report.texts["s6"] == f"前一段。\n{sentence}"


def test_one_key_writes_the_standard_sentence_into_an_empty_text(sample: MainWindow, qtbot: QtBot) -> None:
    shown = block(sample, "s6", "s6")
    sample.session.enter_many(dict.fromkeys(("fee.notices", "fee.billed", "fee.collected"), "0"), "填写")
    sample.session.set_text("s6", "")
    assert "按 Ctrl+Enter 写入：本年度未发出信息处理费收费通知" in shown.editor.placeholderText()
    QTest.keyClick(shown.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sample.session.report.texts["s6"] == "本年度未发出信息处理费收费通知，未收取信息处理费。"
    QTest.keyClick(shown.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sample.session.report.texts["s6"].count("未收取信息处理费") == 1
    sample.session.enter("fee.billed", "1")  # it would not be true any more
    sample.session.set_text("s6", "")
    assert "未收取" not in shown.editor.placeholderText()


def test_words_that_match_no_number_are_said_to_find_nothing(qtbot: QtBot) -> None:
    dialog = InsertDialog(None, "插入表中数字", [("行政许可\t3件", "a"), ("行政处罚\t0件", "b")])
    qtbot.addWidget(dialog)
    dialog.show()
    search, button, said = dialog._search, dialog._insert, dialog._none
    assert (button.isEnabled(), said.isVisible()) == (True, False)
    search.setText("没有这一项")
    assert (button.isEnabled(), said.isVisible()) == (False, True)
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert dialog.isVisible()
    search.setText("处罚")
    assert (button.isEnabled(), said.isVisible()) == (True, False)
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert dialog.chosen == "b"


def test_the_arrows_choose_while_the_words_looked_for_have_the_focus(qtbot: QtBot) -> None:
    dialog = InsertDialog(None, "插入常用语句", [("依据", "a"), ("统计期限", "b"), ("联系方式", "c")])
    qtbot.addWidget(dialog)
    dialog.show()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(dialog._search, key)
    assert dialog.chosen == "b"


def test_a_number_that_was_refused_is_not_offered_as_blank(window: MainWindow) -> None:
    window.open_sample()
    window.session.enter("t3.R07.C2", "1O")
    window.session.enter("t3.R08.C2", "")
    said = {code: line.split("\t")[1] for line, code in number_choices(window.session)}
    assert said["t3.R07.C2"] == "填写有误"
    assert said["t3.R07.C7"] == "有误，未算出"
    assert said["t3.R08.C2"] == said["t3.R08.C7"] == "未填"
    assert said["t3.R01.C1"].isdecimal()  # what is put in; its unit stands with its name
    assert ("（一）予以公开·总计（件）\t", "t3.R03.C7") in {
        (line[: line.index("\t") + 1], code) for line, code in number_choices(window.session)
    }


def test_a_sentence_is_shown_to_its_end_before_it_is_put_in(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    dialog = InsertDialog(None, "插入常用语句", window.session.facts.sentences("lead"))
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    lines = dialog._list
    for row in range(lines.topLevelItemCount()):
        item = lines.topLevelItem(row)
        room = QRect(0, 0, lines.columnWidth(0) - 8, 9999)
        needed = lines.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text(0)).height()
        assert lines.visualItemRect(item).height() >= needed, item.text(0)
