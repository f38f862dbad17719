"""The real window, with the edges replaced that a test must answer: file dialogs and message boxes."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from build_scripts.make.whole_way import CLOCK
from core.base.errors import ReportError
from core.base.resources import resource_path
from core.base.user_files import data_folder
from core.checks.findings import Finding
from core.draft.draft_changes import DraftDifference
from core.office.summary import Summary
from gui import dialogs
from gui.app import make_application, make_window
from gui.dialogs.summary_dialog import ALL_THE_SAME, FINAL_ALL_THE_SAME, answers_to
from gui.main_window import MainWindow
from gui.matrix.view import MatrixView
from gui.pages.section_pages import SectionPage

SAMPLE = resource_path("samples", "示例.xlsx")
Watch = Callable[[Callable[[str], None]], None]


class Answers:
    """What the clerk answers in dialogs, and what the dialogs said.

    Attributes:
        save_to: Where the next file is saved; None cancels.
        open_from: Which file is chosen next; None cancels.
        confirm: The answer to yes-or-no questions.
        unsaved: The answer to unsaved changes.
        reason: The written reason.
        choice: The button pressed in a box with several; "" for the last one, and before a 送审稿 that of Return.
        offered: The buttons of the last such box.
        default: That which Return would have pressed.
        watch: What the last such box called every few seconds.
        said: Title and text of every box, in order.
    """

    def __init__(self) -> None:
        self.save_to: Path | None = None
        self.open_from: Path | None = None
        self.confirm = False
        self.unsaved = "discard"
        self.reason = ""
        self.choice = ""
        self.offered: tuple[str, ...] = ()
        self.default = ""
        self.watch: Watch | None = None
        self.said: list[str] = []


@pytest.fixture(scope="session")
def qapp() -> Iterator[QApplication]:
    """The one application of the process; each conftest that shows it has its own copy of this fixture."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else make_application(["nianbao"])
    yield app
    app.clipboard().clear()  # on the offscreen platform it would outlive Python, and what Python put there dies badly


@pytest.fixture
def real_window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """The window with every box as it is; nobody answers in its place."""
    made = make_window(lambda: CLOCK)
    made.resize(1366, 728)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.draft.close()
    made.close()
    made.autosave.stop()
    made.deleteLater()


def opened(monkeypatch: pytest.MonkeyPatch) -> list[QDialog]:
    """Record the dialogs that are opened and accept them."""
    seen: list[QDialog] = []

    def accepted(dialog: QDialog) -> bool:
        seen.append(dialog)
        return True

    monkeypatch.setattr(dialogs, "accepted", accepted)
    return seen


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    given = Answers()

    def show_error(_parent: object, error: ReportError) -> None:
        given.said.append(f"{error.summary}{error.advice}")

    def choose(
        _parent: object,
        title: str,
        text: str,
        more: str,
        offered: tuple[str, ...],
        *,
        default: str = "",
        watch: Watch | None = None,
    ) -> str:
        given.said.append(f"{title}：{text}{more}")
        given.offered, given.default, given.watch = offered, default or offered[0], watch
        return given.choice or offered[-1]

    def confirm(_parent: object, title: str, question: str, *_buttons: str) -> bool:
        given.said.append(f"{title}：{question}")
        return given.confirm

    monkeypatch.setattr(dialogs, "show_error", show_error)
    monkeypatch.setattr(dialogs, "inform", lambda _p, title, text, more="": given.said.append(f"{title}：{text}{more}"))

    def choose_with_list(
        _parent: object, title: str, text: str, lines: Sequence[str], offered: Sequence[str], _asks: str = ""
    ) -> tuple[str, int]:
        given.said.append(f"{title}：{text}" + "\n".join(lines))
        given.offered = tuple(offered)
        return given.choice or offered[-1], 0

    def choose_with_changes(
        _parent: object,
        title: str,
        text: str,
        changes: Sequence[DraftDifference],
        _states: object,
        offered: Sequence[str],
    ) -> str:
        lines = [f"{change.place}：{change.before} → {change.after}" for change in changes]
        given.said.append(f"{title}：{text}" + "\n".join(lines))
        return given.choice if given.choice in offered else offered[-1]

    def ask_to_make(_parent: object, makes: str, summary: Summary) -> tuple[str, Finding | None]:
        lines = [line for part in summary.parts for line in (part.heading, *part.lines)]
        given.said.append(f"{makes}：" + "\n".join([summary.proof, *lines]))
        given.offered = answers_to(summary, makes)
        going_on = next((a for a in (FINAL_ALL_THE_SAME, ALL_THE_SAME) if a in given.offered), makes)
        chosen = going_on if given.confirm else given.choice
        answer = chosen if chosen in given.offered else given.offered[0]
        return answer, summary.open.findings[0] if summary.open else None

    monkeypatch.setattr(dialogs, "ask_to_make", ask_to_make)
    monkeypatch.setattr(dialogs, "choose", choose)
    monkeypatch.setattr(dialogs, "choose_with_list", choose_with_list)
    monkeypatch.setattr(dialogs, "choose_with_changes", choose_with_changes)
    monkeypatch.setattr(dialogs, "confirm", confirm)
    monkeypatch.setattr(dialogs, "ask_unsaved", lambda *_: given.unsaved)
    monkeypatch.setattr(dialogs, "ask_open", lambda *_: given.open_from)
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: given.save_to)
    monkeypatch.setattr(dialogs, "ask_reason", lambda *_: given.reason or None)
    return given


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, answers: Answers) -> Iterator[MainWindow]:
    made = make_window(lambda: datetime(2026, 1, 12, 9, 30))
    made.resize(1366, 728)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()  # without a window manager, as under Xvfb, nobody else gives it the keyboard
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    answers.unsaved = "discard"
    made.close()
    # Where it did not close: a piece of work under way when the next test waits for its window, and this one dies,
    # would wait for Python, and Qt for it
    made.autosave.stop()
    made.autosave._worker.wait()
    made.draft.wait()
    made.deleteLater()


