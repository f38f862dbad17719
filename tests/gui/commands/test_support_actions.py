"""The self-test from the menu, and the problem report, which names nobody and quotes nothing of a report."""

import sys
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from build_scripts.installer.product import ROOT
from core.base.crash_log import describe, write_log
from gui import dialogs
from gui.app import _begin
from gui.commands import own_test
from gui.dialogs.reading import ReadingDialog
from gui.dialogs.support_dialog import SupportDialog
from gui.look import pc_facts
from gui.main_window import MainWindow
from tests.window_fixtures import Answers

UNIT, PERSON, TEXT = "欧阳县绝密局", "欧阳某", "东坝村征收补偿"


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[SupportDialog]:
    """Collect what is shown instead of waiting for a clerk."""
    made: list[SupportDialog] = []

    def accepted(dialog: QDialog) -> bool:
        assert isinstance(dialog, SupportDialog)
        made.append(dialog)
        return False

    monkeypatch.setattr(dialogs, "accepted", accepted)
    return made


def test_the_problem_report_has_facts_of_the_pc_and_nothing_of_the_report(
    window: MainWindow, answers: Answers, shown: list[SupportDialog], tmp_path: Path
) -> None:
    window.commands.opening.new(UNIT, "政府部门", 2025)
    window.session.set_text("s5", f"{PERSON}：{TEXT}13912345678")
    window.session.set_text("meta.person", PERSON)
    error = ValueError(f"{Path.home()}/{UNIT}: {TEXT} 13912345678")
    write_log(describe(ValueError, error, None), datetime(2026, 1, 12, 9, 30))
    assert window.commands.run("problem_report")
    (dialog,) = shown
    assert [
        name for name in ("程序：", "系统：", "屏幕1：", "字体：", "输入法：", "打印机：") if name not in dialog.text
    ] == []
    assert "ValueError: ~/□: □ #" in dialog.text
    for secret in (UNIT, PERSON, TEXT, "13912345678", str(Path.home()), "欧阳"):
        assert secret not in dialog.text
    answers.save_to = tmp_path / "问题报告.txt"
    dialog.save.click()
    assert answers.save_to.read_text("utf-8-sig") == dialog.text
    dialog.copy.click()
    assert QApplication.clipboard().text() == dialog.text


@pytest.mark.parametrize(
    ("program", "module", "edition"),
    [
        ("/opt/apps/cn.nianbao.annualreport/files/nianbao", "pc_facts.pyc", "安装版"),
        ("/home/user/nianbao/nianbao", "pc_facts.pyc", "便携版"),
        ("", "pc_facts.pyc", "内嵌版"),
        ("", "pc_facts.py", "源代码"),
    ],
)
def test_the_problem_report_names_the_kind_of_package(
    window: MainWindow,
    shown: list[SupportDialog],
    monkeypatch: pytest.MonkeyPatch,
    program: str,
    module: str,
    edition: str,
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sys, "frozen", bool(program), raising=False)
    monkeypatch.setattr(sys, "executable", program)
    monkeypatch.setattr(pc_facts, "__file__", module)
    assert window.commands.run("problem_report")
    assert f"，{edition}" in shown[0].text.splitlines()[1]


def test_on_windows_the_installed_program_has_what_removes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nianbao.exe"))
    assert pc_facts._edition() == "便携版"
    (tmp_path / "uninstall.exe").touch()
    assert pc_facts._edition() == "安装版"


def test_the_problem_report_comes_without_a_log(window: MainWindow, shown: list[SupportDialog]) -> None:
    assert window.commands.run("problem_report")
    assert shown[0].text.endswith("最近的错误记录\n没有记录。\n")


def test_the_setup_can_have_the_program_test_itself(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(window.commands, "run", asked.append)
    _begin(window, ["--self-check"])
    assert asked == ["selftest"]
    setup = (ROOT / "build_scripts" / "installer" / "nianbao.nsi").read_text(encoding="utf-8")
    assert """Exec '"${EXE}" --self-check'""" in setup


@pytest.mark.parametrize(("said", "intro"), [("自检通过", "自检通过"), ("自检未通过", "自检没有通过")])
def test_the_self_test_shows_what_came_of_it(
    window: MainWindow,
    shown: list[SupportDialog],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    said: str,
    intro: str,
) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import os, pathlib, sys\n"
        "assert os.environ['QT_QPA_PLATFORM'] == 'offscreen' and sys.argv[1] == '--selftest'\n"
        "folder = pathlib.Path(sys.argv[2])\nfolder.mkdir()\n"
        f"(folder / '自检结果.txt').write_text('通过  打开窗口\\n{said}\\n', encoding='utf-8')\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(own_test, "_program", lambda: [sys.executable, str(program)])
    assert window.commands.run("selftest")
    assert shown[0].text.startswith(f"自检\n通过  打开窗口\n{said}\n")
    assert shown[0].intro.text().startswith(intro)
    assert shown[0].windowTitle() == intro


def test_on_windows_the_self_test_shows_its_window_for_else_it_has_no_fonts(
    window: MainWindow, shown: list[SupportDialog], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import os, pathlib, sys\nfolder = pathlib.Path(sys.argv[2])\nfolder.mkdir()\n"
        "(folder / '自检结果.txt').write_text(os.environ['QT_QPA_PLATFORM'], encoding='utf-8')\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(own_test, "_program", lambda: [sys.executable, str(program)])
    monkeypatch.setattr(own_test, "IS_UNSEEN", False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "windows")
    assert window.commands.run("selftest")
    assert shown[0].text.startswith("自检\nwindows\n")


def test_the_self_test_can_be_called_off(
    window: MainWindow, shown: list[SupportDialog], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    begun = tmp_path / "begun"
    program = f"import pathlib, os, time; pathlib.Path({str(begun)!r}).write_text(str(os.getpid())); time.sleep(60)"
    monkeypatch.setattr(own_test, "_program", lambda: [sys.executable, "-c", program])
    cancelled: list[bool] = []

    def cancel() -> None:
        waiting: list[ReadingDialog] = list(window.findChildren(ReadingDialog))
        dialog = next((d for d in waiting if d.isVisible()), None)
        if dialog is None or not begun.exists() or not begun.read_text():
            QTimer.singleShot(50, window, cancel)
            return
        assert dialog.windowTitle() == "自检"
        cancelled.append(True)
        dialog.cancel.click()

    QTimer.singleShot(50, window, cancel)
    assert window.commands.run("selftest")
    assert cancelled == [True]
    assert shown == []
    assert window.statusBar().currentMessage() == "已停止自检，没有做完"
    assert not Path(f"/proc/{begun.read_text()}").exists()


@pytest.mark.parametrize(
    ("command", "says"),
    [(["/没有这个程序"], "没有能启动"), ([sys.executable, "-c", "import time; time.sleep(60)"], "还没有完")],
)
def test_a_self_test_that_does_not_start_or_end_is_said(
    window: MainWindow,
    answers: Answers,
    shown: list[SupportDialog],
    monkeypatch: pytest.MonkeyPatch,
    command: list[str],
    says: str,
) -> None:
    monkeypatch.setattr(own_test, "_program", lambda: command)
    monkeypatch.setattr(own_test, "_LONGEST", 0.3)
    assert not window.commands.run("selftest")
    assert says in answers.said[-1]
    assert shown == []
