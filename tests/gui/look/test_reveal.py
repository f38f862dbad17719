"""What is to be worked on comes into view, wherever it stands by then."""

from PySide6.QtWidgets import QScrollArea, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.look.reveal import reveal


def page(qtbot: QtBot) -> tuple[QScrollArea, QVBoxLayout]:
    """Return a page that scrolls, with a lot of room above what is put into it."""
    area, inside = QScrollArea(widgetResizable=True), QWidget()
    layout = QVBoxLayout(inside)
    layout.addSpacing(2000)
    area.setWidget(inside)
    area.resize(300, 200)
    qtbot.addWidget(area)
    area.show()
    qtbot.waitExposed(area)
    return area, layout


def test_a_text_that_is_moved_to_another_page_meanwhile_comes_into_view_there(qtbot: QtBot) -> None:
    (_, first), (other, second) = page(qtbot), page(qtbot)
    text = QTextEdit("改进措施")
    first.addWidget(text)
    reveal(text)
    second.addWidget(text)
    qtbot.waitUntil(lambda: other.verticalScrollBar().value() > 0)


def test_a_text_that_leaves_its_page_meanwhile_is_left_alone(qtbot: QtBot) -> None:
    area, layout = page(qtbot)
    text = QTextEdit("改进措施")
    layout.addWidget(text)
    reveal(text)
    text.setParent(None)
    qtbot.addWidget(text)
    qtbot.wait(10)
    assert area.verticalScrollBar().value() == 0