def lose_data_folder() -> Path:
    """Let the data folder become unusable, as when the network home goes; return where it was."""
    folder = data_folder()
    folder.rename(folder.with_name("lost"))
    while not folder.is_file():
        try:
            folder.write_bytes(b"")
        except OSError:  # a piece of work that was under way has made it anew
            shutil.rmtree(folder, ignore_errors=True)
    return folder


def turn_wheel(widget: QWidget) -> None:
    """Turn the wheel down by one step over a widget."""
    where, turn = QPointF(5, 5), QPoint(0, -120)
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(where, where, turn, turn, buttons, keys, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(widget, event)


def page_of(window: MainWindow, key: str) -> SectionPage:
    """Show a section and return its page."""
    window.wizard.show_page(key)
    page = window.wizard.current
    assert isinstance(page, SectionPage)
    return page


def tables_of(window: MainWindow) -> list[MatrixView]:
    """Return the tables of all sections."""
    return [page.matrix for page in window.wizard.section_pages if page.matrix is not None]


def table_of(window: MainWindow) -> MatrixView:
    """Show section 三 and return its table."""
    matrix = page_of(window, "s3").matrix
    assert matrix is not None
    return matrix


def lines_of(shown: QListWidget) -> list[str]:
    return [shown.item(row).text() for row in range(shown.count())]


def in_dialog(does: Callable[[], None]) -> None:
    """Do something as soon as a dialog waits for an answer."""

    def act() -> None:
        dialog, focus = QApplication.activeModalWidget(), QApplication.focusWidget()
        if dialog is None or focus is None or not dialog.isAncestorOf(focus):
            QTimer.singleShot(20, act)
        else:
            does()

    QTimer.singleShot(0, act)


def commit_text(widget: QWidget, text: str) -> None:
    """Enter text as an input method does; keyClicks() aborts on anything beyond Latin-1."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


_COPY_OR_MOVE = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


def drop(target: QWidget, *paths: Path, actions: Qt.DropAction = _COPY_OR_MOVE) -> Qt.DropAction | None:
    """Drag files over a widget and let them go, as Qt does; return how that was answered, None for not at all."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(path.as_uri() for path in paths))  # as file managers do as well
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), actions, data, left, none)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return None
    event = QDropEvent(QPointF(5, 5), actions, data, left, none)
    event.setDropAction(Qt.DropAction.MoveAction)  # what Windows proposes on the same disk
    QApplication.sendEvent(target, event)
    QApplication.processEvents()
    return event.dropAction() if event.isAccepted() else None
