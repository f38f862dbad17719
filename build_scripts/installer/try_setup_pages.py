"""Walks through the windows of the setup as a clerk does: try_setup_pages SETUP PICTURES SMALL-DRIVE.

Run by a Windows Python, under Wine or on a PC. The setup must refuse a Windows that is too old, silently by its exit
code and otherwise in words (Wine only: a PC cannot be given another version); then it installs by its buttons, asks
to close the running program before it installs again, and uninstalls. Every word shown must be Chinese. Needs nothing
but the standard library.
"""

import ctypes
import re
import struct
import subprocess
import sys
import time
import winreg
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import wintypes
from pathlib import Path

from build_scripts.installer import trial

assert sys.platform == "win32", "to be run by a Python for Windows"

NAME = "政府信息公开工作年度报告"
SYSTEM = "Software\\Microsoft\\Windows NT\\CurrentVersion"
TOO_OLD = {"1803": (10, 0, "17134"), "7": (6, 1, "7601")}
OLDEST = (10, 0, "17763")  # 1809
REFUSED = 3
NEXT, CANCEL, RETRY = 1, 2, 4
BM_CLICK, BM_GETCHECK, WM_GETTEXT, WM_CLOSE = 0xF5, 0xF0, 0x0D, 0x10
# "OK", "Retry" and "Cancel" are the system's buttons, Chinese on a Chinese Windows
FOREIGN = re.compile(r"[A-Za-z]{2,}")
ALLOWED = re.compile(
    r"^(OK|&?Retry|&?Cancel)$|[A-Z]:\\\S*|nianbao\S*|\w+\.dll|Windows|WPS|Excel|Word|xlsx|\d+(\.\d+)?\s*(KB|MB|GB)"
)
user32, gdi32 = ctypes.windll.user32, ctypes.windll.gdi32
user32.SendMessageTimeoutW.argtypes = [
    *(wintypes.HWND, wintypes.UINT, wintypes.WPARAM, ctypes.c_void_p, wintypes.UINT, wintypes.UINT, ctypes.c_void_p)
]
user32.GetDlgItem.restype = wintypes.HWND
for function in (user32.GetDC, gdi32.CreateCompatibleDC, gdi32.CreateCompatibleBitmap):
    function.restype = wintypes.HANDLE


def main(setup: str, pictures: str, small_drive: str) -> None:
    """Go through all steps; an assertion ends the trial."""
    if trial.exists(trial.UNINSTALL):  # of a trial that was broken off
        trial.uninstall(home())
    steps = Steps(Path(pictures))
    if hasattr(ctypes.windll.ntdll, "wine_get_version"):
        for name, version in TOO_OLD.items():
            with windows_version(version):
                steps.refusal(setup, name)
        with windows_version(OLDEST):
            steps.install(setup)
            trial.say("1809 版接受")
    else:
        steps.install(setup)
    steps.install_again(setup)
    steps.held(setup)
    steps.uninstall()
    if small_drive != "-":
        steps.full(setup, Path(f"{small_drive}\\试装"))
    print(trial.PASSED)


