"""The preview of a paste: what it says, shows and asks."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.matrix.paste_plan import plan_paste
from gui.matrix.paste_preview import PasteChoice, PastePreview
from gui.matrix.pasted_block import PastedBlock, read_tsv
from gui.matrix.view import MatrixView
from tests.gui.matrix.pasted_pieces import (
    FORM,
    T3,
    block,
    plan_of,
)


def test_the_preview_says_in_words_what_is_out_of_the_ordinary(qtbot: QtBot) -> None:
    rows = block("一、本年新收政府信息公开申请数量|1|1O||-|5|6|7", "其中：网上|8||||||")
    plan = plan_paste(FORM, T3, rows, "t3.R01.C1", [], {"t3.R01.C3": 9})
    dialog = PastePreview(plan)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.summary.text().split("\n") == [
        "将填入3个数字。",
        "1格原有内容将被清空：本年新收·科研机构。",
        "2格不能识别，将保留原文并标为错误：本年新收·商业企业、本年新收·社会公益组织。",
        "1个合计不填入，由程序计算。",
        "1处内容在表中没有位置，不会填入，列在下方。",
    ]
    items = [dialog.table.item(0, column) for column in range(7)]
    assert [item.text() if item else None for item in items] == ["1", "✕ 1O", "清空（原 9）", "✕ -", "5", "6", "（7）"]
    assert dialog.lost.item(0).text() == "第2行第2列“8”：这一行的名称不在表中"
    assert dialog.dashes.isVisible()
    hints: list[QLabel] = list(dialog.findChildren(QLabel, "hint"))
    assert [hint.text() for hint in hints] == ["粗体：有变化；括号：粘贴内容中的合计，不填入。"]
    assert not dialog.totals.isVisible()
    assert dialog.choice() == PasteChoice(keeps_totals=False, dashes_as=None)
    assert dialog.dashes.accessibleName() == "“-”1处怎样填"  # only what occurs is asked about
    assert [dialog.dashes.itemText(row) for row in range(3)] == ["标为错误", "填0", "留空"]
    dialog.dashes.setCurrentIndex(1)
    assert dialog.choice() == PasteChoice(keeps_totals=False, dashes_as="0")


def test_the_preview_follows_what_the_dashes_stand_for(qtbot: QtBot) -> None:
    rows = block("一、本年新收政府信息公开申请数量|1|/|—|无|5|6|12")
    dialog = PastePreview(plan_paste(FORM, T3, rows, "t3.R01.C1", [], {"t3.R01.C3": 9}))
    qtbot.addWidget(dialog)
    dialog.show()

    def shown() -> list[str]:
        return [item.text() for column in range(7) if (item := dialog.table.item(0, column))]

    assert "3格不能识别" in dialog.summary.text()
    dialog.dashes.setCurrentIndex(1)
    assert shown() == ["1", "0", "0", "0", "5", "6", "（12）"]
    assert dialog.summary.text().split("\n") == ["将填入6个数字。", "1个合计不填入，由程序计算。"]
    dialog.dashes.setCurrentIndex(2)
    assert shown() == ["1", "未填", "清空（原 9）", "未填", "5", "6", "（12）"]
    assert "不能识别" not in dialog.summary.text()
    dialog.dashes.setCurrentIndex(0)
    assert shown() == ["1", "✕ /", "✕ —", "✕ 无", "5", "6", "（12）"]


def test_large_numbers_are_shown_whole(qtbot: QtBot) -> None:
    old = {"t3.R01.C2": 1234567}
    plan = plan_paste(FORM, T3, block("１,234,567||3|4|5|6|1,234,589"), "t3.R01.C1", [], old)
    dialog = PastePreview(plan)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    table = dialog.table
    items = [table.item(0, column) for column in range(7)]
    texts = [item.text() for item in items if item is not None]
    assert texts == ["1234567", "清空（原 1234567）", "3", "4", "5", "6", "（1234589）"]
    for column, text in enumerate(texts):
        assert table.fontMetrics().horizontalAdvance(text) < table.columnWidth(column)


def test_a_paste_that_puts_no_number_in_says_so_and_return_calls_it_off(qtbot: QtBot) -> None:
    dialog = PastePreview(plan_of(block("甲|乙")))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.summary.text().startswith("没有可以填入的数字。")
    assert dialog.accept_button.isEnabled()  # the words can be kept as refused ones
    buttons: list[QPushButton] = list(dialog.findChildren(QPushButton))
    assert [button.text() for button in buttons if button.isDefault()] == ["取消"]


def test_return_calls_off_a_paste_that_would_wipe_a_number_out(qtbot: QtBot) -> None:
    for old, default in (({"t3.R01.C2": 9}, "取消"), ({}, "粘贴")):
        dialog = PastePreview(plan_paste(FORM, T3, block("1||3|4|5|6|19"), "t3.R01.C1", [], old))
        qtbot.addWidget(dialog)
        dialog.show()
        buttons: list[QPushButton] = list(dialog.findChildren(QPushButton))
        assert [button.text() for button in buttons if button.isDefault()] == [default]


def test_return_calls_off_numbers_most_of_which_find_no_place(qtbot: QtBot) -> None:
    plan = plan_of(block("（一）予以公开|1|1|1|1|1|1|6", *(f"其中：第{n}类|1|1|1|1|1|1|6" for n in range(2))))
    assert len(plan.of_kind("lost")) > len(plan.of_kind("number")) > 0
    dialog = PastePreview(plan)
    qtbot.addWidget(dialog)
    dialog.show()
    buttons: list[QPushButton] = list(dialog.findChildren(QPushButton))
    assert [button.text() for button in buttons if button.isDefault()] == ["取消"]
    assert "没有位置的比填入的多，请核对复制的是不是这张表。" in dialog.summary.text()


def test_return_calls_off_columns_that_seem_to_have_slipped(qtbot: QtBot) -> None:
    # a column of last year in front, and the totals not copied: nothing but the sums can tell
    plan = plan_of(PastedBlock(tuple((str(n + 2), str(n), "1", "1", "0", "0", "1") for n in range(25))))
    dialog = PastePreview(plan)
    qtbot.addWidget(dialog)
    dialog.show()
    buttons: list[QPushButton] = list(dialog.findChildren(QPushButton))
    assert [button.text() for button in buttons if button.isDefault()] == ["取消"]
    assert "多数合计与各项相加不符，各列可能错开了，请核对表头和列数。" in dialog.summary.text()


def test_nothing_that_fits_means_nothing_to_accept(qtbot: QtBot) -> None:
    plan = plan_of(block("其他名称|12"), start="t3.R25.C7")
    dialog = PastePreview(plan)
    qtbot.addWidget(dialog)
    assert not dialog.accept_button.isEnabled()
    assert dialog.summary.text().startswith("没有可以填入的内容。")


def test_the_preview_is_as_tall_as_the_screen_allows_and_begins_at_the_first_red_cell(
    qtbot: QtBot, view: MatrixView
) -> None:
    rows = [["1"] * 6 + ["6"] for _ in range(25)]
    rows[22][6] = "60"
    dialog = PastePreview(plan_of(PastedBlock(tuple(map(tuple, rows)))), view)
    qtbot.addWidget(dialog)
    dialog.show()
    room = dialog.screen().availableSize().height()
    table = dialog.table
    is_whole = table.verticalScrollBar().maximum() == 0
    assert is_whole or dialog.height() >= min(580, room - 40, room * 4 // 5)
    wrong = next(
        item
        for row in range(25)
        for column in range(7)
        if (item := table.item(row, column)) and item.text().startswith("✕")
    )
    assert table.viewport().rect().contains(table.visualItemRect(wrong).center())


def test_the_heads_of_the_preview_are_whole_in_large_print(window: MainWindow) -> None:
    window.settings.change(points=18)
    plan = plan_of(read_tsv("\n".join("\t".join(["1"] * 7) for _ in range(25))), start=T3.cells[0])
    preview = PastePreview(plan, window)
    preview.show()
    QApplication.processEvents()
    head = preview.table.horizontalHeader()
    assert all(head.sectionSize(c) >= head.sectionSizeHint(c) for c in range(preview.table.columnCount()))
    assert preview.table.viewport().height() >= 4 * preview.table.rowHeight(0)
    window.settings.change(points=10)


def test_totals_most_of_which_are_wrong_are_not_offered_for_keeping(qtbot: QtBot) -> None:
    rows = [["1"] * 6 + ["6"] for _ in range(24)]
    for last, is_kept in (("21 21 21 21 22 21 126", True), ("1 2 3 4 5 6 7", False)):
        plan = plan_of(PastedBlock((*map(tuple, rows[:23]), tuple(last.split()), tuple(rows[23]))))
        dialog = PastePreview(plan)
        qtbot.addWidget(dialog)
        assert dialog.totals.isChecked() == is_kept
