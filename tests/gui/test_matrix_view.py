"""A matrix is edited as in a spreadsheet, and the session knows each keystroke."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from core.entry_text import Refused
from gui.matrix_model import TOTAL_HINT
from tests.gui.matrix_driver import commit_text, compose, editor_of, new_session, press, shown_matrix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from gui.matrix_view import MatrixView
    from gui.session import ReportSession

Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(qapp: QApplication) -> ReportSession:
    return new_session()


@pytest.fixture
def view(qtbot: QtBot, session: ReportSession) -> Iterator[MatrixView]:
    with shown_matrix(qtbot, session, "t3") as made:
        yield made


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
    session.undo_stack.undo()
    assert session.report.cells["t3.R01.C1"] == 12
    session.undo_stack.undo()
    assert "t3.R01.C1" not in session.report.cells


def test_escape_restores_the_old_content_and_leaves_no_undo_step(
    qtbot: QtBot, view: MatrixView, session: ReportSession
) -> None:
    session.enter_many({"t3.R01.C1": "约三十"}, "填写")
    steps = session.undo_stack.count()
    view.go_to("t3.R01.C1")
    press(qtbot, view, "45", Key.Key_Escape)
    entry = session.report.cells["t3.R01.C1"]
    assert isinstance(entry, Refused)
    assert entry.text == "约三十"
    assert session.undo_stack.index() == steps
    assert view.grid.editor() is None


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
    assert after.hasFocus()
    assert view.current == "t3.R25.C6"


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
    session.report.status["locked_on"] = "2026-01-05"
    session.touch()
    view.go_to("t3.R01.C1")
    press(qtbot, view, "5")
    assert view.grid.editor() is None
    assert "t3.R01.C1" not in session.report.cells
    assert "解除定稿" in view.grid.note.text()
