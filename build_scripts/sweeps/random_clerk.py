"""Uses the window at random, as a clerk who tries everything: no crash, no fault, no message of Qt may come of it.

    python -m build_scripts.sweeps.random_clerk [--seconds 60] [--seed 1] [--folder FILES] [--verbose]

Commands of the menus, buttons, keys, the mouse, sizes of the window, input-method text, pasted blocks and debris,
files dropped anywhere, and files good and bad in the file dialogs, in any order; dialogs are answered or closed at
random too. Now and then what the window shows is compared with a full check. Where the program dies, the last lines
of --verbose say after what. Exit code 1 where something was wrong.
"""

import argparse
import faulthandler
import os
import random
import shutil
import sys
import tempfile
import traceback
from datetime import datetime
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl, qInstallMessageHandler
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QFileDialog, QLineEdit, QWidget

from core.base.resources import resource_path
from core.draft.workbook import load_draft
from core.report.checksum import report_checksum
from core.validation.validation import check_report
from gui.app import make_application, make_window
from gui.main_window import MainWindow
from gui.texts.text_editor import TextEditor

W = TypeVar("W", bound=QWidget)

CLOCK = datetime(2026, 1, 12, 9, 30)
SECTION = "一、总体情况\n（一）主动公开\n公开9条。\n（二）依申请公开\n收到3件。\n（五）监督保障\n培训2次。"
CLIPS = (
    "1\t2\t3\n4\t5\t6\n",
    "1,234",
    "１２",
    "abc",
    "",
    "-1",
    "1.5",
    "{t3.R01.C1}",
    "{{",
    "本年度收到申请12件，办结12件。\r\n",
    "甲" * 5000,
    SECTION,
    "😀𠮷\u200b\u2028x",
    "\n".join("\t".join(str(row * column % 7) for column in range(7)) for row in range(25)),
)
PAGES = (
    "<table><tr><td>1</td><td colspan=2>2</td></tr><tr><td rowspan=3>3</td></tr></table>",
    "<table><tr><td colspan=99999>9</td></tr></table>",
    "<p>文字<br>二</p>",
)
TYPED = ("某县水利局", "12", "改进措施", "2025", "一二三件", "\u3000")
KEYS = [Qt.Key(ord(char)) for char in "0123456789A"] + [
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_F1),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Backspace),
]
CONTROL, SHIFT, ALT = (getattr(Qt.KeyboardModifier, f"{name}Modifier") for name in ("Control", "Shift", "Alt"))
MODIFIERS = [Qt.KeyboardModifier.NoModifier] * 12 + [CONTROL, SHIFT, ALT, CONTROL | SHIFT]
DROP_ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
SIZES = ((1280, 649), (1366, 697), (1920, 1009), (2560, 1369), (900, 620))
NEW_FILES = ("新 稿.xlsx", "报告", "报告.docx", "网页.html", "打印.pdf")
CHECK_EVERY = 200
_OF_THE_PLATFORM = (
    "This plugin does not support ",
    "not accepted by receiving widget",
    "QPageSetupDialog: Cannot be used on non-native printers",
    "stat() failed for",  # the file dialog of Qt, of a new folder with thousands of characters
)
_OF_A_FILE_DIALOG = "commitData called with an editor that does not belong to this view"
"""What Qt's own file dialog says of the name of a new folder; the tables of the program must never be told it."""


