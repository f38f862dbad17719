"""文中数字 ↔ 表中数字: every line can be read, and says where its number stands."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication

from core.report.totals import report_numbers
from gui.look.colours import colours
from gui.main_window import MainWindow


def test_no_column_is_pushed_out_of_sight(window: MainWindow) -> None:
    for width in [1366, 1000, 853]:
        window.resize(width, 728)
        window.open_sample()
        window.session.enter("t3.R01.C1", "1234567")
        window.work.show_findings()
        window.wizard.review.tabs.setCurrentIndex(1)
        QApplication.processEvents()
        tree = window.wizard.review.claims.tree
        columns = range(tree.columnCount())
        assert sum(tree.columnWidth(column) for column in columns) <= tree.viewport().width(), width
        for row in range(tree.topLevelItemCount()):
            item = tree.topLevelItem(row)
            assert item is not None, width
            for column in columns:
                text = item.text(column)
                room = tree.columnWidth(column) - 10
                lines = tree.fontMetrics().boundingRect(QRect(0, 0, room, 900), Qt.TextFlag.TextWordWrap, text)
                assert lines.width() <= room, text
                assert lines.height() <= tree.visualItemRect(item).height(), text
                assert width < 1366 or lines.height() < 2 * tree.fontMetrics().lineSpacing(), width


def test_what_does_not_agree_stands_first_in_the_ink_of_warnings(window: MainWindow) -> None:
    window.open_sample()
    window.session.enter("t3.R01.C1", "5")
    window.work.show_findings()
    window.wizard.review.tabs.setCurrentIndex(1)
    claims = window.wizard.review.claims
    for scheme in ("light", "dark", "light"):
        window.settings.change(scheme=scheme)
        items = [item for at in range(99) if (item := claims.tree.topLevelItem(at)) is not None]
        said = [item.text(0) for item in items]
        wrong = said.count("！ 不一致")
        assert 0 < wrong < len(said)
        assert said[:wrong] == ["！ 不一致"] * wrong
        ink = colours(window.palette()).ink("warning")
        assert [item.foreground(3).color() == ink for item in items] == [at < wrong for at in range(len(items))]
    head = claims.tree.headerItem()
    assert [head.text(column) for column in (2, 3)] == ["文中写法", "表中数字"], "one beside the other"


def test_a_line_says_in_words_whether_it_agrees_and_where_it_stands(window: MainWindow) -> None:
    window.open_sample()
    window.session.enter("t3.R01.C1", "5")
    window.work.show_findings()
    window.wizard.review.tabs.setCurrentIndex(1)
    tree = window.wizard.review.claims.tree
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    said = {(item.text(0), item.text(1)) for item in items if item is not None}
    assert ("！ 不一致", "第三部分表前文字") in said
    assert ("✓ 一致", "第一部分“依申请公开”") in said


def test_a_comparison_with_last_year_is_shown_beside_the_numbers_of_both_years(window: MainWindow) -> None:
    window.open_sample()
    count = report_numbers(window.session.report)["t3.R01.C7"]
    window.session.set_last_year(
        window.session.report.with_texts({"meta.year": str((window.session.report.year or 0) - 1)})
    )
    window.session.set_text("s3", f"新收政府信息公开申请{count}件，较上年增加2件。")
    window.work.show_findings()
    window.wizard.review.tabs.setCurrentIndex(1)
    tree = window.wizard.review.claims.tree
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    said = [[item.text(column) for column in range(5)] for item in items if item is not None]
    shown = f"上年{count}件，本年{count}件"
    assert ["！ 不一致", "第三部分表前文字", "较上年增加2件", shown, "与上年报告对照：新收申请"] in said
