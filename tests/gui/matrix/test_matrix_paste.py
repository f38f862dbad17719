"""Blocks from Calc, Excel and web pages land cell by cell, and nothing shifts silently."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.report.change import status_change
from core.report.entry_text import Refused
from gui.matrix import paste_preview
from gui.matrix.landings import LOST, REFUSED, PastePlan
from gui.matrix.paste_preview import PasteChoice, PastePreview
from gui.matrix.pasted_block import PastedBlock
from gui.matrix.view import MatrixView
from gui.report.session import ReportSession
from tests.gui.matrix.matrix_driver import editor_of, press
from tests.gui.matrix.pasted_pieces import (
    FORM,
    T3,
    fixture,
    numbers_of_calc,
    plan_of,
    put,
)

CONTROL = Qt.KeyboardModifier.ControlModifier


class Asked:
    """Stands for the clerk before the preview.

    Attributes:
        choice: The answer; None cancels.
        plans: The plans that were shown.
    """

    def __init__(self) -> None:
        self.choice: PasteChoice | None = PasteChoice()
        self.plans: list[PastePlan] = []


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    clerk = Asked()

    def ask(plan: PastePlan, _parent: QWidget | None) -> PasteChoice | None:
        clerk.plans.append(plan)
        return clerk.choice

    monkeypatch.setattr(paste_preview, "ask", ask)
    return clerk


@pytest.mark.parametrize("kind", ["html", "text"])
def test_25_rows_and_7_columns_of_calc_land_cell_by_cell_and_one_undo_takes_them_back(
    qtbot: QtBot, view: MatrixView, session: ReportSession, asked: Asked, kind: str
) -> None:
    session.enter_many({"t3.R01.C1": "5"}, "填写")
    before = dict(session.report.cells)
    put(**{kind: fixture(f"calc_numbers.{'html' if kind == 'html' else 'txt'}")})
    view.go_to("t3.R01.C1")
    press(qtbot, view, Qt.Key.Key_V, modifier=CONTROL)
    assert session.report.cells == numbers_of_calc()
    assert session.report.controls == {}
    (plan,) = asked.plans
    assert not plan.of_kind(LOST, REFUSED)
    session.undo()
    assert session.report.cells == before


def test_a_cancelled_preview_changes_nothing(view: MatrixView, session: ReportSession, asked: Asked) -> None:
    asked.choice = None
    put(html=fixture("calc_numbers.html"))
    view.go_to("t3.R01.C1")
    view.paste()
    assert session.report.cells == {}
    assert not session.open_report.can_undo


def test_a_small_block_that_fits_is_pasted_without_a_question(
    view: MatrixView, session: ReportSession, asked: Asked
) -> None:
    put(text="1,234\t\n２\t3件\n")
    view.go_to("t3.R03.C2")
    view.paste()
    assert not asked.plans
    assert session.report.cells == {"t3.R03.C2": 1234, "t3.R04.C2": 2, "t3.R04.C3": 3}


def test_a_paste_says_of_how_many_numbers_the_writing_was_mended(
    view: MatrixView, session: ReportSession, asked: Asked, qtbot: QtBot
) -> None:
    put(text="1,234\t２\n3件\t4\n")
    view.go_to("t3.R03.C2")
    with qtbot.waitSignal(view.done) as said:
        view.paste()
    assert said.args == ["已粘贴 4 格，其中 3 格去掉了逗号、空格、单位或全角写法，可用“撤销”恢复"]


def test_a_blank_that_would_wipe_a_number_out_is_shown_first(
    view: MatrixView, session: ReportSession, asked: Asked
) -> None:
    session.enter_many({"t3.R03.C3": "8"}, "填写")
    put(text="1\t\n")
    view.go_to("t3.R03.C2")
    view.paste()
    assert asked.plans[0].cleared == ["t3.R03.C3"]


def test_one_value_goes_into_all_selected_cells(view: MatrixView, session: ReportSession, asked: Asked) -> None:
    view.go_to("t3.R05.C1")
    for _ in range(3):
        view.grid.keyPressEvent(_shift_down())
    put(text="0")
    view.paste()
    assert session.report.cells == dict.fromkeys((f"t3.R0{i}.C1" for i in (5, 6, 7, 8)), 0)


def test_totals_of_a_whole_table_can_be_kept_as_control_totals(
    view: MatrixView, session: ReportSession, asked: Asked
) -> None:
    asked.choice = PasteChoice(keeps_totals=True)
    put(html=fixture("calc_whole_table.html"))
    view.paste()
    assert len(session.report.controls) == 31
    assert session.report.controls["t3.R01.C7"] == 7
    session.undo()
    assert session.report.controls == {}


def test_pasted_totals_that_are_no_sums_are_red_and_kept_unless_the_clerk_says_other(
    qtbot: QtBot, view: MatrixView
) -> None:
    rows = [["1"] * 6 + ["6"] for _ in range(25)]
    for column in range(7):  # as a right table has it: all results above make the total
        rows[23][column] = str(sum(int(rows[row][column]) for row in range(2, 23)))
    right = plan_of(PastedBlock(tuple(map(tuple, rows))))
    assert right.has_all_totals
    assert right.wrong_totals == {}
    assert not PastePreview(right, view).totals.isChecked()

    rows[0][6] = "60"
    wrong = plan_of(PastedBlock(tuple(map(tuple, rows))), start="t3.R07.C3")  # the whole table, wherever the cursor is
    assert wrong.wrong_totals == {"t3.R01.C7": "6"}
    dialog = PastePreview(wrong, view)
    assert dialog.totals.isChecked()
    assert dialog.choice().keeps_totals
    item = dialog.table.item(0, 6)
    assert item is not None
    assert item.text() == "✕ 60，相加 6"
    assert "1个合计与各项相加不符，已标红：本年新收·总计。" in dialog.summary.text()

    rows[0][0] = ""  # what is not filled in says nothing about its total
    rows[23][6] = ""  # and the totals that are there are compared all the same
    rows[1][6] = "60"
    some = plan_of(PastedBlock(tuple(map(tuple, rows))))
    assert not some.has_all_totals
    assert PastePreview(some, view).choice().keeps_totals
    assert some.wrong_totals == {"t3.R02.C7": "6"}


@pytest.mark.parametrize(("entered", "stands"), [("", None), ("0", 0)])
def test_dashes_can_be_taken_for_blanks_or_noughts(
    view: MatrixView, session: ReportSession, asked: Asked, entered: str, stands: int | None
) -> None:
    asked.choice = PasteChoice(dashes_as=entered)
    put(text="-\t3\t1O\n")
    view.go_to("t3.R01.C1")
    view.paste()
    assert session.report.cells.get("t3.R01.C1") == stands
    assert session.report.cells["t3.R01.C2"] == 3
    assert isinstance(session.report.cells["t3.R01.C3"], Refused)


def test_a_block_pasted_into_an_open_editor_is_pasted_into_the_table(
    qtbot: QtBot, view: MatrixView, session: ReportSession, asked: Asked
) -> None:
    put(text="1\t2\n")
    view.go_to("t3.R01.C1")
    press(qtbot, view, Qt.Key.Key_F2)
    press(qtbot, view, Qt.Key.Key_V, modifier=CONTROL)
    assert session.report.cells == {"t3.R01.C1": 1, "t3.R01.C2": 2}


def test_one_number_pasted_into_an_open_editor_goes_where_the_cursor_is(
    qtbot: QtBot, view: MatrixView, session: ReportSession
) -> None:
    put(text="34")
    view.go_to("t3.R01.C1")
    press(qtbot, view, "12")
    press(qtbot, view, Qt.Key.Key_V, modifier=CONTROL)
    assert editor_of(view).text() == "1234"
    assert session.report.cells["t3.R01.C1"] == 1234


def test_a_locked_report_takes_no_paste(view: MatrixView, session: ReportSession, asked: Asked) -> None:
    session.record(status_change(session.report, {"locked_on": "2026-01-05"}))
    put(text="1")
    with_said: list[str] = []
    view.done.connect(with_said.append)
    view.paste()
    assert session.report.cells == {}
    assert with_said == ["报告已定稿，如需修改请先“解除定稿”"]


def test_what_was_copied_can_be_pasted_again(view: MatrixView, session: ReportSession, asked: Asked) -> None:
    session.enter_many({f"t3.R0{i}.C{j}": str(10 * i + j) for i in (5, 6) for j in (2, 3)}, "填写")
    view.go_to("t3.R05.C2")
    view.grid.keyPressEvent(_shift_down())
    view.grid.keyPressEvent(_shift_right())
    view.copy()
    assert QGuiApplication.clipboard().text() == "52\t53\r\n62\t63"
    assert "<td>63</td>" in QGuiApplication.clipboard().mimeData().html()
    view.go_to("t3.R13.C5")
    view.paste()
    assert [session.report.cells[c] for c in ("t3.R13.C5", "t3.R13.C6", "t3.R14.C5", "t3.R14.C6")] == [52, 53, 62, 63]


def test_a_table_copied_whole_comes_back_whole(view: MatrixView, session: ReportSession, asked: Asked) -> None:
    session.enter_many({code: str(i) for i, code in enumerate(T3.cells) if not FORM.cells[code].is_derived}, "填写")
    before = dict(session.report.cells)
    view.copy_all()
    session.enter_many(dict.fromkeys(before, ""), "清空")
    view.paste()
    assert session.report.cells == before
    assert not asked.plans[0].of_kind(LOST, REFUSED)


def _shift_down() -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)


def _shift_right() -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