class RandomClerk:
    """Uses a window at random.

    Attributes:
        done: How many things were done.
        problems: What went wrong, with what was done before.
    """

    def __init__(self, window: MainWindow, folder: Path, seed: int, *, verbose: bool = False) -> None:
        """Use ``window``, and the files of ``folder`` in its file dialogs; they are written to as well."""
        self._window = window
        self._folder = folder
        self._chance = random.Random(seed)
        self._verbose = verbose
        self._trail: list[str] = []
        self._is_over = False
        self._sample = load_draft(resource_path("samples", "示例.xlsx")).report.with_texts({"meta.year": "2024"})
        self.done = 0
        self.problems: list[str] = []

    def work(self, seconds: float) -> None:
        """Use the window for so many seconds."""
        end = QDeadlineTimer(int(seconds * 1000))
        self._next(end)
        while not self._is_over or QApplication.activeModalWidget():
            QApplication.processEvents()

    def note(self, problem: str) -> None:
        """Note what went wrong."""
        self.problems.append(f"{problem}\n  after: {', '.join(self._trail[-12:])}")
        print(self.problems[-1], flush=True)

    def _next(self, end: QDeadlineTimer) -> None:
        # Before the act: a dialog that it opens runs events of its own, and the clerk has to go on inside
        QTimer.singleShot(1, lambda: self._next(end))
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if end.hasExpired():
            self._is_over = True
            _end(popup or modal)
            return
        self.done += 1
        try:
            self._act(popup or modal or self._live_window() or self._window)
        except Exception:  # noqa: BLE001  that is what is looked for
            self.note(traceback.format_exc())

    def _live_window(self) -> QWidget | None:
        """Return the window of the printed report once in a while that it is open."""
        own = self._window.work.live.window
        return own if own is not None and own.isVisible() and self._chance.random() < 0.1 else None

    def _say(self, what: str) -> None:
        self._trail.append(what)
        if self._verbose:
            print(what, flush=True)

    def _act(self, target: QWidget) -> None:
        if not self._window.isVisible():
            self._window.show()
        if target is self._window and self.done % CHECK_EVERY == 0:
            self._compare()
        acts: list[tuple[Callable[[QWidget], None], int]] = [
            (self._command, 20 if target is self._window else 0),
            (self._choose_file, 60 if isinstance(target, QFileDialog) else 0),
            (self._close, 12 if isinstance(target, QDialog) else 0),
            (self._click, 25),
            (self._use_mouse, 10),
            (self._paste, 7),
            (self._type, 8),
            (self._pick, 3),
            (self._press, 27),
            (self._drop, 3),
            (self._change_last_year, 1 if target is self._window else 0),
            (self._paste_section, 1 if target is self._window else 0),
            (self._resize, 2 if target in (self._window, self._window.work.live.window) else 0),
        ]
        act = self._chance.choices([act for act, _ in acts], [weight for _, weight in acts])[0]
        act(target)

    def _compare(self) -> None:
        session = self._window.session
        now = check_report(
            session.report,
            today=CLOCK.date(),
            last_year=session.last_year,
            local=session.local_rules,
            checksum=report_checksum,
        )
        shown = {finding.message for finding in session.result.findings}
        found = {finding.message for finding in now.findings}
        if shown != found:
            self.note(f"only the window finds {shown - found}, only a full check finds {found - shown}")

    def _command(self, _target: QWidget) -> None:
        found: list[QAction] = list(self._window.findChildren(QAction))
        command = self._chance.choice([a for a in found if a.isEnabled() and a.text() and "退出" not in a.text()])
        self._say(f"command {command.text()}")
        command.trigger()

    def _choose_file(self, dialog: QWidget) -> None:
        path = self._chance.choice([*self._folder.iterdir(), *(self._folder / name for name in NEW_FILES)])
        self._say(f"file {path.name}")
        name = _usable(dialog, QLineEdit)[0]
        name.setText(str(path))
        QTest.keyClick(name, Qt.Key.Key_Return)

    def _close(self, dialog: QWidget) -> None:
        self._say(f"close {dialog.windowTitle()}")
        dialog.close()

    def _click(self, target: QWidget) -> None:
        buttons = _usable(target, QAbstractButton)
        if buttons:
            button = self._chance.choice(buttons)
            self._say(f"button {button.text() or button.accessibleName()}")
            button.click()

    def _use_mouse(self, target: QWidget) -> None:
        widget = self._chance.choice([target, *_usable(target, QWidget)])
        place = QPoint(self._chance.randrange(widget.width() + 1), self._chance.randrange(widget.height() + 1))
        self._say(f"mouse {type(widget).__name__}")
        click = QTest.mouseDClick if self._chance.random() < 0.3 else QTest.mouseClick
        click(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def _paste(self, target: QWidget) -> None:
        copied = QMimeData()
        copied.setText(self._chance.choice(CLIPS))
        if self._chance.random() < 0.4:
            copied.setHtml(self._chance.choice(PAGES))
        QApplication.clipboard().setMimeData(copied)
        self._say("paste")
        QTest.keyClick(_focus(target), Qt.Key.Key_V, CONTROL)

    def _paste_section(self, _target: QWidget) -> None:
        """Paste a whole section 一 into one of its texts, and mostly have it spread over them."""
        wizard = self._window.wizard
        if not self._window.draft.is_open or self._window.session.is_locked:
            return
        wizard.show_page("s1")
        editors: list[TextEditor] = _usable(wizard.current, TextEditor)
        QApplication.clipboard().setText(SECTION)
        self._say("paste a section")
        QTimer.singleShot(0, self._spread)
        self._chance.choice(editors).paste()

    def _spread(self) -> None:
        box = QApplication.activeModalWidget()
        for button in _usable(box, QAbstractButton) if box is not None else ():
            if "分到" in button.text() and self._chance.random() < 0.8:
                self._say("spread a section")
                button.click()
                return

    def _type(self, target: QWidget) -> None:
        event = QInputMethodEvent("拼" if self._chance.random() < 0.3 else "", [])
        event.setCommitString(self._chance.choice(TYPED))
        self._say("input method")
        QApplication.sendEvent(_focus(target), event)

    def _drop(self, target: QWidget) -> None:
        """Drag files over a widget and let them go; a field or text must not take their paths."""
        there = [*self._folder.iterdir(), self._folder]
        paths = self._chance.choices(there, k=self._chance.choice((1, 1, 2)))
        self._say(f"drop {'、'.join(path.name for path in paths)}")
        dragged = QMimeData()
        dragged.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        dragged.setText("\n".join(path.as_uri() for path in paths))
        actions, left, none = DROP_ACTIONS, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        over = self._chance.choice([target, *_usable(target, QWidget)])
        enter = QDragEnterEvent(QPoint(5, 5), actions, dragged, left, none)
        QApplication.sendEvent(over, enter)
        if enter.isAccepted():
            QApplication.sendEvent(over, QDropEvent(QPointF(5, 5), actions, dragged, left, none))
        report = self._window.session.report
        if any("file://" in text for text in (*report.texts.values(), *report.meta.values())):
            self.note("a path was dropped into the report")

    def _resize(self, window: QWidget) -> None:
        """Make the window larger or smaller: texts come to their tables or leave them, what is beside folds."""
        size = self._chance.choice(SIZES)
        self._say(f"size {size}")
        window.resize(*size)

    def _change_last_year(self, _target: QWidget) -> None:
        """Compare with another report of last year, or with none: its layer lies in the cells and beside the texts."""
        last = self._chance.choice((None, self._sample, self._sample))
        self._say("last year" if last else "no last year")
        self._window.session.set_last_year(last)

    def _pick(self, target: QWidget) -> None:
        boxes = [box for box in _usable(target, QComboBox) if box.count()]
        if boxes:
            box = self._chance.choice(boxes)
            box.setCurrentIndex(self._chance.randrange(box.count()))
            self._say(f"choice {box.currentText()}")
            box.activated.emit(box.currentIndex())

    def _press(self, target: QWidget) -> None:
        key, modifier = self._chance.choice(KEYS), self._chance.choice(MODIFIERS)
        self._say(f"key {key.name}")
        QTest.keyClick(_focus(target), key, modifier)


def _usable(target: QWidget, kind: type[W]) -> list[W]:
    found: list[W] = list(target.findChildren(kind))
    return [widget for widget in found if widget.isVisible() and widget.isEnabled()]


def _focus(target: QWidget) -> QWidget:
    focused = QApplication.focusWidget()
    return focused if focused is not None and (focused is target or target.isAncestorOf(focused)) else target


def _end(opened: QWidget | None) -> None:
    """Close what runs events of its own: a menu too, and a dialog without its question whether to close."""
    if isinstance(opened, QDialog):
        QDialog.done(opened, QDialog.DialogCode.Rejected)
    elif opened is not None:
        opened.close()


def main(arguments: list[str] | None = None) -> int:
    """Use the window at random; return 1 where something was wrong."""
    parser = argparse.ArgumentParser(description="Uses the window at random.")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="files to be opened; used as a copy")
    parser.add_argument("--verbose", action="store_true", help="say each thing before it is done")
    given = parser.parse_args(arguments)
    faulthandler.enable()
    with tempfile.TemporaryDirectory(prefix="nianbao-random-", ignore_cleanup_errors=True) as home:
        os.environ.update(NIANBAO_HOME=home, HOME=home, USERPROFILE=home)  # nothing of the real user is touched
        folder = Path(home, "工作 夹")
        folder.mkdir()
        for file in [resource_path("samples", "示例.xlsx"), *(given.folder.iterdir() if given.folder else ())]:
            if file.is_file():
                shutil.copy(file, folder)
        (folder / "坏.xlsx").write_bytes(b"PK\x03\x04")
        (folder / "空.docx").write_bytes(b"")
        application = make_application(["nianbao"])
        application.setQuitOnLastWindowClosed(False)
        clerk = use_at_random(folder, given.seconds, given.seed, verbose=given.verbose)
    print(f"{clerk.done} things done, {len(clerk.problems)} problems")
    return 1 if clerk.problems else 0


