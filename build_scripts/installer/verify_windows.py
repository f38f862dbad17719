"""Tries the Windows setup in dist/: install, upgrade, self-test, uninstall; under Wine, or natively on a PC."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

from build_scripts.installer.product import COMMAND, VERSION
from build_scripts.installer.steps import BuildError, fresh_folder, run, step
from build_scripts.installer.windows_freeze import embeddable, run_wine, windows_path
from build_scripts.installer.windows_package import make_setup, setup_name

TRIAL = Path(__file__).resolve().parent / "try_windows.py"
OLD = "0.0.9"


def verify_windows(work: Path, dist: Path) -> None:
    """Go through the trial and print its lines.

    Raises:
        BuildError: A step failed.
    """
    new = dist / setup_name()
    archive = dist / f"{COMMAND}-{VERSION}-windows-x64.zip"
    if not new.is_file() or not archive.is_file():
        raise BuildError(f"{dist} 中没有 Windows 安装包，请先运行 build.py package。")
    fresh_folder(work)
    with zipfile.ZipFile(archive) as file:
        file.extractall(work)
    bundle = work / f"{COMMAND}-{VERSION}"
    (bundle / "_internal" / "旧版.txt").write_text("of the older build only", encoding="utf-8")
    old = make_setup(bundle, work, work, is_fast=True, version=OLD)
    with step("试装 Windows 安装包"):
        if sys.platform == "win32":
            said = run([sys.executable, "-X", "utf8", TRIAL, old, new, VERSION])
        else:
            python = windows_path(embeddable() / "python.exe")
            paths = [windows_path(path) for path in (TRIAL, old, new)]
            said = run_wine([python, "-X", "utf8", *paths, VERSION])
        print(said)
        if "1 passed, 0 failed" not in said:
            raise BuildError("试装没有走完")
