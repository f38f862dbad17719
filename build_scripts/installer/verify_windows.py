"""Tries the Windows setup in dist/: install, upgrade, self-test, uninstall; under Wine, or natively on a PC."""

import shutil
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from build_scripts.installer.embedded_package import EDITION
from build_scripts.installer.product import COMMAND, ROOT, VERSION
from build_scripts.installer.smoke import RESULT, selftest
from build_scripts.installer.steps import BuildError, Command, fresh_folder, run, step
from build_scripts.installer.wheels import site_packages
from build_scripts.installer.windows_freeze import prefix, run_windows, run_wine, windows_path, windows_python
from build_scripts.installer.windows_package import PORTABLE, make_setup, setup_name

OLD = "0.1.0"
SMALL_DRIVE = "T:"
SMALL_DRIVE_SIZE = "160m"  # for two versions of the program and little more


def verify_windows(work: Path, dist: Path) -> None:
    """Go through the trial and print its lines.

    Raises:
        BuildError: A step failed.
    """
    new = dist / setup_name()
    archive, embedded = dist / f"{PORTABLE}-windows-x64.zip", dist / f"{EDITION}.zip"
    if not (new.is_file() and archive.is_file() and embedded.is_file()):
        raise BuildError(f"{dist} 中没有 Windows 安装包，请先运行 build.py package。")
    fresh_folder(work)
    with zipfile.ZipFile(archive) as file:
        file.extractall(work)
    bundle = work / PORTABLE
    with step("自检免安装版"):
        _selftest_portable([bundle / f"{COMMAND}.exe"], work / "自检 免安装版")
    with step("自检内嵌版"):
        _try_embedded(embedded, work / "内嵌 版")
    _make_older(bundle / "_internal")
    old = make_setup(bundle, work, work, is_fast=True, version=OLD)
    with step("试装 Windows 安装包"):
        _try("try_windows", old, new, VERSION, ROOT / "tests" / "data" / "drafts" / OLD)
    if sys.platform != "win32":
        shutil.copytree(prefix() / "drive_c" / "用户 甲" / "张三" / "自检 结果" / "画面", work / "自检画面")
    pictures = fresh_folder(work / "画面")
    with _small_drive(work / "小磁盘") as drive:
        with step("逐页试装，拒绝旧版 Windows"):
            try:
                _try("try_setup_pages", new, pictures, drive)
            finally:
                _as_png(pictures)
        with step("文件被占用，程序在运行，磁盘已满，中途结束"):
            _try("try_setup_failures", old, new, drive)
    with step("最近文件所在的位置打不开"):
        _try("try_odd_paths", new)


def _try_embedded(archive: Path, folder: Path) -> None:
    """Let the embedded edition test itself, and offer it under 打开方式 and take it back."""
    with zipfile.ZipFile(archive) as file:
        file.extractall(folder)
    python = folder / EDITION / "python"
    _selftest_portable([python / "pythonw.exe", "-m", "start_embedded"], folder.with_name("自检 内嵌版"))
    for option, said in (("--register", "已加入"), ("--unregister", "已移出")):
        command: list[str | Path] = [python / "python.exe", "-m", "start_embedded", option]
        if said not in run_windows(command):
            raise BuildError(f"start_embedded {option} failed")
        print(f"   {said}“打开方式”")


def _make_older(folder: Path) -> None:
    """Make nearly all files of the program differ, so that a mixture of two versions can be told."""
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix != ".zip":
            with path.open("ab") as stream:
                stream.write(b"\n")
    (folder / "旧版.txt").write_text("of the older build only", encoding="utf-8")


@contextmanager
def _small_drive(folder: Path) -> Iterator[str]:
    """Give Wine a small drive; its name, "-" on a PC, where there is none."""
    if sys.platform == "win32":
        yield "-"
        return
    letter = prefix() / "dosdevices" / SMALL_DRIVE.lower()
    letter.unlink(missing_ok=True)
    letter.symlink_to(fresh_folder(folder))
    run(["mount", "-t", "tmpfs", "-o", f"size={SMALL_DRIVE_SIZE}", "tmpfs", folder])
    try:
        yield SMALL_DRIVE
    finally:
        letter.unlink()
        run(["umount", "--lazy", folder])  # Wine looks at its drives for a while yet


def _selftest_portable(program: Command, folder: Path) -> None:
    if sys.platform == "win32":
        selftest(program, folder)
    else:
        run_windows([*program, "--selftest", folder])
        print((folder / RESULT).read_text(encoding="utf-8").splitlines()[-1])


def _try(module: str, *arguments: Path | str) -> None:
    """Run a trial by a Windows Python and print what it says."""
    options: list[str | Path] = ["-X", "utf8", "-B", "-m", f"build_scripts.installer.{module}"]
    if sys.platform == "win32":
        said = run([sys.executable, *options, *arguments])
    else:
        python = windows_python(site_packages("windows"), ROOT)
        paths = [windows_path(part) if isinstance(part, Path) else part for part in arguments]
        said = run_wine([python, *options, *paths], timeout=1200)
    print(said)
    if "1 passed, 0 failed" not in said:
        raise BuildError("试装没有走完")


def _as_png(folder: Path) -> None:
    from PySide6.QtGui import QImage  # deferred: build.py must be able to say what is missing before Qt is needed

    for path in folder.glob("*.bmp"):
        QImage(str(path)).save(str(path.with_suffix(".png")))
        path.unlink()
