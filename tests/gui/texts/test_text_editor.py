"""The editor of one text: input method, linked numbers, undo with the numbers, clean paste."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QInputMethodEvent, QKeyEvent, QKeySequence, QPainter, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.checks.findings import Place
from core.report.change import status_change
from core.report.report import new_report
from gui.main_window import MainWindow
from gui.pages.section_pages import SectionPage
from gui.pages.wizard import ReportWizard
from gui.report.session import ReportSession
from gui.texts.text_editor import TextEditor
from tests.window_fixtures import Answers, commit_text, page_of


@pytest.fixture
def session(qapp: QApplication) -> ReportSession:
    made = ReportSession(lambda: datetime(2026, 1, 12, 9, 30))
    made.replace(new_report("某某县水利局", "政府部门", 2025, with_zeros=True))
    return made


@pytest.fixture
def editor(qtbot: QtBot, session: ReportSession) -> TextEditor:
    made = TextEditor(session, "s1.request")
    qtbot.addWidget(made)
    made.show()
    return made


def paste(editor: TextEditor, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    editor.insertFromMimeData(data)


def test_what_an_input_method_commits_reaches_the_report(session: ReportSession, editor: TextEditor) -> None:
    commit_text(editor, "全年收到申请。")
    assert session.report.texts["s1.request"] == "全年收到申请。"


def test_text_still_being_composed_is_not_taken_for_text(session: ReportSession, editor: TextEditor) -> None:
    QApplication.sendEvent(editor, QInputMethodEvent("nihao", []))
    assert "s1.request" not in session.report.texts


@pytest.mark.parametrize("left_by", ["focus", "click", "page"])
def test_text_still_being_composed_is_kept_when_it_is_left(
    qtbot: QtBot, session: ReportSession, editor: TextEditor, left_by: str
) -> None:
    editor.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    commit_text(editor, "收到")
    QApplication.sendEvent(editor, QInputMethodEvent("申请", []))
    if left_by == "focus":
        editor.clearFocus()
    elif left_by == "click":
        qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton)
    else:
        editor.commit_pending()
    assert session.report.texts["s1.request"] == "收到申请"
    assert editor.toPlainText() == "收到申请"
    editor.clearFocus()
    assert editor.toPlainText() == "收到申请"


def test_the_keys_of_undo_and_redo_work_while_a_text_has_the_focus(
    qtbot: QtBot, session: ReportSession, editor: TextEditor
) -> None:
    commit_text(editor, "全年收到申请。本年没有收费。")
    QTest.keySequence(editor, QKeySequence(QKeySequence.StandardKey.Undo))
    assert editor.toPlainText() == session.report.texts.get("s1.request", "") == ""
    QTest.keySequence(editor, QKeySequence(QKeySequence.StandardKey.Redo))
    assert session.report.texts["s1.request"] == "全年收到申请。本年没有收费。"


def test_a_linked_number_shows_the_value_and_follows_the_table(session: ReportSession, editor: TextEditor) -> None:
    commit_text(editor, "新收")
    editor.insert_field("t3.R01.C7")
    commit_text(editor, "件")
    assert session.report.texts["s1.request"] == "新收{t3.R01.C7}件"
    assert editor.printed_length() == 4
    session.enter("t3.R01.C1", "120")
    assert session.facts.printed_text("s1.request") == "新收120件"
    assert editor.printed_length() == 6


def test_a_linked_number_takes_the_place_of_the_digits_and_leaves_their_unit(
    session: ReportSession, editor: TextEditor
) -> None:
    commit_text(editor, "全年收到申请3件，办结3件。")
    editor.show_place(Place("s1.request", 6, 8))
    assert editor.textCursor().selectedText() == "3件"
    editor.insert_field("t3.R01.C7")
    assert session.report.texts["s1.request"] == "全年收到申请{t3.R01.C7}件，办结3件。"


@pytest.mark.parametrize(
    ("text", "first", "last", "source"),
    [
        ("全年收到申请3件，办结3件。", 6, 6, "全年收到申请{t3.R01.C7}件，办结3件。"),
        ("全年收到申请3件，办结3件。", 7, 7, "全年收到申请{t3.R01.C7}件，办结3件。"),
        ("收到申请1,234件。", 6, 6, "收到申请{t3.R01.C7}件。"),
        ("收到申请1,234件。", 5, 7, "收到申请{t3.R01.C7}件。"),
        ("收到3件", 0, 2, "收到{t3.R01.C7}件"),
        ("收到２０余件申请", 4, 4, "收到{t3.R01.C7}件申请"),
        ("收到三十二件申请", 3, 3, "收到{t3.R01.C7}件申请"),
        ("𠮷镇收到3件", 6, 6, "𠮷镇收到{t3.R01.C7}件"),
        ("1件\n收到5件", 6, 6, "1件\n收到{t3.R01.C7}件"),
        ("占35%", 1, 3, "占{t3.R01.C7}%"),
        ("全年收到申请0件，办结3件。", 8, 8, "全年收到申请{t3.R01.C7}件，办结3件。"),
        ("收到5万件", 5, 5, "收到{t3.R01.C7}件"),
        ("收到3", 3, 3, "收到{t3.R01.C7}"),
        ("收到申请：3，", 5, 5, "收到申请：{t3.R01.C7}，"),
        ("2026年收到3件", 0, 4, "{t3.R01.C7}年收到3件"),
        ("收到{t3.R02.C7}件", 3, 3, "收到{t3.R01.C7}件"),
        ("收到{t3.R02.C7}3件", 2, 2, "收到{t3.R01.C7}件"),
        ("收到申请，办结3件", 4, 4, "收到申请{t3.R01.C7}，办结3件"),
        ("办结3件，收到件", 7, 7, "办结3件，收到{t3.R01.C7}件"),
    ],
)
def test_a_number_put_where_a_number_stands_takes_its_place(
    session: ReportSession, editor: TextEditor, text: str, first: int, last: int, source: str
) -> None:
    session.set_text("s1.request", text)
    cursor = editor.textCursor()
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.insert_field("t3.R01.C7")
    assert session.report.texts["s1.request"] == source
    session.undo()
    assert session.report.texts["s1.request"] == text


@pytest.mark.parametrize(
    ("text", "place", "source"),
    [
        ("2026年，收到", 0, "{t3.R01.C7}2026年，收到"),
        ("2026年，收到", 2, "2026{t3.R01.C7}年，收到"),
        ("截至12月31日", 2, "截至{t3.R01.C7}12月31日"),
        ("第3季度", 1, "第{t3.R01.C7}3季度"),
        ("第3次会议", 1, "第{t3.R01.C7}3次会议"),
        ("第三条规定", 1, "第{t3.R01.C7}三条规定"),
        ("电话65563721", 2, "电话{t3.R01.C7}65563721"),
        ("占12.5%", 1, "占{t3.R01.C7}12.5%"),
        ("增长12.5个百分点", 2, "增长{t3.R01.C7}12.5个百分点"),
        ("历时3个月", 2, "历时{t3.R01.C7}3个月"),
        ("云政〔2026〕3号", 8, "云政〔2026〕{t3.R01.C7}3号"),
        ("电话：110", 3, "电话：{t3.R01.C7}110"),
        ("上午9:30", 2, "上午{t3.R01.C7}9:30"),
        ("上午9:30", 6, "上午9:30{t3.R01.C7}"),
        ("2024.1.15", 9, "2024.1.15{t3.R01.C7}"),
        ("在2026、2027两年", 1, "在{t3.R01.C7}2026、2027两年"),
        ("拨打12345政务服务热线", 2, "拨打{t3.R01.C7}12345政务服务热线"),
        ("收到3件，其中", 5, "收到3件，{t3.R01.C7}其中"),
    ],
)
def test_a_number_that_counts_nothing_stays_where_one_is_put_beside_it(
    session: ReportSession, editor: TextEditor, text: str, place: int, source: str
) -> None:
    told: list[str] = []
    editor.mended.connect(told.append)
    session.set_text("s1.request", text)
    cursor = editor.textCursor()
    cursor.setPosition(place)
    editor.setTextCursor(cursor)
    editor.insert_field("t3.R01.C7")
    assert session.report.texts["s1.request"] == source
    assert told == []


def test_which_number_was_replaced_is_said(window: MainWindow) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    session = window.session
    session.enter("t3.R01.C1", "35")
    editor = page_of(window, "s1").blocks["s1.request"].editor
    session.set_text("s1.request", "收到申请3件。")
    cursor = editor.textCursor()
    cursor.setPosition(6)
    editor.setTextCursor(cursor)
    editor.insert_field("t3.R01.C1")
    assert window.statusBar().currentMessage() == "已用表中数字 35 换掉“3”（可撤销）"


def test_the_count_of_characters_follows_a_linked_number(session: ReportSession, qtbot: QtBot) -> None:
    wizard = ReportWizard(session)
    qtbot.addWidget(wizard)
    page = wizard.pages["s1"]
    assert isinstance(page, SectionPage)
    block = page.blocks["s1.request"]
    session.set_text("s1.request", "新收{t3.R01.C7}件")
    assert block._count.text() == "4 字"
    session.enter("t3.R01.C1", "120")
    assert block._count.text() == "6 字"
    session.undo()
    assert block._count.text() == "4 字"


def test_braces_that_a_clerk_types_stay_braces(session: ReportSession, editor: TextEditor) -> None:
    commit_text(editor, "{t3.R01.C7}")
    assert session.facts.printed_text("s1.request") == "{t3.R01.C7}"


def test_one_undo_takes_back_one_stretch_of_typing(qtbot: QtBot, session: ReportSession, editor: TextEditor) -> None:
    commit_text(editor, "第一段")
    session.close_edit()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    commit_text(editor, "第二段")
    session.undo()
    assert editor.toPlainText() == "第一段"
    session.undo()
    assert editor.toPlainText() == ""
    session.redo()
    session.redo()
    assert session.report.texts["s1.request"] == "第一段\n第二段"


def test_copying_takes_the_value_of_a_linked_number_along(session: ReportSession, editor: TextEditor) -> None:
    session.set_text("s1.request", "新收{t3.R01.C7}件{{}}")
    editor.selectAll()
    assert editor.createMimeDataFromSelection().text() == "新收0件{}"


def test_a_paste_that_was_mended_says_so_once(window: MainWindow) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    editor = page_of(window, "s5").blocks["s5"].editor
    paste(editor, "收到 申请１２件,办结。")
    assert window.statusBar().currentMessage() == "粘贴时整理了全角数字、空格、标点，请看一遍"
    window.statusBar().clearMessage()
    paste(editor, "收到申请。")
    assert window.statusBar().currentMessage() == ""


def test_a_pasted_text_longer_than_any_report_is_refused_in_words(
    session: ReportSession, editor: TextEditor, answers: Answers
) -> None:
    commit_text(editor, "原有的文字。")
    paste(editor, "甲" * 5_000_000)
    assert session.report.texts["s1.request"] == "原有的文字。"
    assert answers.said == [
        f"没有粘贴：剪贴板中有5000000个字，“{editor.accessibleName()}”最多写100000个字，还能写99994个字。"
        "没有粘贴。请只复制需要的段落，再粘贴。"
    ]


def test_a_pasted_text_may_take_the_place_of_one_as_long(
    session: ReportSession, editor: TextEditor, answers: Answers
) -> None:
    paste(editor, "甲" * 60_000)
    editor.selectAll()

    paste(editor, "乙" * 60_000)

    assert session.report.texts["s1.request"] == "乙" * 60_000
    assert answers.said == []


def test_an_inserted_number_is_undone_apart_from_what_is_typed_around_it(
    session: ReportSession, editor: TextEditor
) -> None:
    editor.insertPlainText("新收")
    editor.insert_field("t3.R01.C7")
    editor.insertPlainText("。")
    assert session.report.texts["s1.request"] == "新收{t3.R01.C7}。"
    session.undo()
    assert session.report.texts["s1.request"] == "新收{t3.R01.C7}"
    session.undo()
    assert session.report.texts["s1.request"] == "新收"
    editor.append_sentence("办结{t3.R01.C7}件。")
    editor.insertPlainText("另")
    session.undo()
    assert session.report.texts["s1.request"] == "新收\n办结{t3.R01.C7}件。"
    session.undo()
    assert session.report.texts["s1.request"] == "新收"


WHOLE = (
    "一、总体情况\n全年工作平稳。\n（一）主动公开\n公开92条。\n（二）依申请公开\n收到3件。\n（五）监督保障\n培训2次。"
)


def test_a_whole_section_that_is_pasted_is_spread_over_its_texts_in_one_step(
    session: ReportSession, editor: TextEditor, answers: Answers
) -> None:
    session.set_text("s1.active", "原有。")
    answers.choice = "分到各个小标题"
    paste(editor, WHOLE)
    texts = session.report.texts
    assert (texts["s1"], texts["s1.active"]) == ("全年工作平稳。", "原有。\n公开92条。")
    assert (texts["s1.request"], texts["s1.oversight"]) == ("收到3件。", "培训2次。")
    assert "主动公开" in answers.said[-1]
    session.undo()
    assert session.report.texts == {"s1.active": "原有。"}

    answers.choice = "取消"
    paste(editor, WHOLE)
    assert "s1.request" not in session.report.texts
    answers.choice = "全部粘贴在这里"
    paste(editor, WHOLE)
    assert session.report.texts["s1.request"] == WHOLE


def test_a_whole_section_that_is_pasted_into_the_lead_is_offered_to_be_spread(
    qtbot: QtBot, session: ReportSession, answers: Answers
) -> None:
    lead = TextEditor(session, "lead")
    qtbot.addWidget(lead)
    answers.choice = "分到各个小标题"
    paste(lead, WHOLE)
    assert session.report.texts["s1.request"] == "收到3件。"
    assert "lead" not in session.report.texts


LEAD = "根据《中华人民共和国政府信息公开条例》要求，清河县某局编制本年度报告。"


def test_what_stands_before_section_one_goes_to_the_lead_unless_it_is_to_stay(
    qtbot: QtBot, session: ReportSession, answers: Answers
) -> None:
    lead = TextEditor(session, "lead")
    qtbot.addWidget(lead)
    answers.choice = "分到各个小标题"
    paste(lead, f"{LEAD}\n{WHOLE}")
    assert (session.report.texts["lead"], session.report.texts["s1"]) == (LEAD, "全年工作平稳。")
    assert "“引言”、“总述”" in answers.said[-1]

    session.set_text("lead", "原有的引言。")
    answers.choice = "分到各个小标题，引言不变"
    paste(lead, f"{LEAD}\n{WHOLE}")
    assert session.report.texts["lead"] == "原有的引言。"
    assert session.report.texts["s1.request"] == "收到3件。"  # which is there already
    assert "“引言”已有文字" in answers.said[-1]


def test_a_whole_report_that_is_pasted_goes_to_the_texts_of_all_sections(
    qtbot: QtBot, session: ReportSession, answers: Answers
) -> None:
    title = "清河县某局2026年政府信息公开工作年度报告"
    lines = "二、主动公开政府信息情况\n无许可。\n无句号的一行\n五、存在的主要问题及改进情况\n解读少。"
    whole = f"{title}\n{LEAD}\n{WHOLE}\n{lines}"
    trouble = TextEditor(session, "s5")
    qtbot.addWidget(trouble)
    answers.choice = "分到各个小标题"
    paste(trouble, whole)  # of another unit: nothing is done until that is meant
    assert session.report.texts == {}
    asked = f"粘贴的是“清河县某局”的报告，打开的是“{session.report.unit}”的报告，是不是复制错了？"
    assert answers.said == [f"粘贴：{asked}"]
    answers.confirm = True
    paste(trouble, whole)
    texts = session.report.texts
    assert (texts["lead"], texts["s1.oversight"], texts["s5"]) == (LEAD, "培训2次。", "解读少。")
    assert texts["s2"] == "无许可。"
    assert f"不放入（仍在剪贴板中）：标题“{title}”；第二部分表格外的文字“无句号的一行”" in answers.said[-1]

    session.set_text("meta.unit", "清河县某局")
    answers.confirm = False
    asked_before = len(answers.said)
    paste(trouble, whole)
    assert not any("复制错了" in said for said in answers.said[asked_before:])


def test_the_parts_of_section_one_are_offered_only_on_its_page(
    qtbot: QtBot, session: ReportSession, answers: Answers
) -> None:
    trouble = TextEditor(session, "s5")
    qtbot.addWidget(trouble)
    text = "问题：\n（一）主动公开\n不及时。\n（二）依申请公开\n不规范。"
    paste(trouble, text)
    assert session.report.texts["s5"] == text
    assert answers.said == []


def test_a_clipboard_that_holds_a_page_alone_is_pasted_as_its_text(session: ReportSession, editor: TextEditor) -> None:
    data = QMimeData()
    data.setHtml('<p>全年公开<b>12</b>条。</p><img src="file:///none.png"><p>解读&lt;3&gt;篇。</p><script>x()</script>')
    assert not data.hasText()
    assert editor.canInsertFromMimeData(data)
    editor.insertFromMimeData(data)
    pasted = session.report.texts["s1.request"].split("\n")
    assert [line for line in pasted if line] == ["全年公开12条。", "解读<3>篇。"]


def test_pasted_text_leaves_debris_behind(session: ReportSession, editor: TextEditor) -> None:
    data = QMimeData()
    data.setText("第一段\x0b第二段[bookmark: _GoBack]\r\n\u200b第三段")
    data.setHtml("<p style='color:red'>第一段</p>")
    editor.insertFromMimeData(data)
    text = session.report.texts["s1.request"]
    assert "第一段\n第二段" in text
    assert "\x0b" not in text
    assert "\u200b" not in text


def test_a_place_is_selected_also_behind_a_linked_number(session: ReportSession, editor: TextEditor) -> None:
    source = "新收{t3.R01.C7}件，办结９件。"
    session.set_text("s1.request", source)
    start = source.index("办结")
    editor.show_place(Place("s1.request", start, start + 4))
    assert editor.textCursor().selectedText() == "办结９件"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_first_press_after_a_jump_wipes_nothing_out(
    session: ReportSession, editor: TextEditor, key: Qt.Key
) -> None:
    session.set_texts({"s1.request": "收到申请35件。"}, "")
    editor.show_place(Place("s1.request", 4, 6))
    QApplication.sendEvent(editor, QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True))
    assert editor.textCursor().selectedText() == "35"  # the key that led here is still down

    QTest.keyClick(editor, key)
    assert session.report.texts["s1.request"] == "收到申请35件。"
    assert (editor.textCursor().hasSelection(), editor.textCursor().position()) == (False, 6)

    QTest.keyClick(editor, key)
    assert session.report.texts["s1.request"] == f"收到申请35{' ' if key == Qt.Key.Key_Space else chr(10)}件。"


def test_typing_after_a_jump_and_a_press_on_what_the_clerk_selected_replace_it(
    session: ReportSession, editor: TextEditor
) -> None:
    session.set_texts({"s1.request": "收到申请35件。"}, "")
    editor.show_place(Place("s1.request", 4, 6))
    commit_text(editor, "36")
    assert session.report.texts["s1.request"] == "收到申请36件。"

    editor.show_place(Place("s1.request", 4, 6))
    QTest.keyClick(editor, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(editor, Qt.Key.Key_Space)
    assert session.report.texts["s1.request"] == "收到申请 6件。"


def test_a_locked_report_takes_no_typing(session: ReportSession, editor: TextEditor) -> None:
    session.record(status_change(session.report, {"locked_on": "2026-01-12"}))
    assert editor.isReadOnly()


def test_the_cursor_stays_where_it_was_when_a_number_changes(session: ReportSession, editor: TextEditor) -> None:
    session.set_text("s1.request", "新收{t3.R01.C7}件，办结。")
    cursor = editor.textCursor()
    cursor.setPosition(4, QTextCursor.MoveMode.MoveAnchor)
    editor.setTextCursor(cursor)
    session.enter("t3.R01.C1", "12")
    assert editor.textCursor().position() == 4


def test_a_linked_number_paints_nothing_beyond_its_place_that_would_stay_when_it_goes(
    session: ReportSession, editor: TextEditor
) -> None:
    session.set_text("s1.request", "{t3.R01.C7}")
    document, link = editor.document(), editor.document().begin().begin().fragment().charFormat()
    place = QRect(QPoint(20, 20), editor._painter.intrinsicSize(document, 0, link).toSize())
    image = QImage(place.right() + 20, place.bottom() + 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    editor._painter.drawObject(painter, place, document, 0, link)
    painter.end()
    white = image.pixel(0, 0)
    inked = {(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) != white}
    assert inked
    assert all(place.contains(x, y) for x, y in inked)
    line = editor.document().begin().layout().lineAt(0)
    assert place.height() <= line.height()


def test_a_selected_linked_number_is_written_in_the_colour_of_the_selection(
    session: ReportSession, editor: TextEditor
) -> None:
    session.set_texts({"s1.request": "{t3.R01.C1}"}, "")
    palette = editor.palette()
    for group in (palette.ColorGroup.Active, palette.ColorGroup.Inactive):
        palette.setColor(group, palette.ColorRole.Highlight, Qt.GlobalColor.white)
        palette.setColor(group, palette.ColorRole.HighlightedText, Qt.GlobalColor.red)
        palette.setColor(group, palette.ColorRole.Text, Qt.GlobalColor.blue)
    editor.setPalette(palette)
    editor.activateWindow()
    editor.setFocus()
    editor.selectAll()
    QApplication.processEvents()
    image = editor.grab().toImage()
    place = editor.cursorRect()
    near = [image.pixelColor(x, y) for x in range(6, place.right()) for y in range(place.top(), place.bottom())]
    assert any(c.red() - c.blue() > 60 for c in near), sorted({c.name() for c in near})
    assert not any(c.blue() - c.red() > 60 for c in near)
