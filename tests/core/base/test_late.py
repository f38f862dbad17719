"""Modules of the program load when they are first used."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def run(folder: Path, code: str) -> list[str]:
    """Run code beside a small program of two modules and a package; return what was printed."""
    home = folder / "core" / "room"
    home.mkdir(parents=True)
    (folder / "core" / "__init__.py").write_text("")
    (home / "__init__.py").write_text("print('package')\nfrom core.room.one import NAME\n")
    (home / "one.py").write_text("print('one')\nfrom core.room import two\nNAME = 1\n")
    (home / "two.py").write_text("print('two')\nfrom core.room import one\ndef name(): return one.NAME\n")
    (home / "broken.py").write_text("print('broken')\nraise OSError('no disk')\n")
    late = (ROOT / "core" / "base" / "late.py").read_text(encoding="utf-8")
    (folder / "late.py").write_text(late, encoding="utf-8")
    code = "import late; late.load_late(); " + code
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_a_module_is_loaded_at_its_first_use_behind_its_package(tmp_path: Path) -> None:
    code = "from core.room import two as t; print('imported'); print(t.name())"
    assert run(tmp_path, code) == ["package", "one", "imported", "two", "1"]


def test_a_second_import_loads_nothing(tmp_path: Path) -> None:
    code = "import core.room, core.room; print('imported'); core.room.NAME"
    assert run(tmp_path, code) == ["imported", "package", "one"]


def test_a_module_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    assert run(tmp_path, "import importlib.util; print(importlib.util.find_spec('core.nothing'))") == ["None"]


def test_what_is_set_before_stays(tmp_path: Path) -> None:
    code = "from core.room import one; one.NAME = 5; from core.room.two import name; print(name())"
    assert run(tmp_path, code) == ["package", "one", "two", "5"]


def test_a_module_that_fails_is_tried_again(tmp_path: Path) -> None:
    code = """
from core.room import broken
for _ in range(2):
    try:
        broken.anything
    except OSError:
        print('refused')
"""
    assert run(tmp_path, code) == ["package", "one", "broken", "refused", "broken", "refused"]


def test_two_threads_get_the_whole_module(tmp_path: Path) -> None:
    code = """
import threading
from core.room import slow
found = []
threads = [threading.Thread(target=lambda: found.append(slow.LAST)) for _ in range(8)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(found)
"""
    (tmp_path / "core" / "room").mkdir(parents=True)
    (tmp_path / "core" / "room" / "slow.py").write_text("import time\ntime.sleep(0.2)\nprint('slow')\nLAST = 1\n")
    shown = run_there(tmp_path, code)
    assert shown == "slow\n[1, 1, 1, 1, 1, 1, 1, 1]\n"


def run_there(folder: Path, code: str) -> str:
    """Run code in a folder with one module."""
    for package in (folder / "core", folder / "core" / "room"):
        (package / "__init__.py").write_text("")
    late = (ROOT / "core" / "base" / "late.py").read_text(encoding="utf-8")
    (folder / "late.py").write_text(late, encoding="utf-8")
    command = [sys.executable, "-c", "import late; late.load_late()\n" + code]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


def test_the_command_line_begins_without_what_single_commands_need() -> None:
    code = (
        "import sys; from core.cli.command_line import main; print(*{'lxml', 'openpyxl', 'docx'} & sys.modules.keys())"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        == "\n"
    )
