"""The help beside the table says of the current cell what holds now."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.form.form_reader import load_form
from core.office.collection.added_up import added_up
from core.office.collection.desk_rules import desk_settings
from core.office.collection.summed_draft import summed_report
from core.report.change import Change
from core.report.entry_text import Refused
from core.report.report import Origin, new_report
from gui.main_window import MainWindow
from gui.pages.section_pages import SectionPage
from gui.pages.table_part import CONTROLS, TABLE, TEXTS
from gui.report.last_year import LastYear, shorter
from tests.core.office.collection.desk_samples import desk, file
from tests.window_fixtures import page_of


def said(window: MainWindow) -> str:
    labels: list[QLabel] = list(window.work.help.findChildren(QLabel))
    return "\n".join(label.text() for label in labels if label.isVisibleTo(window.work.help))


def open_sample_at_first_cell(window: MainWindow) -> None:
    window.open_sample()
    window.wizard.show_page("s3")
    page = window.wizard.current
    assert isinstance(page, SectionPage)
    assert page.matrix is not None
    page.matrix.go_to("t3.R01.C1")


def test_the_help_follows_a_number_typed_in_this_cell_and_in_another(window: MainWindow, qtbot: QtBot) -> None:
    open_sample_at_first_cell(window)
    assert "相差" not in said(window)
    was = window.session.facts.shown("t3.R01.C1")
    window.session.enter("t3.R01.C1", str(int(was) + 1))
    qtbot.waitUntil(lambda: "相差1" in said(window))  # until then test_keystroke_work: nothing, and nothing old
    other = window.session.facts.shown("t3.R02.C1")
    window.session.enter("t3.R02.C1", str(int(other) + 2))
    qtbot.waitUntil(lambda: "相差3" in said(window))
    assert "相差1" not in said(window)
    window.session.enter_many({"t3.R01.C1": was, "t3.R02.C1": other}, "改回")
    qtbot.waitUntil(lambda: "相差" not in said(window))


def test_last_years_figure_that_is_carried_over_stands_before_that_of_the_same_cell(window: MainWindow) -> None:
    window.open_sample()
    last = new_report(window.session.report.unit, "政府部门", 2024)
    last = last.with_cells({"t3.R25.C1": 2, "t3.R02.C1": 1})
    window.session.set_last_year(last)
    help_on = LastYear(window.session)
    assert help_on.figure("t3.R02.C1") == "2024年“结转下年·自然人”：2件；2024年这一格：1件"
    assert help_on.figure("t3.R25.C1") == "2024年：2件"
    assert help_on.figure("t3.R01.C1") == "2024年：留空"


def test_a_blank_cell_of_last_year_is_not_told_as_one_that_its_form_lacks(window: MainWindow) -> None:
    window.open_sample()
    unit = window.session.report.unit
    last = new_report(unit, "政府部门", 2024).with_cells(
        {"t3.R01.C1": Refused("约5", "C-01", "不是数字"), "t3.R03.C1": 0}
    )
    window.session.set_last_year(last)
    help_on = LastYear(window.session)
    told = {
        code: help_on.figure(code) for code in ("t3.R01.C1", "t3.R03.C1", "t3.R03.C2", "t3.R03.C7", "t2.fees.amount")
    }
    assert told == {
        "t3.R01.C1": "2024年：填的是“约5”，不是数字",
        "t3.R03.C1": "2024年：0件",
        "t3.R03.C2": "2024年：留空",
        "t3.R03.C7": "2024年：留空",
        "t2.fees.amount": "2024年：留空",
    }

    window.session.set_last_year(new_report(unit, "政府部门", 2020, form_id="2019"))
    for code in ("t3.R01.C1", "t2.rules.issued"):
        assert help_on.figure(code) == "2020年：留空"
    for code in ("t3.R21.C1", "t2.rules.in_force"):  # three rows in place of its one （六）其他处理, and a new column
        assert help_on.figure(code) == "2020年：没有这一项"


def test_a_total_that_was_printed_otherwise_is_told_with_its_sum(window: MainWindow) -> None:
    window.open_sample()
    last = new_report(window.session.report.unit, "政府部门", 2024, with_zeros=True)
    window.session.set_last_year(last.with_cells({"t3.R01.C1": 30, "t3.R01.C7": 31}))
    help_on = LastYear(window.session)
    assert help_on.figure("t3.R01.C7") == "2024年：31件（印的总计是31，各项相加是30）"
    assert help_on.numbers()["t3.R01.C7"] == "31≠30"
    assert shorter("31≠30") == ("31≠30", "31*", "31")  # what is shown where there is less and less room


def test_an_outcome_of_table_four_is_explained_beside_its_row(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    window.work.help.show_cell("t4.review.corrected")
    qtbot.waitUntil(lambda: "结果纠正（建议）：变更、撤销" in said(window))
    assert "按结果各计一次" in said(window)


def test_a_page_without_a_cell_is_left_alone(window: MainWindow) -> None:
    window.open_sample()
    window.wizard.show_page("s3")
    window.wizard.show_page("s5")
    before = said(window)
    window.session.enter("t3.R01.C1", "99")
    assert said(window) == before


def test_no_line_is_drawn_over_another_before_qt_lays_them_out(window: MainWindow) -> None:
    window.open_sample()
    window.resize(1366, 700)
    shown = window.work.help
    window.wizard.show_page("meta")
    shown.show_cell("t3.R09.C1")
    shown._pause.timeout.emit()
    found: list[QLabel] = list(shown.findChildren(QLabel))
    labels = [label for label in found if label.isVisibleTo(shown)]
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)
    for above, below in pairwise(labels):
        assert above.geometry().bottom() < below.geometry().top()


def test_the_help_follows_from_the_table_to_its_texts_and_to_the_totals_of_paper(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open_sample()
    window.wizard.show_page("s3")
    page = page_of(window, "s3")
    tabs, shown = page.tabs, window.work.help
    assert tabs is not None
    assert tabs.controls is not None
    assert said(window).startswith("本年新收·自然人")  # at once where a page opens at a cell
    tabs.enter(TEXTS)
    qtbot.waitUntil(lambda: said(window).startswith("三、收到和处理政府信息公开申请情况"))
    tabs.enter(TABLE)
    qtbot.waitUntil(lambda: said(window).startswith("本年新收·自然人"))
    window.work.show_controls(is_wanted=True)
    tabs.enter(CONTROLS)
    qtbot.waitUntil(lambda: said(window).startswith("本年新收·总计"))
    tabs.enter(TABLE)
    qtbot.waitUntil(lambda: said(window).startswith("本年新收·自然人"))
    tabs.setCurrentIndex(CONTROLS)
    tabs.controls.view.setFocus()
    qtbot.waitUntil(lambda: said(window).startswith("本年新收·总计"))
    assert shown.place == "t3.R01"


def test_beside_the_fees_the_help_says_what_their_unit_is(window: MainWindow) -> None:
    window.open_sample()
    window.wizard.show_page("s6")
    assert "没有收取的，三格都填0；金额的单位是元，第二部分表中的收费是万元" in said(window)
    window.wizard.show_page("s5")
    assert "万元" not in said(window)


def test_errors_come_first_where_a_cell_has_several_findings(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    window.wizard.show_page("s3")
    page = window.wizard.current
    assert isinstance(page, SectionPage)
    assert page.matrix is not None
    page.matrix.go_to("t3.R25.C7")
    window.session.enter("t3.R25.C5", "5")  # the sums do not hold, and so much is carried over
    window.session.enter("t3.R25.C7", "900")
    found = window.work.help._found
    qtbot.waitUntil(lambda: found.text().count("\n") == 2)
    assert [line[:2] for line in found.text().split("\n")] == ["✕ ", "✕ ", "i "]  # its column, the column of totals


def test_the_help_follows_numbers_that_are_counted_anew(window: MainWindow, qtbot: QtBot) -> None:
    open_sample_at_first_cell(window)
    qtbot.waitUntil(lambda: "本年新收" in said(window))
    assert "教育局9" not in said(window)
    block, now = "t3.R01.C1", window.session.report.origins.get("t3.R01.C1")
    counted = Origin("", "", "2026-01-05", "教育局9＋民政局3")
    window.session.do("汇总", Change(origins={block: (now, counted)}))
    qtbot.waitUntil(lambda: "教育局9＋民政局3" in said(window))
    window.session.do("汇总", Change(origins={block: (counted, counted._replace(basis="教育局8＋民政局4"))}))
    qtbot.waitUntil(lambda: "教育局8＋民政局4" in said(window))
    window.session.undo()
    qtbot.waitUntil(lambda: "教育局9＋民政局3" in said(window))


def test_a_number_of_a_sum_comes_from_the_units_that_give_something_to_it(window: MainWindow) -> None:
    form = load_form()
    figures = dict.fromkeys(form.entered, 0)
    one, other = {**figures, "t3.R01.C1": 3, "t3.R01.C2": 4}, {**figures, "t3.R01.C1": 2}
    made = desk([file("甲局", figures=one), file("乙局", figures=other)], ["甲局", "乙局"])
    report = summed_report(made, added_up(made, None, desk_settings())[0], date(2026, 1, 20))
    window.session.replace(report)
    expected = {
        "t3.R01.C1": "甲局3＋乙局2；汇总时是5，来自2个单位，其他单位是0或空白。",
        "t3.R01.C2": "甲局4；汇总时是4，来自1个单位，其他单位是0或空白。",
        "t3.R01.C3": "各单位都是0或空白。",
        "t3.R01.C7": "甲局7＋乙局2；汇总时是9，来自2个单位，其他单位是0或空白。",
    }
    for code, words in expected.items():
        window.work.help.show_page("s3", code)
        lines = [line for line in said(window).splitlines() if line.startswith("数字来源")]
        assert lines == [f"数字来源：逐级汇总2个单位 2026-01-20，依据：{words}"]
    window.session.enter("t3.R01.C2", "6")
    window.work.help.show_page("s3", "t3.R01.C2")
    assert "现在是6，与汇总时不同，请核对。" in said(window)
