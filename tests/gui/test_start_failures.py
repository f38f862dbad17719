"""A program that cannot start says so in Chinese, writes its log and ends with a code, whatever is missing."""

import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from core import NAME, __version__
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


def run(
    prepare: str, home: Path, *, arguments: Sequence[str] = ("--quit-on-show",), **environment: str
) -> subprocess.CompletedProcess[str]:
    script = f"import sys\n{prepare}\nfrom gui.start import main\nsys.exit(main({list(arguments)}))"
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


def test_a_shipped_file_that_is_missing_is_named(tmp_path: Path) -> None:
    name = "form/2021/t3.toml"
    code = "import gui.app\nfrom core.base.resources import resource_path\n"
    code += f"gui.app.first_window = lambda clock: (resource_path() / '{name}.missing').read_text()"
    done = run(code, tmp_path)
    assert done.returncode == start.FAILED
    assert f"程序文件不完整：“{name}.missing”缺少或内容不全。" in done.stderr
    assert "重新安装" in done.stderr


def test_a_shipped_file_that_nobody_would_miss_is_named(tmp_path: Path) -> None:
    code = "import core.base.resources as r\nr.beside_resources = lambda _: '5 form/2021/rules_没有.toml\\n'"
    done = run(code, tmp_path)
    assert done.returncode == start.FAILED
    assert "程序文件不完整：“form/2021/rules_没有.toml”缺少或内容不全。" in done.stderr
    done = run(code, tmp_path, arguments=("--selftest", str(tmp_path / "自检")))
    assert done.returncode == 1
    assert "失败  打开窗口\n程序文件不完整：“form/2021/rules_没有.toml”缺少或内容不全。它可能被" in done.stdout


def test_a_library_that_is_missing_is_named(tmp_path: Path) -> None:
    code = "import gui.app\ndef fail(clock):\n    raise ImportError("
    code += "'libQt6Gui.so.6: cannot open shared object file: No such file or directory')\ngui.app.first_window = fail"
    assert "\n缺少或不能使用的是：libQt6Gui.so.6\n" in run(code, tmp_path).stderr


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


@pytest.mark.skipif(sys.platform == "win32", reason="the desktops of Linux")
def test_a_desktop_that_can_show_no_chinese_is_not_given_any_nor_waited_for(tmp_path: Path) -> None:
    said = tmp_path / "said.txt"
    script(tmp_path / "xmessage", f'echo "$@" > {said}.new; mv {said}.new {said}; exec /bin/sleep 30')
    begun = time.monotonic()
    assert run(NO_QT, tmp_path / "home", PATH=str(tmp_path), DISPLAY=":77").returncode == start.FAILED
    wait_for(said)
    assert time.monotonic() - begun < 20
    assert "it could not start" in said.read_text(encoding="ascii")


def script(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def wait_for(path: Path) -> None:
    latest = time.monotonic() + 10
    while not path.exists() and time.monotonic() < latest:
        time.sleep(0.05)


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


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_the_usage_is_said_without_a_window(option: str, tmp_path: Path) -> None:
    done = run(NO_QT, tmp_path, arguments=[option], LC_ALL="C")  # needs no library of Qt
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("用法：nianbao [草稿.xlsx]\n")
    assert "--selftest 空文件夹" in done.stdout


def test_the_version_is_said_without_a_window(tmp_path: Path) -> None:
    done = run(NO_QT, tmp_path, arguments=["--version"])
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{NAME} {__version__}\n"


@pytest.mark.parametrize("option", ["--version-of-what", "-x"])
def test_an_option_that_there_is_not_is_refused_in_a_sentence(option: str, tmp_path: Path) -> None:
    done = run(NO_QT, tmp_path, arguments=[option, "草稿.xlsx"])
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"没有“{option}”这个选项，请用 nianbao --help 查看用法。\n"


def test_windows_gives_a_program_without_a_console_no_output(tmp_path: Path) -> None:
    assert run("sys.stdout = sys.stderr = None", tmp_path, arguments=["--help"]).returncode == 0
    assert run("sys.stdout = sys.stderr = None", tmp_path, arguments=["-x"]).returncode == 2


@pytest.mark.skipif(sys.platform == "win32", reason="the screens of Linux")
def test_a_screen_that_cannot_be_reached_is_said_to_be_the_cause(tmp_path: Path) -> None:
    done = run("", tmp_path, QT_QPA_PLATFORM="xcb", DISPLAY=":799")
    assert done.returncode == start.FAILED
    assert "连不上图形桌面（DISPLAY=:799）。请登录到图形桌面" in done.stderr
    assert "重新安装" not in done.stderr
    assert done.stderr.startswith("程序没有能启动：连不上")  # without Qt's own lines, which the log has
    assert "could not connect to display :799" in (tmp_path / "logs" / "nianbao.log").read_text(encoding="utf-8")
