"""A program that cannot start says so in Chinese, writes its log and ends with a code, whatever is missing."""

import ctypes
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from core.base.errors import DataFolderError
from gui import start

NO_QT = "sys.modules['PySide6.QtWidgets'] = None"
NO_PROGRAM = "sys.modules['core.base.resources'] = sys.modules['core.base.crash_log'] = None"
NO_WINDOW = """
import gui.app
def first_window(clock):
    raise PermissionError(13, "refused")
gui.app.first_window = first_window
"""
NO_ERRORS_OUT = NO_WINDOW + "sys.stderr = None"


def run(prepare: str, home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    script = f"import sys\n{prepare}\nfrom gui.start import main\nsys.exit(main(['--quit-on-show']))"
    return subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "NIANBAO_HOME": str(home), "DISPLAY": "", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("prepare", "platform", "sentence", "logged"),
    [
        (NO_QT, "offscreen", "程序文件不完整，或系统缺少它需要的部件。请重新安装", "ModuleNotFoundError"),
        (NO_PROGRAM, "offscreen", "程序文件不完整，或系统缺少它需要的部件。请重新安装", ""),
        ("", "nosuchplatform", "程序文件不完整，或系统缺少它需要的部件。请重新安装", "platform plugin"),
        (NO_WINDOW, "offscreen", "程序没有能启动。请重新启动电脑", "PermissionError"),
        (NO_ERRORS_OUT, "offscreen", "", "PermissionError"),
    ],
)
def test_what_stops_the_start_is_said_and_logged(
    prepare: str, platform: str, sentence: str, logged: str, tmp_path: Path
) -> None:
    done = run(prepare, tmp_path, QT_QPA_PLATFORM=platform)
    assert done.returncode == start.FAILED
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    log = tmp_path / "logs" / "nianbao.log"
    assert (logged in log.read_text(encoding="utf-8")) if logged else not log.exists()
    assert not logged or not sentence or str(log) in done.stderr


def test_it_is_said_also_where_no_log_can_be_written(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_bytes(b"")
    done = run(NO_WINDOW, home)
    assert done.returncode == start.FAILED
    assert done.stderr.strip().endswith("草稿文件没有改动。")


def test_it_is_said_by_the_desktop_where_qt_cannot(tmp_path: Path) -> None:
    said = tmp_path / "said.txt"
    zenity = tmp_path / "zenity"
    zenity.write_text(f'#!/bin/sh\necho "$@" "libraries=$LD_LIBRARY_PATH" > {said}\n', encoding="utf-8")
    zenity.chmod(0o755)
    done = run(
        NO_QT,
        tmp_path / "home",
        PATH=f"{tmp_path}:{os.environ['PATH']}",
        DISPLAY=":77",
        LD_LIBRARY_PATH="/bundle",
        LD_LIBRARY_PATH_ORIG="/system",
    )
    assert done.returncode == start.FAILED
    assert "程序没有能启动" in said.read_text(encoding="utf-8")
    assert said.read_text(encoding="utf-8").endswith("libraries=/system\n")


def raised(error: Exception) -> None:
    start.tell(type(error), error, None)


def test_it_is_said_in_a_box_where_windows_can_be_seen(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(start, "_UNSEEN", set())
    monkeypatch.setattr(QMessageBox, "critical", lambda _parent, _title, text: said.append(text))
    raised(DataFolderError(Path("数据")))
    assert DataFolderError(Path("数据")).summary in said[0]


def test_windows_says_it_without_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    user = SimpleNamespace(MessageBoxW=lambda _owner, text, _title, _kind: said.append(text))
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user), raising=False)
    assert start._say_by_windows("程序没有能启动。")
    assert said == ["程序没有能启动。"]


def test_the_hook_never_raises_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> bool:
        raise RuntimeError

    for name in ("_say_on_stderr", "_say_by_qt", "_say_by_windows", "_say_by_desktop"):
        monkeypatch.setattr(start, name, fail)
    monkeypatch.setattr("core.base.crash_log.write_log", fail)
    raised(ValueError("x"))
