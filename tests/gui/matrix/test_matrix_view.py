"""A matrix is edited as in a spreadsheet, and the session knows each keystroke."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from core.report.change import status_change
from core.report.entry_text import Refused
from core.report.report import new_report
from gui.matrix.fit import share
from gui.matrix.view import MatrixView
from gui.matrix.words import TOTAL_HINT
from gui.report.session import ReportSession
from tests.focus import has_focus
from tests.gui.matrix.matrix_driver import compose, editor_of, press, shown_matrix
from tests.window_fixtures import commit_text

Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def small_view(qtbot: QtBot, session: ReportSession) -> Iterator[MatrixView]:
    with shown_matrix(qtbot, session, "t2") as made:
        yield made


# ---------------------------------------------------------------- typing


def test_typing_replaces_what_stands_there_and_tells_the_session_at_each_digit(
    qtbot: QtBot, view: MatrixView, session: ReportSession
) -> None:
    session.enter_many({"t3.R01.C1": "7"}, "填写")
    view.go_to("t3.R01.C1")
    press(qtbot, view, "2")
    assert session.report.cells["t3.R01.C1"] == 2
    press(qtbot, view, "3")
    assert session.report.cells["t3.R01.C1"] == 23
    assert editor_of(view).text() == "23"


def test_delete_clears_the_cell_that_a_far_jump_came_to(qtbot: QtBot, view: MatrixView, session: ReportSession) -> None:
    session.enter_many({"t3.R01.C1": "7", "t3.R02.C1": "8"}, "填写")
    view.go_to("t3.R02.C1")
    press(qtbot, view, Key.Key_Home, modifier=CONTROL)
    press(qtbot, view, Key.Key_Delete)
    assert "t3.R01.C1" not in session.report.cells
    assert session.report.cells["t3.R02.C1"] == 8


def test_digits_land_where_the_cursor_is(qtbot: QtBot, view: MatrixView, session: ReportSession) -> None:
    session.enter_many({"t3.R01.C1": "10"}, "填写")
    view.go_to("t3.R01.C1")
    press(qtbot, view, Key.Key_F2, Key.Key_Home, "23")
    assert editor_of(view).text() == "2310"
    assert session.report.cells["t3.R01.C1"] == 2310


def test_f2_continues_behind_the_last_digit(qtbot: QtBot, view: MatrixView, session: ReportSession) -> None:
    session.enter_many({"t3.R01.C1": "10"}, "填写")
    view.go_to("t3.R01.C1")
    press(qtbot, view, Key.Key_F2, "5")
    assert session.report.cells["t3.R01.C1"] == 105


def test_what_is_being_typed_stays_as_it_is_typed(qtbot: QtBot, view: MatrixView, session: ReportSession) -> None:
    view.go_to("t3.R01.C1")
    press(qtbot, view, "1,")
    assert editor_of(view).text() == "1,"
    press(qtbot, view, "234")
    assert editor_of(view).text() == "1,234"
    assert session.report.cells["t3.R01.C1"] == 1234
    press(qtbot, view, Key.Key_Return)
    assert view.model.texts[view.model.place_of["t3.R01.C1"]] == "1234"


def test_a_number_typed_digit_by_digit_is_one_undo_step(qtbot: QtBot, view: MatrixView, session: ReportSession) -> None:
    view.go_to("t3.R01.C1")
    press(qtbot, view, "12", Key.Key_Return)
    view.go_to("t3.R01.C1")
    press(qtbot, view, "345", Key.Key_Return)
    session.undo()
    assert session.report.cells["t3.R01.C1"] == 12
    session.undo()
    assert "t3.R01.C1" not in session.report.cells


def test_escape_restores_the_old_content_and_leaves_no_undo_step(
    qtbot: QtBot, view: MatrixView, session: ReportSession
) -> None:
    session.enter_many({"t3.R01.C1": "约三十"}, "填写")
    view.go_to("t3.R01.C1")
    press(qtbot, view, "45", Key.Key_Escape)
    entry = session.report.cells["t3.R01.C1"]
    assert isinstance(entry, Refused)
    assert entry.text == "约三十"
    assert view.grid.editor() is None
    session.undo()
    assert session.report.cells == {}


def test_full_width_digits_of_an_input_method_are_understood(
    qtbot: QtBot, view: MatrixView, session: ReportSession
) -> None:
    view.go_to("t3.R02.C3")
    press(qtbot, view, Key.Key_F2)
    commit_text(editor_of(view), "１２")
    assert session.report.cells["t3.R02.C3"] == 12
    assert editor_of(view).text() == "１２"


def test_an_input_method_opens_the_editor(qtbot: QtBot, view: MatrixView, session: ReportSession) -> None:
    view.go_to("t3.R02.C3")
    commit_text(view.grid, "３")
    assert session.report.cells["t3.R02.C3"] == 3


def test_refused_text_is_kept_and_the_reason_shown_while_it_is_typed(
    qtbot: QtBot, view: MatrixView, session: ReportSession
) -> None:
    view.go_to("t3.R03.C1")
    press(qtbot, view, "1O")
    note = view.grid.note
    assert note.isVisible()
    assert note.text() == "“O”不是数字，请改为数字0"
    press(qtbot, view, Key.Key_Backspace, "0")
    assert not note.isVisible()
    press(qtbot, view, "x", Key.Key_Return)
    entry = session.report.cells["t3.R03.C1"]
    assert isinstance(entry, Refused)
    assert entry.text == "10x"


def test_a_blank_key_does_not_wipe_a_number_out(qtbot: QtBot, view: MatrixView, session: ReportSession) -> None:
    session.enter_many({"t3.R01.C1": "7"}, "填写")
    view.go_to("t3.R01.C1")
    press(qtbot, view, Key.Key_Space)
    assert session.report.cells["t3.R01.C1"] == 7


def test_typing_at_a_total_says_that_the_program_computes_it(qtbot: QtBot, view: MatrixView) -> None:
    view.go_to("t3.R01.C7")
    press(qtbot, view, "5")
    assert view.grid.editor() is None
    note = view.grid.note
    assert note.text() == TOTAL_HINT
    assert note.isVisible()


def test_a_total_follows_the_open_editor(qtbot: QtBot, view: MatrixView, session: ReportSession) -> None:
    session.enter_many({f"t3.R01.C{i}": "1" for i in range(2, 7)}, "填写")
    view.go_to("t3.R01.C1")
    press(qtbot, view, "4")
    assert view.model.texts[view.model.place_of["t3.R01.C7"]] == "9"


def test_a_change_from_elsewhere_reaches_the_open_editor(
    qtbot: QtBot, view: MatrixView, session: ReportSession
) -> None:
    view.go_to("t3.R01.C1")
    press(qtbot, view, "45")
    session.set_entries({"t3.R01.C1": 5}, "已核对台账")
    assert editor_of(view).text() == "5"


# ---------------------------------------------------------------- pre-edit text


def test_text_that_is_still_composed_is_taken_over_when_the_page_asks(
    qtbot: QtBot, view: MatrixView, session: ReportSession
) -> None:
    view.go_to("t3.R01.C1")
    press(qtbot, view, "1")
    compose(editor_of(view), "２")
    view.commit_pending()
    assert session.report.cells["t3.R01.C1"] == 12
    assert view.grid.editor() is None


def test_text_that_is_still_composed_is_taken_over_when_the_cell_is_left(
    qtbot: QtBot, view: MatrixView, session: ReportSession
) -> None:
    view.go_to("t3.R01.C1")
    press(qtbot, view, "1")
    compose(editor_of(view), "２")
    view.go_to("t3.R05.C5")
    assert session.report.cells["t3.R01.C1"] == 12
    assert "t3.R05.C5" not in session.report.cells


def test_composing_that_is_called_off_leaves_the_number(qtbot: QtBot, view: MatrixView, session: ReportSession) -> None:
    session.enter_many({"t3.R01.C1": "7"}, "填写")
    view.go_to("t3.R01.C1")
    compose(view.grid, "yi")
    assert session.report.cells["t3.R01.C1"] == 7
    compose(view.grid, "")
    assert editor_of(view).text() == "7"
    assert session.report.cells["t3.R01.C1"] == 7


# ---------------------------------------------------------------- moving


def test_arrows_go_from_number_to_number_totals_included(qtbot: QtBot, view: MatrixView) -> None:
    view.go_to("t3.R01.C6")
    press(qtbot, view, Key.Key_Right)
    assert view.current == "t3.R01.C7"
    press(qtbot, view, Key.Key_Right, Key.Key_Down, Key.Key_Left)
    assert view.current == "t3.R02.C6"
    press(qtbot, view, Key.Key_Up, Key.Key_Up)
    assert view.current == "t3.R01.C6"


def test_enter_goes_down_past_the_total_and_on_to_the_next_column(qtbot: QtBot, view: MatrixView) -> None:
    view.go_to("t3.R23.C1")
    press(qtbot, view, Key.Key_Return)
    assert view.current == "t3.R25.C1"
    press(qtbot, view, "3", Key.Key_Return)
    assert view.current == "t3.R01.C2"
    press(qtbot, view, Key.Key_Return, modifier=SHIFT)
    assert view.current == "t3.R25.C1"


def test_tab_goes_by_rows_past_totals_and_out_of_the_table_at_its_end(qtbot: QtBot, view: MatrixView) -> None:
    view.go_to("t3.R01.C6")
    press(qtbot, view, "4", Key.Key_Tab)
    assert view.current == "t3.R02.C1"
    press(qtbot, view, Key.Key_Backtab, modifier=SHIFT)
    assert view.current == "t3.R01.C6"
    after = QLineEdit(view)
    after.show()
    view.go_to("t3.R25.C6")
    press(qtbot, view, "1", Key.Key_Tab)
    assert has_focus(after)
    assert view.current == "t3.R25.C6"


def test_enter_after_a_row_typed_with_tab_goes_on_below_its_beginning(qtbot: QtBot, view: MatrixView) -> None:
    view.go_to("t3.R05.C2")
    press(qtbot, view, "1", Key.Key_Tab, "2", Key.Key_Tab, Key.Key_Tab, "3", Key.Key_Return)  # one is left blank
    assert view.current == "t3.R06.C2"
    press(qtbot, view, "4", Key.Key_Return)
    assert view.current == "t3.R07.C2"  # and down the column from there
    view.go_to("t3.R05.C6")
    press(qtbot, view, "1", Key.Key_Tab, "2", Key.Key_Tab, "3", Key.Key_Return)
    assert view.current == "t3.R07.C1"  # what Tab reached by itself is a row of its own
    view.go_to("t3.R24.C3")
    view.go_to("t3.R25.C3")
    press(qtbot, view, "5", Key.Key_Tab, "6", Key.Key_Return)
    assert view.current == "t3.R01.C5"  # nothing is below


def test_enter_at_the_end_of_the_last_row_goes_on_no_number_that_is_filled_in(
    qtbot: QtBot, view: MatrixView, session: ReportSession
) -> None:
    session.enter_many(dict.fromkeys(("t3.R01.C5", "t3.R02.C5"), "8"), "填写")
    view.go_to("t3.R25.C3")
    press(qtbot, view, "5", Key.Key_Tab, "6", Key.Key_Return)
    assert view.current == "t3.R03.C5"
    session.fill_zeros(session.form.entered, "全部")
    view.go_to("t3.R25.C3")
    press(qtbot, view, "5", Key.Key_Tab, "6", Key.Key_Return)
    assert view.current == "t3.R25.C4"  # all are filled in


def test_enter_goes_along_the_print_where_a_table_has_heads_between_its_rows(
    qtbot: QtBot, session: ReportSession
) -> None:
    with shown_matrix(qtbot, session, "t2") as table:
        cells = table.model.table.cells
        table.go_to(cells[0])
        numbers = ("0", "0", "0", "1", "0", "7", "298", "12", "1", "3")
        press(qtbot, table, *(key for number in numbers for key in (number, Key.Key_Return)))
        assert [session.report.cells[code] for code in cells] == [int(number) for number in numbers]
        assert table.current == cells[-1]  # all are filled in: the end, not round to the beginning
        assert table.grid.note.isVisible()
        press(qtbot, table, Key.Key_Return, modifier=SHIFT)
        assert table.current == cells[-2]
        table.go_to(cells[0])
        press(qtbot, table, "5", Key.Key_Tab, "6", Key.Key_Return)
        assert table.current == cells[2]  # Tab goes the same way


def test_enter_past_the_end_goes_through_blank_numbers_only(qtbot: QtBot, session: ReportSession) -> None:
    session.fill_zeros(session.form.entered, "全部")
    session.enter_many(dict.fromkeys(("t2.normative.repealed", "t2.penalty.decisions"), ""), "清空")
    with shown_matrix(qtbot, session, "t2") as table:
        table.go_to("t2.fees.amount")
        press(qtbot, table, "1", Key.Key_Return, "12", Key.Key_Return, "13", Key.Key_Return)
        cells = session.report.cells
        assert (cells["t2.normative.repealed"], cells["t2.penalty.decisions"]) == (12, 13)
        assert cells["t2.normative.in_force"] == 0
        assert table.current == "t2.penalty.decisions"
        assert table.grid.note.isVisible()
        table.go_to("t2.normative.repealed")
        press(qtbot, table, "14", Key.Key_Return)
        assert table.current == "t2.normative.in_force"  # who went there himself walks on as ever


def test_enter_at_the_last_number_goes_to_a_blank_one_and_says_where_there_is_none(
    qtbot: QtBot, view: MatrixView, session: ReportSession
) -> None:
    session.fill_zeros(session.form.entered, "全部")
    session.enter_many({"t3.R04.C2": ""}, "清空")
    view.go_to("t3.R25.C6")
    press(qtbot, view, "5", Key.Key_Return)
    assert view.current == "t3.R04.C2"
    press(qtbot, view, "6")
    view.go_to("t3.R25.C6")
    press(qtbot, view, "7", Key.Key_Return)
    assert view.current == "t3.R25.C6"
    assert view.grid.note.isVisible()
    assert view.grid.note.text() == "本表没有空格了，回车不再往下走；再输入数字会改掉这一格"


def test_arrow_keys_leave_a_cell_that_is_typed_into_but_not_one_opened_by_f2(
    qtbot: QtBot, view: MatrixView, session: ReportSession
) -> None:
    view.go_to("t3.R01.C1")
    press(qtbot, view, "4", Key.Key_Right)
    assert view.current == "t3.R01.C2"
    press(qtbot, view, Key.Key_F2, "12", Key.Key_Left, "7")
    assert session.report.cells["t3.R01.C2"] == 172
    press(qtbot, view, Key.Key_Down)
    assert view.current == "t3.R02.C2"


def test_home_end_and_control_arrows_go_to_the_ends(qtbot: QtBot, view: MatrixView) -> None:
    view.go_to("t3.R10.C3")
    press(qtbot, view, Key.Key_Home)
    assert view.current == "t3.R10.C1"
    press(qtbot, view, Key.Key_End)
    assert view.current == "t3.R10.C7"
    press(qtbot, view, Key.Key_Down, modifier=CONTROL)
    assert view.current == "t3.R25.C7"
    press(qtbot, view, Key.Key_Home, modifier=CONTROL)
    assert view.current == "t3.R01.C1"


def test_labels_between_numbers_are_stepped_over(qtbot: QtBot, small_view: MatrixView) -> None:
    small_view.go_to("t2.normative.in_force")
    press(qtbot, small_view, Key.Key_Down)
    assert small_view.current == "t2.licensing.decisions"
    press(qtbot, small_view, Key.Key_Down, Key.Key_Down, Key.Key_Down)
    assert small_view.current == "t2.fees.amount"


def test_shift_and_arrows_select_numbers_only(qtbot: QtBot, small_view: MatrixView) -> None:
    small_view.go_to("t2.normative.issued")
    press(qtbot, small_view, Key.Key_Right, modifier=SHIFT)
    assert small_view.grid.selected_codes() == ["t2.normative.issued", "t2.normative.repealed"]
    small_view.go_to("t2.licensing.decisions")
    press(qtbot, small_view, Key.Key_Down, Key.Key_Down, modifier=SHIFT)
    assert small_view.grid.selected_codes() == [f"t2.{row}.decisions" for row in ("licensing", "penalty", "coercion")]


def test_a_click_on_a_label_selects_its_numbers(qtbot: QtBot, view: MatrixView) -> None:
    model = view.model
    label = next(i for i in model.items.values() if i.label.startswith("（四）"))
    index = model.index(label.top - model.first_row, label.left)
    view.go_to("t3.R13.C1")
    qtbot.mouseClick(view.grid.viewport(), Qt.MouseButton.LeftButton, pos=view.grid.visualRect(index).center())
    assert view.grid.selected_codes() == [f"t3.R{r}.C{c}" for r in (13, 14, 15) for c in range(1, 8)]


def test_a_click_on_the_header_selects_the_columns_below_it(qtbot: QtBot, view: MatrixView) -> None:
    header = view.grid.header
    label = next(item for item in view.model.header_items if item.label == "法人或其他组织")
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=header.item_rect(label).center())
    assert view.grid.selected_codes() == [f"t3.R{r:02}.C{c}" for r in range(1, 26) for c in range(2, 7)]
    assert view.current == "t3.R01.C2"


def test_going_to_a_cell_of_another_table_changes_nothing(view: MatrixView) -> None:
    view.go_to("t3.R05.C2")
    view.go_to("t4.review.upheld")
    assert view.current == "t3.R05.C2"


def test_the_current_cell_is_announced(qtbot: QtBot, view: MatrixView) -> None:
    with qtbot.waitSignal(view.current_changed) as caught:
        view.go_to("t3.R09.C4")
    assert caught.args == ["t3.R09.C4"]


# ---------------------------------------------------------------- locked


def test_a_locked_report_takes_no_entries_and_says_how_to_unlock(
    qtbot: QtBot, view: MatrixView, session: ReportSession
) -> None:
    session.record(status_change(session.report, {"locked_on": "2026-01-05"}))
    view.go_to("t3.R01.C1")
    press(qtbot, view, "5")
    assert view.grid.editor() is None
    assert "t3.R01.C1" not in session.report.cells
    assert "解除定稿" in view.grid.note.text()


def test_a_draft_open_for_reading_only_takes_no_entries_and_says_what_to_do(
    qtbot: QtBot, view: MatrixView, session: ReportSession
) -> None:
    session.set_read_only(True)
    view.go_to("t3.R01.C1")
    press(qtbot, view, "5")
    assert session.report.cells == {}
    assert view.grid.note.text() == "草稿是只读打开的，如需修改请先“另存为”"
    assert action_of(view, "paste").toolTip() == view.grid.note.text()


# ---------------------------------------------------------------- what can be done with the table


def action_of(view: MatrixView, name: str) -> QAction:
    return next(a for a in view.actions_of_table() if a.objectName() == f"{view.objectName()}-{name}")


def test_every_action_has_a_chinese_name_and_a_key_of_its_own(view: MatrixView) -> None:
    actions = [action for action in view.actions_of_table() if not action.isSeparator()]
    assert all(any("\u4e00" <= char <= "\u9fff" for char in action.text()) for action in actions)
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert len(keys) == len(set(keys)) >= len(actions)


def test_delete_clears_the_selection_as_one_undo_step(qtbot: QtBot, view: MatrixView, session: ReportSession) -> None:
    session.enter_many({"t3.R01.C1": "1", "t3.R01.C2": "2", "t3.R02.C1": "3"}, "填写")
    view.go_to("t3.R01.C1")
    press(qtbot, view, Key.Key_Right, modifier=SHIFT)
    press(qtbot, view, Key.Key_Delete)
    assert session.report.cells == {"t3.R02.C1": 3}
    session.undo()
    assert session.report.cells == {"t3.R01.C1": 1, "t3.R01.C2": 2, "t3.R02.C1": 3}


def test_delete_in_the_editor_deletes_a_digit(qtbot: QtBot, view: MatrixView, session: ReportSession) -> None:
    session.enter_many({"t3.R01.C1": "12"}, "填写")
    view.go_to("t3.R01.C1")
    press(qtbot, view, Key.Key_F2, Key.Key_Home, Key.Key_Delete)
    assert session.report.cells["t3.R01.C1"] == 2


def test_blanks_of_a_column_are_filled_with_0_and_recorded(view: MatrixView, session: ReportSession) -> None:
    session.enter_many({"t3.R01.C2": "5"}, "填写")
    view.go_to("t3.R03.C2")
    action_of(view, "fill-part").trigger()
    assert session.report.cells["t3.R01.C2"] == 5
    assert len(session.report.cells) == 24
    assert session.report.log[-1].what == "收到和处理政府信息公开申请情况表“商业企业”列：23个空白格填0"
    session.undo()
    assert session.report.cells == {"t3.R01.C2": 5}
    assert not session.report.log


def test_blanks_of_the_table_are_filled_with_0(view: MatrixView, session: ReportSession) -> None:
    action_of(view, "fill-table").trigger()
    assert session.report.cells == dict.fromkeys((c for c in view.model.table.cells if view.model.is_entered(c)), 0)
    assert view.model.texts[view.model.place_of["t3.R24.C7"]] == "0"


def test_in_a_table_of_one_row_a_group_is_filled(qtbot: QtBot, session: ReportSession) -> None:
    with shown_matrix(qtbot, session, "t4") as view:
        view.go_to("t4.direct.other")
        action_of(view, "fill-part").trigger()
    assert session.report.cells == {f"t4.direct.{k}": 0 for k in ("upheld", "corrected", "other", "pending")}


def test_a_locked_report_takes_none_of_these(view: MatrixView, session: ReportSession) -> None:
    session.record(status_change(session.report, {"locked_on": "2026-01-05"}))
    assert not any(action_of(view, name).isEnabled() for name in ("paste", "clear", "fill-part", "fill-table"))
    assert action_of(view, "copy").isEnabled()
    view.fill_table()
    view.clear()
    assert session.report.cells == {}


def test_a_table_that_is_emptied_loses_the_totals_of_paper_too(
    qtbot: QtBot, view: MatrixView, session: ReportSession
) -> None:
    said: list[str] = []
    view.done.connect(said.append)
    session.enter_many({"t3.R01.C1": "7", "t3.R02.C1": "8", "t3.R01.C7": "7"}, "粘贴")
    view.go_to("t3.R02.C1")
    press(qtbot, view, Key.Key_Delete)
    assert session.report.controls == {"t3.R01.C7": 7}
    view.go_to("t3.R01.C1")
    press(qtbot, view, Key.Key_Delete)  # one number after the other: the totals may be what is known
    assert (session.report.cells, session.report.controls, said) == ({}, {"t3.R01.C7": 7}, [])
    session.undo()
    session.undo()
    press(qtbot, view, Key.Key_A, modifier=CONTROL)
    press(qtbot, view, Key.Key_Delete)
    assert (session.report.cells, session.report.controls) == ({}, {})
    assert said == ["已清空本表，1 个核对合计也已清空，可用“撤销”恢复"]
    session.undo()
    assert session.report.controls == {"t3.R01.C7": 7}
    assert session.report.cells == {"t3.R01.C1": 7, "t3.R02.C1": 8}


def test_labels_and_numbers_are_found(qtbot: QtBot, view: MatrixView, session: ReportSession) -> None:
    session.enter_many({"t3.R07.C5": "37"}, "填写")
    action_of(view, "find").trigger()
    bar = view.find_bar
    commit_text(bar.line, "申请")
    assert view.current == "t3.R01.C1"
    qtbot.keyClick(bar.line, Key.Key_Return)
    assert view.current == "t3.R02.C1"
    assert bar.count.text().startswith("第 2 处，共 ")
    qtbot.keyClick(bar.line, Key.Key_Return, SHIFT)
    assert view.current == "t3.R01.C1"
    bar.line.clear()
    qtbot.keyClicks(bar.line, "37")
    assert view.current == "t3.R07.C5"
    bar.line.clear()
    commit_text(bar.line, "３７")
    assert bar.count.text() == "第 1 处，共 1 处"
    bar.line.clear()
    commit_text(bar.line, "渔业")
    assert bar.count.text() == "没有找到“渔业”"
    qtbot.keyClick(bar.line, Key.Key_Escape)
    assert not bar.isVisible()
    assert has_focus(view.grid)


# ---------------------------------------------------------------- looks


@pytest.mark.parametrize("table_id", ["t2", "t3", "t4"])
@pytest.mark.parametrize("width", [830, 1400])
def test_no_table_needs_a_horizontal_scroll_bar(
    qtbot: QtBot, session: ReportSession, table_id: str, width: int
) -> None:
    with shown_matrix(qtbot, session, table_id) as view:
        view.resize(width, 560)
        qtbot.waitUntil(lambda: view.width() == width)
        assert not view.grid.horizontalScrollBar().isVisible()
        assert view.grid.horizontalHeader().length() == view.grid.viewport().width()


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.6])
def test_every_label_fits_its_cell(qtbot: QtBot, session: ReportSession, zoom: float) -> None:
    for table_id in ("t2", "t3", "t4"):
        with shown_matrix(qtbot, session, table_id) as view:
            view.zoom = zoom
            grid, model = view.grid, view.model
            for item in model.items.values():
                if item.label:
                    rect = grid.visualRect(model.index(item.top - model.first_row, item.left))
                    assert grid.ink.label(item, rect.width()).size().height() <= rect.height()
            for item in model.header_items:
                rect = grid.header.item_rect(item)
                assert grid.ink.label(item, rect.width()).size().height() <= rect.height()


@pytest.mark.parametrize("available", [100, 101, 997])
def test_the_columns_fill_the_table_to_the_last_pixel(available: int) -> None:
    assert sum(share((3, 1, 1, 2), (5, 5, 40, 5), available)) == available


def test_tables_of_the_format_before_fit_too(qtbot: QtBot, session: ReportSession) -> None:
    session.replace(new_report("某某县水利局", "政府部门", 2020, form_id="2019"))
    for table_id in session.form.tables:
        with shown_matrix(qtbot, session, table_id) as view:
            assert view.grid.horizontalHeader().length() == view.grid.viewport().width()
            assert view.current == view.model.table.cells[0]


def test_another_report_keeps_the_shape_and_begins_at_the_first_cell(view: MatrixView, session: ReportSession) -> None:
    grid = view.grid
    view.go_to("t3.R09.C4")
    before = [grid.rowHeight(row) for row in range(25)], [grid.columnWidth(column) for column in range(10)]
    session.replace(new_report("另一单位", "政府部门", 2024))
    assert ([grid.rowHeight(row) for row in range(25)], [grid.columnWidth(c) for c in range(10)]) == before
    assert view.current == "t3.R01.C1"
    assert grid.columnSpan(0, 0) == 3


def test_the_header_stays_while_the_numbers_scroll(view: MatrixView) -> None:
    view.go_to("t3.R25.C1")
    assert view.grid.verticalScrollBar().value() > 0
    assert view.grid.header.isVisible()
    assert "自然人" in {item.label for item in view.grid.header.active}


def test_labels_of_the_current_cell_are_marked(view: MatrixView) -> None:
    view.go_to("t3.R16.C1")
    assert "1.信访举报投诉类申请" in {item.label for item in view.grid.active}


def test_zoom_goes_in_steps_is_announced_and_has_ends(qtbot: QtBot, view: MatrixView) -> None:
    before = view.grid.ink.metrics.height()
    with qtbot.waitSignal(view.zoom_changed) as caught:
        action_of(view, "zoom-in").trigger()
    assert caught.args == [1.1]
    assert view.grid.ink.metrics.height() > before
    for _ in range(20):
        view.step_zoom(-1)
    assert view.zoom == 0.8
    action_of(view, "zoom-normal").trigger()
    assert view.zoom == 1.0
    assert view.grid.ink.metrics.height() == before


def test_ctrl_and_the_wheel_zoom(view: MatrixView) -> None:
    place = view.grid.rect().center().toPointF()
    event = QWheelEvent(
        place, place, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CONTROL, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(view.grid.viewport(), event)
    assert view.zoom == 1.1


def test_a_long_number_widens_its_column(qtbot: QtBot, session: ReportSession) -> None:
    with shown_matrix(qtbot, session, "t4") as view:
        session.enter_many({"t4.review.upheld": "123456789012"}, "填写")
        width = view.grid.visualRect(view.model.index_of("t4.review.upheld")).width()
        assert width >= 12 * view.grid.ink.digit
        view.go_to("t4.after_review.other")
        press(qtbot, view, "987654321098", Key.Key_Return)
        width = view.grid.visualRect(view.model.index_of("t4.after_review.other")).width()
        assert width >= 12 * view.grid.ink.digit


def test_the_tip_of_a_cell_says_what_is_wrong_or_what_counts_here(view: MatrixView, session: ReportSession) -> None:
    index = view.model.index_of("t3.R09.C1")
    assert "三类是指人事管理" in view.model.data(index, Qt.ItemDataRole.ToolTipRole)
    session.enter_many({"t3.R09.C1": "-1"}, "填写")
    assert "不能是负数" in view.model.data(index, Qt.ItemDataRole.ToolTipRole)


# ---------------------------------------------------------------- screen readers


@pytest.mark.parametrize("table_id", ["t2", "t3", "t4"])
def test_nothing_in_the_accessibility_tree_is_without_a_name(
    qtbot: QtBot, session: ReportSession, table_id: str
) -> None:
    with shown_matrix(qtbot, session, table_id) as view:
        view.find_bar.start()
        table = QAccessible.queryAccessibleInterface(view.grid)
        assert table.text(QAccessible.Text.Name) == view.model.table.name
        assert table.role() == QAccessible.Role.Table
        cells = [table.child(i) for i in range(table.childCount())]
        names = [cell.text(QAccessible.Text.Name) for cell in cells if cell.role() == QAccessible.Role.Cell]
        assert len(names) == view.model.rowCount() * view.model.columnCount()
        assert all(names)
        first = session.form.cells[view.model.table.cells[0]].name
        assert f"{first}，未填" in names
        inside = [widget for widget in QApplication.allWidgets() if view.find_bar.isAncestorOf(widget)]
        buttons = [widget for widget in inside if isinstance(widget, QAbstractButton)]
        assert len(buttons) == 4
        assert all(button.text() or button.accessibleName() for button in buttons)


def test_the_editor_says_which_cell_it_edits(qtbot: QtBot, view: MatrixView) -> None:
    view.go_to("t3.R09.C4")
    press(qtbot, view, Key.Key_F2)
    assert editor_of(view).accessibleName() == "（三）5.属于三类内部事务信息·社会公益组织"


def test_the_reason_goes_when_a_paste_or_an_undo_changes_the_current_cell(
    qtbot: QtBot, view: MatrixView, session: ReportSession
) -> None:
    session.fill_zeros(session.form.entered, "全部")
    view.go_to("t3.R25.C6")  # the last number, where Enter stays
    press(qtbot, view, "/", Key.Key_Return)
    note = view.grid.note
    assert note.text() == "没有的事项请填0"
    assert note.isVisible()
    session.enter_many({"t3.R25.C6": "12"}, "粘贴")
    assert not note.isVisible()


def test_the_editor_of_one_cell_leaves_nothing_to_the_next(
    qtbot: QtBot, view: MatrixView, session: ReportSession
) -> None:
    """Neither what was typed, nor what was being composed, nor what Esc and Ctrl+Z bring back."""
    session.enter_many({"t3.R01.C1": "7", "t3.R02.C1": "8"}, "填写")
    view.go_to("t3.R02.C1")
    press(qtbot, view, Key.Key_F2)
    fresh = editor_of(view)
    as_fresh = fresh.grab().toImage()
    press(qtbot, view, Key.Key_Escape)

    view.go_to("t3.R01.C1")
    press(qtbot, view, Key.Key_F2)
    first = editor_of(view)
    press(qtbot, view, "5")
    compose(first, "shi")
    press(qtbot, view, Key.Key_Escape)
    assert session.report.cells["t3.R01.C1"] == 7

    view.go_to("t3.R02.C1")
    press(qtbot, view, Key.Key_F2)
    editor = editor_of(view)
    assert (editor.text(), editor.preedit, editor.code) == ("8", "", "t3.R02.C1")
    assert editor.accessibleName() == session.form.cells["t3.R02.C1"].name
    assert not editor.isUndoAvailable()
    assert editor.grab().toImage() == as_fresh
    press(qtbot, view, "1")
    press(qtbot, view, Key.Key_Escape)
    assert session.report.cells == {"t3.R01.C1": 7, "t3.R02.C1": 8}


def test_an_editor_that_begins_anew_shows_nothing_that_was_being_composed(qtbot: QtBot, view: MatrixView) -> None:
    view.go_to("t3.R01.C1")
    press(qtbot, view, Key.Key_F2)
    editor = editor_of(view)
    editor.begin("t3.R01.C1", None, is_replacing=True)
    empty = editor.grab().toImage()
    compose(editor, "shi")
    assert editor.grab().toImage() != empty
    editor.begin("t3.R02.C1", None, is_replacing=True)
    assert editor.preedit == ""
    assert editor.grab().toImage() == empty
