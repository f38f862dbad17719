"""The start script of the Linux package: what it tells the program, and what it says where the program cannot start."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from build_scripts.installer.linux_package import START
from core.base.session_environment import give_back


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script of Linux")
@pytest.mark.parametrize(("given", "wanted"), [("fcitx5", "fcitx"), ("fcitx", "fcitx"), ("ibus", "ibus")])
def test_the_start_script_picks_the_input_method_and_forces_xcb(tmp_path: Path, given: str, wanted: str) -> None:
    surroundings = {"QT_IM_MODULE": given, "QT_QPA_PLATFORM": "dxcb;xcb", "QT_PLUGIN_PATH": "/usr/lib/qt5/plugins"}
    done = started(portable(tmp_path), "草稿 一.xlsx", DISPLAY=":0", **surroundings)
    assert done.stdout == f"{wanted},xcb,,草稿 一.xlsx\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script of Linux")
@pytest.mark.parametrize(
    ("given", "wanted"),
    [({}, "offscreen"), ({"QT_QPA_PLATFORM": "dxcb;xcb"}, "offscreen"), ({"QT_QPA_PLATFORM": "xcb"}, "xcb")],
)
def test_the_self_test_opens_no_window_unless_one_is_asked_for(
    tmp_path: Path, given: dict[str, str], wanted: str
) -> None:
    script = portable(tmp_path)
    assert started(script, "--selftest", "自检", DISPLAY=":0", **given).stdout == f",{wanted},,--selftest\n"
    if wanted == "offscreen":
        assert started(script, "--selftest", "自检", **given).returncode == 0
        assert started(script, "--help", **given).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script of Linux")
@pytest.mark.parametrize("option", ["--quit-on-show", "--self-check"])
def test_options_that_show_the_window_need_a_screen(tmp_path: Path, option: str) -> None:
    script = portable(tmp_path)
    assert started(script, option, DISPLAY=":0").stdout == f",xcb,,{option}\n"
    assert started(script, option).returncode == 3


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script of Linux")
def test_the_program_is_told_what_the_session_had_set(tmp_path: Path) -> None:
    script = portable(tmp_path)
    (tmp_path / "nianbao").write_text("#!/bin/sh\nenv\n", encoding="utf-8")
    session = {"QT_QPA_PLATFORM": "dxcb;xcb", "LD_LIBRARY_PATH": "/usr/lib/a b'c", "QT_STYLE_OVERRIDE": ""}
    done = started(script, "草稿.xlsx", DISPLAY=":0", NIANBAO_SESSION_QT_IM_MODULE="old", **session)
    environment = dict(line.split("=", 1) for line in done.stdout.splitlines() if "=" in line)
    assert "LD_LIBRARY_PATH" not in environment
    give_back(environment)
    assert {
        name: value for name, value in environment.items() if name.startswith(("QT_", "LD_", "NIANBAO_"))
    } == session


LOCALE = """
[ "$1" = charmap ] || exec printf 'C.utf8\\nzh_CN.utf8\\n'
case "${LC_ALL:-${LC_CTYPE:-$LANG}}" in
  C.UTF-8 | zh_CN.UTF-8 | zh_CN.utf8) echo UTF-8 ;;
  *) echo ANSI_X3.4-1968 ;;
esac
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script of Linux")
@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({"LC_ALL": "zh_CN.GB18030"}, {"LANG": "zh_CN.GB18030", "LC_CTYPE": "zh_CN.UTF-8"}),
        ({"LANG": "zh_CN.GBK"}, {"LANG": "zh_CN.GBK", "LC_CTYPE": "zh_CN.UTF-8"}),
        ({"LANG": "zh_HK.BIG5"}, {"LANG": "zh_HK.BIG5", "LC_CTYPE": "C.UTF-8"}),  # no such UTF-8 locale here
        ({"LC_ALL": "C"}, {"LANG": "C", "LC_CTYPE": "C.UTF-8"}),
        ({}, {"LC_CTYPE": "C.UTF-8"}),
        ({"LANG": "zh_CN.UTF-8"}, {"LANG": "zh_CN.UTF-8"}),
        ({"LANG": "zh_TW.UTF-8"}, {"LANG": "zh_TW.UTF-8", "LC_CTYPE": "C.UTF-8"}),  # not installed
        ({"LANG": "zh_CN.GBK", "LC_ALL": "zh_CN.utf8"}, {"LANG": "zh_CN.GBK", "LC_ALL": "zh_CN.utf8"}),
    ],
)
@pytest.mark.parametrize("command", ["nianbao", "nianbao-cli"])
def test_file_names_are_utf_8_and_the_language_stays(
    tmp_path: Path, command: str, given: dict[str, str], wanted: dict[str, str]
) -> None:
    portable(tmp_path)
    (tmp_path / command).write_text("#!/bin/sh\nenv\n", encoding="utf-8")
    (tmp_path / "bin").mkdir()
    script(tmp_path / "bin" / "locale", LOCALE)
    (tmp_path / "bin" / command).symlink_to(tmp_path / "start.sh")
    done = started(tmp_path / "bin" / command, DISPLAY=":0", PATH=f"{tmp_path}/bin:{os.environ['PATH']}", **given)
    environment = dict(line.split("=", 1) for line in done.stdout.splitlines())
    assert {name: value for name, value in environment.items() if name.startswith(("LC_", "LANG"))} == wanted


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script of Linux")
@pytest.mark.parametrize(("fonts", "is_said"), [("", True), ("文泉驿微米黑", False)])
def test_a_pc_without_a_chinese_font_is_told_in_words_that_it_can_show(
    tmp_path: Path, fonts: str, is_said: bool
) -> None:
    start = portable(tmp_path)
    script(tmp_path / "fc-list", f'[ "$1" != :lang=zh-cn ] || printf "{fonts}"')
    path = f"{tmp_path}:{os.environ['PATH']}"
    done = started(start, DISPLAY=":0", PATH=path)
    assert (done.returncode, "没有中文字体" in done.stderr) == (0, is_said)
    assert ("No Chinese font: " in done.stderr) == is_said
    assert "中文字体" not in started(start, "--help", DISPLAY=":0", PATH=path).stderr


