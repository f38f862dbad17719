"""What the trials share that a Windows Python runs, under Wine or on a PC; needs nothing but the standard library."""

import ctypes
import hashlib
import shutil
import subprocess
import sys
import tempfile
import time
import winreg
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import wintypes
from pathlib import Path

assert sys.platform == "win32", "to be run by a Python for Windows"

UNINSTALL = "Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\nianbao"
IN_USE, NOT_WRITTEN, NO_ROOM, NEWER = 4, 5, 6, 7  # exit codes of the setup
SAID = Path(tempfile.gettempdir()) / "nianbao-setup.txt"  # where a silent setup says why it does not install
UNFINISHED = ("_new", "_old")  # what a setup has beside the program until it is done
PASSED = "1 passed, 0 failed"
ROOM_LEFT = 20_000_000  # less than the program takes
Tree = dict[str, str]
"""Names of the files of a program, and their SHA-256."""
kernel32 = ctypes.windll.kernel32
kernel32.CreateFileW.restype = wintypes.HANDLE


def silently(setup: str, folder: Path) -> str:
    """Return the command that installs below a folder without a window; /D= must be the last and unquoted."""
    return f'"{setup}" /S /D={folder}'


def install(setup: str, folder: Path) -> None:
    """Install below a folder, silently, also over a newer version."""
    if exists(UNINSTALL):
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, UNINSTALL, access=winreg.KEY_SET_VALUE) as opened:
            winreg.SetValueEx(opened, "DisplayVersion", 0, winreg.REG_SZ, "0")
    code = subprocess.run(silently(setup, folder), check=False).returncode
    assert code == 0, code


def uninstall(home: Path) -> None:
    """Uninstall silently what lies in a folder."""
    subprocess.run(f'"{home}\\uninstall.exe" /S', check=False)  # ends at once and goes on as a copy
    wait_until(lambda: not (home / "uninstall.exe").exists() and not exists(UNINSTALL), "it is not uninstalled")


def exists(key: str) -> bool:
    """Tell whether a key of the user's registry exists."""
    try:
        winreg.OpenKey(winreg.HKEY_CURRENT_USER, key).Close()
    except OSError:
        return False
    return True


def value(key: str, name: str) -> str:
    """Return a value of the user's registry."""
    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
        return str(winreg.QueryValueEx(opened, name)[0])


def tree(folder: Path) -> Tree:
    """Return the files of the program in a folder, without what an unfinished setup has beside it."""
    files = (path for path in folder.rglob("*") if path.is_file())
    names = {path.relative_to(folder).as_posix(): path for path in files}
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for name, path in names.items()
        if name.split("/", 1)[0] not in UNFINISHED
    }


def expect_whole(folder: Path, wanted: Tree) -> None:
    """Fail unless a folder holds exactly the files of a program."""
    found = tree(folder)
    differ = {name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name)}
    assert not differ, sorted(differ)[:10]
    left = [name for name in UNFINISHED if (folder / name).exists()]
    assert not left, left


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a file: others may read it, but neither write nor delete nor rename it."""
    read, share_read, existing, invalid = 0x80000000, 1, 3, wintypes.HANDLE(-1).value
    for _ in range(1000):
        handle = kernel32.CreateFileW(str(path), read, share_read, None, existing, 0, None)
        if handle != invalid:
            break
        time.sleep(0.01)  # somebody is still writing it
    assert handle != invalid, path
    try:
        yield
    finally:
        kernel32.CloseHandle(wintypes.HANDLE(handle))


@contextmanager
def filled(folder: Path, left: int = ROOM_LEFT) -> Iterator[None]:
    """Fill the drive of a folder but for some bytes."""
    path = folder / "filler"
    try:
        with path.open("wb", buffering=0) as stream:
            while (free := shutil.disk_usage(folder).free - left) > 0:
                try:
                    stream.write(b"\0" * min(free, 1_000_000))
                except OSError:  # somebody else took the rest
                    break
        yield
    finally:
        path.unlink()


def wait_until(is_so: Callable[[], bool], otherwise: str) -> None:
    """Wait until something is so, for a minute at most."""
    for _ in range(3000):
        if is_so():
            return
        time.sleep(0.02)
    raise AssertionError(otherwise)


def say(text: str) -> None:
    """Print a line at once."""
    print(text, flush=True)
