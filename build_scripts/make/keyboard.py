"""Works the real window by its keyboard alone, one step after the other, as a script says.

A script is a generator of steps. A key that opens a box does not return until that is closed; the steps go on all the
same, from the event loop of the box.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

_TICK_MS = 5
_PATIENCE_MS = 60_000


@dataclass(frozen=True)
class Step:
    """What is done once, as soon as something is so.

    Attributes:
        what: What is waited for, to be named where it does not come.
        is_due: Tells whether it is time.
        does: What is done then.
        may_open: Whether that may open a box, and so not return before the next steps are taken.
    """

    what: str
    is_due: Callable[[], bool]
    does: Callable[[], object]
    may_open: bool = False


class Keyboard:
    """Presses keys where the focus is.

    Attributes:
        count: How many keys were pressed; of a written text none.
        front: The window that has the keyboard where no box is open.
    """

    def __init__(self, window: QWidget) -> None:
        self.count = 0
        self.front = self._window = window
        self._script: Iterator[Step] = iter(())
        self._waiting: Step | None = None
        self._patience = QDeadlineTimer()
        self._error: BaseException | None = None
        self._loop = QEventLoop()

    # ------------------------------------------------------------ going on

    def follow(self, script: Iterator[Step]) -> None:
        """Take step after step to the end.

        Raises:
            AssertionError: What a step waits for does not come.
        """
        self._script, self._waiting = script, None
        QTimer.singleShot(0, self._window, self._tick)
        self._loop.exec()
        if self._error is not None:
            raise self._error

    def _tick(self) -> None:
        """Take the next step if it is due."""
        try:
            if self._waiting is None:
                self._waiting = next(self._script, None)
                self._patience = QDeadlineTimer(_PATIENCE_MS)
            step = self._waiting
            if step is None:
                self._loop.quit()
                return
            is_due = step.is_due()
            assert is_due or not self._patience.hasExpired(), f"{step.what} 没有出现，现在是：{_seen()}"
            if not step.may_open and is_due:
                step.does()
            self._waiting = None if is_due else step
            QTimer.singleShot(_TICK_MS, self._window, self._tick)
            if step.may_open and is_due:
                step.does()
        except BaseException as error:  # noqa: BLE001 - Qt would swallow it; the caller gets it
            self._error = self._error or error
            self._script = iter(())
            self._waiting = None
            _close_boxes()
            QTimer.singleShot(_TICK_MS, self._window, self._loop.quit)

    # ------------------------------------------------------------ steps

    def press(self, *keys: str, times: int = 1) -> Step:
        """Press keys as they are written in menus, such as ``Ctrl+G`` or ``Tab``, one after the other."""
        codes = [QKeySequence(key)[0] for key in keys * times]  # type: ignore[index]  # the stubs do not know it

        def does() -> None:
            self.count += len(codes)
            for code in codes:
                QTest.keyClick(_target(), code.key(), code.keyboardModifiers())

        return Step("、".join(keys), self._has_focus, does, may_open=True)

    def press_until(self, key: str, is_there: Callable[[QWidget], bool], what: str) -> Iterator[Step]:
        """Press a key again and again until the focus, or the open menu, is where somebody who looks wants it."""
        for _ in range(60):
            if is_there(_target()):
                return
            yield self.press(key)
        raise AssertionError(f"{key} 到不了“{what}”")

    def write(self, text: str) -> Step:
        """Write a text into the focus, as an input method does; a new line is Return."""

        def does() -> None:
            for number, line in enumerate(text.split("\n")):
                if number:
                    QTest.keyClick(_target(), Qt.Key.Key_Return)
                event = QInputMethodEvent()
                event.setCommitString(line)
                QApplication.sendEvent(_target(), event)

        return Step(f"写“{text[:8]}”的地方", self._has_focus, does)

    def box(self, title: str, does: Callable[[], object] = lambda: None, *, at: str = "") -> Step:
        """Wait for a box with a title that begins so, and its focus, where that is told in the field of this name."""

        def is_due() -> bool:
            box = QApplication.activeModalWidget()
            if box is None or not box.windowTitle().startswith(title) or not self._has_focus():
                return False
            focus = QApplication.focusWidget()
            return focus is not None and focus.window() is box and at in ("", focus.accessibleName())

        return Step(f"“{title}”", is_due, does)

    def window(self, does: Callable[[], object] = lambda: None) -> Step:
        """Wait until no box is open and the window has the keyboard."""

        def is_due() -> bool:
            return QApplication.activeModalWidget() is None and self._has_focus()

        return Step("窗口", is_due, does)

    def _has_focus(self) -> bool:
        """Whether a key has somewhere to go; without a window manager nobody else gives a window its focus back."""
        if QApplication.activePopupWidget() is not None:
            return True
        above = QApplication.activeModalWidget() or self.front
        if not above.isActiveWindow():
            above.activateWindow()
        return QApplication.focusWidget() is not None


def named(text: str) -> Callable[[QWidget], bool]:
    """Return whether a button with this text, or the entry of a menu that begins so, is where the keys go."""

    def is_there(target: QWidget) -> bool:
        if isinstance(target, QMenu):
            action = target.activeAction()
            return action is not None and action.text().startswith(text)
        return str(target.property("text") or "") == text

    return is_there


def primary(target: QWidget) -> bool:
    """Whether the focus is on the button that stands out."""
    return target.objectName() == "primary"


def _target() -> QWidget:
    """Return where keys go."""
    target = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert target is not None
    return target


def _seen() -> str:
    box, focus = QApplication.activeModalWidget(), QApplication.focusWidget()
    labels: list[QLabel] = list(box.findChildren(QLabel, "qt_msgbox_label")) if box else []
    said = "／".join(label.text() for label in labels)
    return f"“{box.windowTitle() if box else '窗口'}”{said}，光标在{focus}"


def _close_boxes() -> None:
    """Close what is open, so that the loops end."""
    while (box := QApplication.activePopupWidget() or QApplication.activeModalWidget()) is not None:
        box.hide()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
