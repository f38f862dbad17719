"""A session with an empty report, and its table 三 in a window."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.matrix.view import MatrixView
from gui.report.session import ReportSession
from tests.gui.matrix.matrix_driver import new_session, shown_matrix


@pytest.fixture
def session(qapp: QApplication) -> ReportSession:
    return new_session()


@pytest.fixture
def view(qtbot: QtBot, session: ReportSession) -> Iterator[MatrixView]:
    with shown_matrix(qtbot, session, "t3") as made:
        yield made
