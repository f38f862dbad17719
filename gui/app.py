"""Starts the program: everything is wired here."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6 import QtGui
from PySide6.QtCore import QDeadlineTimer, QEventLoop, QLibraryInfo, QLocale, QPoint, QRect, QSize, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from core import NAME, __version__
from core.base import instances, session_environment
from core.base.errors import DataFolderError
from core.base.resources import expect_forms, resource_path
from core.base.user_files import autosave_folder
from gui import crash
from gui.garbage import Garbage
from gui.look import fonts_note, problems_note, theme
from gui.look.settings import SettingsStore
from gui.main_window import MainWindow
from gui.report import autosaving, draft_file, terminating
from gui.report import session as report_session

_PATIENCE_MS = 1000
"""How long the first paint is waited for: a window that starts minimised is never painted."""


_LARGE_SCREEN = 2000
_PART_OF_LARGE = 0.9
"""How much of a screen wider than so many pixels the window takes at its first start; of a smaller one, all."""

_LEAST = QSize(800, 400)
"""A window that is smaller shows no page."""


class TranslationMissingError(RuntimeError):
    """Qt's Chinese texts are not installed: a fault of the package, not of the clerk."""


def make_application(arguments: Sequence[str]) -> QApplication:
    """Return the application with its name, language and look.

    Raises:
        TranslationMissingError: Qt's Chinese texts are not installed.
    """
    os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")  # to wait for helpers takes longer than to paint a table alone
    # The same look on every system; asked for as an argument, since setStyle() makes Python enumerate all of QStyle
    app = QApplication.instance() or QApplication([*arguments, "-style", "fusion"])
    assert isinstance(app, QApplication)
    session_environment.give_back()  # Qt has read what it needs; programs that are opened from here must not
    app.setApplicationName("nianbao")
    app.setApplicationDisplayName(NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("cn.nianbao.annualreport")  # so that the task bar of Linux desktops finds name and icon
    QLocale.setDefault(QLocale("zh_CN"))  # by name: Python makes the enumerations of languages and countries in 15 ms
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not translator.load("qtbase_zh_CN", folder):
        raise TranslationMissingError(folder)
    app.installTranslator(translator)
    theme.follow_system(app)
    theme.apply(app)
    Garbage(app)
    return app


def make_window(clock: report_session.Clock) -> MainWindow:
    """Return the whole window."""
    window = first_window(clock)
    complete_window(window, clock)
    return window


def first_window(clock: report_session.Clock) -> MainWindow:
    """Return the window with its start page and nothing behind it, quick to paint."""
    settings = SettingsStore()
    settings.apply_look()
    window = MainWindow(clock, settings)
    settings.setParent(window)
    settings.changed.connect(settings.apply_look)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.styleHints().colorSchemeChanged.connect(settings.apply_look)
    return window


def complete_window(window: MainWindow, clock: report_session.Clock) -> None:
    """Wire session, draft file and window together.

    Raises:
        ResourceMissingError: A file of the formats is not there.
    """
    expect_forms()
    QApplication.setWindowIcon(QtGui.QIcon(str(resource_path("icons", "nianbao.svg"))))
    instance: instances.Instance | None = None
    with contextlib.suppress(DataFolderError):  # said once the window is there
        instance = instances.Instance(autosave_folder())
    session = report_session.ReportSession(clock, window)
    if window.settings.local is not None:
        session.set_local_rules(window.settings.local)
    draft = draft_file.DraftFile(session, clock, session, instance_id=instance.id if instance else "")
    autosave = autosaving.Autosave(session, draft, instance, clock, session)
    window.complete(session, draft, autosave)


def show_first(window: MainWindow) -> None:
    """Show the window and wait until its start page is painted."""
    window.show()
    patience = QDeadlineTimer(_PATIENCE_MS)
    while not (window.windowHandle().isExposed() or patience.hasExpired()):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, 20)
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def place_window(window: MainWindow, room: QRect) -> None:
    """Put the window where it was last time, else over the whole screen, of a large one nine tenths; never beyond it.

    Args:
        window: The window, not shown yet.
        room: What the screen has free.
    """
    is_known = window.restore_place()
    # A maximised window that never had another size is noted without one, and restored as small as it can be
    if not is_known or window.size().boundedTo(_LEAST) != _LEAST.boundedTo(room.size()):
        size = room.size() * _PART_OF_LARGE
        window.setGeometry(QRect(room.center() - QPoint(size.width() // 2, size.height() // 2), size))
        if room.width() <= _LARGE_SCREEN:
            window.setWindowState(window.windowState() | window.windowState().WindowMaximized)
    elif not room.contains(window.frameGeometry()):
        window.resize(window.size().boundedTo(room.size()))
        window.move(room.topLeft())


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, with a draft where one is named; return the exit code.

    A hidden option for building: ``--quit-on-show``; one for the last page of the setup: ``--self-check``.
    """
    given = list(sys.argv if arguments is None else ["nianbao", *arguments])
    app = make_application(given)
    window = first_window(datetime.now)
    place_window(window, window.screen().availableGeometry())
    is_opening = len(given) > 1 and not given[1].startswith("-")
    if is_opening:  # said with the first paint
        window.start.sign.begin()
    show_first(window)
    if is_opening:
        window.start.sign.hold()
    complete_window(window, datetime.now)
    # What was made so far stays until the end: the collector, which would look through all of it again and again and
    # have a keystroke wait for 12 ms, is to leave it alone
    gc.freeze()
    app.aboutToQuit.connect(window.autosave.stop)
    terminating.end_in_order(window.autosave, window)
    crash.CrashHandler(window.autosave, datetime.now, window).install()
    if given[1:2] == ["--quit-on-show"]:
        return _quit_on_show(window)

    def begin() -> None:
        try:
            _begin(window, given[1:])
        finally:
            if is_opening:
                window.start.sign.end()

    QTimer.singleShot(0, window, begin)  # once the window is there to be asked over
    return app.exec()


def _begin(window: MainWindow, given: Sequence[str]) -> None:
    """Offer what was not saved when the program ended badly, else open the draft that was named, else the start."""
    if window.settings.problems:
        note = problems_note.ProblemsNote(window.settings)
        window.start.add_note(note)
        note.refresh()
        window.say("导入的本地口径或版式文件不能使用，请在“设置”中查看。", 20_000)
    if window.recover():
        return
    if given[:1] == ["--self-check"]:
        window.commands.run("selftest")
    elif given:
        window.open_path(Path(given[0]))
        left = "、".join(f"“{Path(name).name}”" for name in given[1:])
        if left:
            window.say(f"一次只打开一个文件，没有打开{left}；请在打开这份报告以后再打开。", 0)
        return
    fonts = fonts_note.missing_fonts_note(window.settings)
    if fonts is not None:
        window.start.add_note(fonts)


def _quit_on_show(window: MainWindow) -> int:
    """Wait until the window is on the screen, print the memory taken so far in MB, and end: for timing the start."""
    app = QApplication.instance()
    handle = window.windowHandle()
    while app is not None and not handle.isExposed():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    if app is not None:
        app.processEvents()
    if sys.stdout is not None:
        sys.stdout.write(f"shown {_memory():.0f}\n")
        sys.stdout.flush()
    return 0


def _memory() -> float:
    """Return the resident memory in MB; 0 where the system does not tell it in /proc."""
    try:
        status = Path("/proc/self/status").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024