def use_at_random(folder: Path, seconds: float, seed: int, *, verbose: bool) -> RandomClerk:
    """Use a new window for so many seconds; return the clerk with what went wrong."""
    window = make_window(lambda: CLOCK)
    window.open_outside = lambda _path: None  # type: ignore[assignment, method-assign]  # start no other program
    window.resize(1366, 728)
    window.show()
    clerk = RandomClerk(window, folder, seed, verbose=verbose)

    def note_message(_kind: object, _where: object, message: str) -> None:
        is_of_dialog = _OF_A_FILE_DIALOG in message and isinstance(QApplication.activeModalWidget(), QFileDialog)
        if not is_of_dialog and not any(known in message for known in _OF_THE_PLATFORM):
            clerk.note(f"Qt: {message}")

    former_hook = sys.excepthook
    sys.excepthook = lambda kind, fault, trace: clerk.note("".join(traceback.format_exception(kind, fault, trace)))
    former = qInstallMessageHandler(note_message)
    try:
        clerk.work(seconds)
    finally:
        QApplication.clipboard().clear()  # without a screen Qt would free it after Python's end
        qInstallMessageHandler(former)
        sys.excepthook = former_hook
        window.draft.close()
        window.draft.wait()
        window.autosave.close()
        window.deleteLater()
        QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    return clerk


if __name__ == "__main__":
    sys.exit(main())