class Steps:
    """The steps, each with a picture of what it shows."""

    def __init__(self, pictures: Path) -> None:
        self._pictures = pictures

    def refusal(self, setup: str, name: str) -> None:
        """See that the setup refuses, silently and in words."""
        silent = subprocess.run([setup, "/S"], timeout=60, check=False).returncode
        assert silent == REFUSED, silent
        process = subprocess.Popen([setup])
        window = self._wait_for_window("需要 64 位的 Windows 10（1809 版或更新）")
        self._look(window, f"拒绝 Windows {name}")
        assert press(window, NEXT) or press(window, CANCEL)  # a box with one button gives it either number
        assert process.wait(60) == REFUSED, process.returncode
        assert not trial.exists(trial.UNINSTALL)
        trial.say(f"Windows {name}：静默和窗口都拒绝，退出码 {REFUSED}，没有安装")

    def install(self, setup: str) -> None:
        """Install by the buttons, into the folder that is proposed."""
        process = subprocess.Popen([setup])
        self._page("安装 1 欢迎", "只为当前用户安装，不需要管理员")
        self._page("安装 2 文件夹", "选择安装位置")
        self._finish("安装 3 完成", process, test="打开并自检")
        assert (home() / "nianbao.exe").is_file()
        window = self._wait_for_window("自检通过", patience=240)
        self._look(window, "安装 4 自检")
        while windows := own_windows():  # the result, then the program
            user32.PostMessageW(windows[0], WM_CLOSE, 0, 0)
            time.sleep(1)
        trial.say(f"按页安装到 {home()}")

    def install_again(self, setup: str) -> None:
        """Install once more while the program is open: it is asked to be closed, and nothing is replaced before."""
        program = subprocess.Popen([str(home() / "nianbao.exe")])
        opened = self._wait_for_window(NAME)
        process = self._to_the_files(setup)
        window = self._wait_for_window("请先保存草稿并关闭它")
        self._look(window, "升级 程序正在运行")
        user32.PostMessageW(opened, WM_CLOSE, 0, 0)
        assert program.wait(60) == 0, program.returncode
        press(window, RETRY)
        self._finish("升级 完成", process)
        trial.say("程序运行时请求关闭，关闭后装完")

    def held(self, setup: str) -> None:
        """Install while a library is held: cancelled, nothing is changed; tried again once it is free, all is done."""
        before = trial.tree(home())
        library = home() / "_internal" / "Qt6Gui.dll"
        with trial.held(library):
            process = self._to_the_files(setup)
            window = self._wait_for_window("正被其他程序")
            self._look(window, "升级 文件被占用")
            press(window, CANCEL)
            assert process.wait(60) == trial.IN_USE, process.returncode
        trial.expect_whole(home(), before)
        with trial.held(library):
            process = self._to_the_files(setup)
            window = self._wait_for_window("正被其他程序")
        press(window, RETRY)
        self._finish("升级 占用后完成", process)
        trial.expect_whole(home(), before)
        trial.say("文件被占用：取消则什么都不改，放开后重试则装完")

    def full(self, setup: str, top: Path) -> None:
        """Install again while somebody else fills the disk: the program stays as it was."""
        trial.install(setup, top)
        before = trial.tree(home())
        process = self._to_the_files(setup)
        trial.wait_until((home() / "_new").exists, "it does not unpack")
        with trial.filled(top):
            window = self._wait_for_window("写入文件")
            self._look(window, "升级 磁盘写满")
            assert press(window, NEXT) or press(window, CANCEL)
            window = self._wait_for_window("没有装上")
            self._look(window, "升级 没有装上")
            assert press(window, CANCEL)
            assert process.wait(60) == trial.NOT_WRITTEN, process.returncode
            trial.expect_whole(home(), before)
        trial.uninstall(home())
        trial.say("安装中磁盘写满：说没有装上，原来的程序完整")

    def _to_the_files(self, setup: str) -> "subprocess.Popen[bytes]":
        """Go on to where the files are written."""
        process = subprocess.Popen([setup])
        for words in ("只为当前用户安装，不需要管理员", "选择安装位置"):
            press(self._wait_for_window(words), NEXT)
        return process

    def _finish(self, name: str, process: "subprocess.Popen[bytes]", test: str = "") -> None:
        """Leave the last page, with nothing ticked or the box whose words are given."""
        window = self._wait_for_window("桌面和开始菜单中有", patience=120)
        self._look(window, name)
        tick(window, test or "立即打开", is_ticked=bool(test))
        press(window, NEXT)
        assert process.wait(60) == 0, process.returncode

    def _page(self, name: str, words: str) -> None:
        window = self._wait_for_window(words)
        self._look(window, name)
        press(window, NEXT)

    def uninstall(self) -> None:
        """Uninstall by the buttons; while a file is held, nothing is removed."""
        folder = home()
        before = trial.tree(folder)
        with trial.held(folder / "_internal" / "Qt6Gui.dll"):
            subprocess.Popen([str(folder / "uninstall.exe")])
            window = self._wait_for_window("您的草稿、报告和自动保存的内容都会保留")
            self._look(window, "卸载 1 确认")
            press(window, NEXT)
            window = self._wait_for_window("正被其他程序")
            self._look(window, "卸载 文件被占用")
            trial.expect_whole(folder, before)
        press(window, RETRY)
        window = self._wait_for_window("卸载完成", patience=60)
        self._look(window, "卸载 2 完成")
        press(window, NEXT)
        trial.wait_until(lambda: not folder.exists(), "the folder is still there")
        assert not trial.exists(trial.UNINSTALL)
        trial.say("按页卸载，没有残留")

    def _wait_for_window(self, words: str, patience: float = 40) -> int:
        """Return the window that shows some words."""
        for _ in range(int(patience * 4)):
            for window in own_windows():
                if words in " ".join(texts(window)):
                    time.sleep(0.7)  # until it is painted
                    return window
            time.sleep(0.25)
        raise AssertionError(f"no window says {words}; there are {[texts(w) for w in own_windows()]}")

    def _look(self, window: int, name: str) -> None:
        shown = [text for text in texts(window) if not text.startswith("\uffff")]  # the icon
        trial.say(f"{name}：{'｜'.join(shown)}")
        foreign = [text for text in shown if FOREIGN.search(ALLOWED.sub("", text))]
        assert not foreign, foreign
        (self._pictures / f"{name}.bmp").write_bytes(picture_of_screen())


