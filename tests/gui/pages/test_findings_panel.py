"""The findings as a clerk works through them: level by level, in groups, folded, explained, each one click away."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from core.base.resources import resource_path
from core.checks.findings import Finding
from gui import dialogs
from gui.main_window import MainWindow
from gui.pages.findings_list import with_breaks
from gui.pages.findings_panel import FindingsPanel
from gui.pages.section_pages import SectionPage
from tests.focus import has_focus
from tests.window_fixtures import lines_of

SELECTABLE = Qt.ItemFlag.ItemIsSelectable

SAMPLE = resource_path("samples", "示例.xlsx")


@pytest.fixture
def panel(window: MainWindow) -> FindingsPanel:
    """Two warnings and a hint about the fees."""
    window.open_path(SAMPLE)
    window.session.enter("fee.collected", "5")
    window.session.enter("fee.billed", "1")
    return window.work.findings


def choose(panel: FindingsPanel, words: str) -> Finding:
    panel.list.setCurrentRow(next(row for row, line in enumerate(lines_of(panel.list)) if words in line))
    found = panel.current()
    assert found is not None
    return found


def test_hints_are_folded_until_they_are_asked_for(panel: FindingsPanel) -> None:
    assert [line[:8] for line in lines_of(panel.list)] == [
        "疑点（核实或说明",
        "！ 发出收费通知",
        "！ 信息处理费实",
        "▸ 提示（供参考",
    ]

    panel.list.itemActivated.emit(panel.list.item(3))
    assert lines_of(panel.list)[3].startswith("▾ 提示")
    assert lines_of(panel.list)[4].startswith("i 信息处理费实际收取5元")
    panel.list.itemActivated.emit(panel.list.item(3))
    assert len(lines_of(panel.list)) == 4

    panel.filter.setCurrentText("只看提示")
    panel.filter.activated.emit(panel.filter.currentIndex())
    assert [line[:4] for line in lines_of(panel.list)] == ["▾ 提示", "i 信息"]


@pytest.mark.parametrize(("row", "folds"), [(3, True), (2, False)])
def test_a_click_counts_however_much_was_open_above_the_line(
    panel: FindingsPanel, qtbot: QtBot, row: int, folds: bool
) -> None:
    choose(panel, "发出收费通知")
    QApplication.processEvents()
    jumps: list[object] = []
    panel.jump_wanted.connect(jumps.append)
    place = panel.list.visualItemRect(panel.list.item(row)).center()
    qtbot.mousePress(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.list.visualItemRect(panel.list.item(row)).contains(place)
    qtbot.mouseRelease(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert lines_of(panel.list)[3].startswith("▾ 提示") == folds
    assert bool(jumps) == panel.details.isVisible() == (not folds)


def test_after_many_changes_the_list_is_as_if_made_anew(panel: FindingsPanel, window: MainWindow) -> None:
    def look() -> list[tuple[object, ...]]:
        items = [panel.list.item(row) for row in range(panel.list.count())]
        shown = (Qt.ItemDataRole.UserRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        more = [(i.flags(), i.font().bold(), i.foreground().color(), i.sizeHint()) for i in items]
        return [(i.text(), *map(i.data, shown), *known) for i, known in zip(items, more, strict=True)]

    chance = random.Random(4)
    codes = [f"t3.R{row:02}.C{column}" for row in (1, 3, 5, 9) for column in (1, 2, 3)]
    for _ in range(80):
        window.session.enter(chance.choice(codes), chance.choice(["", "1", "1O", "13", "4"]))
        panel.list.setCurrentRow(-1)
        kept = look()
        QApplication.sendEvent(panel, QEvent(QEvent.Type.PaletteChange))  # each line is made anew
        panel.list.setCurrentRow(-1)
        assert kept == look()


def test_several_findings_of_one_rule_stand_together_below_its_name(panel: FindingsPanel, window: MainWindow) -> None:
    for column in ("C1", "C2"):
        window.session.enter(f"t3.R03.{column}", "1O")
    assert lines_of(panel.list)[0] == "错误（必须改）  2"
    assert not any("处）" in line for line in lines_of(panel.list))

    window.session.enter("t3.R03.C3", "1O")
    assert lines_of(panel.list)[1] == "· 填的不是数字（3处）"
    assert all(line.startswith("✕ ") for line in lines_of(panel.list)[2:5])


def test_an_explanation_holds_until_the_numbers_change(
    panel: FindingsPanel, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(panel, "发出收费通知")
    asked: list[str] = []

    def reason(_parent: object, _title: str, what: str, *_more: object) -> str:
        asked.append(what)
        return "通知在上年发出"

    monkeypatch.setattr(dialogs, "ask_reason", reason)
    panel.details.explain.click()
    assert asked[0].endswith("\n\n核实后确实如此的，请写明原因（列入审签单）：")  # what is to be written, and what for
    shown = lines_of(panel.list)
    at = next(at for at, line in enumerate(shown) if "（已说明：通知在上年发出）" in line)
    assert at > max(at for at, line in enumerate(shown) if line.startswith("！"))  # what waits for a word stands first
    assert lines_of(panel.list)[0] == "疑点（核实或说明）  1，已说明1"
    assert "1个疑点" in window.wizard.review.verdict
    choose(panel, "发出收费通知")
    assert panel.details.explain.text() == "修改说明…"

    window.session.enter("fee.billed", "2")
    assert "数据已变，原说明失效，请重新核实" in lines_of(panel.list)[1]


def test_a_number_in_a_text_is_replaced_by_that_of_the_table_and_linked(
    panel: FindingsPanel, window: MainWindow
) -> None:
    total = window.session.facts.shown("t3.R01.C7")
    window.session.set_text("s1.request", "全年新收申请3件。")
    choose(panel, "写的是“全年新收申请3件”")
    assert panel.details.link.text() == f"改为表中数字 {total}，随表更新"
    panel.details.link.click()
    assert window.session.facts.printed_text("s1.request") == f"全年新收申请{total}件。"
    assert QApplication.focusWidget() is panel.list
    window.session.undo()
    assert window.session.report.texts["s1.request"] == "全年新收申请3件。"


def test_a_finding_about_the_fees_leads_to_their_fields(panel: FindingsPanel, window: MainWindow) -> None:
    window.wizard.show_page("s5")
    finding = choose(panel, "发出收费通知")
    panel.details.jump.click()
    page = window.wizard.current
    assert isinstance(page, SectionPage)
    assert page.key == "s6"
    assert page.fees is not None
    assert has_focus(page.fees.fields[finding.cells[0]])


def test_the_buttons_of_the_last_page_say_what_is_in_their_way(panel: FindingsPanel, window: MainWindow) -> None:
    window.wizard.show_page("review")
    buttons = window.wizard.review.buttons
    assert buttons["review"].toolTip().startswith("没有错误、数字和文字都填了就可以生成")
    assert buttons["final"].toolTip() == "还不能生成定稿：2个疑点要核实或说明。可以先生成送审稿。"

    window.session.enter("t3.R25.C1", "")
    assert buttons["review"].toolTip() == "还不能生成送审稿：1格未填。可以先生成草稿。"
    assert buttons["draft"].toolTip().startswith("随时可以生成")


def test_a_line_is_filled_up_to_a_quotation_mark(qapp: QApplication) -> None:
    font = QApplication.font()
    text = with_breaks("！ “（七）总计·自然人”是“12abcdef”：不是数字，请核对“三、依申请公开”的原表。")
    whole = text[: text.index("12abc")]
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(QFontMetricsF(font).horizontalAdvance(whole))  # “ would fit, 12abcdef not
    layout.endLayout()
    assert text[: line.textLength()].rstrip("\u200b").endswith("是")
    assert with_breaks("“甲”，“乙”（“丙”）") == "“甲”，\u200b“乙”\u200b（“丙”）"


def test_the_chosen_finding_and_its_buttons_are_seen_however_low_the_list_is(
    panel: FindingsPanel, window: MainWindow
) -> None:
    shown = panel.list
    shown.setFixedHeight(150)
    QApplication.processEvents()
    for words in ("发出收费通知", "信息处理费实"):
        choose(panel, words)
        QApplication.processEvents()
        assert shown.visualItemRect(shown.currentItem()).height() > shown.viewport().height()
        assert shown.visualItemRect(shown.currentItem()).top() == 0  # which finding it is comes before all
        found: list[QPushButton] = list(panel.details.findChildren(QPushButton))
        buttons = [button for button in found if button.isVisible()]
        assert buttons
        for button in buttons:
            below = button.mapTo(shown.viewport(), button.rect().bottomLeft())
            assert shown.viewport().rect().contains(below)
    shown.setFixedHeight(400)
    QApplication.processEvents()
    assert panel.details.said.y() < panel.details.jump.y()  # where there is room the reasons come first
    panel.list.setCurrentRow(1)
    assert shown.visualItemRect(shown.item(0)).top() >= 0  # and the heading above is not cut
    shown.setFixedHeight(150)
    QApplication.processEvents()
    bar = shown.verticalScrollBar()
    before = panel.details.y()
    bar.setValue(bar.value() - 5)
    assert panel.details.y() == before + 5  # not a whole line of the list


def test_the_last_page_leaves_a_low_window_room_for_a_finding_in_large_print(
    panel: FindingsPanel, window: MainWindow
) -> None:
    window.resize(1366, 697)
    window.settings.change(points=18)
    window.wizard.show_page("review")
    QApplication.processEvents()
    shown = window.wizard.review.findings
    assert shown.filter.isVisible()
    shown.step(1)
    QApplication.processEvents()
    shown_list = shown.list
    assert shown_list.viewport().height() > 7 * window.fontMetrics().height()
    assert shown_list.viewport().rect().contains(shown_list.visualItemRect(shown_list.currentItem()).topLeft())
    window.wizard.review.tabs.setCurrentIndex(1)
    assert not shown.filter.isVisible()  # it filters findings
    window.wizard.review.tabs.setCurrentIndex(0)
    window.settings.change(points=10)


def test_the_number_of_a_rule_is_in_the_tool_tip_and_in_no_sentence(panel: FindingsPanel) -> None:
    finding = choose(panel, "信息处理费实")
    assert finding.rule_id not in panel.details.said.text()
    assert panel.details.said.toolTip() == f"规则 {finding.rule_id}"
    assert panel.details.said.text().count("来源") + panel.details.said.text().count("建议：") >= 1


def test_a_finding_that_is_open_while_a_page_is_turned_is_painted_afterwards(panel: FindingsPanel) -> None:
    lines = panel.list
    item = next(lines.item(row) for row in range(lines.count()) if lines.item(row).flags() & SELECTABLE)
    lines.setCurrentItem(item)
    assert panel.details.isVisible()
    panel.setUpdatesEnabled(False)  # as Qt does while it shows another page
    item.setText(f"{item.text()}（改）")
    panel.setUpdatesEnabled(True)
    assert panel.details.updatesEnabled()
