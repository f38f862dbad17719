"""Tries the Windows setup in dist/: install, upgrade, self-test, uninstall; under Wine, or natively on a PC."""

from __future__ import annotations

import shutil
import sys
import zipfile
from pathlib import Path

from build_scripts.installer.product import COMMAND, VERSION
from build_scripts.installer.smoke import RESULT, selftest
from build_scripts.installer.steps import BuildError, fresh_folder, run, step
from build_scripts.installer.windows_freeze import embeddable, prefix, run_wine, windows_path
from build_scripts.installer.windows_package import make_setup, setup_name

HERE = Path(__file__).resolve().parent
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
    with step("自检免安装版"):
        _selftest_portable(bundle / f"{COMMAND}.exe", work / "自检 免安装版")
    (bundle / "_internal" / "旧版.txt").write_text("of the older build only", encoding="utf-8")
    old = make_setup(bundle, work, work, is_fast=True, version=OLD)
    with step("试装 Windows 安装包"):
        _try("try_windows.py", old, new, VERSION)
    if sys.platform != "win32":
        shutil.copytree(prefix() / "drive_c" / "用户 甲" / "张三" / "自检 结果" / "画面", work / "自检画面")
    pictures = fresh_folder(work / "画面")
    with step("逐页试装，拒绝旧版 Windows"):
        try:
            _try("try_setup_pages.py", new, pictures)
        finally:
            _as_png(pictures)


def _selftest_portable(program: Path, folder: Path) -> None:
    if sys.platform == "win32":
        selftest([program], folder)
    else:
        run_wine([windows_path(program), "--selftest", windows_path(folder)], timeout=180)
        print((folder / RESULT).read_text(encoding="utf-8").splitlines()[-1])


def _try(script: str, *arguments: Path | str) -> None:
    """Run a trial by a Windows Python and print what it says."""
    if sys.platform == "win32":
        said = run([sys.executable, "-X", "utf8", HERE / script, *arguments])
    else:
        python = windows_path(embeddable() / "python.exe")
        paths = [windows_path(part) if isinstance(part, Path) else part for part in (HERE / script, *arguments)]
        said = run_wine([python, "-X", "utf8", *paths], timeout=400)
    print(said)
    if "1 passed, 0 failed" not in said:
        raise BuildError("试装没有走完")


def _as_png(folder: Path) -> None:
    from PySide6.QtGui import QImage  # deferred: build.py must be able to say what is missing before Qt is needed

    for path in folder.glob("*.bmp"):
        QImage(str(path)).save(str(path.with_suffix(".png")))
        path.unlink()
