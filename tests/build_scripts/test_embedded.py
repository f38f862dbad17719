"""The embedded edition from a Python, wheels and a program of a few files."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from build_scripts.installer import embedded_package
from build_scripts.installer.steps import run
from core.base.build import BUILD
from core.base.resources import LISTED


def fill(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"SAID = {path.name!r}\n" if name.endswith(".py") else name, encoding="utf-8")
    return folder


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """The folders of Python and of the wheels; the program is a small one too."""
    root = fill(tmp_path / "root", "core/__init__.py", "gui/__init__.py", "gui/start.py", "resources/help/manual.html")
    fill(root, "resources/__init__.py", "LICENSE", "core/__pycache__/x.pyc")
    monkeypatch.setattr(embedded_package, "ROOT", root)
    monkeypatch.setattr(embedded_package, "run_windows", lambda command: run([sys.executable, *command[1:]]))
    python = fill(tmp_path / "python", "pythonw.exe", "python311.dll", "python311._pth", "_ssl.pyd", "libssl-3.dll")
    with zipfile.ZipFile(python / "python311.zip", "w", zipfile.ZIP_DEFLATED) as modules:
        for name in ("os.pyc", "asyncio/queues.pyc", "email/message.pyc", "urllib/parse.pyc", "urllib/request.pyc"):
            modules.writestr(name, name * 100)
    wheels = fill(tmp_path / "wheels", "docx/__init__.py", "docx/templates/default.docx", "pefile.py", "lxml/etree.pyd")
    fill(
        wheels, "PyInstaller/__init__.py", "lxml/html/__init__.py", "docx-1.dist-info/METADATA", "typing_extensions.py"
    )
    qt = ("__init__.py", "Qt6Core.dll", "QtCore.pyd", "Qt6Qml.dll", "QtNetwork.pyd", "plugins/platforms/qwindows.dll")
    fill(wheels / "shiboken6", "shiboken6.abi3.dll", "msvcp140.dll", "msvcp140_2.dll", "vcamp140.dll", "concrt140.dll")
    fill(wheels / "PySide6", *qt, "plugins/sqldrivers/qsqlite.dll", "translations/qtbase_de.qm", "QtCore.pyi")
    return python, wheels


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_edition_holds_compiled_modules_and_nothing_for_building_or_the_network(
    tmp_path: Path, given: tuple[Path, Path]
) -> None:
    root = tmp_path / "edition"
    embedded_package.lay_out(root, *given)

    assert names(root / "python") == {"pythonw.exe", "python311.dll", "python311._pth", "python311.zip"}
    with zipfile.ZipFile(root / "python" / "python311.zip") as modules:
        assert modules.namelist() == ["os.pyc", "email/message.pyc", "urllib/parse.pyc"]
        assert {entry.compress_type for entry in modules.infolist()} == {zipfile.ZIP_STORED}
    qt = {f"PySide6/{name}" for name in ("__init__.pyc", "Qt6Core.dll", "QtCore.pyd", "plugins/platforms/qwindows.dll")}
    others = {"docx/__init__.pyc", "docx/templates/default.docx", "lxml/etree.pyd", "typing_extensions.pyc"}
    assert names(root / "lib") == qt | others | {"shiboken6/shiboken6.abi3.dll", "shiboken6/msvcp140.dll"}
    own = {
        "core/__init__.pyc",
        "gui/__init__.pyc",
        "gui/start.pyc",
        "resources/help/manual.html",
        "LICENSE",
        BUILD,
        LISTED,
    }
    assert names(root / "app") == own | {"resources/__init__.pyc", "start_embedded.pyc"}
    assert (root / "python" / "python311._pth").read_text(encoding="utf-8").split() == list(embedded_package._SEARCHED)


def test_python_keeps_its_signature(tmp_path: Path, given: tuple[Path, Path]) -> None:
    root = tmp_path / "edition"
    embedded_package.lay_out(root, *given)
    sums = [hashlib.sha256((folder / "pythonw.exe").read_bytes()) for folder in (given[0], root / "python")]
    assert sums[0].digest() == sums[1].digest()


def test_a_compiled_module_runs_and_tells_no_folder_of_the_builder(tmp_path: Path, given: tuple[Path, Path]) -> None:
    for number in range(2):
        embedded_package.lay_out(tmp_path / str(number), *given)
    modules = [(tmp_path / str(number) / "app" / "gui" / "start.pyc").read_bytes() for number in range(2)]
    assert modules[0] == modules[1]
    assert str(tmp_path).encode() not in modules[0]
    code = "import gui.start; print(gui.start.SAID)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path / "0" / "app", capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "start.py"


def test_what_a_clerk_clicks_on_starts_the_program_without_a_console(tmp_path: Path, given: tuple[Path, Path]) -> None:
    embedded_package.lay_out(tmp_path / "edition", *given)
    start = (tmp_path / "edition" / "启动.cmd").read_bytes()
    assert start == b'@start "" "%~dp0python\\pythonw.exe" -m start_embedded %*\r\n'
