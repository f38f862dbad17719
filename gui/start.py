"""Starts the wizard so that whatever goes wrong before its window is there is said in Chinese and logged.

No Qt and nothing of the program is imported before the hook is there: a library that is missing is met by it, too.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import TracebackType

FAILED = 3
"""Exit code where the program could not start."""
_WRONG_CALL = 2

_TITLE = "政府信息公开工作年度报告"
_BROKEN = "程序没有能启动：程序文件不完整，或系统缺少它需要的部件。请重新安装本程序；仍不能启动的，请联系技术支持。"
_FAILED = "程序没有能启动。请重新启动电脑后再试一次；仍不能启动的，请联系技术支持。草稿文件没有改动。"
_USAGE = """用法：nianbao [草稿.xlsx]
　　　nianbao --selftest 空文件夹

打开年度报告的窗口；写了草稿的，同时打开它。
--selftest 空文件夹：不打开窗口，自己检查一遍，结果写在该文件夹的“自检结果.txt”；通过时退出码为 0。
--version：显示名称和版本。
--help：显示本说明。
校核、生成等命令行：nianbao-cli --help
"""
_NO_OPTION = "没有“{name}”这个选项，请用 nianbao --help 查看用法。\n"
_OPTIONS = {"--selftest", "--self-check", "--quit-on-show"}
_IN_LATIN = "nianbao: it could not start. An administrator has to install it again, or look into its log."
_NO_SCREEN = "could not connect to display"
"""What Qt says, before it ends the program, where the screen that DISPLAY names is not there."""
_ABOUT_NO_SCREEN = (_NO_SCREEN, "From 6.5.0, xcb-cursor0", "Could not load the Qt platform plugin")
"""All that it says then; of this the clerk is told in Chinese instead."""
_UNSEEN = {"offscreen", "minimal", "vnc"}


class NoScreenError(ImportError):
    """The screen that DISPLAY names cannot be reached; nothing is wrong with the program's files."""

    advice = "请登录到图形桌面，从开始菜单打开；在终端或远程登录中请用 nianbao-cli。"

    @property
    def summary(self) -> str:
        """Return what is said of it."""
        return f"程序没有能启动：连不上图形桌面（DISPLAY={os.environ.get('DISPLAY', '')}）。"


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, or say how the program is called.

    ``--quit-on-show`` and ``--self-check`` are for building and support, and not in ``--help``.

    Returns:
        The exit code: `FAILED` where the program could not start, 2 for an option that there is not.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given and given[0].startswith("-") and given[0] not in _OPTIONS:
        return _answer(given[0])
    sys.excepthook = tell
    try:
        from PySide6.QtCore import QtMsgType, qInstallMessageHandler

        from gui.app import main as open_window  # deferred, all: its libraries may be missing

        heard: list[str] = []

        def meet_qt(kind: QtMsgType, _context: object, message: str) -> None:
            """Take over before Qt ends the program, as it does where it cannot show windows."""
            if kind is QtMsgType.QtFatalMsg:
                error = NoScreenError("\n".join([*heard, message])) if heard else ImportError(message)
                say(_sentence(type(error), error, None), is_qt_alive=False)
                os._exit(FAILED)
            if message.startswith(_NO_SCREEN) or (heard and message.startswith(_ABOUT_NO_SCREEN)):
                heard.append(message)
            else:
                _say_on_stderr(message)

        qInstallMessageHandler(meet_qt)
        if given[:1] == ["--selftest"]:
            from gui.selftest import run_selftest

            return run_selftest(given)
        return open_window(given)
    except Exception as error:  # noqa: BLE001 - the frozen program would show its own English box
        tell(type(error), error, error.__traceback__)
        return FAILED


def _answer(option: str) -> int:
    """Say how the program is called, or that there is no such option, where there is a stream; return the exit code."""
    answer = _words_asked_for(option)
    stream = sys.stdout if answer else sys.stderr
    if stream is not None:
        stream.buffer.write((answer or _NO_OPTION.format(name=option)).encode(errors="replace"))
        stream.flush()
    return 0 if answer else _WRONG_CALL


