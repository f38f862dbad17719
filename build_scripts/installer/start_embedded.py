"""Starts the embedded edition for Windows, or offers it for .xlsx: start_embedded [DRAFT | --register | --unregister].

The program that runs is Python's own, so it has to be told under which name and icon it appears in the task bar and in
打开方式. What opens .xlsx by double click stays as it is.
"""

import contextlib
import ctypes
import sys
import winreg
from pathlib import Path

import core
from gui.start import main as open_window

assert sys.platform == "win32", "the edition is for Windows"

_APP_ID = "cn.nianbao.annualreport"
_KIND = r"Software\Classes\nianbao.embedded"
_OFFERED = r"Software\Classes\.xlsx\OpenWithProgids"
_HOME = Path(sys.executable).parent.parent


def main(arguments: list[str]) -> int:
    """Open the window, or write to the registry of the user; return the exit code."""
    if arguments == ["--register"]:
        register()
        print(f"已加入：在 .xlsx 文件上点右键，“打开方式”里有“{core.NAME}”。移动或删除本文件夹前，请先移出。")
        return 0
    if arguments == ["--unregister"]:
        unregister()
        print("已移出“打开方式”，可以移动或删除本文件夹了。")
        return 0
    ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(_APP_ID)
    return open_window(arguments)


def register() -> None:
    """Offer the edition for .xlsx under its own name and icon."""
    python = _HOME / "python" / "pythonw.exe"
    values = {
        _KIND: {"": f"{core.NAME}草稿"},
        rf"{_KIND}\Application": {
            "ApplicationName": core.NAME,
            "ApplicationIcon": rf"{_HOME}\app\icon.ico",
            "AppUserModelID": _APP_ID,
        },
        rf"{_KIND}\DefaultIcon": {"": rf"{_HOME}\app\icon.ico"},
        rf"{_KIND}\shell\open\command": {"": f'"{python}" -m start_embedded "%1"'},
    }
    for key, named in values.items():
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
            for name, text in named.items():
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, text)
    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _OFFERED) as opened:
        winreg.SetValueEx(opened, "nianbao.embedded", 0, winreg.REG_NONE, b"")


def unregister() -> None:
    """Take back what register wrote; what is not there is no fault."""
    for key in (r"\shell\open\command", r"\shell\open", r"\shell", r"\DefaultIcon", r"\Application", ""):
        with contextlib.suppress(FileNotFoundError):
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, f"{_KIND}{key}")
    with (
        contextlib.suppress(FileNotFoundError),
        winreg.OpenKey(winreg.HKEY_CURRENT_USER, _OFFERED, access=winreg.KEY_SET_VALUE) as opened,
    ):
        winreg.DeleteValue(opened, "nianbao.embedded")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
