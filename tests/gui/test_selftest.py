"""The self-test of the program, as building and support run it: a process of its own."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gui.commands.own_test import RESULT
from gui.selftest import SelfTest, run_selftest

ROOT = Path(__file__).resolve().parent.parent.parent


QUICK = "import gui.selftest as m\n" + "".join(
    f"m.SelfTest.{step} = lambda self: ''\n"
    for step in ("_measure_pages", "_write_report", "_print_pdf", "_import_own")
)
"""The steps that take long and are not what a test is about do nothing."""


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    surroundings["PYTHONIOENCODING"] = "cp1252"  # as output is redirected on a Windows that is not Chinese
    command = [sys.executable, "-c", f"import sys\n{code}\nfrom gui.start import main\nsys.exit(main())", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=surroundings, timeout=120, check=False)


def test_the_self_test_passes_and_leaves_what_a_clerk_would_have(tmp_path: Path) -> None:
    folder = tmp_path / "自检 一"
    done = run("", "--selftest", str(folder))
    assert done.returncode == 0, done.stdout + done.stderr
    assert (folder / RESULT).read_text(encoding="utf-8") == done.stdout
    assert done.stdout.rstrip().endswith("自检通过")
    made = {path.name for path in folder.iterdir()}
    assert made >= {"草稿.xlsx", "报告.docx", "网页.html", "审签单.docx", "报告.pdf", "画面", "用户数据"}
    assert len(list((folder / "画面").glob("*.png"))) == 9


def test_the_self_test_fails_on_anything_printed(tmp_path: Path) -> None:
    code = QUICK + "import gui.report.session\nold = gui.report.session.ReportSession.replace\n"
    code += "gui.report.session.ReportSession.replace = lambda *a, **k: (print('stray words'), old(*a, **k))[1]"
    done = run(code, "--selftest", str(tmp_path / "自检"))
    assert done.returncode == 1
    assert "意外输出：stray words" in done.stdout


def test_the_self_test_fails_where_a_dialog_waits_for_an_answer(tmp_path: Path) -> None:
    code = "from pathlib import Path\nimport gui.commands.opening_actions as m\n"
    code += "m.resource_path = lambda *parts: Path('/没有/示例.xlsx')"
    done = run(code, "--selftest", str(tmp_path / "自检"))
    assert done.returncode == 1
    assert "弹出了对话框" in done.stdout
    assert "示例.xlsx" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has Chinese fonts")
def test_the_self_test_names_what_is_behind_all_the_boxes(tmp_path: Path) -> None:
    code = QUICK + "import gui.look.fonts_note as m\nm.has_chinese_font = lambda: False"
    done = run(code, "--selftest", str(tmp_path / "自检"))
    assert done.returncode == 1
    assert "失败  中文字体" in done.stdout
    assert "没有中文字体，窗口和打印中的文字都是方框" in done.stdout


def test_the_self_test_leaves_a_folder_with_files_alone(tmp_path: Path) -> None:
    (tmp_path / "重要.xlsx").write_text("x", encoding="utf-8")
    done = run("", "--selftest", str(tmp_path))
    assert done.returncode == 2
    assert "已有文件" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["重要.xlsx"]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "没有写入权限"),
        (OSError(errno.ENOSPC, "No space left on device"), "磁盘空间不足"),
        (FileExistsError(errno.EEXIST, "File exists"), "不是文件夹"),
    ],
)
def test_why_a_folder_cannot_be_used_is_said_in_chinese(
    error: OSError, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    folder = tmp_path / "自检"
    folder.touch()
    monkeypatch.setattr(Path, "mkdir", fail)
    assert run_selftest(["--selftest", str(folder)]) == 2
    said = capsys.readouterr().err
    assert reason in said
    assert str(error.strerror) not in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="what is always full on Linux")
def test_the_result_is_said_where_the_disk_is_too_full_for_it(tmp_path: Path) -> None:
    code = QUICK + "import os\nfrom pathlib import Path\nold = m.SelfTest.run\n"
    code += "def run(self, arguments):\n    (self.folder / m.RESULT).symlink_to('/dev/full')\n"
    code += "    return old(self, arguments)\n"
    code += "m.SelfTest.run = run"
    done = run(code, "--selftest", str(tmp_path / "自检"))
    assert done.returncode == 2
    assert "通过  打开窗口" in done.stdout
    assert done.stderr.endswith(
        "自检的结果没有能写下来。无法写入“自检结果.txt”，磁盘空间不足。\n请换一个新的空文件夹再自检一次。\n"
    )


NOTICE = (
    'Detected locale "C" with character encoding "ANSI_X3.4-1968", which is not UTF-8.\n'
    'Qt depends on a UTF-8 locale, and has switched to "C.UTF-8" instead.\n'
    "If this causes problems, reconfigure your locale. See the locale(1) manual\nfor more information."
)


@pytest.mark.parametrize("more", ["\nQObject: stray", "，出错"])
def test_a_locale_that_is_not_utf_8_is_no_failure_and_nothing_else_passes_with_it(tmp_path: Path, more: str) -> None:
    test = SelfTest(tmp_path)
    test._hear_qt(NOTICE)
    assert test.unexpected == []
    test._hear_qt(NOTICE + more)
    test._hear_qt(NOTICE.replace("and has switched to", "but has failed to switch to"))
    assert len(test.unexpected) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="the locales of Linux")
def test_the_notice_of_the_locale_is_that_of_this_qt() -> None:
    code = "from pathlib import Path\nfrom PySide6.QtGui import QGuiApplication\nfrom PySide6.QtCore import *\n"
    code += "from gui.selftest import SelfTest\ntest = SelfTest(Path())\nheard = []\n"
    code += "qInstallMessageHandler(lambda kind, context, text: (heard.append(text), test._hear_qt(text)))\n"
    code += "app = QGuiApplication([])\nassert 'not UTF-8' in heard[0], heard\nassert not test.unexpected"
    surroundings = {**os.environ, "LC_ALL": "C", "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", code], env=surroundings, timeout=60, check=True)
