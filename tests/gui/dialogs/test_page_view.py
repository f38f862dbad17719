"""Pages of HTML are read in the colours of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextCursor, QTextFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser
from pytestqt.qtbot import QtBot

from core.base.resources import resource_path
from core.draft.workbook import load_draft
from core.form.form_reader import load_form
from core.office.compare import compare_reports, side_of
from core.office.comparison_html import comparison_html
from core.office.whole_rule_book import whole_rule_book
from gui.dialogs.compare_dialogs import ComparisonDialog
from gui.dialogs.help_window import HelpWindow, manual_html
from gui.look import theme
from tests.gui.contrast import contrast


@pytest.fixture
def dark(qapp: QApplication) -> Iterator[QApplication]:
    theme.apply(qapp, scheme="dark")
    yield qapp
    theme.apply(qapp)


def comparison() -> str:
    report = load_draft(resource_path("samples", "示例.xlsx")).report
    other = report.with_cells({"t3.R01.C1": 7}).with_texts({"s5": "存在的主要问题：形式单一。"})
    pages = compare_reports(side_of(report, "本年"), side_of(other, "上年"))
    return comparison_html(pages, only_differences=False, marks_numbers=True)


def _ground(cursor: QTextCursor, fallback: str) -> str:
    cell = cursor.currentTable().cellAt(cursor) if cursor.currentTable() else None
    frame = cursor.document().rootFrame().frameFormat()
    for look in (cursor.charFormat(), cursor.blockFormat(), cell.format() if cell else None, frame):
        if look is not None and look.hasProperty(QTextFormat.Property.BackgroundBrush):
            return look.background().color().name()
    return fallback


def inks(view: QTextBrowser) -> dict[tuple[str, str], str]:
    """Return some text in each pair of ink and ground that a page has."""
    palette, found = view.palette(), {}
    block = view.document().begin()
    while block.isValid():
        for fragment in block:  # type: ignore[attr-defined]  # Qt's own iterator
            piece = fragment.fragment()
            cursor = QTextCursor(view.document())
            cursor.setPosition(piece.position() + 1)
            look = piece.charFormat()
            has_ink = look.hasProperty(QTextFormat.Property.ForegroundBrush)
            ink = look.foreground().color() if has_ink else palette.text().color()
            found[ink.name(), _ground(cursor, palette.base().color().name())] = piece.text()
        block = block.next()
    return found


PAGES: dict[str, Callable[[], HelpWindow | ComparisonDialog]] = {
    "rules": lambda: HelpWindow("规则手册", whole_rule_book(load_form(), None)),
    "comparison": lambda: ComparisonDialog("与上年对照", comparison(), print),
    "manual": lambda: HelpWindow("填报手册", manual_html(load_form(), [])),
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_dark_in_a_dark_window_and_can_be_read(qtbot: QtBot, dark: QApplication, page: str) -> None:
    dialog = PAGES[page]()
    qtbot.addWidget(dialog)
    view = dialog.view
    shown = inks(view)
    assert len(shown) > 1
    for (ink, ground), text in shown.items():
        assert contrast("#ffffff", ground) > 7, text
        assert contrast(ink, ground) >= 4.5, text
    theme.apply(dark, scheme="light")  # also while it stands open
    dialog.show()
    for (ink, ground), text in inks(view).items():
        assert contrast("#000000", ground) > 7, text
        assert contrast(ink, ground) >= 4.5, text


def _line_on_top(view: QTextBrowser) -> str:
    """Return the first line of print that is in view as a whole."""
    cursor = view.cursorForPosition(QPoint(20, 12))
    return cursor.block().text()


def _middle_of(view: QTextBrowser, words: str) -> QPoint:
    begin, end = view.document().find(words), view.document().find(words)
    begin.setPosition(begin.selectionStart())
    end.setPosition(end.selectionEnd())
    return QRect(view.cursorRect(begin).topLeft(), view.cursorRect(end).bottomRight()).center()


@pytest.mark.parametrize("way", ["mouse", "Return"])
@pytest.mark.parametrize(("link", "place"), [("收到和处理", "收到和处理政府信息公开申请情况表"), ("文字（", "文字")])
def test_the_links_of_a_comparison_lead_to_what_differs(qtbot: QtBot, way: str, link: str, place: str) -> None:
    dialog = ComparisonDialog("与上年对照", comparison(), print)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    view = dialog.view
    if way == "mouse":
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=_middle_of(view, link))
    else:
        view.setFocus()
        for _ in range(2 if place == "文字" else 1):
            QTest.keyClick(view, Qt.Key.Key_Tab)
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert dialog.isVisible()  # Return pressed the link, not the button that closes
    assert view.verticalScrollBar().value() > 0
    assert _line_on_top(view) == place
