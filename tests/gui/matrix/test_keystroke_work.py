"""What a keystroke sets to work: only what it changes is laid out, painted, or read again.

How long it takes says build_scripts/bench/keystroke.py.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import SIGNAL, QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics, QInputMethodEvent, QPainter, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate
from pytestqt.qtbot import QtBot
from typing_extensions import override

from core.base.resources import resource_path
from core.checks.findings import CheckResult
from core.form.form_definition import GridItem
from core.report import counted_cells
from core.report.change import read_json, status_change
from core.report.entry_text import parse_entry
from core.report.status_names import REGISTER_CASES
from core.validation.validation import Checker, check_report
from gui.look.still_label import StillLabel
from gui.main_window import MainWindow
from gui.matrix.view import MatrixView
from gui.pages.findings_list import FindingsList
from gui.pages.findings_panel import FindingsPanel
from gui.report import autosaving
from gui.texts.text_editor import TextEditor
from tests.gui.matrix.matrix_driver import settle
from tests.window_fixtures import commit_text, lines_of, page_of, table_of

SAMPLE = resource_path("samples", "示例.xlsx")
FRAME = QStyle.PixelMetric.PM_FocusFrameHMargin
CODE = "t3.R03.C1"
A_MINUTE = 60_000


class Watcher(QObject):
    """Counts events of some types by the receiver's class while it is on."""

    def __init__(self, *types: QEvent.Type) -> None:
        super().__init__()
        self._types = types
        self.seen: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in self._types:
            self.seen.append(type(watched).__name__)
        return False


def seen_during(action: Callable[[], object], *types: QEvent.Type) -> list[str]:
    """Return the classes of the objects that got events of these types because of an action."""
    settle()
    app, watcher = QApplication.instance(), Watcher(*types)
    assert app is not None
    app.installEventFilter(watcher)
    action()
    settle()
    app.removeEventFilter(watcher)
    return watcher.seen


@pytest.fixture
def sample(window: MainWindow) -> MainWindow:
    window.open_path(SAMPLE)
    return window


def editor_at_the_end(window: MainWindow) -> TextEditor:
    editor = page_of(window, "s5").blocks["s5"].editor
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    return editor


def type_into_cell(matrix: MatrixView, code: str) -> Callable[[], None]:
    """Open the editor of a cell and return what types a digit into it."""
    matrix.go_to(code)
    QTest.keyClick(matrix.grid, Qt.Key.Key_F2)
    editor = matrix.grid.editor()
    assert editor is not None
    return lambda: QTest.keyClick(editor, Qt.Key.Key_1)


def say_nothing_later(window: MainWindow, patch: pytest.MonkeyPatch) -> None:
    """Have help and autosave say nothing: what they say a while later is no part of a keystroke, slow as it may be."""
    window.work.help._pause.setInterval(A_MINUTE)
    patch.setattr(autosaving, "DELAY_MS", A_MINUTE)


