"""Where a remark of a superior leads to, and what is typed there at once."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.office import remark_list, review
from gui.main_window import MainWindow
from gui.pages.remark_answer import place_of
from tests.window_fixtures import page_of

REMARKS = [
    "表二行政许可应为52件",
    "第一部分（二）补写无法提供2件",
    "第二部分数字请与台账核对",
    "第一部分“门户网站”后面请写全称",
]


def come_back(window: MainWindow, remarks: list[str] = REMARKS) -> list[review.ToDo]:
    """Send the open report back with remarks; return these."""
    session = window.session
    session.record(review.register_return(session.report, "王局长", date(2026, 1, 12), remarks))
    window.work.fold(is_folded=False)
    return remark_list.remarks_to_do(session.report)


def typed(qtbot: QtBot, text: str) -> None:
    for sign in text:
        focus = QApplication.focusWidget()  # the first one opens an editor
        assert focus is not None
        qtbot.keyClicks(focus, sign)


def test_what_is_typed_after_a_jump_lands_in_the_cell_that_the_remark_names(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    number, *_ = come_back(window)
    before = window.session.report.cells
    window.show_page("s5")
    window.work.show_remarks(number)
    window.work.findings.details.remark.jump.click()
    typed(qtbot, "52")
    window.wizard.commit_pending()
    assert window.session.report.cells == {**before, "t2.licensing.decisions": 52}


def test_a_remark_on_a_sub_section_leads_to_its_text(window: MainWindow) -> None:
    window.open_sample()
    _, text, *_ = come_back(window)
    window.work.show_finding(text)
    assert page_of(window, "s1").blocks["s1.request"].editor.hasFocus()


def test_a_remark_on_the_title_leads_into_its_field(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    title, _ = come_back(window, ["标题要写全，改为全称", "单位全称与公章不符"])
    window.show_page("s5")
    window.work.show_remarks(title)
    window.work.findings.details.remark.jump.click()
    typed(qtbot, "x")
    assert window.session.report.meta["meta.title"] == "x"


def test_the_list_marks_and_leads_to_a_remark_that_is_said_to_be_followed_without_a_change(window: MainWindow) -> None:
    window.open_sample()
    session = window.session
    session.record(review.submit(session.report, date(2026, 1, 12)))
    come_back(window, ["第五部分太短", "表二行政许可应为52件"])
    session.set_text("s5", f"{session.report.texts['s5']}另外加强培训。")
    session.record(review.answer_remarks(session.report, 1, [("已改", "")] * 2))
    window.commands.run("answer_remarks")
    shown = window.work.findings.list
    lines = [shown.item(row).text() for row in range(shown.count())]
    assert lines[:3] == [
        "退回意见  1条标为“已改”但没有改动",
        "✓ 1．第五部分太短（已改）",
        "！ 2．表二行政许可应为52件（已改，但没有改动）",
    ]
    chosen = window.work.findings.chosen()
    assert isinstance(chosen, review.ToDo)
    assert chosen.number == 2
    session.enter("t2.licensing.decisions", "52")
    session.catch_up()
    assert shown.item(0).text() == "退回意见  都已处理"


def test_only_the_page_is_shown_where_a_cell_would_be_guessed(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    _, _, table, _ = come_back(window)
    before = window.session.report
    window.show_page("s5")
    window.work.show_remarks(table)
    window.show_page("s5")
    window.work.findings.choose_remark(table)
    remark = window.work.findings.details.remark
    assert remark.jump.isEnabled()
    remark.jump.click()
    assert window.wizard.current.key == "s2"
    assert window.work.remark_in_hand() == table
    typed(qtbot, "52")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    window.wizard.commit_pending()
    assert window.session.report == before


def test_the_words_that_a_remark_quotes_tell_which_text_of_a_page_is_meant(window: MainWindow) -> None:
    window.open_sample()
    window.session.set_text("s1.platform", "全年在门户网站发布。")
    quoting = come_back(window)[-1]
    place = place_of(window.session.report, quoting)
    assert place is not None
    assert [(p.text, p.start, p.end) for p in place.places] == [("s1.platform", 3, 7)]
    window.session.set_text("s1.manage", "门户网站已清理。")
    assert place_of(window.session.report, quoting) is None  # two of them


def test_the_key_for_what_is_open_next_turns_the_page_to_each_remark(window: MainWindow) -> None:
    window.open_sample()
    come_back(window, ["第五部分太短", "表二行政许可应为52件", "请再斟酌", "第三部分请核对"])
    window.show_page("s4")
    met = []
    for _ in range(5):
        window.commands.run("next_open")
        chosen = window.work.findings.chosen()
        assert isinstance(chosen, review.ToDo)
        met.append((chosen.number, window.wizard.current.key))
    assert met == [(1, "s5"), (2, "s2"), (3, "s2"), (4, "s3"), (1, "s5")]


def test_after_an_answer_the_key_leads_to_the_remark_that_is_chosen_then(window: MainWindow) -> None:
    window.open_sample()
    come_back(window, ["第五部分太短", "表二行政许可应为52件", "表三自然人本年新收应为14"])
    window.show_page("s4")
    window.commands.run("next_open")
    assert page_of(window, "s5").blocks["s5"].editor.hasFocus()
    keys = []
    for _ in range(2):
        window.work.findings.details.remark.followed.click()
        window.commands.run("next_open")
        keys.append((window.wizard.current.key, window.wizard.current.place()))
    assert [(key, place and place.text) for key, place in keys] == [
        ("s2", "t2.licensing.decisions"),
        ("s3", "t3.R01.C1"),
    ]
