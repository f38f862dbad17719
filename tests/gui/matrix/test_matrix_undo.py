"""Whatever was done in a matrix can be undone to the start and redone to the end."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gui.matrix import paste_preview
from gui.matrix.paste_preview import PasteChoice
from gui.matrix.view import MatrixView
from gui.report.session import ReportSession
from tests.gui.matrix.matrix_driver import new_session, press, shown_matrix

STEPS = 500


def state_of(session: ReportSession) -> tuple[object, ...]:
    report = session.report
    return dict(report.cells), dict(report.controls), len(report.log), session.result.findings, session.result.blanks


def do_something(qtbot: QtBot, view: MatrixView, session: ReportSession, chance: random.Random) -> None:
    """Do one thing that a clerk may do, at a random place."""
    view.go_to(chance.choice(view.model.table.cells))
    what = chance.choice(("type", "type", "type", "type and Esc", "paste", "paste", "clear", "fill", "repair"))
    if what.startswith("type"):
        press(qtbot, view, chance.choice(("0", "12", "1O", "345", "-1")))
        press(qtbot, view, Qt.Key.Key_Escape if what == "type and Esc" else Qt.Key.Key_Return)
    elif what == "paste":
        rows = range(chance.randint(1, 6))
        lines = ["\t".join(chance.choice(("", "7", "1,234", "８", "无")) for _ in range(4)) for _ in rows]
        QGuiApplication.clipboard().setText("\n".join(lines))
        view.paste()
    elif what == "clear":
        view.clear()
    elif what == "fill":
        view.fill_part()
    else:
        session.set_entries({"t3.R03.C1": chance.randrange(50)}, "已核对台账", log="自然人改为")


def test_500_random_steps_are_undone_to_the_start_and_redone_to_the_end(
    qtbot: QtBot, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paste_preview, "ask", lambda *_: PasteChoice(dashes_as=""))
    session = new_session()
    chance = random.Random(20260105)
    with shown_matrix(qtbot, session, "t3") as view:
        states = [state_of(session)]
        for _ in range(STEPS):
            before = session.report
            do_something(qtbot, view, session, chance)
            if session.report != before:  # what is typed and taken back is no step
                states.append(state_of(session))
        assert len(states) > STEPS / 2
        for state in reversed(states[1:]):
            assert state_of(session) == state
            session.undo()
        assert state_of(session) == states[0]
        assert session.report.cells == {}
        assert not session.open_report.can_undo
        while session.open_report.can_redo:
            session.redo()
        assert state_of(session) == states[-1]
        shown = [view.model.texts[view.model.place_of[code]] for code in view.model.table.cells]
        assert shown == [session.facts.shown(code) for code in view.model.table.cells]