def script(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def portable(folder: Path) -> Path:
    """Lay a program of a few files into a folder; return its start script."""
    (folder / "_internal").mkdir()
    for name in ("libpython3.11.so.1.0", "base_library.zip", "nianbao.pyz"):
        (folder / "_internal" / name).touch()
    for name in ("nianbao", "nianbao-cli"):
        program = folder / name
        program.write_text('#!/bin/sh\necho "$QT_IM_MODULE,$QT_QPA_PLATFORM,$QT_PLUGIN_PATH,$1"\n', encoding="utf-8")
        program.chmod(0o755)
    return Path(shutil.copy(START, folder / "start.sh"))


def started(script: Path, *arguments: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], **surroundings}
    return subprocess.run([script, *arguments], env=environment, capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script of Linux")
@pytest.mark.parametrize(
    "name", ["nianbao", "_internal/libpython3.11.so.1.0", "_internal/base_library.zip", "_internal/nianbao.pyz"]
)
def test_a_file_that_a_scanner_took_away_is_named_in_chinese_and_in_a_window(tmp_path: Path, name: str) -> None:
    script = portable(tmp_path)
    (tmp_path / name).unlink()
    windows = tmp_path / "windows"
    windows.mkdir()
    zenity = windows / "zenity"
    zenity.write_text(f'#!/bin/sh\necho "$4" > "{tmp_path}/shown"\n', encoding="utf-8")
    zenity.chmod(0o755)
    done = started(script, DISPLAY=":0", PATH=f"{windows}:{os.environ['PATH']}")
    shown = (tmp_path / "shown").read_text(encoding="utf-8")
    assert (done.returncode, shown) == (3, f"--text={done.stderr}")
    assert "缺少程序文件" in done.stderr
    assert "隔离区" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script of Linux")
def test_a_desktop_that_can_show_no_chinese_is_told_in_english_and_not_waited_for(tmp_path: Path) -> None:
    start = portable(tmp_path)
    (tmp_path / "nianbao").unlink()
    (tmp_path / "bin").mkdir()
    for name in ("dirname", "readlink", "basename", "locale", "grep"):
        (tmp_path / "bin" / name).symlink_to(shutil.which(name) or name)
    said = tmp_path / "said"
    script(tmp_path / "bin" / "xmessage", f'echo "$@" > {said}.new; /bin/mv {said}.new {said}; exec /bin/sleep 30')
    begun = time.monotonic()
    done = started(start, DISPLAY=":0", PATH=f"{tmp_path}/bin")
    assert (done.returncode, "缺少程序文件" in done.stderr) == (3, True)
    while not said.exists() and time.monotonic() - begun < 20:
        time.sleep(0.05)
    assert time.monotonic() - begun < 20
    assert "it could not start" in said.read_text(encoding="ascii")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script of Linux")
def test_the_look_for_fonts_leaves_no_dead_process_to_the_program(tmp_path: Path) -> None:
    start = portable(tmp_path)
    script(tmp_path / "fc-list", "echo 文泉驿微米黑")
    ask = "import os\ntry: print(os.waitpid(-1, 0))\nexcept ChildProcessError: print('no child')"
    script(tmp_path / "nianbao", f'exec {sys.executable} -c "{ask}"')
    done = started(start, DISPLAY=":0", PATH=f"{tmp_path}:{os.environ['PATH']}")
    assert done.stdout == "no child\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script of Linux")
def test_a_missing_program_of_the_command_line_and_a_missing_desktop_are_said(tmp_path: Path) -> None:
    script = portable(tmp_path)
    bare = started(script)
    assert (bare.returncode, "没有图形桌面" in bare.stderr) == (3, True)
    assert started(script, QT_QPA_PLATFORM="offscreen").returncode == 0
    command = tmp_path / "other-cli"
    command.symlink_to(script)
    assert started(command, "check").returncode == 0
    (tmp_path / "nianbao-cli").unlink()
    missing = started(command, "check")
    assert (missing.returncode, "“nianbao-cli”" in missing.stderr) == (2, True)