def _words_asked_for(option: str) -> str:
    """Return what is answered to an option that asks for words; "" for any other."""
    if option in {"--help", "-h"}:
        return _USAGE
    if option == "--version":
        from core.base.build import version  # deferred, as all of the program

        return f"{_TITLE} {version()}\n"
    return ""


def tell(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    """Log what could not be done and say so in whatever way there is; never raises.

    Until the window has its own handler this is Python's hook for what nobody has caught.
    """
    if not issubclass(kind, Exception):
        sys.__excepthook__(kind, error or kind(), trace)
        return
    say(_sentence(kind, error, trace))


def say(text: str, *, is_qt_alive: bool = True) -> None:
    """Say something, without Qt if need be; never raises."""
    by_qt = (_say_by_qt,) if is_qt_alive else ()
    for way in (_say_on_stderr, *by_qt, _say_by_windows, _say_by_desktop):
        try:
            if way(text):
                return
        except Exception:  # noqa: BLE001 - the next way may work
            continue


def _sentence(kind: type[Exception], error: BaseException | None, trace: TracebackType | None) -> str:
    """Log an error; return what to say about it."""
    log = _logged(kind, error, trace)
    said = _broken_installation(error) or error
    summary, advice = getattr(said, "summary", ""), getattr(said, "advice", "")
    text = f"{summary}{advice}" or (f"{_BROKEN}{_lacking(error)}" if issubclass(kind, ImportError) else _FAILED)
    return f"{text}\n\n错误已记入日志：{log}" if log else text


def _broken_installation(error: BaseException | None) -> Exception | None:
    """Return what to say where a file that comes with the program is missing."""
    with contextlib.suppress(Exception):  # what says it may be missing, too
        from core.base.resources import broken_installation

        return broken_installation(error)
    return None


def _lacking(error: BaseException | None) -> str:
    """Return which library or module cannot be loaded, for who looks for it; "" where that is not told."""
    found = re.search(r"[\w.+-]+\.(?:so|dll|pyd)\b[.\d]*", str(error))
    name = found[0].rstrip(".") if found else getattr(error, "name", None)
    return f"\n缺少或不能使用的是：{name}" if name else ""


def _logged(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> Path | None:
    try:
        from datetime import datetime

        from core.base.crash_log import describe, write_log  # deferred: the program's own files may be missing

        return write_log("启动时出错：\n" + describe(kind, error, trace), datetime.now())
    except Exception:  # noqa: BLE001 - the clerk is told all the same
        return None


def _say_on_stderr(text: str) -> bool:
    """Write it where support looks; never enough for a clerk."""
    if sys.stderr is not None:
        sys.stderr.buffer.write(f"{text}\n".encode(errors="replace"))
        sys.stderr.flush()
    return False


def _say_by_qt(text: str) -> bool:
    widgets = sys.modules.get("PySide6.QtWidgets")
    app = widgets.QApplication.instance() if widgets else None
    if widgets is None or app is None or app.platformName() in _UNSEEN:
        return False
    widgets.QMessageBox.critical(None, _TITLE, text)
    return True


def _say_by_windows(text: str) -> bool:
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, text, _TITLE, 0x10)  # the sign for an error, and 确定
        return True
    return False


def _say_by_desktop(text: str) -> bool:
    """Say it by what Linux desktops have for scripts."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    import shutil
    import subprocess

    environment = dict(os.environ)
    with contextlib.suppress(ImportError):  # a file of the program may be what is missing
        from core.base.session_environment import give_back

        give_back(environment)
    for command in (
        ["zenity", "--error", "--no-markup", f"--title={_TITLE}", f"--text={text}"],
        ["kdialog", "--title", _TITLE, "--error", text],
    ):
        if shutil.which(command[0]):
            subprocess.run(command, env=environment, check=False)
            return True
    if shutil.which("xmessage"):  # it shows Latin letters alone; nothing waits for it
        silent = subprocess.DEVNULL
        command = ["xmessage", "-center", "-timeout", "60", _IN_LATIN]
        subprocess.Popen(command, env=environment, stdin=silent, stdout=silent, stderr=silent)
        return True
    return False
