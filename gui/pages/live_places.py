"""Where the printed report is shown: beside the work, or in a window where two windows have room beside each other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from gui.look.enter_presses import let_enter_press
from gui.look.settings import SettingsStore
from gui.pages.live_page import LayOut, LivePage, full_width
from gui.report.session import ReportSession

LIVE_FROM = 1600
"""Pixels of the work from which on the printed report has room beside it."""

_WORK = 1440
"""Pixels that the work keeps before the printed report beside it becomes wider."""

_LEAST = 480
_LEGIBLE = 320
"""Pixels below which the print of a sheet cannot be read."""
_SIDE, _TITLE = 8, 40  # what the system puts around a window, with its title


class LivePane(QWidget):
    """The printed report, and the button that takes it out of the main window or back.

    Attributes:
        page: The printed report.
        turn: The button.
    """

    def __init__(self, session: ReportSession, lay_out: LayOut) -> None:
        super().__init__()
        self.page = LivePage(session, lay_out)
        self.turn = QPushButton()
        let_enter_press(self.turn)
        self.turn.setObjectName("tool")
        row = QHBoxLayout()
        row.setContentsMargins(0, 2, 6, 0)
        row.addStretch()
        row.addWidget(self.turn)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.page, 1)


class LiveWindow(QDialog):
    """A window of its own for the printed report; Esc closes it, F6 goes back to the work.

    It belongs to no other window: one that did would always lie above the work, and on a small screen cover what is
    filled in. Where there is a second screen it opens there.
    """

    work_wanted = Signal()

    def __init__(self, settings: SettingsStore, main: QWidget) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._settings = settings
        self.setWindowTitle("印出的样子")
        self.setWindowIcon(main.windowIcon())
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setSizeGripEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        QShortcut(QKeySequence("F6"), self, self.work_wanted.emit)
        QShortcut(QKeySequence("Ctrl+Shift+K"), self, self.reject)
        self._put(main)

    def _put(self, main: QWidget) -> None:
        """Go where it was last time, else to the second screen or the right edge of the only one; never beyond it."""
        kept = QByteArray.fromHex(self._settings.values.live_place.encode("ascii", "ignore"))
        is_known = self.restoreGeometry(kept)
        other = next((s for s in main.screen().virtualSiblings() if s is not main.screen()), main.screen())
        screen = self.screen() if is_known else other
        room = screen.availableGeometry().adjusted(_SIDE, _TITLE, -_SIDE, -_SIDE)
        if not is_known:
            width = min(full_width(self), room.width() // 2)
            self.setGeometry(QRect(room.right() + 1 - width, room.top(), width, room.height()))
        elif not room.contains(self.geometry()):
            size = self.size().boundedTo(room.size())
            right, bottom = room.right() + 1 - size.width(), room.bottom() + 1 - size.height()
            left, top = min(max(self.x(), room.left()), right), min(max(self.y(), room.top()), bottom)
            self.setGeometry(left, top, size.width(), size.height())

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._settings.note(live_place=bytes(self.saveGeometry().toHex().data()).decode("ascii"))


class LivePlaces(QObject):
    """Puts the printed report where it is to be seen.

    Attributes:
        pane: The printed report and its button; None until it was wanted.
        window: The window for it; None until it was wanted there.
        was_left: Whether the clerk came back to the work from its own window; set to False by whoever then moves the
            focus to another pane.

    Signals:
        closed: The clerk closed the window.
        moved: Whether it is wanted, or where, was chosen anew.
    """

    closed = Signal()
    moved = Signal()

    def __init__(
        self,
        work: QSplitter,
        session: ReportSession,
        settings: SettingsStore,
        lay_out: LayOut,
        least_work: Callable[[], int],
    ) -> None:
        """Take the splitter in which it stands beside the work; ``least_work`` tells how many pixels the work needs."""
        super().__init__(work)
        self._least_work = least_work
        self._work = work
        self._session = session
        self._settings = settings
        self._lay_out = lay_out
        self.was_left = False
        self._is_beside = self._is_width_chosen = self._is_asked = False
        self._heading = ""
        self.pane: LivePane | None = None
        self.window: LiveWindow | None = None
        self._opening = QTimer(self, singleShot=True, interval=0)  # once the main window has its size
        self._opening.timeout.connect(self._open)
        self._widening = QTimer(self, singleShot=True, interval=0)  # once what is shown anew beside it has its size
        self._widening.timeout.connect(self._widen)
        work.splitterMoved.connect(self._moved)
        work.installEventFilter(self)

    @property
    def has_room(self) -> bool:
        """Whether the printed report has room beside the work."""
        return self._work.width() >= LIVE_FROM

    @property
    def may_be_apart(self) -> bool:
        """Whether it goes into a window where the work leaves no whole sheet room.

        On one small screen that would lie behind the work, unseen: there only where large print leaves no room to read.
        """
        screen = self._work.screen()
        if len(screen.virtualSiblings()) > 1 or screen.availableGeometry().width() >= LIVE_FROM:
            return True
        return self._work.isVisible() and self._work.width() - self._least_work() < _LEGIBLE

    @property
    def is_apart(self) -> bool:
        """Whether the printed report is shown in its own window where it is shown."""
        return self._settings.values.live_apart if self.has_room else self.may_be_apart

    @property
    def takes_side(self) -> bool:
        """Whether it takes the place of what stands beside the work, since there is none for both."""
        return self._settings.values.live_page and not self.has_room and not self.is_apart

    def ask(self, *, is_wanted: bool) -> None:
        """Show the printed report from now on, or hide it."""
        self._settings.note(live_page=is_wanted)
        self._is_asked = is_wanted
        self._show()
        self.moved.emit()

    def follow(self, heading: str, *, is_beside: bool) -> None:
        """Show the part with this heading, "" for the beginning; ``is_beside``: its page leaves room beside it."""
        self._is_beside, self._heading = is_beside, heading
        self._show()
        if self.pane is not None:
            self.pane.page.follow(heading)

    def _show(self) -> None:
        is_wanted = self._settings.values.live_page
        in_window = is_wanted and self._work.isVisible() and self.is_apart
        is_docked = is_wanted and self._is_beside and not self.is_apart
        if not in_window:
            self._hide_window()
        elif self.window is None or not self.window.isVisible():
            self._opening.start()
        elif self.pane is not None:
            self.pane.turn.setVisible(self.has_room)
        if is_docked:
            self._dock()
        elif self.pane is not None and self.pane.parent() is self._work:
            self.pane.hide()

    def _made(self) -> LivePane:
        if self.pane is None:
            self.pane = LivePane(self._session, self._lay_out)
            self.pane.page.follow(self._heading)
            self.pane.turn.clicked.connect(self._turn)
            self._settings.changed.connect(self.pane.page.refresh)  # the style may be another one
        return self.pane

    def _dock(self) -> None:
        """Show it beside the work."""
        pane = self._made()
        if pane.parent() is not self._work:
            self._work.addWidget(pane)
        pane.turn.setText("在单独窗口中打开")
        pane.turn.setVisible(self.has_room)
        pane.show()
        self._widening.start()

    def _widen(self) -> None:
        """Give it a third of a large window, up to as wide as a whole sheet, until the clerk chooses its width.

        In a small window it is as wide as leaves the tables whole.
        """
        if self._is_width_chosen or self.pane is None or self.pane.parent() is not self._work or self.pane.isHidden():
            return
        sizes = self._work.sizes()
        whole = self._work.width()
        wanted = max(whole - _WORK, _LEAST) if self.has_room else min(whole - self._least_work(), _LEAST)
        more = max(min(wanted, full_width(self.pane)), self.pane.minimumSizeHint().width()) - sizes[-1]
        if more:
            self._work.setSizes([sizes[0] - more, *sizes[1:-1], sizes[-1] + more])

    def _open(self) -> None:
        """Show it in its own window: before the work where the clerk just asked for it, else behind."""
        is_asked, self._is_asked = self._is_asked, False
        if not (self._settings.values.live_page and self._work.isVisible() and self.is_apart):
            return
        pane = self._made()
        main = self._work.window()
        if self.window is None:
            self.window = LiveWindow(self._settings, main)
            self.window.rejected.connect(self._close)
            self.window.work_wanted.connect(self._leave)
            self._work.destroyed.connect(self.window.deleteLater)
        layout = self.window.layout()
        assert layout is not None
        layout.addWidget(pane)
        pane.turn.setText("放回主窗口右边")
        pane.turn.setVisible(self.has_room)
        pane.show()
        had_focus = main.isActiveWindow()
        covers = self.window.geometry().intersects(main.geometry())
        self.window.show()
        if is_asked and covers:
            self.window.raise_()
            self.window.activateWindow()
            pane.page.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_focus:  # not every system keeps a new window from taking the focus
            self._back()

    def _leave(self) -> None:
        self.was_left = True
        self._back()

    def _back(self) -> None:
        """Go back to the work, which comes before the printed report where that would cover it."""
        self._work.window().raise_()
        self._work.window().activateWindow()

    def _hide_window(self) -> None:
        self._opening.stop()
        if self.window is not None and self.window.isVisible():
            had_focus = self.window.isActiveWindow()
            self.window.hide()
            if had_focus and self._work.window().isVisible():
                self._back()

    def _turn(self) -> None:
        """Take it out of the main window, or back; the focus of its button does not leave the main window with it."""
        pane = self._made()
        if pane.parent() is self._work and pane.turn.hasFocus():
            _focus_work_before(pane)
        self._is_asked = True
        self._settings.note(live_apart=not self._settings.values.live_apart)
        self._show()
        self.moved.emit()

    def _close(self) -> None:
        """Show it no more: the window was closed, and the focus goes back to where the clerk worked."""
        self._settings.note(live_page=False)
        self._back()
        self.closed.emit()

    def _moved(self, _place: int, handle: int) -> None:
        if self.pane is not None and handle == self._work.indexOf(self.pane):
            self._is_width_chosen = True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and not self._work.isVisible():
            self._hide_window()
        return super().eventFilter(watched, event)


def _focus_work_before(pane: LivePane) -> None:
    """Give the focus to what comes before the printed report in the order of Tab.

    Qt walks there itself: asked for the widgets on the way one by one, PySide takes them for children of others.
    """
    for _ in pane.findChildren(QWidget):
        focus = QApplication.focusWidget()
        if focus is None or not pane.isAncestorOf(focus):
            return
        pane.focusPreviousChild()
    pane.window().setFocus(Qt.FocusReason.OtherFocusReason)