def test_a_digit_has_neither_window_nor_page_laid_out_anew(sample: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    say_nothing_later(sample, monkeypatch)
    matrix = table_of(sample)
    type_one = type_into_cell(matrix, CODE)
    type_one()  # the list of findings and the verdict have their size now
    assert seen_during(type_one, QEvent.Type.LayoutRequest) == []
    right = sample.session.facts.shown("t3.R01.C5")
    sample.session.enter("t3.R01.C5", "4321")
    before = sample.toolbar.verdict
    laid_out = seen_during(lambda: sample.session.enter("t3.R01.C5", right), QEvent.Type.LayoutRequest)
    assert sample.toolbar.verdict != before
    assert not {"MainWindow", "QToolBar", "QSplitter", "ReportWizard"} & set(laid_out)


def test_a_digit_has_its_entry_parsed_once(sample: MainWindow) -> None:
    type_one = type_into_cell(table_of(sample), CODE)
    parse_entry.cache_clear()
    type_one()
    assert parse_entry.cache_info().misses == 1


def painted_cells(matrix: MatrixView, patch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that takes up the text of every label and number of a table that is painted from now on."""
    ink, painted = matrix.grid.ink, list[str]()
    paint_label, paint_numbers = ink.paint_label, ink.paint_numbers

    def label(painter: QPainter, box: Any, item: GridItem, **more: Any) -> None:
        painted.append(item.label)
        paint_label(painter, box, item, **more)

    def numbers(painter: QPainter, state: int, cells: Sequence[tuple[Any, str]]) -> None:
        painted.extend(text for _, text in cells)
        paint_numbers(painter, state, cells)

    patch.setattr(ink, "paint_label", label)
    patch.setattr(ink, "paint_numbers", numbers)
    return painted


def test_a_digit_paints_nothing_that_is_as_before(sample: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    say_nothing_later(sample, monkeypatch)
    matrix = table_of(sample)
    type_one = type_into_cell(matrix, CODE)
    type_one()  # the list of sections shows the error now
    settle()
    painted = painted_cells(matrix, monkeypatch)
    seen = seen_during(type_one, QEvent.Type.Paint)
    assert "CellEditor" in seen
    assert not {"SectionList", "HelpStrip", "QTabBar", "MatrixHeader"} & set(seen)
    assert sample.session.facts.shown(CODE) in painted
    assert len(painted) < 12  # the cell, its totals, and the cells that a finding paints
    assert all(text.isdecimal() for text in painted)


def test_a_digit_has_no_ground_painted_below_what_it_changes(
    sample: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The verdict, the number of errors and the list of findings change, but nothing of what they stand on."""
    say_nothing_later(sample, monkeypatch)
    matrix = table_of(sample)
    type_into_cell(matrix, CODE)()
    settle()
    right = sample.session.facts.shown("t3.R01.C5")
    sample.session.enter("t3.R01.C5", "4321")
    before = sample.toolbar.verdict
    seen = seen_during(lambda: sample.session.enter("t3.R01.C5", right), QEvent.Type.Paint)
    assert sample.toolbar.verdict != before
    assert {"StillLabel", "ErrorPin"} <= set(seen)
    assert not {"MainWindow", "Toolbar", "QStackedWidget", "WorkArea", "SidePanel"} & set(seen)


def test_findings_at_the_cell_are_wiped_out_once(
    sample: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the first digit on they are no longer true; the next ones leave nothing to wipe out, until a pause."""
    monkeypatch.setattr(autosaving, "DELAY_MS", A_MINUTE)
    sample.session.enter(CODE, "50")
    sample.session.enter("t3.R01.C1", "4321")
    matrix = table_of(sample)
    matrix.go_to("t3.R01.C1")
    help_strip, panel = sample.work.help, sample.work.findings
    pauses = help_strip._pause, panel.pause
    qtbot.waitUntil(lambda: help_strip._found.isVisible() and not any(pause.isActive() for pause in pauses))
    for pause in pauses:
        pause.setInterval(A_MINUTE)
    QTest.qWait(50)  # both have the height they need
    first = seen_during(lambda: sample.session.enter("t3.R01.C1", "4322"), QEvent.Type.Paint)
    assert "_FoundLabel" in first
    assert not {"MainWindow", "WorkArea", "SidePanel", "HelpStrip"} & set(first)
    assert "_FoundLabel" not in seen_during(lambda: sample.session.enter("t3.R01.C1", "4323"), QEvent.Type.Paint)


def test_a_line_that_says_another_number_leaves_what_is_open_below_it(
    sample: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The finding at a cell changes with each digit; its buttons do not, and take longer to paint than all the rest."""
    say_nothing_later(sample, monkeypatch)
    code = "t3.R01.C1"
    sample.session.set_text("s3", "")  # that it says there is none is told below the finding, with the number
    sample.session.enter(code, "4321")
    matrix = table_of(sample)
    matrix.go_to(code)
    panel = sample.work.findings
    qtbot.waitUntil(lambda: panel.chosen() is not None and not panel.pause.isActive())
    panel.pause.setInterval(A_MINUTE)
    line = panel.list.currentItem()
    QTest.qWait(50)
    before = line.text()
    told: list[int] = []
    panel.list.model().dataChanged.connect(lambda first, _last, _roles: told.append(first.row()))
    seen = seen_during(lambda: sample.session.enter(code, "4322"), QEvent.Type.Paint, QEvent.Type.ToolTipChange)
    assert line.text() != before
    assert panel.list.currentItem() is line
    assert panel.details.isVisible()
    assert not {"QPushButton", "FindingDetails"} & set(seen)
    assert len(told) == len(set(told))  # each line that changed once
    kept = panel.list.viewport().grab().toImage()
    panel.list.viewport().update()
    settle()
    assert kept == panel.list.viewport().grab().toImage()


def test_what_is_open_is_not_laid_out_while_lines_come_and_go(
    sample: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Below the line that takes the place of its own it would be laid out in vain, and once more at the end."""
    say_nothing_later(sample, monkeypatch)
    code, panel = "t3.R01.C1", sample.work.findings
    right = str(sample.session.report.cells[code])
    sample.session.enter(code, "4321")
    table_of(sample).go_to(code)
    qtbot.waitUntil(lambda: panel.chosen() is not None and not panel.pause.isActive())
    panel.pause.setInterval(A_MINUTE)
    during: list[bool] = []
    place = FindingsList.place_below

    def watched(below: FindingsList) -> None:
        during.append(below.signalsBlocked())
        place(below)

    monkeypatch.setattr(FindingsList, "place_below", watched)
    sample.session.enter(code, right)
    settle()
    assert panel.details.isHidden()
    assert during
    assert not any(during)


def test_an_editor_that_opens_and_closes_leaves_the_room_of_texts_alone(sample: MainWindow) -> None:
    """What the page gives its texts depends on which one the clerk is in, not on a cell and its editor."""
    matrix = table_of(sample)
    matrix.go_to(CODE)
    settle()
    QTest.keyClick(matrix.grid, Qt.Key.Key_1)
    assert not sample.work._giving.isActive()
    editor = matrix.grid.editor()
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert matrix.grid.hasFocus()
    assert not sample.work._giving.isActive()


def test_a_table_is_told_once_of_all_that_a_digit_changes(sample: MainWindow) -> None:
    matrix = table_of(sample)
    told: list[Sequence[int]] = []
    matrix.model.shown_changed.connect(told.append)
    sample.session.enter(CODE, "12")
    assert len(told) == 1
    assert len(told[0]) > 2  # the number with its totals


def test_a_digit_asks_few_who_follow(sample: MainWindow) -> None:
    """Pages that nobody sees follow neither findings nor printed numbers by themselves: each slot costs every key."""
    table_of(sample)
    signals = ("findings_changed()", "prints_changed(PyObject)", "cells_changed(PyObject)")
    asked = [sample.session.receivers(SIGNAL(name)) for name in signals]  # type: ignore[arg-type]  # a text, not bytes
    assert all(count < most for count, most in zip(asked, (12, 5, 8), strict=True))


def test_what_takes_the_focus_has_no_cell_painted_anew(sample: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    matrix = table_of(sample)
    matrix.go_to(CODE)
    settle()
    painted = painted_cells(matrix, monkeypatch)
    sample.work.findings.list.setFocus()
    settle()
    matrix.grid.setFocus()
    settle()
    assert painted == []


def test_the_picture_of_a_table_is_what_a_new_one_would_be(sample: MainWindow) -> None:
    """However it came about: typed, undone, refused, scrolled, in another size."""
    matrix = table_of(sample)
    session, grid = sample.session, matrix.grid
    steps: list[Callable[[], object]] = [
        lambda: session.enter(CODE, "12"),
        lambda: session.enter("t3.R05.C2", "abc"),
        lambda: session.enter("t3.R06.C3", ""),
        lambda: session.enter("t3.R06.C4", "123456789"),
        lambda: matrix.go_to("t3.R09.C4"),
        session.undo,
        lambda: grid.verticalScrollBar().setValue(55),
        lambda: session.fill_zeros(session.form.entered, "全部"),
        lambda: matrix.step_zoom(1),
        lambda: sample.resize(1200, 700),
    ]
    for step in steps:
        step()
        settle()
        kept = grid.viewport().grab().toImage()
        grid._made_for = None
        assert kept == grid.viewport().grab().toImage()
    matrix.step_zoom(-1)


def test_findings_that_stay_keep_their_line(sample: MainWindow) -> None:
    sample.session.set_text("s3", "办理情况如下表。")  # names no number, so that no finding on it changes as well
    right = sample.session.facts.shown("t3.R01.C1")
    sample.session.enter("t3.R01.C1", "4321")
    sample.session.enter("t3.R01.C5", "4321")
    page_of(sample, "s3")
    settle()
    panel = sample.work.findings
    panel.pause.stop()
    panel.list.setCurrentRow(-1)  # or its details would come below another line
    before = lines_of(panel.list)
    changed: list[int] = []
    panel.list.model().dataChanged.connect(lambda first, _last, _roles: changed.append(first.row()))
    sample.session.enter("t3.R01.C5", "4322")
    after = lines_of(panel.list)
    differ = {row for row, (old, new) in enumerate(zip(before, after, strict=True)) if old != new}
    assert differ
    assert set(changed) == differ

    changed.clear()
    sample.session.enter("t3.R01.C1", right)  # its line goes, those below move up
    assert len(lines_of(panel.list)) < len(after)
    assert set(changed) <= {0}  # the heading, which says how many there are


def test_a_line_is_painted_as_qt_paints_it(sample: MainWindow) -> None:
    for column in range(1, 7):
        sample.session.enter(f"t3.R01.C{column}", "4321")
    page_of(sample, "s3")
    QTest.qWait(200)  # the help is there now, and has its share of the height
    shown = sample.work.findings.list
    shown.item(1).setText("！ " + "www.example.gov.cn" * 9)  # wider than the list, and nowhere to wrap it
    shown.fit(shown.item(1))
    sample.work.findings.follow("")  # nothing is open below a line
    shown.setCurrentRow(-1)
    settle()
    mine = shown.viewport().grab().toImage()
    assert shown.count() > 6
    shown.setItemDelegate(QStyledItemDelegate(shown))
    shown.scheduleDelayedItemsLayout()
    settle()
    assert mine == shown.viewport().grab().toImage()


def test_a_line_is_as_high_as_its_wrapped_text(sample: MainWindow) -> None:
    """Also after the list became narrower or wider, and where a longer text took the place of a shorter one."""
    for column in range(1, 7):
        sample.session.enter(f"t3.R01.C{column}", "4321")
    page_of(sample, "s3")
    shown = sample.work.findings.list

    def check() -> None:
        sample.work.findings.follow("")  # nothing is open below a line
        shown.setCurrentRow(-1)
        settle()
        for row in range(shown.count()):
            rect, item = shown.visualItemRect(shown.item(row)), shown.item(row)
            text = QTextLayout(item.text(), item.font())
            text.beginLayout()
            lines = 0
            while (line := text.createLine()).isValid():
                line.setLineWidth(rect.width() - 2 * (shown.style().pixelMetric(FRAME, None, shown) + 1))
                lines += 1
            text.endLayout()
            single = QFontMetrics(item.font()).height()
            assert lines * single <= rect.height() <= lines * (single + 2), item.text()

    check()
    assert max(shown.visualItemRect(shown.item(row)).height() for row in range(shown.count())) > 40
    for width in (230, 420, 300):
        sample.work.setSizes([1350 - width, width])
        check()
    sample.session.enter("t3.R01.C2", "4321999")
    check()
    sample.session.enter("t3.R01.C2", "0")
    check()


def test_findings_come_in_any_order_and_go(sample: MainWindow) -> None:
    """The list that follows change by change shows what a list made anew shows."""
    page_of(sample, "s3")
    session, followed = sample.session, sample.work.findings
    for code, text in (("C3", "9"), ("C1", "8"), ("C6", "7"), ("C1", "6"), ("C3", ""), ("C6", "x"), ("C2", "5")):
        session.enter(f"t3.R05.{code}", text)
        made_anew = FindingsPanel(session)
        made_anew.show()
        assert lines_of(followed.list) == lines_of(made_anew.list)
        made_anew.close()
    while session.open_report.can_undo:
        session.undo()
        made_anew = FindingsPanel(session)
        made_anew.show()
        assert lines_of(followed.list) == lines_of(made_anew.list)
        made_anew.close()


def test_a_larger_font_reaches_every_line(sample: MainWindow, qtbot: QtBot) -> None:
    sample.session.enter("t3.R01.C1", "4321")
    page_of(sample, "s3")
    settle()
    panel, shown = sample.work.findings, sample.work.findings.list
    qtbot.waitUntil(lambda: panel.chosen() is not None and not panel.pause.isActive())  # the finding of the hand
    panel.pause.setInterval(A_MINUTE)  # what was chosen stays chosen; it is not found anew after a pause
    chosen = panel.chosen()
    settle()
    before = [shown.visualItemRect(shown.item(row)).height() for row in range(shown.count())]
    points = sample.settings.values.points
    sample.settings.change(points=16)
    settle()
    try:
        assert {shown.item(row).font().pointSize() for row in range(shown.count())} == {16}
        assert panel.chosen() == chosen
        after = [shown.visualItemRect(shown.item(row)).height() for row in range(shown.count())]
        assert all(now > was for now, was in zip(after, before, strict=True))
        verdict: list[StillLabel] = list(sample.toolbar.findChildren(StillLabel))
        assert verdict[0].size() == verdict[0].sizeHint()
    finally:
        sample.settings.change(points=points)


def test_typing_a_text_checks_it_at_intervals(
    sample: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = editor_at_the_end(sample)
    asked: list[int] = []
    made = Checker._result

    def counted(checker: Checker, *, is_final: bool) -> CheckResult:
        asked.append(1)
        return made(checker, is_final=is_final)

    monkeypatch.setattr(Checker, "_result", counted)
    told: list[int] = []
    sample.session.findings_changed.connect(lambda: told.append(1))
    for character in "某某某某某":
        commit_text(editor, character)
    assert asked == []
    qtbot.waitUntil(lambda: len(told) == 1)
    assert len(asked) == 1


def test_who_asks_for_the_findings_of_a_text_gets_those_of_now(sample: MainWindow) -> None:
    """A generated, saved or printed report goes by what is typed, not by what is announced."""
    editor = editor_at_the_end(sample)
    sample.session.close_edit()
    before = sample.session.result
    commit_text(editor, "本局XX科负责此项工作。")
    now = sample.session.result
    assert now != before
    assert (
        now.findings
        == check_report(
            sample.session.report, last_year=sample.session.last_year, today=sample._clock().date()
        ).findings
    )
    assert sample.wizard.review.verdict != sample.toolbar.verdict
    sample.session.close_edit()  # as leaving the text or the page does
    assert sample.wizard.review.verdict == sample.toolbar.verdict


def test_leaving_a_text_announces_its_findings_at_once(sample: MainWindow) -> None:
    editor = editor_at_the_end(sample)
    editor.setFocus()
    commit_text(editor, "本局XX科负责此项工作。")
    sample.wizard.show_page("s6")
    assert any("XX" in line for line in lines_of(sample.work.findings.list))


def test_typing_on_and_on_announces_findings_all_the_same(sample: MainWindow, qtbot: QtBot) -> None:
    editor = editor_at_the_end(sample)
    told: list[int] = []
    sample.session.findings_changed.connect(lambda: told.append(1))
    for _ in range(400):
        commit_text(editor, "某")
        qtbot.wait(20)
        if len(told) >= 2:
            return
    raise AssertionError(f"told {len(told)} times")


def test_findings_at_the_cell_are_never_out_of_date(sample: MainWindow, qtbot: QtBot) -> None:
    matrix = table_of(sample)
    code = "t3.R25.C1"  # it stands in the sentence
    sample.session.enter(code, "50")
    matrix.go_to(code)
    found = sample.work.help._found
    message = sample.session.facts.findings_at(code)[0].message
    qtbot.waitUntil(lambda: message in found.text())
    sample.work.help._pause.setInterval(A_MINUTE)
    sample.session.enter(code, "51")
    settle()
    assert found.is_outdated
    blank = found.grab().toImage()
    assert blank.pixelColor(3, 3) == found.palette().window().color()
    assert {blank.pixel(x, y) for x in range(blank.width()) for y in range(blank.height())} == {blank.pixel(0, 0)}
    now = sample.session.facts.findings_at(code)[0].message
    sample.work.help._pause.setInterval(0)
    qtbot.waitUntil(lambda: now in found.text() and not found.is_outdated)


def test_numbers_in_texts_are_read_again_when_the_last_page_is_shown(sample: MainWindow) -> None:
    sample.wizard.show_page("review")
    sample.wizard.review.tabs.setCurrentIndex(1)
    tree = sample.wizard.review.claims.tree
    page_of(sample, "s5")
    sample.session.set_text("s5", "全年收到政府信息公开申请987654件。")
    sample.wizard.show_page("review")
    quotes = [item.text(2) for row in range(tree.topLevelItemCount()) if (item := tree.topLevelItem(row))]
    assert "987654" in "".join(quotes)


def test_a_draft_is_autosaved_while_somebody_types_a_text(sample: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    sample.draft.save(tmp_path / "草稿.xlsx")
    editor = editor_at_the_end(sample)
    commit_text(editor, "甲")
    with qtbot.waitSignal(sample.autosave.kept):
        pass
    commit_text(editor, "乙")
    with qtbot.waitSignal(sample.autosave.kept):
        pass


def test_a_scroll_bar_that_comes_and_goes_has_no_line_wrapped_anew(sample: MainWindow) -> None:
    found = sample.work.findings.list
    wrapped = {**found._lines._lines}
    assert wrapped
    for width in (found.width() - 14, found.width()):
        found.resize(width, found.height())
        settle()
    assert all(found._lines._lines[key] is line for key, line in wrapped.items())


def test_a_line_that_is_asked_for_is_kept_however_many_others_come(sample: MainWindow) -> None:
    found = sample.work.findings.list
    first = found.item(0)
    wrapped = found._lines._line(first)
    item = found.item(found.count() - 1).clone()
    for number in range(150):
        item.setText(f"差{number}")
        found._lines._line(item)
        assert found._lines._line(first) is wrapped
    assert len(found._lines._lines) <= 100


def test_a_line_gets_its_picture_when_it_is_painted_again(sample: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Most lines that a digit changes are changed by the next one, too."""
    say_nothing_later(sample, monkeypatch)
    type_one = type_into_cell(table_of(sample), CODE)
    type_one()
    settle()
    listed = sample.work.findings.list
    painted: list[str] = []
    make = listed._lines._painted

    def watched(line: Any, index: Any, scale: float) -> Any:
        painted.append(index.data())
        return make(line, index, scale)

    monkeypatch.setattr(listed._lines, "_painted", watched)
    before = lines_of(listed)
    type_one()
    settle()
    assert lines_of(listed) != before
    assert painted == []
    first = listed.viewport().grab().toImage()
    assert painted  # now
    assert listed.viewport().grab().toImage() == first


def test_a_mark_is_drawn_once_for_all_cells(sample: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    matrix = table_of(sample)
    drawn: list[tuple[int, int]] = []
    matrix.grid.ink._marks.clear()
    monkeypatch.setattr(matrix.grid.ink, "_corner", lambda _painter, x, y: drawn.append((x, y)))
    for code in ("t3.R01.C1", "t3.R01.C2", "t3.R01.C3"):
        sample.session.enter(code, "4321")
        settle()
    assert drawn == [(0, 0)]  # nowhere in the table


def test_the_cases_of_a_register_are_read_once(sample: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    noted = json.dumps({CODE: ["2025-001", "2025-002"]})
    sample.session.record(status_change(sample.session.report, {REGISTER_CASES: noted}))
    matrix, read = table_of(sample), list[str]()

    def watched(text: str) -> object:
        read.append(text)
        return read_json(text)

    monkeypatch.setattr(counted_cells, "read_json", watched)
    type_one = type_into_cell(matrix, CODE)
    for _ in range(3):
        type_one()
    assert any(finding.rule_id == "C-09" for finding in sample.session.result.findings)
    assert len(read) <= 1


def test_a_cell_is_told_of_no_composing_where_there_was_none(sample: MainWindow) -> None:
    matrix = table_of(sample)
    type_into_cell(matrix, CODE)()
    editor = matrix.grid.editor()
    assert editor is not None

    def go_on() -> None:
        QTest.keyClick(matrix.grid.editor() or matrix.grid, Qt.Key.Key_Return)
        QTest.keyClick(matrix.grid, Qt.Key.Key_1)

    assert "CellEditor" not in seen_during(go_on, QEvent.Type.InputMethod)
    again = matrix.grid.editor()
    assert again is not None
    QApplication.sendEvent(again, QInputMethodEvent("shi", []))
    QTest.keyClick(again, Qt.Key.Key_Escape)
    assert "CellEditor" in seen_during(lambda: QTest.keyClick(matrix.grid, Qt.Key.Key_1), QEvent.Type.InputMethod)
    opened = matrix.grid.editor()
    assert opened is not None
    assert (opened.text(), opened.preedit, opened.displayText()) == ("1", "", "1")


def test_a_table_that_scrolls_has_no_ground_painted_below_it(
    sample: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    say_nothing_later(sample, monkeypatch)
    sample.resize(1000, 600)
    matrix = table_of(sample)
    matrix.go_to("t3.R01.C1")
    settle()
    bar = matrix.grid.verticalScrollBar()
    assert bar.maximum() > 0
    seen = seen_during(lambda: bar.setValue(bar.maximum()), QEvent.Type.Paint)
    assert "QScrollBar" in seen
    assert not {"SectionPage", "SectionParts", "TablePart", "ScrolledColumn", "QStackedWidget"} & set(seen)