def home() -> Path:
    """Return the folder into which the program was installed."""
    return Path(trial.value(trial.UNINSTALL, "InstallLocation"))


@contextmanager
def windows_version(version: tuple[int, int, str]) -> Iterator[None]:
    """Let programs that start now believe that they run on another version; Wine only."""
    names = ("CurrentMajorVersionNumber", "CurrentMinorVersionNumber", "CurrentBuildNumber")
    access = winreg.KEY_READ | winreg.KEY_WRITE
    with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, SYSTEM, access=access) as key:
        former = [winreg.QueryValueEx(key, name) for name in names]
        try:
            for name, value, (_, kind) in zip(names, version, former, strict=True):
                winreg.SetValueEx(key, name, 0, kind, value)
            yield
        finally:
            for name, (value, kind) in zip(names, former, strict=True):
                winreg.SetValueEx(key, name, 0, kind, value)


# ---------------------------------------------------------------- windows of other programs


def own_windows() -> list[int]:
    """Return the visible windows of the setup."""
    return [w for w in children(None) if NAME in text_of(w)]


def texts(window: int) -> list[str]:
    """Return all words that a window shows, its title first."""
    return [text for part in [window, *children(window)] if (text := " ".join(text_of(part).split()))]


def children(window: int | None) -> list[int]:
    """Return the visible windows inside a window, or on the screen."""
    found: list[int] = []

    @ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)
    def note(part: int, _data: int) -> bool:
        if user32.IsWindowVisible(part):
            found.append(part)
        return True

    if window is None:
        user32.EnumWindows(note, 0)
    else:
        user32.EnumChildWindows(window, note, 0)
    return found


def text_of(window: int) -> str:
    """Return the words of one control, of another process too; "" where it does not answer."""
    room = ctypes.create_unicode_buffer(2000)
    user32.SendMessageTimeoutW(window, WM_GETTEXT, len(room), ctypes.addressof(room), 2, 1000, None)
    return room.value


def press(window: int, control: int) -> bool:
    """Press a button by its number; tell whether there is one."""
    button = user32.GetDlgItem(window, control)
    if button:
        user32.PostMessageW(button, BM_CLICK, 0, 0)
    return bool(button)


def tick(window: int, words: str, *, is_ticked: bool) -> None:
    """Put the tick into a box or take it off by a click."""
    box = next(part for part in children(window) if words in text_of(part))
    user32.PostMessageW(box, BM_CLICK, 0, 0)
    trial.wait_until(lambda: user32.SendMessageW(box, BM_GETCHECK, 0, 0) == int(is_ticked), f"{words}: no tick change")


def picture_of_screen() -> bytes:
    """Return what is on the screen as a .bmp."""
    width, height = user32.GetSystemMetrics(0), user32.GetSystemMetrics(1)
    screen = wintypes.HANDLE(user32.GetDC(None))
    memory = wintypes.HANDLE(gdi32.CreateCompatibleDC(screen))
    bitmap = wintypes.HANDLE(gdi32.CreateCompatibleBitmap(screen, width, height))
    gdi32.SelectObject(memory, bitmap)
    gdi32.BitBlt(memory, 0, 0, width, height, screen, 0, 0, 0x00CC0020)  # SRCCOPY
    header = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 32, 0, width * height * 4, 0, 0, 0, 0)
    dots = ctypes.create_string_buffer(width * height * 4)
    gdi32.GetDIBits(memory, bitmap, 0, height, dots, ctypes.create_string_buffer(header), 0)
    return struct.pack("<2sIHHI", b"BM", 54 + len(dots), 0, 0, 54) + header + dots.raw[: width * height * 4]


if __name__ == "__main__":
    main(*sys.argv[1:])
