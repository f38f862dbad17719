"""The self-test of the program, as building and support run it: a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from gui.commands.own_test import RESULT

ROOT = Path(__file__).resolve().parent.parent.parent


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
    code = "import gui.report.session\nold = gui.report.session.ReportSession.replace\n"
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


def test_the_self_test_leaves_a_folder_with_files_alone(tmp_path: Path) -> None:
    (tmp_path / "重要.xlsx").write_text("x", encoding="utf-8")
    done = run("", "--selftest", str(tmp_path))
    assert done.returncode == 2
    assert "已有文件" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["重要.xlsx"]
