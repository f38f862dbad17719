"""Makes everything that goes on the stick: installers, portable editions, the blank workbook, the guide, SHA-256."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

from build_scripts.installer.guide import write_guide
from build_scripts.installer.product import BLANK_WORKBOOK
from build_scripts.installer.steps import fresh_folder, megabytes, sha256

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SUMS = "SHA256SUMS.txt"


def package(work: Path, out: Path, systems: Sequence[str], *, is_fast: bool) -> None:
    """Build for the systems named, "linux" or "windows" or both, into the emptied folder ``out``."""
    fresh_folder(out)
    if "linux" in systems:
        from build_scripts.installer.build_room import freeze_in_room  # deferred: Linux only
        from build_scripts.installer.linux_package import make_deb, make_tar

        bundle = freeze_in_room(work / "linux")
        make_deb(bundle, work / "linux", out, is_fast=is_fast)
        make_tar(bundle, work / "linux", out, is_fast=is_fast)
    if "windows" in systems:
        from build_scripts.installer.windows_package import make_setup, make_zip

        if sys.platform == "win32":
            from build_scripts.installer.freeze import freeze_here

            bundle = freeze_here(work / "windows")
        else:
            from build_scripts.installer.windows_freeze import freeze_under_wine

            bundle = freeze_under_wine(work / "windows")
        make_setup(bundle, work / "windows", out, is_fast=is_fast)
        make_zip(bundle, out, is_fast=is_fast)
    (out / BLANK_WORKBOOK).write_bytes(_blank_workbook())
    write_guide(out)
    files = sorted(path for path in out.iterdir() if path.is_file())
    lines = [f"{sha256(path)}  {path.name}\n" for path in files]
    (out / SUMS).write_text("".join(lines), encoding="utf-8")
    print(f"{out}：")
    for path in files:
        print(f"   {path.name}：{megabytes(path)}")


def _blank_workbook() -> bytes:
    """Return the self-checking workbook for PCs that cannot run the program."""
    from core.excel_draft import blank_workbook  # deferred: the core is not needed to say what is missing
    from core.form_reader import form_for_year

    year = date.today().year
    return blank_workbook(form_for_year(year), "", year)
